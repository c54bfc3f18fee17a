//! The page's packages and its build, each done only when it is out of date.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::command::{Call, Outcome, Problem};
use crate::root;
use crate::say;

/// Installs the page's packages and builds the page, where either is out of date.
pub fn ready() -> Outcome<()> {
    packages(&root::ui(), "the page")?;
    build()
}

/// Installs the journeys' packages where they are out of date.
pub fn packages_of_journeys() -> Outcome<()> {
    packages(&root::journeys(), "the journeys")
}

/// Installs the packages that `folder`'s lock names, when the lock is newer than what npm noted it installed.
pub fn packages(folder: &Path, whose: &str) -> Outcome<()> {
    let lock = modified(&folder.join("package-lock.json"))
        .ok_or_else(|| Problem::new(format!("{} has no package-lock.json", folder.display())))?;
    let installed = modified(&folder.join("node_modules").join(".package-lock.json"));
    if installed.is_some_and(|installed| installed >= lock) {
        return Ok(());
    }
    say::step(&format!("installing the packages of {whose} (npm ci)"));
    Call::npm(folder).args(["ci", "--no-audit", "--no-fund"]).run()
}

/// Builds the page when one of its sources is newer than the last build.
///
/// The build leaves its own mark: the shell puts a page of one sentence in `dist` where it finds none, and that page is
/// newer than every source.
pub fn build() -> Outcome<()> {
    let mark = root::ui().join("node_modules").join(".trackside-built");
    let page = root::ui().join("dist").join("index.html");
    let changed = newest(&root::ui())?;
    if page.is_file() && modified(&mark).is_some_and(|built| built >= changed) {
        say::step("the page is up to date");
        return Ok(());
    }
    say::step("building the page (npm run build)");
    // Taken before the build, so that a source saved while it runs counts as newer.
    let begun = SystemTime::now();
    Call::npm(&root::ui()).args(["run", "build"]).run()?;
    let marked = fs::File::create(&mark).and_then(|file| file.set_modified(begun));
    marked.map_err(|error| format!("{} cannot be written: {error}", mark.display()).into())
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|facts| facts.modified()).ok()
}

/// The newest change among a folder's own files: not what it produces, not what npm brings.
fn newest(folder: &Path) -> Outcome<SystemTime> {
    let unreadable = |error| Problem::new(format!("{} cannot be read: {error}", folder.display()));
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        let kind = entry.file_type().map_err(unreadable)?;
        let when = if kind.is_dir() {
            self::newest(&entry.path())?
        } else {
            entry.metadata().and_then(|facts| facts.modified()).map_err(unreadable)?
        };
        newest = newest.max(when);
    }
    Ok(newest)
}
