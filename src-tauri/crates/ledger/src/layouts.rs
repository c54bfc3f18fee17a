//! How the person left each grid.

use rules::LicenseNumber;

use crate::error::LedgerError;
use crate::ledger::Ledger;
use crate::table::layout::{self, KeptLayout};

impl Ledger {
    /// How the person left a grid: the page's own text, remembered for a license, and what was put for its kind
    /// everywhere; none when nothing is. Grids of a kind are named `packages.active`, `packages.inactive`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn layout_get(
        &self,
        grid: &str,
        license: &LicenseNumber,
    ) -> Result<(Option<String>, Option<String>), LedgerError> {
        self.read(|db| layout::get(db, grid, license))
    }

    /// Remembers how the person left a grid; an empty text forgets it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn layout_put(&self, grid: &str, license: &LicenseNumber, layout: &str) -> Result<(), LedgerError> {
        self.write(|work| layout::put(work.db, grid, license, layout))
    }

    /// Remembers a layout for all grids of this one's kind and every license, those to come as well, and forgets theirs;
    /// an empty text forgets only. Gives what must be put, each with [`Self::layout_put`], for all to be as before.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn layout_put_everywhere(&self, grid: &str, layout: &str) -> Result<Vec<KeptLayout>, LedgerError> {
        self.write(|work| layout::put_everywhere(work.db, grid, layout))
    }
}
