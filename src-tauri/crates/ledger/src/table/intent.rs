//! `intent`: each write that a person queued, and how far it is. What was queued never changes; nothing is deleted.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::step::Step;
use super::time::{instant, instant_or_none};
use crate::error::LedgerError;

/// `place` orders the intents of an entity. An edit takes the place of the intent that it supersedes, so two may have
/// the same. 0 in `supersedes`, `superseded_by`, `attempt` and `archived_at` is none. `id` never comes back.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 2,
    print: -6_748_429_931_766_313_289,
    sql: "
CREATE TABLE intent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL,
    request_id TEXT NOT NULL,
    request_row INTEGER NOT NULL,
    license TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    wanted TEXT NOT NULL,
    mark TEXT NOT NULL,
    body TEXT NOT NULL,
    who TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    waits_for TEXT NOT NULL,
    supersedes INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('queued', 'blocked', 'sending', 'accepted', 'confirmed', 'rejected', 'unknown',
        'needs_person', 'withdrawn', 'superseded')),
    since INTEGER NOT NULL,
    progress TEXT NOT NULL,
    superseded_by INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (request_id, request_row)
) STRICT;
CREATE INDEX intent_by_state ON intent (archived_at, state, since);
CREATE INDEX intent_open ON intent (id) WHERE state NOT IN ('confirmed', 'withdrawn', 'superseded');
CREATE INDEX intent_by_entity ON intent (license, entity);
CREATE TRIGGER intent_stays BEFORE DELETE ON intent BEGIN
    SELECT RAISE(ABORT, 'an intent is never deleted');
END;
CREATE TRIGGER intent_is_frozen
BEFORE UPDATE OF id, place, request_id, request_row, license, kind, entity, wanted, mark, body, who, queued_at, waits_for,
    supersedes ON intent BEGIN
    SELECT RAISE(ABORT, 'what was queued never changes');
END;",
}];

/// One write that a person queued. All but `state`, `since`, `progress`, `superseded_by` and `archived_at` never
/// changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntentRow {
    /// Never given twice.
    pub id: i64,
    /// Its place in the order of its entity.
    pub place: i64,
    /// The command that made it.
    pub request_id: String,
    /// Which of that command's, from 0. Unique together with `request_id`.
    pub request_row: i64,
    /// In whose books.
    pub license: String,
    /// The kind's name.
    pub kind: String,
    /// What it changes, as a text that is equal for equal entities.
    pub entity: String,
    /// The write as the outbox knows it, JSON.
    pub wanted: String,
    /// By which an adjustment is known again.
    pub mark: String,
    /// The JSON object that goes to the state, to the letter.
    pub body: String,
    /// Who queued it.
    pub who: String,
    /// When.
    pub queued_at: Timestamp,
    /// Goes only after these.
    pub waits_for: Vec<i64>,
    /// The intent whose place it took.
    pub supersedes: Option<i64>,
    /// The state's name.
    pub state: String,
    /// Since when.
    pub since: Timestamp,
    /// All that changes of it, JSON.
    pub progress: String,
    /// The edit that took its place.
    pub superseded_by: Option<i64>,
    /// When it was cleared from the page.
    pub archived_at: Option<Timestamp>,
}

/// How an intent ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverRow {
    /// Which.
    pub id: i64,
    /// The state's name.
    pub state: String,
    /// The edit that took its place.
    pub superseded_by: Option<i64>,
}

const COLUMNS: &str = "id, place, request_id, request_row, license, kind, entity, wanted, mark, body, who, queued_at,
    waits_for, supersedes, state, since, progress, superseded_by, archived_at";

