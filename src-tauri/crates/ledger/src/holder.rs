//! Who has the data folder, for whoever comes second.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Who has the folder. Unknown (0) where the holder has not written it yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Process id; 0 where unknown.
    pub pid: u32,
    /// Since when.
    pub since: Option<Timestamp>,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pid, self.since) {
            (0, _) => f.write_str("which process is not known"),
            (pid, None) => write!(f, "process {pid}"),
            (pid, Some(since)) => {
                write!(f, "process {pid}, since {}", rules::instant_words(since, &TimeZone::system()))
            }
        }
    }
}
