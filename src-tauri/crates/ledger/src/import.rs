//! Imports: each file that was read in, what was taken of it and what was not, kept for good.

use jiff::Timestamp;
use rules::LicenseNumber;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::import::{self, ImportRefusal, ImportSession, NewImport};

impl Work<'_> {
    /// Keeps an import with its refused lines; gives its number.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn import_keep(&self, new: &NewImport, at: Timestamp) -> Result<i64, LedgerError> {
        import::keep(self.db, new, at)
    }
}

impl Ledger {
    /// An import.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn import(&self, session: i64) -> Result<Option<ImportSession>, LedgerError> {
        self.read(|db| import::get(db, session))
    }

    /// Whether the same bytes were imported before at this license, whatever the file was called: each time, newest
    /// first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn imports_of_file(&self, license: &LicenseNumber, sha256: &str) -> Result<Vec<ImportSession>, LedgerError> {
        self.read(|db| import::of_file(db, license.as_str(), sha256))
    }

    /// The refused lines of an import, in the file's order: `count` of them after the first `from`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn import_refusals(&self, session: i64, from: u32, count: u32) -> Result<Vec<ImportRefusal>, LedgerError> {
        self.read(|db| import::refusals(db, session, from, count))
    }
}
