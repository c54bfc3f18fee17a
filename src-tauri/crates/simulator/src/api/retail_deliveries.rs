//! Retailer deliveries: load, depart, sell on the road, restock, end.

use rust_decimal::Decimal;

use super::Operation;
use super::package_create::{in_unit_of, known, taken};
use super::places::own;
use super::sales::{customer_type, give_back, read_lines, read_price, take_lines};
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::exact;
use crate::state::sale::{DeliveryState, Destination, Line, RetailerDelivery, delivery_doc};
use crate::state::table::Shelf;
use crate::state::values::{Text, pacific_date};

const RIGHTS: &[&str] = &["Manage Retailer Delivery"];
const DRIVE: &str = "RetailerDelivery";

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/sales/v2/deliveries/retailer/active", RIGHTS, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/sales/v2/deliveries/retailer/inactive", RIGHTS, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/sales/v2/deliveries/retailer/{id}", RIGHTS, |world, call| {
        Answer::json(&delivery_doc(world, own(&world.deliveries, call, "Retailer Delivery")?, true))
    }),
    Operation::write("POST", "/sales/v2/deliveries/retailer", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::ids(world, call, |world, row| {
            let delivery = load(world, call, row)?;
            Ok(world.deliveries.insert(|id| RetailerDelivery { id, ..delivery }))
        })
    }),
    Operation::write("PUT", "/sales/v2/deliveries/retailer", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::ids(world, call, |world, row| reload(world, call, row))
    }),
    Operation::write("POST", "/sales/v2/deliveries/retailer/depart", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::quietly(world, call, |world, row| {
            let delivery = in_state(world, call, row.id("RetailerDeliveryId")?, DeliveryState::Created)?;
            world.deliveries.update(delivery.id, |delivery| {
                delivery.state = DeliveryState::Departed;
                delivery.departed = Some(call.now);
                delivery.modified = call.now;
            });
            Ok(delivery.id)
        })
    }),
    Operation::write("POST", "/sales/v2/deliveries/retailer/sale", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::ids(world, call, |world, row| sale_on_the_road(world, call, row))
    }),
    Operation::write("POST", "/sales/v2/deliveries/retailer/restock", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::ids(world, call, |world, row| restock(world, call, row))
    }),
    Operation::write("POST", "/sales/v2/deliveries/retailer/end", RIGHTS, |world, call| {
        call.needs(world, DRIVE)?;
        object::ids(world, call, |world, row| end(world, call, row))
    }),
    Operation::write("DELETE", "/sales/v2/deliveries/retailer/{id}", RIGHTS, void),
];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, DRIVE)?;
    let window = Window::of(call)?;
    let ids = world.deliveries.window(facility, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.deliveries.get(id).map(|delivery| delivery_doc(world, delivery, false)))
}

fn text(row: &Object<'_>, name: &str) -> Result<Text, Wrong> {
    row.maybe_kept(name).map(Option::unwrap_or_default)
}

fn destination(world: &World, call: &Call, row: &Object<'_>, id: u64) -> Result<Destination, Wrong> {
    let rows = row.objects("Transactions")?;
    if rows.is_empty() {
        return Err(object::not_specified("Transactions"));
    }
    Ok(Destination {
        id,
        customer: customer_type(row)?,
        patient: row.maybe_kept("PatientLicenseNumber")?,
        consumer: text(row, "ConsumerId")?,
        recipient: row.maybe_kept("RecipientName")?,
        street: [text(row, "RecipientAddressStreet1")?, text(row, "RecipientAddressStreet2")?],
        city: text(row, "RecipientAddressCity")?,
        county: row.maybe_kept("RecipientAddressCounty")?,
        state: text(row, "RecipientAddressState")?,
        postal_code: text(row, "RecipientAddressPostalCode")?,
        arrives: row.local("EstimatedArrivalDateTime")?.text,
        lines: read_lines(world, call, &rows, "TotalAmount")?,
    })
}

