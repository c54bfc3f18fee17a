//! `sweep`: full readings of a license, by which vanished packages are found.

use rusqlite::Connection;

use crate::MirrorError;
use crate::steps::Step;

/// The id never comes back, so that a row's mark always means the sweep that set it.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xc352_aeaf_f9b8_4524,
    sql: "
CREATE TABLE sweep (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id)
) STRICT;",
}];

/// Begins a sweep of a license; earlier ones are over.
pub(crate) fn begin(db: &Connection, license: i64) -> Result<i64, MirrorError> {
    remove_license(db, license)?;
    db.execute("INSERT INTO sweep (license_id) VALUES (?1)", [license])?;
    Ok(db.last_insert_rowid())
}

/// Forgets a license's sweeps.
pub(crate) fn remove_license(db: &Connection, license: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM sweep WHERE license_id = ?1", [license])?;
    Ok(())
}
