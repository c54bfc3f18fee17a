//! Lab test types, and what a laboratory recorded about a sample.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::World;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text};

/// A named test, such as `Total delta-9 THC (mg/g) (Flower)`.
#[derive(Clone, Debug)]
pub struct TestType {
    pub id: u64,
    pub name: Text,
    /// The set it belongs to.
    pub batch: &'static str,
    /// A result above this cannot be marked passed (CA-IB-2020-006); none where there is no action level.
    pub action_level: Option<Decimal>,
    /// Must be zero to pass: `(pass/fail)` tests.
    pub pass_fail: bool,
    /// The largest plausible result; with the action level it shapes the seeded results.
    pub usual: Decimal,
}

impl Serialize for TestType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(12))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", &self.name)?;
        map.serialize_entry("RequiresTestResult", &true)?;
        map.serialize_entry("InformationalOnly", &false)?;
        map.serialize_entry("ResearchAndDevelopment", &false)?;
        map.serialize_entry("AlwaysPasses", &false)?;
        map.serialize_entry("MaxAllowedFailureCount", &0)?;
        map.serialize_entry("LabTestResultMode", &0)?;
        map.serialize_entry("LabTestResultMinimum", &None::<()>)?;
        map.serialize_entry("LabTestResultMaximum", &self.action_level.map(Num))?;
        map.serialize_entry("LabTestResultExpirationDays", &None::<()>)?;
        map.serialize_entry("DependencyMode", &0)?;
        map.end()
    }
}

/// What a laboratory found about one sample package.
#[derive(Clone, Debug)]
pub struct LabResult {
    pub id: u64,
    /// The laboratory.
    pub facility: FacilityId,
    /// The sample package at the laboratory.
    pub package: u64,
    pub performed: Date,
    pub passed: bool,
    pub released: Option<Timestamp>,
    pub expires: Option<Timestamp>,
    pub document: Option<u64>,
    /// Its rows, one a test.
    pub rows: Vec<u64>,
    pub modified: Timestamp,
}

impl Row for LabResult {
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

/// One test of a result: a row of `packages/v2/labsamples` and of `labtests/v2/results`.
#[derive(Clone, Debug)]
pub struct LabRow {
    pub facility: FacilityId,
    pub result: u64,
    pub package: u64,
    /// The test type's place in the world's list.
    pub test: u32,
    pub level: Decimal,
    pub passed: bool,
    pub comment: Option<Text>,
    /// The sample package's time of change: the list is filtered by it.
    pub modified: Timestamp,
}

impl LabRow {
    pub fn name<'a>(&self, world: &'a World) -> &'a str {
        world.test_types.get(self.test as usize).map_or("", |test| &test.name)
    }
}

impl Row for LabRow {
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

/// A row of `labtests/v2/results`, told about `package` (the sample or what it was taken from).
pub struct ResultRow<'a> {
    pub world: &'a World,
    pub package: u64,
    pub row: &'a LabRow,
}

impl Serialize for ResultRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (world, row) = (self.world, self.row);
        let result = world.lab_results.get(row.result);
        let lab = world.facility(row.facility);
        let sample = world.packages.get(row.package);
        let item = sample.and_then(|sample| world.items.get(sample.item));
        let source = sample.map(|sample| sample.source_labels.first().unwrap_or(&sample.label));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("PackageId", &self.package)?;
        map.serialize_entry("LabTestResultId", &row.result)?;
        map.serialize_entry("LabFacilityLicenseNumber", &lab.map(|lab| &lab.license))?;
        map.serialize_entry("LabFacilityName", &lab.map(|lab| &lab.name))?;
        map.serialize_entry("SourcePackageLabel", &source)?;
        map.serialize_entry("ProductName", &item.map(|item| &item.name))?;
        map.serialize_entry("ProductCategoryName", &item.map(|item| item.category.name))?;
        map.serialize_entry("TestPerformedDate", &result.map(|result| result.performed))?;
        map.serialize_entry("OverallPassed", &result.is_some_and(|result| result.passed))?;
        map.serialize_entry("RevokedDate", &None::<()>)?;
        map.serialize_entry("LabTestResultDocumentFileId", &result.and_then(|result| result.document))?;
        let released = result.and_then(|result| result.released);
        map.serialize_entry("ResultReleased", &released.is_some())?;
        map.serialize_entry("ResultReleaseDateTime", &released.map(Instant))?;
        map.serialize_entry("ExpirationDateTime", &result.and_then(|result| result.expires).map(Instant))?;
        map.serialize_entry("TestTypeName", row.name(world))?;
        map.serialize_entry("TestPassed", &row.passed)?;
        map.serialize_entry("TestResultLevel", &Num(row.level))?;
        map.serialize_entry("TestComment", &row.comment)?;
        map.serialize_entry("TestInformationalOnly", &false)?;
        map.serialize_entry("LabTestDetailRevokedDate", &None::<()>)?;
        map.end()
    }
}
