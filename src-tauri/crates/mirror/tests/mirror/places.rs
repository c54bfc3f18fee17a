//! Where a tag is: in any tab and any license, by the whole of it or by its ending.

use mirror::view::PackageTab;
use mirror::{Mirror, PackageList, PackageRecord, Records, TransferredRecord};
use rules::{LabTestingState, LicenseNumber, Tag};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::common::*;

fn left(id: i64) -> TransferredRecord {
    TransferredRecord {
        transferred_id: id,
        package_id: id,
        tag: tag(id),
        source_harvests: String::new(),
        source_packages: String::new(),
        item: "Blue Dream Flower".to_owned(),
        category: "Flower".to_owned(),
        item_strain: "Blue Dream".to_owned(),
        quantity: Decimal::from(id),
        unit: "g".to_owned(),
        lab_testing: LabTestingState::TestPassed,
        manifest: "0000120034".to_owned(),
        recipient: Some(party(&retailer(), "Alder Street")),
        shipment_state: "Accepted".to_owned(),
        departed: Some(minute(1)),
        received: Some(minute(2)),
        rest: Value::Null,
    }
}

/// What is told of each place: license, tab, how many, and the newest one's tag.
fn places(mirror: &Mirror, licenses: &[LicenseNumber], text: &str) -> Vec<(LicenseNumber, PackageTab, i64, String)> {
    let found = mirror.tag_places(licenses, text).unwrap();
    found.into_iter().map(|place| (place.license, place.tab, place.packages, place.tag)).collect()
}

fn filled() -> (tempfile::TempDir, Mirror) {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, vec![package(11_534), package(7)]);
    store(&mirror, &retailer(), PackageList::Inactive, vec![package(21_534)]);
    store(&mirror, &retailer(), PackageList::OnHold, vec![package(31)]);
    store(&mirror, &cultivator(), PackageList::InTransit, vec![package(41)]);
    mirror.store_page(page(&cultivator(), Records::Transferred(vec![left(11_534)]))).unwrap();
    (dir, mirror)
}

#[test]
fn a_tag_is_found_in_every_tab_and_license_where_it_is_before_where_it_was() {
    let (_dir, mirror) = filled();
    let both = [cultivator(), retailer()];
    let whole = |id: i64| tag(id).to_string();
    assert_eq!(
        places(&mirror, &both, &whole(11_534).to_lowercase()),
        [(retailer(), PackageTab::Active, 1, whole(11_534)), (cultivator(), PackageTab::Transferred, 1, whole(11_534)),],
        "the shop that has it now comes before the farm that sent it, whatever the licenses' order"
    );
    assert_eq!(places(&mirror, &both, &whole(21_534)), [(retailer(), PackageTab::Inactive, 1, whole(21_534))]);
    assert_eq!(places(&mirror, &both, &whole(31)), [(retailer(), PackageTab::OnHold, 1, whole(31))]);
    assert_eq!(places(&mirror, &both, &whole(41)), [(cultivator(), PackageTab::InTransit, 1, whole(41))]);
    assert!(places(&mirror, &both, &whole(99)).is_empty(), "nobody has it");
    assert!(places(&mirror, &[cultivator()], &whole(31)).is_empty(), "a license that is not asked for is not told of");
    assert!(places(&mirror, &[laboratory()], &whole(31)).is_empty(), "nor one that the mirror does not know");
}

#[test]
fn an_ending_finds_what_ends_so_and_nothing_else() {
    let (_dir, mirror) = filled();
    let both = [retailer(), cultivator()];
    let tabs = |text: &str| -> Vec<_> {
        places(&mirror, &both, text).into_iter().map(|(.., tab, many, _)| (tab, many)).collect()
    };
    let twice = [(PackageTab::Active, 1), (PackageTab::Inactive, 1), (PackageTab::Transferred, 1)];
    assert_eq!(tabs("1534"), twice, "an ending that two packages share");
    assert_eq!(tabs("021534"), [(PackageTab::Inactive, 1)], "the six characters that people read aloud");
    assert_eq!(tabs("2199000021534"), [(PackageTab::Inactive, 1)], "longer than the running number");
    assert!(tabs("3199000021534").is_empty(), "what is before the running number counts as well");
    assert!(tabs("0001").is_empty() && tabs("2153").is_empty(), "what is inside a tag is no ending");
    assert!(tabs("534").is_empty(), "three characters are the ending of too much");
    assert!(tabs("blue dream").is_empty() && tabs("15-34").is_empty() && tabs("").is_empty(), "no tag has these");
}

#[test]
fn what_a_note_or_a_source_names_is_not_the_package() {
    let (_dir, mirror) = filled();
    let made = PackageRecord { source_packages: tag(31).to_string(), note: format!("was {}", tag(31)), ..package(50) };
    store(&mirror, &retailer(), PackageList::Active, vec![made]);
    let found = places(&mirror, &[retailer()], "000031");
    assert_eq!(found, [(retailer(), PackageTab::OnHold, 1, tag(31).to_string())]);
}

#[test]
fn a_tag_of_another_form_is_found_by_its_ending_as_well() {
    let (_dir, mirror) = filled();
    let other = PackageRecord { tag: Tag::from_state("ABCDEF012345670000009876"), ..package(60) };
    store(&mirror, &retailer(), PackageList::Active, vec![other]);
    assert_eq!(places(&mirror, &[retailer()], "9876").len(), 1);
    assert_eq!(places(&mirror, &[retailer()], "ABCDEF012345670000009876").len(), 1);
}

#[test]
fn the_ending_of_too_many_finds_none() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, (1..=10_050).map(package).collect());
    assert!(places(&mirror, &[retailer()], "0000").is_empty(), "every tag holds it somewhere");
    assert_eq!(places(&mirror, &[retailer()], "010050").len(), 1);
}

#[test]
fn the_row_is_the_one_that_the_tabs_views_have() {
    let (_dir, mirror) = filled();
    let found = mirror.tag_places(&[retailer()], "011534").unwrap();
    let view = open(&mirror, &active(&[retailer()]));
    let position = view.position(found[0].row).unwrap();
    let rows = mirror.package_rows(&view, position, position + 1).unwrap();
    assert_eq!(rows[0].as_ref().unwrap().tag, tag(11_534).to_string());
    assert_eq!(open(&mirror, &search(&[retailer()], "000007")).position(found[0].row), None, "a search leaves it out");
}
