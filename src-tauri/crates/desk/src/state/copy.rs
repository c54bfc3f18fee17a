//! The local copy of what the state holds, which may be replaced while the desk runs.

use std::sync::{PoisonError, RwLock};

use mirror::Mirror;

/// The mirror as it is now.
pub(crate) struct LocalCopy {
    /// With a number that grows each time a damaged one is replaced.
    now: RwLock<(u64, Mirror)>,
    /// Held by whoever replaces a damaged one.
    pub replacing: tokio::sync::Mutex<()>,
}

impl LocalCopy {
    pub fn new(mirror: Mirror) -> Self {
        Self { now: RwLock::new((0, mirror)), replacing: tokio::sync::Mutex::default() }
    }

    /// The mirror with its number, by which its damage is told.
    pub fn now(&self) -> (u64, Mirror) {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Another takes the place of mirror `number`.
    pub fn replace(&self, number: u64, mirror: Mirror) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = (number + 1, mirror);
    }
}
