//! A report of every kind is found in the Outbox, and every kind of import in the guide. `drafts/everywhere.rs` has the
//! records of every collection.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use common::{MemoryKeys, keys_of, open, state};
use imports::ImportKind;
use jiff::civil::date;
use ledger::Ledger;
use outbox::{
    Adjust, Attempt, Carrier, Finalize, Finish, IntentId, Item, Kind, Location, Note, Outcome, Question, Readings,
    Template, TemplateCreate, TemplateDelete, TemplateUpdate, Timing, Unfinalize, Unfinish, Wire, Write,
};
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use serde_json::json;

/// What a person may want of each kind. Another kind does not compile before it is here.
fn example(kind: Kind) -> Write {
    let tag = || Tag::parse("1A4FF0300000022000009999").unwrap();
    let day = date(2026, 11, 20);
    let template = || {
        Box::new(Template {
            name: "Friday".into(),
            recipient: LicenseNumber::new("C10-0000999-LIC"),
            transfer_type: "Transfer".into(),
            invoice: None,
            route: "Highway 101".into(),
            departs: day.at(9, 0, 0, 0),
            arrives: day.at(12, 0, 0, 0),
            carrier: Carrier::default(),
            packages: Vec::new(),
        })
    };
    match kind {
        Kind::Finish => Write::Finish(Finish { tag: tag(), date: day }),
        Kind::Unfinish => Write::Unfinish(Unfinish { tag: tag() }),
        Kind::Adjust => Write::Adjust(Adjust {
            tag: tag(),
            by: Decimal::NEGATIVE_ONE,
            unit: "Each".into(),
            reason: "Waste".into(),
            note: None,
            date: day,
        }),
        Kind::Note => Write::Note(Note { tag: tag(), note: "Top shelf".into() }),
        Kind::Location => {
            Write::Location(Location { tag: tag(), location: "Vault".into(), sublocation: None, date: day })
        }
        Kind::Item => Write::Item(Item { tag: tag(), item: "Blue Dream Flower".into() }),
        Kind::Finalize => Write::Finalize(Finalize { receipt: 1 }),
        Kind::Unfinalize => Write::Unfinalize(Unfinalize { receipt: 2 }),
        Kind::TemplateCreate => Write::TemplateCreate(TemplateCreate { draft: 1, template: template() }),
        Kind::TemplateUpdate => {
            Write::TemplateUpdate(TemplateUpdate { draft: None, id: 3, delivery: None, template: template() })
        }
        Kind::TemplateDelete => Write::TemplateDelete(TemplateDelete { draft: None, id: 4, name: "Monday".into() }),
    }
}

/// A state that never answers.
struct Silence;

impl Wire for Silence {
    async fn send(&self, _: &Attempt) -> Outcome {
        std::future::pending().await
    }
    async fn read(&self, _: &LicenseNumber, _: &[(IntentId, Question)]) -> Readings {
        std::future::pending().await
    }
}

/// Queues one report of every kind in the folder's ledger, as a Trackside that was closed at once.
async fn queue_one_of_each(folder: &Path, license: &LicenseNumber) -> Vec<(IntentId, Kind)> {
    let ledger = Ledger::open(folder).unwrap().ledger;
    let clock = Arc::new(state_api::SystemClock);
    let outbox = outbox::start(ledger, false, Silence, Timing::default(), clock, |_| ()).await.unwrap();
    let mut queued = Vec::new();
    for kind in Kind::ALL {
        let done = outbox.submit(kind.code(), "Ada", license, vec![(example(*kind), Vec::new())]).await.unwrap();
        assert_eq!(done.refused, [], "{kind:?}");
        queued.push((done.made[0], *kind));
    }
    outbox.stop(Duration::ZERO).await;
    queued
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_every_kind_is_in_the_outbox_with_its_story() {
    let folder = tempfile::tempdir().unwrap();
    let (state, keys) = (state(200).await, MemoryKeys::default());
    let license = state.control().retailer();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    bench.call("account_connect", json!({"request_id": "connect", "keys": pair, "licenses": [license]})).await;
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    drop(bench);
    state.control().set_dark(true);

    let queued = queue_one_of_each(folder.path(), &LicenseNumber::new(&license)).await;
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let list = bench.call("outbox_list", json!({"group": "waiting", "from": 0, "count": 500})).await;
    let mut sentences = BTreeSet::new();
    for (intent, kind) in queued {
        let line = list["lines"].as_array().unwrap().iter().find(|line| line["intent"] == intent.0);
        let line = line.unwrap_or_else(|| unreachable!("{kind:?} is not among {list:#}"));
        let story = bench.call("outbox_story", json!({"intent": intent.0})).await;
        assert_eq!(story["line"]["sentence"], line["sentence"]);
        assert_eq!(story["events"].as_array().unwrap().len(), 1, "{kind:?}: {story:#}");
        sentences.insert(line["sentence"].as_str().unwrap());
    }
    assert_eq!(list["total"], Kind::ALL.len());
    assert_eq!(sentences.len(), Kind::ALL.len(), "each kind has a sentence of its own");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_import_is_in_the_guide_with_its_template() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    let guide = bench.call("import_guide", json!({})).await;
    for kind in ImportKind::ALL {
        let file = guide["files"].as_array().unwrap().iter().find(|file| file["kind"] == kind.code());
        let file = file.unwrap_or_else(|| unreachable!("{kind:?} is not in the guide"));
        let columns = file["columns"].as_array().unwrap().iter();
        let headings: Vec<_> = columns.map(|column| column["heading"].as_str().unwrap()).collect();
        let request = json!({"request_id": kind.code(), "kind": kind});
        let saved = bench.call("import_template", request).await;
        let template = std::fs::read_to_string(folder.path().join(saved["file"].as_str().unwrap())).unwrap();
        assert_eq!(template, format!("{}\r\n", headings.join(",")), "{kind:?}");
        assert!(file["example"].as_str().unwrap().starts_with(headings[0]), "{kind:?} has an example: {file:#}");
    }
    bench.desk.stop().await;
}
