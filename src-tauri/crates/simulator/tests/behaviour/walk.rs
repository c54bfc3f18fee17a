//! The walk over every operation: which of the state's 271 are answered, and each of those at least once.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use simulator::{Simulator, TagKind};

use crate::client::{ALL, State, number, text};
use crate::json::{Shape, differences};
use crate::scenario::{self, Evaluation, delivery_body, quantity, stocked};
use crate::shapes::{READS, fill, reference_data};

/// Operations that no license in California is allowed: closed loop, no donations (CONTRACT 6).
const REFUSED: [(&str, &str); 2] = [("POST", "/plantbatches/v2/plantings"), ("PUT", "/packages/v2/donation/flag")];

const TODAY: &str = "2026-05-20";

#[tokio::test]
async fn every_implemented_operation_answers_and_the_rest_is_listed() {
    let state = State::start().await;
    let done = scenario::evaluate(&state).await;
    other_writes(&state, &done).await;
    let label = state.running.control().active_labels(&state.license("Distributor"))[0].clone();
    let template = scenario::template("Standing order", &state.retailer, &[label.as_str()]);
    let templates = "/transfers/v2/templates/outgoing";
    state.ids("POST", templates, &state.license("Distributor"), json!([template])).await;
    state.get(&format!("/plantbatches/v2/waste/reasons?licenseNumber={}", done.grower)).await;
    for (_, kind, path) in READS {
        let license = state.license(kind);
        let path = fill(&state, &license, path).await;
        let joint = if path.contains('?') { '&' } else { '?' };
        let reply = state.get(&format!("{path}{joint}licenseNumber={license}&{ALL}")).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
    }
    for (method, route) in REFUSED {
        let reply = state.write(method, route, &done.grower, json!([{}])).await;
        assert_eq!(reply.status, 401, "{method} {route}");
    }
    let answered: BTreeSet<(String, String)> = state
        .running
        .control()
        .requests()
        .into_iter()
        .filter(|request| request.status == 200)
        .map(|request| (request.method, request.path))
        .collect();
    let silent: Vec<String> = Simulator::operations()
        .into_iter()
        .filter(|operation| !REFUSED.contains(operation))
        .filter(|(method, route)| !answered.iter().any(|(of, path)| of == method && matches(route, path)))
        .map(|(method, route)| format!("{method} {route}"))
        .collect();
    assert!(silent.is_empty(), "implemented but never answered 200 in this walk: {silent:#?}");
    compare_with_the_collection();
}

/// Whether a path is one of a route. A literal wins over a parameter, as in the router.
fn matches(route: &str, path: &str) -> bool {
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len()
        && route.iter().zip(&path).all(|(wanted, got)| {
            wanted == got || (wanted.starts_with('{') && !got.chars().next().is_some_and(char::is_lowercase))
        })
}

