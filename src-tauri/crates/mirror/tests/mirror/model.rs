//! Random pages and random questions, against a plain list in memory.

use std::collections::BTreeMap;

use mirror::view::{ColumnFilter, FilterTest, PackageTab, SortKey, ViewSpec};
use mirror::{Mirror, PackageList, PackageRecord};
use proptest::prelude::*;
use rules::{LabTestingState, LicenseNumber};
use rust_decimal::Decimal;

use crate::common::*;

const ITEMS: [&str; 8] =
    ["Blue Dream Flower", "blue dream flower", "OG Kush 1g", "Ätna 50%_mix", "Piña 1g", "PINA 1G", "Pío Zumo", ""];
const PLACES: [&str; 3] = ["Vault", "Floor 2", ""];
const NOTES: [&str; 3] = ["", "counted", "Counted twice"];
const STATES: [&str; 3] = ["TestPassed", "NotSubmitted", "TestFailed"];

#[derive(Debug, Clone)]
enum Step {
    Store { at_retailer: bool, list: PackageList, rows: Vec<PackageRecord> },
    Forget { at_retailer: bool, id: i64 },
}

fn list() -> impl Strategy<Value = PackageList> {
    prop_oneof![
        4 => Just(PackageList::Active),
        1 => Just(PackageList::OnHold),
        1 => Just(PackageList::InTransit),
        1 => Just(PackageList::Inactive),
    ]
}

