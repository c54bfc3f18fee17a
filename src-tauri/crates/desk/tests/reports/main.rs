//! Actions and the Outbox page as the page uses them, against a state over real TCP.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod between;
mod clock;
#[path = "../common/mod.rs"]
mod common;
mod doubt;
mod kept;
mod moved;
mod offline;
mod overlay;
mod sheet;
mod starts;

use std::sync::Arc;
use std::time::{Duration, Instant};

use common::{Bench, FolderHost, MemoryKeys, keys_of, packages, state};
use desk::contract::{DeskError, DeskEvent};
use desk::{Desk, DeskConfig, OutboxTiming};
use jiff::SignedDuration;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use simulator::{Control, PackageEdit, Running};

/// A retailer's desk and the state that it reports to.
struct Shop {
    bench: Bench,
    state: Running,
    license: String,
    keys: MemoryKeys,
    folder: tempfile::TempDir,
    timing: OutboxTiming,
    unit: &'static str,
    clock: desk::Clock,
}

/// What takes minutes with the real state takes parts of a second here.
fn quick() -> OutboxTiming {
    OutboxTiming {
        settle: SignedDuration::from_millis(300),
        first_wait: SignedDuration::from_millis(20),
        longest_wait: SignedDuration::from_millis(300),
        ..OutboxTiming::default()
    }
}

impl Shop {
    /// A shop whose first `empty` active packages hold nothing any more, read whole.
    async fn new(empty: usize) -> Self {
        Self::with(empty, 1, quick()).await
    }

    /// A grower's, whose packages are weighed.
    async fn of_grower() -> Self {
        let state = state(600).await;
        let licenses = state.control().licenses();
        let grower = licenses.iter().find(|license| license.kind.contains("Mixed-Light")).unwrap().number.clone();
        Self::begin(state, grower, 1, quick(), "g", desk::system_clock()).await
    }

    async fn with(empty: usize, licenses: usize, timing: OutboxTiming) -> Self {
        let state = state(600).await;
        let license = state.control().retailer();
        for label in state.control().active_labels(&license).iter().take(empty) {
            let edit = PackageEdit { quantity: Some(Decimal::ZERO), ..PackageEdit::default() };
            state.control().edit_package(&license, label, edit).unwrap();
        }
        Self::begin(state, license, licenses, timing, "ea", desk::system_clock()).await
    }

    async fn begin(
        state: Running,
        license: String,
        licenses: usize,
        timing: OutboxTiming,
        unit: &'static str,
        clock: desk::Clock,
    ) -> Self {
        let (folder, keys) = (tempfile::tempdir().unwrap(), MemoryKeys::default());
        let bench = open(folder.path(), &keys, &state, &timing, &clock).await;
        let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
        let mut chosen = vec![license.clone()];
        let others = state.control().licenses().into_iter().map(|other| other.number);
        chosen.extend(others.filter(|other| *other != license).take(licenses - 1));
        bench.call("account_connect", json!({"request_id": "connect", "keys": pair, "licenses": chosen})).await;
        bench.until_up_to_date().await;
        Self { bench, state, license, keys, folder, timing, unit, clock }
    }

    fn control(&self) -> Control {
        self.state.control()
    }

