//! A command that changes something happens once: the page may send it twice (a webview repeats a call whose answer it
//! could not read), and the second call gets the first one's answer.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use words::say;

use crate::contract::DeskError;
use crate::desk::{Desk, blocking};

/// One lock for each request under way, so that a repetition waits for the first instead of running beside it.
#[derive(Default)]
pub(crate) struct Requests {
    under_way: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
    /// Held by a command that decides upon the accounts, from its look at them to the end of its change.
    accounts: tokio::sync::Mutex<()>,
}

/// Whether a command decides upon which accounts there are. What it looks at stands in the keychain, in the ledger and in
/// memory, so that no transaction holds it together: such commands go one after another.
fn is_about_accounts(command: &str) -> bool {
    const ABOUT: [&str; 6] =
        ["demo_start", "demo_reset", "account_connect", "account_again", "account_remove", "licenses_choose"];
    ABOUT.contains(&command)
}

impl Requests {
    fn lock_of(&self, id: &str) -> Arc<tokio::sync::Mutex<()>> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.entry(id.to_owned()).or_default().clone()
    }

    fn leave(&self, id: &str) {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        // Two owners: the map and the one that leaves. More means that a repetition still waits.
        if under_way.get(id).is_some_and(|lock| Arc::strong_count(lock) <= 2) {
            under_way.remove(id);
        }
    }
}

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
        let accounts = if is_about_accounts(command) { Some(self.inner.requests.accounts.lock().await) } else { None };
        let answer = self.first_time(command, request_id, work).await;
        drop(accounts);
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

/// One request id came with two commands.
pub(crate) fn reused() -> DeskError {
    DeskError::bad_request(say::desk_request_reused(), say::desk_try_again())
}
