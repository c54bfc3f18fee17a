//! Between the review and the sending the state moves: both figures in sight, and the person decides.

use std::time::{Duration, Instant};

use rust_decimal::Decimal;
use serde_json::{Value, json};
use simulator::PackageEdit;

use crate::{Shop, adjust, finish, note, today};

/// The shelf is counted.
fn set_to(amount: &str) -> Value {
    json!({"action": "adjust", "mode": "to", "amount": amount, "reason": "Entry Error", "note": "counted", "date": today()})
}

impl Shop {
    /// Another user changes a package, and the local copy does not hear of it.
    fn elsewhere(&self, row: &Value, edit: PackageEdit) {
        self.control().edit_package(&self.license, row["tag"].as_str().unwrap(), edit).unwrap();
    }

    fn sold_to(&self, row: &Value, left: i64) {
        self.elsewhere(row, PackageEdit { quantity: Some(Decimal::from(left)), ..PackageEdit::default() });
    }

    /// One package of 12, counted as 10 without a connection, of which another till sells 3.
    async fn counted_while_sold(&self) -> (Value, i64) {
        let row = self.some(1, false).await.remove(0);
        self.holds_now(&row, "12").await;
        self.go_dark().await;
        let rows = std::slice::from_ref(&row);
        let review = self.review(rows, set_to("10")).await;
        assert!(review["sentences"].to_string().contains("you are asked before anything is sent"), "{review:#}");
        let intent = self.queue("q", rows, set_to("10")).await[0];
        self.sold_to(&row, 9);
        self.light().await;
        self.until("a question", |status| status["needs_you"] == 1).await;
        (row, intent)
    }

    async fn decide(&self, request: &str, intent: i64, decision: &str) -> Value {
        let decide = json!({"request_id": request, "intent": intent, "decision": decision});
        self.bench.call("outbox_decide", decide).await
    }

