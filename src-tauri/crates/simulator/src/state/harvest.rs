//! Harvests.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::table::{FacilityId, Row, Shelf};
use super::values::{Text, Unit};

/// A harvest of a licence that grows.
#[derive(Clone, Debug)]
pub struct Harvest {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub strain: u64,
    pub drying: Option<u64>,
    pub plants: u32,
    pub wet: Decimal,
    pub waste: Decimal,
    pub packaged: Decimal,
    pub packages: u32,
    pub unit: Unit,
    pub started: Date,
    pub finished: Option<Date>,
    pub modified: Timestamp,
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
