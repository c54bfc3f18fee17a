//! Nothing is made of nothing: every way in which more could come out than went in.

use serde_json::{Value, json};

use crate::client::{State, number, text};
use crate::scenario::{quantity, stocked, template};

const TODAY: &str = "2026-05-20";

fn child(tag: &str, quantity: f64, unit: &str, item: Option<&str>, ingredients: &[(&str, f64, &str)]) -> Value {
    let ingredients: Vec<Value> = ingredients
        .iter()
        .map(|(label, quantity, unit)| json!({"Package": label, "Quantity": quantity, "UnitOfMeasure": unit}))
        .collect();
    json!([{"Tag": tag, "Quantity": quantity, "UnitOfMeasure": unit, "Item": item, "UseSameItem": item.is_none(),
        "ActualDate": TODAY, "Ingredients": ingredients}])
}

/// What a refused write says of its first row.
async fn refused(state: &State, method: &str, path: &str, license: &str, body: Value) -> String {
    let reply = state.write(method, path, license, body).await;
    assert_eq!(reply.status, 400, "{method} {path}: {}", reply.text);
    let answer = reply.json();
    if answer.is_array() { text(&answer[0], "message") } else { text(&answer, "Message") }
}

async fn bulk(state: &State, license: &str) -> (String, f64, String) {
    let rows = state.all("/packages/v2/active", license).await;
    let row = rows.iter().find(|row| {
        text(row, "UnitOfMeasureName") == "Grams" && row.get("Quantity").and_then(Value::as_f64).unwrap() > 1_000.0
    });
    let row = row.unwrap();
    (text(row, "Label"), row.get("Quantity").and_then(Value::as_f64).unwrap(), text(&row["Item"], "Name"))
}

#[tokio::test]
async fn a_package_named_twice_gives_what_it_holds_once() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let held = quantity(&state, r, label).await;
    let tags = state.package_tags(r, 2);
    let all_twice = child(&tags[0], held * 2.0, "Each", None, &[(label, held, "Each"), (label, held, "Each")]);
    let said = refused(&state, "POST", "/packages/v2", r, all_twice).await;
    assert!(said.starts_with(&format!("Package {label} has only")), "{said}");
    assert_eq!(quantity(&state, r, label).await, held);
    let parts = child(&tags[0], held, "Each", None, &[(label, held - 1.0, "Each"), (label, 1.0, "ea")]);
    let id = state.ids("POST", "/packages/v2", r, parts).await[0];
    assert_eq!(quantity(&state, r, label).await, 0.0);
    let made = state.one(&format!("/packages/v2/{}", tags[0]), r).await;
    assert_eq!((number(&made, "SourcePackageCount"), text(&made, "SourcePackageLabels")), (1, label.clone()));
    state.quietly("DELETE", &format!("/packages/v2/{id}"), r, Value::Null).await;
    assert_eq!(quantity(&state, r, label).await, held, "all of it goes back");
}

