//! `transfer_detail`: that what is below a transfer's head was read, and of which head. An outgoing and a rejected row of
//! one manifest share it.

use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, params};

use super::package::{Moved, Seen};
use super::{package, text, transfer, transfer_delivery, transfer_package};
use crate::forgetting::some_rows;
use crate::steps::Step;
use crate::transfer::{DeliveryRecord, DetailWanted, TransferDetailRecord, TransferList};
use crate::{MirrorError, fingerprint};

/// `stamp` is the head's fingerprint when the reading began.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xca54_6929_e019_c9e2,
    sql: "
CREATE TABLE transfer_detail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    template INTEGER NOT NULL,
    transfer_id INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    UNIQUE (license_id, template, transfer_id)
) STRICT;",
}];

/// What changed with what is below a head.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    /// The lists whose rows changed.
    pub(crate) lists: Vec<TransferList>,
    /// The sender's packages that came back.
    pub(crate) packages: Vec<Moved>,
}

/// Stores what is below a head.
pub(crate) fn put(db: &Connection, seen: &Seen<'_>, record: &TransferDetailRecord) -> Result<Changed, MirrorError> {
    let print = fingerprint::of(&record.deliveries)?;
    let template = record.list.is_template();
    let before: Option<i64> = db
        .prepare_cached(
            "SELECT fingerprint FROM transfer_detail WHERE license_id = ?1 AND template = ?2 AND transfer_id = ?3",
        )?
        .query_row(params![seen.license, template, record.transfer_id], |row| row.get(0))
        .optional()?;
    let detail: i64 = db
        .prepare_cached(
            "INSERT INTO transfer_detail (license_id, template, transfer_id, stamp, seen_at, fingerprint)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (license_id, template, transfer_id) DO UPDATE SET stamp = excluded.stamp,
                seen_at = excluded.seen_at, fingerprint = excluded.fingerprint
             RETURNING id",
        )?
        .query_row(
            params![seen.license, template, record.transfer_id, record.stamp, seen.at.as_microsecond(), print],
            |row| row.get(0),
        )?;
    // A state that refuses to tell takes nothing back of what it told.
    if before == Some(print) || (before.is_some() && record.deliveries.is_empty()) {
        return Ok(Changed::default());
    }
    transfer_package::remove(db, detail)?;
    transfer_delivery::remove(db, detail)?;
    for delivery in &record.deliveries {
        let row = transfer_delivery::put(db, detail, delivery)?;
        for package in &delivery.packages {
            transfer_package::put(db, detail, row, package)?;
        }
    }
    let mut changed = Changed::default();
    for list in TransferList::ALL.into_iter().filter(|list| list.is_template() == template) {
        if transfer::refresh(db, seen.license, list, record.transfer_id)? {
            changed.lists.push(list);
        }
    }
    if !template {
        changed.packages = returned(db, seen.license, record.transfer_id)?;
    }
    Ok(changed)
}

/// The packages that came back from a manifest that the license sends, of which the head and what is below it are known.
pub(crate) fn returned(db: &Connection, license: i64, transfer_id: i64) -> Result<Vec<Moved>, MirrorError> {
    let list = TransferList::Outgoing;
    // The ids of packages are those of the sender's books.
    let Some(head) = transfer::head(db, license, list, transfer_id)? else { return Ok(Vec::new()) };
    let since = text::micros(head.record.last_modified);
    let mut moved = Vec::new();
    for package in deliveries(db, license, list, transfer_id)?.iter().flat_map(|delivery| &delivery.packages) {
        if package.state == "Returned" {
            moved.extend(package::returned(db, license, package.package_id, since)?);
        }
    }
    Ok(moved)
}

/// A reading of what is below a head.
pub(crate) struct Reading {
    pub(crate) id: i64,
    pub(crate) stamp: i64,
    pub(crate) seen_at: i64,
}

/// When what is below a head was read; none when it never was.
pub(crate) fn reading(
    db: &Connection,
    license: i64,
    list: TransferList,
    transfer_id: i64,
) -> Result<Option<Reading>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT id, stamp, seen_at FROM transfer_detail
         WHERE license_id = ?1 AND template = ?2 AND transfer_id = ?3",
    )?;
    let reading = found.query_row(params![license, list.is_template(), transfer_id], |row| {
        Ok(Reading { id: row.get(0)?, stamp: row.get(1)?, seen_at: row.get(2)? })
    });
    Ok(reading.optional()?)
}

/// The deliveries of a transfer with their packages, in the state's order; none where they were not read.
pub(crate) fn deliveries(
    db: &Connection,
    license: i64,
    list: TransferList,
    transfer_id: i64,
) -> Result<Vec<DeliveryRecord>, MirrorError> {
    let Some(reading) = reading(db, license, list, transfer_id)? else { return Ok(Vec::new()) };
    let mut deliveries = transfer_delivery::all(db, reading.id)?;
    for (row, delivery) in &mut deliveries {
        delivery.packages = transfer_package::all(db, *row)?;
    }
    Ok(deliveries.into_iter().map(|(_, delivery)| delivery).collect())
}

/// Heads whose deliveries were not read since they last changed, newest first. Rejected rows are read with their
/// outgoing ones. Manifests that left, were never read and have not changed since `since`, in microseconds, are left out.
pub(crate) fn wanted(
    db: &Connection,
    license: i64,
    since: i64,
    limit: usize,
) -> Result<Vec<DetailWanted>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT t.list, t.transfer_id, t.fingerprint, l.number FROM transfer t JOIN license l ON l.id = t.license_id
         LEFT JOIN transfer_detail d
            ON d.license_id = t.license_id AND d.template = (t.list = 4) AND d.transfer_id = t.transfer_id
         WHERE t.license_id = ?1 AND NOT t.gone AND d.stamp IS NOT t.fingerprint
            AND (d.id IS NOT NULL OR t.list = 4 OR t.last_modified >= ?2 OR (t.received = '' AND t.departed = ''))
            AND NOT (t.list = 3 AND EXISTS (SELECT 1 FROM transfer o
                WHERE o.license_id = t.license_id AND o.list = 2 AND o.transfer_id = t.transfer_id))
         ORDER BY t.last_modified DESC, t.id DESC LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = found.query_map(params![license, since, limit], |row| {
        Ok(DetailWanted {
            license: LicenseNumber::new(row.get_ref(3)?.as_str()?),
            list: TransferList::from_code(row.get(0)?),
            transfer_id: row.get(1)?,
            stamp: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets what is below a head.
pub(crate) fn remove(db: &Connection, license: i64, list: TransferList, transfer_id: i64) -> Result<(), MirrorError> {
    let Some(reading) = reading(db, license, list, transfer_id)? else { return Ok(()) };
    transfer_package::remove(db, reading.id)?;
    transfer_delivery::remove(db, reading.id)?;
    db.prepare_cached("DELETE FROM transfer_detail WHERE id = ?1")?.execute([reading.id])?;
    Ok(())
}

/// Deletes what is below some heads of a license, which is a few hundred packages each at most: a sixteenth of so many
/// heads; gives how many there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = some_rows(db, "transfer_detail", license, most.div_ceil(16))?;
    for row in &rows {
        transfer_package::remove(db, *row)?;
        transfer_delivery::remove(db, *row)?;
        db.prepare_cached("DELETE FROM transfer_detail WHERE id = ?1")?.execute([row])?;
    }
    Ok(rows.len())
}
