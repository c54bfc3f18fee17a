//! The Outbox page's commands.

use crate::contract::{
    AuditExport, Changed, DeskError, OutboxClear, OutboxDecide, OutboxDone, OutboxList, OutboxListFind, OutboxStory,
    OutboxStoryFind, OutboxWithdraw, Requested, ViewExported,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn outbox_list(&self, _: OutboxListFind) -> Result<OutboxList, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_story(&self, _: OutboxStoryFind) -> Result<OutboxStory, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_withdraw(&self, _: OutboxWithdraw) -> Result<OutboxDone, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_decide(&self, _: OutboxDecide) -> Result<OutboxDone, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_clear(&self, _: OutboxClear) -> Result<OutboxDone, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_try(&self, _: Requested) -> Result<OutboxDone, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn outbox_summary_seen(&self, _: Requested) -> Result<OutboxDone, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn audit_export(&self, _: AuditExport) -> Result<ViewExported, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn app_quit(&self, _: Requested) -> Result<Changed, DeskError> {
        Err(DeskError::internal("being built"))
    }
}
