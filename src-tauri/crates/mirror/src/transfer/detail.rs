//! One transfer as its page shows it. Absent values are empty texts; numbers are exact decimal text.

use rules::Party;
use serde::Serialize;
use ts_rs::TS;

use super::record::{
    DeliveryDriverRecord, DeliveryPackageRecord, DeliveryRecord, DeliveryTransporterRecord, TransferList,
};
use crate::table::text;
use crate::view::TransferRow;

/// A transfer or a template with everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDetail {
    /// The list that it stands in.
    pub list: TransferList,
    /// The row of its grid.
    pub head: TransferRow,
    /// `InvoiceNumber`.
    pub invoice: String,
    /// Who sends it.
    pub shipper: Option<Party>,
    /// Who gets it, where known.
    pub recipient: Option<Party>,
    /// Who carries it, as the head says.
    pub transporter: Option<Party>,
    /// Who drives with what, as the head says.
    pub driver: TransferDriver,
    /// When it was last read from the state, RFC 3339 in UTC.
    pub as_of: String,
    /// When the deliveries were last read; empty where they never were: they are read when asked for.
    pub deliveries_as_of: String,
    /// Whether the deliveries were read after the head last changed.
    pub deliveries_current: bool,
    /// Its deliveries; one in California.
    pub deliveries: Vec<TransferDelivery>,
}

/// A delivery: one destination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDelivery {
    /// The state's id of the delivery.
    pub delivery_id: i64,
    /// Where it goes.
    pub recipient: Option<Party>,
    /// The transfer type's name.
    pub transfer_type: String,
    /// `InvoiceNumber`.
    pub invoice: String,
    /// `PlannedRoute`.
    pub route: String,
    /// Planned departure in the facility's own time, `2026-11-24T09:30:00`.
    pub departs: String,
    /// When it left, RFC 3339 in UTC.
    pub departed: String,
    /// Planned arrival in the facility's own time.
    pub arrives: String,
    /// When it arrived, in the facility's own time.
    pub arrived: String,
    /// When it was received, RFC 3339 in UTC.
    pub received: String,
    /// Weight of the whole delivery.
    pub gross_weight: String,
    /// That weight's unit.
    pub gross_unit: String,
    /// Whether refused packages are back with the sender.
    pub rejected_returned: bool,
    /// Whether the state gave prices: it gives none for templates, and none to keys without the right.
    pub prices_known: bool,
    /// Its packages, in the state's order.
    pub packages: Vec<TransferPackage>,
    /// Who carries it.
    pub transporters: Vec<TransferTransporter>,
    /// Who drives it with what.
    pub drivers: Vec<TransferDriver>,
}

/// A package on a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferPackage {
    /// The state's id of the package in the sender's books.
    pub package_id: i64,
    /// The tag.
    pub tag: String,
    /// `Shipped`, `Accepted`, `Rejected` or `Returned`; of a template always `Shipped`.
    pub state: String,
    /// The item's name.
    pub item: String,
    /// Its category.
    pub category: String,
    /// Its strain.
    pub item_strain: String,
    /// What was shipped.
    pub quantity: String,
    /// Its unit's name.
    pub unit: String,
    /// What was received.
    pub received_quantity: String,
    /// Its unit's name.
    pub received_unit: String,
    /// With its packing, where the state tells.
    pub gross_weight: String,
    /// That weight's unit.
    pub gross_unit: String,
    /// The sender's price.
    pub shipper_price: String,
    /// The recipient's price.
    pub receiver_price: String,
    /// The words of the lab testing state.
    pub lab_testing: String,
    /// `ProductionBatchNumber`.
    pub production_batch: String,
    /// `PackagedDate`, `YYYY-MM-DD`.
    pub packaged_date: String,
    /// `SourceHarvestNames`, comma-separated.
    pub source_harvests: String,
    /// `SourcePackageLabels`, comma-separated.
    pub source_packages: String,
    /// `IsTradeSample`.
    pub trade_sample: bool,
    /// `IsDonation`.
    pub donation: bool,
    /// `IsTestingSample`.
    pub testing_sample: bool,
}

/// A license that carries a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferTransporter {
    /// Which.
    pub transporter: Party,
    /// `Outbound` or `Return`.
    pub direction: String,
}

/// A driver and a vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct TransferDriver {
    /// The driver's name.
    pub name: String,
    /// The number that the driver works under: `DriverOccupationalLicenseNumber`.
    pub occupational_license: String,
    /// The license to drive: `DriverVehicleLicenseNumber`.
    pub driver_license: String,
    /// The leg of the way that is this driver's, where there are several.
    pub layover_leg: String,
    /// The vehicle's make.
    pub make: String,
    /// Its model.
    pub model: String,
    /// Its plate.
    pub plate: String,
}

/// A transfer on which a package stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferWithPackage {
    /// The list that it stands in.
    pub list: TransferList,
    /// The transfer.
    pub transfer: TransferRow,
    /// `Shipped`, `Accepted`, `Rejected` or `Returned`; empty where the deliveries have not been read.
    pub package_state: String,
}

impl From<DeliveryRecord> for TransferDelivery {
    fn from(record: DeliveryRecord) -> Self {
        Self {
            delivery_id: record.delivery_id,
            recipient: record.recipient,
            transfer_type: record.transfer_type,
            invoice: record.invoice,
            route: record.route,
            departs: text::local(record.departs),
            departed: text::instant(record.departed),
            arrives: text::local(record.arrives),
            arrived: text::local(record.arrived),
            received: text::instant(record.received),
            gross_weight: text::decimal(record.gross_weight),
            gross_unit: record.gross_unit,
            rejected_returned: record.rejected_returned,
            prices_known: record.prices_known,
            packages: record.packages.into_iter().map(Into::into).collect(),
            transporters: record.transporters.into_iter().map(Into::into).collect(),
            drivers: record.drivers.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<DeliveryPackageRecord> for TransferPackage {
    fn from(record: DeliveryPackageRecord) -> Self {
        Self {
            package_id: record.package_id,
            tag: record.tag.as_str().to_owned(),
            state: record.state,
            item: record.item,
            category: record.category,
            item_strain: record.item_strain,
            quantity: text::decimal(record.shipped),
            unit: record.shipped_unit,
            received_quantity: text::decimal(record.received),
            received_unit: record.received_unit,
            gross_weight: text::decimal(record.gross_weight),
            gross_unit: record.gross_unit,
            shipper_price: text::decimal(record.shipper_price),
            receiver_price: text::decimal(record.receiver_price),
            lab_testing: record.lab_testing.words().to_owned(),
            production_batch: record.production_batch,
            packaged_date: text::day(record.packaged_date),
            source_harvests: text::list(&record.source_harvests),
            source_packages: text::list(&record.source_packages),
            trade_sample: record.trade_sample,
            donation: record.donation,
            testing_sample: record.testing_sample,
        }
    }
}

impl From<DeliveryTransporterRecord> for TransferTransporter {
    fn from(record: DeliveryTransporterRecord) -> Self {
        Self { transporter: record.transporter, direction: record.direction }
    }
}

impl From<DeliveryDriverRecord> for TransferDriver {
    fn from(record: DeliveryDriverRecord) -> Self {
        Self {
            name: record.name,
            occupational_license: record.occupational_license,
            driver_license: record.driver_license,
            layover_leg: record.layover_leg,
            make: record.make,
            model: record.model,
            plate: record.plate,
        }
    }
}
