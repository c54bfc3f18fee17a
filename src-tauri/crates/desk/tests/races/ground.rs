//! A distributor and a shop whose state is on this computer, and what must be true of them at any moment.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use simulator::{PackageEdit, Running};

use super::*;
use crate::common::{Bench, MemoryKeys, keys_of, open, packages, state};

pub struct Ground {
    pub bench: Bench,
    pub state: Running,
    pub sender: String,
    pub shop: String,
    pub folder: tempfile::TempDir,
    pub keys: MemoryKeys,
    /// Packages that can go to the shop and that nothing was made of yet.
    stock: std::sync::Mutex<Vec<String>>,
}

impl Ground {
    pub async fn new(stock: u32) -> Self {
        let state = state(300).await;
        let licenses = state.control().licenses();
        let (sender, shop) = (licenses[3].number.clone(), licenses[0].number.clone());
        let tags = state.control().create_packages(&sender, stock).unwrap();
        for tag in &tags {
            let quantity = Some("100".parse().unwrap());
            let edit = PackageEdit { quantity, lab_state: Some("TestPassed".into()), ..PackageEdit::default() };
            state.control().edit_package(&sender, tag, edit).unwrap();
        }
        let (folder, keys) = (tempfile::tempdir().unwrap(), MemoryKeys::default());
        let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
        let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
        let connect = json!({"request_id": "connect", "keys": pair, "licenses": [sender, shop]});
        bench.call("account_connect", connect).await;
        bench.until_up_to_date().await;
        Self { bench, state, sender, shop, folder, keys, stock: std::sync::Mutex::new(tags) }
    }

    /// Stops the desk and starts it again on the same folder.
    pub async fn restart(self) -> Self {
        let Self { bench, state, sender, shop, folder, keys, stock } = self;
        bench.desk.stop().await;
        drop(bench);
        let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
        Self { bench, state, sender, shop, folder, keys, stock }
    }

    /// Packages that nothing else uses.
    pub fn take(&self, count: usize) -> Vec<String> {
        let mut stock = self.stock.lock().unwrap();
        assert!(stock.len() >= count, "the yard is empty");
        let left = stock.len() - count;
        stock.split_off(left)
    }

    /// Makes all these calls at the same moment.
    pub async fn at_once(&self, calls: Vec<Call>) -> Answers {
        let gate = std::sync::Arc::new(tokio::sync::Barrier::new(calls.len()));
        let tasks: Vec<_> = calls
            .into_iter()
            .map(|(command, request)| {
                let (desk, gate) = (self.bench.desk.clone(), gate.clone());
                tokio::spawn(async move {
                    gate.wait().await;
                    desk.call(command, request).await
                })
            })
            .collect();
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        self.look();
        answers
    }

