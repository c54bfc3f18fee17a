//! Items and brands: writes; photos and files.

use std::sync::OnceLock;

use base64::Engine as _;
use serde::Serialize;

use super::Operation;
use super::place_writes::free_name;
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::state::World;
use crate::state::file::File;
use crate::state::item::{Amount, Brand, Item};
use crate::state::values::Text;
use crate::story::catalogue::{CATEGORIES, category_named};

const RIGHTS: &[&str] = &["Manage Items"];

pub const OPERATIONS: &[Operation] = &[
    Operation::write("POST", "/items/v2", RIGHTS, |world, call| {
        object::ids(world, call, |world, row| {
            let item = read_item(world, call, row, None)?;
            Ok(world.items.insert(|id| Item { id, ..item }))
        })
    }),
    Operation::write("PUT", "/items/v2", RIGHTS, |world, call| {
        object::quietly(world, call, |world, row| update_item(world, call, row))
    }),
    Operation::write("DELETE", "/items/v2/{id}", RIGHTS, archive_item),
    Operation::write("POST", "/items/v2/brand", RIGHTS, |world, call| {
        call.needs(world, "CanManageItemBrands")?;
        object::ids(world, call, |world, row| {
            let facility = call.facility()?;
            let name = row.text("Name")?;
            free_name(world.brands.find(facility, name), None, "Brand", name)?;
            let name = Text::from(name);
            Ok(world.brands.insert(|id| Brand { id, facility, name, archived: false, modified: call.now }))
        })
    }),
    Operation::write("PUT", "/items/v2/brand", RIGHTS, |world, call| {
        call.needs(world, "CanManageItemBrands")?;
        object::quietly(world, call, |world, row| {
            let (facility, id, name) = (call.facility()?, row.id("Id")?, row.text("Name")?);
            if !world.brands.get(id).is_some_and(|brand| brand.facility == facility && !brand.archived) {
                return Err(Wrong::Row(format!("Brand {id} does not exist in the current Facility.")));
            }
            free_name(world.brands.find(facility, name), Some(id), "Brand", name)?;
            world.brands.update(id, |brand| {
                brand.name = Text::from(name);
                brand.modified = call.now;
            });
            Ok(id)
        })
    }),
    Operation::write("DELETE", "/items/v2/brand/{id}", RIGHTS, |world, call| {
        let id = own(&world.brands, call, "Brand")?.id;
        world.brands.update(id, |brand| {
            brand.archived = true;
            brand.modified = call.now;
        });
        Ok(Answer::Nothing)
    }),
    Operation::write("POST", "/items/v2/photo", RIGHTS, |world, call| {
        object::ids(world, call, |world, row| upload(world, call, row, &["bmp", "gif", "jpg", "jpeg", "png"]))
    }),
    Operation::write("POST", "/items/v2/file", RIGHTS, |world, call| {
        object::ids(world, call, |world, row| upload(world, call, row, &["pdf"]))
    }),
    Operation::get("/items/v2/photo/{id}", RIGHTS, download),
    Operation::get("/items/v2/file/{id}", RIGHTS, download),
];

fn amount(row: &Object<'_>, name: &str) -> Result<Option<Amount>, Wrong> {
    let Some(number) = row.maybe_number(name)? else { return Ok(None) };
    let unit = row.unit(&format!("{name}UnitOfMeasure"))?;
    Ok(Some((number, unit)))
}

