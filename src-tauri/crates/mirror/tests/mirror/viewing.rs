//! Views: order, filters, search, windows, totals, against plain lists in memory.

use mirror::view::{Collection, ColumnFilter, FilterTest, PackageTab, ViewSpec};
use mirror::{Interrupt, Mirror, MirrorError, PackageList, PackageRecord};
use rules::LabTestingState;
use rust_decimal::Decimal;

use crate::common::*;

fn filled(rows: Vec<PackageRecord>) -> (tempfile::TempDir, Mirror) {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, rows);
    (dir, mirror)
}

fn filter(column: &str, test: FilterTest) -> ColumnFilter {
    ColumnFilter { column: column.to_owned(), test }
}

#[test]
fn without_a_license_there_is_no_view() {
    let (_dir, mirror) = filled(vec![package(1)]);
    let refused = mirror.open_view(&active(&[]), &Interrupt::new()).err().unwrap();
    assert!(matches!(refused, MirrorError::NoLicense), "an empty selection is never all of them");
    assert!(ids(&mirror, &active(&[cultivator()])).is_empty(), "a license that is not known has no rows");
}

#[test]
fn several_licenses_stand_side_by_side_in_one_order() {
    let (_dir, mirror) = filled(vec![package(1), package(3), package(5)]);
    store(&mirror, &cultivator(), PackageList::Active, vec![package(2), package(4)]);
    store(&mirror, &laboratory(), PackageList::Active, vec![package(9)]);
    let mut spec = active(&[cultivator(), retailer()]);
    assert_eq!(ids(&mirror, &spec), [5, 4, 3, 2, 1], "newest first");
    spec.sort = vec![by("tag", false)];
    assert_eq!(ids(&mirror, &spec), [1, 2, 3, 4, 5]);
    spec.sort = vec![by("license", false), by("quantity", true)];
    assert_eq!(ids(&mirror, &spec), [5, 3, 1, 4, 2], "by license, then the greatest first");
}

#[test]
fn a_view_stands_still_while_sync_writes() {
    let (_dir, mirror) = filled(vec![package(1), package(2), package(3)]);
    let view = open(&mirror, &active(&[retailer()]));
    let mut changed = package(1);
    changed.note = "changed".to_owned();
    changed.last_modified = Some(minute(99));
    store(&mirror, &retailer(), PackageList::Active, vec![changed, package(4)]);
    mirror.forget(&retailer(), &[2]).unwrap();
    let rows = mirror.package_rows(&view, 0, 10).unwrap();
    let seen: Vec<_> = rows.iter().map(|row| row.as_ref().map(|row| (row.package_id, row.note.as_str()))).collect();
    assert_eq!(seen, [Some((3, "")), None, Some((1, "changed"))], "positions stay, contents are of now");
    assert_eq!(ids(&mirror, &active(&[retailer()])), [1, 4, 3], "a new view has the new order");
}

#[test]
fn a_window_is_at_most_a_thousand_rows() {
    let (_dir, mirror) = filled((1..=1_500).map(package).collect());
    let view = open(&mirror, &active(&[retailer()]));
    assert_eq!(mirror.package_rows(&view, 400, 1_400).unwrap().len(), 1_000);
    assert_eq!(mirror.package_rows(&view, 1_400, 2_000).unwrap().len(), 100, "cut off at the end");
    assert!(mirror.package_rows(&view, 9_000, 9_100).unwrap().is_empty());
    for (from, to) in [(0, 1_001), (10, 9)] {
        let refused = mirror.package_rows(&view, from, to).err().unwrap();
        assert!(matches!(refused, MirrorError::BadWindow { .. }), "{from} to {to}");
    }
}

#[test]
fn an_interrupted_query_ends_as_interrupted() {
    let (_dir, mirror) = filled(vec![package(1)]);
    let cancel = Interrupt::new();
    cancel.interrupt();
    let stopped = mirror.open_view(&active(&[retailer()]), &cancel).err().unwrap();
    assert!(matches!(stopped, MirrorError::Interrupted));
    assert_eq!(ids(&mirror, &active(&[retailer()])), [1], "the connection is none the worse for it");
}

