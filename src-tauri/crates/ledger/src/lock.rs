//! One process owns the data folder.

use std::fs::{self, File};
use std::path::Path;

use fs4::{FileExt, TryLockError};
use jiff::Timestamp;

use crate::error::LedgerError;
use crate::holder::Holder;

/// Locked while the folder is in use. The operating system lets go of it when the process ends, however it ends.
const LOCK: &str = "trackside.lock";

/// Says who has the lock. Beside it, since Windows lets nobody read a locked file.
const HOLDER: &str = "trackside.holder";

/// The lock, held until dropped.
#[derive(Debug)]
pub(crate) struct FolderLock(File);

impl FolderLock {
    /// Takes the folder, or says who has it.
    pub(crate) fn take(dir: &Path) -> Result<Self, LedgerError> {
        let file = File::options().create(true).truncate(false).read(true).write(true).open(dir.join(LOCK))?;
        match FileExt::try_lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LedgerError::InUse { holder: holder(dir) }),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let holder = Holder { pid: std::process::id(), since: Some(Timestamp::now()) };
        // Only words for whoever comes second: a disk without room for them keeps nobody out.
        if let Err(error) = fs::write(dir.join(HOLDER), serde_json::to_vec(&holder)?) {
            tracing::warn!(%error, "who has the data folder could not be written down");
        }
        Ok(Self(file))
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Closing the file lets go of it too; this only does so at once.
        if let Err(error) = FileExt::unlock(&self.0) {
            tracing::warn!(%error, "the data folder's lock could not be let go");
        }
    }
}

fn holder(dir: &Path) -> Holder {
    let read = fs::read(dir.join(HOLDER)).ok().and_then(|text| serde_json::from_slice(&text).ok());
    read.unwrap_or(Holder { pid: 0, since: None })
}
