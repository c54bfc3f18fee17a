//! Lots: from the harvest or the kitchen over the distributor and the laboratory to the shops.

use jiff::SignedDuration;
use rust_decimal::Decimal;

use super::catalogue::{GROWN, PACKS, PRODUCTS, STRAINS, category_named, packs_of};
use super::people::{CULTIVATOR, DELIVERY, DISTRIBUTOR, MICRO, RETAILER};
use super::retail;
use super::sampling::{assay, verdict};
use super::stock::Good;
use super::teller::{Place, Shipment, Tag, Teller};
use crate::state::item::Category;
use crate::state::package::{Life, Package};
use crate::state::table::FacilityId;
use crate::state::values::{LabState, Text, Unit, pacific_date};

/// How many days back the story begins.
const DAYS: i64 = 190;

/// The most lots; a larger state has larger lots, so that the laboratory stays believable.
const MOST_LOTS: u32 = 1_200;

/// What became of a lot at the laboratory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    /// Failed, mended, passed.
    PassedAgain,
    Failed,
}

/// A lot.
pub struct Lot {
    /// The days since it was packed.
    pub age: i64,
    pub item: u64,
    pub category: &'static Category,
    /// Percent by weight, in hundredths.
    pub thc: i64,
    pub units_a_case: i64,
    pub cases: i64,
    /// Wholesale price of one unit in cents.
    pub price: i64,
    pub outcome: Outcome,
    pub batch: Text,
    pub harvests: Vec<u64>,
}

/// Everything that happened, for about so many packages.
pub fn happen(teller: &mut Teller, packages: u32) {
    if packages == 0 {
        return;
    }
    let lots = (packages / 16).clamp(3, MOST_LOTS);
    // Beside its cases, a lot leaves about three packages in the lists; shops split some of theirs.
    let cases = (i64::from(packages / lots) * 10 - 27).max(20) * 100 / 104 / 10;
    for number in 0..i64::from(lots) {
        // One lot of each of the last days, so that every step of the laboratory is seen in every story of some size.
        let to_come = i64::from(lots) - 1 - number;
        let age = match to_come {
            0..7 if lots >= 20 => to_come,
            _ => (DAYS - number * DAYS / i64::from(lots) - teller.dice.between(0, 2)).max(1),
        };
        if teller.dice.percent(56) {
            flower_lot(teller, age, cases, number);
        } else {
            product_lot(teller, age, cases, number);
        }
    }
    let reserve = i64::from(packages / 40);
    for number in 0..reserve {
        let age = teller.dice.between(1, 60);
        let strain = usize::try_from(number).unwrap_or_default() % GROWN;
        let shake = teller.dice.percent(30);
        let place = bulk(teller, strain, age, shake);
        if teller.dice.percent(12) {
            teller.amend(place, |package| {
                package.quantity = Decimal::ZERO;
                package.life = Life::Inactive;
                package.finished = Some(package.packaged);
                package.archived = Some(package.packaged);
            });
        }
    }
}

/// A bulk package of the cultivator.
fn bulk(teller: &mut Teller, strain: usize, age: i64, shake: bool) -> Place {
    let name = STRAINS.get(strain).map_or("", |fact| fact.0);
    let harvest = teller.harvest(strain, name, age + 16);
    let good = if shake { Good::Shake(strain) } else { Good::Bulk(strain) };
    let item = teller.shelves.item(good);
    let grams = Decimal::new(teller.dice.between(36_000, 91_000), 1);
    let at = teller.at(age, 8, 16);
    let mut package = Package::plain(CULTIVATOR, Text::default(), item, (grams, Unit::Grams), teller.day(age), at);
    package.harvests = vec![harvest];
    package.location = teller.shelves.location(CULTIVATOR, "Vault");
    let batch = format!("MR-{}-{:02}", teller.day(age).strftime("%y%m%d"), strain + 1);
    package.production_batch = teller.dice.percent(60).then(|| Text::from(batch));
    teller.world.harvests.update(harvest, |harvest| {
        harvest.packaged += grams;
        harvest.packages += 1;
    });
    teller.add(package, at, Tag::New, Vec::new())
}

