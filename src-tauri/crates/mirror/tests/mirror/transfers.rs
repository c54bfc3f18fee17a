//! Transfers: grids, what is below a head, what is remembered, facts of tags.

use mirror::view::{Collection, ColumnFilter, FilterTest, TransferRow, ViewSpec};
use mirror::{
    DeliveryPackageRecord, DeliveryRecord, Mirror, PackageList, Records, Shown, TransferDetailRecord, TransferList,
    TransferRecord, TransferState, TransferredRecord,
};
use rules::{LabTestingState, Tag};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::common::*;

/// A manifest from the distributor to the retailer, as the sender's list has it: without recipient, type and times.
pub fn manifest(id: i64) -> TransferRecord {
    TransferRecord {
        transfer_id: id,
        manifest: format!("{id:010}"),
        name: String::new(),
        invoice: String::new(),
        shipper: Some(party(&distributor(), "Delta Freight")),
        recipient: None,
        transporter: Some(party(&distributor(), "Delta Freight")),
        driver: "Ana Kovalenko".to_owned(),
        driver_occupational_license: "EMP-103".to_owned(),
        driver_license: "D5512907".to_owned(),
        vehicle_make: "Ford".to_owned(),
        vehicle_model: "Transit".to_owned(),
        vehicle_plate: "8TRK204".to_owned(),
        transfer_type: String::new(),
        delivery_id: None,
        packages: 2,
        received_packages: 0,
        voided: false,
        created: Some(minute(id)),
        created_by: "Rosalind Okafor".to_owned(),
        departs: None,
        departed: None,
        arrives: None,
        arrived: None,
        received: None,
        template_id: None,
        last_modified: Some(minute(id)),
        rest: Value::Null,
    }
}

/// Stores a manifest of the distributor's that somebody drives.
pub fn manifest_of_driver(mirror: &Mirror, id: i64, driver: &str) {
    let head = TransferRecord { driver: driver.to_owned(), ..manifest(id) };
    put(mirror, TransferList::Outgoing, vec![head]);
}

pub fn carried(id: i64, state: &str) -> DeliveryPackageRecord {
    DeliveryPackageRecord {
        package_id: id,
        tag: tag(id),
        state: state.to_owned(),
        item: "Blue Dream Flower".to_owned(),
        category: "Flower".to_owned(),
        item_strain: "Blue Dream".to_owned(),
        shipped: Some(Decimal::new(453_592, 3)),
        shipped_unit: "Grams".to_owned(),
        received: None,
        received_unit: String::new(),
        gross_weight: None,
        gross_unit: String::new(),
        shipper_price: Some(Decimal::new(1250, 2)),
        receiver_price: None,
        lab_testing: LabTestingState::TestPassed,
        production_batch: String::new(),
        packaged_date: None,
        source_harvests: String::new(),
        source_packages: String::new(),
        trade_sample: false,
        donation: false,
        testing_sample: false,
        rest: Value::Null,
    }
}

pub fn delivery(id: i64, packages: Vec<DeliveryPackageRecord>) -> DeliveryRecord {
    DeliveryRecord {
        delivery_id: id + 5_000,
        recipient: Some(party(&retailer(), "Harbor House")),
        transfer_type: "Wholesale Manifest".to_owned(),
        invoice: "INV-7".to_owned(),
        route: "CA-12 W to US-101 S".to_owned(),
        departs: Some("2026-11-25T09:30:00".parse().unwrap()),
        departed: None,
        arrives: Some("2026-11-25T12:00:00".parse().unwrap()),
        arrived: None,
        received: None,
        gross_weight: None,
        gross_unit: String::new(),
        rejected_returned: false,
        prices_known: true,
        rest: Value::Null,
        packages,
        transporters: Vec::new(),
        drivers: Vec::new(),
    }
}

pub fn put(mirror: &Mirror, list: TransferList, rows: Vec<TransferRecord>) -> u64 {
    mirror.store_page(page(&distributor(), Records::Transfers { list, rows })).unwrap().changed
}

/// Stores what is below a head as sync does: with the stamp of the head as it is now.
pub fn put_detail(mirror: &Mirror, list: TransferList, id: i64, packages: Vec<DeliveryPackageRecord>) -> u64 {
    let wanted = mirror.transfer_detail_wanted(&distributor(), list, id).unwrap().unwrap();
    let record =
        TransferDetailRecord { list, transfer_id: id, stamp: wanted.stamp, deliveries: vec![delivery(id, packages)] };
    mirror.store_page(page(&distributor(), Records::TransferDetails(vec![record]))).unwrap().changed
}

