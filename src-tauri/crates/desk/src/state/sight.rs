//! What is in sight is read first: a person who waits for a first load waits for the grid that they look at.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use mirror::Mirror;
use mirror::view::{Collection, PackageTab, ViewSpec};
use rules::LicenseNumber;
use sync::Stream;
use tokio::time::Instant;

use super::runs::{AllRuns, LicenseRuns, Runs};
use crate::contract::CollectionSync;

/// After keys were connected the page takes so long to open its first grid.
const FIRST_LOOK: Duration = Duration::from_millis(500);

/// Nobody waits longer for what is in sight: it may be very much.
const LONGEST: Duration = Duration::from_secs(30);

/// Between two looks at whether it is read.
const PAUSE: Duration = Duration::from_millis(50);

/// The grid in sight, as the page last opened it.
#[derive(Debug, Default)]
pub(crate) struct Sight(Mutex<Option<InSight>>);

#[derive(Debug, Clone)]
struct InSight {
    licenses: Vec<LicenseNumber>,
    list: Stream,
}

impl Sight {
    fn get(&self) -> Option<InSight> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The page opened a grid.
    pub fn looks_at(&self, spec: &ViewSpec) {
        let now = InSight {
            licenses: spec.licenses.clone(),
            list: list_of(spec.collection, spec.tab).unwrap_or(Stream::PackagesActive),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Waits for the turn of a license that was never read, and tells which of its lists comes first. What is in sight
    /// goes at once; every other license begins when what is in sight of those was read or cannot be.
    pub async fn turn_of(&self, license: &LicenseNumber, runs: &Runs) -> Stream {
        let begun = Instant::now();
        loop {
            let sight = self.get();
            let waits = match &sight {
                None => begun.elapsed() < FIRST_LOOK,
                Some(sight) => begun.elapsed() < LONGEST && runs.look(|runs| waits(license, sight, runs)),
            };
            if !waits {
                return sight.map_or(Stream::PackagesActive, |sight| sight.list);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// A grid is called as the list that is read for it.
fn list_of(collection: Collection, tab: Option<PackageTab>) -> Option<Stream> {
    Stream::named(Mirror::grid_name(collection, tab))
}

fn waits(license: &LicenseNumber, sight: &InSight, runs: &AllRuns) -> bool {
    let is_read = |other: &LicenseNumber| runs.get(other).is_some_and(|run| is_reading(run, sight.list));
    !sight.licenses.contains(license) && sight.licenses.iter().any(is_read)
}

/// Whether a first load goes on that has not come to the end of this list. What arrives in these minutes is read last of
/// all, so that every record may be there before the list is finished.
fn is_reading(run: &LicenseRuns, list: Stream) -> bool {
    let all_there = |one: &CollectionSync| one.finished || one.total.is_some_and(|total| one.done >= total);
    let over = run.collections.iter().any(|one| one.collection == list.name() && all_there(one));
    run.as_of.is_none() && run.running_since.is_some() && !over
}

#[cfg(test)]
mod tests {
    use super::*;

    fn license(number: &str) -> LicenseNumber {
        LicenseNumber::new(number)
    }

    fn list(name: Stream, finished: bool) -> CollectionSync {
        CollectionSync {
            collection: name.name().into(),
            title: String::new(),
            done: 20,
            total: Some(920),
            by_days: false,
            finished,
            skipped: None,
            failed: false,
        }
    }

    #[test]
    fn every_grid_has_the_list_that_is_read_for_it() {
        for collection in Collection::ALL {
            assert!(list_of(*collection, None).is_some(), "{collection:?}");
        }
        assert_eq!(list_of(Collection::Packages, Some(PackageTab::OnHold)), Some(Stream::PackagesOnHold));
        assert_eq!(list_of(Collection::Packages, Some(PackageTab::Transferred)), Some(Stream::PackagesTransferred));
    }

    #[test]
    fn another_license_waits_until_the_list_in_sight_is_read() {
        let sight = InSight { licenses: vec![license("A")], list: Stream::PackagesActive };
        let mut run = LicenseRuns::default();
        run.begin(jiff::Timestamp::UNIX_EPOCH);
        run.progress(list(Stream::PackagesActive, false));
        run.progress(list(Stream::Items, true));
        let mut runs = AllRuns::from([(license("A"), run)]);
        assert!(waits(&license("B"), &sight, &runs));
        assert!(!waits(&license("A"), &sight, &runs), "it is in sight itself");
        let run = runs.get_mut(&license("A")).unwrap();
        run.progress(CollectionSync { done: 920, ..list(Stream::PackagesActive, false) });
        assert!(!waits(&license("B"), &sight, &runs), "the rest of what is in sight goes on beside it");
    }

    #[test]
    fn nobody_waits_for_what_is_not_being_read() {
        let sight = InSight { licenses: vec![license("A"), license("C")], list: Stream::PackagesActive };
        let mut read_before = LicenseRuns { as_of: Some(jiff::Timestamp::UNIX_EPOCH), ..LicenseRuns::default() };
        read_before.begin(jiff::Timestamp::UNIX_EPOCH);
        let offline = LicenseRuns { offline_since: Some(jiff::Timestamp::UNIX_EPOCH), ..LicenseRuns::default() };
        let runs = AllRuns::from([(license("A"), read_before), (license("C"), offline)]);
        assert!(!waits(&license("B"), &sight, &runs));
        assert!(!waits(&license("B"), &sight, &AllRuns::new()));
    }
}
