//! `package_rest`: what the state sends of a package beyond its columns, as JSON. A table of its own, so that a grid's
//! window reads short rows.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::MirrorError;
use crate::steps::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xabd4_495c_fab8_747e,
    sql: "
CREATE TABLE package_rest (
    id INTEGER PRIMARY KEY REFERENCES package (id),
    rest TEXT NOT NULL
) STRICT;",
}];

/// Sets the rest of a package's row.
pub(crate) fn put(db: &Connection, row: i64, rest: &Value) -> Result<(), MirrorError> {
    db.prepare_cached(
        "INSERT INTO package_rest (id, rest) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET rest = excluded.rest",
    )?
    .execute(params![row, serde_json::to_string(rest)?])?;
    Ok(())
}

/// The rest of a package's row.
pub(crate) fn get(db: &Connection, row: i64) -> Result<Value, MirrorError> {
    let mut found = db.prepare_cached("SELECT rest FROM package_rest WHERE id = ?1")?;
    let text: Option<String> = found.query_row([row], |row| row.get(0)).optional()?;
    Ok(text.map_or(Ok(Value::Null), |text| serde_json::from_str(&text))?)
}

/// Forgets the rest of a package's row.
pub(crate) fn remove(db: &Connection, row: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM package_rest WHERE id = ?1")?.execute([row])?;
    Ok(())
}
