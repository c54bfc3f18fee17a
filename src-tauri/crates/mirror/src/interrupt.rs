//! Stopping a query that nobody waits for any more.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, InterruptHandle};

use crate::MirrorError;

/// Stops a running [`Mirror::open_view`](crate::Mirror::open_view) from another thread. Used once: what is
/// interrupted stays interrupted, so a query that begins later ends at once.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<Inner>);

#[derive(Default)]
struct Inner {
    stopped: AtomicBool,
    running: Mutex<Option<InterruptHandle>>,
}

impl Interrupt {
    /// One that nobody has used yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the query: it returns [`MirrorError::Interrupted`] soon after.
    pub fn interrupt(&self) {
        self.0.stopped.store(true, Ordering::SeqCst);
        if let Some(handle) = self.running().as_ref() {
            handle.interrupt();
        }
    }

    /// Whether it was used.
    pub fn is_interrupted(&self) -> bool {
        self.0.stopped.load(Ordering::SeqCst)
    }

    /// An error once it was used; for loops between queries.
    pub(crate) fn check(&self) -> Result<(), MirrorError> {
        if self.is_interrupted() { Err(MirrorError::Interrupted) } else { Ok(()) }
    }

    /// Runs `work` so that [`Interrupt::interrupt`] reaches the queries of `connection`.
    pub(crate) fn during<T>(
        &self,
        connection: &Connection,
        work: impl FnOnce() -> Result<T, MirrorError>,
    ) -> Result<T, MirrorError> {
        *self.running() = Some(connection.get_interrupt_handle());
        let outcome = self.check().and_then(|()| work());
        // Under the lock, so that no late interrupt hits the connection's next user.
        *self.running() = None;
        outcome
    }

    fn running(&self) -> MutexGuard<'_, Option<InterruptHandle>> {
        self.0.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
