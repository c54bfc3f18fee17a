//! Plant batches, within California's closed loop.

use super::Operation;
use super::package_create::{not_enough, place, take, taken, usable};
use super::places::own;
use super::waste;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::fields;
use crate::state::package::{FromBatch, Package};
use crate::state::plant::{BATCH_TYPES, BatchType, Plant, PlantBatch, PlantLife, batch_doc};
use crate::state::table::{FacilityId, Shelf};
use crate::state::tag::TagKind;
use crate::state::values::{Instant, LabState, Measure, Text, Unit};

const VIEW: &[&str] = &["View Immature Plants"];
const MANAGE: &[&str] = &["View Immature Plants", "Manage Immature Plants Inventory"];
const GROW: &str = "CanGrowPlants";
/// The most plants under one batch's tag.
const MOST_PLANTS: u32 = 100;

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/plantbatches/v2/active", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/plantbatches/v2/inactive", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::open("/plantbatches/v2/types", |world, call| {
        paging::page(call, &BATCH_TYPES, |kind| {
            Some(fields! {
                "Id": kind.id,
                "Name": kind.name,
                "CanBeCloned": true,
                "LastModified": Instant(world.anchor),
            })
        })
    }),
    Operation::get("/plantbatches/v2/{id}", VIEW, |world, call| {
        call.needs(world, GROW)?;
        Answer::json(&batch_doc(world, own(&world.plant_batches, call, "Plant Batch")?))
    }),
    // Closed loop: nobody in California may open a balance (CONTRACT 6), so this refuses every license.
    Operation::write("POST", "/plantbatches/v2/plantings", MANAGE, |world, call| {
        call.needs(world, "CanCreateOpeningBalancePlantBatches").map(|_| Answer::Nothing)
    }),
    Operation::write("POST", "/plantbatches/v2/split", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| split(world, call, row))
    }),
    Operation::write("POST", "/plantbatches/v2/growthphase", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| flower(world, call, row))
    }),
    Operation::write("POST", "/plantbatches/v2/packages", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| package(world, call, row, true))
    }),
    Operation::write("POST", "/plantbatches/v2/packages/frommotherplant", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| package(world, call, row, false))
    }),
    Operation::write("POST", "/plantbatches/v2/adjust", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| adjust(world, call, row))
    }),
    Operation::write("PUT", "/plantbatches/v2/location", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| {
            let batch = named(world, call, row, "Name")?;
            row.text("Location")?;
            let (location, sublocation) = place(world, batch.facility, row, ("Location", "Sublocation"))?;
            change(world, call, batch.id, |batch| {
                batch.location = location;
                batch.sublocation = sublocation;
            })
        })
    }),
    Operation::write("PUT", "/plantbatches/v2/strain", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| {
            let batch = named(world, call, row, "Name")?;
            let strain = strain(world, batch.facility, row, "StrainName")?;
            change(world, call, batch.id, |batch| batch.strain = strain)
        })
    }),
    Operation::write("PUT", "/plantbatches/v2/name", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| retag(world, call, row, "NewGroup"))
    }),
    Operation::write("PUT", "/plantbatches/v2/tag", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| retag(world, call, row, "NewTag"))
    }),
    Operation::write("DELETE", "/plantbatches/v2", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| destroy(world, call, row))
    }),
    Operation::write("POST", "/packages/v2/plantings", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| plant_package(world, call, row))
    }),
    Operation::write("POST", "/plants/v2/plantings", MANAGE, |world, call| {
        call.needs(world, GROW)?;
        object::ids(world, call, |world, row| plant_cuttings(world, call, row))
    }),
];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, GROW)?;
    let window = Window::of(call)?;
    let ids = world.plant_batches.window(facility, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.plant_batches.get(id).map(|batch| batch_doc(world, batch)))
}

