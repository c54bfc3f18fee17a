//! What a request holds is what the state documents, or the request is refused: nothing is passed over in silence.

use serde_json::{Value, json};
use simulator::Simulator;

use crate::client::{State, number, text};
use crate::scenario::{delivery_body, quantity, stocked, template};

/// One malformed property of every form.
fn malformed() -> Vec<(&'static str, Value)> {
    vec![
        ("Location", json!(5)),
        ("Note", json!(["a list"])),
        ("IsTradeSample", json!("yes")),
        ("UseSameItem", json!(1)),
        ("Count", json!(1.5)),
        ("Id", json!(50291.9)),
        ("Id", json!(-1)),
        ("Quantity", json!(true)),
        ("Quantity", json!("1,000")),
        ("Quantity", json!(1e29)),
        ("Weight", json!("0.00000000001")),
        ("ActualDate", json!("soon")),
        ("ActualDate", json!(20_260_520)),
        ("SalesDateTime", json!("at noon")),
        ("Transactions", json!([{"PackageLabel": "1A4"}, "x", null])),
        ("Transactions", json!({"PackageLabel": "1A4"})),
        ("Ingredients", json!([[]])),
        ("PlantLabels", json!(["1A4", 5])),
        ("RequiredLabTestBatches", json!("Flower")),
        ("ProductImageFileSystemIds", json!(["one"])),
    ]
}

#[tokio::test]
async fn every_write_refuses_what_is_malformed_and_names_it() {
    let state = State::start().await;
    let licenses: Vec<String> = state.running.control().licenses().into_iter().take(6).map(|one| one.number).collect();
    let mut asked = 0;
    for (method, route) in Simulator::operations() {
        if method == "GET" || route.contains('{') {
            continue;
        }
        // Whoever may do it.
        let mut license = None;
        for one in &licenses {
            if state.write(method, route, one, json!([{}])).await.status == 400 {
                license = Some(one.as_str());
                break;
            }
        }
        let Some(license) = license else {
            assert!(["/plantbatches/v2/plantings", "/packages/v2/donation/flag"].contains(&route), "{route}");
            continue;
        };
        asked += 1;
        for (name, value) in malformed() {
            let reply = state.write(method, route, license, json!([{ name: value }])).await;
            assert_eq!(reply.status, 400, "{method} {route} {name}: {value}");
            let said = text(&reply.json()[0], "message");
            assert!(said.starts_with(&format!("{name} ")), "{method} {route} {name}: {value}: {said}");
        }
        for body in [json!([1]), json!([null]), json!(["x"]), json!({})] {
            assert_eq!(state.write(method, route, license, body.clone()).await.status, 400, "{method} {route} {body}");
        }
    }
    assert!(asked > 70, "{asked} operations take objects");
}

