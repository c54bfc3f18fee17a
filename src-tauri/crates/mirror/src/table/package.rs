//! `package`: a package in a license's books, one row whatever list it is in, with the indexes that grids sort by.

use jiff::Timestamp;
use rules::{LabTestingState, Party, Tag};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{leaving, package_rest, text, upsert};
use crate::collection::{PACKAGE, PackageTab};
use crate::filling::Filling;
use crate::forgetting::some_rows;
use crate::packager::{self, Receipt};
use crate::record::{PackageList, PackageRecord};
use crate::steps::Step;
use crate::{MirrorError, fingerprint, search};

/// The ids never come back, since open views hold them. `tag` compares exactly, everything a person reads without
/// case. Each `package_sort_…` index answers a tab sorted by that column for any choice of licenses, without a sort and
/// without touching the table; `package_by_unit` answers the totals.
pub(crate) const STEPS: &[Step] = &[
    Step {
        number: 10,
        print: 0xaa40_0642_96bb_e724,
        sql: "
CREATE TABLE package (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    package_id INTEGER NOT NULL,
    list INTEGER NOT NULL,
    tag TEXT NOT NULL,
    source_harvests TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    source_packages TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    location TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    sublocation TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    item TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    category TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    item_strain TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    quantity INTEGER NOT NULL DEFAULT 0,
    quantity_exact TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    unit_name TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    production_batch TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    lab_state TEXT NOT NULL DEFAULT '',
    lab_testing TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    lab_testing_date TEXT NOT NULL DEFAULT '',
    trade_sample INTEGER NOT NULL DEFAULT 0,
    donation INTEGER NOT NULL DEFAULT 0,
    testing_sample INTEGER NOT NULL DEFAULT 0,
    hold INTEGER NOT NULL DEFAULT 0,
    packaged_date TEXT NOT NULL DEFAULT '',
    packaged_by TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    packaged_by_license TEXT NOT NULL DEFAULT '',
    packaged_by_name TEXT NOT NULL DEFAULT '',
    received TEXT NOT NULL DEFAULT '',
    received_manifest TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    received_from TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    received_from_license TEXT NOT NULL DEFAULT '',
    received_from_name TEXT NOT NULL DEFAULT '',
    item_origin_license TEXT NOT NULL DEFAULT '',
    item_origin_name TEXT NOT NULL DEFAULT '',
    is_finished INTEGER NOT NULL DEFAULT 0,
    finished TEXT NOT NULL DEFAULT '',
    manifest TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    note TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    last_modified INTEGER NOT NULL DEFAULT 0,
    seen_at INTEGER NOT NULL DEFAULT 0,
    sweep INTEGER NOT NULL DEFAULT 0,
    fingerprint INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    UNIQUE (license_id, package_id)
) STRICT;
CREATE INDEX package_by_list ON package (license_id, list, sweep);
CREATE INDEX package_by_unit ON package (list, unit, license_id, quantity);
CREATE INDEX package_inexact ON package (list) WHERE quantity_exact <> '';
CREATE INDEX package_sort_tag ON package (list, tag, license_id);
CREATE INDEX package_sort_item ON package (list, item, category, item_strain, license_id);
CREATE INDEX package_sort_category ON package (list, category, license_id);
CREATE INDEX package_sort_item_strain ON package (list, item_strain, license_id);
CREATE INDEX package_sort_location ON package (list, location, license_id);
CREATE INDEX package_sort_quantity ON package (list, quantity, license_id);
CREATE INDEX package_sort_lab_testing ON package (list, lab_testing, license_id);
CREATE INDEX package_sort_packaged_date ON package (list, packaged_date, license_id);
CREATE INDEX package_sort_packaged_by ON package (list, packaged_by, license_id);
CREATE INDEX package_sort_received ON package (list, received, license_id);
CREATE INDEX package_sort_received_from ON package (list, received_from, license_id);
CREATE INDEX package_sort_last_modified ON package (list, last_modified, license_id);
CREATE VIRTUAL TABLE package_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');",
    },
    Step {
        number: 11,
        print: 0x6c4f_bc9a_2495_4dd8,
        sql: "
ALTER TABLE package ADD COLUMN expiration TEXT NOT NULL DEFAULT '';
INSERT INTO filling (what, filled_from) SELECT 'package.expiration', id + 1 FROM package ORDER BY id DESC LIMIT 1;",
    },
];

/// The day is among what the state sent of each package, from the first version on.
pub(crate) const EXPIRATION: Filling = Filling {
    what: "package.expiration",
    table: "package",
    sql: "UPDATE package SET expiration = told.day
        FROM (SELECT id, stated_day(CAST(rest ->> '$.ExpirationDate' AS TEXT)) AS day FROM package_rest WHERE id >= ?1 AND id < ?2) AS told
        WHERE package.id = told.id AND package.expiration <> told.day RETURNING license_id, list",
};