#[test]
fn a_running_query_is_interrupted_from_another_thread() {
    let (_dir, mirror) = filled((1..=4_000).map(package).collect());
    // Sorting by several columns without an index, again and again until the interrupt arrives.
    let cancel = Interrupt::new();
    let other = cancel.clone();
    let mut directions = (0_u32..).map(|n| n % 2 == 0);
    let (began, begun) = std::sync::mpsc::channel();
    let stopped = std::thread::scope(|scope| {
        scope.spawn(move || {
            begun.recv().unwrap();
            other.interrupt();
        });
        loop {
            let mut spec = active(&[retailer()]);
            spec.sort = vec![by("note", directions.next().unwrap()), by("item", false), by("packaged_by", true)];
            began.send(()).ok();
            if let Err(error) = mirror.open_view(&spec, &cancel) {
                return error;
            }
        }
    });
    assert!(matches!(stopped, MirrorError::Interrupted), "{stopped}");
}

#[test]
fn each_word_of_a_search_must_be_somewhere_in_the_row() {
    let mut kush = package(1);
    kush.item = "OG Kush Pre-Roll 1g".to_owned();
    kush.item_strain = "OG Kush".to_owned();
    kush.category = "Pre-Roll Flower".to_owned();
    kush.note = "100% \"hand\" rolled".to_owned();
    let mut cake = package(2);
    cake.item = "Wedding Cake".to_owned();
    cake.location = "Vault".to_owned();
    cake.sublocation = "Shelf 7".to_owned();
    cake.production_batch = "B-2026-11".to_owned();
    cake.source_packages = format!("{}, {}, ", tag(771_001), tag(771_002));
    cake.source_harvests = "Greenhouse 3".to_owned();
    cake.received_from = Some(party(&cultivator(), "Tule Farm"));
    let (_dir, mirror) = filled(vec![kush, cake]);
    let found = |words: &str| ids(&mirror, &search(&[retailer()], words));
    let cases: [(&str, &[i64]); 25] = [
        ("kush", &[1]),
        ("KUSH pre-roll", &[1]),
        ("kush cake", &[]),
        ("og", &[1]),
        ("o 1g", &[1]),
        ("k", &[1]),
        ("sh", &[2]),
        ("ush", &[1]),
        ("\"hand\" 100%", &[1]),
        ("shelf 7", &[2]),
        ("B-2026", &[2]),
        ("greenhouse", &[2]),
        ("tule", &[2]),
        ("shelf tule gree", &[2]),
        ("CCL21-0000002", &[2]),
        ("771002", &[2]),
        ("1A4060300002199000771002", &[2]),
        ("1a4060300002199000000001", &[1]),
        ("1A4060300002199", &[2, 1]),
        ("603000", &[2, 1]),
        ("2199000000002", &[2]),
        ("000001", &[1]),
        ("  ", &[2, 1]),
        ("AND", &[1]),
        ("nothing like it", &[]),
    ];
    for (words, expected) in cases {
        assert_eq!(found(words), expected, "“{words}”");
    }
}

#[test]
fn what_the_grid_shows_is_found_packager_lab_state_day_and_amount() {
    let mut kush = package(1);
    kush.packaged_by = Some(party(&cultivator(), "Redwood Relay"));
    kush.lab_testing = LabTestingState::TestFailed;
    kush.packaged_date = Some("2026-11-27".parse().unwrap());
    kush.quantity = Decimal::new(125, 1);
    kush.unit = "g".to_owned();
    let mut cake = package(2);
    cake.item = "Wedding Cake Nov 27".to_owned();
    cake.lab_testing = LabTestingState::RetestPassed;
    cake.packaged_date = Some("2025-11-27".parse().unwrap());
    // Half past eleven in the evening in California, the day after in UTC.
    cake.received = Some("2026-11-03T07:30:00Z".parse().unwrap());
    cake.received_from = Some(party(&cultivator(), "Tule Farm"));
    cake.quantity = Decimal::new(7, 0);
    cake.unit = "ea".to_owned();
    let (_dir, mirror) = filled(vec![kush, cake]);
    let found = |words: &str| ids(&mirror, &search(&[retailer()], words));
    let cases: [(&str, &[i64]); 20] = [
        ("redwood", &[1]),
        ("test failed", &[1]),
        ("passed", &[2]),
        ("RETEST", &[2]),
        ("11/27/2026", &[1]),
        ("2026-11-27", &[1]),
        ("Nov 27, 2026", &[1]),
        ("nov 27", &[2, 1]),
        ("11/27", &[2, 1]),
        ("failed november 27", &[1]),
        ("Nov 2, 2026", &[2]),
        ("Nov 3, 2026", &[]),
        ("wedding nov 27", &[2]),
        ("12.5", &[1]),
        ("12.5 g", &[1]),
        ("12.5 ea", &[]),
        ("7 ea", &[2]),
        ("7 g", &[]),
        ("12", &[]),
        ("7", &[]),
    ];
    for (words, expected) in cases {
        assert_eq!(found(words), expected, "“{words}”");
    }
}

