//! The state's rules, where they hurt: what is refused, in which words, and that a refusal leaves no trace.

use serde_json::{Value, json};
use simulator::PackageEdit;

use crate::client::{State, number, text};
use crate::scenario::{quantity, stocked, template};

const TODAY: &str = "2026-05-20";

/// The first row error of a refused write.
async fn refused(state: &State, method: &str, path: &str, license: &str, body: Value) -> (u16, String) {
    let reply = state.write(method, path, license, body).await;
    let answer = reply.json();
    let message = match answer.as_array() {
        Some(rows) => rows.first().map(|row| text(row, "message")).unwrap_or_default(),
        None => text(&answer, "Message"),
    };
    (reply.status, message)
}

fn sale(label: &str, quantity: f64) -> Value {
    json!({"SalesDateTime": "2026-05-20T10:00:00.000", "ExternalReceiptNumber": "R-1", "SalesCustomerType": "Consumer",
        "Transactions": [{"PackageLabel": label, "Quantity": quantity, "UnitOfMeasure": "Each", "TotalAmount": 9.99}]})
}

fn adjust(label: &str, quantity: f64, reason: &str, note: &str) -> Value {
    json!([{"Label": label, "Quantity": quantity, "UnitOfMeasure": "Each", "AdjustmentReason": reason,
        "AdjustmentDate": TODAY, "ReasonNote": note}])
}

#[tokio::test]
async fn a_finished_package_cannot_be_sold_until_it_is_unfinished() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let finish = json!([{"Label": label, "ActualDate": TODAY}]);
    let (status, words) = refused(&state, "PUT", "/packages/v2/finish", r, finish.clone()).await;
    assert_eq!(status, 400);
    assert!(words.contains("cannot be finished because its quantity is"), "{words}");
    state.quietly("PUT", "/packages/v2/adjust", r, adjust(label, 0.0, "Damage", "dropped")).await;
    state.quietly("PUT", "/packages/v2/finish", r, finish).await;
    let (status, words) = refused(&state, "POST", "/sales/v2/receipts", r, json!([sale(label, 1.0)])).await;
    assert_eq!((status, words), (400, format!("Package {label} is Finished and must be unfinished first.")));
    state.quietly("PUT", "/packages/v2/unfinish", r, json!([{"Label": label}])).await;
    let (_, words) = refused(&state, "PUT", "/packages/v2/unfinish", r, json!([{"Label": label}])).await;
    assert!(words.contains("is not finished"));
    state.ids("POST", "/packages/v2/adjust", r, adjust(label, 2.0, "Incorrect Quantity", "found two")).await;
    state.ids("POST", "/sales/v2/receipts", r, json!([sale(label, 1.0)])).await;
    assert_eq!(quantity(&state, r, label).await, 1.0);
}

#[tokio::test]
async fn a_receipt_whose_package_was_finished_cannot_be_edited_or_voided() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let id = state.ids("POST", "/sales/v2/receipts", r, json!([sale(label, 1.0)])).await[0];
    state.quietly("PUT", "/packages/v2/adjust", r, adjust(label, 0.0, "Damage", "dropped")).await;
    state.quietly("PUT", "/packages/v2/finish", r, json!([{"Label": label, "ActualDate": TODAY}])).await;
    let mut edited = sale(label, 2.0);
    edited["Id"] = id.into();
    let (status, words) = refused(&state, "PUT", "/sales/v2/receipts", r, json!([edited])).await;
    assert!(status == 400 && words.contains("is Finished"), "{words}");
    let reply = state.write("DELETE", &format!("/sales/v2/receipts/{id}"), r, Value::Null).await;
    assert!(reply.status == 400 && reply.message().contains("is Finished"), "{}", reply.text);
}

#[tokio::test]
async fn a_final_receipt_is_locked_until_it_is_unfinalized() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let id = state.ids("POST", "/sales/v2/receipts", r, json!([sale(label, 1.0)])).await[0];
    let this = json!([{"Id": id}]);
    state.quietly("PUT", "/sales/v2/receipts/finalize", r, this.clone()).await;
    let mut edited = sale(label, 2.0);
    edited["Id"] = id.into();
    let (_, words) = refused(&state, "PUT", "/sales/v2/receipts", r, json!([edited.clone()])).await;
    assert_eq!(words, format!("Receipt {id} is final and cannot be edited."));
    let reply = state.write("DELETE", &format!("/sales/v2/receipts/{id}"), r, Value::Null).await;
    assert_eq!(reply.message(), format!("Receipt {id} is final and cannot be edited."));
    state.quietly("PUT", "/sales/v2/receipts/unfinalize", r, this.clone()).await;
    state.quietly("PUT", "/sales/v2/receipts", r, json!([edited])).await;
    let (status, _) = refused(&state, "PUT", "/sales/v2/receipts/unfinalize", r, this).await;
    assert_eq!(status, 400, "it is not final any more");
}

