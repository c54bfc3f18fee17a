//! Imports: each file that was read in, what was taken of it and what was not, kept for good.

use jiff::Timestamp;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};

use crate::table::import;
use crate::{Ledger, LedgerError, Work};

/// An import to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImport {
    /// In whose books.
    pub license: LicenseNumber,
    /// What the file holds, for example `transfer_tags`.
    pub kind: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The draft that it was read into.
    pub draft: Option<i64>,
    /// Who.
    pub who: String,
    /// Lines that held something.
    pub rows: u32,
    /// Lines that were taken.
    pub accepted: u32,
    /// Lines that were not, in the file's order.
    pub refusals: Vec<ImportRefusal>,
}

/// A line of a file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRefusal {
    /// Which line, from 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// What stands there, as far as it can be read.
    pub text: String,
    /// Why, as a name of the importing room's own, for example `not_a_tag`.
    pub reason: String,
    /// Why, as a person reads it.
    pub sentence: String,
}

/// An import as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSession {
    /// Never given twice.
    pub id: i64,
    /// In whose books.
    pub license: String,
    /// What the file held.
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The draft that it was read into.
    pub draft: Option<i64>,
    /// Who.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// Lines that held something.
    pub rows: u32,
    /// Lines that were taken.
    pub accepted: u32,
    /// Lines that were not.
    pub refused: u32,
}

impl Work<'_> {
    /// Keeps an import with its refused lines; gives its number.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn import_keep(&self, new: &NewImport, at: Timestamp) -> Result<i64, LedgerError> {
        import::keep(self.0, new, at)
    }
}

impl Ledger {
    /// An import.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn import(&self, session: i64) -> Result<Option<ImportSession>, LedgerError> {
        self.write(|work| import::get(work.0, session))
    }

    /// Whether the same bytes were imported before at this license, whatever the file was called: each time, newest
    /// first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn imports_of_file(&self, license: &LicenseNumber, sha256: &str) -> Result<Vec<ImportSession>, LedgerError> {
        self.write(|work| import::of_file(work.0, license.as_str(), sha256))
    }

    /// The imports of a license, newest first: `count` of them after the first `from`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn imports(&self, license: &LicenseNumber, from: u32, count: u32) -> Result<Vec<ImportSession>, LedgerError> {
        self.write(|work| import::of_license(work.0, license.as_str(), from, count))
    }

    /// The refused lines of an import, in the file's order: `count` of them after the first `from`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn import_refusals(&self, session: i64, from: u32, count: u32) -> Result<Vec<ImportRefusal>, LedgerError> {
        self.write(|work| import::refusals(work.0, session, from, count))
    }
}
