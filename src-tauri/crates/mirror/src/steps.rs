//! The way of `mirror.db` from one format to the next. A table's steps stand beside it, in its own file; a file takes those
//! that it has not taken, all in one transaction or none, and keeps its rows.
//!
//! A step that was released is never changed: a file that took it would no longer be what the newer steps build on. Its
//! text is frozen by its print. What comes later is a step of its own, with the next number. Where a new column can be
//! told from what is stored already, it is filled in the background (`filling.rs`).

use rusqlite::Connection;

use crate::MirrorError;
use crate::table;

/// One step of a table.
pub(crate) struct Step {
    /// The format that a file has after it; several tables may take one together. Never less than the one before.
    pub(crate) number: i64,
    /// The print of its text ([`fingerprint::of_text`](crate::fingerprint::of_text)), by which a test holds it frozen.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test below is what it is for"))]
    pub(crate) print: u64,
    /// What is done.
    pub(crate) sql: &'static str,
}

/// The first format that is moved forward. Files of older ones were never with anybody but their makers and are read
/// anew.
pub(crate) const FIRST: i64 = 10;

/// All steps, in the order in which they are taken.
fn all() -> Vec<&'static Step> {
    let mut steps: Vec<&Step> = table::STEPS.into_iter().flatten().collect();
    // Of one number, the tables keep the order in which they need each other.
    steps.sort_by_key(|step| step.number);
    steps
}

/// The newest format.
pub(crate) fn newest() -> i64 {
    all().last().map_or(FIRST, |step| step.number)
}

/// Takes the steps behind a format up to and with another; in the caller's transaction.
pub(crate) fn take(db: &Connection, behind: i64, to: i64) -> Result<(), MirrorError> {
    for step in all().into_iter().filter(|step| (behind + 1..=to).contains(&step.number)) {
        db.execute_batch(step.sql)?;
    }
    Ok(db.pragma_update(None, "user_version", to)?)
}

#[cfg(test)]
#[path = "steps/tests.rs"]
mod tests;