#[tokio::test]
async fn a_request_with_one_bad_row_changes_nothing_and_names_every_bad_row() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let stock = stocked(&state, r, 5.0).await;
    let before = quantity(&state, r, &stock[0]).await;
    let rows = json!([
        sale(&stock[0], 1.0),
        sale(&stock[1], 9_999.0),
        sale(&stock[2], 1.0),
        sale("1A4FF0300000000000000000", 1.0)
    ]);
    let reply = state.write("POST", "/sales/v2/receipts", r, rows).await;
    assert_eq!(reply.status, 400);
    let errors = reply.json();
    let rows: Vec<u64> = errors.as_array().unwrap().iter().map(|error| number(error, "row")).collect();
    assert_eq!(rows, [1, 3]);
    assert!(text(&errors[0], "message").starts_with(&format!("Package {} has only", stock[1])));
    assert_eq!(text(&errors[1], "message"), "Package 1A4FF0300000000000000000 does not exist in the current Facility.");
    assert_eq!(quantity(&state, r, &stock[0]).await, before, "the good rows were undone");
    assert_eq!(state.get(&format!("/sales/v2/receipts/external/R-1?licenseNumber={r}")).await.status, 404);
}

#[tokio::test]
async fn ten_objects_a_request_and_no_empty_ones() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let note = json!({"PackageLabel": label, "Note": "n"});
    let path = "/packages/v2/note";
    let many = |count: usize| Value::Array(vec![note.clone(); count]);
    assert_eq!(state.write("PUT", path, r, many(10)).await.status, 200);
    let eleven = state.write("PUT", path, r, many(11)).await;
    assert_eq!((eleven.status, eleven.message()), (413, "The content being submitted is too large".into()));
    for body in [json!([]), Value::Null] {
        let empty = state.write("PUT", path, r, body).await;
        assert_eq!((empty.status, empty.message()), (400, "No data was submitted.".into()));
    }
    assert_eq!(state.write("PUT", path, r, note.clone()).await.status, 400, "an object is not an array");
    let (_, words) = refused(&state, "PUT", path, r, json!([{"Label": label, "Note": "n"}])).await;
    assert_eq!(words, "PackageLabel was not specified.", "the property's name is not Label here");
}

#[tokio::test]
async fn tags_are_used_once_and_for_their_kind() {
    let state = State::start().await;
    let g = state.license("Medium Mixed-Light Tier 1");
    let packages = state.package_tags(&g, 2);
    let plants = state.plant_tags(&g, 1);
    let source = text(&state.all("/packages/v2/active", &g).await[0], "Label");
    let child = |tag: &str| {
        json!([{"Tag": tag, "Quantity": 1, "UnitOfMeasure": "Grams", "UseSameItem": true, "ActualDate": TODAY,
            "Ingredients": [{"Package": source, "Quantity": 1, "UnitOfMeasure": "Grams"}]}])
    };
    state.ids("POST", "/packages/v2", &g, child(&packages[0])).await;
    for tag in [packages[0].as_str(), plants[0].as_str(), "1A4NOTATAG", source.as_str()] {
        let (status, words) = refused(&state, "POST", "/packages/v2", &g, child(tag)).await;
        assert_eq!((status, words), (400, format!("Tag {tag} is not valid.")));
    }
    let available: Vec<String> = state
        .one("/tags/v2/package/available", &g)
        .await
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| text(tag, "Label"))
        .collect();
    assert!(!available.contains(&packages[0]) && available.contains(&packages[1]));
    let wrong = json!([{"PlantLabel": text(&state.all("/plants/v2/flowering", &g).await[0], "Label"),
        "PlantBatchName": "My batch", "PlantBatchType": "Clone", "PlantCount": 2, "LocationName": "Nursery",
        "StrainName": "Blue Dream", "ActualDate": TODAY}]);
    let reply = state.write("POST", "/plants/v2/plantings", &g, wrong).await;
    assert_eq!(reply.status, 401, "a batch's name must be an unused plant tag");
}

