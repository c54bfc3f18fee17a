//! What the state holds: tables, and the clock by which every change is stamped.

pub mod clock;
pub mod facility;
pub mod harvest;
pub mod item;
pub mod lab;
pub mod movement;
pub mod package;
pub mod place;
pub mod table;
pub mod values;

use jiff::Timestamp;
use serde_json::value::RawValue;

use facility::Facility;
use harvest::Harvest;
use item::{Brand, Item, ItemRow};
use lab::{LabResult, LabRow, TestType};
use movement::{Adjustment, Shipped};
use package::Package;
use place::{Location, Strain, Sublocation};
use table::{FacilityId, Table};

/// Everything the state knows.
pub struct World {
    /// When the seeded story ends.
    pub anchor: Timestamp,
    pub facilities: Vec<Facility>,
    pub test_types: Vec<TestType>,
    pub strains: Table<Strain>,
    pub locations: Table<Location>,
    pub sublocations: Table<Sublocation>,
    pub brands: Table<Brand>,
    pub items: Table<Item>,
    pub harvests: Table<Harvest>,
    pub packages: Table<Package>,
    pub adjustments: Table<Adjustment>,
    pub shipped: Table<Shipped>,
    pub lab_results: Table<LabResult>,
    pub lab_rows: Table<LabRow>,
}

impl World {
    /// A state with no licences. The first ids differ from table to table, so that a mixed-up id is noticed.
    pub fn empty(anchor: Timestamp) -> Self {
        Self {
            anchor,
            facilities: Vec::new(),
            test_types: Vec::new(),
            strains: Table::starting_at(50_201),
            locations: Table::starting_at(70_401),
            sublocations: Table::starting_at(80_501),
            brands: Table::starting_at(901),
            items: Table::starting_at(310_001),
            harvests: Table::starting_at(120_001),
            packages: Table::starting_at(6_400_001),
            adjustments: Table::starting_at(1),
            shipped: Table::starting_at(2_700_001),
            lab_results: Table::starting_at(440_001),
            lab_rows: Table::starting_at(9_000_001),
        }
    }

    pub fn facility(&self, id: FacilityId) -> Option<&Facility> {
        self.facilities.iter().find(|facility| facility.id == id)
    }

    /// The licence with this number, whatever the letters' case.
    pub fn licence(&self, number: &str) -> Option<&Facility> {
        self.facilities.iter().find(|facility| facility.licence.eq_ignore_ascii_case(number.trim()))
    }

    /// From here on changes can be undone.
    pub fn begin(&mut self) {
        self.each_table(Turn::Begin);
    }

    /// The changes since `begin` stay.
    pub fn commit(&mut self) {
        self.each_table(Turn::Commit);
    }

    /// Everything is as it was at `begin`.
    pub fn rollback(&mut self) {
        self.each_table(Turn::Rollback);
    }

    fn each_table(&mut self, turn: Turn) {
        turn.take(&mut self.strains);
        turn.take(&mut self.locations);
        turn.take(&mut self.sublocations);
        turn.take(&mut self.brands);
        turn.take(&mut self.items);
        turn.take(&mut self.harvests);
        turn.take(&mut self.packages);
        turn.take(&mut self.adjustments);
        turn.take(&mut self.shipped);
        turn.take(&mut self.lab_results);
        turn.take(&mut self.lab_rows);
    }
}

#[derive(Clone, Copy)]
enum Turn {
    Begin,
    Commit,
    Rollback,
}

impl Turn {
    fn take<T: table::Row>(self, table: &mut Table<T>) {
        match self {
            Self::Begin => table.begin(),
            Self::Commit => table.commit(),
            Self::Rollback => table.rollback(),
        }
    }
}

impl Item {
    /// The item as it stands inside a package. A server writes enumerations one way for its whole life, so that one
    /// rendering is enough.
    pub fn inside_package(&self, numbers: bool) -> &RawValue {
        self.rendered.get_or_init(|| {
            serde_json::value::to_raw_value(&ItemRow { item: self, numbers })
                .unwrap_or_else(|_| RawValue::NULL.to_owned())
        })
    }
}
