//! The outbox as the desk holds it: its handle, the ways of its reports, and what is known of them in memory.

mod episode;
mod index;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use outbox::{News, OutboxHandle, State, StateWire, Timing, Wires};
use rules::LicenseNumber;
use tokio::sync::mpsc;

pub(crate) use episode::Episode;
pub(crate) use index::{Held, Lane, PendingIndex};

/// What the news task is told.
pub(crate) enum Heard {
    /// The outbox committed something.
    News(News),
    /// Something outside changed that bears on it: a run ended, the connection came or went.
    Look,
}

/// The outbox and what is known of it in memory.
pub(crate) struct Reports {
    pub wires: Wires,
    pub handle: tokio::sync::RwLock<Option<Running>>,
    index: RwLock<PendingIndex>,
    episode: Mutex<Episode>,
    /// By license: how many runs have begun.
    runs: Mutex<BTreeMap<LicenseNumber, u64>>,
    stalled: Mutex<Option<String>>,
    /// Why no outbox could be begun; none while one runs.
    off: Mutex<Option<String>>,
    /// An older copy took the ledger's place, and no outbox has taken that up yet. It must be said to the first that
    /// begins, whenever that is: another would send again what was sent since the copy was made.
    pub from_copy: AtomicBool,
    /// Reports that wait or are on their way, for the question before closing.
    waiting: AtomicI64,
    hear: mpsc::UnboundedSender<Heard>,
    /// Reading an intent and putting it into the index is one step, so that an older reading never comes after a newer.
    pub refreshing: tokio::sync::Mutex<()>,
}

pub(crate) struct Running {
    pub handle: OutboxHandle,
    pub timing: Timing,
}

impl Reports {
    /// Nothing runs yet. `from_copy`: an older copy took the ledger's place.
    pub fn new(from_copy: bool) -> (Self, mpsc::UnboundedReceiver<Heard>) {
        let (hear, heard) = mpsc::unbounded_channel();
        let reports = Self {
            wires: Wires::new(),
            handle: tokio::sync::RwLock::default(),
            index: RwLock::default(),
            episode: Mutex::default(),
            runs: Mutex::default(),
            stalled: Mutex::default(),
            off: Mutex::default(),
            from_copy: AtomicBool::new(from_copy),
            waiting: AtomicI64::new(0),
            hear,
            refreshing: tokio::sync::Mutex::default(),
        };
        (reports, heard)
    }

    /// What is held, to read.
    pub fn index(&self) -> RwLockReadGuard<'_, PendingIndex> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is held.
    pub fn change_index<T>(&self, change: impl FnOnce(&mut PendingIndex) -> T) -> T {
        change(&mut self.index.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many reports wait or are on their way, as last counted.
    pub fn waiting(&self) -> i64 {
        self.waiting.load(Ordering::SeqCst)
    }

    /// Counts them.
    pub fn count_waiting(&self) {
        let waits = |state| matches!(state, State::Queued | State::Blocked | State::Sending);
        let waiting = self.index().all().filter(|held| waits(held.intent.progress.state)).count();
        self.waiting.store(i64::try_from(waiting).unwrap_or(i64::MAX), Ordering::SeqCst);
    }

    /// The time without a connection.
    pub fn episode(&self) -> MutexGuard<'_, Episode> {
        self.episode.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why no outbox could be begun.
    pub fn off(&self) -> MutexGuard<'_, Option<String>> {
        self.off.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why the outbox that runs cannot go on; none while it can.
    pub fn stalled(&self) -> MutexGuard<'_, Option<String>> {
        self.stalled.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the news task is told of things.
    pub fn ear(&self) -> mpsc::UnboundedSender<Heard> {
        self.hear.clone()
    }

    /// Tells the news task.
    pub fn hear(&self, heard: Heard) {
        // Nobody hears any more once the desk has stopped.
        drop(self.hear.send(heard));
    }

    /// Sets or ends the way of a license's reports to the state.
    pub fn wire(&self, license: &LicenseNumber, wire: Option<&StateWire>) {
        match wire {
            Some(wire) => self.wires.set(license.clone(), wire.clone()),
            None => self.wires.remove(license),
        }
    }

    /// A run of a license begins; gives its number.
    pub fn run_begins(&self, license: &LicenseNumber) -> u64 {
        let mut runs = self.runs.lock().unwrap_or_else(PoisonError::into_inner);
        let run = runs.entry(license.clone()).or_default();
        *run += 1;
        *run
    }

    /// The number that the next run of a license will have.
    pub fn next_run(&self, license: &LicenseNumber) -> u64 {
        let runs = self.runs.lock().unwrap_or_else(PoisonError::into_inner);
        runs.get(license).copied().unwrap_or_default() + 1
    }
}
