//! The disk fails: full, read-only, cut off, copied while it was written. What was acknowledged is never lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use ledger::{IntentRow, Ledger, LedgerError, OutboxChange};
use tempfile::TempDir;

use crate::outbox::{attempt, intent, line};
use crate::small_disk::SmallDisk;
use crate::tell::skipped;
use crate::{noon, open};

/// What one command writes: three intents, the request that is about to leave with them, a line of the audit each.
fn command(number: i64) -> Vec<OutboxChange> {
    let ids: Vec<i64> = (0..3).map(|n| number * 3 + n + 1).collect();
    let mut changes: Vec<OutboxChange> =
        (0..).zip(&ids).map(|(row, id)| OutboxChange::Queued(intent(*id, &format!("r{number}"), row))).collect();
    changes.push(OutboxChange::AttemptBegun(attempt(number + 1, &ids)));
    changes.extend(ids.iter().map(|id| OutboxChange::Audited(line(noon(), *id, "sent"))));
    changes
}

/// The commands that a ledger holds, each of which must be whole, and without a gap before it.
fn commands_in(ledger: &Ledger) -> i64 {
    let rows: Vec<IntentRow> = ledger.outbox_rows().unwrap().intents;
    assert_eq!(rows.len() % 3, 0, "no command in part");
    let count = i64::try_from(rows.len() / 3).unwrap();
    for number in 0..count {
        let ids = ledger.outbox_of_request(&format!("r{number}")).unwrap();
        assert_eq!(ids, [number * 3 + 1, number * 3 + 2, number * 3 + 3], "command {number} is whole");
        let (attempts, audit) = ledger.outbox_story(ids[2]).unwrap();
        assert_eq!((attempts[0].intents.as_slice(), audit.len()), (ids.as_slice(), 1), "with all that belongs to it");
    }
    count
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let Some(disk) = SmallDisk::for_test("disk::a_full_disk_refuses_and_loses_nothing") else { return };
    // Under a limit on the size of files the system calls it another error.
    let says_full = matches!(disk, SmallDisk::Mounted(_));
    let mut ledger = Ledger::open(disk.path()).unwrap().ledger;
    let mut acknowledged = 0;
    for round in 0..6 {
        for _ in 0..5 {
            ledger.outbox_commit(&command(acknowledged)).unwrap();
            acknowledged += 1;
        }
        disk.fill(disk.path());
        let refused = ledger.outbox_commit(&command(acknowledged)).unwrap_err();
        assert_eq!(matches!(refused, LedgerError::DiskFull), says_full, "{refused:?}");
        let forgotten = ledger.remember("late", "late", noon(), |_| Ok::<_, LedgerError>(round));
        assert!(forgotten.is_err(), "an answer that is not kept is not given");
        assert_eq!(commands_in(&ledger), acknowledged, "it can still be read");
        if round % 2 == 0 {
            // The app ends on the full disk, and is started there.
            drop(ledger);
            match Ledger::open(disk.path()) {
                Err(refused) => assert_eq!(matches!(refused, LedgerError::DiskFull), says_full, "{refused:?}"),
                Ok(opened) => {
                    let copied = opened.copying.wait();
                    assert!(!says_full || matches!(copied, Err(LedgerError::DiskFull)), "{copied:?}");
                }
            }
            disk.free();
            let opened = Ledger::open(disk.path()).unwrap();
            assert_eq!(opened.restored_from, None, "a full disk damages nothing");
            // The disk is not to be filled before it is made: what it would give back made room.
            opened.copying.wait().unwrap();
            ledger = opened.ledger;
        } else {
            disk.free();
        }
        assert_eq!(commands_in(&ledger), acknowledged);
        assert_eq!(ledger.answer_of("late").unwrap(), None);
    }
}

/// In a child's environment: the folder whose ledger it may not write.
const READ_ONLY: &str = "TRACKSIDE_TEST_READ_ONLY";

/// Nobody, where the tests run as root, whom no permission stops.
#[cfg(unix)]
const NOBODY: u32 = 65_534;

#[cfg(unix)]
#[test]
fn a_folder_or_file_that_is_read_only_is_refused_and_left_as_it_is() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    if let Ok(folder) = std::env::var(READ_ONLY) {
        let refused = match Ledger::open(Path::new(&folder)) {
            Ok(_) => "no".to_owned(),
            Err(error) => error.to_string(),
        };
        println!("refused: {refused}");
        return;
    }
    for (what, folder_mode, file_mode) in
        [("a read-only folder", 0o555, 0o666), ("a read-only file", 0o777, 0o444), ("both", 0o555, 0o444)]
    {
        let dir = tempfile::tempdir().unwrap();
        open(&dir).outbox_commit(&command(0)).unwrap();
        let file = dir.path().join("ledger.db");
        let before = fs::read(&file).unwrap();
        let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        for entry in fs::read_dir(dir.path()).unwrap() {
            let path = entry.unwrap().path();
            mode(&path, if path.is_dir() { 0o777 } else { 0o666 });
        }
        mode(&file, file_mode);
        mode(dir.path(), folder_mode);
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        child
            .args(["--exact", "--nocapture", "disk::a_folder_or_file_that_is_read_only_is_refused_and_left_as_it_is"])
            .env(READ_ONLY, dir.path());
        if fs::metadata(dir.path()).unwrap().uid() == 0 {
            child.uid(NOBODY).gid(NOBODY);
        }
        let done = match child.output() {
            Ok(done) => done,
            Err(error) => {
                skipped(&format!("this test's program cannot be started as nobody ({error})"));
                return;
            }
        };
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        mode(dir.path(), 0o700);
        mode(&file, 0o600);
        assert!(said.contains("refused: ") && !said.contains("refused: no\n"), "{what}: {said}");
        assert_eq!(fs::read(&file).unwrap(), before, "{what}: left as it is");
        assert_eq!(commands_in(&open(&dir)), 1, "{what}: and whole");
    }
}

