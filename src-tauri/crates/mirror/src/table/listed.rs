//! `listed`: the records of small lists that others name: items, strains, locations, categories, units, employees, tags.
//! What a grid shows of one beside its name is read from what the state sent of it: a list of thousands needs no columns.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::collection::{Grid, LISTED, grids};
use crate::record::{ReferenceKind, ReferenceRecord};
use crate::steps::Step;
use crate::table::package::Seen;
use crate::{MirrorError, alike, fingerprint, forgetting, search};

/// It was `reference` before it had grids.
pub(crate) const STEPS: &[Step] = &[
    Step {
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
    },
    Step {
        number: 12,
        print: 0x74ab_8071_337f_6781,
        sql: "
CREATE TABLE listed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    list INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL COLLATE ALIKE,
    rest TEXT NOT NULL,
    seen_at INTEGER NOT NULL DEFAULT 0,
    sweep INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    UNIQUE (license_id, list, key)
) STRICT;
CREATE INDEX listed_by_list ON listed (license_id, list, name);
CREATE INDEX listed_sort_name ON listed (list, name, license_id);
CREATE VIRTUAL TABLE listed_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');
INSERT INTO listed (license_id, list, key, name, rest, sweep) SELECT license_id, kind, key, name, rest, sweep FROM reference;
INSERT INTO listed_words (rowid, words) SELECT id, listed_text(list, name, rest) FROM listed;
DROP TABLE reference;",
    },
];

/// The column of each list that is one of the table's.
pub(crate) const NAME: &str = "name";

/// What is known of a record before it is stored again.
struct Known {
    row: i64,
    same: bool,
    words: i64,
}

/// What storing a record changed.
#[derive(Default)]
pub(crate) struct Put {
    /// It is new or differs.
    pub(crate) changed: bool,
    /// It left the list on the other side.
    pub(crate) left: bool,
}

/// Stores a record; gives what that changed. What was read later that it is on the other side (an active item
/// that is inactive now) is not undone by what was read before.
pub(crate) fn put(
    db: &Connection,
    seen: &Seen<'_>,
    kind: ReferenceKind,
    record: &ReferenceRecord,
) -> Result<Put, MirrorError> {
    let at = seen.at.as_microsecond();
    let mut left = false;
    if let Some(other) = kind.other_side() {
        match leaves(db, seen.license, other, &record.key, at, kind.is_inactive())? {
            Leaves::Stays => return Ok(Put::default()),
            Leaves::Left => left = true,
            Leaves::WasNotThere => {}
        }
    }
    let rest = serde_json::to_string(&record.rest)?;
    let before = db
        .prepare_cached(
            "SELECT id, name = ?4 COLLATE BINARY AND rest = ?5, words FROM listed
             WHERE license_id = ?1 AND list = ?2 AND key = ?3",
        )?
        .query_row(params![seen.license, kind.code(), record.key, record.name, rest], |row| {
            Ok(Known { row: row.get(0)?, same: row.get(1)?, words: row.get(2)? })
        })
        .optional()?;
    let words = words(kind.code(), &record.name, &record.rest);
    let print = fingerprint::of_text(&words);
    // The words differ of a record that is the same where its list has got columns since it was stored.
    if let Some(known) = before.as_ref().filter(|known| known.same && known.words == print) {
        db.prepare_cached("UPDATE listed SET seen_at = max(seen_at, ?2), sweep = coalesce(?3, sweep) WHERE id = ?1")?
            .execute(params![known.row, at, seen.sweep])?;
        return Ok(Put { changed: false, left });
    }
    let row: i64 = db
        .prepare_cached(
            "INSERT INTO listed (license_id, list, key, name, rest, seen_at, sweep, words)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, 0), ?8)
             ON CONFLICT (license_id, list, key) DO UPDATE SET name = excluded.name, rest = excluded.rest,
                seen_at = excluded.seen_at, sweep = coalesce(?7, sweep), words = excluded.words
             RETURNING id",
        )?
        .query_row(params![seen.license, kind.code(), record.key, record.name, rest, at, seen.sweep, print], |row| {
            row.get(0)
        })?;
    if before.as_ref().is_none_or(|known| known.words != print) {
        search::put(db, LISTED.words, row, &words, before.is_none())?;
    }
    Ok(Put { changed: true, left })
}

