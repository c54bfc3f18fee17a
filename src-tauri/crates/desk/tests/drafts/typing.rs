//! What is typed is on the disk when its command answers, each in its place.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn every_key_is_kept_and_each_line_tells_what_is_wrong_with_it() {
    let yard = Yard::new().await;
    let good = yard.good_tags(3);
    let draft = yard.draft("typed").await;
    let add = json!({"request_id": "five", "draft": draft, "count": 5});
    let lines = yard.bench.call("draft_lines_add", add.clone()).await["lines"].clone();
    let lines: Vec<i64> = lines.as_array().unwrap().iter().map(|line| line["line"].as_i64().unwrap()).collect();
    assert_eq!(lines.len(), 5);
    let again = yard.bench.call("draft_lines_add", add).await;
    assert_eq!(again["lines"].as_array().unwrap().len(), 5, "repeated, it adds nothing");

    let put = async |line: i64, value: &str| {
        let id = format!("typed-{}", uuid());
        let set = json!({"request_id": id, "draft": draft, "lines": [line], "field": "tag", "value": value});
        yard.bench.call("draft_line_set", set).await
    };
    put(lines[0], &good[0]).await;
    put(lines[1], "1A40").await;
    let told = put(lines[2], &good[0]).await;
    let problem = |told: &Value, line: i64| {
        let lines = told["lines"].as_array().unwrap();
        let found = lines.iter().find(|found| found["line"] == line).unwrap();
        (found["problem"].as_str().unwrap().to_owned(), found["stops"].as_bool().unwrap())
    };
    assert_eq!(problem(&told, lines[0]), (String::new(), false));
    assert!(problem(&told, lines[1]).0.contains("24 characters"), "{told:#}");
    assert!(problem(&told, lines[2]).0.contains("earlier line"), "{told:#}");
    let told = put(lines[2], &good[1]).await;
    assert_eq!(problem(&told, lines[2]), (String::new(), false), "mended");

    // A paste fills the empty lines first.
    let pasted = yard.paste(draft, "paste", &format!("{}, {}", good[1], good[2])).await;
    assert_eq!((&pasted["added"], reasons(&pasted)), (&json!(1), vec!["in_this_draft".to_owned()]));
    assert_eq!(pasted["draft"]["lines"][3]["tag"], good[2]);
    assert_eq!(pasted["draft"]["lines"].as_array().unwrap().len(), 5);

    let yard = yard.restart().await;
    let found = yard.open(draft).await;
    assert_eq!(found["lines"][1]["tag"], "1A40", "what is wrong is kept as typed");
    assert_eq!(found["form"]["recipient"], yard.shop);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_at_most_and_a_package_stands_in_one_draft() {
    let yard = Yard::new().await;
    let good = yard.good_tags(6);
    let draft = yard.draft("full").await;
    let add = json!({"request_id": "many", "draft": draft, "count": 196});
    yard.bench.call("draft_lines_add", add).await;
    let lines = yard.open(draft).await["lines"].clone();
    // Lines with something in them are not there to be filled.
    let ids: Vec<i64> = lines.as_array().unwrap().iter().map(|line| line["line"].as_i64().unwrap()).collect();
    let price = json!({"request_id": "price", "draft": draft, "lines": ids, "field": "price", "value": "1"});
    yard.bench.call("draft_line_set", price).await;
    let added = yard.paste(draft, "six", &good.join(" ")).await;
    assert_eq!((&added["added"], reasons(&added)), (&json!(4), vec!["past_the_limit".to_owned(); 2]));
    let over = json!({"request_id": "over", "draft": draft, "count": 1});
    yard.bench.refused("draft_lines_add", over).await;

    let other = yard.draft("other").await;
    let added = yard.paste(other, "taken", &good[..5].join("\n")).await;
    assert_eq!((&added["added"], reasons(&added)), (&json!(1), vec!["in_another_draft".to_owned(); 4]));
    let copy = json!({"request_id": "copy", "license": yard.sender, "copy_of": other});
    let copied = yard.bench.call("draft_new", copy.clone()).await;
    assert_eq!(copied["refused"].as_array().unwrap().len(), 0, "a copy asks the draft that it is a copy of nothing");
    assert_eq!(tags_in(&copied["draft"]), [good[4].clone()]);
    let again = yard.bench.call("draft_new", copy).await;
    assert_eq!(again["draft"]["head"]["draft"], copied["draft"]["head"]["draft"], "repeated, it makes nothing");
    let list = yard.bench.call("drafts", json!({"licenses": [yard.sender]})).await;
    assert_eq!(list["drafts"].as_array().unwrap().len(), 3);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_begins_with_the_rows_of_a_grid_and_ends_on_paper() {
    let yard = Yard::new().await;
    let good = yard.good_tags(2);
    let spec = json!({"collection": "packages", "tab": "active", "licenses": [yard.sender], "search": good[0],
        "filters": [], "sort": []});
    let view = yard.bench.call("view_open", spec).await;
    let target = json!({"target": "view", "view": view["view"]});
    let new = json!({"request_id": "with-these", "license": yard.sender, "packages": target});
    let made = yard.bench.call("draft_new", new).await;
    assert_eq!(tags_in(&made["draft"]), [good[0].clone()]);
    let sheet = json!({"request_id": "sheet", "draft": made["draft"]["head"]["draft"], "open": false});
    let saved = yard.bench.call("draft_sheet", sheet).await;
    let pdf = std::fs::read(yard.folder.path().join(saved["file"].as_str().unwrap())).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    // One barcode of a tag has some fifty bars, each a rectangle; what they say is read in the sheet's own tests.
    let bars = String::from_utf8_lossy(&pdf).matches(" re\n").count();
    assert!((40..80).contains(&bars), "the one package has its barcode: {bars} bars");
    let open = json!({"request_id": "print", "draft": made["draft"]["head"]["draft"], "open": true});
    yard.bench.call("draft_sheet", open).await;
    let opened = yard.bench.host.opened.lock().unwrap().clone();
    assert!(opened.len() == 1 && opened[0].starts_with(yard.folder.path()), "{opened:?}");
    yard.bench.desk.stop().await;
}