/// The database and its journal as a crash leaves them.
struct Crashed {
    database: Vec<u8>,
    journal: Vec<u8>,
    /// The journal's length after each command.
    ends: Vec<usize>,
}

fn crashed(commands: i64) -> Crashed {
    let dir = tempfile::tempdir().unwrap();
    let journal = dir.path().join("ledger.db-wal");
    let ledger = open(&dir);
    let mut ends = Vec::new();
    for number in 0..commands {
        ledger.outbox_commit(&command(number)).unwrap();
        ends.push(usize::try_from(fs::metadata(&journal).unwrap().len()).unwrap());
    }
    let database = fs::read(dir.path().join("ledger.db")).unwrap();
    Crashed { database, journal: fs::read(journal).unwrap(), ends }
}

/// Opens a ledger of these files, and says how many commands it holds.
fn reopened(database: &[u8], journal: &[u8], what: &str) -> i64 {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("ledger.db"), database).unwrap();
    fs::write(dir.path().join("ledger.db-wal"), journal).unwrap();
    let opened = Ledger::open(dir.path()).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(opened.restored_from, None, "{what}: a torn tail is no damage");
    let count = commands_in(&opened.ledger);
    opened.ledger.outbox_commit(&command(count)).unwrap();
    assert_eq!(commands_in(&opened.ledger), count + 1, "{what}: it goes on from there");
    count
}

/// A frame of the journal: its header and a page.
const FRAME: usize = 24 + 4096;

/// Where the tail is cut or damaged: each byte of each frame's header, the edges and some bytes of its page.
fn places(from: usize, to: usize) -> impl Iterator<Item = usize> {
    (from..to).filter(move |at| {
        let within = (at - 32) % FRAME;
        !(26..FRAME - 2).contains(&within) || within.is_multiple_of(1361)
    })
}

#[test]
fn a_journal_cut_off_anywhere_holds_every_commit_before_the_cut() {
    let Crashed { database, journal, ends } = crashed(4);
    for at in places(ends[1], journal.len() + 1) {
        let complete = i64::try_from(ends.iter().filter(|end| **end <= at).count()).unwrap();
        let held = reopened(&database, &journal[..at], &format!("cut at {at} of {}", journal.len()));
        assert_eq!(held, complete, "cut at {at} of {ends:?}");
    }
}

#[test]
fn a_journal_damaged_anywhere_holds_every_commit_before_the_damage() {
    let Crashed { database, journal, ends } = crashed(4);
    for (n, at) in places(ends[2], journal.len()).enumerate() {
        let complete = i64::try_from(ends.iter().filter(|end| **end <= at).count()).unwrap();
        let mut damaged = journal.clone();
        damaged[at] ^= 0x40;
        let held = reopened(&database, &damaged, &format!("damaged at {at}"));
        assert_eq!(held, complete, "damaged at {at} of {ends:?}");
        if n % 5 == 0 {
            // The disk gave the room and not the contents.
            damaged[at..].fill(0);
            assert_eq!(reopened(&database, &damaged, &format!("zeros from {at}")), complete, "zeros from {at}");
        }
    }
}

/// Copies the ledger's files as a backup program does: one after the other, without asking anybody.
fn copy(from: &Path, journal_first: bool) -> (TempDir, PathBuf) {
    let to = tempfile::tempdir().unwrap();
    let mut names = ["ledger.db", "ledger.db-wal"];
    if journal_first {
        names.reverse();
    }
    for name in names {
        fs::copy(from.join(name), to.path().join(name)).unwrap();
    }
    let path = to.path().to_owned();
    (to, path)
}

#[test]
fn a_ledger_copied_while_it_is_written_holds_whole_commands() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let (acknowledged, done) = (AtomicI64::new(0), AtomicBool::new(false));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Few enough that the journal is not yet taken over into the database: SQLite does that after a thousand
            // pages, and files copied in that very moment do not belong together.
            for number in 0..60 {
                ledger.outbox_commit(&command(number)).unwrap();
                acknowledged.store(number + 1, Ordering::SeqCst);
            }
            done.store(true, Ordering::SeqCst);
        });
        let mut copies = 0;
        while !done.load(Ordering::SeqCst) || copies < 10 {
            let before = acknowledged.load(Ordering::SeqCst);
            let (_kept, path) = copy(dir.path(), copies % 2 == 1);
            let after = acknowledged.load(Ordering::SeqCst) + 1;
            let opened = Ledger::open(&path).unwrap();
            assert_eq!(opened.restored_from, None, "a copy is whole");
            let held = commands_in(&opened.ledger);
            assert!((before..=after).contains(&held), "{held} commands; {before} before the copy, {after} after it");
            copies += 1;
        }
    });
}
