//! Transfers drafted on this computer.

use crate::contract::{
    DeskError, Draft, DraftCheck, DraftChoices, DraftChoicesFind, DraftCompared, DraftDelete, DraftFind, DraftHead,
    DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove, DraftMade, DraftNew, DraftSend, DraftSent, DraftSet,
    DraftSettle, DraftSheet, DraftTagsAdd, Drafts, DraftsFind, FilesChoose, FilesChosen, RefusalsSave, TagsAdded,
    ViewExported,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn draft_choices(&self, _: DraftChoicesFind) -> Result<DraftChoices, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn drafts(&self, _: DraftsFind) -> Result<Drafts, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_open(&self, _: DraftFind) -> Result<Draft, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_new(&self, _: DraftNew) -> Result<DraftMade, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_set(&self, _: DraftSet) -> Result<DraftHead, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_line_set(&self, _: DraftLineSet) -> Result<DraftLines, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_lines_add(&self, _: DraftLinesAdd) -> Result<Draft, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_lines_remove(&self, _: DraftLinesRemove) -> Result<Draft, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_tags_add(&self, _: DraftTagsAdd) -> Result<TagsAdded, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_check(&self, _: DraftFind) -> Result<DraftCheck, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_send(&self, _: DraftSend) -> Result<DraftSent, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_delete(&self, _: DraftDelete) -> Result<Drafts, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_compare(&self, _: DraftFind) -> Result<DraftCompared, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_settle(&self, _: DraftSettle) -> Result<Draft, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn draft_sheet(&self, _: DraftSheet) -> Result<ViewExported, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn files_choose(&self, _: FilesChoose) -> Result<FilesChosen, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn refusals_save(&self, _: RefusalsSave) -> Result<ViewExported, DeskError> {
        Err(DeskError::internal("being built"))
    }
}
