//! What must hold whatever is done: keys stay in the keychain, events do not drown the page, a damaged copy mends.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Instant;

use common::{MemoryKeys, keys_of, open, packages, state};
use serde_json::json;

/// Every file below a folder, with what is in it.
fn files(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap_or_default()));
        }
    }
    found
}

fn holds(hay: &[u8], needle: &str) -> bool {
    hay.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_in_no_file_no_answer_and_no_event() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(60).await;
    let keys = state.keys();
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let mut said = String::new();
    let wrong = bench.refused("account_check", keys_of(&keys.software_key, "a-user-key-that-is-wrong")).await;
    said.push_str(&json!(wrong).to_string());
    let pair = keys_of(&keys.software_key, &keys.user_key);
    let checked = bench.call("account_check", pair.clone()).await;
    let licenses: Vec<_> = checked["licenses"].as_array().unwrap().iter().map(|l| l["number"].clone()).collect();
    let connect = json!({"request_id": "c", "keys": pair, "licenses": licenses});
    said.push_str(&bench.call("account_connect", connect).await.to_string());
    said.push_str(&bench.until_up_to_date().await.to_string());
    said.push_str(&bench.call("app_snapshot", json!({})).await.to_string());
    bench.desk.stop().await;
    said.push_str(&json!(*bench.events.lock().unwrap()).to_string());

    for secret in [keys.software_key.as_str(), keys.user_key.as_str(), "a-user-key-that-is-wrong"] {
        assert!(!said.contains(secret), "a key was told to the page");
        for (path, bytes) in files(folder.path()) {
            assert!(!holds(&bytes, secret), "a key is in {}", path.display());
        }
    }
    assert!(files(folder.path()).len() > 2, "the databases were looked into");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_load_does_not_drown_the_page_in_events() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(400).await;
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let keys = state.keys();
    let retailer = state.control().retailer();
    let began = Instant::now();
    let pair = keys_of(&keys.software_key, &keys.user_key);
    bench.call("account_connect", json!({"request_id": "c", "keys": pair, "licenses": [retailer]})).await;
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    let deliveries = |kind: &str| bench.events.lock().unwrap().iter().filter(|e| e["event"] == kind).count();
    let most = began.elapsed().as_millis() as usize / 100 + 2;
    for kind in ["changes", "sync"] {
        let seen = deliveries(kind);
        assert!((1..=most).contains(&seen), "{seen} {kind} events in {:?}; at most {most}", began.elapsed());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_is_damaged_while_the_app_runs_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(400).await;
    let keys = state.keys();
    let retailer = state.control().retailer();
    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let pair = keys_of(&keys.software_key, &keys.user_key);
    bench.call("account_connect", json!({"request_id": "c", "keys": pair, "licenses": [retailer]})).await;
    bench.until_up_to_date().await;
    let whole = bench.call("view_open", packages("active", &[&retailer])).await["rows"].clone();
    bench.desk.stop().await;
    drop(bench);

    // Everything but the header, so that it is found while reading and not at the start.
    let path = folder.path().join("mirror.db");
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    let length = file.metadata().unwrap().len();
    file.seek(SeekFrom::Start(8192)).unwrap();
    file.write_all(&vec![0xA5; usize::try_from(length).unwrap() - 8192]).unwrap();
    drop(file);

    let bench = open(folder.path(), &MemoryKeys::default(), Some(state.base_url())).await.unwrap();
    let pair = keys_of(&keys.software_key, &keys.user_key);
    bench.call("account_connect", json!({"request_id": "again", "keys": pair, "licenses": [retailer]})).await;
    // A read that meets the damage is refused in words; after the rebuilding the same question is answered.
    let began = Instant::now();
    loop {
        let answer = bench.desk.call("view_open", packages("active", &[&retailer])).await;
        if answer.is_ok_and(|opened| opened["rows"] == whole) {
            break;
        }
        assert!(began.elapsed().as_secs() < 60, "the copy was never whole again");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let snapshot = bench.call("app_snapshot", json!({})).await;
    assert!(!snapshot["notices"].as_array().unwrap().is_empty(), "the person is told");
    assert!(
        files(folder.path()).iter().any(|(path, _)| path.to_string_lossy().contains("damaged")),
        "the damaged file is put aside: {:?}",
        files(folder.path()).iter().map(|(path, _)| path.clone()).collect::<Vec<_>>()
    );
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_forgotten_before_a_kill_is_deleted_after_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let state = state(400).await;
    let (keys, retailer) = (MemoryKeys::default(), state.control().retailer());
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    bench.call("account_connect", json!({"request_id": "c", "keys": pair, "licenses": [retailer]})).await;
    bench.until_up_to_date().await;
    let whole = bench.call("view_open", packages("active", &[&retailer])).await["rows"].clone();
    bench.desk.stop().await;
    drop(bench);

    let mirror = mirror::Mirror::open(folder.path()).unwrap().mirror;
    mirror.forget_license(&rules::LicenseNumber::new(&retailer)).unwrap();
    assert!(mirror.clear_forgotten().unwrap(), "killed after the first portion");
    drop(mirror);

    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let left = || {
        let db = rusqlite::Connection::open(folder.path().join("mirror.db")).unwrap();
        db.query_row("SELECT count(*) FROM license WHERE forgotten = 1", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let began = Instant::now();
    while left() > 0 {
        assert!(began.elapsed().as_secs() < 60, "the rest is never deleted");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    bench.until_up_to_date().await;
    let again = bench.call("view_open", packages("active", &[&retailer])).await["rows"].clone();
    assert_eq!(again, whole, "and what is read again beside it stays");

    let account = bench.call("app_snapshot", json!({})).await["accounts"][0]["id"].clone();
    bench.call("account_remove", json!({"request_id": "r", "account": account})).await;
    let gone = bench.call("view_open", packages("active", &[&retailer])).await;
    assert_eq!((&gone["rows"], &gone["of"]), (&json!(0), &json!(0)), "out of sight when the command answers");
    bench.desk.stop().await;
}
