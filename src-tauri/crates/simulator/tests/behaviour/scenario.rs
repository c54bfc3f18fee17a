//! The evaluation workbook's steps for California (CONTRACT section 8): each is 200, and afterwards the state is as the
//! step says.

use serde_json::{Value, json};

use crate::client::{ALL, State, number, text};

const TODAY: &str = "2026-05-20";

/// What the workbook's steps leave behind for other tests.
pub struct Evaluation {
    pub grower: String,
    pub strain: u64,
    pub location: u64,
    pub item: u64,
    pub batch: u64,
    pub harvest: u64,
    pub package: String,
    pub receipt: u64,
    pub delivery: u64,
    pub result: u64,
    pub templates: Vec<u64>,
    pub plant: String,
}

#[tokio::test]
async fn every_step_of_the_evaluation_workbook_is_200_and_does_what_it_says() {
    let state = State::start().await;
    evaluate(&state).await;
}

/// The quantity of a package.
pub async fn quantity(state: &State, license: &str, label: &str) -> f64 {
    let package = state.one(&format!("/packages/v2/{label}"), license).await;
    package.get("Quantity").and_then(Value::as_f64).unwrap()
}

/// Runs the steps, in the workbook's order.
pub async fn evaluate(state: &State) -> Evaluation {
    let grower = state.license("Medium Mixed-Light Tier 1");
    let g = grower.as_str();
    assert_eq!(state.get("/facilities/v2").await.status, 200);

    // Strains.
    let strain = json!({"Name": "Evaluation Kush", "TestingStatus": "None", "ThcLevel": 0.1865, "CbdLevel": 0.1075,
        "IndicaPercentage": 60.0, "SativaPercentage": 40.0});
    let strain_id = state.ids("POST", "/strains/v2", g, json!([strain])).await[0];
    let mut changed = strain.clone();
    changed["Id"] = strain_id.into();
    changed["IndicaPercentage"] = 25.0.into();
    changed["SativaPercentage"] = 75.0.into();
    state.quietly("PUT", "/strains/v2", g, json!([changed])).await;
    let stored = state.one(&format!("/strains/v2/{strain_id}"), g).await;
    assert_eq!(text(&stored, "Genetics"), "25% Indica / 75% Sativa");

    // Locations.
    let room = json!([{"Name": "Evaluation Room", "LocationTypeName": "Default"}]);
    let location = state.ids("POST", "/locations/v2", g, room).await[0];
    let renamed = json!([{"Id": location, "Name": "Evaluation Hall", "LocationTypeName": "Default"}]);
    state.quietly("PUT", "/locations/v2", g, renamed).await;
    assert_eq!(text(&state.one(&format!("/locations/v2/{location}"), g).await, "Name"), "Evaluation Hall");

    // Items.
    let flower = json!({"ItemCategory": "Flower", "Name": "Evaluation Flower", "UnitOfMeasure": "Ounces",
        "Strain": "Evaluation Kush"});
    let clone = json!({"ItemCategory": "Immature Plant", "Name": "Evaluation Clone", "UnitOfMeasure": "Each",
        "Strain": "Evaluation Kush"});
    let item = state.ids("POST", "/items/v2", g, json!([flower, clone])).await[0];
    let mut changed = flower.clone();
    changed["Id"] = item.into();
    changed["UnitOfMeasure"] = "grams".into();
    state.quietly("PUT", "/items/v2", g, json!([changed])).await;
    assert_eq!(text(&state.one(&format!("/items/v2/{item}"), g).await, "UnitOfMeasureName"), "Grams");

    // A plant batch of six, from a growing plant: the loop is closed.
    let mother = text(&state.all("/plants/v2/flowering", g).await[0], "Label");
    let tags = state.plant_tags(g, 8);
    let planting = json!([{"PlantLabel": mother, "PlantBatchName": tags[0], "PlantBatchType": "Clone",
        "PlantCount": 6, "LocationName": "Nursery", "StrainName": "Evaluation Kush", "ActualDate": TODAY}]);
    let batch = state.ids("POST", "/plants/v2/plantings", g, planting).await[0];
    let untracked = async || number(&state.one(&format!("/plantbatches/v2/{batch}"), g).await, "UntrackedCount");
    assert_eq!(untracked().await, 6);

    let packages = state.package_tags(g, 8);
    let clones = |tag: &str, count: u32| {
        json!([{"PlantBatch": tags[0], "Count": count, "Item": "Evaluation Clone", "Tag": tag,
            "Location": "Nursery", "ActualDate": TODAY}])
    };
    state.ids("POST", "/plantbatches/v2/packages/frommotherplant", g, clones(&packages[0], 3)).await;
    assert_eq!(untracked().await, 6, "cuttings do not decrease the batch");
    state.ids("POST", "/plantbatches/v2/packages", g, clones(&packages[1], 3)).await;
    assert_eq!(untracked().await, 3, "clones out of the batch do");
    let phase = json!([{"Name": tags[0], "Count": 2, "StartingTag": tags[1], "GrowthPhase": "Flowering",
        "NewLocation": "Greenhouse 1", "GrowthDate": TODAY}]);
    state.ids("POST", "/plantbatches/v2/growthphase", g, phase).await;
    let destroyed = json!([{"PlantBatch": tags[0], "Count": 1, "WasteMethodName": "Compost",
        "WasteReasonName": "Failure to Thrive", "ActualDate": TODAY}]);
    state.ids("DELETE", "/plantbatches/v2", g, destroyed).await;
    let ended = state.one(&format!("/plantbatches/v2/{batch}"), g).await;
    let counts = ["UntrackedCount", "TrackedCount", "PackagedCount", "DestroyedCount"].map(|name| number(&ended, name));
    assert_eq!(counts, [0, 2, 6, 1]);

    // Plants.
    let (one, two) = (tags[1].as_str(), tags[2].as_str());
    let moved = json!([{"Label": one, "Location": "Greenhouse 2", "ActualDate": TODAY},
        {"Label": two, "Location": "Greenhouse 2", "ActualDate": TODAY}]);
    state.quietly("PUT", "/plants/v2/location", g, moved).await;
    assert_eq!(text(&state.one(&format!("/plants/v2/{one}"), g).await, "LocationName"), "Greenhouse 2");
    let cuttings = json!([{"PlantLabel": one, "PlantBatchName": tags[4], "PlantBatchType": "Clone", "PlantCount": 2,
        "LocationName": "Nursery", "StrainName": "Evaluation Kush", "ActualDate": TODAY}]);
    state.ids("POST", "/plants/v2/plantings", g, cuttings).await;
    let young = json!([{"PlantLabel": one, "PackageTag": packages[2], "PlantBatchType": "Clone",
        "Item": "Evaluation Clone", "Location": "Nursery", "Count": 2, "ActualDate": TODAY}]);
    state.ids("POST", "/plants/v2/plantbatch/packages", g, young).await;
    let another = text(&state.all("/plants/v2/flowering", g).await[1], "Label");
    let ended = json!([{"Label": another, "WasteMethodName": "Compost", "WasteReasonName": "Male Plants",
        "WasteWeight": 100, "WasteUnitOfMeasureName": "Grams", "ActualDate": TODAY}]);
    state.ids("DELETE", "/plants/v2", g, ended).await;
    assert_eq!(text(&state.one(&format!("/plants/v2/{another}"), g).await, "State"), "Destroyed");
    let cut = |plant: &str, weight: f64, name: &str| {
        json!({"Plant": plant, "Weight": weight, "UnitOfWeight": "Grams", "DryingLocation": "Drying Barn",
            "HarvestName": name, "ActualDate": TODAY})
    };
    state.ids("POST", "/plants/v2/manicure", g, json!([cut(one, 40.5, "Evaluation Trim")])).await;
    let both = json!([cut(one, 700.0, "Evaluation Harvest"), cut(two, 650.5, "Evaluation Harvest")]);
    state.quietly("PUT", "/plants/v2/harvest", g, both).await;
    let harvests = state.all("/harvests/v2/active", g).await;
    let harvest = harvests.iter().find(|row| text(row, "Name") == "Evaluation Harvest").unwrap();
    assert_eq!((number(harvest, "PlantCount"), harvest.get("TotalWetWeight")), (2, Some(&1350.5.into())));
    let harvest = number(harvest, "Id");

    // Harvests.
    let made = json!([{"Tag": packages[3], "Location": "Vault", "Item": "Evaluation Flower", "UnitOfWeight": "Grams",
        "ActualDate": TODAY, "Ingredients": [{"HarvestId": harvest, "Weight": 1000.0, "UnitOfWeight": "Grams"}]}]);
    state.ids("POST", "/harvests/v2/packages", g, made).await;
    let waste = json!([{"Id": harvest, "WasteType": "Plant Material", "UnitOfWeight": "Grams", "WasteWeight": 350.5,
        "ActualDate": TODAY}]);
    state.ids("POST", "/harvests/v2/waste", g, waste).await;
    let left = state.one(&format!("/harvests/v2/{harvest}"), g).await;
    assert_eq!(left.get("CurrentWeight"), Some(&0.0.into()), "everything is packaged or wasted");
    state.ids("PUT", "/harvests/v2/finish", g, json!([{"Id": harvest, "ActualDate": TODAY}])).await;
    assert_eq!(text(&state.one(&format!("/harvests/v2/{harvest}"), g).await, "FinishedDate"), TODAY);
    state.ids("PUT", "/harvests/v2/unfinish", g, json!([{"Id": harvest}])).await;
    assert!(state.one(&format!("/harvests/v2/{harvest}"), g).await.get("FinishedDate").unwrap().is_null());

    // Packages.
    let child = json!([{"Tag": packages[4], "Location": "Vault", "Item": "Evaluation Flower", "Quantity": 10.0,
        "UnitOfMeasure": "Ounces", "ActualDate": TODAY,
        "Ingredients": [{"Package": packages[3], "Quantity": 10.0, "UnitOfMeasure": "Ounces"}]}]);
    state.ids("POST", "/packages/v2", g, child).await;
    assert_eq!(quantity(state, g, &packages[3]).await, 716.504_768_75, "ten ounces left the source, in its grams");
    let bulk = text(&state.all("/items/v2/active", g).await[0], "Name");
    state.quietly("PUT", "/packages/v2/item", g, json!([{"Label": packages[4], "Item": bulk}])).await;
    let adjusted = json!([{"Label": packages[4], "Quantity": 0, "UnitOfMeasure": "Ounces",
        "AdjustmentReason": "Drying", "AdjustmentDate": TODAY}]);
    state.quietly("PUT", "/packages/v2/adjust", g, adjusted).await;
    assert_eq!(quantity(state, g, &packages[4]).await, 0.0);
    let finish = json!([{"Label": packages[4], "ActualDate": TODAY}]);
    state.quietly("PUT", "/packages/v2/finish", g, finish).await;
    let finished = state.one(&format!("/packages/v2/{}", packages[4]), g).await;
    assert_eq!((finished.get("IsFinished"), text(&finished, "FinishedDate")), (Some(&true.into()), TODAY.to_owned()));
    state.quietly("PUT", "/packages/v2/unfinish", g, json!([{"Label": packages[4]}])).await;

    let receipt = sales(state).await;
    let delivery = retailer_delivery(state).await;
    let (result, templates) = lab_and_templates(state, g, &packages).await;
    Evaluation {
        strain: strain_id,
        location,
        item,
        batch,
        harvest,
        package: packages[3].clone(),
        receipt,
        delivery,
        result,
        templates,
        plant: mother,
        grower,
    }
}

