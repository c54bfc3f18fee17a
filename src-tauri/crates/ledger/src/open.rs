//! Opening `ledger.db`: looking into it before anything is written, mending it, moving its format forward.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::table::content;
use crate::{LedgerError, Restored, backup, table};

/// The file's name in the data folder.
pub(crate) const FILE: &str = "ledger.db";

/// `TSLD`: says that a file is a Trackside ledger. `TSLE` said it before the first release, while the tables had other
/// names; such a file is set aside like any other that is no ledger.
const APPLICATION: i64 = 0x5453_4c44;

/// The newest format: one step in [`table::STEPS`] each.
fn known_format() -> i64 {
    i64::try_from(table::STEPS.len()).unwrap_or(i64::MAX)
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Health {
    /// Whole, with its format; 0 was begun and never finished.
    Good { format: i64 },
    /// Not whole, or not a ledger.
    Damaged,
}

/// What opening a ledger came to.
pub(crate) struct Opened {
    pub db: Connection,
    /// The file was damaged.
    pub restored: Option<Restored>,
    /// Why no copy could be kept.
    pub not_copied: Option<LedgerError>,
    /// As [`crate::LedgerOpened::from_copy`].
    pub from_copy: bool,
}

/// Opens the ledger of a folder whose lock is held.
pub(crate) fn open(dir: &Path) -> Result<Opened, LedgerError> {
    let path = dir.join(FILE);
    let (mut restored, mut not_copied) = (None, None);
    if path.exists() {
        match inspect(&path)? {
            Health::Good { format } if format > known_format() => {
                return Err(LedgerError::NewerVersion { found: format, known: known_format() });
            }
            Health::Good { format: 0 } => {}
            // The copy is for another day; the person's work is in the ledger, and that is whole.
            Health::Good { .. } => not_copied = backup::keep_one(dir, &path).err(),
            Health::Damaged => restored = Some(restore(dir, &path)?),
        }
    }
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
    move_forward(&mut db)?;
    let from_copy = content::is_from_copy(&db)?;
    Ok(Opened { db, restored, not_copied, from_copy })
}

/// Looks into a file without writing to it. The whole file is checked: a person's work is small.
pub(crate) fn inspect(path: &Path) -> Result<Health, LedgerError> {
    match look(path) {
        Ok(health) => Ok(health),
        Err(LedgerError::Damaged) => Ok(Health::Damaged),
        Err(other) => Err(other),
    }
}

fn look(path: &Path) -> Result<Health, LedgerError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let (application, format) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    if format == 0 && number("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok(Health::Good { format: 0 });
    }
    let whole = db.query_row("PRAGMA integrity_check(1)", [], |row| Ok(row.get_ref(0)?.as_str()? == "ok"))?;
    Ok(if whole && application == APPLICATION { Health::Good { format } } else { Health::Damaged })
}

/// Keeps the damaged file under a name of its own and puts the newest good copy in its place.
fn restore(dir: &Path, path: &Path) -> Result<Restored, LedgerError> {
    let damaged = set_aside(dir, path)?;
    let copy = backup::newest_good(dir, known_format())?;
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
    move_forward(&mut db)?;
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

/// Takes the steps that the file has not taken, all or none.
fn move_forward(db: &mut Connection) -> Result<(), LedgerError> {
    let format: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let taken = usize::try_from(format).unwrap_or_default();
    if taken >= table::STEPS.len() {
        return Ok(());
    }
    let transaction = db.transaction()?;
    for step in table::STEPS.iter().skip(taken) {
        for sql in *step {
            transaction.execute_batch(sql)?;
        }
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", known_format())?;
    transaction.commit()?;
    Ok(())
}
