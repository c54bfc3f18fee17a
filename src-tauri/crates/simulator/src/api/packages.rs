//! Packages: reads.

use axum::http::StatusCode;
use serde::Serialize;

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::movement::{ADJUST_REASONS, AdjustmentRow, TransferredRow};
use crate::state::package::{Package, PackageRow};
use crate::state::table::Shelf;

const VIEW: &[&str] = &["View Packages"];
const TYPES: [&str; 6] = ["Product", "ImmaturePlant", "VegetativePlant", "PlantWaste", "HarvestWaste", "MotherPlant"];

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/packages/v2/active", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/packages/v2/onhold", VIEW, |world, call| list(world, call, Shelf::OnHold)),
    Operation::get("/packages/v2/inactive", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/packages/v2/intransit", VIEW, |world, call| list(world, call, Shelf::InTransit)),
    Operation::get("/packages/v2/transferred", VIEW, transferred),
    Operation::get("/packages/v2/labsamples", VIEW, lab_samples),
    Operation::get("/packages/v2/adjustments", VIEW, adjustments),
    Operation::get("/packages/v2/adjust/reasons", VIEW, |_, call| paging::page(call, &ADJUST_REASONS, Some)),
    Operation::open("/packages/v2/types", |_, _| Answer::json(&TYPES)),
    Operation::get("/packages/v2/{id}", VIEW, one),
    Operation::get("/packages/v2/{id}/source/harvests", &["View Packages", "View Package Source Harvests"], harvests),
];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = world.packages.window(call.facility()?, shelf, window.start, window.end);
    let numbers = call.options.enums_as_numbers;
    paging::page(call, &ids, |id| {
        world.packages.get(id).map(|package| PackageRow { world, package, test: None, numbers })
    })
}

fn transferred(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = world.shipped.window(call.facility()?, Shelf::Active, window.start, window.end);
    paging::page(call, &ids, |id| world.shipped.get(id).map(|of| TransferredRow { world, of }))
}

/// One row a test of a sample, at the laboratory.
fn lab_samples(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = world.lab_rows.window(call.facility()?, Shelf::Active, window.start, window.end);
    let numbers = call.options.enums_as_numbers;
    paging::page(call, &ids, |id| {
        let test = world.lab_rows.get(id)?;
        let package = world.packages.get(test.package)?;
        Some(PackageRow { world, package, test: Some(test), numbers })
    })
}

fn adjustments(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = world.adjustments.window(call.facility()?, Shelf::Active, window.start, window.end);
    paging::page(call, &ids, |id| world.adjustments.get(id).map(|of| AdjustmentRow { world, of }))
}

/// A package by id, if the path holds a number, else by tag.
fn one(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let package = by_id_or_label(world, call)?;
    Answer::json(&PackageRow { world, package, test: None, numbers: call.options.enums_as_numbers })
}

fn by_id_or_label<'a>(world: &'a World, call: &Call) -> Result<&'a Package, Refusal> {
    let facility = call.facility()?;
    let name = call.path("id");
    let found = match name.parse::<u64>() {
        Ok(id) => world.packages.get(id).filter(|package| package.facility == facility),
        Err(_) => world.packages.find(facility, name).map(|(_, package)| package),
    };
    found.ok_or_else(|| {
        let status = if call.options.unknown_id_is_401 { StatusCode::UNAUTHORIZED } else { StatusCode::NOT_FOUND };
        Refusal::new(status, format!("Package {name} does not exist in the current Facility."))
    })
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct SourceHarvest<'a> {
    harvested_by_facility_license_number: &'a str,
    harvested_by_facility_name: &'a str,
    name: &'a str,
    harvest_start_date: jiff::civil::Date,
}

fn harvests(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let package = by_id_or_label(world, call)?;
    let rows: Vec<SourceHarvest<'_>> = package
        .harvests
        .iter()
        .filter_map(|id| world.harvests.get(*id))
        .filter_map(|harvest| {
            let grower = world.facility(harvest.facility)?;
            Some(SourceHarvest {
                harvested_by_facility_license_number: &grower.license,
                harvested_by_facility_name: &grower.name,
                name: &harvest.name,
                harvest_start_date: harvest.started,
            })
        })
        .collect();
    Answer::json(&rows)
}
