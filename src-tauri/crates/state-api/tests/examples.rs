//! Every documented example answer of the groups read here is read, over real TCP, without loss.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "../../../xtask/src/suite/skipped/tell.rs"]
mod tell;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::http::Uri;
use rules::LicenseNumber;
use serde_json::Value;
use state_api::{
    ApiError, ApiHost, ApiKeys, CallBudget, Client, ClientConfig, DeliveryOf, Limits, NoFreezeStore, PackageList,
    PageAsk, TransferList,
};
use tell::skipped;

fn examples() -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data/examples/responses");
    if data.is_dir() {
        return Some(data);
    }
    skipped("reference data not present");
    None
}

/// A client of a server that answers each path with what `answer` gives for it.
async fn client(answer: impl Fn(&str) -> String + Clone + Send + Sync + 'static) -> Client {
    let routes = Router::new().fallback(move |uri: Uri| {
        let body = answer(uri.path());
        async move { body }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = ApiHost::loopback(listener.local_addr().unwrap()).unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let budget = Arc::new(CallBudget::new(Limits::unpaced(4), Arc::new(NoFreezeStore)));
    Client::new(ClientConfig::new(host, ApiKeys::new("software", "user"), budget)).unwrap()
}

const EXAMPLES: [(&str, &str); 35] = [
    ("/facilities/v2", "Facilities__GetFacilities"),
    ("/employees/v2", "Employees__GetEmployees"),
    ("/packages/v2/active", "Packages__GetActivePackages"),
    ("/packages/v2/onhold", "Packages__GetOnHoldPackages"),
    ("/packages/v2/inactive", "Packages__GetInactivePackages"),
    ("/packages/v2/intransit", "Packages__GetInTransitPackages"),
    ("/packages/v2/transferred", "Packages__GetTransferred"),
    ("/packages/v2/labsamples", "Packages__GetLabSamples"),
    ("/packages/v2/types", "Packages__GetPackagesTypes"),
    ("/packages/v2/2", "Packages__GetPackagesById"),
    ("/packages/v2/ABCDEF012345670000010042", "Packages__GetPackagesByLabel"),
    ("/items/v2/active", "Items__GetActiveItems"),
    ("/items/v2/inactive", "Items__GetInactiveItems"),
    ("/items/v2/categories", "Items__GetCategories"),
    ("/strains/v2/active", "Strains__GetActiveStrains"),
    ("/locations/v2/active", "Locations__GetActiveLocations"),
    ("/unitsofmeasure/v2/active", "UnitsOfMeasure__GetActiveUnitsOfMeasure"),
    ("/transfers/v2/incoming", "Transfers__GetIncomingTransfers"),
    ("/transfers/v2/outgoing", "Transfers__GetOutgoingTransfers"),
    ("/transfers/v2/rejected", "Transfers__GetRejectedTransfers"),
    ("/transfers/v2/templates/outgoing", "Transfers__GetOutgoingTemplates"),
    ("/transfers/v2/1/deliveries", "Transfers__GetTransfersDeliveryById"),
    ("/transfers/v2/templates/outgoing/1/deliveries", "Transfers__GetOutgoingTemplateDeliveryById"),
    ("/transfers/v2/deliveries/1/packages", "Transfers__GetDeliveryPackageById"),
    ("/transfers/v2/templates/outgoing/deliveries/1/packages", "Transfers__GetOutgoingTemplateDeliveryPackageById"),
    ("/transfers/v2/deliveries/1/packages/wholesale", "Transfers__GetDeliveryPackageWholesaleById"),
    ("/transfers/v2/deliveries/1/transporters", "Transfers__GetDeliveryTransporterById"),
    (
        "/transfers/v2/templates/outgoing/deliveries/1/transporters",
        "Transfers__GetOutgoingTemplateDeliveryTransporterById",
    ),
    ("/transfers/v2/deliveries/1/transporters/details", "Transfers__GetDeliveryTransporterDetailById"),
    (
        "/transfers/v2/templates/outgoing/deliveries/1/transporters/details",
        "Transfers__GetOutgoingTemplateDeliveryTransporterDetailById",
    ),
    ("/transfers/v2/types", "Transfers__GetTransfersTypes"),
    ("/transfers/v2/deliveries/packages/states", "Transfers__GetDeliveriesPackagesStates"),
    ("/transporters/v2/drivers", "Transporters__GetDrivers"),
    ("/transporters/v2/vehicles", "Transporters__GetVehicles"),
    ("/unitsofmeasure/v2/inactive", "UnitsOfMeasure__GetInactiveUnitsOfMeasure"),
];

fn example(folder: &Path, path: &str) -> Value {
    let (_, name) = EXAMPLES.iter().find(|(route, _)| *route == path).unwrap_or_else(|| panic!("{path}"));
    serde_json::from_str(&std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap()).unwrap()
}

/// Times on a facility's own clock are written with and without parts of a second and an offset that means nothing.
fn own_clock(name: &str, value: &Value) -> Value {
    let own = name.starts_with("Estimated") || name == "ActualArrivalDateTime" || name == "PackagedDate";
    match value.as_str().filter(|text| own && text.len() > 10) {
        Some(text) => Value::String(text.chars().take(19).collect()),
        None => value.clone(),
    }
}

/// What must come back: no nulls, no dates that mean none, no empty texts, numbers by value.
fn without_nothing(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() || text.starts_with("0001-01-01") => None,
        // The same instant may be written in several ways.
        Value::String(text) => Some(match text.parse::<jiff::Timestamp>() {
            Ok(instant) => Value::String(instant.to_string()),
            Err(_) => value.clone(),
        }),
        Value::Number(number) => Some(Value::String(format!("{}", number.as_f64().unwrap()))),
        Value::Array(all) => Some(Value::Array(all.iter().filter_map(without_nothing).collect())),
        Value::Object(fields) => Some(Value::Object(
            fields
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), without_nothing(&own_clock(name, value))?)))
                .collect(),
        )),
        Value::Bool(_) => Some(value.clone()),
    }
}

