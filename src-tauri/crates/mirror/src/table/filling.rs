//! `filling`: new columns that are told from what is stored already, and from which row id on each is filled. A column that
//! is filled whole is not here.

use rusqlite::{Connection, OptionalExtension, params};

use crate::MirrorError;
use crate::steps::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 11,
    print: 0xba98_9666_3d05_d7fb,
    sql: "
CREATE TABLE filling (
    what TEXT PRIMARY KEY,
    filled_from INTEGER NOT NULL
) STRICT, WITHOUT ROWID;",
}];

/// From which row id on a column is filled; none where it is filled whole.
pub(crate) fn filled_from(db: &Connection, what: &str) -> Result<Option<i64>, MirrorError> {
    let mut found = db.prepare_cached("SELECT filled_from FROM filling WHERE what = ?1")?;
    Ok(found.query_row([what], |row| row.get(0)).optional()?)
}

/// It is filled from here on; from the first row on, it is filled whole.
pub(crate) fn fill_from(db: &Connection, what: &str, row: i64) -> Result<(), MirrorError> {
    match row {
        ..=1 => db.prepare_cached("DELETE FROM filling WHERE what = ?1")?.execute([what])?,
        _ => db.prepare_cached("UPDATE filling SET filled_from = ?2 WHERE what = ?1")?.execute(params![what, row])?,
    };
    Ok(())
}
