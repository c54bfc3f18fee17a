//! Copies of the ledger: one at each start that finds it changed since the newest, the newest five kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::error::LedgerError;
use crate::health::{self, Health};
use crate::table::content;

/// The folder of copies, in the data folder.
const FOLDER: &str = "ledger-copies";

/// Copies kept.
const KEPT: usize = 5;

/// Copies the ledger as it is, unless nothing changed since the newest copy: a program that is started ten times after
/// an accident must not push the copy from before it out.
pub(crate) fn keep_one(dir: &Path, ledger: &Path) -> Result<(), LedgerError> {
    let folder = dir.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let copies = copies(&folder)?;
    let newest = copies.last();
    if let Some((_, newest)) = newest
        && holds_the_same(ledger, newest)?
    {
        return Ok(());
    }
    let number = newest.map_or(1, |(number, _)| number + 1);
    let arriving = folder.join("arriving.db");
    if arriving.exists() {
        fs::remove_file(&arriving)?;
    }
    let named = folder.join(format!("ledger-{number:06}.db"));
    if let Err(error) = copy(ledger, &arriving).and_then(|()| Ok(fs::rename(&arriving, named)?)) {
        // Half a copy helps nobody and takes room where there may be none; there may be nothing to remove.
        let _ = fs::remove_file(&arriving);
        return Err(error);
    }
    for (_, old) in copies.iter().rev().skip(KEPT - 1) {
        if let Err(error) = fs::remove_file(old) {
            // One too many does no harm.
            tracing::warn!(%error, copy = %old.display(), "an old copy of the ledger could not be removed");
        }
    }
    Ok(())
}

/// Whether a copy is whole and holds what the ledger holds. By their marks: equal bytes would say it too, but two files
/// of equal content need not have them, and the larger the ledger the longer that takes to read.
fn holds_the_same(ledger: &Path, copy: &Path) -> Result<bool, LedgerError> {
    let mark = |path: &Path| content::mark(&Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?);
    let Some(held) = mark(ledger)? else { return Ok(false) };
    // A copy that cannot be read is none.
    let same = mark(copy).is_ok_and(|copied| copied.as_ref() == Some(&held));
    Ok(same && health::inspect(copy).is_ok_and(|health| matches!(health, Health::Good { .. })))
}

/// Through SQLite, so that what is still in the journal comes along.
fn copy(from: &Path, to: &Path) -> Result<(), LedgerError> {
    let from = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut target = Connection::open(to)?;
    Backup::new(&from, &mut target)?.run_to_completion(1_024, Duration::ZERO, None)?;
    // A copy is one file: read later, it needs no journal beside it, and leaves none.
    let _: String = target.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    target.close().map_err(|(_, error)| error)?;
    fs::File::options().write(true).open(to)?.sync_all()?;
    Ok(())
}

/// The newest copy that is whole and of a format known here.
pub(crate) fn newest_good(dir: &Path, known_format: i64) -> Result<Option<PathBuf>, LedgerError> {
    let folder = dir.join(FOLDER);
    if !folder.exists() {
        return Ok(None);
    }
    for (_, copy) in copies(&folder)?.into_iter().rev() {
        if let Health::Good { format } = health::inspect(&copy)?
            && (1..=known_format).contains(&format)
        {
            return Ok(Some(copy));
        }
    }
    Ok(None)
}

/// The copies with their numbers, oldest first.
fn copies(folder: &Path) -> Result<Vec<(u64, PathBuf)>, LedgerError> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let number = name.strip_prefix("ledger-").and_then(|rest| rest.strip_suffix(".db"));
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            copies.push((number, path));
        }
    }
    copies.sort();
    Ok(copies)
}
