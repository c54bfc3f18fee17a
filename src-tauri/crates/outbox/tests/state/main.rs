//! The whole way: outbox, ledger, API client and TCP, against the practice state and its faults.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod faults;
mod kinds;
mod templates;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ledger::Ledger;
use outbox::{
    Adjust, After, Finish, Group, Intent, IntentId, OutboxHandle, State, StateWire, Timing, Wires, Write, intent_of,
    start,
};
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use simulator::{Control, Limits, Running, Simulator, SimulatorConfig};
use state_api::{
    ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Package, PageAsk, Patience, SystemClock, Timeouts, Window,
    Writer,
};
use tokio::sync::watch;

/// A retailer's outbox and the state that it reports to.
struct Shop {
    _dir: tempfile::TempDir,
    state: Running,
    ledger: Ledger,
    outbox: OutboxHandle,
    wires: Wires,
    config: ClientConfig,
    license: LicenseNumber,
    news: watch::Receiver<u64>,
}

/// Patience for tests: what takes minutes with the real state takes parts of a second here.
fn timing() -> Timing {
    Timing {
        settle: SignedDuration::from_millis(300),
        first_wait: SignedDuration::from_millis(20),
        longest_wait: SignedDuration::from_millis(200),
        failures: 50,
        doubts: 20,
        ..Timing::default()
    }
}

impl Shop {
    async fn new() -> Self {
        Self::of(simulator::Options::default()).await
    }

    /// With a state that reads the documents so.
    async fn of(options: simulator::Options) -> Self {
        Self::with(timing(), options).await
    }

    async fn with(timing: Timing, options: simulator::Options) -> Self {
        let config = SimulatorConfig { packages: 600, limits: Limits::Off, options, ..SimulatorConfig::default() };
        let state = Simulator::start(config).await.unwrap();
        let keys = state.keys();
        let host = ApiHost::loopback(state.address()).unwrap();
        let budget = Arc::new(CallBudget::new(state_api::Limits::unpaced(32), Arc::new(state_api::NoFreezeStore)));
        let mut config = ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget);
        config.timeouts.total = Duration::from_millis(1_500);
        config.timeouts = Timeouts { silence: Duration::from_millis(1_000), ..config.timeouts };
        let license = LicenseNumber::new(state.control().retailer());
        let dir = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(dir.path()).unwrap().ledger;
        let wires = Wires::new();
        wires.set(license.clone(), StateWire::new(config.clone()).unwrap());
        let (told, news) = watch::channel(0);
        let outbox = start(ledger.clone(), false, wires.clone(), timing, Arc::new(SystemClock), move |_| {
            told.send_modify(|n| *n += 1);
        })
        .await
        .unwrap();
        Self { _dir: dir, state, ledger, outbox, wires, config, license, news }
    }

    fn control(&self) -> Control {
        self.state.control()
    }

    /// A client that outlives faults, to look at the state with.
    fn looker(&self) -> Client {
        Client::new(self.config.clone()).unwrap().with_patience(Patience::SHORT)
    }

    fn writer(&self) -> Writer {
        Writer::new(&self.config).unwrap()
    }

    /// So many active packages with at least two whole units in them.
    async fn packages(&self, count: usize) -> Vec<Package> {
        let looker = self.looker();
        let mut found = Vec::new();
        for label in self.control().active_labels(self.license.as_str()) {
            let package = looker.package_by_label(&self.license, &Tag::from_state(label)).await.unwrap();
            if package.quantity.is_some_and(|quantity| quantity >= Decimal::from(2)) && !package.is_held() {
                found.push(package);
            }
            if found.len() == count {
                return found;
            }
        }
        panic!("the story has too few packages");
    }

    async fn package(&self, tag: &str) -> Package {
        self.looker().package_by_label(&self.license, &Tag::from_state(tag)).await.unwrap()
    }

    async fn submit(&self, request: &str, writes: Vec<Write>) -> Vec<IntentId> {
        let writes = writes.into_iter().map(|write| (write, Vec::new())).collect();
        self.submit_after(request, writes).await
    }

    async fn submit_after(&self, request: &str, writes: Vec<(Write, Vec<After>)>) -> Vec<IntentId> {
        let done = self.outbox.submit(request, "Dana", &self.license, writes).await.unwrap();
        assert_eq!(done.refused, []);
        done.made
    }

    fn intent(&self, id: IntentId) -> Intent {
        intent_of(&self.ledger.outbox_intents(&[id.0]).unwrap()[0]).unwrap()
    }

    fn count(&self, group: Group) -> i64 {
        let counts = self.ledger.outbox_counts().unwrap();
        let of_group = counts.iter().filter(|(state, _)| State::from_code(state).unwrap().group() == group);
        of_group.map(|(_, count)| count).sum()
    }

    /// Waits until something holds, looking again at each news; a minute at most.
    async fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = tokio::time::Instant::now() + Duration::from_secs(60);
        while !holds(self) {
            let news = tokio::time::timeout_at(end, self.news.changed()).await;
            let Ok(news) = news else { panic!("{what} never comes: {:?}", self.ledger.outbox_counts()) };
            news.unwrap();
        }
    }

    async fn until_over(&mut self) {
        self.until("rest", |shop| {
            [Group::Waiting, Group::Sending, Group::Checking].iter().all(|group| shop.count(*group) == 0)
        })
        .await;
    }

    /// How many adjustments the state holds with each intent's mark.
    async fn adjustments_by_mark(&self, ids: &[IntentId]) -> BTreeMap<IntentId, usize> {
        let looker = self.looker();
        let now = Timestamp::now();
        let window =
            Some(Window { start: now - SignedDuration::from_hours(30), end: now + SignedDuration::from_hours(1) });
        let mut rows = Vec::new();
        for page in 1.. {
            let read = looker.adjustments(PageAsk { license: &self.license, window, page }).await.unwrap();
            rows.extend(read.records);
            if page >= read.total_pages {
                break;
            }
        }
        let count = |id: &IntentId| {
            let mark = self.intent(*id).mark;
            rows.iter().filter(|row| mark.is_in(row.adjustment_note.as_deref().unwrap_or_default())).count()
        };
        ids.iter().map(|id| (*id, count(id))).collect()
    }

    /// Requests to a path that reached the state, whatever became of them.
    fn requests(&self, path: &str) -> usize {
        self.control().requests().iter().filter(|request| request.path == path).count()
    }
}

fn today() -> jiff::civil::Date {
    Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).date()
}

fn take_one(package: &Package) -> Write {
    adjust(package, Decimal::NEGATIVE_ONE)
}

fn adjust(package: &Package, by: Decimal) -> Write {
    Write::Adjust(Adjust {
        tag: Tag::from_state(&package.label),
        by,
        unit: package.unit_of_measure_name.clone(),
        reason: "Entry Error".into(),
        note: Some("counted again".into()),
        date: today(),
    })
}

fn finish(package: &Package) -> Write {
    Write::Finish(Finish { tag: Tag::from_state(&package.label), date: today() })
}
