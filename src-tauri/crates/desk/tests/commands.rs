//! The desk's commands against a state over real TCP: connect, read, look, export, restart, and each unhappy path.

mod common;

use std::time::Duration;

use common::{MemoryKeys, keys_of, open, packages, state};
use desk::contract::ErrorCode;
use serde_json::{Value, json};
use simulator::{Fault, FaultRule};

#[tokio::test(flavor = "multi_thread")]
async fn connect_read_look_and_start_again_without_the_state() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::default();
    let state = state(400).await;
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();

    let checked = bench.call("account_check", pair.clone()).await;
    let licenses: Vec<String> =
        checked["licenses"].as_array().unwrap().iter().map(|l| l["number"].as_str().unwrap().to_owned()).collect();
    assert_eq!(licenses.len(), 6, "the demo state's six licenses");

    let connect = json!({"request_id": "connect-1", "keys": pair, "licenses": licenses});
    bench.call("account_connect", connect.clone()).await;
    let status = bench.until_up_to_date().await;
    assert_eq!(status["licenses"].as_array().unwrap().len(), 6);

    bench.call("account_connect", connect).await;
    let snapshot = bench.call("app_snapshot", json!({})).await;
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 1, "a repeated connect gives one account");
    assert_eq!(keys.count(), 1, "one pair of keys in the keychain");

    let retailer = state.control().retailer();
    let opened = bench.call("view_open", packages("active", &[&retailer])).await;
    let rows = opened["rows"].as_i64().unwrap();
    assert_eq!(rows, state.control().active_labels(&retailer).len() as i64, "the grid has what the state has");
    let window = bench.call("package_rows", json!({"view": opened["view"], "from": 0, "to": 50})).await;
    let first = window["rows"][0].clone();
    let card = bench.call("package_card", json!({"tag": first["tag"], "license": retailer})).await;
    assert_eq!(card["card"]["tag"], first["tag"]);
    assert_ne!(card["card"]["packaged_by"]["answer"]["sentence"], "", "never blank without a reason");

    let items =
        json!({"collection": "items", "tab": null, "licenses": [retailer], "search": "", "filters": [], "sort": []});
    let opened = bench.call("view_open", items).await;
    let window = bench.call("view_rows", json!({"view": opened["view"], "from": 0, "to": 1})).await;
    let row = &window["rows"][0];
    let asked = |key: &Value| json!({"license": row["license"], "collection": "items", "key": key});
    let whole = bench.call("listed_record", asked(&row["key"])).await["record"].clone();
    assert_eq!(whole["title"], row["name"]);
    let fact = |label: &str| whole["facts"].as_array().unwrap().iter().find(|fact| fact["label"] == label).cloned();
    assert_eq!(fact("Category").unwrap()["value"], row["category"], "by the column's title");
    assert_eq!(fact("ID").unwrap()["value"], row["key"], "by the state's own name");
    assert_eq!(bench.call("listed_record", asked(&json!("0"))).await, json!({"record": null}));

    // The state goes away; the app is started again.
    bench.desk.stop().await;
    drop(bench);
    state.stop().await;
    let nobody = "http://127.0.0.1:9".to_owned();
    let bench = open(folder.path(), &keys, Some(nobody)).await.unwrap();
    let status = bench.until("offline", |status| status["headline"]["is"] == "offline").await;
    assert_ne!(status["headline"]["as_of"], Value::Null, "the age of the data is told: {status}");
    let again = bench.call("view_open", packages("active", &[&retailer])).await;
    assert_eq!(again["rows"], rows, "everything read before is there");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_has_exactly_the_rows_and_columns_shown() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    bench.call("demo_start", json!({"request_id": "demo-1"})).await;
    bench.until_up_to_date().await;
    let snapshot = bench.call("app_snapshot", json!({})).await;
    let licenses: Vec<_> =
        snapshot["accounts"][0]["licenses"].as_array().unwrap().iter().map(|l| l["number"].clone()).collect();
    let mut spec = packages("active", &[]);
    spec["licenses"] = json!(licenses);
    spec["search"] = json!("dream");
    spec["sort"] = json!([{"column": "tag", "descending": true}]);
    let opened = bench.call("view_open", spec).await;
    let rows = opened["rows"].as_i64().unwrap();
    assert!(rows > 0 && rows < opened["of"].as_i64().unwrap(), "the search finds some: {opened}");

    let export =
        json!({"request_id": "export-1", "view": opened["view"], "columns": ["quantity", "tag"], "format": "csv"});
    let done = bench.call("view_export", export.clone()).await;
    let name = done["file"].as_str().unwrap().to_owned();
    let (begin, end) = (format!("packages-active-{}-licenses-20", licenses.len()), "-00.csv".len());
    assert!(name.starts_with(&begin) && name.ends_with(".csv"), "says what, of whom and of which day: {name}");
    assert_eq!(name.len(), begin.len() + "26-11".len() + end, "with the whole day: {name}");
    assert_eq!(done, json!({"file": name, "rows": rows, "pending": 0, "cut": [], "cut_in_all": 0}));
    let path = folder.path().join(&name);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count() as i64, rows + 1);
    assert!(text.starts_with("\u{feff}Quantity,Tag\r\n"), "{text:.60}");
    let window = bench.call("package_rows", json!({"view": opened["view"], "from": 0, "to": 1})).await;
    assert!(text.lines().nth(1).unwrap().ends_with(window["rows"][0]["tag"].as_str().unwrap()), "in the grid's order");

    let flags = json!({"request_id": "export-2", "view": opened["view"], "columns": ["flags"], "format": "csv"});
    let refused = bench.refused("view_export", flags).await;
    assert!(refused.message.contains("flags"), "in a file each flag has its own column: {}", refused.message);
    bench.call("saved_show", json!({"saved": "export-1", "by": "program"})).await;
    bench.call("saved_show", json!({"saved": "export-1", "by": "folder"})).await;
    assert_eq!(*bench.host.opened.lock().unwrap(), std::slice::from_ref(&path));
    assert_eq!(*bench.host.shown.lock().unwrap(), std::slice::from_ref(&path));
    let never = bench.refused("saved_show", json!({"saved": "export-2", "by": "program"})).await;
    assert_eq!(never.code, ErrorCode::NotFound, "only what was saved is shown");

    std::fs::remove_file(&path).unwrap();
    let gone = bench.refused("saved_show", json!({"saved": "export-1", "by": "program"})).await;
    assert_eq!(gone.code, ErrorCode::NotFound, "a file that is gone is not opened");
    assert_eq!(bench.call("view_export", export).await, done, "a repeated export gives the first answer");
    assert!(!path.exists(), "and writes nothing again");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_of_selected_rows_has_these_alone() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    bench.call("demo_start", json!({"request_id": "demo-1"})).await;
    bench.until_up_to_date().await;
    let snapshot = bench.call("app_snapshot", json!({})).await;
    let license = snapshot["accounts"][0]["licenses"][0]["number"].as_str().unwrap().to_owned();
    let all = bench.call("view_open", packages("active", &[&license])).await;
    let rows = bench.call("package_rows", json!({"view": all["view"], "from": 0, "to": 4})).await["rows"].clone();
    // A search that finds the third alone: the first two stay selected, since they were named.
    let mut spec = packages("active", &[&license]);
    spec["search"] = rows[2]["tag"].clone();
    let one = bench.call("view_open", spec).await;
    let chosen = [&rows[0]["row"], &rows[2]["row"], &rows[0]["row"]];
    let export =
        json!({"request_id": "export-1", "view": one["view"], "columns": ["tag"], "format": "csv", "rows": chosen});
    let done = bench.call("view_export", export).await;
    assert_eq!(done["rows"], 2, "each once: {done}");
    let name = done["file"].as_str().unwrap();
    assert!(name.starts_with(&format!("packages-active-{license}-20")), "named after the license: {name}");
    let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
    let tags: Vec<_> = text.lines().skip(1).collect();
    assert_eq!(
        tags,
        [rows[2]["tag"].as_str().unwrap(), rows[0]["tag"].as_str().unwrap()],
        "what is in sight comes first"
    );
    let none = json!({"request_id": "export-2", "view": one["view"], "columns": ["tag"], "format": "csv", "rows": []});
    assert_eq!(bench.refused("view_export", none).await.code, ErrorCode::BadRequest, "no row is never all rows");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_stays_between_starts_and_resets() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::default();
    let bench = open(folder.path(), &keys, None).await.unwrap();
    let before = bench.call("demo_start", json!({"request_id": "demo-1"})).await;
    bench.until_up_to_date().await;
    assert_eq!(keys.count(), 0, "the demo needs no keychain");
    bench.desk.stop().await;
    drop(bench);

    let bench = open(folder.path(), &keys, None).await.unwrap();
    let after = bench.call("app_snapshot", json!({})).await;
    assert_eq!(after["accounts"], before["accounts"], "the demo is still connected");
    let revisions = |snapshot: &serde_json::Value| ["sync", "outbox"].map(|of| snapshot[of]["revision"].as_i64());
    let later = bench.call("app_snapshot", json!({})).await;
    let told = [revisions(&before), revisions(&after), revisions(&later)].concat();
    assert!(
        told.iter().all(Option::is_some) && told.is_sorted_by(|one, next| one < next),
        "what is told later: {told:?}"
    );
    bench.until_up_to_date().await;
    let reset = bench.call("demo_reset", json!({"request_id": "reset-1"})).await;
    assert_eq!(reset["accounts"], before["accounts"]);
    bench.until_up_to_date().await;
    let removed = bench.call("account_remove", json!({"request_id": "remove-1", "account": "demo"})).await;
    assert_eq!(removed["accounts"], json!([]));
    assert_eq!(removed["sync"]["headline"]["is"], "nothing");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_of_not_getting_in_says_which_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(60).await;
    let good = state.keys();
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let check = |software: &str, user: &str| keys_of(software, user);

    let wrong = bench.refused("account_check", check("no such key", "nor this")).await;
    assert_eq!(wrong.code, ErrorCode::WrongKey);
    let missing = bench.refused("account_check", check(&good.software_key, "  ")).await;
    assert!(missing.message.contains("user key is missing"), "{missing:?}");
    let none = bench.refused("account_check", check(&good.software_key, &good.without_licenses)).await;
    assert_eq!(none.code, ErrorCode::NoLicenses);
    let none_chosen = json!({"request_id": "c", "keys": check(&good.software_key, &good.user_key), "licenses": []});
    assert_eq!(bench.refused("account_connect", none_chosen).await.code, ErrorCode::BadRequest);

    state.stop().await;
    let offline = bench.refused("account_check", check(&good.software_key, &good.user_key)).await;
    assert_eq!(offline.code, ErrorCode::Offline, "{offline:?}");
    assert!(offline.retry && !offline.next.is_empty());
    bench.desk.stop().await;
}