prop_compose! {
    fn record()(
        id in 1_i64..30, item in 0..ITEMS.len(), place in 0..PLACES.len(), note in 0..NOTES.len(),
        state in 0..STATES.len(), cents in -500_i64..5_000, modified in 0_i64..6, day in prop::option::of(1_i8..28),
        trade_sample: bool,
    ) -> PackageRecord {
        PackageRecord {
            item: ITEMS[item].to_owned(),
            location: PLACES[place].to_owned(),
            note: NOTES[note].to_owned(),
            lab_testing: LabTestingState::from(STATES[state].to_owned()),
            quantity: Decimal::new(cents, 2),
            packaged_date: day.map(|day| jiff::civil::date(2026, 3, day)),
            last_modified: Some(minute(modified)),
            trade_sample,
            ..package(id)
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (any::<bool>(), list(), prop::collection::vec(record(), 1..8))
            .prop_map(|(at_retailer, list, rows)| Step::Store { at_retailer, list, rows }),
        1 => (any::<bool>(), 1_i64..30).prop_map(|(at_retailer, id)| Step::Forget { at_retailer, id }),
    ]
}

fn filter() -> impl Strategy<Value = ColumnFilter> {
    let text = |value: &str| value.to_owned();
    let on = |column: &str, test| ColumnFilter { column: column.to_owned(), test };
    prop_oneof![
        prop::sample::select(vec!["dream", "50%", "_", "g", "Ä", "ÍO", "pin", "ñ"])
            .prop_map(move |value| on("item", FilterTest::Contains { value: text(value) })),
        prop::sample::select(vec!["blue dream flower", "PIO ZUMO", "piña 1g", ""])
            .prop_map(move |value| on("item", FilterTest::Equals { value: text(value) })),
        prop::sample::select(vec!["og", "BLUE", "a", "pin"])
            .prop_map(move |value| on("item", FilterTest::StartsWith { value: text(value) })),
        Just(on("note", FilterTest::Blank)),
        Just(on("packaged_date", FilterTest::AtLeast { value: text("2026-03-10") })),
        (-500_i64..5_000)
            .prop_map(move |cents| { on("quantity", FilterTest::Less { value: Decimal::new(cents, 2).to_string() }) }),
        Just(on("lab_testing", FilterTest::OneOf { values: vec![text("Test passed"), text("test failed")] })),
        Just(on("trade_sample", FilterTest::Equals { value: text("yes") })),
    ]
}

fn question() -> impl Strategy<Value = (ViewSpec, bool)> {
    let columns = vec!["tag", "item", "location", "quantity", "lab_testing", "packaged_date", "note", "trade_sample"];
    let key = (prop::sample::select(columns), any::<bool>()).prop_map(|(column, descending)| by(column, descending));
    let tab = prop_oneof![
        4 => Just(PackageTab::Active),
        1 => Just(PackageTab::OnHold),
        1 => Just(PackageTab::Inactive),
        1 => Just(PackageTab::InTransit),
    ];
    let word = prop::sample::select(vec!["dream", "BLU", "og", "k", "count", "00000001", "vau", "1A4060", "2%", "ätn"]);
    (
        tab,
        prop::collection::vec(key, 0..3),
        prop::collection::vec(filter(), 0..2),
        prop::collection::vec(word, 0..2),
        any::<bool>(),
    )
        .prop_map(|(tab, sort, filters, words, both)| {
            let licenses = if both { vec![cultivator(), retailer()] } else { vec![retailer()] };
            let spec = ViewSpec { tab: Some(tab), sort, filters, search: words.join(" "), ..active(&licenses) };
            (spec, both)
        })
}

/// What the mirror should hold, and how it should answer.
#[derive(Default)]
struct Model {
    rows: BTreeMap<(bool, i64), (PackageList, PackageRecord, usize)>,
    /// In the order that rows are first stored, as the mirror numbers them.
    next: usize,
}

impl Model {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Forget { at_retailer, id } => {
                self.rows.remove(&(*at_retailer, *id));
            }
            Step::Store { at_retailer, list, rows } => {
                for row in rows {
                    let key = (*at_retailer, row.package_id);
                    let number = match self.rows.get(&key) {
                        Some((had, known, number)) => {
                            if (row.last_modified, *list) < (known.last_modified, *had) {
                                continue;
                            }
                            *number
                        }
                        None => {
                            self.next += 1;
                            self.next
                        }
                    };
                    self.rows.insert(key, (*list, row.clone(), number));
                }
            }
        }
    }

    fn answer(&self, spec: &ViewSpec, both: bool, first_is_retailer: bool) -> Vec<(bool, i64)> {
        let tab = match spec.tab.unwrap() {
            PackageTab::Active => PackageList::Active,
            PackageTab::OnHold => PackageList::OnHold,
            PackageTab::Inactive => PackageList::Inactive,
            PackageTab::InTransit => PackageList::InTransit,
            PackageTab::Transferred => PackageList::Transferred,
        };
        let mut found: Vec<_> = self
            .rows
            .iter()
            .filter(|((at_retailer, _), (list, ..))| *list == tab && (both || *at_retailer))
            .filter(|(_, (_, row, _))| spec.filters.iter().all(|filter| holds(row, filter)))
            .filter(|(_, (_, row, _))| spec.search.split_whitespace().all(|word| has_word(row, word)))
            .collect();
        found.sort_by(|(a, (_, left, left_number)), (b, (_, right, right_number))| {
            let newest = [by("last_modified", true)];
            let keys: &[SortKey] = if spec.sort.is_empty() { &newest } else { &spec.sort };
            let down = keys[0].descending;
            let one_way = |order: std::cmp::Ordering, down: bool| if down { order.reverse() } else { order };
            let by_keys = keys.iter().map(|key| one_way(compare(left, right, &key.column), key.descending));
            let license = |at_retailer: bool| at_retailer != first_is_retailer;
            by_keys
                .fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
                .then(one_way(license(a.0).cmp(&license(b.0)).then(left_number.cmp(right_number)), down))
        });
        found.into_iter().map(|(key, _)| *key).collect()
    }
}

/// As parts are looked for, for the letters that are in these tests.
fn lower(text: &str) -> String {
    text.to_lowercase().replace('ä', "a").replace('í', "i").replace('ñ', "n")
}

