//! The shapes of the answers against the documented examples.

use std::path::PathBuf;

use crate::client::{ALL, State};
use crate::json::{Shape, differences};
use crate::tell::skipped;

/// The reference data beside the checkout, where there is any.
pub fn reference_data() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data");
    if !root.is_dir() {
        skipped("reference data not present");
        return None;
    }
    Some(root)
}

/// The documented example, the license that answers, and the path. `<list|Field>` is that field of the list's first row.
pub const READS: [(&str, &str, &str); 102] = [
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
    ("Packages__GetPackagesById", "Retailer", "/packages/v2/<packages/v2/active|Id>"),
    ("Packages__GetPackagesByLabel", "Retailer", "/packages/v2/<packages/v2/active|Label>"),
    ("Packages__GetSourceHarvestById", "Retailer", "/packages/v2/<packages/v2/active|Id>/source/harvests"),
    ("Items__GetActiveItems", "Microbusiness", "/items/v2/active"),
    ("Items__GetInactiveItems", "Retailer", "/items/v2/inactive"),
    ("Items__GetCategories", "Microbusiness", "/items/v2/categories"),
    ("Items__GetBrands", "Microbusiness", "/items/v2/brands"),
    ("Items__GetItemsById", "Microbusiness", "/items/v2/<items/v2/active|Id>"),
    ("Strains__GetActiveStrains", "Microbusiness", "/strains/v2/active"),
    ("Strains__GetInactiveStrains", "Microbusiness", "/strains/v2/inactive"),
    ("Strains__GetStrainsById", "Microbusiness", "/strains/v2/<strains/v2/active|Id>"),
    ("Locations__GetActiveLocations", "Retailer", "/locations/v2/active"),
    ("Locations__GetInactiveLocations", "Retailer", "/locations/v2/inactive"),
    ("Locations__GetLocationsTypes", "Retailer", "/locations/v2/types"),
    ("Locations__GetLocationsById", "Retailer", "/locations/v2/<locations/v2/active|Id>"),
    ("Sublocations__GetActiveSublocations", "Retailer", "/sublocations/v2/active"),
    ("Sublocations__GetInactiveSublocations", "Retailer", "/sublocations/v2/inactive"),
    ("Sublocations__GetSublocationsById", "Retailer", "/sublocations/v2/<sublocations/v2/active|Id>"),
    ("UnitsOfMeasure__GetActiveUnitsOfMeasure", "Retailer", "/unitsofmeasure/v2/active"),
    ("UnitsOfMeasure__GetInactiveUnitsOfMeasure", "Retailer", "/unitsofmeasure/v2/inactive"),
    ("LabTests__GetStates", "Retailer", "/labtests/v2/states"),
    ("LabTests__GetLabTestsTypes", "Retailer", "/labtests/v2/types"),
    ("LabTests__GetBatches", "Retailer", "/labtests/v2/batches"),
    ("LabTests__GetResults", "Testing Laboratory", "/labtests/v2/results?packageId=<packages/v2/inactive|Id>"),
    ("PlantBatches__GetActivePlantBatches", "Medium Mixed-Light Tier 1", "/plantbatches/v2/active"),
    ("PlantBatches__GetInactivePlantBatches", "Medium Mixed-Light Tier 1", "/plantbatches/v2/inactive"),
    ("PlantBatches__GetPlantBatchesById", "Medium Mixed-Light Tier 1", "/plantbatches/v2/<plantbatches/v2/active|Id>"),
    ("PlantBatches__GetPlantBatchesTypes", "Medium Mixed-Light Tier 1", "/plantbatches/v2/types"),
    ("PlantBatches__GetPlantBatchesWaste", "Medium Mixed-Light Tier 1", "/plantbatches/v2/waste"),
    ("Plants__GetFloweringPlants", "Medium Mixed-Light Tier 1", "/plants/v2/flowering"),
    ("Plants__GetInactivePlants", "Medium Mixed-Light Tier 1", "/plants/v2/inactive"),
    ("Plants__GetOnHoldPlants", "Medium Mixed-Light Tier 1", "/plants/v2/onhold"),
    ("Plants__GetVegetativePlants", "Medium Mixed-Light Tier 1", "/plants/v2/vegetative"),
    ("Plants__GetMotherPlants", "Medium Mixed-Light Tier 1", "/plants/v2/mother"),
    ("Plants__GetMotherInactivePlants", "Medium Mixed-Light Tier 1", "/plants/v2/mother/inactive"),
    ("Plants__GetMotherOnHoldPlants", "Medium Mixed-Light Tier 1", "/plants/v2/mother/onhold"),
    ("Plants__GetPlantsById", "Medium Mixed-Light Tier 1", "/plants/v2/<plants/v2/flowering|Id>"),
    ("Plants__GetPlantsByLabel", "Medium Mixed-Light Tier 1", "/plants/v2/<plants/v2/flowering|Label>"),
    ("Plants__GetGrowthPhases", "Medium Mixed-Light Tier 1", "/plants/v2/growthphases"),
    ("Plants__GetAdditives", "Medium Mixed-Light Tier 1", "/plants/v2/additives"),
    ("Plants__GetAdditivesTypes", "Medium Mixed-Light Tier 1", "/plants/v2/additives/types"),
    ("Plants__GetPlantsWaste", "Medium Mixed-Light Tier 1", "/plants/v2/waste"),
    ("Plants__GetPlantsWasteMethods", "Medium Mixed-Light Tier 1", "/plants/v2/waste/methods/all"),
    ("Plants__GetPlantsWasteReasons", "Medium Mixed-Light Tier 1", "/plants/v2/waste/reasons"),
    ("AdditivesTemplates__GetActiveAdditivesTemplates", "Medium Mixed-Light Tier 1", "/additivestemplates/v2/active"),
    (
        "AdditivesTemplates__GetInactiveAdditivesTemplates",
        "Medium Mixed-Light Tier 1",
        "/additivestemplates/v2/inactive",
    ),
    (
        "AdditivesTemplates__GetAdditivesTemplatesById",
        "Medium Mixed-Light Tier 1",
        "/additivestemplates/v2/<additivestemplates/v2/active|Id>",
    ),
    ("Harvests__GetActiveHarvests", "Medium Mixed-Light Tier 1", "/harvests/v2/active"),
    ("Harvests__GetInactiveHarvests", "Medium Mixed-Light Tier 1", "/harvests/v2/inactive"),
    ("Harvests__GetOnHoldHarvests", "Medium Mixed-Light Tier 1", "/harvests/v2/onhold"),
    ("Harvests__GetHarvestsById", "Medium Mixed-Light Tier 1", "/harvests/v2/<harvests/v2/active|Id>"),
    ("Harvests__GetHarvestsWaste", "Medium Mixed-Light Tier 1", "/harvests/v2/waste?harvestId=<harvests/v2/active|Id>"),
    ("Harvests__GetWasteTypes", "Medium Mixed-Light Tier 1", "/harvests/v2/waste/types"),
    ("WasteMethods__GetWasteMethodsWasteMethods", "Medium Mixed-Light Tier 1", "/wastemethods/v2"),
    ("Tags__GetAvailablePackage", "Retailer", "/tags/v2/package/available"),
    ("Tags__GetAvailablePlant", "Medium Mixed-Light Tier 1", "/tags/v2/plant/available"),
    ("Tags__GetStagedTags", "Retailer", "/tags/v2/staged"),
    ("Sales__GetActiveReceipts", "Retailer", "/sales/v2/receipts/active"),
    ("Sales__GetInactiveReceipts", "Retailer", "/sales/v2/receipts/inactive"),
    ("Sales__GetReceiptById", "Retailer", "/sales/v2/receipts/<sales/v2/receipts/active|Id>"),
    (
        "Sales__GetReceiptsExternalByExternalNumber",
        "Retailer",
        "/sales/v2/receipts/external/<sales/v2/receipts/active|ExternalReceiptNumber>",
    ),
    ("Sales__GetCustomerTypes", "Retailer", "/sales/v2/customertypes"),
    ("Sales__GetCounties", "Retailer", "/sales/v2/counties"),
    ("Sales__GetPatientRegistrationLocations", "Retailer", "/sales/v2/patientregistration/locations"),
    ("-", "Retailer", "/sales/v2/paymenttypes"),
    ("Sales__GetActiveDeliveriesRetailer", "Retailer", "/sales/v2/deliveries/retailer/active"),
    ("Sales__GetInactiveDeliveriesRetailer", "Retailer", "/sales/v2/deliveries/retailer/inactive"),
    ("Transfers__GetIncomingTransfers", "Retailer", "/transfers/v2/incoming"),
    ("Transfers__GetOutgoingTransfers", "Distributor", "/transfers/v2/outgoing"),
    ("Transfers__GetRejectedTransfers", "Distributor", "/transfers/v2/rejected"),
    ("Transfers__GetHub", "Distributor", "/transfers/v2/hub"),
    ("Transfers__GetTransfersTypes", "Distributor", "/transfers/v2/types"),
    ("Transfers__GetDeliveriesPackagesStates", "Distributor", "/transfers/v2/deliveries/packages/states"),
    ("Transfers__GetTransfersDeliveryById", "Distributor", "/transfers/v2/<transfers/v2/outgoing|Id>/deliveries"),
    (
        "Transfers__GetDeliveryPackageById",
        "Retailer",
        "/transfers/v2/deliveries/<transfers/v2/incoming|DeliveryId>/packages",
    ),
    (
        "Transfers__GetDeliveryPackageWholesaleById",
        "Retailer",
        "/transfers/v2/deliveries/<transfers/v2/incoming|DeliveryId>/packages/wholesale",
    ),
    (
        "Transfers__GetDeliveryTransporterById",
        "Retailer",
        "/transfers/v2/deliveries/<transfers/v2/incoming|DeliveryId>/transporters",
    ),
    (
        "Transfers__GetDeliveryTransporterDetailById",
        "Retailer",
        "/transfers/v2/deliveries/<transfers/v2/incoming|DeliveryId>/transporters/details",
    ),
    (
        "Transfers__GetDeliveryPackageRequiredlabtestbatchById",
        "Distributor",
        "/transfers/v2/deliveries/package/<packages/v2/active|Id>/requiredlabtestbatches",
    ),
    ("Transfers__GetManifestPdfById", "Distributor", "/transfers/v2/manifest/<transfers/v2/outgoing|Id>/pdf"),
    ("Transfers__GetOutgoingTemplates", "Distributor", "/transfers/v2/templates/outgoing"),
    (
        "Transfers__GetOutgoingTemplateDeliveryById",
        "Distributor",
        "/transfers/v2/templates/outgoing/<transfers/v2/templates/outgoing|Id>/deliveries",
    ),
    (
        "Transfers__GetOutgoingTemplateDeliveryPackageById",
        "Distributor",
        "/transfers/v2/templates/outgoing/deliveries/<template delivery>/packages",
    ),
    (
        "Transfers__GetOutgoingTemplateDeliveryTransporterById",
        "Distributor",
        "/transfers/v2/templates/outgoing/deliveries/<template delivery>/transporters",
    ),
    (
        "Transfers__GetOutgoingTemplateDeliveryTransporterDetailById",
        "Distributor",
        "/transfers/v2/templates/outgoing/deliveries/<template delivery>/transporters/details",
    ),
    ("Transporters__GetDrivers", "Distributor", "/transporters/v2/drivers"),
    ("Transporters__GetDriverById", "Distributor", "/transporters/v2/drivers/<transporters/v2/drivers|Id>"),
    ("Transporters__GetVehicles", "Distributor", "/transporters/v2/vehicles"),
    ("Transporters__GetVehicleById", "Distributor", "/transporters/v2/vehicles/<transporters/v2/vehicles|Id>"),
];

