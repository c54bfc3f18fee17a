//! The ledger: what the person wants and has done, in `ledger.db`. Unlike the mirror it can be read again from nowhere,
//! so every write is on the disk before it is answered, a start that finds it changed keeps a copy, a damaged file is put
//! aside and the newest good copy takes its place, and one process at a time owns the folder. Keys are never in it.
//!
//! All calls block; call them off the async threads.

mod backup;
mod condition;
mod draft;
mod error;
mod health;
mod import;
mod lock;
mod look;
mod open;
mod outbox;
mod receiving;
mod steps;
mod table;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rules::LicenseNumber;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use condition::Condition;
pub use draft::{Draft, DraftHead, DraftLine, LineTexts, NewDraft};
pub use error::LedgerError;
pub use import::{ImportRefusal, ImportSession, NewImport};
pub use lock::Holder;
pub use outbox::{AttemptRow, AuditRow, HoldRow, IntentRow, OutboxChange, OutboxRows, OverRow};
pub use receiving::{NewReceiving, Receiving, ReceivingHead, Scan};
pub use table::account::StoredAccount;
pub use table::layout::KeptLayout;

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
    /// Why no copy of what was found could be kept. The ledger itself is whole and open.
    pub not_copied: Option<LedgerError>,
}

/// How a damaged ledger was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the damaged file was kept.
    pub damaged: PathBuf,
    /// The copy that took its place; none when no copy was good and the ledger begins empty.
    pub copy: Option<PathBuf>,
}

struct Shared {
    // Before the lock: the database is closed before another process may have the folder.
    db: Mutex<Connection>,
    _lock: lock::FolderLock,
}

impl Ledger {
    /// Takes the folder for this process and opens `ledger.db` in it, made where it is not there. Keeps a copy of what
    /// it finds where that changed since the newest, five in all; where no copy can be kept the ledger is opened all the
    /// same.
    ///
    /// # Errors
    /// [`LedgerError::InUse`] while another process (or another handle) has the folder; [`LedgerError::NewerVersion`]
    /// for a newer Trackside's file, which is left untouched; [`LedgerError::Io`], [`LedgerError::DiskFull`] and
    /// [`LedgerError::Sqlite`] when the folder cannot be used.
    pub fn open(dir: &Path) -> Result<LedgerOpened, LedgerError> {
        std::fs::create_dir_all(dir)?;
        let lock = lock::FolderLock::take(dir)?;
        let open::Opened { db, restored: restored_from, not_copied, from_copy } = open::open(dir)?;
        if let Some(error) = &not_copied {
            tracing::error!(%error, "no copy of the ledger could be kept");
        }
        if let Some(restored) = &restored_from {
            tracing::error!(
                damaged = %restored.damaged.display(),
                copy = restored.copy.as_ref().map(|copy| copy.display().to_string()),
                "the ledger was damaged; the file is kept and the newest good copy is in its place"
            );
        }
        let shared = Shared { db: Mutex::new(db), _lock: lock };
        Ok(LedgerOpened { ledger: Self(Arc::new(shared)), restored_from, from_copy, not_copied })
    }

    /// Everything that may have been sent since the copy was made is being looked for: see [`LedgerOpened::from_copy`].
    ///
    /// # Errors
    /// When the ledger cannot be written; the next start says it again then.
    pub fn copy_is_taken_up(&self) -> Result<(), LedgerError> {
        self.write(|work| table::content::set_from_copy(work.0, false))
    }

