//! What the mirror's tests share: named licenses and packages that are easy to vary.

use jiff::Timestamp;
use mirror::view::{Collection, PackageTab, SortKey, View, ViewSpec};
use mirror::{Interrupt, Mirror, PackageList, PackageRecord, PageWrite, Records, Stored};
use rules::{LabTestingState, LicenseNumber, Party, Tag};
use rust_decimal::Decimal;
use serde_json::Value;

pub fn retailer() -> LicenseNumber {
    LicenseNumber::new("C10-0000001-LIC")
}

pub fn cultivator() -> LicenseNumber {
    LicenseNumber::new("CCL21-0000002")
}

pub fn laboratory() -> LicenseNumber {
    LicenseNumber::new("C8-0000003-LIC")
}

pub fn distributor() -> LicenseNumber {
    LicenseNumber::new("C11-0000004-LIC")
}

pub fn party(license: &LicenseNumber, name: &str) -> Party {
    Party { license: license.clone(), name: name.to_owned() }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Noon of a day of 2026, by minutes since.
pub fn minute(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000 + minutes * 60).unwrap()
}

pub fn tag(number: i64) -> Tag {
    Tag::from_state(format!("1A4060300002199{number:09}"))
}

/// A package that was made here, last changed in the minute of its id.
pub fn package(id: i64) -> PackageRecord {
    PackageRecord {
        package_id: id,
        tag: tag(id),
        source_harvests: String::new(),
        source_packages: String::new(),
        location: "Vault".to_owned(),
        sublocation: String::new(),
        item: "Blue Dream Flower".to_owned(),
        category: "Flower".to_owned(),
        item_strain: "Blue Dream".to_owned(),
        quantity: Decimal::from(id),
        unit: "g".to_owned(),
        unit_name: "Grams".to_owned(),
        production_batch: String::new(),
        lab_testing: LabTestingState::TestPassed,
        lab_testing_date: None,
        trade_sample: false,
        donation: false,
        testing_sample: false,
        hold: false,
        packaged_date: Some("2026-03-01".parse().unwrap()),
        received: None,
        received_manifest: String::new(),
        received_from: None,
        packaged_by: None,
        item_origin: None,
        is_finished: false,
        finished: None,
        manifest: String::new(),
        note: String::new(),
        last_modified: Some(minute(id)),
        rest: Value::Null,
    }
}

pub fn page(license: &LicenseNumber, records: Records) -> PageWrite {
    PageWrite {
        license: license.clone(),
        stream: "packages".to_owned(),
        records,
        cursor: None,
        sweep: None,
        at: at("2026-11-23T04:00:00Z"),
    }
}

pub fn store(mirror: &Mirror, license: &LicenseNumber, list: PackageList, rows: Vec<PackageRecord>) -> Stored {
    mirror.store_page(page(license, Records::Packages { list, rows })).unwrap()
}

pub fn active(licenses: &[LicenseNumber]) -> ViewSpec {
    ViewSpec {
        collection: Collection::Packages,
        tab: Some(PackageTab::Active),
        licenses: licenses.to_vec(),
        search: String::new(),
        filters: Vec::new(),
        sort: Vec::new(),
    }
}

pub fn search(licenses: &[LicenseNumber], words: &str) -> ViewSpec {
    ViewSpec { search: words.to_owned(), ..active(licenses) }
}

pub fn by(column: &str, descending: bool) -> SortKey {
    SortKey { column: column.to_owned(), descending }
}

pub fn open(mirror: &Mirror, spec: &ViewSpec) -> View {
    mirror.open_view(spec, &Interrupt::new()).unwrap()
}

/// The state's ids of a view's packages, in its order.
pub fn ids(mirror: &Mirror, spec: &ViewSpec) -> Vec<i64> {
    let view = open(mirror, spec);
    let rows = mirror.package_rows(&view, 0, view.len()).unwrap();
    rows.into_iter().map(|row| row.unwrap().package_id).collect()
}
