//! The license's own lists: items, strains, locations, employees, tags.

use jiff::Timestamp;
use mirror::view::{Collection, ColumnFilter, FilterTest, ViewSpec};
use mirror::{Mirror, PageWrite, Records, ReferenceKind, ReferenceRecord};
use serde_json::{Value, json};

use crate::common::*;

fn record(key: i64, name: &str, rest: Value) -> ReferenceRecord {
    ReferenceRecord { key: key.to_string(), name: name.to_owned(), rest }
}

fn put(mirror: &Mirror, kind: ReferenceKind, at: Timestamp, rows: Vec<ReferenceRecord>) -> u64 {
    let page = PageWrite { at, ..page(&retailer(), Records::References { kind, rows }) };
    mirror.store_page(page).unwrap().changed
}

fn filled() -> (tempfile::TempDir, Mirror) {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let items = vec![
        record(1, "Piña Eighth", json!({ "ProductCategoryName": "Flower", "StrainName": "Piña", "IsUsed": true })),
        record(2, "blue Vape", json!({ "ProductCategoryName": "Vape Cartridge", "UnitOfMeasureName": "Each" })),
        record(3, "Árbol Shake", json!({ "ProductCategoryName": "Shake", "IsUsed": false, "UnitWeight": 1.50 })),
    ];
    assert_eq!(put(&mirror, ReferenceKind::Items, minute(1), items), 3);
    (dir, mirror)
}

fn names(mirror: &Mirror, spec: &ViewSpec) -> Vec<String> {
    let view = open(mirror, spec);
    let rows = mirror.rows(&view, 0, view.len()).unwrap().into_iter().flatten();
    rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn items() -> ViewSpec {
    ViewSpec { collection: Collection::Items, tab: None, ..active(&[retailer()]) }
}

#[test]
fn a_list_stands_by_name_is_searched_filtered_and_read_by_its_columns() {
    let (_dir, mirror) = filled();
    assert_eq!(names(&mirror, &items()), ["Árbol Shake", "blue Vape", "Piña Eighth"], "as people order names");
    let searched = |words: &str| names(&mirror, &ViewSpec { search: words.to_owned(), ..items() });
    assert_eq!(searched("cartridge"), ["blue Vape"], "by what stands beside the name");
    assert_eq!(searched("pina"), ["Piña Eighth"]);
    assert_eq!(searched("sh"), ["Árbol Shake"], "a short word at the beginning of one of the name's");
    let by = |column: &str, descending| names(&mirror, &ViewSpec { sort: vec![by(column, descending)], ..items() });
    assert_eq!(by("category", true), ["blue Vape", "Árbol Shake", "Piña Eighth"]);
    let filter = |column: &str, test| {
        let filters = vec![ColumnFilter { column: column.to_owned(), test }];
        names(&mirror, &ViewSpec { filters, ..items() })
    };
    assert_eq!(filter("used", FilterTest::Equals { value: "yes".to_owned() }), ["Piña Eighth"]);
    assert_eq!(filter("item_strain", FilterTest::Blank), ["Árbol Shake", "blue Vape"]);
    let view = open(&mirror, &items());
    let row = mirror.rows(&view, 2, 3).unwrap().remove(0).unwrap();
    assert_eq!((&row["key"], &row["used"], &row["brand"]), (&json!("1"), &json!(true), &json!("")));
    assert_eq!(row["license"], json!(retailer().as_str()));
}

#[test]
fn a_record_is_told_whole_with_the_columns_first_and_without_what_is_empty() {
    let (_dir, mirror) = filled();
    let sent = json!({ "Id": 4, "Name": "Rosin", "StrainName": " ", "IsUsed": false, "UnitThcPercent": 71.50,
        "ProductCategoryName": "Concentrate", "ItemBrandName": null, "GlobalProduct": { "Name": "House", "Tags": [] },
        "Allergens": ["nuts", "", null, 3], "Ingredients": [{ "Name": "Oil" }, { "Name": "" }] });
    put(&mirror, ReferenceKind::Items, minute(2), vec![record(4, "Rosin", sent)]);
    let found = mirror.listed(&retailer(), Collection::Items, "4").unwrap().unwrap();
    assert_eq!(found.name, "Rosin");
    let fields = found.fields.iter().map(|field| {
        let column = field.column.as_ref().map_or("", |column| column.id.as_str());
        (column, field.path.join("/"), field.value.to_string())
    });
    let row = |column, path: &str, value: &str| (column, path.to_owned(), value.to_owned());
    assert_eq!(
        fields.collect::<Vec<_>>(),
        [
            row("category", "ProductCategoryName", "\"Concentrate\""),
            row("used", "IsUsed", "false"),
            row("", "Allergens", "\"nuts, 3\""),
            row("", "GlobalProduct/Name", "\"House\""),
            row("", "Id", "4"),
            row("", "Ingredients/1/Name", "\"Oil\""),
            row("", "UnitThcPercent", "71.5"),
        ]
    );
    assert_eq!(mirror.listed(&retailer(), Collection::Strains, "4").unwrap(), None, "on that list it is not");
    assert!(matches!(mirror.listed(&retailer(), Collection::Packages, "4"), Err(mirror::MirrorError::WrongCollection)));
}

#[test]
fn each_list_knows_what_was_sent_by_the_titles_of_its_columns() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let of = |collection, kind, name: &str, sent: Value| {
        put(&mirror, kind, minute(1), vec![record(1, name, sent)]);
        let found = mirror.listed(&retailer(), collection, "1").unwrap().unwrap();
        found
            .fields
            .into_iter()
            .map(|field| field.column.map_or_else(|| field.path.join("/"), |column| column.title))
            .collect::<Vec<_>>()
    };
    let strain = json!({ "Name": "Piña", "IsUsed": true, "Genetics": "Sativa", "SativaPercentage": 100 });
    assert_eq!(
        of(Collection::Strains, ReferenceKind::Strains, "Piña", strain),
        ["Genetics", "Used", "SativaPercentage"]
    );
    let place = json!({ "Name": "Vault", "ForPackages": true, "LocationTypeName": "Default" });
    assert_eq!(of(Collection::Locations, ReferenceKind::Locations, "Vault", place), ["Location Type", "For Packages"]);
    let person = json!({ "FullName": "Rosa", "IsOwner": true, "License": { "EmployeeLicenseNumber": "7",
        "StartDate": "2026-01-02", "EndDate": "2027-01-02", "LicenseType": "Manager" } });
    assert_eq!(
        of(Collection::Employees, ReferenceKind::Employees, "Rosa", person),
        ["Employee License No.", "Start Date", "End Date", "Owner", "License/LicenseType"]
    );
    let label = tag(1).to_string();
    let tags = json!({ "Label": label, "TagInventoryTypeName": "CannabisPackage", "Id": 1 });
    assert_eq!(of(Collection::PackageTags, ReferenceKind::PackageTags, &label, tags), ["Tag Type", "Id"]);
}

