//! `cursor`: how far sync has read each stream of each license. The text is sync's own.

use rusqlite::{Connection, OptionalExtension, params};

use crate::MirrorError;
use crate::steps::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x9249_b789_6610_75a4,
    sql: "
CREATE TABLE cursor (
    license_id INTEGER NOT NULL REFERENCES license (id),
    stream TEXT NOT NULL,
    cursor TEXT NOT NULL,
    PRIMARY KEY (license_id, stream)
) STRICT, WITHOUT ROWID;",
}];

/// One stream's cursor.
pub(crate) fn get(db: &Connection, license: i64, stream: &str) -> Result<Option<String>, MirrorError> {
    let mut found = db.prepare_cached("SELECT cursor FROM cursor WHERE license_id = ?1 AND stream = ?2")?;
    Ok(found.query_row(params![license, stream], |row| row.get(0)).optional()?)
}

/// All cursors of a license, by stream.
pub(crate) fn all(db: &Connection, license: i64) -> Result<Vec<(String, String)>, MirrorError> {
    let mut found = db.prepare_cached("SELECT stream, cursor FROM cursor WHERE license_id = ?1 ORDER BY stream")?;
    let rows = found.query_map([license], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets a stream's cursor.
pub(crate) fn put(db: &Connection, license: i64, stream: &str, cursor: &str) -> Result<(), MirrorError> {
    db.prepare_cached(
        "INSERT INTO cursor (license_id, stream, cursor) VALUES (?1, ?2, ?3)
         ON CONFLICT (license_id, stream) DO UPDATE SET cursor = excluded.cursor",
    )?
    .execute(params![license, stream, cursor])?;
    Ok(())
}

/// Forgets every cursor of a license.
pub(crate) fn remove_license(db: &Connection, license: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM cursor WHERE license_id = ?1", [license])?;
    Ok(())
}