/// Loads a vehicle: what is ordered and what is spare leave their packages at once.
fn load(world: &mut World, call: &Call, row: &Object<'_>) -> Result<RetailerDelivery, Wrong> {
    let at = row.local("DateTime")?.text;
    let leaves = row.local("EstimatedDepartureDateTime")?.text;
    let mut destinations = Vec::new();
    for (number, row) in (1..).zip(row.objects("Destinations")?) {
        let destination = destination(world, call, &row, number)?;
        take_lines(world, call, &destination.lines)?;
        destinations.push(destination);
    }
    let spare = read_lines(world, call, &row.objects("Packages")?, "TotalPrice")?;
    take_lines(world, call, &spare)?;
    if destinations.is_empty() && spare.is_empty() {
        return Err(object::not_specified("Destinations"));
    }
    let lines = destinations.iter().flat_map(|destination| &destination.lines).chain(&spare);
    for package in lines.map(|line| line.package).collect::<Vec<_>>() {
        world.packages.update(package, |package| package.on_delivery = true);
    }
    Ok(RetailerDelivery {
        id: 0,
        facility: call.facility()?,
        state: DeliveryState::Created,
        at,
        driver_id: text(row, "DriverEmployeeId")?,
        driver: Text::from(row.text("DriverName")?),
        driver_license: Text::from(row.text("DriversLicenseNumber")?),
        make: text(row, "VehicleMake")?,
        model: text(row, "VehicleModel")?,
        plate: Text::from(row.text("VehicleLicensePlateNumber")?),
        leaves,
        departed: None,
        completed: None,
        restocked: None,
        voided: None,
        destinations,
        spare,
        recorded: call.now,
        by: Text::clone(&call.user),
        modified: call.now,
    })
}

/// A delivery of this license in a certain state.
fn in_state(world: &World, call: &Call, id: u64, state: DeliveryState) -> Result<RetailerDelivery, Wrong> {
    let facility = call.facility()?;
    let found = world.deliveries.get(id).filter(|delivery| delivery.facility == facility).cloned();
    let delivery = found.ok_or_else(|| format!("Retailer Delivery {id} does not exist in the current Facility."))?;
    if delivery.state == state {
        return Ok(delivery);
    }
    let words = match delivery.state {
        DeliveryState::Created => "has not departed",
        DeliveryState::Departed => "has departed",
        DeliveryState::Completed => "has ended",
        DeliveryState::Voided => "has been voided",
    };
    Err(Wrong::Row(format!("Retailer Delivery {id} {words}.")))
}

fn unload(world: &mut World, call: &Call, delivery: &RetailerDelivery) -> Result<(), Wrong> {
    for destination in &delivery.destinations {
        give_back(world, call, &destination.lines)?;
    }
    give_back(world, call, &delivery.spare)?;
    put_down(world, delivery);
    Ok(())
}

/// The packages are no longer on the road.
fn put_down(world: &mut World, delivery: &RetailerDelivery) {
    let lines = delivery.destinations.iter().flat_map(|destination| &destination.lines).chain(&delivery.spare);
    for line in lines {
        world.packages.update(line.package, |package| package.on_delivery = false);
    }
}

fn reload(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let old = in_state(world, call, row.id("Id")?, DeliveryState::Created)?;
    unload(world, call, &old)?;
    let new = load(world, call, row)?;
    world.deliveries.update(old.id, |delivery| {
        *delivery = RetailerDelivery { id: old.id, recorded: old.recorded, ..new };
    });
    Ok(old.id)
}

/// An order on the road is served from the spare packages.
fn sale_on_the_road(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let delivery = in_state(world, call, row.id("RetailerDeliveryId")?, DeliveryState::Departed)?;
    let mut spare = delivery.spare.clone();
    let mut lines: Vec<Line> = Vec::new();
    for row in row.objects("Transactions")? {
        let label = row.text("PackageLabel")?;
        let package = known(world, call.facility()?, label)?;
        let (quantity, unit) = (row.amount("Quantity")?, row.unit("UnitOfMeasure")?);
        let own = taken(package, quantity, unit)?;
        let in_vehicle = spare.iter_mut().find(|line| line.package == package.id && line.own >= own);
        let Some(in_vehicle) = in_vehicle else {
            return Err(Wrong::Row(format!("Package {label} does not have enough quantity on the Retailer Delivery.")));
        };
        in_vehicle.own = object::held(exact::minus(in_vehicle.own, own), "Quantity")?;
        in_vehicle.quantity = package.unit.convert(in_vehicle.own, in_vehicle.unit).unwrap_or_default();
        let price = read_price(&row, "TotalAmount")?;
        let label = Text::clone(&package.label);
        lines.push(Line { package: package.id, label, quantity, unit, own, price, invoice: None });
    }
    if lines.is_empty() {
        return Err(object::not_specified("Transactions"));
    }
    let number = (delivery.destinations.len() as u64).saturating_add(1);
    let destination = Destination {
        id: number,
        customer: customer_type(row)?,
        patient: row.maybe_kept("PatientLicenseNumber")?,
        consumer: text(row, "ConsumerId")?,
        recipient: row.maybe_kept("RecipientName")?,
        street: [text(row, "RecipientAddressStreet1")?, text(row, "RecipientAddressStreet2")?],
        city: text(row, "RecipientAddressCity")?,
        county: row.maybe_kept("RecipientAddressCounty")?,
        state: text(row, "RecipientAddressState")?,
        postal_code: text(row, "RecipientAddressPostalCode")?,
        arrives: row.maybe_local("EstimatedArrivalDateTime")?.map(|at| at.text).unwrap_or_default(),
        lines,
    };
    world.deliveries.update(delivery.id, |delivery| {
        delivery.spare = spare;
        delivery.destinations.push(destination);
        delivery.modified = call.now;
    });
    Ok(delivery.id)
}

