//! What happened to packages: adjustments, and packages that went to another license.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::World;
use super::package::joined;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// A reason for an adjustment (`packages/v2/adjust/reasons`).
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    pub name: &'static str,
    pub requires_note: bool,
}

/// The reasons seen for California (CONTRACT 5.8); the complete list is not public.
pub const ADJUST_REASONS: [Reason; 10] = [
    Reason { name: "Damage", requires_note: true },
    Reason { name: "Drying", requires_note: false },
    Reason { name: "Entry Error", requires_note: false },
    Reason { name: "Incorrect Quantity", requires_note: true },
    Reason { name: "In-House Quality Control", requires_note: true },
    Reason { name: "Mandated Destruction", requires_note: true },
    Reason { name: "Scale Variance", requires_note: false },
    Reason { name: "Spoilage", requires_note: true },
    Reason { name: "Theft", requires_note: true },
    Reason { name: "Trade Sample", requires_note: true },
];

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("Name", self.name)?;
        map.serialize_entry("RequiresNote", &self.requires_note)?;
        map.serialize_entry("RequiresWasteWeight", &false)?;
        map.serialize_entry("RequiresImmatureWasteWeight", &false)?;
        map.serialize_entry("RequiresMatureWasteWeight", &false)?;
        map.end()
    }
}

/// One adjustment of a package.
#[derive(Clone, Debug)]
pub struct Adjustment {
    pub facility: FacilityId,
    pub package: u64,
    /// Signed: what was added.
    pub quantity: Decimal,
    pub unit: Unit,
    pub reason: Text,
    pub note: Text,
    pub day: Date,
    pub by: Text,
    pub modified: Timestamp,
}

/// One package on one manifest, as its sender sees it.
#[derive(Clone, Debug)]
pub struct Shipped {
    pub id: u64,
    /// The sender.
    pub facility: FacilityId,
    pub package: u64,
    pub manifest: Text,
    pub recipient: FacilityId,
    pub quantity: Decimal,
    pub unit: Unit,
    pub gross: Option<(Decimal, Unit)>,
    pub price: Option<Decimal>,
    /// `Shipped`, `Accepted`, `Rejected` or `Returned`.
    pub state: &'static str,
    pub departed: Option<Timestamp>,
    /// When and how much was received; the row stands in `packages/v2/transferred` from then on.
    pub received: Option<(Timestamp, Decimal)>,
    pub modified: Timestamp,
}

impl Row for Adjustment {
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
        None
    }
}

impl Row for Shipped {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        if self.state == "Accepted" { Some(Shelf::Active) } else { None }
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}

/// A row of `packages/v2/adjustments`.
pub struct AdjustmentRow<'a> {
    pub world: &'a World,
    pub of: &'a Adjustment,
}

impl Serialize for AdjustmentRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = self.of;
        let package = self.world.packages.get(of.package);
        let item = package.and_then(|package| self.world.items.get(package.item));
        let mut map = serializer.serialize_map(Some(13))?;
        map.serialize_entry("PackageId", &of.package)?;
        map.serialize_entry("PackageLabel", &package.map(|package| &package.label))?;
        map.serialize_entry("ItemName", &item.map(|item| &item.name))?;
        map.serialize_entry("ItemCategoryName", &item.map(|item| item.category.name))?;
        map.serialize_entry("AdjustmentQuantity", &Num(of.quantity))?;
        map.serialize_entry("AdjustmentUnitOfMeasureName", of.unit.name())?;
        map.serialize_entry("AdjustmentUnitOfMeasureAbbreviation", of.unit.abbreviation())?;
        map.serialize_entry("AdjustmentReasonName", &of.reason)?;
        map.serialize_entry("AdjustmentNote", &of.note)?;
        map.serialize_entry("AdjustmentDate", &midnight(of.day))?;
        map.serialize_entry("PackagedDate", &package.map(|package| midnight(package.packaged)))?;
        map.serialize_entry("AdjustedByUserName", &of.by)?;
        let expires = package.and_then(|package| package.lab_expires);
        map.serialize_entry("PackageLabTestResultExpirationDateTime", &expires.map(Instant))?;
        map.end()
    }
}

/// A day where the state writes an instant.
pub fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// A row of `packages/v2/transferred`.
pub struct TransferredRow<'a> {
    pub world: &'a World,
    pub of: &'a Shipped,
}

impl Serialize for TransferredRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (world, of) = (self.world, self.of);
        let package = world.packages.get(of.package);
        let item = package.and_then(|package| world.items.get(package.item));
        let recipient = world.facility(of.recipient);
        let mut map = serializer.serialize_map(Some(25))?;
        map.serialize_entry("Id", &of.id)?;
        map.serialize_entry("PackageId", &of.package)?;
        map.serialize_entry("RecipientFacilityLicenseNumber", &recipient.map(|facility| &facility.license))?;
        map.serialize_entry("RecipientFacilityName", &recipient.map(|facility| &facility.name))?;
        map.serialize_entry("ManifestNumber", &of.manifest)?;
        map.serialize_entry("PackageLabel", &package.map(|package| &package.label))?;
        map.serialize_entry("ExternalId", &package.and_then(|package| package.external_id.as_ref()))?;
        let harvests: Vec<&str> = package
            .iter()
            .flat_map(|package| &package.harvests)
            .filter_map(|id| world.harvests.get(*id))
            .map(|harvest| &*harvest.name)
            .collect();
        map.serialize_entry("SourceHarvestNames", &joined(&harvests))?;
        let sources: Vec<&str> =
            package.iter().flat_map(|package| &package.source_labels).map(|label| &**label).collect();
        map.serialize_entry("SourcePackageLabels", &joined(&sources))?;
        map.serialize_entry("ProductName", &item.map(|item| &item.name))?;
        map.serialize_entry("ProductCategoryName", &item.map(|item| item.category.name))?;
        map.serialize_entry("ItemStrainName", &item.and_then(|item| item.strain.as_ref()).map(|strain| &strain.1))?;
        map.serialize_entry("LabTestingStateName", &package.map(|package| package.lab_state.name()))?;
        map.serialize_entry("ShippedQuantity", &Num(of.quantity))?;
        map.serialize_entry("ShippedUnitOfMeasureAbbreviation", of.unit.abbreviation())?;
        map.serialize_entry("GrossWeight", &of.gross.map(|gross| Num(gross.0)))?;
        map.serialize_entry("GrossUnitOfWeightAbbreviation", &of.gross.map(|gross| gross.1.abbreviation()))?;
        map.serialize_entry("ShipperWholesalePrice", &of.price.map(Num))?;
        map.serialize_entry("ReceivedQuantity", &of.received.map(|received| Num(received.1)))?;
        map.serialize_entry("ReceivedUnitOfMeasureAbbreviation", &of.received.map(|_| of.unit.abbreviation()))?;
        map.serialize_entry("ReceiverWholesalePrice", &of.received.and(of.price).map(Num))?;
        map.serialize_entry("ShipmentPackageStateName", of.state)?;
        map.serialize_entry("ActualDepartureDateTime", &of.departed.map(Instant))?;
        map.serialize_entry("ReceivedDateTime", &of.received.map(|received| Instant(received.0)))?;
        map.serialize_entry("ProcessingJobTypeName", &None::<()>)?;
        map.end()
    }
}
