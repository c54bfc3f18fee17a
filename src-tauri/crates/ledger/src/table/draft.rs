//! `draft` and `draft_line`: what a person prepares before anything of it is queued. A draft is marked as deleted and
//! never gone; a line that a person takes out is.

use jiff::Timestamp;
use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::step::Step;
use super::time::{instant, instant_or_none};
use crate::error::LedgerError;

/// `deleted_at` 0: none. `copied_from` is of a time when drafts were to be copied; it is 0. Positions of a draft's lines are 0, 1, 2 and so on, without gaps. A text
/// that is empty was not typed. `draft_intent` names drafts without reference: an intent is worth keeping whatever the
/// draft's number that came with it.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 3,
    print: -8_352_015_524_707_401_505,
    sql: "
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    copied_from INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draft_of_license ON draft (license, changed_at) WHERE deleted_at = 0;
CREATE TRIGGER draft_stays BEFORE DELETE ON draft BEGIN
    SELECT RAISE(ABORT, 'a draft is never deleted');
END;
CREATE TABLE draft_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    gross_weight TEXT NOT NULL,
    gross_unit TEXT NOT NULL,
    price TEXT NOT NULL
) STRICT;
CREATE INDEX draft_line_in_order ON draft_line (draft, position);
CREATE INDEX draft_line_by_tag ON draft_line (tag, draft);
CREATE TABLE draft_intent (
    draft INTEGER NOT NULL,
    intent INTEGER NOT NULL REFERENCES intent (id),
    PRIMARY KEY (draft, intent)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX draft_of_intent ON draft_intent (intent);
CREATE TRIGGER draft_intent_stays BEFORE DELETE ON draft_intent BEGIN
    SELECT RAISE(ABORT, 'what was made of a draft stays known');
END;",
}];

/// A draft to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDraft {
    /// In whose books.
    pub license: LicenseNumber,
    /// What it is to become, for example `transfer`.
    pub kind: String,
    /// The fields above the lines: a text of desk's own.
    pub form: String,
    /// Who makes it.
    pub made_by: String,
}

/// A draft without its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftHead {
    /// Never given twice.
    pub id: i64,
    /// In whose books.
    pub license: String,
    /// What it is to become.
    pub kind: String,
    /// The fields above the lines: a text of desk's own.
    pub form: String,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// When it was last changed, its lines included.
    pub changed_at: Timestamp,
    /// When it was deleted; none where it was not.
    pub deleted_at: Option<Timestamp>,
    /// How many lines it has.
    pub lines: u32,
    /// The newest intent that was made of it.
    pub last_intent: Option<i64>,
}

/// What a person typed in a line, to the letter; empty where nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTexts {
    /// The package's tag.
    pub tag: String,
    /// The gross weight.
    pub gross_weight: String,
    /// Its unit.
    pub gross_unit: String,
    /// The wholesale price.
    pub price: String,
}

/// A line of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    /// Never given twice.
    pub id: i64,
    /// What stands in it.
    pub texts: LineTexts,
}

/// A draft with its lines in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// All but the lines.
    pub head: DraftHead,
    /// The lines.
    pub lines: Vec<DraftLine>,
}

/// Makes an empty draft; gives its number.
pub(crate) fn make(db: &Connection, new: &NewDraft, at: Timestamp) -> Result<i64, LedgerError> {
    db.prepare_cached(
        "INSERT INTO draft (license, kind, form, copied_from, made_by, made_at, changed_at)
         VALUES (?1, ?2, ?3, 0, ?4, ?5, ?5)",
    )?
    .execute(params![new.license.as_str(), new.kind, new.form, new.made_by, at.as_microsecond()])?;
    Ok(db.last_insert_rowid())
}

/// Marks a draft as changed; gives whether there is one that is not deleted.
pub(crate) fn touch(db: &Connection, draft: i64, at: Timestamp) -> Result<bool, LedgerError> {
    let changed = db
        .prepare_cached("UPDATE draft SET changed_at = ?2 WHERE id = ?1 AND deleted_at = 0")?
        .execute([draft, at.as_microsecond()])?;
    Ok(changed == 1)
}

/// Replaces the form of a draft.
pub(crate) fn set_form(db: &Connection, draft: i64, form: &str) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE draft SET form = ?2 WHERE id = ?1")?.execute(params![draft, form])?;
    Ok(())
}

/// Marks a draft as deleted; gives whether there was one that was not.
pub(crate) fn delete(db: &Connection, draft: i64, at: Timestamp) -> Result<bool, LedgerError> {
    let marked = db
        .prepare_cached("UPDATE draft SET deleted_at = ?2 WHERE id = ?1 AND deleted_at = 0")?
        .execute([draft, at.as_microsecond()])?;
    Ok(marked == 1)
}

