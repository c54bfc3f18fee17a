//! The disk fails at each commit of a run in turn: what was acknowledged is there, nothing left without its stored
//! attempt, and once there is room it goes on by itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ledger::Ledger;
use outbox::{
    Adjust, Attempt, Finish, Intent, IntentId, Note, Outcome, Question, Readings, State, Timing, Wire, Write,
    intent_of, start,
};
use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension};
use rust_decimal::Decimal;
use tokio::sync::watch;

use crate::clock::WallClock;
use crate::small_disk::SmallDisk;
use crate::wire::{FakeWire, Fate};
use crate::{adjust, create, finish, license, note, tag};

/// A disk that takes nothing more, from one moment to another.
trait Full: Send + Sync + 'static {
    fn fill(&self, folder: &Path);
    fn free(&self, folder: &Path);
}

impl Full for SmallDisk {
    fn fill(&self, folder: &Path) {
        SmallDisk::fill(self, folder);
    }

    fn free(&self, _: &Path) {
        SmallDisk::free(self);
    }
}

/// SQLite itself refuses every change, on any system.
struct Refusing;

const TABLES: [&str; 5] = ["intent", "attempt", "audit", "hold", "request"];

impl Full for Refusing {
    fn fill(&self, folder: &Path) {
        for table in TABLES {
            for what in ["INSERT", "UPDATE"] {
                meddle(
                    folder,
                    &format!(
                        "CREATE TRIGGER full_{what}_{table} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, 'full'); END;"
                    ),
                );
            }
        }
    }

    fn free(&self, folder: &Path) {
        for table in TABLES {
            meddle(
                folder,
                &format!("DROP TRIGGER IF EXISTS full_INSERT_{table}; DROP TRIGGER IF EXISTS full_UPDATE_{table};"),
            );
        }
    }
}

fn meddle(folder: &Path, sql: &str) {
    Connection::open(folder.join("ledger.db")).unwrap().execute_batch(sql).unwrap();
}

/// A wire that looks into the ledger whenever something leaves.
struct Witness {
    wire: FakeWire,
    folder: PathBuf,
    unstored: Arc<Mutex<Vec<String>>>,
}

impl Wire for Witness {
    async fn send(&self, attempt: &Attempt) -> Outcome {
        let db = Connection::open(self.folder.join("ledger.db")).unwrap();
        let stored: Option<String> = db
            .query_row("SELECT body FROM attempt WHERE id = ?1 AND ended_at = 0", [attempt.id.0], |row| row.get(0))
            .optional()
            .unwrap();
        if stored.as_ref() != Some(&attempt.body) {
            self.unstored.lock().unwrap().push(format!("{attempt:?}: {stored:?}"));
        }
        self.wire.send(attempt).await
    }

    async fn read(&self, license: &LicenseNumber, questions: &[(IntentId, Question)]) -> Readings {
        self.wire.read(license, questions).await
    }
}

/// What the page asks for: packages lose some, some of them twice; notes, finished packages, templates.
fn commands() -> Vec<(&'static str, Vec<Write>)> {
    vec![
        ("r1", (1..8).map(|n| adjust(n, -i64::from(n))).collect()),
        ("r2", vec![note(10, "a"), note(11, "b"), finish(12), finish(13), finish(14), adjust(1, -50)]),
        ("r3", vec![create(1, "Tomorrow"), create(2, "Later")]),
        ("r4", (2..6).map(|n| adjust(n, 10)).chain([note(15, "c")]).collect()),
        ("r5", (16..28).map(finish).collect()),
        ("r6", vec![create(3, "Sunday"), adjust(7, 1), note(28, "d")]),
    ]
}

/// What was told so far.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    commits: usize,
    stalls: usize,
}

