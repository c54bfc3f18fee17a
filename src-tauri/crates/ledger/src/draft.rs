//! Drafts: what a person prepares before anything of it is queued. Every change is on the disk when its call returns,
//! so that a kill in the middle of typing costs the last key at most.
//!
//! Changes are made in a [`Work`]: inside [`Ledger::remember`] the change and the id of its command are one commit, and
//! a repeated command gives the first answer. Answer with numbers, not with drafts: each answer is kept.

use jiff::Timestamp;
use rules::LicenseNumber;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::draft::{self, Draft, DraftHead, LineTexts, NewDraft};

impl Work<'_> {
    /// Makes an empty draft; gives its number.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_make(&self, new: &NewDraft, at: Timestamp) -> Result<i64, LedgerError> {
        draft::make(self.db, new, at)
    }

    /// Replaces the form of a draft; gives whether there is such a draft, not deleted.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_form_set(&self, id: i64, form: &str, at: Timestamp) -> Result<bool, LedgerError> {
        let there = draft::touch(self.db, id, at)?;
        if there {
            draft::set_form(self.db, id, form)?;
        }
        Ok(there)
    }

    /// Adds lines behind the first `after` lines of a draft; behind all where it has fewer. Gives their numbers in
    /// order, or none where there is no such draft or it is deleted.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_lines_add(
        &self,
        id: i64,
        after: usize,
        lines: &[LineTexts],
        at: Timestamp,
    ) -> Result<Option<Vec<i64>>, LedgerError> {
        if !draft::touch(self.db, id, at)? {
            return Ok(None);
        }
        Ok(Some(draft::add_lines(self.db, id, after, lines)?))
    }

    /// Replaces what stands in a line; gives whether the draft is there, not deleted, and has the line.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_line_set(&self, id: i64, line: i64, texts: &LineTexts, at: Timestamp) -> Result<bool, LedgerError> {
        Ok(draft::set_line(self.db, id, line, texts)? && draft::touch(self.db, id, at)?)
    }

    /// Takes lines out by their numbers; gives how many there were, or none where there is no such draft or it is
    /// deleted. A line's number never comes back: to undo, add the texts again.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_lines_remove(&self, id: i64, lines: &[i64], at: Timestamp) -> Result<Option<usize>, LedgerError> {
        if !draft::touch(self.db, id, at)? {
            return Ok(None);
        }
        Ok(Some(draft::remove_lines(self.db, id, lines)?))
    }

    /// Marks a draft as deleted; it stays in the ledger. Gives whether there was such a draft, not deleted.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn draft_delete(&self, id: i64, at: Timestamp) -> Result<bool, LedgerError> {
        draft::delete(self.db, id, at)
    }

    /// As [`Ledger::drafts_with_tags`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn drafts_with_tags(&self, license: &LicenseNumber, tags: &[&str]) -> Result<Vec<(String, i64)>, LedgerError> {
        draft::with_tags(self.db, license.as_str(), tags)
    }

    /// As [`Ledger::draft`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn draft(&self, id: i64) -> Result<Option<Draft>, LedgerError> {
        draft::get(self.db, id)
    }
}

impl Ledger {
    /// A draft with its lines; a deleted one too.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn draft(&self, id: i64) -> Result<Option<Draft>, LedgerError> {
        self.read(|db| draft::get(db, id))
    }

    /// The drafts of a license that are not deleted, latest change first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn drafts(&self, license: &LicenseNumber) -> Result<Vec<DraftHead>, LedgerError> {
        self.read(|db| draft::of_license(db, license.as_str()))
    }

    /// Each of these tags with each draft of the license, not deleted, that holds it, in the order of the tags. Tags are
    /// compared to the letter. A draft that was sent already is among them; [`DraftHead::last_intent`] tells.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn drafts_with_tags(&self, license: &LicenseNumber, tags: &[&str]) -> Result<Vec<(String, i64)>, LedgerError> {
        self.read(|db| draft::with_tags(db, license.as_str(), tags))
    }

    /// The intents that were made of a draft, oldest first. The outbox writes them down in the commit that queues them.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn draft_intents(&self, id: i64) -> Result<Vec<i64>, LedgerError> {
        self.read(|db| draft::intents(db, id))
    }
}