enum Leaves {
    WasNotThere,
    Left,
    /// It was read there later.
    Stays,
}

/// Takes a record off the other side, unless it was read there later; at the same time, what is inactive counts for more.
fn leaves(
    db: &Connection,
    license: i64,
    other: ReferenceKind,
    key: &str,
    at: i64,
    inactive: bool,
) -> Result<Leaves, MirrorError> {
    let mut found =
        db.prepare_cached("SELECT id, seen_at FROM listed WHERE license_id = ?1 AND list = ?2 AND key = ?3")?;
    let there: Option<(i64, i64)> =
        found.query_row(params![license, other.code(), key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((row, seen_at)) = there else { return Ok(Leaves::WasNotThere) };
    if seen_at > at || (seen_at == at && !inactive) {
        return Ok(Leaves::Stays);
    }
    remove(db, row)?;
    Ok(Leaves::Left)
}

/// The text that a record is found by: its name, and the words that the grid of its list shows beside it. Whole, as nobody
/// reads a tag here by its number alone.
pub(crate) fn words(list: i64, name: &str, rest: &Value) -> String {
    let columns = grid(list).into_iter().flat_map(Grid::columns);
    let beside = columns.filter(|column| column.id != NAME && column.reads_as_words()).filter_map(|column| column.sent);
    let sent = beside.filter_map(|field| rest.pointer(field)).filter_map(Value::as_str);
    let parts: Vec<_> = [name].into_iter().chain(sent).map(|part| alike::folded(part).into_owned()).collect();
    parts.join(" ")
}

/// The grid that shows a list; most have none.
pub(crate) fn grid(list: i64) -> Option<&'static Grid> {
    grids().find(|grid| is_listed(grid) && grid.list == Some(list))
}

/// Whether a grid shows one of these lists.
pub(crate) fn is_listed(grid: &Grid) -> bool {
    grid.table.name == LISTED.name
}

/// A whole list, by name.
pub(crate) fn all(db: &Connection, license: i64, kind: ReferenceKind) -> Result<Vec<ReferenceRecord>, MirrorError> {
    let mut found =
        db.prepare_cached("SELECT key, name, rest FROM listed WHERE license_id = ?1 AND list = ?2 ORDER BY name, key")?;
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

/// What the state sent of one record; none where it is not on the list.
pub(crate) fn one(db: &Connection, license: i64, list: i64, key: &str) -> Result<Option<ReferenceRecord>, MirrorError> {
    db.prepare_cached("SELECT key, name, rest FROM listed WHERE license_id = ?1 AND list = ?2 AND key = ?3")?
        .query_row(params![license, list, key], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
        .optional()?
        .map(|(key, name, rest)| Ok(ReferenceRecord { key, name, rest: serde_json::from_str(&rest)? }))
        .transpose()
}

/// Forgets the records of a list that a whole reading of it did not see; gives how many.
pub(crate) fn remove_unseen(
    db: &Connection,
    license: i64,
    kind: ReferenceKind,
    sweep: i64,
) -> Result<u64, MirrorError> {
    let mut found = db.prepare_cached("SELECT id FROM listed WHERE license_id = ?1 AND list = ?2 AND sweep < ?3")?;
    let rows =
        found.query_map(params![license, kind.code(), sweep], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    rows.iter().try_for_each(|row| remove(db, *row))?;
    Ok(rows.len() as u64)
}

/// Deletes up to so many records of a license; gives how many there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = forgetting::some_rows(db, LISTED.name, license, most)?;
    rows.iter().try_for_each(|row| remove(db, *row))?;
    Ok(rows.len())
}

fn remove(db: &Connection, row: i64) -> Result<(), MirrorError> {
    search::remove(db, LISTED.words, row)?;
    db.prepare_cached("DELETE FROM listed WHERE id = ?1")?.execute([row])?;
    Ok(())
}
