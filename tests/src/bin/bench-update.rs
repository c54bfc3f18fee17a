//! `cargo xtask bench update`: a mirror of 1,000,000 packages as an earlier version left it, which lacks a column, opened by
//! this version: how long until it can be used, how long until the column is filled, and what a grid's windows and views
//! take meanwhile beside what they take after it. With `--check` a missed budget makes it fail.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Parser;
use mirror::view::{Collection, PackageTab, SortKey, ViewSpec};
use mirror::{Interrupt, Mirror};
use rusqlite::Connection;
use trackside_tests::measured::{Report, Times};
use trackside_tests::million::{Rng, build, folder, grower, retailer};

/// The whole update.
const UPDATE: Duration = Duration::from_secs(20);

/// A window of rows, and a view by an indexed column (DESIGN section 5).
const WINDOW: Duration = Duration::from_millis(5);
const VIEW: Duration = Duration::from_millis(150);

#[derive(Parser)]
struct Options {
    /// Packages in the mirror.
    #[arg(long, default_value_t = 1_000_000)]
    packages: u64,
    /// Exit non-zero where a budget is missed.
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let whole = folder(options.packages);
    build(&whole, options.packages);
    let dir = whole.with_file_name("bench-update");
    make_older(&whole, &dir);
    let mut report = Report::default();

    let begun = Instant::now();
    let mirror = Mirror::open(&dir).expect("the older mirror opens").mirror;
    let opened = begun.elapsed();
    let done = AtomicBool::new(false);
    let (meanwhile, filled) = std::thread::scope(|scope| {
        let filling = scope.spawn(|| {
            while mirror.fill_new_columns().expect("filled") {}
            done.store(true, Ordering::SeqCst);
            begun.elapsed()
        });
        let meanwhile = looked_at(&mirror, || !done.load(Ordering::SeqCst));
        (meanwhile, filling.join().expect("the filling ends"))
    });
    assert!(blank(&mirror, options.packages) < options.packages as usize / 4, "the column is filled");
    let mut rounds = 0..60;
    let after = looked_at(&mirror, || rounds.next().is_some());

    report.line(&format!("{} packages: usable after {opened:.2?}, filled after {filled:.2?}", options.packages));
    report.line(
        "windows of 100 rows, and views by an indexed column, while it is filled; the same after it stands as “bare”:",
    );
    report.beside("window", &meanwhile.0, &after.0);
    report.beside("view", &meanwhile.1, &after.1);
    report.budget("the whole update", filled, UPDATE);
    report.budget("a window meanwhile, p99", meanwhile.0.p99(), WINDOW);
    report.budget("a view meanwhile, median", meanwhile.1.median(), VIEW);
    drop(mirror);
    drop(std::fs::remove_dir_all(&dir));
    if options.check && report.missed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The same mirror as the version before the column left it.
fn make_older(whole: &Path, dir: &PathBuf) {
    drop(std::fs::remove_dir_all(dir));
    std::fs::create_dir_all(dir).expect("a folder");
    std::fs::copy(whole.join("mirror.db"), dir.join("mirror.db")).expect("a copy");
    let db = Connection::open(dir.join("mirror.db")).expect("the copy");
    mirror::teach_alike(&db).expect("the mirror's order of texts");
    db.execute_batch(
        "ALTER TABLE package DROP COLUMN expiration; DROP TABLE filling;
         PRAGMA user_version = 10; PRAGMA wal_checkpoint(TRUNCATE);",
    )
    .expect("the format before");
}

/// What a person does with a grid, as long as asked for: windows and views in turn.
fn looked_at(mirror: &Mirror, mut more: impl FnMut() -> bool) -> (Times, Times) {
    let (mut windows, mut views) = (Times::default(), Times::default());
    let mut rng = Rng(7);
    // In turn, since the order asked for last is kept.
    for column in ["item", "category"].into_iter().cycle() {
        if !more() {
            break;
        }
        let view = views.of(|| mirror.open_view(&spec(column), &Interrupt::new()).expect("a view"));
        for _ in 0..20 {
            let from = rng.below(view.len() - 100);
            windows.of(|| mirror.package_rows(&view, from, from + 100).expect("rows"));
        }
    }
    (windows, views)
}

/// How many packages have no day in the column.
fn blank(mirror: &Mirror, packages: u64) -> usize {
    let view = mirror.open_view(&spec("expiration"), &Interrupt::new()).expect("a view");
    assert_eq!(view.len() as u64, packages);
    let day = |at: usize| {
        let rows = mirror.package_rows(&view, at, at + 1).expect("a row");
        rows.into_iter().flatten().next().expect("the row").expiration
    };
    // Blank comes first.
    let (mut low, mut high) = (0, view.len());
    while low < high {
        let middle = low.midpoint(high);
        if day(middle).is_empty() { low = middle + 1 } else { high = middle }
    }
    low
}

fn spec(column: &str) -> ViewSpec {
    ViewSpec {
        collection: Collection::Packages,
        tab: Some(PackageTab::Active),
        licenses: vec![retailer(), grower()],
        search: String::new(),
        filters: Vec::new(),
        sort: vec![SortKey { column: column.to_owned(), descending: false }],
    }
}
