//! `cursor`: how far sync has read each stream of each licence. The text is sync's own.

use rusqlite::{Connection, OptionalExtension, params};

use crate::MirrorError;

pub(crate) const CREATE: &str = "
CREATE TABLE cursor (
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    stream TEXT NOT NULL,
    cursor TEXT NOT NULL,
    PRIMARY KEY (licence_id, stream)
) STRICT, WITHOUT ROWID;";

/// One stream's cursor.
pub(crate) fn get(db: &Connection, licence: i64, stream: &str) -> Result<Option<String>, MirrorError> {
    let mut found = db.prepare_cached("SELECT cursor FROM cursor WHERE licence_id = ?1 AND stream = ?2")?;
    Ok(found.query_row(params![licence, stream], |row| row.get(0)).optional()?)
}

/// All cursors of a licence, by stream.
pub(crate) fn all(db: &Connection, licence: i64) -> Result<Vec<(String, String)>, MirrorError> {
    let mut found = db.prepare_cached("SELECT stream, cursor FROM cursor WHERE licence_id = ?1 ORDER BY stream")?;
    let rows = found.query_map([licence], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets a stream's cursor.
pub(crate) fn put(db: &Connection, licence: i64, stream: &str, cursor: &str) -> Result<(), MirrorError> {
    db.prepare_cached(
        "INSERT INTO cursor (licence_id, stream, cursor) VALUES (?1, ?2, ?3)
         ON CONFLICT (licence_id, stream) DO UPDATE SET cursor = excluded.cursor",
    )?
    .execute(params![licence, stream, cursor])?;
    Ok(())
}

/// Forgets every cursor of a licence.
pub(crate) fn remove_licence(db: &Connection, licence: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM cursor WHERE licence_id = ?1", [licence])?;
    Ok(())
}
