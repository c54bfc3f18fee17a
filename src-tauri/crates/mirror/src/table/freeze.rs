//! `freeze`: until when the state asked for patience, by a key of the call budget's own.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::text;
use crate::MirrorError;
use crate::steps::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x11a4_7619_2bab_7ff1,
    sql: "
CREATE TABLE freeze (
    key TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;",
}];

/// Until when, if ever.
pub(crate) fn load(db: &Connection, key: &str) -> Result<Option<Timestamp>, MirrorError> {
    let mut found = db.prepare_cached("SELECT until FROM freeze WHERE key = ?1")?;
    Ok(found.query_row([key], |row| row.get(0)).optional()?.and_then(text::micros_back))
}

/// Everything that is remembered.
pub(crate) fn all(db: &Connection) -> Result<Vec<(String, Timestamp)>, MirrorError> {
    let mut found = db.prepare("SELECT key, until FROM freeze")?;
    let rows = found.query_map([], |row| Ok((row.get(0)?, text::micros_back(row.get(1)?))))?;
    let rows: Vec<(String, Option<Timestamp>)> = rows.collect::<Result<_, _>>()?;
    Ok(rows.into_iter().filter_map(|(key, until)| Some((key, until?))).collect())
}

/// Remembers until when; none forgets it.
pub(crate) fn save(db: &Connection, key: &str, until: Option<Timestamp>) -> Result<(), MirrorError> {
    match until {
        Some(until) => db
            .prepare_cached(
                "INSERT INTO freeze (key, until) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET until = excluded.until",
            )?
            .execute(params![key, until.as_microsecond()])?,
        None => db.prepare_cached("DELETE FROM freeze WHERE key = ?1")?.execute([key])?,
    };
    Ok(())
}
