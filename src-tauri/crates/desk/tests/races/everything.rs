//! Each command of the registry that changes something, raced against itself and against those that change the same.

use std::collections::BTreeSet;

use super::*;
use crate::ground::Ground;

/// What changes nothing that lasts, so that it needs no id and no race.
const READS: [&str; 31] = [
    "account_check",
    "account_test",
    "action_choices",
    "action_review",
    "app_snapshot",
    "columns",
    "draft_check",
    "draft_choices",
    "draft_compare",
    "draft_open",
    "drafts",
    "import_guide",
    "known_find",
    "lab_sample_rows",
    "lab_sample_tests",
    "layout_get",
    "list_counts",
    "listed_record",
    "outbox_list",
    "outbox_story",
    "package_card",
    "package_rows",
    "sync_status",
    "tag_find",
    "transfer_detail",
    "transfer_rows",
    "view_close",
    "view_open",
    "view_position",
    "view_rows",
    "view_totals",
];

/// What changes something without an id, since it is the same done twice.
const SAME_DONE_TWICE: [&str; 7] =
    ["job_cancel", "language_speak", "layout_put", "link_open", "saved_show", "sync_cancel", "sync_start"];

/// What changes the accounts, or a file that the person names, raced in a test of its own.
const ACCOUNTS: [&str; 8] = [
    "account_again",
    "account_connect",
    "account_keys",
    "account_name",
    "account_remove",
    "demo_reset",
    "demo_start",
    "licenses_choose",
];

/// What changes a draft.
const DRAFTS: [&str; 8] = [
    "draft_delete",
    "draft_line_set",
    "draft_lines_add",
    "draft_lines_remove",
    "draft_send",
    "draft_set",
    "draft_settle",
    "draft_tags_add",
];

/// What changes the outbox.
const REPORTS: [&str; 6] =
    ["action_queue", "outbox_clear", "outbox_decide", "outbox_summary_seen", "outbox_try", "outbox_withdraw"];

/// What changes a check list.
const CHECK_LISTS: [&str; 3] = ["receiving_close", "receiving_open", "receiving_scan"];

/// What makes something of its own each time, or asks the person.
const ALONE: [&str; 11] = [
    "app_quit",
    "audit_export",
    "draft_new",
    "draft_sheet",
    "files_choose",
    "import_template",
    "manifest_save",
    "notices_clear",
    "receiving_save",
    "refusals_save",
    "view_export",
];

fn raced() -> BTreeSet<&'static str> {
    [&ACCOUNTS[..], &DRAFTS, &REPORTS, &CHECK_LISTS, &ALONE].concat().into_iter().collect()
}

#[test]
fn every_command_is_raced_or_known_to_change_nothing() {
    let raced = raced();
    let still: BTreeSet<&str> = READS.into_iter().chain(SAME_DONE_TWICE).collect();
    let both: Vec<_> = raced.intersection(&still).collect();
    assert!(both.is_empty(), "{both:?} change something or they do not");
    let known: BTreeSet<&str> = raced.union(&still).copied().collect();
    let all: BTreeSet<&str> = desk::COMMANDS.iter().copied().collect();
    let forgotten: Vec<_> = all.symmetric_difference(&known).collect();
    assert!(forgotten.is_empty(), "say of {forgotten:?} how they are raced, or that they change nothing");
    let changing: BTreeSet<&str> =
        desk::changing().into_iter().filter(|name| !SAME_DONE_TWICE.contains(name)).collect();
    let unraced: Vec<_> = changing.symmetric_difference(&raced).collect();
    assert!(unraced.is_empty(), "{unraced:?}: what carries a request id is raced, and what is raced carries one");
}

