//! `hold`: until when nothing leaves for a license, so that a restart does not hammer.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::step::Step;
use super::time::instant;
use crate::error::LedgerError;

/// `until` 0: not held.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 2,
    print: -7_905_199_729_941_578_436,
    sql: "
CREATE TABLE hold (
    license TEXT PRIMARY KEY NOT NULL,
    until INTEGER NOT NULL,
    cause TEXT NOT NULL,
    failures INTEGER NOT NULL,
    said TEXT NOT NULL
) STRICT, WITHOUT ROWID;",
}];

/// Until when nothing leaves for a license.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRow {
    /// Which.
    pub license: String,
    /// Until when.
    pub until: Timestamp,
    /// The cause's name.
    pub cause: String,
    /// How often in a row.
    pub failures: u32,
    /// What the state or the system said.
    pub said: String,
}

/// Holds a license.
pub(crate) fn put(db: &Connection, row: &HoldRow) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO hold (license, until, cause, failures, said) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (license) DO UPDATE
            SET until = excluded.until, cause = excluded.cause, failures = excluded.failures, said = excluded.said",
    )?
    .execute(params![row.license, row.until.as_microsecond(), row.cause, row.failures, row.said])?;
    Ok(())
}

/// Frees a license.
pub(crate) fn free(db: &Connection, license: &str) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE hold SET until = 0 WHERE license = ?1")?.execute([license])?;
    Ok(())
}

/// Every hold.
pub(crate) fn all(db: &Connection) -> Result<Vec<HoldRow>, LedgerError> {
    let mut found = db.prepare_cached("SELECT license, until, cause, failures, said FROM hold WHERE until > 0")?;
    let holds = found
        .query_map([], |row| {
            Ok(HoldRow {
                license: row.get("license")?,
                until: instant(row.get("until")?),
                cause: row.get("cause")?,
                failures: row.get("failures")?,
                said: row.get("said")?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(holds)
}
