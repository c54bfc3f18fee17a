//! Strains, locations and sublocations of a license.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::table::{FacilityId, Row, Shelf};
use super::values::{Num, Text};

/// A strain of a license.
#[derive(Clone, Debug)]
pub struct Strain {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    /// `None`, `InHouse` or `ThirdParty`.
    pub testing_status: Text,
    /// Fractions: 0.1865 is 18.65 %.
    pub thc: Option<Decimal>,
    pub cbd: Option<Decimal>,
    /// Percent; with sativa 100 together.
    pub indica: Decimal,
    pub sativa: Decimal,
    pub used: bool,
    pub archived: bool,
    pub modified: Timestamp,
}

/// What a type of location may hold.
#[derive(Clone, Copy, Debug)]
pub struct LocationType {
    pub id: u64,
    pub name: &'static str,
    pub plant_batches: bool,
    pub plants: bool,
    pub harvests: bool,
    pub packages: bool,
}

/// The state's location types.
pub const LOCATION_TYPES: [LocationType; 4] = [
    LocationType { id: 1, name: "Default", plant_batches: true, plants: true, harvests: true, packages: true },
    LocationType { id: 2, name: "Planting", plant_batches: true, plants: true, harvests: false, packages: false },
    LocationType { id: 3, name: "Packing", plant_batches: false, plants: false, harvests: false, packages: true },
    LocationType { id: 4, name: "Drying", plant_batches: false, plants: false, harvests: true, packages: true },
];

/// A location of a license.
#[derive(Clone, Debug)]
pub struct Location {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub kind: &'static LocationType,
    pub archived: bool,
    pub modified: Timestamp,
}

/// A sublocation of a license.
#[derive(Clone, Debug)]
pub struct Sublocation {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub archived: bool,
    pub modified: Timestamp,
}

macro_rules! named_rows {
    ($($row:ty),*) => {$(
        impl Row for $row {
            fn facility(&self) -> FacilityId {
                self.facility
            }
            fn shelf(&self) -> Option<Shelf> {
                Some(if self.archived { Shelf::Inactive } else { Shelf::Active })
            }
            fn modified(&self) -> Timestamp {
                self.modified
            }
            fn key(&self) -> Option<Text> {
                (!self.archived).then(|| Text::clone(&self.name))
            }
        }
    )*};
}

named_rows!(Strain, Location, Sublocation);

impl Serialize for Strain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(9))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", &self.name)?;
        map.serialize_entry("TestingStatus", &self.testing_status)?;
        map.serialize_entry("ThcLevel", &self.thc.map(Num))?;
        map.serialize_entry("CbdLevel", &self.cbd.map(Num))?;
        map.serialize_entry("IndicaPercentage", &Num(self.indica))?;
        map.serialize_entry("SativaPercentage", &Num(self.sativa))?;
        map.serialize_entry("IsUsed", &self.used)?;
        let (indica, sativa) = (self.indica.normalize(), self.sativa.normalize());
        map.serialize_entry("Genetics", &format!("{indica}% Indica / {sativa}% Sativa"))?;
        map.end()
    }
}

impl Serialize for LocationType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", self.name)?;
        serialize_uses(&mut map, self)?;
        map.end()
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(8))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", &self.name)?;
        map.serialize_entry("LocationTypeId", &self.kind.id)?;
        map.serialize_entry("LocationTypeName", self.kind.name)?;
        serialize_uses(&mut map, self.kind)?;
        map.end()
    }
}

fn serialize_uses<M: SerializeMap>(map: &mut M, kind: &LocationType) -> Result<(), M::Error> {
    map.serialize_entry("ForPlantBatches", &kind.plant_batches)?;
    map.serialize_entry("ForPlants", &kind.plants)?;
    map.serialize_entry("ForHarvests", &kind.harvests)?;
    map.serialize_entry("ForPackages", &kind.packages)
}

impl Serialize for Sublocation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", &self.name)?;
        map.end()
    }
}
