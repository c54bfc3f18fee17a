//! `cargo xtask bench drafts`: a file of 200 tags becomes 200 filled and checked lines, through the desk's own command,
//! with 1,000,000 packages in the mirror; and one field is typed in a draft of 200 lines. Beside it, in the same run,
//! the same file read by the csv crate alone with 200 bare lookups. With `--check` a missed budget makes it fail.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use clap::Parser;
use desk::contract::{DeskEvent, Keychain};
use desk::{Desk, DeskConfig, Host, HostError, KeyStore, KeyStoreError, StoredKeys};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use ledger::{Ledger, StoredAccount};
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value, json};
use trackside_tests::million::{build, folder, retailer, tag};

#[derive(Parser)]
struct Options {
    /// Packages in the mirror.
    #[arg(long, default_value_t = 1_000_000)]
    packages: u64,
    /// Exit non-zero where a budget is missed.
    #[arg(long)]
    check: bool,
}

const TAGS: u64 = 200;
const ROUNDS: u64 = 20;
const DROP: Duration = Duration::from_millis(200);
/// A key pressed is a key painted within a frame of 16 ms; half of that is the desk's.
const KEY: Duration = Duration::from_millis(8);

/// The license is one of the person's, whose keys are not at hand: nothing is asked of any state.
fn connect(dir: &Path) {
    let license = json!({"number": retailer(), "name": "Harbor Street Collective", "license_type": "", "chosen": false,
        "can_test": false, "can_grow": false, "can_sell": true});
    let body = json!({"id": "bench", "state": "CA", "environment": "sandbox", "licenses": [license]});
    let ledger = Ledger::open(dir).expect("a ledger").ledger;
    ledger.account_put(&StoredAccount { id: "bench".into(), body }, jiff::Timestamp::now()).expect("an account");
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let dir = folder(options.packages);
    build(&dir, options.packages);
    // The drafts of another run would hold the same packages.
    for old in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        drop(std::fs::remove_file(dir.join(old)));
    }
    connect(&dir);
    let heard: Arc<Mutex<Vec<Value>>> = Arc::default();
    let sink = heard.clone();
    let desk = Desk::start(DeskConfig {
        data_dir: dir.clone(),
        host: Arc::new(Nobody),
        keychain: Arc::new(Nobody),
        events: Arc::new(move |event: &DeskEvent| sink.lock().expect("events").push(json!(event))),
        api: None,
        clock: desk::system_clock(),
        person: "bench".into(),
        outbox_timing: None,
    })
    .await
    .expect("a desk");
    let bare = Connection::open_with_flags(dir.join("mirror.db"), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY);
    let bare = bare.expect("the mirror's file");
    mirror::teach_alike(&bare).expect("the mirror's order of texts");
    let files = tempfile::tempdir().expect("a folder");
    let (mut ours, mut theirs, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let path = files.path().join(format!("load-{round}.csv"));
        std::fs::write(&path, file(round, options.packages)).expect("a file");
        let begun = Instant::now();
        let found = plain(&path, &bare);
        theirs.push(begun.elapsed());
        assert!(found > 0, "the bare lookups find packages");

        let draft =
            call(&desk, "draft_new", json!({"request_id": format!("new-{round}"), "license": retailer()})).await;
        let draft = draft["draft"]["head"]["draft"].clone();
        let begun = Instant::now();
        desk.files_dropped(vec![path]);
        let handle = heard
            .lock()
            .expect("events")
            .iter()
            .rev()
            .find_map(|event| event["files"][0]["handle"].as_str().map(str::to_owned));
        let source = json!({"source": "files", "handles": [handle]});
        let add = json!({"request_id": format!("add-{round}"), "draft": draft, "source": source});
        let added = call(&desk, "draft_tags_add", add).await;
        ours.push(begun.elapsed());
        let lines = added["draft"]["lines"].as_array().expect("lines").clone();
        let told = added["refused"].as_array().expect("refusals").len();
        assert_eq!(lines.len() + told, 200, "every line is added or told of");
        if round > 0 {
            continue;
        }
        println!("{} of 200 lines added, {told} refused with their reason", lines.len());
        for (at, line) in lines.iter().enumerate() {
            let set = json!({"request_id": format!("key-{at}"), "draft": draft, "lines": [line["line"]],
                "field": "gross_weight", "value": "1.5"});
            let begun = Instant::now();
            call(&desk, "draft_line_set", set).await;
            keys.push(begun.elapsed());
        }
    }
    desk.stop().await;
    let (drop_p50, drop_p99) = (at(&mut ours, 0.5), at(&mut ours, 0.99));
    let bare = at(&mut theirs, 0.5);
    let ratio = drop_p50.as_secs_f64() / bare.as_secs_f64();
    println!(
        "200 tags dropped: p50 {drop_p50:.1?}, p99 {drop_p99:.1?}; csv and bare lookups p50 {bare:.1?}; ratio {ratio:.1}"
    );
    let (key_p50, key_p99) = (at(&mut keys, 0.5), at(&mut keys, 0.99));
    println!("a field of one of 200 lines, durable: p50 {key_p50:.1?}, p99 {key_p99:.1?}");
    let mut missed = false;
    for (what, found, allowed) in [("200 tags", drop_p99, DROP), ("a key, at the median", key_p50, KEY)] {
        let kept = found <= allowed;
        missed |= !kept;
        println!("{} {what}: {found:.1?} of {allowed:.0?}", if kept { "ok    " } else { "MISSED" });
    }
    ExitCode::from(u8::from(options.check && missed))
}