    /// An empty draft to the shop.
    pub async fn draft(&self) -> i64 {
        let new = json!({"request_id": fresh("new"), "license": self.sender});
        let made = self.bench.call("draft_new", new).await;
        let draft = made["draft"]["head"]["draft"].as_i64().unwrap();
        let field = |field: &str, value: &str| json!({"field": field, "value": value});
        let at = |hours| {
            let at = Timestamp::now().checked_add(SignedDuration::from_hours(hours)).unwrap();
            at.to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).strftime("%Y-%m-%dT%H:%M").to_string()
        };
        let fields = [
            field("name", &format!("Load {draft}")),
            field("recipient", &self.shop),
            field("transfer_type", "Transfer"),
            field("route", "I-5 north"),
            field("departure", &at(5)),
            field("arrival", &at(7)),
            field("transporter", &self.sender),
            field("driver_name", "Robin Reyes"),
            field("driver_license", "D1234567"),
            field("driver_employee_id", "E-77"),
            field("vehicle_make", "Ford"),
            field("vehicle_model", "Transit"),
            field("vehicle_plate", "8ABC123"),
            field("phone", "555-0100"),
        ];
        self.bench.call("draft_set", json!({"request_id": fresh("set"), "draft": draft, "fields": fields})).await;
        draft
    }

    /// A draft that can be sent as it is, with its lines' numbers.
    pub async fn ready(&self, packages: usize) -> (i64, Vec<i64>) {
        let draft = self.draft().await;
        self.bench.call("draft_tags_add", self.paste(draft, &self.take(packages))).await;
        let found = self.bench.call("draft_open", json!({"draft": draft})).await;
        let lines: Vec<i64> =
            found["lines"].as_array().unwrap().iter().map(|line| line["line"].as_i64().unwrap()).collect();
        for (field, value) in [("gross_weight", "2.5"), ("gross_unit", "Pounds"), ("price", "12.50")] {
            let set = json!({"request_id": fresh("line"), "draft": draft, "lines": lines, "field": field,
                "value": value});
            self.bench.call("draft_line_set", set).await;
        }
        (draft, lines)
    }

    pub fn paste(&self, draft: i64, tags: &[String]) -> Value {
        let source = json!({"source": "pasted", "text": tags.join("\n")});
        json!({"request_id": fresh("paste"), "draft": draft, "source": source})
    }

    /// The grid's rows of these packages.
    pub async fn rows(&self, tags: &[String]) -> Vec<Value> {
        let opened = self.bench.call("view_open", packages("active", &[&self.sender])).await;
        let window = json!({"view": opened["view"], "from": 0, "to": 1000});
        let rows = self.bench.call("package_rows", window).await["rows"].as_array().unwrap().clone();
        rows.into_iter().filter(|row| tags.iter().any(|tag| row["tag"] == *tag)).collect()
    }

    /// A review of taking one from each of these packages.
    pub async fn review(&self, tags: &[String]) -> Value {
        let one = |row: &Value| json!({"license": row["license"], "package_id": row["package_id"], "tag": row["tag"]});
        let refs: Vec<Value> = self.rows(tags).await.iter().map(one).collect();
        assert_eq!(refs.len(), tags.len());
        let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).date();
        let form = json!({"action": "adjust", "mode": "by", "amount": "-1", "reason": "Entry Error",
            "note": "counted again", "date": today.to_string()});
        let target = json!({"target": "packages", "packages": refs});
        let review = self.bench.call("action_review", json!({"target": target, "form": form})).await;
        assert_eq!(review["ready"], tags.len(), "{:#}", review["lines"]);
        review["review"].clone()
    }

    /// Looks until nothing is on its way any more.
    pub async fn rest(&self) {
        let start = Instant::now();
        loop {
            let status = self.bench.call("app_snapshot", json!({})).await["outbox"].clone();
            if ["waiting", "sending", "checking"].iter().all(|group| status[group] == 0) {
                self.look();
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(120), "the outbox does not come to rest: {status:#}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Rows of the ledger behind the desk's back.
    pub fn ledger<T: rusqlite::types::FromSql>(&self, sql: &str) -> Vec<T> {
        let db = Connection::open(self.folder.path().join("ledger.db")).unwrap();
        db.busy_timeout(Duration::from_secs(10)).unwrap();
        let mut asked = db.prepare(sql).unwrap();
        asked.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// What is true of the ledger at any moment.
    pub fn look(&self) {
        let none = |what: &str, sql: &str| {
            let found = self.ledger::<i64>(sql);
            assert!(found.is_empty(), "{what}: {found:?}");
        };
        none(
            "drafts with more lines than a transfer carries",
            "SELECT draft FROM draft_line GROUP BY draft HAVING count(*) > 200",
        );
        none(
            "drafts with a tag twice",
            "SELECT draft FROM draft_line WHERE tag <> '' GROUP BY draft, upper(trim(tag)) HAVING count(*) > 1",
        );
        none(
            "drafts with two templates under way",
            "SELECT draft FROM draft_intent JOIN intent ON intent.id = intent
             WHERE kind LIKE 'template%' AND state NOT IN ('confirmed', 'withdrawn', 'superseded', 'rejected')
             GROUP BY draft HAVING count(*) > 1",
        );
        none(
            "drafts of which two templates were made",
            "SELECT draft FROM draft_intent JOIN intent ON intent.id = intent
             WHERE kind = 'template_create' AND state NOT IN ('withdrawn', 'superseded', 'rejected')
             GROUP BY draft HAVING count(*) > 1",
        );
        none(
            "deleted drafts of which a template is under way",
            "SELECT draft.id FROM draft JOIN draft_intent ON draft = draft.id JOIN intent ON intent.id = intent
             WHERE deleted_at > 0 AND intent.kind IN ('template_create', 'template_update')
                AND state NOT IN ('confirmed', 'withdrawn', 'superseded', 'rejected')",
        );
        none(
            "transfers with two check lists",
            "SELECT transfer FROM receiving GROUP BY license, transfer HAVING count(*) > 1",
        );
        none(
            "imports that say other than what came of them",
            "SELECT id FROM import_session WHERE accepted + refused <> rows",
        );
    }
}