/// The batch that an object names by `Id`, or by its name in one of the fields used for it.
pub fn named(world: &World, call: &Call, row: &Object<'_>, field: &str) -> Result<PlantBatch, Wrong> {
    let facility = call.facility()?;
    let name = match row.maybe_text(field)? {
        Some(name) => Some(name),
        None => row.maybe_text("Group")?,
    };
    let found = match (row.maybe_id("Id")?, name) {
        (Some(id), _) => world.plant_batches.get(id).filter(|batch| batch.facility == facility),
        (None, Some(name)) => world.plant_batches.find(facility, name).map(|(_, batch)| batch),
        (None, None) => return Err(object::not_specified("Plant Batch")),
    };
    let said = row.maybe_id("Id")?.map(|id| id.to_string());
    let said = said.or(name.map(str::to_owned)).unwrap_or_default();
    found.cloned().ok_or_else(|| Wrong::Row(format!("Plant Batch {said} does not exist in the current Facility.")))
}

pub fn change(world: &mut World, call: &Call, id: u64, act: impl FnOnce(&mut PlantBatch)) -> Result<u64, Wrong> {
    world.plant_batches.update(id, |batch| {
        act(batch);
        batch.modified = call.now;
    });
    Ok(id)
}

/// The strain that an object names by id or name.
pub fn strain(world: &World, facility: FacilityId, row: &Object<'_>, field: &str) -> Result<u64, Wrong> {
    let found = match row.maybe_text(field)? {
        Some(name) => world.strains.find(facility, name).map(|(id, _)| id),
        None => {
            let id = row.maybe_id("StrainId")?.ok_or_else(|| object::not_specified("Strain"))?;
            world.strains.get(id).filter(|strain| strain.facility == facility).map(|strain| strain.id)
        }
    };
    found.ok_or_else(|| Wrong::from("The Strain does not exist in the current Facility."))
}

