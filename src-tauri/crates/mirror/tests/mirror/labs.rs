//! A laboratory's samples: the state's rows, one a test, folded to one a sample.

use mirror::view::{Collection, ColumnFilter, FilterTest, ViewSpec};
use mirror::{LabSampleRecord, Mirror, MirrorError, Records};
use rust_decimal::Decimal;

use crate::common::*;

pub fn sample(id: i64, test: &str, passed: bool) -> LabSampleRecord {
    let mut package = package(id);
    package.testing_sample = true;
    package.received_from = Some(party(&retailer(), "Harbor Street"));
    LabSampleRecord {
        package,
        laboratory: Some(party(&laboratory(), "Bay Analytics")),
        overall_passed: passed,
        tested: Some("2026-06-02".parse().unwrap()),
        result_released: true,
        released: Some(at("2026-06-03T10:00:00Z")),
        test: test.to_owned(),
        test_passed: passed,
        test_level: Some(Decimal::new(1_230, 3)),
        test_comment: String::new(),
        test_informational: false,
    }
}

fn samples() -> ViewSpec {
    ViewSpec { collection: Collection::LabSamples, tab: None, ..active(&[laboratory()]) }
}

#[test]
fn a_sample_is_one_row_with_its_tests_counted() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut lead = sample(1, "Lead (ug/g)", false);
    lead.overall_passed = false;
    let mut thc = sample(1, "Total THC (%)", true);
    thc.overall_passed = false;
    let mut other = sample(2, "Total THC (%)", true);
    other.package.item_strain = String::new();
    other.result_released = false;
    other.released = None;
    let rows = vec![thc, lead, other];
    let first = mirror.store_page(page(&laboratory(), Records::LabSamples(rows.clone()))).unwrap();
    assert_eq!(first.changed, 2, "two samples");
    let again = mirror.store_page(page(&laboratory(), Records::LabSamples(rows))).unwrap();
    assert_eq!(again.changed, 0, "the same rows again are no news");
    let view = open(&mirror, &samples());
    let rows: Vec<_> = mirror.lab_sample_rows(&view, 0, 10).unwrap().into_iter().flatten().collect();
    let seen: Vec<_> = rows.iter().map(|row| (row.package_id, row.tests, row.failed, row.result.as_str())).collect();
    assert_eq!(seen, [(2, 1, 0, "Not released"), (1, 2, 1, "Failed")]);
    assert_eq!(rows[1].released, "2026-06-03T10:00:00Z");
    let tests = mirror.lab_tests(&laboratory(), 1).unwrap();
    let names: Vec<_> = tests.iter().map(|test| (test.test.as_str(), test.level.as_str())).collect();
    assert_eq!(names, [("Lead (ug/g)", "1.23"), ("Total THC (%)", "1.23")], "failed ones first");
    assert!(matches!(mirror.package_rows(&view, 0, 1), Err(MirrorError::WrongCollection)));
}

#[test]
fn a_samples_tests_do_not_rewrite_each_others_row() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut early = sample(1, "Lead (ug/g)", true);
    early.tested = Some("2026-06-01".parse().unwrap());
    early.released = Some(at("2026-06-02T10:00:00Z"));
    let late = sample(1, "Total THC (%)", true);
    let shown = |mirror: &Mirror| {
        let view = open(mirror, &samples());
        let row = mirror.lab_sample_rows(&view, 0, 1).unwrap().remove(0).unwrap();
        (row.tested, row.released, row.tests, row.failed, row.result)
    };
    // Whichever comes last.
    for rows in [vec![early.clone(), late.clone()], vec![late.clone(), early.clone()]] {
        let stored = mirror.store_page(page(&laboratory(), Records::LabSamples(rows.clone()))).unwrap();
        let again = mirror.store_page(page(&laboratory(), Records::LabSamples(rows))).unwrap();
        assert_eq!(again.changed, 0, "{stored:?}: the same rows again are no news");
        let (tested, released, ..) = shown(&mirror);
        assert_eq!((tested.as_str(), released.as_str()), ("2026-06-02", "2026-06-03T10:00:00Z"), "the latest of all");
    }
    let again = mirror.store_page(page(&laboratory(), Records::LabSamples(vec![early, late]))).unwrap();
    assert_eq!(again.changed, 0, "nor in another order");
}

