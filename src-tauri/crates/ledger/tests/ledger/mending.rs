//! Copies at each start, a damaged file, a newer file.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;

use ledger::{Ledger, LedgerError, StoredAccount};
use serde_json::json;
use tempfile::TempDir;

use crate::{a_session, layout, noon, open, retailer};

fn copies(dir: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir.path().join("ledger-copies"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn file(dir: &TempDir) -> PathBuf {
    dir.path().join("ledger.db")
}

#[test]
fn five_copies_are_kept_and_none_that_tells_nothing_new() {
    let dir = tempfile::tempdir().unwrap();
    for session in 0..8 {
        a_session(&dir, &format!("session {session}"));
    }
    let expected: Vec<String> = (3..=7).map(|n| format!("ledger-{n:06}.db")).collect();
    assert_eq!(copies(&dir), expected, "the first session found nothing to copy");
    open(&dir);
    open(&dir);
    assert_eq!(copies(&dir).last().unwrap(), "ledger-000008.db", "the second start found nothing new");
}

#[test]
fn a_damaged_ledger_is_kept_and_the_newest_good_copy_takes_its_place() {
    type Damage = fn(&TempDir);
    let damages: [(&str, Damage); 4] = [
        ("garbage for a header", |dir| {
            fs::File::options().write(true).open(file(dir)).unwrap().write_all(&[7; 200]).unwrap();
        }),
        ("cut off in the middle", |dir| {
            let length = fs::metadata(file(dir)).unwrap().len();
            fs::File::options().write(true).open(file(dir)).unwrap().set_len(length / 2).unwrap();
        }),
        ("garbage for a page", |dir| {
            let mut open = fs::File::options().write(true).open(file(dir)).unwrap();
            open.seek(SeekFrom::Start(4096)).unwrap();
            open.write_all(&[7; 4096]).unwrap();
        }),
        ("another program's database", |dir| {
            fs::remove_file(file(dir)).unwrap();
            rusqlite::Connection::open(file(dir)).unwrap().execute_batch("CREATE TABLE theirs (x);").unwrap();
        }),
    ];
    for (what, damage) in damages {
        let dir = tempfile::tempdir().unwrap();
        a_session(&dir, "yesterday");
        a_session(&dir, "today");
        damage(&dir);
        let damaged = fs::read(file(&dir)).unwrap();
        let opened = Ledger::open(dir.path()).unwrap();
        let restored = opened.restored_from.expect(what);
        assert_eq!(layout(&opened.ledger).as_deref(), Some("yesterday"), "{what}: as the last start found it");
        assert!(restored.copy.is_some(), "{what}");
        assert_eq!(fs::read(&restored.damaged).unwrap(), damaged, "{what}: kept to the byte");
        drop(opened.ledger);
        assert!(Ledger::open(dir.path()).unwrap().restored_from.is_none(), "{what}: mended once");
    }
}

#[test]
fn a_damaged_copy_is_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    for layout in ["first", "second", "third"] {
        a_session(&dir, layout);
    }
    let newest = dir.path().join("ledger-copies").join(copies(&dir).last().unwrap());
    fs::write(newest, b"not a database at all, by any means").unwrap();
    fs::write(file(&dir), b"nor this").unwrap();
    let opened = Ledger::open(dir.path()).unwrap();
    assert_eq!(layout(&opened.ledger).as_deref(), Some("first"));
}

#[test]
fn without_a_good_copy_the_ledger_begins_empty_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(file(&dir), b"no ledger").unwrap();
    let opened = Ledger::open(dir.path()).unwrap();
    assert_eq!(opened.restored_from.unwrap().copy, None);
    opened.ledger.layout_put("packages.active", &retailer(), "new").unwrap();
    assert_eq!(layout(&opened.ledger).as_deref(), Some("new"));
}

#[test]
fn a_newer_ledger_is_refused_and_left_untouched() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "today");
    let db = rusqlite::Connection::open(file(&dir)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.close().unwrap();
    let before = fs::read(file(&dir)).unwrap();
    let refused = Ledger::open(dir.path()).err().unwrap();
    assert!(matches!(refused, LedgerError::NewerVersion { found: 99, .. }), "{refused}");
    assert_eq!(fs::read(file(&dir)).unwrap(), before);
}

#[test]
fn starts_that_change_nothing_do_not_push_the_copy_from_before_an_accident_out() {
    let dir = tempfile::tempdir().unwrap();
    let account = StoredAccount { id: "a".to_owned(), body: json!({"licenses": ["C10-0000001-LIC"]}) };
    open(&dir).account_put(&account, noon()).unwrap();
    a_session(&dir, "before the accident");
    a_session(&dir, "after it");
    open(&dir);
    let before = copies(&dir);
    for hour in 1..8 {
        let later = noon() + jiff::SignedDuration::from_hours(hour);
        open(&dir).account_put(&account, later).unwrap();
    }
    assert_eq!(copies(&dir), before, "an account that is remembered as it was is no news");
    a_session(&dir, "news");
    open(&dir);
    assert_ne!(copies(&dir), before, "what is news is copied");
}

