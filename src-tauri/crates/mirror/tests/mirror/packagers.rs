//! Packaged By, in the grid and on the card, from one license's books and from several.

use mirror::view::{PackageTab, ViewSpec};
use mirror::{FacilityRecord, Mirror, PackageList, PackageRecord, Records, TransferredRecord};
use rules::{LabTestingState, LicenseNumber, PackagedByBasis};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::common::*;

fn distributor() -> LicenseNumber {
    LicenseNumber::new("C11-0000004-LIC")
}

fn facility(license: &LicenseNumber, name: &str) -> FacilityRecord {
    FacilityRecord {
        license: license.clone(),
        name: name.to_owned(),
        license_type: "Cultivator".to_owned(),
        rest: json!({"FacilityType": {}}),
    }
}

fn received(id: i64) -> PackageRecord {
    PackageRecord {
        received: Some(at("2026-06-01T09:00:00Z")),
        received_manifest: "0000012345".to_owned(),
        received_from: Some(party(&distributor(), "Delta Freight")),
        ..package(id)
    }
}

fn cell(mirror: &Mirror, spec: &ViewSpec) -> String {
    let view = open(mirror, spec);
    mirror.package_rows(&view, 0, 1).unwrap().remove(0).unwrap().packaged_by
}

#[test]
fn evidence_from_another_of_the_persons_licenses_reaches_the_grid_in_either_order() {
    for grower_first in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let mirror = Mirror::open(dir.path()).unwrap().mirror;
        mirror.store_facilities(&[facility(&cultivator(), "Tule Farm")]).unwrap();
        let grower = || store(&mirror, &cultivator(), PackageList::Inactive, vec![package(1)]);
        if grower_first {
            grower();
        }
        // The state numbers a package anew in every license's books; the tag stays.
        store(&mirror, &retailer(), PackageList::Active, vec![PackageRecord { package_id: 900, ..received(1) }]);
        if !grower_first {
            assert!(cell(&mirror, &active(&[retailer()])).contains("packager not stated"));
            grower();
        }
        assert_eq!(cell(&mirror, &active(&[retailer()])), "CCL21-0000002 Tule Farm", "grower first: {grower_first}");
        let card = mirror.package(Some(&retailer()), tag(1).as_str()).unwrap().unwrap();
        assert_eq!(card.packaged_by.answer.basis, PackagedByBasis::NeverReceivedThere);
        assert_eq!(card.record.package_id, 900);
        let evidence = mirror.packaged_by_evidence(&retailer(), tag(1).as_str()).unwrap().unwrap();
        assert_eq!(evidence.never_received_at, [party(&cultivator(), "Tule Farm")]);
    }
}

#[test]
fn the_best_evidence_of_one_record_is_in_its_cell() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let by_item = PackageRecord { item_origin: Some(party(&cultivator(), "Tule Farm")), ..received(2) };
    let stated = PackageRecord { packaged_by: Some(party(&distributor(), "Delta Freight")), ..by_item.clone() };
    let cases = [
        (package(2), "C10-0000001-LIC".to_owned()),
        (received(2), "Received from Delta Freight (C11-0000004-LIC); packager not stated.".to_owned()),
        (by_item, "CCL21-0000002 Tule Farm (by item origin)".to_owned()),
        (stated, "C11-0000004-LIC Delta Freight".to_owned()),
    ];
    for (minutes, (record, expected)) in (0..).zip(cases) {
        let record = PackageRecord { last_modified: Some(minute(minutes)), ..record };
        store(&mirror, &retailer(), PackageList::Active, vec![record]);
        assert_eq!(cell(&mirror, &active(&[retailer()])), expected);
    }
}

#[test]
fn a_license_that_gets_a_name_is_named_in_its_packages() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &cultivator(), PackageList::Active, vec![package(1)]);
    assert_eq!(cell(&mirror, &active(&[cultivator()])), "CCL21-0000002");
    mirror.store_facilities(&[facility(&cultivator(), "Tule Farm")]).unwrap();
    assert_eq!(cell(&mirror, &active(&[cultivator()])), "CCL21-0000002 Tule Farm");
    assert_eq!(mirror.facilities().unwrap(), [facility(&cultivator(), "Tule Farm")]);
}

