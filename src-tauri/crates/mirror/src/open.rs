//! Opening `mirror.db`: connections, format, and what to do with a file that cannot be used.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rules::ScaledAmount;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use words::say;

use crate::MirrorError;
use crate::table::{freeze, listed, text};
use crate::{alike, steps};

/// The file's name in the data folder.
const FILE: &str = "mirror.db";

/// `TSMI`: says that a file is a Trackside mirror.
pub(crate) const APPLICATION: i64 = 0x5453_4d49;

/// Up to this size a file's every page is checked at the start; a large one would take seconds.
const CHECKED_WHOLE: u64 = 16 * 1024 * 1024;

/// The mirror's file in a data folder.
pub(crate) fn path(dir: &Path) -> PathBuf {
    dir.join(FILE)
}

/// Remembers beside the file that a read found it damaged, so that the next start does not trust it.
pub(crate) fn mark_damaged(path: &Path) {
    if let Err(error) = fs::write(beside(path, "-damaged"), b"") {
        tracing::warn!(%error, "the damaged local copy could not be marked");
    }
}

/// Makes sure that there is a usable file. Gives where a damaged one was moved to.
pub(crate) fn prepare(path: &Path) -> Result<Option<PathBuf>, MirrorError> {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir)?;
    }
    let mark = beside(path, "-damaged");
    let mut state = state(path, mark.exists())?;
    if let State::Behind { format } = state {
        match move_forward(path, format) {
            Err(MirrorError::Damaged { .. }) => state = State::Damaged,
            moved => return moved.map(|()| None),
        }
    }
    // Whatever becomes of the records, which can be read again: the state still asks for patience.
    let freezes = freezes(path).unwrap_or_default();
    let moved = match state {
        State::Usable | State::Behind { .. } => return Ok(None),
        State::Absent => None,
        State::Unknown => {
            remove(path)?;
            None
        }
        State::Damaged => Some(move_aside(path)?),
    };
    create(path, &freezes)?;
    if mark.exists() {
        fs::remove_file(mark)?;
    }
    Ok(moved)
}

enum State {
    Absent,
    Usable,
    /// Whole, of an earlier format that is moved forward.
    Behind {
        format: i64,
    },
    /// From before the first release, or begun and never finished: there is nothing in it worth keeping.
    Unknown,
    Damaged,
}

fn state(path: &Path, marked: bool) -> Result<State, MirrorError> {
    if !path.exists() {
        return Ok(State::Absent);
    }
    let found = match inspect(path) {
        Ok(found) => found,
        Err(MirrorError::Damaged { .. }) => return Ok(State::Damaged),
        Err(other) => return Err(other),
    };
    Ok(match found {
        Found { format: 0, tables: 0, .. } => State::Unknown,
        Found { application, .. } if application != APPLICATION => State::Damaged,
        Found { format, .. } if format > steps::newest() => {
            return Err(MirrorError::NewerVersion { found: format, known: steps::newest() });
        }
        Found { format, .. } if format < steps::FIRST => State::Unknown,
        Found { whole, .. } if marked || !whole => State::Damaged,
        Found { format, .. } if format < steps::newest() => State::Behind { format },
        Found { .. } => State::Usable,
    })
}

struct Found {
    application: i64,
    format: i64,
    tables: i64,
    whole: bool,
}

/// Looks into a file without writing to it.
fn inspect(path: &Path) -> Result<Found, MirrorError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    alike::teach(&db)?;
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let whole = fs::metadata(path)?.len() > CHECKED_WHOLE
        || db.query_row("PRAGMA quick_check(1)", [], |row| Ok(row.get_ref(0)?.as_str()? == "ok"))?;
    Ok(Found {
        application: number("PRAGMA application_id")?,
        format: number("PRAGMA user_version")?,
        tables: number("SELECT count(*) FROM sqlite_schema")?,
        whole,
    })
}

fn create(path: &Path, freezes: &[(String, Timestamp)]) -> Result<(), MirrorError> {
    let mut db = Connection::open(path)?;
    equip(&db)?;
    db.execute_batch("PRAGMA journal_mode = WAL;")?;
    let transaction = db.transaction()?;
    steps::take(&transaction, 0, steps::newest())?;
    for (key, until) in freezes {
        freeze::save(&transaction, key, Some(*until))?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.commit()?;
    Ok(())
}

/// Takes the steps that the file has not taken, all or none.
fn move_forward(path: &Path, format: i64) -> Result<(), MirrorError> {
    let mut db = Connection::open(path)?;
    equip(&db)?;
    let transaction = db.transaction()?;
    steps::take(&transaction, format, steps::newest())?;
    transaction.commit()?;
    tracing::info!(from = format, to = steps::newest(), "the local copy was moved to this version's format");
    Ok(())
}

/// Until when the state asked for patience, from a file of which nothing else may be readable.
fn freezes(path: &Path) -> Result<Vec<(String, Timestamp)>, MirrorError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    freeze::all(&db)
}

/// The one connection that writes.
pub(crate) fn writer(path: &Path) -> Result<Connection, MirrorError> {
    let db = Connection::open(path)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    equip(&db)?;
    Ok(db)
}

/// A connection that only reads.
pub(crate) fn reader(path: &Path) -> Result<Connection, MirrorError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -8000;")?;
    equip(&db)?;
    Ok(db)
}

fn equip(db: &Connection) -> Result<(), MirrorError> {
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(64);
    alike::teach(db)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.create_scalar_function("amount_text", 2, flags, |call| {
        let exact: String = call.get(1)?;
        let millionths: i64 = call.get(0)?;
        Ok(if exact.is_empty() {
            ScaledAmount::from_millionths(millionths).to_decimal().to_string()
        } else {
            text::quantity_back(millionths, &exact).to_string()
        })
    })?;
    db.create_scalar_function("stated_day", 1, flags, |call| {
        Ok(call.get::<Option<String>>(0)?.map(|stated| text::day_in(&stated)).unwrap_or_default())
    })?;
    db.create_scalar_function("listed_text", 3, flags, |call| {
        let rest: String = call.get(2)?;
        let rest = serde_json::from_str(&rest).map_err(|fault| rusqlite::Error::UserFunctionError(Box::new(fault)))?;
        Ok(listed::words(call.get(0)?, &call.get::<String>(1)?, &rest))
    })?;
    // In the language spoken when it is asked, so it is not always the same.
    db.create_scalar_function("packager_not_told", 0, FunctionFlags::SQLITE_UTF8, |_| {
        Ok(say::reading_packaged_by_not_told().to_string())
    })?;
    Ok(())
}

/// Moves a damaged file with its journal aside, in place of one moved before: it can be read again from the state,
/// and two of them only fill the disk.
fn move_aside(path: &Path) -> Result<PathBuf, MirrorError> {
    let aside = path.with_file_name("mirror-damaged.db");
    remove(&aside)?;
    for tail in TAILS {
        let from = beside(path, tail);
        if from.exists() {
            fs::rename(from, beside(&aside, tail))?;
        }
    }
    Ok(aside)
}

const TAILS: [&str; 3] = ["", "-wal", "-shm"];

fn remove(path: &Path) -> Result<(), MirrorError> {
    for tail in TAILS {
        let file = beside(path, tail);
        if file.exists() {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn beside(path: &Path, tail: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(tail);
    PathBuf::from(name)
}