#[tokio::test]
async fn a_batch_holds_at_most_a_hundred_plants() {
    let state = State::start().await;
    let g = state.license("Medium Mixed-Light Tier 1");
    let tags = state.plant_tags(&g, 2);
    let mother = text(&state.all("/plants/v2/flowering", &g).await[0], "Label");
    let planting = |tag: &str, count: u32| {
        json!([{"PlantLabel": mother, "PlantBatchName": tag, "PlantBatchType": "Clone", "PlantCount": count,
            "LocationName": "Nursery", "StrainName": "Blue Dream", "ActualDate": TODAY}])
    };
    let (status, words) = refused(&state, "POST", "/plants/v2/plantings", &g, planting(&tags[0], 101)).await;
    assert_eq!((status, words.as_str()), (400, "A Plant Batch may have at most 100 plants."));
    state.ids("POST", "/plants/v2/plantings", &g, planting(&tags[0], 100)).await;
}

#[tokio::test]
async fn adjustments_need_a_known_reason_a_note_and_something_to_take_from() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let path = "/packages/v2/adjust";
    let long = "x".repeat(201);
    for (body, words) in [
        (adjust(label, -1.0, "Because", ""), "The Adjustment Reason \"Because\" is invalid. Valid values are: Damage"),
        (adjust(label, -1.0, "Damage", ""), "Reason Note is required for Adjustment Reason Damage."),
        (adjust(label, -1.0, "Damage", &long), "Reason Note must not be longer than 200 characters."),
        (adjust(label, -9_999.0, "Drying", ""), "cannot be adjusted to a quantity below zero"),
        (adjust(label, -0.5, "Drying", ""), "is counted and cannot hold a fraction"),
    ] {
        let (status, said) = refused(&state, "POST", path, r, body).await;
        assert!(status == 400 && said.contains(words), "{said}");
    }
    let before = quantity(&state, r, label).await;
    state.ids("POST", path, r, adjust(label, -2.0, "Scale Variance", "")).await;
    assert_eq!(quantity(&state, r, label).await, before - 2.0, "POST adds");
    state.quietly("PUT", path, r, adjust(label, 1.0, "Scale Variance", "")).await;
    assert_eq!(quantity(&state, r, label).await, 1.0, "PUT sets");
    let rows = state.all("/packages/v2/adjustments", r).await;
    let mine: Vec<f64> = rows
        .iter()
        .filter(|row| text(row, "PackageLabel") == *label && text(row, "AdjustmentReasonName") == "Scale Variance")
        .filter_map(|row| row.get("AdjustmentQuantity").and_then(Value::as_f64))
        .collect();
    assert_eq!(mine, [-2.0, 3.0 - before]);
    let mut config = crate::client::config();
    config.options.put_adjust_is_delta = true;
    let other = State::with(config).await;
    let before = quantity(&other, r, label).await;
    other.quietly("PUT", path, r, adjust(label, -1.0, "Scale Variance", "")).await;
    assert_eq!(quantity(&other, r, label).await, before - 1.0, "by the switch PUT adds too");
}

#[tokio::test]
async fn a_package_that_was_touched_cannot_be_discontinued() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let source = &stocked(&state, r, 5.0).await[0];
    let tags = state.package_tags(r, 1);
    let child = json!([{"Tag": tags[0], "Quantity": 3, "UnitOfMeasure": "Each", "UseSameItem": true,
        "ActualDate": TODAY, "Ingredients": [{"Package": source, "Quantity": 3, "UnitOfMeasure": "Each"}]}]);
    let id = state.ids("POST", "/packages/v2", r, child).await[0];
    state.ids("POST", "/sales/v2/receipts", r, json!([sale(&tags[0], 1.0)])).await;
    let reply = state.write("DELETE", &format!("/packages/v2/{id}"), r, Value::Null).await;
    assert!(reply.status == 400 && reply.message().contains("cannot be discontinued"), "{}", reply.text);
}

#[tokio::test]
async fn what_a_license_may_not_do_is_401() {
    let state = State::start().await;
    let (lab, distributor, grower) =
        (state.license("Testing Laboratory"), state.license("Distributor"), state.license("Medium Mixed-Light Tier 1"));
    for (method, path, license) in [
        ("POST", "/sales/v2/receipts", &distributor),
        ("POST", "/packages/v2", &lab),
        ("POST", "/labtests/v2/record", &distributor),
        ("POST", "/plantbatches/v2/plantings", &grower),
        ("POST", "/plants/v2/plantings", &distributor),
        ("POST", "/sales/v2/deliveries/retailer", &grower),
    ] {
        assert_eq!(state.write(method, path, license, json!([{}])).await.status, 401, "{method} {path}");
    }
    assert_eq!(state.get(&format!("/sales/v2/receipts/active?licenseNumber={grower}")).await.status, 401);
}

