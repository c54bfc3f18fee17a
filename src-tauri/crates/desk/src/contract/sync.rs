//! How the local copy stands against the state.

use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DeskError;

/// `sync_start`: look for news now.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SyncStart {
    /// Which licenses; empty is an error.
    pub licenses: Vec<LicenseNumber>,
}

#[expect(missing_docs, reason = "each variant says what its fields are")]
/// The one line of the indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Headline {
    /// No license is connected.
    Nothing,
    /// Everything is as the state had it at this time (RFC 3339, UTC), except the lists that could not be read (`except`)
    /// and those that the keys may not read (`refused`), both by title.
    UpToDate { at: String, except: Vec<String>, refused: Vec<String> },
    /// Under way; percent 0 to 99 of what is known to be there, absent while nothing is. Never falls while it goes on.
    Updating { percent: Option<u8> },
    /// No license gets an answer; `since` and `as_of` (age of the data) in RFC 3339, UTC.
    Offline { since: String, as_of: Option<String> },
    /// The state asked for patience until then.
    Waiting { until: String },
    /// A person must act, for example enter keys again.
    NeedsYou { reason: String },
    /// Cancelled by the person; what was loaded stays.
    Cancelled,
}

/// How one license stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LicenseSyncState {
    /// Never loaded.
    Never,
    /// The first load is under way.
    Loading,
    /// Loaded before; looking for news.
    Updating,
    /// Loaded, and nothing under way.
    Ready,
    /// The last try failed; `error` says how.
    Failed,
    /// The person stopped it.
    Cancelled,
}

/// Everything about the sync that a person may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SyncStatus {
    /// Greater with each status that is told: events and answers may arrive out of order, and the greater one counts.
    pub revision: i64,
    /// The indicator's line.
    pub headline: Headline,
    /// One for each chosen license.
    pub licenses: Vec<LicenseSync>,
    /// Seconds to the end of the first load, as it goes now.
    pub seconds_left: Option<i64>,
    /// When it next looks for news, RFC 3339, UTC.
    pub next_at: Option<String>,
    /// The calls.
    pub calls: CallBudget,
}

/// One license's sync.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LicenseSync {
    /// Which.
    pub license: LicenseNumber,
    /// How it stands.
    pub state: LicenseSyncState,
    /// When everything was last read whole, RFC 3339, UTC.
    pub as_of: Option<String>,
    /// By collection, in the order shown.
    pub collections: Vec<CollectionSync>,
    /// Why the last try failed.
    pub error: Option<DeskError>,
    /// Its calls in the last minute: [`CallBudget::limit_per_second`] is the limit of each license.
    pub calls_last_minute: i64,
}

/// One collection's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CollectionSync {
    /// Stable name, for example `packages_active`.
    pub collection: String,
    /// For a person, for example `Active packages`.
    pub title: String,
    /// Records read in this run; days where `by_days`.
    pub done: i64,
    /// Records the state says there are; absent until its first answer. Days where `by_days`.
    pub total: Option<i64>,
    /// The state gives this list day by day only, so days are counted.
    pub by_days: bool,
    /// Whether this run has finished it.
    pub finished: bool,
    /// Why it is left out, in words, where the keys may not read it or the state failed; the others go on.
    pub skipped: Option<String>,
    /// Whether the state failed, and did not refuse: it is tried again by itself.
    pub failed: bool,
}

/// The state's limit and how much of it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallBudget {
    /// Calls in the last minute, of all licenses together.
    pub last_minute: i64,
    /// The limit for one license, calls a second.
    pub limit_per_second: i64,
    /// Calls that wait for their turn.
    pub waiting: i64,
    /// How often the state said 429 since the start.
    pub refused: i64,
    /// Frozen by the state until then, RFC 3339, UTC.
    pub frozen_until: Option<String>,
}