#[tokio::test]
async fn no_item_and_no_unit_makes_more_of_what_went_in() {
    let state = State::start().await;
    let grower = state.license("Medium Mixed-Light Tier 1");
    let g = grower.as_str();
    let (label, held, item) = bulk(&state, g).await;
    let items = json!([{"ItemCategory": "Shake", "Name": "Rest", "UnitOfMeasure": "Grams", "Strain": "Blue Dream"},
        {"ItemCategory": "Pre-Roll Flower", "Name": "Rolled", "UnitOfMeasure": "Each", "UnitWeight": 2,
            "UnitWeightUnitOfMeasure": "Grams", "Strain": "Blue Dream"},
        {"ItemCategory": "Infused Butter/Oil (weight)", "Name": "Butter", "UnitOfMeasure": "Grams"},
        {"ItemCategory": "Flower (packaged - each)", "Name": "Jar", "UnitOfMeasure": "Each", "Strain": "Blue Dream"},
        {"ItemCategory": "Waste", "Name": "Compost", "UnitOfMeasure": "Grams"}]);
    state.ids("POST", "/items/v2", g, items).await;
    let tags = state.package_tags(g, 8);
    let tag = tags[0].as_str();
    for (made, words) in [
        (child(tag, 5_232_700.0, "Grams", Some("Rest"), &[(&label, 1.0, "Grams")]), "more than the Ingredients give"),
        (child(tag, 1.0, "Pounds", Some("Rest"), &[(&label, 1.0, "Grams")]), "more than the Ingredients give"),
        (child(tag, 1.0, "kg", Some("Rest"), &[(&label, 999.0, "Grams")]), "more than the Ingredients give"),
        (child(tag, 3.0, "Each", Some("Rolled"), &[(&label, 5.9, "Grams")]), "more than the Ingredients give"),
        (child(tag, 5_232_700.0, "Grams", Some(&item), &[(&label, 1.0, "Grams")]), "does not match the total"),
        (child(tag, 1.0, "Ounces", Some(&item), &[(&label, 1.0, "Grams")]), "does not match the total"),
        (child(tag, 1.0, "Ounces", None, &[(&label, 1.0, "Grams")]), "does not match the total"),
        // So little that nothing would leave the source.
        (child(tag, 0.000_000_02, "Milligrams", None, &[(&label, 0.000_000_02, "mg")]), "greater than zero"),
    ] {
        let said = refused(&state, "POST", "/packages/v2", g, made.clone()).await;
        assert!(said.contains(words), "{made}: {said}");
    }
    assert_eq!(quantity(&state, g, &label).await, held);
    for (tag, made) in [
        (&tags[1], child(&tags[1], 3.0, "Each", Some("Rolled"), &[(&label, 6.0, "Grams")])),
        (&tags[2], child(&tags[2], 1.0, "Kilograms", Some("Rest"), &[(&label, 1_000.0, "Grams")])),
        (&tags[3], child(&tags[3], 1.0, "Grams", Some("Rest"), &[(&label, 2.0, "Grams")])),
        // Butter is made of more than what is tracked.
        (&tags[4], child(&tags[4], 500.0, "Grams", Some("Butter"), &[(&label, 10.0, "Grams")])),
        // Nobody says what a jar weighs.
        (&tags[5], child(&tags[5], 900.0, "Each", Some("Jar"), &[(&label, 10.0, "Grams")])),
        (&tags[6], child(&tags[6], 10.0, "Grams", Some("Compost"), &[(&label, 10.0, "Grams")])),
    ] {
        state.ids("POST", "/packages/v2", g, made).await;
        assert!(quantity(&state, g, tag).await > 0.0);
    }
    assert_eq!(quantity(&state, g, &label).await, held - 1_038.0);
    // What grew on paper does not become flower.
    let tag = tags[7].as_str();
    for (made, words) in [
        (child(tag, 500.0, "Grams", Some("Rest"), &[(&tags[4], 500.0, "Grams")]), "cannot be made of Package"),
        (child(tag, 5.0, "Grams", Some("Rest"), &[(&tags[6], 10.0, "Grams")]), "cannot be made of Package"),
        (
            child(tag, 3_150.0, "Grams", Some("Rest"), &[(&tags[5], 900.0, "Each")]),
            "weight of the Ingredients is not known",
        ),
        (
            child(tag, 900.0, "Each", Some("Rolled"), &[(&tags[5], 900.0, "Each")]),
            "weight of the Ingredients is not known",
        ),
        (child(tag, 500.0, "Grams", None, &[(&tags[3], 500.0, "Each")]), "cannot be used with Package"),
    ] {
        let said = refused(&state, "POST", "/packages/v2", g, made.clone()).await;
        assert!(said.contains(words), "{made}: {said}");
    }
}

