//! Plants.

use super::Operation;
use super::package_create::place;
use super::plant_batches::{strain, young_package};
use super::waste;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::Doc;
use crate::state::exact;
use crate::state::harvest::Harvest;
use crate::state::plant::{Plant, PlantLife, plant_doc};
use crate::state::table::Shelf;
use crate::state::tag::TagKind;
use crate::state::values::{Measure, Text, pacific_date};

const VIEW: &[&str] = &["View Veg/Flower Plants"];
const MOTHERS: &[&str] = &["View Mother Plants"];
const MANAGE: &[&str] = &["View Veg/Flower Plants", "Manage Veg/Flower Plants Inventory"];
const HARVEST: &[&str] = &["View Veg/Flower Plants", "Manicure/Harvest Veg/Flower Plants"];
const GROW: &str = "CanGrowPlants";

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/plants/v2/flowering", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/plants/v2/inactive", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/plants/v2/onhold", VIEW, |world, call| list(world, call, Shelf::OnHold)),
    // California tracks no vegetative phase and no mother plants: these lists are empty there.
    Operation::get("/plants/v2/vegetative", VIEW, none),
    Operation::get("/plants/v2/mother", MOTHERS, none),
    Operation::get("/plants/v2/mother/inactive", MOTHERS, none),
    Operation::get("/plants/v2/mother/onhold", MOTHERS, none),
    Operation::get("/plants/v2/growthphases", &[], |_, _| Answer::json(&["Vegetative", "Flowering"])),
    Operation::get("/plants/v2/{id}", VIEW, |world, call| {
        let facility = call.needs(world, GROW)?;
        let name = call.path("id");
        let found = match name.parse::<u64>() {
            Ok(id) => world.plants.get(id).filter(|plant| plant.facility == facility),
            Err(_) => world.plants.find(facility, name).map(|(_, plant)| plant),
        };
        let unknown = || Refusal::not_found(format!("Plant {name} does not exist in the current Facility."));
        Answer::json(&plant_doc(world, found.ok_or_else(unknown)?))
    }),
    Operation::write("PUT", "/plants/v2/harvest", HARVEST, |world, call| {
        call.needs(world, GROW)?;
        object::quietly(world, call, |world, row| harvest(world, call, row, false))
    }),
    Operation::write("POST", "/plants/v2/manicure", HARVEST, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| harvest(world, call, row, true))
    }),
    Operation::write("PUT", "/plants/v2/location", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| {
            let plant = growing(world, call, row, "Label")?;
            row.text("Location")?;
            let (location, sublocation) = place(world, plant.facility, row, ("Location", "Sublocation"))?;
            change(world, call, plant.id, |plant| {
                plant.location = location;
                plant.sublocation = sublocation;
            })
        })
    }),
    Operation::write("PUT", "/plants/v2/strain", MANAGE, |world, call| {
        call.needs(world, "CanUpdatePlantStrains")?;
        object::quietly(world, call, |world, row| {
            let plant = growing(world, call, row, "Label")?;
            let strain = strain(world, plant.facility, row, "StrainName")?;
            change(world, call, plant.id, |plant| plant.strain = strain)
        })
    }),
    Operation::write("PUT", "/plants/v2/tag", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| {
            let plant = growing(world, call, row, "Label")?;
            row.past_date("ReplaceDate", call)?;
            let label = match (row.maybe_text("NewTag")?, row.maybe_id("TagId")?) {
                (Some(label), _) => label.to_owned(),
                (None, Some(id)) => world.tags.get(id).map(|tag| tag.label.to_string()).unwrap_or_default(),
                (None, None) => return Err(object::not_specified("NewTag")),
            };
            let label = world.use_tag(plant.facility, TagKind::Plant, &label, call.now)?;
            change(world, call, plant.id, |plant| plant.label = label)
        })
    }),
    Operation::write("POST", "/plants/v2/plantbatch/packages", MANAGE, |world, call| {
        call.needs(world, "CanCreateImmaturePlantPackagesFromPlants")?;
        object::ids(world, call, |world, row| {
            let plant = growing(world, call, row, "PlantLabel")?;
            let id = young_package(world, call, row, plant.strain, "PackageTag")?;
            change(world, call, plant.id, |_| ())?;
            Ok(id)
        })
    }),
    Operation::write("DELETE", "/plants/v2", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| destroy(world, call, row))
    }),
];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, GROW)?;
    let window = Window::of(call)?;
    let ids = world.plants.window(facility, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.plants.get(id).map(|plant| plant_doc(world, plant)))
}

