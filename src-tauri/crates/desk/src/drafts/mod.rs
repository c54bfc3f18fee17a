//! Transfers drafted on this computer: written through at every change, checked without a connection, sent as one
//! template through the outbox, and followed until the load is received.

mod check;
mod choices;
mod edit;
mod files;
mod form;
mod lines;
mod read;
mod reading;
mod send;
mod settle;
mod sheet;
mod tags;
mod template;
mod way;

pub(crate) use files::Files;
pub(crate) use reading::{answer_of, question_of};

use jiff::Timestamp;
use ledger::Work;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contract::{DeskError, ErrorCode};
use crate::desk::{Desk, blocking};

/// What the ledger calls these drafts.
const TRANSFER: &str = "transfer";

impl Desk {
    /// A change of a draft: it and its request id are one commit, and a repeated request gets the first answer.
    async fn draft_work<T>(
        &self,
        request_id: &str,
        command: &'static str,
        work: impl FnOnce(&Work<'_>, Timestamp) -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, DeskError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        crate::once::usable(request_id)?;
        let (ledger, id, at) = (self.inner.ledger.clone(), request_id.to_owned(), self.now());
        blocking(move || ledger.remember(&id, command, at, |done| work(done, at))).await?
    }
}

fn no_draft(draft: i64) -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: "This draft was deleted.".into(),
        next: "Go back to the list of drafts.".into(),
        details: format!("draft {draft}"),
        retry: false,
    }
}

fn locked(message: impl Into<String>, next: impl Into<String>) -> DeskError {
    DeskError {
        code: ErrorCode::Locked,
        message: message.into(),
        next: next.into(),
        details: String::new(),
        retry: false,
    }
}

/// A count for the page.
fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