#[tokio::test]
async fn what_is_discontinued_gives_nothing_to_a_package_that_is_finished_or_gone() {
    let state = State::start().await;
    let distributor = state.license("Distributor");
    let (d, control) = (distributor.as_str(), state.running.control());
    let rows = state.all("/packages/v2/active", d).await;
    let passed = rows.iter().filter(|row| text(row, "LabTestingState") == "TestPassed");
    let whole = passed.filter(|row| {
        text(row, "UnitOfMeasureName") == "Each" && row.get("Quantity").and_then(Value::as_f64).unwrap() >= 4.0
    });
    let labels: Vec<String> = whole.map(|row| text(row, "Label")).take(2).collect();
    let (emptied, sent) = (labels[0].as_str(), labels[1].as_str());
    let tags = state.package_tags(d, 2);
    let held = quantity(&state, d, emptied).await;
    let id =
        state.ids("POST", "/packages/v2", d, child(&tags[0], held, "Each", None, &[(emptied, held, "Each")])).await[0];
    state.quietly("PUT", "/packages/v2/finish", d, json!([{"Label": emptied, "ActualDate": TODAY}])).await;
    let said = refused(&state, "DELETE", &format!("/packages/v2/{id}"), d, Value::Null).await;
    assert_eq!(said, format!("Package {emptied} is Finished and must be unfinished first."));
    assert_eq!(quantity(&state, d, &tags[0]).await, held, "the child is as it was");
    assert_eq!(quantity(&state, d, emptied).await, 0.0);
    state.quietly("PUT", "/packages/v2/unfinish", d, json!([{"Label": emptied}])).await;
    state.quietly("DELETE", &format!("/packages/v2/{id}"), d, Value::Null).await;
    assert_eq!(quantity(&state, d, emptied).await, held);

    // The rest of a package goes to a shop, is rejected there and comes back as a new row under the old tag.
    let id = state.ids("POST", "/packages/v2", d, child(&tags[1], 1.0, "Each", None, &[(sent, 1.0, "Each")])).await[0];
    let order = json!([template("away", &state.retailer, &[sent])]);
    let order = state.ids("POST", "/transfers/v2/templates/outgoing", d, order).await[0];
    let manifest = control.register_template(d, order).unwrap();
    let discontinue = format!("/packages/v2/{id}");
    let said = refused(&state, "DELETE", &discontinue, d, Value::Null).await;
    assert_eq!(said, format!("Package {sent} is in transit."));
    control.receive(&state.retailer, &manifest, &[sent]).unwrap();
    control.take_back(d, &manifest).unwrap();
    let back = quantity(&state, d, sent).await;
    let said = refused(&state, "DELETE", &discontinue, d, Value::Null).await;
    assert!(said.contains("does not exist"), "what it was taken from is not what came back: {said}");
    assert_eq!((quantity(&state, d, sent).await, quantity(&state, d, &tags[1]).await), (back, 1.0));
}

