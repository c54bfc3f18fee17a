//! The ledger itself: what it holds open, and how it is written.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup::{Copier, Copying};
use crate::error::LedgerError;
use crate::lock::FolderLock;
use crate::open::{self, Restored};
use crate::table::{content, request};

/// The person's work. Cloning shares it; the folder is free again when the last clone is gone.
#[derive(Clone)]
pub struct Ledger(Arc<Shared>);

/// An opened ledger, and what had to be done for it.
pub struct LedgerOpened {
    /// The ledger.
    pub ledger: Ledger,
    /// What was put back, when the file was found damaged.
    pub restored_from: Option<Restored>,
    /// A copy took the ledger's place, now or at an earlier start, and [`Ledger::copy_is_taken_up`] was not said since:
    /// what waits in it may have been sent after it was made.
    pub from_copy: bool,
    /// The copy of what was found.
    pub copying: Copying,
}

/// Idle readers kept; more are opened when more reads run at once, and closed after.
const IDLE_READERS: usize = 3;

struct Shared {
    path: PathBuf,
    /// As [`Work::last_earlier_answer`].
    last_earlier_answer: i64,
    // Closed in this order: the copier and the readers before the writer, since whoever closes last moves the journal
    // into the file, and only the writer makes sure that this reaches the disk; the lock last, so that nothing is open
    // when another process may have the folder.
    _copier: Copier,
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    _lock: FolderLock,
}

impl Ledger {
    /// Takes the folder for this process and opens `ledger.db` in it, made where it is not there. Begins to make a copy
    /// of what it finds where that changed since the newest, five in all; the last clone that goes waits for it. A file
    /// of an earlier format is copied before it is moved forward. Where no copy can be kept the ledger is opened all the
    /// same.
    ///
    /// # Errors
    /// [`LedgerError::InUse`] while another process (or another handle) has the folder; [`LedgerError::NewerVersion`]
    /// for a newer Trackside's file, which is left untouched; [`LedgerError::Io`], [`LedgerError::DiskFull`] and
    /// [`LedgerError::Sqlite`] when the folder cannot be used.
    pub fn open(dir: &Path) -> Result<LedgerOpened, LedgerError> {
        std::fs::create_dir_all(dir)?;
        let folder = FolderLock::take(dir)?;
        let open::Opened { db, restored: restored_from, copier, copying, from_copy } = open::open(dir)?;
        if let Some(restored) = &restored_from {
            tracing::error!(
                damaged = %restored.damaged.display(),
                copy = restored.copy.as_ref().map(|copy| copy.display().to_string()),
                "the ledger was damaged; the file is kept and the newest good copy is in its place"
            );
        }
        let shared = Shared {
            path: open::path(dir),
            _copier: copier,
            last_earlier_answer: request::last_id(&db)?,
            readers: Mutex::default(),
            writer: Mutex::new(db),
            _lock: folder,
        };
        Ok(LedgerOpened { ledger: Self(Arc::new(shared)), restored_from, from_copy, copying })
    }

    /// Everything that may have been sent since the copy was made is being looked for: see [`LedgerOpened::from_copy`].
    ///
    /// # Errors
    /// When the ledger cannot be written; the next start says it again then.
    pub fn copy_is_taken_up(&self) -> Result<(), LedgerError> {
        self.write(|work| content::set_from_copy(work.db, false))
    }

    /// Runs `work` in one transaction: all of it is on the disk when this returns, or none of it.
    pub(crate) fn write<T, E: From<LedgerError>>(&self, work: impl FnOnce(&Work<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = lock(&self.0.writer);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Deferred).map_err(LedgerError::from)?;
        let before = transaction.total_changes();
        let done = work(&Work { db: &transaction, last_earlier_answer: self.0.last_earlier_answer })?;
        if transaction.total_changes() != before {
            content::changed(&transaction)?;
        }
        transaction.commit().map_err(LedgerError::from)?;
        Ok(done)
    }

    /// Runs `work` in one read transaction: all its queries see the same state, which has every commit that was answered
    /// before. It waits for no writer, nor a writer for it.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, LedgerError>) -> Result<T, LedgerError> {
        let idle = lock(&self.0.readers).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => open::reader(&self.0.path)?,
        };
        let transaction = reader.transaction()?;
        let done = work(&transaction)?;
        // Nothing was written: ending it this way or the other is the same.
        transaction.finish()?;
        let mut readers = lock(&self.0.readers);
        if readers.len() < IDLE_READERS {
            readers.push(reader);
        }
        Ok(done)
    }
}

/// A panic in another thread leaves nothing half done behind these locks: SQLite rolled its transaction back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A transaction on the ledger, for what must happen together with its answer.
pub struct Work<'a> {
    pub(crate) db: &'a Transaction<'a>,
    /// The last answer from before this start; 0 for none.
    pub(crate) last_earlier_answer: i64,
}
