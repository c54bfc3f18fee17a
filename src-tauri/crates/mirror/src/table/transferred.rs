//! `transferred`: packages that left a license on a manifest, one row a line of the state's list.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::package::{Moved, Seen};
use super::{package, text, upsert};
use crate::collection::TRANSFERRED;
use crate::forgetting::some_rows;
use crate::record::TransferredRecord;
use crate::steps::Step;
use crate::{MirrorError, fingerprint, search};

/// Sorted by a column of its own only where the tab is opened so most: a license's transfers are few beside a million
/// packages, and the rest is sorted when asked for.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x4879_eb30_bce7_52bf,
    sql: "
CREATE TABLE transferred (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    transferred_id INTEGER NOT NULL,
    package_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    source_harvests TEXT NOT NULL COLLATE ALIKE,
    source_packages TEXT NOT NULL COLLATE ALIKE,
    item TEXT NOT NULL COLLATE ALIKE,
    category TEXT NOT NULL COLLATE ALIKE,
    item_strain TEXT NOT NULL COLLATE ALIKE,
    quantity INTEGER NOT NULL,
    quantity_exact TEXT NOT NULL,
    unit TEXT NOT NULL COLLATE ALIKE,
    lab_state TEXT NOT NULL,
    lab_testing TEXT NOT NULL COLLATE ALIKE,
    manifest TEXT NOT NULL COLLATE ALIKE,
    recipient TEXT NOT NULL COLLATE ALIKE,
    recipient_license TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    shipment_state TEXT NOT NULL COLLATE ALIKE,
    departed TEXT NOT NULL,
    received TEXT NOT NULL,
    rest TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    UNIQUE (license_id, transferred_id)
) STRICT;
CREATE INDEX transferred_by_manifest ON transferred (license_id, manifest);
CREATE INDEX transferred_by_package ON transferred (license_id, package_id);
CREATE INDEX transferred_by_unit ON transferred (unit, license_id, quantity);
CREATE INDEX transferred_inexact ON transferred (id) WHERE quantity_exact <> '';
CREATE INDEX transferred_sort_tag ON transferred (tag, license_id);
CREATE INDEX transferred_sort_departed ON transferred (departed, license_id);
CREATE INDEX transferred_sort_received ON transferred (received, license_id);
CREATE VIRTUAL TABLE transferred_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');",
}];

/// Stores a row; gives whether it is new or differs, and what became of its package: one that was accepted elsewhere
/// leaves its list here.
pub(crate) fn put(
    db: &Connection,
    seen: &Seen<'_>,
    record: &TransferredRecord,
) -> Result<(bool, Option<Moved>), MirrorError> {
    let print = fingerprint::of(record)?;
    let before: Option<(i64, i64)> = db
        .prepare_cached("SELECT id, fingerprint FROM transferred WHERE license_id = ?1 AND transferred_id = ?2")?
        .query_row(params![seen.license, record.transferred_id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // Also when the row itself is known: the package may have been read from its old list after it.
    let mut left = None;
    if let Some(accepted) = record.received.or(record.departed).filter(|_| record.shipment_state == "Accepted") {
        left = package::transferred(db, seen.license, record.package_id, accepted)?;
    }
    if before.is_some_and(|(_, fingerprint)| fingerprint == print) {
        return Ok((false, left));
    }
    let row = write(db, seen, record, print)?;
    search::put(db, TRANSFERRED.words, row, &search_text(record), before.is_none())?;
    Ok((true, left))
}

fn search_text(record: &TransferredRecord) -> String {
    let recipient = text::party(record.recipient.as_ref());
    search::text(&[
        record.tag.as_str(),
        &record.item,
        &record.item_strain,
        &record.category,
        &record.source_harvests,
        &record.source_packages,
        &record.manifest,
        &recipient,
    ])
}

/// Writes a row, new or over the one that was there; gives its id.
fn write(db: &Connection, seen: &Seen<'_>, record: &TransferredRecord, print: i64) -> Result<i64, MirrorError> {
    let (quantity, quantity_exact) = text::quantity(record.quantity);
    let recipient = record.recipient.as_ref();
    let values = named_params! {
        ":license_id": seen.license,
        ":transferred_id": record.transferred_id,
        ":package_id": record.package_id,
        ":tag": record.tag.as_str(),
        ":source_harvests": text::list(&record.source_harvests),
        ":source_packages": text::list(&record.source_packages),
        ":item": record.item,
        ":category": record.category,
        ":item_strain": record.item_strain,
        ":quantity": quantity,
        ":quantity_exact": quantity_exact,
        ":unit": record.unit,
        ":lab_state": record.lab_testing.api_name(),
        ":lab_testing": record.lab_testing.words(),
        ":manifest": record.manifest,
        ":recipient": text::party(recipient),
        ":recipient_license": recipient.map(|p| p.license.as_str()).unwrap_or_default(),
        ":recipient_name": recipient.map(|p| p.name.as_str()).unwrap_or_default(),
        ":shipment_state": record.shipment_state,
        ":departed": text::instant(record.departed),
        ":received": text::instant(record.received),
        ":rest": serde_json::to_string(&record.rest)?,
        ":seen_at": seen.at.as_microsecond(),
        ":fingerprint": print,
    };
    upsert::put(db, TRANSFERRED.name, &["license_id", "transferred_id"], values)
}

/// Every license's stored rows of a tag, newest first, each with its license's row id and when it was read.
pub(crate) fn by_tag(db: &Connection, tag: &str) -> Result<Vec<(i64, i64, TransferredRecord)>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT * FROM transferred WHERE tag = ?1
            AND license_id IN (SELECT l.id FROM license l WHERE l.id = license_id AND l.forgotten = 0)
         ORDER BY departed DESC, id DESC",
    )?;
    let mut rows = found.query([tag])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push((row.get("license_id")?, row.get("seen_at")?, record(row)?));
    }
    Ok(records)
}

fn record(row: &Row<'_>) -> Result<TransferredRecord, MirrorError> {
    let text_of = |column: &str| row.get::<_, String>(column);
    Ok(TransferredRecord {
        transferred_id: row.get("transferred_id")?,
        package_id: row.get("package_id")?,
        tag: rules::Tag::from_state(text_of("tag")?),
        source_harvests: row.get("source_harvests")?,
        source_packages: row.get("source_packages")?,
        item: row.get("item")?,
        category: row.get("category")?,
        item_strain: row.get("item_strain")?,
        quantity: text::quantity_back(row.get("quantity")?, &text_of("quantity_exact")?),
        unit: row.get("unit")?,
        lab_testing: text_of("lab_state")?.into(),
        manifest: row.get("manifest")?,
        recipient: text::party_back(&text_of("recipient_license")?, row.get("recipient_name")?),
        shipment_state: row.get("shipment_state")?,
        departed: text::instant_back(&text_of("departed")?),
        received: text::instant_back(&text_of("received")?),
        rest: serde_json::from_str(&text_of("rest")?)?,
    })
}

/// Deletes up to so many rows of a license; gives how many there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = some_rows(db, "transferred", license, most)?;
    for row in &rows {
        search::remove(db, TRANSFERRED.words, *row)?;
        db.prepare_cached("DELETE FROM transferred WHERE id = ?1")?.execute([row])?;
    }
    Ok(rows.len())
}