#[test]
fn what_is_no_longer_used_leaves_the_list_and_may_come_back() {
    let (_dir, mirror) = filled();
    let shake = || vec![record(3, "Árbol Shake", json!({ "ProductCategoryName": "Shake" }))];
    let before = mirror.revision().unwrap();
    assert_eq!(put(&mirror, ReferenceKind::InactiveItems, minute(2), shake()), 1);
    let told = mirror.changes_since(before).unwrap().by;
    assert_eq!(
        told.iter().map(|(at, n)| (at.collection, *n)).collect::<Vec<_>>(),
        [(Collection::Items, 1)],
        "who looks at items hears of it"
    );
    assert_eq!(names(&mirror, &items()), ["blue Vape", "Piña Eighth"]);
    assert_eq!(put(&mirror, ReferenceKind::Items, minute(1), shake()), 0, "an older reading brings nothing back");
    assert_eq!(names(&mirror, &items()).len(), 2);
    assert_eq!(put(&mirror, ReferenceKind::Items, minute(3), shake()), 1);
    assert_eq!(names(&mirror, &items()).len(), 3);
    assert!(
        mirror.references(&retailer(), ReferenceKind::InactiveItems).unwrap().is_empty(),
        "it is in one of the two"
    );
}

#[test]
fn what_comes_in_another_type_than_documented_is_shown_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let odd = json!({ "License": { "EmployeeLicenseNumber": 7.5, "StartDate": 5, "EndDate": "2029-03-08T00:00:00" },
        "IsOwner": 2.5, "IsManager": "true" });
    put(&mirror, ReferenceKind::Employees, minute(1), vec![record(1, "Rosa", odd)]);
    let view = open(&mirror, &ViewSpec { collection: Collection::Employees, tab: None, ..active(&[retailer()]) });
    let row = mirror.rows(&view, 0, 1).unwrap().remove(0).unwrap();
    assert_eq!(
        (&row["employee_license"], &row["begins"], &row["ends"]),
        (&json!("7.5"), &json!(""), &json!("2029-03-08"))
    );
}

#[test]
fn a_tag_that_is_on_nothing_yet_is_found_by_any_part_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let tags = (1..=3).map(|id| record(id, tag(id).as_str(), json!({ "TagInventoryTypeName": "CannabisPackage" })));
    put(&mirror, ReferenceKind::PackageTags, minute(1), tags.collect());
    let spec = ViewSpec { collection: Collection::PackageTags, tab: None, ..active(&[retailer()]) };
    let searched = |words: &str| names(&mirror, &ViewSpec { search: words.to_owned(), ..spec.clone() });
    assert_eq!(searched(tag(2).as_str()), [tag(2).as_str()]);
    assert_eq!(searched("1a40603").len(), 3, "the head of a tag");
    assert_eq!(searched("000000003"), [tag(3).as_str()]);
}

/// An earlier version kept these records before their list had a grid, and found them by their names alone.
#[test]
fn what_was_stored_before_its_list_had_columns_is_found_by_them_once_it_is_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let driver = || vec![record(1, "Marguerite Ojeda", json!({ "DriversLicenseNumber": "D4471920" }))];
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    put(&mirror, ReferenceKind::Drivers, minute(1), driver());
    drop(mirror);
    let db = rusqlite::Connection::open(dir.path().join("mirror.db")).unwrap();
    db.execute_batch(
        "UPDATE listed SET words = 7; DELETE FROM listed_words;
         INSERT INTO listed_words (rowid, words) SELECT id, 'marguerite ojeda' FROM listed;",
    )
    .unwrap();
    drop(db);

    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let spec = ViewSpec { collection: Collection::Drivers, tab: None, ..active(&[retailer()]) };
    let searched = |words: &str| names(&mirror, &ViewSpec { search: words.to_owned(), ..spec.clone() });
    assert!(searched("4471920").is_empty() && searched("ojeda").len() == 1);
    assert_eq!(put(&mirror, ReferenceKind::Drivers, minute(2), driver()), 1, "who looks at the list is told");
    assert_eq!(searched("4471920"), ["Marguerite Ojeda"]);
    assert_eq!(searched("ojeda").len(), 1);
    assert_eq!(put(&mirror, ReferenceKind::Drivers, minute(3), driver()), 0, "once");
}