#[tokio::test]
async fn a_good_sale_with_something_malformed_in_it_sells_nothing() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let before = quantity(&state, r, label).await;
    let line = json!({"PackageLabel": label, "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 9.99});
    let sale = json!({"SalesDateTime": "2026-05-20T10:00:00.000", "SalesCustomerType": "Consumer",
        "Transactions": [line]});
    let with = |name: &str, value: Value| {
        let mut sale = sale.clone();
        sale[name] = value;
        sale
    };
    let deep =
        json!([{"PackageLabel": label, "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 9.99, "Price": "much"}]);
    for body in [
        with("Transactions", json!([line, "x", null])),
        with("Transactions", deep),
        // Not read by any rule here, but the state reads it.
        with("PatientRegistrationLocationId", json!("one")),
    ] {
        let reply = state.write("POST", "/sales/v2/receipts", r, json!([body])).await;
        assert_eq!(reply.status, 400, "{}", reply.text);
    }
    assert_eq!(quantity(&state, r, label).await, before);
    let unknown = with("Colour", json!({"of": "the bag"}));
    assert_eq!(state.write("POST", "/sales/v2/receipts", r, json!([unknown])).await.status, 200, "as the state does");
}

#[tokio::test]
async fn a_certificate_without_its_name_or_its_content_is_not_passed_over() {
    let state = State::start().await;
    let lab = state.license("Testing Laboratory");
    let rows = state.all("/packages/v2/active", &lab).await;
    let results: Vec<Value> = state
        .get("/labtests/v2/types")
        .await
        .rows()
        .iter()
        .map(|test| json!({"LabTestTypeName": text(test, "Name"), "Quantity": 0, "Passed": true}))
        .collect();
    let mut asked = 0;
    for row in rows.iter().filter(|row| text(row, "LabTestingState") == "SubmittedForTesting") {
        for (given, missing) in [("DocumentFileName", "DocumentFileBase64"), ("DocumentFileBase64", "DocumentFileName")]
        {
            let record = json!([{"Label": text(row, "Label"), "ResultDate": "2026-05-20", "Results": results, given: "coa.pdf"}]);
            let reply = state.write("POST", "/labtests/v2/record", &lab, record).await;
            assert_eq!(
                (reply.status, text(&reply.json()[0], "message")),
                (400, format!("{missing} was not specified."))
            );
            asked += 1;
        }
    }
    assert!(asked > 0, "the laboratory has samples to test");
}

#[tokio::test]
async fn a_local_time_is_read_back_without_offset() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let stock = stocked(&state, r, 6.0).await;
    for (sent, local) in [
        ("2026-05-20T17:00:00Z", "2026-05-20T10:00:00.000"),
        ("2026-05-20T13:00:00.25-04:00", "2026-05-20T10:00:00.250"),
        ("2026-05-20T10:00:00", "2026-05-20T10:00:00"),
        ("2026-01-05", "2026-01-05T00:00:00.000"),
    ] {
        let sale = json!([{"SalesDateTime": sent, "SalesCustomerType": "Consumer", "Transactions": [
            {"PackageLabel": stock[0], "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 1}]}]);
        let id = state.ids("POST", "/sales/v2/receipts", r, sale).await[0];
        assert_eq!(text(&state.one(&format!("/sales/v2/receipts/{id}"), r).await, "SalesDateTime"), local, "{sent}");
        let sale = json!([{"Id": id}]);
        state.quietly("PUT", "/sales/v2/receipts/finalize", r, sale).await;
    }
    let mut drive = delivery_body(&stock);
    drive["DateTime"] = "2026-05-20T19:00:00Z".into();
    drive["EstimatedDepartureDateTime"] = "2026-05-20T12:30:00-07:00".into();
    drive["Destinations"][0]["EstimatedArrivalDateTime"] = "2026-05-20T22:00:00+00:00".into();
    let id = state.ids("POST", "/sales/v2/deliveries/retailer", r, json!([drive])).await[0];
    let shown = state.one(&format!("/sales/v2/deliveries/retailer/{id}"), r).await;
    assert_eq!(text(&shown, "DateTime"), "2026-05-20T12:00:00.000");
    assert_eq!(text(&shown, "EstimatedDepartureDateTime"), "2026-05-20T12:30:00.000");
    assert_eq!(text(&shown["Destinations"][0], "EstimatedArrivalDateTime"), "2026-05-20T15:00:00.000");

    let d = state.license("Distributor");
    let mut order = template("Local", r, &[state.running.control().active_labels(&d)[0].as_str()]);
    order["Destinations"][0]["EstimatedDepartureDateTime"] = "2026-05-21T16:15:00Z".into();
    let id = state.ids("POST", "/transfers/v2/templates/outgoing", &d, json!([order])).await[0];
    let stops = state.get(&format!("/transfers/v2/templates/outgoing/{id}/deliveries")).await.rows();
    assert_eq!(text(&stops[0], "EstimatedDepartureDateTime"), "2026-05-21T09:15:00.000");
}

#[tokio::test]
async fn an_external_number_finds_the_active_receipt_before_a_voided_one() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let label = &stocked(&state, r, 5.0).await[0];
    let sale = json!({"SalesDateTime": "2026-05-20T10:00:00.000", "ExternalReceiptNumber": "E-1",
        "SalesCustomerType": "Consumer", "Transactions": [
            {"PackageLabel": label, "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 1}]});
    let ids = state.ids("POST", "/sales/v2/receipts", r, json!([sale, sale])).await;
    let found = async || number(&state.one("/sales/v2/receipts/external/E-1", r).await, "Id");
    state.quietly("DELETE", &format!("/sales/v2/receipts/{}", ids[1]), r, Value::Null).await;
    assert_eq!(found().await, ids[0], "the newer one is void");
    state.quietly("DELETE", &format!("/sales/v2/receipts/{}", ids[0]), r, Value::Null).await;
    assert_eq!(found().await, ids[1], "both are: the newer one");
}

#[tokio::test]
async fn what_is_counted_leaves_a_package_whole() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let stock = stocked(&state, r, 6.0).await;
    let before = quantity(&state, r, &stock[0]).await;
    let half = json!([{"PackageLabel": stock[0], "Quantity": 0.5, "UnitOfMeasure": "Each", "TotalAmount": 1,
        "TotalPrice": 1}]);
    let sale =
        json!({"SalesDateTime": "2026-05-20T10:00:00.000", "SalesCustomerType": "Consumer", "Transactions": half});
    let mut drive = delivery_body(&stock);
    drive["Packages"] = half.clone();
    let child = json!({"Tag": state.package_tags(r, 1)[0], "Quantity": 0.5, "UnitOfMeasure": "Each",
        "UseSameItem": true, "ActualDate": "2026-05-20",
        "Ingredients": [{"Package": stock[0], "Quantity": 0.5, "UnitOfMeasure": "Each"}]});
    let adjust = json!({"Label": stock[0], "Quantity": -0.5, "UnitOfMeasure": "Each", "AdjustmentReason": "Drying",
        "AdjustmentDate": "2026-05-20"});
    for (path, body) in [
        ("/sales/v2/receipts", sale),
        ("/sales/v2/deliveries/retailer", drive),
        ("/packages/v2", child),
        ("/packages/v2/adjust", adjust),
    ] {
        let reply = state.write("POST", path, r, json!([body])).await;
        let words = format!("Package {} is counted and cannot hold a fraction.", stock[0]);
        assert_eq!((reply.status, text(&reply.json()[0], "message")), (400, words), "{path}");
    }
    assert_eq!(quantity(&state, r, &stock[0]).await, before);
}
