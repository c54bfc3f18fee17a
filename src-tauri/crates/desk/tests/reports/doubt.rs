//! When the state's answer is lost, refused, or cannot be believed.

use desk::contract::ErrorCode;
use serde_json::{Value, json};
use simulator::{Fault, FaultRule, PackageEdit};

use crate::{Shop, adjust, finish, note, refs};

fn on(method: &str, route: &str, fault: Fault) -> FaultRule {
    FaultRule::new(fault).method(method).route(route)
}

/// One package whose adjustment nobody can be sure of: cut off, and changed by another user meanwhile.
async fn undecided(shop: &Shop) -> (Value, i64) {
    let row = shop.some(1, false).await.remove(0);
    shop.control().add_fault(on("POST", "/packages/v2/adjust", Fault::CutBeforeReading).times(1));
    let intent = shop.queue("q", std::slice::from_ref(&row), adjust("-1")).await[0];
    shop.until("checking", |status| status["checking"] == 1).await;
    let edit = PackageEdit { note: Some("another's".into()), ..PackageEdit::default() };
    shop.control().edit_package(&shop.license, row["tag"].as_str().unwrap(), edit).unwrap();
    shop.until("a decision", |status| status["needs_you"] == 1).await;
    (row, intent)
}

#[tokio::test(flavor = "multi_thread")]
async fn applied_and_cut_is_checked_and_recorded_with_one_write() {
    let timing = desk::OutboxTiming { settle: jiff::SignedDuration::from_secs(30), ..crate::quick() };
    let shop = Shop::with(1, 1, timing).await;
    let rows = shop.some(1, true).await;
    shop.control().add_fault(on("PUT", "/packages/v2/finish", Fault::CutAfterApplying).times(1));
    let intent = shop.queue("q", &rows, finish()).await[0];
    shop.until("the end", |status| status["done"] == 1).await;
    let story = shop.story(intent).await;
    assert_eq!(story["line"]["outcome"], "recorded", "{story:#}");
    let events: Vec<_> = story["events"].as_array().unwrap().iter().map(|e| e["what"].as_str().unwrap()).collect();
    assert_eq!(
        events,
        [
            "Queued on this computer.",
            "Sent to the state.",
            "No answer came that tells whether the state recorded it.",
            "Read back: the state recorded it."
        ]
    );
    assert_eq!(shop.requests("PUT", "/packages/v2/finish"), 1, "one write");
    assert!(shop.bench.host.notes.lock().unwrap().is_empty(), "nobody is called for that");
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_is_edited_and_recorded() {
    let shop = Shop::new(0).await;
    let rows = shop.some(1, false).await;
    let tag = rows[0]["tag"].as_str().unwrap();
    let held: i64 = rows[0]["quantity"].as_str().unwrap().split('.').next().unwrap().parse().unwrap();
    // Another user takes nearly all of it, which the local copy does not know; the person sends it all the same.
    let edit = PackageEdit { quantity: Some("1".parse().unwrap()), ..PackageEdit::default() };
    shop.control().edit_package(&shop.license, tag, edit).unwrap();
    let intent = shop.queue("q", &rows, adjust(&format!("-{held}"))).await[0];
    shop.until("a question", |status| status["needs_you"] == 1).await;
    let anyway = json!({"request_id": "d", "intent": intent, "decision": "send_as_meant"});
    shop.bench.call("outbox_decide", anyway).await;
    shop.until("a refusal", |status| status["refused"] == 1).await;
    let story = shop.story(intent).await;
    assert_ne!(story["line"]["said"], "", "the state's words: {story:#}");
    assert_eq!(story["line"]["can_edit"], true);
    assert_eq!(story["form"]["amount"], format!("-{held}"));

    shop.holds_now(&rows[0], "1").await;
    let mut form = story["form"].clone();
    form["amount"] = json!("-1");
    let target = json!({"target": "packages", "packages": refs(&rows)});
    let ask = json!({"target": target, "form": form, "replaces": intent});
    let review = shop.bench.call("action_review", ask.clone()).await;
    assert_eq!(review["ready"], 1, "{review:#}");
    let queue = json!({"request_id": "edit", "review": review["review"]});
    let queued = shop.bench.call("action_queue", queue).await;
    let new = queued["intents"][0].as_i64().unwrap();
    shop.until("the end", |status| status["done"] == 2 && status["refused"] == 0).await;
    assert_eq!(shop.story(new).await["line"]["outcome"], "recorded");
    let old = shop.story(intent).await;
    assert_eq!((old["line"]["outcome"].clone(), old["superseded_by"].clone()), (json!("replaced"), json!(new)));
    let gone = shop.bench.refused("action_review", ask).await;
    assert_eq!(gone.code, ErrorCode::NotFound, "an edit has one place to take: {gone:?}");
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_known_is_decided_by_the_person_who_is_called_once() {
    let shop = Shop::new(0).await;
    let (row, intent) = undecided(&shop).await;
    let story = shop.story(intent).await;
    let quantity = story["facts"].as_array().unwrap().iter().find(|fact| fact["what"] == "Quantity").unwrap();
    assert_eq!(quantity["before"], quantity["now"], "side by side: {story:#}");
    assert_eq!(story["line"]["can_decide"], true);
    let notes = || shop.bench.host.notes.lock().unwrap().clone();
    // The person is called after the state of the report is known, not with it.
    shop.until("a call for the person", |_| !notes().is_empty()).await;
    assert!(notes()[0].contains(row["tag"].as_str().unwrap()), "{:?}", notes());

    let again = json!({"request_id": "d", "intent": intent, "decision": "send_again"});
    shop.bench.call("outbox_decide", again.clone()).await;
    shop.bench.call("outbox_decide", again).await;
    shop.until("the end", |status| status["done"] == 1).await;
    assert_eq!(shop.story(intent).await["line"]["outcome"], "recorded");
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 2, "one that was cut, one that a person wanted");
    assert_eq!(notes().len(), 1, "once: {:?}", notes());
    let nothing = json!({"request_id": "late", "intent": intent, "decision": "recorded"});
    let nothing = shop.bench.call("outbox_decide", nothing).await;
    assert_eq!(nothing["refused"].as_array().unwrap().len(), 1);
    let unknown = json!({"request_id": "no", "intent": 99_999, "decision": "recorded"});
    assert_eq!(shop.bench.refused("outbox_decide", unknown).await.code, ErrorCode::NotFound);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_saw_it_recorded_says_so_and_nothing_is_sent() {
    let shop = Shop::new(0).await;
    let (_, intent) = undecided(&shop).await;
    let look = json!({"request_id": "look", "intent": intent, "decision": "check_again"});
    shop.bench.call("outbox_decide", look).await;
    shop.until("the same again", |status| status["needs_you"] == 1).await;
    let recorded = json!({"request_id": "d", "intent": intent, "decision": "recorded"});
    let done = shop.bench.call("outbox_decide", recorded).await;
    assert_eq!((done["changed"].clone(), done["outbox"]["done"].clone()), (json!(1), json!(1)));
    assert_eq!(shop.story(intent).await["line"]["outcome"], "decided");
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 1);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keys_reports_wait_until_there_are_some_again() {
    let shop = Shop::new(0).await;
    let rows = shop.some(2, false).await;
    shop.go_dark().await;
    shop.queue("q", &rows, note("n")).await;
    shop.keys.lose();
    shop.control().set_dark(false);
    let shop = shop.restart().await;
    let status = shop.until("a hold", |status| status["held"]["offline"] == false).await;
    assert_eq!(status["waiting"], 2, "{status}");
    assert!(status["held"]["happened"].as_str().unwrap().contains("keys"), "{status}");
    let pair = crate::keys_of(&shop.state.keys().software_key, &shop.state.keys().user_key);
    let connect = json!({"request_id": "c2", "keys": pair, "licenses": [shop.license]});
    shop.bench.call("account_connect", connect).await;
    shop.until("the end", |status| status["done"] == 2).await;
    shop.bench.desk.stop().await;
}
