//! Long jobs under way, which the person can stop.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

/// By the request that began each.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<String, CancellationToken>>);

impl Jobs {
    /// A job begins; it goes on until what is given here is cancelled.
    pub fn begin(&self, job: &str) -> CancellationToken {
        let cancel = CancellationToken::new();
        self.list().insert(job.to_owned(), cancel.clone());
        cancel
    }

    /// A job has ended.
    pub fn end(&self, job: &str) {
        self.list().remove(job);
    }

    /// Stops a job. Gives whether it was under way.
    pub fn cancel(&self, job: &str) -> bool {
        let job = self.list().get(job).cloned();
        if let Some(job) = &job {
            job.cancel();
        }
        job.is_some()
    }

    fn list(&self) -> MutexGuard<'_, BTreeMap<String, CancellationToken>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