/// As whole texts are compared: ñ stands between n and o.
fn whole(text: &str) -> String {
    text.to_lowercase().replace('ä', "a").replace('í', "i").replace('ñ', "n\u{7f}")
}

fn compare(left: &PackageRecord, right: &PackageRecord, column: &str) -> std::cmp::Ordering {
    let text = |record: &PackageRecord| match column {
        "item" => whole(&record.item),
        "location" => lower(&record.location),
        "lab_testing" => lower(record.lab_testing.words()),
        "note" => lower(&record.note),
        _ => record.tag.as_str().to_owned(),
    };
    match column {
        "quantity" => left.quantity.cmp(&right.quantity),
        "packaged_date" => left.packaged_date.cmp(&right.packaged_date),
        "last_modified" => left.last_modified.cmp(&right.last_modified),
        "trade_sample" => left.trade_sample.cmp(&right.trade_sample),
        _ => text(left).cmp(&text(right)),
    }
}

fn holds(row: &PackageRecord, filter: &ColumnFilter) -> bool {
    match (filter.column.as_str(), &filter.test) {
        ("item", FilterTest::Contains { value }) => lower(&row.item).contains(&lower(value)),
        ("item", FilterTest::Equals { value }) => whole(&row.item) == whole(value),
        ("item", FilterTest::StartsWith { value }) => lower(&row.item).starts_with(&lower(value)),
        ("note", FilterTest::Blank) => row.note.is_empty(),
        ("packaged_date", _) => row.packaged_date >= Some(jiff::civil::date(2026, 3, 10)),
        ("quantity", FilterTest::Less { value }) => row.quantity < value.parse().unwrap(),
        ("lab_testing", _) => ["Test passed", "Test failed"].contains(&row.lab_testing.words()),
        ("trade_sample", _) => row.trade_sample,
        other => panic!("the model does not know {other:?}"),
    }
}

fn has_word(row: &PackageRecord, word: &str) -> bool {
    let word = lower(word);
    let shared = [&row.item, &row.item_strain, &row.category, &row.location].map(|text| lower(text));
    if word.chars().count() < 3 {
        return shared.iter().flat_map(|text| text.split_whitespace()).any(|own| own.starts_with(&word));
    }
    let own = [row.tag.as_str(), &row.note].map(lower);
    shared.iter().chain(&own).any(|text| text.contains(&word))
}

fn license(at_retailer: bool) -> LicenseNumber {
    if at_retailer { retailer() } else { cultivator() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn the_mirror_answers_as_a_plain_list_would(
        steps in prop::collection::vec(step(), 1..20),
        questions in prop::collection::vec(question(), 1..12),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let mirror = Mirror::open(dir.path()).unwrap().mirror;
        // The license that is stored first has the lower number, by which alike rows are ordered.
        store(&mirror, &retailer(), PackageList::Active, Vec::new());
        let mut model = Model::default();
        for (number, step) in steps.iter().enumerate() {
            match step {
                Step::Store { at_retailer, list, rows } => {
                    store(&mirror, &license(*at_retailer), *list, rows.clone());
                }
                Step::Forget { at_retailer, id } => {
                    mirror.forget(&license(*at_retailer), &[*id]).unwrap();
                }
            }
            model.take(step);
            let (spec, both) = &questions[number % questions.len()];
            let whole = ViewSpec { filters: Vec::new(), search: String::new(), ..spec.clone() };
            if number % 2 == 0 {
                // The tab's order is kept from now on, which search makes use of.
                open(&mirror, &whole);
            }
            let view = open(&mirror, spec);
            let rows = mirror.package_rows(&view, 0, view.len()).unwrap();
            let found: Vec<_> = rows
                .iter()
                .map(|row| row.as_ref().map(|row| (row.license == retailer(), row.package_id)).unwrap())
                .collect();
            prop_assert_eq!(&found, &model.answer(spec, *both, true), "{:?}", spec);
            prop_assert_eq!(view.of(), model.answer(&whole, *both, true).len());
        }
    }
}
