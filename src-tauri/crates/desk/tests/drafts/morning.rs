//! The clerk's morning: a file, the scanner, no connection, a restart, the state, the road.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_load_is_drafted_offline_sent_once_and_followed_until_it_is_received() {
    let yard = Yard::new().await;
    let good = yard.good_tags(60);
    let draft = yard.draft("morning").await;
    yard.control().set_dark(true);

    // The file as a spreadsheet saves it: UTF-16, a header, one tag that is none, one twice.
    let mut text = String::from("\u{feff}Package Tag\r\n");
    for tag in &good[..48] {
        text.push_str(&format!("{}\r\n", tag.to_lowercase()));
    }
    text.push_str("1.2E+23\r\n");
    text.push_str(&format!("{}\r\n", good[0]));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let path = yard.folder.path().join("tomorrow.csv");
    std::fs::write(&path, bytes).unwrap();
    yard.bench.host.chosen.lock().unwrap().push(path);
    let chosen = yard.bench.call("files_choose", json!({"request_id": "choose"})).await;
    assert_eq!(chosen["files"][0]["name"], "tomorrow.csv");
    let source = json!({"source": "files", "handles": [chosen["files"][0]["handle"]]});
    let add = json!({"request_id": "file", "draft": draft, "source": source});
    let added = yard.bench.call("draft_tags_add", add.clone()).await;
    assert_eq!(added["added"], 48, "{:#}", added["refused"]);
    assert_eq!(reasons(&added), ["sheet_made_number_of_it", "twice_in_file"]);
    assert_eq!(added["refused"][0]["line"], 50, "after the header and 48 tags");
    assert_eq!(added["sentence"], "48 packages were added; 2 lines were not.");
    let again = yard.bench.call("draft_tags_add", add).await;
    assert_eq!((&again["added"], tags_in(&again["draft"]).len()), (&added["added"], 48), "repeated, it adds nothing");

    for tag in &good[48..] {
        let scanned = yard.scan(draft, &format!("{tag}\n")).await;
        assert_eq!(scanned["added"], 1, "{scanned:#}");
    }
    let wrong = yard.scan(draft, "1A4FF0000000000000000001").await;
    assert_eq!((&wrong["added"], reasons(&wrong)), (&json!(0), vec!["not_found".to_owned()]));
    let known = yard.scan(draft, &good[3]).await;
    assert_eq!(reasons(&known), ["in_this_draft"]);

    // The list of what was refused can be saved.
    let save = json!({"request_id": "refusals", "session": added["session"]});
    let saved = yard.bench.call("refusals_save", save).await;
    let saved = std::fs::read_to_string(yard.folder.path().join(saved["file"].as_str().unwrap())).unwrap();
    assert!(saved.starts_with("\u{feff}Tag,Line or row,Reason\r\n1.2E+23,50,"), "{saved}");

    // The app is closed in the middle and started again, still without a connection.
    let yard = yard.restart().await;
    let found = yard.open(draft).await;
    assert_eq!(tags_in(&found), good, "everything is there, in order");
    assert!(found["lines"].as_array().unwrap().iter().all(|line| line["item"] != ""), "filled from the local copy");

    let unready = yard.check(draft).await;
    assert_eq!(unready["ready"], false);
    let spots: Vec<String> =
        unready["findings"].as_array().unwrap().iter().map(|found| found["spot"].to_string()).collect();
    assert!(spots.iter().any(|spot| spot.contains("\"driver_name\"")), "each leads to its field: {spots:?}");
    let refused = yard.bench.refused("draft_send", json!({"request_id": "early", "draft": draft})).await;
    assert_eq!(refused.code, desk::contract::ErrorCode::NotReady);

    yard.fill(draft, 5).await;
    let check = yard.check(draft).await;
    assert_eq!(check["ready"], true, "{:#}", check["findings"]);
    let sent = yard.send(draft, "send").await;
    assert_eq!(sent["draft"]["head"]["stage"], "queued");
    assert_eq!(sent["outbox"]["waiting"], 1);
    let twice = yard.send(draft, "send").await;
    assert_eq!(twice["outbox"]["waiting"], 1, "a repeated command sends nothing more");

    yard.control().set_dark(false);
    let template = yard.until_stage(draft, "template").await;
    assert_eq!(yard.template_writes("POST"), 1, "one template");
    let id = template["template"].as_i64().unwrap();
    assert_eq!(template["head"]["changed_since_sent"], false);

    let manifest = yard.control().register_template(&yard.sender, id.try_into().unwrap()).unwrap();
    let registered = yard.until_stage(draft, "registered").await;
    assert_eq!(registered["editable"], false);
    assert!(registered["head"]["stage_words"].as_str().unwrap().contains(&manifest));
    let locked = json!({"request_id": "late", "draft": draft, "fields": [{"field": "route", "value": "x"}]});
    assert_eq!(yard.bench.refused("draft_set", locked).await.code, desk::contract::ErrorCode::Locked);
    yard.control().depart(&yard.sender, &manifest).unwrap();
    yard.until_stage(draft, "in_transit").await;
    yard.control().receive(&yard.shop, &manifest, &[]).unwrap();
    let received = yard.until_stage(draft, "received").await;
    let steps: Vec<_> = received["steps"].as_array().unwrap().iter().map(|step| step["at"].is_string()).collect();
    assert_eq!(steps, [true; 6], "each step says when: {:#}", received["steps"]);
    let lines = received["lines"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["problem"] == ""), "that they went is no fault of theirs: {:#}", lines[0]);
    assert_eq!(yard.template_writes("POST"), 1, "still one");
    yard.bench.desk.stop().await;
}