#[test]
fn a_search_is_in_the_order_asked_for_whether_the_order_is_remembered_or_not() {
    let (_dir, mirror) = filled((1..=9).map(package).collect());
    store(&mirror, &cultivator(), PackageList::Active, vec![package(3)]);
    let numbers = FilterTest::AtLeast { value: "3".to_owned() };
    let spec = ViewSpec {
        sort: vec![by("quantity", true)],
        filters: vec![filter("quantity", numbers)],
        ..search(&[retailer()], "dream")
    };
    let before = open(&mirror, &spec);
    assert_eq!(ids(&mirror, &spec), [9, 8, 7, 6, 5, 4, 3]);
    open(&mirror, &ViewSpec { filters: Vec::new(), search: String::new(), ..spec.clone() });
    assert_eq!(ids(&mirror, &spec), [9, 8, 7, 6, 5, 4, 3]);
    assert_eq!((before.of(), open(&mirror, &spec).of()), (9, 9), "of how many, either way");
}

#[test]
fn a_changed_or_forgotten_package_is_found_by_its_new_words_only() {
    let (_dir, mirror) = filled(vec![package(1), package(2)]);
    let mut renamed = package(1);
    renamed.item = "Gelato".to_owned();
    renamed.last_modified = Some(minute(99));
    store(&mirror, &retailer(), PackageList::Active, vec![renamed]);
    assert_eq!(ids(&mirror, &search(&[retailer()], "gelato")), [1]);
    assert_eq!(ids(&mirror, &search(&[retailer()], "flower dream gelato")), [1], "strain and category stayed");
    mirror.forget(&retailer(), &[1]).unwrap();
    assert!(ids(&mirror, &search(&[retailer()], "gelato")).is_empty());
}

#[test]
fn every_column_of_every_grid_sorts_and_filters() {
    let (_dir, mirror) = filled(vec![package(1), package(2)]);
    let tabs =
        [PackageTab::Active, PackageTab::OnHold, PackageTab::Inactive, PackageTab::InTransit, PackageTab::Transferred];
    let grids = tabs.map(|tab| (Collection::Packages, Some(tab))).into_iter().chain([(Collection::LabSamples, None)]);
    for (collection, tab) in grids {
        for column in Mirror::columns(collection, tab) {
            for descending in [false, true] {
                let spec = ViewSpec {
                    collection,
                    tab,
                    sort: vec![by(&column.id, descending)],
                    filters: vec![
                        filter(&column.id, FilterTest::NotBlank),
                        filter(&column.id, FilterTest::Contains { value: "e".to_owned() }),
                    ],
                    ..active(&[retailer()])
                };
                let view = mirror.open_view(&spec, &Interrupt::new());
                assert!(view.is_ok(), "{collection:?} {tab:?} {}: {:?}", column.id, view.err());
            }
        }
    }
    let mut unknown = active(&[retailer()]);
    unknown.sort = vec![by("id; DROP TABLE package", false)];
    let refused = mirror.open_view(&unknown, &Interrupt::new()).err().unwrap();
    assert!(matches!(refused, MirrorError::UnknownColumn(_)), "{refused}");
}

#[test]
fn the_default_order_serves_a_counter_and_the_states_own_is_kept_beside_it() {
    let shown = |collection, tab| -> Vec<String> {
        let columns = Mirror::columns(collection, tab);
        columns.into_iter().filter(|column| column.shown).map(|column| column.id).collect()
    };
    let active = shown(Collection::Packages, Some(PackageTab::Active));
    let first = ["tag", "item", "quantity", "location", "lab_testing", "flags", "packaged_by", "received"];
    assert_eq!(active.iter().take(first.len()).collect::<Vec<_>>(), first);
    for one in ["unit", "hold", "donation", "testing_sample", "trade_sample"] {
        assert!(!active.iter().any(|id| id == one), "{one} stands in another column already");
    }
    let samples = shown(Collection::LabSamples, None);
    assert_eq!(samples.iter().take(3).collect::<Vec<_>>(), ["tag", "item", "item_strain"], "the bulletin's column");
    let states = Mirror::states_order(Collection::Packages, Some(PackageTab::Active));
    let begin = ["tag", "source_harvests", "source_packages", "location", "item", "category", "item_strain"];
    assert_eq!(states.iter().take(begin.len()).collect::<Vec<_>>(), begin, "as on the state's site");
    let tabs =
        [PackageTab::Active, PackageTab::OnHold, PackageTab::Inactive, PackageTab::InTransit, PackageTab::Transferred];
    for tab in tabs {
        let columns = Mirror::columns(Collection::Packages, Some(tab));
        let states = Mirror::states_order(Collection::Packages, Some(tab));
        for id in &states {
            assert!(columns.iter().any(|column| column.id == *id), "{tab:?} has no column {id}");
        }
        for column in &columns {
            let known =
                states.contains(&column.id) || ["flags", "expiration", "note", "license"].contains(&column.id.as_str());
            assert!(known, "{tab:?}: the state's order forgets {}", column.id);
        }
    }
}

