//! `request`: the first answer of each command that changes something, by the id that the page gave it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::step::Step;
use crate::error::LedgerError;

pub(crate) const STEPS: &[Step] = &[Step {
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
}];

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
