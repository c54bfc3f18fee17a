//! New packages out of packages, and taking them back.

use rust_decimal::Decimal;

use super::balance::{Given, Made};
use super::harvests::unpackage;
use super::{Operation, plant_batches};
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::state::World;
use crate::state::exact;
use crate::state::package::{Ingredient, Life, Package};
use crate::state::table::FacilityId;
use crate::state::tag::TagKind;
use crate::state::values::{LabState, Measure, Text, Unit, pacific_date};

const RIGHTS: &[&str] = &["View Packages", "Create/Submit/Discontinue Packages"];

pub const OPERATIONS: &[Operation] = &[
    Operation::write("POST", "/packages/v2", RIGHTS, |world, call| {
        call.needs(world, "CanCreateDerivedPackages")?;
        object::ids(world, call, |world, row| create(world, call, row, false))
    }),
    Operation::write("POST", "/packages/v2/testing", RIGHTS, |world, call| {
        call.needs(world, "CanSubmitPackagesForTesting")?;
        object::ids(world, call, |world, row| create(world, call, row, true))
    }),
    Operation::write("DELETE", "/packages/v2/{id}", RIGHTS, discontinue),
];

/// An active package of this license that may be worked with.
pub fn usable<'a>(world: &'a World, facility: FacilityId, label: &str) -> Result<&'a Package, Wrong> {
    workable(known(world, facility, label)?)
}

/// This row of a package, if it may be worked with. A tag that came back has several rows; only the newest is active.
pub fn workable(package: &Package) -> Result<&Package, Wrong> {
    let label = &package.label;
    match package.life {
        Life::Inactive if package.finished.is_some() => {
            Err(Wrong::Row(format!("Package {label} is Finished and must be unfinished first.")))
        }
        Life::Inactive => Err(Wrong::Row(format!("Package {label} is not active."))),
        Life::InTransit => Err(Wrong::Row(format!("Package {label} is in transit."))),
        Life::Transferred => Err(Wrong::Row(unknown(label))),
        Life::Active if package.on_hold => Err(Wrong::Row(format!("Package {label} is on hold."))),
        Life::Active => Ok(package),
    }
}

/// A package of this license, whatever its state.
pub fn known<'a>(world: &'a World, facility: FacilityId, label: &str) -> Result<&'a Package, Wrong> {
    let found = world.packages.find(facility, label).map(|(_, package)| package);
    found.ok_or_else(|| Wrong::Row(unknown(label)))
}

fn unknown(label: &str) -> String {
    format!("Package {label} does not exist in the current Facility.")
}

/// The location and sublocation that an object names; both may be absent.
pub fn place(
    world: &World,
    facility: FacilityId,
    row: &Object<'_>,
    (location, sublocation): (&str, &str),
) -> Result<(Option<u64>, Option<u64>), Wrong> {
    let at = match row.maybe_text(location)? {
        None => None,
        Some(name) => match world.locations.find(facility, name) {
            Some((id, _)) => Some(id),
            None => return Err(Wrong::Row(format!("Location {name} does not exist in the current Facility."))),
        },
    };
    let inside = match row.maybe_text(sublocation)? {
        None => None,
        Some(name) => match world.sublocations.find(facility, name) {
            Some((id, _)) => Some(id),
            None => return Err(Wrong::Row(format!("Sublocation {name} does not exist in the current Facility."))),
        },
    };
    Ok((at, inside))
}

