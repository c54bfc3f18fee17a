//! `receiving` and `receiving_scan`: which packages of an incoming transfer a person saw. A record of this computer's;
//! the state hears nothing of it.

use jiff::Timestamp;
use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::step::Step;
use super::time::{instant, instant_or_none};
use crate::error::LedgerError;

/// `closed_at` 0: not closed. Positions of a list's scans only grow.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 3,
    print: 5_622_962_727_892_006_761,
    sql: "
CREATE TABLE receiving (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license TEXT NOT NULL,
    transfer INTEGER NOT NULL,
    manifest TEXT NOT NULL,
    who TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX receiving_of_transfer ON receiving (license, transfer);
CREATE TRIGGER receiving_stays BEFORE DELETE ON receiving BEGIN
    SELECT RAISE(ABORT, 'a receiving list is never deleted');
END;
CREATE TABLE receiving_scan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    receiving INTEGER NOT NULL REFERENCES receiving (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (receiving, position)
) STRICT;",
}];

/// A list to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReceiving {
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of the transfer.
    pub transfer: i64,
    /// Its manifest's number.
    pub manifest: String,
    /// Who checks.
    pub who: String,
}

/// A list without its scans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivingHead {
    /// Never given twice.
    pub id: i64,
    /// In whose books.
    pub license: String,
    /// The state's id of the transfer.
    pub transfer: i64,
    /// Its manifest's number.
    pub manifest: String,
    /// Who checks.
    pub who: String,
    /// Since when.
    pub started_at: Timestamp,
    /// Until when; none while it is open.
    pub closed_at: Option<Timestamp>,
    /// How many scans it has; a tag that was scanned twice counts twice.
    pub scans: u32,
}

/// One scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Never given twice.
    pub id: i64,
    /// What was read, to the letter.
    pub tag: String,
    /// When.
    pub at: Timestamp,
}

/// A list with its scans in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiving {
    /// All but the scans.
    pub head: ReceivingHead,
    /// The scans.
    pub scans: Vec<Scan>,
}

/// Begins a list; gives its number.
pub(crate) fn start(db: &Connection, new: &NewReceiving, at: Timestamp) -> Result<i64, LedgerError> {
    db.prepare_cached(
        "INSERT INTO receiving (license, transfer, manifest, who, started_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![new.license.as_str(), new.transfer, new.manifest, new.who, at.as_microsecond()])?;
    Ok(db.last_insert_rowid())
}

/// Whether a list is there and not closed.
pub(crate) fn is_open(db: &Connection, receiving: i64) -> Result<bool, LedgerError> {
    let mut found = db.prepare_cached("SELECT closed_at = 0 FROM receiving WHERE id = ?1")?;
    Ok(found.query_row([receiving], |row| row.get(0)).optional()?.unwrap_or(false))
}

/// Adds what was scanned, in order; gives the numbers.
pub(crate) fn scan(db: &Connection, receiving: i64, tags: &[&str], at: Timestamp) -> Result<Vec<i64>, LedgerError> {
    let first: i64 = db
        .prepare_cached("SELECT coalesce(max(position) + 1, 0) FROM receiving_scan WHERE receiving = ?1")?
        .query_row([receiving], |row| row.get(0))?;
    let mut insert =
        db.prepare_cached("INSERT INTO receiving_scan (receiving, position, tag, at) VALUES (?1, ?2, ?3, ?4)")?;
    let mut ids = Vec::with_capacity(tags.len());
    for (position, tag) in (first..).zip(tags) {
        insert.execute(params![receiving, position, tag, at.as_microsecond()])?;
        ids.push(db.last_insert_rowid());
    }
    Ok(ids)
}

/// Takes a scan back; gives whether it was there.
pub(crate) fn unscan(db: &Connection, receiving: i64, scan: i64) -> Result<bool, LedgerError> {
    let gone =
        db.prepare_cached("DELETE FROM receiving_scan WHERE id = ?2 AND receiving = ?1")?.execute([receiving, scan])?;
    Ok(gone == 1)
}

/// Closes a list; gives whether it was there and open.
pub(crate) fn close(db: &Connection, receiving: i64, at: Timestamp) -> Result<bool, LedgerError> {
    let closed = db
        .prepare_cached("UPDATE receiving SET closed_at = ?2 WHERE id = ?1 AND closed_at = 0")?
        .execute([receiving, at.as_microsecond()])?;
    Ok(closed == 1)
}

/// Opens a closed list again; gives whether it was there and closed.
pub(crate) fn reopen(db: &Connection, receiving: i64) -> Result<bool, LedgerError> {
    let opened = db
        .prepare_cached("UPDATE receiving SET closed_at = 0 WHERE id = ?1 AND closed_at <> 0")?
        .execute([receiving])?;
    Ok(opened == 1)
}

const HEAD: &str = "id, license, transfer, manifest, who, started_at, closed_at,
    (SELECT count(*) FROM receiving_scan WHERE receiving_scan.receiving = receiving.id) AS scans";

/// A list with its scans.
pub(crate) fn get(db: &Connection, receiving: i64) -> Result<Option<Receiving>, LedgerError> {
    let mut found = db.prepare_cached(&format!("SELECT {HEAD} FROM receiving WHERE id = ?1"))?;
    let Some(head) = found.query_row([receiving], head).optional()? else { return Ok(None) };
    let mut found =
        db.prepare_cached("SELECT id, tag, at FROM receiving_scan WHERE receiving = ?1 ORDER BY position")?;
    let scans = found
        .query_map([receiving], |row| Ok(Scan { id: row.get(0)?, tag: row.get(1)?, at: instant(row.get(2)?) }))?
        .collect::<Result<_, _>>()?;
    Ok(Some(Receiving { head, scans }))
}

/// The lists of a transfer, newest first.
pub(crate) fn of_transfer(db: &Connection, license: &str, transfer: i64) -> Result<Vec<ReceivingHead>, LedgerError> {
    let mut found = db.prepare_cached(&format!(
        "SELECT {HEAD} FROM receiving WHERE license = ?1 AND transfer = ?2 ORDER BY id DESC"
    ))?;
    let heads = found.query_map(params![license, transfer], head)?.collect::<Result<_, _>>()?;
    Ok(heads)
}

fn head(row: &Row<'_>) -> rusqlite::Result<ReceivingHead> {
    Ok(ReceivingHead {
        id: row.get("id")?,
        license: row.get("license")?,
        transfer: row.get("transfer")?,
        manifest: row.get("manifest")?,
        who: row.get("who")?,
        started_at: instant(row.get("started_at")?),
        closed_at: instant_or_none(row.get("closed_at")?),
        scans: row.get("scans")?,
    })
}
