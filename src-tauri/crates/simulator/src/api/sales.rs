//! Sales receipts.

use rust_decimal::Decimal;

use super::Operation;
use super::package_create::{not_enough, put_back, take, taken, usable};
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::fields;
use crate::state::exact;
use crate::state::sale::{CUSTOMER_TYPES, Line, Receipt, receipt_doc};
use crate::state::table::Shelf;
use crate::state::values::{Text, pacific_date};

const VIEW: &[&str] = &["View Sales"];
const MANAGE: &[&str] = &["Manage Sales"];
const SELL: &str = "CanSellToConsumers";

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/sales/v2/receipts/active", VIEW, |world, call| list(world, call, Shelf::Active)),
    Operation::get("/sales/v2/receipts/inactive", VIEW, |world, call| list(world, call, Shelf::Inactive)),
    Operation::get("/sales/v2/receipts/{id}", VIEW, |world, call| {
        call.needs(world, SELL)?;
        Answer::json(&receipt_doc(world, own(&world.receipts, call, "Receipt")?, true))
    }),
    Operation::get("/sales/v2/receipts/external/{number}", VIEW, external),
    Operation::write("POST", "/sales/v2/receipts", MANAGE, |world, call| {
        call.needs(world, SELL)?;
        object::ids(world, call, |world, row| create(world, call, row))
    }),
    Operation::write("PUT", "/sales/v2/receipts", MANAGE, |world, call| {
        call.needs(world, SELL)?;
        object::quietly(world, call, |world, row| update(world, call, row))
    }),
    Operation::write("PUT", "/sales/v2/receipts/finalize", MANAGE, |world, call| set_final(world, call, true)),
    Operation::write("PUT", "/sales/v2/receipts/unfinalize", MANAGE, |world, call| set_final(world, call, false)),
    Operation::write("DELETE", "/sales/v2/receipts/{id}", MANAGE, void),
    Operation::open("/sales/v2/customertypes", |_, _| Answer::json(&CUSTOMER_TYPES)),
    Operation::open("/sales/v2/counties", |_, call| {
        let counties: Vec<(usize, &str)> = (1..).zip(COUNTIES).collect();
        paging::page(call, &counties, |(id, name)| Some(fields! { "Id": id, "Name": name }))
    }),
    Operation::open("/sales/v2/patientregistration/locations", |_, _| {
        Answer::json(&[fields! { "Id": 1, "Name": "California" }])
    }),
    Operation::get("/sales/v2/paymenttypes", VIEW, |_, _| Answer::json(&["Cash", "Debit"])),
];

/// Some of California's counties, those of the story.
const COUNTIES: [&str; 8] =
    ["Alameda", "Humboldt", "Los Angeles", "Marin", "Mendocino", "Sacramento", "San Francisco", "Sonoma"];

fn list(world: &World, call: &Call, shelf: Shelf) -> Result<Answer, Refusal> {
    let facility = call.needs(world, SELL)?;
    let window = Window::of(call)?;
    let ids = world.receipts.window(facility, shelf, window.start, window.end);
    paging::page(call, &ids, |id| world.receipts.get(id).map(|receipt| receipt_doc(world, receipt, false)))
}

/// The newest receipt with a number of the seller's own; one that was voided only where no other has it.
fn external(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let facility = call.needs(world, SELL)?;
    let number = call.path("number");
    let found = world.receipts.named(facility, number).find(|receipt| receipt.archived.is_none());
    match found.or_else(|| world.receipts.named(facility, number).next()) {
        Some(receipt) => Answer::json(&receipt_doc(world, receipt, true)),
        None => Err(Refusal::not_found(format!("Receipt {number} does not exist in the current Facility."))),
    }
}

