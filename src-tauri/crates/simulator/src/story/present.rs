//! What stands ready when the story ends: manifests, tags, drivers, growing plants, receipts, a template.

use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::people::{self, CULTIVATOR, DELIVERY, DISTRIBUTOR, MICRO, RETAILER};
use crate::state::World;
use crate::state::additive::{Additive, AdditiveTemplate, Mixture};
use crate::state::facility::FacilityKind;
use crate::state::package::Life;
use crate::state::plant::{BATCH_TYPES, BatchType, Plant, PlantBatch, PlantLife};
use crate::state::sale::{Line, Receipt};
use crate::state::table::FacilityId;
use crate::state::tag::TagKind;
use crate::state::transfer::{Carrier, Incoming, TRANSFER_TYPES, Transfer, TransferType};
use crate::state::transporter::Transporter;
use crate::state::values::{Text, Unit, pacific, pacific_date};

const DRIVERS: [(&str, &str, &str); 3] = [
    ("Marguerite Ojeda", "D4471920", "EMP-101"),
    ("Solomon Pike", "D8830174", "EMP-102"),
    ("Ana Kovalenko", "D5512907", "EMP-103"),
];

const VEHICLES: [(&str, &str, &str); 3] =
    [("Ford", "Transit", "8TRK204"), ("Ram", "ProMaster", "7HNG551"), ("Toyota", "Sienna", "9KLM880")];

const ROUTES: [&str; 3] = [
    "Harbor Blvd to I-880 N, exit 41, left on Poppy Ln",
    "CA-12 W to US-101 S, exit Petaluma Blvd, right on D St",
    "Cannery Row to Hwy 1 N, exit Reservation Rd",
];

/// The manifest of these shipped rows, which share sender, recipient and day.
pub fn manifest(world: &mut World, rows: Vec<u64>) {
    const TYPES: &[TransferType] = &TRANSFER_TYPES;
    let Some(first) = rows.first().and_then(|id| world.shipped.get(*id)).cloned() else { return };
    let departed = rows.iter().filter_map(|id| world.shipped.get(*id)?.departed).min();
    let received = rows.iter().filter_map(|id| world.shipped.get(*id)?.received.map(|received| received.0)).max();
    let retail = world
        .facility(first.recipient)
        .is_some_and(|facility| matches!(facility.kind, FacilityKind::Retailer | FacilityKind::DeliveryRetailer));
    let back = first.facility == RETAILER;
    let Some(kind) = TYPES.get(if back {
        1
    } else if retail {
        2
    } else {
        0
    }) else {
        return;
    };
    let created = departed.unwrap_or(world.anchor) - SignedDuration::from_hours(15);
    let left = departed.unwrap_or(world.anchor);
    let modified = received.unwrap_or(left);
    let pick = usize::try_from(first.package % 3).unwrap_or_default();
    let by = people::worker(world, first.facility, first.package);
    let transfer = Transfer {
        id: 0,
        facility: first.facility,
        manifest: Some(first.manifest.clone()),
        name: None,
        template: None,
        delivery: 0,
        recipient: first.recipient,
        kind,
        route: Text::from(ROUTES.get(pick).copied().unwrap_or_default()),
        invoice: None,
        leaves: local(left),
        arrives: local(left + SignedDuration::from_hours(4)),
        carrier: carrier(world, pick),
        loads: Vec::new(),
        rows,
        departed,
        received,
        rejected: false,
        returned: false,
        archived: false,
        created,
        by,
        modified,
    };
    let id = world.transfers.insert(|id| Transfer { id, delivery: Transfer::delivery_of(id), ..transfer });
    world.incoming.insert(|_| Incoming { facility: first.recipient, transfer: id, modified });
}

/// Facility-local, as the state writes it.
fn local(at: Timestamp) -> Text {
    Text::from(at.to_zoned(pacific()).datetime().strftime("%Y-%m-%dT%H:%M:%S.000").to_string())
}

