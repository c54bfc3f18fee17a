//! `lab_sample`: a laboratory's samples, one row a sample; the state sends one a test.

use rusqlite::{Connection, OptionalExtension, named_params, params};

use super::package::Seen;
use super::{lab_test, text, upsert};
use crate::collection::LAB_SAMPLE;
use crate::forgetting::some_rows;
use crate::packager::{self, Receipt};
use crate::record::{LabSampleRecord, PackageRecord};
use crate::steps::Step;
use crate::{MirrorError, fingerprint, search};

/// `tests`, `failed`, `result`, `tested` and `released` are told from `lab_test`, so that the grid sorts by them: they are
/// of all tests together, whichever row came last.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xdc98_ecaa_ab1e_3ea4,
    sql: "
CREATE TABLE lab_sample (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    package_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    source_packages TEXT NOT NULL COLLATE ALIKE,
    item TEXT NOT NULL COLLATE ALIKE,
    category TEXT NOT NULL COLLATE ALIKE,
    item_strain TEXT NOT NULL COLLATE ALIKE,
    quantity INTEGER NOT NULL,
    quantity_exact TEXT NOT NULL,
    unit TEXT NOT NULL COLLATE ALIKE,
    lab_testing TEXT NOT NULL COLLATE ALIKE,
    tested TEXT NOT NULL DEFAULT '',
    tests INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    result TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    released TEXT NOT NULL DEFAULT '',
    packaged_date TEXT NOT NULL,
    packaged_by TEXT NOT NULL COLLATE ALIKE,
    received_from TEXT NOT NULL COLLATE ALIKE,
    production_batch TEXT NOT NULL COLLATE ALIKE,
    note TEXT NOT NULL COLLATE ALIKE,
    laboratory_license TEXT NOT NULL,
    laboratory_name TEXT NOT NULL,
    last_modified INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    words INTEGER NOT NULL,
    UNIQUE (license_id, package_id)
) STRICT;
CREATE INDEX lab_sample_by_unit ON lab_sample (unit, license_id, quantity);
CREATE INDEX lab_sample_inexact ON lab_sample (id) WHERE quantity_exact <> '';
CREATE INDEX lab_sample_sort_tag ON lab_sample (tag, license_id);
CREATE INDEX lab_sample_sort_item ON lab_sample (item, license_id);
CREATE INDEX lab_sample_sort_item_strain ON lab_sample (item_strain, license_id);
CREATE INDEX lab_sample_sort_tested ON lab_sample (tested, license_id);
CREATE INDEX lab_sample_sort_last_modified ON lab_sample (last_modified, license_id);
CREATE VIRTUAL TABLE lab_sample_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');",
}];

