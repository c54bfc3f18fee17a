//! A command that changes something happens once: the page may send it twice (a webview repeats a call whose answer it
//! could not read), and the second call gets the first one's answer.

use std::future::Future;

use serde::Serialize;
use serde::de::DeserializeOwned;
use words::say;

use crate::contract::DeskError;
use crate::desk::{Desk, blocking};
use crate::wording::errors::reused;

/// Refuses a request id that cannot be kept.
pub(crate) fn usable(request_id: &str) -> Result<(), DeskError> {
    if request_id.is_empty() || request_id.len() > 100 || request_id.chars().any(char::is_control) {
        return Err(DeskError::bad_request(say::desk_no_request_id(), say::desk_restart()));
    }
    Ok(())
}

impl Desk {
    /// Does `work` unless `request_id` was answered before; failures are not remembered, so that they can be repaired.
    pub(crate) async fn once<T, F>(&self, command: &'static str, request_id: &str, work: F) -> Result<T, DeskError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: Future<Output = Result<T, DeskError>>,
    {
        usable(request_id)?;
        let lock = self.inner.requests.lock_of(request_id);
        let turn = lock.lock().await;
        let answer = self.first_time(command, request_id, work).await;
        drop(turn);
        self.inner.requests.leave(request_id);
        answer
    }

    async fn first_time<T, F>(&self, command: &'static str, request_id: &str, work: F) -> Result<T, DeskError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: Future<Output = Result<T, DeskError>>,
    {
        if let Some(first) = self.answered(&[command], request_id).await? {
            return Ok(first);
        }
        let answer = work.await?;
        let kept = serde_json::to_value(&answer).map_err(|fault| DeskError::internal(fault.to_string()))?;
        let (ledger, id, at) = (self.inner.ledger.clone(), request_id.to_owned(), self.now());
        blocking(move || ledger.keep_answer(&id, command, &kept, at)).await??;
        Ok(answer)
    }

    /// The first answer to a request, where it was answered before by one of these commands.
    ///
    /// # Errors
    /// `BadRequest` when the id is not usable, or answered another command.
    pub(crate) async fn answered<T: DeserializeOwned>(
        &self,
        commands: &[&str],
        request_id: &str,
    ) -> Result<Option<T>, DeskError> {
        usable(request_id)?;
        let (ledger, id) = (self.inner.ledger.clone(), request_id.to_owned());
        let Some((first, answer)) = blocking(move || ledger.answer_of(&id)).await?? else { return Ok(None) };
        if !commands.contains(&first.as_str()) {
            return Err(reused());
        }
        serde_json::from_value(answer).map(Some).map_err(|fault| DeskError::internal(fault.to_string()))
    }
}