/// Adds an intent.
pub(crate) fn insert(db: &Connection, row: &IntentRow) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO intent (id, place, request_id, request_row, license, kind, entity, wanted, mark, body, who,
            queued_at, waits_for, supersedes, state, since, progress, superseded_by, archived_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 0)",
    )?
    .execute(params![
        row.id,
        row.place,
        row.request_id,
        row.request_row,
        row.license,
        row.kind,
        row.entity,
        row.wanted,
        row.mark,
        row.body,
        row.who,
        row.queued_at.as_microsecond(),
        serde_json::to_string(&row.waits_for)?,
        row.supersedes.unwrap_or_default(),
        row.state,
        row.since.as_microsecond(),
        row.progress,
        row.superseded_by.unwrap_or_default(),
    ])?;
    Ok(())
}

/// Moves an intent. All that changes is written together.
pub(crate) fn update(
    db: &Connection,
    id: i64,
    state: &str,
    since: i64,
    progress: &str,
    superseded_by: i64,
) -> Result<bool, LedgerError> {
    let changed = db
        .prepare_cached("UPDATE intent SET state = ?2, since = ?3, progress = ?4, superseded_by = ?5 WHERE id = ?1")?
        .execute(params![id, state, since, progress, superseded_by])?;
    Ok(changed == 1)
}

/// Clears an intent from the page.
pub(crate) fn archive(db: &Connection, id: i64, at: i64) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE intent SET archived_at = ?2 WHERE id = ?1 AND archived_at = 0")?.execute([id, at])?;
    Ok(())
}

/// Every intent that is not over; a refused one counts.
pub(crate) fn open(db: &Connection) -> Result<Vec<IntentRow>, LedgerError> {
    many(
        db,
        &format!(
            "SELECT {COLUMNS} FROM intent WHERE state NOT IN ('confirmed', 'withdrawn', 'superseded') ORDER BY id"
        ),
        params![],
    )
}

/// The intents of these states that are not cleared, newest first, from a position on.
pub(crate) fn in_states(
    db: &Connection,
    states: &[&str],
    from: u32,
    count: u32,
) -> Result<Vec<IntentRow>, LedgerError> {
    let states = serde_json::to_string(states)?;
    many(
        db,
        &format!(
            "SELECT {COLUMNS} FROM intent
             WHERE archived_at = 0 AND state IN (SELECT value FROM json_each(?1))
             ORDER BY since DESC, id DESC LIMIT ?2 OFFSET ?3"
        ),
        params![states, count, from],
    )
}

/// Intents by their ids, those that there are.
pub(crate) fn by_ids(db: &Connection, ids: &[i64]) -> Result<Vec<IntentRow>, LedgerError> {
    let ids = serde_json::to_string(ids)?;
    many(
        db,
        &format!("SELECT {COLUMNS} FROM intent WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"),
        params![ids],
    )
}