#[test]
fn the_card_has_everything_that_was_sent() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let full = PackageRecord {
        location: "Vault / back".to_owned(),
        sublocation: "Shelf 7".to_owned(),
        quantity: "0.1234567".parse().unwrap(),
        lab_testing: LabTestingState::Other("SomethingNew".to_owned()),
        lab_testing_date: Some("2026-05-01".parse().unwrap()),
        item_origin: Some(party(&cultivator(), "Tule Farm")),
        rest: json!({"ExpirationDate": "2027-01-01", "ANewField": [1, 2.5]}),
        ..received(5)
    };
    store(&mirror, &retailer(), PackageList::InTransit, vec![full.clone()]);
    let card = mirror.package(None, &format!(" {} ", tag(5))).unwrap().unwrap();
    assert_eq!(card.record, full, "to the last digit and the last unknown field");
    assert_eq!((card.held_by.license, card.list), (retailer(), Some(PackageList::InTransit)));
    assert_eq!(card.as_of, Some(at("2026-11-23T04:00:00Z")));
    assert!(mirror.package(None, tag(6).as_str()).unwrap().is_none());
}

fn left(id: i64, state: &str) -> TransferredRecord {
    TransferredRecord {
        transferred_id: id * 10,
        package_id: id,
        tag: tag(id),
        source_harvests: String::new(),
        source_packages: String::new(),
        item: "Blue Dream Flower".to_owned(),
        category: "Flower".to_owned(),
        item_strain: "Blue Dream".to_owned(),
        quantity: Decimal::new(55, 1),
        unit: "g".to_owned(),
        lab_testing: LabTestingState::TestPassed,
        manifest: "0000077777".to_owned(),
        recipient: Some(party(&retailer(), "Harbor Street")),
        shipment_state: state.to_owned(),
        departed: Some(minute(1_000)),
        received: Some(minute(2_000)),
        rest: Value::Null,
    }
}

#[test]
fn an_accepted_transfer_takes_the_package_out_of_its_list_and_a_return_brings_it_back() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let in_transit = ViewSpec { tab: Some(PackageTab::InTransit), ..active(&[cultivator()]) };
    let gone = ViewSpec { tab: Some(PackageTab::Transferred), ..active(&[cultivator()]) };
    store(&mirror, &cultivator(), PackageList::InTransit, vec![package(1), package(2)]);
    let rows = vec![left(1, "Accepted"), left(2, "Shipped"), left(3, "Accepted")];
    assert_eq!(mirror.store_page(page(&cultivator(), Records::Transferred(rows.clone()))).unwrap().changed, 3);
    assert_eq!(mirror.store_page(page(&cultivator(), Records::Transferred(rows))).unwrap().changed, 0);
    assert_eq!(ids(&mirror, &in_transit), [2], "what has only left is still on the road");
    let view = open(&mirror, &gone);
    let rows: Vec<_> = mirror.package_rows(&view, 0, 10).unwrap().into_iter().flatten().collect();
    assert_eq!(rows.len(), 3);
    let known = rows.iter().find(|row| row.package_id == 1).unwrap();
    assert_eq!((known.packaged_by.as_str(), known.packaged_date.as_str()), ("CCL21-0000002", "2026-03-01"));
    assert_eq!((known.recipient.as_str(), known.manifest.as_str()), ("C10-0000001-LIC Harbor Street", "0000077777"));
    let unknown = rows.iter().find(|row| row.package_id == 3).unwrap();
    assert!(unknown.packaged_by.starts_with("Not told"), "{}", unknown.packaged_by);
    let card = mirror.package(None, tag(3).as_str()).unwrap().unwrap();
    assert_eq!(card.packaged_by.answer.basis, PackagedByBasis::NotStated, "never taken for one that was made here");
    assert_eq!(card.transferred.unwrap().manifest, "0000077777");

    store(&mirror, &cultivator(), PackageList::InTransit, vec![package(1)]);
    assert_eq!(ids(&mirror, &in_transit), [2], "an old page of the list does not bring it back");
    let back = PackageRecord { last_modified: Some(minute(3_000)), ..package(1) };
    store(&mirror, &cultivator(), PackageList::Active, vec![back]);
    assert_eq!(ids(&mirror, &active(&[cultivator()])), [1], "returned, it is the cultivator's again");
    assert_eq!(mirror.package(None, tag(1).as_str()).unwrap().unwrap().list, Some(PackageList::Active));
}
