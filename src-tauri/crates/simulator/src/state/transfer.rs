//! Transfers: templates, and the manifests that people make of them on the state's site.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::World;
use super::doc::{Doc, NULL, fields};
use super::movement::Shipped;
use super::package::joined;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// A type of transfer. California has three (CONTRACT 5.7).
#[derive(Clone, Copy, Debug)]
pub struct TransferType {
    pub name: &'static str,
    pub transaction: &'static str,
    /// A price for every package is required.
    pub wholesale: bool,
}

/// California's transfer types.
pub const TRANSFER_TYPES: [TransferType; 3] = [
    TransferType { name: "Transfer", transaction: "Standard", wholesale: false },
    TransferType { name: "Return", transaction: "Standard", wholesale: false },
    TransferType { name: "Wholesale Manifest", transaction: "Wholesale", wholesale: true },
];

/// Who drives with what.
#[derive(Clone, Debug, Default)]
pub struct Carrier {
    pub license: Text,
    pub name: Text,
    pub driver: Text,
    pub driver_occupational: Text,
    pub driver_license: Text,
    pub make: Text,
    pub model: Text,
    pub plate: Text,
}

/// One package on a template.
#[derive(Clone, Debug)]
pub struct Load {
    pub package: u64,
    pub label: Text,
    pub price: Option<Decimal>,
    pub gross: Option<(Decimal, Unit)>,
}

/// A template or a manifest. California has one destination on each (CA-IB-2020-007).
#[derive(Clone, Debug)]
pub struct Transfer {
    pub id: u64,
    /// The sender.
    pub facility: FacilityId,
    /// A manifest's number; a template has none.
    pub manifest: Option<Text>,
    pub name: Option<Text>,
    /// The template of which the manifest was made.
    pub template: Option<u64>,
    pub delivery: u64,
    pub recipient: FacilityId,
    pub kind: &'static TransferType,
    pub route: Text,
    pub invoice: Option<Text>,
    /// Facility-local, as it was sent.
    pub leaves: Text,
    pub arrives: Text,
    pub carrier: Carrier,
    /// A template's packages; a manifest's are the shipped rows.
    pub loads: Vec<Load>,
    /// A manifest's shipped rows.
    pub rows: Vec<u64>,
    pub departed: Option<Timestamp>,
    pub received: Option<Timestamp>,
    /// Some of its packages were rejected and have not come back yet.
    pub rejected: bool,
    pub returned: bool,
    pub archived: bool,
    pub created: Timestamp,
    pub by: Text,
    pub modified: Timestamp,
}

impl Row for Transfer {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        match (&self.manifest, self.archived) {
            (_, true) => None,
            (None, false) => Some(Shelf::Templates),
            (Some(_), false) => Some(Shelf::Active),
        }
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        self.manifest.clone()
    }
}

impl Transfer {
    /// The list in which templates stand.
    pub const TEMPLATES: Shelf = Shelf::Templates;

    /// The id of a transfer's one delivery.
    pub fn delivery_of(id: u64) -> u64 {
        id.saturating_add(5_000_000)
    }
}

/// That a manifest comes to a license: its row in the recipient's list.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The recipient.
    pub facility: FacilityId,
    pub transfer: u64,
    pub modified: Timestamp,
}

impl Row for Incoming {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(Shelf::Active)
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::from(self.transfer.to_string()))
    }
}

/// From whose side a transfer row is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sender,
    Recipient,
}

impl World {
    /// The shipped rows of a manifest.
    pub fn shipped_on(&self, transfer: &Transfer) -> Vec<&Shipped> {
        transfer.rows.iter().filter_map(|id| self.shipped.get(*id)).collect()
    }

    /// A transfer and its row at the recipient changed.
    pub fn touch_transfer(&mut self, id: u64, now: Timestamp, change: impl FnOnce(&mut Transfer)) {
        self.transfers.update(id, |transfer| {
            change(transfer);
            transfer.modified = now;
        });
        let incoming = self
            .transfers
            .get(id)
            .and_then(|transfer| self.incoming.find(transfer.recipient, &id.to_string()))
            .map(|(id, _)| id);
        if let Some(incoming) = incoming {
            self.incoming.update(incoming, |incoming| incoming.modified = now);
        }
    }
}

