//! The plans of the hot queries: each is answered by the index that was made for it.

use rusqlite::Connection;

use crate::table::package;
use crate::view::{Collection, ColumnFilter, FilterTest, PackageTab, SortKey, Source, ViewSpec, asked, ordered};
use crate::{Mirror, facts, places};

/// Enough rows of one license that a sorted tab is read from its index, beside a few of another.
fn filled() -> (tempfile::TempDir, Connection) {
    let dir = tempfile::tempdir().unwrap();
    drop(Mirror::open(dir.path()).unwrap());
    let db = crate::open::writer(&crate::open::path(dir.path())).unwrap();
    db.execute_batch(
        "INSERT INTO license (number) VALUES ('C10-0000001-LIC'), ('CCL21-0000002');
         WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 20100)
         INSERT INTO package (license_id, package_id, list, tag, item) SELECT 1 + (n > 20050), n, 1, n, n % 7 FROM counted;",
    )
    .unwrap();
    (dir, db)
}

fn spec(sort: Vec<SortKey>) -> ViewSpec {
    ViewSpec {
        collection: Collection::Packages,
        tab: Some(PackageTab::Active),
        licenses: ["C10-0000001-LIC", "CCL21-0000002"].map(rules::LicenseNumber::new).to_vec(),
        search: String::new(),
        filters: Vec::new(),
        sort,
    }
}

fn plan(db: &Connection, sql: &str) -> String {
    let mut explained = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let parameters = explained.parameter_count();
    let steps = explained.query_map(rusqlite::params_from_iter(vec!["1"; parameters]), |row| row.get(3)).unwrap();
    steps.collect::<Result<Vec<String>, _>>().unwrap().join("; ")
}

#[test]
fn an_indexed_sort_walks_its_index_and_sorts_nothing() {
    let (_dir, db) = filled();
    for column in [
        "tag",
        "item",
        "category",
        "item_strain",
        "location",
        "quantity",
        "lab_testing",
        "packaged_date",
        "received_from",
    ] {
        for descending in [false, true] {
            for licenses in [1, 2] {
                let mut spec = spec(vec![SortKey { column: column.to_owned(), descending }]);
                spec.licenses.truncate(licenses);
                let source = Source::of(&db, &spec).unwrap();
                let plan = plan(&db, &ordered(&db, &source, &spec.sort).unwrap());
                let expected = format!("SEARCH p USING COVERING INDEX package_sort_{column} (list=?)");
                assert_eq!(plan, expected, "{licenses} licenses, descending: {descending}");
            }
        }
    }
    let source = Source::of(&db, &spec(Vec::new())).unwrap();
    let newest = plan(&db, &ordered(&db, &source, &[]).unwrap());
    assert_eq!(newest, "SEARCH p USING COVERING INDEX package_sort_last_modified (list=?)");
}

#[test]
fn a_small_license_beside_a_large_one_is_read_by_itself() {
    let (_dir, db) = filled();
    let mut spec = spec(vec![SortKey { column: "item".to_owned(), descending: false }]);
    spec.licenses.remove(0);
    let source = Source::of(&db, &spec).unwrap();
    let plan = plan(&db, &ordered(&db, &source, &spec.sort).unwrap());
    assert!(plan.starts_with("SEARCH p USING INDEX package_by_list (license_id=? AND list=?"), "{plan}");
}

