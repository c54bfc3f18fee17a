//! The mirror: what the state holds for the person's licenses, as a SQLite copy that can always be rebuilt.
//!
//! One writer, a few `query_only` readers, WAL. A page of records and its cursor are one transaction. Grids open
//! [`View`](view::View)s: snapshots of row ids, read by window. All calls block; call them off the async threads.

mod alike;
mod brief;
mod card;
mod collection;
mod error;
mod facts;
mod filling;
mod fingerprint;
mod forgetting;
mod interrupt;
mod known;
mod listed_full;
mod open;
mod packager;
mod places;
#[cfg(test)]
mod plans;
mod read;
mod record;
mod search;
mod steps;
mod table;
mod transfer;
mod turns;
pub mod view;
mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use alike::teach as teach_alike;
pub use brief::PackageBrief;
pub use card::PackageFull;
pub use error::MirrorError;
pub use facts::TagFacts;
pub use interrupt::Interrupt;
pub use known::{FoundItem, FoundLocation, FoundManifest, KnownFound};
pub use listed_full::{ListedFull, SentField};
pub use places::TagPlace;
pub use record::{
    FacilityRecord, LabSampleRecord, PackageList, PackageRecord, PageWrite, Records, ReferenceKind, ReferenceRecord,
    Stored, TransferredRecord,
};
pub use table::change::{Changes, Shown};
pub use transfer::{
    DeliveryDriverRecord, DeliveryPackageRecord, DeliveryRecord, DeliveryTransporterRecord, DetailWanted, SeenDriver,
    SeenParty, SeenVehicle, TransferDelivery, TransferDetail, TransferDetailRecord, TransferDriver, TransferList,
    TransferPackage, TransferRecord, TransferState, TransferTransporter, TransferType, TransferWithPackage,
};

/// Idle readers kept; more are opened when more reads run at once, and closed after.
const IDLE_READERS: usize = 3;

/// The local copy of the state's records. Cloning shares it.
#[derive(Clone)]
pub struct Mirror(Arc<Shared>);

/// An opened mirror, and what had to be done for it.
pub struct Opened {
    /// The mirror.
    pub mirror: Mirror,
    /// Where the damaged file was moved, when one was found; the mirror is empty then.
    pub rebuilt_from: Option<PathBuf>,
}

struct Shared {
    path: PathBuf,
    turns: turns::Turns,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    views: view::ViewCache,
    /// Set once a query met damage: nothing is asked of the file again, and its connections are closed.
    damaged: AtomicBool,
    hooks: Mutex<Vec<Hook>>,
}

type Hook = Arc<dyn Fn() + Send + Sync>;

impl Mirror {
    /// Opens `mirror.db` in a folder, made where it is not there. A damaged file is moved aside and an empty mirror
    /// begun.
    ///
    /// # Errors
    /// [`MirrorError::NewerVersion`] for a newer Trackside's file, which is left untouched; [`MirrorError::Io`] and
    /// [`MirrorError::Sqlite`] when the folder cannot be used.
    pub fn open(dir: &Path) -> Result<Opened, MirrorError> {
        let path = open::path(dir);
        let rebuilt_from = open::prepare(&path)?;
        let writer = open::writer(&path)?;
        if let Some(aside) = &rebuilt_from {
            tracing::warn!(file = %aside.display(), "the local copy was damaged; moved aside and begun anew");
        }
        let shared = Shared {
            path,
            turns: turns::Turns::default(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            views: view::ViewCache::default(),
            damaged: AtomicBool::new(false),
            hooks: Mutex::default(),
        };
        Ok(Opened { mirror: Self(Arc::new(shared)), rebuilt_from })
    }

    /// Calls `hook` after every write that changed records, on the writing thread: it must not block and must not
    /// write to the mirror.
    pub fn on_change(&self, hook: Box<dyn Fn() + Send + Sync>) {
        lock(&self.0.hooks).push(Arc::from(hook));
    }

    /// Lets the file grow to at most so many bytes from now on, after which writes fail with
    /// [`MirrorError::DiskFull`]; for keeping to a quota, and for testing a full disk. Never below the present size.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn limit_size(&self, bytes: u64) -> Result<(), MirrorError> {
        let writer = lock(&self.0.writer);
        let page: i64 = writer.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        let pages = bytes.div_ceil(page.unsigned_abs().max(1)).clamp(1, u64::from(u32::MAX) - 1);
        writer.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
        Ok(())
    }

    /// Runs `work` in one write transaction: all of it, or nothing. Who came first writes first.
    fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, MirrorError>) -> Result<T, MirrorError> {
        let _turn = self.0.turns.wait();
        let mut writer = lock(&self.0.writer);
        self.not_damaged()?;
        let outcome = (|| {
            let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })();
        drop(writer);
        self.noticing_damage(outcome)
    }

    /// Runs `work` in one read transaction: all its queries see the same state.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, MirrorError>) -> Result<T, MirrorError> {
        self.not_damaged()?;
        let idle = lock(&self.0.readers).pop();
        let outcome = (|| {
            let mut reader = match idle {
                Some(reader) => reader,
                None => open::reader(&self.0.path)?,
            };
            let transaction = reader.transaction()?;
            let done = work(&transaction);
            // Nothing was written: ending it this way or the other is the same.
            transaction.finish()?;
            let done = done?;
            let mut readers = lock(&self.0.readers);
            if readers.len() < IDLE_READERS && !self.0.damaged.load(Ordering::SeqCst) {
                readers.push(reader);
            }
            Ok(done)
        })();
        self.noticing_damage(outcome)
    }

    fn not_damaged(&self) -> Result<(), MirrorError> {
        match self.0.damaged.load(Ordering::SeqCst) {
            true => Err(MirrorError::Damaged { path: self.0.path.clone() }),
            false => Ok(()),
        }
    }

    /// Marks a damaged file for the next [`Mirror::open`] and lets go of it, so that it can be moved aside while this
    /// mirror still has clones (Windows moves no open file).
    fn noticing_damage<T>(&self, outcome: Result<T, MirrorError>) -> Result<T, MirrorError> {
        let Err(MirrorError::Damaged { .. }) = outcome else { return outcome };
        self.0.damaged.store(true, Ordering::SeqCst);
        open::mark_damaged(&self.0.path);
        lock(&self.0.readers).clear();
        match Connection::open_in_memory() {
            Ok(nothing) => *lock(&self.0.writer) = nothing,
            Err(error) => tracing::warn!(%error, "the damaged local copy could not be let go"),
        }
        Err(MirrorError::Damaged { path: self.0.path.clone() })
    }

    fn tell_hooks(&self) {
        let hooks = lock(&self.0.hooks).clone();
        for hook in hooks {
            hook();
        }
    }
}

/// A panic in another thread leaves nothing half done behind these locks: SQLite rolled its transaction back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
