//! `content`: what is known of the file as a whole; one row.

use rusqlite::{Connection, OptionalExtension};

use super::step::Step;
use crate::error::LedgerError;

/// `mark` is another after every change of anything, so that two files with one mark hold the same, however their bytes
/// differ. It is drawn and not counted: a file that was put back from a copy goes on from there, and a number would come
/// a second time for other content. `from_copy` is 1 from the moment when a copy took the ledger's place until the
/// outbox has taken that up.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 4,
    print: 3_837_538_984_628_914_840,
    sql: "
CREATE TABLE content (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    mark BLOB NOT NULL,
    from_copy INTEGER NOT NULL CHECK (from_copy IN (0, 1))
) STRICT;
INSERT INTO content (one, mark, from_copy) VALUES (1, randomblob(16), 0);",
}];

/// Says that something changed.
pub(crate) fn changed(db: &Connection) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE content SET mark = randomblob(16) WHERE one = 1")?.execute([])?;
    Ok(())
}

/// The mark of what the file holds; none in a file from before there were marks.
pub(crate) fn mark(db: &Connection) -> Result<Option<Vec<u8>>, LedgerError> {
    let there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'content'";
    if db.query_row(there, [], |_| Ok(())).optional()?.is_none() {
        return Ok(None);
    }
    Ok(db.query_row("SELECT mark FROM content WHERE one = 1", [], |row| row.get(0)).optional()?)
}

/// Whether a copy took the ledger's place and the outbox has not taken that up.
pub(crate) fn is_from_copy(db: &Connection) -> Result<bool, LedgerError> {
    Ok(db.query_row("SELECT from_copy FROM content WHERE one = 1", [], |row| row.get(0))?)
}

/// Remembers whether a copy took the ledger's place.
pub(crate) fn set_from_copy(db: &Connection, from_copy: bool) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE content SET from_copy = ?1 WHERE one = 1 AND from_copy <> ?1")?.execute([from_copy])?;
    Ok(())
}
