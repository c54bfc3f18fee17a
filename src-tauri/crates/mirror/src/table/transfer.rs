//! `transfer`: a manifest or a template in one of a license's lists of transfers.

use std::ops::RangeInclusive;

use rules::{LicenseNumber, Party};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::package::Seen;
use super::{text, transfer_detail, upsert};
use crate::collection::{Collection, GridRow, TRANSFER, TransferRow};
use crate::forgetting::some_rows;
use crate::steps::Step;
use crate::transfer::{DeliveryRecord, SeenParty, Shown, TransferList, TransferRecord, TransferState, most_first};
use crate::{MirrorError, fingerprint, search};

/// Columns that a person reads are as the grid shows them, from the head and from the deliveries; `record` is the head
/// as it was sent. `gone` says that the state lists it no more. `modified` is `last_modified` as text.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x60bc_fbf4_8028_b68a,
    sql: "
CREATE TABLE transfer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license_id INTEGER NOT NULL REFERENCES license (id),
    list INTEGER NOT NULL,
    transfer_id INTEGER NOT NULL,
    number TEXT NOT NULL COLLATE ALIKE,
    manifest TEXT NOT NULL,
    transfer_type TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    other TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    other_license TEXT NOT NULL DEFAULT '',
    other_name TEXT NOT NULL DEFAULT '',
    transporter TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    driver TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    vehicle TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    packages INTEGER NOT NULL DEFAULT 0,
    received_packages INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    departs TEXT NOT NULL DEFAULT '',
    departed TEXT NOT NULL DEFAULT '',
    arrives TEXT NOT NULL DEFAULT '',
    arrived TEXT NOT NULL DEFAULT '',
    received TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL COLLATE ALIKE DEFAULT '',
    template_id INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    modified TEXT NOT NULL DEFAULT '',
    last_modified INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    sweep INTEGER NOT NULL DEFAULT 0,
    fingerprint INTEGER NOT NULL,
    words INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL,
    UNIQUE (license_id, list, transfer_id)
) STRICT;
CREATE INDEX transfer_by_list ON transfer (license_id, list, last_modified);
CREATE INDEX transfer_by_template ON transfer (license_id, template_id) WHERE template_id <> 0;
CREATE INDEX transfer_by_manifest ON transfer (license_id, manifest);
CREATE INDEX transfer_sort_number ON transfer (list, number, license_id);
CREATE INDEX transfer_sort_last_modified ON transfer (list, last_modified, license_id);
CREATE VIRTUAL TABLE transfer_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');",
}];

/// What is known of a transfer before a record of it is stored.
struct Known {
    row: i64,
    last_modified: i64,
    fingerprint: i64,
    gone: bool,
    sweep: i64,
    words: i64,
}

fn known(db: &Connection, license: i64, list: TransferList, transfer_id: i64) -> Result<Option<Known>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT id, last_modified, fingerprint, gone, sweep, words FROM transfer
         WHERE license_id = ?1 AND list = ?2 AND transfer_id = ?3",
    )?;
    let known = |row: &Row<'_>| {
        Ok(Known {
            row: row.get(0)?,
            last_modified: row.get(1)?,
            fingerprint: row.get(2)?,
            gone: row.get(3)?,
            sweep: row.get(4)?,
            words: row.get(5)?,
        })
    };
    Ok(found.query_row(params![license, list.code(), transfer_id], known).optional()?)
}

/// Stores a head; gives whether anything about the transfer changed. An older `LastModified` never overwrites a newer.
pub(crate) fn put(
    db: &Connection,
    seen: &Seen<'_>,
    list: TransferList,
    record: &TransferRecord,
) -> Result<bool, MirrorError> {
    let print = fingerprint::of(record)?;
    let last_modified = text::micros(record.last_modified);
    let before = known(db, seen.license, list, record.transfer_id)?;
    if let Some(before) = &before {
        let same = before.fingerprint == print && !before.gone;
        if same || last_modified < before.last_modified {
            db.prepare_cached("UPDATE transfer SET seen_at = ?2, sweep = ?3 WHERE id = ?1")?.execute(params![
                before.row,
                seen.at.as_microsecond(),
                seen.sweep.unwrap_or(before.sweep)
            ])?;
            return Ok(false);
        }
    }
    let deliveries = transfer_detail::deliveries(db, seen.license, list, record.transfer_id)?;
    let sweep = seen.sweep.unwrap_or_else(|| before.as_ref().map_or(0, |before| before.sweep));
    let written = Written { seen_at: seen.at.as_microsecond(), sweep, print, gone: false };
    write(db, seen.license, list, record, &deliveries, &written, before.as_ref().map(|before| before.words))?;
    Ok(true)
}

