//! Transfers and templates. Manifests themselves are made, received and rejected on the state's site only.

use base64::Engine as _;

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging::{self, Window};
use crate::state::World;
use crate::state::doc::{Doc, NULL, fields};
use crate::state::table::Shelf;
use crate::state::transfer::{
    Carried, Carrier, Load, Side, TRANSFER_TYPES, Transfer, TransferType, carried_doc, delivery_doc, transfer_doc,
};
use crate::state::values::{Num, Text};

const VIEW: &[&str] = &["View Transfers"];
const TEMPLATES: &[&str] = &["Manage Transfer Templates"];
const STATES: [&str; 4] = ["Shipped", "Rejected", "Accepted", "Returned"];
const MOST_PACKAGES: usize = 200;

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/transfers/v2/incoming", VIEW, incoming),
    Operation::get("/transfers/v2/outgoing", VIEW, |world, call| {
        let window = Window::of(call)?;
        outgoing(world, call, Shelf::Active, window, |_| true)
    }),
    // This list takes no window; what was returned leaves it.
    Operation::get("/transfers/v2/rejected", VIEW, |world, call| {
        outgoing(world, call, Shelf::Active, Window::ALL, |transfer| transfer.rejected && !transfer.returned)
    }),
    // No license of the story is a hub.
    Operation::get("/transfers/v2/hub", VIEW, |_, call| paging::page(call, &[] as &[u8], |_| None::<Doc>)),
    Operation::get("/transfers/v2/types", &[], |_, call| {
        const TYPES: &[TransferType] = &TRANSFER_TYPES;
        let types: Vec<&TransferType> = TYPES.iter().collect();
        paging::page(call, &types, |kind| Some(type_doc(kind)))
    }),
    Operation::open("/transfers/v2/deliveries/packages/states", |_, _| Answer::json(&STATES)),
    Operation::of_user("/transfers/v2/{id}/deliveries", VIEW, |world, call| {
        let transfer = party_to(world, call, call.id()?, true)?;
        paging::page(call, &[transfer], |transfer| Some(delivery_doc(world, transfer)))
    }),
    Operation::of_user("/transfers/v2/deliveries/{id}/packages", VIEW, |world, call| {
        packages(world, call, by_delivery(world, call, true)?)
    }),
    Operation::of_user("/transfers/v2/deliveries/{id}/packages/wholesale", VIEW, wholesale),
    Operation::of_user("/transfers/v2/deliveries/{id}/transporters", VIEW, |world, call| {
        transporters(call, by_delivery(world, call, true)?)
    }),
    Operation::of_user("/transfers/v2/deliveries/{id}/transporters/details", VIEW, |world, call| {
        let transfer = by_delivery(world, call, true)?;
        paging::page(call, &[transfer], |transfer| Some(details_doc(transfer)))
    }),
    Operation::of_user("/transfers/v2/deliveries/package/{id}/requiredlabtestbatches", VIEW, required_tests),
    Operation::get("/transfers/v2/manifest/{id}/pdf", VIEW, pdf),
    Operation::get("/transfers/v2/manifest/{id}/html", VIEW, html),
    Operation::get("/transfers/v2/templates/outgoing", TEMPLATES, |world, call| {
        let window = Window::of(call)?;
        outgoing(world, call, Transfer::TEMPLATES, window, |_| true)
    }),
    Operation::of_user("/transfers/v2/templates/outgoing/{id}/deliveries", TEMPLATES, |world, call| {
        let transfer = party_to(world, call, call.id()?, false)?;
        paging::page(call, &[transfer], |transfer| Some(delivery_doc(world, transfer)))
    }),
    Operation::of_user("/transfers/v2/templates/outgoing/deliveries/{id}/packages", TEMPLATES, |world, call| {
        packages(world, call, by_delivery(world, call, false)?)
    }),
    Operation::of_user("/transfers/v2/templates/outgoing/deliveries/{id}/transporters", TEMPLATES, |world, call| {
        transporters(call, by_delivery(world, call, false)?)
    }),
    Operation::of_user(
        "/transfers/v2/templates/outgoing/deliveries/{id}/transporters/details",
        TEMPLATES,
        |world, call| Answer::json(&[details_doc(by_delivery(world, call, false)?)]),
    ),
    Operation::write("POST", "/transfers/v2/templates/outgoing", TEMPLATES, |world, call| {
        object::ids(world, call, |world, row| {
            let template = read_template(world, call, row)?;
            Ok(world.transfers.insert(|id| Transfer { id, delivery: Transfer::delivery_of(id), ..template }))
        })
    }),
    Operation::write("PUT", "/transfers/v2/templates/outgoing", TEMPLATES, |world, call| {
        object::quietly(world, call, |world, row| update_template(world, call, row))
    }),
    Operation::write("DELETE", "/transfers/v2/templates/outgoing/{id}", TEMPLATES, |world, call| {
        let facility = call.facility()?;
        let id = call.id()?;
        let mine = world
            .transfers
            .get(id)
            .is_some_and(|one| one.facility == facility && one.manifest.is_none() && !one.archived);
        if !mine {
            return Err(Refusal::not_found(format!("Transfer Template {id} does not exist in the current Facility.")));
        }
        world.touch_transfer(id, call.now, |template| template.archived = true);
        Ok(Answer::Nothing)
    }),
];

