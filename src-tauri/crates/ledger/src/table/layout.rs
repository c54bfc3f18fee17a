//! `layout`: how the person left each grid, for each license or everywhere. The text is the page's own.

use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::step::Step;
use crate::error::LedgerError;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 1,
    print: -6_427_195_879_938_163_844,
    sql: "
CREATE TABLE layout (
    grid TEXT NOT NULL,
    license TEXT NOT NULL,
    layout TEXT NOT NULL,
    PRIMARY KEY (grid, license)
) STRICT, WITHOUT ROWID;",
}];

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

/// A layout as it is remembered: of a grid and a license, or of a kind of grid and of none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLayout {
    /// Which grid, or kind of grid.
    pub grid: String,
    /// For which license; empty for all.
    pub license: LicenseNumber,
    /// The page's own text; empty where there is none.
    pub layout: String,
}

/// Remembers a layout for every license and every grid of the kind, and forgets what each has of its own. Gives what
/// must be put for all to be as it was before: what was forgotten, behind an empty layout where there was none everywhere.
pub(crate) fn put_everywhere(db: &Connection, grid: &str, layout: &str) -> Result<Vec<KeptLayout>, LedgerError> {
    let kind = kind(grid);
    let everywhere = LicenseNumber::new(EVERYWHERE);
    let mut forget = db.prepare_cached(
        "DELETE FROM layout WHERE grid = ?1 OR substr(grid, 1, length(?1) + 1) = ?1 || '.'
         RETURNING grid, license, layout",
    )?;
    let read = |row: &Row<'_>| {
        let license: String = row.get(1)?;
        Ok(KeptLayout { grid: row.get(0)?, license: LicenseNumber::new(license), layout: row.get(2)? })
    };
    let mut before = vec![KeptLayout { grid: kind.to_owned(), license: everywhere.clone(), layout: String::new() }];
    for kept in forget.query_map([kind], read)? {
        before.push(kept?);
    }
    put(db, kind, &everywhere, layout)?;
    Ok(before)
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
