//! Collects what happened, in any order, and lays it into the tables in the order of time, so that ids and tags rise
//! as they do at the state.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::people;
use super::stock::Shelves;
use super::tags;
use crate::state::World;
use crate::state::harvest::Harvest;
use crate::state::lab::{LabResult, LabRow};
use crate::state::movement::{Adjustment, Shipped};
use crate::state::package::{Ingredient, Package, Received};
use crate::state::table::FacilityId;
use crate::state::values::{Text, Unit, pacific, pacific_date};

/// A package to come, by its place among the drafts.
pub type Place = usize;

/// Whose tag a package bears.
pub enum Tag {
    /// The next of its license.
    New,
    /// That of the same package at the license that sent it.
    Of(Place),
}

/// A package to come.
pub struct Draft {
    pub package: Package,
    pub created: Timestamp,
    pub tag: Tag,
    /// The packages of the same license that went into it, and how much of each.
    pub sources: Vec<(Place, Decimal)>,
}

/// A package on its way from one license to another.
pub struct Shipment {
    pub package: Place,
    /// The same package at the recipient, once received.
    pub arrived: Option<Place>,
    pub to: FacilityId,
    pub departed: Timestamp,
    pub received: Option<Timestamp>,
    /// In cents.
    pub price: Option<i64>,
    pub state: &'static str,
}

/// What the laboratory found about a sample.
pub struct Assay {
    pub sample: Place,
    pub set: &'static str,
    /// THC in thousandths of a milligram a gram, around which the results lie.
    pub thc: i64,
    pub performed: Date,
    pub released: Option<Timestamp>,
    pub passed: bool,
    pub recorded: Timestamp,
}

/// An adjustment of a package.
pub struct Change {
    pub package: Place,
    pub quantity: Decimal,
    pub reason: &'static str,
    pub note: &'static str,
    pub at: Timestamp,
}

/// The story while it is told.
pub struct Teller {
    pub world: World,
    pub shelves: Shelves,
    pub dice: Dice,
    pub drafts: Vec<Draft>,
    pub shipments: Vec<Shipment>,
    pub assays: Vec<Assay>,
    pub changes: Vec<Change>,
    today: Date,
    harvests: BTreeMap<(usize, i64), u64>,
}

impl Teller {
    pub fn new(world: World, shelves: Shelves, dice: Dice) -> Self {
        let today = pacific_date(world.anchor);
        Self {
            world,
            shelves,
            dice,
            drafts: Vec::new(),
            shipments: Vec::new(),
            assays: Vec::new(),
            changes: Vec::new(),
            today,
            harvests: BTreeMap::new(),
        }
    }

    /// The civil date so many days before the end of the story.
    pub fn day(&self, days_ago: i64) -> Date {
        self.today.checked_sub(SignedDuration::from_hours(24 * days_ago)).unwrap_or(self.today)
    }

    /// Some instant between two hours of that day in California, never after the end of the story.
    pub fn at(&mut self, days_ago: i64, from_hour: i64, to_hour: i64) -> Timestamp {
        let second = self.dice.between(from_hour * 3_600, to_hour * 3_600 - 1);
        let micros = self.dice.between(0, 999_999);
        let late = self.world.anchor - SignedDuration::from_secs(self.dice.between(60, 5_400));
        let midnight = self.day(days_ago).to_zoned(pacific()).map_or(self.world.anchor, |zoned| zoned.timestamp());
        let at = midnight + SignedDuration::from_secs(second) + SignedDuration::from_micros(micros);
        let at = at.min(late);
        at.round(jiff::Unit::Microsecond).unwrap_or(at)
    }

    /// Adds a package and returns its place.
    pub fn add(&mut self, package: Package, created: Timestamp, tag: Tag, sources: Vec<(Place, Decimal)>) -> Place {
        self.drafts.push(Draft { package, created, tag, sources });
        self.drafts.len() - 1
    }

    /// Changes a package that was added.
    pub fn amend(&mut self, place: Place, change: impl FnOnce(&mut Package)) {
        if let Some(draft) = self.drafts.get_mut(place) {
            change(&mut draft.package);
        }
    }

    pub fn package(&self, place: Place) -> Option<&Package> {
        self.drafts.get(place).map(|draft| &draft.package)
    }

