//! Transfers that the state holds: their rows, what is below them, their manifest, and the check list for receiving.

mod detail;
mod manifest;
mod receiving;

use mirror::TransferList as Listed;
use rules::LicenseNumber;
use words::say;

use crate::contract::{DeskError, ErrorCode, TransferFind, TransferList, TransferRows, ViewRows};
use crate::desk::Desk;
use crate::state::connection::Connection;

impl Desk {
    pub(crate) async fn transfer_rows(&self, request: ViewRows) -> Result<TransferRows, DeskError> {
        let (open, from, to) = self.window(request)?;
        let rows = self.read(move |mirror| mirror.transfer_rows(&open.view, from, to)).await?;
        Ok(TransferRows { rows })
    }

    /// A transfer with everything below it. Where that was never read, or the head has changed since, it is read from
    /// the state now; why that failed is the second value.
    async fn transfer_now(
        &self,
        find: &TransferFind,
    ) -> Result<(mirror::TransferDetail, Option<DeskError>), DeskError> {
        let (license, list, id) = (find.license.clone(), listed(find.list), find.id);
        let found = self.read(move |mirror| mirror.transfer(&license, list, id)).await?;
        let here = found.ok_or_else(no_transfer)?;
        if here.deliveries_current {
            return Ok((here, None));
        }
        let fault = self.read_detail(&find.license, list, id, find.again == Some(true)).await.err();
        let license = find.license.clone();
        let found = self.read(move |mirror| mirror.transfer(&license, list, id)).await?;
        let here = found.ok_or_else(no_transfer)?;
        let fault = fault.filter(|_| !here.deliveries_current);
        Ok((here, fault))
    }

    async fn read_detail(&self, license: &LicenseNumber, list: Listed, id: i64, again: bool) -> Result<(), DeskError> {
        let connection = self.connection_of(license)?;
        connection.syncer.fetch_transfer_detail(license, list, id, again).await?;
        Ok(())
    }

    /// The connection of the account that holds a license.
    fn connection_of(&self, license: &LicenseNumber) -> Result<Connection, DeskError> {
        self.accounts().connection_of(license).ok_or_else(|| DeskError {
            code: ErrorCode::WrongKey,
            message: say::accounts_keys_not_at_hand().to_string(),
            next: say::accounts_keys_not_at_hand_next().to_string(),
            details: String::new(),
            retry: false,
        })
    }
}

fn listed(list: TransferList) -> Listed {
    match list {
        TransferList::Incoming => Listed::Incoming,
        TransferList::Outgoing => Listed::Outgoing,
        TransferList::Rejected => Listed::Rejected,
        TransferList::Templates => Listed::Template,
    }
}

fn no_transfer() -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: say::desk_no_transfer().to_string(),
        next: say::desk_no_transfer_next().to_string(),
        details: String::new(),
        retry: false,
    }
}

/// A unit's abbreviation; one that is not known as the state names it.
fn abbreviated(unit: &str) -> &str {
    rules::find_unit(unit).map_or(unit, |unit| unit.abbreviation)
}

/// An exact amount with its unit, as the trade writes it; empty without an amount.
fn amount(quantity: &str, unit: &str) -> String {
    let unit = abbreviated(unit);
    let quantity = quantity.parse().map_or_else(|_| quantity.to_owned(), rules::amount_words);
    if quantity.is_empty() { String::new() } else { format!("{quantity} {unit}").trim().to_owned() }
}
