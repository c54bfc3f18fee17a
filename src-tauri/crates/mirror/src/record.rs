//! What is put into the mirror: the state's records, reduced to what grids and cards need, the rest kept as JSON.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::{LabTestingState, LicenseNumber, Party, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::transfer::{TransferDetailRecord, TransferList, TransferRecord};

/// Which of the state's lists a package was read from. Later ones win where two lists claim a package with the same
/// `LastModified`: that an on-hold package is also in `active` is possible, that a finished one is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PackageList {
    /// `packages/v2/active`.
    Active,
    /// `packages/v2/onhold`.
    OnHold,
    /// `packages/v2/intransit`.
    InTransit,
    /// `packages/v2/inactive`: finished or discontinued.
    Inactive,
    /// In none of the lists above any more, since a row of `packages/v2/transferred` says that it was accepted. Kept
    /// for the card; the Transferred tab shows the [`TransferredRecord`]s.
    Transferred,
}

impl PackageList {
    /// As SQLite stores it.
    pub(crate) const fn code(self) -> i64 {
        match self {
            Self::Active => 1,
            Self::OnHold => 2,
            Self::InTransit => 3,
            Self::Inactive => 4,
            Self::Transferred => 5,
        }
    }

    /// From what SQLite holds; an unknown code cannot come from this version.
    pub(crate) fn from_code(code: i64) -> Self {
        match code {
            2 => Self::OnHold,
            3 => Self::InTransit,
            4 => Self::Inactive,
            5 => Self::Transferred,
            _ => Self::Active,
        }
    }
}

/// A package as the state sends it (CONTRACT section 5.2). Absent texts are empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PackageRecord {
    /// `Id`: unique in the license's books only.
    pub package_id: i64,
    /// `Label`.
    pub tag: Tag,
    /// `SourceHarvestNames`, comma-separated; a trailing separator is dropped when stored.
    pub source_harvests: String,
    /// `SourcePackageLabels`, comma-separated; a trailing separator is dropped when stored.
    pub source_packages: String,
    /// `LocationName`.
    pub location: String,
    /// `SublocationName`.
    pub sublocation: String,
    /// `Item.Name`.
    pub item: String,
    /// `Item.ProductCategoryName`.
    pub category: String,
    /// `Item.StrainName`; empty where the item has none.
    pub item_strain: String,
    /// `Quantity`, exact.
    pub quantity: Decimal,
    /// `UnitOfMeasureAbbreviation`.
    pub unit: String,
    /// `UnitOfMeasureName`.
    pub unit_name: String,
    /// `ProductionBatchNumber`.
    pub production_batch: String,
    /// `LabTestingState`.
    pub lab_testing: LabTestingState,
    /// `LabTestingStateDate`.
    pub lab_testing_date: Option<Date>,
    /// `IsTradeSample`.
    pub trade_sample: bool,
    /// `IsDonation`.
    pub donation: bool,
    /// `IsTestingSample`.
    pub testing_sample: bool,
    /// Any of the hold, recall and investigation flags.
    pub hold: bool,
    /// `PackagedDate`.
    pub packaged_date: Option<Date>,
    /// `ReceivedDateTime`.
    pub received: Option<Timestamp>,
    /// `ReceivedFromManifestNumber`.
    pub received_manifest: String,
    /// `ReceivedFromFacilityLicenseNumber` and `…Name`.
    pub received_from: Option<Party>,
    /// `PackagedByFacilityLicenseNumber` and `…Name`, where a state sends them.
    pub packaged_by: Option<Party>,
    /// `ItemFromFacilityLicenseNumber` and `…Name`.
    pub item_origin: Option<Party>,
    /// `IsFinished`.
    pub is_finished: bool,
    /// `FinishedDate`, or the day it was archived.
    pub finished: Option<Date>,
    /// The manifest it travels on, where known.
    pub manifest: String,
    /// `Note`.
    pub note: String,
    /// `LastModified`; none is older than everything.
    pub last_modified: Option<Timestamp>,
    /// Every other field that is not null, unknown ones included.
    pub rest: Value,
}

/// A row of `packages/v2/transferred`: a package that left on a manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TransferredRecord {
    /// `Id`: the row's own id, unique in the license's books.
    pub transferred_id: i64,
    /// `PackageId`.
    pub package_id: i64,
    /// `PackageLabel`.
    pub tag: Tag,
    /// `SourceHarvestNames`.
    pub source_harvests: String,
    /// `SourcePackageLabels`.
    pub source_packages: String,
    /// `ProductName`.
    pub item: String,
    /// `ProductCategoryName`.
    pub category: String,
    /// `ItemStrainName`.
    pub item_strain: String,
    /// `ShippedQuantity`, exact.
    pub quantity: Decimal,
    /// `ShippedUnitOfMeasureAbbreviation`.
    pub unit: String,
    /// `LabTestingStateName`.
    pub lab_testing: LabTestingState,
    /// `ManifestNumber`.
    pub manifest: String,
    /// `RecipientFacilityLicenseNumber` and `…Name`.
    pub recipient: Option<Party>,
    /// `ShipmentPackageStateName`: `Shipped`, `Rejected`, `Accepted`, `Returned`.
    pub shipment_state: String,
    /// `ActualDepartureDateTime`.
    pub departed: Option<Timestamp>,
    /// `ReceivedDateTime`: when the recipient took or refused it.
    pub received: Option<Timestamp>,
    /// Every other field that is not null.
    pub rest: Value,
}

