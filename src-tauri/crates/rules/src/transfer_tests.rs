//! A distributor's manifest, whole, and then with one thing wrong at a time.

use jiff::civil::{DateTime, datetime};

use super::*;
use crate::{LabTestingState, Quantity, TransferKind, Weight};

const NOW: DateTime = datetime(2026, 11, 23, 9, 0, 0, 0);

fn tag(number: u32) -> Tag {
    Tag::parse(&format!("1A4060300002199{number:09}")).unwrap()
}

fn package(number: u32) -> TransferPackage {
    TransferPackage {
        tag: tag(number),
        item: "Blue Dream, 3.5 g".into(),
        category: "Flower (packaged eighth - each)".into(),
        strain: "Blue Dream".into(),
        quantity: Quantity { amount: 12.into(), unit: "Each".into() },
        lab_state: LabTestingState::TestPassed,
        finished: false,
        finished_on: None,
        held: false,
        in_transit: None,
        transferred: false,
        drafts: Vec::new(),
        had_sales: None,
        packaged: None,
    }
}

fn line(number: u32) -> TransferLine {
    TransferLine { tag: tag(number).to_string(), package: Some(package(number)), ..TransferLine::default() }
}

fn kind(name: &str, wholesale: bool) -> TransferKind {
    TransferKind { name: name.into(), wholesale, ..TransferKind::default() }
}

/// Nothing speaks against it.
fn manifest() -> TransferFacts {
    TransferFacts {
        license: LicenseNumber::new("C11-0000090-LIC"),
        kind: Some(kind("Transfer", false)),
        destinations: vec!["C10-0000123-LIC".into()],
        transporters: vec!["C11-0000090-LIC".into()],
        driver_name: "Rosa Delgado".into(),
        driver_license: "D1234567".into(),
        vehicle_make: "Ford".into(),
        vehicle_model: "Transit".into(),
        vehicle_plate: "8ABC123".into(),
        phone: "916-555-0101".into(),
        planned_route: "I-80 W, exit 82".into(),
        invoice_number: String::new(),
        departure: Some(datetime(2026, 11, 23, 13, 0, 0, 0)),
        arrival: Some(datetime(2026, 11, 23, 15, 30, 0, 0)),
        reported: false,
        lines: vec![line(1), line(2)],
    }
}

/// What is found after a change: rule, weight, place.
fn after(change: impl FnOnce(&mut TransferFacts)) -> Vec<(RuleId, Weight, TransferField)> {
    let mut transfer = manifest();
    change(&mut transfer);
    check_transfer(&transfer, NOW).into_iter().map(|found| (found.rule, found.weight, found.field)).collect()
}

fn at(line: u32, column: TransferColumn) -> TransferField {
    TransferField::Line { line, column }
}

#[test]
fn nothing_speaks_against_a_whole_manifest() {
    assert_eq!(check_transfer(&manifest(), NOW), []);
}

#[test]
fn every_header_field_is_asked_for_where_it_stands() {
    use RuleId as R;
    use TransferField as F;
    use Weight::{Stop, Warning};
    type Change = fn(&mut TransferFacts);
    let table: [(&str, Change, RuleId, Weight, TransferField); 24] = [
        ("no type", |t| t.kind = None, R::TransferType, Stop, F::Type),
        ("no destination", |t| t.destinations.clear(), R::OneDestination, Stop, F::Destination),
        ("blank destination", |t| t.destinations = vec!["  ".into()], R::OneDestination, Stop, F::Destination),
        ("two destinations", |t| t.destinations.push("C9-0000007-LIC".into()), R::OneDestination, Stop, F::Destination),
        ("to itself", |t| t.destinations = vec!["c11-0000090-lic".into()], R::NotToItself, Stop, F::Destination),
        ("odd number", |t| t.destinations = vec!["402-X0001".into()], R::LicenseForm, Warning, F::Destination),
        ("no route", |t| t.planned_route = " ".into(), R::ManifestFields, Stop, F::PlannedRoute),
        ("no transporter", |t| t.transporters.clear(), R::ManifestFields, Stop, F::Transporter),
        ("blank transporter", |t| t.transporters = vec![String::new()], R::ManifestFields, Stop, F::Transporter),
        ("odd transporter", |t| t.transporters = vec!["X".into()], R::LicenseForm, Warning, F::Transporter),
        (
            "two transporters",
            |t| t.transporters.push("C13-0000092-LIC".into()),
            R::OneTransporter,
            Stop,
            F::Transporter,
        ),
        ("no driver", |t| t.driver_name.clear(), R::ManifestFields, Stop, F::DriverName),
        ("no driver's license", |t| t.driver_license.clear(), R::ManifestFields, Stop, F::DriverLicense),
        ("no make", |t| t.vehicle_make.clear(), R::ManifestFields, Stop, F::VehicleMake),
        ("no model", |t| t.vehicle_model.clear(), R::ManifestFields, Stop, F::VehicleModel),
        ("no plate", |t| t.vehicle_plate.clear(), R::ManifestFields, Stop, F::VehiclePlate),
        ("no phone", |t| t.phone.clear(), R::ManifestFields, Stop, F::Phone),
        ("no departure", |t| t.departure = None, R::ManifestFields, Stop, F::Departure),
        ("no arrival", |t| t.arrival = None, R::ManifestFields, Stop, F::Arrival),
        ("arrives as it leaves", |t| t.arrival = t.departure, R::ArrivalAfterDeparture, Stop, F::Arrival),
        (
            "left this morning",
            |t| t.departure = Some(datetime(2026, 11, 23, 8, 59, 0, 0)),
            R::DepartureAhead,
            Warning,
            F::Departure,
        ),
        (
            "left more than a day ago",
            |t| t.departure = Some(datetime(2026, 11, 22, 8, 59, 0, 0)),
            R::ReportWithin,
            Warning,
            F::Departure,
        ),
        ("no lines", |t| t.lines.clear(), R::TransferNotEmpty, Stop, F::Lines),
        ("201 lines", |t| t.lines = (1..=201).map(line).collect(), R::TransferLimit, Stop, F::Lines),
    ];
    for (what, change, rule, weight, field) in table {
        assert_eq!(after(change), [(rule, weight, field)], "{what}");
    }
}