fn type_doc(kind: &TransferType) -> Doc {
    fields! {
        "Name": kind.name,
        "TransactionType": kind.transaction,
        "ForLicensedShipments": true,
        "ForExternalIncomingShipments": false,
        "ForExternalOutgoingShipments": false,
        "RequiresDestinationGrossWeight": false,
        "RequiresPackagesGrossWeight": false,
        "RequiresInvoiceNumber": false,
        "RequiresPDFDocument": false,
        "BypassApproval": true,
        "ExternalIncomingCanRecordExternalIdentifier": false,
        "ExternalIncomingExternalIdentifierRequired": false,
        "ExternalOutgoingCanRecordExternalIdentifier": false,
        "ExternalOutgoingExternalIdentifierRequired": false,
    }
}

fn incoming(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let window = Window::of(call)?;
    let ids = world.incoming.window(call.facility()?, Shelf::Active, window.start, window.end);
    let live: Vec<u64> = ids
        .iter()
        .filter_map(|id| world.incoming.get(*id))
        .map(|incoming| incoming.transfer)
        .filter(|id| world.transfers.get(*id).is_some_and(|transfer| !transfer.archived))
        .collect();
    paging::page(call, &live, |id| world.transfers.get(id).map(|of| transfer_doc(world, of, Side::Recipient)))
}

fn outgoing(
    world: &World,
    call: &Call,
    shelf: Shelf,
    window: Window,
    which: fn(&Transfer) -> bool,
) -> Result<Answer, Refusal> {
    let ids = world.transfers.window(call.facility()?, shelf, window.start, window.end);
    let shown: Vec<u64> = ids.iter().copied().filter(|id| world.transfers.get(*id).is_some_and(which)).collect();
    paging::page(call, &shown, |id| world.transfers.get(id).map(|of| transfer_doc(world, of, Side::Sender)))
}

/// A transfer that one of the user's licenses sends or receives.
fn party_to<'a>(world: &'a World, call: &Call, id: u64, manifest: bool) -> Result<&'a Transfer, Refusal> {
    let found = world.transfers.get(id).filter(|transfer| {
        transfer.manifest.is_some() == manifest
            && !transfer.archived
            && (call.licenses.contains(&transfer.facility) || call.licenses.contains(&transfer.recipient))
    });
    found.ok_or_else(|| Refusal::not_found(format!("Transfer {id} does not exist.")))
}

fn by_delivery<'a>(world: &'a World, call: &Call, manifest: bool) -> Result<&'a Transfer, Refusal> {
    let delivery = call.id()?;
    party_to(world, call, delivery.saturating_sub(5_000_000), manifest)
        .map_err(|_| Refusal::not_found(format!("Delivery {delivery} does not exist.")))
}

fn packages(world: &World, call: &Call, transfer: &Transfer) -> Result<Answer, Refusal> {
    if transfer.manifest.is_some() {
        paging::page(call, &world.shipped_on(transfer), |row| {
            let quantity = Some((row.quantity, row.unit));
            let received = row.received.map(|received| received.1);
            let carried = Carried { package: row.package, state: row.state, quantity, gross: row.gross, received };
            Some(carried_doc(world, &carried))
        })
    } else {
        let loads: Vec<&Load> = transfer.loads.iter().collect();
        paging::page(call, &loads, |load| {
            let carried =
                Carried { package: load.package, state: "Shipped", quantity: None, gross: load.gross, received: None };
            Some(carried_doc(world, &carried))
        })
    }
}

fn wholesale(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let transfer = by_delivery(world, call, true)?;
    paging::page(call, &world.shipped_on(transfer), |row| {
        Some(fields! {
            "PackageId": row.package,
            "PackageLabel": world.packages.get(row.package).map(|package| &package.label),
            "ShipperWholesalePrice": row.price.map(Num),
            "ReceiverWholesalePrice": row.received.and(row.price).map(Num),
        })
    })
}