/// What is known of a package before a record of it is stored.
struct Known {
    row: i64,
    list: PackageList,
    last_modified: i64,
    sweep: i64,
    fingerprint: i64,
    words: i64,
}

fn known(db: &Connection, license: i64, package_id: i64) -> Result<Option<Known>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT id, list, last_modified, sweep, fingerprint, words FROM package
         WHERE license_id = ?1 AND package_id = ?2",
    )?;
    Ok(found
        .query_row(params![license, package_id], |row| {
            Ok(Known {
                row: row.get(0)?,
                list: PackageList::from_code(row.get(1)?),
                last_modified: row.get(2)?,
                sweep: row.get(3)?,
                fingerprint: row.get(4)?,
                words: row.get(5)?,
            })
        })
        .optional()?)
}

/// In whose books a record belongs, and when and by which sweep it was read.
pub(crate) struct Seen<'a> {
    pub(crate) license: i64,
    pub(crate) holder: &'a Party,
    pub(crate) sweep: Option<i64>,
    pub(crate) at: Timestamp,
}

/// A package changed: from which list, and into which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moved {
    /// None where it is new.
    pub(crate) from: Option<PackageList>,
    /// None where it is forgotten.
    pub(crate) to: Option<PackageList>,
}

impl Moved {
    /// The tab that it showed in, and the one that it shows in now.
    pub(crate) fn tabs(self) -> (Option<PackageTab>, Option<PackageTab>) {
        (self.from.and_then(PackageList::tab), self.to.and_then(PackageList::tab))
    }
}

/// Stores a record; gives what that changed about the package, where anything. An older `LastModified` never overwrites a newer
/// one; with the same, the later list wins (see [`PackageList`]).
pub(crate) fn put(
    db: &Connection,
    seen: &Seen<'_>,
    list: PackageList,
    record: &PackageRecord,
) -> Result<Option<Moved>, MirrorError> {
    let list = leaving::list_of(db, seen.license, list, record)?;
    let last_modified = text::micros(record.last_modified);
    let print = fingerprint::of(record)?;
    let before = known(db, seen.license, record.package_id)?;
    if let Some(before) = &before {
        let stale =
            last_modified < before.last_modified || (last_modified == before.last_modified && list < before.list);
        if stale || (before.fingerprint == print && before.list == list) {
            mark(db, before.row, seen)?;
            return Ok(None);
        }
    }
    let receipt = Receipt::of_package(record);
    let packaged_by = packager::cell(db, seen.license, seen.holder, &record.tag, &receipt)?;
    let words = search_text(record);
    let words_print = fingerprint::of_text(&words);
    // A reading outside a sweep keeps the last sweep's mark.
    let sweep = seen.sweep.unwrap_or_else(|| before.as_ref().map_or(0, |before| before.sweep));
    let row = write(db, seen, list, record, &Written { packaged_by, print, words_print, last_modified, sweep })?;
    package_rest::put(db, row, &record.rest)?;
    if before.as_ref().is_none_or(|b| b.words != words_print) {
        search::put(db, PACKAGE.words, row, &words, before.is_none())?;
    }
    // Also where it says so no longer: what others were told from it before is over.
    if !receipt.received() || before.is_some() {
        packager::tell_other_licenses(db, seen.license, &record.tag)?;
    }
    Ok(Some(Moved { from: before.map(|before| before.list), to: Some(list) }))
}

/// What the search box looks through beside [`GridTable::shared`](crate::collection::GridTable) columns.
fn search_text(record: &PackageRecord) -> String {
    search::text(&[
        record.tag.as_str(),
        &record.production_batch,
        &record.note,
        &record.source_harvests,
        &record.source_packages,
    ])
}

fn mark(db: &Connection, row: i64, seen: &Seen<'_>) -> Result<(), MirrorError> {
    let at = seen.at.as_microsecond();
    match seen.sweep {
        Some(sweep) => db
            .prepare_cached("UPDATE package SET seen_at = ?2, sweep = ?3 WHERE id = ?1")?
            .execute(params![row, at, sweep])?,
        None => db.prepare_cached("UPDATE package SET seen_at = ?2 WHERE id = ?1")?.execute(params![row, at])?,
    };
    Ok(())
}

struct Written {
    packaged_by: String,
    print: i64,
    words_print: i64,
    last_modified: i64,
    sweep: i64,
}