/// What an instant is that a transfer does not have.
const NO_LOCAL_TIME: &str = "0001-01-01T00:00:00.000";

/// A row of `transfers/v2/incoming|outgoing|rejected|templates/outgoing`. On the sender's side the recipient is told
/// by `{id}/deliveries` only.
pub fn transfer_doc(world: &World, of: &Transfer, side: Side) -> Doc {
    let shipper = world.facility(of.facility);
    let recipient = world.facility(of.recipient);
    let rows = world.shipped_on(of);
    let packages: Vec<u64> = match of.manifest {
        Some(_) => rows.iter().map(|row| row.package).collect(),
        None => of.loads.iter().map(|load| load.package).collect(),
    };
    let any =
        |what: fn(&super::package::Package) -> bool| packages.iter().filter_map(|id| world.packages.get(*id)).any(what);
    let received = rows.iter().filter(|row| row.received.is_some()).count();
    let in_recipient = side == Side::Recipient;
    let mut doc = fields! {
        "Id": of.id,
        "ManifestNumber": of.manifest,
        "InvoiceNumber": of.invoice,
        "ShipmentLicenseType": "Licensed",
        "ShipperFacilityLicenseNumber": shipper.map(|facility| &facility.license),
        "ShipperFacilityName": shipper.map(|facility| &facility.name),
        "Name": of.name,
        "TransporterFacilityLicenseNumber": of.carrier.license,
        "TransporterFacilityName": of.carrier.name,
        "DriverName": of.carrier.driver,
        "DriverOccupationalLicenseNumber": of.carrier.driver_occupational,
        "DriverVehicleLicenseNumber": of.carrier.driver_license,
        "VehicleMake": of.carrier.make,
        "VehicleModel": of.carrier.model,
        "VehicleLicensePlateNumber": of.carrier.plate,
        "DeliveryCount": 1,
        "ReceivedDeliveryCount": u8::from(of.received.is_some()),
        "PackageCount": packages.len(),
        "ReceivedPackageCount": received,
        "ContainsPlantPackage": any(|package| package.kind == "ImmaturePlant"),
        "ContainsProductPackage": any(|package| package.kind == "Product"),
        "ContainsTradeSample": any(|package| package.trade_sample),
        "ContainsDonation": any(|package| package.donation),
        "ContainsTestingSample": any(|package| package.testing_sample),
        "ContainsProductRequiresRemediation": any(|package| package.needs_remediation),
        "ContainsRemediatedProductPackage": any(|package| package.remediated.is_some()),
        "IsVoided": of.archived,
        "CreatedDateTime": Instant(of.created),
        "CreatedByUserName": of.by,
        "LastModified": Instant(of.modified),
        "DeliveryId": if in_recipient { of.delivery } else { 0 },
    };
    if in_recipient {
        doc.append(fields! {
            "RecipientFacilityLicenseNumber": recipient.map(|facility| &facility.license),
            "RecipientFacilityName": recipient.map(|facility| &facility.name),
            "ShipmentTypeName": of.kind.name,
            "ShipmentTransactionType": of.kind.transaction,
            "EstimatedDepartureDateTime": of.leaves,
            "ActualDepartureDateTime": of.departed.map(Instant),
            "EstimatedArrivalDateTime": of.arrives,
            "ActualArrivalDateTime": NULL,
            "DeliveryPackageCount": packages.len(),
            "DeliveryReceivedPackageCount": received,
            "ReceivedDateTime": of.received.map(Instant),
        });
    } else {
        doc.nulls(&["RecipientFacilityLicenseNumber", "RecipientFacilityName", "ShipmentTypeName"]);
        doc.append(fields! {
            "ShipmentTransactionType": NULL,
            "EstimatedDepartureDateTime": NO_LOCAL_TIME,
            "ActualDepartureDateTime": of.departed.map(Instant),
            "EstimatedArrivalDateTime": NO_LOCAL_TIME,
            "ActualArrivalDateTime": NULL,
            "DeliveryPackageCount": 0,
            "DeliveryReceivedPackageCount": 0,
            "ReceivedDateTime": NULL,
        });
    }
    doc.nulls(&[
        "EstimatedReturnDepartureDateTime",
        "ActualReturnDepartureDateTime",
        "EstimatedReturnArrivalDateTime",
        "ActualReturnArrivalDateTime",
    ]);
    doc.append(fields! { "OriginatingTemplateId": of.template });
    doc
}