fn transporters(call: &Call, transfer: &Transfer) -> Result<Answer, Refusal> {
    paging::page(call, &[transfer], |transfer| {
        Some(fields! {
            "ShipmentDeliveryId": transfer.delivery,
            "TransporterFacilityLicenseNumber": transfer.carrier.license,
            "TransporterFacilityName": transfer.carrier.name,
            "TransporterDirection": "Outbound",
        })
    })
}

fn details_doc(transfer: &Transfer) -> Doc {
    fields! {
        "ShipmentDeliveryId": transfer.delivery,
        "DriverName": transfer.carrier.driver,
        "DriverOccupationalLicenseNumber": transfer.carrier.driver_occupational,
        "DriverVehicleLicenseNumber": transfer.carrier.driver_license,
        "DriverLayoverLeg": NULL,
        "VehicleMake": transfer.carrier.make,
        "VehicleModel": transfer.carrier.model,
        "VehicleLicensePlateNumber": transfer.carrier.plate,
        "ActualDriverStartDateTime": NULL,
    }
}

fn required_tests(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let id = call.id()?;
    let package = world.packages.get(id).filter(|package| call.licenses.contains(&package.facility));
    let Some(package) = package else {
        return Err(Refusal::not_found(format!("Package {id} does not exist.")));
    };
    let tests = world.items.get(package.item).and_then(|item| item.category.tests);
    let batches: Vec<(usize, &str)> =
        (1..).zip(crate::story::assays::MATRICES).filter(|(_, name)| tests == Some(*name)).collect();
    paging::page(call, &batches, |(batch, name)| {
        Some(fields! { "PackageId": id, "LabTestBatchId": batch, "LabTestBatchName": name })
    })
}

/// The text of a manifest, one line a package.
fn manifest_lines(world: &World, transfer: &Transfer) -> Vec<String> {
    let name = |id| world.facility(id).map(|facility| format!("{} ({})", facility.name, facility.license));
    let number = transfer.manifest.as_deref().unwrap_or_default();
    let mut lines = vec![
        format!("Shipping Manifest {number}"),
        format!("From {}", name(transfer.facility).unwrap_or_default()),
        format!("To {}", name(transfer.recipient).unwrap_or_default()),
        format!("{} - {}", transfer.kind.name, transfer.route),
    ];
    for row in world.shipped_on(transfer) {
        let Some(package) = world.packages.get(row.package) else { continue };
        let item = world.items.get(package.item).map_or("", |item| &item.name);
        lines.push(format!("{}  {} {}  {item}", package.label, row.quantity.normalize(), row.unit.abbreviation()));
    }
    lines
}

/// The manifest of the path's id, of which this license is sender or recipient.
fn own_manifest<'a>(world: &'a World, call: &Call) -> Result<&'a Transfer, Refusal> {
    let facility = call.facility()?;
    let transfer = party_to(world, call, call.id()?, true)?;
    if transfer.facility == facility || transfer.recipient == facility {
        return Ok(transfer);
    }
    Err(Refusal::not_found(format!("Transfer {} does not exist in the current Facility.", transfer.id)))
}

fn html(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let transfer = own_manifest(world, call)?;
    let escape = |line: &String| line.replace('&', "&amp;").replace('<', "&lt;");
    let rows: String = manifest_lines(world, transfer).iter().map(|line| format!("<p>{}</p>", escape(line))).collect();
    let page = format!("<!DOCTYPE html><html><head><title>Manifest</title></head><body>{rows}</body></html>");
    Ok(Answer::Document { content_type: "text/html; charset=utf-8", bytes: page.into_bytes() })
}

fn pdf(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let transfer = own_manifest(world, call)?;
    let bytes = super::pdf::one_page(&manifest_lines(world, transfer));
    Answer::json(&fields! {
        "FileContents": base64::engine::general_purpose::STANDARD.encode(bytes),
        "ContentType": "application/octet-stream",
        "FileDownloadName": format!("TransferManifestReport-{}.pdf", transfer.id),
        "HttpStatusCode": "OK",
    })
}