/// Prints which operations of the state's own collection are implemented.
fn compare_with_the_collection() {
    let Some(data) = reference_data() else { return };
    let file = std::fs::read_to_string(data.join("postman/metrc-ca.postman_collection.json")).unwrap();
    let mut theirs = BTreeSet::new();
    collect(&serde_json::from_str(&file).unwrap(), &mut theirs);
    let nameless = |route: &str| {
        let parts = route.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    let ours: BTreeSet<(String, String)> =
        Simulator::operations().into_iter().map(|(method, route)| (method.to_owned(), nameless(route))).collect();
    let unknown: Vec<_> = ours.difference(&theirs).collect();
    assert!(unknown.is_empty(), "not in the state's collection: {unknown:?}");
    println!("{} of {} operations implemented; left out:", ours.len(), theirs.len());
    for (method, route) in theirs.difference(&ours) {
        println!("  {method} {route}");
    }
    assert_eq!(theirs.len(), 271, "the collection has 271 operations of version 2");
    assert!(ours.len() >= 200, "{} operations", ours.len());
}

fn collect(item: &Value, operations: &mut BTreeSet<(String, String)>) {
    for child in item.get("item").and_then(Value::as_array).into_iter().flatten() {
        collect(child, operations);
    }
    let Some(request) = item.get("request") else { return };
    let url = request.get("url").unwrap();
    let parts = |name: &str| url.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let pieces: Vec<String> =
        parts("host").iter().chain(&parts("path")).filter_map(Value::as_str).map(str::to_owned).collect();
    let joined = pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("/");
    let (_, route) = joined.split_once("}}").unwrap();
    let parts = route.split('/').map(|part| if part.starts_with("{{") { "{}" } else { part });
    let route = parts.collect::<Vec<_>>().join("/");
    if route.contains("/v2") {
        operations.insert((text(request, "method"), route));
    }
}

/// The writes that the workbook does not ask for.
async fn other_writes(state: &State, done: &Evaluation) {
    places_and_items(state, done).await;
    packages(state, done).await;
    garden(state, done).await;
    till(state).await;
    road(state, done).await;
}

async fn places_and_items(state: &State, done: &Evaluation) {
    let g = done.grower.as_str();
    let shelf = state.ids("POST", "/sublocations/v2", g, json!([{"Name": "Shelf 9"}])).await[0];
    state.quietly("PUT", "/sublocations/v2", g, json!([{"Id": shelf, "Name": "Shelf 10"}])).await;
    state.quietly("DELETE", &format!("/sublocations/v2/{shelf}"), g, Value::Null).await;
    let room = json!([{"Name": "Spare Room", "LocationTypeName": "Default"}]);
    let room = state.ids("POST", "/locations/v2", g, room).await[0];
    state.quietly("DELETE", &format!("/locations/v2/{room}"), g, Value::Null).await;
    let strain =
        json!([{"Name": "Spare Haze", "TestingStatus": "None", "IndicaPercentage": 50, "SativaPercentage": 50}]);
    let strain = state.ids("POST", "/strains/v2", g, strain).await[0];
    state.quietly("DELETE", &format!("/strains/v2/{strain}"), g, Value::Null).await;
    let brand = state.ids("POST", "/items/v2/brand", g, json!([{"Name": "House"}])).await[0];
    state.quietly("PUT", "/items/v2/brand", g, json!([{"Id": brand, "Name": "Ridge"}])).await;
    state.quietly("DELETE", &format!("/items/v2/brand/{brand}"), g, Value::Null).await;
    let photo = json!([{"FileName": "jar.png", "EncodedImageBase64": "iVBORw0KGgo="}]);
    let photo = state.ids("POST", "/items/v2/photo", g, photo).await[0];
    let file = json!([{"FileName": "jar.pdf", "EncodedImageBase64": "JVBERi0xLjQK"}]);
    let file = state.ids("POST", "/items/v2/file", g, file).await[0];
    let shown = state.one(&format!("/items/v2/photo/{photo}"), g).await;
    assert_eq!(text(&shown, "ContentType"), "image/png");
    state.one(&format!("/items/v2/file/{file}"), g).await;
    let item = json!([{"ItemCategory": "Waste", "Name": "Spare", "UnitOfMeasure": "Grams"}]);
    let item = state.ids("POST", "/items/v2", g, item).await[0];
    state.quietly("DELETE", &format!("/items/v2/{item}"), g, Value::Null).await;
}

async fn packages(state: &State, done: &Evaluation) {
    let (g, of) = (done.grower.as_str(), done.package.as_str());
    let tag = &state.package_tags(g, 1)[0];
    let child = json!([{"Tag": tag, "Quantity": 10, "UnitOfMeasure": "Grams", "UseSameItem": true,
        "ActualDate": TODAY, "Ingredients": [{"Package": of, "Quantity": 10, "UnitOfMeasure": "Grams"}]}]);
    let before = quantity(state, g, of).await;
    let child = state.ids("POST", "/packages/v2", g, child).await[0];
    let label = json!([{"Label": tag}]);
    state
        .quietly("PUT", "/packages/v2/location", g, json!([{"Label": tag, "Location": "Vault", "MoveDate": TODAY}]))
        .await;
    state.quietly("PUT", "/packages/v2/note", g, json!([{"PackageLabel": tag, "Note": "counted"}])).await;
    state.quietly("PUT", "/packages/v2/externalid", g, json!([{"PackageLabel": tag, "ExternalId": "X-1"}])).await;
    let dates = json!([{"Label": tag, "ExpirationDate": "2027-05-20", "UseByDate": "2027-05-01"}]);
    state.quietly("PUT", "/packages/v2/usebydate", g, dates).await;
    let tests = json!([{"Label": tag, "RequiredLabTestBatches": ["Flower"]}]);
    state.quietly("PUT", "/packages/v2/labtests/required", g, tests).await;
    for way in ["tradesample/flag", "tradesample/unflag", "donation/unflag", "finishedgood/unflag"] {
        state.quietly("PUT", &format!("/packages/v2/{way}"), g, label.clone()).await;
    }
    let shown = state.one(&format!("/packages/v2/{tag}"), g).await;
    assert_eq!(["Note", "ExternalId", "UseByDate"].map(|name| text(&shown, name)), ["counted", "X-1", "2027-05-01"]);
    state.quietly("DELETE", &format!("/packages/v2/{child}"), g, Value::Null).await;
    assert_eq!(quantity(state, g, of).await, before, "a discontinued package gives back what went into it");
    let adjust = json!([{"Label": of, "Quantity": -1.5, "UnitOfMeasure": "Grams", "AdjustmentReason": "Scale Variance",
        "AdjustmentDate": TODAY}]);
    state.ids("POST", "/packages/v2/adjust", g, adjust).await;

    let distributor = state.license("Distributor");
    let held = state.all("/packages/v2/onhold", &distributor).await;
    let stock = state.all("/packages/v2/active", &distributor).await;
    let failed = |rows: &[Value]| {
        rows.iter().filter(|row| text(row, "LabTestingState") == "TestFailed").map(|row| text(row, "Label")).collect()
    };
    let mut failing: Vec<String> = failed(&stock);
    for label in failed(&held) as Vec<String> {
        state.running.control().hold(&distributor, &label, false).unwrap();
        failing.push(label);
    }
    let ready = text(&stock[0], "Label");
    state.quietly("PUT", "/packages/v2/finishedgood/flag", &distributor, json!([{"Label": ready}])).await;
    let mended = json!([{"PackageLabel": failing[0], "RemediationMethodName": "Further drying",
        "RemediationDate": TODAY, "RemediationSteps": "Dried again"}]);
    state.quietly("PUT", "/packages/v2/remediate", &distributor, mended).await;
    let edit = simulator::PackageEdit { lab_state: Some("TestFailed".into()), ..simulator::PackageEdit::default() };
    state.running.control().edit_package(&distributor, &failing[0], edit).unwrap();
    let cleaned = json!([{"PackageLabel": failing[0], "DecontaminationMethodName": "Radiation",
        "DecontaminationDate": TODAY, "DecontaminationSteps": "Treated"}]);
    state.quietly("PUT", "/packages/v2/decontaminate", &distributor, cleaned).await;
}

async fn garden(state: &State, done: &Evaluation) {
    let g = done.grower.as_str();
    let batch =
        state.all("/plantbatches/v2/active", g).await.into_iter().max_by_key(|row| number(row, "UntrackedCount"));
    let name = text(&batch.unwrap(), "Name");
    let plants = state.all("/plants/v2/flowering", g).await;
    let plant = text(plants.last().unwrap(), "Label");
    let tags = state.plant_tags(g, 6);
    let split =
        json!([{"PlantBatch": name, "GroupName": tags[0], "Count": 3, "Location": "Nursery", "ActualDate": TODAY}]);
    let batch = state.ids("POST", "/plantbatches/v2/split", g, split).await[0];
    let new = tags[0].as_str();
    let lost = json!([{"PlantBatchName": new, "Quantity": -1, "AdjustmentReason": "Damage", "AdjustmentDate": TODAY}]);
    state.ids("POST", "/plantbatches/v2/adjust", g, lost).await;
    let moved = json!([{"Name": new, "Location": "Evaluation Hall", "MoveDate": TODAY}]);
    state.quietly("PUT", "/plantbatches/v2/location", g, moved).await;
    state.quietly("PUT", "/plantbatches/v2/strain", g, json!([{"Id": batch, "StrainId": done.strain}])).await;
    state.quietly("PUT", "/plantbatches/v2/name", g, json!([{"Group": new, "NewGroup": tags[1]}])).await;
    let retag = json!([{"Id": batch, "NewTag": tags[2], "ReplaceDate": TODAY}]);
    state.quietly("PUT", "/plantbatches/v2/tag", g, retag).await;
    let batch = tags[2].as_str();
    let waste = |target: &str, value: Value| {
        let mut waste = json!({"WasteMethodName": "Compost", "MixedMaterial": "Soil", "WasteWeight": 12.5,
            "UnitOfMeasureName": "Grams", "ReasonName": "Pruning", "WasteDate": TODAY});
        waste[target] = value;
        json!([waste])
    };
    state.ids("POST", "/plantbatches/v2/waste", g, waste("PlantBatchName", batch.into())).await;
    state.ids("POST", "/plants/v2/waste", g, waste("PlantLabels", json!([plant]))).await;

    let mixture = json!({"AdditiveType": "Pesticide", "ProductTradeName": "Ladybug", "EpaRegistrationNumber": "123-4",
        "ProductSupplier": "Supply", "ApplicationDevice": "Spray",
        "ActiveIngredients": [{"Name": "Neem", "Percentage": 70.0}]});
    let mut kept = mixture.clone();
    kept["Name"] = "Spray".into();
    let template = state.ids("POST", "/additivestemplates/v2", g, json!([kept])).await[0];
    kept["Id"] = template.into();
    kept["Name"] = "Spray 2".into();
    state.quietly("PUT", "/additivestemplates/v2", g, json!([kept])).await;
    for (path, target, value) in [
        ("/plants/v2/additives", "PlantLabels", json!([plant])),
        ("/plants/v2/additives/bylocation", "LocationName", "Greenhouse 1".into()),
        ("/plantbatches/v2/additives", "PlantBatchName", batch.into()),
    ] {
        let mut body = mixture.clone();
        let applied = json!({"TotalAmountApplied": 2.5, "TotalAmountUnitOfMeasure": "Gallons", "ActualDate": TODAY});
        for (name, value) in applied.as_object().unwrap() {
            body[name] = value.clone();
        }
        body[target] = value;
        state.ids("POST", path, g, json!([body.clone()])).await;
        body["AdditivesTemplateName"] = "Spray 2".into();
        state.ids("POST", &format!("{path}/usingtemplate"), g, json!([body])).await;
    }
    state.quietly("PUT", "/plants/v2/strain", g, json!([{"Label": plant, "StrainId": done.strain}])).await;
    let retag = json!([{"Label": plant, "NewTag": tags[3], "ReplaceDate": TODAY}]);
    state.quietly("PUT", "/plants/v2/tag", g, retag).await;

    let cut = json!([{"Plant": tags[3], "Weight": 300, "UnitOfWeight": "Grams", "DryingLocation": "Drying Barn",
        "HarvestName": "Walk", "ActualDate": TODAY}]);
    state.quietly("PUT", "/plants/v2/harvest", g, cut).await;
    let harvests = state.all("/harvests/v2/active", g).await;
    let harvest = number(harvests.iter().find(|row| text(row, "Name") == "Walk").unwrap(), "Id");
    state.ids("PUT", "/harvests/v2/rename", g, json!([{"Id": harvest, "NewName": "Walk 2"}])).await;
    let moved = json!([{"Id": harvest, "DryingLocation": "Trim Room", "ActualDate": TODAY}]);
    state.ids("PUT", "/harvests/v2/location", g, moved).await;
    let packages = state.package_tags(g, 2);
    let sample = json!([{"Tag": packages[0], "Item": "Evaluation Flower", "UnitOfWeight": "Grams", "ActualDate": TODAY,
        "Ingredients": [{"HarvestName": "Walk 2", "Weight": 5, "UnitOfWeight": "Grams"}]}]);
    let sample = state.ids("POST", "/harvests/v2/packages/testing", g, sample).await[0];
    let waste = json!([{"Id": harvest, "WasteType": "Fibrous", "UnitOfWeight": "Grams", "WasteWeight": 5, "ActualDate": TODAY}]);
    let waste = state.ids("POST", "/harvests/v2/waste", g, waste).await[0];
    state.quietly("DELETE", &format!("/harvests/v2/waste/{waste}"), g, Value::Null).await;
    state.quietly("DELETE", &format!("/packages/v2/{sample}"), g, Value::Null).await;
    let back = json!([{"HarvestId": harvest, "PlantTags": [tags[3]]}]);
    state.ids("PUT", "/harvests/v2/restore/harvestedplants", g, back).await;
    let grown = state.one(&format!("/plants/v2/{}", tags[3]), g).await;
    assert_eq!(text(&grown, "State"), "Tracked", "a restored plant grows again");

    let clones =
        json!([{"PlantBatch": name, "Count": 4, "Item": "Blue Dream Clone", "Tag": packages[1], "ActualDate": TODAY}]);
    let wrong = state.write("POST", "/plantbatches/v2/packages", g, clones.clone()).await;
    let item = if wrong.status == 200 { "Blue Dream" } else { "another strain" };
    let strain = if item == "Blue Dream" {
        item.to_owned()
    } else {
        let of = state.all("/plantbatches/v2/active", g).await;
        let strain = text(of.iter().find(|row| text(row, "Name") == name).unwrap(), "StrainName");
        let mut clones = clones;
        clones[0]["Item"] = format!("{strain} Clone").into();
        state.ids("POST", "/plantbatches/v2/packages", g, clones).await;
        strain
    };
    let planted = json!([{"PackageLabel": packages[1], "PlantBatchName": tags[4], "PlantBatchType": "Clone",
        "PlantCount": 4, "LocationName": "Nursery", "StrainName": strain, "PlantedDate": TODAY}]);
    state.ids("POST", "/packages/v2/plantings", g, planted).await;
    assert_eq!(quantity(state, g, &packages[1]).await, 0.0);
}

async fn till(state: &State) {
    let r = state.retailer.as_str();
    let stock = stocked(state, r, 6.0).await;
    let receipt = json!([{"SalesDateTime": "2026-05-20T10:00:00.000", "ExternalReceiptNumber": "WALK-1",
        "SalesCustomerType": "Consumer", "Transactions": [
            {"PackageLabel": stock[0], "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 9.99}]}]);
    let id = state.ids("POST", "/sales/v2/receipts", r, receipt).await[0];
    state.quietly("PUT", "/sales/v2/receipts/finalize", r, json!([{"Id": id}])).await;
    state.quietly("PUT", "/sales/v2/receipts/unfinalize", r, json!([{"Id": id}])).await;

    let mut body = delivery_body(&stock);
    let id = state.ids("POST", "/sales/v2/deliveries/retailer", r, json!([body.clone()])).await[0];
    body["Id"] = id.into();
    state.ids("PUT", "/sales/v2/deliveries/retailer", r, json!([body])).await;
    state.quietly("DELETE", &format!("/sales/v2/deliveries/retailer/{id}"), r, Value::Null).await;
    let id = state.ids("POST", "/sales/v2/deliveries/retailer", r, json!([delivery_body(&stock)])).await[0];
    state.quietly("POST", "/sales/v2/deliveries/retailer/depart", r, json!([{"RetailerDeliveryId": id}])).await;
    let restock = json!([{"RetailerDeliveryId": id, "DateTime": "2026-05-20T12:10:00.000", "Packages": [
        {"PackageLabel": stock[5], "Quantity": 2, "UnitOfMeasure": "Each", "TotalPrice": 30.0}]}]);
    state.ids("POST", "/sales/v2/deliveries/retailer/restock", r, restock).await;
}

async fn road(state: &State, done: &Evaluation) {
    let distributor = state.license("Distributor");
    let d = distributor.as_str();
    let driver = json!({"Name": "N. Driver", "DriversLicenseNumber": "D1", "EmployeeId": "E1"});
    let id = state.ids("POST", "/transporters/v2/drivers", d, json!([driver.clone()])).await[0];
    let mut changed = driver;
    changed["Id"] = id.to_string().into();
    state.quietly("PUT", "/transporters/v2/drivers", d, json!([changed])).await;
    state.quietly("DELETE", &format!("/transporters/v2/drivers/{id}"), d, Value::Null).await;
    let vehicle = json!({"Make": "Ford", "Model": "Transit", "LicensePlateNumber": "1AAA111"});
    let id = state.ids("POST", "/transporters/v2/vehicles", d, json!([vehicle.clone()])).await[0];
    let mut changed = vehicle;
    changed["Id"] = id.to_string().into();
    state.quietly("PUT", "/transporters/v2/vehicles", d, json!([changed])).await;
    state.quietly("DELETE", &format!("/transporters/v2/vehicles/{id}"), d, Value::Null).await;
    let spare = scenario::template("Spare", d, &[done.package.as_str()]);
    let spare = state.ids("POST", "/transfers/v2/templates/outgoing", &done.grower, json!([spare])).await[0];
    state.quietly("DELETE", &format!("/transfers/v2/templates/outgoing/{spare}"), &done.grower, Value::Null).await;
    state.running.control().issue_tags(d, TagKind::Package, 1).unwrap();
    let lab = state.license("Testing Laboratory");
    let sample = number(state.all("/packages/v2/active", &lab).await.last().unwrap(), "Id");
    let rows = state.get(&format!("/labtests/v2/results?licenseNumber={lab}&packageId={sample}")).await;
    let document = rows.rows()[0].get("LabTestResultDocumentFileId").and_then(Value::as_u64).unwrap();
    let coa = state.get(&format!("/labtests/v2/labtestdocument/{document}?licenseNumber={lab}")).await;
    assert!(coa.status == 200 && coa.text.starts_with("%PDF"));
    let _ = (done.location, done.item, done.batch, done.harvest, done.receipt, done.delivery, done.result);
    let manifest = state.all("/transfers/v2/outgoing", d).await;
    let id = number(manifest.last().unwrap(), "Id");
    let html = state.get(&format!("/transfers/v2/manifest/{id}/html?licenseNumber={d}")).await;
    assert!(html.status == 200 && html.text.contains("Shipping Manifest"));
    let package = number(&state.all("/packages/v2/active", d).await[0], "Id");
    let tests = format!("/transfers/v2/deliveries/package/{package}/requiredlabtestbatches");
    assert_eq!(state.get(&tests).await.status, 200);
    let waste = state.all("/plants/v2/waste", &done.grower).await;
    let number_of_waste: u64 = text(&waste[0], "PlantWasteNumber").parse().unwrap();
    for of in ["plant", "package"] {
        state.one(&format!("/plants/v2/waste/{number_of_waste}/{of}"), &done.grower).await;
    }
    assert!(done.templates.len() == 2 && done.plant.len() == 24);
}

#[tokio::test]
async fn a_whole_retailer_delivery_has_the_documented_shape() {
    let Some(data) = reference_data() else { return };
    let state = State::start().await;
    let stock = stocked(&state, &state.retailer, 6.0).await;
    let body = json!([delivery_body(&stock)]);
    let id = state.ids("POST", "/sales/v2/deliveries/retailer", &state.retailer, body).await[0];
    let path = format!("/sales/v2/deliveries/retailer/{id}?licenseNumber={}", state.retailer);
    let documented = std::fs::read_to_string(data.join("examples/responses/Sales__GetDeliveryRetailerById.json"));
    let documented: Shape = serde_json::from_str(&documented.unwrap()).unwrap();
    let answered: Shape = serde_json::from_str(&state.get(&path).await.text).unwrap();
    let found = differences(&documented, &answered);
    assert!(found.is_empty(), "{found:#?}");
}