/// The customer type that an object names.
pub fn customer_type(row: &Object<'_>) -> Result<&'static str, Wrong> {
    let name = row.text("SalesCustomerType")?;
    let known = CUSTOMER_TYPES.iter().find(|known| known.eq_ignore_ascii_case(name));
    let known = known.ok_or_else(|| object::invalid("Sales Customer Type", name, &CUSTOMER_TYPES))?;
    if matches!(*known, "Patient" | "ExternalPatient") && row.maybe_text("PatientLicenseNumber")?.is_none() {
        return Err(Wrong::Row(format!("Patient License Number is required for Sales Customer Type {known}.")));
    }
    Ok(known)
}

/// The lines of an object; what leaves the packages is checked, line after line, but not taken yet.
pub fn read_lines(world: &World, call: &Call, rows: &[Object<'_>], price: &str) -> Result<Vec<Line>, Wrong> {
    let facility = call.facility()?;
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        let label = row.text("PackageLabel")?;
        let package = usable(world, facility, label)?;
        let (quantity, unit) = (row.amount("Quantity")?, row.unit("UnitOfMeasure")?);
        let own = taken(package, quantity, unit)?;
        let before = lines.iter().filter(|line| line.package == package.id).map(|line| line.own);
        if exact::total(before.chain([own])).is_none_or(|all| all > package.quantity) {
            return Err(not_enough(package));
        }
        let price = read_price(row, price)?;
        let label = Text::clone(&package.label);
        let invoice = row.maybe_kept("InvoiceNumber")?;
        lines.push(Line { package: package.id, label, quantity, unit, own, price, invoice });
    }
    object::held(exact::total(lines.iter().map(|line| line.price)), price)?;
    Ok(lines)
}

/// What a line costs.
pub fn read_price(row: &Object<'_>, name: &str) -> Result<Decimal, Wrong> {
    let price = row.number(name)?;
    if price < Decimal::ZERO { Err(Wrong::Row(format!("{name} must not be less than zero."))) } else { Ok(price) }
}

/// Lines leave their packages.
pub fn take_lines(world: &mut World, call: &Call, lines: &[Line]) -> Result<(), Wrong> {
    lines.iter().try_for_each(|line| take(world, call, line.package, line.own))
}

/// Lines go back to their packages, which must not be finished or gone meanwhile.
pub fn give_back(world: &mut World, call: &Call, lines: &[Line]) -> Result<(), Wrong> {
    lines.iter().try_for_each(|line| put_back(world, call, line.package, line.own))
}

/// A receipt's object, without its lines.
fn read_receipt(call: &Call, row: &Object<'_>) -> Result<Receipt, Wrong> {
    let sold = row.local("SalesDateTime")?;
    if sold.at > call.now {
        return Err("SalesDateTime cannot be in the future.".into());
    }
    Ok(Receipt {
        id: 0,
        facility: call.facility()?,
        external: row.maybe_kept("ExternalReceiptNumber")?,
        sold: sold.text,
        customer: customer_type(row)?,
        patient: row.maybe_kept("PatientLicenseNumber")?,
        caregiver: row.maybe_kept("CaregiverLicenseNumber")?,
        identification: row.maybe_kept("IdentificationMethod")?,
        lines: Vec::new(),
        is_final: false,
        archived: None,
        recorded: call.now,
        by: Text::clone(&call.user),
        modified: call.now,
    })
}

fn create(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let receipt = read_receipt(call, row)?;
    free_number(world, call, &receipt, None)?;
    let rows = row.objects("Transactions")?;
    if rows.is_empty() {
        return Err(object::not_specified("Transactions"));
    }
    let lines = read_lines(world, call, &rows, "TotalAmount")?;
    take_lines(world, call, &lines)?;
    Ok(world.receipts.insert(|id| Receipt { id, lines, ..receipt }))
}

/// Where the state wants it so, a number is another receipt's or this one's, but not both.
fn free_number(world: &World, call: &Call, receipt: &Receipt, own: Option<u64>) -> Result<(), Wrong> {
    if call.options.unique_receipt_numbers
        && let Some(number) = &receipt.external
        && world.receipts.named(receipt.facility, number).any(|other| Some(other.id) != own)
    {
        return Err(Wrong::Row(format!("External Receipt Number {number} is already in use.")));
    }
    Ok(())
}

/// A receipt of this license that may be changed.
fn changeable(world: &World, call: &Call, id: u64) -> Result<Receipt, Wrong> {
    let facility = call.facility()?;
    let found = world.receipts.get(id).filter(|receipt| receipt.facility == facility).cloned();
    let receipt = found.ok_or_else(|| format!("Receipt {id} does not exist in the current Facility."))?;
    if receipt.archived.is_some() {
        return Err(Wrong::Row(format!("Receipt {id} has been voided.")));
    }
    if receipt.is_final {
        return Err(Wrong::Row(format!("Receipt {id} is final and cannot be edited.")));
    }
    Ok(receipt)
}

/// Replaces the whole receipt: the old lines go back, the new ones leave.
fn update(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let id = row.id("Id")?;
    let old = changeable(world, call, id)?;
    let new = read_receipt(call, row)?;
    free_number(world, call, &new, Some(id))?;
    let rows = row.objects("Transactions")?;
    if rows.is_empty() {
        return Err(object::not_specified("Transactions"));
    }
    give_back(world, call, &old.lines)?;
    let lines = read_lines(world, call, &rows, "TotalAmount")?;
    take_lines(world, call, &lines)?;
    world.receipts.update(id, |receipt| {
        *receipt = Receipt { id, lines, recorded: old.recorded, by: Text::clone(&old.by), ..new };
    });
    Ok(id)
}

fn set_final(world: &mut World, call: &Call, is_final: bool) -> Result<Answer, Refusal> {
    call.needs(world, SELL)?;
    object::quietly(world, call, |world, row| {
        let (facility, id) = (call.facility()?, row.id("Id")?);
        let found = world.receipts.get(id).filter(|receipt| receipt.facility == facility);
        let receipt = found.ok_or_else(|| format!("Receipt {id} does not exist in the current Facility."))?;
        if receipt.archived.is_some() {
            return Err(Wrong::Row(format!("Receipt {id} has been voided.")));
        }
        if receipt.is_final == is_final {
            let words = if is_final { "already final" } else { "not final" };
            return Err(Wrong::Row(format!("Receipt {id} is {words}.")));
        }
        world.receipts.update(id, |receipt| {
            receipt.is_final = is_final;
            receipt.modified = call.now;
        });
        Ok(id)
    })
}

fn void(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    call.needs(world, SELL)?;
    let id = own(&world.receipts, call, "Receipt")?.id;
    let done = changeable(world, call, id).and_then(|receipt| give_back(world, call, &receipt.lines));
    done.map_err(Wrong::into_refusal)?;
    let today = pacific_date(call.now);
    world.receipts.update(id, |receipt| {
        receipt.archived = Some(today);
        receipt.modified = call.now;
    });
    Ok(Answer::Nothing)
}
