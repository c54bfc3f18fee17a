//! `reference`: the small lists that records name: items, strains, locations, categories, units, employees.

use rusqlite::{Connection, params};

use crate::MirrorError;
use crate::record::{ReferenceKind, ReferenceRecord};
use crate::steps::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x3860_058d_bcc5_f7ce,
    sql: "
CREATE TABLE reference (
    license_id INTEGER NOT NULL REFERENCES license (id),
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL COLLATE ALIKE,
    rest TEXT NOT NULL,
    sweep INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (license_id, kind, key)
) STRICT, WITHOUT ROWID;",
}];

/// Stores a record; gives whether it is new or differs.
pub(crate) fn put(
    db: &Connection,
    license: i64,
    kind: ReferenceKind,
    record: &ReferenceRecord,
    sweep: Option<i64>,
) -> Result<bool, MirrorError> {
    let rest = serde_json::to_string(&record.rest)?;
    let changed = db
        .prepare_cached(
            "INSERT INTO reference (license_id, kind, key, name, rest) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (license_id, kind, key) DO UPDATE SET name = excluded.name, rest = excluded.rest
             WHERE name <> excluded.name COLLATE BINARY OR rest <> excluded.rest",
        )?
        .execute(params![license, kind.code(), record.key, record.name, rest])?;
    if let Some(sweep) = sweep {
        db.prepare_cached("UPDATE reference SET sweep = ?4 WHERE license_id = ?1 AND kind = ?2 AND key = ?3")?
            .execute(params![license, kind.code(), record.key, sweep])?;
    }
    Ok(changed > 0)
}

/// A whole list, by name.
pub(crate) fn all(db: &Connection, license: i64, kind: ReferenceKind) -> Result<Vec<ReferenceRecord>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT key, name, rest FROM reference WHERE license_id = ?1 AND kind = ?2 ORDER BY name, key",
    )?;
    let mut rows = found.query(params![license, kind.code()])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(ReferenceRecord {
            key: row.get(0)?,
            name: row.get(1)?,
            rest: serde_json::from_str(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?,
        });
    }
    Ok(records)
}

/// Forgets the records of a list that a whole reading of it did not see.
pub(crate) fn remove_unseen(db: &Connection, license: i64, kind: ReferenceKind, sweep: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM reference WHERE license_id = ?1 AND kind = ?2 AND sweep < ?3")?.execute(params![
        license,
        kind.code(),
        sweep
    ])?;
    Ok(())
}

/// Forgets every small list of a license.
pub(crate) fn remove_license(db: &Connection, license: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM reference WHERE license_id = ?1", [license])?;
    Ok(())
}
