//! Items, categories and brands: reads.

use super::Operation;
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::item::{CategoryRow, ItemRow};
use crate::state::table::Shelf;
use crate::story::catalogue::CATEGORIES;

const RIGHTS: &[&str] = &["Manage Items"];

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/items/v2/active", RIGHTS, |world, call| list(world, call, Shelf::Active, Window::of(call)?)),
    Operation::get("/items/v2/inactive", RIGHTS, |world, call| list(world, call, Shelf::Inactive, Window::ALL)),
    Operation::get("/items/v2/categories", &[], categories),
    Operation::get("/items/v2/brands", RIGHTS, brands),
    Operation::get("/items/v2/{id}", RIGHTS, one),
];

fn list(world: &World, call: &Call, shelf: Shelf, window: Window) -> Result<Answer, Refusal> {
    let ids = world.items.window(call.facility()?, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.items.get(id).map(|item| ItemRow { item, numbers: false }))
}

/// The categories that the license may use: whoever does not grow has no plants.
fn categories(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let grows = world.facility(call.facility()?).is_some_and(|facility| facility.may("CanGrowPlants"));
    let mine: Vec<_> = CATEGORIES.iter().filter(|category| grows || category.kind != "Plants").collect();
    paging::page(call, &mine, |category| Some(CategoryRow { category, numbers: false }))
}

fn brands(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let ids = world.brands.window(call.facility()?, Shelf::Active, Window::ALL.start, Window::ALL.end);
    paging::page(call, &ids, |id| world.brands.get(id))
}

fn one(world: &World, call: &Call) -> Result<Answer, Refusal> {
    Answer::json(&ItemRow { item: own(&world.items, call, "Item")?, numbers: false })
}
