//! The check list for receiving, and the manifest.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_is_counted_against_the_manifest() {
    let yard = Yard::new().await;
    let good = yard.good_tags(3);
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &good.join("\n")).await;
    yard.fill(draft, 5).await;
    yard.send(draft, "send").await;
    let found = yard.until_stage(draft, "template").await;
    let template = found["template"].as_u64().unwrap();
    let manifest = yard.control().register_template(&yard.sender, template).unwrap();
    yard.control().depart(&yard.sender, &manifest).unwrap();
    yard.until_stage(draft, "in_transit").await;
    let id = incoming(&yard, &manifest).await;

    let find = json!({"license": yard.shop, "list": "incoming", "id": id});
    let detail = yard.bench.call("transfer_detail", find.clone()).await;
    assert_eq!(detail["missing"], Value::Null, "{detail:#}");
    assert_eq!(detail["deliveries"][0]["packages"].as_array().unwrap().len(), 3);

    let open = json!({"request_id": "open", "license": yard.shop, "transfer": id});
    let list = yard.bench.call("receiving_open", open.clone()).await;
    assert_eq!((&list["expected"], &list["found"]), (&json!(3), &json!(0)));
    let again = yard.bench.call("receiving_open", open).await;
    assert_eq!(again["receiving"], list["receiving"], "the list goes on where it was");
    let scan = async |text: &str, undo: bool| {
        let scan = json!({"request_id": uuid(), "receiving": list["receiving"], "text": text, "undo": undo});
        yard.bench.call("receiving_scan", scan).await
    };
    assert_eq!(scan(&good[0], false).await["outcome"], "found");
    assert_eq!(scan(&good[0].to_lowercase(), false).await["outcome"], "again");
    assert_eq!(scan("1A4FF0000000000000000001", false).await["outcome"], "extra");
    assert_eq!(scan("hello", false).await["outcome"], "not_a_tag");
    // What people read aloud is enough where it is the end of one package alone.
    let end = |tag: &str, length: usize| tag.chars().skip(tag.len() - length).collect::<String>();
    let found = scan(&format!(" {} ", end(&good[1], 6).to_lowercase()), false).await;
    assert_eq!((&found["outcome"], &found["receiving"]["found"]), (&json!("found"), &json!(2)), "{found:#}");
    assert!(found["sentence"].as_str().unwrap().contains("1 is still missing"), "{found:#}");
    assert_eq!(scan(&end(&good[1], 6), true).await["receiving"]["found"], 1);
    let none = scan("fffff", false).await;
    assert_eq!((&none["outcome"], &none["receiving"]["found"]), (&json!("not_a_tag"), &json!(1)));
    assert!(none["sentence"].as_str().unwrap().contains("FFFFF"), "{none:#}");
    let twin = format!("1A4FF0100000000{}", end(&good[2], 9));
    assert_eq!(scan(&twin, false).await["outcome"], "extra");
    let several = scan(&end(&good[2], 6), false).await;
    assert_eq!((&several["outcome"], &several["receiving"]["found"]), (&json!("several"), &json!(1)), "{several:#}");
    assert_eq!(scan(&twin, true).await["outcome"], "taken_back");
    // Two columns of tags: which one came off the truck is asked, and nothing is counted before.
    let rows = format!("Dream\t{}\t{}\nEmerald\t{}\t{}\n", good[0], good[1], good[1], good[2]);
    let asked = scan(&rows, false).await;
    assert_eq!((&asked["outcome"], &asked["receiving"]["found"]), (&json!("asked"), &json!(1)), "{asked:#}");
    let answer = &asked["question"]["choices"][0]["answer"];
    let rows =
        json!({"request_id": uuid(), "receiving": list["receiving"], "text": rows, "undo": false, "answer": answer});
    let counted = yard.bench.call("receiving_scan", rows).await;
    assert_eq!((&counted["receiving"]["found"], &counted["question"]), (&json!(2), &Value::Null), "{counted:#}");
    assert_eq!(scan(&good[1], true).await["receiving"]["found"], 1);
    let close = json!({"request_id": "close", "receiving": list["receiving"], "reopen": false});
    let closed = yard.bench.call("receiving_close", close).await;
    assert!(closed["closed_at"].is_string());
    let late = json!({"request_id": "late", "receiving": list["receiving"], "text": good[2], "undo": false});
    assert_eq!(yard.bench.refused("receiving_scan", late).await.code, desk::contract::ErrorCode::Locked);
    let reopen = json!({"request_id": "reopen", "receiving": list["receiving"], "reopen": true});
    yard.bench.call("receiving_close", reopen).await;
    assert_eq!(scan(&good[2], false).await["outcome"], "found");
    let save = json!({"request_id": "save", "receiving": list["receiving"]});
    let saved = yard.bench.call("receiving_save", save).await;
    let text = std::fs::read_to_string(yard.folder.path().join(saved["file"].as_str().unwrap())).unwrap();
    yard.bench.call("saved_show", json!({"saved": "save", "by": "folder"})).await;
    // A spreadsheet adds up numbers that stand alone.
    let cells: Vec<&str> = text.lines().nth(1).unwrap().trim_end().split(',').collect();
    let [number, unit, ..] = &cells[2..] else { panic!("{text}") };
    assert!(number.parse::<f64>().is_ok() && !unit.is_empty() && unit.chars().all(char::is_alphabetic), "{text}");
    assert_eq!(text.matches("Missing").count(), 1, "{text}");
    assert_eq!(text.matches("Not on manifest").count(), 1, "{text}");

    // The manifest, saved and then opened without a connection.
    let save = json!({"request_id": "pdf", "transfer": find, "open": false});
    let saved = yard.bench.call("manifest_save", save).await;
    let bytes = std::fs::read(yard.folder.path().join(saved["file"].as_str().unwrap())).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    yard.bench.call("saved_show", json!({"saved": "pdf", "by": "folder"})).await;
    assert_eq!(yard.bench.host.shown.lock().unwrap().len(), 2);
    yard.control().set_dark(true);
    let open = json!({"request_id": "pdf-offline", "transfer": find, "open": true});
    yard.bench.call("manifest_save", open).await;
    assert_eq!(yard.bench.host.opened.lock().unwrap().len(), 1);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_on_its_way_to_the_only_license_loaded_is_found_on_its_manifest() {
    let yard = Yard::new().await;
    let good = yard.good_tags(1);
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &good[0]).await;
    yard.fill(draft, 5).await;
    yard.send(draft, "send").await;
    let template = yard.until_stage(draft, "template").await["template"].as_u64().unwrap();
    let manifest = yard.control().register_template(&yard.sender, template).unwrap();
    yard.control().depart(&yard.sender, &manifest).unwrap();
    yard.until_stage(draft, "in_transit").await;
    let id = incoming(&yard, &manifest).await;
    yard.bench.call("transfer_detail", json!({"license": yard.shop, "list": "incoming", "id": id})).await;
    // The sender's packages are read apart from its transfers.
    let start = Instant::now();
    let both = loop {
        let both = yard.bench.call("tag_find", json!({"text": good[0]})).await;
        if both["places"][0]["tab"] == "in_transit" {
            break both;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "the sender's own books have it: {both:#}");
        yard.bench.call("sync_start", json!({"licenses": [yard.sender]})).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert_eq!(both["coming"], json!([]));

    let snapshot = yard.bench.call("app_snapshot", json!({})).await;
    let only = json!({"request_id": "only", "account": snapshot["accounts"][0]["id"], "licenses": [yard.shop]});
    yard.bench.call("licenses_choose", only).await;
    let found = yard.bench.call("tag_find", json!({"text": good[0]})).await;
    assert_eq!(found["places"], json!([]), "a license that is not loaded is not looked in");
    assert_eq!(found["coming"][0]["manifest"], manifest);
    assert_eq!(found["coming"][0]["to"]["license"], yard.shop);
    yard.bench.desk.stop().await;
}

/// The state's id of a manifest in the shop's incoming list, once it is there.
async fn incoming(yard: &Yard, manifest: &str) -> i64 {
    let start = Instant::now();
    loop {
        let spec = json!({"collection": "incoming_transfers", "tab": null, "licenses": [yard.shop], "search": manifest,
            "filters": [], "sort": []});
        let view = yard.bench.call("view_open", spec).await;
        if view["rows"] == 1 {
            let rows = yard.bench.call("transfer_rows", json!({"view": view["view"], "from": 0, "to": 1})).await;
            return rows["rows"][0]["transfer_id"].as_i64().unwrap();
        }
        assert!(start.elapsed() < Duration::from_secs(60), "manifest {manifest} never came in");
        yard.bench.call("sync_start", json!({"licenses": [yard.sender, yard.shop]})).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
