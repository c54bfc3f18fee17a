//! Fields whose values are of another form than the contract says. Each is logged once, by name: a page has thousands of
//! fields, and their values are the license's own affair.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// What was told since the program began.
static TOLD: Mutex<BTreeSet<(&str, &str)>> = Mutex::new(BTreeSet::new());

/// Logs a record's field, the first time.
pub(super) fn tell(record: &'static str, field: &'static str) {
    if TOLD.lock().unwrap_or_else(PoisonError::into_inner).insert((record, field)) {
        tracing::warn!(record, field, "a field is of an unexpected form; it is shown as empty and kept as it came");
    }
}
