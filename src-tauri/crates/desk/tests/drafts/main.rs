//! Transfers drafted as the page drafts them, against a state over real TCP.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "../common/mod.rs"]
mod common;
mod everywhere;
mod morning;
mod reading;
mod receiving;
mod settle;
mod site;
mod typing;

use std::time::{Duration, Instant};

use common::{Bench, MemoryKeys, keys_of, open, state};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use simulator::{Control, PackageEdit, Running};

/// How many packages stand ready in the yard.
const STOCK: u32 = 64;

/// A distributor's desk, the state, and the retailer to whom it sends.
struct Yard {
    bench: Bench,
    state: Running,
    sender: String,
    shop: String,
    /// Packages of the sender that a shop may take.
    stock: Vec<String>,
    keys: MemoryKeys,
    folder: tempfile::TempDir,
}

impl Yard {
    async fn new() -> Self {
        let state = state(300).await;
        let licenses = state.control().licenses();
        let (sender, shop) = (licenses[3].number.clone(), licenses[0].number.clone());
        let stock = state.control().create_packages(&sender, STOCK).unwrap();
        for tag in &stock {
            let quantity = Some("12.5".parse().unwrap());
            let edit = PackageEdit { quantity, lab_state: Some("TestPassed".into()), ..PackageEdit::default() };
            state.control().edit_package(&sender, tag, edit).unwrap();
        }
        let (folder, keys) = (tempfile::tempdir().unwrap(), MemoryKeys::default());
        let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
        let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
        let wanted = json!({"request_id": "connect", "keys": pair, "licenses": [sender, shop]});
        bench.call("account_connect", wanted).await;
        bench.until_up_to_date().await;
        Self { bench, state, sender, shop, stock, keys, folder }
    }

    fn control(&self) -> Control {
        self.state.control()
    }

    /// Stops the desk and starts it again on the same folder.
    async fn restart(self) -> Self {
        let Self { bench, state, sender, shop, stock, keys, folder } = self;
        bench.desk.stop().await;
        drop(bench);
        let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
        Self { bench, state, sender, shop, stock, keys, folder }
    }

    /// Tags of the sender's that can go to the shop.
    fn good_tags(&self, wanted: usize) -> Vec<String> {
        assert!(wanted <= self.stock.len(), "the yard has {} good tags", self.stock.len());
        self.stock.iter().take(wanted).cloned().collect()
    }

    /// A draft to the shop.
    async fn draft(&self, id: &str) -> i64 {
        let made = self.bench.call("draft_new", json!({"request_id": id, "license": self.sender})).await;
        let draft = made["draft"]["head"]["draft"].as_i64().unwrap();
        self.set(draft, &format!("{id}-to"), &[("recipient", &self.shop)]).await;
        draft
    }

    async fn set(&self, draft: i64, id: &str, fields: &[(&str, &str)]) -> Value {
        let fields: Vec<Value> = fields.iter().map(|(field, value)| json!({"field": field, "value": value})).collect();
        self.bench.call("draft_set", json!({"request_id": id, "draft": draft, "fields": fields})).await
    }

    async fn paste(&self, draft: i64, id: &str, text: &str) -> Value {
        let source = json!({"source": "pasted", "text": text});
        self.bench.call("draft_tags_add", json!({"request_id": id, "draft": draft, "source": source})).await
    }

    async fn scan(&self, draft: i64, text: &str) -> Value {
        let source = json!({"source": "scanned", "text": text});
        let id = format!("scan-{}", uuid());
        self.bench.call("draft_tags_add", json!({"request_id": id, "draft": draft, "source": source})).await
    }

    async fn open(&self, draft: i64) -> Value {
        self.bench.call("draft_open", json!({"draft": draft})).await
    }

    async fn check(&self, draft: i64) -> Value {
        self.bench.call("draft_check", json!({"draft": draft})).await
    }

    async fn send(&self, draft: i64, id: &str) -> Value {
        self.bench.call("draft_send", json!({"request_id": id, "draft": draft})).await
    }

    /// Fills in everything that a transfer needs, departing in `hours`.
    async fn fill(&self, draft: i64, hours: i64) {
        let at = |hours| {
            let at = Timestamp::now().checked_add(SignedDuration::from_hours(hours)).unwrap();
            at.to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).strftime("%Y-%m-%dT%H:%M").to_string()
        };
        let (departure, arrival) = (at(hours), at(hours + 2));
        let fields = [
            ("name", "Tomorrow's load"),
            ("transfer_type", "Transfer"),
            ("route", "I-5 north, exit 42"),
            ("departure", departure.as_str()),
            ("arrival", arrival.as_str()),
            ("transporter", self.sender.as_str()),
            ("driver_name", "Robin Reyes"),
            ("driver_license", "D1234567"),
            ("driver_employee_id", "E-77"),
            ("vehicle_make", "Ford"),
            ("vehicle_model", "Transit"),
            ("vehicle_plate", "8ABC123"),
            ("phone", "555-0100"),
            ("invoice", "INV-1"),
        ];
        self.set(draft, &format!("fill-{draft}-{hours}"), &fields).await;
        let lines: Vec<i64> = self.open(draft).await["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["line"].as_i64().unwrap())
            .collect();
        for (field, value) in [("gross_weight", "2.5"), ("gross_unit", "Pounds"), ("price", "12.50")] {
            let id = format!("fill-{draft}-{field}-{}", uuid());
            let set = json!({"request_id": id, "draft": draft, "lines": lines, "field": field, "value": value});
            self.bench.call("draft_line_set", set).await;
        }
    }

    /// Looks for news until a draft is where it should be.
    async fn until_stage(&self, draft: i64, stage: &str) -> Value {
        let start = Instant::now();
        loop {
            let found = self.open(draft).await;
            if found["head"]["stage"] == stage {
                return found;
            }
            let waited = start.elapsed();
            assert!(waited < Duration::from_secs(60), "{stage} never came: {:#}", found["steps"]);
            self.bench.call("sync_start", json!({"licenses": [self.sender, self.shop]})).await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Writes that reached the state's templates.
    fn template_writes(&self, method: &str) -> usize {
        let of = |path: &str| path.starts_with("/transfers/v2/templates/outgoing");
        self.control().requests().iter().filter(|r| r.method == method && of(&r.path)).count()
    }
}

fn uuid() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("request-{}", NEXT.fetch_add(1, Ordering::SeqCst))
}

fn tags_in(draft: &Value) -> Vec<String> {
    let lines = draft["lines"].as_array().unwrap();
    lines.iter().map(|line| line["tag"].as_str().unwrap().to_owned()).filter(|tag| !tag.is_empty()).collect()
}

fn reasons(added: &Value) -> Vec<String> {
    let refused = added["refused"].as_array().unwrap();
    refused.iter().map(|refused| refused["reason"].as_str().unwrap().to_owned()).collect()
}