/// Sends a package on; the recipient's row once it arrived. Nothing arrives on the last day.
pub fn send(teller: &mut Teller, place: Place, to: FacilityId, days_ago: i64, price: Option<i64>) -> Option<Place> {
    let departed = teller.at(days_ago, 6, 9);
    let received = (days_ago > 0).then(|| teller.at(days_ago, 11, 17));
    let sent = teller.package(place)?.clone();
    teller.amend(place, |package| {
        package.life = if received.is_some() { Life::Transferred } else { Life::InTransit };
        package.touched = true;
        package.location = None;
        package.modified = received.unwrap_or(departed);
    });
    let owner = teller.world.items.get(sent.item).map(|item| item.facility);
    let arrived = received.map(|at| {
        let package = Package {
            facility: to,
            life: Life::Active,
            original: sent.quantity,
            item_from: owner,
            location: None,
            sublocation: None,
            note: None,
            touched: false,
            modified: at,
            ..sent
        };
        teller.add(package, at, Tag::Of(place), Vec::new())
    });
    let state = if received.is_some() { "Accepted" } else { "Shipped" };
    teller.shipments.push(Shipment { package: place, arrived, to, departed, received, price, state });
    arrived
}

fn flower_lot(teller: &mut Teller, age: i64, cases: i64, number: i64) {
    let strain = usize::try_from(teller.dice.below(GROWN as u64)).unwrap_or_default();
    let packs = packs_of(strain);
    let pack = if teller.dice.percent(50) { 0 } else { teller.dice.pick(&packs).copied().unwrap_or_default() };
    let Some((_, _, category, weight, price)) = PACKS.get(pack).copied() else { return };
    let (Some(category), Some(fact)) = (category_named(category), STRAINS.get(strain)) else { return };
    let raw = bulk(teller, strain, age + 6, false);
    let Some(raw) = send(teller, raw, DISTRIBUTOR, age + 3, Some(95)) else { return };
    teller.amend(raw, |package| package.item_from = Some(CULTIVATOR));
    let units_a_case = teller.dice.between(2, 6) * if weight >= 14_000 { 4 } else { 10 };
    let outcome = outcome(teller, age, number);
    let lot = Lot {
        age,
        item: teller.shelves.item(Good::Pack(strain, pack)),
        category,
        thc: fact.2,
        units_a_case,
        cases,
        price,
        outcome,
        batch: Text::from(format!("RR-{}-{:03}", teller.day(age).strftime("%y%m%d"), number % 1_000)),
        harvests: teller.package(raw).map(|package| package.harvests.clone()).unwrap_or_default(),
    };
    let units = lot.cases * lot.units_a_case + 40;
    let used = Decimal::new(units * weight, 3);
    let master = pack_master(teller, &lot, DISTRIBUTOR, (raw, used), "Packing Line");
    let left = teller.dice.percent(22);
    let finished = teller.day(age.saturating_sub(1));
    let remainder = Decimal::new(teller.dice.between(20, 900), 1);
    let at = teller.at(age, 15, 18);
    // The bulk was as large as the lot needed, so that what leaves it arrives in the lot.
    teller.amend(raw, |package| {
        package.original = used + if left { remainder } else { Decimal::ZERO };
        package.quantity = if left { remainder } else { Decimal::ZERO };
        package.touched = true;
        package.modified = at;
        if !left {
            package.life = Life::Inactive;
            package.finished = Some(finished);
            package.archived = Some(finished);
        }
    });
    // What was received is what was sent and packed.
    if let Some(original) = teller.package(raw).map(|package| package.original)
        && let Some(Tag::Of(origin)) = teller.drafts.get(raw).map(|draft| &draft.tag)
    {
        let origin = *origin;
        teller.amend(origin, |package| {
            package.original = original;
            package.quantity = original;
        });
    }
    tested_and_split(teller, &lot, master);
}

/// Most lots pass; some only on the second try; some not. What was not tested yet has not failed yet.
fn outcome(teller: &mut Teller, age: i64, number: i64) -> Outcome {
    let drawn = match number % 37 {
        5 => Outcome::Failed,
        11 => Outcome::PassedAgain,
        _ if teller.dice.permille(12) => Outcome::Failed,
        _ if teller.dice.permille(12) => Outcome::PassedAgain,
        _ => Outcome::Passed,
    };
    if drawn == Outcome::PassedAgain && age < 24 { Outcome::Failed } else { drawn }
}

/// The package of all units of a lot.
fn pack_master(teller: &mut Teller, lot: &Lot, facility: FacilityId, raw: (Place, Decimal), place: &str) -> Place {
    let units = lot.cases * lot.units_a_case + 40;
    let at = teller.at(lot.age, 9, 15);
    let day = teller.day(lot.age);
    let mut package = Package::plain(facility, Text::default(), lot.item, (Decimal::from(units), Unit::Each), day, at);
    package.harvests.clone_from(&lot.harvests);
    package.production_batch = Some(lot.batch.clone());
    package.location = teller.shelves.location(facility, place);
    let shelf_life = if lot.category.kind == "InfusedEdible" { 270 } else { 365 };
    package.expires = day.checked_add(SignedDuration::from_hours(24 * shelf_life)).ok();
    teller.add(package, at, Tag::New, vec![raw])
}