#[test]
fn windows_cards_totals_filters_and_search_use_their_indexes() {
    let (_dir, db) = filled();
    let source = Source::of(&db, &spec(Vec::new())).unwrap();
    let [product, ..] = source.shared() else { panic!("packages share columns") };
    let cases = [
        ("a window", package::ROW_BY_ID.to_owned(), "SEARCH p USING INTEGER PRIMARY KEY (rowid=?)"),
        ("totals", source.amounts_of_unit(), "SEARCH p USING COVERING INDEX package_by_unit (list=? AND unit=?"),
        ("units", source.next_unit(), "SEARCH p USING COVERING INDEX package_by_unit (list=? AND unit>?)"),
        ("inexact amounts", source.inexact(), "SEARCH p USING INDEX package_inexact (list=?)"),
        ("heads of tags", source.next_tag(), "SEARCH p USING COVERING INDEX package_sort_tag (list=? AND tag>?)"),
        (
            "tags of a head",
            source.select_tags(),
            "SEARCH p USING COVERING INDEX package_sort_tag (list=? AND tag>? AND tag<?)",
        ),
        (
            "a filter",
            source.select_where("p.item LIKE '%' || ?1"),
            "SEARCH p USING COVERING INDEX package_sort_item (list=?)",
        ),
        (
            "search",
            format!("SELECT rowid FROM {0} WHERE {0} MATCH ?1", package::WORDS),
            "SCAN package_words VIRTUAL TABLE INDEX 0:M1",
        ),
        (
            "a shared value",
            source.select_value(product, usize::MAX),
            "SEARCH p USING COVERING INDEX package_sort_item (list=? AND item=? AND category=? AND item_strain=?)",
        ),
        (
            "an item that has one category and strain",
            source.select_value(product, 1),
            "SEARCH p USING COVERING INDEX package_sort_item (list=? AND item=?)",
        ),
        (
            "the next strain of an item",
            source.next_value(product, 2),
            "SEARCH p USING COVERING INDEX package_sort_item (list=? AND item=? AND category=? AND item_strain>?)",
        ),
        (
            "the next item",
            source.next_value(product, 0),
            "SEARCH p USING COVERING INDEX package_sort_item (list=? AND item>?)",
        ),
        (
            "days, each by itself",
            source.select_days("received", 2),
            "COMPOUND QUERY; LEFT-MOST SUBQUERY; SEARCH p USING COVERING INDEX package_sort_received (list=? AND \
             received>? AND received<?); UNION ALL; SEARCH p USING COVERING INDEX package_sort_received (list=? AND \
             received>?",
        ),
        (
            "an amount",
            source.select_amount(false),
            "SEARCH p USING COVERING INDEX package_sort_quantity (list=? AND quantity=?)",
        ),
        (
            "facts of a tag",
            facts::HELD.to_owned(),
            "SEARCH package USING INDEX package_sort_tag (list=? AND tag=? AND license_id=?)",
        ),
        (
            "facts of a tag that left",
            facts::TRANSFERRED.to_owned(),
            "SEARCH transferred USING INDEX transferred_sort_tag (tag=? AND license_id=?)",
        ),
        ("where a tag is", places::HELD.to_owned(), "SEARCH package USING INDEX package_sort_tag (list=? AND tag=?)"),
        ("where a tag was", places::LEFT.to_owned(), "SEARCH transferred USING INDEX transferred_sort_tag (tag=?)"),
        ("the manifest of a tag", facts::TRAVELS_ON.to_owned(), "SEARCH k USING INDEX transfer_package_by_tag (tag=?)"),
        (
            "where a tag was never received",
            crate::packager::NEVER_RECEIVED_AT.to_owned(),
            "SEARCH p USING INDEX package_sort_tag (list=? AND tag=?)",
        ),
        (
            "a card",
            "SELECT id FROM package WHERE list IN (1, 2, 3, 4, 5) AND tag = ?1 ORDER BY last_modified".to_owned(),
            "SEARCH package USING INDEX package_sort_tag (list=? AND tag=?)",
        ),
    ];
    for (what, sql, expected) in cases {
        let plan = plan(&db, &sql);
        assert!(plan.starts_with(expected), "{what}: {plan}");
    }
}

#[test]
fn a_filter_by_day_reads_the_index_of_its_list() {
    let (_dir, db) = filled();
    let source = Source::of(&db, &spec(Vec::new())).unwrap();
    let value = || "2026-11-01".to_owned();
    let tests = [
        FilterTest::Equals { value: value() },
        FilterTest::Less { value: value() },
        FilterTest::AtMost { value: value() },
        FilterTest::Greater { value: value() },
        FilterTest::AtLeast { value: value() },
        FilterTest::Between { from: value(), to: value() },
        FilterTest::OneOf { values: vec![value()] },
    ];
    for test in tests {
        for (column, expected) in [
            ("received", "SEARCH p USING COVERING INDEX package_sort_received (list=?"),
            ("packaged_date", "SEARCH p USING COVERING INDEX package_sort_packaged_date (list=?"),
        ] {
            let condition = asked(&source, &ColumnFilter { column: column.to_owned(), test: test.clone() }).unwrap();
            assert!(!condition.sql.contains("substr"), "a column inside a function has no index: {}", condition.sql);
            let plan = plan(&db, &source.select_where(&condition.sql));
            assert!(plan.starts_with(expected), "{column} {test:?}: {plan}");
        }
    }
}

#[test]
fn packages_are_found_by_id_and_by_tag_through_an_index() {
    let (_dir, db) = filled();
    let by_id = plan(&db, crate::brief::BY_ID);
    assert!(by_id.contains("(license_id=? AND package_id=?)"), "{by_id}");
    let by_tag = plan(&db, crate::brief::BY_TAG);
    assert!(by_tag.contains("package_sort_tag (list=? AND tag=? AND license_id=?)"), "{by_tag}");
}