    /// Another user changes how much a package holds, and the desk reads it.
    async fn holds_now(&self, row: &Value, quantity: &str) {
        let edit = PackageEdit { quantity: Some(quantity.parse().unwrap()), ..PackageEdit::default() };
        self.control().edit_package(&self.license, row["tag"].as_str().unwrap(), edit).unwrap();
        self.bench.call("sync_start", json!({"licenses": [self.license]})).await;
        let start = Instant::now();
        while !self.rows().await.iter().any(|r| r["row"] == row["row"] && r["quantity"] == quantity) {
            assert!(start.elapsed() < Duration::from_secs(60), "the change never came");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Stops the desk and starts it again on the same folder.
    async fn restart(self) -> Self {
        let Self { bench, state, license, keys, folder, timing, unit, clock } = self;
        bench.desk.stop().await;
        drop(bench);
        let bench = open(folder.path(), &keys, &state, &timing, &clock).await;
        Self { bench, state, license, keys, folder, timing, unit, clock }
    }

    /// The connection goes, and the desk notices.
    async fn go_dark(&self) {
        self.control().set_dark(true);
        self.bench.call("sync_start", json!({"licenses": [self.license]})).await;
        self.bench.until("offline", |status| status["headline"]["is"] == "offline").await;
    }

    /// The connection comes back, and the person does not wait for the next try.
    async fn light(&self) {
        self.control().set_dark(false);
        self.bench.call("outbox_try", json!({"request_id": "try"})).await;
    }

    /// Rows of the active tab, by tag.
    async fn rows(&self) -> Vec<Value> {
        self.rows_of("active").await.0
    }

    /// Rows of a tab and what waits for them.
    async fn rows_of(&self, tab: &str) -> (Vec<Value>, Vec<Value>) {
        let opened = self.bench.call("view_open", packages(tab, &[&self.license])).await;
        let window = json!({"view": opened["view"], "from": 0, "to": 1000});
        let answer = self.bench.call("package_rows", window).await;
        (answer["rows"].as_array().unwrap().clone(), answer["pending"].as_array().unwrap().clone())
    }

    /// So many rows that are at zero, or are not; none on hold.
    async fn some(&self, count: usize, at_zero: bool) -> Vec<Value> {
        let mut rows = self.rows().await;
        rows.retain(|row| (row["quantity"] == "0") == at_zero && row["hold"] == false && row["unit"] == self.unit);
        assert!(rows.len() >= count, "{} rows of {count}", rows.len());
        rows.truncate(count);
        rows
    }

    async fn review(&self, rows: &[Value], form: Value) -> Value {
        let target = json!({"target": "packages", "packages": refs(rows)});
        self.bench.call("action_review", json!({"target": target, "form": form, "replaces": null})).await
    }

    /// Reviews and queues; gives the intents.
    async fn queue(&self, request: &str, rows: &[Value], form: Value) -> Vec<i64> {
        let review = self.review(rows, form).await;
        let queue = json!({"request_id": request, "review": review["review"]});
        ids(&self.bench.call("action_queue", queue).await["intents"])
    }

    async fn status(&self) -> Value {
        self.bench.call("app_snapshot", json!({})).await["outbox"].clone()
    }

    /// Asks how the outbox stands until it is as wanted.
    async fn until(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let status = self.status().await;
            if wanted(&status) {
                return status;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "{what} never came: {status:#}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn list(&self, group: &str) -> Vec<Value> {
        let list = self.bench.call("outbox_list", json!({"group": group, "from": 0, "count": 500})).await;
        list["lines"].as_array().unwrap().clone()
    }

    async fn story(&self, intent: i64) -> Value {
        self.bench.call("outbox_story", json!({"intent": intent})).await
    }

    /// Requests to a path that reached the state, whatever became of them.
    fn requests(&self, method: &str, path: &str) -> usize {
        self.control().requests().iter().filter(|request| request.method == method && request.path == path).count()
    }
}

async fn open(
    folder: &std::path::Path,
    keys: &MemoryKeys,
    state: &Running,
    timing: &OutboxTiming,
    clock: &desk::Clock,
) -> Bench {
    try_open(folder, keys, state, timing, clock).await.unwrap()
}

/// A start that may fail.
async fn try_open(
    folder: &std::path::Path,
    keys: &MemoryKeys,
    state: &Running,
    timing: &OutboxTiming,
    clock: &desk::Clock,
) -> Result<Bench, DeskError> {
    let host = Arc::new(FolderHost { folder: folder.to_path_buf(), ..FolderHost::default() });
    let events: Arc<std::sync::Mutex<Vec<Value>>> = Arc::default();
    let sink = events.clone();
    let desk = Desk::start(DeskConfig {
        data_dir: folder.to_path_buf(),
        host: host.clone(),
        keychain: Arc::new(keys.clone()),
        events: Arc::new(move |event: &DeskEvent| sink.lock().unwrap().push(json!(event))),
        api: Some(state.base_url()),
        clock: clock.clone(),
        person: "Ada".into(),
        outbox_timing: Some(timing.clone()),
    })
    .await?;
    Ok(Bench { desk, host, events })
}

/// Rows as an action names them.
fn refs(rows: &[Value]) -> Vec<Value> {
    let one = |row: &Value| json!({"license": row["license"], "package_id": row["package_id"], "tag": row["tag"]});
    rows.iter().map(one).collect()
}

fn ids(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect()
}

/// Today in California.
fn today() -> String {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).date().to_string()
}

fn finish() -> Value {
    json!({"action": "finish", "date": today()})
}

/// Takes so much away.
fn adjust(amount: &str) -> Value {
    json!({"action": "adjust", "mode": "by", "amount": amount, "reason": "Entry Error", "note": "counted again",
        "date": today()})
}

fn note(text: &str) -> Value {
    json!({"action": "note", "note": text})
}