/// A lot of the microbusiness's kitchen or extraction room.
fn product_lot(teller: &mut Teller, age: i64, cases: i64, number: i64) {
    let place = usize::try_from(teller.dice.below(PRODUCTS.len() as u64)).unwrap_or_default();
    let Some(product) = PRODUCTS.get(place).copied() else { return };
    let Some(category) = category_named(product.category) else { return };
    let strain = usize::try_from(teller.dice.below(GROWN as u64)).unwrap_or_default();
    let shake = bulk(teller, strain, age + 16, true);
    let Some(shake) = send(teller, shake, MICRO, age + 14, Some(18)) else { return };
    let distillate = distil(teller, shake, age + 6);
    let outcome = outcome(teller, age, number);
    let thc = match (category.kind, product.size) {
        ("InfusedEdible" | "InfusedNonEdible", size) if size > 0 => product.thc * 1_000_000 / size / 100,
        _ => product.thc * 1_000_000 / product.size.max(1) / 10,
    };
    let lot = Lot {
        age,
        item: teller.shelves.item(Good::Product(place)),
        category,
        thc,
        units_a_case: teller.dice.between(2, 8) * 10,
        cases,
        price: product.price,
        outcome,
        batch: Text::from(format!("TF-{}-{:03}", teller.day(age).strftime("%y%m%d"), number % 1_000)),
        harvests: teller.package(distillate).map(|package| package.harvests.clone()).unwrap_or_default(),
    };
    let grams = Decimal::new((lot.cases * lot.units_a_case + 40) * product.thc.max(20), 3);
    let left = Decimal::new(teller.dice.between(0, 4_000), 1);
    let at = teller.at(age, 9, 15);
    let empty = left < Decimal::from(60);
    let left = if empty { Decimal::ZERO } else { left };
    let day = teller.day(age);
    teller.amend(distillate, |package| {
        package.original = grams + left;
        package.quantity = left;
        package.touched = true;
        package.modified = at;
        if empty {
            package.life = Life::Inactive;
            package.finished = Some(day);
            package.archived = Some(day);
        }
    });
    if teller.dice.percent(50) {
        // One package of all units goes to the distributor, who splits it.
        let master = pack_master(teller, &lot, MICRO, (distillate, grams), "Kitchen");
        if age < 2 {
            return;
        }
        let Some(master) = send(teller, master, DISTRIBUTOR, age - 1, Some(lot.price * 80 / 100)) else { return };
        tested_and_split(teller, &lot, master);
    } else {
        cases_from_kitchen(teller, &lot, (distillate, grams));
    }
}

fn distil(teller: &mut Teller, shake: Place, age: i64) -> Place {
    let at = teller.at(age, 9, 16);
    let day = teller.day(age);
    let item = teller.shelves.item(Good::Distillate);
    let mut package = Package::plain(MICRO, Text::default(), item, (Decimal::from(1_000), Unit::Grams), day, at);
    package.harvests = teller.package(shake).map(|package| package.harvests.clone()).unwrap_or_default();
    package.location = teller.shelves.location(MICRO, "Extraction Room");
    let used = teller.package(shake).map(|package| package.quantity).unwrap_or_default();
    teller.amend(shake, |package| {
        package.quantity = Decimal::ZERO;
        package.life = Life::Inactive;
        package.finished = Some(day);
        package.archived = Some(day);
        package.touched = true;
        package.modified = at;
    });
    teller.add(package, at, Tag::New, vec![(shake, used)])
}

