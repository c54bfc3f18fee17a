//! The seeded story.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use simulator::SimulatorConfig;

use crate::client::{ALL, State, config, number, text};

const LISTS: [&str; 4] = ["active", "onhold", "inactive", "intransit"];

async fn packages(state: &State, license: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    for list in LISTS {
        rows.extend(state.all(&format!("/packages/v2/{list}"), license).await);
    }
    rows
}

/// Everything that a state answers, as text.
async fn everything(state: &State) -> String {
    let mut all = state.get("/facilities/v2").await.text;
    for license in state.running.control().licenses().iter().take(6) {
        for list in [
            "packages/v2/active",
            "packages/v2/onhold",
            "packages/v2/inactive",
            "packages/v2/intransit",
            "packages/v2/transferred",
            "packages/v2/labsamples",
            "packages/v2/adjustments",
            "items/v2/active",
            "strains/v2/active",
            "locations/v2/active",
        ] {
            all += &state.get(&format!("/{list}?licenseNumber={}&{ALL}", license.number)).await.text;
        }
    }
    all
}

#[tokio::test]
async fn the_same_seed_tells_the_same_story_byte_for_byte() {
    let small = |seed| SimulatorConfig { seed, packages: 150, ..config() };
    let first = everything(&State::with(small(7)).await).await;
    assert!(first == everything(&State::with(small(7)).await).await, "two states of one seed differ");
    assert!(first != everything(&State::with(small(8)).await).await, "another seed is another story");
}

#[tokio::test]
async fn the_storefront_holds_most_packages_and_about_as_many_as_asked_exist() {
    let state = State::with(SimulatorConfig { packages: 1_500, ..config() }).await;
    let licenses = state.running.control().licenses();
    let of = |license: &simulator::License| license.packages.iter().sum::<usize>();
    let total: usize = licenses.iter().map(of).sum();
    assert!((1_200..=1_800).contains(&total), "{total} packages are about 1,500");
    assert!(of(&licenses[0]) * 100 >= total * 55, "the storefront has {} of {total}", of(&licenses[0]));
    for license in licenses.iter().take(6) {
        assert!(of(license) > 5, "{} has {:?}", license.name, license.packages);
    }
    assert!(licenses[0].packages.iter().all(|list| *list > 0), "every tab of the storefront shows something");
    assert!(licenses[3].packages[3] > 0, "the distributor has packages on the road");
}

#[tokio::test]
async fn every_source_resolves_to_a_package_of_the_license_that_packed_it() {
    let state = State::start().await;
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let licenses = state.running.control().licenses();
    for license in licenses.iter().take(6) {
        for row in packages(&state, &license.number).await {
            *known.entry(text(&row, "Label")).or_default() += 1;
            wanted
                .extend(text(&row, "SourcePackageLabels").split(", ").filter(|one| !one.is_empty()).map(String::from));
        }
        for row in state.all("/packages/v2/transferred", &license.number).await {
            known.entry(text(&row, "PackageLabel")).or_default();
        }
    }
    let unknown: Vec<_> = wanted.iter().filter(|label| !known.contains_key(*label)).collect();
    assert!(unknown.is_empty(), "{unknown:?} are nowhere");
    assert!(wanted.len() > 20, "{} sources", wanted.len());
    for label in known.keys() {
        let form = label.len() == 24 && label.starts_with("1A4") && label.chars().all(|sign| sign.is_ascii_hexdigit());
        assert!(form && label.chars().skip(15).all(|sign| sign.is_ascii_digit()), "{label}");
    }
}

