//! `sweep`: full readings of a licence, by which vanished packages are found.

use rusqlite::Connection;

use crate::MirrorError;

/// The id never comes back, so that a row's mark always means the sweep that set it.
pub(crate) const CREATE: &str = "
CREATE TABLE sweep (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    licence_id INTEGER NOT NULL REFERENCES licence (id)
) STRICT;";

/// Begins a sweep of a licence; earlier ones are over.
pub(crate) fn begin(db: &Connection, licence: i64) -> Result<i64, MirrorError> {
    remove_licence(db, licence)?;
    db.execute("INSERT INTO sweep (licence_id) VALUES (?1)", [licence])?;
    Ok(db.last_insert_rowid())
}

/// Forgets a licence's sweeps.
pub(crate) fn remove_licence(db: &Connection, licence: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM sweep WHERE licence_id = ?1", [licence])?;
    Ok(())
}