fn question(collection: Collection, search: &str) -> ViewSpec {
    ViewSpec { collection, tab: None, search: search.to_owned(), ..active(&[distributor()]) }
}

fn rows(mirror: &Mirror, spec: &ViewSpec) -> Vec<TransferRow> {
    let view = open(mirror, spec);
    assert!(mirror.totals(&view).unwrap().is_empty(), "transfers have no quantities");
    mirror.transfer_rows(&view, 0, view.len()).unwrap().into_iter().map(Option::unwrap).collect()
}

fn numbers(mirror: &Mirror, spec: &ViewSpec) -> Vec<i64> {
    rows(mirror, spec).iter().map(|row| row.transfer_id).collect()
}

#[test]
fn a_row_shows_what_only_its_delivery_tells() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    put(&mirror, TransferList::Outgoing, vec![manifest(7)]);
    let spec = question(Collection::OutgoingTransfers, "");
    let before = rows(&mirror, &spec).remove(0);
    assert_eq!((before.other.as_str(), before.transfer_type.as_str(), before.departs.as_str()), ("", "", ""));
    let since = mirror.revision().unwrap();
    put_detail(&mirror, TransferList::Outgoing, 7, vec![carried(1, "Shipped"), carried(2, "Shipped")]);
    let after = rows(&mirror, &spec).remove(0);
    assert_eq!(after.other, "C10-0000001-LIC Harbor House");
    assert_eq!((after.transfer_type.as_str(), after.departs.as_str()), ("Wholesale Manifest", "2026-11-25T09:30:00"));
    assert_eq!((after.vehicle.as_str(), after.stage), ("Ford Transit 8TRK204", Some(TransferState::Registered)));
    let news = mirror.changes_since(since).unwrap().by;
    let shown = Shown { collection: Collection::OutgoingTransfers, license: distributor(), tab: None };
    assert_eq!(news, [(shown, 1)], "the grid hears of it");
    let unchanged = put_detail(&mirror, TransferList::Outgoing, 7, vec![carried(1, "Shipped"), carried(2, "Shipped")]);
    assert_eq!((unchanged, put(&mirror, TransferList::Outgoing, vec![manifest(7)])), (0, 0), "the same is no news");

    put(
        &mirror,
        TransferList::Outgoing,
        vec![TransferRecord { departed: Some(minute(9)), last_modified: Some(minute(9)), ..manifest(7) }],
    );
    let left = rows(&mirror, &spec).remove(0);
    assert_eq!((left.stage, left.other_name.as_str()), (Some(TransferState::InTransit), "Harbor House"), "kept");
    assert!(!mirror.transfer(&distributor(), TransferList::Outgoing, 7).unwrap().unwrap().deliveries_current);
    put(&mirror, TransferList::Outgoing, vec![manifest(7)]);
    assert_eq!(rows(&mirror, &spec).remove(0).stage, Some(TransferState::InTransit), "an older row changes nothing");
    assert!(mirror.package_rows(&open(&mirror, &spec), 0, 1).is_err(), "another kind of grid");
}

#[test]
fn a_rejected_row_shares_what_is_below_its_outgoing_one() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    put(&mirror, TransferList::Outgoing, vec![manifest(7)]);
    put_detail(&mirror, TransferList::Outgoing, 7, vec![carried(1, "Accepted"), carried(2, "Rejected")]);
    let told = TransferRecord { recipient: Some(party(&retailer(), "Harbor House")), ..manifest(7) };
    put(&mirror, TransferList::Rejected, vec![told]);
    let current = |list| mirror.transfer(&distributor(), list, 7).unwrap().unwrap().deliveries_current;
    assert!(current(TransferList::Rejected) && current(TransferList::Outgoing));
    put_detail(&mirror, TransferList::Rejected, 7, vec![carried(1, "Accepted"), carried(2, "Returned")]);
    assert!(current(TransferList::Rejected) && current(TransferList::Outgoing), "read for one, read for both");
    assert_eq!(mirror.transfer_details_wanted(&distributor(), minute(0), 10).unwrap(), []);
    mirror.transfers_left(&distributor(), TransferList::Rejected, &[7]).unwrap();
    assert!(mirror.transfer(&distributor(), TransferList::Rejected, 7).unwrap().is_none());
    assert!(current(TransferList::Outgoing), "what is below stays while the outgoing row does");
}

