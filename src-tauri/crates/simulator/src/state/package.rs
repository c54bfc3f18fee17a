//! Packages and their written forms.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::World;
use super::lab::LabRow;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, LabState, NEVER, Num, Text, Unit};

/// Where a package stands in its life at one license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    Active,
    InTransit,
    /// Gone to another license, where it has a row of its own with the same label.
    Transferred,
    /// Finished or discontinued.
    Inactive,
}

/// What went into a package: the source package at this license and how much left it, in the source's unit.
#[derive(Clone, Debug)]
pub struct Ingredient {
    pub package: u64,
    pub quantity: Decimal,
}

/// The plant batch of which a package of young plants was made.
#[derive(Clone, Copy, Debug)]
pub struct FromBatch {
    pub batch: u64,
    pub plants: u32,
    /// Whether the plants came out of the batch's count; cuttings of a mother plant do not.
    pub counted: bool,
}

/// How a package came here.
#[derive(Clone, Debug)]
pub struct Received {
    pub at: Timestamp,
    pub manifest: Text,
    pub from: FacilityId,
}

/// A package as one license holds it.
#[derive(Clone, Debug)]
pub struct Package {
    pub id: u64,
    pub facility: FacilityId,
    pub label: Text,
    pub external_id: Option<Text>,
    /// `PackageType`.
    pub kind: &'static str,
    pub life: Life,
    pub on_hold: bool,
    pub on_recall: bool,
    pub item: u64,
    pub quantity: Decimal,
    pub original: Decimal,
    pub unit: Unit,
    pub harvests: Vec<u64>,
    pub source_labels: Vec<Text>,
    pub ingredients: Vec<Ingredient>,
    /// What a harvest gave directly, in its unit, to be given back when the package is discontinued.
    pub from_harvests: Vec<(u64, Decimal)>,
    pub from_batch: Option<FromBatch>,
    pub source_batch: Option<Text>,
    pub location: Option<u64>,
    pub sublocation: Option<u64>,
    pub note: Option<Text>,
    pub packaged: Date,
    pub expires: Option<Date>,
    pub sell_by: Option<Date>,
    pub use_by: Option<Date>,
    pub first_lab_state: LabState,
    pub lab_state: LabState,
    pub lab_state_date: Date,
    pub lab_performed: Option<Date>,
    pub lab_recorded: Option<Date>,
    pub lab_expires: Option<Timestamp>,
    pub production_batch: Option<Text>,
    pub trade_sample: bool,
    pub source_trade_sample: bool,
    pub donation: bool,
    pub source_donation: bool,
    pub testing_sample: bool,
    pub needs_remediation: bool,
    pub remediated: Option<Date>,
    pub decontaminated: Option<Date>,
    pub finished_good: bool,
    pub on_delivery: bool,
    pub received: Option<Received>,
    /// `ItemFromFacility*`: where the item was made up, as far as the state says it.
    pub item_from: Option<FacilityId>,
    pub finished: Option<Date>,
    pub archived: Option<Date>,
    /// Sold, moved on, adjusted or used: it cannot be discontinued any more.
    pub touched: bool,
    pub required_tests: Vec<Text>,
    pub modified: Timestamp,
}

impl Package {
    /// A package with nothing special about it; the caller sets what is.
    pub fn plain(
        facility: FacilityId,
        label: Text,
        item: u64,
        amount: (Decimal, Unit),
        day: Date,
        at: Timestamp,
    ) -> Self {
        Self {
            id: 0,
            facility,
            label,
            external_id: None,
            kind: "Product",
            life: Life::Active,
            on_hold: false,
            on_recall: false,
            item,
            quantity: amount.0,
            original: amount.0,
            unit: amount.1,
            harvests: Vec::new(),
            source_labels: Vec::new(),
            ingredients: Vec::new(),
            from_harvests: Vec::new(),
            from_batch: None,
            source_batch: None,
            location: None,
            sublocation: None,
            note: None,
            packaged: day,
            expires: None,
            sell_by: None,
            use_by: None,
            first_lab_state: LabState::NotSubmitted,
            lab_state: LabState::NotSubmitted,
            lab_state_date: day,
            lab_performed: None,
            lab_recorded: None,
            lab_expires: None,
            production_batch: None,
            trade_sample: false,
            source_trade_sample: false,
            donation: false,
            source_donation: false,
            testing_sample: false,
            needs_remediation: false,
            remediated: None,
            decontaminated: None,
            finished_good: false,
            on_delivery: false,
            received: None,
            item_from: None,
            finished: None,
            archived: None,
            touched: false,
            required_tests: Vec::new(),
            modified: at,
        }
    }
}