#[tokio::test]
async fn a_manifest_goes_out_arrives_and_comes_back() {
    let state = State::start().await;
    let control = state.running.control();
    let (d, r) = (state.license("Distributor"), state.retailer.clone());
    let rows = state.all("/packages/v2/active", &d).await;
    let passed = rows.iter().filter(|row| text(row, "LabTestingState") == "TestPassed");
    let labels: Vec<String> = passed.map(|row| text(row, "Label")).take(3).collect();
    let untested = rows.iter().find(|row| text(row, "LabTestingState") == "NotSubmitted").map(|row| text(row, "Label"));
    let path = "/transfers/v2/templates/outgoing";
    let names: Vec<&str> = labels.iter().map(String::as_str).collect();
    let id = state.ids("POST", path, &d, json!([template("mark-1", &r, &names)])).await[0];
    let bad = template("mark-2", &r, &[untested.unwrap().as_str()]);
    let bad = state.ids("POST", path, &d, json!([bad])).await[0];
    let refused = control.register_template(&d, bad).unwrap_err().to_string();
    assert!(refused.contains("is marked as NotSubmitted and cannot be transferred."), "{refused}");

    let old_id = number(&state.one(&format!("/packages/v2/{}", labels[0]), &d).await, "Id");
    let manifest = control.register_template(&d, id).unwrap();
    let moving = state.all("/packages/v2/intransit", &d).await;
    assert!(labels.iter().all(|label| moving.iter().any(|row| text(row, "Label") == *label)), "all are in transit");
    control.depart(&d, &manifest).unwrap();
    assert!(control.void_manifest(&d, &manifest).is_err(), "what has left cannot be voided");
    control.receive(&r, &manifest, &[labels[2].as_str()]).unwrap();
    let arrived = state.one(&format!("/packages/v2/{}", labels[0]), &r).await;
    assert_ne!(number(&arrived, "Id"), old_id, "a new id under the same tag");
    assert_eq!(text(&arrived, "ReceivedFromManifestNumber"), manifest);
    assert_eq!(text(&arrived, "ReceivedFromFacilityLicenseNumber"), d);
    let gone = state.all("/packages/v2/transferred", &d).await;
    assert!(gone.iter().any(|row| number(row, "PackageId") == old_id), "the sender sees it as transferred");
    let rejected = state.all("/transfers/v2/rejected", &d).await;
    assert_eq!(
        rejected.iter().map(|row| text(row, "ManifestNumber")).collect::<Vec<_>>(),
        std::slice::from_ref(&manifest)
    );
    control.take_back(&d, &manifest).unwrap();
    let back = state.one(&format!("/packages/v2/{}", labels[2]), &d).await;
    assert_eq!(text(&back, "ReceivedFromFacilityLicenseNumber"), r, "it came back under its tag");
    assert_eq!(state.all("/transfers/v2/rejected", &d).await.len(), 0);
    assert!(control.receive(&r, &manifest, &[]).is_err(), "nothing is received twice");
}

#[tokio::test]
async fn a_template_is_checked_as_california_wants_it() {
    let state = State::start().await;
    let d = state.license("Distributor");
    let label = state.running.control().active_labels(&d)[0].clone();
    let good = template("T", &state.retailer, &[label.as_str()]);
    let path = "/transfers/v2/templates/outgoing";
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = good.clone();
        change(&mut body);
        json!([body])
    };
    let stop = good["Destinations"][0].clone();
    for (body, words) in [
        (with(&|body| body["Destinations"] = json!([stop.clone(), stop.clone()])), "Exactly one Destination"),
        (with(&|body| body["Destinations"][0]["Transporters"] = json!([{}, {}])), "Only one Transporter"),
        (
            with(&|body| body["Destinations"][0]["TransferTypeName"] = "Gift".into()),
            "Valid values are: Transfer, Return",
        ),
        (with(&|body| body["Destinations"][0]["RecipientLicenseNumber"] = d.clone().into()), "cannot be the current"),
        (
            with(&|body| body["Destinations"][0]["Packages"] = Value::Array(vec![json!({}); 201])),
            "at most 200 Packages",
        ),
        (
            with(&|body| {
                body["Destinations"][0]["TransferTypeName"] = "Wholesale Manifest".into();
                body["Destinations"][0]["Packages"][0]["WholesalePrice"] = Value::Null;
            }),
            "Wholesale Price is required",
        ),
    ] {
        let (status, said) = refused(&state, "POST", path, &d, body).await;
        assert!(status == 400 && said.contains(words), "{said}");
    }
}

