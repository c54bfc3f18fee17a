//! Where a tag is: over all licenses that are loaded, and nowhere else.

mod common;

use common::{MemoryKeys, keys_of, open, packages, state};
use desk::contract::ErrorCode;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_is_found_in_any_tab_of_any_license_and_its_row_in_the_tabs_view() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(400).await;
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    let checked = bench.call("account_check", pair.clone()).await;
    let all: Vec<&str> =
        checked["licenses"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    let (left_out, loaded) = all.split_last().unwrap();
    bench.call("account_connect", json!({"request_id": "connect-1", "keys": pair, "licenses": loaded})).await;
    bench.until_up_to_date().await;

    let mut met = 0;
    for license in loaded {
        for tab in ["active", "on_hold", "inactive", "in_transit", "transferred"] {
            let opened = bench.call("view_open", packages(tab, &[license])).await;
            let rows = opened["rows"].as_i64().unwrap();
            if rows == 0 {
                continue;
            }
            let window =
                bench.call("package_rows", json!({"view": opened["view"], "from": rows - 1, "to": rows})).await;
            let row = &window["rows"][0];
            let tag = row["tag"].as_str().unwrap();
            let found = bench.call("tag_find", json!({"text": format!(" {} ", tag.to_lowercase())})).await;
            assert_eq!((&found["text"], &found["why"]), (&json!(tag), &json!("")));
            let is_here = |place: &&serde_json::Value| place["license"] == **license && place["tab"] == tab;
            let place = found["places"]
                .as_array()
                .unwrap()
                .iter()
                .find(is_here)
                .unwrap_or_else(|| unreachable!("{tag} of {license}, {tab}, is not among {found}"));
            assert_eq!(place["item"], row["item"]);
            let asked = json!({"view": opened["view"], "row": place["row"]});
            let stands = bench.call("view_position", asked).await["position"].as_i64().unwrap();
            let there =
                bench.call("package_rows", json!({"view": opened["view"], "from": stands, "to": stands + 1})).await;
            assert_eq!(there["rows"][0]["tag"], tag, "the row stands where it is said to stand");
            met += 1;
        }
    }
    assert!(met > 10, "tabs with packages: {met}");

    let names: Vec<_> = {
        let found = bench.call("tag_find", json!({"text": "1A4FF0000000000000000001"})).await;
        assert_eq!((&found["places"], &found["coming"], &found["why"]), (&json!([]), &json!([]), &json!("")));
        found["looked"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["license"].clone(), one["as_of"].is_string()))
            .collect()
    };
    assert_eq!(
        names,
        loaded.iter().map(|one| (json!(one), true)).collect::<Vec<_>>(),
        "where it was looked, and how old"
    );
    assert!(!loaded.contains(left_out), "a license that is not loaded is not looked in");

    let opened = bench.call("view_open", packages("active", &[loaded[0]])).await;
    let window = bench.call("package_rows", json!({"view": opened["view"], "from": 0, "to": 1})).await;
    let item = window["rows"][0]["item"].clone();
    let known = bench.call("known_find", json!({"text": item, "licenses": loaded})).await;
    assert_eq!(known["items"][0]["name"], item, "{known:#}");

    let short = bench.call("tag_find", json!({"text": "1A4060300000001"})).await;
    assert_ne!(short["why"], "", "what is no tag says so: {short}");
    let opened = bench.call("view_open", packages("active", &[loaded[0]])).await;
    let nowhere = bench.call("view_position", json!({"view": opened["view"], "row": -1})).await;
    assert_eq!(nowhere, json!({"position": null}));
    bench.call("view_close", json!({"view": opened["view"]})).await;
    let gone = bench.refused("view_position", json!({"view": opened["view"], "row": 1})).await;
    assert_eq!(gone.code, ErrorCode::ViewGone);
    bench.desk.stop().await;
}
