//! Searching, filtering and sorting of text, over all of Unicode and as Spanish names are looked for.

use mirror::view::{Collection, ColumnFilter, FilterTest, ViewSpec};
use mirror::{Mirror, PackageList, PackageRecord};

use crate::common::*;
use crate::transfers::manifest_of_driver;

/// Each with a name in all three of item, location and note.
const NAMES: [&str; 8] = ["Piña Exprés", "PINA EXPRES", "Oro", "Ñame", "Nuez", "ÉBANO", "Dulce María", "dulce maria"];

fn filled(mirror: &Mirror) {
    let rows = (1..).zip(NAMES).map(|(id, name)| PackageRecord {
        item: name.to_owned(),
        location: format!("Anaquel {name}"),
        note: format!("de {name}"),
        production_batch: name.to_owned(),
        ..package(id)
    });
    store(mirror, &retailer(), PackageList::Active, rows.collect());
}

fn found(mirror: &Mirror, spec: &ViewSpec) -> Vec<i64> {
    let mut found = ids(mirror, spec);
    found.sort_unstable();
    found
}

#[test]
fn the_search_box_ignores_case_and_accents_in_every_script() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    filled(&mirror);
    let cases: [(&str, &[i64]); 9] = [
        ("piña", &[1, 2]),
        ("PIÑA", &[1, 2]),
        ("pina", &[1, 2]),
        ("exprés", &[1, 2]),
        ("ébano", &[6]),
        ("EBANO", &[6]),
        ("María", &[7, 8]),
        ("ñam", &[4]),
        ("éb", &[6]),
    ];
    for (typed, wanted) in cases {
        assert_eq!(found(&mirror, &search(&[retailer()], typed)), wanted, "“{typed}”");
    }
    // What is a row's own is found in the full-text table, not by value.
    let own =
        (20..).zip(["Lote Ñandú", "ΟΔΟΣ 7"]).map(|(id, note)| PackageRecord { note: note.to_owned(), ..package(id) });
    store(&mirror, &retailer(), PackageList::Active, own.collect());
    for typed in ["ñandú", "NANDU", "Ñandu"] {
        assert_eq!(found(&mirror, &search(&[retailer()], typed)), [20], "“{typed}”");
    }
    assert_eq!(found(&mirror, &search(&[retailer()], "οδός")), [21]);
}

#[test]
fn filters_of_text_ignore_case_and_accents() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    filled(&mirror);
    let text = |text: &str| text.to_owned();
    let all: Vec<i64> = (1..=8).collect();
    let but = |gone: &[i64]| all.iter().copied().filter(|id| !gone.contains(id)).collect::<Vec<_>>();
    for column in ["item", "production_batch"] {
        let cases = [
            (FilterTest::Contains { value: text("ÑA E") }, vec![1, 2]),
            (FilterTest::NotContains { value: text("maría") }, but(&[7, 8])),
            (FilterTest::StartsWith { value: text("é") }, vec![6]),
            (FilterTest::EndsWith { value: text("MARIA") }, vec![7, 8]),
            (FilterTest::Equals { value: text("DULCE MARÍA") }, vec![7, 8]),
            // As whole texts, a word with ñ is another word.
            (FilterTest::Equals { value: text("piña expres") }, vec![1]),
            (FilterTest::NotEquals { value: text("ebano") }, but(&[6])),
            (FilterTest::OneOf { values: vec![text("ebano"), text("ÑAME"), text("nothing")] }, vec![4, 6]),
        ];
        for (test, wanted) in cases {
            let filters = vec![ColumnFilter { column: column.to_owned(), test: test.clone() }];
            assert_eq!(found(&mirror, &ViewSpec { filters, ..active(&[retailer()]) }), wanted, "{column} {test:?}");
        }
    }
}

#[test]
fn text_is_sorted_as_a_person_reads_it() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    filled(&mirror);
    // Dulce María and dulce maria, Ébano, Nuez, Ñame, Oro; ñ after n and before o, and n before ñ inside a word too.
    let wanted = [7, 8, 6, 5, 4, 3, 2, 1];
    for column in ["item", "location", "production_batch"] {
        for descending in [false, true] {
            let sorted = ids(&mirror, &ViewSpec { sort: vec![by(column, descending)], ..active(&[retailer()]) });
            let mut wanted = wanted.to_vec();
            if descending {
                wanted.reverse();
            }
            assert_eq!(sorted, wanted, "{column}, descending: {descending}");
        }
    }
}

#[test]
fn a_short_word_finds_a_driver_whose_name_has_an_accent() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    manifest_of_driver(&mirror, 7, "Íñigo Ávila");
    for typed in ["íñ", "IN", "av", "ávila", "AVILA", "inigo"] {
        let spec = ViewSpec {
            collection: Collection::OutgoingTransfers,
            tab: None,
            search: typed.to_owned(),
            ..active(&[distributor()])
        };
        assert_eq!(open(&mirror, &spec).len(), 1, "“{typed}”");
    }
}