#[tokio::test]
async fn every_write_moves_the_last_modification_of_all_it_touches() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let control = state.running.control();
    let label = &stocked(&state, r, 5.0).await[0];
    control.advance(jiff::SignedDuration::from_hours(30)).unwrap();
    let receipt = state.ids("POST", "/sales/v2/receipts", r, json!([sale(label, 1.0)])).await[0];
    let recent = state.get(&format!("/packages/v2/active?licenseNumber={r}")).await.rows();
    assert_eq!(recent.iter().map(|row| text(row, "Label")).collect::<Vec<_>>(), std::slice::from_ref(label));
    let receipts = state.get(&format!("/sales/v2/receipts/active?licenseNumber={r}")).await.rows();
    assert_eq!(receipts.iter().map(|row| number(row, "Id")).collect::<Vec<_>>(), [receipt]);
    control.advance(jiff::SignedDuration::from_hours(-2)).unwrap();
    control.edit_package(r, label, PackageEdit { note: Some("x".into()), ..PackageEdit::default() }).unwrap();
    let after = text(&state.one(&format!("/packages/v2/{label}"), r).await, "LastModified");
    assert!(after >= text(&recent[0], "LastModified"), "a clock set back does not turn LastModified back");
}

#[tokio::test]
async fn a_write_whose_answer_was_lost_has_happened_and_one_cut_before_has_not() {
    use simulator::{Fault, FaultRule};
    let state = State::start().await;
    let r = state.retailer.as_str();
    let control = state.running.control();
    let label = &stocked(&state, r, 5.0).await[0];
    let before = quantity(&state, r, label).await;
    for (fault, happened) in [
        (Fault::CutBeforeReading, false),
        (Fault::ErrorBefore, false),
        (Fault::CutAfterApplying, true),
        (Fault::ErrorAfter, true),
        (Fault::HalfBody, true),
    ] {
        control.add_fault(FaultRule::new(fault.clone()).method("POST").route("/sales").times(1));
        let url = format!("{}/sales/v2/receipts?licenseNumber={r}", state.running.base_url());
        let keys = state.running.keys();
        let mut body = sale(label, 1.0);
        body["ExternalReceiptNumber"] = format!("{fault:?}").into();
        let request = state.client.post(url).basic_auth(keys.software_key, Some(keys.user_key)).json(&json!([body]));
        let answer = request.send().await;
        let good = match answer {
            Ok(response) if response.status() == 200 => response.bytes().await.is_ok(),
            _ => false,
        };
        assert!(!good, "{fault:?} must not look like a success");
        let found = state.get(&format!("/sales/v2/receipts/external/{fault:?}?licenseNumber={r}")).await.status;
        assert_eq!(found == 200, happened, "{fault:?}");
    }
    assert_eq!(quantity(&state, r, label).await, before - 3.0, "three of the five sales happened");
}

#[tokio::test]
async fn an_item_in_use_keeps_what_it_is_measured_in() {
    let state = State::start().await;
    let g = state.license("Medium Mixed-Light Tier 1");
    let item = json!({"ItemCategory": "Waste", "Name": "Compost", "UnitOfMeasure": "Grams"});
    let id = state.ids("POST", "/items/v2", &g, json!([item])).await[0];
    let mut each =
        json!({"ItemCategory": "Seeds (each)", "Name": "Compost", "UnitOfMeasure": "Each", "Strain": "Blue Dream"});
    each["Id"] = id.into();
    let mut back = item.clone();
    back["Id"] = id.into();
    state.quietly("PUT", "/items/v2", &g, json!([each.clone()])).await;
    state.quietly("PUT", "/items/v2", &g, json!([back])).await;
    let source = text(&state.all("/packages/v2/active", &g).await[0], "Label");
    let tag = state.package_tags(&g, 1)[0].clone();
    let made = json!([{"Tag": tag, "Item": "Compost", "Quantity": 1, "UnitOfMeasure": "Grams", "ActualDate": TODAY,
        "Ingredients": [{"Package": source, "Quantity": 1, "UnitOfMeasure": "Grams"}]}]);
    state.ids("POST", "/packages/v2", &g, made).await;
    let (status, words) = refused(&state, "PUT", "/items/v2", &g, json!([each])).await;
    assert_eq!((status, words.as_str()), (400, "Item Compost is in use and cannot be measured otherwise."));
    let reply = state.write("DELETE", &format!("/items/v2/{id}"), &g, Value::Null).await;
    assert!(reply.status == 400 && reply.message().contains("has active Packages"), "{}", reply.text);
    let (_, words) = refused(&state, "POST", "/items/v2", &g, json!([item])).await;
    assert_eq!(words, "Item Compost already exists.");
}
