//! Events say what changed; the page pulls.

use mirror::view::{Collection, PackageTab};
use rules::LicenseNumber;
use serde::Serialize;
use ts_rs::TS;

use super::{DeskError, FileHandle, OutboxStatus, SyncStatus};

/// What the desk tells the page without being asked, at most ten times a second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum DeskEvent {
    /// Records changed.
    Changes {
        /// The feed's position after them.
        revision: i64,
        /// One for each collection, license and tab.
        changes: Vec<Change>,
    },
    /// The sync stands differently.
    Sync {
        /// All of it.
        status: Box<SyncStatus>,
    },
    /// A long job went on.
    Job {
        /// How far.
        progress: JobProgress,
    },
    /// The outbox stands differently; rows with something waiting are to be read again.
    Outbox {
        /// All of it.
        status: Box<OutboxStatus>,
    },
    /// The person wants to close the window while reports wait: ask them, then call `app_quit`.
    QuitAsked {
        /// How many wait.
        waiting: i64,
    },
    /// Drafts changed by something else than the page's own command, for example that the state holds their template now.
    Drafts,
    /// Files are held over the window or left it again.
    FilesOver {
        /// How many; 0 when they left.
        count: i64,
    },
    /// Files were dropped on the window.
    FilesDropped {
        /// Which.
        files: Vec<FileHandle>,
    },
    /// Something was dropped on the window, and no file came with it.
    NoFileDropped {
        /// What that means and what to do.
        fault: DeskError,
    },
    /// Accounts or notices changed: ask for a new snapshot.
    Snapshot,
}

/// Records of one collection, license and tab that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Change {
    /// Which kind.
    pub collection: Collection,
    /// In whose books.
    pub license: LicenseNumber,
    /// In which tab; packages only. A package that went from one tab to another counts for both.
    pub tab: Option<PackageTab>,
    /// How many records.
    pub records: i64,
}

/// How far a long job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobProgress {
    /// The job's name: the request id that began it.
    pub job: String,
    /// Steps done.
    pub done: i64,
    /// Steps in all.
    pub total: i64,
}
