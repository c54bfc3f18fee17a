//! The executor with a real ledger and a wire of the test's own.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod clock;
mod commands;
mod disk;
mod faults;
#[path = "../../../ledger/tests/ledger/small_disk.rs"]
mod small_disk;
#[path = "../../../../xtask/src/suite/skipped/tell.rs"]
mod tell;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use clock::WallClock;
use jiff::civil::Date;
use ledger::Ledger;
use outbox::{
    Adjust, Carrier, Finish, Group, Intent, IntentId, Note, OutboxHandle, State, Template, TemplateCreate,
    TemplatePackage, Timing, Write, intent_of, start,
};
use rules::{LicenseNumber, Tag};
use tokio::sync::watch;
use wire::FakeWire;

const LICENSE: &str = "C10-0000123-LIC";

/// An outbox with its ledger, its wire and its news.
struct Office {
    dir: Arc<tempfile::TempDir>,
    ledger: Ledger,
    wire: FakeWire,
    outbox: OutboxHandle,
    news: watch::Receiver<u64>,
    stalls: watch::Receiver<u64>,
    clock: Arc<WallClock>,
}

impl Office {
    async fn new() -> Self {
        Self::open(Arc::new(tempfile::tempdir().unwrap()), FakeWire::default()).await
    }

    async fn open(dir: Arc<tempfile::TempDir>, wire: FakeWire) -> Self {
        let ledger = Ledger::open(dir.path()).unwrap().ledger;
        let (told, news) = watch::channel(0);
        let (stalled, stalls) = watch::channel(0);
        let clock = Arc::new(WallClock::default());
        let outbox = start(ledger.clone(), false, wire.clone(), Timing::default(), clock.clone(), move |news| {
            told.send_modify(|n| *n += 1);
            if news.stalled.is_some() {
                stalled.send_modify(|n| *n += 1);
            }
        })
        .await
        .unwrap();
        Self { dir, ledger, wire, outbox, news, stalls, clock }
    }

    /// Ends the app and starts it again on the same folder, with the same world.
    async fn restart(self) -> Self {
        let Self { dir, ledger, wire, outbox, .. } = self;
        outbox.stop(Duration::from_secs(5)).await;
        drop((ledger, outbox));
        Self::open(dir, wire).await
    }

    async fn submit(&self, request: &str, writes: Vec<Write>) -> Vec<IntentId> {
        let writes = writes.into_iter().map(|write| (write, Vec::new())).collect();
        let done = self.outbox.submit(request, "Dana", &license(), writes).await.unwrap();
        assert_eq!(done.refused, []);
        done.made
    }

    fn state(&self, id: IntentId) -> State {
        self.intent(id).progress.state
    }

    fn intent(&self, id: IntentId) -> Intent {
        intent_of(&self.ledger.outbox_intents(&[id.0]).unwrap()[0]).unwrap()
    }

    /// Waits until an intent is in a state. Time is the test's own, so this takes none.
    async fn until(&mut self, id: IntentId, state: State) {
        while self.state(id) != state {
            tokio::time::timeout(Duration::from_secs(100_000), self.news.changed())
                .await
                .unwrap_or_else(|_| panic!("{id} stays {:?}, and never becomes {state:?}", self.state(id)))
                .unwrap();
        }
    }

    fn count(&self, group: Group) -> i64 {
        let counts = self.ledger.outbox_counts().unwrap();
        let of_group = counts.iter().filter(|(state, _)| State::from_code(state).unwrap().group() == group);
        of_group.map(|(_, count)| count).sum()
    }

    /// Runs SQL on the ledger's file behind its back.
    fn meddle(&self, sql: &str) {
        rusqlite::Connection::open(self.dir.path().join("ledger.db")).unwrap().execute_batch(sql).unwrap();
    }
}

fn license() -> LicenseNumber {
    LicenseNumber::new(LICENSE)
}

fn tag(number: u32) -> Tag {
    Tag::from_state(format!("1A40603000021990000{number:05}"))
}

fn finish(number: u32) -> Write {
    Write::Finish(Finish { tag: tag(number), date: Date::constant(2026, 11, 22) })
}

fn note(number: u32, note: &str) -> Write {
    Write::Note(Note { tag: tag(number), note: note.into() })
}

fn adjust(number: u32, by: i64) -> Write {
    Write::Adjust(Adjust {
        tag: tag(number),
        by: by.into(),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: None,
        date: Date::constant(2026, 11, 22),
    })
}

/// A draft becomes a template with two packages.
fn create(draft: i64, name: &str) -> Write {
    let package = |number| TemplatePackage { tag: tag(number), gross: None, price: Some(5.into()) };
    let template = Template {
        name: name.into(),
        recipient: LicenseNumber::new("C10-0000001-LIC"),
        transfer_type: "Transfer".into(),
        invoice: None,
        route: "I-5".into(),
        departs: jiff::civil::DateTime::constant(2026, 11, 24, 8, 0, 0, 0),
        arrives: jiff::civil::DateTime::constant(2026, 11, 24, 9, 0, 0, 0),
        carrier: Carrier::default(),
        packages: vec![package(1), package(2)],
    };
    Write::TemplateCreate(TemplateCreate { draft, template: Box::new(template) })
}
