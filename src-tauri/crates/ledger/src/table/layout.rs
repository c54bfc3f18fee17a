//! `layout`: how the person left each grid, for each license. The text is the page's own.

use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, params};

use crate::LedgerError;

pub(crate) const CREATE: &str = "
CREATE TABLE layout (
    grid TEXT NOT NULL,
    license TEXT NOT NULL,
    layout TEXT NOT NULL,
    PRIMARY KEY (grid, license)
) STRICT, WITHOUT ROWID;";

/// What is remembered.
pub(crate) fn get(db: &Connection, grid: &str, license: &LicenseNumber) -> Result<Option<String>, LedgerError> {
    let mut found = db.prepare_cached("SELECT layout FROM layout WHERE grid = ?1 AND license = ?2")?;
    Ok(found.query_row(params![grid, license.as_str()], |row| row.get(0)).optional()?)
}

/// Remembers a layout; an empty one is forgotten.
pub(crate) fn put(db: &Connection, grid: &str, license: &LicenseNumber, layout: &str) -> Result<(), LedgerError> {
    if layout.is_empty() {
        db.prepare_cached("DELETE FROM layout WHERE grid = ?1 AND license = ?2")?
            .execute(params![grid, license.as_str()])?;
    } else {
        db.prepare_cached(
            "INSERT INTO layout (grid, license, layout) VALUES (?1, ?2, ?3)
             ON CONFLICT (grid, license) DO UPDATE SET layout = excluded.layout",
        )?
        .execute(params![grid, license.as_str(), layout])?;
    }
    Ok(())
}
