//! `layout`: how the person left each grid, for each license or everywhere. The text is the page's own.

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

/// What is everywhere is remembered for no license, under the kind of the grid.
const EVERYWHERE: &str = "";

/// What grids of a kind begin with: `packages` of `packages.active`.
fn kind(grid: &str) -> &str {
    grid.split_once('.').map_or(grid, |(kind, _)| kind)
}

/// What is remembered for a license, and everywhere.
pub(crate) fn get(
    db: &Connection,
    grid: &str,
    license: &LicenseNumber,
) -> Result<(Option<String>, Option<String>), LedgerError> {
    let mut found = db.prepare_cached("SELECT layout FROM layout WHERE grid = ?1 AND license = ?2")?;
    let mut of = |grid: &str, license: &str| found.query_row(params![grid, license], |row| row.get(0)).optional();
    Ok((of(grid, license.as_str())?, of(kind(grid), EVERYWHERE)?))
}

/// Remembers a layout for every license and every grid of the kind, and forgets what each has of its own.
pub(crate) fn put_everywhere(db: &Connection, grid: &str, layout: &str) -> Result<(), LedgerError> {
    let kind = kind(grid);
    db.prepare_cached("DELETE FROM layout WHERE grid = ?1 OR substr(grid, 1, length(?1) + 1) = ?1 || '.'")?
        .execute([kind])?;
    put(db, kind, &LicenseNumber::new(EVERYWHERE), layout)
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
