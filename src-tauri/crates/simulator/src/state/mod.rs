//! What the state holds: tables, and the clock by which every change is stamped.

pub mod additive;
pub mod clock;
pub mod doc;
pub mod exact;
pub mod facility;
pub mod file;
pub mod harvest;
pub mod item;
pub mod lab;
pub mod movement;
pub mod package;
pub mod place;
pub mod plant;
pub mod sale;
pub mod table;
pub mod tag;
pub mod transfer;
pub mod transporter;
pub mod values;

use jiff::Timestamp;
use serde_json::value::RawValue;

use additive::{Additive, AdditiveTemplate};
use facility::Facility;
use file::File;
use harvest::{Harvest, HarvestWaste};
use item::{Brand, Item, ItemRow};
use lab::{LabResult, LabRow, TestType};
use movement::{Adjustment, Shipped};
use package::Package;
use place::{Location, Strain, Sublocation};
use plant::{Plant, PlantBatch, PlantWaste};
use sale::{Receipt, RetailerDelivery};
use table::{FacilityId, Table};
use tag::Tag;
use transfer::{Incoming, Transfer};
use transporter::Transporter;

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
    pub tags: Table<Tag>,
    pub receipts: Table<Receipt>,
    pub deliveries: Table<RetailerDelivery>,
    pub transfers: Table<Transfer>,
    pub incoming: Table<Incoming>,
    pub drivers: Table<Transporter>,
    pub vehicles: Table<Transporter>,
    pub plant_batches: Table<PlantBatch>,
    pub plants: Table<Plant>,
    pub plant_wastes: Table<PlantWaste>,
    pub harvest_wastes: Table<HarvestWaste>,
    pub additives: Table<Additive>,
    pub additive_templates: Table<AdditiveTemplate>,
    pub files: Table<File>,
}

impl World {
    /// A state with no licenses. The first ids differ from table to table, so that a mixed-up id is noticed.
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
            tags: tag::table(),
            receipts: Table::starting_at(880001),
            deliveries: Table::starting_at(66001),
            transfers: Table::starting_at(2840001),
            incoming: Table::starting_at(1),
            drivers: Table::starting_at(7001),
            vehicles: Table::starting_at(8001),
            plant_batches: Table::starting_at(15001),
            plants: Table::starting_at(1200001),
            plant_wastes: Table::starting_at(3601),
            harvest_wastes: Table::starting_at(5501),
            additives: Table::starting_at(21001),
            additive_templates: Table::starting_at(301),
            files: Table::starting_at(40001),
        }
    }

    pub fn facility(&self, id: FacilityId) -> Option<&Facility> {
        self.facilities.iter().find(|facility| facility.id == id)
    }

    /// The license with this number, whatever the letters' case.
    pub fn license(&self, number: &str) -> Option<&Facility> {
        self.facilities.iter().find(|facility| facility.license.eq_ignore_ascii_case(number.trim()))
    }

    /// Something was made of an item: from now on it is in use.
    pub fn use_item(&mut self, id: u64) {
        if self.items.get(id).is_some_and(|item| !item.used) {
            self.items.update(id, |item| {
                item.used = true;
                item.rendered = std::sync::OnceLock::new();
            });
        }
    }

    /// The newest id of every table, as [`World::skip_to`] takes them.
    pub fn last_ids(&mut self) -> Vec<u64> {
        let mut ids = Vec::new();
        self.each_table(Turn::Note(&mut ids));
        ids
    }

    /// Ids go on from these, so that what is done next gets the ids that it had when it was first done.
    pub fn skip_to(&mut self, ids: &[u64]) {
        self.each_table(Turn::Skip(ids.iter()));
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

    /// The laboratory's rows are listed by the time at which their sample changed: to be called before the changes since
    /// `begin` are committed.
    pub fn follow_samples(&mut self) {
        for id in self.packages.changed() {
            let Some(sample) = self.packages.get(id).filter(|package| package.testing_sample) else { continue };
            let at = sample.modified;
            let results = self.lab_results.iter().filter(|(_, result)| result.package == id);
            let rows: Vec<u64> = results.flat_map(|(_, result)| result.rows.clone()).collect();
            for row in rows {
                self.lab_rows.update(row, |row| row.modified = at);
            }
        }
    }

    /// New tables come last: the store keeps ids in this order.
    fn each_table(&mut self, mut turn: Turn<'_>) {
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
        turn.take(&mut self.tags);
        turn.take(&mut self.receipts);
        turn.take(&mut self.deliveries);
        turn.take(&mut self.transfers);
        turn.take(&mut self.incoming);
        turn.take(&mut self.drivers);
        turn.take(&mut self.vehicles);
        turn.take(&mut self.plant_batches);
        turn.take(&mut self.plants);
        turn.take(&mut self.plant_wastes);
        turn.take(&mut self.harvest_wastes);
        turn.take(&mut self.additives);
        turn.take(&mut self.additive_templates);
        turn.take(&mut self.files);
    }
}

enum Turn<'a> {
    Begin,
    Commit,
    Rollback,
    Note(&'a mut Vec<u64>),
    Skip(std::slice::Iter<'a, u64>),
}

impl Turn<'_> {
    fn take<T: table::Row>(&mut self, table: &mut Table<T>) {
        match self {
            Self::Begin => table.begin(),
            Self::Commit => table.commit(),
            Self::Rollback => table.rollback(),
            Self::Note(ids) => ids.push(table.last_id()),
            Self::Skip(ids) => {
                if let Some(id) = ids.next() {
                    table.skip_to(*id);
                }
            }
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
