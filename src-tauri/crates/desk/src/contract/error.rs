//! The one form of error that reaches the page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What went wrong, for the page to switch on. Words are in the error itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request itself does not fit: a field is missing, empty or of the wrong form.
    BadRequest,
    /// The page named a command that is not there.
    UnknownCommand,
    /// The state refused the keys.
    WrongKey,
    /// The keys are good and this is not permitted to them.
    NoPermission,
    /// The keys are good and no license belongs to them.
    NoLicenses,
    /// No connection to the state.
    Offline,
    /// Something between this computer and the state answered in its place: a web filter, a firewall.
    Filtered,
    /// The network wants a sign-in before it lets anything through.
    SignIn,
    /// A proxy wants a user and a password, or does not let Trackside through.
    Proxy,
    /// This computer's clock is wrong, so that the state's certificate is not valid.
    Clock,
    /// A certificate that is not trusted, or has run out, stands between this computer and the state.
    Certificate,
    /// The state answered with a fault, or with something that cannot be read.
    StateFault,
    /// The state asked for patience; the error says until when.
    RateLimited,
    /// The operating system's keychain refused.
    Keychain,
    /// The view was closed, or the app was reloaded since it was opened.
    ViewGone,
    /// A later request replaced this one.
    Superseded,
    /// What was reviewed has changed since: look again before queueing.
    Stale,
    /// More than one command may carry.
    TooMany,
    /// It can no longer be changed.
    Locked,
    /// The check found something that must be mended first.
    NotReady,
    /// Somebody cancelled it.
    Cancelled,
    /// A file could not be written or read.
    File,
    /// The disk is full.
    DiskFull,
    /// A database was made by a newer version of Trackside.
    NewerVersion,
    /// Another process has the data folder.
    FolderInUse,
    /// What was asked for is not there.
    NotFound,
    /// A fault of Trackside's own.
    Internal,
}

/// An error as the page gets it. `message` says what happened and whether the person's work is safe, `next` what to
/// do now; both are plain English. `details` is for whoever helps them and holds no key and no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct DeskError {
    /// What the page switches on.
    pub code: ErrorCode,
    /// What happened, and that nothing is lost.
    pub message: String,
    /// What to do now.
    pub next: String,
    /// What the state or the system said, to the letter; may be empty.
    pub details: String,
    /// Whether the same call may succeed later without anything being changed.
    pub retry: bool,
}
