//! What can go wrong with the mirror.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why the mirror could not do what was asked. Nothing of the person's own work is ever in the mirror: at worst it is
/// read again from the state.
#[derive(Debug, thiserror::Error)]
pub enum MirrorError {
    /// The file is damaged. The next [`Mirror::open`](crate::Mirror::open) moves it aside and begins an empty one.
    #[error("the local copy {} is damaged and has to be read again from the state", path.display())]
    Damaged {
        /// The damaged file.
        path: PathBuf,
    },
    /// A newer Trackside made the file; it was left as it is.
    #[error("the local copy was made by a newer version of Trackside (format {found}; this one knows {known})")]
    NewerVersion {
        /// The file's format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The disk is full. What was being stored is wholly absent, what was there before is whole.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// Somebody interrupted the query. Not a fault.
    #[error("interrupted")]
    Interrupted,
    /// No license was named: an empty selection is never taken for all of them.
    #[error("no license is chosen")]
    NoLicense,
    /// A column that the grid does not have.
    #[error("there is no column “{0}”")]
    UnknownColumn(String),
    /// A filter's value that its column cannot be compared with.
    #[error("“{value}” does not fit the column “{column}”")]
    BadFilter {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// A window of rows that is the wrong way round or longer than 1,000.
    #[error("rows {from} to {to} cannot be asked for at once: at most 1,000")]
    BadWindow {
        /// First position.
        from: usize,
        /// Position after the last.
        to: usize,
    },
    /// A view of another collection than the one asked for.
    #[error("this view does not show that kind of record")]
    WrongCollection,
    /// The file system refused.
    #[error("the local copy's folder could not be used: {0}")]
    Io(#[from] std::io::Error),
    /// SQLite refused for another reason.
    #[error("the local copy could not be read or written: {0}")]
    Sqlite(rusqlite::Error),
    /// A stored JSON text could not be read or made.
    #[error("a stored record could not be read: {0}")]
    Json(#[from] serde_json::Error),
}

impl MirrorError {
    /// Whether the same call may succeed later without the mirror being opened anew.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::DiskFull | Self::Io(_) => true,
            Self::Sqlite(error) => {
                matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
            }
            _ => false,
        }
    }
}

impl From<rusqlite::Error> for MirrorError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::OperationInterrupted) => Self::Interrupted,
            // The path is filled in where it is known.
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { path: PathBuf::new() },
            _ => Self::Sqlite(error),
        }
    }
}
