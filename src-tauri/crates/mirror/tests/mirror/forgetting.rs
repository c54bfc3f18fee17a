//! Forgetting a license: out of sight at once, out of the file in portions, across a kill.

use std::path::Path;

use mirror::view::{Collection, PackageTab, ViewSpec};
use mirror::{
    FacilityRecord, Mirror, PackageList, Records, ReferenceKind, ReferenceRecord, Shown, TransferList,
    TransferredRecord,
};
use rules::LicenseNumber;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::*;
use crate::labs::sample;
use crate::transfers::{carried, manifest, put_detail};

/// More than one portion of packages.
const MANY: i64 = 600;

/// Something in every table of a license, and the cultivator's one package with the tag of one of them.
fn filled(dir: &Path) -> Mirror {
    let mirror = Mirror::open(dir).unwrap().mirror;
    let facility = FacilityRecord {
        license: distributor(),
        name: "Delta Freight".to_owned(),
        license_type: String::new(),
        rest: json!({}),
    };
    mirror.store_facilities(&[facility]).unwrap();
    store(&mirror, &distributor(), PackageList::Active, (1..=MANY).map(package).collect());
    store(&mirror, &distributor(), PackageList::OnHold, vec![package(MANY + 1)]);
    store(&mirror, &cultivator(), PackageList::Active, vec![package(1)]);
    let gone = TransferredRecord {
        transferred_id: 1,
        package_id: 5_000,
        tag: tag(5_000),
        source_harvests: String::new(),
        source_packages: String::new(),
        item: "OG Kush".to_owned(),
        category: "Flower".to_owned(),
        item_strain: String::new(),
        quantity: 12.into(),
        unit: "g".to_owned(),
        lab_testing: rules::LabTestingState::TestPassed,
        manifest: "0000000006".to_owned(),
        recipient: Some(party(&retailer(), "Harbor House")),
        shipment_state: "Accepted".to_owned(),
        departed: Some(minute(4)),
        received: Some(minute(5)),
        rest: Value::Null,
    };
    let strain = ReferenceRecord { key: "7".to_owned(), name: "Blue Dream".to_owned(), rest: json!({"Id": 7}) };
    mirror.store_page(page(&distributor(), Records::Transferred(vec![gone]))).unwrap();
    mirror.store_page(page(&distributor(), Records::LabSamples(vec![sample(9_000, "Lead", true)]))).unwrap();
    mirror
        .store_page(page(&distributor(), Records::References { kind: ReferenceKind::Strains, rows: vec![strain] }))
        .unwrap();
    let heads = vec![manifest(6), manifest(7)];
    mirror.store_page(page(&distributor(), Records::Transfers { list: TransferList::Outgoing, rows: heads })).unwrap();
    put_detail(&mirror, TransferList::Outgoing, 7, vec![carried(2, "Shipped")]);
    let mut units = page(&distributor(), Records::None);
    units.cursor = Some("c".to_owned());
    mirror.store_page(units).unwrap();
    mirror.note_run(&distributor(), minute(5)).unwrap();
    mirror.begin_sweep(&distributor()).unwrap();
    mirror
}

/// Rows in every table with records of a license, and in the full-text tables.
fn in_the_file(dir: &Path) -> i64 {
    let db = Connection::open(dir.join("mirror.db")).unwrap();
    mirror::teach_alike(&db).unwrap();
    let count =
        |table: &str| -> i64 { db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap() };
    let tables = [
        "license",
        "cursor",
        "sweep",
        "listed",
        "package",
        "package_rest",
        "transferred",
        "lab_sample",
        "lab_test",
        "transfer",
        "transfer_detail",
        "transfer_delivery",
        "transfer_package",
    ];
    let words = ["package_words", "transferred_words", "lab_sample_words", "transfer_words", "listed_words"];
    let docsizes = words.map(|words| format!("{words}_docsize"));
    tables.into_iter().map(count).sum::<i64>() + docsizes.iter().map(|table| count(table)).sum::<i64>()
}

