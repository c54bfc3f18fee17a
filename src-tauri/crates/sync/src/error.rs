//! Why a run ended early.

use mirror::MirrorError;
use rules::LicenceNumber;
use state_api::ApiError;

use crate::Stream;

/// Why a run ended early. What was stored before stays, and the next run goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The state's answer, or that there was none.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The local copy; its cursors are as before.
    #[error(transparent)]
    Mirror(#[from] MirrorError),
    /// Somebody cancelled the run. Not a fault.
    #[error("cancelled")]
    Cancelled,
    /// The keys open other licences, not this one.
    #[error("these keys do not open licence {0} any more")]
    NotThisLicence(LicenceNumber),
    /// A list contradicted itself each time it was read: pages that overlap, or fewer records than it said.
    #[error("{stream} could not be read to the end: the state's pages did not fit together")]
    PagesDoNotFit {
        /// Which list.
        stream: Stream,
    },
    /// A stored cursor could not be read or made.
    #[error("a note of what was read could not be used: {0}")]
    Cursor(#[from] serde_json::Error),
    /// A part of the run ended abnormally.
    #[error("a part of the reading ended abnormally: {0}")]
    Aborted(String),
}

impl SyncError {
    /// Whether the same run may succeed later with nothing changed.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Api(error) => error.is_passing(),
            Self::Mirror(error) => error.is_passing(),
            Self::Cancelled | Self::PagesDoNotFit { .. } | Self::Aborted(_) => true,
            Self::NotThisLicence(_) | Self::Cursor(_) => false,
        }
    }
}

impl From<tokio::task::JoinError> for SyncError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Aborted(error.to_string())
    }
}