fn none(world: &World, call: &Call) -> Result<Answer, Refusal> {
    call.needs(world, GROW)?;
    Window::of(call)?;
    paging::page(call, &[] as &[u8], |_| None::<Doc>)
}

/// The growing plant that an object names by `Id` or label.
pub fn growing(world: &World, call: &Call, row: &Object<'_>, field: &str) -> Result<Plant, Wrong> {
    let facility = call.facility()?;
    let (found, said) = match (row.maybe_id("Id")?, row.maybe_text(field)?) {
        (Some(id), _) => (world.plants.get(id).filter(|plant| plant.facility == facility), id.to_string()),
        (None, Some(label)) => (world.plants.find(facility, label).map(|(_, plant)| plant), label.to_owned()),
        (None, None) => return Err(object::not_specified(field)),
    };
    let plant = found.ok_or_else(|| format!("Plant {said} does not exist in the current Facility."))?;
    if plant.life != PlantLife::Growing {
        return Err(Wrong::Row(format!("Plant {said} is not active.")));
    }
    Ok(plant.clone())
}

fn change(world: &mut World, call: &Call, id: u64, act: impl FnOnce(&mut Plant)) -> Result<u64, Wrong> {
    world.plants.update(id, |plant| {
        act(plant);
        plant.modified = call.now;
    });
    Ok(id)
}

/// Harvests a plant, or manicures it: then it goes on growing. Plants join a harvest of the same name and day.
fn harvest(world: &mut World, call: &Call, row: &Object<'_>, manicure: bool) -> Result<u64, Wrong> {
    let plant = growing(world, call, row, "Plant")?;
    let (weight, unit) = (row.amount("Weight")?, row.unit("UnitOfWeight")?);
    if unit.measure() != Measure::Weight {
        return Err("UnitOfWeight is not a weight.".into());
    }
    let day = row.past_date("ActualDate", call)?;
    row.text("DryingLocation")?;
    let (drying, sublocation) = place(world, plant.facility, row, ("DryingLocation", "DryingSublocation"))?;
    let letter = if manicure { 'M' } else { 'H' };
    let place_name = row.maybe_text("DryingLocation")?.unwrap_or_default();
    let name = row.maybe_text("HarvestName")?.map_or_else(|| format!("{day}-{place_name}-{letter}"), str::to_owned);
    let joined = world.harvests.find(plant.facility, &name).map(|(_, harvest)| harvest.clone());
    let id = match joined {
        Some(harvest) => {
            if harvest.started != day || harvest.finished.is_some() || harvest.manicure != manicure {
                return Err(Wrong::Row(format!("Harvest {name} already exists on another date.")));
            }
            let own = unit.convert(weight, harvest.unit).ok_or("UnitOfWeight is not a weight.")?;
            let wet = object::held(exact::plus(harvest.wet, own), "Weight")?;
            world.harvests.update(harvest.id, |harvest| {
                harvest.wet = wet;
                harvest.plants = harvest.plants.saturating_add(1);
                if !harvest.strains.contains(&plant.strain) {
                    harvest.strains.push(plant.strain);
                }
                harvest.modified = call.now;
            });
            harvest.id
        }
        None => world.harvests.insert(|id| Harvest {
            id,
            facility: plant.facility,
            name: Text::from(name),
            manicure,
            strains: vec![plant.strain],
            drying,
            sublocation,
            plants: 1,
            wet: weight,
            waste: 0.into(),
            packaged: 0.into(),
            restored: 0.into(),
            packages: 0,
            unit,
            started: day,
            finished: None,
            modified: call.now,
        }),
    };
    change(world, call, plant.id, |plant| {
        plant.harvests = plant.harvests.saturating_add(1);
        if !manicure {
            plant.life = PlantLife::Harvested { harvest: id, weight, unit, day };
        }
    })?;
    Ok(id)
}

fn destroy(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let plant = growing(world, call, row, "Label")?;
    let day = row.past_date("ActualDate", call)?;
    let note = row.maybe_text("ReasonNote")?;
    waste::method(row.text("WasteMethodName")?)?;
    let reason = waste::reason(row.text("WasteReasonName")?, note)?;
    if day > pacific_date(call.now) {
        return Err("ActualDate cannot be in the future.".into());
    }
    let words = note.map_or_else(|| reason.to_owned(), |note| format!("{reason}: {note}"));
    let by = Text::clone(&call.user);
    change(world, call, plant.id, |plant| plant.life = PlantLife::Destroyed { day, note: Text::from(words), by })
}
