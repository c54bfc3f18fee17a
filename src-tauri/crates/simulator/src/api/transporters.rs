//! Drivers and vehicles.

use super::Operation;
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::table::{Shelf, Table};
use crate::state::transporter::Transporter;
use crate::state::values::Text;

const VIEW: &[&str] = &["Transporters"];
const MANAGE: &[&str] = &["Manage Transporters"];

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/transporters/v2/drivers", VIEW, |world, call| list(&world.drivers, call)),
    Operation::get("/transporters/v2/vehicles", VIEW, |world, call| list(&world.vehicles, call)),
    Operation::get("/transporters/v2/drivers/{id}", VIEW, |world, call| {
        Answer::json(own(&world.drivers, call, "Driver")?)
    }),
    Operation::get("/transporters/v2/vehicles/{id}", VIEW, |world, call| {
        Answer::json(own(&world.vehicles, call, "Vehicle")?)
    }),
    Operation::write("POST", "/transporters/v2/drivers", MANAGE, |world, call| {
        object::ids(world, call, |world, row| {
            let driver = driver(call, row)?;
            Ok(world.drivers.insert(|id| Transporter { id, ..driver }))
        })
    }),
    Operation::write("POST", "/transporters/v2/vehicles", MANAGE, |world, call| {
        object::ids(world, call, |world, row| {
            let vehicle = vehicle(call, row)?;
            Ok(world.vehicles.insert(|id| Transporter { id, ..vehicle }))
        })
    }),
    Operation::write("PUT", "/transporters/v2/drivers", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| replace(&mut world.drivers, call, row, "Driver", driver(call, row)?))
    }),
    Operation::write("PUT", "/transporters/v2/vehicles", MANAGE, |world, call| {
        object::quietly(world, call, |world, row| {
            replace(&mut world.vehicles, call, row, "Vehicle", vehicle(call, row)?)
        })
    }),
    Operation::write("DELETE", "/transporters/v2/drivers/{id}", MANAGE, |world, call| {
        archive(&mut world.drivers, call, "Driver")
    }),
    Operation::write("DELETE", "/transporters/v2/vehicles/{id}", MANAGE, |world, call| {
        archive(&mut world.vehicles, call, "Vehicle")
    }),
];

fn list(table: &Table<Transporter>, call: &Call) -> Result<Answer, Refusal> {
    let ids = table.window(call.facility()?, Shelf::Active, Window::ALL.start, Window::ALL.end);
    paging::page(call, &ids, |id| table.get(id))
}

fn driver(call: &Call, row: &Object<'_>) -> Result<Transporter, Wrong> {
    let fields = [
        ("EmployeeId", Text::from(row.text("EmployeeId")?)),
        ("Name", Text::from(row.text("Name")?)),
        ("DriversLicenseNumber", Text::from(row.text("DriversLicenseNumber")?)),
    ];
    Ok(Transporter { id: 0, facility: call.facility()?, fields, archived: false, modified: call.now })
}

fn vehicle(call: &Call, row: &Object<'_>) -> Result<Transporter, Wrong> {
    let fields = [
        ("Make", Text::from(row.text("Make")?)),
        ("Model", Text::from(row.text("Model")?)),
        ("LicensePlateNumber", Text::from(row.text("LicensePlateNumber")?)),
    ];
    Ok(Transporter { id: 0, facility: call.facility()?, fields, archived: false, modified: call.now })
}

fn replace(
    table: &mut Table<Transporter>,
    call: &Call,
    row: &Object<'_>,
    what: &str,
    new: Transporter,
) -> Result<u64, Wrong> {
    let (facility, id) = (call.facility()?, row.id("Id")?);
    if !table.get(id).is_some_and(|old| old.facility == facility && !old.archived) {
        return Err(Wrong::Row(format!("{what} {id} does not exist in the current Facility.")));
    }
    table.update(id, |old| *old = Transporter { id, ..new });
    Ok(id)
}

fn archive(table: &mut Table<Transporter>, call: &Call, what: &str) -> Result<Answer, Refusal> {
    let id = own(table, call, what)?.id;
    table.update(id, |old| {
        old.archived = true;
        old.modified = call.now;
    });
    Ok(Answer::Nothing)
}
