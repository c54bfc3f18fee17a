//! News for the page, gathered until they are delivered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::Notify;

use crate::contract::JobProgress;

/// What waits for the next delivery.
#[derive(Default)]
pub(crate) struct Waiting {
    pub sync: bool,
    pub outbox: bool,
    pub snapshot: bool,
    pub jobs: BTreeMap<String, JobProgress>,
}

/// Gathers news from any thread.
#[derive(Clone)]
pub(crate) struct Feed {
    waiting: Arc<Mutex<Waiting>>,
    bell: Arc<Notify>,
    /// The revision of the status that was told last.
    told: Arc<AtomicI64>,
}

impl Feed {
    /// Nothing waits. Revisions begin at the clock, so that they grow from start to start too.
    pub fn new(now: Timestamp) -> Self {
        let told = Arc::new(AtomicI64::new(now.as_millisecond()));
        Self { waiting: Arc::default(), bell: Arc::default(), told }
    }

    /// The revision of a status that is about to be put together. It is taken before anything is looked at: whatever
    /// changes afterwards is told with a greater one.
    pub fn next_revision(&self) -> i64 {
        self.told.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn add(&self, put: impl FnOnce(&mut Waiting)) {
        put(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        self.bell.notify_one();
    }

    /// Records changed in the mirror.
    pub fn records(&self) {
        self.add(|_| {});
    }

    /// The sync stands differently.
    pub fn sync(&self) {
        self.add(|w| w.sync = true);
    }

    /// The outbox stands differently.
    pub fn outbox(&self) {
        self.add(|w| w.outbox = true);
    }

    /// Accounts or notices changed.
    pub fn snapshot(&self) {
        self.add(|w| w.snapshot = true);
    }

    /// A job went on; only its newest progress is delivered.
    pub fn job(&self, progress: JobProgress) {
        self.add(|w| {
            w.jobs.insert(progress.job.clone(), progress);
        });
    }

    /// Waits until there is something to deliver.
    pub async fn wait(&self) {
        self.bell.notified().await;
    }

    /// What is to be delivered.
    pub fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
