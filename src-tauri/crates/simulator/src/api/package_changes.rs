//! Changes to a package: its quantity, its place, its end, its flags.

use rust_decimal::Decimal;

use super::Operation;
use super::package_create::{fraction, in_unit_of, known, place, usable};
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::state::World;
use crate::state::exact;
use crate::state::movement::{ADJUST_REASONS, Adjustment};
use crate::state::package::{Life, Package};
use crate::state::values::{LabState, Measure, Text, pacific_date};

const INVENTORY: &[&str] = &["View Packages", "Manage Packages Inventory"];
const CREATE: &[&str] = &["View Packages", "Create/Submit/Discontinue Packages"];

/// The longest note of an adjustment.
const LONGEST_NOTE: usize = 200;

pub const OPERATIONS: &[Operation] = &[
    Operation::write("POST", "/packages/v2/adjust", INVENTORY, |world, call| {
        object::ids(world, call, |world, row| adjust(world, call, row, true))
    }),
    Operation::write("PUT", "/packages/v2/adjust", INVENTORY, |world, call| {
        let delta = call.options.put_adjust_is_delta;
        object::quietly(world, call, |world, row| adjust(world, call, row, delta))
    }),
    Operation::write("PUT", "/packages/v2/finish", INVENTORY, |world, call| {
        object::quietly(world, call, |world, row| finish(world, call, row))
    }),
    Operation::write("PUT", "/packages/v2/unfinish", INVENTORY, |world, call| {
        object::quietly(world, call, |world, row| unfinish(world, call, row))
    }),
    Operation::write("PUT", "/packages/v2/item", CREATE, |world, call| {
        object::quietly(world, call, |world, row| change_item(world, call, row))
    }),
    Operation::write("PUT", "/packages/v2/location", CREATE, |world, call| {
        object::quietly(world, call, |world, row| relocate(world, call, row))
    }),
    Operation::write("PUT", "/packages/v2/note", INVENTORY, |world, call| {
        object::quietly(world, call, |world, row| {
            let note = row.maybe_kept("Note")?;
            change(world, call, row.text("PackageLabel")?, |package| package.note = note)
        })
    }),
    Operation::write("PUT", "/packages/v2/externalid", INVENTORY, |world, call| {
        call.needs(world, "EnableExternalIdentifier")?;
        object::quietly(world, call, |world, row| {
            let id = row.maybe_kept("ExternalId")?;
            change(world, call, row.text("PackageLabel")?, |package| package.external_id = id)
        })
    }),
    Operation::write("PUT", "/packages/v2/usebydate", CREATE, |world, call| {
        object::quietly(world, call, |world, row| {
            let expires = row.maybe_date("ExpirationDate")?;
            let (sell, use_by) = (row.maybe_date("SellByDate")?, row.maybe_date("UseByDate")?);
            change(world, call, row.text("Label")?, |package| {
                package.expires = expires;
                package.sell_by = sell;
                package.use_by = use_by;
            })
        })
    }),
    Operation::write("PUT", "/packages/v2/remediate", INVENTORY, |world, call| {
        call.needs(world, "CanRemediatePackagesWithFailedLabResults")?;
        object::quietly(world, call, |world, row| remediate(world, call, row, false))
    }),
    Operation::write("PUT", "/packages/v2/decontaminate", INVENTORY, |world, call| {
        call.needs(world, "CanDecontaminatePackagesWithFailedLabResults")?;
        object::quietly(world, call, |world, row| remediate(world, call, row, true))
    }),
    Operation::write("PUT", "/packages/v2/labtests/required", CREATE, |world, call| {
        object::quietly(world, call, |world, row| {
            let tests: Vec<Text> = row.texts("RequiredLabTestBatches")?.into_iter().map(Text::from).collect();
            change(world, call, row.text("Label")?, |package| package.required_tests = tests)
        })
    }),
    Operation::write("PUT", "/packages/v2/tradesample/flag", INVENTORY, |world, call| {
        call.needs(world, "CanCreateTradeSamplePackages")?;
        flag(world, call, |package| package.trade_sample = true)
    }),
    Operation::write("PUT", "/packages/v2/tradesample/unflag", INVENTORY, |world, call| {
        flag(world, call, |package| package.trade_sample = false)
    }),
    // Donations need `CanDonatePackages`, which no license of the story has; taking the flag off needs nothing.
    Operation::write("PUT", "/packages/v2/donation/flag", INVENTORY, |world, call| {
        call.needs(world, "CanDonatePackages")?;
        flag(world, call, |package| package.donation = true)
    }),
    Operation::write("PUT", "/packages/v2/donation/unflag", INVENTORY, |world, call| {
        flag(world, call, |package| package.donation = false)
    }),
    Operation::write("PUT", "/packages/v2/finishedgood/flag", INVENTORY, |world, call| {
        call.needs(world, "CanTrackFinishedGoods")?;
        flag(world, call, |package| package.finished_good = true)
    }),
    Operation::write("PUT", "/packages/v2/finishedgood/unflag", INVENTORY, |world, call| {
        flag(world, call, |package| package.finished_good = false)
    }),
];

/// Changes an active package and stamps it.
fn change(world: &mut World, call: &Call, label: &str, act: impl FnOnce(&mut Package)) -> Result<u64, Wrong> {
    let id = usable(world, call.facility()?, label)?.id;
    world.packages.update(id, |package| {
        act(package);
        package.modified = call.now;
    });
    Ok(id)
}