/// The intents of a command, in its order.
pub(crate) fn of_request(db: &Connection, request_id: &str) -> Result<Vec<i64>, LedgerError> {
    let mut found = db.prepare_cached("SELECT id FROM intent WHERE request_id = ?1 ORDER BY request_row")?;
    let ids = found.query_map([request_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// How the intents ended that an open one waits for.
pub(crate) fn over_that_others_wait_for(db: &Connection) -> Result<Vec<OverRow>, LedgerError> {
    let mut found = db.prepare_cached(
        "WITH RECURSIVE wanted (id) AS (
            SELECT value FROM intent, json_each(intent.waits_for)
                WHERE state NOT IN ('confirmed', 'withdrawn', 'superseded')
            UNION SELECT superseded_by FROM intent JOIN wanted USING (id) WHERE superseded_by > 0)
         SELECT id, state, superseded_by FROM intent JOIN wanted USING (id)
            WHERE state IN ('confirmed', 'withdrawn', 'superseded')",
    )?;
    let over = found.query_map([], over_row)?.collect::<Result<_, _>>()?;
    Ok(over)
}

/// How these intents ended, those that did.
pub(crate) fn over(db: &Connection, ids: &[i64]) -> Result<Vec<OverRow>, LedgerError> {
    let ids = serde_json::to_string(ids)?;
    let mut found = db.prepare_cached(
        "SELECT id, state, superseded_by FROM intent
         WHERE id IN (SELECT value FROM json_each(?1)) AND state IN ('confirmed', 'withdrawn', 'superseded')",
    )?;
    let over = found.query_map([ids], over_row)?.collect::<Result<_, _>>()?;
    Ok(over)
}

/// How many intents are in each state and not cleared.
pub(crate) fn counts(db: &Connection) -> Result<Vec<(String, i64)>, LedgerError> {
    let mut found = db.prepare_cached("SELECT state, count(*) FROM intent WHERE archived_at = 0 GROUP BY state")?;
    let counts = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(counts)
}

/// CROSS JOIN: the entities asked for lead, each found by its index.
pub(crate) const OTHERS: &str = "
    SELECT EXISTS (
        SELECT 1 FROM json_each(?2) AS asked
        CROSS JOIN intent ON intent.license = ?1 AND intent.entity = asked.value
        WHERE intent.state NOT IN ('withdrawn', 'superseded')
            AND (intent.id > ?3 OR intent.state <> 'confirmed')
            AND intent.id NOT IN (SELECT value FROM json_each(?4)))";

/// Whether entities have intents beside those that were seen: newer ones than `last`, or open ones.
pub(crate) fn has_others(
    db: &Connection,
    license: &str,
    entities: &[String],
    last: i64,
    seen: &[i64],
) -> Result<bool, LedgerError> {
    let (entities, seen) = (serde_json::to_string(entities)?, serde_json::to_string(seen)?);
    Ok(db.prepare_cached(OTHERS)?.query_row(params![license, entities, last, seen], |row| row.get(0))?)
}

/// Whether one of these will never be recorded as it was queued.
pub(crate) fn has_given_up(db: &Connection, ids: &[i64]) -> Result<bool, LedgerError> {
    let ids = serde_json::to_string(ids)?;
    let mut found = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM intent WHERE id IN (SELECT value FROM json_each(?1))
            AND state IN ('withdrawn', 'superseded', 'rejected'))",
    )?;
    Ok(found.query_row([ids], |row| row.get(0))?)
}

/// The highest id ever given.
pub(crate) fn last_id(db: &Connection) -> Result<i64, LedgerError> {
    Ok(db.query_row("SELECT coalesce(max(id), 0) FROM intent", [], |row| row.get(0))?)
}

fn over_row(row: &Row<'_>) -> rusqlite::Result<OverRow> {
    Ok(OverRow { id: row.get(0)?, state: row.get(1)?, superseded_by: some(row.get(2)?) })
}

fn many(db: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<IntentRow>, LedgerError> {
    let mut found = db.prepare_cached(sql)?;
    let mut rows = found.query(params)?;
    let mut intents = Vec::new();
    while let Some(row) = rows.next()? {
        intents.push(read(row)?);
    }
    Ok(intents)
}

fn read(row: &Row<'_>) -> Result<IntentRow, LedgerError> {
    let waits_for: String = row.get("waits_for")?;
    Ok(IntentRow {
        id: row.get("id")?,
        place: row.get("place")?,
        request_id: row.get("request_id")?,
        request_row: row.get("request_row")?,
        license: row.get("license")?,
        kind: row.get("kind")?,
        entity: row.get("entity")?,
        wanted: row.get("wanted")?,
        mark: row.get("mark")?,
        body: row.get("body")?,
        who: row.get("who")?,
        queued_at: instant(row.get("queued_at")?),
        waits_for: serde_json::from_str(&waits_for)?,
        supersedes: some(row.get("supersedes")?),
        state: row.get("state")?,
        since: instant(row.get("since")?),
        progress: row.get("progress")?,
        superseded_by: some(row.get("superseded_by")?),
        archived_at: instant_or_none(row.get("archived_at")?),
    })
}

fn some(id: i64) -> Option<i64> {
    (id > 0).then_some(id)
}
