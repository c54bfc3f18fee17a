//! What sync puts in of transfers (CONTRACT section 5.7 and Appendix A). Absent texts are empty.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rules::{LabTestingState, Party, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Which of the state's lists a transfer was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferList {
    /// `transfers/v2/incoming`: manifests that come to the license.
    Incoming,
    /// `transfers/v2/outgoing`: manifests that the license sends.
    Outgoing,
    /// `transfers/v2/rejected`: outgoing ones of which packages were refused and have not been taken back.
    Rejected,
    /// `transfers/v2/templates/outgoing`: templates, of which a person makes manifests on the state's site.
    Template,
}

impl TransferList {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Incoming, Self::Outgoing, Self::Rejected, Self::Template];

    /// As SQLite stores it.
    pub(crate) const fn code(self) -> i64 {
        match self {
            Self::Incoming => 1,
            Self::Outgoing => 2,
            Self::Rejected => 3,
            Self::Template => 4,
        }
    }

    /// From what SQLite holds; an unknown code cannot come from this version.
    pub(crate) fn from_code(code: i64) -> Self {
        match code {
            2 => Self::Outgoing,
            3 => Self::Rejected,
            4 => Self::Template,
            _ => Self::Incoming,
        }
    }

    /// Templates and manifests have ids of their own each; an outgoing and a rejected row of one id are one manifest.
    pub(crate) fn is_template(self) -> bool {
        self == Self::Template
    }
}

/// A row of one of the lists: a manifest's or a template's head.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TransferRecord {
    /// `Id`.
    pub transfer_id: i64,
    /// `ManifestNumber`; a template has none.
    pub manifest: String,
    /// `Name`: a template's.
    pub name: String,
    /// `InvoiceNumber`.
    pub invoice: String,
    /// `ShipperFacilityLicenseNumber` and `…Name`.
    pub shipper: Option<Party>,
    /// `RecipientFacilityLicenseNumber` and `…Name`; the sender's lists leave it to the deliveries.
    pub recipient: Option<Party>,
    /// `TransporterFacilityLicenseNumber` and `…Name`.
    pub transporter: Option<Party>,
    /// `DriverName`.
    pub driver: String,
    /// `DriverOccupationalLicenseNumber`.
    pub driver_occupational_license: String,
    /// `DriverVehicleLicenseNumber`: the driver's own license to drive.
    pub driver_license: String,
    /// `VehicleMake`.
    pub vehicle_make: String,
    /// `VehicleModel`.
    pub vehicle_model: String,
    /// `VehicleLicensePlateNumber`.
    pub vehicle_plate: String,
    /// `ShipmentTypeName`; the sender's lists leave it to the deliveries.
    pub transfer_type: String,
    /// `DeliveryId`; none where the state sends 0.
    pub delivery_id: Option<i64>,
    /// `PackageCount`.
    pub packages: i64,
    /// `ReceivedPackageCount`.
    pub received_packages: i64,
    /// `IsVoided`.
    pub voided: bool,
    /// `CreatedDateTime`.
    pub created: Option<Timestamp>,
    /// `CreatedByUserName`.
    pub created_by: String,
    /// `EstimatedDepartureDateTime`, in the facility's own time.
    pub departs: Option<DateTime>,
    /// `ActualDepartureDateTime`.
    pub departed: Option<Timestamp>,
    /// `EstimatedArrivalDateTime`, in the facility's own time.
    pub arrives: Option<DateTime>,
    /// `ActualArrivalDateTime`, in the facility's own time.
    pub arrived: Option<DateTime>,
    /// `ReceivedDateTime`.
    pub received: Option<Timestamp>,
    /// `OriginatingTemplateId`: the template of which the manifest was made.
    pub template_id: Option<i64>,
    /// `LastModified`; none is older than everything.
    pub last_modified: Option<Timestamp>,
    /// Every other field that is not null.
    pub rest: Value,
}

/// Everything below one transfer's head, read in one go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TransferDetailRecord {
    /// From which list the head was read.
    pub list: TransferList,
    /// `Id` of the head.
    pub transfer_id: i64,
    /// What [`DetailWanted::stamp`](super::DetailWanted::stamp) was when the reading began: tells later whether the
    /// head has changed since.
    pub stamp: i64,
    /// Its deliveries.
    pub deliveries: Vec<DeliveryRecord>,
}

