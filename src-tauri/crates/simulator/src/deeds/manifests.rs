//! What people do with manifests on the state's site: register, depart, receive, reject, take back, void.

use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::license_id;
use crate::http::answer::Refusal;
use crate::state::World;
use crate::state::facility::FacilityKind;
use crate::state::movement::Shipped;
use crate::state::package::{Life, Package, Received};
use crate::state::transfer::{Incoming, Transfer};
use crate::state::values::{LabState, Text};

/// The most packages on a manifest.
const MOST_PACKAGES: usize = 200;

/// Makes a manifest of a template; its packages are in transit from now on.
pub fn register(world: &mut World, now: Timestamp, license: &str, template: u64) -> Result<Value, Refusal> {
    let facility = license_id(world, license)?;
    let found = world.transfers.get(template).filter(|one| one.facility == facility && one.manifest.is_none());
    let template = found
        .filter(|one| !one.archived)
        .cloned()
        .ok_or_else(|| Refusal::not_found(format!("There is no template {template}.")))?;
    if template.loads.is_empty() || template.loads.len() > MOST_PACKAGES {
        return Err(Refusal::bad_request(format!("A manifest has 1 to {MOST_PACKAGES} packages.")));
    }
    let retail = world
        .facility(template.recipient)
        .is_some_and(|recipient| matches!(recipient.kind, FacilityKind::Retailer | FacilityKind::DeliveryRetailer));
    for load in &template.loads {
        let package = world.packages.get(load.package);
        let ready = package.filter(|package| package.life == Life::Active && !package.on_hold);
        let Some(package) = ready.filter(|package| package.quantity > Decimal::ZERO) else {
            return Err(Refusal::bad_request(format!("Package {} cannot be transferred.", load.label)));
        };
        let allowed =
            matches!(package.lab_state, LabState::TestPassed | LabState::RetestPassed | LabState::NotRequired);
        if retail && !allowed {
            return Err(Refusal::bad_request(format!(
                "Package {} is marked as {} and cannot be transferred.",
                load.label,
                package.lab_state.name()
            )));
        }
    }
    let id = world.transfers.insert(|id| Transfer {
        id,
        manifest: Some(Text::from(format!("{id:010}"))),
        template: Some(template.id),
        delivery: Transfer::delivery_of(id),
        loads: Vec::new(),
        rows: Vec::new(),
        created: now,
        modified: now,
        ..template.clone()
    });
    let manifest = Text::from(format!("{id:010}"));
    let mut rows = Vec::new();
    for load in &template.loads {
        let Some((quantity, unit)) = world.packages.get(load.package).map(|package| (package.quantity, package.unit))
        else {
            continue;
        };
        rows.push(world.shipped.insert(|id| Shipped {
            id,
            facility,
            package: load.package,
            manifest: manifest.clone(),
            recipient: template.recipient,
            quantity,
            unit,
            gross: load.gross,
            price: load.price,
            state: "Shipped",
            departed: None,
            received: None,
            modified: now,
        }));
        world.packages.update(load.package, |package| {
            package.life = Life::InTransit;
            package.touched = true;
            package.modified = now;
        });
    }
    world.transfers.update(id, |transfer| transfer.rows = rows);
    world.incoming.insert(|_| Incoming { facility: template.recipient, transfer: id, modified: now });
    Ok(json!({ "transfer": id, "manifest": &*manifest }))
}

/// A manifest that this license sends.
fn sent(world: &World, license: &str, manifest: &str) -> Result<Transfer, Refusal> {
    let facility = license_id(world, license)?;
    let found = world.transfers.find(facility, manifest).map(|(_, transfer)| transfer.clone());
    found.filter(|transfer| !transfer.archived).ok_or_else(|| no_manifest(manifest))
}

fn no_manifest(manifest: &str) -> Refusal {
    Refusal::not_found(format!("There is no manifest {manifest}."))
}

pub fn depart(world: &mut World, now: Timestamp, license: &str, manifest: &str) -> Result<Value, Refusal> {
    let transfer = sent(world, license, manifest)?;
    if transfer.departed.is_some() {
        return Err(Refusal::bad_request(format!("Manifest {manifest} has departed already.")));
    }
    for row in &transfer.rows {
        world.shipped.update(*row, |row| {
            row.departed = Some(now);
            row.modified = now;
        });
    }
    world.touch_transfer(transfer.id, now, |transfer| transfer.departed = Some(now));
    Ok(Value::Null)
}