#[tokio::test]
async fn a_voided_receipt_gives_nothing_to_the_row_of_a_package_that_is_gone() {
    let state = State::start().await;
    let micro = state.license("Microbusiness");
    let (m, control) = (micro.as_str(), state.running.control());
    let rows = state.all("/packages/v2/active", &micro).await;
    let ready = rows.iter().find(|row| {
        text(row, "LabTestingState") == "TestPassed"
            && text(row, "UnitOfMeasureName") == "Each"
            && row.get("Quantity").and_then(Value::as_f64).unwrap() >= 3.0
    });
    let label = text(ready.unwrap(), "Label");
    let sale = json!([{"SalesDateTime": "2026-05-20T10:00:00.000", "SalesCustomerType": "Consumer", "Transactions": [
        {"PackageLabel": label, "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 1}]}]);
    let id = state.ids("POST", "/sales/v2/receipts", m, sale).await[0];
    let order = json!([template("away", &state.retailer, &[label.as_str()])]);
    let order = state.ids("POST", "/transfers/v2/templates/outgoing", m, order).await[0];
    let manifest = control.register_template(m, order).unwrap();
    control.receive(&state.retailer, &manifest, &[label.as_str()]).unwrap();
    control.take_back(m, &manifest).unwrap();
    let back = quantity(&state, m, &label).await;
    let said = refused(&state, "DELETE", &format!("/sales/v2/receipts/{id}"), m, Value::Null).await;
    assert!(said.contains("does not exist"), "{said}");
    assert_eq!(quantity(&state, m, &label).await, back);
    let receipt = state.one(&format!("/sales/v2/receipts/{id}"), m).await;
    assert!(receipt.get("ArchivedDate").unwrap().is_null(), "the receipt stands");
}

#[tokio::test]
async fn young_plants_go_back_to_their_batch_and_do_not_become_more() {
    let state = State::start().await;
    let grower = state.license("Medium Mixed-Light Tier 1");
    let g = grower.as_str();
    let mother = text(&state.all("/plants/v2/flowering", g).await[0], "Label");
    let (plants, tags) = (state.plant_tags(g, 2), state.package_tags(g, 2));
    let planted = json!([{"PlantLabel": mother, "PlantBatchName": plants[0], "PlantBatchType": "Clone", "PlantCount": 6,
        "LocationName": "Nursery", "StrainName": "Blue Dream", "ActualDate": TODAY}]);
    let batch = state.ids("POST", "/plants/v2/plantings", g, planted).await[0];
    let counts = async || {
        let batch = state.one(&format!("/plantbatches/v2/{batch}"), g).await;
        ["UntrackedCount", "PackagedCount"].map(|name| number(&batch, name))
    };
    let clones = |tag: &str, count: f64| json!([{"PlantBatch": plants[0], "Count": count, "Item": "Blue Dream Clone", "Tag": tag, "ActualDate": TODAY}]);
    let said = refused(&state, "POST", "/plantbatches/v2/packages", g, clones(&tags[0], 1.5)).await;
    assert_eq!(said, "Count is not valid.");
    let own = state.ids("POST", "/plantbatches/v2/packages", g, clones(&tags[0], 4.0)).await[0];
    let cut = "/plantbatches/v2/packages/frommotherplant";
    let cut = state.ids("POST", cut, g, clones(&tags[1], 3.0)).await[0];
    assert_eq!(counts().await, [2, 7]);
    let many = json!([{"PackageLabel": tags[0], "PackageAdjustmentAmount": 1, "PackageAdjustmentUnitOfMeasureName": "Each",
        "PlantBatchName": plants[1], "PlantBatchType": "Clone", "PlantCount": 4, "LocationName": "Nursery",
        "StrainName": "Blue Dream", "PlantedDate": TODAY}]);
    let mut many_of_what = many.clone();
    many_of_what[0]["PackageAdjustmentUnitOfMeasureName"] = Value::Null;
    let said = refused(&state, "POST", "/packages/v2/plantings", g, many).await;
    assert_eq!(said, "PackageAdjustmentAmount must not be less than the 4 plants.");
    let said = refused(&state, "POST", "/packages/v2/plantings", g, many_of_what).await;
    assert_eq!(
        said, "PackageAdjustmentUnitOfMeasureName was not specified.",
        "an amount without unit is not passed over"
    );
    state.quietly("DELETE", &format!("/packages/v2/{cut}"), g, Value::Null).await;
    assert_eq!(counts().await, [2, 4], "cuttings were never among the batch's plants");
    state.quietly("DELETE", &format!("/packages/v2/{own}"), g, Value::Null).await;
    assert_eq!(counts().await, [6, 0]);
}

#[tokio::test]
async fn a_finished_harvest_takes_nothing_back() {
    let state = State::start().await;
    let grower = state.license("Medium Mixed-Light Tier 1");
    let g = grower.as_str();
    let plant = text(&state.all("/plants/v2/flowering", g).await[0], "Label");
    let cut = json!([{"Plant": plant, "Weight": 100, "UnitOfWeight": "Grams", "DryingLocation": "Drying Barn",
        "HarvestName": "Last", "ActualDate": TODAY}]);
    state.quietly("PUT", "/plants/v2/harvest", g, cut).await;
    let harvests = state.all("/harvests/v2/active", g).await;
    let harvest = number(harvests.iter().find(|row| text(row, "Name") == "Last").unwrap(), "Id");
    let tag = &state.package_tags(g, 1)[0];
    let item = text(&state.all("/items/v2/active", g).await[0], "Name");
    let line = |weight: f64| json!({"HarvestId": harvest, "Weight": weight, "UnitOfWeight": "Grams"});
    let made = |lines: Value| json!([{"Tag": tag, "Item": item, "UnitOfWeight": "Grams", "ActualDate": TODAY, "Ingredients": lines}]);
    let said = refused(&state, "POST", "/harvests/v2/packages", g, made(json!([line(60.0), line(60.0)]))).await;
    assert!(said.starts_with("Harvest Last has only 100"), "{said}");
    let package = state.ids("POST", "/harvests/v2/packages", g, made(json!([line(30.0), line(40.0)]))).await[0];
    let waste = json!([{"Id": harvest, "WasteType": "Fibrous", "UnitOfWeight": "Grams", "WasteWeight": 30, "ActualDate": TODAY}]);
    let waste = state.ids("POST", "/harvests/v2/waste", g, waste).await[0];
    let finish = json!([{"Id": harvest, "ActualDate": TODAY}]);
    state.ids("PUT", "/harvests/v2/finish", g, finish).await;
    for path in [format!("/packages/v2/{package}"), format!("/harvests/v2/waste/{waste}")] {
        assert_eq!(refused(&state, "DELETE", &path, g, Value::Null).await, "Harvest Last is finished.", "{path}");
    }
    let shown = state.one(&format!("/harvests/v2/{harvest}"), g).await;
    assert_eq!((shown.get("CurrentWeight"), number(&shown, "PackageCount")), (Some(&0.0.into()), 1));
    state.ids("PUT", "/harvests/v2/unfinish", g, json!([{"Id": harvest}])).await;
    state.quietly("DELETE", &format!("/packages/v2/{package}"), g, Value::Null).await;
    let shown = state.one(&format!("/harvests/v2/{harvest}"), g).await;
    assert_eq!((shown.get("CurrentWeight"), number(&shown, "PackageCount")), (Some(&70.0.into()), 0));
}
