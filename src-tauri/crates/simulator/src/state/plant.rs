//! Plant batches and plants.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::World;
use super::doc::{Doc, NULL, fields};
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// Plants too young for a tag each: they bear one tag together.
#[derive(Clone, Debug)]
pub struct PlantBatch {
    pub id: u64,
    pub facility: FacilityId,
    /// In California a plant tag.
    pub name: Text,
    pub kind: &'static BatchType,
    pub location: Option<u64>,
    pub sublocation: Option<u64>,
    pub strain: u64,
    pub untracked: u32,
    pub tracked: u32,
    pub packaged: u32,
    pub destroyed: u32,
    pub source_package: Option<(u64, Text)>,
    pub source_plant: Option<(u64, Text)>,
    pub source_batch: Option<(u64, Text)>,
    pub planted: Date,
    pub modified: Timestamp,
}

/// How a batch began (`plantbatches/v2/types`).
#[derive(Clone, Copy, Debug)]
pub struct BatchType {
    pub id: u64,
    pub name: &'static str,
}

/// The state's batch types.
pub const BATCH_TYPES: [BatchType; 2] = [BatchType { id: 1, name: "Seed" }, BatchType { id: 2, name: "Clone" }];

impl Row for PlantBatch {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.untracked > 0 { Shelf::Active } else { Shelf::Inactive })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::clone(&self.name))
    }
}

/// What became of a plant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlantLife {
    Growing,
    Harvested { harvest: u64, weight: Decimal, unit: Unit, day: Date },
    Destroyed { day: Date, note: Text, by: Text },
}

/// A plant with its own tag.
#[derive(Clone, Debug)]
pub struct Plant {
    pub id: u64,
    pub facility: FacilityId,
    pub label: Text,
    pub batch: u64,
    pub strain: u64,
    pub location: Option<u64>,
    pub sublocation: Option<u64>,
    pub life: PlantLife,
    /// How often it was manicured or harvested.
    pub harvests: u32,
    pub planted: Date,
    pub flowering: Date,
    pub modified: Timestamp,
}

impl Row for Plant {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.life == PlantLife::Growing { Shelf::Active } else { Shelf::Inactive })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::clone(&self.label))
    }
}

const NO_HOLD: [&str; 4] = ["IsOnHold", "IsOnInvestigation", "IsOnInvestigationHold", "IsOnInvestigationRecall"];

fn no_hold(doc: &mut Doc) {
    for name in NO_HOLD {
        doc.put(name, &false);
    }
}

/// A row of `plantbatches/v2/*`.
pub fn batch_doc(world: &World, of: &PlantBatch) -> Doc {
    let location = of.location.and_then(|id| world.locations.get(id));
    let sublocation = of.sublocation.and_then(|id| world.sublocations.get(id));
    let mut doc = fields! {
        "Id": of.id,
        "Name": of.name,
        "PlantBatchTypeId": of.kind.id,
        "PlantBatchTypeName": of.kind.name,
        "LocationId": of.location,
        "LocationName": location.map(|location| &location.name),
        "LocationTypeName": location.map(|location| location.kind.name),
        "StrainId": of.strain,
        "StrainName": world.strains.get(of.strain).map(|strain| &strain.name),
        "SublocationId": of.sublocation,
        "SublocationName": sublocation.map(|sublocation| &sublocation.name),
        "PatientLicenseNumber": NULL,
        "UntrackedCount": of.untracked,
        "TrackedCount": of.tracked,
        "PackagedCount": of.packaged,
        "DestroyedCount": of.destroyed,
        "SourcePackageId": of.source_package.as_ref().map(|source| source.0),
        "SourcePackageLabel": of.source_package.as_ref().map(|source| &source.1),
        "SourcePlantId": of.source_plant.as_ref().map(|source| source.0),
        "SourcePlantLabel": of.source_plant.as_ref().map(|source| &source.1),
        "SourcePlantBatchIds": of.source_batch.iter().map(|source| source.0).collect::<Vec<u64>>(),
        "SourcePlantBatchNames": of.source_batch.as_ref().map(|source| &source.1),
        "MultiPlantBatch": false,
        "PlantedDate": of.planted,
        "LastModified": Instant(of.modified),
    };
    no_hold(&mut doc);
    doc
}