/// A row of `{id}/deliveries`.
pub fn delivery_doc(world: &World, of: &Transfer) -> Doc {
    let recipient = world.facility(of.recipient);
    let rows = world.shipped_on(of);
    let count = if of.manifest.is_some() { rows.len() } else { of.loads.len() };
    let mut doc = fields! {
        "Id": of.delivery,
        "ManifestNumber": of.manifest,
        "DeliveryNumber": 1,
        "RecipientFacilityLicenseNumber": recipient.map(|facility| &facility.license),
        "RecipientFacilityName": recipient.map(|facility| &facility.name),
        "ShipmentTypeName": of.kind.name,
        "ShipmentTransactionType": of.kind.transaction,
        "InvoiceNumber": of.invoice,
        "EstimatedDepartureDateTime": of.leaves,
        "ActualDepartureDateTime": of.departed.map(Instant),
        "EstimatedArrivalDateTime": of.arrives,
        "ActualArrivalDateTime": NULL,
        "GrossWeight": NULL,
        "GrossUnitOfWeightId": NULL,
        "GrossUnitOfWeightName": NULL,
        "PlannedRoute": of.route,
        "DeliveryPackageCount": count,
        "DeliveryReceivedPackageCount": rows.iter().filter(|row| row.received.is_some()).count(),
        "ReceivedDateTime": of.received.map(Instant),
    };
    doc.nulls(&[
        "EstimatedReturnDepartureDateTime",
        "ActualReturnDepartureDateTime",
        "EstimatedReturnArrivalDateTime",
        "ActualReturnArrivalDateTime",
    ]);
    doc.append(fields! { "RejectedPackagesReturned": of.returned, "PDFDocumentFileSystemId": NULL });
    doc
}

/// What one package on a delivery is about, from a manifest's or a template's row.
pub struct Carried<'a> {
    pub package: u64,
    pub state: &'a str,
    pub quantity: Option<(Decimal, Unit)>,
    pub gross: Option<(Decimal, Unit)>,
    pub received: Option<Decimal>,
}