    /// The harvest of a strain about that many days ago; one a fortnight.
    pub fn harvest(&mut self, strain: usize, name: &str, days_ago: i64) -> u64 {
        let block = days_ago / 15;
        if let Some(id) = self.harvests.get(&(strain, block)) {
            return *id;
        }
        let started = self.day(block * 15 + 7);
        let modified = self.at((block * 15 - 10).max(1), 8, 17);
        let plants = u32::try_from(self.dice.between(60, 240)).unwrap_or(60);
        let wet = Decimal::from(i64::from(plants) * self.dice.between(380, 720));
        let facility = people::CULTIVATOR;
        let drying = self.shelves.location(facility, "Drying Barn");
        let strain_id = self.world.strains.find(facility, name).map(|(id, _)| id).unwrap_or_default();
        let house = 1 + strain % 2;
        let id = self.world.harvests.insert(|id| Harvest {
            id,
            facility,
            name: Text::from(format!("{name} {started} Greenhouse {house}")),
            manicure: false,
            strains: vec![strain_id],
            drying,
            sublocation: None,
            plants,
            wet,
            waste: wet * Decimal::new(11, 2),
            packaged: Decimal::ZERO,
            restored: Decimal::ZERO,
            packages: 0,
            unit: Unit::Grams,
            started,
            finished: (block > 2).then(|| started.checked_add(SignedDuration::from_hours(24 * 30)).unwrap_or(started)),
            modified,
        });
        self.harvests.insert((strain, block), id);
        id
    }

    /// Lays everything into the tables.
    pub fn finish(mut self) -> World {
        let mut order: Vec<Place> = (0..self.drafts.len()).collect();
        order.sort_by_key(|place| (self.drafts.get(*place).map(|draft| draft.created), *place));
        let labels = self.labels(&order);
        let manifests = self.manifests();
        let mut drafts: BTreeMap<Place, Draft> = std::mem::take(&mut self.drafts).into_iter().enumerate().collect();
        let mut ids: BTreeMap<Place, u64> = BTreeMap::new();
        let arrivals: BTreeMap<Place, &Shipment> =
            self.shipments.iter().filter_map(|shipment| Some((shipment.arrived?, shipment))).collect();
        let mut senders: BTreeMap<Place, FacilityId> = BTreeMap::new();
        for (place, draft) in &drafts {
            senders.insert(*place, draft.package.facility);
        }
        for place in &order {
            let Some(draft) = drafts.remove(place) else { continue };
            let mut package = draft.package;
            package.label = labels.get(place).cloned().unwrap_or_default();
            package.source_labels = draft.sources.iter().filter_map(|(of, _)| labels.get(of).cloned()).collect();
            package.ingredients = draft
                .sources
                .iter()
                .filter_map(|(of, quantity)| Some(Ingredient { package: *ids.get(of)?, quantity: *quantity }))
                .collect();
            if let Some(shipment) = arrivals.get(place)
                && let (Some(at), Some(from)) = (shipment.received, senders.get(&shipment.package))
            {
                let manifest = manifests.get(&shipment.package).map(|manifest| manifest.1.clone()).unwrap_or_default();
                package.received = Some(Received { at, manifest, from: *from });
                // A package that came from elsewhere keeps the sources it was made of there.
                if let Some(Tag::Of(origin)) = Some(&draft.tag)
                    && let Some(id) = ids.get(origin)
                    && let Some(sent) = self.world.packages.get(*id)
                {
                    package.source_labels.clone_from(&sent.source_labels);
                }
            }
            let id = self.world.packages.insert(|id| Package { id, ..package });
            ids.insert(*place, id);
        }
        self.weigh_harvests();
        self.ship(&ids, &manifests);
        self.record(&ids);
        self.adjust(&ids);
        super::present::prepare(&mut self.world, &mut self.dice);
        self.world
    }

    fn labels(&self, order: &[Place]) -> BTreeMap<Place, Text> {
        let mut numbers: BTreeMap<FacilityId, u64> = BTreeMap::new();
        let mut labels: BTreeMap<Place, Text> = BTreeMap::new();
        for place in order {
            let Some(draft) = self.drafts.get(*place) else { continue };
            let label = match draft.tag {
                Tag::Of(origin) => labels.get(&origin).cloned(),
                Tag::New => {
                    let facility = draft.package.facility;
                    let number = numbers.entry(facility).or_insert(10_000 + u64::from(facility % 97) * 131);
                    *number += 1;
                    Some(tags::package_tag(facility, *number))
                }
            };
            if let Some(label) = label {
                labels.insert(*place, label);
            }
        }
        labels
    }

