//! What must still be so when something is written that was decided upon a look before. The look and the commit are
//! two moments; a condition is judged inside the transaction that writes, so that nothing can come between them.

use rules::LicenseNumber;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::draft::{self, Draft};
use crate::table::intent;

/// What must still be so at the moment of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The draft is to the letter what was looked at: its head, its lines, and the newest report that was made of it.
    DraftAsSeen(Box<Draft>),
    /// Of entities of one license nothing was queued since they were looked at, and nothing that was counted on was
    /// taken back or refused.
    EntitiesAsSeen {
        /// In whose books.
        license: LicenseNumber,
        /// The entities, as [`crate::IntentRow::entity`] has them.
        entities: Vec<String>,
        /// [`Ledger::outbox_last_intent`] from before the look: what has a greater id came later.
        last: i64,
        /// The intents of these entities that were seen.
        seen: Vec<i64>,
        /// Those of them on whose effect was counted.
        counted_on: Vec<i64>,
    },
}

impl Work<'_> {
    /// Whether a condition holds now. Whatever is written in this transaction is written upon it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn holds(&self, condition: &Condition) -> Result<bool, LedgerError> {
        match condition {
            Condition::DraftAsSeen(seen) => Ok(draft::get(self.db, seen.head.id)?.as_ref() == Some(&**seen)),
            Condition::EntitiesAsSeen { license, entities, last, seen, counted_on } => {
                Ok(!intent::has_others(self.db, license.as_str(), entities, *last, seen)?
                    && !intent::has_given_up(self.db, counted_on)?)
            }
        }
    }

    /// All of them, or [`LedgerError::Overtaken`].
    pub(crate) fn must_hold(&self, conditions: &[Condition]) -> Result<(), LedgerError> {
        for condition in conditions {
            if !self.holds(condition)? {
                return Err(LedgerError::Overtaken);
            }
        }
        Ok(())
    }
}

impl Ledger {
    /// The highest id that an intent was ever given; 0 where there is none.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_last_intent(&self) -> Result<i64, LedgerError> {
        self.read(intent::last_id)
    }
}
