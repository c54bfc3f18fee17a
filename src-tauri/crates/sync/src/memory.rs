//! What a syncer remembers between runs and forgets when the program ends: what the state refused or could not give, so that
//! it is not asked for again at once, and is named until it comes. With other keys, or after a restart, everything is
//! asked for.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use mirror::TransferList;
use rules::LicenseNumber;

use crate::stream::{Rhythm, Stream};

/// What was asked for in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked {
    /// A list.
    List(Stream),
    /// What is below a transfer's head; the head's stamp, so that a changed one is asked for at once.
    Below(TransferList, i64, i64),
    /// A transfer that its list does not show and the state still knows by its id.
    Unlisted(TransferList, i64),
}

/// Why it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// The state failed; otherwise it refused.
    pub(crate) failed: bool,
    /// In words, for a person.
    pub(crate) why: String,
    /// Not asked for again before, in seconds of the local clock.
    pub(crate) until: i64,
}

/// How long what was refused, and what may wait, is not asked for again, in seconds.
pub(crate) const PAUSE: i64 = 3600;

/// The pause after a list could not be read. What people rely on to be fresh is tried in every look where the state
/// failed.
pub(crate) fn pause(stream: Stream, failed: bool) -> i64 {
    match (failed, stream.rhythm()) {
        (true, Rhythm::EveryLook) => 0,
        (true, Rhythm::Hourly | Rhythm::Daily) | (false, _) => PAUSE,
    }
}

/// Kept for all licenses of a pair of keys.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    troubles: Mutex<BTreeMap<(LicenseNumber, Asked), Trouble>>,
}

impl Memory {
    fn troubles(&self) -> MutexGuard<'_, BTreeMap<(LicenseNumber, Asked), Trouble>> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What went wrong the last time; none after a success.
    pub(crate) fn trouble(&self, license: &LicenseNumber, asked: Asked) -> Option<Trouble> {
        self.troubles().get(&(license.clone(), asked)).cloned()
    }

    /// Whether it is not to be asked for at `now`, in seconds of the local clock.
    pub(crate) fn rests(&self, license: &LicenseNumber, asked: Asked, now: i64) -> bool {
        // A clock that was set back makes nobody wait for longer.
        self.trouble(license, asked).is_some_and(|trouble| now < trouble.until && trouble.until <= now + PAUSE)
    }

    pub(crate) fn in_vain(&self, license: &LicenseNumber, asked: Asked, trouble: Trouble) {
        self.troubles().insert((license.clone(), asked), trouble);
    }

    pub(crate) fn well(&self, license: &LicenseNumber, asked: Asked) {
        self.troubles().remove(&(license.clone(), asked));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_refused_rests_and_is_named_until_it_comes() {
        let (memory, license) = (Memory::default(), LicenseNumber::new("C10-0000001-LIC"));
        let (list, other) = (Asked::List(Stream::Employees), Asked::List(Stream::Drivers));
        let until = 1_000 + pause(Stream::Employees, true);
        memory.in_vain(&license, list, Trouble { failed: true, why: "no".to_owned(), until });
        assert!(memory.rests(&license, list, 1_000 + PAUSE - 1) && !memory.rests(&license, other, 1_000));
        assert!(!memory.rests(&license, list, until), "asked for again");
        assert!(memory.trouble(&license, list).is_some(), "and named meanwhile");
        assert!(!memory.rests(&license, list, 1_000 - 2 * PAUSE), "a clock that was set back makes nobody wait");
        memory.well(&license, list);
        assert_eq!(memory.trouble(&license, list), None);
        assert_eq!(pause(Stream::PackagesOnHold, true), 0, "packages are tried in every look");
    }
}
