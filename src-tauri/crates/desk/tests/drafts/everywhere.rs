//! What a collection declares of itself is found everywhere: a record of each is in its grid, found by its words, and in a
//! file.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Yard;
use crate::common::Bench;

/// All rows of a grid.
async fn rows(bench: &Bench, licenses: &[String], collection: &str, tab: Option<&str>) -> Vec<Value> {
    let spec = json!({
        "collection": collection, "tab": tab, "licenses": licenses, "search": "", "filters": [], "sort": []
    });
    let view = bench.call("view_open", spec).await["view"].clone();
    let window = bench.call("view_rows", json!({"view": view, "from": 0, "to": 1_000})).await;
    window["rows"].as_array().unwrap().clone()
}

/// Looks for news until there is a record in a grid.
async fn until_some(bench: &Bench, licenses: &[String], collection: &str) {
    bench.call("sync_start", json!({"licenses": licenses})).await;
    let begun = Instant::now();
    while rows(bench, licenses, collection, None).await.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(60), "none of the {collection} came");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The state's past has no refused manifest: one that is on the road is received without one of its packages.
async fn refuse_one(yard: &Yard, licenses: &[String]) {
    let bench = &yard.bench;
    let coming = rows(bench, licenses, "incoming_transfers", None).await;
    let transfer = coming.iter().find(|transfer| transfer["state"] == "In transit").unwrap();
    let find = json!({"license": transfer["license"], "list": "incoming", "id": transfer["transfer_id"]});
    let detail = bench.call("transfer_detail", find).await;
    let tag = detail["deliveries"][0]["packages"][0]["tag"].as_str().unwrap();
    let [recipient, manifest] = ["license", "number"].map(|column| transfer[column].as_str().unwrap());
    yard.control().receive(recipient, manifest, &[tag]).unwrap();
    until_some(bench, licenses, "rejected_transfers").await;
}

/// It has no template either.
async fn send_a_template(yard: &Yard, licenses: &[String]) {
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &yard.good_tags(1).join("\n")).await;
    yard.fill(draft, 20).await;
    yard.send(draft, "send").await;
    let begun = Instant::now();
    while yard.template_writes("POST") == 0 {
        assert!(begun.elapsed() < Duration::from_secs(60), "the template never left");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    until_some(&yard.bench, licenses, "transfer_templates").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_of_every_collection_is_in_its_grid_found_by_its_words_and_saved() {
    let yard = Yard::new().await;
    let bench = &yard.bench;
    let licenses: Vec<_> = yard.control().licenses().into_iter().map(|license| license.number).collect();
    let account = bench.call("app_snapshot", json!({})).await["accounts"][0]["id"].clone();
    let choice = json!({"request_id": "choose", "account": account, "licenses": licenses});
    bench.call("licenses_choose", choice).await;
    bench.until_up_to_date().await;
    refuse_one(&yard, &licenses).await;
    send_a_template(&yard, &licenses).await;

    let counted = bench.call("list_counts", json!({"licenses": licenses})).await["counts"].clone();
    let mut met = BTreeSet::new();
    for (at, list) in counted.as_array().unwrap().iter().enumerate() {
        let (collection, tab) = (&list["collection"], &list["tab"]);
        let mut spec = json!({
            "collection": collection, "tab": tab, "licenses": licenses, "search": "", "filters": [], "sort": []
        });
        let opened = bench.call("view_open", spec.clone()).await;
        let columns = bench.call("columns", json!({"collection": collection, "tab": tab})).await["columns"].clone();
        let first = columns[0]["id"].as_str().unwrap();
        let rows = bench.call("view_rows", json!({"view": opened["view"], "from": 0, "to": 1})).await["rows"].clone();
        let words = rows[0][first].as_str().unwrap_or_default().to_owned();
        assert!(!words.is_empty(), "{collection} {tab}: no example in {first}: {rows}");

        spec["search"] = json!(words);
        let found = bench.call("view_open", spec).await;
        let count = found["rows"].as_i64().unwrap();
        assert!(count > 0, "{collection} {tab}: {words} is not found");
        let within = bench.call("view_rows", json!({"view": found["view"], "from": 0, "to": count.min(1_000)})).await;
        let here = |row: &&Value| row["row"] == rows[0]["row"];
        assert!(within["rows"].as_array().unwrap().iter().any(|row| here(&row)), "{collection} {tab}: {words}");

        let export = json!({
            "request_id": format!("export-{at}"), "view": found["view"], "columns": [first], "format": "csv",
            "rows": [rows[0]["row"]],
        });
        let saved = bench.call("view_export", export).await;
        let text = std::fs::read_to_string(yard.folder.path().join(saved["file"].as_str().unwrap())).unwrap();
        assert!(text.contains(&words), "{collection} {tab}: {words} is not in the file: {text}");
        met.insert(collection.as_str().unwrap().to_owned());
    }
    let all = mirror::view::Collection::ALL.iter().map(|one| json!(one).as_str().unwrap().to_owned()).collect();
    assert_eq!(met, all);
    yard.bench.desk.stop().await;
}