/// What of a row is neither in its head nor in its deliveries.
struct Written {
    seen_at: i64,
    sweep: i64,
    print: i64,
    gone: bool,
}

/// Writes a row, new or over the one that was there.
fn write(
    db: &Connection,
    license: i64,
    list: TransferList,
    record: &TransferRecord,
    deliveries: &[DeliveryRecord],
    written: &Written,
    words_before: Option<i64>,
) -> Result<(), MirrorError> {
    let told = recipient_told(db, license, &record.manifest)?;
    let shown = Shown::of(list, record, deliveries, written.gone, told);
    let words = search_text(record, &shown, deliveries);
    let words_print = fingerprint::of_text(&words);
    let other = shown.other.as_ref();
    let values = named_params! {
        ":license_id": license,
        ":list": list.code(),
        ":transfer_id": record.transfer_id,
        ":number": if list == TransferList::Template { &record.name } else { &record.manifest },
        ":manifest": record.manifest,
        ":transfer_type": shown.transfer_type,
        ":other": text::party(other),
        ":other_license": other.map(|party| party.license.as_str()).unwrap_or_default(),
        ":other_name": other.map(|party| party.name.as_str()).unwrap_or_default(),
        ":transporter": text::party(record.transporter.as_ref()),
        ":driver": shown.driver,
        ":vehicle": shown.vehicle,
        ":packages": record.packages,
        ":received_packages": shown.received_packages,
        ":state": shown.state.map(TransferState::words).unwrap_or_default(),
        ":departs": text::local(shown.departs),
        ":departed": text::instant(shown.departed),
        ":arrives": text::local(shown.arrives),
        ":arrived": text::local(shown.arrived),
        ":received": text::instant(shown.received),
        ":created": text::instant(record.created),
        ":created_by": record.created_by,
        ":template_id": record.template_id.unwrap_or(0),
        ":gone": written.gone,
        ":modified": text::instant(record.last_modified),
        ":last_modified": text::micros(record.last_modified),
        ":seen_at": written.seen_at,
        ":sweep": written.sweep,
        ":fingerprint": written.print,
        ":words": words_print,
        ":record": serde_json::to_string(record)?,
    };
    let row = upsert::put(db, TRANSFER.name, &["license_id", "list", "transfer_id"], values)?;
    if words_before != Some(words_print) {
        search::put(db, TRANSFER.words, row, &words, words_before.is_none())?;
    }
    Ok(())
}

fn search_text(record: &TransferRecord, shown: &Shown, deliveries: &[DeliveryRecord]) -> String {
    let (other, transporter) = (text::party(shown.other.as_ref()), text::party(record.transporter.as_ref()));
    let mut parts = vec![
        record.manifest.as_str(),
        &record.name,
        &record.invoice,
        &other,
        &shown.transfer_type,
        &transporter,
        &shown.driver,
        &shown.vehicle,
        &record.created_by,
    ];
    for package in deliveries.iter().flat_map(|delivery| &delivery.packages) {
        parts.extend([package.tag.as_str(), package.item.as_str()]);
    }
    search::text(&parts)
}

/// Who got a manifest, as the list of transferred packages tells.
fn recipient_told(db: &Connection, license: i64, manifest: &str) -> Result<Option<Party>, MirrorError> {
    if manifest.is_empty() {
        return Ok(None);
    }
    let mut found = db.prepare_cached(
        "SELECT recipient_license, recipient_name FROM transferred
         WHERE license_id = ?1 AND manifest = ?2 AND recipient_license <> '' LIMIT 1",
    )?;
    let party = |row: &Row<'_>| Ok(text::party_back(row.get_ref(0)?.as_str()?, row.get(1)?));
    Ok(found.query_row(params![license, manifest], party).optional()?.flatten())
}

