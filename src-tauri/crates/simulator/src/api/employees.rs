//! Employees.

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging;
use crate::state::World;
use crate::state::facility::{EmployeeRow, Facility};

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/employees/v2", &["Manage Employees"], list),
    Operation::get("/employees/v2/permissions", &["Manage Employees"], permissions),
];

fn facility<'a>(world: &'a World, call: &Call) -> Result<&'a Facility, Refusal> {
    world.facility(call.facility()?).ok_or_else(Refusal::broken)
}

fn list(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let facility = facility(world, call)?;
    let employees: Vec<_> = facility.employees.iter().collect();
    paging::page(call, &employees, |employee| Some(EmployeeRow { facility, employee }))
}

/// The permissions of one employee, as names in a bare array.
fn permissions(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let number = call
        .query
        .get("employeeLicenseNumber")
        .ok_or_else(|| Refusal::bad_request("employeeLicenseNumber was not specified."))?;
    let facility = facility(world, call)?;
    let employee = facility
        .employees
        .iter()
        .find(|employee| employee.license.eq_ignore_ascii_case(number))
        .ok_or_else(|| Refusal::not_found(format!("Employee {number} does not exist in the current Facility.")))?;
    let mut names = vec!["view packages", "manage packages inventory", "manage items", "manage strains"];
    if facility.may("CanGrowPlants") {
        names.extend(["view immature plants", "view plants", "view harvests"]);
    }
    if facility.may("CanSellToConsumers") {
        names.extend(["view sales", "manage sales"]);
    }
    if employee.is_manager {
        names.extend(["manage employees", "manage locations", "manage transfers"]);
    }
    names.sort_unstable();
    Answer::json(&names)
}