/// The first thing a person does: good keys behind a web filter are not called wrong, and the same keys get in once the
/// filter lets them.
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_before_the_first_connection_is_not_wrong_keys() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(60).await;
    let filter = common::filter::Filter::before(state.base_url()).await;
    let bench = open(folder.path(), &MemoryKeys::default(), Some(filter.base_url())).await.unwrap();
    let keys = keys_of(&state.keys().software_key, &state.keys().user_key);
    for (status, code) in [
        ("401 Unauthorized", ErrorCode::Filtered),
        ("403 Forbidden", ErrorCode::Filtered),
        ("200 OK", ErrorCode::Filtered),
        ("302 Found", ErrorCode::SignIn),
        ("407 Proxy Authentication Required", ErrorCode::Proxy),
    ] {
        filter.shut(status);
        let refused = bench.refused("account_check", keys.clone()).await;
        assert_eq!(refused.code, code, "{status}: {refused:?}");
        assert!(refused.retry && !refused.next.is_empty(), "{status}: {refused:?}");
    }
    assert_eq!(filter.answered().len(), 5, "nobody is asked again at once");
    filter.open();
    assert!(bench.call("account_check", keys).await["licenses"][0]["number"].is_string());
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_may_not_read_packages_say_so_and_nothing_is_an_empty_grid() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(60).await;
    let keys = state.keys();
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let pair = keys_of(&keys.software_key, &keys.without_packages);
    let checked = bench.call("account_check", pair.clone()).await;
    let license = checked["licenses"][0]["number"].clone();
    bench.call("account_connect", json!({"request_id": "c", "keys": pair, "licenses": [license]})).await;
    let status = bench
        .until("a reason", |status| {
            let license = &status["licenses"][0];
            license["collections"].as_array().is_some_and(|all| all.iter().any(|c| c["skipped"].is_string()))
                || license["error"]["code"] == "no_permission"
        })
        .await;
    assert_ne!(status["headline"]["is"], "nothing");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_keys_ask_for_them_again_and_keep_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::default();
    let state = state(400).await;
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    let retailer = state.control().retailer();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let connect = json!({"request_id": "c-1", "keys": pair, "licenses": [retailer]});
    bench.call("account_connect", connect.clone()).await;
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    drop(bench);
    keys.lose();

    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let snapshot = bench.call("app_snapshot", json!({})).await;
    assert_eq!(snapshot["accounts"][0]["has_keys"], false);
    assert_eq!(snapshot["sync"]["headline"]["is"], "needs_you");
    assert!(bench.call("view_open", packages("active", &[&retailer])).await["rows"].as_i64().unwrap() > 0);
    let mut again = connect;
    again["request_id"] = json!("c-2");
    let snapshot = bench.call("account_connect", again).await;
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 1, "the account is mended, not doubled");
    bench.until_up_to_date().await;
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_is_told_who_has_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    let refused = open(folder.path(), &MemoryKeys::default(), None).await.err().unwrap();
    assert_eq!(refused.code, ErrorCode::FolderInUse);
    assert!(refused.message.contains(&std::process::id().to_string()), "{}", refused.message);
    bench.desk.stop().await;
}

