//! Receiving lists: which packages of an incoming transfer a person scanned. Counts of expected, found, missing and
//! extra are made by whoever knows what was expected.

use jiff::Timestamp;
use rules::LicenseNumber;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::receiving::{self, NewReceiving, Receiving, ReceivingHead};

impl Work<'_> {
    /// Begins a list; gives its number.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn receiving_start(&self, new: &NewReceiving, at: Timestamp) -> Result<i64, LedgerError> {
        receiving::start(self.db, new, at)
    }

    /// The lists of a transfer, by the state's id, newest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn receivings_of(&self, license: &LicenseNumber, transfer: i64) -> Result<Vec<ReceivingHead>, LedgerError> {
        receiving::of_transfer(self.db, license.as_str(), transfer)
    }

    /// Adds scans in order; gives their numbers, or none where there is no such list or it is closed.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn receiving_scan(&self, id: i64, tags: &[&str], at: Timestamp) -> Result<Option<Vec<i64>>, LedgerError> {
        if !receiving::is_open(self.db, id)? {
            return Ok(None);
        }
        Ok(Some(receiving::scan(self.db, id, tags, at)?))
    }

    /// Takes a scan back; gives whether the list is open and had it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn receiving_unscan(&self, id: i64, scan: i64) -> Result<bool, LedgerError> {
        Ok(receiving::is_open(self.db, id)? && receiving::unscan(self.db, id, scan)?)
    }

    /// As [`Ledger::receiving`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn receiving(&self, id: i64) -> Result<Option<Receiving>, LedgerError> {
        receiving::get(self.db, id)
    }

    /// Opens a closed list again; gives whether it was there and closed.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn receiving_reopen(&self, id: i64) -> Result<bool, LedgerError> {
        receiving::reopen(self.db, id)
    }

    /// Closes a list; gives whether it was there and open.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn receiving_close(&self, id: i64, at: Timestamp) -> Result<bool, LedgerError> {
        receiving::close(self.db, id, at)
    }
}

impl Ledger {
    /// A list with its scans.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn receiving(&self, id: i64) -> Result<Option<Receiving>, LedgerError> {
        self.read(|db| receiving::get(db, id))
    }
}
