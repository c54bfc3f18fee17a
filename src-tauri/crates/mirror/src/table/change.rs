//! `change`: what changed, by collection and licence, for whoever wants to show it. Survives a reload; trimmed.

use std::collections::BTreeMap;

use rules::LicenceNumber;
use rusqlite::{Connection, params};

use crate::MirrorError;
use crate::view::Collection;

/// Writes remembered. A reader that is further behind starts anew.
const KEPT: i64 = 2_000;

/// `feed` has one row: the last revision, which must not fall back when `change` is trimmed.
pub(crate) const CREATE: &str = "
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL,
    collection INTEGER NOT NULL,
    licence TEXT NOT NULL,
    records INTEGER NOT NULL
) STRICT;
CREATE INDEX change_by_revision ON change (revision);
CREATE TABLE feed (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO feed (id, revision) VALUES (1, 0);";

/// What changed since a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The feed's position now.
    pub revision: i64,
    /// Records changed, by collection and licence.
    pub by: Vec<((Collection, LicenceNumber), u64)>,
    /// False when the asked revision is too old, or from before the mirror was rebuilt: everything may have changed.
    pub complete: bool,
}

fn code(collection: Collection) -> i64 {
    match collection {
        Collection::Packages => 1,
        Collection::LabSamples => 2,
    }
}

fn collection(code: i64) -> Collection {
    if code == 2 { Collection::LabSamples } else { Collection::Packages }
}

/// The feed's position.
pub(crate) fn revision(db: &Connection) -> Result<i64, MirrorError> {
    Ok(db.prepare_cached("SELECT revision FROM feed WHERE id = 1")?.query_row([], |row| row.get(0))?)
}

/// Adds one write to the feed; gives the position after it.
pub(crate) fn add(
    db: &Connection,
    collection: Collection,
    licence: &LicenceNumber,
    records: u64,
) -> Result<i64, MirrorError> {
    db.prepare_cached("UPDATE feed SET revision = revision + 1 WHERE id = 1")?.execute([])?;
    let revision = revision(db)?;
    db.prepare_cached("INSERT INTO change (revision, collection, licence, records) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![revision, code(collection), licence.as_str(), i64::try_from(records).unwrap_or(i64::MAX)])?;
    db.prepare_cached("DELETE FROM change WHERE revision <= ?1")?.execute([revision - KEPT])?;
    Ok(revision)
}

/// What changed after `since`.
pub(crate) fn since(db: &Connection, since: i64) -> Result<Changes, MirrorError> {
    let revision = revision(db)?;
    let complete = since <= revision && since >= revision - KEPT;
    let mut by = BTreeMap::new();
    let mut found =
        db.prepare_cached("SELECT collection, licence, records FROM change WHERE revision > ?1 ORDER BY id")?;
    let mut rows = found.query([since])?;
    while let Some(row) = rows.next()? {
        let licence = LicenceNumber::new(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        let records: i64 = row.get(2)?;
        *by.entry((collection(row.get(0)?), licence)).or_insert(0) += u64::try_from(records).unwrap_or(0);
    }
    Ok(Changes { revision, by: by.into_iter().collect(), complete })
}