#[test]
fn every_state_has_its_word() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let of = |packages: &[&str]| packages.iter().zip(1..).map(|(state, id)| carried(id, state)).collect::<Vec<_>>();
    let head = manifest;
    let cases: [(TransferRecord, Option<Vec<DeliveryPackageRecord>>, TransferState); 11] = [
        (head(1), None, TransferState::Registered),
        (TransferRecord { departed: Some(minute(5)), ..head(2) }, None, TransferState::InTransit),
        (TransferRecord { received: Some(minute(5)), received_packages: 2, ..head(3) }, None, TransferState::Received),
        (TransferRecord { received: Some(minute(5)), received_packages: 1, ..head(4) }, None, TransferState::Partly),
        (TransferRecord { received: Some(minute(5)), ..head(5) }, None, TransferState::Rejected),
        (TransferRecord { voided: true, ..head(6) }, None, TransferState::Voided),
        (head(7), Some(of(&["Accepted", "Accepted"])), TransferState::Received),
        (head(8), Some(of(&["Accepted", "Rejected"])), TransferState::Partly),
        (head(9), Some(of(&["Rejected", "Returned"])), TransferState::Rejected),
        (head(10), Some(of(&["Accepted", "Shipped"])), TransferState::Partly),
        (TransferRecord { departed: Some(minute(5)), ..head(11) }, Some(of(&["Shipped"])), TransferState::InTransit),
    ];
    for (record, below, state) in cases {
        let id = record.transfer_id;
        put(&mirror, TransferList::Outgoing, vec![record]);
        if let Some(packages) = below {
            put_detail(&mirror, TransferList::Outgoing, id, packages);
        }
        let head = mirror.transfer(&distributor(), TransferList::Outgoing, id).unwrap().unwrap().head;
        assert_eq!((head.stage, head.state.as_str()), (Some(state), state.words()), "manifest {id}");
    }
    mirror.transfers_left(&distributor(), TransferList::Outgoing, &[1, 7]).unwrap();
    let stage = |id| mirror.transfer(&distributor(), TransferList::Outgoing, id).unwrap().unwrap().head.stage;
    assert_eq!(stage(1), Some(TransferState::Gone));
    assert_eq!(stage(7), Some(TransferState::Received), "what was received was received");
    assert_eq!(mirror.transfers_in(&distributor(), TransferList::Outgoing, 0..=i64::MAX / 1_000_000).unwrap().len(), 9);
    put(&mirror, TransferList::Outgoing, vec![manifest(1)]);
    assert_eq!(stage(1), Some(TransferState::Registered), "listed again");
}

#[test]
fn transfers_are_searched_filtered_and_sorted() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let other = TransferRecord { driver: "Solomon Pike".to_owned(), packages: 40, ..manifest(8) };
    put(&mirror, TransferList::Outgoing, vec![manifest(7), other, manifest(9)]);
    put(
        &mirror,
        TransferList::Template,
        vec![TransferRecord { name: "Tuesday".to_owned(), manifest: String::new(), ..manifest(7) }],
    );
    put_detail(&mirror, TransferList::Outgoing, 8, vec![carried(1234, "Shipped")]);
    put_detail(&mirror, TransferList::Template, 7, vec![carried(5678, "Shipped")]);
    let find = |search: &str| numbers(&mirror, &question(Collection::OutgoingTransfers, search));
    assert_eq!(find(""), [9, 8, 7], "newest first");
    assert_eq!(find("0000000008"), [8]);
    assert_eq!(find("pike"), [8]);
    assert_eq!(find("pi"), [8], "the beginning of a word");
    assert_eq!(find("harbor"), [8], "the recipient, from the delivery");
    assert_eq!(find("000001234"), [8], "a running number");
    assert_eq!(find(tag(1234).as_str()), [8], "a whole tag");
    assert_eq!(find("1A4060"), [8], "a part of a tag's head");
    assert_eq!(find("000005678"), [] as [i64; 0], "a template's packages are the template's");
    assert_eq!(numbers(&mirror, &question(Collection::TransferTemplates, "000005678 tues")), [7]);
    let filtered = |column: &str, test| {
        let filters = vec![ColumnFilter { column: column.to_owned(), test }];
        numbers(&mirror, &ViewSpec { filters, ..question(Collection::OutgoingTransfers, "") })
    };
    let value = |text: &str| text.to_owned();
    assert_eq!(filtered("departs", FilterTest::Equals { value: value("2026-11-25") }), [8], "a day of a local time");
    assert_eq!(filtered("packages", FilterTest::AtLeast { value: value("3") }), [8]);
    assert_eq!(filtered("state", FilterTest::OneOf { values: vec![value("Registered")] }), [9, 8, 7]);
    let sorted = ViewSpec { sort: vec![by("number", false)], ..question(Collection::OutgoingTransfers, "") };
    assert_eq!(numbers(&mirror, &sorted), [7, 8, 9]);
    for collection in [Collection::IncomingTransfers, Collection::RejectedTransfers, Collection::TransferTemplates] {
        for column in Mirror::columns(collection, None) {
            let spec = ViewSpec { sort: vec![by(&column.id, true)], ..question(collection, "") };
            rows(&mirror, &spec);
        }
    }
    mirror.forget_license(&distributor()).unwrap();
    assert_eq!(find(""), [] as [i64; 0]);
}

