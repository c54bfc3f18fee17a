//! Storing pages: what changes, what does not, and which of two records of one package wins.

use crate::common::*;
use mirror::view::PackageTab;
use mirror::{Mirror, PackageList, Records};
use rules::LicenseNumber;

#[test]
fn a_page_and_its_cursor_are_stored_once() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut write =
        page(&retailer(), Records::Packages { list: PackageList::Active, rows: vec![package(1), package(2)] });
    write.cursor = Some("window 7".to_owned());
    assert_eq!(mirror.store_page(write.clone()).unwrap().changed, 2);
    assert_eq!(mirror.cursor(&retailer(), "packages").unwrap().as_deref(), Some("window 7"));
    let again = mirror.store_page(write).unwrap();
    assert_eq!((again.changed, again.revision), (0, 1), "the same page again changes nothing");
    assert_eq!(ids(&mirror, &active(&[retailer()])), [2, 1], "newest first");
}

#[test]
fn an_older_record_never_overwrites_a_newer_one() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut newer = package(1);
    newer.last_modified = Some(minute(50));
    newer.note = "newer".to_owned();
    store(&mirror, &retailer(), PackageList::Inactive, vec![newer]);
    assert_eq!(store(&mirror, &retailer(), PackageList::Active, vec![package(1)]).changed, 0);
    assert!(ids(&mirror, &active(&[retailer()])).is_empty(), "it stays in inactive");
    let card = mirror.package(None, tag(1).as_str()).unwrap().unwrap();
    assert_eq!((card.record.note.as_str(), card.list), ("newer", Some(PackageList::Inactive)));
}

#[test]
fn a_package_moves_between_lists() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::OnHold, vec![package(1)]);
    store(&mirror, &retailer(), PackageList::Active, vec![package(1)]);
    let mut on_hold = active(&[retailer()]);
    on_hold.tab = Some(PackageTab::OnHold);
    assert_eq!(ids(&mirror, &on_hold), [1], "on hold wins where both lists have it unchanged");
    let mut released = package(1);
    released.last_modified = Some(minute(9));
    store(&mirror, &retailer(), PackageList::Active, vec![released]);
    assert_eq!(ids(&mirror, &active(&[retailer()])), [1], "released, it is active again");
    assert!(ids(&mirror, &on_hold).is_empty());
}

#[test]
fn licenses_that_are_as_they_were_are_not_written_again() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let facility = |license: LicenseNumber, name: &str| mirror::FacilityRecord {
        license,
        name: name.to_owned(),
        license_type: "Retailer".to_owned(),
        rest: serde_json::json!({"FacilityId": 7, "Name": name}),
    };
    let both = [facility(retailer(), "Harbor Street"), facility(cultivator(), "Ridge")];
    assert_eq!(mirror.store_facilities(&both).unwrap(), 2);
    assert_eq!(mirror.store_facilities(&both).unwrap(), 0, "nothing differs, so nothing is written");
    let renamed = [facility(retailer(), "Harbor Street No. 2"), facility(cultivator(), "Ridge")];
    assert_eq!(mirror.store_facilities(&renamed).unwrap(), 1, "only the one that differs");
    assert!(mirror.facilities().unwrap().iter().any(|facility| facility.name == "Harbor Street No. 2"));
}