fn flag(world: &mut World, call: &Call, act: fn(&mut Package)) -> Result<Answer, Refusal> {
    object::quietly(world, call, |world, row| change(world, call, row.text("Label")?, act))
}

fn adjust(world: &mut World, call: &Call, row: &Object<'_>, delta: bool) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let label = row.text("Label")?;
    let package = usable(world, facility, label)?.clone();
    let asked = in_unit_of(&package, row.number("Quantity")?, row.unit("UnitOfMeasure")?)?;
    let day = row.past_date("AdjustmentDate", call)?;
    let reason = row.text("AdjustmentReason")?;
    let names: Vec<&str> = ADJUST_REASONS.iter().map(|reason| reason.name).collect();
    let known = ADJUST_REASONS.iter().find(|known| known.name.eq_ignore_ascii_case(reason));
    let Some(known) = known else { return Err(object::invalid("Adjustment Reason", reason, &names)) };
    let note = row.maybe_text("ReasonNote")?.unwrap_or_default();
    if known.requires_note && note.is_empty() {
        return Err(Wrong::Row(format!("Reason Note is required for Adjustment Reason {}.", known.name)));
    }
    if note.chars().count() > LONGEST_NOTE {
        return Err(Wrong::Row(format!("Reason Note must not be longer than {LONGEST_NOTE} characters.")));
    }
    let after = if delta { object::held(exact::plus(package.quantity, asked), "Quantity")? } else { asked };
    if after < Decimal::ZERO {
        return Err(Wrong::Row(format!("Package {label} cannot be adjusted to a quantity below zero.")));
    }
    if package.unit.measure() == Measure::Count && !after.is_integer() {
        return Err(fraction(&package));
    }
    let changed = object::held(exact::minus(after, package.quantity), "Quantity")?;
    let adjustment = Adjustment {
        facility,
        package: package.id,
        quantity: changed,
        unit: package.unit,
        reason: Text::from(known.name),
        note: Text::from(note),
        day,
        by: Text::clone(&call.user),
        modified: call.now,
    };
    world.adjustments.insert(|_| adjustment);
    world.packages.update(package.id, |package| {
        package.quantity = after;
        package.touched = true;
        package.modified = call.now;
    });
    Ok(package.id)
}

fn finish(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let label = row.text("Label")?;
    let package = usable(world, call.facility()?, label)?;
    if !package.quantity.is_zero() {
        return Err(Wrong::Row(format!(
            "Package {label} cannot be finished because its quantity is {} {}.",
            package.quantity.normalize(),
            package.unit.name()
        )));
    }
    let day = row.past_date("ActualDate", call)?;
    if day < package.packaged {
        return Err("ActualDate cannot be before the Packaged Date.".into());
    }
    let id = package.id;
    world.packages.update(id, |package| {
        package.life = Life::Inactive;
        package.finished = Some(day);
        package.archived = Some(day);
        package.modified = call.now;
    });
    Ok(id)
}

fn unfinish(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let label = row.text("Label")?;
    let package = known(world, call.facility()?, label)?;
    if package.life != Life::Inactive || package.finished.is_none() {
        return Err(Wrong::Row(format!("Package {label} is not finished.")));
    }
    let id = package.id;
    world.packages.update(id, |package| {
        package.life = Life::Active;
        package.finished = None;
        package.archived = None;
        package.modified = call.now;
    });
    Ok(id)
}

fn change_item(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let package = usable(world, facility, row.text("Label")?)?;
    let name = row.text("Item")?;
    let Some((item, unit)) = world.items.find(facility, name).map(|(id, item)| (id, item.unit)) else {
        return Err(Wrong::Row(format!("Item {name} does not exist in the current Facility.")));
    };
    if unit.measure() != package.unit.measure() {
        return Err(Wrong::Row(format!("Item {name} is measured otherwise than Package {}.", package.label)));
    }
    let id = package.id;
    world.use_item(item);
    world.packages.update(id, |package| {
        package.item = item;
        package.item_from = None;
        package.modified = call.now;
    });
    Ok(id)
}

fn relocate(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    row.text("Location")?;
    row.past_date("MoveDate", call)?;
    let (location, sublocation) = place(world, call.facility()?, row, ("Location", "Sublocation"))?;
    if !location.and_then(|id| world.locations.get(id)).is_some_and(|location| location.kind.packages) {
        return Err("The Location cannot hold Packages.".into());
    }
    change(world, call, row.text("Label")?, |package| {
        package.location = location;
        package.sublocation = sublocation;
    })
}

/// Remediation, or decontamination: a failed package becomes one to be tested again.
fn remediate(world: &mut World, call: &Call, row: &Object<'_>, decontaminate: bool) -> Result<u64, Wrong> {
    let label = row.text("PackageLabel")?;
    let (method, date) = if decontaminate {
        ("DecontaminationMethodName", "DecontaminationDate")
    } else {
        ("RemediationMethodName", "RemediationDate")
    };
    row.text(method)?;
    let day = row.past_date(date, call)?;
    let package = usable(world, call.facility()?, label)?;
    if !matches!(package.lab_state, LabState::TestFailed | LabState::RetestFailed) {
        return Err(Wrong::Row(format!("Package {label} has no failed lab results.")));
    }
    let today = pacific_date(call.now);
    change(world, call, label, |package| {
        if decontaminate {
            package.decontaminated = Some(day);
            package.lab_state = LabState::Decontaminated;
        } else {
            package.remediated = Some(day);
            package.needs_remediation = false;
            package.lab_state = LabState::Remediated;
        }
        package.lab_state_date = today;
    })
}
