//! A draft on its way: sent, deleted, compared with what the state holds, on paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Draft, OutboxStatus};

/// `draft_send`: one template for the state, through the outbox; an update where the state holds one already. Refused
/// with `NotReady` where the check has hard stops.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftSend {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which.
    pub draft: i64,
}

/// A draft that was queued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftSent {
    /// It.
    pub draft: Draft,
    /// How the outbox stands.
    pub outbox: OutboxStatus,
}

/// `draft_delete`: puts a draft away. It stays in the ledger and in the audit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftDelete {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which.
    pub draft: i64,
    /// Also delete the template that the state holds, through the outbox. A report that still waits is withdrawn in any
    /// case.
    pub template_too: bool,
}

/// `draft_compare`: the draft as it was sent beside the template as the state holds it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftCompared {
    /// What differs in the head.
    pub fields: Vec<DraftDifference>,
    /// Packages that only the draft has.
    pub only_here: Vec<String>,
    /// Packages that only the template has.
    pub only_there: Vec<String>,
    /// When the template was last changed, RFC 3339.
    pub changed_at: String,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftDifference {
    /// The field's words.
    pub what: String,
    /// Here.
    pub here: String,
    /// In the state.
    pub there: String,
}

/// `draft_settle`: which version counts.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftSettle {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// True: the draft takes over what the state holds. False: the draft stays and is sent again as an update.
    pub take_theirs: bool,
}

/// `draft_sheet`: the draft as a PDF sheet with barcodes of its tags.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftSheet {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// Opens it in the system's viewer, for printing, instead of asking where to save.
    pub open: bool,
}