/// Active packages of the retailer with at least this much left, newest first.
pub async fn stocked(state: &State, license: &str, least: f64) -> Vec<String> {
    let rows = state.all("/packages/v2/active", license).await;
    let full = rows.iter().rev().filter(|row| row.get("Quantity").and_then(Value::as_f64).unwrap() >= least);
    full.map(|row| text(row, "Label")).collect()
}

async fn sales(state: &State) -> u64 {
    let r = state.retailer.as_str();
    let stock = stocked(state, r, 5.0).await;
    let before = quantity(state, r, &stock[0]).await;
    let receipt = |quantity: u32| {
        json!({"SalesDateTime": "2026-05-20T11:00:00.000", "ExternalReceiptNumber": "EVAL-1",
            "SalesCustomerType": "Consumer", "Transactions": [
                {"PackageLabel": stock[0], "Quantity": quantity, "UnitOfMeasure": "Each", "TotalAmount": 19.98},
                {"PackageLabel": stock[1], "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 9.99}]})
    };
    let id = state.ids("POST", "/sales/v2/receipts", r, json!([receipt(2)])).await[0];
    assert_eq!(quantity(state, r, &stock[0]).await, before - 2.0);
    let mut changed = receipt(3);
    changed["Id"] = id.into();
    state.quietly("PUT", "/sales/v2/receipts", r, json!([changed])).await;
    assert_eq!(quantity(state, r, &stock[0]).await, before - 3.0);
    let shown = state.one("/sales/v2/receipts/external/EVAL-1", r).await;
    assert_eq!((number(&shown, "Id"), number(&shown, "TotalPackages")), (id, 2));
    assert_eq!(shown.get("Transactions").and_then(Value::as_array).map(Vec::len), Some(2));
    let voided = state.write("DELETE", &format!("/sales/v2/receipts/{id}"), r, Value::Null).await;
    assert_eq!((voided.status, voided.text.as_str()), (200, ""));
    assert_eq!(quantity(state, r, &stock[0]).await, before, "a voided receipt gives everything back");
    assert_eq!(text(&state.one(&format!("/sales/v2/receipts/{id}"), r).await, "ArchivedDate"), TODAY);
    id
}

/// An address, as deliveries want it.
pub fn address() -> Value {
    json!({"SalesCustomerType": "Consumer", "ConsumerId": "C-1", "RecipientName": "A. Buyer",
        "RecipientAddressStreet1": "1 Someplace Road", "RecipientAddressCity": "Oakland",
        "RecipientAddressCounty": "Alameda", "RecipientAddressState": "CA", "RecipientAddressPostalCode": "94607",
        "EstimatedArrivalDateTime": "2026-05-20T15:00:00.000"})
}

/// A delivery to two customers with two packages each, and a spare package.
pub fn delivery_body(stock: &[String]) -> Value {
    let line = |label: &String, quantity: u32| json!({"PackageLabel": label, "Quantity": quantity, "UnitOfMeasure": "Each", "TotalAmount": 20.0});
    let stop = |first: usize| {
        let mut stop = address();
        stop["Transactions"] = json!([line(&stock[first], 1), line(&stock[first + 1], 1)]);
        stop
    };
    json!({"DateTime": "2026-05-20T12:00:00.000", "DriverEmployeeId": "EMP-101", "DriverName": "Marguerite Ojeda",
        "DriversLicenseNumber": "D4471920", "PhoneNumberForQuestions": "+1-510-555-0142", "VehicleMake": "Ford",
        "VehicleModel": "Transit", "VehicleLicensePlateNumber": "8TRK204",
        "EstimatedDepartureDateTime": "2026-05-20T12:30:00.000", "Destinations": [stop(0), stop(2)],
        "Packages": [{"PackageLabel": stock[4], "Quantity": 3, "UnitOfMeasure": "Each", "TotalPrice": 60.0,
            "DateTime": "2026-05-20T12:00:00.000"}]})
}

async fn retailer_delivery(state: &State) -> u64 {
    let r = state.retailer.as_str();
    let stock = stocked(state, r, 6.0).await;
    let before = quantity(state, r, &stock[4]).await;
    let id = state.ids("POST", "/sales/v2/deliveries/retailer", r, json!([delivery_body(&stock)])).await[0];
    assert_eq!(quantity(state, r, &stock[4]).await, before - 3.0, "the spare package's units are in the vehicle");
    let loaded = state.one(&format!("/packages/v2/{}", stock[4]), r).await;
    assert_eq!(loaded.get("IsOnRetailerDelivery"), Some(&true.into()));
    let this = json!([{"RetailerDeliveryId": id}]);
    state.quietly("POST", "/sales/v2/deliveries/retailer/depart", r, this).await;
    let mut sale = address();
    sale["RetailerDeliveryId"] = id.into();
    sale["SalesDateTime"] = "2026-05-20T12:20:00.000".into();
    sale["Transactions"] =
        json!([{"PackageLabel": stock[4], "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 20.0}]);
    state.ids("POST", "/sales/v2/deliveries/retailer/sale", r, json!([sale])).await;
    let end = |quantity: u32| {
        json!([{"RetailerDeliveryId": id, "ActualArrivalDateTime": "2026-05-20T12:25:00.000",
            "Packages": [{"Label": stock[4], "EndQuantity": quantity, "EndUnitOfMeasure": "Each"}]}])
    };
    let wrong = state.write("POST", "/sales/v2/deliveries/retailer/end", r, end(3)).await;
    assert_eq!(wrong.status, 400, "three cannot come back when one was sold on the road");
    state.ids("POST", "/sales/v2/deliveries/retailer/end", r, end(2)).await;
    assert_eq!(quantity(state, r, &stock[4]).await, before - 1.0);
    let ended = state.one(&format!("/sales/v2/deliveries/retailer/{id}"), r).await;
    assert_eq!(text(&ended, "RetailerDeliveryState"), "Completed");
    id
}

/// A template with these packages.
pub fn template(name: &str, recipient: &str, labels: &[&str]) -> Value {
    let packages: Vec<Value> = labels
        .iter()
        .map(|label| json!({"PackageLabel": label, "WholesalePrice": 10.0, "GrossWeight": 20.5, "GrossUnitOfWeightName": "Grams"}))
        .collect();
    json!({"Name": name, "TransporterFacilityLicenseNumber": "C11-0000958-LIC", "DriverName": "Solomon Pike",
        "DriverOccupationalLicenseNumber": "EMP-102", "DriverLicenseNumber": "D8830174", "VehicleMake": "Ram",
        "VehicleModel": "ProMaster", "VehicleLicensePlateNumber": "7HNG551", "Destinations": [{
            "RecipientLicenseNumber": recipient, "InvoiceNumber": "INV-1", "TransferTypeName": "Transfer",
            "PlannedRoute": "US-101 S", "EstimatedDepartureDateTime": "2026-05-21T09:15:00.000",
            "EstimatedArrivalDateTime": "2026-05-21T12:24:00.000", "Packages": packages}]})
}

/// A sample goes to the laboratory by a template that a person registers; its results come back.
async fn lab_and_templates(state: &State, g: &str, packages: &[String]) -> (u64, Vec<u64>) {
    let control = state.running.control();
    let lab = state.license("Testing Laboratory");
    let sample = json!([{"Tag": packages[5], "Location": "Vault", "Quantity": 5, "UnitOfMeasure": "Grams",
        "UseSameItem": true, "ActualDate": TODAY, "RequiredLabTestBatches": ["Flower"],
        "Ingredients": [{"Package": packages[3], "Quantity": 5, "UnitOfMeasure": "Grams"}]}]);
    state.ids("POST", "/packages/v2/testing", g, sample).await;

    let distributor = state.license("Distributor");
    let a = template("Evaluation A", &lab, &[packages[5].as_str()]);
    let b = template("Evaluation B", &distributor, &[packages[3].as_str()]);
    let mut templates = state.ids("POST", "/transfers/v2/templates/outgoing", g, json!([a])).await;
    templates.extend(state.ids("POST", "/transfers/v2/templates/outgoing", g, json!([b])).await);
    let listed = state.all("/transfers/v2/templates/outgoing", g).await;
    assert_eq!(listed.iter().map(|row| number(row, "Id")).collect::<Vec<_>>(), templates);
    let deliveries = format!("/transfers/v2/templates/outgoing/{}/deliveries", templates[1]);
    let destination = number(&state.get(&deliveries).await.rows()[0], "Id");
    let mut changed = template("Evaluation B, changed", &distributor, &[packages[3].as_str()]);
    changed["TransferTemplateId"] = templates[1].into();
    changed["Destinations"][0]["TransferDestinationId"] = destination.into();
    state.quietly("PUT", "/transfers/v2/templates/outgoing", g, json!([changed])).await;
    let listed = state.all("/transfers/v2/templates/outgoing", g).await;
    assert_eq!(text(&listed[1], "Name"), "Evaluation B, changed");

    let manifest = control.register_template(g, templates[0]).unwrap();
    control.depart(g, &manifest).unwrap();
    let outgoing = state.all("/transfers/v2/outgoing", g).await;
    let mine = outgoing.iter().find(|row| text(row, "ManifestNumber") == manifest).unwrap();
    assert_eq!(number(mine, "OriginatingTemplateId"), templates[0]);
    assert!(text(mine, "RecipientFacilityName").is_empty(), "on the sender's side the delivery tells the recipient");
    control.receive(&lab, &manifest, &[]).unwrap();
    let incoming = state.all("/transfers/v2/incoming", &lab).await;
    let delivery = incoming.iter().find(|row| text(row, "ManifestNumber") == manifest).unwrap();
    let carried = state.get(&format!("/transfers/v2/deliveries/{}/packages", number(delivery, "DeliveryId"))).await;
    assert_eq!(text(&carried.rows()[0], "ShipmentPackageState"), "Accepted");

    let types = state.get("/labtests/v2/types").await.rows();
    let results: Vec<Value> = types
        .iter()
        .map(|test| text(test, "Name"))
        .filter(|name| name.ends_with("(Flower)"))
        .map(|name| json!({"LabTestTypeName": name, "Quantity": 0, "Passed": true, "Notes": ""}))
        .collect();
    assert!(results.len() >= 50, "California's laboratories report dozens of tests at once");
    let record = json!([{"Label": packages[5], "ResultDate": "2026-05-20T00:00:00Z", "Results": results}]);
    let result = state.ids("POST", "/labtests/v2/record", &lab, record).await[0];
    let coa = json!([{"LabTestResultId": result, "DocumentFileName": "coa.pdf", "DocumentFileBase64": "JVBERi0xLjQK"}]);
    state.quietly("PUT", "/labtests/v2/labtestdocument", &lab, coa).await;
    let release = json!([{"PackageLabel": packages[5]}]);
    state.quietly("PUT", "/labtests/v2/results/release", &lab, release).await;
    let source = state.one(&format!("/packages/v2/{}", packages[3]), g).await;
    assert_eq!(text(&source, "LabTestingState"), "TestPassed", "the source learns the result");
    let rows = state.get(&format!("/labtests/v2/results?licenseNumber={g}&packageId={}", number(&source, "Id"))).await;
    assert!(rows.rows().len() >= 50);

    for list in ["incoming", "outgoing", "rejected"] {
        assert_eq!(state.get(&format!("/transfers/v2/{list}?licenseNumber={distributor}&{ALL}")).await.status, 200);
    }
    (result, templates)
}
