//! What is kept and told: counts, keys, the audit.

use serde_json::{Value, json};
use simulator::{Fault, FaultRule};

use crate::{Shop, adjust, note, today};

#[tokio::test(flavor = "multi_thread")]
async fn the_numbers_are_the_ledgers_own() {
    let shop = Shop::new(0).await;
    let rows = shop.some(6, false).await;
    shop.queue("a", &rows[..2], note("n")).await;
    shop.until("two recorded", |status| status["done"] == 2).await;
    shop.go_dark().await;
    shop.queue("b", &rows[2..], adjust("-1")).await;
    let status = shop.until("a hold", |status| status["held"]["offline"] == true).await;
    for group in ["waiting", "sending", "checking", "needs_you", "refused", "done"] {
        let list = shop.bench.call("outbox_list", json!({"group": group, "from": 0, "count": 500})).await;
        assert_eq!(list["total"], status[group], "{group}: {status}");
        assert_eq!(list["lines"].as_array().unwrap().len() as i64, status[group].as_i64().unwrap());
    }
    let spec = json!({"collection": "packages", "tab": "active", "licenses": [shop.license], "search": "", "filters": [],
        "sort": []});
    let view = shop.bench.call("view_open", spec).await["view"].clone();
    let ask = json!({"request_id": "e", "view": view, "columns": ["tag", "quantity"], "format": "csv"});
    let exported = shop.bench.call("view_export", ask).await;
    assert_eq!(exported["pending"], 4, "a file has what the state has, and says of how many rows it will be otherwise");
    let window = shop.bench.call("outbox_list", json!({"group": "waiting", "from": 1, "count": 2})).await;
    let whole = shop.list("waiting").await;
    assert_eq!(window["lines"].as_array().unwrap().as_slice(), &whole[1..3], "a window of the same order");
    let too_many = shop.bench.refused("outbox_list", json!({"group": "done", "from": 0, "count": 501})).await;
    assert_eq!(too_many.code, desk::contract::ErrorCode::BadRequest);
    shop.bench.desk.stop().await;
    let ledger = rusqlite_counts(&shop);
    assert_eq!(ledger, (4, 2), "and so says the file");
}

/// Waiting and recorded, asked of the file itself.
fn rusqlite_counts(shop: &Shop) -> (i64, i64) {
    let db = rusqlite::Connection::open(shop.folder.path().join("ledger.db")).unwrap();
    let count = |state: &str| {
        let sql = "SELECT count(*) FROM intent WHERE archived_at = 0 AND state = ?1";
        db.query_row(sql, [state], |row| row.get::<_, i64>(0)).unwrap()
    };
    (count("queued"), count("confirmed"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_says_who_what_and_what_came_back() {
    let shop = Shop::new(0).await;
    let rows = shop.some(2, false).await;
    shop.control().add_fault(FaultRule::new(Fault::CutAfterApplying).method("PUT").route("/packages/v2/note").times(1));
    shop.queue("a", &rows[..1], note("=HYPERLINK(\"http://x\")")).await;
    shop.until("recorded", |status| status["done"] == 1).await;
    shop.queue("b", &rows[1..], note("plain")).await;
    shop.until("both", |status| status["done"] == 2).await;
    let ask = json!({"request_id": "audit", "from": today(), "to": today()});
    let done = shop.bench.call("audit_export", ask.clone()).await;
    let name = format!("trackside-audit-{0}-to-{0}.csv", today());
    assert_eq!(done["file"], name);
    let text = std::fs::read_to_string(shop.folder.path().join(&name)).unwrap();
    assert!(text.starts_with("\u{feff}Time (UTC),Time (California),Who,License,"), "{text:.80}");
    assert!(text.contains("\r\n"));
    let body = text.trim_start_matches('\u{feff}').to_owned();
    let mut csv = csv::Reader::from_reader(body.as_bytes());
    let header = csv.headers().unwrap().clone();
    let all: Vec<Value> = csv
        .records()
        .map(|record| {
            let record = record.unwrap();
            header
                .iter()
                .zip(record.iter())
                .map(|(k, v)| (k.to_owned(), json!(v)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        })
        .collect();
    assert_eq!(done["rows"].as_i64().unwrap(), all.len() as i64);
    let find = |what: &str| all.iter().filter(|row| row["What Happened"] == what).collect::<Vec<_>>();
    let queued = find("Queued on this computer.");
    assert_eq!(queued.len(), 2);
    assert_eq!(
        (queued[0]["Who"].clone(), queued[0]["Package or Receipt"].clone()),
        (json!("Ada"), rows[0]["tag"].clone())
    );
    assert!(queued[0]["Sent"].as_str().unwrap().contains("HYPERLINK"), "what was sent, to the letter");
    assert_eq!(find("No answer came that tells whether the state recorded it.").len(), 1);
    assert_eq!(find("Read back: the state recorded it.").len(), 2);
    for row in &all {
        for (_, cell) in row.as_object().unwrap() {
            assert!(!cell.as_str().unwrap().starts_with(['=', '+', '@']), "no cell runs: {cell}");
        }
    }
    assert_eq!(shop.bench.call("audit_export", ask).await, done, "a repeated export gives the first answer");
    let backwards = json!({"request_id": "no", "from": "2026-02-02", "to": "2026-02-01"});
    let backwards = shop.bench.refused("audit_export", backwards).await;
    assert_eq!(backwards.code, desk::contract::ErrorCode::BadRequest);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_in_nothing_that_is_told_of_reports() {
    let shop = Shop::new(1).await;
    let rows = shop.some(2, false).await;
    let mut said = String::new();
    let review = shop.review(&rows, adjust("-1")).await;
    said.push_str(&review.to_string());
    let queue = json!({"request_id": "q", "review": review["review"]});
    let queued = shop.bench.call("action_queue", queue).await;
    said.push_str(&queued.to_string());
    shop.until("recorded", |status| status["done"] == 2).await;
    shop.control().add_fault(FaultRule::new(Fault::Unauthorized).route("/packages/v2/"));
    shop.queue("more", &rows, note("n")).await;
    said.push_str(&shop.until("refusals", |status| status["refused"] == 2).await.to_string());
    for group in ["refused", "done"] {
        for line in shop.list(group).await {
            said.push_str(&shop.story(line["intent"].as_i64().unwrap()).await.to_string());
        }
    }
    said.push_str(&shop.bench.call("action_choices", json!({"licenses": [shop.license]})).await.to_string());
    let audit = json!({"request_id": "audit", "from": today(), "to": today()});
    shop.bench.call("audit_export", audit).await;
    let name = format!("trackside-audit-{0}-to-{0}.csv", today());
    said.push_str(&std::fs::read_to_string(shop.folder.path().join(name)).unwrap());
    said.push_str(&json!(*shop.bench.events.lock().unwrap()).to_string());
    said.push_str(&shop.bench.host.notes.lock().unwrap().join("\n"));
    for key in [&shop.state.keys().software_key, &shop.state.keys().user_key] {
        assert!(!said.contains(key.as_str()), "a key was told");
        for entry in std::fs::read_dir(shop.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            let found = bytes.windows(key.len()).any(|window| window == key.as_bytes());
            assert!(!found, "a key is in {}", path.display());
        }
    }
    assert!(said.contains("outbox"), "the page is told how the outbox stands");
    shop.bench.desk.stop().await;
}
