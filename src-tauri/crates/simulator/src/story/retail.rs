//! What the shops do with what they receive: put it on the shelf, sell it, split it, finish it.

use rust_decimal::Decimal;

use super::catalogue::HOUSE;
use super::lots::send;
use super::people::{DELIVERY, DISTRIBUTOR, MICRO, RETAILER};
use super::stock::Good;
use super::teller::{Change, Place, Shipment, Tag, Teller};
use crate::state::package::{Life, Package};
use crate::state::values::pacific_date;

/// How many items the storefront has of its own.
const HOUSE_ITEMS: u64 = HOUSE.len() as u64;

const NOTES: [&str; 8] = [
    "Online menu updated",
    "Count checked by second person",
    "Two jars with torn labels, set aside",
    "Keep for Friday promotion",
    "Customer favourite, reorder early",
    "Box opened for display",
    "Rotate: sell before newer batch",
    "Moved from Back Stock after count",
];

/// A case at a shop, from the day it came to the end of the story.
pub fn shelve(teller: &mut Teller, place: Place, days_ago: i64) {
    let Some(case) = teller.package(place).cloned() else { return };
    let shop = case.facility;
    // Some senders leave the item's origin out.
    if teller.dice.percent(12) {
        teller.amend(place, |package| package.item_from = None);
    }
    // Shops of a microbusiness and vehicles sell faster than a floor with many brands.
    let sell_through = match shop {
        DELIVERY | MICRO => teller.dice.between(12, 90),
        _ => teller.dice.between(20, 150),
    };
    let sold_share = (days_ago * 100 / sell_through + teller.dice.between(-6, 6)).clamp(0, 100);
    let units = case.original;
    let sold = (units * Decimal::new(sold_share, 2)).floor().min(units);
    let left = units - sold;
    if case.trade_sample {
        trade_sample(teller, place, days_ago);
        return;
    }
    if left.is_zero() {
        sold_out(teller, place, (days_ago - sell_through).clamp(0, days_ago));
    } else {
        on_the_shelf(teller, place, left, days_ago);
    }
    if teller.dice.permille(40) && days_ago > 2 {
        miscount(teller, place, days_ago);
    }
    if teller.dice.permille(60) && days_ago > 4 {
        split(teller, place, days_ago);
    }
}

fn sold_out(teller: &mut Teller, place: Place, days_ago: i64) {
    let at = teller.at(days_ago, 9, 21);
    let finished_after = teller.dice.between(0, 6);
    let finish = teller.dice.percent(92) && days_ago >= finished_after;
    let finished_at = teller.at((days_ago - finished_after).max(0), 20, 22).max(at);
    let floor = floor(teller, place);
    teller.amend(place, |package| {
        package.quantity = Decimal::ZERO;
        package.touched = true;
        package.location = floor;
        package.modified = at;
        if finish {
            package.life = Life::Inactive;
            package.finished = Some(pacific_date(finished_at));
            package.archived = Some(pacific_date(finished_at));
            package.modified = finished_at;
        }
    });
}

fn on_the_shelf(teller: &mut Teller, place: Place, left: Decimal, days_ago: i64) {
    let Some(case) = teller.package(place).cloned() else { return };
    let sold = left < case.original;
    let last_sale = teller.dice.between(0, days_ago.min(4));
    let at = teller.at(last_sale, 9, 21).max(case.modified);
    let held = teller.dice.permille(34);
    let location = if held {
        teller.shelves.location(case.facility, "Quarantine")
    } else if days_ago <= 1 && case.facility == RETAILER && !sold {
        teller.shelves.location(RETAILER, "Receiving")
    } else {
        floor(teller, place)
    };
    let sublocation = sublocation(teller, &case, location);
    let note = teller.dice.permille(70).then(|| teller.dice.pick(&NOTES).copied()).flatten();
    teller.amend(place, |package| {
        package.quantity = left;
        package.location = location;
        package.sublocation = sublocation;
        package.on_hold = held;
        package.note = note.map(Into::into);
        if sold {
            package.touched = true;
            package.modified = at;
        }
    });
    // A defective case went back and was received, as a new row under its old tag.
    if case.facility == RETAILER && !held && days_ago > 8 && teller.dice.permille(14) {
        teller.amend(place, |package| package.quantity = left);
        if let Some(back) = send(teller, place, DISTRIBUTOR, days_ago / 2, None) {
            let quarantine = teller.shelves.location(DISTRIBUTOR, "Quarantine");
            teller.amend(back, |package| {
                package.location = quarantine;
                package.note = Some("Returned: defective seal".into());
            });
        }
        return;
    }
    // Another is on its way back: it left today and has not arrived.
    if case.facility == RETAILER && !held && teller.dice.permille(12) {
        let departed = teller.at(0, 6, 9).max(at);
        teller.amend(place, |package| {
            package.life = Life::InTransit;
            package.location = None;
            package.sublocation = None;
            package.modified = departed;
        });
        teller.shipments.push(Shipment {
            package: place,
            arrived: None,
            to: DISTRIBUTOR,
            departed,
            received: None,
            price: None,
            state: "Shipped",
        });
    }
}