fn create(world: &mut World, call: &Call, row: &Object<'_>, testing: bool) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let label = row.text("Tag")?;
    let quantity = row.amount("Quantity")?;
    let unit = row.unit("UnitOfMeasure")?;
    let day = row.past_date("ActualDate", call)?;
    let ingredients = row.objects("Ingredients")?;
    if ingredients.is_empty() {
        // An opening balance: closed once a license has been taken into the system.
        return Err("At least one Ingredient was not specified.".into());
    }
    let given = give(world, call, &ingredients, unit)?;
    let sources: Vec<Package> = given.iter().filter_map(|given| world.packages.get(given.package)).cloned().collect();
    let Some(first) = sources.first() else { return Err("At least one Ingredient was not specified.".into()) };
    let same_item = row.flag("UseSameItem")?;
    let (item, item_from) = match (same_item, row.maybe_text("Item")?) {
        (true, _) if sources.iter().any(|source| source.item != first.item) => {
            return Err("All Ingredients must have the same Item to use the same Item.".into());
        }
        (true, _) => (first.item, first.item_from),
        (false, None) => return Err(object::not_specified("Item")),
        (false, Some(name)) => match world.items.find(facility, name) {
            Some((id, _)) => (id, None),
            None => match sources.iter().find(|source| item_is(world, source.item, name)) {
                Some(source) => (source.item, source.item_from),
                None => return Err(Wrong::Row(format!("Item {name} does not exist in the current Facility."))),
            },
        },
    };
    let Some(category) = world.items.get(item).map(|item| item.category) else {
        return Err(object::not_specified("Item"));
    };
    if unit.measure() != category.unit.measure() {
        return Err(Wrong::Row(format!("Unit Of Measure {} is not valid for the Item.", unit.name())));
    }
    if unit.measure() == Measure::Count && !quantity.is_integer() {
        return Err("Quantity must be a whole number.".into());
    }
    // The same thing in another package, however it is named: nothing is gained or lost on the way.
    let same = sources.iter().all(|source| source.item == item);
    let made = Made { item, quantity, unit };
    if same || testing {
        made.equals(&given)?
    } else {
        made.is_not_more_than(world, &given)?
    }
    let required_tests: Vec<Text> = row.texts("RequiredLabTestBatches")?.into_iter().map(Text::from).collect();
    if testing && category.tests.is_some() && required_tests.is_empty() {
        let name = world.items.get(item).map(|item| item.name.to_string()).unwrap_or_default();
        return Err(Wrong::Row(format!("At least one Lab Test Batch is required for Item {name}")));
    }
    let batch = row.maybe_kept("ProductionBatchNumber")?;
    let is_batch = row.flag("IsProductionBatch")?;
    if is_batch && batch.is_none() {
        return Err(object::not_specified("Production Batch Number"));
    }
    let (location, sublocation) = place(world, facility, row, ("Location", "Sublocation"))?;
    let label = world.use_tag(facility, TagKind::Package, label, call.now)?;
    let mut harvests: Vec<u64> = sources.iter().flat_map(|source| source.harvests.iter().copied()).collect();
    harvests.sort_unstable();
    harvests.dedup();
    let batches: Vec<&str> = sources
        .iter()
        .filter_map(|source| source.production_batch.as_deref().or(source.source_batch.as_deref()))
        .collect();
    let state = lab_state(&sources, item, testing);
    let package = Package {
        item_from,
        harvests,
        source_labels: sources.iter().map(|source| Text::clone(&source.label)).collect(),
        ingredients: given.iter().map(|given| Ingredient { package: given.package, quantity: given.own }).collect(),
        source_batch: (!batches.is_empty()).then(|| Text::from(batches.join(", "))),
        location,
        sublocation,
        note: row.maybe_kept("Note")?,
        expires: row.maybe_date("ExpirationDate")?,
        sell_by: row.maybe_date("SellByDate")?,
        use_by: row.maybe_date("UseByDate")?,
        first_lab_state: state,
        lab_state: state,
        lab_state_date: if state == first.lab_state { first.lab_state_date } else { day },
        lab_performed: first.lab_performed.filter(|_| state == first.lab_state),
        lab_recorded: first.lab_recorded.filter(|_| state == first.lab_state),
        lab_expires: first.lab_expires.filter(|_| state == first.lab_state),
        production_batch: batch.filter(|_| is_batch),
        trade_sample: row.flag("IsTradeSample")?,
        source_trade_sample: sources.iter().any(|source| source.trade_sample),
        donation: row.flag("IsDonation")?,
        source_donation: sources.iter().any(|source| source.donation),
        testing_sample: testing,
        finished_good: row.flag("IsFinishedGood")?,
        remediated: sources.iter().find_map(|source| source.remediated),
        decontaminated: sources.iter().find_map(|source| source.decontaminated),
        required_tests,
        ..Package::plain(facility, label, item, (quantity, unit), day, call.now)
    };
    for given in &given {
        take(world, call, given.package, given.own)?;
        if testing {
            submit(world, call, given.package);
        }
    }
    world.use_item(item);
    Ok(world.packages.insert(|id| Package { id, ..package }))
}

/// What a new package's lab state is: a sample's is on its way; the same product keeps what its source has; anything
/// made anew must be tested.
fn lab_state(sources: &[Package], item: u64, testing: bool) -> LabState {
    let Some(first) = sources.first() else { return LabState::NotSubmitted };
    if testing {
        return LabState::SubmittedForTesting;
    }
    let alike = sources.iter().all(|source| source.lab_state == first.lab_state && source.item == item);
    if alike { first.lab_state } else { LabState::NotSubmitted }
}

fn item_is(world: &World, item: u64, name: &str) -> bool {
    world.items.get(item).is_some_and(|item| item.name.eq_ignore_ascii_case(name))
}

