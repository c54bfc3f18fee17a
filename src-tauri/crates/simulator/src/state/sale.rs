//! Sales receipts and retailer deliveries.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::World;
use super::doc::{Doc, NULL, fields};
use super::exact;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// One line of a receipt.
#[derive(Clone, Debug)]
pub struct Line {
    pub package: u64,
    pub label: Text,
    pub quantity: Decimal,
    pub unit: Unit,
    /// The same in the package's own unit: what left the package.
    pub own: Decimal,
    pub price: Decimal,
    pub invoice: Option<Text>,
}

/// A receipt.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub id: u64,
    pub facility: FacilityId,
    pub external: Option<Text>,
    /// Facility-local, as it was sent.
    pub sold: Text,
    pub customer: &'static str,
    pub patient: Option<Text>,
    pub caregiver: Option<Text>,
    pub identification: Option<Text>,
    pub lines: Vec<Line>,
    pub is_final: bool,
    pub archived: Option<Date>,
    pub recorded: Timestamp,
    pub by: Text,
    pub modified: Timestamp,
}

/// Who may buy (`sales/v2/customertypes`).
pub const CUSTOMER_TYPES: [&str; 5] = ["Consumer", "Patient", "Caregiver", "ExternalPatient", "NonResidentConsumer"];

impl Row for Receipt {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.archived.is_some() { Shelf::Inactive } else { Shelf::Active })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        self.external.clone()
    }
}

impl Line {
    /// A line as `receipts/{id}` shows it.
    fn doc(&self, world: &World, recorded: Timestamp, by: &str, modified: Timestamp) -> Doc {
        let package = world.packages.get(self.package);
        let item = package.and_then(|package| world.items.get(package.item));
        fields! {
            "PackageId": self.package,
            "PackageLabel": self.label,
            "ProductName": item.map(|item| &item.name),
            "ProductCategoryName": item.map(|item| item.category.name),
            "ItemStrainName": item.and_then(|item| item.strain.as_ref()).map(|strain| &strain.1),
            "QuantitySold": Num(self.quantity),
            "UnitOfMeasureName": self.unit.name(),
            "UnitOfMeasureAbbreviation": self.unit.abbreviation(),
            "TotalPrice": Num(self.price),
            "InvoiceNumber": self.invoice,
            "RecordedDateTime": Instant(recorded),
            "RecordedByUserName": by,
            "LastModified": Instant(modified),
        }
    }
}

/// The lines of a receipt as the API shows them.
pub fn lines(world: &World, lines: &[Line], recorded: Timestamp, by: &str, modified: Timestamp) -> Vec<Doc> {
    lines.iter().map(|line| line.doc(world, recorded, by, modified)).collect()
}

/// A receipt row; lists leave its lines out.
pub fn receipt_doc(world: &World, of: &Receipt, with_lines: bool) -> Doc {
    let shown: &[Line] = if with_lines { &of.lines } else { &[] };
    let total = exact::shown_total(of.lines.iter().map(|line| line.price));
    fields! {
        "Id": of.id,
        "ReceiptNumber": format!("{:010}", of.id),
        "ExternalReceiptNumber": of.external.as_deref().unwrap_or_default(),
        "SalesDateTime": of.sold,
        "SalesCustomerType": of.customer,
        "PatientLicenseNumber": of.patient,
        "CaregiverLicenseNumber": of.caregiver,
        "IdentificationMethod": of.identification,
        "PatientRegistrationLocationId": NULL,
        "TotalPackages": of.lines.len(),
        "TotalPrice": Num(total),
        "Transactions": lines(world, shown, of.recorded, &of.by, of.modified),
        "IsFinal": of.is_final,
        "ArchivedDate": of.archived,
        "RecordedDateTime": Instant(of.recorded),
        "RecordedByUserName": of.by,
        "LastModified": Instant(of.modified),
    }
}

/// Where a retailer delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    Created,
    Departed,
    Completed,
    Voided,
}

/// A drive to customers.
#[derive(Clone, Debug)]
pub struct RetailerDelivery {
    pub id: u64,
    pub facility: FacilityId,
    pub state: DeliveryState,
    pub at: Text,
    pub driver_id: Text,
    pub driver: Text,
    pub driver_license: Text,
    pub make: Text,
    pub model: Text,
    pub plate: Text,
    pub leaves: Text,
    pub departed: Option<Timestamp>,
    pub completed: Option<Timestamp>,
    pub restocked: Option<Timestamp>,
    pub voided: Option<Date>,
    pub destinations: Vec<Destination>,
    /// What is in the vehicle beside the orders.
    pub spare: Vec<Line>,
    pub recorded: Timestamp,
    pub by: Text,
    pub modified: Timestamp,
}

