//! What is remembered from transfers, for whoever fills in the next one.

use rules::{LicenseNumber, Party};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::record::TransferRecord;
use crate::alike;
use crate::table::text;

/// A license that stood on transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenParty {
    /// Its number.
    pub license: LicenseNumber,
    /// Its name as last seen.
    pub name: String,
    /// On how many transfers and templates.
    pub times: i64,
    /// When last, RFC 3339 in UTC.
    pub last: String,
}

/// A driver, from the license's own list or from transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenDriver {
    /// The driver's name.
    pub name: String,
    /// The number that the driver works under; the list calls it the employee's.
    pub occupational_license: String,
    /// The license to drive.
    pub driver_license: String,
    /// Whether the driver is in the license's own list (`transporters/v2/drivers`).
    pub listed: bool,
    /// On how many transfers and templates.
    pub times: i64,
    /// When last, RFC 3339 in UTC; empty for one that was never seen on a transfer.
    pub last: String,
}

/// A vehicle, from the license's own list or from transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenVehicle {
    /// Its make.
    pub make: String,
    /// Its model.
    pub model: String,
    /// Its plate.
    pub plate: String,
    /// Whether it is in the license's own list (`transporters/v2/vehicles`).
    pub listed: bool,
    /// On how many transfers and templates.
    pub times: i64,
    /// When last, RFC 3339 in UTC; empty for one that was never seen on a transfer.
    pub last: String,
}

/// A type of transfer, with what it demands (`transfers/v2/types`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferType {
    /// `Name`: in California `Transfer`, `Return`, `Wholesale Manifest`.
    pub name: String,
    /// `TransactionType`: `Standard` or `Wholesale`.
    pub transaction: String,
    /// Whether each package needs a price: the transaction is wholesale.
    pub wholesale: bool,
    /// `ForLicensedShipments`: whether a license may send it to another.
    pub for_licensed: bool,
    /// `RequiresDestinationGrossWeight`.
    pub requires_destination_gross_weight: bool,
    /// `RequiresPackagesGrossWeight`.
    pub requires_packages_gross_weight: bool,
    /// `RequiresInvoiceNumber`.
    pub requires_invoice: bool,
    /// `RequiresPDFDocument`.
    pub requires_pdf: bool,
    /// `RequiresVehicleRegistrationNumber`.
    pub requires_vehicle_registration: bool,
}

/// Adds up where the same stood several times.
pub(crate) fn party(seen: &mut Vec<SeenParty>, party: &Party, at: &str) {
    match seen.iter_mut().find(|known| known.license == party.license) {
        Some(known) => {
            known.times += 1;
            if at >= known.last.as_str() {
                at.clone_into(&mut known.last);
                if !party.name.is_empty() {
                    known.name.clone_from(&party.name);
                }
            }
        }
        None => seen.push(SeenParty {
            license: party.license.clone(),
            name: party.name.clone(),
            times: 1,
            last: at.to_owned(),
        }),
    }
}

/// Those seen most first; as often, the latest first.
pub(crate) fn most_first(seen: &mut [SeenParty]) {
    seen.sort_by(|a, b| (b.times, &b.last, &a.license).cmp(&(a.times, &a.last, &b.license)));
}

fn field(value: &Value, name: &str) -> String {
    match value.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Drivers of the license's own list and of heads.
pub(crate) fn drivers(listed: &[&Value], heads: &[TransferRecord]) -> Vec<SeenDriver> {
    let mut all: Vec<SeenDriver> = listed
        .iter()
        .map(|driver| SeenDriver {
            name: field(driver, "Name"),
            occupational_license: field(driver, "EmployeeId"),
            driver_license: field(driver, "DriversLicenseNumber"),
            listed: true,
            times: 0,
            last: String::new(),
        })
        .collect();
    for head in heads.iter().filter(|head| !head.driver.is_empty()) {
        let at = text::instant(head.created);
        let same = |known: &&mut SeenDriver| {
            alike::same(&known.name, &head.driver)
                && (known.driver_license == head.driver_license || head.driver_license.is_empty())
        };
        match all.iter_mut().find(same) {
            Some(known) => (known.times, known.last) = (known.times + 1, known.last.clone().max(at)),
            None => all.push(SeenDriver {
                name: head.driver.clone(),
                occupational_license: head.driver_occupational_license.clone(),
                driver_license: head.driver_license.clone(),
                listed: false,
                times: 1,
                last: at,
            }),
        }
    }
    all.sort_by(|a, b| (b.listed, b.times, &b.last, &a.name).cmp(&(a.listed, a.times, &a.last, &b.name)));
    all
}

/// Vehicles of the license's own list and of heads.
pub(crate) fn vehicles(listed: &[&Value], heads: &[TransferRecord]) -> Vec<SeenVehicle> {
    let mut all: Vec<SeenVehicle> = listed
        .iter()
        .map(|vehicle| SeenVehicle {
            make: field(vehicle, "Make"),
            model: field(vehicle, "Model"),
            plate: field(vehicle, "LicensePlateNumber"),
            listed: true,
            times: 0,
            last: String::new(),
        })
        .collect();
    for head in heads.iter().filter(|head| !head.vehicle_plate.is_empty()) {
        let at = text::instant(head.created);
        match all.iter_mut().find(|known| known.plate.eq_ignore_ascii_case(&head.vehicle_plate)) {
            Some(known) => (known.times, known.last) = (known.times + 1, known.last.clone().max(at)),
            None => all.push(SeenVehicle {
                make: head.vehicle_make.clone(),
                model: head.vehicle_model.clone(),
                plate: head.vehicle_plate.clone(),
                listed: false,
                times: 1,
                last: at,
            }),
        }
    }
    all.sort_by(|a, b| (b.listed, b.times, &b.last, &a.plate).cmp(&(a.listed, a.times, &a.last, &b.plate)));
    all
}

/// A type from its record.
pub(crate) fn transfer_type(name: &str, rest: &Value) -> TransferType {
    let is = |field: &str| rest.get(field).and_then(Value::as_bool).unwrap_or_default();
    let transaction = field(rest, "TransactionType");
    TransferType {
        name: name.to_owned(),
        wholesale: transaction.eq_ignore_ascii_case("Wholesale"),
        transaction,
        for_licensed: is("ForLicensedShipments"),
        requires_destination_gross_weight: is("RequiresDestinationGrossWeight"),
        requires_packages_gross_weight: is("RequiresPackagesGrossWeight"),
        requires_invoice: is("RequiresInvoiceNumber"),
        requires_pdf: is("RequiresPDFDocument"),
        requires_vehicle_registration: is("RequiresVehicleRegistrationNumber"),
    }
}