/// What the ingredients give, each package once, checked against what is left in it.
fn give(world: &World, call: &Call, rows: &[Object<'_>], made_unit: Unit) -> Result<Vec<Given>, Wrong> {
    let facility = call.facility()?;
    let mut all: Vec<Given> = Vec::new();
    for row in rows {
        let source = usable(world, facility, row.text("Package")?)?;
        let (quantity, unit) = (row.amount("Quantity")?, row.unit("UnitOfMeasure")?);
        let own = taken(source, quantity, unit)?;
        let made = unit.convert(quantity, made_unit);
        // A package that is named again gives what all its lines say together.
        let given = match all.iter().position(|given| given.package == source.id) {
            Some(place) => {
                let before = all.swap_remove(place);
                let both = before.made.zip(made);
                Given {
                    package: source.id,
                    own: object::held(exact::plus(before.own, own), "Quantity")?,
                    made: both.map(|(one, other)| object::held(exact::plus(one, other), "Quantity")).transpose()?,
                }
            }
            None => Given { package: source.id, own, made },
        };
        if given.own > source.quantity {
            return Err(not_enough(source));
        }
        all.push(given);
    }
    Ok(all)
}

/// A quantity in a package's own unit.
pub fn in_unit_of(package: &Package, quantity: Decimal, unit: Unit) -> Result<Decimal, Wrong> {
    unit.convert(quantity, package.unit).ok_or_else(|| {
        Wrong::Row(format!("Unit Of Measure {} cannot be used with Package {}.", unit.name(), package.label))
    })
}

/// The state's words for a package that holds less.
pub fn not_enough(package: &Package) -> Wrong {
    Wrong::Row(format!(
        "Package {} has only {} {} remaining.",
        package.label,
        package.quantity.normalize(),
        package.unit.name()
    ))
}

/// What leaves a package, in its own unit. What is counted leaves whole; what is too little to be told leaves not at all.
pub fn taken(package: &Package, quantity: Decimal, unit: Unit) -> Result<Decimal, Wrong> {
    let own = in_unit_of(package, quantity, unit)?;
    if package.unit.measure() == Measure::Count && !own.is_integer() {
        return Err(fraction(package));
    }
    if own <= Decimal::ZERO {
        return Err("Quantity must be greater than zero.".into());
    }
    Ok(own)
}

/// The state's words for a part of what is counted.
pub fn fraction(package: &Package) -> Wrong {
    Wrong::Row(format!("Package {} is counted and cannot hold a fraction.", package.label))
}

/// Something leaves a package, in its own unit. From then on it is touched.
pub fn take(world: &mut World, call: &Call, id: u64, own: Decimal) -> Result<(), Wrong> {
    let Some(package) = world.packages.get(id) else { return Ok(()) };
    let left = exact::minus(package.quantity, own).filter(|left| *left >= Decimal::ZERO);
    let left = left.ok_or_else(|| not_enough(package))?;
    world.packages.update(id, |package| {
        package.quantity = left;
        package.touched = true;
        package.modified = call.now;
    });
    Ok(())
}

/// Something goes back into the very package it left, which must still be active here: a finished package holds
/// nothing, and what is in one that has gone belongs to another license.
pub fn put_back(world: &mut World, call: &Call, id: u64, own: Decimal) -> Result<(), Wrong> {
    let Some(package) = world.packages.get(id) else { return Ok(()) };
    let after = object::held(exact::plus(workable(package)?.quantity, own), "Quantity")?;
    world.packages.update(id, |package| {
        package.quantity = after;
        package.modified = call.now;
    });
    Ok(())
}

/// A sample was taken of a package that was not tested yet.
fn submit(world: &mut World, call: &Call, id: u64) {
    let today = pacific_date(call.now);
    world.packages.update(id, |source| {
        if source.lab_state == LabState::NotSubmitted {
            source.lab_state = LabState::SubmittedForTesting;
            source.lab_state_date = today;
        }
    });
}

/// Discontinues a package that nothing happened to: what went into it goes back.
fn discontinue(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    let (facility, id) = (call.facility()?, call.id()?);
    let package = world
        .packages
        .get(id)
        .filter(|package| package.facility == facility && package.life == Life::Active)
        .cloned()
        .ok_or_else(|| Refusal::not_found(format!("Package {id} does not exist in the current Facility.")))?;
    if package.touched || package.received.is_some() || package.quantity != package.original {
        return Err(Refusal::bad_request(format!(
            "Package {} cannot be discontinued because it has been used, adjusted, sold or transferred.",
            package.label
        )));
    }
    give_back(world, call, &package).map_err(Wrong::into_refusal)?;
    let today = pacific_date(call.now);
    world.packages.update(id, |package| {
        package.life = Life::Inactive;
        package.quantity = Decimal::ZERO;
        package.archived = Some(today);
        package.modified = call.now;
    });
    Ok(Answer::Nothing)
}

/// What a package was made of goes back to where it came from.
fn give_back(world: &mut World, call: &Call, package: &Package) -> Result<(), Wrong> {
    for ingredient in &package.ingredients {
        put_back(world, call, ingredient.package, ingredient.quantity)?;
    }
    for (harvest, weight) in &package.from_harvests {
        unpackage(world, call, *harvest, *weight)?;
    }
    if let Some(from) = package.from_batch {
        plant_batches::change(world, call, from.batch, |batch| {
            batch.packaged = batch.packaged.saturating_sub(from.plants);
            if from.counted {
                batch.untracked = batch.untracked.saturating_add(from.plants);
            }
        })?;
    }
    Ok(())
}
