//! `audit`: who, when, what was sent, what came back. Lines are only ever added.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::step::Step;
use super::time::instant;
use crate::error::LedgerError;

/// `attempt` 0: none.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 2,
    print: -4_662_468_321_657_783_286,
    sql: "
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    license TEXT NOT NULL,
    intent INTEGER NOT NULL REFERENCES intent (id),
    attempt INTEGER NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at, id);
CREATE INDEX audit_of_intent ON audit (intent, id);
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
END;
CREATE TRIGGER audit_is_frozen BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
END;",
}];

/// A line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// When.
    pub at: Timestamp,
    /// The person, or `Trackside`.
    pub who: String,
    /// In whose books.
    pub license: String,
    /// Which intent.
    pub intent: i64,
    /// Which request.
    pub attempt: Option<i64>,
    /// What happened.
    pub what: String,
    /// What was sent, or what came back.
    pub detail: String,
}

/// Adds a line.
pub(crate) fn add(db: &Connection, row: &AuditRow) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO audit (at, who, license, intent, attempt, what, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        row.at.as_microsecond(),
        row.who,
        row.license,
        row.intent,
        row.attempt.unwrap_or_default(),
        row.what,
        row.detail
    ])?;
    Ok(())
}

const COLUMNS: &str = "at, who, license, intent, attempt, what, detail";

/// The lines of an intent, oldest first.
pub(crate) fn of_intent(db: &Connection, intent: i64) -> Result<Vec<AuditRow>, LedgerError> {
    let mut found = db.prepare_cached(&format!("SELECT {COLUMNS} FROM audit WHERE intent = ?1 ORDER BY id"))?;
    let lines = found.query_map([intent], read)?.collect::<Result<_, _>>()?;
    Ok(lines)
}

/// Hands each line of a period on, oldest first; the end is not included.
pub(crate) fn between(
    db: &Connection,
    from: Timestamp,
    to: Timestamp,
    mut each: impl FnMut(AuditRow),
) -> Result<(), LedgerError> {
    let mut found =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM audit WHERE at >= ?1 AND at < ?2 ORDER BY at, id"))?;
    let mut rows = found.query([from.as_microsecond(), to.as_microsecond()])?;
    while let Some(row) = rows.next()? {
        each(read(row)?);
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let attempt: i64 = row.get("attempt")?;
    Ok(AuditRow {
        at: instant(row.get("at")?),
        who: row.get("who")?,
        license: row.get("license")?,
        intent: row.get("intent")?,
        attempt: (attempt > 0).then_some(attempt),
        what: row.get("what")?,
        detail: row.get("detail")?,
    })
}