/// The microbusiness tags every case itself; the distributor has one tested and passes all on under the same tags.
fn cases_from_kitchen(teller: &mut Teller, lot: &Lot, raw: (Place, Decimal)) {
    let share = raw.1.checked_div(Decimal::from(lot.cases.max(1))).unwrap_or_default().round_dp(3);
    let mut cases = Vec::new();
    for _ in 0..lot.cases {
        let single = Lot { cases: 1, harvests: lot.harvests.clone(), batch: lot.batch.clone(), ..*lot };
        let place = pack_master(teller, &single, MICRO, (raw.0, share), "Kitchen");
        let units = Decimal::from(lot.units_a_case);
        teller.amend(place, |package| {
            package.quantity = units;
            package.original = units;
        });
        cases.push(place);
    }
    if lot.age < 2 {
        return;
    }
    let price = Some(lot.price * lot.units_a_case * 80 / 100);
    let arrived: Vec<Place> =
        cases.into_iter().filter_map(|place| send(teller, place, DISTRIBUTOR, lot.age - 1, price)).collect();
    let Some(first) = arrived.first().copied() else { return };
    let state = assay(teller, lot, first);
    for (number, place) in (0..).zip(arrived) {
        verdict(teller, lot, place, state);
        store(teller, place);
        forward(teller, lot, place, number);
    }
}

fn store(teller: &mut Teller, place: Place) {
    let name = if teller.dice.percent(60) { "Warehouse A" } else { "Warehouse B" };
    let location = teller.shelves.location(DISTRIBUTOR, name);
    teller.amend(place, |package| package.location = location);
}

/// The distributor has a lot tested, splits it into cases and sends them to the shops.
fn tested_and_split(teller: &mut Teller, lot: &Lot, master: Place) {
    let state = assay(teller, lot, master);
    verdict(teller, lot, master, state);
    let held = teller.shelves.location(DISTRIBUTOR, "Test Hold");
    let passed = matches!(state, LabState::TestPassed | LabState::RetestPassed);
    if !passed {
        let hold = state == LabState::TestFailed && teller.dice.percent(60);
        teller.amend(master, |package| {
            package.location = held;
            package.on_hold = hold;
            package.needs_remediation = state == LabState::TestFailed;
        });
        return;
    }
    let split = split_age(lot);
    let at = teller.at(split, 8, 11);
    let day = teller.day(split);
    let mut left = teller.package(master).map(|package| package.quantity).unwrap_or_default();
    for number in 0..lot.cases {
        let Some(from) = teller.package(master).cloned() else { return };
        let sample = teller.dice.permille(12);
        let units = Decimal::from(if sample { 2 } else { lot.units_a_case });
        left -= units;
        let package = Package {
            quantity: units,
            original: units,
            packaged: day,
            first_lab_state: from.lab_state,
            source_batch: from.production_batch.clone(),
            production_batch: None,
            trade_sample: sample,
            received: None,
            item_from: from.item_from,
            touched: false,
            location: None,
            modified: at,
            ..from
        };
        let place = teller.add(package, at, Tag::New, vec![(master, units)]);
        store(teller, place);
        forward(teller, lot, place, number);
    }
    let gone = teller.dice.percent(78);
    let done = teller.at(split, 12, 18);
    teller.amend(master, |package| {
        package.quantity = left;
        package.touched = true;
        package.modified = done;
    });
    if gone {
        let at = teller.at(split.saturating_sub(2).max(0), 9, 16);
        let finished = pacific_date(at);
        teller.changes.push(super::teller::Change {
            package: master,
            quantity: -left,
            reason: "In-House Quality Control",
            note: "Retained for quality control",
            at,
        });
        teller.amend(master, |package| {
            package.quantity = Decimal::ZERO;
            package.life = Life::Inactive;
            package.finished = Some(finished);
            package.archived = Some(finished);
            package.modified = at;
        });
    }
}

/// How many days ago a lot could be split: a week after packing, later when it was tested twice.
fn split_age(lot: &Lot) -> i64 {
    (lot.age - if lot.outcome == Outcome::PassedAgain { 18 } else { 6 }).max(0)
}

/// Sends a case to a shop some days after the split, or leaves it in the warehouse if that is still to come.
fn forward(teller: &mut Teller, lot: &Lot, place: Place, number: i64) {
    if !matches!(
        teller.package(place).map(|package| package.lab_state),
        Some(LabState::TestPassed | LabState::RetestPassed)
    ) {
        return;
    }
    let spread = number * 24 / lot.cases.max(1) + teller.dice.between(0, 3);
    let days_ago = split_age(lot) - 1 - spread;
    if days_ago < 0 {
        return;
    }
    let flower = lot.category.kind == "Buds";
    let to = match teller.dice.below(100) {
        0..=87 => RETAILER,
        88..=95 => DELIVERY,
        _ if flower => MICRO,
        _ => RETAILER,
    };
    let price = lot.price * lot.units_a_case;
    if let Some(arrived) = send(teller, place, to, days_ago, Some(price)) {
        retail::shelve(teller, arrived, days_ago);
    }
}
