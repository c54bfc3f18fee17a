//! The rows that a grid paints. Absent values are empty texts: a cell is blank or it is not.

use rules::LicenseNumber;
use serde::Serialize;
use ts_rs::TS;

use crate::transfer::TransferState;

/// One package as the packages grid shows it, in all five tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageRow {
    /// The mirror's own row id: stable while the row is there.
    pub row: i64,
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of the package in that license's books.
    pub package_id: i64,
    /// `Label`.
    pub tag: String,
    /// `SourceHarvestNames`, comma-separated.
    pub source_harvests: String,
    /// `SourcePackageLabels`, comma-separated.
    pub source_packages: String,
    /// `LocationName`, with the sublocation behind a slash.
    pub location: String,
    /// `Item.Name`.
    pub item: String,
    /// `Item.ProductCategoryName`.
    pub category: String,
    /// `Item.StrainName`; empty where the item has none.
    pub item_strain: String,
    /// Exact decimal text; in the Transferred tab what was shipped.
    pub quantity: String,
    /// The unit's abbreviation.
    pub unit: String,
    /// `ProductionBatchNumber`.
    pub production_batch: String,
    /// The words of the lab testing state.
    pub lab_testing: String,
    /// `IsTradeSample`.
    pub trade_sample: bool,
    /// `IsDonation`.
    pub donation: bool,
    /// `IsTestingSample`.
    pub testing_sample: bool,
    /// On hold, on recall or under investigation.
    pub hold: bool,
    /// `PackagedDate`, `YYYY-MM-DD`.
    pub packaged_date: String,
    /// Who packaged it: the license and its name, or why that is not known.
    pub packaged_by: String,
    /// `ReceivedDateTime`, RFC 3339 in UTC.
    pub received: String,
    /// License and name of the sender.
    pub received_from: String,
    /// `FinishedDate`, `YYYY-MM-DD`; Inactive tab.
    pub finished: String,
    /// The manifest's number; In Transit and Transferred tabs.
    pub manifest: String,
    /// To whom it went; Transferred tab.
    pub recipient: String,
    /// `Note`.
    pub note: String,
}

/// One sample as a laboratory's grid shows it: the state's rows, one a test, folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabSampleRow {
    /// The mirror's own row id.
    pub row: i64,
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of the sample package.
    pub package_id: i64,
    /// `Label`.
    pub tag: String,
    /// `SourcePackageLabels`, comma-separated.
    pub source_packages: String,
    /// `Item.Name`.
    pub item: String,
    /// `Item.ProductCategoryName`.
    pub category: String,
    /// `Item.StrainName`; empty where the item has none.
    pub item_strain: String,
    /// Exact decimal text.
    pub quantity: String,
    /// The unit's abbreviation.
    pub unit: String,
    /// The words of the lab testing state.
    pub lab_testing: String,
    /// `TestPerformedDate`, `YYYY-MM-DD`.
    pub tested: String,
    /// How many tests the state has for it.
    pub tests: i64,
    /// How many of these did not pass.
    pub failed: i64,
    /// `Passed`, `Failed`, or `Not released` while the result is not out.
    pub result: String,
    /// `ResultReleaseDateTime`, RFC 3339 in UTC; empty until released.
    pub released: String,
    /// `PackagedDate`, `YYYY-MM-DD`.
    pub packaged_date: String,
    /// Who packaged it, as in [`PackageRow::packaged_by`].
    pub packaged_by: String,
    /// License and name of the sender.
    pub received_from: String,
    /// `ProductionBatchNumber`.
    pub production_batch: String,
    /// `Note`.
    pub note: String,
}

/// One test of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabTestRow {
    /// `TestTypeName`.
    pub test: String,
    /// `TestPassed`.
    pub passed: bool,
    /// `TestResultLevel`, exact decimal text.
    pub level: String,
    /// `TestComment`.
    pub comment: String,
    /// `TestInformationalOnly`.
    pub informational: bool,
}

/// One transfer or template as the four transfer grids show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferRow {
    /// The mirror's own row id.
    pub row: i64,
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of the transfer or template.
    pub transfer_id: i64,
    /// The manifest's number, or a template's name.
    pub number: String,
    /// The transfer type's name; of outgoing ones empty until their deliveries were read.
    pub transfer_type: String,
    /// License and name of the other side: who sends what comes in, who gets what goes out.
    pub other: String,
    /// The other side's license number alone.
    pub other_license: String,
    /// The other side's name alone.
    pub other_name: String,
    /// License and name of who carries it.
    pub transporter: String,
    /// The driver's name.
    pub driver: String,
    /// Make, model and plate.
    pub vehicle: String,
    /// How many packages.
    pub packages: i64,
    /// How many of these were accepted.
    pub received_packages: i64,
    /// The words of [`TransferRow::stage`]; blank for a template.
    pub state: String,
    /// How far it is; none for a template.
    pub stage: Option<TransferState>,
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
    /// When it was made, RFC 3339 in UTC.
    pub created: String,
    /// Who made it.
    pub created_by: String,
    /// The template of which the manifest was made, where the state says so.
    pub template_id: Option<i64>,
    /// `LastModified`, RFC 3339 in UTC.
    pub last_modified: String,
}

/// A total of the rows of a view that share a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitTotal {
    /// The unit's abbreviation.
    pub unit: String,
    /// Exact decimal text.
    pub quantity: String,
    /// How many rows.
    pub rows: i64,
}