/// A package's row says who got a manifest: its head does not, and may have been read before. Gives the lists whose
/// rows changed.
pub(crate) fn tell_recipient(db: &Connection, license: i64, manifest: &str) -> Result<Vec<TransferList>, MirrorError> {
    if manifest.is_empty() {
        return Ok(Vec::new());
    }
    let mut blank = db.prepare_cached(
        "SELECT list, transfer_id FROM transfer
         WHERE license_id = ?1 AND manifest = ?2 AND list IN (2, 3) AND other_license = ''",
    )?;
    let rows = blank
        .query_map(params![license, manifest], |row| Ok((TransferList::from_code(row.get(0)?), row.get(1)?)))?
        .collect::<Result<Vec<(_, i64)>, _>>()?;
    let mut changed = Vec::new();
    for (list, transfer_id) in rows {
        if refresh(db, license, list, transfer_id)? {
            changed.push(list);
        }
    }
    Ok(changed)
}

/// Writes what a row shows anew, from its head and its deliveries as they are stored now; gives whether it is there.
pub(crate) fn refresh(
    db: &Connection,
    license: i64,
    list: TransferList,
    transfer_id: i64,
) -> Result<bool, MirrorError> {
    let Some(head) = head(db, license, list, transfer_id)? else { return Ok(false) };
    let Some(before) = known(db, license, list, transfer_id)? else { return Ok(false) };
    let deliveries = transfer_detail::deliveries(db, license, list, transfer_id)?;
    let written = Written { seen_at: head.seen_at, sweep: before.sweep, print: before.fingerprint, gone: before.gone };
    write(db, license, list, &head.record, &deliveries, &written, Some(before.words))?;
    Ok(true)
}

/// The row of a transfer.
pub(crate) fn row_of(db: &Connection, row_id: i64) -> Result<TransferRow, MirrorError> {
    // Every list's grid reads a row's fields alike.
    let by_id = Collection::OutgoingTransfers.grid(None).row_by_id(TransferRow::FIELDS.iter().copied());
    Ok(db.prepare_cached(&by_id)?.query_row([row_id], TransferRow::read)?)
}

/// A head as it is stored.
pub(crate) struct Head {
    pub(crate) row: i64,
    pub(crate) record: TransferRecord,
    pub(crate) seen_at: i64,
}

/// The list that a row stands in.
pub(crate) fn list_of(db: &Connection, row_id: i64) -> Result<TransferList, MirrorError> {
    let mut found = db.prepare_cached("SELECT list FROM transfer WHERE id = ?1")?;
    Ok(TransferList::from_code(found.query_row([row_id], |row| row.get(0))?))
}

/// The other sides of a license's transfers and templates, the one seen most first. A rejected row is the same
/// manifest as an outgoing one and does not count again.
pub(crate) fn others(db: &Connection, license: i64) -> Result<Vec<SeenParty>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT other_license, other_name, max(created), count(*) FROM transfer
         WHERE license_id = ?1 AND list <> 3 AND other_license <> '' GROUP BY other_license",
    )?;
    let rows = found.query_map([license], |row| {
        let license = LicenseNumber::new(row.get_ref(0)?.as_str()?);
        Ok(SeenParty { license, name: row.get(1)?, last: row.get(2)?, times: row.get(3)? })
    })?;
    let mut seen = rows.collect::<Result<Vec<_>, _>>()?;
    most_first(&mut seen);
    Ok(seen)
}

/// The head of a transfer.
pub(crate) fn head(
    db: &Connection,
    license: i64,
    list: TransferList,
    transfer_id: i64,
) -> Result<Option<Head>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT id, record, seen_at FROM transfer
         WHERE license_id = ?1 AND list = ?2 AND transfer_id = ?3",
    )?;
    let mut rows = found.query(params![license, list.code(), transfer_id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(Head { row: row.get(0)?, record: record(row, 1)?, seen_at: row.get(2)? }))
}