#[test]
fn every_fault_of_a_line_leads_to_its_column() {
    use RuleId as R;
    use TransferColumn as C;
    use Weight::{Stop, Warning};
    type Change = fn(&mut TransferLine);
    fn with(line: &mut TransferLine, change: impl FnOnce(&mut TransferPackage)) {
        change(line.package.as_mut().unwrap());
    }
    let table: [(&str, Change, RuleId, Weight, TransferColumn); 22] = [
        ("blank", |l| l.tag = " ".into(), R::TransferLineTag, Stop, C::Tag),
        ("no tag", |l| l.tag = "1A406".into(), R::TransferLineTag, Stop, C::Tag),
        ("twice", |l| l.tag = tag(1).as_str().to_lowercase(), R::TransferTagOnce, Stop, C::Tag),
        ("unknown", |l| l.package = None, R::PackageKnown, Stop, C::Tag),
        ("transferred", |l| with(l, |p| p.transferred = true), R::NotTransferred, Stop, C::Tag),
        ("in transit", |l| with(l, |p| p.in_transit = Some("0000012345".into())), R::NotInTransit, Stop, C::Tag),
        ("finished", |l| with(l, |p| p.finished = true), R::UnfinishFirst, Stop, C::Tag),
        ("on hold", |l| with(l, |p| p.held = true), R::NothingOnHold, Stop, C::Tag),
        ("empty", |l| with(l, |p| p.quantity.amount = 0.into()), R::SomethingLeft, Stop, C::Tag),
        (
            "untested to a retailer",
            |l| with(l, |p| p.lab_state = LabTestingState::NotSubmitted),
            R::RetailLabState,
            Stop,
            C::Tag,
        ),
        ("in another draft", |l| with(l, |p| p.drafts = vec!["Tuesday, Oakland".into()]), R::OneDraft, Warning, C::Tag),
        ("sold from", |l| with(l, |p| p.had_sales = Some(true)), R::SoldFrom, Warning, C::Tag),
        ("weight no number", |l| l.gross_weight = "heavy".into(), R::ReadableAmount, Stop, C::GrossWeight),
        ("weight zero", |l| l.gross_weight = "0.0".into(), R::ReadableAmount, Stop, C::GrossWeight),
        ("weight without unit", |l| l.gross_weight = "12".into(), R::ReadableAmount, Stop, C::GrossUnit),
        (
            "weight in pieces",
            |l| (l.gross_weight, l.gross_unit) = ("12".into(), "Each".into()),
            R::ReadableAmount,
            Stop,
            C::GrossUnit,
        ),
        ("weight with a comma", |l| l.gross_weight = "1,000".into(), R::ReadableAmount, Stop, C::GrossWeight),
        (
            "weight in two units",
            |l| (l.gross_weight, l.gross_unit) = ("2 lbs".into(), "Grams".into()),
            R::ReadableAmount,
            Stop,
            C::GrossWeight,
        ),
        ("weight of money", |l| l.gross_weight = "$12".into(), R::ReadableAmount, Stop, C::GrossWeight),
        ("price no number", |l| l.price = "a lot".into(), R::ReadableAmount, Stop, C::Price),
        ("price below zero", |l| l.price = "-1".into(), R::ReadableAmount, Stop, C::Price),
        ("price with a comma", |l| l.price = "12,5".into(), R::ReadableAmount, Stop, C::Price),
    ];
    for (what, change, rule, weight, column) in table {
        let found = after(|transfer| change(&mut transfer.lines[1]));
        assert_eq!(found, [(rule, weight, at(2, column))], "{what}");
    }
}

