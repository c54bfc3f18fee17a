//! Copies of the ledger: one for each start that finds it changed since the newest, the newest five kept. They are made
//! page by page while the person works.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread::{Builder, JoinHandle};
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

/// What a start found, held as it was then while others write.
pub(crate) struct Found(Connection);

impl Found {
    /// Holds what is there now. By a connection that only reads.
    pub fn hold(reader: Connection) -> Result<Self, LedgerError> {
        reader.execute_batch("BEGIN")?;
        // Not before it has read something.
        reader.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(Self(reader))
    }
}

/// The safety copy of what a start found, which is made meanwhile.
pub struct Copying(Receiver<Result<(), LedgerError>>);

impl Copying {
    /// Waits until the copy is made; at once where none is needed.
    ///
    /// # Errors
    /// Why it could not be made. The ledger itself is whole and open, and the next start tries again.
    pub fn wait(self) -> Result<(), LedgerError> {
        let broke_off = |_| Err(std::io::Error::other("the copying broke off").into());
        self.0.recv().unwrap_or_else(broke_off)
    }

    /// It is over already.
    pub(crate) fn over(outcome: Result<(), LedgerError>) -> Self {
        let (tell, hear) = mpsc::channel();
        // It is heard: its other end is given back.
        let _ = tell.send(outcome);
        Self(hear)
    }
}

/// The thread that makes a copy. Dropped, it waits for its end: nobody else may have the folder before.
#[derive(Default)]
pub(crate) struct Copier(Option<JoinHandle<()>>);

impl Drop for Copier {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            // One that panicked has told nobody, which says it.
            let _ = thread.join();
        }
    }
}

/// Begins to copy what was found, as [`keep_one`] does.
pub(crate) fn begin(dir: &Path, found: Found) -> (Copier, Copying) {
    let (tell, hear) = mpsc::channel();
    let dir = dir.to_owned();
    let copy = move || {
        // Nobody may want to hear it.
        let _ = tell.send(keep_one(&dir, &found));
    };
    match Builder::new().name("ledger copy".to_owned()).spawn(copy) {
        Ok(thread) => (Copier(Some(thread)), Copying(hear)),
        Err(error) => (Copier::default(), Copying::over(Err(error.into()))),
    }
}

/// Copies what was found, unless nothing changed since the newest copy: a program that is started ten times after an
/// accident must not push the copy from before it out.
pub(crate) fn keep_one(dir: &Path, found: &Found) -> Result<(), LedgerError> {
    let kept = keep(dir, found);
    if let Err(error) = &kept {
        tracing::error!(%error, "no copy of the ledger could be kept");
    }
    kept
}

fn keep(dir: &Path, found: &Found) -> Result<(), LedgerError> {
    let folder = dir.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let copies = copies(&folder)?;
    let newest = copies.last();
    if let Some((_, newest)) = newest
        && holds_the_same(found, newest)?
    {
        return Ok(());
    }
    let number = newest.map_or(1, |(number, _)| number + 1);
    let arriving = folder.join("arriving.db");
    if arriving.exists() {
        fs::remove_file(&arriving)?;
    }
    leave_room(found, &folder)?;
    let named = folder.join(format!("ledger-{number:06}.db"));
    if let Err(error) = copy(found, &arriving).and_then(|()| Ok(fs::rename(&arriving, named)?)) {
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

/// Whether a copy is whole and holds what was found. By their marks: equal bytes would say it too, but two files of
/// equal content need not have them, and the larger the ledger the longer that takes to read.
fn holds_the_same(found: &Found, copy: &Path) -> Result<bool, LedgerError> {
    let Some(held) = content::mark(&found.0)? else { return Ok(false) };
    let mark = |path: &Path| content::mark(&Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?);
    // A copy that cannot be read is none.
    let same = mark(copy).is_ok_and(|copied| copied.as_ref() == Some(&held));
    Ok(same && health::inspect(copy).is_ok_and(|health| matches!(health, Health::Good { .. })))
}

/// A copy is for another day. It must not take, while it is made, the last room from what the person does now.
fn leave_room(found: &Found, folder: &Path) -> Result<(), LedgerError> {
    let number = |sql: &str| found.0.query_row(sql, [], |row| row.get::<_, i64>(0));
    let size = number("PRAGMA page_count")?.saturating_mul(number("PRAGMA page_size")?).unsigned_abs();
    match fs4::available_space(folder) {
        Ok(room) if room < size.saturating_mul(2) => Err(LedgerError::DiskFull),
        // Where it is not known, the disk will say it.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Through SQLite, so that what is still in the journal comes along.
fn copy(found: &Found, to: &Path) -> Result<(), LedgerError> {
    let mut target = Connection::open(to)?;
    Backup::new(&found.0, &mut target)?.run_to_completion(1_024, Duration::ZERO, None)?;
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