/// A delivery: one destination of a transfer. California has one on each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeliveryRecord {
    /// `Id`.
    pub delivery_id: i64,
    /// `RecipientFacilityLicenseNumber` and `…Name`.
    pub recipient: Option<Party>,
    /// `ShipmentTypeName`.
    pub transfer_type: String,
    /// `InvoiceNumber`.
    pub invoice: String,
    /// `PlannedRoute`.
    pub route: String,
    /// `EstimatedDepartureDateTime`, in the facility's own time.
    pub departs: Option<DateTime>,
    /// `ActualDepartureDateTime`.
    pub departed: Option<Timestamp>,
    /// `EstimatedArrivalDateTime`, in the facility's own time.
    pub arrives: Option<DateTime>,
    /// `ActualArrivalDateTime`, in the facility's own time.
    pub arrived: Option<DateTime>,
    /// `ReceivedDateTime`.
    pub received: Option<Timestamp>,
    /// `GrossWeight`, exact.
    pub gross_weight: Option<Decimal>,
    /// `GrossUnitOfWeightName`.
    pub gross_unit: String,
    /// `RejectedPackagesReturned`.
    pub rejected_returned: bool,
    /// Whether the state gave the wholesale prices; it refuses them to keys without the right, and has none for
    /// templates.
    pub prices_known: bool,
    /// Every other field that is not null.
    pub rest: Value,
    /// Its packages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<DeliveryPackageRecord>,
    /// Who carries it.
    pub transporters: Vec<DeliveryTransporterRecord>,
    /// Who drives it with what.
    pub drivers: Vec<DeliveryDriverRecord>,
}

/// A package on a delivery.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeliveryPackageRecord {
    /// `PackageId`, in the sender's books.
    pub package_id: i64,
    /// `PackageLabel`.
    pub tag: Tag,
    /// `ShipmentPackageState`: `Shipped`, `Accepted`, `Rejected`, `Returned`.
    pub state: String,
    /// `ItemName`.
    pub item: String,
    /// `ItemCategoryName`.
    pub category: String,
    /// `ItemStrainName`.
    pub item_strain: String,
    /// `ShippedQuantity`, exact.
    pub shipped: Option<Decimal>,
    /// `ShippedUnitOfMeasureName`.
    pub shipped_unit: String,
    /// `ReceivedQuantity`, exact.
    pub received: Option<Decimal>,
    /// `ReceivedUnitOfMeasureName`.
    pub received_unit: String,
    /// `GrossWeight`, exact, where a state sends it: the documents name the unit only.
    pub gross_weight: Option<Decimal>,
    /// `GrossUnitOfWeightName`.
    pub gross_unit: String,
    /// `ShipperWholesalePrice`, exact.
    pub shipper_price: Option<Decimal>,
    /// `ReceiverWholesalePrice`, exact.
    pub receiver_price: Option<Decimal>,
    /// `LabTestingState`.
    pub lab_testing: LabTestingState,
    /// `ProductionBatchNumber`.
    pub production_batch: String,
    /// `PackagedDate`.
    pub packaged_date: Option<Date>,
    /// `SourceHarvestNames`.
    pub source_harvests: String,
    /// `SourcePackageLabels`.
    pub source_packages: String,
    /// `IsTradeSample`.
    pub trade_sample: bool,
    /// `IsDonation`.
    pub donation: bool,
    /// `IsTestingSample`.
    pub testing_sample: bool,
    /// Every other field that is not null.
    pub rest: Value,
}

/// A license that carries a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryTransporterRecord {
    /// `TransporterFacilityLicenseNumber` and `…Name`.
    pub transporter: Party,
    /// `TransporterDirection`: `Outbound` or `Return`.
    pub direction: String,
}

/// A driver and a vehicle of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryDriverRecord {
    /// `DriverName`.
    pub name: String,
    /// `DriverOccupationalLicenseNumber`.
    pub occupational_license: String,
    /// `DriverVehicleLicenseNumber`.
    pub driver_license: String,
    /// `DriverLayoverLeg`.
    pub layover_leg: String,
    /// `VehicleMake`.
    pub make: String,
    /// `VehicleModel`.
    pub model: String,
    /// `VehicleLicensePlateNumber`.
    pub plate: String,
}