/// Puts more into the vehicle, or takes packages out of it.
fn restock(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let delivery = in_state(world, call, row.id("RetailerDeliveryId")?, DeliveryState::Departed)?;
    let mut spare = delivery.spare.clone();
    for row in row.objects("Packages")? {
        let label = row.text("PackageLabel")?;
        if row.flag("RemoveCurrentPackage")? {
            let (out, rest): (Vec<Line>, Vec<Line>) =
                spare.into_iter().partition(|line| line.label.eq_ignore_ascii_case(label));
            give_back(world, call, &out)?;
            for line in &out {
                world.packages.update(line.package, |package| package.on_delivery = false);
            }
            spare = rest;
        } else {
            let lines = read_lines(world, call, &[row], "TotalPrice")?;
            take_lines(world, call, &lines)?;
            for line in &lines {
                world.packages.update(line.package, |package| package.on_delivery = true);
            }
            spare.extend(lines);
        }
    }
    world.deliveries.update(delivery.id, |delivery| {
        delivery.spare = spare;
        delivery.restocked = Some(call.now);
        delivery.modified = call.now;
    });
    Ok(delivery.id)
}

/// Ends a drive: what the driver brought back goes into its packages and must be all that was not sold.
fn end(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let delivery = in_state(world, call, row.id("RetailerDeliveryId")?, DeliveryState::Departed)?;
    row.local("ActualArrivalDateTime")?;
    let facility = call.facility()?;
    let mut spare = delivery.spare.clone();
    for row in row.objects("Packages")? {
        let label = row.text("Label")?;
        let package = known(world, facility, label)?;
        let back = in_unit_of(package, row.number("EndQuantity")?, row.unit("EndUnitOfMeasure")?)?;
        let loaded = spare.iter().filter(|line| line.package == package.id).map(|line| line.own);
        let loaded = object::held(exact::total(loaded), "EndQuantity")?;
        if back != loaded {
            return Err(Wrong::Row(format!(
                "Package {label} must end the Retailer Delivery with {} {}.",
                loaded.normalize(),
                package.unit.name()
            )));
        }
        let (out, rest): (Vec<Line>, Vec<Line>) = spare.into_iter().partition(|line| line.package == package.id);
        give_back(world, call, &out)?;
        spare = rest;
    }
    if let Some(line) = spare.iter().find(|line| line.own > Decimal::ZERO) {
        return Err(Wrong::Row(format!("Package {} must be accounted for at the end.", line.label)));
    }
    put_down(world, &delivery);
    world.deliveries.update(delivery.id, |delivery| {
        delivery.state = DeliveryState::Completed;
        delivery.completed = Some(call.now);
        delivery.spare = Vec::new();
        delivery.modified = call.now;
    });
    Ok(delivery.id)
}

/// Voids a drive that has not left.
fn void(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    call.needs(world, DRIVE)?;
    let id = own(&world.deliveries, call, "Retailer Delivery")?.id;
    let done = in_state(world, call, id, DeliveryState::Created).and_then(|delivery| unload(world, call, &delivery));
    done.map_err(Wrong::into_refusal)?;
    let today = pacific_date(call.now);
    world.deliveries.update(id, |delivery| {
        delivery.state = DeliveryState::Voided;
        delivery.voided = Some(today);
        delivery.modified = call.now;
    });
    Ok(Answer::Nothing)
}