#[tokio::test]
async fn who_packed_a_package_can_be_told_in_every_way() {
    let state = State::with(SimulatorConfig { packages: 1_500, ..config() }).await;
    let rows = packages(&state, &state.retailer).await;
    let count = |what: &dyn Fn(&Value) -> bool| rows.iter().filter(|row| what(row)).count();
    let received = |row: &Value| !text(row, "ReceivedDateTime").is_empty();
    let origin = |row: &Value| text(row, "ItemFromFacilityLicenseNumber");
    let micro = state.license("Microbusiness");
    assert!(count(&|row| !received(row)) > 10, "some were packed here");
    assert!(count(&|row| received(row) && origin(row).is_empty()) > 10, "some do not state the item's origin");
    assert!(count(&|row| received(row) && origin(row) == micro) > 10);
    let distributor = state.license("Distributor");
    let kitchen = state.all("/packages/v2/transferred", &micro).await;
    let kitchen: BTreeSet<String> = kitchen.iter().map(|row| text(row, "PackageLabel")).collect();
    assert!(
        count(&|row| kitchen.contains(&text(row, "Label"))
            && text(row, "ReceivedFromFacilityLicenseNumber") == distributor)
            > 10,
        "some bear a tag of the microbusiness although they came from the distributor"
    );
    assert!(
        count(&|row| origin(row) == micro && !kitchen.contains(&text(row, "Label"))) > 10,
        "some have the microbusiness's item but were packed elsewhere"
    );
}

#[tokio::test]
async fn the_story_is_plausible() {
    let state = State::with(SimulatorConfig { packages: 1_500, ..config() }).await;
    let mut states: BTreeSet<String> = BTreeSet::new();
    let mut categories: BTreeSet<String> = BTreeSet::new();
    let (mut samples, mut batches, mut notes, mut ids) = (0, 0, 0, BTreeSet::new());
    for license in state.running.control().licenses().iter().take(6) {
        for row in packages(&state, &license.number).await {
            states.insert(text(&row, "LabTestingState"));
            categories.insert(text(row.get("Item").unwrap(), "ProductCategoryName"));
            samples += u32::from(row.get("IsTradeSample") == Some(&Value::Bool(true)));
            batches += u32::from(!text(&row, "ProductionBatchNumber").is_empty());
            notes += u32::from(!text(&row, "Note").is_empty());
            let quantity = row.get("Quantity").and_then(Value::as_f64).unwrap();
            let original = row.get("OriginalPackageQuantity").and_then(Value::as_f64).unwrap();
            assert!((0.0..=original).contains(&quantity), "{row}");
            let finished = row.get("IsFinished") == Some(&Value::Bool(true));
            assert!(!finished || quantity == 0.0, "only an empty package is finished: {row}");
            assert!(text(&row, "LastModified").as_str() <= "2026-05-20T19:30:00.000000+00:00", "{row}");
            assert!(text(&row, "PackagedDate").as_str() > "2025-10-01", "{row}");
            assert!(ids.insert(number(&row, "Id")), "an id is one row of one license");
        }
    }
    for wanted in
        ["TestPassed", "TestFailed", "RetestPassed", "TestingInProgress", "SubmittedForTesting", "NotSubmitted"]
    {
        assert!(states.contains(wanted), "{wanted} is missing in {states:?}");
    }
    assert!(categories.len() >= 12, "{categories:?}");
    assert!(samples > 5 && batches > 50 && notes > 20, "{samples} samples, {batches} batches, {notes} notes");
}

#[tokio::test]
async fn a_laboratory_sees_dozens_of_tests_a_sample_and_strains_only_where_there_are_some() {
    let state = State::start().await;
    let rows = state.all("/packages/v2/labsamples", &state.license("Testing Laboratory")).await;
    let mut tests: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut with, mut without) = (0, 0);
    for row in &rows {
        assert!(tests.entry(text(row, "Label")).or_default().insert(text(row, "TestTypeName")), "a test comes once");
        match row.get("Item").map(|item| text(item, "StrainName")) {
            Some(strain) if !strain.is_empty() => with += 1,
            _ => without += 1,
        }
    }
    assert!(tests.values().all(|names| (50..=100).contains(&names.len())));
    assert!(with > 0 && without > 0, "{with} rows with a strain, {without} without");
    assert!(rows.iter().any(|row| row.get("OverallPassed") == Some(&Value::Bool(false))), "some samples fail");
    let row = rows.iter().find(|row| row.get("TestPassed") == Some(&Value::Bool(false))).unwrap();
    assert_eq!(row.get("OverallPassed"), Some(&Value::Bool(false)), "a sample with a failed test failed");
}