/// A request that changes a draft, and where its answer tells what it did.
fn of_draft(command: &str, ground: &Ground, draft: i64, lines: &[i64], tags: &[String]) -> Value {
    match command {
        "draft_delete" => json!({"draft": draft, "template_too": true}),
        "draft_line_set" => json!({"draft": draft, "lines": lines, "field": "price", "value": "13.00"}),
        "draft_lines_add" => json!({"draft": draft, "count": 60}),
        "draft_lines_remove" => json!({"draft": draft, "lines": &lines[..1]}),
        "draft_send" => json!({"draft": draft}),
        "draft_set" => json!({"draft": draft, "fields": [{"field": "note", "value": fresh("note")}]}),
        "draft_settle" => json!({"draft": draft, "take_theirs": true}),
        "draft_tags_add" => ground.paste(draft, tags),
        other => panic!("{other} has no race"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_changes_a_draft_holds_against_everything_else_that_does() {
    let ground = Ground::new(200).await;
    for (at, first) in DRAFTS.iter().enumerate() {
        for second in &DRAFTS[at..] {
            let (draft, lines) = ground.ready(2).await;
            let tags = ground.take(3);
            let mut calls = Vec::new();
            for command in [*first, *second] {
                calls.extend(many(command, &of_draft(command, &ground, draft, &lines, &tags), 3));
            }
            let answers = ground.at_once(calls).await;
            for at in [3, 8] {
                same_twice(first, second, &answers[at..at + 2]);
            }
        }
    }
    ground.rest().await;
    ground.bench.desk.stop().await;
}

/// Two calls under one id did one thing: both tell of it, or both were refused for the same reason.
fn same_twice(first: &str, second: &str, answers: &[Result<Value, DeskError>]) {
    let did = |answer: &Result<Value, DeskError>| match answer {
        Ok(answer) => ["/added", "/refused", "/intents", "/changed", "/session"]
            .map(|told| answer.pointer(told).cloned().unwrap_or_default()),
        // A draft may be deleted, or sent, between the two.
        Err(_) => Default::default(),
    };
    if let [Ok(_), Ok(_)] = answers {
        assert_eq!(did(&answers[0]), did(&answers[1]), "{first} beside {second}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_changes_the_outbox_holds_against_everything_else_that_does() {
    let ground = Ground::new(160).await;
    for (at, first) in REPORTS.iter().enumerate() {
        for second in &REPORTS[at..] {
            let tags = ground.take(2);
            let before = ground.review(&tags).await;
            let queue = json!({"request_id": fresh("before"), "review": before});
            let intents = ground.bench.call("action_queue", queue).await["intents"].clone();
            let review = ground.review(&tags).await;
            let mut calls = Vec::new();
            for command in [*first, *second] {
                let request = match command {
                    "action_queue" => json!({"review": review}),
                    "outbox_clear" => json!({"intents": intents}),
                    "outbox_decide" => json!({"intent": intents[0], "decision": "send_again"}),
                    "outbox_withdraw" => json!({"intents": intents}),
                    "outbox_summary_seen" | "outbox_try" => json!({}),
                    other => panic!("{other} has no race"),
                };
                calls.extend(many(command, &request, 3));
            }
            let answers = ground.at_once(calls).await;
            for at in [3, 8] {
                same_twice(first, second, &answers[at..at + 2]);
            }
            let of = format!("SELECT count(*) FROM intent WHERE entity LIKE '%{}'", tags[0]);
            let made = ground.ledger::<i64>(&of)[0];
            let queued = answers.iter().flatten().any(|answer| answer.get("intents").is_some());
            assert_eq!(made, 1 + i64::from(queued), "{first} beside {second}: a review is queued once");
        }
    }
    ground.rest().await;
    // What is recorded is what the ledger says is recorded, package by package.
    let tags = ground.ledger::<String>("SELECT DISTINCT substr(entity, 9) FROM intent WHERE kind = 'adjust'");
    let start = std::time::Instant::now();
    loop {
        ground.bench.call("sync_start", json!({"licenses": [ground.sender]})).await;
        let rows = ground.rows(&tags).await;
        let wrong: Vec<String> = rows
            .iter()
            .filter_map(|row| {
                let of = format!(
                    "SELECT 100 - count(*) FROM intent WHERE state = 'confirmed' AND entity = 'package {}'",
                    row["tag"].as_str().unwrap()
                );
                let should = ground.ledger::<i64>(&of)[0].to_string();
                (row["quantity"] != should).then(|| format!("{} holds {}, not {should}", row["tag"], row["quantity"]))
            })
            .collect();
        if wrong.is_empty() && rows.len() == tags.len() {
            break;
        }
        assert!(start.elapsed().as_secs() < 60, "{wrong:?}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    ground.bench.desk.stop().await;
}

/// The state's id of a transfer that comes in to the shop.
async fn incoming(ground: &Ground) -> i64 {
    let spec = json!({"collection": "incoming_transfers", "tab": null, "licenses": [ground.shop], "search": "",
        "filters": [], "sort": []});
    let view = ground.bench.call("view_open", spec).await;
    let rows = ground.bench.call("transfer_rows", json!({"view": view["view"], "from": 0, "to": 1})).await;
    rows["rows"][0]["transfer_id"].as_i64().unwrap_or_else(|| panic!("no transfer comes in: {view}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_changes_a_check_list_holds_against_everything_else_that_does() {
    let ground = Ground::new(2).await;
    let transfer = incoming(&ground).await;
    let open = json!({"license": ground.shop, "transfer": transfer});
    let opened = ground.at_once(many("receiving_open", &open, 6)).await;
    let lists = told(&opened, "/receiving");
    assert!(lists.len() == 8 && lists.iter().all(|list| *list == lists[0]), "one list: {opened:?}");
    let list = lists[0].clone();
    let tag = opened[0].as_ref().unwrap()["lines"][0]["tag"].clone();

    let scan = json!({"receiving": list, "text": tag, "undo": false});
    let scanned = ground.at_once(many("receiving_scan", &scan, 6)).await;
    let found = told(&scanned, "/outcome").into_iter().filter(|outcome| *outcome == "found").count();
    let first = scanned[6].as_ref().unwrap()["outcome"] == "found";
    assert_eq!(found, 1 + usize::from(first), "it was found once: {scanned:?}");
    assert_eq!(scanned[6].as_ref().unwrap()["outcome"], scanned[7].as_ref().unwrap()["outcome"], "the first answer");

    for (at, one) in CHECK_LISTS.iter().enumerate() {
        for other in &CHECK_LISTS[at..] {
            let mut calls = Vec::new();
            for command in [*one, *other] {
                let request = match command {
                    "receiving_close" => json!({"receiving": list, "reopen": calls.len() % 2 == 1}),
                    "receiving_open" => open.clone(),
                    "receiving_scan" => scan.clone(),
                    unknown => panic!("{unknown} has no race"),
                };
                calls.extend(many(command, &request, 3));
            }
            let answers = ground.at_once(calls).await;
            for at in [3, 8] {
                same_twice(one, other, &answers[at..at + 2]);
            }
            let reopen = json!({"request_id": fresh("reopen"), "receiving": list, "reopen": true});
            ground.bench.call("receiving_close", reopen).await;
        }
    }
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_something_of_its_own_makes_it_once_for_each_id() {
    let ground = Ground::new(8).await;
    let (draft, _) = ground.ready(2).await;
    let paste = json!({"request_id": fresh("paste"), "draft": draft, "source": {"source": "pasted", "text": "no tag"}});
    let session = ground.bench.call("draft_tags_add", paste).await["session"].clone();
    let transfer = incoming(&ground).await;
    let open = json!({"request_id": fresh("open"), "license": ground.shop, "transfer": transfer});
    let list = ground.bench.call("receiving_open", open).await["receiving"].clone();
    let view = ground.bench.call("view_open", common::packages("active", &[&ground.sender])).await["view"].clone();
    for command in ALONE {
        let request = match command {
            "app_quit" | "files_choose" | "notices_clear" => json!({}),
            "audit_export" => json!({"from": "2026-01-01", "to": "2036-01-01"}),
            "draft_new" => json!({"license": ground.sender}),
            "draft_sheet" => json!({"draft": draft, "open": false}),
            "import_template" => json!({"kind": "plant-additives"}),
            "manifest_save" => {
                let find = json!({"license": ground.shop, "list": "incoming", "id": transfer});
                json!({"transfer": find, "open": false})
            }
            "receiving_save" => json!({"receiving": list}),
            "refusals_save" => json!({"session": session}),
            "view_export" => json!({"view": view, "columns": ["tag", "quantity"], "format": "csv"}),
            other => panic!("{other} has no race"),
        };
        let answers = ground.at_once(many(command, &request, 5)).await;
        assert!(answers.iter().all(Result::is_ok), "{command}: {answers:?}");
        let file = answers[0].as_ref().unwrap()["file"].clone();
        if let Some(file) = file.as_str() {
            let whole = std::fs::read(ground.folder.path().join(file)).unwrap();
            assert!(!whole.is_empty(), "{command} wrote {file}");
        }
        let half = std::fs::read_dir(ground.folder.path()).unwrap().filter_map(Result::ok);
        let half: Vec<_> = half.filter(|file| file.file_name().to_string_lossy().ends_with(".part")).collect();
        assert!(half.is_empty(), "{command} left {half:?}");
    }
    let drafts = ground.ledger::<i64>("SELECT id FROM draft").len();
    assert_eq!(drafts, 1 + 6, "five ids and one that came twice");
    ground.bench.desk.stop().await;
}
