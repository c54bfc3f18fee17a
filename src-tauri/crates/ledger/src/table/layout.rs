//! `layout`: how the person left each grid, for each licence. The text is the page's own.

use rules::LicenceNumber;
use rusqlite::{Connection, OptionalExtension, params};

use crate::LedgerError;

pub(crate) const CREATE: &str = "
CREATE TABLE layout (
    grid TEXT NOT NULL,
    licence TEXT NOT NULL,
    layout TEXT NOT NULL,
    PRIMARY KEY (grid, licence)
) STRICT, WITHOUT ROWID;";

/// What is remembered.
pub(crate) fn get(db: &Connection, grid: &str, licence: &LicenceNumber) -> Result<Option<String>, LedgerError> {
    let mut found = db.prepare_cached("SELECT layout FROM layout WHERE grid = ?1 AND licence = ?2")?;
    Ok(found.query_row(params![grid, licence.as_str()], |row| row.get(0)).optional()?)
}

/// Remembers a layout; an empty one is forgotten.
pub(crate) fn put(db: &Connection, grid: &str, licence: &LicenceNumber, layout: &str) -> Result<(), LedgerError> {
    if layout.is_empty() {
        db.prepare_cached("DELETE FROM layout WHERE grid = ?1 AND licence = ?2")?
            .execute(params![grid, licence.as_str()])?;
    } else {
        db.prepare_cached(
            "INSERT INTO layout (grid, licence, layout) VALUES (?1, ?2, ?3)
             ON CONFLICT (grid, licence) DO UPDATE SET layout = excluded.layout",
        )?
        .execute(params![grid, licence.as_str(), layout])?;
    }
    Ok(())
}
