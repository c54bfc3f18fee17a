//! What several features do alike on the desk. One-way inside as well: `tests/folders.rs` has the order.

pub(crate) mod connections;
pub(crate) mod export;
pub(crate) mod once;
pub(crate) mod outbox;
pub(crate) mod questions;
pub(crate) mod reading;
pub(crate) mod runs;
pub(crate) mod saving;
mod status;
pub(crate) mod telling;
