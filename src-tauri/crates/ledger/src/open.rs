//! Opening `ledger.db`: looking into it before anything is written, mending it, moving its format forward.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::backup::{self, Copier, Copying, Found};
use crate::error::LedgerError;
use crate::health::{Health, inspect};
use crate::steps;
use crate::table::content;

/// The file's name in the data folder.
const FILE: &str = "ledger.db";

/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 64;

/// The ledger's file in a data folder.
pub(crate) fn path(dir: &Path) -> PathBuf {
    dir.join(FILE)
}

/// How a damaged ledger was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the damaged file was kept.
    pub damaged: PathBuf,
    /// The copy that took its place; none when no copy was good and the ledger begins empty.
    pub copy: Option<PathBuf>,
}

/// What opening a ledger came to.
pub(crate) struct Opened {
    pub db: Connection,
    /// The file was damaged.
    pub restored: Option<Restored>,
    /// The copy that is made of what was found.
    pub copier: Copier,
    /// What comes of it.
    pub copying: Copying,
    /// As [`crate::LedgerOpened::from_copy`].
    pub from_copy: bool,
}

/// Opens the ledger of a folder whose lock is held.
pub(crate) fn open(dir: &Path) -> Result<Opened, LedgerError> {
    let path = path(dir);
    let (mut restored, mut found) = (None, 0);
    if path.exists() {
        match inspect(&path)? {
            Health::Good { format } if format > steps::newest() => {
                return Err(LedgerError::NewerVersion { found: format, known: steps::newest() });
            }
            Health::Good { format } => found = format,
            Health::Damaged => restored = Some(restore(dir, &path)?),
        }
    }
    // Copies are for another day; the person's work is in the ledger, and that is whole. So no failure of one is a
    // failure here, and only what is to be moved forward waits for it: a step that went wrong could be undone by it.
    let hold = || Found::hold(reader(&path)?);
    let before_steps = (1..steps::newest()).contains(&found).then(|| backup::keep_one(dir, &hold()?));
    let mut db = Connection::open(&path)?;
    if db.is_readonly(rusqlite::MAIN_DB)? {
        // SQLite opens it all the same, and would refuse the first thing that a person does.
        let why = format!("{} may only be read", path.display());
        return Err(std::io::Error::new(std::io::ErrorKind::PermissionDenied, why).into());
    }
    // FULL: a commit is on the disk when it returns. The two pragmas make the same true on macOS, whose fsync does not
    // reach the disk by itself; elsewhere they do nothing.
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON; PRAGMA foreign_keys = ON;",
    )?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    steps::move_forward(&mut db)?;
    let from_copy = content::is_from_copy(&db)?;
    let (copier, copying) = match before_steps {
        Some(outcome) => (Copier::default(), Copying::over(outcome)),
        // Nothing was in it.
        None if found == 0 => (Copier::default(), Copying::over(Ok(()))),
        None => match hold() {
            Ok(found) => backup::begin(dir, found),
            Err(error) => (Copier::default(), Copying::over(Err(error))),
        },
    };
    Ok(Opened { db, restored, copier, copying, from_copy })
}

/// A connection that only reads.
pub(crate) fn reader(path: &Path) -> Result<Connection, LedgerError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.execute_batch("PRAGMA query_only = ON;")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(db)
}

/// Keeps the damaged file under a name of its own and puts the newest good copy in its place.
fn restore(dir: &Path, path: &Path) -> Result<Restored, LedgerError> {
    let damaged = set_aside(dir, path)?;
    let copy = backup::newest_good(dir, steps::newest())?;
    if let Some(copy) = &copy {
        // Under another name first: a copy that breaks off must not look like the ledger.
        let arriving = dir.join("ledger-arriving.db");
        fs::copy(copy, &arriving)?;
        // Said in the file itself, before it is the ledger: whatever happens next, nobody takes it for one that knows
        // all that was sent.
        say_from_copy(&arriving)?;
        fs::File::options().write(true).open(&arriving)?.sync_all()?;
        fs::rename(&arriving, path)?;
    }
    Ok(Restored { damaged, copy })
}

fn say_from_copy(arriving: &Path) -> Result<(), LedgerError> {
    let mut db = Connection::open(arriving)?;
    // No journal beside it: only this one file is moved.
    let _: String = db.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    steps::move_forward(&mut db)?;
    content::set_from_copy(&db, true)?;
    db.close().map_err(|(_, error)| error.into())
}

/// Moves the database and its journal to the first free name.
fn set_aside(dir: &Path, path: &Path) -> Result<PathBuf, LedgerError> {
    let aside = (1..)
        .map(|n: u32| dir.join(format!("ledger-damaged-{n}.db")))
        .find(|name| !name.exists())
        .unwrap_or_else(|| dir.join("ledger-damaged.db"));
    // The journal first: were it left beside the restored copy, SQLite would replay it into that.
    for tail in ["-wal", "-shm", ""] {
        let from = beside(path, tail);
        if from.exists() {
            fs::rename(from, beside(&aside, tail))?;
        }
    }
    Ok(aside)
}

fn beside(path: &Path, tail: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(tail);
    PathBuf::from(name)
}
