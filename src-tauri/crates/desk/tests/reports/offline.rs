//! Without a connection: nothing is lost, nothing is sent twice, and the person is told what became of it.

use serde_json::json;

use crate::{Shop, finish, note};

#[tokio::test(flavor = "multi_thread")]
async fn forty_finished_offline_arrive_once_after_a_restart() {
    let shop = Shop::new(40).await;
    let rows = shop.some(40, true).await;
    shop.go_dark().await;
    let review = shop.review(&rows, finish()).await;
    assert_eq!((review["ready"].clone(), review["refused"].clone()), (json!(40), json!(0)));
    assert_eq!(review["title"], "Finish 40 packages");
    let sentences = review["sentences"].to_string();
    assert!(sentences.contains("40 packages will be finished, dated"), "{sentences}");
    assert!(sentences.contains("There is no connection now"), "{sentences}");
    let intents = shop.queue("q", &rows, finish()).await;
    assert_eq!(intents.len(), 40);
    let status = shop.until("a hold", |status| status["held"]["offline"] == true).await;
    assert_eq!((status["waiting"].clone(), shop.bench.desk.waiting()), (json!(40), 40));
    assert!(status["due"].is_string() && status["overdue"] == 0, "{status}");
    shop.control().clear_requests();

    let shop = shop.restart().await;
    assert_eq!(shop.status().await["waiting"], 40, "everything queued is there again");
    shop.until("a hold again", |status| status["held"]["offline"] == true).await;
    let lines = shop.list("waiting").await;
    assert_eq!(lines[0]["intent"], intents[0], "oldest first");
    assert_eq!(lines[0]["who"], "Ada");
    assert!(lines[0]["due"].is_string());
    assert_eq!(lines[0]["happened"], "This is waiting for a connection.");
    let (_, pending) = shop.rows_of("active").await;
    assert_eq!(pending.len(), 40);
    assert_eq!(pending[0]["words"], "Finish: waits for a connection");

    shop.light().await;
    let status = shop.until("all of them", |status| status["done"] == 40 && status["summary"].is_object()).await;
    assert_eq!(status["summary"]["recorded"], 40, "what waited offline is summed up: {status}");
    for intent in &intents {
        let story = shop.story(*intent).await;
        assert_eq!(story["line"]["outcome"], "recorded", "{story:#}");
        assert_eq!(story["attempts"].as_array().unwrap().len(), 1, "sent once: {story:#}");
    }
    assert!(shop.requests("PUT", "/packages/v2/finish") <= 40);
    shop.bench.call("outbox_summary_seen", json!({"request_id": "seen"})).await;
    assert_eq!(shop.status().await["summary"], json!(null));
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_can_be_taken_back_and_a_repeated_command_does_nothing_more() {
    let shop = Shop::new(0).await;
    let rows = shop.some(3, false).await;
    shop.go_dark().await;
    let review = shop.review(&rows, note("kept cool")).await;
    let queue = json!({"request_id": "q", "review": review["review"]});
    let first = shop.bench.call("action_queue", queue.clone()).await;
    assert_eq!(first["sentence"], "The note of 3 packages will be \u{201c}kept cool\u{201d}.");
    let again = shop.bench.call("action_queue", queue).await;
    assert_eq!((&first["intents"], &first["sentence"]), (&again["intents"], &again["sentence"]));
    assert_eq!(shop.status().await["waiting"], 3, "three, not six");

    let intents = first["intents"].clone();
    let undo = json!({"request_id": "undo", "intents": intents});
    let done = shop.bench.call("outbox_withdraw", undo.clone()).await;
    assert_eq!((done["changed"].clone(), done["outbox"]["waiting"].clone()), (json!(3), json!(0)));
    assert_eq!(shop.bench.call("outbox_withdraw", undo).await["changed"], 3, "the first answer");
    let late = json!({"request_id": "undo again", "intents": intents});
    let late = shop.bench.call("outbox_withdraw", late).await;
    assert_eq!((late["changed"].clone(), late["refused"].as_array().unwrap().len()), (json!(0), 3));
    assert_eq!(shop.rows_of("active").await.1, [] as [serde_json::Value; 0], "nothing waits for any row");
    assert_eq!(shop.bench.desk.waiting(), 0);

    shop.light().await;
    shop.bench.until_up_to_date().await;
    assert_eq!(shop.requests("PUT", "/packages/v2/note"), 0);
    assert_eq!(shop.list("done").await[0]["outcome"], "withdrawn");
    let cleared = shop.bench.call("outbox_clear", json!({"request_id": "clear", "intents": []})).await;
    assert_eq!((cleared["changed"].clone(), cleared["outbox"]["done"].clone()), (json!(3), json!(0)));
    assert_eq!(shop.status().await["summary"], json!(null), "taken back is nothing to tell of");
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_asks_the_page_and_the_page_closes() {
    let shop = Shop::new(0).await;
    let rows = shop.some(2, false).await;
    shop.go_dark().await;
    shop.queue("q", &rows, note("n")).await;
    assert_eq!(shop.bench.desk.waiting(), 2);
    shop.bench.desk.ask_quit();
    let asked = json!({"event": "quit_asked", "waiting": 2});
    assert!(shop.bench.events.lock().unwrap().contains(&asked), "the page is asked to ask");
    shop.bench.call("app_quit", json!({"request_id": "quit"})).await;
    let quits = || shop.bench.host.quits.load(std::sync::atomic::Ordering::SeqCst);
    shop.until("the end", |_| quits() == 1).await;
    shop.bench.desk.stop().await;
}
