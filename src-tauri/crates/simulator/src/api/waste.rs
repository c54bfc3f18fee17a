//! Waste of plants and plant batches, and the lists of methods and reasons.

use super::Operation;
use super::places::own;
use super::plant_batches;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::{Doc, fields};
use crate::state::plant::{PlantWaste, WASTE_METHODS, WASTE_REASONS, reason_doc, waste_doc};
use crate::state::table::Shelf;
use crate::state::values::{Instant, Num};

const VIEW: &[&str] = &["View Plants Waste"];
const MANAGE: &[&str] = &["Manage Plants Waste"];

pub const OPERATIONS: &[Operation] = &[
    Operation::open("/wastemethods/v2", |world, _| Answer::json(&WASTE_METHODS.map(|name| method_doc(world, name)))),
    Operation::open("/plants/v2/waste/methods/all", |world, call| {
        paging::page(call, &WASTE_METHODS, |name| Some(method_doc(world, name)))
    }),
    Operation::get("/plants/v2/waste/reasons", &[], |_, call| {
        paging::page(call, &WASTE_REASONS, |name| Some(reason_doc(name)))
    }),
    Operation::get("/plantbatches/v2/waste/reasons", &[], |_, _| Answer::json(&WASTE_REASONS.map(reason_doc))),
    Operation::get("/plants/v2/waste", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/plantbatches/v2/waste", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/plants/v2/waste/{id}/plant", VIEW, plants_of),
    // Waste is not packaged in the story, and the API has no route by which it would be.
    Operation::get("/plants/v2/waste/{id}/package", VIEW, |world, call| {
        own(&world.plant_wastes, call, "Plant Waste")?;
        paging::page(call, &[] as &[u8], |_| None::<Doc>)
    }),
    Operation::write("POST", "/plants/v2/waste", MANAGE, |world, call| {
        call.needs(world, "CanGrowPlants")?;
        object::ids(world, call, |world, row| record(world, call, row, false))
    }),
    Operation::write("POST", "/plantbatches/v2/waste", MANAGE, |world, call| {
        call.needs(world, "CanGrowPlants")?;
        object::ids(world, call, |world, row| record(world, call, row, true))
    }),
];

fn method_doc(world: &World, name: &str) -> Doc {
    fields! {
        "Name": name,
        "ForPlants": true,
        "ForProductDestruction": name != "Compost",
        "LastModified": Instant(world.anchor),
    }
}

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, "CanGrowPlants")?;
    let ids = world.plant_wastes.window(facility, shelf, Window::ALL.start, Window::ALL.end);
    paging::page(call, &ids, |id| world.plant_wastes.get(id).map(|waste| waste_doc(world, waste)))
}

/// The method with this name.
pub fn method(name: &str) -> Result<&'static str, Wrong> {
    let known = WASTE_METHODS.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    known.ok_or_else(|| object::invalid("Waste Method", name, &WASTE_METHODS))
}

/// The reason with this name; one of them must be explained.
pub fn reason(name: &str, note: Option<&str>) -> Result<&'static str, Wrong> {
    let known = WASTE_REASONS.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    match known {
        Some("Mandated Destruction") if note.is_none() => {
            Err("Reason Note is required for Waste Reason Mandated Destruction.".into())
        }
        Some(known) => Ok(known),
        None => Err(object::invalid("Waste Reason", name, &WASTE_REASONS)),
    }
}

fn record(world: &mut World, call: &Call, row: &Object<'_>, of_batch: bool) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let method = method(row.text("WasteMethodName")?)?;
    let reason = reason(row.text("ReasonName")?, row.maybe_text("Note")?)?;
    let (weight, unit) = (row.amount("WasteWeight")?, row.unit("UnitOfMeasureName")?);
    let day = row.past_date("WasteDate", call)?;
    let mut plants = Vec::new();
    let mut batch = None;
    if of_batch {
        let of = plant_batches::named(world, call, row, "PlantBatchName")?;
        plant_batches::change(world, call, of.id, |_| ())?;
        batch = Some(of.id);
    } else {
        for label in row.texts("PlantLabels")? {
            let found = world.plants.find(facility, label).map(|(id, _)| id);
            plants.push(found.ok_or_else(|| format!("Plant {label} does not exist in the current Facility."))?);
        }
        if plants.is_empty() {
            return Err(object::not_specified("PlantLabels"));
        }
    }
    for plant in &plants {
        world.plants.update(*plant, |plant| plant.modified = call.now);
    }
    let modified = call.now;
    Ok(world.plant_wastes.insert(|id| PlantWaste {
        id,
        facility,
        method,
        reason,
        weight,
        unit,
        batch,
        plants,
        day,
        modified,
    }))
}

fn plants_of(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let waste = own(&world.plant_wastes, call, "Plant Waste")?;
    let share = waste.weight.checked_div(waste.plants.len().into()).unwrap_or_default().round_dp(4);
    paging::page(call, &waste.plants, |id| {
        let plant = world.plants.get(id)?;
        let location = plant.location.and_then(|id| world.locations.get(id));
        let sublocation = plant.sublocation.and_then(|id| world.sublocations.get(id));
        Some(fields! {
            "PlantWasteId": waste.id,
            "PlantId": plant.id,
            "Label": plant.label,
            "StateName": "Tracked",
            "GrowthPhase": 1,
            "LocationId": plant.location,
            "LocationName": location.map(|location| &location.name),
            "SublocationId": plant.sublocation,
            "SublocationName": sublocation.map(|sublocation| &sublocation.name),
            "WasteAmount": Num(share),
            "WasteUnitOfMeasureAbbreviation": waste.unit.abbreviation(),
        })
    })
}
