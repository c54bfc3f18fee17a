//! Why a run ended early.

use std::fmt;

use mirror::MirrorError;
use rules::LicenseNumber;
use state_api::ApiError;
use words::say;

use crate::Stream;

/// Why a run ended early. What was stored before stays, and the next run goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The state's answer, or that there was none.
    Api(#[from] ApiError),
    /// The local copy; its cursors are as before.
    Mirror(#[from] MirrorError),
    /// Somebody cancelled the run. Not a fault.
    Cancelled,
    /// The keys open other licenses, not this one.
    NotThisLicense(LicenseNumber),
    /// A list contradicted itself each time it was read: pages that overlap, or fewer records than it said.
    PagesDoNotFit {
        /// Which list.
        stream: Stream,
    },
    /// A stored cursor could not be read or made.
    Cursor(#[from] serde_json::Error),
    /// A part of the run ended abnormally.
    Aborted(String),
}

impl fmt::Display for SyncError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Api(why) => return why.fmt(f),
            Self::Mirror(why) => return why.fmt(f),
            Self::Cancelled => say::reading_run_canceled(),
            Self::NotThisLicense(license) => say::reading_run_not_this_license(license.as_str()),
            Self::PagesDoNotFit { stream } => say::reading_run_pages_apart(stream.title()),
            Self::Cursor(why) => say::reading_run_note(why.to_string()),
            Self::Aborted(details) => say::reading_run_aborted(details),
        };
        words.fmt(f)
    }
}

impl SyncError {
    /// Whether the same run may succeed later with nothing changed.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Api(error) => error.is_passing(),
            Self::Mirror(error) => error.is_passing(),
            Self::Cancelled | Self::PagesDoNotFit { .. } | Self::Aborted(_) => true,
            Self::NotThisLicense(_) | Self::Cursor(_) => false,
        }
    }
}

impl From<tokio::task::JoinError> for SyncError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Aborted(error.to_string())
    }
}