impl Row for Package {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        match self.life {
            Life::Active if self.on_hold => Some(Shelf::OnHold),
            Life::Active => Some(Shelf::Active),
            Life::InTransit => Some(Shelf::InTransit),
            Life::Inactive => Some(Shelf::Inactive),
            Life::Transferred => None,
        }
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::clone(&self.label))
    }
}

/// A package as `packages/v2/*` writes it; with a test in front, a row of `packages/v2/labsamples`.
pub struct PackageRow<'a> {
    pub world: &'a World,
    pub package: &'a Package,
    pub test: Option<&'a LabRow>,
    pub numbers: bool,
}

impl Serialize for PackageRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (world, of) = (self.world, self.package);
        let none = None::<()>;
        let mut map = serializer.serialize_map(None)?;
        if let Some(test) = self.test {
            self.serialize_test(&mut map, test)?;
        }
        map.serialize_entry("Id", &of.id)?;
        map.serialize_entry("Label", &of.label)?;
        map.serialize_entry("ExternalId", &of.external_id)?;
        map.serialize_entry("PackageType", of.kind)?;
        map.serialize_entry("SourceHarvestCount", &of.harvests.len())?;
        map.serialize_entry("SourcePackageCount", &of.source_labels.len())?;
        map.serialize_entry("SourceProcessingJobCount", &0)?;
        let harvests: Vec<&str> =
            of.harvests.iter().filter_map(|id| world.harvests.get(*id)).map(|harvest| &*harvest.name).collect();
        map.serialize_entry("SourceHarvestNames", &joined(&harvests))?;
        let sources: Vec<&str> = of.source_labels.iter().map(|label| &**label).collect();
        map.serialize_entry("SourcePackageLabels", &joined(&sources))?;
        let location = of.location.and_then(|id| world.locations.get(id));
        map.serialize_entry("LocationId", &of.location)?;
        map.serialize_entry("LocationName", &location.map(|location| &location.name))?;
        map.serialize_entry("SublocationId", &of.sublocation)?;
        let sublocation = of.sublocation.and_then(|id| world.sublocations.get(id));
        map.serialize_entry("SublocationName", &sublocation.map(|sublocation| &sublocation.name))?;
        map.serialize_entry("LocationTypeName", &location.map(|location| location.kind.name))?;
        map.serialize_entry("Quantity", &Num(of.quantity))?;
        map.serialize_entry("OriginalPackageQuantity", &Num(of.original))?;
        map.serialize_entry("UnitOfMeasureName", of.unit.name())?;
        map.serialize_entry("UnitOfMeasureAbbreviation", of.unit.abbreviation())?;
        map.serialize_entry("PatientLicenseNumber", &none)?;
        let from = of.item_from.and_then(|id| world.facility(id));
        map.serialize_entry("ItemFromFacilityLicenseNumber", &from.map(|facility| &facility.license))?;
        map.serialize_entry("ItemFromFacilityName", &from.map(|facility| &facility.name))?;
        map.serialize_entry("Note", &of.note)?;
        map.serialize_entry("PackagedDate", &of.packaged)?;
        map.serialize_entry("ExpirationDate", &of.expires)?;
        map.serialize_entry("SellByDate", &of.sell_by)?;
        map.serialize_entry("UseByDate", &of.use_by)?;
        map.serialize_entry("InitialLabTestingState", of.first_lab_state.name())?;
        map.serialize_entry("LabTestingState", of.lab_state.name())?;
        map.serialize_entry("LabTestingStateDate", &of.lab_state_date)?;
        map.serialize_entry("LabTestingPerformedDate", &of.lab_performed)?;
        if self.test.is_none() {
            map.serialize_entry("LabTestResultExpirationDateTime", &of.lab_expires.map(Instant))?;
        }
        map.serialize_entry("LabTestingRecordedDate", &of.lab_recorded)?;
        map.serialize_entry("LabTestStageId", &none)?;
        map.serialize_entry("LabTestStage", &none)?;
        map.serialize_entry("IsProductionBatch", &of.production_batch.is_some())?;
        map.serialize_entry("ProductionBatchNumber", &of.production_batch)?;
        map.serialize_entry("SourceProductionBatchNumbers", &of.source_batch)?;
        map.serialize_entry("IsTradeSample", &of.trade_sample)?;
        map.serialize_entry("IsTradeSamplePersistent", &of.trade_sample)?;
        map.serialize_entry("SourcePackageIsTradeSample", &of.source_trade_sample)?;
        map.serialize_entry("IsDonation", &of.donation)?;
        map.serialize_entry("IsDonationPersistent", &of.donation)?;
        map.serialize_entry("SourcePackageIsDonation", &of.source_donation)?;
        map.serialize_entry("IsTestingSample", &of.testing_sample)?;
        map.serialize_entry("IsProcessValidationTestingSample", &false)?;
        map.serialize_entry("ProductRequiresRemediation", &of.needs_remediation)?;
        map.serialize_entry("ContainsRemediatedProduct", &of.remediated.is_some())?;
        map.serialize_entry("RemediationDate", &of.remediated)?;
        map.serialize_entry("ProductRequiresDecontamination", &false)?;
        map.serialize_entry("ContainsDecontaminatedProduct", &of.decontaminated.is_some())?;
        map.serialize_entry("DecontaminationDate", &of.decontaminated)?;
        let received = of.received.as_ref();
        let sender = received.and_then(|received| world.facility(received.from));
        map.serialize_entry("ReceivedDateTime", &received.map(|received| Instant(received.at)))?;
        map.serialize_entry("ReceivedFromManifestNumber", &received.map(|received| &received.manifest))?;
        map.serialize_entry("ReceivedFromFacilityLicenseNumber", &sender.map(|facility| &facility.license))?;
        map.serialize_entry("ReceivedFromFacilityName", &sender.map(|facility| &facility.name))?;
        map.serialize_entry("IsOnHold", &of.on_hold)?;
        map.serialize_entry("IsOnHoldCombined", &of.on_hold)?;
        map.serialize_entry("IsOnInvestigation", &false)?;
        map.serialize_entry("IsOnInvestigationHold", &false)?;
        map.serialize_entry("IsOnInvestigationRecall", &false)?;
        map.serialize_entry("IsOnRecall", &of.on_recall)?;
        map.serialize_entry("IsOnRecallCombined", &of.on_recall)?;
        map.serialize_entry("ArchivedDate", &of.archived)?;
        map.serialize_entry("IsFinished", &of.finished.is_some())?;
        map.serialize_entry("FinishedDate", &of.finished)?;
        map.serialize_entry("IsFinishedGood", &of.finished_good)?;
        map.serialize_entry("IsOnRetailerDelivery", &of.on_delivery)?;
        map.serialize_entry("PackageForProductDestruction", &none)?;
        map.serialize_entry("LabelsLastGeneratedDateTime", &none)?;
        map.serialize_entry("LastModified", &Instant(of.modified))?;
        map.serialize_entry("Item", &world.items.get(of.item).map(|item| item.inside_package(self.numbers)))?;
        map.serialize_entry("ProductLabel", &ProductLabel)?;
        map.end()
    }
}

