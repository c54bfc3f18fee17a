//! Tests that say that they cannot run here (`tell.rs`), read from the file in which they say so.

mod tell;

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

pub use self::tell::TOLD_IN;
use crate::command::{Outcome, Problem};
use crate::root::root;

/// A fresh file for one run of the tests.
pub fn fresh() -> Outcome<PathBuf> {
    let folder = root().join("target");
    let file = folder.join("skipped-tests.txt");
    let made = fs::create_dir_all(folder).and_then(|()| File::create(&file));
    made.map_err(|error| Problem::new(format!("{} cannot be written: {error}", file.display())))?;
    Ok(file)
}

/// Which tests said so, each once: its crate, its name and the reason.
pub fn told(file: &Path) -> Outcome<Vec<String>> {
    let unreadable = |error| Problem::new(format!("{} cannot be read: {error}", file.display()));
    let mut tests: Vec<String> = fs::read_to_string(file).map_err(unreadable)?.lines().map(str::to_owned).collect();
    tests.sort();
    tests.dedup();
    Ok(tests)
}

/// Whether this is the CI machine, which has all that the tests want: there a skipped test fails the whole.
pub fn on_ci() -> bool {
    env::var_os("CI").is_some_and(|value| value == "true")
}

/// A problem where `tests` were skipped `on_ci`. A person's machine may lack what they want.
pub fn allowed(tests: &[String], on_ci: bool) -> Outcome<()> {
    match tests {
        [first, ..] if on_ci => Err(Problem::new(format!(
            "where CI=true no test may be skipped (skipped: {}); the first is {first}. Bring what it \
             wants, or unset CI",
            tests.len()
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Beside the file that the run of these very tests may have.
    const BACK: &str = "TRACKSIDE_TEST_TURNS_BACK";

    #[test]
    fn a_test_that_turns_back_is_read_by_name_and_reason() {
        if env::var_os(BACK).is_some() {
            tell::skipped("as a test");
            tell::skipped("as a test");
            return;
        }
        let file = env::temp_dir().join(format!("trackside-skipped-{}", std::process::id()));
        File::create(&file).unwrap();
        let name = "suite::skipped::tests::a_test_that_turns_back_is_read_by_name_and_reason";
        let child = Command::new(env::current_exe().unwrap())
            .args(["--exact", name])
            .env(BACK, "1")
            .env(TOLD_IN, &file)
            .output()
            .unwrap();
        let read = told(&file);
        fs::remove_file(&file).unwrap();
        assert!(child.status.success(), "a test that turns back passes: {child:?}");
        assert_eq!(read.unwrap(), [format!("xtask {name}: as a test")], "it is told once");
        assert!(told(&file).is_err(), "no file is a problem, since every run has one");
    }

    #[test]
    fn only_ci_allows_no_skipped_test() {
        let skipped = ["ledger disk::full: no small disk".to_owned()];
        assert!(allowed(&[], true).is_ok());
        assert!(allowed(&skipped, false).is_ok());
        let problem = allowed(&skipped, true).unwrap_err().to_string();
        assert!(problem.contains("skipped: 1") && problem.contains("ledger disk::full: no small disk"), "{problem}");
    }
}