fn batch_type(row: &Object<'_>, field: &str) -> Result<&'static BatchType, Wrong> {
    const TYPES: &[BatchType] = &BATCH_TYPES;
    let name = row.text(field)?;
    let known = TYPES.iter().find(|kind| kind.name.eq_ignore_ascii_case(name));
    known.ok_or_else(|| object::invalid("Plant Batch Type", name, &["Seed", "Clone"]))
}

/// California: a batch's name is an unused plant tag. Anything else is 401 for the whole request.
fn batch_name(world: &mut World, call: &Call, name: &str) -> Result<Text, Wrong> {
    world.use_tag(call.facility()?, TagKind::Plant, name, call.now).map_err(|_| {
        Wrong::Request(Refusal::unauthorized(format!("Plant Batch Name {name} is not an unused Plant Tag.")))
    })
}

fn at_most(count: u32) -> Result<u32, Wrong> {
    if count > MOST_PLANTS {
        return Err(Wrong::Row(format!("A Plant Batch may have at most {MOST_PLANTS} plants.")));
    }
    Ok(count)
}

fn too_few(batch: &PlantBatch) -> Wrong {
    Wrong::Row(format!("Plant Batch {} has only {} plants.", batch.name, batch.untracked))
}

/// A batch with nothing in its past.
fn new_batch(call: &Call, name: Text, kind: &'static BatchType, strain: u64, count: u32) -> Result<PlantBatch, Wrong> {
    Ok(PlantBatch {
        id: 0,
        facility: call.facility()?,
        name,
        kind,
        location: None,
        sublocation: None,
        strain,
        untracked: count,
        tracked: 0,
        packaged: 0,
        destroyed: 0,
        source_package: None,
        source_plant: None,
        source_batch: None,
        planted: crate::state::values::pacific_date(call.now),
        modified: call.now,
    })
}

fn split(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let source = named(world, call, row, "PlantBatch")?;
    let count = at_most(row.count("Count")?)?;
    if count > source.untracked {
        return Err(too_few(&source));
    }
    let planted = row.past_date("ActualDate", call)?;
    let strain = match row.maybe_text("Strain")? {
        Some(_) => strain(world, source.facility, row, "Strain")?,
        None => source.strain,
    };
    let (location, sublocation) = place(world, source.facility, row, ("Location", "Sublocation"))?;
    let name = batch_name(world, call, row.text("GroupName")?)?;
    change(world, call, source.id, |batch| batch.untracked = batch.untracked.saturating_sub(count))?;
    let batch = PlantBatch {
        location: location.or(source.location),
        sublocation,
        source_batch: Some((source.id, source.name)),
        planted,
        ..new_batch(call, name, source.kind, strain, count)?
    };
    Ok(world.plant_batches.insert(|id| PlantBatch { id, ..batch }))
}

/// Plants of a batch get tags of their own, from a first one on.
fn flower(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let batch = named(world, call, row, "Name")?;
    let count = row.count("Count")?;
    if count > batch.untracked {
        return Err(too_few(&batch));
    }
    let phase = row.text("GrowthPhase")?;
    if !phase.eq_ignore_ascii_case("Flowering") {
        return Err(object::invalid("Growth Phase", phase, &["Flowering"]));
    }
    let flowering = row.past_date("GrowthDate", call)?;
    row.text("NewLocation")?;
    let (location, sublocation) = place(world, batch.facility, row, ("NewLocation", "NewSublocation"))?;
    let first = row.text("StartingTag")?;
    for step in 0..u64::from(count) {
        let label = World::tag_after(first, step).ok_or_else(|| format!("Tag {first} is not valid."))?;
        let label = world.use_tag(batch.facility, TagKind::Plant, &label, call.now)?;
        world.plants.insert(|id| Plant {
            id,
            facility: batch.facility,
            label,
            batch: batch.id,
            strain: batch.strain,
            location,
            sublocation,
            life: PlantLife::Growing,
            harvests: 0,
            planted: batch.planted,
            flowering,
            modified: call.now,
        });
    }
    change(world, call, batch.id, |batch| {
        batch.untracked = batch.untracked.saturating_sub(count);
        batch.tracked = batch.tracked.saturating_add(count);
    })
}

/// A package of young plants. Cuttings of a mother do not come out of the batch's count.
fn package(world: &mut World, call: &Call, row: &Object<'_>, from_count: bool) -> Result<u64, Wrong> {
    let batch = named(world, call, row, "PlantBatch")?;
    let count = row.count("Count")?;
    if from_count && count > batch.untracked {
        return Err(too_few(&batch));
    }
    let packaged = batch.packaged.checked_add(count).ok_or("Count is out of range.")?;
    let id = young_package(world, call, row, batch.strain, "Tag")?;
    change(world, call, batch.id, |batch| {
        if from_count {
            batch.untracked = batch.untracked.saturating_sub(count);
        }
        batch.packaged = packaged;
    })?;
    let source = FromBatch { batch: batch.id, plants: count, counted: from_count };
    world.packages.update(id, |package| package.from_batch = Some(source));
    Ok(id)
}

/// Makes a package of immature plants of an object with `Item`, `Count`, `Location` and the tag's field.
pub fn young_package(world: &mut World, call: &Call, row: &Object<'_>, strain: u64, tag: &str) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let count = row.count("Count")?;
    let name = row.text("Item")?;
    let Some((item, found)) = world.items.find(facility, name) else {
        return Err(Wrong::Row(format!("Item {name} does not exist in the current Facility.")));
    };
    if found.category.kind != "Plants" || found.strain.as_ref().is_some_and(|of| of.0 != strain) {
        return Err(Wrong::Row(format!("Item {name} is not an Immature Plant item of this Strain.")));
    }
    let day = row.past_date("ActualDate", call)?;
    let (location, sublocation) = place(world, facility, row, ("Location", "Sublocation"))?;
    let label = world.use_tag(facility, TagKind::Package, row.text(tag)?, call.now)?;
    let package = Package {
        kind: "ImmaturePlant",
        location,
        sublocation,
        note: row.maybe_kept("Note")?,
        trade_sample: row.flag("IsTradeSample")?,
        first_lab_state: LabState::NotRequired,
        lab_state: LabState::NotRequired,
        ..Package::plain(facility, label, item, (count.into(), Unit::Each), day, call.now)
    };
    world.use_item(item);
    Ok(world.packages.insert(|id| Package { id, ..package }))
}

/// Only downwards: plants cannot appear in a closed loop.
fn adjust(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let batch = named(world, call, row, "PlantBatchName")?;
    let quantity = row.number("Quantity")?;
    row.past_date("AdjustmentDate", call)?;
    waste::reason(row.text("AdjustmentReason")?, row.maybe_text("ReasonNote")?)?;
    let lost = Some(quantity).filter(|quantity| quantity.is_sign_negative() && quantity.is_integer());
    let lost = lost.and_then(|lost| u32::try_from(lost.abs()).ok()).filter(|lost| *lost > 0);
    let lost = lost.ok_or("Quantity must be a whole number less than zero.")?;
    if lost > batch.untracked {
        return Err(too_few(&batch));
    }
    change(world, call, batch.id, |batch| {
        batch.untracked = batch.untracked.saturating_sub(lost);
        batch.destroyed = batch.destroyed.saturating_add(lost);
    })
}

fn retag(world: &mut World, call: &Call, row: &Object<'_>, field: &str) -> Result<u64, Wrong> {
    let batch = named(world, call, row, "Group")?;
    let label = match (row.maybe_text(field)?, row.maybe_id("TagId")?) {
        (Some(label), _) => label.to_owned(),
        (None, Some(id)) => world.tags.get(id).map(|tag| tag.label.to_string()).unwrap_or_default(),
        (None, None) => return Err(object::not_specified(field)),
    };
    let name = batch_name(world, call, &label)?;
    change(world, call, batch.id, |batch| batch.name = name)
}

fn destroy(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let batch = named(world, call, row, "PlantBatch")?;
    let count = row.count("Count")?;
    if count > batch.untracked {
        return Err(too_few(&batch));
    }
    row.past_date("ActualDate", call)?;
    waste::reason(row.text("WasteReasonName")?, row.maybe_text("ReasonNote")?)?;
    change(world, call, batch.id, |batch| {
        batch.untracked = batch.untracked.saturating_sub(count);
        batch.destroyed = batch.destroyed.saturating_add(count);
    })
}

/// A package of young plants or seeds is planted.
fn plant_package(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let source = usable(world, facility, row.text("PackageLabel")?)?.clone();
    let kind = world.items.get(source.item).map_or("", |item| item.category.kind);
    if !matches!(kind, "Plants" | "Seeds") {
        return Err(Wrong::Row(format!("Package {} does not hold plants or seeds.", source.label)));
    }
    let count = at_most(row.count("PlantCount")?)?;
    let amount = row.maybe_number("PackageAdjustmentAmount")?;
    let used = match (amount, row.maybe_unit("PackageAdjustmentUnitOfMeasureName")?) {
        (Some(_), Some(unit)) => taken(&source, row.amount("PackageAdjustmentAmount")?, unit)?,
        (Some(_), None) => return Err(object::not_specified("PackageAdjustmentUnitOfMeasureName")),
        (None, _) => taken(&source, count.into(), source.unit)?,
    };
    // Plants that are counted cannot become more by being planted.
    if source.unit.measure() == Measure::Count && used < count.into() {
        return Err(Wrong::Row(format!("PackageAdjustmentAmount must not be less than the {count} plants.")));
    }
    if used > source.quantity {
        return Err(not_enough(&source));
    }
    let strain = strain(world, facility, row, "StrainName")?;
    let planted = row.past_date("PlantedDate", call)?;
    let (location, sublocation) = place(world, facility, row, ("LocationName", "SublocationName"))?;
    let kind = batch_type(row, "PlantBatchType")?;
    let name = batch_name(world, call, row.text("PlantBatchName")?)?;
    take(world, call, source.id, used)?;
    let batch = PlantBatch {
        location,
        sublocation,
        source_package: Some((source.id, source.label)),
        planted,
        ..new_batch(call, name, kind, strain, count)?
    };
    Ok(world.plant_batches.insert(|id| PlantBatch { id, ..batch }))
}

/// Cuttings of a growing plant are planted.
fn plant_cuttings(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let plant = super::plants::growing(world, call, row, "PlantLabel")?;
    let count = at_most(row.count("PlantCount")?)?;
    let strain = match row.maybe_text("StrainName")? {
        Some(_) => strain(world, facility, row, "StrainName")?,
        None => plant.strain,
    };
    let planted = row.past_date("ActualDate", call)?;
    let (location, sublocation) = place(world, facility, row, ("LocationName", "SublocationName"))?;
    let kind = batch_type(row, "PlantBatchType")?;
    let name = batch_name(world, call, row.text("PlantBatchName")?)?;
    world.plants.update(plant.id, |plant| plant.modified = call.now);
    let batch = PlantBatch {
        location,
        sublocation,
        source_plant: Some((plant.id, plant.label)),
        planted,
        ..new_batch(call, name, kind, strain, count)?
    };
    Ok(world.plant_batches.insert(|id| PlantBatch { id, ..batch }))
}