    /// Waits until the local copy has read so much in the state.
    async fn until_left(&self, row: &Value, quantity: &str) {
        self.bench.call("sync_start", json!({"licenses": [self.license]})).await;
        let start = Instant::now();
        loop {
            let (rows, pending) = self.rows_of("active").await;
            let found = rows.iter().find(|each| each["row"] == row["row"]);
            if pending.is_empty() && found.is_some_and(|found| found["quantity"] == quantity) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "never {quantity}: {found:?} {pending:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_is_not_booked_as_a_difference_to_what_was_sold_since() {
    let shop = Shop::new(0).await;
    let (row, intent) = shop.counted_while_sold().await;
    let story = shop.story(intent).await;
    let happened = story["line"]["happened"].as_str().unwrap();
    assert!(happened.starts_with("You counted 10 at "), "{happened}");
    assert!(happened.ends_with(", when the copy said 12. The state now holds 9."), "{happened}");
    let wanted = json!([{"what": "Quantity", "before": "12 Each", "wanted": "10 Each", "now": "9 Each"}]);
    assert_eq!(story["facts"], wanted);
    let choices: Vec<_> = story["choices"].as_array().unwrap().iter().map(|choice| choice["words"].clone()).collect();
    assert_eq!(choices, ["Send \u{2212}2 as it was meant", "Make it 10 now"]);
    assert_eq!(story["line"]["can_withdraw"], true);
    assert_eq!((story["form"]["mode"].clone(), story["form"]["amount"].clone()), (json!("to"), json!("10")));
    assert!(story["line"]["sentence"].as_str().unwrap().contains("to 10 Each (\u{2212}2, Entry Error)"), "{story:#}");
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 0, "nothing left");

    // The question outlives a restart, and one answer is one report whoever repeats it.
    let shop = shop.restart().await;
    assert_eq!(shop.story(intent).await["choices"], story["choices"]);
    let answered = shop.decide("d", intent, "set_anew").await;
    assert_eq!(answered["refused"], json!([]), "{answered:#}");
    shop.decide("d", intent, "set_anew").await;
    shop.until("the end", |status| status["done"] == 2 && status["needs_you"] == 0).await;
    shop.until_left(&row, "10").await;
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 1);
    let old = shop.story(intent).await;
    assert_eq!(old["line"]["outcome"], "replaced");
    let new = shop.story(old["superseded_by"].as_i64().unwrap()).await;
    assert_eq!(new["line"]["outcome"], "recorded");
    assert!(new["body"].as_str().unwrap().contains("\"Quantity\":1,"), "{new:#}");
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_difference_is_sent_as_it_was_meant_where_the_person_says_so() {
    let shop = Shop::new(0).await;
    let (row, intent) = shop.counted_while_sold().await;
    let wrong = shop.decide("a", intent, "send_again").await;
    assert_eq!(wrong["refused"].as_array().unwrap().len(), 1, "no answer to this question: {wrong:#}");
    shop.decide("d", intent, "send_as_meant").await;
    shop.until("the end", |status| status["done"] == 1 && status["needs_you"] == 0).await;
    shop.until_left(&row, "7").await;
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 1);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_person_reported_before_is_no_change_by_somebody_else() {
    let shop = Shop::new(0).await;
    let row = shop.some(1, false).await.remove(0);
    let rows = std::slice::from_ref(&row);
    shop.holds_now(&row, "12").await;
    shop.go_dark().await;
    shop.queue("q1", rows, adjust("-3")).await;
    shop.queue("q2", rows, set_to("8")).await;
    shop.queue("q3", rows, note("counted twice")).await;
    shop.queue("q4", rows, set_to("0")).await;
    shop.queue("q5", rows, finish()).await;
    // That another user changes something else of it is no matter to any of these.
    let lab_state = Some("TestPassed".to_owned());
    shop.elsewhere(&row, PackageEdit { lab_state, ..PackageEdit::default() });
    shop.light().await;
    shop.until("the end", |status| status["done"] == 5 || status["needs_you"] != 0).await;
    assert_eq!(shop.list("needs_you").await, Vec::<Value>::new());
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 3);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_somebody_wrote_meanwhile_is_overwritten_unasked() {
    let shop = Shop::new(1).await;
    let (empty, noted) = (shop.some(1, true).await.remove(0), shop.some(1, false).await.remove(0));
    shop.go_dark().await;
    let finishes = shop.queue("q1", std::slice::from_ref(&empty), finish()).await[0];
    let notes = shop.queue("q2", std::slice::from_ref(&noted), note("mine")).await[0];
    shop.sold_to(&empty, 3);
    shop.elsewhere(&noted, PackageEdit { note: Some("theirs".into()), ..PackageEdit::default() });
    shop.light().await;
    shop.until("two questions", |status| status["needs_you"] == 2).await;
    let finish = shop.story(finishes).await;
    assert!(finish["line"]["happened"].as_str().unwrap().ends_with("The state now holds 3."), "{finish:#}");
    assert_eq!(finish["choices"][0]["words"], "Finish it anyway");
    let note = shop.story(notes).await;
    assert!(note["line"]["happened"].as_str().unwrap().ends_with("note now says \u{201c}theirs\u{201d}."), "{note:#}");
    assert_eq!(note["choices"][0]["words"], "Replace the note anyway");
    assert_eq!(shop.requests("PUT", "/packages/v2/finish") + shop.requests("PUT", "/packages/v2/note"), 0);
    let taken = json!({"request_id": "w", "intents": [finishes]});
    assert_eq!(shop.bench.call("outbox_withdraw", taken).await["changed"], 1);
    shop.decide("d", notes, "send_as_meant").await;
    shop.until("the end", |status| status["done"] == 2 && status["needs_you"] == 0).await;
    assert_eq!(shop.story(notes).await["line"]["outcome"], "recorded");
    shop.bench.desk.stop().await;
}
