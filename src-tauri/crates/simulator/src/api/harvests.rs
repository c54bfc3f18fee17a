//! Harvests.

use rust_decimal::Decimal;

use super::Operation;
use super::package_create::place;
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::{Doc, fields};
use crate::state::exact;
use crate::state::harvest::{HARVEST_WASTE_TYPES, Harvest, HarvestWaste, harvest_doc, harvest_waste_doc};
use crate::state::package::Package;
use crate::state::plant::PlantLife;
use crate::state::table::Shelf;
use crate::state::tag::TagKind;
use crate::state::values::{LabState, Text};

const VIEW: &[&str] = &["View Harvests"];
const MANAGE: &[&str] = &["View Harvests", "Manage Harvests"];
const FINISH: &[&str] = &["View Harvests", "Finish/Discontinue Harvests"];
const GROW: &str = "CanGrowPlants";

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/harvests/v2/active", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/harvests/v2/inactive", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/harvests/v2/onhold", VIEW, |world, call| list(world, call, Shelf::OnHold)),
    Operation::get("/harvests/v2/waste", VIEW, waste_of),
    Operation::open("/harvests/v2/waste/types", |_, call| {
        paging::page(call, &HARVEST_WASTE_TYPES, |name| Some(fields! { "Name": name }))
    }),
    Operation::get("/harvests/v2/{id}", VIEW, |world, call| {
        call.needs(world, GROW)?;
        Answer::json(&harvest_doc(world, own(&world.harvests, call, "Harvest")?))
    }),
    Operation::write("POST", "/harvests/v2/packages", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| package(world, call, row, false))
    }),
    Operation::write("POST", "/harvests/v2/packages/testing", MANAGE, |world, call| {
        call.needs(world, "CanSubmitHarvestsForTesting")?;
        object::ids(world, call, |world, row| package(world, call, row, true))
    }),
    Operation::write("POST", "/harvests/v2/waste", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| waste(world, call, row))
    }),
    Operation::write("DELETE", "/harvests/v2/waste/{id}", MANAGE, discontinue_waste),
    Operation::write("PUT", "/harvests/v2/finish", FINISH, |world, call| {
        object::ids(world, call, |world, row| {
            let harvest = unfinished(world, call, row)?;
            let day = row.past_date("ActualDate", call)?;
            change(world, call, harvest.id, |harvest| harvest.finished = Some(day))
        })
    }),
    Operation::write("PUT", "/harvests/v2/unfinish", FINISH, |world, call| {
        object::ids(world, call, |world, row| {
            let harvest = named(world, call, row)?;
            if harvest.finished.is_none() {
                return Err(Wrong::Row(format!("Harvest {} is not finished.", harvest.name)));
            }
            change(world, call, harvest.id, |harvest| harvest.finished = None)
        })
    }),
    Operation::write("PUT", "/harvests/v2/rename", MANAGE, |world, call| {
        object::ids(world, call, |world, row| {
            let harvest = named(world, call, row)?;
            let name = row.text("NewName")?;
            if world.harvests.find(harvest.facility, name).is_some() {
                return Err(Wrong::Row(format!("Harvest {name} already exists.")));
            }
            change(world, call, harvest.id, |harvest| harvest.name = Text::from(name))
        })
    }),
    Operation::write("PUT", "/harvests/v2/location", MANAGE, |world, call| {
        object::ids(world, call, |world, row| {
            let harvest = named(world, call, row)?;
            row.text("DryingLocation")?;
            let (drying, sublocation) = place(world, harvest.facility, row, ("DryingLocation", "DryingSublocation"))?;
            change(world, call, harvest.id, |harvest| {
                harvest.drying = drying;
                harvest.sublocation = sublocation;
            })
        })
    }),
    Operation::write("PUT", "/harvests/v2/restore/harvestedplants", FINISH, |world, call| {
        object::ids(world, call, |world, row| restore(world, call, row))
    }),
];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, GROW)?;
    let window = Window::of(call)?;
    let ids = world.harvests.window(facility, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.harvests.get(id).map(|harvest| harvest_doc(world, harvest)))
}

fn waste_of(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let facility = call.needs(world, GROW)?;
    let harvest: Option<u64> = call.query.get("harvestId").and_then(|id| id.parse().ok());
    let harvest = harvest.ok_or_else(|| Refusal::bad_request("harvestId was not specified."))?;
    let rows: Vec<&HarvestWaste> = world
        .harvest_wastes
        .iter()
        .map(|(_, waste)| waste)
        .filter(|waste| waste.facility == facility && waste.harvest == harvest && !waste.archived)
        .collect();
    paging::page(call, &rows, |waste| -> Option<Doc> { Some(harvest_waste_doc(waste)) })
}