#[test]
fn flags_are_asked_for_together_as_well_as_each() {
    let mut held = package(1);
    held.hold = true;
    held.trade_sample = true;
    let mut sample = package(2);
    sample.testing_sample = true;
    let mut gift = package(3);
    gift.donation = true;
    let (_dir, mirror) = filled(vec![package(4), gift, sample, held]);
    let with = |test: FilterTest| {
        ids(
            &mirror,
            &ViewSpec { filters: vec![filter("flags", test)], sort: vec![by("tag", false)], ..active(&[retailer()]) },
        )
    };
    let of = |ids: &[&str]| FilterTest::OneOf { values: ids.iter().map(|id| (*id).to_owned()).collect() };
    assert_eq!(with(of(&["hold"])), [1]);
    assert_eq!(with(of(&["trade_sample"])), [1]);
    assert_eq!(with(of(&["donation", "testing_sample"])), [2, 3], "any of them");
    assert_eq!(with(of(&["hold", "no such flag"])), [1]);
    assert_eq!(with(of(&[])), [] as [i64; 0]);
    assert_eq!(with(FilterTest::Blank), [4]);
    assert_eq!(with(FilterTest::NotBlank), [1, 2, 3]);
    assert_eq!(with(FilterTest::NotEquals { value: "hold".to_owned() }), [2, 3, 4]);
    let sorted = ViewSpec { sort: vec![by("flags", true)], ..active(&[retailer()]) };
    assert_eq!(ids(&mirror, &sorted), [1, 2, 3, 4], "what is held first, what has no flag last");
}

#[test]
fn filters_of_each_kind() {
    let mut odd = package(1);
    odd.quantity = "1234567.891".parse().unwrap();
    odd.note = "50%_off".to_owned();
    odd.trade_sample = true;
    odd.packaged_date = None;
    odd.received = Some(at("2026-05-04T18:30:00Z"));
    odd.received_from = Some(party(&cultivator(), "Tule Farm"));
    let mut even = package(2);
    even.quantity = "0.1".parse().unwrap();
    even.item = "Étoile".to_owned();
    let (_dir, mirror) = filled(vec![odd, even]);
    let text = |value: &str| value.to_owned();
    let both = [text("étoile"), text("Étoile")];
    let cases: Vec<(&str, FilterTest, &[i64])> = vec![
        ("quantity", FilterTest::Equals { value: text("0.10") }, &[2]),
        ("quantity", FilterTest::Greater { value: text("1234567.89") }, &[1]),
        ("quantity", FilterTest::Between { from: text("0.1"), to: text("1234567.891") }, &[2, 1]),
        ("quantity", FilterTest::Contains { value: text("67.8") }, &[1]),
        ("quantity", FilterTest::Equals { value: text("1,234,567.891") }, &[1]),
        ("quantity", FilterTest::Blank, &[]),
        ("note", FilterTest::Contains { value: text("%_o") }, &[1]),
        ("note", FilterTest::Blank, &[2]),
        ("item", FilterTest::StartsWith { value: text("blue d") }, &[1]),
        ("item", FilterTest::EndsWith { value: text("toile") }, &[2]),
        ("item", FilterTest::Equals { value: text("BLUE DREAM FLOWER") }, &[1]),
        ("item", FilterTest::NotEquals { value: text("blue dream flower") }, &[2]),
        ("item", FilterTest::OneOf { values: vec![text("étoile"), text("Étoile")] }, &[2]),
        ("item", FilterTest::OneOf { values: Vec::new() }, &[]),
        ("item", FilterTest::OneOf { values: (0..1_500).map(|n| format!("Item {n}")).chain(both).collect() }, &[2]),
        ("trade_sample", FilterTest::OneOf { values: vec![text("yes")] }, &[1]),
        ("trade_sample", FilterTest::Blank, &[2]),
        ("packaged_date", FilterTest::Less { value: text("2026-12-31") }, &[2]),
        ("packaged_date", FilterTest::Blank, &[1]),
        ("received", FilterTest::Equals { value: text("2026-05-04") }, &[1]),
        ("received", FilterTest::AtLeast { value: text("2026-05-04") }, &[1]),
        ("received", FilterTest::Less { value: text("2026-05-04") }, &[]),
        ("packaged_by", FilterTest::Contains { value: text("not stated") }, &[1]),
        ("lab_testing", FilterTest::OneOf { values: vec![text("Test passed")] }, &[2, 1]),
        ("tag", FilterTest::EndsWith { value: text("01") }, &[1]),
        ("tag", FilterTest::Equals { value: text("1a4060300002199000000002") }, &[2]),
        ("license", FilterTest::Equals { value: text("c10-0000001-lic") }, &[2, 1]),
    ];
    for (column, test, expected) in cases {
        let spec = ViewSpec { filters: vec![filter(column, test.clone())], ..active(&[retailer()]) };
        assert_eq!(ids(&mirror, &spec), expected, "{column} {test:?}");
    }
    for (column, value) in
        [("quantity", "much"), ("quantity", "1,000"), ("packaged_date", "yesterday"), ("received", "12/15/2019")]
    {
        let filters = vec![filter(column, FilterTest::Greater { value: text(value) })];
        let refused =
            mirror.open_view(&ViewSpec { filters, ..active(&[retailer()]) }, &Interrupt::new()).err().unwrap();
        assert!(matches!(refused, MirrorError::BadFilter { .. }), "{column} {value}: {refused}");
    }
}

