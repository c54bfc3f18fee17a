//! Reads and writes at the same time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use ledger::{HoldRow, LedgerError, OutboxChange};

use crate::outbox::intent;
use crate::{layout, noon, open, retailer};

/// Long after any read has returned that waits for nobody.
const NEVER: Duration = Duration::from_secs(30);

fn hold(failures: u32) -> OutboxChange {
    OutboxChange::Held(HoldRow {
        license: retailer().as_str().to_owned(),
        until: noon(),
        cause: "offline".into(),
        failures,
        said: String::new(),
    })
}

#[test]
fn a_read_waits_for_no_writer_and_sees_nothing_of_what_is_not_committed() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    ledger.outbox_commit(&[hold(1)]).unwrap();
    let (begun, is_begun) = mpsc::channel();
    let (finish, may_finish) = mpsc::channel::<()>();
    let (told, hears) = mpsc::channel();
    std::thread::scope(|scope| {
        let writes = ledger.clone();
        scope.spawn(move || {
            writes.remember("r-1", "draft_new", noon(), |work| {
                work.draft_make(&crate::drafts::new("{}"), noon())?;
                begun.send(()).unwrap();
                // In the middle of its transaction, until the reads have returned or it was waited for in vain.
                let _ = may_finish.recv_timeout(NEVER);
                Ok::<_, LedgerError>(())
            })
        });
        is_begun.recv().unwrap();
        let reads = ledger.clone();
        scope.spawn(move || {
            let holds = reads.outbox_holds().unwrap().len();
            let drafts = reads.drafts(&retailer()).unwrap().len();
            told.send((holds, drafts, layout(&reads), reads.outbox_counts().unwrap().len())).unwrap();
        });
        let seen = hears.recv_timeout(NEVER / 2);
        drop(finish);
        assert_eq!(seen.expect("while a transaction is open"), (1, 0, None, 0));
    });
    assert_eq!(ledger.drafts(&retailer()).unwrap().len(), 1, "it is committed by now");
}

#[test]
fn whoever_wrote_reads_it_whatever_others_do() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // More readers at a time than are kept.
        for _ in 0..6 {
            scope.spawn(|| {
                let mut last = 0;
                while !done.load(Ordering::SeqCst) {
                    let rows = ledger.outbox_rows().unwrap();
                    assert!(rows.last_intent >= last, "nothing that was seen is gone again");
                    assert_eq!(rows.intents.len(), usize::try_from(rows.last_intent).unwrap(), "one state");
                    last = rows.last_intent;
                }
            });
        }
        for id in 1..=100 {
            ledger.outbox_commit(&[OutboxChange::Queued(intent(id, &format!("r{id}"), 0)), hold(1)]).unwrap();
            assert_eq!(ledger.outbox_last_intent().unwrap(), id);
            assert_eq!(ledger.outbox_of_request(&format!("r{id}")).unwrap(), [id]);
        }
        done.store(true, Ordering::SeqCst);
    });
}

#[test]
fn a_ledger_that_was_read_is_closed_into_its_file() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    ledger.layout_put("packages.active", &retailer(), "narrow").unwrap();
    assert_eq!(layout(&ledger).as_deref(), Some("narrow"));
    drop(ledger);
    assert!(!dir.path().join("ledger.db-wal").exists(), "no journal is left, readers or not");
}
