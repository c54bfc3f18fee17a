//! Transfers drafted on this computer: written through at every change, checked without a connection, sent as one
//! template through the outbox, and followed until the load is received.

mod adding;
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

use jiff::Timestamp;
use ledger::{Condition, LedgerError, Work};
use serde::Serialize;
use serde::de::DeserializeOwned;
use words::{Words, say};

use crate::contract::{DeskError, ErrorCode};
use crate::desk::{Desk, blocking};

/// What the ledger calls these drafts.
const TRANSFER: &str = "transfer";

/// How often a change is decided anew when something else came between its look and its commit.
const TRIES: usize = 50;

/// Why a change of a draft was not made.
enum Undone {
    /// What was looked at is not so any more: look again.
    Overtaken,
    /// It cannot be made.
    Refused(DeskError),
}

impl From<LedgerError> for Undone {
    fn from(fault: LedgerError) -> Self {
        Self::Refused(fault.into())
    }
}

impl From<DeskError> for Undone {
    fn from(fault: DeskError) -> Self {
        Self::Refused(fault)
    }
}

/// That a draft is still as it was when the change was decided.
fn as_seen(draft: &ledger::Draft) -> Condition {
    Condition::DraftAsSeen(Box::new(draft.clone()))
}

/// Goes on only while a condition holds.
fn still(work: &Work<'_>, condition: &Condition) -> Result<(), Undone> {
    if work.holds(condition)? { Ok(()) } else { Err(Undone::Overtaken) }
}

/// The draft inside a transaction, where it is not deleted.
fn there(work: &Work<'_>, id: i64) -> Result<ledger::Draft, DeskError> {
    work.draft(id)?.filter(|draft| draft.head.deleted_at.is_none()).ok_or_else(|| no_draft(id))
}

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
        crate::ground::once::usable(request_id)?;
        let (ledger, id, at) = (self.inner.ledger.clone(), request_id.to_owned(), self.now());
        blocking(move || ledger.remember(&id, command, at, |done| work(done, at))).await?
    }

    /// As [`Self::draft_work`], for a change that was decided upon a look before; none where something came between,
    /// and nothing was changed.
    async fn draft_work_if<T>(
        &self,
        request_id: &str,
        command: &'static str,
        work: impl FnOnce(&Work<'_>, Timestamp) -> Result<T, Undone> + Send + 'static,
    ) -> Result<Option<T>, DeskError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        crate::ground::once::usable(request_id)?;
        let (ledger, id, at) = (self.inner.ledger.clone(), request_id.to_owned(), self.now());
        match blocking(move || ledger.remember(&id, command, at, |done| work(done, at))).await? {
            Ok(done) => Ok(Some(done)),
            Err(Undone::Overtaken) => Ok(None),
            Err(Undone::Refused(fault)) => Err(fault),
        }
    }
}

/// The draft does not hold still long enough for anything to be decided upon it.
fn too_lively() -> DeskError {
    locked(&say::check_too_lively(), &say::desk_try_again())
}

fn no_draft(draft: i64) -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: say::check_deleted().to_string(),
        next: say::check_deleted_next().to_string(),
        details: format!("draft {draft}"),
        retry: false,
    }
}

fn locked(message: &Words, next: &Words) -> DeskError {
    DeskError {
        code: ErrorCode::Locked,
        message: message.to_string(),
        next: next.to_string(),
        details: String::new(),
        retry: false,
    }
}

/// A count for the page.
fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
