//! Requests under way, so that each is carried out once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One lock for each request under way, so that a repetition waits for the first instead of running beside it.
#[derive(Default)]
pub(crate) struct Requests {
    under_way: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
}

impl Requests {
    /// The lock of a request.
    pub fn lock_of(&self, id: &str) -> Arc<tokio::sync::Mutex<()>> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.entry(id.to_owned()).or_default().clone()
    }

    /// The request has its answer.
    pub fn leave(&self, id: &str) {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        // Two owners: the map and the one that leaves. More means that a repetition still waits.
        if under_way.get(id).is_some_and(|lock| Arc::strong_count(lock) <= 2) {
            under_way.remove(id);
        }
    }
}