/// One customer of a drive.
#[derive(Clone, Debug)]
pub struct Destination {
    pub id: u64,
    pub customer: &'static str,
    pub patient: Option<Text>,
    pub consumer: Text,
    pub recipient: Option<Text>,
    pub street: [Text; 2],
    pub city: Text,
    pub county: Option<Text>,
    pub state: Text,
    pub postal_code: Text,
    pub arrives: Text,
    pub lines: Vec<Line>,
}

impl Row for RetailerDelivery {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        match self.state {
            DeliveryState::Created | DeliveryState::Departed => Some(Shelf::Active),
            DeliveryState::Completed | DeliveryState::Voided => Some(Shelf::Inactive),
        }
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}

impl DeliveryState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Created => "Undesignated",
            Self::Departed => "Departed",
            Self::Completed => "Completed",
            Self::Voided => "Voided",
        }
    }
}

/// A retailer delivery; lists leave destinations and packages out.
pub fn delivery_doc(world: &World, of: &RetailerDelivery, whole: bool) -> Doc {
    let facility = world.facility(of.facility);
    let ordered = of.destinations.iter().flat_map(|destination| &destination.lines);
    let sold = exact::shown_total(ordered.clone().map(|line| line.price));
    let total = exact::shown_total(ordered.clone().chain(&of.spare).map(|line| line.price));
    let packages = ordered.chain(&of.spare).count();
    let destinations: Vec<Doc> = if whole {
        of.destinations.iter().map(|destination| destination_doc(world, of, destination)).collect()
    } else {
        Vec::new()
    };
    let spare: Vec<Doc> =
        if whole { of.spare.iter().map(|line| spare_doc(world, of, line)).collect() } else { Vec::new() };
    fields! {
        "Id": of.id,
        "RetailerDeliveryNumber": format!("{:010}", of.id),
        "FacilityLicenseNumber": facility.map(|facility| &facility.license),
        "FacilityName": facility.map(|facility| &facility.name),
        "DateTime": of.at,
        "DriverEmployeeId": of.driver_id,
        "DriverName": of.driver,
        "DriversLicenseNumber": of.driver_license,
        "VehicleMake": of.make,
        "VehicleModel": of.model,
        "VehicleLicensePlateNumber": of.plate,
        "VehicleInfo": format!("{} {} {}", of.make, of.model, of.plate),
        "Direction": "Undesignated",
        "EstimatedDepartureDateTime": of.leaves,
        "ActualDepartureDateTime": of.departed.map(Instant),
        "RestockDateTime": of.restocked.map(Instant),
        "TotalPackages": packages,
        "TotalPrice": Num(total),
        "TotalPriceSold": Num(if of.completed.is_some() { sold } else { Decimal::ZERO }),
        "AcceptedDateTime": NULL,
        "Destinations": destinations,
        "CompletedDateTime": of.completed.map(Instant),
        "RetailerDeliveryState": of.state.name(),
        "AllowFullEdit": of.state == DeliveryState::Created,
        "Leg": 0,
        "VoidedDate": of.voided,
        "RecordedDateTime": Instant(of.recorded),
        "RecordedByUserName": of.by,
        "LastModified": Instant(of.modified),
        "Packages": spare,
    }
}

