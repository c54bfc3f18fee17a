//! One process owns the folder.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use ledger::{Ledger, LedgerError};

use crate::open;

/// Where this test's own second process finds the folder to take.
const FOLDER: &str = "TRACKSIDE_TEST_LEDGER_FOLDER";

#[test]
fn a_second_handle_is_told_who_has_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let first = open(&dir);
    let refused = Ledger::open(dir.path()).err().unwrap();
    let LedgerError::InUse { holder } = &refused else { panic!("{refused}") };
    assert_eq!(holder.pid, std::process::id());
    let told = refused.to_string();
    assert!(told.contains("since ") && [" AM", " PM"].iter().any(|half| told.contains(half)), "{refused}");
    let clone = first.clone();
    drop(first);
    assert!(Ledger::open(dir.path()).is_err(), "a clone still has it");
    drop(clone);
    assert!(Ledger::open(dir.path()).is_ok(), "the last one let go of it");
}

#[test]
fn who_has_the_folder_is_only_words_and_keeps_nobody_out() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("trackside.holder")).unwrap();
    assert!(Ledger::open(dir.path()).is_ok(), "as on a disk that has no room for them");
}

/// Also the second process: this test's program started again with [`FOLDER`] set, which takes the folder, says so,
/// and keeps it until its input ends.
#[test]
fn a_second_process_is_told_who_has_the_folder_and_gets_it_when_that_is_killed() {
    if let Ok(folder) = env::var(FOLDER) {
        let _ledger = Ledger::open(folder.as_ref()).unwrap().ledger;
        std::io::stdout().write_all(b"\ntaken\n").unwrap();
        std::io::stdin().read_line(&mut String::new()).unwrap();
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let mut other = Command::new(env::current_exe().unwrap())
        .args(["--exact", "--nocapture"])
        .arg("owning::a_second_process_is_told_who_has_the_folder_and_gets_it_when_that_is_killed")
        .env(FOLDER, dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let taken = BufReader::new(other.stdout.take().unwrap()).lines().any(|line| line.unwrap() == "taken");
    assert!(taken, "the other process has the folder");
    let refused = Ledger::open(dir.path()).err().unwrap();
    let LedgerError::InUse { holder } = &refused else { panic!("{refused}") };
    assert_eq!(holder.pid, other.id());
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(Ledger::open(dir.path()).is_ok(), "a killed process leaves no lock behind");
}
