//! What can go wrong with the ledger.

use rusqlite::ErrorCode;

use crate::holder::Holder;

/// Why the ledger could not do what was asked. Whatever it says, nothing that was answered before is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Another process has the folder.
    #[error("another Trackside has this folder open ({holder})")]
    InUse {
        /// Who.
        holder: Holder,
    },
    /// A newer Trackside made the file; it was left as it is.
    #[error("the ledger was made by a newer version of Trackside (format {found}; this one knows {known})")]
    NewerVersion {
        /// The file's format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The file is damaged. The next [`Ledger::open`](crate::Ledger::open) keeps it and restores the newest good copy.
    #[error("the ledger is damaged; it is mended at the next start")]
    Damaged,
    /// The disk is full; nothing was changed.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// One request id came with two commands; the second was not carried out.
    #[error("request {request_id} was already used for “{first}”")]
    RequestReused {
        /// The id.
        request_id: String,
        /// The command that it answered first.
        first: String,
    },
    /// Something came between a look and the commit that was decided upon it ([`Condition`](crate::Condition)); nothing
    /// was changed. Look again, and decide anew.
    #[error("it was changed by something else at the same moment; nothing was changed by this")]
    Overtaken,
    /// The file system refused.
    #[error("the ledger's folder could not be used: {0}")]
    Io(#[source] std::io::Error),
    /// SQLite refused for another reason.
    #[error("the ledger could not be read or written: {0}")]
    Sqlite(rusqlite::Error),
    /// A stored JSON text could not be read or made.
    #[error("a kept record could not be read: {0}")]
    Json(#[from] serde_json::Error),
}

impl LedgerError {
    /// Whether the same call may succeed later without anything being changed.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::InUse { .. } | Self::DiskFull | Self::Io(_))
    }
}

impl From<std::io::Error> for LedgerError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Sqlite(error),
        }
    }
}