fn floor(teller: &mut Teller, place: Place) -> Option<u64> {
    let facility = teller.package(place)?.facility;
    let name = match (facility, teller.dice.below(100)) {
        (RETAILER, 0..=57) => "Sales Floor",
        (RETAILER, 58..=84) => "Back Stock",
        (DELIVERY, 0..=34) => "Vehicle 1",
        (DELIVERY, 35..=59) => "Vehicle 2",
        _ => "Vault",
    };
    teller.shelves.location(facility, name)
}

fn sublocation(teller: &mut Teller, case: &Package, location: Option<u64>) -> Option<u64> {
    if case.facility != RETAILER || location != teller.shelves.location(RETAILER, "Sales Floor") {
        return None;
    }
    let places: Vec<u64> = teller
        .world
        .sublocations
        .iter()
        .filter(|(_, sublocation)| sublocation.facility == RETAILER)
        .map(|(id, _)| id)
        .collect();
    teller.dice.pick(&places).copied()
}

/// A vendor's sample: handed to an employee soon, and finished.
fn trade_sample(teller: &mut Teller, place: Place, days_ago: i64) {
    let handed = days_ago - teller.dice.between(1, 9);
    let location = teller.shelves.location(RETAILER, "Vault");
    let Some((units, came)) = teller.package(place).map(|package| (package.quantity, package.modified)) else { return };
    if handed < 0 {
        teller.amend(place, |package| package.location = location);
        return;
    }
    let at = teller.at(handed, 10, 20).max(came);
    teller.changes.push(Change {
        package: place,
        quantity: -units,
        reason: "Trade Sample",
        note: "Given to L. Barragan, end of shift",
        at,
    });
    teller.amend(place, |package| {
        package.quantity = Decimal::ZERO;
        package.touched = true;
        package.location = location;
        package.life = Life::Inactive;
        package.finished = Some(pacific_date(at));
        package.archived = Some(pacific_date(at));
        package.modified = at;
    });
}

/// A count found one too few or one too many at some time.
fn miscount(teller: &mut Teller, place: Place, days_ago: i64) {
    let missing = teller.dice.percent(70);
    let day = teller.dice.between(1, days_ago - 1);
    let at = teller.at(day, 20, 22);
    let (reason, note) = match (missing, teller.dice.percent(50)) {
        (true, true) => ("Damage", "Jar broken while stocking"),
        (true, false) => ("Incorrect Quantity", "One fewer than on the label"),
        (false, _) => ("Incorrect Quantity", "One more than counted at receipt"),
    };
    let quantity = Decimal::from(if missing { -1 } else { 1 });
    teller.changes.push(Change { package: place, quantity, reason, note, at });
    teller.amend(place, |package| {
        package.touched = true;
        package.modified = package.modified.max(at);
    });
}

/// The shop tags a few units of a case itself: for display, for a vehicle, for an employee.
fn split(teller: &mut Teller, place: Place, days_ago: i64) {
    let Some(case) = teller.package(place).cloned() else { return };
    let day = teller.dice.between(1, days_ago - 1);
    let at = teller.at(day, 10, 18);
    let units = Decimal::from(teller.dice.between(1, 5));
    let sample = teller.dice.percent(25);
    let sold = teller.dice.percent(40);
    let note = match (sample, teller.dice.percent(50)) {
        (true, _) => "Employee sample",
        (false, true) => "Split for display",
        (false, false) => "Split after damaged seal",
    };
    let date = pacific_date(at);
    let done = teller.at(day - 1, 12, 21).max(at);
    let location = teller.shelves.location(case.facility, "Vault");
    // The storefront has items of its own for what it tags; otherwise the item stays the sender's.
    let own = (case.facility == RETAILER && teller.dice.percent(45)).then(|| teller.dice.below(HOUSE_ITEMS));
    let own = own.map(|number| teller.shelves.item(Good::House(number)));
    let package = Package {
        item: own.unwrap_or(case.item),
        item_from: if own.is_some() { None } else { case.item_from },
        quantity: if sold { Decimal::ZERO } else { units },
        original: units,
        packaged: date,
        life: if sold { Life::Inactive } else { Life::Active },
        finished: sold.then(|| pacific_date(done)),
        archived: sold.then(|| pacific_date(done)),
        on_hold: false,
        received: None,
        trade_sample: sample,
        note: Some(note.into()),
        source_batch: case.production_batch.clone().or_else(|| case.source_batch.clone()),
        production_batch: None,
        first_lab_state: case.lab_state,
        touched: sold,
        location,
        sublocation: None,
        modified: if sold { done } else { at },
        ..case
    };
    teller.add(package, at, Tag::New, vec![(place, units)]);
    teller.amend(place, |package| package.modified = package.modified.max(at));
}
