//! Freezes that outlive the process.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;

/// The longest freeze that is believed.
pub(super) const LONGEST: SignedDuration = SignedDuration::from_hours(1);

/// What a limit counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All calls of the software key.
    Key,
    /// The calls of one license.
    License(LicenseNumber),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => f.write_str("key"),
            Self::License(license) => write!(f, "license {license}"),
        }
    }
}

/// Keeps the instant until which the state asked for patience. A failure to keep it is the store's own to report: the
/// freeze still holds in this process.
pub trait FreezeStore: Send + Sync {
    /// The stored end of a scope's freeze, past or future.
    fn load(&self, scope: &str) -> Option<Timestamp>;

    /// Stores the end of a scope's freeze.
    fn save(&self, scope: &str, until: Timestamp);
}

/// Keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFreezeStore;

impl FreezeStore for NoFreezeStore {
    fn load(&self, _scope: &str) -> Option<Timestamp> {
        None
    }

    fn save(&self, _scope: &str, _until: Timestamp) {}
}