/// A row of `packages/v2/labsamples`: one sample and one of its tests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LabSampleRecord {
    /// The sample itself.
    pub package: PackageRecord,
    /// `LabFacilityLicenseNumber` and `…Name`.
    pub laboratory: Option<Party>,
    /// `OverallPassed`.
    pub overall_passed: bool,
    /// `TestPerformedDate`.
    pub tested: Option<Date>,
    /// `ResultReleased`.
    pub result_released: bool,
    /// `ResultReleaseDateTime`.
    pub released: Option<Timestamp>,
    /// `TestTypeName`; empty when the row tells of no test yet.
    pub test: String,
    /// `TestPassed`.
    pub test_passed: bool,
    /// `TestResultLevel`, exact.
    pub test_level: Option<Decimal>,
    /// `TestComment`.
    pub test_comment: String,
    /// `TestInformationalOnly`.
    pub test_informational: bool,
}

/// A record of one of the small lists, kept whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReferenceRecord {
    /// What identifies it in its list: the state's `Id` as text, or the name where the list has no ids (categories,
    /// units), or the employee's license number.
    pub key: String,
    /// What a person reads.
    pub name: String,
    /// Every field that is not null.
    pub rest: Value,
}

/// The small lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReferenceKind {
    /// `items/v2/active`.
    Items,
    /// `strains/v2/active`.
    Strains,
    /// `locations/v2/active`.
    Locations,
    /// `items/v2/categories`.
    Categories,
    /// `unitsofmeasure/v2/active`.
    Units,
    /// `employees/v2`.
    Employees,
    /// `packages/v2/adjust/reasons`.
    AdjustReasons,
    /// `transfers/v2/types`.
    TransferTypes,
    /// `transporters/v2/drivers`.
    Drivers,
    /// `transporters/v2/vehicles`.
    Vehicles,
    /// `items/v2/inactive`: what was taken out of [`ReferenceKind::Items`].
    InactiveItems,
    /// `strains/v2/inactive`.
    InactiveStrains,
    /// `locations/v2/inactive`.
    InactiveLocations,
    /// `tags/v2/package/available`: tags that no package has yet.
    PackageTags,
    /// `tags/v2/plant/available`.
    PlantTags,
}

impl ReferenceKind {
    /// As SQLite stores it.
    pub(crate) const fn code(self) -> i64 {
        match self {
            Self::Items => 1,
            Self::Strains => 2,
            Self::Locations => 3,
            Self::Categories => 4,
            Self::Units => 5,
            Self::Employees => 6,
            Self::AdjustReasons => 7,
            Self::TransferTypes => 8,
            Self::Drivers => 9,
            Self::Vehicles => 10,
            Self::InactiveItems => 11,
            Self::InactiveStrains => 12,
            Self::InactiveLocations => 13,
            Self::PackageTags => 14,
            Self::PlantTags => 15,
        }
    }

    /// The list that a record of this one came from or goes to: it is in one of the two.
    pub(crate) fn other_side(self) -> Option<Self> {
        match self {
            Self::Items => Some(Self::InactiveItems),
            Self::InactiveItems => Some(Self::Items),
            Self::Strains => Some(Self::InactiveStrains),
            Self::InactiveStrains => Some(Self::Strains),
            Self::Locations => Some(Self::InactiveLocations),
            Self::InactiveLocations => Some(Self::Locations),
            Self::Categories
            | Self::Units
            | Self::Employees
            | Self::AdjustReasons
            | Self::TransferTypes
            | Self::Drivers
            | Self::Vehicles
            | Self::PackageTags
            | Self::PlantTags => None,
        }
    }

    /// Whether it holds what is no longer used.
    pub(crate) fn is_inactive(self) -> bool {
        matches!(self, Self::InactiveItems | Self::InactiveStrains | Self::InactiveLocations)
    }
}

/// The records of one page, all of one kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Records {
    /// Packages of one list.
    Packages {
        /// Which list they were read from.
        list: PackageList,
        /// The packages.
        rows: Vec<PackageRecord>,
    },
    /// Rows of `transferred`.
    Transferred(Vec<TransferredRecord>),
    /// Rows of `labsamples`.
    LabSamples(Vec<LabSampleRecord>),
    /// Records of a small list.
    References {
        /// Which list they were read from.
        kind: ReferenceKind,
        /// The records.
        rows: Vec<ReferenceRecord>,
    },
    /// Heads of transfers of one list.
    Transfers {
        /// Which list they were read from.
        list: TransferList,
        /// The heads.
        rows: Vec<TransferRecord>,
    },
    /// What is below heads.
    TransferDetails(Vec<TransferDetailRecord>),
    /// Nothing: only the cursor is stored.
    None,
}

/// A page as it is stored: records and cursor in one transaction.
#[derive(Debug, Clone, PartialEq)]
pub struct PageWrite {
    /// In whose books.
    pub license: LicenseNumber,
    /// Whose cursor this is, a name of sync's own.
    pub stream: String,
    /// What the page held.
    pub records: Records,
    /// The cursor after this page; none leaves the stored one.
    pub cursor: Option<String>,
    /// The full sweep that read the page, from [`Mirror::begin_sweep`](crate::Mirror::begin_sweep).
    pub sweep: Option<i64>,
    /// When the page was read.
    pub at: Timestamp,
}

/// What storing a page did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Records that are new or differ from what was there.
    pub changed: u64,
    /// The change feed's position after it.
    pub revision: i64,
}

/// A license as the state lists it for the keys (`facilities/v2`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FacilityRecord {
    /// `License.Number`.
    pub license: LicenseNumber,
    /// `DisplayName`, or `Name`.
    pub name: String,
    /// `License.LicenseType`.
    pub license_type: String,
    /// The whole row, `FacilityType` included.
    pub rest: Value,
}
