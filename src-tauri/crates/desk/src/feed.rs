//! Events to the page: gathered and sent at most ten times a second, so that a first load does not drown it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use mirror::TransferList;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::contract::{Change, DeskEvent, JobProgress};
use crate::desk::{Desk, blocking};

/// The least time between two deliveries.
const PAUSE: Duration = Duration::from_millis(100);

/// What waits for the next delivery.
#[derive(Default)]
struct Waiting {
    sync: bool,
    outbox: bool,
    snapshot: bool,
    jobs: BTreeMap<String, JobProgress>,
}

/// Gathers news from any thread.
#[derive(Clone, Default)]
pub(crate) struct Feed {
    waiting: Arc<Mutex<Waiting>>,
    bell: Arc<Notify>,
}

impl Feed {
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

    fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Desk {
    /// Delivers until `stop`.
    pub(crate) async fn deliver(self, mut revision: i64, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.inner.feed.bell.notified() => {}
            }
            let waiting = self.inner.feed.take();
            revision = self.deliver_changes(revision).await;
            if waiting.snapshot {
                (self.inner.events)(&DeskEvent::Snapshot);
            }
            if waiting.sync {
                let status = Box::new(self.current_status());
                (self.inner.events)(&DeskEvent::Sync { status });
            }
            if waiting.outbox {
                match self.outbox_status().await {
                    Ok(status) => {
                        (self.inner.events)(&DeskEvent::Outbox { status: Box::new(status) });
                        // A report may carry a draft, whose stage is told from it.
                        (self.inner.events)(&DeskEvent::Drafts);
                    }
                    Err(fault) => {
                        tracing::warn!(code = ?fault.code, details = %fault.details, "the outbox cannot be told of")
                    }
                }
            }
            for progress in waiting.jobs.into_values() {
                (self.inner.events)(&DeskEvent::Job { progress });
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    async fn deliver_changes(&self, since: i64) -> i64 {
        let mirror = self.mirror();
        let changes = match blocking(move || mirror.changes_since(since)).await {
            Ok(Ok(changes)) => changes,
            Ok(Err(fault)) => {
                tracing::warn!(%fault, "the change feed could not be read");
                return since;
            }
            Err(fault) => {
                tracing::warn!(%fault, "the change feed could not be read");
                return since;
            }
        };
        if !changes.complete {
            // The feed does not reach back so far: the page draws itself anew.
            (self.inner.events)(&DeskEvent::Snapshot);
        }
        if changes.by.iter().any(|(shown, _)| TransferList::of_collection(shown.collection).is_some()) {
            (self.inner.events)(&DeskEvent::Drafts);
        }
        if changes.revision > since && !changes.by.is_empty() {
            let records = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
            let list = changes
                .by
                .into_iter()
                .map(|(shown, n)| Change {
                    collection: shown.collection,
                    licence: shown.licence,
                    tab: shown.tab,
                    records: records(n),
                })
                .collect();
            (self.inner.events)(&DeskEvent::Changes { revision: changes.revision, changes: list });
        }
        changes.revision
    }
}
