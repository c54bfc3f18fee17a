//! The first answer of each command that changes something, so that a repeated command is carried out once.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::LedgerError;
use crate::ledger::{Ledger, Work};
use crate::table::request;

impl Ledger {
    /// The first answer of a command by its request id, with the command's name; none when it was never answered.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn answer_of(&self, request_id: &str) -> Result<Option<(String, Value)>, LedgerError> {
        self.read(|db| request::get(db, request_id))
    }

    /// Keeps a command's answer. The first answer stays: keeping another for the same id changes nothing. It stays while
    /// this ledger is open, and for thirty days: whoever may repeat the command has its id in memory alone. Some that are
    /// older go with it. What a command made (intents, lines of drafts) is its own, and stays.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_answer(
        &self,
        request_id: &str,
        command: &str,
        answer: &Value,
        at: Timestamp,
    ) -> Result<(), LedgerError> {
        self.write(|work| work.keep_answer(request_id, command, answer, at))
    }

    /// Does something once: what `once` does to the ledger and its answer are one transaction, and a repeated request
    /// gets the first answer without `once` being called.
    ///
    /// # Errors
    /// [`LedgerError::RequestReused`] when the id answered another command; what `once` returns; when the ledger
    /// cannot be written. Nothing is kept then.
    pub fn remember<T, E>(
        &self,
        request_id: &str,
        command: &str,
        at: Timestamp,
        once: impl FnOnce(&Work<'_>) -> Result<T, E>,
    ) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<LedgerError>,
    {
        self.write(|work| {
            if let Some((first, answer)) = work.answer_of(request_id)? {
                if first != command {
                    return Err(LedgerError::RequestReused { request_id: request_id.to_owned(), first }.into());
                }
                return Ok(serde_json::from_value(answer).map_err(LedgerError::from)?);
            }
            let answer = once(work)?;
            let kept = serde_json::to_value(&answer).map_err(LedgerError::from)?;
            work.keep_answer(request_id, command, &kept, at)?;
            Ok(answer)
        })
    }
}

impl Work<'_> {
    /// As [`Ledger::answer_of`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn answer_of(&self, request_id: &str) -> Result<Option<(String, Value)>, LedgerError> {
        request::get(self.db, request_id)
    }

    /// As [`Ledger::keep_answer`].
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_answer(
        &self,
        request_id: &str,
        command: &str,
        answer: &Value,
        at: Timestamp,
    ) -> Result<(), LedgerError> {
        request::put(self.db, request_id, command, answer, at)?;
        request::forget(self.db, self.last_earlier_answer, at)
    }
}
