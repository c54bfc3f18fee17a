//! `request`: the first answer of each command that changes something, by the id that the page gave it.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::step::Step;
use crate::error::LedgerError;

pub(crate) const STEPS: &[Step] = &[
    Step {
        number: 1,
        print: 4_834_975_128_092_932_070,
        sql: "
CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT NOT NULL UNIQUE,
    command TEXT NOT NULL,
    answer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;",
    },
    Step { number: 5, print: 6_038_400_741_969_173_849, sql: "CREATE INDEX request_by_time ON request (at);" },
];

/// For how long an answer is kept at least.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The command that an id answered, and its answer.
pub(crate) fn get(db: &Connection, request_id: &str) -> Result<Option<(String, Value)>, LedgerError> {
    let mut found = db.prepare_cached("SELECT command, answer FROM request WHERE request_id = ?1")?;
    let row: Option<(String, String)> =
        found.query_row([request_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(match row {
        Some((command, answer)) => Some((command, serde_json::from_str(&answer)?)),
        None => None,
    })
}

/// Keeps an answer; the first for an id stays.
pub(crate) fn put(
    db: &Connection,
    request_id: &str,
    command: &str,
    answer: &Value,
    at: Timestamp,
) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO request (request_id, command, answer, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (request_id) DO NOTHING",
    )?
    .execute(params![request_id, command, serde_json::to_string(answer)?, at.as_microsecond()])?;
    Ok(())
}

/// So few at a time, so that no key typed waits for a year of others to go; and yet more than one, so that they do go.
pub(crate) const FORGET: &str = "
    DELETE FROM request WHERE id IN (SELECT id FROM request WHERE at < ?1 AND id <= ?2 ORDER BY at LIMIT 16)";

/// Forgets a few answers that are too old at `now`, of those up to `last`.
pub(crate) fn forget(db: &Connection, last: i64, now: Timestamp) -> Result<(), LedgerError> {
    // Before there were instants there was nothing to keep.
    let before = now.checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    db.prepare_cached(FORGET)?.execute([before.as_microsecond(), last])?;
    Ok(())
}

/// The highest id ever given to an answer that is still there; 0 where there is none.
pub(crate) fn last_id(db: &Connection) -> Result<i64, LedgerError> {
    Ok(db.query_row("SELECT coalesce(max(id), 0) FROM request", [], |row| row.get(0))?)
}
