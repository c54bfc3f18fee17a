//! Strains, locations and sublocations: reads.

use serde::Serialize;

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging::{self, Window};
use crate::state::place::LOCATION_TYPES;
use crate::state::table::{Row, Shelf, Table};

const STRAINS: &[&str] = &["Manage Strains"];
const LOCATIONS: &[&str] = &["Manage Locations"];

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/strains/v2/active", STRAINS, |world, call| active(&world.strains, call)),
    Operation::get("/strains/v2/inactive", STRAINS, |world, call| inactive(&world.strains, call)),
    Operation::get("/strains/v2/{id}", STRAINS, |world, call| one(&world.strains, call, "Strain")),
    Operation::get("/locations/v2/active", LOCATIONS, |world, call| active(&world.locations, call)),
    Operation::get("/locations/v2/inactive", LOCATIONS, |world, call| inactive(&world.locations, call)),
    Operation::get("/locations/v2/types", LOCATIONS, |_, call| paging::page(call, &LOCATION_TYPES, Some)),
    Operation::get("/locations/v2/{id}", LOCATIONS, |world, call| one(&world.locations, call, "Location")),
    Operation::get("/sublocations/v2/active", LOCATIONS, |world, call| active(&world.sublocations, call)),
    Operation::get("/sublocations/v2/inactive", LOCATIONS, |world, call| inactive(&world.sublocations, call)),
    Operation::get("/sublocations/v2/{id}", LOCATIONS, |world, call| one(&world.sublocations, call, "Sublocation")),
];

/// The rows in use that changed inside the window.
pub fn active<T: Row + Serialize>(table: &Table<T>, call: &Call) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = table.window(call.facility()?, Shelf::Active, window.start, window.end);
    paging::page(call, &ids, |id| table.get(id))
}

/// All archived rows: these lists take no window.
pub fn inactive<T: Row + Serialize>(table: &Table<T>, call: &Call) -> Result<Answer, Refusal> {
    let ids = table.window(call.facility()?, Shelf::Inactive, Window::ALL.start, Window::ALL.end);
    paging::page(call, &ids, |id| table.get(id))
}

/// The row of the path's id, if it is this license's.
pub fn one<T: Row + Serialize>(table: &Table<T>, call: &Call, what: &str) -> Result<Answer, Refusal> {
    Answer::json(own(table, call, what)?)
}

/// The row of the path's id, if it is this license's.
pub fn own<'a, T: Row>(table: &'a Table<T>, call: &Call, what: &str) -> Result<&'a T, Refusal> {
    let (facility, id) = (call.facility()?, call.id()?);
    table
        .get(id)
        .filter(|row| row.facility() == facility)
        .ok_or_else(|| Refusal::not_found(format!("{what} {id} does not exist in the current Facility.")))
}