/// Goes through the whole day with a disk that is full from the `at`-th commit on, and has room again after the second
/// time that the outbox stood still. Gives how often it stood still: never,
/// where the day had no such commit.
async fn day(folder: &Path, disk: Arc<dyn Full>, at: usize) -> usize {
    std::fs::create_dir_all(folder).unwrap();
    let ledger = Ledger::open(folder).unwrap().ledger;
    let wire = FakeWire::default();
    for fate in [Fate::AppliedAndLost, Fate::Lost, Fate::Refused(0, "No.")] {
        wire.next(fate);
    }
    let unstored = Arc::new(Mutex::new(Vec::new()));
    let witness = Witness { wire: wire.clone(), folder: folder.to_owned(), unstored: Arc::clone(&unstored) };
    let (tell, mut told) = watch::channel(Told::default());
    let (path, same) = (folder.to_owned(), Arc::clone(&disk));
    if at == 0 {
        disk.fill(folder);
    }
    let outbox =
        start(ledger.clone(), false, witness, Timing::default(), Arc::new(WallClock::default()), move |news| {
            tell.send_modify(|told| {
                if news.stalled.is_some() {
                    told.stalls += 1;
                    if told.stalls == 2 {
                        same.free(&path);
                    }
                } else {
                    told.commits += 1;
                    if at == told.commits {
                        same.fill(&path);
                    }
                }
            });
        })
        .await
        .unwrap();
    let mut acknowledged: BTreeMap<&str, Vec<IntentId>> = BTreeMap::new();
    for (request, writes) in commands() {
        let writes: Vec<_> = writes.into_iter().map(|write| (write, Vec::new())).collect();
        loop {
            // The page repeats what was not acknowledged, under the same id.
            if let Ok(done) = outbox.submit(request, "Dana", &license(), writes.clone()).await {
                acknowledged.insert(request, done.made);
                break;
            }
            tokio::time::advance(Duration::from_millis(500)).await;
        }
    }
    let all: Vec<i64> = acknowledged.values().flatten().map(|id| id.0).collect();
    let intents = |ledger: &Ledger| -> Vec<Intent> {
        ledger.outbox_intents(&all).unwrap().iter().map(|row| intent_of(row).unwrap()).collect()
    };
    while !intents(&ledger).iter().all(|intent| intent.progress.state.is_settled()) {
        tokio::time::timeout(Duration::from_secs(100_000), told.changed())
            .await
            .unwrap_or_else(|_| panic!("at commit {at} it never comes to rest: {:?}", intents(&ledger)))
            .unwrap();
    }
    assert_eq!(*unstored.lock().unwrap(), Vec::<String>::new(), "at {at}: nothing leaves unless it is on the disk");
    for (request, made) in &acknowledged {
        let kept: Vec<IntentId> = ledger.outbox_of_request(request).unwrap().into_iter().map(IntentId).collect();
        assert_eq!(&kept, made, "at {at}: {request} was acknowledged");
    }
    each_once(&intents(&ledger), &wire, at);
    let told = *told.borrow();
    outbox.stop(Duration::from_secs(1)).await;
    disk.free(folder);
    told.stalls
}

/// What is confirmed took effect once, what is refused did not.
fn each_once(intents: &[Intent], wire: &FakeWire, at: usize) {
    assert_eq!(intents.len(), commands().iter().map(|(_, writes)| writes.len()).sum::<usize>(), "at {at}: all of it");
    let mut left: BTreeMap<String, Decimal> = BTreeMap::new();
    for intent in intents {
        let confirmed = intent.progress.state == State::Confirmed;
        match &intent.write {
            Write::Adjust(Adjust { tag, by, .. }) => {
                let left = left.entry(tag.to_string()).or_insert(Decimal::from(100));
                *left += if confirmed { *by } else { Decimal::ZERO };
            }
            Write::Note(Note { tag, note }) => {
                assert_eq!(wire.package(tag).note.as_ref() == Some(note), confirmed, "at {at}: {intent:?}");
            }
            Write::Finish(Finish { tag, .. }) => {
                assert_eq!(wire.package(tag).finished, confirmed, "at {at}: {intent:?}");
            }
            _ => {
                let templates = wire.templates();
                let ours = templates.iter().filter(|template| intent.mark.is_in(&template.name)).count();
                assert_eq!(ours, usize::from(confirmed), "at {at}: {intent:?}");
            }
        }
    }
    for number in 1..8 {
        let tag = tag(number);
        assert_eq!(wire.package(&tag).quantity, left.get(tag.as_str()).copied(), "at {at}: package {tag}");
    }
}

/// A day for each commit, and for before the first. How many there are is not always the same: what comes in together is
/// one.
async fn full_at_each_commit(folder: &Path, disk: Arc<dyn Full>) {
    for at in 0.. {
        let folder = folder.join(at.to_string());
        let stalls = day(&folder, Arc::clone(&disk), at).await;
        std::fs::remove_dir_all(folder).unwrap();
        if stalls == 0 {
            assert!(at > 12, "a day of {at} commits");
            return;
        }
        assert!(stalls >= 2, "at {at} the disk stayed full until the second time");
    }
}

#[tokio::test(start_paused = true)]
async fn sqlite_refuses_each_commit_in_turn() {
    let dir = tempfile::tempdir().unwrap();
    full_at_each_commit(dir.path(), Arc::new(Refusing)).await;
}

#[tokio::test(start_paused = true)]
async fn the_disk_is_full_at_each_commit_in_turn() {
    let Some(disk) = SmallDisk::for_test("disk::the_disk_is_full_at_each_commit_in_turn") else { return };
    let folder = disk.path().to_owned();
    full_at_each_commit(&folder, Arc::new(disk)).await;
}
