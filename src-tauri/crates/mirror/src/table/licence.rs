//! `licence`: the licences that the mirror knows, and when each was last read whole.

use jiff::Timestamp;
use rules::{LicenceNumber, Party};
use rusqlite::{Connection, OptionalExtension, params};

use super::text;
use crate::MirrorError;
use crate::record::FacilityRecord;

/// `facility` is 1 where the state listed it for the keys; a licence may be here before that, by its records alone.
pub(crate) const CREATE: &str = "
CREATE TABLE licence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    licence_type TEXT NOT NULL DEFAULT '',
    facility INTEGER NOT NULL DEFAULT 0,
    as_of INTEGER NOT NULL DEFAULT 0,
    rest TEXT NOT NULL DEFAULT 'null'
) STRICT;";

/// The licence's row id, made where it is new.
pub(crate) fn id_or_new(db: &Connection, licence: &LicenceNumber) -> Result<i64, MirrorError> {
    if let Some(id) = id(db, licence)? {
        return Ok(id);
    }
    db.prepare_cached("INSERT INTO licence (number) VALUES (?1)")?.execute([licence.as_str()])?;
    Ok(db.last_insert_rowid())
}

/// The licence's row id.
pub(crate) fn id(db: &Connection, licence: &LicenceNumber) -> Result<Option<i64>, MirrorError> {
    let mut found = db.prepare_cached("SELECT id FROM licence WHERE number = ?1")?;
    Ok(found.query_row([licence.as_str()], |row| row.get(0)).optional()?)
}

/// Number and name.
pub(crate) fn party(db: &Connection, id: i64) -> Result<Party, MirrorError> {
    let mut found = db.prepare_cached("SELECT number, name FROM licence WHERE id = ?1")?;
    Ok(found.query_row([id], |row| {
        Ok(Party { licence: LicenceNumber::new(row.get_ref(0)?.as_str()?), name: row.get(1)? })
    })?)
}

/// Remembers what the state lists for a licence; gives the name it had before.
pub(crate) fn put(db: &Connection, facility: &FacilityRecord) -> Result<Party, MirrorError> {
    let id = id_or_new(db, &facility.licence)?;
    let before = party(db, id)?;
    db.prepare_cached("UPDATE licence SET name = ?2, licence_type = ?3, facility = 1, rest = ?4 WHERE id = ?1")?
        .execute(params![id, facility.name, facility.licence_type, serde_json::to_string(&facility.rest)?])?;
    Ok(before)
}

/// Every licence that the state listed, by name.
pub(crate) fn facilities(db: &Connection) -> Result<Vec<FacilityRecord>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT number, name, licence_type, rest FROM licence WHERE facility = 1 ORDER BY name, number",
    )?;
    let mut rows = found.query([])?;
    let mut facilities = Vec::new();
    while let Some(row) = rows.next()? {
        facilities.push(FacilityRecord {
            licence: LicenceNumber::new(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?),
            name: row.get(1)?,
            licence_type: row.get(2)?,
            rest: serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?,
        });
    }
    Ok(facilities)
}

/// When the licence was last read whole.
pub(crate) fn as_of(db: &Connection, licence: &LicenceNumber) -> Result<Option<Timestamp>, MirrorError> {
    let mut found = db.prepare_cached("SELECT as_of FROM licence WHERE number = ?1")?;
    let micros = found.query_row([licence.as_str()], |row| row.get(0)).optional()?;
    Ok(micros.and_then(text::micros_back))
}

/// Notes that the licence was read whole.
pub(crate) fn set_as_of(db: &Connection, id: i64, as_of: Timestamp) -> Result<(), MirrorError> {
    db.prepare_cached("UPDATE licence SET as_of = ?2 WHERE id = ?1")?.execute(params![id, as_of.as_microsecond()])?;
    Ok(())
}

/// Forgets the licence itself; its records go first.
pub(crate) fn remove(db: &Connection, id: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM licence WHERE id = ?1", [id])?;
    Ok(())
}
