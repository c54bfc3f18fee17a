//! Pages on their way into the mirror. They arrive from many requests at once and the mirror has one writer, so those
//! that arrive while it writes are written together, in one transaction: the same safety for a fraction of the work.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mirror::{Mirror, MirrorError, PageWrite};
use tokio::sync::oneshot;
use words::say;

use crate::error::SyncError;

/// The most pages of one transaction, so that a reader never waits long behind it.
const TOGETHER: usize = 16;

/// Writes pages to a mirror, in the order in which they come.
#[derive(Clone)]
pub(crate) struct Storer {
    mirror: Mirror,
    queue: Arc<Mutex<Queue>>,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    writing: bool,
}

struct Waiting {
    page: PageWrite,
    stored: oneshot::Sender<Result<u64, MirrorError>>,
}

impl Storer {
    pub(crate) fn new(mirror: Mirror) -> Self {
        Self { mirror, queue: Arc::default() }
    }

    /// Stores a page, possibly together with others. Gives how many records changed; of pages stored together the
    /// first reports for all. A page once given is stored even when nobody waits for it any more.
    pub(crate) async fn store(&self, page: PageWrite) -> Result<u64, SyncError> {
        let (tell, stored) = oneshot::channel();
        let begin = {
            let mut queue = self.queue();
            queue.waiting.push(Waiting { page, stored: tell });
            !std::mem::replace(&mut queue.writing, true)
        };
        if begin {
            let storer = self.clone();
            tokio::task::spawn_blocking(move || storer.write_all());
        }
        match stored.await {
            Ok(stored) => Ok(stored?),
            Err(_) => Err(SyncError::Aborted(say::reading_run_writing_ended().to_string())),
        }
    }

    /// Writes until nothing waits.
    fn write_all(&self) {
        let _unwound = Unwound(self);
        loop {
            let batch: Vec<Waiting> = {
                let mut queue = self.queue();
                if queue.waiting.is_empty() {
                    queue.writing = false;
                    return;
                }
                let together = queue.waiting.len().min(TOGETHER);
                queue.waiting.drain(..together).collect()
            };
            self.write(batch);
        }
    }

    fn write(&self, batch: Vec<Waiting>) {
        let (pages, tells): (Vec<PageWrite>, Vec<_>) = batch.into_iter().map(|w| (w.page, w.stored)).unzip();
        // Nobody may be waiting any more after a cancel; the page is stored all the same.
        match self.mirror.store_pages(&pages) {
            Ok(stored) => {
                let mut changed = stored.changed;
                for tell in tells {
                    drop(tell.send(Ok(std::mem::take(&mut changed))));
                }
            }
            // Each gets an error of its own, or is stored after all where another was the trouble.
            Err(_) => {
                for (page, tell) in pages.into_iter().zip(tells) {
                    drop(tell.send(self.mirror.store_page(page).map(|stored| stored.changed)));
                }
            }
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets nobody wait for a writer that ended abnormally.
struct Unwound<'a>(&'a Storer);

impl Drop for Unwound<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut queue = self.0.queue();
            queue.writing = false;
            queue.waiting.clear();
        }
    }
}
