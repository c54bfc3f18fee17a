//! `license`: the licenses that the mirror knows, and when each was last read whole.

use jiff::Timestamp;
use rules::{LicenseNumber, Party};
use rusqlite::{Connection, OptionalExtension, params};

use super::text;
use crate::MirrorError;
use crate::record::FacilityRecord;
use crate::steps::Step;

/// `facility` is 1 where the state listed it for the keys; a license may be here before that, by its records alone.
/// `forgotten` is 1 where only its records wait to be deleted: nothing finds it any more, and the same number may be here
/// again beside it.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xa223_e6f3_7d5d_dd46,
    sql: "
CREATE TABLE license (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    license_type TEXT NOT NULL DEFAULT '',
    facility INTEGER NOT NULL DEFAULT 0,
    as_of INTEGER NOT NULL DEFAULT 0,
    forgotten INTEGER NOT NULL DEFAULT 0,
    rest TEXT NOT NULL DEFAULT 'null'
) STRICT;
CREATE UNIQUE INDEX license_by_number ON license (number) WHERE forgotten = 0;
CREATE INDEX license_forgotten ON license (id) WHERE forgotten = 1;",
}];

/// The license's row id, made where it is new.
pub(crate) fn id_or_new(db: &Connection, license: &LicenseNumber) -> Result<i64, MirrorError> {
    if let Some(id) = id(db, license)? {
        return Ok(id);
    }
    db.prepare_cached("INSERT INTO license (number) VALUES (?1)")?.execute([license.as_str()])?;
    Ok(db.last_insert_rowid())
}

/// The license's row id.
pub(crate) fn id(db: &Connection, license: &LicenseNumber) -> Result<Option<i64>, MirrorError> {
    let mut found = db.prepare_cached("SELECT id FROM license WHERE number = ?1 AND forgotten = 0")?;
    Ok(found.query_row([license.as_str()], |row| row.get(0)).optional()?)
}

/// Number and name.
pub(crate) fn party(db: &Connection, id: i64) -> Result<Party, MirrorError> {
    let mut found = db.prepare_cached("SELECT number, name FROM license WHERE id = ?1")?;
    Ok(found.query_row([id], |row| {
        Ok(Party { license: LicenseNumber::new(row.get_ref(0)?.as_str()?), name: row.get(1)? })
    })?)
}

/// Remembers what the state lists for a license; gives the name it had before.
pub(crate) fn put(db: &Connection, facility: &FacilityRecord) -> Result<Party, MirrorError> {
    let id = id_or_new(db, &facility.license)?;
    let before = party(db, id)?;
    db.prepare_cached("UPDATE license SET name = ?2, license_type = ?3, facility = 1, rest = ?4 WHERE id = ?1")?
        .execute(params![id, facility.name, facility.license_type, serde_json::to_string(&facility.rest)?])?;
    Ok(before)
}

/// Every license that the state listed, by name.
pub(crate) fn facilities(db: &Connection) -> Result<Vec<FacilityRecord>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT number, name, license_type, rest FROM license WHERE facility = 1 AND forgotten = 0 ORDER BY name, number",
    )?;
    let mut rows = found.query([])?;
    let mut facilities = Vec::new();
    while let Some(row) = rows.next()? {
        facilities.push(FacilityRecord {
            license: LicenseNumber::new(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?),
            name: row.get(1)?,
            license_type: row.get(2)?,
            rest: serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?,
        });
    }
    Ok(facilities)
}

/// When the license was last read whole.
pub(crate) fn as_of(db: &Connection, license: &LicenseNumber) -> Result<Option<Timestamp>, MirrorError> {
    let mut found = db.prepare_cached("SELECT as_of FROM license WHERE number = ?1 AND forgotten = 0")?;
    let micros = found.query_row([license.as_str()], |row| row.get(0)).optional()?;
    Ok(micros.and_then(text::micros_back))
}

/// Notes that the license was read whole.
pub(crate) fn set_as_of(db: &Connection, id: i64, as_of: Timestamp) -> Result<(), MirrorError> {
    db.prepare_cached("UPDATE license SET as_of = ?2 WHERE id = ?1")?.execute(params![id, as_of.as_microsecond()])?;
    Ok(())
}

/// From now on nothing finds the license.
pub(crate) fn mark_forgotten(db: &Connection, id: i64) -> Result<(), MirrorError> {
    db.execute("UPDATE license SET forgotten = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// A forgotten license whose records are not all deleted.
pub(crate) fn forgotten(db: &Connection) -> Result<Option<i64>, MirrorError> {
    let mut found = db.prepare_cached("SELECT id FROM license WHERE forgotten = 1 LIMIT 1")?;
    Ok(found.query_row([], |row| row.get(0)).optional()?)
}

/// Deletes the license itself; its records go first.
pub(crate) fn remove(db: &Connection, id: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM license WHERE id = ?1", [id])?;
    Ok(())
}