#[test]
fn a_day_is_a_day_at_the_license() {
    // Around the midnights of Nov 22, and of the two days on which California's clocks change.
    let received = [
        (1, "2026-11-22T07:59:59.999999Z", "2026-11-21"),
        (2, "2026-11-22T08:00:00Z", "2026-11-22"),
        (3, "2026-11-22T08:00:00.000001Z", "2026-11-22"),
        (4, "2026-11-23T02:30:00Z", "2026-11-22"),
        (5, "2026-11-23T07:59:59.5Z", "2026-11-22"),
        (6, "2026-11-23T08:00:00Z", "2026-11-23"),
        (7, "2026-03-08T07:59:59Z", "2026-03-07"),
        (8, "2026-03-08T08:00:00Z", "2026-03-08"),
        (9, "2026-03-09T06:59:59Z", "2026-03-08"),
        (10, "2026-03-09T07:00:00Z", "2026-03-09"),
        (11, "2026-11-01T06:59:59Z", "2026-10-31"),
        (12, "2026-11-01T07:00:00Z", "2026-11-01"),
        (13, "2026-11-02T07:59:59Z", "2026-11-01"),
        (14, "2026-11-02T08:00:00Z", "2026-11-02"),
    ];
    let mut rows: Vec<PackageRecord> =
        received.iter().map(|(id, instant, _)| PackageRecord { received: Some(at(instant)), ..package(*id) }).collect();
    rows.push(PackageRecord { received: None, ..package(15) });
    let (_dir, mirror) = filled(rows);
    let found = |test: FilterTest| {
        let spec = ViewSpec { filters: vec![filter("received", test)], ..active(&[retailer()]) };
        let mut ids = ids(&mirror, &spec);
        ids.sort_unstable();
        ids
    };
    let wanted = |holds: &dyn Fn(&str) -> bool| -> Vec<i64> {
        received.iter().filter(|(_, _, day)| holds(day)).map(|(id, _, _)| *id).collect()
    };
    let mut days: Vec<&str> = received.iter().map(|(_, _, day)| *day).collect();
    days.dedup();
    for day in days {
        let value = || day.to_owned();
        assert_eq!(found(FilterTest::Equals { value: value() }), wanted(&|on| on == day), "on {day}");
        assert_eq!(found(FilterTest::Less { value: value() }), wanted(&|on| on < day), "before {day}");
        assert_eq!(found(FilterTest::AtMost { value: value() }), wanted(&|on| on <= day), "on or before {day}");
        assert_eq!(found(FilterTest::Greater { value: value() }), wanted(&|on| on > day), "after {day}");
        assert_eq!(found(FilterTest::AtLeast { value: value() }), wanted(&|on| on >= day), "on or after {day}");
        let between = FilterTest::Between { from: value(), to: value() };
        assert_eq!(found(between), wanted(&|on| on == day), "between {day} and itself");
        assert_eq!(found(FilterTest::OneOf { values: vec![value()] }), wanted(&|on| on == day), "one of {day}");
        let mut not = wanted(&|on| on != day);
        not.push(15);
        assert_eq!(found(FilterTest::NotEquals { value: value() }), not, "not {day}: what is blank is not that day");
    }
    let many =
        FilterTest::OneOf { values: (0..1_500).map(|_| "2026-11-22".to_owned()).chain([String::new()]).collect() };
    assert_eq!(found(many), [2, 3, 4, 5, 15]);
}