/// What any screen could still show of a license.
fn in_sight(mirror: &Mirror, license: &LicenseNumber) -> Vec<String> {
    let mut seen = Vec::new();
    let tabs =
        [PackageTab::Active, PackageTab::OnHold, PackageTab::Inactive, PackageTab::InTransit, PackageTab::Transferred];
    let of = |collection, tab| ViewSpec { collection, tab, ..active(std::slice::from_ref(license)) };
    let specs = tabs.map(|tab| of(Collection::Packages, Some(tab))).into_iter().chain(
        [Collection::LabSamples, Collection::IncomingTransfers, Collection::OutgoingTransfers, Collection::Strains]
            .map(|collection| of(collection, None)),
    );
    for spec in specs {
        let view = open(mirror, &spec);
        if !view.is_empty() || view.of() > 0 {
            seen.push(format!("{} rows of {:?} {:?}", view.len(), spec.collection, spec.tab));
        }
    }
    for tag in [tag(2), tag(5_000), tag(9_000)] {
        if let Some(card) = mirror.package(None, tag.as_str()).unwrap() {
            seen.push(format!("a card: {card:?}"));
        }
    }
    let with_number: Vec<_> = mirror.facilities().unwrap().into_iter().filter(|f| f.license == *license).collect();
    seen.extend(with_number.iter().map(|facility| format!("a name: {}", facility.name)));
    seen.extend(mirror.cursors(license).unwrap().into_iter().map(|(stream, _)| format!("a cursor of {stream}")));
    seen.extend(mirror.as_of(license).unwrap().map(|at| format!("read at {at}")));
    let strains = mirror.references(license, ReferenceKind::Strains).unwrap();
    seen.extend(strains.into_iter().map(|strain| format!("a strain {}", strain.name)));
    let briefs = mirror.briefs(&[(license.clone(), 1)]).unwrap().into_iter().flatten();
    seen.extend(briefs.map(|brief| format!("a package by id: {}", brief.tag)));
    let facts = mirror.package_facts(license, &[tag(1)]).unwrap().into_iter().flatten();
    seen.extend(facts.map(|facts| format!("facts of {}", facts.tag)));
    seen
}

#[test]
fn a_forgotten_license_is_out_of_sight_at_once_and_out_of_the_file_in_portions() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = filled(dir.path());
    assert!(in_sight(&mirror, &distributor()).len() > 8, "there was something everywhere");
    let others = in_sight(&mirror, &cultivator()).len();
    let open_before = open(&mirror, &active(&[distributor()]));
    let since = mirror.revision().unwrap();
    mirror.forget_license(&distributor()).unwrap();
    assert_eq!(in_sight(&mirror, &distributor()), [] as [String; 0]);
    assert_eq!(in_sight(&mirror, &cultivator()).len() + 3, others, "its cards go too");
    let rows = mirror.package_rows(&open_before, 0, 10).unwrap();
    assert_eq!(rows.iter().flatten().count(), 0, "a view that is still open shows none of its rows");
    let shown = Shown { collection: Collection::Packages, license: distributor(), tab: Some(PackageTab::Active) };
    let changes = mirror.changes_since(since).unwrap();
    assert!(changes.by.contains(&(shown, MANY.unsigned_abs())), "every grid hears of it: {changes:?}");
    let evidence = mirror.package(None, tag(1).as_str()).unwrap();
    assert!(evidence.is_some(), "the other license's package of the same tag stays");

    let whole = in_the_file(dir.path());
    assert!(mirror.clear_forgotten().unwrap(), "there is more");
    let after_one = in_the_file(dir.path());
    assert!(after_one < whole && whole - after_one < MANY * 3, "a portion, not all: {whole}, then {after_one}");
    store(&mirror, &cultivator(), PackageList::Active, vec![package(2)]);
    assert_eq!(ids(&mirror, &active(&[cultivator()])), [2, 1], "others write between two portions");
}

#[test]
fn what_a_kill_left_is_deleted_after_the_next_start_and_a_license_may_come_back_meanwhile() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = filled(dir.path());
    mirror.forget_license(&distributor()).unwrap();
    assert!(mirror.clear_forgotten().unwrap());
    drop(mirror);
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    assert_eq!(in_sight(&mirror, &distributor()), [] as [String; 0]);
    store(&mirror, &distributor(), PackageList::Active, vec![package(3)]);
    assert_eq!(ids(&mirror, &active(&[distributor()])), [3], "it came back, and is not what it was");
    let mut portions = 1;
    while mirror.clear_forgotten().unwrap() {
        portions += 1;
    }
    assert!(portions >= 3, "{portions} portions");
    assert_eq!(ids(&mirror, &active(&[distributor()])), [3], "and stays");
    assert_eq!(in_the_file(dir.path()), 2 + 2 + 2 + 2, "two licenses with one package each, its rest and its words");
    assert!(!mirror.clear_forgotten().unwrap(), "there is nothing more");
    drop(mirror);
    assert_eq!(Mirror::open(dir.path()).unwrap().rebuilt_from, None, "the file is sound");
}