/// Writes a row, new or over the one that was there; gives its id.
fn write(
    db: &Connection,
    seen: &Seen<'_>,
    list: PackageList,
    record: &PackageRecord,
    written: &Written,
) -> Result<i64, MirrorError> {
    let (quantity, quantity_exact) = text::quantity(record.quantity);
    let license_of = |party: &Option<Party>| party.as_ref().map(|p| p.license.to_string()).unwrap_or_default();
    let name_of = |party: &Option<Party>| party.as_ref().map(|p| p.name.clone()).unwrap_or_default();
    let values = named_params! {
        ":license_id": seen.license,
        ":package_id": record.package_id,
        ":list": list.code(),
        ":tag": record.tag.as_str(),
        ":source_harvests": text::list(&record.source_harvests),
        ":source_packages": text::list(&record.source_packages),
        ":location": text::place(&record.location, &record.sublocation),
        ":sublocation": record.sublocation,
        ":item": record.item,
        ":category": record.category,
        ":item_strain": record.item_strain,
        ":quantity": quantity,
        ":quantity_exact": quantity_exact,
        ":unit": record.unit,
        ":unit_name": record.unit_name,
        ":production_batch": record.production_batch,
        ":lab_state": record.lab_testing.api_name(),
        ":lab_testing": record.lab_testing.words(),
        ":lab_testing_date": text::day(record.lab_testing_date),
        ":trade_sample": record.trade_sample,
        ":donation": record.donation,
        ":testing_sample": record.testing_sample,
        ":hold": record.hold,
        ":packaged_date": text::day(record.packaged_date),
        ":packaged_by": written.packaged_by,
        ":packaged_by_license": license_of(&record.packaged_by),
        ":packaged_by_name": name_of(&record.packaged_by),
        ":received": text::instant(record.received),
        ":received_manifest": record.received_manifest,
        ":received_from": text::party(record.received_from.as_ref()),
        ":received_from_license": license_of(&record.received_from),
        ":received_from_name": name_of(&record.received_from),
        ":item_origin_license": license_of(&record.item_origin),
        ":item_origin_name": name_of(&record.item_origin),
        ":is_finished": record.is_finished,
        ":finished": text::day(record.finished),
        ":expiration": text::stated_day(&record.rest, "ExpirationDate"),
        ":manifest": record.manifest,
        ":note": record.note,
        ":last_modified": written.last_modified,
        ":seen_at": seen.at.as_microsecond(),
        ":sweep": written.sweep,
        ":fingerprint": written.print,
        ":words": written.words_print,
    };
    upsert::put(db, PACKAGE.name, &["license_id", "package_id"], values)
}

/// A package left on a manifest and was accepted: it is in none of the license's lists any more, unless it changed
/// after that (it came back). Also one that was read as finished: only a package that was taken up again can leave.
pub(crate) fn transferred(
    db: &Connection,
    license: i64,
    package_id: i64,
    accepted: Timestamp,
) -> Result<Option<Moved>, MirrorError> {
    let before = known(db, license, package_id)?;
    let changed = db
        .prepare_cached(
            "UPDATE package SET list = ?3 WHERE license_id = ?1 AND package_id = ?2
             AND list IN (1, 2, 3, 4) AND last_modified <= ?4",
        )?
        .execute(params![license, package_id, PackageList::Transferred.code(), accepted.as_microsecond()])?;
    let from = before.map(|before| before.list);
    Ok((changed > 0).then_some(Moved { from, to: Some(PackageList::Transferred) }))
}

/// A package that was refused is back with its sender: the row under which it left is in none of the license's lists any
/// more, unless the state lists it again by itself: changed after `since`, in microseconds.
pub(crate) fn returned(
    db: &Connection,
    license: i64,
    package_id: i64,
    since: i64,
) -> Result<Option<Moved>, MirrorError> {
    let changed = db
        .prepare_cached(
            "UPDATE package SET list = ?3 WHERE license_id = ?1 AND package_id = ?2 AND list = 3 AND last_modified <= ?4",
        )?
        .execute(params![license, package_id, PackageList::Transferred.code(), since])?;
    Ok((changed > 0).then_some(Moved { from: Some(PackageList::InTransit), to: Some(PackageList::Transferred) }))
}

/// A stored package, whole.
pub(crate) struct Whole {
    pub(crate) row: i64,
    pub(crate) license: i64,
    pub(crate) list: PackageList,
    pub(crate) record: PackageRecord,
    pub(crate) seen_at: Option<Timestamp>,
}

/// Every license's row of a tag, newest first.
pub(crate) fn by_tag(db: &Connection, tag: &str) -> Result<Vec<Whole>, MirrorError> {
    // Named lists, so that the index that begins with the list answers.
    let mut found = db.prepare_cached(
        "SELECT * FROM package WHERE list IN (1, 2, 3, 4, 5) AND tag = ?1
            AND license_id IN (SELECT l.id FROM license l WHERE l.id = license_id AND l.forgotten = 0)
         ORDER BY last_modified DESC, id DESC",
    )?;
    let rows = found.query_map([tag], whole)?;
    let mut all = rows.collect::<Result<Vec<_>, _>>()?;
    for one in &mut all {
        one.record.rest = package_rest::get(db, one.row)?;
    }
    Ok(all)
}

