//! `cargo xtask bench views`: a mirror of 1,000,000 packages, asked as a grid asks it, beside the same statements in
//! bare rusqlite in the same run. Prints medians and 99th percentiles, ratios, and the budgets of the design; with
//! `--check` a missed budget makes it fail. The mirror is built once and kept under `target/`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use clap::Parser;
use jiff::Timestamp;
use mirror::view::{Collection, PackageTab, SortKey, View, ViewSpec};
use mirror::{Interrupt, Mirror, PackageList, PageWrite, Records};
use rules::Tag;
use rusqlite::Connection;
use trackside_tests::measured::{COUNT_CPU, Report, Times, ms, resident, size};
use trackside_tests::million::{Rng, Words, build, folder, grower, package, retailer};

#[derive(Parser)]
struct Options {
    /// Packages in the mirror.
    #[arg(long, default_value_t = 1_000_000)]
    packages: u64,
    /// Exit non-zero where a budget is missed.
    #[arg(long)]
    check: bool,
    /// Count this thread's processor time instead of the clock's: what it takes where other work shares the machine
    /// (Linux only).
    #[arg(long)]
    cpu: bool,
    /// Where the mirror is built and kept.
    #[arg(long)]
    dir: Option<PathBuf>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let packages = options.packages;
    COUNT_CPU.store(options.cpu, Ordering::Relaxed);
    let dir = options.dir.unwrap_or_else(|| folder(packages));
    build(&dir, packages);
    let mut report = Report::default();
    // Into the system's cache: a person's mirror was written or read a moment ago.
    let warm =
        std::fs::File::open(dir.join("mirror.db")).and_then(|mut file| std::io::copy(&mut file, &mut std::io::sink()));
    warm.expect("the mirror's file");
    let resting = resident();
    let opened = Instant::now();
    let mirror = Mirror::open(&dir).expect("the mirror opens").mirror;
    let bare = bare(&dir);
    report.line(&format!("{packages} packages, {} on disk, opened in {:?}", size(&dir), opened.elapsed()));
    windows(&mirror, &bare, &mut report);
    sorts(&mirror, &bare, &mut report);
    typing(&dir, &bare, &mut report);
    unprepared(&mirror, &mut report);
    totals(&mirror, &bare, &mut report);
    counts(&mirror, &bare, &mut report);
    facts(&mirror, packages, &mut report);
    pages(&mirror, packages, &mut report);
    report.line(&format!("resident: {resting} MiB before, {} MiB after", resident()));
    if options.check && report.missed > 0 {
        eprintln!("{} budgets missed", report.missed);
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

// ---- what is asked

/// 100 rows anywhere, against one prepared statement by id in bare rusqlite.
fn windows(mirror: &Mirror, bare: &Connection, report: &mut Report) {
    let view = open(mirror, &spec());
    let mut rng = Rng(7);
    let mut ours = Times::default();
    let mut theirs = Times::default();
    let ids = ordered(bare, "last_modified DESC, license_id DESC, id DESC");
    let mut statement = bare.prepare(ROW_BY_ID).expect("the row statement");
    // Other windows for each, and each first in turn: who comes second finds the disk's pages read.
    let mut from = || rng.below(view.len().saturating_sub(100).max(1));
    for round in 0..4_000 {
        let from = from();
        if round % 2 == 0 {
            let rows = ours.of(|| mirror.package_rows(&view, from, from + 100).expect("rows"));
            assert_eq!(rows.first().and_then(|row| row.as_ref()).map(|row| row.row), ids.get(from).copied());
        } else {
            let window = &ids[from..(from + 100).min(ids.len())];
            theirs.of(|| {
                let rows = window.iter().map(|id| statement.query_row([id], bare_row));
                rows.collect::<Result<Vec<_>, _>>().expect("rows")
            });
        }
    }
    report.beside("view_rows, 100 rows anywhere", &ours, &theirs);
    report.ratio("view_rows p99 to bare", ours.p99(), theirs.p99(), 2.0);
    report.budget("view_rows p99", ours.p99(), Duration::from_millis(5));
}

/// Every indexed column, both ways, for one license and for both.
fn sorts(mirror: &Mirror, bare: &Connection, report: &mut Report) {
    let columns = ["tag", "item", "category", "item_strain", "location", "quantity", "lab_testing", "packaged_date"];
    let mut worst = Duration::ZERO;
    for licenses in [vec![retailer(), grower()], vec![retailer()]] {
        for column in columns {
            let (mut ours, mut theirs) = (Times::default(), Times::default());
            for round in 0..3 {
                // Both ways in turn, so that no answer is left from the one before.
                for descending in [round % 2 == 0, round % 2 != 0] {
                    let sort = vec![SortKey { column: column.to_owned(), descending }];
                    let asked = ViewSpec { sort, licenses: licenses.clone(), ..spec() };
                    ours.of(|| open(mirror, &asked));
                }
                theirs.of(|| ordered(bare, &format!("{column}, license_id, id")));
            }
            worst = worst.max(ours.median());
            report.beside(&format!("open_view by {column}, {} licenses", licenses.len()), &ours, &theirs);
        }
    }
    report.budget("open_view by an indexed column, worst median", worst, Duration::from_millis(150));
    let sort = ["category", "quantity"].map(|column| SortKey { column: column.to_owned(), descending: false });
    let mut unindexed = Times::default();
    unindexed.of(|| open(mirror, &ViewSpec { sort: sort.to_vec(), ..spec() }));
    report.line(&format!("open_view by category and quantity, no index: {:?}", unindexed.median()));
}

/// Each letter of a search as it is typed, up to its first 100 rows, against the bare full-text query. Every round
/// begins with a mirror that was just opened: what an earlier round found is not remembered.
fn typing(dir: &Path, bare: &Connection, report: &mut Report) {
    let typed = [
        "flower",
        "blue dream",
        "1A4060300002199000012345",
        "012345",
        "vault 12",
        "og kush 3g",
        "C11-0000007",
        "2024-07 F33",
        "nothing like it",
    ];
    let mut worst = Duration::ZERO;
    for text in typed {
        let mut letters: Vec<(Times, usize)> = (0..text.len()).map(|_| (Times::default(), 0)).collect();
        for _ in 0..5 {
            let mirror = Mirror::open(dir).expect("the mirror opens").mirror;
            open(&mirror, &spec());
            for (end, (times, found)) in (1..).zip(&mut letters) {
                let asked = ViewSpec { search: text[..end].to_owned(), ..spec() };
                *found = times.of(|| {
                    let view = open(&mirror, &asked);
                    mirror.package_rows(&view, 0, 100.min(view.len())).expect("rows");
                    view.len()
                });
            }
        }
        let all = Times(letters.iter().map(|(times, _)| times.median()).collect());
        let slowest = letters.iter().enumerate().max_by_key(|(_, (times, _))| times.median());
        let Some((end, (times, found))) = slowest else { continue };
        worst = worst.max(times.median());
        let phrase = text.split(' ').next().filter(|word| word.len() >= 3).map(|word| format!("\"{word}\""));
        let mut plain = Times::default();
        let mut query = bare
            .prepare("SELECT rowid FROM package_words WHERE package_words MATCH ?1")
            .expect("the full-text statement");
        for phrase in std::iter::repeat_n(phrase, 5).flatten() {
            plain.of(|| {
                let rows = query.query_map([&phrase], |row| row.get(0)).expect("rows");
                rows.collect::<Result<Vec<i64>, _>>().expect("ids")
            });
        }
        report.line(&format!(
            "search “{text}” as typed: median letter {}, slowest “{}” {} ({found} rows); bare full text of its first word {}",
            ms(all.median()),
            &text[..=end],
            ms(times.median()),
            ms(plain.median()),
        ));
    }
    report.budget("search as typed to first rows, slowest letter's median", worst, Duration::from_millis(100));
}

/// A search that comes together with an order that is not kept, as while sync writes.
fn unprepared(mirror: &Mirror, report: &mut Report) {
    let mut cold = Times::default();
    for (column, word) in [("tag", "flower"), ("item", "flower"), ("location", "kush"), ("quantity", "flower")] {
        let sort = vec![SortKey { column: column.to_owned(), descending: false }];
        cold.of(|| open(mirror, &ViewSpec { sort, search: word.to_owned(), ..spec() }));
    }
    report.line(&format!("search together with a new sort: median {}, worst {}", ms(cold.median()), ms(cold.p99())));
}

fn totals(mirror: &Mirror, bare: &Connection, report: &mut Report) {
    let view = open(mirror, &spec());
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for _ in 0..5 {
        ours.of(|| mirror.totals(&view).expect("totals"));
        theirs.of(|| {
            let sql = "SELECT unit, sum(quantity), count(*) FROM package WHERE list = 1 GROUP BY unit";
            let mut query = bare.prepare(sql).expect("the totals statement");
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
            rows.collect::<Result<Vec<(String, i64, i64)>, _>>().expect("totals")
        });
    }
    report.beside("totals by unit", &ours, &theirs);
}

/// How many rows each list has, as the tabs say: each list alone is what bare SQL counts.
fn counts(mirror: &Mirror, bare: &Connection, report: &mut Report) {
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for _ in 0..20 {
        ours.of(|| mirror.list_counts(&[retailer()]).expect("counts"));
        theirs
            .of(|| bare.query_row("SELECT count(*) FROM package", [], |row| row.get::<_, i64>(0)).expect("the count"));
    }
    report.beside("rows of every list", &ours, &theirs);
    report.budget("rows of every list, median", ours.median(), Duration::from_millis(50));
}

/// The facts of 200 tags at once, as the lines of a transfer ask for them.
fn facts(mirror: &Mirror, packages: u64, report: &mut Report) {
    let mut rng = Rng(11);
    let mut times = Times::default();
    for round in 0..200 {
        // Every tenth tag is in nobody's books.
        let number =
            |rng: &mut Rng, at: usize| if at % 10 == 9 { 999_999_000 + at } else { 1 + rng.below(packages as usize) };
        let tags: Vec<Tag> =
            (0..200).map(|at| Tag::from_state(format!("1A4060300002199{:09}", number(&mut rng, at)))).collect();
        let found = times.of(|| mirror.package_facts(&retailer(), &tags).expect("facts"));
        assert!(round > 0 || found.iter().flatten().count() > 80, "most tags are the retailer's");
    }
    let (median, p99) = (times.median(), times.p99());
    report.line(&format!("facts of 200 tags, found and not: p50 {} p99 {}", ms(median), ms(p99)));
    report.budget("facts of 200 tags, median", median, Duration::from_millis(10));
}

/// Pages of 20 packages as sync stores them, each with its cursor in one transaction: changed ones, then unchanged.
fn pages(mirror: &Mirror, packages: u64, report: &mut Report) {
    let words = Words::new();
    let mut rng = Rng(Timestamp::now().as_second().unsigned_abs());
    let (mut changed, mut unchanged) = (Times::default(), Times::default());
    for _ in 0..200 {
        // Each first 2,000 of 8,000 are the retailer's.
        let number = |rng: &mut Rng| 8_000 * rng.below((packages as usize / 8_000).max(1)) + rng.below(2_000) + 1;
        let mut rows: Vec<_> = (0..20).map(|_| package(number(&mut rng) as u64, &words, &mut rng)).collect();
        for row in &mut rows {
            row.last_modified = Some(Timestamp::now());
        }
        let page = PageWrite {
            license: retailer(),
            stream: "bench".to_owned(),
            records: Records::Packages { list: PackageList::Active, rows },
            cursor: Some("here".to_owned()),
            sweep: None,
            at: Timestamp::UNIX_EPOCH,
        };
        changed.of(|| mirror.store_page(page.clone()).expect("stored"));
        unchanged.of(|| mirror.store_page(page).expect("stored"));
    }
    report.line(&format!(
        "store a page of 20: changed packages p50 {} p99 {}, unchanged p50 {} p99 {}",
        ms(changed.median()),
        ms(changed.p99()),
        ms(unchanged.median()),
        ms(unchanged.p99())
    ));
}

fn open(mirror: &Mirror, spec: &ViewSpec) -> View {
    mirror.open_view(spec, &Interrupt::new()).expect("the view opens")
}

fn spec() -> ViewSpec {
    ViewSpec {
        collection: Collection::Packages,
        tab: Some(PackageTab::Active),
        licenses: vec![retailer(), grower()],
        search: String::new(),
        filters: Vec::new(),
        sort: Vec::new(),
    }
}

// ---- bare rusqlite

const ROW_BY_ID: &str = "
SELECT p.id, l.number, p.package_id, p.tag, p.source_harvests, p.source_packages, p.location, p.item, p.category,
    p.item_strain, p.quantity, p.quantity_exact, p.unit, p.production_batch, p.lab_testing, p.trade_sample, p.donation,
    p.testing_sample, p.hold, p.packaged_date, p.packaged_by, p.received, p.received_from, p.finished, p.manifest, p.note
FROM package p JOIN license l ON l.id = p.license_id WHERE p.id = ?1";

struct BareRow {
    texts: Vec<String>,
    numbers: Vec<i64>,
}

fn bare_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<BareRow> {
    let texts = [1, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 19, 20, 21, 22, 23, 24, 25].map(|column| row.get(column));
    let numbers = [0, 2, 10, 15, 16, 17, 18].map(|column| row.get(column));
    let row = BareRow {
        texts: texts.into_iter().collect::<Result<_, _>>()?,
        numbers: numbers.into_iter().collect::<Result<_, _>>()?,
    };
    assert_eq!(row.texts.len() + row.numbers.len(), 26, "every column was read");
    Ok(row)
}

fn bare(dir: &Path) -> Connection {
    let db = Connection::open(dir.join("mirror.db")).expect("the mirror's file");
    mirror::teach_alike(&db).expect("the mirror's order of texts");
    db.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -8000;").expect("settings");
    db
}

fn ordered(bare: &Connection, order: &str) -> Vec<i64> {
    let mut query = bare.prepare(&format!("SELECT id FROM package WHERE list = 1 ORDER BY {order}")).expect("ordered");
    let rows = query.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("ids")
}