/// A template's object. California: one destination, one transporter, at most 200 packages.
fn read_template(world: &World, call: &Call, row: &Object<'_>) -> Result<Transfer, Wrong> {
    let facility = call.facility()?;
    let destinations = row.objects("Destinations")?;
    let [to] = destinations.as_slice() else {
        return Err("Exactly one Destination must be specified for each manifest.".into());
    };
    let license = to.text("RecipientLicenseNumber")?;
    let recipient = world.license(license).map(|facility| facility.id);
    let recipient = recipient.ok_or_else(|| format!("Facility {license} does not exist."))?;
    if recipient == facility {
        return Err("The Recipient cannot be the current Facility.".into());
    }
    const TYPES: &[TransferType] = &TRANSFER_TYPES;
    let type_name = to.text("TransferTypeName")?;
    let names: Vec<&str> = TYPES.iter().map(|kind| kind.name).collect();
    let kind = TYPES.iter().find(|kind| kind.name.eq_ignore_ascii_case(type_name));
    let kind = kind.ok_or_else(|| object::invalid("Transfer Type", type_name, &names))?;
    let (leaves, arrives) = (to.local("EstimatedDepartureDateTime")?, to.local("EstimatedArrivalDateTime")?);
    if leaves.at > arrives.at {
        return Err("EstimatedArrivalDateTime cannot be before EstimatedDepartureDateTime.".into());
    }
    let transporters = to.objects("Transporters")?;
    if transporters.len() > 1 {
        return Err("Only one Transporter may be specified for each manifest.".into());
    }
    let carrier = carrier(world, transporters.first().unwrap_or(row))?;
    let rows = to.objects("Packages")?;
    if rows.is_empty() {
        return Err(object::not_specified("Packages"));
    }
    if rows.len() > MOST_PACKAGES {
        return Err(Wrong::Row(format!("A manifest may have at most {MOST_PACKAGES} Packages.")));
    }
    let mut loads: Vec<Load> = Vec::new();
    for row in &rows {
        let label = row.text("PackageLabel")?;
        let package = super::package_create::usable(world, facility, label)?;
        if loads.iter().any(|load| load.package == package.id) {
            return Err(Wrong::Row(format!("Package {label} is specified more than once.")));
        }
        let price = row.maybe_number("WholesalePrice")?;
        if kind.wholesale && price.is_none() {
            return Err(Wrong::Row(format!("Wholesale Price is required for Package {label}.")));
        }
        let gross = match row.maybe_number("GrossWeight")? {
            Some(weight) => Some((weight, row.unit("GrossUnitOfWeightName")?)),
            None => None,
        };
        loads.push(Load { package: package.id, label: Text::clone(&package.label), price, gross });
    }
    Ok(Transfer {
        id: 0,
        facility,
        manifest: None,
        name: Some(Text::from(row.text("Name")?)),
        template: None,
        delivery: 0,
        recipient,
        kind,
        route: Text::from(to.text("PlannedRoute")?),
        invoice: to.maybe_kept("InvoiceNumber")?,
        leaves: leaves.text,
        arrives: arrives.text,
        carrier,
        loads,
        rows: Vec::new(),
        departed: None,
        received: None,
        rejected: false,
        returned: false,
        archived: false,
        created: call.now,
        by: Text::clone(&call.user),
        modified: call.now,
    })
}

fn carrier(world: &World, row: &Object<'_>) -> Result<Carrier, Wrong> {
    let text = |name: &str| row.maybe_kept(name).map(Option::unwrap_or_default);
    let license = text("TransporterFacilityLicenseNumber")?;
    let facility = world.license(&license);
    if !license.is_empty() && facility.is_none() {
        return Err(Wrong::Row(format!("Transporter Facility {license} does not exist.")));
    }
    Ok(Carrier {
        name: facility.map(|facility| Text::clone(&facility.name)).unwrap_or_default(),
        license,
        driver: text("DriverName")?,
        driver_occupational: text("DriverOccupationalLicenseNumber")?,
        driver_license: text("DriverLicenseNumber")?,
        make: text("VehicleMake")?,
        model: text("VehicleModel")?,
        plate: text("VehicleLicensePlateNumber")?,
    })
}

fn update_template(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let id = row.id("TransferTemplateId")?;
    let old = world.transfers.get(id).filter(|one| one.facility == facility && one.manifest.is_none());
    let Some(old) = old.filter(|one| !one.archived).cloned() else {
        return Err(Wrong::Row(format!("Transfer Template {id} does not exist in the current Facility.")));
    };
    if let Some(destination) = row.objects("Destinations")?.first()
        && destination.maybe_id("TransferDestinationId")?.is_some_and(|given| given != old.delivery)
    {
        return Err("TransferDestinationId was not found.".into());
    }
    let new = read_template(world, call, row)?;
    world.transfers.update(id, |template| {
        *template = Transfer { id, delivery: old.delivery, created: old.created, by: Text::clone(&old.by), ..new };
    });
    Ok(id)
}
