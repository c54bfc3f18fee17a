//! Damaged and newer files, a full disk, a kill in the middle of writing.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use mirror::{Interrupt, Mirror, MirrorError, PackageList, Records};
use tempfile::TempDir;

use crate::common::*;

fn file(dir: &TempDir) -> PathBuf {
    dir.path().join("mirror.db")
}

fn filled() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, (1..=2_000).map(package).collect());
    dir
}

fn overwrite(dir: &TempDir, from: u64, bytes: usize) {
    let mut open = fs::File::options().write(true).open(file(dir)).unwrap();
    open.seek(SeekFrom::Start(from)).unwrap();
    open.write_all(&vec![0xA5; bytes]).unwrap();
}

#[test]
fn a_damaged_file_is_moved_aside_and_an_empty_mirror_begun() {
    type Damage = fn(&TempDir);
    let damages: [(&str, Damage); 4] = [
        ("garbage for a header", |dir| overwrite(dir, 0, 100)),
        ("cut off", |dir| {
            let half = fs::metadata(file(dir)).unwrap().len() / 2;
            fs::File::options().write(true).open(file(dir)).unwrap().set_len(half).unwrap();
        }),
        ("garbage pages", |dir| overwrite(dir, 40 * 4_096, 8 * 4_096)),
        ("no database at all", |dir| fs::write(file(dir), b"not a database").unwrap()),
    ];
    for (what, damage) in damages {
        let dir = filled();
        damage(&dir);
        let damaged = fs::read(file(&dir)).unwrap();
        let opened = Mirror::open(dir.path()).unwrap();
        let aside = opened.rebuilt_from.expect(what);
        assert_eq!(fs::read(aside).unwrap(), damaged, "{what}: kept as it was");
        assert!(ids(&opened.mirror, &active(&[retailer()])).is_empty(), "{what}");
        store(&opened.mirror, &retailer(), PackageList::Active, vec![package(1)]);
        drop(opened.mirror);
        assert!(Mirror::open(dir.path()).unwrap().rebuilt_from.is_none(), "{what}: once");
    }
}

#[test]
fn damage_that_a_read_meets_is_said_and_mended_by_opening_anew() {
    let dir = filled();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let length = fs::metadata(file(&dir)).unwrap().len();
    overwrite(&dir, 4 * 4_096, usize::try_from(length).unwrap() - 4 * 4_096);
    let met = mirror.open_view(&active(&[retailer()]), &Interrupt::new()).err().unwrap();
    assert!(matches!(&met, MirrorError::Damaged { path } if *path == file(&dir)), "{met}");
    let again = mirror.store_page(page(&retailer(), Records::None)).err().unwrap();
    assert!(matches!(again, MirrorError::Damaged { .. }), "nothing more is asked of it: {again}");
    let opened = Mirror::open(dir.path()).unwrap();
    assert!(opened.rebuilt_from.is_some(), "also while the old one is not yet let go");
    drop(mirror);
    store(&opened.mirror, &retailer(), PackageList::Active, vec![package(1)]);
    assert_eq!(ids(&opened.mirror, &active(&[retailer()])), [1]);
}

#[test]
fn a_newer_file_is_refused_and_left_untouched() {
    let dir = filled();
    let db = rusqlite::Connection::open(file(&dir)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.close().unwrap();
    let before = fs::read(file(&dir)).unwrap();
    let refused = Mirror::open(dir.path()).err().unwrap();
    assert!(matches!(refused, MirrorError::NewerVersion { found: 99, .. }), "{refused}");
    assert_eq!(fs::read(file(&dir)).unwrap(), before);
}

#[test]
fn a_full_disk_takes_a_page_whole_or_not_at_all() {
    let dir = filled();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    mirror.limit_size(1).unwrap();
    let mut stored = 2_000;
    let mut cursor = None;
    let refused = loop {
        let rows = (stored + 1..=stored + 20).map(package).collect();
        let mut write = page(&retailer(), Records::Packages { list: PackageList::Active, rows });
        write.cursor = Some(stored.to_string());
        match mirror.store_page(write) {
            Ok(_) => (stored, cursor) = (stored + 20, Some(stored.to_string())),
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, MirrorError::DiskFull) && refused.is_passing(), "{refused}");
    let view = open(&mirror, &active(&[retailer()]));
    assert_eq!(i64::try_from(view.len()).unwrap(), stored, "nothing of the refused page is there");
    assert_eq!(mirror.cursor(&retailer(), "packages").unwrap(), cursor, "nor its cursor");
    mirror.limit_size(1 << 40).unwrap();
    store(&mirror, &retailer(), PackageList::Active, (stored + 1..=stored + 20).map(package).collect());
}

/// Where this test's own second process finds the folder to write to.
const FOLDER: &str = "TRACKSIDE_TEST_MIRROR_FOLDER";

/// Also the second process: writes pages of twenty until it is killed, and tells each when it is stored.
#[test]
fn a_kill_in_the_middle_of_writing_leaves_whole_pages() {
    if let Ok(folder) = env::var(FOLDER) {
        let mirror = Mirror::open(folder.as_ref()).unwrap().mirror;
        for number in 0.. {
            let rows = (number * 20 + 1..=number * 20 + 20).map(package).collect();
            let mut write = page(&retailer(), Records::Packages { list: PackageList::Active, rows });
            write.cursor = Some((number + 1).to_string());
            mirror.store_page(write).unwrap();
            println!("\nstored {}", number + 1);
        }
    }
    for pages in [1, 7, 40] {
        let dir = tempfile::tempdir().unwrap();
        let mut writing = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--nocapture", "faults::a_kill_in_the_middle_of_writing_leaves_whole_pages"])
            .env(FOLDER, dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let wanted = format!("stored {pages}");
        assert!(BufReader::new(writing.stdout.take().unwrap()).lines().any(|line| line.unwrap() == wanted));
        writing.kill().unwrap();
        writing.wait().unwrap();
        let opened = Mirror::open(dir.path()).unwrap();
        assert!(opened.rebuilt_from.is_none(), "a kill damages nothing");
        let cursor: i64 = opened.mirror.cursor(&retailer(), "packages").unwrap().unwrap().parse().unwrap();
        assert!(cursor >= pages, "what was told to be stored is there");
        let view = open(&opened.mirror, &active(&[retailer()]));
        assert_eq!(i64::try_from(view.len()).unwrap(), cursor * 20, "records and cursor agree");
    }
}
