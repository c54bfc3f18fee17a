//! What several features do alike on the desk: each file knows only those above it in this list.

pub(crate) mod once;
pub(crate) mod reading;

pub(crate) mod export;
pub(crate) mod saving;

pub(crate) mod connections;
pub(crate) mod outbox;
pub(crate) mod runs;
mod status;
pub(crate) mod telling;

pub(crate) mod questions;