#[test]
fn a_test_that_was_revoked_and_made_again_is_two_rows_and_a_corrected_one_is_one() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let revoked = sample(1, "Total THC (%)", false);
    let mut again = sample(1, "Total THC (%)", true);
    again.test_level = Some(Decimal::new(215, 1));
    let both = vec![revoked.clone(), again.clone()];
    mirror.store_page(page(&laboratory(), Records::LabSamples(both.clone()))).unwrap();
    let tests = |mirror: &Mirror| -> Vec<(bool, String)> {
        mirror.lab_tests(&laboratory(), 1).unwrap().into_iter().map(|test| (test.passed, test.level)).collect()
    };
    assert_eq!(tests(&mirror), [(false, "1.23".to_owned()), (true, "21.5".to_owned())]);
    let stored = mirror.store_page(page(&laboratory(), Records::LabSamples(both))).unwrap();
    assert_eq!(stored.changed, 0, "they do not take turns");

    // The laboratory corrected the second: the sample changed, and all its rows come again.
    let mut corrected = again;
    corrected.test_level = Some(Decimal::new(219, 1));
    let later = [revoked, corrected].map(|mut row| {
        row.package.last_modified = Some(minute(100));
        row
    });
    mirror.store_page(page(&laboratory(), Records::LabSamples(later.to_vec()))).unwrap();
    assert_eq!(tests(&mirror), [(false, "1.23".to_owned()), (true, "21.9".to_owned())], "what it was before is gone");
    let view = open(&mirror, &samples());
    let row = mirror.lab_sample_rows(&view, 0, 1).unwrap().remove(0).unwrap();
    assert_eq!((row.tests, row.failed), (2, 1));
}

#[test]
fn samples_are_searched_sorted_and_filtered_by_item_strain() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut kush = sample(1, "Lead", true);
    kush.package.item_strain = "OG Kush".to_owned();
    let mut none = sample(2, "Lead", true);
    none.package.item_strain = String::new();
    let dream = sample(3, "Lead", true);
    mirror.store_page(page(&laboratory(), Records::LabSamples(vec![kush, none, dream]))).unwrap();
    let found = |spec: &ViewSpec| -> Vec<i64> {
        let view = open(&mirror, spec);
        mirror.lab_sample_rows(&view, 0, 10).unwrap().into_iter().flatten().map(|row| row.package_id).collect()
    };
    assert_eq!(found(&ViewSpec { sort: vec![by("item_strain", false)], ..samples() }), [2, 3, 1]);
    assert_eq!(found(&ViewSpec { search: "kush".to_owned(), ..samples() }), [1]);
    assert_eq!(found(&ViewSpec { search: "o".to_owned(), ..samples() }), [1], "at the beginning of a word");
    // Who packaged them, how they are tested, and when: as the grid shows it.
    for typed in ["test passed", "2026-03-01", "mar 1"] {
        assert_eq!(found(&ViewSpec { search: typed.to_owned(), ..samples() }).len(), 3, "“{typed}”");
    }
    assert_eq!(found(&ViewSpec { search: "test failed".to_owned(), ..samples() }), [0; 0]);
    let blank = ColumnFilter { column: "item_strain".to_owned(), test: FilterTest::Blank };
    assert_eq!(found(&ViewSpec { filters: vec![blank], ..samples() }), [2]);
    let tests = ColumnFilter { column: "tests".to_owned(), test: FilterTest::AtLeast { value: "1".to_owned() } };
    assert_eq!(found(&ViewSpec { filters: vec![tests], ..samples() }).len(), 3);
    let totals = mirror.totals(&open(&mirror, &samples())).unwrap();
    assert_eq!((totals[0].quantity.as_str(), totals[0].rows), ("6", 3));
}
