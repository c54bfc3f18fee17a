//! Additives in all forms, and their templates.

use rust_decimal::Decimal;

use super::Operation;
use super::places::own;
use super::plant_batches;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::additive::{ADDITIVE_TYPES, Additive, AdditiveTemplate, Mixture, additive_doc, template_doc};
use crate::state::exact;
use crate::state::plant::PlantLife;
use crate::state::table::Shelf;
use crate::state::values::Text;

const PLANTS: &[&str] = &["Manage Plants Additives"];
const TEMPLATES: &[&str] = &["Manage Additives"];
const GROW: &str = "CanGrowPlants";

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/plants/v2/additives", PLANTS, |world, call| {
        let facility = call.needs(world, GROW)?;
        let window = Window::of(call)?;
        let ids = world.additives.window(facility, Shelf::Active, window.start, window.end);
        paging::page(call, &ids, |id| world.additives.get(id).map(|additive| additive_doc(world, additive)))
    }),
    Operation::open("/plants/v2/additives/types", |_, _| Answer::json(&ADDITIVE_TYPES)),
    Operation::write("POST", "/plants/v2/additives", PLANTS, |world, call| {
        applied(world, call, Source::Written, Target::Plants)
    }),
    Operation::write("POST", "/plants/v2/additives/bylocation", PLANTS, |world, call| {
        applied(world, call, Source::Written, Target::Location)
    }),
    Operation::write("POST", "/plants/v2/additives/usingtemplate", PLANTS, |world, call| {
        applied(world, call, Source::Template, Target::Plants)
    }),
    Operation::write("POST", "/plants/v2/additives/bylocation/usingtemplate", PLANTS, |world, call| {
        applied(world, call, Source::Template, Target::Location)
    }),
    Operation::write("POST", "/plantbatches/v2/additives", PLANTS, |world, call| {
        applied(world, call, Source::Written, Target::Batch)
    }),
    Operation::write("POST", "/plantbatches/v2/additives/usingtemplate", PLANTS, |world, call| {
        applied(world, call, Source::Template, Target::Batch)
    }),
    Operation::get("/additivestemplates/v2/active", TEMPLATES, |world, call| {
        let facility = call.needs(world, GROW)?;
        let window = Window::of(call)?;
        let ids = world.additive_templates.window(facility, Shelf::Active, window.start, window.end);
        paging::page(call, &ids, |id| world.additive_templates.get(id).map(template_doc))
    }),
    // Nothing archives a template: no route does, and the story has none archived.
    Operation::get("/additivestemplates/v2/inactive", TEMPLATES, |world, call| {
        call.needs(world, GROW)?;
        paging::page(call, &[] as &[u8], |_| None::<crate::state::doc::Doc>)
    }),
    // An array of one, odd as it is.
    Operation::get("/additivestemplates/v2/{id}", TEMPLATES, |world, call| {
        call.needs(world, GROW)?;
        Answer::json(&[template_doc(own(&world.additive_templates, call, "Additives Template")?)])
    }),
    Operation::write("POST", "/additivestemplates/v2", TEMPLATES, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| {
            let (facility, name) = (call.facility()?, row.text("Name")?);
            super::place_writes::free_name(
                world.additive_templates.find(facility, name),
                None,
                "Additives Template",
                name,
            )?;
            let (mixture, name) = (mixture(row)?, Text::from(name));
            let modified = call.now;
            Ok(world.additive_templates.insert(|id| AdditiveTemplate { id, facility, name, mixture, modified }))
        })
    }),
    Operation::write("PUT", "/additivestemplates/v2", TEMPLATES, |world, call| {
        call.needs(world, GROW)?;
        object::quietly(world, call, |world, row| {
            let (facility, id, name) = (call.facility()?, row.id("Id")?, row.text("Name")?);
            if world.additive_templates.get(id).is_none_or(|old| old.facility != facility) {
                return Err(Wrong::Row(format!("Additives Template {id} does not exist in the current Facility.")));
            }
            let mixture = mixture(row)?;
            world.additive_templates.update(id, |template| {
                template.name = Text::from(name);
                template.mixture = mixture;
                template.modified = call.now;
            });
            Ok(id)
        })
    }),
];

#[derive(Clone, Copy)]
enum Source {
    Written,
    Template,
}

#[derive(Clone, Copy)]
enum Target {
    Plants,
    Location,
    Batch,
}

fn applied(world: &mut World, call: &Call, source: Source, target: Target) -> Result<Answer, Refusal> {
    call.needs(world, GROW)?;
    object::ids(world, call, |world, row| apply(world, call, row, source, target))
}

