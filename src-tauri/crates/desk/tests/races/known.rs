//! The races that were seen to be lost, each with what came of them.

use super::*;
use crate::ground::Ground;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_sent_by_many_at_once_is_one_template() {
    let ground = Ground::new(8).await;
    let (draft, _) = ground.ready(3).await;
    let calls = many("draft_send", &json!({"draft": draft}), 6);
    let answers = ground.at_once(calls).await;
    assert!(answers.iter().any(Result::is_ok), "{answers:?}");
    ground.rest().await;
    let posts = ground.state.control().requests().into_iter().filter(|request| {
        request.method == "POST" && request.path == "/transfers/v2/templates/outgoing" && request.status == 200
    });
    assert_eq!(posts.count(), 1, "one template in the state");
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_that_is_queued_by_many_at_once_is_queued_once_and_so_it_stays() {
    let ground = Ground::new(8).await;
    let tags = ground.take(3);
    let review = ground.review(&tags).await;
    let answers = ground.at_once(many("action_queue", &json!({"review": review}), 8)).await;
    let intents = told(&answers, "/intents");
    assert_eq!(intents.len(), 10, "each is answered: {answers:?}");
    assert!(intents.iter().all(|one| *one == intents[0]), "with the first answer: {intents:?}");
    let ground = ground.restart().await;
    let late = ground.bench.call("action_queue", json!({"request_id": fresh("late"), "review": review})).await;
    assert_eq!(late["intents"], *intents[0], "also after a restart");
    ground.rest().await;
    assert_eq!(ground.ledger::<i64>("SELECT id FROM intent").len(), 3, "as many adjustments as packages");
    let start = std::time::Instant::now();
    while !ground.rows(&tags).await.iter().all(|row| row["quantity"] == "99") {
        assert!(start.elapsed().as_secs() < 60, "each package lost one: {:#?}", ground.rows(&tags).await);
        ground.bench.call("sync_start", json!({"licenses": [ground.sender]})).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_reviews_of_the_same_packages_are_not_both_queued_unseen() {
    let ground = Ground::new(12).await;
    for _ in 0..4 {
        let tags = ground.take(3);
        let reviews = [ground.review(&tags).await, ground.review(&tags).await, ground.review(&tags).await];
        let calls = reviews.map(|review| ("action_queue", json!({"request_id": fresh("queue"), "review": review})));
        let answers = ground.at_once(calls.into()).await;
        let queued = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(queued, 1, "the others were looked at before it: {answers:?}");
        let stale = answers.iter().flat_map(|answer| answer.as_ref().err());
        assert!(stale.map(|fault| fault.code).all(|code| code == desk::contract::ErrorCode::Stale), "{answers:?}");
    }
    ground.rest().await;
    assert_eq!(ground.ledger::<i64>("SELECT id FROM intent").len(), 12);
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_review_counted_on_is_not_taken_back_behind_it() {
    let ground = Ground::new(4).await;
    ground.state.control().set_dark(true);
    let tags = ground.take(1);
    for _ in 0..8 {
        let first = ground.review(&tags).await;
        let queue = json!({"request_id": fresh("first"), "review": first});
        let waiting = ground.bench.call("action_queue", queue).await["intents"].clone();
        let second = ground.review(&tags).await;
        let answers = ground
            .at_once(vec![
                ("action_queue", json!({"request_id": fresh("queue"), "review": second})),
                ("outbox_withdraw", json!({"request_id": fresh("back"), "intents": waiting})),
            ])
            .await;
        let [queued, withdrawn] = &answers[..] else { panic!("two answers: {answers:?}") };
        let taken_back = withdrawn.as_ref().is_ok_and(|done| done["changed"] == 1);
        assert!(taken_back, "{answers:?}");
        if let Ok(queued) = queued {
            // Then it was queued before the other was taken back, in the ledger's own order.
            let order = format!(
                "SELECT max(id) FROM audit WHERE (intent = {} AND what = 'queued') OR (intent = {} AND what = 'withdrawn')
                 GROUP BY intent ORDER BY intent",
                queued["intents"][0], waiting[0]
            );
            let lines = ground.ledger::<i64>(&order);
            assert!(lines[0] > lines[1], "withdrawn as line {}, queued as line {}", lines[0], lines[1]);
            let back = json!({"request_id": fresh("clean"), "intents": queued["intents"]});
            ground.bench.call("outbox_withdraw", back).await;
        }
    }
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_that_are_added_by_many_at_once_stand_once_and_every_line_is_accounted_for() {
    let ground = Ground::new(40).await;
    let draft = ground.draft().await;
    let tags = ground.take(30);
    // Room for 20 of the 30.
    let add = json!({"request_id": fresh("lines"), "draft": draft, "count": 180});
    let lines = ground.bench.call("draft_lines_add", add).await["lines"].clone();
    let lines: Vec<i64> = lines.as_array().unwrap().iter().map(|line| line["line"].as_i64().unwrap()).collect();
    let price = json!({"request_id": fresh("price"), "draft": draft, "lines": lines, "field": "price", "value": "1"});
    ground.bench.call("draft_line_set", price).await;
    let calls: Vec<Call> = (0..12).map(|_| ("draft_tags_add", ground.paste(draft, &tags))).collect();
    let answers = ground.at_once(calls).await;
    let added: i64 = told(&answers, "/added").iter().map(|added| added.as_i64().unwrap()).sum();
    assert_eq!(added, 20, "{answers:?}");
    for answer in answers.iter().flatten() {
        let refused = answer["refused"].as_array().unwrap();
        assert_eq!(answer["added"].as_i64().unwrap() + refused.len() as i64, 30, "no line is lost: {refused:?}");
        let known = |reason: &Value| reason == "in_this_draft" || reason == "past_the_limit";
        assert!(refused.iter().all(|refused| known(&refused["reason"])), "{refused:?}");
    }
    let kept = ground.ledger::<i64>("SELECT count(*) FROM import_refusal");
    assert_eq!(kept, [12 * 30 - 20], "the refused lines are kept with their reasons");
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_two_drafts_want_at_once_stands_in_one() {
    let ground = Ground::new(24).await;
    let tags = ground.take(20);
    let mut calls = Vec::new();
    for _ in 0..4 {
        let draft = ground.draft().await;
        calls.push(("draft_tags_add", ground.paste(draft, &tags)));
    }
    let one = |row: &Value| json!({"license": row["license"], "package_id": row["package_id"], "tag": row["tag"]});
    let target =
        json!({"target": "packages", "packages": ground.rows(&tags).await.iter().map(one).collect::<Vec<_>>()});
    let new = json!({"license": ground.sender, "packages": target});
    calls.extend((0..2).map(|_| ("draft_new", under(new.clone(), &fresh("new")))));
    let answers = ground.at_once(calls).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let stands = ground.ledger::<i64>("SELECT count(*) FROM draft_line WHERE tag <> ''");
    assert_eq!(stands, [20], "each tag once");
    let said = answers.iter().flatten().flat_map(|answer| answer["refused"].as_array().unwrap());
    assert!(said.into_iter().all(|refused| refused["reason"] == "in_another_draft"), "{answers:?}");
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_taken_whole_or_refused_with_its_measure() {
    let ground = Ground::new(2).await;
    let (draft, lines) = ground.ready(1).await;
    let before = ground.bench.call("draft_open", json!({"draft": draft})).await;
    let set = |field: &str, value: &str| json!({"request_id": fresh("set"), "draft": draft, "fields": [{"field": field, "value": value}]});
    let line = |value: &str| json!({"request_id": fresh("line"), "draft": draft, "lines": lines, "field": "price", "value": value});
    for (command, request, words) in [
        ("draft_set", set("note", &"n".repeat(10_000)), "The note has 10,000 characters; at most 2,000 fit"),
        ("draft_set", set("name", &"n".repeat(101)), "The name of this draft has 101 characters"),
        (
            "draft_set",
            set("route", "I-5\0"),
            "The planned route holds a character that cannot be shown (U+0000), at place 4",
        ),
        ("draft_line_set", line(&"1".repeat(101)), "The price has 101 characters; at most 100 fit"),
        ("draft_line_set", line("1\u{1b}"), "The price holds a character that cannot be shown (U+001B), at place 2"),
    ] {
        let refused = ground.bench.refused(command, request).await;
        assert_eq!(refused.code, desk::contract::ErrorCode::BadRequest);
        assert!(refused.message.starts_with(words), "{refused:?}");
    }
    let after = ground.bench.call("draft_open", json!({"draft": draft})).await;
    assert_eq!((&after["form"], &after["lines"]), (&before["form"], &before["lines"]), "nothing of it was kept");
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_made_in_a_license_of_the_persons_only() {
    let ground = Ground::new(1).await;
    for other in ["C11-9999999-LIC", ""] {
        let new = json!({"request_id": fresh("new"), "license": other});
        let refused = ground.bench.refused("draft_new", new).await;
        assert_eq!(refused.code, desk::contract::ErrorCode::BadRequest, "{other}: {refused:?}");
    }
    assert_eq!(ground.ledger::<i64>("SELECT id FROM draft"), [] as [i64; 0]);
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_id_of_another_command_is_refused_in_words() {
    let ground = Ground::new(4).await;
    let (draft, _) = ground.ready(2).await;
    let set = json!({"request_id": "mine", "draft": draft, "fields": [{"field": "note", "value": "a"}]});
    ground.bench.call("draft_set", set).await;
    let lines = json!({"request_id": "mine", "draft": draft, "count": 1});
    for (command, request) in
        [("draft_lines_add", lines), ("draft_send", json!({"request_id": "mine", "draft": draft}))]
    {
        let refused = ground.bench.refused(command, request).await;
        assert_eq!(refused.code, desk::contract::ErrorCode::BadRequest, "{command}: {refused:?}");
    }
    assert_eq!(ground.ledger::<i64>("SELECT id FROM intent"), [] as [i64; 0], "what was not sent is not told as sent");
    ground.bench.desk.stop().await;
}
