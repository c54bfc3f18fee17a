//! What happens on the state's side: refused, changed, deleted, rejected.

use simulator::{Fault, FaultRule};

use super::*;

async fn sent(yard: &Yard, tags: usize) -> (i64, i64) {
    let good = yard.good_tags(tags);
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &good.join("\n")).await;
    yard.fill(draft, 5).await;
    yard.send(draft, "send").await;
    let found = yard.until_stage(draft, "template").await;
    (draft, found["template"].as_i64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_the_state_refuses_is_mended_and_sent_again() {
    let yard = Yard::new().await;
    let good = yard.good_tags(4);
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &good.join("\n")).await;
    yard.fill(draft, 5).await;
    // Another user puts one on hold after the last look.
    yard.control().set_dark(true);
    yard.send(draft, "send").await;
    yard.control().hold(&yard.sender, &good[1], true).unwrap();
    yard.control().set_dark(false);
    let trouble = yard.until_stage(draft, "trouble").await;
    assert!(trouble["head"]["stage_words"].as_str().unwrap().contains("refused"), "{:#}", trouble["head"]);
    let lines = trouble["lines"].as_array().unwrap();
    let bad = lines.iter().find(|line| line["tag"] == good[1]).unwrap();
    let remove = json!({"request_id": "out", "draft": draft, "lines": [bad["line"]]});
    yard.bench.call("draft_lines_remove", remove).await;
    yard.send(draft, "again").await;
    let found = yard.until_stage(draft, "template").await;
    assert_eq!(tags_in(&found).len(), 3);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_lost_makes_no_second_template() {
    let yard = Yard::new().await;
    let good = yard.good_tags(2);
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &good.join("\n")).await;
    yard.fill(draft, 5).await;
    let rule = FaultRule {
        method: Some("POST".into()),
        route: "/transfers/v2/templates/outgoing".into(),
        fault: Fault::CutAfterApplying,
        count: Some(1),
        ..FaultRule::default()
    };
    yard.control().add_fault(rule);
    yard.send(draft, "send").await;
    yard.until_stage(draft, "template").await;
    assert_eq!(yard.template_writes("POST"), 1, "it was read back, not sent again");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_draft_changes_its_template_and_a_deleted_one_takes_it_along() {
    let yard = Yard::new().await;
    let (draft, template) = sent(&yard, 3).await;
    yard.set(draft, "route", &[("route", "Highway 1")]).await;
    let changed = yard.open(draft).await;
    assert_eq!((&changed["head"]["stage"], &changed["head"]["changed_since_sent"]), (&json!("template"), &json!(true)));
    yard.send(draft, "update").await;
    let found = yard.until_stage(draft, "template").await;
    assert_eq!((&found["template"], &found["head"]["changed_since_sent"]), (&json!(template), &json!(false)));
    assert_eq!((yard.template_writes("POST"), yard.template_writes("PUT")), (1, 1));
    let away = json!({"request_id": "away", "draft": draft, "template_too": true});
    yard.bench.call("draft_delete", away.clone()).await;
    let start = Instant::now();
    while yard.template_writes("DELETE") == 0 {
        assert!(start.elapsed() < Duration::from_secs(30), "the template was never deleted");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let list = yard.bench.call("draft_delete", away).await;
    assert_eq!(list["drafts"].as_array().unwrap().len(), 0);
    assert_eq!(yard.template_writes("DELETE"), 1);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_load_is_told_as_rejected() {
    let yard = Yard::new().await;
    let (draft, template) = sent(&yard, 2).await;
    let manifest = yard.control().register_template(&yard.sender, template.try_into().unwrap()).unwrap();
    yard.control().depart(&yard.sender, &manifest).unwrap();
    let tags = tags_in(&yard.open(draft).await);
    let refused: Vec<&str> = tags.iter().map(String::as_str).collect();
    yard.control().receive(&yard.shop, &manifest, &refused).unwrap();
    let found = yard.until_stage(draft, "rejected").await;
    assert!(found["head"]["stage_words"].as_str().unwrap().contains("Rejected"), "{:#}", found["head"]);
    yard.bench.desk.stop().await;
}
