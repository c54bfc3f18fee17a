//! The review sheet: what it says, and when it is refused.

use std::collections::BTreeSet;

use desk::contract::ErrorCode;
use serde_json::{Value, json};
use simulator::PackageEdit;

use crate::common::packages;
use crate::{Shop, adjust, finish, ids, note, refs, today};

#[tokio::test(flavor = "multi_thread")]
async fn a_review_names_what_goes_and_what_is_left_out() {
    let shop = Shop::new(2).await;
    let mut rows = shop.some(2, true).await;
    rows.extend(shop.some(1, false).await);
    let mut held = rows[0].clone();
    held["package_id"] = json!(987_654_321);
    held["tag"] = json!("1A4FF0000000000000000001");
    rows.push(held);
    let review = shop.review(&rows, finish()).await;
    assert_eq!((review["ready"].clone(), review["refused"].clone()), (json!(2), json!(2)), "{review:#}");
    assert_eq!(review["title"], "Finish 2 packages");
    let lines = review["lines"].as_array().unwrap();
    assert!(!lines[0]["ready"].as_bool().unwrap() && lines[3]["ready"].as_bool().unwrap(), "refused ones first");
    let words: Vec<&str> = lines[..2].iter().map(|l| l["findings"][0]["sentence"].as_str().unwrap()).collect();
    assert!(words.iter().any(|w| w.contains("still holds")), "{words:?}");
    assert!(words.iter().any(|w| w.contains("not in the local copy")), "{words:?}");
    assert_eq!(
        (lines[3]["before"].clone(), lines[3]["after"].clone()),
        (json!("Active"), json!(format!("Finished {}", rules::day_words(today().parse().unwrap()))))
    );
    let sentences = review["sentences"].to_string();
    assert!(sentences.contains("2 packages cannot be finished; they are left out."), "{sentences}");
    assert_eq!(review["totals"], json!([{"unit": "ea", "packages": 2, "before": "0", "after": "0"}]));
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn amounts_are_exact_and_what_waits_is_counted() {
    let shop = Shop::of_grower().await;
    let row = shop.some(1, false).await.remove(0);
    let rows = std::slice::from_ref(&row);
    shop.holds_now(&row, "0.3").await;
    shop.go_dark().await;
    shop.queue("q1", rows, adjust("-0.1")).await;
    let review = shop.review(rows, adjust("-0.2")).await;
    assert_eq!(
        (review["lines"][0]["before"].clone(), review["lines"][0]["after"].clone()),
        (json!("0.2 g"), json!("0 g"))
    );
    assert!(review["sentences"].to_string().contains("goes after them"), "{review:#}");
    let too_much = shop.review(rows, adjust("-0.21")).await;
    assert_eq!((too_much["ready"].clone(), too_much["refused"].clone()), (json!(0), json!(1)));
    let to = json!({"action": "adjust", "mode": "to", "amount": "0", "reason": "Entry Error", "note": "gone", "date": today()});
    shop.queue("q2", rows, to).await;
    let last = shop.list("waiting").await.pop().unwrap();
    assert!(last["sentence"].as_str().unwrap().starts_with("Set package"), "{last:#}");
    assert_eq!(shop.review(rows, finish()).await["ready"], 1, "it will be empty by then");
    for (form, says) in [
        (adjust("a lot"), "it is not a number"),
        (adjust("-1,000"), "its comma can mean two things; write -1000 or -1.0"),
        (adjust("-0,1"), "write -1 or -0.1"),
        (adjust("$5"), "it has a dollar sign"),
        (adjust("5 stone"), "is not a unit that the state knows"),
        (adjust(" "), "The amount is missing"),
        (json!({"action": "location", "location": " ", "sublocation": "", "date": today()}), "No location"),
        (
            json!({"action": "adjust", "mode": "by", "amount": "1", "reason": "Because", "note": "", "date": today()}),
            "reasons",
        ),
    ] {
        let target = json!({"target": "packages", "packages": refs(rows)});
        let refused =
            shop.bench.refused("action_review", json!({"target": target, "form": form, "replaces": null})).await;
        assert_eq!(refused.code, ErrorCode::BadRequest);
        assert!(refused.message.contains(says), "{refused:?}");
    }
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_is_understood_as_it_was_written_and_shown_as_it_was_understood() {
    let shop = Shop::of_grower().await;
    let row = shop.some(1, false).await.remove(0);
    let rows = std::slice::from_ref(&row);
    shop.holds_now(&row, "5000").await;
    let to = |amount: &str| {
        json!({"action": "adjust", "mode": "to", "amount": amount, "reason": "Entry Error", "note": "counted again",
            "date": today()})
    };
    for (form, after, says) in [
        (to("1,234.5"), "1,234.5 g", "will hold 1,234.5 g, "),
        (to("1,234.5 gms"), "1,234.5 g", "will hold 1,234.5 g, "),
        (to("1000"), "1,000 g", "will hold 1,000 g, "),
        (to("1.000"), "1 g", "will hold 1 g, "),
        (adjust("\u{2212}1 000 g"), "4,000 g", "loses 1,000 g, "),
    ] {
        let review = shop.review(rows, form).await;
        assert_eq!(
            (review["lines"][0]["before"].clone(), review["lines"][0]["after"].clone()),
            (json!("5,000 g"), json!(after))
        );
        let sentences = review["sentences"].to_string();
        assert!(sentences.contains(says), "{says}: {review:#}");
        assert!(sentences.contains("With the note “"), "the note is shown: {review:#}");
        assert_eq!(review["more"], false, "nothing is said that the form did not: {review:#}");
    }
    let pounds = shop.review(rows, to("2 lbs")).await;
    assert_eq!((pounds["ready"].clone(), pounds["refused"].clone()), (json!(0), json!(1)), "nothing is converted");
    assert_eq!(pounds["more"], true, "that it is left out must be read");
    let sentence = pounds["lines"][0]["findings"][0]["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("2 Pounds was written; in Grams it is 907.18474. Write the amount in Grams."),
        "{sentence}"
    );
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_for_one_package_knows_what_it_holds_with_what_waits_counted() {
    let shop = Shop::of_grower().await;
    let row = shop.some(1, false).await.remove(0);
    let rows = std::slice::from_ref(&row);
    shop.holds_now(&row, "5000").await;
    shop.go_dark().await;
    let ask = |replaces: Value| json!({"licenses": [row["license"]], "package": refs(rows)[0], "replaces": replaces});
    let now = shop.bench.call("action_choices", ask(Value::Null)).await["now"].clone();
    assert_eq!(
        (now["quantity"].clone(), now["unit"].clone(), now["words"].clone(), now["item"].clone()),
        (json!("5000"), json!("g"), json!("5,000 g"), row["item"].clone())
    );
    let review = shop.review(rows, adjust("-10.5")).await;
    assert_eq!(review["lines"][0]["before"], now["words"], "as the review says it");
    shop.bench.call("action_queue", json!({"request_id": "first", "review": review["review"]})).await;
    let now = shop.bench.call("action_choices", ask(Value::Null)).await["now"].clone();
    assert_eq!(now["words"], "4,989.5 g", "what waits is counted");
    let list = shop.bench.call("outbox_list", json!({"group": "waiting", "from": 0, "count": 5})).await;
    let edited = shop.bench.call("action_choices", ask(list["lines"][0]["intent"].clone())).await["now"].clone();
    assert_eq!(edited["words"], "5,000 g", "but not what is being edited: {list:#}");
    let behind = shop.review(rows, adjust("-1")).await;
    assert!(behind["sentences"].to_string().contains("this goes after them"), "{behind:#}");
    assert_eq!(behind["more"], true, "that it waits behind another must be read");
    let none = shop.bench.call("action_choices", json!({"licenses": [row["license"]]})).await;
    assert_eq!(none["now"], Value::Null);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_no_field_can_show_is_refused_with_its_place() {
    let shop = Shop::new(0).await;
    let target = json!({"target": "packages", "packages": refs(&shop.some(1, false).await)});
    let mut adjusted = adjust("-1");
    adjusted["note"] = json!("a\u{1}");
    let place = json!({"action": "location", "location": "Va\u{7f}ult", "sublocation": "", "date": today()});
    for (form, at) in [(note("a\0b"), 2), (adjusted, 2), (place, 3), (json!({"action": "item", "item": "\0"}), 1)] {
        let ask = json!({"target": target, "form": form, "replaces": null});
        let refused = shop.bench.refused("action_review", ask).await;
        assert!(refused.message.contains(&format!("at place {at}")), "{form}: {refused:?}");
    }
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_that_is_no_longer_true_is_refused() {
    let shop = Shop::new(0).await;
    let rows = shop.some(2, false).await;
    let review = shop.review(&rows, note("first")).await;
    let tag = rows[0]["tag"].as_str().unwrap();
    let edit = PackageEdit { note: Some("another's".into()), ..PackageEdit::default() };
    shop.control().edit_package(&shop.license, tag, edit).unwrap();
    shop.bench.call("sync_start", json!({"licenses": [shop.license]})).await;
    let card = json!({"tag": tag, "license": shop.license});
    let start = std::time::Instant::now();
    while !shop.bench.call("package_card", card.clone()).await.to_string().contains("another's") {
        assert!(start.elapsed().as_secs() < 60, "the change never came");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let queue = |review: &Value| json!({"request_id": "q", "review": review["review"]});
    let stale = shop.bench.refused("action_queue", queue(&review)).await;
    assert_eq!(stale.code, ErrorCode::Stale);
    assert!(stale.message.starts_with("1 package has changed"), "{stale:?}");

    // Another report for the same package is a change too.
    shop.go_dark().await;
    let review = shop.review(&rows, note("second")).await;
    shop.queue("between", &rows[1..], adjust("-1")).await;
    assert_eq!(shop.bench.refused("action_queue", queue(&review)).await.code, ErrorCode::Stale);
    let fresh = shop.review(&rows, note("second")).await;
    let queued = shop.bench.call("action_queue", queue(&fresh)).await;
    let again = |id: &str| json!({"request_id": id, "review": fresh["review"]});
    let second = shop.bench.call("action_queue", again("q9")).await;
    assert_eq!(second["intents"], queued["intents"], "a review is queued once, whoever asks");
    let shop = shop.restart().await;
    let third = shop.bench.call("action_queue", again("q10")).await;
    assert_eq!(third["intents"], queued["intents"], "also after a restart");
    let waiting = shop.status().await["waiting"].clone();
    assert_eq!(waiting, 3, "the one between, and the two of the review");
    let unknown = json!({"request_id": "q11", "review": 1});
    assert_eq!(shop.bench.refused("action_queue", unknown).await.code, ErrorCode::NotFound);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_rows_of_a_view_are_meant_as_they_stood() {
    let shop = Shop::new(12).await;
    let mut spec = packages("active", &[&shop.license]);
    spec["filters"] = json!([{"column": "quantity", "test": {"op": "equals", "value": "0"}}]);
    let opened = shop.bench.call("view_open", spec).await;
    let rows = opened["rows"].as_i64().unwrap();
    assert!(rows >= 12, "{opened}");
    let target = json!({"target": "view", "view": opened["view"]});
    let review = shop.bench.call("action_review", json!({"target": target, "form": finish(), "replaces": null})).await;
    assert_eq!(review["lines"].as_array().unwrap().len() as i64, rows);
    let queued = shop.bench.call("action_queue", json!({"request_id": "q", "review": review["review"]})).await;
    assert_eq!(queued["intents"].as_array().unwrap().len() as i64, review["ready"].as_i64().unwrap());
    shop.until("the end", |status| status["done"] == review["ready"]).await;

    let gone = json!({"target": {"target": "view", "view": 999}, "form": finish(), "replaces": null});
    assert_eq!(shop.bench.refused("action_review", gone).await.code, ErrorCode::ViewGone);
    let nothing = json!({"target": {"target": "packages", "packages": []}, "form": finish(), "replaces": null});
    assert_eq!(shop.bench.refused("action_review", nothing).await.code, ErrorCode::BadRequest, "nothing is not all");
    let row = &refs(&shop.some(1, false).await)[0];
    let many: Vec<Value> =
        (0..5_001).map(|n| json!({"license": row["license"], "package_id": n, "tag": row["tag"]})).collect();
    let many = json!({"target": {"target": "packages", "packages": many}, "form": finish(), "replaces": null});
    assert_eq!(shop.bench.refused("action_review", many).await.code, ErrorCode::TooMany);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_command_may_be_for_packages_of_two_licenses() {
    let shop = Shop::with(0, 3, crate::quick()).await;
    let licenses: Vec<String> = shop.control().licenses().into_iter().map(|l| l.number).collect();
    let mut rows = shop.some(2, false).await;
    for other in &licenses {
        let opened = shop.bench.call("view_open", packages("active", &[other])).await;
        let window = json!({"view": opened["view"], "from": 0, "to": 20});
        let window = shop.bench.call("package_rows", window).await;
        let more = window["rows"].as_array().unwrap().iter().find(|row| row["hold"] == false).cloned();
        rows.extend(more.filter(|row| *other != shop.license && row["license"] == **other));
    }
    let owners: BTreeSet<&str> = rows.iter().map(|row| row["license"].as_str().unwrap()).collect();
    assert!(owners.len() >= 2, "{owners:?}");
    let review = shop.review(&rows, note("for all")).await;
    assert!(review["sentences"].to_string().contains(&format!("books of {} licenses", owners.len())), "{review:#}");
    let queue = json!({"request_id": "q", "review": review["review"]});
    let first = shop.bench.call("action_queue", queue.clone()).await;
    assert_eq!(ids(&first["intents"]).len(), rows.len());
    assert_eq!(shop.bench.call("action_queue", queue).await["intents"], first["intents"], "the same again");
    shop.until("the end", |status| status["done"] == rows.len()).await;
    let lines = shop.list("done").await;
    let of: BTreeSet<&str> = lines.iter().map(|line| line["license"].as_str().unwrap()).collect();
    assert_eq!(of, owners, "each in its own books");
    let choices = shop.bench.call("action_choices", json!({"licenses": owners})).await;
    assert!(choices["reasons"].as_array().unwrap().iter().any(|r| r["name"] == "Entry Error"), "{choices:#}");
    assert_eq!((choices["today"].clone(), choices["note_room"].clone()), (json!(today()), json!(186)));
    let own = shop.bench.call("action_choices", json!({"licenses": [shop.license]})).await;
    assert!(!own["locations"].as_array().unwrap().is_empty() && !own["items"].as_array().unwrap().is_empty());
    shop.bench.desk.stop().await;
}
