//! Additives applied to plants, and their templates.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::World;
use super::doc::{Doc, NULL, fields};
use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, Num, Text, Unit};

/// The types of additives (`plants/v2/additives/types`).
pub const ADDITIVE_TYPES: [&str; 3] = ["Fertilizer", "Pesticide", "Other"];

/// What is applied, whether written out or kept as a template.
#[derive(Clone, Debug)]
pub struct Mixture {
    pub kind: &'static str,
    pub trade_name: Text,
    pub epa: Option<Text>,
    pub supplier: Text,
    pub device: Text,
    /// Name and percent.
    pub ingredients: Vec<(Text, Decimal)>,
    pub entry_quantity: Option<Text>,
    pub entry_time: Option<Text>,
    pub note: Option<Text>,
}

/// One application.
#[derive(Clone, Debug)]
pub struct Additive {
    pub facility: FacilityId,
    pub mixture: Mixture,
    pub amount: Decimal,
    pub unit: Unit,
    pub batch: Option<u64>,
    pub plants: u32,
    pub rate: Option<Text>,
    pub volume: Option<Text>,
    pub modified: Timestamp,
}

impl Row for Additive {
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

/// A row of `plants/v2/additives`: no id, no date.
pub fn additive_doc(world: &World, of: &Additive) -> Doc {
    let mixture = &of.mixture;
    fields! {
        "AdditiveTypeName": mixture.kind,
        "ProductTradeName": mixture.trade_name,
        "EpaRegistrationNumber": mixture.epa,
        "ProductSupplier": mixture.supplier,
        "ApplicationDevice": mixture.device,
        "AmountUnitOfMeasure": of.unit.name(),
        "TotalAmountApplied": Num(of.amount),
        "PlantBatchId": of.batch,
        "PlantBatchName": of.batch.and_then(|id| world.plant_batches.get(id)).map(|batch| &batch.name),
        "PlantCount": of.plants,
        "RestrictiveEntryIntervalQuantityDescription": mixture.entry_quantity,
        "RestrictiveEntryIntervalTimeDescription": mixture.entry_time,
        "Rate": of.rate,
        "Volume": of.volume,
        "Note": mixture.note,
    }
}

/// A mixture under a name.
#[derive(Clone, Debug)]
pub struct AdditiveTemplate {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub mixture: Mixture,
    pub modified: Timestamp,
}

impl Row for AdditiveTemplate {
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
        Some(Text::clone(&self.name))
    }
}

/// A row of `additivestemplates/v2/*`.
pub fn template_doc(of: &AdditiveTemplate) -> Doc {
    let mixture = &of.mixture;
    let ingredients: Vec<Doc> = mixture
        .ingredients
        .iter()
        .map(|(name, percent)| fields! { "Name": name, "Percentage": Num(*percent) })
        .collect();
    fields! {
        "Id": of.id,
        "FacilityId": of.facility,
        "Name": of.name,
        "AdditiveType": mixture.kind,
        "AdditiveTypeName": NULL,
        "ApplicationDevice": mixture.device,
        "EpaRegistrationNumber": mixture.epa.as_deref().unwrap_or_default(),
        "Note": mixture.note,
        "ProductSupplier": mixture.supplier,
        "ProductTradeName": mixture.trade_name,
        "RestrictiveEntryIntervalQuantityDescription": mixture.entry_quantity,
        "RestrictiveEntryIntervalTimeDescription": mixture.entry_time,
        "ActiveIngredients": ingredients,
        "LastModified": Instant(of.modified),
        "IsActive": true,
    }
}