/// What a reading of what is below a head is marked with: the head's fingerprint; of a rejected row that of the outgoing
/// one, where there is one, since they share what is below them.
pub(crate) fn stamp(
    db: &Connection,
    license: i64,
    list: TransferList,
    transfer_id: i64,
) -> Result<Option<i64>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT fingerprint FROM transfer WHERE license_id = ?1 AND transfer_id = ?3
            AND (list = ?2 OR (?2 = 3 AND list = 2)) ORDER BY list LIMIT 1",
    )?;
    Ok(found.query_row(params![license, list.code(), transfer_id], |row| row.get(0)).optional()?)
}

/// Heads of a license with what their rows show, newest first.
pub(crate) fn heads(db: &Connection, license: i64) -> Result<Vec<(TransferList, TransferRecord)>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT list, record FROM transfer WHERE license_id = ?1 ORDER BY last_modified DESC, id DESC",
    )?;
    let mut rows = found.query([license])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        heads.push((TransferList::from_code(row.get(0)?), record(row, 1)?));
    }
    Ok(heads)
}

fn record(row: &Row<'_>, column: usize) -> Result<TransferRecord, MirrorError> {
    Ok(serde_json::from_str(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)?)
}

/// Row ids of the manifests that were made of a template, newest first.
pub(crate) fn of_template(db: &Connection, license: i64, template_id: i64) -> Result<Vec<i64>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT id FROM transfer WHERE license_id = ?1 AND template_id = ?2 AND template_id <> 0 AND list = 2
         ORDER BY last_modified DESC, id DESC",
    )?;
    let rows = found.query_map(params![license, template_id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The transfers of a list that the state should list within a span of `LastModified` in seconds, oldest first: the
/// state's id and `LastModified` of each.
pub(crate) fn ids_in(
    db: &Connection,
    license: i64,
    list: TransferList,
    span: &RangeInclusive<i64>,
) -> Result<Vec<(i64, i64)>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT transfer_id, last_modified / 1000000 FROM transfer
         WHERE license_id = ?1 AND list = ?2 AND last_modified BETWEEN ?3 AND ?4 AND NOT gone ORDER BY last_modified",
    )?;
    let rows = found.query_map(params![license, list.code(), micros(*span.start()), micros(*span.end())], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn micros(second: i64) -> i64 {
    second.saturating_mul(1_000_000)
}

/// Transfers of a list that a whole reading of it did not see, by the state's ids.
pub(crate) fn unseen(db: &Connection, license: i64, list: TransferList, sweep: i64) -> Result<Vec<i64>, MirrorError> {
    let mut found =
        db.prepare_cached("SELECT transfer_id FROM transfer WHERE license_id = ?1 AND list = ?2 AND sweep < ?3")?;
    let rows = found.query_map(params![license, list.code(), sweep], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The state lists a transfer no more. A manifest stays, and says so: somebody may be waiting for it; a template and a
/// row of the rejected are forgotten. Gives whether it was there.
pub(crate) fn left(db: &Connection, license: i64, list: TransferList, transfer_id: i64) -> Result<bool, MirrorError> {
    let Some(known) = known(db, license, list, transfer_id)? else { return Ok(false) };
    match list {
        TransferList::Incoming | TransferList::Outgoing => {
            db.prepare_cached("UPDATE transfer SET gone = 1 WHERE id = ?1")?.execute([known.row])?;
            refresh(db, license, list, transfer_id)?;
            Ok(!known.gone)
        }
        TransferList::Rejected | TransferList::Template => {
            search::remove(db, TRANSFER.words, known.row)?;
            db.prepare_cached("DELETE FROM transfer WHERE id = ?1")?.execute([known.row])?;
            if list.is_template() {
                transfer_detail::remove(db, license, list, transfer_id)?;
            }
            Ok(true)
        }
    }
}

/// Deletes up to so many heads of a license; gives how many there were.
pub(crate) fn remove_some(db: &Connection, license: i64, most: usize) -> Result<usize, MirrorError> {
    let rows = some_rows(db, "transfer", license, most)?;
    for row in &rows {
        search::remove(db, TRANSFER.words, *row)?;
        db.prepare_cached("DELETE FROM transfer WHERE id = ?1")?.execute([row])?;
    }
    Ok(rows.len())
}