/// A row of `deliveries/{id}/packages`.
pub fn carried_doc(world: &World, of: &Carried<'_>) -> Doc {
    let package = world.packages.get(of.package);
    let item = package.and_then(|package| world.items.get(package.item));
    let harvests: Vec<&str> = package
        .iter()
        .flat_map(|package| &package.harvests)
        .filter_map(|id| world.harvests.get(*id))
        .map(|harvest| &*harvest.name)
        .collect();
    let sources: Vec<&str> = package.iter().flat_map(|package| &package.source_labels).map(|label| &**label).collect();
    let shipped = of.quantity.or_else(|| package.map(|package| (package.quantity, package.unit)));
    let is = |what: fn(&super::package::Package) -> bool| package.is_some_and(what);
    let mut doc = fields! {
        "PackageId": of.package,
        "PackageLabel": package.map(|package| &package.label),
        "PackageType": package.map(|package| package.kind),
        "SourceHarvestNames": joined(&harvests),
        "SourcePackageLabels": joined(&sources),
        "ItemId": package.map(|package| package.item),
        "ItemName": item.map(|item| &item.name),
        "ItemCategoryName": item.map(|item| item.category.name),
        "ItemStrainName": item.and_then(|item| item.strain.as_ref()).map(|strain| &strain.1),
        "ItemBrandName": item.and_then(|item| item.brand.as_ref()).map(|brand| &brand.1),
    };
    doc.nulls(&[
        "ItemUnitCbdPercent",
        "ItemUnitCbdContent",
        "ItemUnitCbdContentUnitOfMeasureName",
        "ItemUnitCbdContentDose",
        "ItemUnitCbdContentDoseUnitOfMeasureName",
        "ItemUnitThcPercent",
    ]);
    let thc = item.and_then(|item| item.unit_thc);
    doc.append(fields! {
        "ItemUnitThcContent": thc.map(|amount| Num(amount.0)),
        "ItemUnitThcContentUnitOfMeasureName": thc.map(|amount| amount.1.name()),
    });
    doc.nulls(&[
        "ItemUnitThcContentDose",
        "ItemUnitThcContentDoseUnitOfMeasureName",
        "ItemUnitCbdAPercent",
        "ItemUnitCbdAContent",
        "ItemUnitCbdAContentUnitOfMeasureName",
        "ItemUnitCbdAContentDose",
        "ItemUnitCbdAContentDoseUnitOfMeasureName",
        "ItemUnitThcAPercent",
        "ItemUnitThcAContent",
        "ItemUnitThcAContentUnitOfMeasureName",
        "ItemUnitThcAContentDose",
        "ItemUnitThcAContentDoseUnitOfMeasureName",
    ]);
    let (volume, weight) = (item.and_then(|item| item.unit_volume), item.and_then(|item| item.unit_weight));
    doc.append(fields! {
        "ItemUnitVolume": volume.map(|amount| Num(amount.0)),
        "ItemUnitVolumeUnitOfMeasureName": volume.map(|amount| amount.1.name()),
        "ItemUnitWeight": weight.map(|amount| Num(amount.0)),
        "ItemUnitWeightUnitOfMeasureName": weight.map(|amount| amount.1.name()),
    });
    doc.nulls(&["ItemServingSize", "ItemSupplyDurationDays", "ItemUnitQuantity", "ItemUnitQuantityUnitOfMeasureName"]);
    doc.append(fields! {
        "LabTestingState": package.map(|package| package.lab_state.name()),
        "ProductionBatchNumber": package.and_then(|package| package.production_batch.as_ref()),
        "IsTradeSample": is(|package| package.trade_sample),
        "IsTradeSamplePersistent": is(|package| package.trade_sample),
        "SourcePackageIsTradeSample": is(|package| package.source_trade_sample),
        "IsDonation": is(|package| package.donation),
        "SourcePackageIsDonation": is(|package| package.source_donation),
        "IsTestingSample": is(|package| package.testing_sample),
        "ProductRequiresRemediation": is(|package| package.needs_remediation),
        "ContainsRemediatedProduct": is(|package| package.remediated.is_some()),
        "RemediationDate": package.and_then(|package| package.remediated),
        "ShipmentPackageState": of.state,
        "ShippedQuantity": shipped.map(|shipped| Num(shipped.0)),
        "ShippedUnitOfMeasureName": shipped.map(|shipped| shipped.1.name()),
        "PackagedDate": package.map(|package| super::movement::midnight(package.packaged)),
        "ExpirationDate": package.and_then(|package| package.expires),
        "SellByDate": package.and_then(|package| package.sell_by),
        "UseByDate": package.and_then(|package| package.use_by),
        "GrossUnitOfWeightName": of.gross.map(|gross| gross.1.name()),
        "ReceivedQuantity": of.received.map(Num),
        "ReceivedUnitOfMeasureName": of.received.and(shipped).map(|shipped| shipped.1.name()),
        "ProductLabel": super::package::ProductLabel,
        "SourceProductionBatchNumbers": package.and_then(|package| package.source_batch.as_ref()),
        "ExternalId": package.and_then(|package| package.external_id.as_ref()),
        "IsFinishedGood": is(|package| package.finished_good),
    });
    doc
}