/// Adds lines behind the first `after`; gives their numbers, in order.
pub(crate) fn add_lines(
    db: &Connection,
    draft: i64,
    after: usize,
    lines: &[LineTexts],
) -> Result<Vec<i64>, LedgerError> {
    let there: i64 =
        db.prepare_cached("SELECT count(*) FROM draft_line WHERE draft = ?1")?.query_row([draft], |row| row.get(0))?;
    let first = i64::try_from(after).unwrap_or(i64::MAX).min(there);
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    if first < there {
        db.prepare_cached("UPDATE draft_line SET position = position + ?3 WHERE draft = ?1 AND position >= ?2")?
            .execute([draft, first, count])?;
    }
    let mut insert = db.prepare_cached(
        "INSERT INTO draft_line (draft, position, tag, gross_weight, gross_unit, price) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let mut ids = Vec::with_capacity(lines.len());
    for (position, line) in (first..).zip(lines) {
        insert.execute(params![draft, position, line.tag, line.gross_weight, line.gross_unit, line.price])?;
        ids.push(db.last_insert_rowid());
    }
    Ok(ids)
}

/// Replaces the texts of a line; gives whether the draft has it and is not deleted.
pub(crate) fn set_line(db: &Connection, draft: i64, line: i64, texts: &LineTexts) -> Result<bool, LedgerError> {
    let changed = db
        .prepare_cached(
            "UPDATE draft_line SET tag = ?3, gross_weight = ?4, gross_unit = ?5, price = ?6
             WHERE id = ?2 AND draft = (SELECT id FROM draft WHERE id = ?1 AND deleted_at = 0)",
        )?
        .execute(params![draft, line, texts.tag, texts.gross_weight, texts.gross_unit, texts.price])?;
    Ok(changed == 1)
}

/// Takes lines out and closes the gaps; gives how many there were.
pub(crate) fn remove_lines(db: &Connection, draft: i64, lines: &[i64]) -> Result<usize, LedgerError> {
    let lines = serde_json::to_string(lines)?;
    let removed = db
        .prepare_cached("DELETE FROM draft_line WHERE draft = ?1 AND id IN (SELECT value FROM json_each(?2))")?
        .execute(params![draft, lines])?;
    db.prepare_cached(
        "UPDATE draft_line SET position = dense.position
         FROM (SELECT id, row_number() OVER (ORDER BY position) - 1 AS position FROM draft_line WHERE draft = ?1) AS dense
         WHERE draft_line.id = dense.id AND draft_line.position <> dense.position",
    )?
    .execute([draft])?;
    Ok(removed)
}

const HEAD: &str = "id, license, kind, form, made_by, made_at, changed_at, deleted_at,
    (SELECT count(*) FROM draft_line WHERE draft_line.draft = draft.id) AS lines,
    (SELECT max(intent) FROM draft_intent WHERE draft_intent.draft = draft.id) AS last_intent";

/// A draft with its lines, deleted or not.
pub(crate) fn get(db: &Connection, draft: i64) -> Result<Option<Draft>, LedgerError> {
    let mut found = db.prepare_cached(&format!("SELECT {HEAD} FROM draft WHERE id = ?1"))?;
    let Some(head) = found.query_row([draft], head).optional()? else { return Ok(None) };
    let mut found = db.prepare_cached(
        "SELECT id, tag, gross_weight, gross_unit, price FROM draft_line WHERE draft = ?1 ORDER BY position",
    )?;
    let lines = found.query_map([draft], line)?.collect::<Result<_, _>>()?;
    Ok(Some(Draft { head, lines }))
}

/// The drafts of a license that are not deleted, latest change first.
pub(crate) fn of_license(db: &Connection, license: &str) -> Result<Vec<DraftHead>, LedgerError> {
    let mut found = db.prepare_cached(&format!(
        "SELECT {HEAD} FROM draft WHERE license = ?1 AND deleted_at = 0 ORDER BY changed_at DESC, id DESC"
    ))?;
    let heads = found.query_map([license], head)?.collect::<Result<_, _>>()?;
    Ok(heads)
}

/// CROSS JOIN: the few tags asked for lead, whatever the planner thinks of the others.
pub(crate) const WITH_TAGS: &str = "
    SELECT DISTINCT asked.value, draft_line.draft
    FROM json_each(?2) AS asked
    CROSS JOIN draft_line ON draft_line.tag = asked.value
    CROSS JOIN draft ON draft.id = draft_line.draft
    WHERE asked.value <> '' AND draft.license = ?1 AND draft.deleted_at = 0
    ORDER BY asked.id, draft_line.draft";

/// Which drafts of a license, not deleted, hold these tags.
pub(crate) fn with_tags(db: &Connection, license: &str, tags: &[&str]) -> Result<Vec<(String, i64)>, LedgerError> {
    let tags = serde_json::to_string(tags)?;
    let mut found = db.prepare_cached(WITH_TAGS)?;
    let pairs =
        found.query_map(params![license, tags], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(pairs)
}

/// Says that an intent was made of a draft.
pub(crate) fn link(db: &Connection, draft: i64, intent: i64) -> Result<(), LedgerError> {
    db.prepare_cached("INSERT INTO draft_intent (draft, intent) VALUES (?1, ?2)")?.execute([draft, intent])?;
    Ok(())
}

/// The intents that were made of a draft, oldest first.
pub(crate) fn intents(db: &Connection, draft: i64) -> Result<Vec<i64>, LedgerError> {
    let mut found = db.prepare_cached("SELECT intent FROM draft_intent WHERE draft = ?1 ORDER BY intent")?;
    let intents = found.query_map([draft], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(intents)
}

fn head(row: &Row<'_>) -> rusqlite::Result<DraftHead> {
    Ok(DraftHead {
        id: row.get("id")?,
        license: row.get("license")?,
        kind: row.get("kind")?,
        form: row.get("form")?,
        made_by: row.get("made_by")?,
        made_at: instant(row.get("made_at")?),
        changed_at: instant(row.get("changed_at")?),
        deleted_at: instant_or_none(row.get("deleted_at")?),
        lines: row.get("lines")?,
        last_intent: row.get("last_intent")?,
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<DraftLine> {
    let texts = LineTexts {
        tag: row.get("tag")?,
        gross_weight: row.get("gross_weight")?,
        gross_unit: row.get("gross_unit")?,
        price: row.get("price")?,
    };
    Ok(DraftLine { id: row.get("id")?, texts })
}