/// Fields that a record reports as false or absent alike need not be there.
fn assert_nothing_lost(what: &str, sent: &Value, read: &Value) {
    let (Some(sent), Some(read)) = (without_nothing(sent), without_nothing(read)) else { panic!("{what}") };
    for (name, value) in sent.as_object().unwrap() {
        let found = read.get(name).unwrap_or_else(|| panic!("{what}: {name} was lost"));
        match value {
            Value::Object(_) => assert_nothing_lost(&format!("{what}.{name}"), value, found),
            _ => assert_eq!(found, value, "{what}.{name}"),
        }
    }
}

fn rows(sent: &Value) -> Vec<Value> {
    sent.get("Data").unwrap_or(sent).as_array().unwrap().clone()
}

fn assert_all<T>(path: &str, sent: &Value, read: &[T], json: impl Fn(&T) -> serde_json::Map<String, Value>) {
    let sent = rows(sent);
    assert_eq!(sent.len(), read.len(), "{path}");
    assert!(!read.is_empty(), "{path}");
    for (sent, read) in sent.iter().zip(read) {
        assert_nothing_lost(path, sent, &Value::Object(json(read)));
    }
}

#[tokio::test]
async fn every_documented_answer_is_read_and_nothing_of_it_is_lost() {
    let Some(folder) = examples() else { return };
    let served = folder.clone();
    let client = client(move |path| example(&served, path).to_string()).await;
    let sent = |path: &str| example(&folder, path);
    let license = LicenseNumber::new("403-X0001");
    let ask = PageAsk { license: &license, window: None, page: 1 };

    let facilities = client.facilities().await.unwrap();
    assert_all("/facilities/v2", &sent("/facilities/v2"), &facilities, |f| f.to_json());
    assert!(facilities.iter().all(|f| f.license_number().is_some()));
    let employees = client.employees(ask).await.unwrap();
    assert_all("/employees/v2", &sent("/employees/v2"), &employees.records, |e| e.to_json());
    for (list, path) in [
        (PackageList::Active, "/packages/v2/active"),
        (PackageList::OnHold, "/packages/v2/onhold"),
        (PackageList::Inactive, "/packages/v2/inactive"),
        (PackageList::InTransit, "/packages/v2/intransit"),
    ] {
        let page = client.packages(list, ask).await.unwrap();
        assert_eq!(Some(page.total), sent(path)["Total"].as_u64(), "{path}");
        assert_all(path, &sent(path), &page.records, |p| p.to_json());
    }
    let transferred = client.transferred(ask).await.unwrap();
    assert_all("transferred", &sent("/packages/v2/transferred"), &transferred.records, |t| t.to_json());
    let samples = client.lab_samples(ask).await.unwrap();
    let raw = rows(&sent("/packages/v2/labsamples"));
    assert_eq!(samples.records.len(), raw.len());
    for (sample, raw) in samples.records.iter().zip(&raw) {
        assert_eq!(Some(sample.test_type_name.as_str()), raw["TestTypeName"].as_str());
        assert_eq!(Some(sample.test_passed), raw["TestPassed"].as_bool());
        assert_eq!(Some(sample.package.id), raw["Id"].as_i64());
        assert!(!sample.package.extra.contains_key("TestTypeName"), "a test's columns are not the package's");
    }
    let types = client.package_types().await.unwrap();
    assert_eq!(Value::from(types), sent("/packages/v2/types"));
    let by_id = client.package(&license, 2).await.unwrap();
    assert_nothing_lost("by id", &sent("/packages/v2/2"), &Value::Object(by_id.to_json()));
    let tag = rules::Tag::from_state("ABCDEF012345670000010042");
    let by_label = client.package_by_label(&license, &tag).await.unwrap();
    assert_eq!(by_label.label, tag.as_str());
    let items = client.items(ask).await.unwrap();
    assert_all("/items/v2/active", &sent("/items/v2/active"), &items.records, |i| i.to_json());
    let categories = client.item_categories(ask).await.unwrap();
    assert_all("categories", &sent("/items/v2/categories"), &categories.records, |c| c.to_json());
    let strains = client.strains(ask).await.unwrap();
    assert_all("strains", &sent("/strains/v2/active"), &strains.records, |s| s.to_json());
    let locations = client.locations(ask).await.unwrap();
    assert_all("locations", &sent("/locations/v2/active"), &locations.records, |l| l.to_json());
    let units = client.units().await.unwrap();
    assert_all("units", &sent("/unitsofmeasure/v2/active"), &units, |u| u.to_json());
}