/// The harvest that an object names by id or by one of its names.
fn named(world: &World, call: &Call, row: &Object<'_>) -> Result<Harvest, Wrong> {
    let facility = call.facility()?;
    let found = match row.maybe_id("Id")?.or(row.maybe_id("HarvestId")?) {
        Some(id) => world.harvests.get(id).filter(|harvest| harvest.facility == facility),
        None => {
            let name = match row.maybe_text("HarvestName")? {
                Some(name) => name,
                None => row.maybe_text("OldName")?.ok_or_else(|| object::not_specified("Harvest"))?,
            };
            world.harvests.find(facility, name).map(|(_, harvest)| harvest)
        }
    };
    found.cloned().ok_or_else(|| Wrong::from("The Harvest does not exist in the current Facility."))
}

fn unfinished(world: &World, call: &Call, row: &Object<'_>) -> Result<Harvest, Wrong> {
    let harvest = named(world, call, row)?;
    open(&harvest)?;
    Ok(harvest)
}

/// A harvest whose weight may still change.
fn open(harvest: &Harvest) -> Result<(), Wrong> {
    match harvest.finished {
        Some(_) => Err(Wrong::Row(format!("Harvest {} is finished.", harvest.name))),
        None => Ok(()),
    }
}

/// What was packaged of a harvest goes back to it.
pub fn unpackage(world: &mut World, call: &Call, id: u64, weight: Decimal) -> Result<(), Wrong> {
    let Some(harvest) = world.harvests.get(id) else { return Ok(()) };
    open(harvest)?;
    let packaged = object::held(exact::minus(harvest.packaged, weight), "Weight")?;
    change(world, call, id, |harvest| {
        harvest.packaged = packaged;
        harvest.packages = harvest.packages.saturating_sub(1);
    })?;
    Ok(())
}

fn change(world: &mut World, call: &Call, id: u64, act: impl FnOnce(&mut Harvest)) -> Result<u64, Wrong> {
    world.harvests.update(id, |harvest| {
        act(harvest);
        harvest.modified = call.now;
    });
    Ok(id)
}

/// A package out of one or more harvests; its quantity is what they give.
fn package(world: &mut World, call: &Call, row: &Object<'_>, testing: bool) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let unit = row.unit("UnitOfWeight")?;
    let day = row.past_date("ActualDate", call)?;
    let name = row.text("Item")?;
    let Some((item, item_unit)) = world.items.find(facility, name).map(|(id, item)| (id, item.unit)) else {
        return Err(Wrong::Row(format!("Item {name} does not exist in the current Facility.")));
    };
    if item_unit.measure() != unit.measure() {
        return Err(Wrong::Row(format!("Unit Of Measure {} is not valid for the Item.", unit.name())));
    }
    let rows = row.objects("Ingredients")?;
    if rows.is_empty() {
        return Err(object::not_specified("Ingredients"));
    }
    let mut total = Decimal::ZERO;
    let mut given: Vec<(u64, Decimal)> = Vec::new();
    for row in &rows {
        let harvest = unfinished(world, call, row)?;
        let (weight, of) = (row.amount("Weight")?, row.unit("UnitOfWeight")?);
        let own = of.convert(weight, harvest.unit).filter(|own| *own > Decimal::ZERO);
        let own = own.ok_or("UnitOfWeight is not a weight.")?;
        let before = given.iter().find(|one| one.0 == harvest.id).map(|one| one.1).unwrap_or_default();
        let own = object::held(exact::plus(before, own), "Weight")?;
        if own > harvest.current() {
            return Err(Wrong::Row(format!(
                "Harvest {} has only {} {} remaining.",
                harvest.name,
                harvest.current().normalize(),
                harvest.unit.name()
            )));
        }
        let made = of.convert(weight, unit).ok_or("UnitOfWeight is not a weight.")?;
        total = object::held(exact::plus(total, made), "Weight")?;
        match given.iter_mut().find(|one| one.0 == harvest.id) {
            Some(one) => one.1 = own,
            None => given.push((harvest.id, own)),
        }
    }
    let (location, sublocation) = place(world, facility, row, ("Location", "Sublocation"))?;
    let is_batch = row.flag("IsProductionBatch")?;
    let batch = row.maybe_kept("ProductionBatchNumber")?.filter(|_| is_batch);
    let label = world.use_tag(facility, TagKind::Package, row.text("Tag")?, call.now)?;
    let state = if testing { LabState::SubmittedForTesting } else { LabState::NotSubmitted };
    let package = Package {
        harvests: given.iter().map(|one| one.0).collect(),
        from_harvests: given.clone(),
        location,
        sublocation,
        note: row.maybe_kept("Note")?,
        expires: row.maybe_date("ExpirationDate")?,
        sell_by: row.maybe_date("SellByDate")?,
        use_by: row.maybe_date("UseByDate")?,
        production_batch: batch,
        trade_sample: row.flag("IsTradeSample")?,
        testing_sample: testing,
        first_lab_state: state,
        lab_state: state,
        ..Package::plain(facility, label, item, (total, unit), day, call.now)
    };
    for (harvest, own) in given {
        let packaged = world.harvests.get(harvest).and_then(|harvest| exact::plus(harvest.packaged, own));
        let packaged = object::held(packaged, "Weight")?;
        change(world, call, harvest, |harvest| {
            harvest.packaged = packaged;
            harvest.packages = harvest.packages.saturating_add(1);
        })?;
    }
    world.use_item(item);
    Ok(world.packages.insert(|id| Package { id, ..package }))
}