impl PackageRow<'_> {
    fn serialize_test<M: SerializeMap>(&self, map: &mut M, row: &LabRow) -> Result<(), M::Error> {
        let result = self.world.lab_results.get(row.result);
        let lab = result.and_then(|result| self.world.facility(result.facility));
        map.serialize_entry("LabFacilityLicenseNumber", &lab.map(|lab| &lab.license))?;
        map.serialize_entry("LabFacilityName", &lab.map(|lab| &lab.name))?;
        map.serialize_entry("OverallPassed", &result.is_some_and(|result| result.passed))?;
        map.serialize_entry("TestPerformedDate", &result.map(|result| result.performed))?;
        let released = result.and_then(|result| result.released);
        map.serialize_entry("ResultReleased", &released.is_some())?;
        match released {
            Some(at) => map.serialize_entry("ResultReleaseDateTime", &Instant(at))?,
            None => map.serialize_entry("ResultReleaseDateTime", NEVER)?,
        }
        let expires = result.and_then(|result| result.expires);
        map.serialize_entry("LabTestResultExpirationDateTime", &expires.map(Instant))?;
        map.serialize_entry("TestTypeName", row.name(self.world))?;
        map.serialize_entry("TestPassed", &row.passed)?;
        map.serialize_entry("TestResultLevel", &Num(row.level))?;
        map.serialize_entry("TestComment", &row.comment)?;
        map.serialize_entry("TestInformationalOnly", &false)
    }
}

/// `ProductLabel` of a package whose label was never printed through RetailId.
pub struct ProductLabel;

impl Serialize for ProductLabel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let none = None::<()>;
        let mut map = serializer.serialize_map(Some(8))?;
        map.serialize_entry("QrCount", &0)?;
        map.serialize_entry("IsChildFromParentWithLabel", &false)?;
        map.serialize_entry("OriginalSourcePackageId", &none)?;
        map.serialize_entry("OriginalSourcePackageLabel", &none)?;
        map.serialize_entry("LabelSource", &none)?;
        map.serialize_entry("QrCodeRanges", &none)?;
        map.serialize_entry("LastLabelGenerationDate", &none)?;
        map.serialize_entry("IsActive", &true)?;
        map.end()
    }
}

/// The state writes source lists as one text, or null.
pub fn joined(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}