#[test]
fn copies_are_compared_by_what_they_hold_and_not_by_their_bytes() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "kept");
    open(&dir);
    let newest = dir.path().join("ledger-copies").join(copies(&dir).last().unwrap());
    // As an encrypted copy would: the same content in other bytes.
    let db = rusqlite::Connection::open(&newest).unwrap();
    db.execute_batch("PRAGMA page_size = 8192; VACUUM;").unwrap();
    db.close().unwrap();
    let before = copies(&dir);
    open(&dir);
    assert_eq!(copies(&dir), before);
}

#[test]
fn a_newest_copy_that_rotted_is_followed_by_a_good_one() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "kept");
    open(&dir);
    let newest = dir.path().join("ledger-copies").join(copies(&dir).last().unwrap());
    // Its head is whole, so that its mark can still be read; its end is not.
    let length = fs::metadata(&newest).unwrap().len();
    let mut rotten = fs::File::options().write(true).open(&newest).unwrap();
    rotten.seek(SeekFrom::Start(length - 4_096)).unwrap();
    rotten.write_all(&[7; 4_096]).unwrap();
    drop(rotten);
    let before = copies(&dir).len();
    open(&dir);
    assert_eq!(copies(&dir).len(), before + 1, "nothing changed, and yet there was no good copy of it");
}

#[test]
fn a_copy_that_cannot_be_made_keeps_nobody_from_working() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "yesterday");
    fs::write(dir.path().join("ledger-copies"), b"a file where the folder should be").unwrap();
    let opened = Ledger::open(dir.path()).unwrap();
    assert!(opened.copying.wait().is_err(), "it is said");
    assert_eq!(layout(&opened.ledger).as_deref(), Some("yesterday"), "and the work is there");
    drop(opened.ledger);
    fs::remove_file(dir.path().join("ledger-copies")).unwrap();
    Ledger::open(dir.path()).unwrap().copying.wait().unwrap();
    assert_eq!(copies(&dir).len(), 1, "the next start makes it");
}

#[test]
fn that_a_copy_took_the_ledgers_place_is_known_until_it_is_taken_up() {
    let dir = tempfile::tempdir().unwrap();
    for layout in ["first", "second"] {
        a_session(&dir, layout);
    }
    assert!(!Ledger::open(dir.path()).unwrap().from_copy);
    fs::write(file(&dir), b"damaged").unwrap();
    let opened = Ledger::open(dir.path()).unwrap();
    assert!(opened.from_copy && opened.restored_from.is_some());
    drop(opened.ledger);
    let again = Ledger::open(dir.path()).unwrap();
    assert!(again.from_copy, "the start that found the damage failed before anything was looked for");
    assert!(again.restored_from.is_none());
    again.ledger.copy_is_taken_up().unwrap();
    drop(again.ledger);
    assert!(!Ledger::open(dir.path()).unwrap().from_copy);
}

#[cfg(unix)]
#[test]
fn a_copy_is_made_of_what_the_start_found_while_the_person_works() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "first");
    a_session(&dir, "second");
    // The newest copy is one on which whoever would read it waits until somebody writes it.
    let newest = dir.path().join("ledger-copies/ledger-000002.db");
    assert!(std::process::Command::new("mkfifo").arg(&newest).status().unwrap().success());
    let opened = Ledger::open(dir.path()).unwrap();
    opened.ledger.layout_put("packages.active", &retailer(), "third").unwrap();
    assert_eq!(layout(&opened.ledger).as_deref(), Some("third"), "nobody waits for the copy");
    assert_eq!(copies(&dir), ["ledger-000001.db", "ledger-000002.db"], "which is not there yet");
    drop(fs::File::options().write(true).open(&newest).unwrap());
    opened.copying.wait().unwrap();
    drop(opened.ledger);
    assert_eq!(copies(&dir).last().unwrap(), "ledger-000003.db");
    fs::remove_file(newest).unwrap();
    fs::write(file(&dir), b"damaged").unwrap();
    assert_eq!(layout(&open(&dir)).as_deref(), Some("second"), "and nothing that came meanwhile is in it");
}

#[test]
fn what_is_moved_forward_is_copied_before_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    a_session(&dir, "of the format before");
    let db = rusqlite::Connection::open(file(&dir)).unwrap();
    db.execute_batch("DROP INDEX request_by_time; PRAGMA user_version = 4;").unwrap();
    db.close().unwrap();
    let format = |path: PathBuf| {
        let db = rusqlite::Connection::open(path).unwrap();
        db.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let opened = Ledger::open(dir.path()).unwrap();
    opened.copying.wait().unwrap();
    assert!(format(file(&dir)) > 4);
    assert_eq!(format(dir.path().join("ledger-copies/ledger-000001.db")), 4);
}