#[tokio::test]
async fn every_read_has_the_documented_fields_in_the_documented_order() {
    let Some(data) = reference_data() else { return };
    let state = State::start().await;
    let label = state.running.control().active_labels(&state.license("Distributor"))[0].clone();
    let template = crate::scenario::template("Standing order", &state.retailer, &[label.as_str()]);
    let templates = "/transfers/v2/templates/outgoing";
    state.ids("POST", templates, &state.license("Distributor"), serde_json::json!([template])).await;
    let mut wrong = Vec::new();
    for (example, kind, path) in READS {
        let license = state.license(kind);
        let path = fill(&state, &license, path).await;
        let joint = if path.contains('?') { '&' } else { '?' };
        let reply = state.get(&format!("{path}{joint}licenseNumber={license}&{ALL}")).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        if example == "-" {
            continue;
        }
        let documented = std::fs::read_to_string(data.join(format!("examples/responses/{example}.json"))).unwrap();
        let documented: Shape = serde_json::from_str(&documented).unwrap();
        let answered: Shape = serde_json::from_str(&reply.text).unwrap();
        let found = differences(&documented, &answered);
        wrong.extend(found.into_iter().take(3).map(|line| format!("{example} {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Puts a field of some row into `<...>`.
pub async fn fill(state: &State, license: &str, path: &str) -> String {
    let Some((before, rest)) = path.split_once('<') else { return path.to_owned() };
    let (wanted, after) = rest.split_once('>').unwrap();
    let (list, field) = wanted.split_once('|').unwrap_or(("transfers/v2/templates/outgoing", "Id"));
    let mut rows = state.all(&format!("/{list}"), license).await;
    if wanted == "template delivery" {
        let id = rows.first().and_then(|row| row.get("Id")).expect("there is a template");
        rows = state.get(&format!("/transfers/v2/templates/outgoing/{id}/deliveries")).await.rows();
    }
    let value = rows.first().and_then(|row| row.get(field)).unwrap_or_else(|| panic!("{list} has no row"));
    format!("{before}{}{after}", value.to_string().trim_matches('"'))
}

#[tokio::test]
async fn enumerations_are_numbers_where_the_switch_says_so() {
    let mut config = crate::client::config();
    config.options.enums_as_numbers = true;
    let state = State::with(config).await;
    let rows = state.list("/packages/v2/active", "pageSize=1&pageNumber=1").await.rows();
    let item = rows.first().and_then(|row| row.get("Item")).unwrap().clone();
    assert!(item.get("QuantityType").unwrap().is_number(), "{item}");
    let items = state.all("/items/v2/active", &state.license("Microbusiness")).await;
    assert!(items.first().unwrap().get("QuantityType").unwrap().is_string(), "/items keeps names");
}
