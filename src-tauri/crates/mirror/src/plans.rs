//! The plans of the hot queries: each is answered by the index that was made for it.

use rusqlite::Connection;

use crate::collection::{Collection, Grid, PACKAGE, PackageTab, Tags, grids};
use crate::view::{ColumnFilter, FilterTest, SortKey, Source, ViewSpec, asked, ordered};
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

/// A grid for one license and for two.
fn sources(grid: &'static Grid) -> [Source; 2] {
    [vec![1], vec![1, 2]].map(|licenses| Source { grid, licenses })
}

/// What a plan begins with that reads a grid's part of its table from an index.
fn from_index(source: &Source, index: &str, then: &str) -> String {
    let steps: Vec<&str> =
        source.grid.list.map(|_| "list=?").into_iter().chain((!then.is_empty()).then_some(then)).collect();
    match steps.as_slice() {
        [] => format!("SCAN p USING COVERING INDEX {index}"),
        steps => format!("SEARCH p USING COVERING INDEX {index} ({}", steps.join(" AND ")),
    }
}

#[test]
fn every_index_that_a_collection_declares_is_there_and_has_what_it_says() {
    let (_dir, db) = filled();
    let columns_of = |index: &str| -> Vec<String> {
        let mut info = db.prepare("SELECT name FROM pragma_index_info(?1) ORDER BY seqno").unwrap();
        info.query_map([index], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    for grid in grids() {
        let table = grid.table;
        let list = grid.list.map(|_| "list");
        for sorted in table.sorted {
            let index = table.sort_index(sorted[0]).unwrap();
            let columns: Vec<&str> = list.into_iter().chain(sorted.iter().copied()).chain(["license_id"]).collect();
            assert_eq!(columns_of(&index), columns, "{index}");
        }
        if let Some(amount) = table.total() {
            let columns: Vec<&str> = list.into_iter().chain([amount.unit, "license_id", amount.column]).collect();
            assert_eq!(columns_of(&format!("{}_by_unit", table.name)), columns, "{}", table.name);
        }
        for shared in table.shared {
            let sorted = table.sorted_by(shared.first()).unwrap_or_default();
            assert!(sorted.starts_with(shared.columns), "{:?} of {} are in the order of no index", shared, table.name);
        }
    }
}

#[test]
fn an_indexed_sort_of_any_grid_walks_its_index_and_sorts_nothing() {
    let (_dir, db) = filled();
    for source in grids().flat_map(sources) {
        let table = source.table();
        // By the columns of the grid alone can it be asked for.
        let columns =
            table.sorted.iter().map(|columns| columns[0]).filter(|column| source.grid.column(column).is_some());
        for column in columns {
            // What one calls last modified is shown as a text beside the number that the index has.
            if column == table.order.column() {
                continue;
            }
            for descending in [false, true] {
                let plan =
                    plan(&db, &ordered(&source, &[SortKey { column: column.to_owned(), descending }], true).unwrap());
                let expected = from_index(&source, &table.sort_index(column).unwrap(), "");
                assert!(
                    plan.starts_with(&expected) && !plan.contains("TEMP B-TREE"),
                    "{:?} {column}: {plan}",
                    source.grid.name
                );
            }
        }
        let newest = plan(&db, &ordered(&source, &[], true).unwrap());
        let expected = from_index(&source, &table.sort_index(table.order.column()).unwrap(), "");
        assert!(newest.starts_with(&expected) && !newest.contains("TEMP B-TREE"), "{}: {newest}", source.grid.name);
    }
}

#[test]
fn every_column_of_any_grid_sorts_filters_and_is_read() {
    let (_dir, db) = filled();
    for source in grids().flat_map(sources) {
        let grid = source.grid;
        let by_id = plan(&db, &grid.row_by_id(grid.fields()));
        assert!(by_id.starts_with("SEARCH p USING INTEGER PRIMARY KEY (rowid=?)"), "{}: {by_id}", grid.name);
        for column in grid.columns() {
            let key = SortKey { column: column.id.to_owned(), descending: false };
            plan(&db, &ordered(&source, std::slice::from_ref(&key), true).unwrap());
            let test = FilterTest::Contains { value: "a".to_owned() };
            let filter = ColumnFilter { column: column.id.to_owned(), test };
            plan(&db, &source.select_where(&asked(&source, &filter).unwrap().sql));
        }
        for column in grid.states_order() {
            assert!(grid.column(column).is_some(), "{}: the state's order names {column}", grid.name);
        }
    }
}

#[test]
fn totals_and_search_of_any_grid_use_the_indexes_that_it_declares() {
    let (_dir, db) = filled();
    for source in grids().flat_map(sources) {
        let table = source.table();
        let begins = |what: &str, sql: &str, expected: &str| {
            let plan = plan(&db, sql);
            assert!(plan.starts_with(expected), "{} of {}: {plan}", what, source.grid.name);
        };
        let words = format!("SELECT rowid FROM {0} WHERE {0} MATCH ?1", table.words);
        begins("words", &words, &format!("SCAN {} VIRTUAL TABLE INDEX 0:M1", table.words));
        if let Some(amount) = table.total() {
            let by_unit = format!("{}_by_unit", table.name);
            let equal = format!("{}=?", amount.unit);
            begins("totals", &source.amounts_of_unit(amount), &from_index(&source, &by_unit, &equal));
            let behind = format!("{}>?", amount.unit);
            begins("units", &source.next_unit(amount), &from_index(&source, &by_unit, &behind));
            begins(
                "inexact amounts",
                &source.inexact(amount),
                match source.grid.list {
                    Some(_) => "SEARCH p USING INDEX",
                    None => "SCAN p USING INDEX",
                },
            );
        }
        for amount in table.amounts.iter().filter(|amount| table.sorted_by(amount.column).is_some()) {
            let index = table.sort_index(amount.column).unwrap();
            let equal = format!("{}=?", amount.column);
            begins("an amount", &source.select_amount(amount, false), &from_index(&source, &index, &equal));
        }
        if let Tags::Own { .. } = table.tags {
            let index = table.sort_index("tag").unwrap();
            begins("heads of tags", &source.next_tag(), &from_index(&source, &index, "tag>?"));
            begins("tags of a head", &source.select_tags(), &from_index(&source, &index, "tag>? AND tag<?"));
        }
        for (day, _) in table.days {
            if let Some(index) = table.sort_index(day) {
                begins(
                    "a day",
                    &source.select_days(day, 1),
                    &from_index(&source, &index, &format!("{day}>? AND {day}<?")),
                );
            } else {
                plan(&db, &source.select_days(day, 2));
            }
        }
        for shared in table.shared {
            let index = table.sort_index(shared.first()).unwrap();
            let all = shared.columns.iter().map(|column| format!("{column}=?")).collect::<Vec<_>>().join(" AND ");
            begins("a shared value", &source.select_value(shared, usize::MAX), &from_index(&source, &index, &all));
            let first = format!("{}>?", shared.first());
            begins("the next shared value", &source.next_value(shared, 0), &from_index(&source, &index, &first));
        }
        if table.shared.is_empty() {
            plan(&db, &source.select_where(&format!("part_of({}, ?1)", table.short_text())));
        }
    }
}

#[test]
fn a_small_license_beside_a_large_one_is_read_by_itself() {
    let (_dir, db) = filled();
    let mut spec = spec(vec![SortKey { column: "item".to_owned(), descending: false }]);
    spec.licenses.remove(0);
    let source = Source::of(&db, &spec).unwrap();
    let plan = plan(&db, &ordered(&source, &spec.sort, false).unwrap());
    assert!(plan.starts_with("SEARCH p USING INDEX package_by_list (license_id=? AND list=?"), "{plan}");
}

#[test]
fn cards_facts_places_and_searched_values_use_their_indexes() {
    let (_dir, db) = filled();
    let source = Source::of(&db, &spec(Vec::new())).unwrap();
    let product = PACKAGE.shared_by("item").unwrap();
    let cases = [
        (
            "a filter",
            source.select_where("p.item LIKE '%' || ?1"),
            "SEARCH p USING COVERING INDEX package_sort_item (list=?)",
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
            "days, each by itself",
            source.select_days("received", 2),
            "COMPOUND QUERY; LEFT-MOST SUBQUERY; SEARCH p USING COVERING INDEX package_sort_received (list=? AND \
             received>? AND received<?); UNION ALL; SEARCH p USING COVERING INDEX package_sort_received (list=? AND \
             received>?",
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