#[tokio::test]
async fn every_documented_answer_about_transfers_is_read_and_nothing_of_it_is_lost() {
    let Some(folder) = examples() else { return };
    let served = folder.clone();
    let client = client(move |path| example(&served, path).to_string()).await;
    let sent = |path: &str| example(&folder, path);
    let license = LicenseNumber::new("403-X0001");
    let ask = PageAsk { license: &license, window: None, page: 1 };

    for (list, path) in [
        (TransferList::Incoming, "/transfers/v2/incoming"),
        (TransferList::Outgoing, "/transfers/v2/outgoing"),
        (TransferList::Rejected, "/transfers/v2/rejected"),
        (TransferList::Templates, "/transfers/v2/templates/outgoing"),
    ] {
        assert_all(path, &sent(path), &client.transfers(list, ask).await.unwrap().records, |t| t.to_json());
    }
    for (of, root) in
        [(DeliveryOf::Transfer, "/transfers/v2"), (DeliveryOf::Template, "/transfers/v2/templates/outgoing")]
    {
        let path = format!("{root}/1/deliveries");
        let deliveries = client.transfer_deliveries(of, &license, 1).await.unwrap();
        assert_all(&path, &sent(&path), &deliveries, |d| d.to_json());
        let path = format!("{root}/deliveries/1/packages");
        let packages = client.delivery_packages(of, &license, 1).await.unwrap();
        assert_all(&path, &sent(&path), &packages, |p| p.to_json());
        let path = format!("{root}/deliveries/1/transporters");
        let transporters = client.delivery_transporters(of, &license, 1).await.unwrap();
        assert_all(&path, &sent(&path), &transporters, |t| t.to_json());
        let path = format!("{root}/deliveries/1/transporters/details");
        let details = client.transporter_details(of, &license, 1).await.unwrap();
        assert_all(&path, &sent(&path), &details, |d| d.to_json());
    }
    let path = "/transfers/v2/deliveries/1/packages/wholesale";
    assert_all(path, &sent(path), &client.wholesale_prices(&license, 1).await.unwrap(), |p| p.to_json());
    let path = "/transfers/v2/types";
    assert_all(path, &sent(path), &client.transfer_types(ask).await.unwrap().records, |t| t.to_json());
    let path = "/transfers/v2/deliveries/packages/states";
    assert_eq!(Value::from(client.shipment_package_states().await.unwrap()), sent(path));
    let path = "/transporters/v2/drivers";
    assert_all(path, &sent(path), &client.drivers(ask).await.unwrap().records, |d| d.to_json());
    let path = "/transporters/v2/vehicles";
    assert_all(path, &sent(path), &client.vehicles(ask).await.unwrap().records, |v| v.to_json());
}

