use serde_json::Value;

use super::*;

/// Twelve packages to a retailer.
pub(crate) fn template() -> Template {
    let tag = |number: u32| Tag::from_state(format!("1A40603000021990000{number:05}"));
    Template {
        name: "Tomorrow, south".into(),
        recipient: LicenseNumber::new("C10-0000001-LIC"),
        transfer_type: "Wholesale Manifest".into(),
        invoice: Some(" INV-1 ".into()),
        route: "I-5 south".into(),
        departs: "2026-11-24T08:00:00".parse().unwrap(),
        arrives: "2026-11-24T11:30:00".parse().unwrap(),
        carrier: Carrier {
            license: "C11-0000009-LIC".into(),
            driver: "Robin".into(),
            driver_occupational: "50".into(),
            plate: " ".into(),
            ..Carrier::default()
        },
        packages: (0..12)
            .map(|number| TemplatePackage {
                tag: tag(number),
                gross: (number > 0).then(|| ("20.50".parse().unwrap(), "Grams".to_owned())),
                price: Some("1234.10".parse().unwrap()),
            })
            .collect(),
    }
}

fn mark() -> Mark {
    Mark::from_random(7)
}

#[test]
fn a_template_is_written_as_the_states_example_is() {
    let text = template().create_body(&mark()).unwrap();
    assert!(text.contains(r#""WholesalePrice":1234.10,"GrossWeight":20.50,"GrossUnitOfWeightName":"Grams""#), "{text}");
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(body["Name"], "Tomorrow, south [TS-00000007]");
    assert_eq!(body["DriverName"], Value::Null, "who drives stands with the destination");
    let to = &body["Destinations"][0];
    assert_eq!(to["EstimatedDepartureDateTime"], "2026-11-24T08:00:00.000");
    assert_eq!((&to["InvoiceNumber"], to["Packages"].as_array().unwrap().len()), (&Value::from("INV-1"), 12));
    assert_eq!(to["Packages"][0]["GrossWeight"], Value::Null);
    let transporter = &to["Transporters"][0];
    assert_eq!((&transporter["DriverName"], &transporter["IsLayover"]), (&Value::from("Robin"), &Value::Bool(false)));
    assert_eq!(transporter["VehicleLicensePlateNumber"], Value::Null, "nothing typed is nothing sent");
}

#[test]
fn an_update_names_what_it_replaces() {
    let text = template().update_body(7, Some(5_000_007), &mark()).unwrap();
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&body["TransferTemplateId"], &body["Name"]), (&7.into(), &"Tomorrow, south [TS-00000007]".into()));
    assert_eq!(body["Destinations"][0]["TransferDestinationId"], 5_000_007);
    assert_eq!(body["Destinations"][0]["Packages"][1]["GrossWeight"].to_string(), "20.5");
    assert!(text.contains(r#""GrossWeight":20.50"#), "each digit: {text}");
}

#[test]
fn a_name_leaves_room_for_the_mark() {
    let room = TEMPLATE_NAME_LIMIT - mark().to_string().len() - 1;
    let named = |name: String| Template { name, ..template() }.marked_name(&mark());
    assert_eq!(named("é".repeat(room)).unwrap().chars().count(), TEMPLATE_NAME_LIMIT);
    assert_eq!(named("é".repeat(room + 1)), Err(BodyError::NameTooLong { found: room + 1, most: room }));
    assert_eq!(named(" ".into()).unwrap(), mark().to_string());
}