    /// The first answer of a command by its request id, with the command's name; none when it was never answered.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn answer_of(&self, request_id: &str) -> Result<Option<(String, Value)>, LedgerError> {
        self.write(|work| work.answer_of(request_id))
    }

    /// Keeps a command's answer. The first answer stays: keeping another for the same id changes nothing.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_answer(
        &self,
        request_id: &str,
        command: &str,
        answer: &Value,
        at: Timestamp,
    ) -> Result<(), LedgerError> {
        self.write(|work| work.keep_answer(request_id, command, answer, at))
    }

    /// Does something once: what `once` does to the ledger and its answer are one transaction, and a repeated request
    /// gets the first answer without `once` being called.
    ///
    /// # Errors
    /// [`LedgerError::RequestReused`] when the id answered another command; what `once` returns; when the ledger
    /// cannot be written. Nothing is kept then.
    pub fn remember<T, E>(
        &self,
        request_id: &str,
        command: &str,
        at: Timestamp,
        once: impl FnOnce(&Work<'_>) -> Result<T, E>,
    ) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<LedgerError>,
    {
        self.write(|work| {
            if let Some((first, answer)) = work.answer_of(request_id)? {
                if first != command {
                    return Err(LedgerError::RequestReused { request_id: request_id.to_owned(), first }.into());
                }
                return Ok(serde_json::from_value(answer).map_err(LedgerError::from)?);
            }
            let answer = once(work)?;
            let kept = serde_json::to_value(&answer).map_err(LedgerError::from)?;
            work.keep_answer(request_id, command, &kept, at)?;
            Ok(answer)
        })
    }

    /// How the person left a grid: the page's own text, remembered for a license, and what was put for its kind
    /// everywhere; none when nothing is. Grids of a kind are named `packages.active`, `packages.inactive`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn layout_get(
        &self,
        grid: &str,
        license: &LicenseNumber,
    ) -> Result<(Option<String>, Option<String>), LedgerError> {
        self.write(|work| table::layout::get(work.0, grid, license))
    }

    /// Remembers how the person left a grid; an empty text forgets it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn layout_put(&self, grid: &str, license: &LicenseNumber, layout: &str) -> Result<(), LedgerError> {
        self.write(|work| table::layout::put(work.0, grid, license, layout))
    }

    /// Remembers a layout for all grids of this one's kind and every license, those to come as well, and forgets theirs;
    /// an empty text forgets only. Gives what must be put, each with [`Self::layout_put`], for all to be as before.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn layout_put_everywhere(&self, grid: &str, layout: &str) -> Result<Vec<KeptLayout>, LedgerError> {
        self.write(|work| table::layout::put_everywhere(work.0, grid, layout))
    }

    /// The remembered accounts, in the order connected.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn accounts(&self) -> Result<Vec<StoredAccount>, LedgerError> {
        self.write(|work| table::account::all(work.0))
    }

    /// Remembers an account, new or changed. Must hold no key.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_put(&self, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
        self.write(|work| work.account_put(account, at))
    }

    /// Forgets an account; gives whether it was there.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_remove(&self, id: &str) -> Result<bool, LedgerError> {
        self.write(|work| work.account_remove(id))
    }

    /// Remembers `put` and forgets `removed` in one transaction: a license that goes from one account to another is
    /// never in both or in neither. Must hold no key.
    ///
    /// # Errors
    /// When the ledger cannot be written; nothing is changed then.
    pub fn accounts_change(&self, put: &[StoredAccount], removed: &[String], at: Timestamp) -> Result<(), LedgerError> {
        self.write(|work| {
            put.iter().try_for_each(|account| work.account_put(account, at))?;
            removed.iter().try_for_each(|id| work.account_remove(id).map(drop))
        })
    }

    /// Runs `work` in one transaction: all of it is on the disk when this returns, or none of it.
    fn write<T, E: From<LedgerError>>(&self, work: impl FnOnce(&Work<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut db = self.0.db.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = db.transaction_with_behavior(TransactionBehavior::Deferred).map_err(LedgerError::from)?;
        let before = transaction.total_changes();
        let done = work(&Work(&transaction))?;
        if transaction.total_changes() != before {
            table::content::changed(&transaction)?;
        }
        transaction.commit().map_err(LedgerError::from)?;
        Ok(done)
    }
}

/// A transaction on the ledger, for what must happen together with its answer.
pub struct Work<'a>(&'a Transaction<'a>);

impl Work<'_> {
    /// As [`Ledger::answer_of`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn answer_of(&self, request_id: &str) -> Result<Option<(String, Value)>, LedgerError> {
        table::request::get(self.0, request_id)
    }

    /// As [`Ledger::keep_answer`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_answer(
        &self,
        request_id: &str,
        command: &str,
        answer: &Value,
        at: Timestamp,
    ) -> Result<(), LedgerError> {
        table::request::put(self.0, request_id, command, answer, at)
    }

    /// As [`Ledger::account_put`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_put(&self, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
        table::account::put(self.0, account, at)
    }

    /// As [`Ledger::account_remove`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_remove(&self, id: &str) -> Result<bool, LedgerError> {
        table::account::remove(self.0, id)
    }
}