/// A row of `plants/v2/*`.
pub fn plant_doc(world: &World, of: &Plant) -> Doc {
    let location = of.location.and_then(|id| world.locations.get(id));
    let sublocation = of.sublocation.and_then(|id| world.sublocations.get(id));
    let batch = world.plant_batches.get(of.batch);
    let (harvested, destroyed) = match &of.life {
        PlantLife::Growing => (None, None),
        PlantLife::Harvested { harvest, weight, unit, day } => (Some((*harvest, *weight, *unit, *day)), None),
        PlantLife::Destroyed { day, note, by } => (None, Some((*day, note, by))),
    };
    let state = match of.life {
        PlantLife::Growing => "Tracked",
        PlantLife::Harvested { .. } => "Harvested",
        PlantLife::Destroyed { .. } => "Destroyed",
    };
    let mut doc = fields! {
        "Id": of.id,
        "Label": of.label,
        "State": state,
        "GrowthPhase": "Flowering",
        "GroupTagTypeMax": 0,
        "TagTypeMax": 0,
        "PlantBatchId": of.batch,
        "PlantBatchName": batch.map(|batch| &batch.name),
        "PlantBatchTypeId": batch.map(|batch| batch.kind.id),
        "PlantBatchTypeName": batch.map(|batch| batch.kind.name),
        "StrainId": of.strain,
        "StrainName": world.strains.get(of.strain).map(|strain| &strain.name),
        "LocationId": of.location,
        "LocationName": location.map(|location| &location.name),
        "LocationTypeName": location.map(|location| location.kind.name),
        "SublocationId": of.sublocation,
        "SublocationName": sublocation.map(|sublocation| &sublocation.name),
        "PatientLicenseNumber": NULL,
        "HarvestId": harvested.map(|harvested| harvested.0),
        "HarvestedUnitOfWeightName": harvested.map(|harvested| harvested.2.name()),
        "HarvestedUnitOfWeightAbbreviation": harvested.map(|harvested| harvested.2.abbreviation()),
        "HarvestedWetWeight": harvested.map(|harvested| Num(harvested.1)),
        "HarvestCount": of.harvests,
    };
    no_hold(&mut doc);
    doc.append(fields! {
        "PlantedDate": of.planted,
        "VegetativeDate": of.flowering,
        "FloweringDate": of.flowering,
        "HarvestedDate": harvested.map(|harvested| harvested.3),
        "DestroyedDate": destroyed.map(|destroyed| destroyed.0),
        "DestroyedNote": destroyed.map(|destroyed| destroyed.1),
        "DestroyedByUserName": destroyed.map(|destroyed| destroyed.2),
        "MotherPlantDate": NULL,
        "ClonedCount": NULL,
        "SurvivedCount": NULL,
        "DescendedCount": NULL,
        "LastModified": Instant(of.modified),
    });
    doc
}

/// Plant waste, of a batch or of plants.
#[derive(Clone, Debug)]
pub struct PlantWaste {
    pub id: u64,
    pub facility: FacilityId,
    pub method: &'static str,
    pub reason: &'static str,
    pub weight: Decimal,
    pub unit: Unit,
    pub batch: Option<u64>,
    pub plants: Vec<u64>,
    pub day: Date,
    pub modified: Timestamp,
}

impl Row for PlantWaste {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.batch.is_some() { Shelf::Inactive } else { Shelf::Active })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}

/// A row of `plants/v2/waste` and `plantbatches/v2/waste`.
pub fn waste_doc(world: &World, of: &PlantWaste) -> Doc {
    fields! {
        "PlantWasteNumber": format!("{:08}", of.id),
        "WasteMethodName": of.method,
        "WasteWeight": Num(of.weight),
        "WasteUnitOfMeasureName": of.unit.name(),
        "WasteReasonName": of.reason,
        "PlantBatchId": of.batch,
        "PlantBatchName": of.batch.and_then(|id| world.plant_batches.get(id)).map(|batch| &batch.name),
        "PlantCount": of.plants.len(),
        "WasteDate": of.day,
    }
}

/// The state's waste methods in California.
pub const WASTE_METHODS: [&str; 3] = ["Compost", "Self-Haul", "Waste-Hauler"];

/// The state's reasons for plant waste.
pub const WASTE_REASONS: [&str; 8] = [
    "Contamination",
    "Damage",
    "Disease/Infestation",
    "Failure to Thrive",
    "Male Plants",
    "Mandated Destruction",
    "Pesticides",
    "Pruning",
];

/// A reason row.
pub fn reason_doc(name: &str) -> Doc {
    fields! {
        "Name": name,
        "RequiresNote": name == "Mandated Destruction",
        "RequiresWasteWeight": false,
        "RequiresImmatureWasteWeight": false,
        "RequiresMatureWasteWeight": false,
    }
}
