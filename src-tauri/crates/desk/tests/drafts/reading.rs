//! What people bring: rows of the state's grid, workbooks of several sheets, and drops without a file. What could be meant
//! in two ways is asked, and nothing is added before it is answered.

use rust_xlsxwriter::Workbook;

use super::*;

/// Rows as the state's grid gives them to the clipboard: each has its own tag first and its sources third.
fn grid_rows(own: &[String], sources: &[String]) -> String {
    let mut rows = String::new();
    for (own, source) in own.iter().zip(sources) {
        rows += &format!("{own}\t\t{source}\tVault A\t\tPoppy Pre-Roll 1g\tPre-Roll\tTestPassed\t24\tea\t11/20/2026\n");
    }
    rows
}

/// A workbook with these sheets, chosen by the person.
async fn workbook(yard: &Yard, name: &str, sheets: &[(&str, &[String])]) -> Value {
    let mut book = Workbook::new();
    for (sheet, tags) in sheets {
        let page = book.add_worksheet();
        page.set_name(*sheet).unwrap();
        page.write_string(0, 0, "Tag").unwrap();
        for (row, tag) in (1..).zip(*tags) {
            page.write_string(row, 0, tag).unwrap();
        }
        page.set_hidden(sheet.starts_with("Sept"));
    }
    book.worksheet_from_index(sheets.len() - 1).unwrap().set_active(true);
    let path = yard.folder.path().join(name);
    book.save(&path).unwrap();
    *yard.bench.host.chosen.lock().unwrap() = vec![path];
    let chosen = yard.bench.call("files_choose", json!({"request_id": uuid()})).await;
    json!({"source": "files", "handles": [chosen["files"][0]["handle"]]})
}

async fn add(yard: &Yard, draft: i64, source: &Value, answers: Value) -> Value {
    let add = json!({"request_id": uuid(), "draft": draft, "source": source, "answers": answers});
    yard.bench.call("draft_tags_add", add).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_the_state_s_grid_bring_only_their_own_packages() {
    let yard = Yard::new().await;
    let good = yard.good_tags(4);
    let draft = yard.draft("grid").await;
    let added = yard.paste(draft, "rows", &grid_rows(&good[..2], &good[2..])).await;
    assert_eq!((&added["added"], reasons(&added)), (&json!(2), vec![]), "the sources are active and free, and stay");
    assert_eq!(tags_in(&added["draft"]), good[..2]);
    assert!(added["read_as"].as_str().unwrap().contains("its source packages were not"), "{added:#}");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_be_two_columns_is_asked_and_nothing_is_added_before() {
    let yard = Yard::new().await;
    let good = yard.good_tags(4);
    let draft = yard.draft("asked").await;
    let text = format!("Dream\t{}\t{}\nEmerald\t{}\t{}\n", good[2], good[0], good[3], good[1]);
    let source = json!({"source": "pasted", "text": text});
    let asked = add(&yard, draft, &source, json!([])).await;
    assert_eq!((&asked["added"], &asked["session"]), (&json!(0), &Value::Null), "{asked:#}");
    assert_eq!(tags_in(&yard.open(draft).await), Vec::<String>::new());
    let question = &asked["questions"][0];
    assert_eq!(question["choices"][1]["label"], "Column 3");
    assert_eq!(question["choices"][1]["first"], json!(good[..2]));
    let added = add(&yard, draft, &source, json!([question["choices"][1]["answer"]])).await;
    assert_eq!(tags_in(&added["draft"]), good[..2], "{added:#}");
    assert_eq!((&added["questions"], reasons(&added)), (&json!([]), vec![]));

    let scanned = yard.scan(draft, &text).await;
    assert_eq!((&scanned["added"], reasons(&scanned)), (&json!(0), vec!["file".to_owned()]), "a scanner gives one tag");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_s_visible_sheet_is_read_and_two_are_asked_for() {
    let yard = Yard::new().await;
    let good = yard.good_tags(5);
    let draft = yard.draft("sheets").await;
    let hidden = workbook(&yard, "hidden.xlsx", &[("Sept", &good[..2]), ("Today", &good[2..3])]).await;
    let added = add(&yard, draft, &hidden, json!([])).await;
    assert_eq!(tags_in(&added["draft"]), good[2..3], "{added:#}");
    assert_eq!(added["read_as"], "The sheet \u{201c}Today\u{201d} was read. 1 hidden sheet was not read.");

    let two = workbook(&yard, "week.xlsx", &[("Mon", &good[..2]), ("Tue", &good[3..])]).await;
    let asked = add(&yard, draft, &two, json!([])).await;
    let question = &asked["questions"][0];
    assert_eq!((&asked["added"], &question["file"]), (&json!(0), &json!("week.xlsx")));
    assert_eq!(question["choices"][0]["label"], "Sheet \u{201c}Mon\u{201d}");
    let added = add(&yard, draft, &two, json!([question["choices"][1]["answer"]])).await;
    assert_eq!(tags_in(&added["draft"]), good[2..], "{added:#}");
    let again = add(&yard, draft, &two, json!([question["choices"][1]["answer"]])).await;
    assert_eq!(again["refused"][0]["file"], "week.xlsx, Tue", "a refusal names its sheet");
    assert!(again["seen_before"].as_str().unwrap().starts_with("week.xlsx, Tue was read before"), "{again:#}");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drop_without_a_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    bench.desk.files_dropped(Vec::new());
    let told = bench.events.lock().unwrap().last().cloned().unwrap();
    assert_eq!(told["event"], "no_file_dropped", "{told:#}");
    assert!(told["fault"]["message"].as_str().unwrap().ends_with(" gave no file. Nothing was added."));
    assert_eq!(told["fault"]["next"], "Use Select Files, or save the attachment first.");
    bench.desk.stop().await;
}
