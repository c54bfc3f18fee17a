//! The connected accounts. Never keys.

use jiff::Timestamp;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::account::{self, StoredAccount};

impl Ledger {
    /// The remembered accounts, in the order connected.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn accounts(&self) -> Result<Vec<StoredAccount>, LedgerError> {
        self.read(account::all)
    }

    /// Remembers an account, new or changed. Must hold no key.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_put(&self, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
        self.write(|work| work.account_put(account, at))
    }

    /// Forgets an account; gives whether it was there.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_remove(&self, id: &str) -> Result<bool, LedgerError> {
        self.write(|work| work.account_remove(id))
    }

    /// Remembers `put` and forgets `removed` in one transaction: a license that goes from one account to another is
    /// never in both or in neither. Must hold no key.
    ///
    /// # Errors
    /// When the ledger cannot be written; nothing is changed then.
    pub fn accounts_change(&self, put: &[StoredAccount], removed: &[String], at: Timestamp) -> Result<(), LedgerError> {
        self.write(|work| {
            put.iter().try_for_each(|account| work.account_put(account, at))?;
            removed.iter().try_for_each(|id| work.account_remove(id).map(drop))
        })
    }
}

impl Work<'_> {
    /// As [`Ledger::account_put`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_put(&self, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
        account::put(self.db, account, at)
    }

    /// As [`Ledger::account_remove`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn account_remove(&self, id: &str) -> Result<bool, LedgerError> {
        account::remove(self.db, id)
    }
}