fn read_item(world: &World, call: &Call, row: &Object<'_>, own: Option<u64>) -> Result<Item, Wrong> {
    let facility = call.facility()?;
    let name = row.text("Name")?;
    free_name(world.items.find(facility, name), own, "Item", name)?;
    let category = row.text("ItemCategory")?;
    let names: Vec<&str> = CATEGORIES.iter().map(|category| category.name).collect();
    let category = category_named(category).ok_or_else(|| object::invalid("Item Category", category, &names))?;
    let unit = row.unit("UnitOfMeasure")?;
    if unit.measure() != category.unit.measure() {
        return Err(Wrong::Row(format!("Unit Of Measure {} is not valid for {}.", unit.name(), category.name)));
    }
    let strain = match row.maybe_text("Strain")? {
        None if category.requires_strain => return Err(object::not_specified("Strain")),
        None => None,
        Some(strain) => match world.strains.find(facility, strain) {
            Some((id, strain)) => Some((id, Text::clone(&strain.name))),
            None => return Err(Wrong::Row(format!("Strain {strain} does not exist in the current Facility."))),
        },
    };
    let brand = match row.maybe_text("ItemBrand")? {
        None => None,
        Some(brand) => match world.brands.find(facility, brand) {
            Some((id, brand)) => Some((id, Text::clone(&brand.name))),
            None => return Err(Wrong::Row(format!("Item Brand {brand} does not exist in the current Facility."))),
        },
    };
    let weight = amount(row, "UnitWeight")?;
    let volume = amount(row, "UnitVolume")?;
    let thc = amount(row, "UnitThcContent")?;
    for (required, given, what) in [
        (category.requires_unit_weight, weight.is_some(), "Unit Weight"),
        (category.requires_unit_volume, volume.is_some(), "Unit Volume"),
        (category.requires_thc_content, thc.is_some(), "Unit THC Content"),
    ] {
        if required && !given {
            return Err(Wrong::Row(format!("{what} is required for Item Category {}.", category.name)));
        }
    }
    Ok(Item {
        id: 0,
        facility,
        name: Text::from(name),
        category,
        unit,
        strain,
        brand,
        unit_thc: thc,
        unit_thc_dose: amount(row, "UnitThcContentDose")?,
        unit_cbd: amount(row, "UnitCbdContent")?,
        unit_weight: weight,
        unit_volume: volume,
        doses: row.maybe_number("NumberOfDoses")?,
        description: row.maybe_kept("Description")?,
        allergens: row.maybe_kept("Allergens")?,
        ingredients: row.maybe_kept("PublicIngredients")?,
        serving: row.maybe_kept("ServingSize")?,
        images: Vec::new(),
        approved: call.now,
        archived: false,
        used: false,
        modified: call.now,
        rendered: OnceLock::new(),
    })
}

fn update_item(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let id = row.id("Id")?;
    let old = world.items.get(id).filter(|item| item.facility == facility && !item.archived).cloned();
    let Some(old) = old else {
        return Err(Wrong::Row(format!("Item {id} does not exist in the current Facility.")));
    };
    let item = read_item(world, call, row, Some(id))?;
    if old.used && old.unit.measure() != item.unit.measure() {
        return Err(Wrong::Row(format!("Item {} is in use and cannot be measured otherwise.", old.name)));
    }
    world.items.update(id, |stored| {
        *stored = Item { id, approved: old.approved, used: old.used, images: old.images.clone(), ..item };
    });
    Ok(id)
}

fn archive_item(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    let item = own(&world.items, call, "Item")?;
    let id = item.id;
    let active = world
        .packages
        .iter()
        .any(|(_, package)| package.item == id && package.life == crate::state::package::Life::Active);
    if active {
        return Err(Refusal::bad_request(format!(
            "Item {} cannot be discontinued because it has active Packages.",
            item.name
        )));
    }
    world.items.update(id, |item| {
        item.archived = true;
        item.modified = call.now;
        item.rendered = OnceLock::new();
    });
    Ok(Answer::Nothing)
}

/// The largest photo or document.
const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// Takes a file of one of these kinds.
pub fn upload(world: &mut World, call: &Call, row: &Object<'_>, kinds: &[&str]) -> Result<u64, Wrong> {
    store_file(world, call, row.text("FileName")?, row.text("EncodedImageBase64")?, kinds)
}

/// Stores a file sent in Base64.
pub fn store_file(world: &mut World, call: &Call, name: &str, encoded: &str, kinds: &[&str]) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if !kinds.contains(&ending.as_str()) {
        return Err(Wrong::Row(format!("The file {name} is not of an allowed type: {}.", kinds.join(", "))));
    }
    let decoded = base64::engine::general_purpose::STANDARD.decode(encoded.as_bytes());
    let Ok(bytes) = decoded else { return Err(Wrong::Row(format!("The file {name} is not valid Base64."))) };
    if bytes.is_empty() || bytes.len() > LARGEST_FILE {
        return Err(Wrong::Row(format!("The file {name} must not be empty or larger than 5 MB.")));
    }
    let file = File { facility, name: Text::from(name), encoded: Text::from(encoded), modified: call.now };
    Ok(world.files.insert(|_| file))
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Download<'a> {
    file_contents: &'a str,
    content_type: &'static str,
    file_download_name: &'a str,
}

fn download(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let file = own(&world.files, call, "File")?;
    Answer::json(&Download {
        file_contents: &file.encoded,
        content_type: file.content_type(),
        file_download_name: &file.name,
    })
}
