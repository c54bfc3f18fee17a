//! Harvests and their waste.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::World;
use super::doc::{Doc, NULL, fields};
use super::exact;
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// A harvest of a license that grows.
#[derive(Clone, Debug)]
pub struct Harvest {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    /// Part of the plants only: `Product` instead of `WholePlant`.
    pub manicure: bool,
    pub strains: Vec<u64>,
    pub drying: Option<u64>,
    pub sublocation: Option<u64>,
    pub plants: u32,
    pub wet: Decimal,
    pub waste: Decimal,
    pub packaged: Decimal,
    pub restored: Decimal,
    pub packages: u32,
    pub unit: Unit,
    pub started: Date,
    pub finished: Option<Date>,
    pub modified: Timestamp,
}

impl Harvest {
    /// What is left to package or to waste.
    pub fn current(&self) -> Decimal {
        [self.waste, self.packaged, self.restored].into_iter().try_fold(self.wet, exact::minus).unwrap_or_default()
    }
}

impl Row for Harvest {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.finished.is_some() { Shelf::Inactive } else { Shelf::Active })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::clone(&self.name))
    }
}

/// A row of `harvests/v2/*`.
pub fn harvest_doc(world: &World, of: &Harvest) -> Doc {
    let drying = of.drying.and_then(|id| world.locations.get(id));
    let sublocation = of.sublocation.and_then(|id| world.sublocations.get(id));
    let strains: Vec<&Text> =
        of.strains.iter().filter_map(|id| world.strains.get(*id)).map(|strain| &strain.name).collect();
    let rows: Vec<Doc> = of
        .strains
        .iter()
        .filter_map(|id| world.strains.get(*id))
        .map(|strain| fields! { "Id": strain.id, "Name": strain.name })
        .collect();
    let names: Vec<&str> = strains.iter().map(|name| &***name).collect();
    fields! {
        "Id": of.id,
        "Name": of.name,
        "HarvestType": if of.manicure { "Product" } else { "WholePlant" },
        "SourceStrainCount": strains.len(),
        "SourceStrainNames": super::package::joined(&names),
        "Strains": rows,
        "DryingLocationId": of.drying.unwrap_or_default(),
        "DryingLocationName": drying.map(|location| &location.name),
        "DryingSublocationId": of.sublocation.unwrap_or_default(),
        "DryingSublocationName": sublocation.map(|sublocation| &sublocation.name),
        "DryingLocationTypeName": drying.map(|location| location.kind.name),
        "PatientLicenseNumber": NULL,
        "CurrentWeight": Num(of.current()),
        "TotalWasteWeight": Num(of.waste),
        "PlantCount": of.plants,
        "TotalWetWeight": Num(of.wet),
        "TotalRestoredWeight": Num(of.restored),
        "PackageCount": of.packages,
        "TotalPackagedWeight": Num(of.packaged),
        "UnitOfWeightName": of.unit.name(),
        "LabTestingState": NULL,
        "LabTestingStateDate": NULL,
        "IsOnHold": false,
        "IsOnInvestigation": false,
        "IsOnInvestigationHold": false,
        "IsOnInvestigationRecall": false,
        "HarvestStartDate": of.started,
        "FinishedDate": of.finished,
        "ArchivedDate": of.finished,
        "LastModified": Instant(of.modified),
    }
}

/// What was thrown away of a harvest.
#[derive(Clone, Debug)]
pub struct HarvestWaste {
    pub id: u64,
    pub facility: FacilityId,
    pub harvest: u64,
    pub kind: &'static str,
    pub weight: Decimal,
    pub unit: Unit,
    /// The same in the harvest's unit.
    pub own: Decimal,
    pub day: Date,
    pub archived: bool,
    pub modified: Timestamp,
}

/// The kinds of harvest waste (`harvests/v2/waste/types`).
pub const HARVEST_WASTE_TYPES: [&str; 3] = ["Plant Material", "Fibrous", "Root Ball"];

impl Row for HarvestWaste {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        (!self.archived).then_some(Shelf::Active)
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}

/// A row of `harvests/v2/waste`.
pub fn harvest_waste_doc(of: &HarvestWaste) -> Doc {
    fields! {
        "Id": of.id,
        "WasteTypeName": of.kind,
        "WasteWeight": Num(of.weight),
        "UnitOfWeightName": of.unit.name(),
        "ActualDate": of.day,
    }
}