/// Stores one row of the state's list: the sample where it is news, and its test.
pub(crate) fn put(db: &Connection, seen: &Seen<'_>, record: &LabSampleRecord) -> Result<bool, MirrorError> {
    let package = &record.package;
    // The tests differ from row to row; the sample itself is compared without them.
    let print = fingerprint::of(&(package, &record.laboratory))?;
    let before: Option<(i64, i64, i64, i64)> = db
        .prepare_cached(
            "SELECT id, fingerprint, last_modified, words FROM lab_sample WHERE license_id = ?1 AND package_id = ?2",
        )?
        .query_row(params![seen.license, package.package_id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let older = before.is_some_and(|(_, _, last_modified, _)| text::micros(package.last_modified) < last_modified);
    let same = before.is_some_and(|(_, fingerprint, ..)| fingerprint == print);
    let mut changed = false;
    if !older && !same {
        let words = search_text(record);
        let words_print = fingerprint::of_text(&words);
        let row = write(db, seen, record, print, words_print)?;
        if before.is_none_or(|(.., words)| words != words_print) {
            search::put(db, LAB_SAMPLE.words, row, &words, before.is_none())?;
        }
        changed = true;
    }
    let row = row_of(db, seen.license, package.package_id)?;
    if older {
        return Ok(changed);
    }
    if let Some((_, _, last_modified, _)) = before
        && last_modified < text::micros(package.last_modified)
    {
        lab_test::forget_older(db, row, last_modified)?;
    }
    changed |= lab_test::put(db, row, record)?;
    changed |= tell_from_tests(db, row)?;
    Ok(changed)
}

/// Brings the columns that tell of all tests together into step with them; gives whether one changed. A sample is
/// released when all its tests are, and failed when one row says so.
fn tell_from_tests(db: &Connection, row: i64) -> Result<bool, MirrorError> {
    let changed = db
        .prepare_cached(
            "UPDATE lab_sample SET tests = t.tests, failed = t.failed, tested = t.tested, released = t.released,
                result = t.result
             FROM (SELECT count(*) FILTER (WHERE l.test <> '') AS tests,
                    count(*) FILTER (WHERE l.test <> '' AND l.passed = 0) AS failed, max(l.tested) AS tested,
                    max(l.released) AS released,
                    CASE WHEN min(l.result_released) = 0 THEN 'Not released' WHEN min(l.sample_passed) = 0 THEN 'Failed'
                        ELSE 'Passed' END AS result
                FROM lab_sample s JOIN lab_test l ON l.sample = s.id AND l.stamp >= s.last_modified
                WHERE s.id = ?1) AS t
             WHERE lab_sample.id = ?1 AND (lab_sample.tests <> t.tests OR lab_sample.failed <> t.failed
                OR lab_sample.tested <> t.tested OR lab_sample.released <> t.released
                OR lab_sample.result <> t.result COLLATE BINARY)",
        )?
        .execute([row])?;
    Ok(changed > 0)
}

fn row_of(db: &Connection, license: i64, package_id: i64) -> Result<i64, MirrorError> {
    Ok(db
        .prepare_cached("SELECT id FROM lab_sample WHERE license_id = ?1 AND package_id = ?2")?
        .query_row(params![license, package_id], |row| row.get(0))?)
}

fn search_text(record: &LabSampleRecord) -> String {
    let package = &record.package;
    let received_from = text::party(package.received_from.as_ref());
    search::text(&[
        package.tag.as_str(),
        &package.item,
        &package.item_strain,
        &package.category,
        &package.production_batch,
        &package.note,
        &package.source_packages,
        &received_from,
    ])
}

fn write(
    db: &Connection,
    seen: &Seen<'_>,
    record: &LabSampleRecord,
    print: i64,
    words_print: i64,
) -> Result<i64, MirrorError> {
    let package = &record.package;
    let (quantity, quantity_exact) = text::quantity(package.quantity);
    let receipt = Receipt::of_package(package);
    let laboratory = record.laboratory.as_ref();
    let values = named_params! {
        ":license_id": seen.license,
        ":package_id": package.package_id,
        ":tag": package.tag.as_str(),
        ":source_packages": text::list(&package.source_packages),
        ":item": package.item,
        ":category": package.category,
        ":item_strain": package.item_strain,
        ":quantity": quantity,
        ":quantity_exact": quantity_exact,
        ":unit": package.unit,
        ":lab_testing": package.lab_testing.words(),
        ":packaged_date": text::day(package.packaged_date),
        ":packaged_by": packager::cell(db, seen.license, seen.holder, &package.tag, &receipt)?,
        ":received_from": text::party(package.received_from.as_ref()),
        ":production_batch": package.production_batch,
        ":note": package.note,
        ":laboratory_license": laboratory.map(|p| p.license.as_str()).unwrap_or_default(),
        ":laboratory_name": laboratory.map(|p| p.name.as_str()).unwrap_or_default(),
        ":last_modified": text::micros(package.last_modified),
        ":seen_at": seen.at.as_microsecond(),
        ":record": serde_json::to_string(package)?,
        ":fingerprint": print,
        ":words": words_print,
    };
    upsert::put(db, LAB_SAMPLE.name, &["license_id", "package_id"], values)
}

/// Every license's stored sample of a tag with its license's row id and when it was read.
pub(crate) fn by_tag(db: &Connection, tag: &str) -> Result<Vec<(i64, i64, PackageRecord)>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT license_id, seen_at, record FROM lab_sample WHERE tag = ?1
            AND license_id IN (SELECT l.id FROM license l WHERE l.id = license_id AND l.forgotten = 0)
         ORDER BY last_modified DESC, id DESC",
    )?;
    let mut rows = found.query([tag])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let record = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        records.push((row.get(0)?, row.get(1)?, serde_json::from_str(record)?));
    }
    Ok(records)
}

/// Deletes up to so many samples of a license with their tests; gives how many samples there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = some_rows(db, "lab_sample", license, most)?;
    for row in &rows {
        lab_test::remove(db, *row)?;
        search::remove(db, LAB_SAMPLE.words, *row)?;
        db.prepare_cached("DELETE FROM lab_sample WHERE id = ?1")?.execute([row])?;
    }
    Ok(rows.len())
}