/// Puts a layout everywhere.
fn layout(grid: &str, layout: &str) -> Value {
    json!({"request_id": "layout-1", "grid": grid, "license": "", "layout": layout, "everywhere": true})
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_may_not_ask_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    for (command, request, code) in [
        ("format_the_disk", json!({}), ErrorCode::UnknownCommand),
        ("view_open", json!({"collection": "packages"}), ErrorCode::BadRequest),
        ("view_open", packages("active", &[]), ErrorCode::BadRequest),
        ("package_rows", json!({"view": 99, "from": 0, "to": 1}), ErrorCode::ViewGone),
        ("link_open", json!({"link": "https://elsewhere.example"}), ErrorCode::BadRequest),
        ("link_open", json!({"link": "state_templates"}), ErrorCode::BadRequest),
        ("demo_start", json!({"request_id": ""}), ErrorCode::BadRequest),
        ("list_counts", json!({"licenses": "C10-0000001-LIC"}), ErrorCode::BadRequest),
        ("layout_put", layout(&"g".repeat(65), "{}"), ErrorCode::BadRequest),
        ("layout_put", layout("packages.active", &"w".repeat(64 * 1024 + 1)), ErrorCode::BadRequest),
    ] {
        assert_eq!(bench.refused(command, request).await.code, code, "{command}");
    }
    let none = bench.call("list_counts", json!({"licenses": ["", "'; DROP TABLE package; --"]})).await;
    assert!(none["counts"].as_array().unwrap().iter().all(|list| list["rows"] == 0), "{none}");
    bench.call("layout_put", layout("%.'", "mine")).await;
    let got = bench.call("layout_get", json!({"grid": "packages.active", "license": "C10-0000001-LIC"})).await;
    assert_eq!(got, json!({"layout": null, "everywhere": null}), "a grid of another name");
    bench.call("link_open", json!({"link": "bulletin_archive"})).await;
    bench.call("link_open", json!({"link": "state_templates", "license": "C10-0000001-LIC"})).await;
    let opened = bench.host.links.lock().unwrap().clone();
    assert_eq!(opened.len(), 2);
    assert!(opened[1].ends_with("/C10-0000001-LIC/transfers/licensed/templates"), "{opened:?}");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stopped_stays_stopped_also_when_news_was_asked_for_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(60).await;
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    let retailer = state.control().retailer();
    state.control().add_fault(FaultRule::new(Fault::Late { millis: 3_000 }).route("/packages/v2/inactive"));
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    bench.call("account_connect", json!({"request_id": "c", "keys": pair, "licenses": [retailer]})).await;
    bench.until("the run to go on", |status| status["headline"]["is"] == "updating").await;
    bench.call("sync_start", json!({"licenses": [retailer]})).await;
    bench.call("sync_cancel", json!({})).await;
    bench.until("the run to stop", |status| status["headline"]["is"] == "cancelled").await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let after = bench.call("sync_status", json!({})).await;
    assert_eq!(after["headline"]["is"], "cancelled", "what was asked for before Stop is stopped with it");

    bench.call("sync_start", json!({"licenses": [retailer]})).await;
    state.control().clear_faults();
    bench.until_up_to_date().await;
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_tells_every_file_without_an_account_and_saves_what_is_to_be_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    let guide = bench.call("import_guide", json!({})).await;
    let files = guide["files"].as_array().unwrap();
    assert_eq!(files.len(), 19 + 1, "the state's nineteen and the list of tags");
    for file in files {
        let columns = file["columns"].as_array().unwrap();
        assert!(columns.iter().all(|column| column["meaning"] != "" && column["holds"] != ""), "{file:#}");
        assert!(file["example"].as_str().unwrap().starts_with(columns[0]["heading"].as_str().unwrap()), "{file:#}");
    }
    let epa = &files[0]["columns"][3];
    assert_eq!(epa["heading"], "EpaRegistrationNumber");
    assert_eq!((&epa["needed"], &epa["always"]), (&json!("Where AdditiveTypeName is Pesticide"), &json!(false)));
    assert_eq!(files.last().unwrap()["kind"], Value::Null, "a list of tags has no template");

    let template = json!({"request_id": "template", "kind": "plant-locations"});
    let saved = bench.call("import_template", template.clone()).await;
    assert_eq!(saved, json!({"file": "plant-locations-template.csv", "rows": 0}));
    let path = folder.path().join("plant-locations-template.csv");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Label,Location,Sublocation,ActualDate\r\n");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(bench.call("import_template", template).await, saved, "a repeated call gives the first answer");
    assert!(!path.exists(), "and writes nothing again");
    let unknown = bench.refused("import_template", json!({"request_id": "other", "kind": "no-such"})).await;
    assert_eq!(unknown.code, ErrorCode::BadRequest);
    bench.desk.stop().await;
}
