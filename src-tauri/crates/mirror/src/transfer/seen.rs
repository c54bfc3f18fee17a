//! What is remembered from transfers, for whoever fills in the next one.

use rules::{LicenceNumber, Party};
use serde::Serialize;
use ts_rs::TS;

/// A licence that stood on transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenParty {
    /// Its number.
    pub licence: LicenceNumber,
    /// Its name as last seen.
    pub name: String,
    /// On how many transfers and templates.
    pub times: i64,
    /// When last, RFC 3339 in UTC.
    pub last: String,
}

/// A driver, from the licence's own list or from transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenDriver {
    /// The driver's name.
    pub name: String,
    /// The number that the driver works under; the list calls it the employee's.
    pub occupational_licence: String,
    /// The licence to drive.
    pub driver_licence: String,
    /// Whether the driver is in the licence's own list (`transporters/v2/drivers`).
    pub listed: bool,
    /// On how many transfers and templates.
    pub times: i64,
    /// When last, RFC 3339 in UTC; empty for one that was never seen on a transfer.
    pub last: String,
}

/// A vehicle, from the licence's own list or from transfers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenVehicle {
    /// Its make.
    pub make: String,
    /// Its model.
    pub model: String,
    /// Its plate.
    pub plate: String,
    /// Whether it is in the licence's own list (`transporters/v2/vehicles`).
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
    /// `ForLicensedShipments`: whether a licence may send it to another.
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
    match seen.iter_mut().find(|known| known.licence == party.licence) {
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
            licence: party.licence.clone(),
            name: party.name.clone(),
            times: 1,
            last: at.to_owned(),
        }),
    }
}