/// A file as a warehouse makes it: a header, 200 tags spread over all packages.
fn file(round: u64, packages: u64) -> String {
    let mut text = String::from("Package Tag\r\n");
    for at in 0..TAGS {
        text.push_str(&format!("{}\r\n", tag(1 + (round * TAGS + at) * 7_919 % packages)));
    }
    text
}

/// What the same costs without any of ours.
fn plain(path: &PathBuf, bare: &Connection) -> usize {
    let mut reader = csv::Reader::from_path(path).expect("the file");
    let mut lookup = bare
        .prepare_cached(
            "SELECT item, quantity FROM package WHERE list IN (1, 2, 3, 4, 5) AND tag = ?1 AND license_id = 1",
        )
        .expect("a statement");
    let tags: Vec<String> = reader.records().map(|row| row.expect("a row")[0].to_owned()).collect();
    let found = |tag: &String| lookup.query_row([tag], |row| row.get::<_, String>(0)).optional().expect("a lookup");
    tags.iter().filter_map(found).count()
}

async fn call(desk: &Desk, name: &str, request: Value) -> Value {
    desk.call(name, request).await.unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

fn at(times: &mut [Duration], share: f64) -> Duration {
    times.sort();
    let place = (times.len() as f64 * share) as usize;
    times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// A machine without dialogs and keys: this bench needs none.
struct Nobody;

impl Host for Nobody {
    fn save_file(&self, _: &str) -> BoxFuture<'_, Result<Option<PathBuf>, HostError>> {
        async { Ok(None) }.boxed()
    }
    fn open_files(&self) -> BoxFuture<'_, Result<Vec<PathBuf>, HostError>> {
        async { Ok(Vec::new()) }.boxed()
    }
    fn open_file(&self, _: &std::path::Path) -> Result<(), HostError> {
        Ok(())
    }
    fn open_link(&self, _: &str) -> Result<(), HostError> {
        Ok(())
    }
    fn open_saved(&self, _: &std::path::Path) -> Result<(), HostError> {
        Ok(())
    }
    fn show_saved(&self, _: &std::path::Path) -> Result<(), HostError> {
        Ok(())
    }
    fn notify(&self, _: &str, _: &str) -> Result<(), HostError> {
        Ok(())
    }
    fn quit(&self) {}
}

impl KeyStore for Nobody {
    fn kind(&self) -> Keychain {
        Keychain::SessionOnly
    }
    fn put(&self, _: &str, _: &StoredKeys) -> Result<(), KeyStoreError> {
        Ok(())
    }
    fn get(&self, _: &str) -> Result<Option<StoredKeys>, KeyStoreError> {
        Ok(None)
    }
    fn remove(&self, _: &str) -> Result<(), KeyStoreError> {
        Ok(())
    }
}