fn whole(row: &Row<'_>) -> rusqlite::Result<Whole> {
    let shown: String = row.get("location")?;
    let sublocation: String = row.get("sublocation")?;
    let location = shown.strip_suffix(&format!(" / {sublocation}")).unwrap_or(&shown).to_owned();
    let record = PackageRecord {
        package_id: row.get("package_id")?,
        tag: Tag::from_state(row.get_ref("tag")?.as_str()?),
        source_harvests: row.get("source_harvests")?,
        source_packages: row.get("source_packages")?,
        location,
        sublocation,
        item: row.get("item")?,
        category: row.get("category")?,
        item_strain: row.get("item_strain")?,
        quantity: text::quantity_back(row.get("quantity")?, row.get_ref("quantity_exact")?.as_str()?),
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        production_batch: row.get("production_batch")?,
        lab_testing: LabTestingState::from(row.get::<_, String>("lab_state")?),
        lab_testing_date: text::day_back(row.get_ref("lab_testing_date")?.as_str()?),
        trade_sample: row.get("trade_sample")?,
        donation: row.get("donation")?,
        testing_sample: row.get("testing_sample")?,
        hold: row.get("hold")?,
        packaged_date: text::day_back(row.get_ref("packaged_date")?.as_str()?),
        packaged_by: text::party_back(row.get_ref("packaged_by_license")?.as_str()?, row.get("packaged_by_name")?),
        received: text::instant_back(row.get_ref("received")?.as_str()?),
        received_manifest: row.get("received_manifest")?,
        received_from: text::party_back(
            row.get_ref("received_from_license")?.as_str()?,
            row.get("received_from_name")?,
        ),
        item_origin: text::party_back(row.get_ref("item_origin_license")?.as_str()?, row.get("item_origin_name")?),
        is_finished: row.get("is_finished")?,
        finished: text::day_back(row.get_ref("finished")?.as_str()?),
        manifest: row.get("manifest")?,
        note: row.get("note")?,
        last_modified: text::micros_back(row.get("last_modified")?),
        rest: serde_json::Value::Null,
    };
    Ok(Whole {
        row: row.get("id")?,
        license: row.get("license_id")?,
        list: PackageList::from_code(row.get("list")?),
        record,
        seen_at: text::micros_back(row.get("seen_at")?),
    })
}

/// A license's name changed: its packages' Packaged By reads so from now on. Reads the table from end to end, which
/// happens once, when a license is read before its name is known.
pub(crate) fn rename_packager(db: &Connection, before: &str, after: &str) -> Result<(), MirrorError> {
    db.execute("UPDATE package SET packaged_by = ?2 WHERE packaged_by = ?1 COLLATE BINARY", [before, after])?;
    Ok(())
}

/// Packages of the given lists that a sweep has not seen.
pub(crate) fn unseen(
    db: &Connection,
    license: i64,
    sweep: i64,
    lists: &[PackageList],
    limit: usize,
) -> Result<Vec<(i64, Tag)>, MirrorError> {
    let codes: Vec<String> = lists.iter().map(|list| list.code().to_string()).collect();
    let mut found = db.prepare(&format!(
        "SELECT package_id, tag FROM package WHERE license_id = ?1 AND sweep < ?2 AND list IN ({})
         ORDER BY list, sweep, id LIMIT ?3",
        codes.join(", ")
    ))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = found.query_map(params![license, sweep, limit], |row| {
        Ok((row.get(0)?, Tag::from_state(row.get_ref(1)?.as_str()?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets one package; gives from which list, where it was there.
pub(crate) fn remove(db: &Connection, license: i64, package_id: i64) -> Result<Option<Moved>, MirrorError> {
    let Some(known) = known(db, license, package_id)? else { return Ok(None) };
    remove_row(db, known.row)?;
    Ok(Some(Moved { from: Some(known.list), to: None }))
}

/// Deletes up to so many packages of a license; gives how many there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = some_rows(db, "package", license, most)?;
    rows.iter().try_for_each(|row| remove_row(db, *row))?;
    Ok(rows.len())
}

fn remove_row(db: &Connection, row: i64) -> Result<(), MirrorError> {
    search::remove(db, PACKAGE.words, row)?;
    package_rest::remove(db, row)?;
    db.prepare_cached("DELETE FROM package WHERE id = ?1")?.execute([row])?;
    Ok(())
}