#[tokio::test]
async fn a_manifest_comes_as_a_file_and_as_a_page() {
    let license = LicenseNumber::new("C11-0000001-LIC");
    let client = client(|path| match path.ends_with("/pdf") {
        true => r#"{"FileContents":"JVBERi0xLjQK","FileDownloadName":"TransferManifestReport-1.pdf"}"#.to_owned(),
        false => "<!DOCTYPE html><html><body>Manifest 0000000001</body></html>".to_owned(),
    })
    .await;
    let pdf = client.manifest_pdf(&license, 1).await.unwrap();
    assert_eq!(pdf.bytes().as_deref(), Some(&b"%PDF-1.4\n"[..]));
    assert_eq!(pdf.file_download_name.as_deref(), Some("TransferManifestReport-1.pdf"));
    let html = client.manifest_html(&license, 1).await.unwrap();
    assert!(html.contains("Manifest 0000000001"), "a web page is the answer here, not a sign that the state is down");
}

/// A package as no document has it: sparse, with unknown fields, enumerations as names, numbers that floats cannot hold.
const ODD: &str = r#"{"Data":[{
    "Id": 7, "Label": "1A4060300002199000003445", "Quantity": 1234567.891, "OriginalPackageQuantity": 0.1,
    "UnitOfMeasureAbbreviation": "g", "LabTestingState": "RandDCompleted", "ReceivedDateTime": "0001-01-01T00:00:00+00:00",
    "PackagedByFacilityLicenseNumber": "CCL21-0000345", "PackagedByFacilityName": "Redwood Mesa",
    "IsOnHold": null, "IsOnRecallCombined": true, "LastModified": "2026-02-08T07:05:59.6654457-08:00",
    "BrandNewField": {"Deep": [1.10, 12345678901234567890.123]},
    "Item": {"Id": 3, "Name": "Gummies", "ProductCategoryType": "Infused", "QuantityType": 0, "StrainName": null}
}],"Total":1}"#;

#[tokio::test]
async fn odd_answers_are_read_too() {
    let license = LicenseNumber::new("C10-0000001-LIC");
    let ask = PageAsk { license: &license, window: None, page: 1 };
    for body in [ODD.to_owned(), format!("\u{feff}{}", ODD.trim())] {
        let client = client(move |_| body.clone()).await;
        let package = client.packages(PackageList::Active, ask).await.unwrap().records.remove(0);
        assert_eq!(package.quantity.unwrap().to_string(), "1234567.891", "exact");
        assert_eq!(package.received_date_time, None, "the sentinel is no date");
        assert_eq!(package.packaged_by_facility_license_number.as_deref(), Some("CCL21-0000345"));
        assert!(package.is_held(), "recalled through its source");
        assert_eq!(package.last_modified.unwrap().to_string(), "2026-02-08T15:05:59.6654457Z");
        assert_eq!(package.extra["BrandNewField"]["Deep"][1], "12345678901234567890.123", "kept to the last digit");
        assert_eq!(package.extra["OriginalPackageQuantity"], 0.1);
        let item = package.item.unwrap();
        assert_eq!(item.product_category_type.unwrap().to_string(), "Infused");
        assert_eq!(item.quantity_type.unwrap().to_string(), "0");
        assert_eq!(item.strain_name, None);
    }
    let bare = client(|_| ODD.trim_start_matches(r#"{"Data":"#).trim_end_matches(r#","Total":1}"#).to_owned()).await;
    assert_eq!(bare.packages(PackageList::Active, ask).await.unwrap().total, 1, "a bare array");
    let empty = client(|_| String::new()).await;
    // The contract has JSON for every GET. A blank answer believed would be a license without packages.
    let blank = empty.packages(PackageList::Active, ask).await.unwrap_err();
    assert!(matches!(blank, ApiError::Between { .. }), "{blank:?}");
}
