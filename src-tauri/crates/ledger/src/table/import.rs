//! `import_session` and `import_refusal`: each file that was read in, and each line of it that was not taken. Only ever
//! added to.

use jiff::Timestamp;
use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::step::Step;
use super::time::instant;
use crate::error::LedgerError;

/// `draft` 0: not read into a draft. `line` counts from 1; 0 is the file as a whole.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 3,
    print: -6_726_623_528_363_639_532,
    sql: "
CREATE TABLE import_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    license TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    draft INTEGER NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    refused INTEGER NOT NULL
) STRICT;
CREATE INDEX import_of_file ON import_session (sha256);
CREATE INDEX import_of_license ON import_session (license, id);
CREATE TRIGGER import_session_stays BEFORE DELETE ON import_session BEGIN
    SELECT RAISE(ABORT, 'an import is never deleted');
END;
CREATE TRIGGER import_session_is_frozen BEFORE UPDATE ON import_session BEGIN
    SELECT RAISE(ABORT, 'what was imported never changes');
END;
CREATE TABLE import_refusal (
    session INTEGER NOT NULL REFERENCES import_session (id),
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER import_refusal_stays BEFORE DELETE ON import_refusal BEGIN
    SELECT RAISE(ABORT, 'an import is never deleted');
END;
CREATE TRIGGER import_refusal_is_frozen BEFORE UPDATE ON import_refusal BEGIN
    SELECT RAISE(ABORT, 'what was imported never changes');
END;",
}];

/// An import to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImport {
    /// In whose books.
    pub license: LicenseNumber,
    /// What the file holds, for example `transfer_tags`.
    pub kind: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The draft that it was read into.
    pub draft: Option<i64>,
    /// Who.
    pub who: String,
    /// Lines that held something.
    pub rows: u32,
    /// Lines that were taken.
    pub accepted: u32,
    /// Lines that were not, in the file's order.
    pub refusals: Vec<ImportRefusal>,
}

/// A line of a file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRefusal {
    /// Which line, from 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// What stands there, as far as it can be read.
    pub text: String,
    /// Why, as a name of the importing room's own, for example `not_a_tag`.
    pub reason: String,
    /// Why, as a person reads it.
    pub sentence: String,
}

/// An import as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSession {
    /// Never given twice.
    pub id: i64,
    /// In whose books.
    pub license: String,
    /// What the file held.
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The draft that it was read into.
    pub draft: Option<i64>,
    /// Who.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// Lines that held something.
    pub rows: u32,
    /// Lines that were taken.
    pub accepted: u32,
    /// Lines that were not.
    pub refused: u32,
}

/// Keeps an import with its refusals; gives its number.
pub(crate) fn keep(db: &Connection, new: &NewImport, at: Timestamp) -> Result<i64, LedgerError> {
    db.prepare_cached(
        "INSERT INTO import_session (license, kind, file_name, sha256, draft, who, at, rows, accepted, refused)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        new.license.as_str(),
        new.kind,
        new.file_name,
        new.sha256,
        new.draft.unwrap_or_default(),
        new.who,
        at.as_microsecond(),
        new.rows,
        new.accepted,
        u32::try_from(new.refusals.len()).unwrap_or(u32::MAX),
    ])?;
    let session = db.last_insert_rowid();
    let mut insert = db.prepare_cached(
        "INSERT INTO import_refusal (session, position, line, text, reason, sentence) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (position, refusal) in (0_i64..).zip(&new.refusals) {
        insert.execute(params![session, position, refusal.line, refusal.text, refusal.reason, refusal.sentence])?;
    }
    Ok(session)
}

const COLUMNS: &str = "id, license, kind, file_name, sha256, draft, who, at, rows, accepted, refused";

/// An import.
pub(crate) fn get(db: &Connection, session: i64) -> Result<Option<ImportSession>, LedgerError> {
    let mut found = db.prepare_cached(&format!("SELECT {COLUMNS} FROM import_session WHERE id = ?1"))?;
    Ok(found.query_row([session], read).optional()?)
}

/// The imports of a file's content at a license, newest first.
pub(crate) fn of_file(db: &Connection, license: &str, sha256: &str) -> Result<Vec<ImportSession>, LedgerError> {
    let mut found = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM import_session WHERE sha256 = ?2 AND license = ?1 ORDER BY id DESC"
    ))?;
    let sessions = found.query_map([license, sha256], read)?.collect::<Result<_, _>>()?;
    Ok(sessions)
}

/// The refused lines of an import in the file's order, from a position on.
pub(crate) fn refusals(
    db: &Connection,
    session: i64,
    from: u32,
    count: u32,
) -> Result<Vec<ImportRefusal>, LedgerError> {
    let mut found = db.prepare_cached(
        "SELECT line, text, reason, sentence FROM import_refusal
         WHERE session = ?1 AND position >= ?2 ORDER BY position LIMIT ?3",
    )?;
    let refusals = found
        .query_map(params![session, from, count], |row| {
            Ok(ImportRefusal { line: row.get(0)?, text: row.get(1)?, reason: row.get(2)?, sentence: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(refusals)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ImportSession> {
    let draft: i64 = row.get("draft")?;
    Ok(ImportSession {
        id: row.get("id")?,
        license: row.get("license")?,
        kind: row.get("kind")?,
        file_name: row.get("file_name")?,
        sha256: row.get("sha256")?,
        draft: (draft > 0).then_some(draft),
        who: row.get("who")?,
        at: instant(row.get("at")?),
        rows: row.get("rows")?,
        accepted: row.get("accepted")?,
        refused: row.get("refused")?,
    })
}
