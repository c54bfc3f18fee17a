//! A disk that is full when a test says so. The test runs in a process of its own, once on a small file system that is
//! really full (ENOSPC), once under a limit on the size of files (EFBIG). Where the system offers one of them not, that one
//! is skipped in words. Shared with the outbox's tests.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tell::skipped;

/// Which test's process this is, and where its disk is.
const HERE: &str = "TRACKSIDE_TEST_SMALL_DISK";

/// Mounts the disk where only this process and its children see it, then becomes the test.
const MOUNTED: &str = r#"mount -t tmpfs -o size=8m tmpfs "$1" && exec "$2" --exact --nocapture "$3""#;

/// A write beyond the limit is to be an error, not the end of the process.
const LIMITED: &str = r#"trap "" XFSZ; exec "$2" --exact --nocapture "$3""#;

/// The disk, inside the test's own process.
pub enum SmallDisk {
    /// A file system of eight megabytes.
    Mounted(PathBuf),
    /// Any file system, with a limit on the size of files.
    Limited(PathBuf),
}

impl SmallDisk {
    /// The disk, in the process that is to use it. Elsewhere the test is run in such processes, and there is none.
    pub fn for_test(test: &str) -> Option<Self> {
        if let Ok(here) = std::env::var(HERE) {
            let (kind, path) = here.split_once(':').unwrap();
            return Some(if kind == "mounted" { Self::Mounted(path.into()) } else { Self::Limited(path.into()) });
        }
        let mounts = works(Command::new("unshare").args(["-Urm", "true"]));
        let limits = works(Command::new("prlimit").arg("--fsize"));
        if mounts {
            run("mounted", &["unshare", "-Urm", "sh", "-c", MOUNTED], test);
        } else {
            skipped("no small disk can be mounted here");
        }
        if limits {
            run("limited", &["sh", "-c", LIMITED], test);
        } else {
            skipped("the size of files cannot be limited here");
        }
        None
    }

    /// Where the ledger is to be.
    pub fn path(&self) -> &Path {
        match self {
            Self::Mounted(path) | Self::Limited(path) => path,
        }
    }

    /// From now on nothing more fits into the ledger of this folder of the disk.
    pub fn fill(&self, folder: &Path) {
        match self {
            Self::Mounted(path) => {
                let mut filler = File::options().create(true).append(true).open(path.join("filler")).unwrap();
                while filler.write_all(&[7; 4096]).is_ok() {}
            }
            Self::Limited(_) => {
                let journal = std::fs::metadata(folder.join("ledger.db-wal")).map_or(0, |journal| journal.len());
                limit(&journal.to_string());
            }
        }
    }

    /// There is room again.
    pub fn free(&self) {
        match self {
            // Nothing is there where it was not full.
            Self::Mounted(path) => drop(std::fs::remove_file(path.join("filler"))),
            Self::Limited(_) => limit("unlimited"),
        }
    }
}

fn limit(soft: &str) {
    let pid = std::process::id().to_string();
    let done = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={soft}:unlimited")]).status();
    assert!(done.unwrap().success(), "the size of files is limited to {soft}");
}

fn works(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    cfg!(target_os = "linux") && quiet.status().is_ok_and(|status| status.success())
}

fn run(kind: &str, program: &[&str], test: &str) {
    let dir = tempfile::tempdir().unwrap();
    let done = Command::new(program[0])
        .args(&program[1..])
        .arg("sh")
        .arg(dir.path())
        .arg(std::env::current_exe().unwrap())
        .arg(test)
        .env(HERE, format!("{kind}:{}", dir.path().display()))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && said.contains("1 passed"),
        "{kind}: {said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
