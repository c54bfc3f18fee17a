//! The shapes of the answers against the documented examples.

use std::path::PathBuf;

use crate::client::{ALL, State};
use crate::json::{Shape, differences};

/// The reference data beside the checkout, where there is any.
pub fn reference_data() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data");
    if !root.is_dir() {
        println!("skipped: reference data not present");
        return None;
    }
    Some(root)
}

/// The documented example, the licence that answers, and the path.
const READS: [(&str, &str, &str); 34] = [
    ("Facilities__GetFacilities", "Retailer", "/facilities/v2"),
    ("Employees__GetEmployees", "Retailer", "/employees/v2"),
    ("Employees__GetPermissions", "Retailer", "/employees/v2/permissions?employeeLicenseNumber=C10-0000421-LIC-E001"),
    ("Packages__GetActivePackages", "Retailer", "/packages/v2/active"),
    ("Packages__GetActivePackages", "Distributor", "/packages/v2/active"),
    ("Packages__GetOnHoldPackages", "Retailer", "/packages/v2/onhold"),
    ("Packages__GetInactivePackages", "Retailer", "/packages/v2/inactive"),
    ("Packages__GetInTransitPackages", "Distributor", "/packages/v2/intransit"),
    ("Packages__GetTransferred", "Distributor", "/packages/v2/transferred"),
    ("Packages__GetLabSamples", "Testing Laboratory", "/packages/v2/labsamples"),
    ("Packages__GetAdjustments", "Retailer", "/packages/v2/adjustments"),
    ("Packages__GetAdjustReasons", "Retailer", "/packages/v2/adjust/reasons"),
    ("Packages__GetPackagesTypes", "Retailer", "/packages/v2/types"),
    ("Packages__GetPackagesById", "Retailer", "/packages/v2/{package id}"),
    ("Packages__GetPackagesByLabel", "Retailer", "/packages/v2/{package label}"),
    ("Packages__GetSourceHarvestById", "Retailer", "/packages/v2/{package id}/source/harvests"),
    ("Items__GetActiveItems", "Microbusiness", "/items/v2/active"),
    ("Items__GetInactiveItems", "Retailer", "/items/v2/inactive"),
    ("Items__GetCategories", "Microbusiness", "/items/v2/categories"),
    ("Items__GetBrands", "Microbusiness", "/items/v2/brands"),
    ("Items__GetItemsById", "Microbusiness", "/items/v2/{item id}"),
    ("Strains__GetActiveStrains", "Microbusiness", "/strains/v2/active"),
    ("Strains__GetInactiveStrains", "Microbusiness", "/strains/v2/inactive"),
    ("Strains__GetStrainsById", "Microbusiness", "/strains/v2/{strain id}"),
    ("Locations__GetActiveLocations", "Retailer", "/locations/v2/active"),
    ("Locations__GetInactiveLocations", "Retailer", "/locations/v2/inactive"),
    ("Locations__GetLocationsTypes", "Retailer", "/locations/v2/types"),
    ("Locations__GetLocationsById", "Retailer", "/locations/v2/{location id}"),
    ("Sublocations__GetActiveSublocations", "Retailer", "/sublocations/v2/active"),
    ("Sublocations__GetSublocationsById", "Retailer", "/sublocations/v2/{sublocation id}"),
    ("UnitsOfMeasure__GetActiveUnitsOfMeasure", "Retailer", "/unitsofmeasure/v2/active"),
    ("UnitsOfMeasure__GetInactiveUnitsOfMeasure", "Retailer", "/unitsofmeasure/v2/inactive"),
    ("LabTests__GetStates", "Retailer", "/labtests/v2/states"),
    ("LabTests__GetLabTestsTypes", "Retailer", "/labtests/v2/types"),
];

#[tokio::test]
async fn every_read_has_the_documented_fields_in_the_documented_order() {
    let Some(data) = reference_data() else { return };
    let state = State::start().await;
    let mut wrong = Vec::new();
    for (example, kind, path) in READS {
        let licence = state.licence(kind);
        let path = fill(&state, &licence, path).await;
        let joint = if path.contains('?') { '&' } else { '?' };
        let reply = state.get(&format!("{path}{joint}licenseNumber={licence}&{ALL}")).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        let documented = std::fs::read_to_string(data.join(format!("examples/responses/{example}.json"))).unwrap();
        let documented: Shape = serde_json::from_str(&documented).unwrap();
        let answered: Shape = serde_json::from_str(&reply.text).unwrap();
        let found = differences(&documented, &answered);
        wrong.extend(found.into_iter().take(3).map(|line| format!("{example} {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Puts the id or label of some row into `{...}`.
async fn fill(state: &State, licence: &str, path: &str) -> String {
    for (name, list, field) in [
        ("{package id}", "/packages/v2/active", "Id"),
        ("{package label}", "/packages/v2/active", "Label"),
        ("{item id}", "/items/v2/active", "Id"),
        ("{strain id}", "/strains/v2/active", "Id"),
        ("{location id}", "/locations/v2/active", "Id"),
        ("{sublocation id}", "/sublocations/v2/active", "Id"),
    ] {
        if path.contains(name) {
            let rows = state.all(list, licence).await;
            let value = rows.first().and_then(|row| row.get(field)).expect("the list has a row");
            return path.replace(name, value.to_string().trim_matches('"'));
        }
    }
    path.to_owned()
}

#[tokio::test]
async fn enumerations_are_numbers_where_the_switch_says_so() {
    let mut config = crate::client::config();
    config.options.enums_as_numbers = true;
    let state = State::with(config).await;
    let rows = state.list("/packages/v2/active", "pageSize=1&pageNumber=1").await.rows();
    let item = rows.first().and_then(|row| row.get("Item")).unwrap().clone();
    assert!(item.get("QuantityType").unwrap().is_number(), "{item}");
    let items = state.all("/items/v2/active", &state.licence("Microbusiness")).await;
    assert!(items.first().unwrap().get("QuantityType").unwrap().is_string(), "/items keeps names");
}