#[test]
fn facts_of_tags_come_in_the_order_asked() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let put_package = |list, row| mirror.store_page(page(&distributor(), Records::Packages { list, rows: vec![row] }));
    put_package(PackageList::Active, package(1)).unwrap();
    put_package(PackageList::InTransit, package(2)).unwrap();
    put_package(PackageList::Inactive, mirror::PackageRecord { is_finished: true, ..package(3) }).unwrap();
    // The same tag twice: it left, and came back under a new id.
    put_package(PackageList::Inactive, mirror::PackageRecord { tag: tag(1), ..package(99) }).unwrap();
    store(&mirror, &retailer(), PackageList::Active, vec![package(5)]);
    let gone = TransferredRecord {
        transferred_id: 1,
        package_id: 4,
        tag: tag(4),
        source_harvests: String::new(),
        source_packages: String::new(),
        item: "OG Kush".to_owned(),
        category: "Flower".to_owned(),
        item_strain: String::new(),
        quantity: Decimal::from(12),
        unit: "g".to_owned(),
        lab_testing: LabTestingState::TestPassed,
        manifest: "0000000006".to_owned(),
        recipient: Some(party(&retailer(), "Harbor House")),
        shipment_state: "Accepted".to_owned(),
        departed: Some(minute(4)),
        received: Some(minute(5)),
        rest: Value::Null,
    };
    put(&mirror, TransferList::Outgoing, vec![manifest(6), manifest(7)]);
    mirror.store_page(page(&distributor(), Records::Transferred(vec![gone]))).unwrap();
    put_detail(&mirror, TransferList::Outgoing, 7, vec![carried(2, "Shipped")]);
    let asked: Vec<Tag> = [4, 5, 3, 2, 1].into_iter().map(tag).collect();
    let facts = mirror.package_facts(&distributor(), &asked).unwrap();
    let [left, elsewhere, finished, travels, here] = facts.as_slice() else { panic!("{facts:?}") };
    let told = left.as_ref().map(|facts| (facts.list, facts.item.as_str(), facts.manifest.as_str()));
    assert_eq!(told, Some((PackageList::Transferred, "OG Kush", "0000000006")));
    assert_eq!(*elsewhere, None, "another license's books are not these");
    assert!(finished.as_ref().is_some_and(|facts| facts.is_finished));
    assert_eq!(travels.as_ref().map(|facts| facts.manifest.as_str()), Some("0000000007"), "from the deliveries");
    assert_eq!(here.as_ref().map(|facts| (facts.package_id, facts.list)), Some((1, PackageList::Active)));

    let row = mirror.transfer(&distributor(), TransferList::Outgoing, 6).unwrap().unwrap().head;
    assert_eq!(row.other_name, "Harbor House", "who got it, as the list of transferred packages tells");
    let with = mirror.transfers_with_package(&distributor(), &tag(4)).unwrap();
    assert_eq!(with.iter().map(|with| with.transfer.transfer_id).collect::<Vec<_>>(), [6]);
    assert_eq!(mirror.destinations(&distributor()).unwrap().len(), 1);
    let wanted = mirror.transfer_details_wanted(&distributor(), minute(1_000), 10).unwrap();
    assert_eq!(wanted.iter().map(|wanted| wanted.transfer_id).collect::<Vec<_>>(), [6], "7 was read");
}