fn waste(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let harvest = unfinished(world, call, row)?;
    let name = row.text("WasteType")?;
    let kind = HARVEST_WASTE_TYPES.iter().find(|kind| kind.eq_ignore_ascii_case(name));
    let kind = kind.ok_or_else(|| object::invalid("Waste Type", name, &HARVEST_WASTE_TYPES))?;
    let (weight, unit) = (row.amount("WasteWeight")?, row.unit("UnitOfWeight")?);
    let own = unit.convert(weight, harvest.unit).ok_or("UnitOfWeight is not a weight.")?;
    if own > harvest.current() {
        return Err(Wrong::Row(format!("Harvest {} has less weight remaining.", harvest.name)));
    }
    let day = row.past_date("ActualDate", call)?;
    let wasted = object::held(exact::plus(harvest.waste, own), "WasteWeight")?;
    change(world, call, harvest.id, |harvest| harvest.waste = wasted)?;
    Ok(world.harvest_wastes.insert(|id| HarvestWaste {
        id,
        facility: harvest.facility,
        harvest: harvest.id,
        kind,
        weight,
        unit,
        own,
        day,
        archived: false,
        modified: call.now,
    }))
}

fn discontinue_waste(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    let waste = own(&world.harvest_wastes, call, "Harvest Waste")?.clone();
    if waste.archived {
        return Err(Refusal::not_found(format!("Harvest Waste {} does not exist.", waste.id)));
    }
    world.harvest_wastes.update(waste.id, |waste| {
        waste.archived = true;
        waste.modified = call.now;
    });
    unwaste(world, call, &waste).map_err(Wrong::into_refusal)?;
    Ok(Answer::Nothing)
}

fn unwaste(world: &mut World, call: &Call, waste: &HarvestWaste) -> Result<(), Wrong> {
    let Some(harvest) = world.harvests.get(waste.harvest) else { return Ok(()) };
    open(harvest)?;
    let left = object::held(exact::minus(harvest.waste, waste.own), "WasteWeight")?;
    change(world, call, waste.harvest, |harvest| harvest.waste = left)?;
    Ok(())
}

/// Harvested plants grow again; their weight leaves the harvest.
fn restore(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let harvest = unfinished(world, call, row)?;
    for label in row.texts("PlantTags")? {
        let plant = world.plants.find(harvest.facility, label).map(|(_, plant)| plant.clone());
        let plant = plant.ok_or_else(|| format!("Plant {label} does not exist in the current Facility."))?;
        let PlantLife::Harvested { harvest: of, weight, unit, .. } = plant.life else {
            return Err(Wrong::Row(format!("Plant {label} is not harvested.")));
        };
        let own = unit.convert(weight, harvest.unit).ok_or("UnitOfWeight is not a weight.")?;
        let now = world.harvests.get(harvest.id).map(|harvest| (harvest.current(), harvest.restored));
        let (left, before) = now.unwrap_or_default();
        let restored = object::held(exact::plus(before, own), "Weight")?;
        if of != harvest.id || own > left {
            return Err(Wrong::Row(format!("Plant {label} cannot be restored from this Harvest.")));
        }
        world.plants.update(plant.id, |plant| {
            plant.life = PlantLife::Growing;
            plant.modified = call.now;
        });
        change(world, call, harvest.id, |harvest| {
            harvest.restored = restored;
            harvest.plants = harvest.plants.saturating_sub(1);
        })?;
    }
    Ok(harvest.id)
}