/// The recipient receives: each package is a new row with a new id under its old tag. What it rejects stays in transit
/// until the sender takes it back.
pub fn receive(
    world: &mut World,
    now: Timestamp,
    license: &str,
    manifest: &str,
    reject: &[String],
) -> Result<Value, Refusal> {
    let recipient = license_id(world, license)?;
    let transfer = world
        .transfers
        .iter()
        .map(|(_, transfer)| transfer)
        .find(|one| one.recipient == recipient && one.manifest.as_deref() == Some(manifest) && !one.archived)
        .cloned()
        .ok_or_else(|| no_manifest(manifest))?;
    if transfer.received.is_some() {
        return Err(Refusal::bad_request(format!("Manifest {manifest} has been received already.")));
    }
    let departed = transfer.departed.unwrap_or_else(|| now.checked_sub(SignedDuration::from_secs(1)).unwrap_or(now));
    let mut ids = Vec::new();
    let mut rejected = false;
    for row in &transfer.rows {
        let Some(shipped) = world.shipped.get(*row).cloned() else { continue };
        let Some(package) = world.packages.get(shipped.package).cloned() else { continue };
        if reject.iter().any(|label| label.eq_ignore_ascii_case(&package.label)) {
            rejected = true;
            world.shipped.update(*row, |row| {
                row.state = "Rejected";
                row.modified = now;
            });
            continue;
        }
        world.shipped.update(*row, |row| {
            row.state = "Accepted";
            row.departed = Some(departed);
            row.received = Some((now, shipped.quantity));
            row.modified = now;
        });
        world.packages.update(package.id, |package| {
            package.life = Life::Transferred;
            package.modified = now;
        });
        ids.push(arrive(world, now, &package, recipient, transfer.facility, manifest));
    }
    world.touch_transfer(transfer.id, now, |transfer| {
        transfer.received = Some(now);
        transfer.rejected = rejected;
        transfer.departed = Some(departed);
    });
    Ok(json!({ "ids": ids }))
}

/// The package at its new license.
fn arrive(world: &mut World, now: Timestamp, package: &Package, to: u32, from: u32, manifest: &str) -> u64 {
    let owner = world.items.get(package.item).map(|item| item.facility);
    let arrived = Package {
        facility: to,
        life: Life::Active,
        original: package.quantity,
        item_from: owner.filter(|owner| *owner != to),
        ingredients: Vec::new(),
        from_harvests: Vec::new(),
        from_batch: None,
        location: None,
        sublocation: None,
        note: None,
        external_id: None,
        touched: false,
        received: Some(Received { at: now, manifest: Text::from(manifest), from }),
        modified: now,
        ..package.clone()
    };
    world.packages.insert(|id| Package { id, ..arrived })
}

/// The sender takes rejected packages back: new rows under the old tags.
pub fn take_back(world: &mut World, now: Timestamp, license: &str, manifest: &str) -> Result<Value, Refusal> {
    let transfer = sent(world, license, manifest)?;
    if !transfer.rejected || transfer.returned {
        return Err(Refusal::bad_request(format!("Manifest {manifest} has no rejected packages to take back.")));
    }
    let mut ids = Vec::new();
    for row in &transfer.rows {
        let Some(shipped) = world.shipped.get(*row).filter(|row| row.state == "Rejected").cloned() else { continue };
        let Some(package) = world.packages.get(shipped.package).cloned() else { continue };
        world.shipped.update(*row, |row| {
            row.state = "Returned";
            row.modified = now;
        });
        world.packages.update(package.id, |package| {
            package.life = Life::Transferred;
            package.modified = now;
        });
        ids.push(arrive(world, now, &package, transfer.facility, transfer.recipient, manifest));
    }
    world.touch_transfer(transfer.id, now, |transfer| transfer.returned = true);
    Ok(json!({ "ids": ids }))
}

/// Voids a manifest that has not left; its packages are active again.
pub fn void(world: &mut World, now: Timestamp, license: &str, manifest: &str) -> Result<Value, Refusal> {
    let transfer = sent(world, license, manifest)?;
    if transfer.departed.is_some() || transfer.received.is_some() {
        return Err(Refusal::bad_request(format!("Manifest {manifest} has departed already.")));
    }
    for row in &transfer.rows {
        let Some(package) = world.shipped.get(*row).map(|row| row.package) else { continue };
        world.packages.update(package, |package| {
            package.life = Life::Active;
            package.modified = now;
        });
    }
    world.touch_transfer(transfer.id, now, |transfer| transfer.archived = true);
    Ok(Value::Null)
}