fn carrier(world: &World, pick: usize) -> Carrier {
    let distributor = world.facility(DISTRIBUTOR);
    let (driver, license, employee) = DRIVERS.get(pick).copied().unwrap_or_default();
    let (make, model, plate) = VEHICLES.get(pick).copied().unwrap_or_default();
    Carrier {
        license: distributor.map(|facility| facility.license.clone()).unwrap_or_default(),
        name: distributor.map(|facility| facility.name.clone()).unwrap_or_default(),
        driver: Text::from(driver),
        driver_occupational: Text::from(employee),
        driver_license: Text::from(license),
        make: Text::from(make),
        model: Text::from(model),
        plate: Text::from(plate),
    }
}

/// Everything else.
pub fn prepare(world: &mut World, dice: &mut Dice) {
    let since = world.anchor - SignedDuration::from_hours(24 * 45);
    let licenses: Vec<FacilityId> = world.facilities.iter().take(6).map(|facility| facility.id).collect();
    for facility in licenses {
        world.issue_tags(facility, TagKind::Package, 300, since);
        if world.facility(facility).is_some_and(|facility| facility.may("CanGrowPlants")) {
            world.issue_tags(facility, TagKind::Plant, 400, since);
        }
    }
    for facility in [DISTRIBUTOR, MICRO, DELIVERY] {
        for ((name, license, employee), (make, model, plate)) in DRIVERS.into_iter().zip(VEHICLES) {
            let driver = [("EmployeeId", employee), ("Name", name), ("DriversLicenseNumber", license)];
            let vehicle = [("Make", make), ("Model", model), ("LicensePlateNumber", plate)];
            let row = |fields: [(&'static str, &str); 3]| Transporter {
                id: 0,
                facility,
                fields: fields.map(|(name, text)| (name, Text::from(text))),
                archived: false,
                modified: since,
            };
            let (driver, vehicle) = (row(driver), row(vehicle));
            world.drivers.insert(|id| Transporter { id, ..driver });
            world.vehicles.insert(|id| Transporter { id, ..vehicle });
        }
    }
    if world.packages.len() > 0 {
        garden(world, dice);
        for shop in [RETAILER, DELIVERY] {
            till(world, dice, shop);
        }
    }
}

/// Batches in the nursery and plants in the greenhouses.
fn garden(world: &mut World, dice: &mut Dice) {
    const TYPES: &[BatchType] = &BATCH_TYPES;
    let facility = CULTIVATOR;
    let strains: Vec<u64> =
        world.strains.iter().filter(|(_, strain)| strain.facility == facility).map(|(id, _)| id).collect();
    let place = |world: &World, name: &str| world.locations.find(facility, name).map(|(id, _)| id);
    let (nursery, houses) = (place(world, "Nursery"), [place(world, "Greenhouse 1"), place(world, "Greenhouse 2")]);
    let Some(kind) = TYPES.get(1) else { return };
    let mut labels = world.issue_tags(facility, TagKind::Plant, 160, world.anchor).into_iter();
    for number in 0..10_i64 {
        let days = 12 + number * 9;
        let at = world.anchor - SignedDuration::from_hours(24 * days - 5);
        let Some(name) = labels.next().and_then(|label| world.use_tag(facility, TagKind::Plant, &label, at).ok())
        else {
            return;
        };
        let strain = dice.pick(&strains).copied().unwrap_or_default();
        let tracked = if days > 40 { 14_u32 } else { 0 };
        let untracked = u32::try_from(dice.between(0, 60)).unwrap_or_default() + u32::from(days <= 40);
        let planted = pacific_date(at);
        let batch = world.plant_batches.insert(|id| PlantBatch {
            id,
            facility,
            name,
            kind,
            location: nursery,
            sublocation: None,
            strain,
            untracked: if days > 80 { 0 } else { untracked },
            tracked,
            packaged: 0,
            destroyed: u32::try_from(number % 3).unwrap_or_default(),
            source_package: None,
            source_plant: None,
            source_batch: None,
            planted,
            modified: at,
        });
        for _ in 0..tracked {
            let later = at + SignedDuration::from_hours(24 * 30);
            let used = labels.next().and_then(|label| world.use_tag(facility, TagKind::Plant, &label, later).ok());
            let Some(label) = used else { return };
            let location = houses.get(usize::try_from(number % 2).unwrap_or_default()).copied().flatten();
            world.plants.insert(|id| Plant {
                id,
                facility,
                label,
                batch,
                strain,
                location,
                sublocation: None,
                life: PlantLife::Growing,
                harvests: 0,
                planted,
                flowering: pacific_date(later),
                modified: later,
            });
        }
        feed(world, batch, untracked + tracked, at + SignedDuration::from_hours(40));
    }
}

fn feed(world: &mut World, batch: u64, plants: u32, at: Timestamp) {
    let mixture = Mixture {
        kind: "Fertilizer",
        trade_name: Text::from("Coast Grow 4-2-3"),
        epa: None,
        supplier: Text::from("Salinas Valley Supply"),
        device: Text::from("Drip line"),
        ingredients: vec![(Text::from("Nitrogen"), Decimal::from(4)), (Text::from("Potash"), Decimal::from(3))],
        entry_quantity: None,
        entry_time: None,
        note: None,
    };
    if world.additive_templates.len() == 0 {
        let mixture = mixture.clone();
        world.additive_templates.insert(|id| AdditiveTemplate {
            id,
            facility: CULTIVATOR,
            name: Text::from("Weekly feed"),
            mixture,
            modified: at,
        });
    }
    world.additives.insert(|_| Additive {
        facility: CULTIVATOR,
        mixture,
        amount: Decimal::new(25, 1),
        unit: Unit::Gallons,
        batch: Some(batch),
        plants,
        rate: None,
        volume: None,
        modified: at,
    });
}

/// The receipts of a shop's last weeks, out of packages that sold some.
fn till(world: &mut World, dice: &mut Dice, shop: FacilityId) {
    let sold: Vec<(u64, Text, Unit, Timestamp)> = world
        .packages
        .iter()
        .map(|(_, package)| package)
        .filter(|package| package.facility == shop && package.touched && package.life != Life::Transferred)
        .filter(|package| package.quantity < package.original && package.received.is_some())
        .map(|package| (package.id, package.label.clone(), package.unit, package.modified))
        .collect();
    let mut times: Vec<Timestamp> = (0..sold.len().min(4_000) / 2)
        .map(|_| world.anchor - SignedDuration::from_secs(dice.between(600, 40 * 86_400)))
        .map(|at| at.round(jiff::Unit::Second).unwrap_or(at))
        .collect();
    times.sort_unstable();
    for (number, at) in (1..).zip(times) {
        let mut lines: Vec<Line> = Vec::new();
        for _ in 0..dice.between(1, 4) {
            let Some((package, label, unit, _)) = dice.pick(&sold).cloned() else { continue };
            if lines.iter().any(|line| line.package == package) {
                continue;
            }
            let quantity = Decimal::from(dice.between(1, 2));
            let price = quantity * Decimal::new(dice.between(900, 6_500), 2);
            lines.push(Line { package, label, quantity, unit, own: quantity, price, invoice: None });
        }
        let by = people::worker(world, shop, dice.below(5));
        let is_final = at < world.anchor - SignedDuration::from_hours(24 * 20);
        let patient = dice.percent(9).then(|| Text::from(format!("M{:08}", dice.below(90_000_000))));
        let recorded = at + SignedDuration::from_secs(40);
        world.receipts.insert(|id| Receipt {
            id,
            facility: shop,
            external: Some(Text::from(format!("POS-{shop}-{number:06}"))),
            sold: local(at),
            customer: if patient.is_some() { "Patient" } else { "Consumer" },
            patient,
            caregiver: None,
            identification: None,
            lines,
            is_final,
            archived: None,
            recorded,
            by,
            modified: recorded,
        });
    }
}
