//! Starts that fail, starts that find something amiss, and what the next one makes of it.

use std::path::{Path, PathBuf};

use desk::contract::ErrorCode;
use serde_json::json;

use crate::{Shop, adjust, quick, try_open};

/// The ledger's file, changed by another hand.
fn in_ledger(folder: &Path, sql: &str) {
    rusqlite::Connection::open(folder.join("ledger.db")).unwrap().execute_batch(sql).unwrap();
}

fn copies(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join("ledger-copies")).unwrap();
    let mut copies: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    copies.sort();
    copies
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_waits_for_a_trackside_that_is_just_ending() {
    let shop = Shop::new(0).await;
    let Shop { bench, state, keys, folder, timing, clock, .. } = shop;
    bench.desk.stop().await;
    drop(bench);
    let ending = ledger::Ledger::open(folder.path()).unwrap();
    let ends = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        drop(ending);
    };
    let (bench, ()) = tokio::join!(try_open(folder.path(), &keys, &state, &timing, &clock), ends);
    bench.unwrap_or_else(|fault| panic!("{fault:?}")).desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_that_fails_lets_go_of_the_folder_for_the_next_try_of_the_same_process() {
    let shop = Shop::new(0).await;
    let Shop { bench, state, keys, folder, timing, clock, .. } = shop;
    bench.desk.stop().await;
    drop(bench);
    in_ledger(folder.path(), "ALTER TABLE hold RENAME TO away;");
    let failed = try_open(folder.path(), &keys, &state, &timing, &clock).await.err().unwrap();
    assert_ne!(failed.code, ErrorCode::FolderInUse, "{failed:?}");
    in_ledger(folder.path(), "ALTER TABLE away RENAME TO hold;");
    let bench =
        try_open(folder.path(), &keys, &state, &timing, &clock).await.unwrap_or_else(|fault| panic!("{fault:?}"));
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn starts_without_news_leave_the_copies_alone() {
    let mut shop = Shop::new(0).await;
    // One start to copy what connecting left, which is over when that ends, and one more than there are copies.
    shop = shop.restart().await.restart().await;
    let before = copies(shop.folder.path());
    for _ in 0..6 {
        shop = shop.restart().await;
    }
    assert_eq!(copies(shop.folder.path()), before);
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_safety_copy_that_cannot_be_made_is_said_and_keeps_nobody_from_working() {
    let shop = Shop::new(0).await;
    // A file stands where the folder of copies would be: on any system, nothing can be copied into it.
    let folder = shop.folder.path().join("ledger-copies");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::write(&folder, b"").unwrap();
    let shop = shop.restart().await;
    // The start does not wait for the copy; what came of it is told.
    let told = async {
        loop {
            let snapshot = shop.bench.call("app_snapshot", json!({})).await;
            if snapshot["notices"] != json!([]) {
                return snapshot;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let snapshot = tokio::time::timeout(std::time::Duration::from_secs(60), told).await.unwrap();
    let said = snapshot["notices"][0]["message"].as_str().unwrap_or_default();
    assert!(said.contains("safety copy") && said.contains("nothing is lost"), "{snapshot:#}");
    assert!(!shop.rows().await.is_empty(), "and everything is there");
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outbox_that_cannot_begin_is_begun_again_by_itself_and_said_meanwhile() {
    let shop = Shop::with(0, 1, quick()).await;
    let rows = shop.some(1, false).await;
    shop.go_dark().await;
    shop.queue("q", &rows, adjust("-1")).await;
    let Shop { bench, state, keys, folder, timing, license, unit, clock } = shop;
    bench.desk.stop().await;
    drop(bench);
    state.control().set_dark(false);
    // What a start finds can be read and not written: as an outbox finds a disk that is full.
    in_ledger(
        folder.path(),
        "UPDATE intent SET progress = json_set(progress, '$.state', 'sending'), state = 'sending';
         CREATE TRIGGER full BEFORE UPDATE ON intent BEGIN SELECT RAISE(FAIL, 'no room'); END;",
    );
    let bench =
        try_open(folder.path(), &keys, &state, &timing, &clock).await.unwrap_or_else(|fault| panic!("{fault:?}"));
    let shop = Shop { bench, state, keys, folder, timing, license, unit, clock };
    assert!(!shop.rows().await.is_empty(), "the start went on: the copy is there to be read");
    let snapshot = shop.bench.call("app_snapshot", json!({})).await;
    let notices = snapshot["notices"].to_string();
    assert!(notices.contains("Reports cannot leave this computer") && notices.contains("tries again"), "{notices}");
    let held = snapshot["outbox"]["held"]["happened"].as_str().unwrap_or_default();
    assert!(held.contains("Nothing is lost"), "{snapshot:#}");
    let refused = shop.bench.refused("outbox_try", json!({"request_id": "try"})).await;
    assert!(refused.message.contains("cannot leave") && refused.next.contains("by itself"), "{refused:?}");

    in_ledger(shop.folder.path(), "DROP TRIGGER full;");
    shop.until("an outbox that works", |status| status["held"].is_null()).await;
    let snapshot = shop.bench.call("app_snapshot", json!({})).await;
    assert_eq!(snapshot["notices"], json!([]), "what is over is not said any more");
    shop.bench.call("outbox_try", json!({"request_id": "try"})).await;
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn that_a_copy_took_the_ledgers_place_is_not_forgotten_by_a_start_that_fails() {
    let shop = Shop::new(0).await;
    let rows = shop.some(1, false).await;
    shop.go_dark().await;
    shop.queue("q", &rows, adjust("-1")).await;
    // The copy that this start makes has the report as one that waits.
    let shop = shop.restart().await;
    shop.light().await;
    shop.until("the end", |status| status["done"] == 1).await;
    assert_eq!(shop.requests("POST", "/packages/v2/adjust"), 1);
    let Shop { bench, state, keys, folder, timing, license, unit, clock } = shop;
    bench.desk.stop().await;
    drop(bench);

    std::fs::write(folder.path().join("ledger.db"), b"damaged").unwrap();
    let mirror = folder.path().join("mirror.db");
    let newer = |format: i64| {
        let db = rusqlite::Connection::open(&mirror).unwrap();
        let before: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        db.pragma_update(None, "user_version", format).unwrap();
        before
    };
    let known = newer(9_999);
    let failed = try_open(folder.path(), &keys, &state, &timing, &clock).await.err().unwrap();
    assert_eq!(failed.code, ErrorCode::NewerVersion, "the ledger was put back, and then the start failed");
    newer(known);
    let bench =
        try_open(folder.path(), &keys, &state, &timing, &clock).await.unwrap_or_else(|fault| panic!("{fault:?}"));
    let shop = Shop { bench, state, keys, folder, timing, license, unit, clock };
    shop.until("an end or a question", |status| {
        status["waiting"] == 0 && status["sending"] == 0 && status["checking"] == 0
    })
    .await;
    assert_eq!(
        shop.requests("POST", "/packages/v2/adjust"),
        1,
        "what may have been sent is looked for, not sent again"
    );
    shop.bench.desk.stop().await;
}