#[test]
fn a_type_gets_what_it_demands() {
    use RuleId as R;
    let flags = |change: fn(&mut TransferKind)| after(|transfer| change(transfer.kind.as_mut().unwrap()));
    assert_eq!(
        flags(|kind| kind.requires_invoice_number = true),
        [(R::InvoiceNumber, Weight::Stop, TransferField::InvoiceNumber)]
    );
    assert_eq!(
        flags(|kind| kind.requires_destination_gross_weight = true),
        [(R::DestinationGrossWeight, Weight::Warning, TransferField::Type)]
    );
    assert_eq!(
        flags(|kind| kind.requires_pdf_document = true),
        [(R::PdfDocument, Weight::Warning, TransferField::Type)]
    );
    let every_line = |rule, column| [1, 2].map(|line| (rule, Weight::Stop, at(line, column)));
    assert_eq!(
        flags(|kind| kind.requires_packages_gross_weight = true),
        every_line(R::PackageGrossWeight, TransferColumn::GrossWeight)
    );
    assert_eq!(flags(|kind| kind.wholesale = true), every_line(R::WholesalePrice, TransferColumn::Price));
    let complete = after(|transfer| {
        let kind = kind("Wholesale Manifest", true);
        transfer.kind = Some(TransferKind { requires_invoice_number: true, ..kind });
        transfer.invoice_number = "INV-7".into();
        for line in &mut transfer.lines {
            line.price = "$1,250.00".into();
            (line.gross_weight, line.gross_unit) = ("1.5 lbs".into(), String::new());
        }
    });
    assert_eq!(complete, []);
}

#[test]
fn a_wholesale_manifest_to_a_manufacturer_is_asked_about() {
    let found = after(|transfer| {
        transfer.kind = Some(kind("Wholesale Manifest", true));
        transfer.destinations = vec!["CDPH-10003456".into()];
        transfer.lines.iter_mut().for_each(|line| line.price = "1".into());
    });
    assert_eq!(found, [(RuleId::WholesaleParties, Weight::Warning, TransferField::Type)]);
}

#[test]
fn what_is_not_tested_may_go_where_tests_are_made() {
    let to = |license: &str| {
        after(|transfer| {
            transfer.destinations = vec![license.into()];
            transfer.lines[0].package.as_mut().unwrap().lab_state = LabTestingState::NotSubmitted;
        })
    };
    for license in ["C8-1000001-LIC", "C11-0000091-LIC", "CDPH-10003456", "CCL21-0000345"] {
        assert_eq!(to(license), [], "{license}");
    }
    assert_eq!(
        to("C12-1000001-LIC"),
        [(RuleId::MicrobusinessLabState, Weight::Warning, at(1, TransferColumn::Tag))],
        "a microbusiness may sell or make"
    );
}

#[test]
fn what_the_state_already_has_runs_against_no_clock() {
    let found = after(|transfer| {
        transfer.reported = true;
        transfer.departure = Some(datetime(2026, 11, 20, 8, 0, 0, 0));
    });
    assert_eq!(found, [(RuleId::DepartureAhead, Weight::Warning, TransferField::Departure)]);
}

#[test]
fn the_sentences_say_what_and_what_now() {
    let mut transfer = manifest();
    transfer.destinations.push("C9-0000007-LIC".into());
    transfer.departure = Some(datetime(2026, 11, 21, 8, 0, 0, 0));
    let held = transfer.lines[1].package.as_mut().unwrap();
    held.finished_on = Some(jiff::civil::date(2026, 11, 1));
    let sentences: Vec<String> = check_transfer(&transfer, NOW).into_iter().map(|found| found.sentence).collect();
    assert_eq!(
        sentences,
        [
            "This has 2 destinations. California allows one on a manifest: make a transfer for each.",
            "It left on Nov 21, 2026, 8:00 AM by this draft and is not reported yet. What happens is reported within 24 \
             hours: send it now, or correct the time.",
            "Package 1A4060300002199000000002 on line 2 was finished on Nov 1, 2026. Unfinish it first, or leave it out.",
        ]
    );
}

#[test]
fn every_rule_that_is_named_has_its_source() {
    let mut transfer = manifest();
    transfer.kind = None;
    transfer.lines = vec![TransferLine::default()];
    for found in check_transfer(&transfer, NOW) {
        assert!(!found.source.is_empty(), "{found:?}");
    }
}

#[test]
fn the_form_of_california_s_licenses_is_known() {
    for number in [
        "C12-1000001-LIC",
        "CML17-0000001",
        "C11-0000090-LIC",
        "M10-0000004-LIC",
        "CDPH-0000003",
        "C8-1000001-LIC",
        "CDPH-10003456-T",
        "ccl21-0000345",
    ] {
        assert!(has_californian_form(number), "{number}");
    }
    for number in ["", "C10", "C10-123-LIC", "C100-0000001-LIC", "XX21-0000001", "CDPH-1", "C10-0000123-LIC-2"] {
        assert!(!has_californian_form(number), "{number}");
    }
}
