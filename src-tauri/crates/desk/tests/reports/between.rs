//! A web filter stands between the desk and the state for a while: reports wait and go afterwards, none is refused.

use std::sync::Arc;

use desk::contract::DeskEvent;
use desk::{Desk, DeskConfig};
use serde_json::{Value, json};
use simulator::Running;

use crate::common::filter::Filter;
use crate::common::{Bench, FolderHost, MemoryKeys, keys_of};
use crate::{Shop, note, quick};

impl Shop {
    /// A shop whose calls all pass a filter.
    async fn behind(filter: &Filter, state: Running) -> Self {
        let (folder, keys) = (tempfile::tempdir().unwrap(), MemoryKeys::default());
        let host = Arc::new(FolderHost { folder: folder.path().to_path_buf(), ..FolderHost::default() });
        let events: Arc<std::sync::Mutex<Vec<Value>>> = Arc::default();
        let sink = events.clone();
        let desk = Desk::start(DeskConfig {
            data_dir: folder.path().to_path_buf(),
            host: host.clone(),
            keychain: Arc::new(keys.clone()),
            events: Arc::new(move |event: &DeskEvent| sink.lock().unwrap().push(json!(event))),
            api: Some(filter.base_url()),
            clock: desk::system_clock(),
            person: "Ada".into(),
            outbox_timing: Some(quick()),
        })
        .await
        .unwrap();
        let bench = Bench { desk, host, events };
        let license = state.control().retailer();
        let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
        bench.call("account_connect", json!({"request_id": "connect", "keys": pair, "licenses": [license]})).await;
        bench.until_up_to_date().await;
        Self { bench, state, license, keys, folder, timing: quick(), unit: "ea", clock: desk::system_clock() }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_wait_while_a_filter_answers_and_go_once_afterwards() {
    for status in ["403 Forbidden", "407 Proxy Authentication Required", "404 Not Found", "405 Method Not Allowed"] {
        let state = crate::common::state(600).await;
        let filter = Filter::before(state.base_url()).await;
        let shop = Shop::behind(&filter, state).await;
        let rows = shop.some(3, false).await;
        shop.control().clear_requests();

        filter.shut(status);
        shop.bench.call("sync_start", json!({"licenses": [shop.license]})).await;
        let sync = shop.bench.until("not calm", |sync| sync["headline"]["is"] == "needs_you").await;
        let reason = sync["headline"]["reason"].as_str().unwrap();
        assert!(!reason.contains("does not accept"), "{status}: {reason}");
        let code = if status.starts_with("407") { "proxy" } else { "filtered" };
        assert_eq!(sync["licenses"][0]["error"]["code"], code, "{status}");
        assert!(sync["next_at"].is_string(), "{status}: it is tried again by itself");

        let intents = shop.queue("q", &rows, note("behind a filter")).await;
        let held = shop.until("a hold", |status| status["held"]["blocked"] == true).await;
        assert_eq!((&held["waiting"], &held["refused"]), (&json!(3), &json!(0)), "{status}: {held}");
        assert_eq!(held["held"]["offline"], false, "{status}");
        assert_eq!(shop.requests("PUT", "/packages/v2/note"), 0);

        filter.open();
        shop.bench.call("outbox_try", json!({"request_id": "try"})).await;
        shop.until("all of them", |status| status["done"] == 3).await;
        for intent in intents {
            assert_eq!(shop.story(intent).await["line"]["outcome"], "recorded", "{status}");
        }
        shop.bench.until_up_to_date().await;
        shop.bench.desk.stop().await;
    }
}

/// The filter is shut at the moment of sending: what it answered is looked for before it is sent again.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_a_filter_answered_is_looked_for_and_sent_once() {
    let state = crate::common::state(600).await;
    let filter = Filter::before(state.base_url()).await;
    let shop = Shop::behind(&filter, state).await;
    let rows = shop.some(1, false).await;
    shop.control().clear_requests();
    // Reading goes through, writing does not: as where a filter knows methods.
    filter.shut_for("PUT", "403 Forbidden");
    let intent = shop.queue("q", &rows, note("behind a filter")).await[0];
    shop.until("an answer of the filter", |_| !filter.answered().is_empty()).await;
    let story = shop.story(intent).await;
    assert_ne!(story["line"]["group"], "refused", "{story:#}");
    filter.open();
    shop.until("its end", |status| status["done"] == 1).await;
    let story = shop.story(intent).await;
    assert_eq!(story["line"]["outcome"], "recorded", "{story:#}");
    let first = &story["attempts"][0]["outcome"];
    assert!(first.as_str().unwrap().contains("does not tell whether"), "{story:#}");
    assert_eq!(shop.requests("PUT", "/packages/v2/note"), 1, "the state saw it once");
    shop.bench.desk.stop().await;
}