fn destination_doc(world: &World, of: &RetailerDelivery, to: &Destination) -> Doc {
    let facility = world.facility(of.facility);
    let total = exact::shown_total(to.lines.iter().map(|line| line.price));
    let mut doc = fields! {
        "Id": to.id,
        "DeliveryNumber": to.id,
        "FacilityLicenseNumber": facility.map(|facility| &facility.license),
        "FacilityName": facility.map(|facility| &facility.name),
    };
    doc.nulls(&[
        "ShipperFacilityLicenseNumber",
        "TransporterFacilityId",
        "TransporterFacilityLicenseNumber",
        "TransporterFacilityName",
    ]);
    doc.append(fields! {
        "SalesDateTime": of.at,
        "SalesCustomerType": to.customer,
        "PatientLicenseNumber": to.patient,
        "ConsumerId": to.consumer,
        "DriverEmployeeId": of.driver_id,
        "DriverName": of.driver,
        "DriversLicenseNumber": of.driver_license,
        "VehicleMake": of.make,
        "VehicleModel": of.model,
        "VehicleLicensePlateNumber": of.plate,
        "RecipientName": to.recipient,
        "RecipientAddressStreet1": to.street.first(),
        "RecipientAddressStreet2": to.street.last(),
        "RecipientAddressCity": to.city,
        "RecipientDeliveryZoneId": NULL,
        "RecipientZoneId": NULL,
        "RecipientDeliveryZoneName": NULL,
        "RecipientAddressCounty": to.county,
        "RecipientAddressState": to.state,
        "RecipientAddressPostalCode": to.postal_code,
        "PlannedRoute": "",
        "Direction": "Undesignated",
        "EstimatedDepartureDateTime": of.leaves,
        "ActualDepartureDateTime": of.departed.map(Instant),
        "EstimatedArrivalDateTime": to.arrives,
        "ActualArrivalDateTime": NULL,
    });
    doc.nulls(&[
        "EstimatedReturnDepartureDateTime",
        "ActualReturnDepartureDateTime",
        "EstimatedReturnArrivalDateTime",
        "ActualReturnArrivalDateTime",
    ]);
    doc.append(fields! {
        "TotalPackages": to.lines.len(),
        "TotalPrice": Num(total),
        "AcceptedDateTime": NULL,
        "Transactions": lines(world, &to.lines, of.recorded, &of.by, of.modified),
        "CompletedDateTime": of.completed.map(Instant),
        "SalesDeliveryState": of.state.name(),
        "VoidedDate": of.voided,
        "RecordedDateTime": Instant(of.recorded),
        "RecordedByUserName": of.by,
        "LastModified": Instant(of.modified),
    });
    doc
}

/// A package in the vehicle, as documented: the line with the item's strengths.
fn spare_doc(world: &World, of: &RetailerDelivery, line: &Line) -> Doc {
    let package = world.packages.get(line.package);
    let item = package.and_then(|package| world.items.get(package.item));
    let mut doc = fields! {
        "PackageId": line.package,
        "PackageLabel": line.label,
        "ProductName": item.map(|item| &item.name),
        "ProductCategoryName": item.map(|item| item.category.name),
        "ItemStrainName": item.and_then(|item| item.strain.as_ref()).map(|strain| &strain.1),
    };
    doc.nulls(&[
        "ItemUnitCbdPercent",
        "ItemUnitCbdContent",
        "ItemUnitCbdContentUnitOfMeasureName",
        "ItemUnitCbdContentDose",
        "ItemUnitCbdContentDoseUnitOfMeasureName",
        "ItemUnitThcPercent",
    ]);
    let amount = |amount: Option<(Decimal, Unit)>| amount.map(|amount| Num(amount.0));
    let unit = |amount: Option<(Decimal, Unit)>| amount.map(|amount| amount.1.name());
    let thc = item.and_then(|item| item.unit_thc);
    let volume = item.and_then(|item| item.unit_volume);
    let weight = item.and_then(|item| item.unit_weight);
    doc.append(fields! {
        "ItemUnitThcContent": amount(thc),
        "ItemUnitThcContentUnitOfMeasureName": unit(thc),
        "ItemUnitThcContentDose": NULL,
        "ItemUnitThcContentDoseUnitOfMeasureName": NULL,
        "ItemUnitVolume": amount(volume),
        "ItemUnitVolumeUnitOfMeasureName": unit(volume),
        "ItemUnitWeight": amount(weight),
        "ItemUnitWeightUnitOfMeasureName": unit(weight),
        "ItemServingSize": NULL,
        "ItemSupplyDurationDays": NULL,
        "ItemUnitQuantity": NULL,
        "ItemUnitQuantityUnitOfMeasureName": NULL,
        "Quantity": Num(line.quantity),
        "UnitOfMeasureName": line.unit.name(),
        "UnitOfMeasureAbbreviation": line.unit.abbreviation(),
        "TotalPrice": Num(line.price),
    });
    doc.append(fields! {
        "RetailerDeliveryState": of.state.name(),
        "ArchivedDate": of.voided,
        "RecordedDateTime": Instant(of.recorded),
        "RecordedByUserName": of.by,
        "CompletedDateTime": of.completed.map(Instant),
        "LastModified": Instant(of.modified),
        "IsOnInvestigationHold": false,
        "IsOnRecall": package.map(|package| package.on_recall),
        "IsOnInvestigationRecall": false,
        "IsOnRecallCombined": package.is_some_and(|package| package.on_recall),
    });
    doc
}