#[test]
fn totals_are_exact_and_of_the_view_alone() {
    let mut rows: Vec<PackageRecord> = (1..=4).map(package).collect();
    for (row, quantity) in rows.iter_mut().zip(["0.1", "0.2", "0.000000000001", "7"]) {
        row.quantity = quantity.parse().unwrap();
    }
    rows[3].unit = "ea".to_owned();
    rows[3].item = "Gelato".to_owned();
    let (_dir, mirror) = filled(rows);
    let sums = |spec: &ViewSpec| -> Vec<(String, String, i64)> {
        let totals = mirror.totals(&open(&mirror, spec)).unwrap();
        totals.into_iter().map(|total| (total.unit, total.quantity, total.rows)).collect()
    };
    let own = |unit: &str, quantity: &str, rows| (unit.to_owned(), quantity.to_owned(), rows);
    assert_eq!(sums(&active(&[retailer()])), [own("g", "0.300000000001", 3), own("ea", "7", 1)]);
    assert_eq!(sums(&search(&[retailer()], "gelato")), [own("ea", "7", 1)]);
    let view = open(&mirror, &active(&[retailer()]));
    let row = mirror.package_rows(&view, 1, 2).unwrap().remove(0).unwrap();
    assert_eq!(row.quantity, "0.000000000001", "what millionths cannot hold is kept to the letter");
    assert_eq!(row.quantity.parse::<Decimal>().unwrap(), Decimal::new(1, 12));
}

#[test]
fn search_finds_the_same_where_values_and_tags_are_too_many_to_step_through() {
    let rows = (1..=2_200).map(|id| PackageRecord {
        item: format!("Étoile 50%_{id} x{id}"),
        tag: rules::Tag::from_state(format!("1A4{id:06}302199000000000")),
        ..package(id)
    });
    let (_dir, mirror) = filled(rows.collect());
    let found = |words: &str| ids(&mirror, &search(&[retailer()], words));
    assert_eq!(found("50%_2199"), [2_199]);
    assert_eq!(found("1A400219930"), [2_199], "in the head of its tag");
    assert_eq!(found("x2200 50%_"), [2_200]);
    assert_eq!(open(&mirror, &search(&[retailer()], "x")).len(), 2_200, "at the beginning of a word");
    assert!(found("_x").is_empty(), "an underscore is only a character");
}

#[test]
fn each_list_is_counted_as_its_view_counts_it() {
    let (_dir, mirror) = filled((1..=3).map(package).collect());
    store(&mirror, &retailer(), PackageList::Inactive, vec![package(4)]);
    store(&mirror, &cultivator(), PackageList::Active, vec![package(5)]);
    let count = |licenses: &[rules::LicenseNumber], wanted: PackageTab| {
        let counts = mirror.list_counts(licenses).unwrap();
        counts.iter().find(|count| count.tab == Some(wanted)).unwrap().rows
    };
    let both = [retailer(), cultivator()];
    for (tab, rows) in [(PackageTab::Active, 4), (PackageTab::Inactive, 1), (PackageTab::OnHold, 0)] {
        assert_eq!(count(&both, tab), rows, "{tab:?}");
        let spec = ViewSpec { tab: Some(tab), ..active(&both) };
        assert_eq!(open(&mirror, &spec).len(), usize::try_from(rows).unwrap(), "{tab:?}");
    }
    assert_eq!(count(&[retailer()], PackageTab::Active), 3);
    let of_none = mirror.list_counts(&[]).unwrap();
    // Packages have five tabs, every other collection is one list.
    assert!(of_none.len() == Collection::ALL.len() + 4 && of_none.iter().all(|count| count.rows == 0), "{of_none:?}");
}
