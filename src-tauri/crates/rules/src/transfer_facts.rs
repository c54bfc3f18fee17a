//! A transfer as it is drafted, and what a check of it finds.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dated::{RuleId, Weight};
use crate::{LicenseNumber, TransferPackage};

/// A type of transfer with what it demands, as `transfers/v2/types` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TransferKind {
    /// `Name`: in California `Transfer`, `Return`, `Wholesale Manifest`.
    pub name: String,
    /// Whether `TransactionType` is `Wholesale`: a price for every package.
    pub wholesale: bool,
    /// `RequiresPackagesGrossWeight`.
    pub requires_packages_gross_weight: bool,
    /// `RequiresDestinationGrossWeight`.
    pub requires_destination_gross_weight: bool,
    /// `RequiresInvoiceNumber`.
    pub requires_invoice_number: bool,
    /// `RequiresPDFDocument`.
    pub requires_pdf_document: bool,
}

/// A line of a transfer, weights and prices as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TransferLine {
    /// The tag as typed; empty on a line that was added and not filled.
    pub tag: String,
    /// What the mirror knows of the package; none where it is not in the license's books.
    pub package: Option<TransferPackage>,
    /// Gross weight.
    pub gross_weight: String,
    /// Its unit.
    pub gross_unit: String,
    /// Wholesale price.
    pub price: String,
}

/// A transfer as drafted. Texts are as typed; empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferFacts {
    /// The sender.
    pub license: LicenseNumber,
    /// The type, with its flags; none where none is chosen or the state does not offer it.
    pub kind: Option<TransferKind>,
    /// The destinations' license numbers. A draft has one by construction; a template made elsewhere may have more.
    pub destinations: Vec<String>,
    /// The transporters' license numbers, of which the same holds.
    pub transporters: Vec<String>,
    /// The driver's name.
    pub driver_name: String,
    /// The number of the driver's license to drive.
    pub driver_license: String,
    /// The vehicle's make.
    pub vehicle_make: String,
    /// The vehicle's model.
    pub vehicle_model: String,
    /// The vehicle's plate.
    pub vehicle_plate: String,
    /// The telephone number for questions.
    pub phone: String,
    /// The planned route.
    pub planned_route: String,
    /// The invoice's number.
    pub invoice_number: String,
    /// When it leaves, in the license's own time.
    pub departure: Option<DateTime>,
    /// When it arrives, in the license's own time.
    pub arrival: Option<DateTime>,
    /// Whether it has reached the state already, as a template or a manifest.
    pub reported: bool,
    /// What it carries, in the order shown.
    pub lines: Vec<TransferLine>,
}

/// A column of a transfer's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferColumn {
    /// The tag.
    Tag,
    /// The gross weight.
    GrossWeight,
    /// The gross weight's unit.
    GrossUnit,
    /// The wholesale price.
    Price,
}

/// The place in the form to which a finding leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum TransferField {
    /// The type.
    Type,
    /// The destination.
    Destination,
    /// The planned route.
    PlannedRoute,
    /// Departure.
    Departure,
    /// Arrival.
    Arrival,
    /// The transporter.
    Transporter,
    /// The driver's name.
    DriverName,
    /// The driver's license to drive.
    DriverLicense,
    /// The vehicle's make.
    VehicleMake,
    /// The vehicle's model.
    VehicleModel,
    /// The vehicle's plate.
    VehiclePlate,
    /// The telephone number.
    Phone,
    /// The invoice's number.
    InvoiceNumber,
    /// The lines as a whole.
    Lines,
    /// One line.
    Line {
        /// Its place in the list, from 1.
        line: u32,
        /// The column.
        column: TransferColumn,
    },
}

/// A rule that a transfer does not keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferFinding {
    /// Which.
    pub rule: RuleId,
    /// What follows: the state refuses it, or the person is told.
    pub weight: Weight,
    /// Where to mend it.
    pub field: TransferField,
    /// What is wrong and what to do, in one or two sentences for a person.
    pub sentence: String,
    /// Where the rule stands.
    pub source: String,
}
