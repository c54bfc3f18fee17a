//! `attempt`: each request that left, or was about to; and the intents in it. Written before the first byte leaves;
//! how it ended is added once.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::step::Step;
use super::time::{instant, instant_or_none};
use crate::error::LedgerError;

/// `ended_at` 0: not ended, or the app ended first. `status` 0: none.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 2,
    print: -7_781_780_957_234_160_466,
    sql: "
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    said TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE attempt_intent (
    attempt INTEGER NOT NULL REFERENCES attempt (id),
    position INTEGER NOT NULL,
    intent INTEGER NOT NULL REFERENCES intent (id),
    PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_of_intent ON attempt_intent (intent, attempt);
CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt BEGIN
    SELECT RAISE(ABORT, 'an attempt is never deleted');
END;
CREATE TRIGGER attempt_intent_stays BEFORE DELETE ON attempt_intent BEGIN
    SELECT RAISE(ABORT, 'an attempt is never deleted');
END;
CREATE TRIGGER attempt_is_frozen BEFORE UPDATE OF id, license, kind, body, hash, begun_at ON attempt BEGIN
    SELECT RAISE(ABORT, 'what was sent never changes');
END;
CREATE TRIGGER attempt_ends_once BEFORE UPDATE ON attempt WHEN OLD.ended_at > 0 BEGIN
    SELECT RAISE(ABORT, 'an attempt ends once');
END;
CREATE TRIGGER attempt_intent_is_frozen BEFORE UPDATE ON attempt_intent BEGIN
    SELECT RAISE(ABORT, 'what was sent never changes');
END;",
}];

/// A request to the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptRow {
    /// Never given twice.
    pub id: i64,
    /// In whose books.
    pub license: String,
    /// The kind's name.
    pub kind: String,
    /// The body to the letter.
    pub body: String,
    /// SHA-256 of the body, hexadecimal.
    pub hash: String,
    /// The intents, in the order of the body.
    pub intents: Vec<i64>,
    /// When it was about to leave.
    pub begun_at: Timestamp,
    /// When it ended; none where the app ended first.
    pub ended_at: Option<Timestamp>,
    /// How it ended; empty where it did not.
    pub outcome: String,
    /// The HTTP status, where it matters.
    pub status: Option<u16>,
    /// What the state or the system said.
    pub said: String,
}

/// Adds an attempt, before it leaves.
pub(crate) fn begin(db: &Connection, row: &AttemptRow) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO attempt (id, license, kind, body, hash, begun_at, ended_at, outcome, status, said)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, '', 0, '')",
    )?
    .execute(params![row.id, row.license, row.kind, row.body, row.hash, row.begun_at.as_microsecond()])?;
    let mut part = db.prepare_cached("INSERT INTO attempt_intent (attempt, position, intent) VALUES (?1, ?2, ?3)")?;
    for (position, intent) in (0_i64..).zip(&row.intents) {
        part.execute([row.id, position, *intent])?;
    }
    Ok(())
}

/// Adds how an attempt ended.
pub(crate) fn end(
    db: &Connection,
    id: i64,
    at: Timestamp,
    outcome: &str,
    status: Option<u16>,
    said: &str,
) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE attempt SET ended_at = ?2, outcome = ?3, status = ?4, said = ?5 WHERE id = ?1")?
        .execute(params![id, at.as_microsecond(), outcome, status.unwrap_or_default(), said])?;
    Ok(())
}

const COLUMNS: &str = "id, license, kind, body, hash, begun_at, ended_at, outcome, status, said";

/// The attempts of an intent, oldest first.
pub(crate) fn of_intent(db: &Connection, intent: i64) -> Result<Vec<AttemptRow>, LedgerError> {
    let mut found = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM attempt
         WHERE id IN (SELECT attempt FROM attempt_intent WHERE attempt_intent.intent = ?1) ORDER BY id"
    ))?;
    let mut attempts: Vec<AttemptRow> = found.query_map([intent], read)?.collect::<Result<_, _>>()?;
    for attempt in &mut attempts {
        attempt.intents = parts(db, attempt.id)?;
    }
    Ok(attempts)
}

/// Attempts by their ids, those that there are, without the intents in them.
pub(crate) fn by_ids(db: &Connection, ids: &[i64]) -> Result<Vec<AttemptRow>, LedgerError> {
    let ids = serde_json::to_string(ids)?;
    let mut found = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM attempt WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"
    ))?;
    let attempts = found.query_map([ids], read)?.collect::<Result<_, _>>()?;
    Ok(attempts)
}

/// The highest id ever given.
pub(crate) fn last_id(db: &Connection) -> Result<i64, LedgerError> {
    Ok(db.query_row("SELECT coalesce(max(id), 0) FROM attempt", [], |row| row.get(0))?)
}

fn parts(db: &Connection, attempt: i64) -> Result<Vec<i64>, LedgerError> {
    let mut found = db.prepare_cached("SELECT intent FROM attempt_intent WHERE attempt = ?1 ORDER BY position")?;
    let intents = found.query_map([attempt], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(intents)
}

fn read(row: &Row<'_>) -> rusqlite::Result<AttemptRow> {
    let status: u16 = row.get("status")?;
    Ok(AttemptRow {
        id: row.get("id")?,
        license: row.get("license")?,
        kind: row.get("kind")?,
        body: row.get("body")?,
        hash: row.get("hash")?,
        intents: Vec::new(),
        begun_at: instant(row.get("begun_at")?),
        ended_at: instant_or_none(row.get("ended_at")?),
        outcome: row.get("outcome")?,
        status: (status > 0).then_some(status),
        said: row.get("said")?,
    })
}