/// What an object says is applied.
fn mixture(row: &Object<'_>) -> Result<Mixture, Wrong> {
    let name = row.text("AdditiveType")?;
    let kind = ADDITIVE_TYPES.into_iter().find(|kind| kind.eq_ignore_ascii_case(name));
    let kind = kind.ok_or_else(|| object::invalid("Additive Type", name, &ADDITIVE_TYPES))?;
    let epa = row.maybe_kept("EpaRegistrationNumber")?;
    if kind == "Pesticide" && epa.is_none() {
        return Err("EPA Registration Number is required for Additive Type Pesticide.".into());
    }
    let mut ingredients = Vec::new();
    let mut total = Decimal::ZERO;
    for row in row.objects("ActiveIngredients")? {
        let percent = row.number("Percentage")?;
        if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
            return Err("Percentage must be between 0 and 100.".into());
        }
        total = object::held(exact::plus(total, percent), "Percentage")?;
        ingredients.push((Text::from(row.text("Name")?), percent));
    }
    if total > Decimal::ONE_HUNDRED {
        return Err("The Percentages of the Active Ingredients must not exceed 100.".into());
    }
    Ok(Mixture {
        kind,
        trade_name: Text::from(row.text("ProductTradeName")?),
        epa,
        supplier: Text::from(row.text("ProductSupplier")?),
        device: Text::from(row.text("ApplicationDevice")?),
        ingredients,
        entry_quantity: row.maybe_kept("RestrictiveEntryIntervalQuantityDescription")?,
        entry_time: row.maybe_kept("RestrictiveEntryIntervalTimeDescription")?,
        note: row.maybe_kept("Note")?,
    })
}

fn apply(world: &mut World, call: &Call, row: &Object<'_>, source: Source, target: Target) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let mixture = match source {
        Source::Written => mixture(row)?,
        Source::Template => {
            let name = row.text("AdditivesTemplateName")?;
            let found = world.additive_templates.find(facility, name).map(|(_, template)| template.mixture.clone());
            found.ok_or_else(|| format!("Additives Template {name} does not exist in the current Facility."))?
        }
    };
    let (amount, unit) = (row.amount("TotalAmountApplied")?, row.unit("TotalAmountUnitOfMeasure")?);
    let day = row.past_date("ActualDate", call)?;
    let mut batch = None;
    let mut plants = Vec::new();
    match target {
        Target::Batch => {
            let of = plant_batches::named(world, call, row, "PlantBatchName")?;
            if of.untracked == 0 {
                return Err(Wrong::Row(format!("Plant Batch {} is not active.", of.name)));
            }
            if day < of.planted {
                return Err("ActualDate cannot be before the Planted Date.".into());
            }
            plant_batches::change(world, call, of.id, |_| ())?;
            batch = Some(of);
        }
        Target::Plants => {
            for label in row.texts("PlantLabels")? {
                let plant = world.plants.find(facility, label).map(|(_, plant)| plant);
                let plant = plant.ok_or_else(|| format!("Plant {label} does not exist in the current Facility."))?;
                if plant.life != PlantLife::Growing {
                    return Err(Wrong::Row(format!("Plant {label} is not active.")));
                }
                plants.push(plant.id);
            }
            if plants.is_empty() {
                return Err(object::not_specified("PlantLabels"));
            }
        }
        Target::Location => {
            let name = row.text("LocationName")?;
            let location = world.locations.find(facility, name).map(|(id, _)| id);
            let location =
                location.ok_or_else(|| format!("Location {name} does not exist in the current Facility."))?;
            let growing = world.plants.iter().filter(|(_, plant)| {
                plant.facility == facility && plant.location == Some(location) && plant.life == PlantLife::Growing
            });
            plants = growing.map(|(id, _)| id).collect();
            if plants.is_empty() {
                return Err(Wrong::Row(format!("Location {name} has no active plants.")));
            }
        }
    }
    for plant in &plants {
        world.plants.update(*plant, |plant| plant.modified = call.now);
    }
    let count = match &batch {
        Some(batch) => batch.untracked,
        None => u32::try_from(plants.len()).unwrap_or(u32::MAX),
    };
    let additive = Additive {
        facility,
        mixture,
        amount,
        unit,
        batch: batch.map(|batch| batch.id),
        plants: count,
        rate: row.maybe_kept("Rate")?,
        volume: row.maybe_kept("Volume")?,
        modified: call.now,
    };
    Ok(world.additives.insert(|_| additive))
}