    /// The manifest of every shipped package: one for each sender, recipient and day, numbered in order of time.
    fn manifests(&self) -> BTreeMap<Place, (u64, Text)> {
        let mut days: BTreeMap<(Date, FacilityId, FacilityId), Vec<Place>> = BTreeMap::new();
        for shipment in &self.shipments {
            let Some(package) = self.package(shipment.package) else { continue };
            let key = (pacific_date(shipment.departed), package.facility, shipment.to);
            days.entry(key).or_default().push(shipment.package);
        }
        let mut manifests = BTreeMap::new();
        for (number, places) in (1_u64..).zip(days.into_values()) {
            for place in places {
                manifests.insert(place, (number, Text::from(format!("{:010}", 2_840_000 + number))));
            }
        }
        manifests
    }

    fn ship(&mut self, ids: &BTreeMap<Place, u64>, manifests: &BTreeMap<Place, (u64, Text)>) {
        let mut loads: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        for shipment in &self.shipments {
            let Some(id) = ids.get(&shipment.package).copied() else { continue };
            let Some(package) = self.world.packages.get(id) else { continue };
            let (number, manifest) = manifests.get(&shipment.package).cloned().unwrap_or_default();
            let quantity = package.original;
            let weight = match package.unit {
                Unit::Each => (quantity * Decimal::new(12, 0) + Decimal::from(400), Unit::Grams),
                unit => (quantity + Decimal::from(350), unit),
            };
            let shipped = Shipped {
                id: 0,
                facility: package.facility,
                package: id,
                manifest,
                recipient: shipment.to,
                quantity,
                unit: package.unit,
                gross: Some(weight),
                price: shipment.price.map(|cents| Decimal::new(cents, 2)),
                state: shipment.state,
                departed: Some(shipment.departed),
                received: shipment.received.map(|at| (at, quantity)),
                modified: shipment.received.unwrap_or(shipment.departed),
            };
            let row = self.world.shipped.insert(|id| Shipped { id, ..shipped });
            loads.entry(number).or_default().push(row);
        }
        for rows in loads.into_values() {
            super::present::manifest(&mut self.world, rows);
        }
    }

    /// The story's harvests were cut without looking ahead: their wet weight is what they gave and lost.
    fn weigh_harvests(&mut self) {
        let ids: Vec<u64> = self.world.harvests.iter().map(|(id, _)| id).collect();
        for id in ids {
            self.world.harvests.update(id, |harvest| {
                harvest.wet = harvest.wet.max((harvest.packaged * Decimal::new(125, 2)).round_dp(1));
                let left = harvest.wet - harvest.packaged;
                harvest.waste =
                    if harvest.finished.is_some() { left } else { (left * Decimal::new(40, 2)).round_dp(1) };
            });
        }
    }

    fn record(&mut self, ids: &BTreeMap<Place, u64>) {
        let assays = std::mem::take(&mut self.assays);
        for assay in assays {
            let Some(package) = ids.get(&assay.sample).copied() else { continue };
            let Some(modified) = self.world.packages.get(package).map(|sample| sample.modified) else { continue };
            let expires = assay.released.and_then(|at| at.checked_add(SignedDuration::from_hours(24 * 365)).ok());
            let result = self.world.lab_results.insert(|id| LabResult {
                id,
                facility: people::LABORATORY,
                package,
                performed: assay.performed,
                passed: assay.passed,
                released: assay.released,
                expires,
                document: None,
                rows: Vec::new(),
                modified: assay.recorded,
            });
            let mut rows = Vec::new();
            for (test, level, passed) in super::assays::results(&self.world.test_types, &assay, &mut self.dice) {
                rows.push(self.world.lab_rows.insert(|_| LabRow {
                    facility: people::LABORATORY,
                    result,
                    package,
                    test,
                    level,
                    passed,
                    comment: (!passed).then(|| Text::from("Above the action level")),
                    modified,
                }));
            }
            self.world.lab_results.update(result, |result| result.rows = rows);
        }
    }

    fn adjust(&mut self, ids: &BTreeMap<Place, u64>) {
        let mut changes = std::mem::take(&mut self.changes);
        changes.sort_by_key(|change| (change.at, change.package));
        for change in changes {
            let Some(id) = ids.get(&change.package).copied() else { continue };
            let Some(package) = self.world.packages.get(id) else { continue };
            let (facility, unit) = (package.facility, package.unit);
            let by = people::worker(&self.world, facility, self.dice.below(4));
            self.world.adjustments.insert(|_| Adjustment {
                facility,
                package: id,
                quantity: change.quantity,
                unit,
                reason: Text::from(change.reason),
                note: Text::from(change.note),
                day: pacific_date(change.at),
                by,
                modified: change.at,
            });
        }
    }
}
