//! The words between the page and the desk: each request, each response, each event, each error. `ts-rs` writes the
//! page's TypeScript from these types; a test fails when the two differ.

mod account;
mod action;
mod app;
mod card;
mod draft;
mod error;
mod event;
mod finding;
mod grid;
mod guide;
mod listed;
mod outbox;
mod send;
mod sync;
mod tags;
mod transfer;

pub use account::{
    Account, AccountAgain, AccountCheck, AccountConnect, AccountKeys, AccountName, AccountRemove, AccountTest,
    AccountTested, CheckedAccount, Environment, License, LicensesChoose,
};
pub use action::{
    ActionChoices, ActionChoicesFind, ActionForm, ActionOffer, ActionQueue, ActionQueued, ActionReview, ActionTarget,
    AdjustMode, ItemChoice, OutboxGroup, PackageNow, PackageRef, Review, ReviewLine, ReviewTotal, RowPending, WillBe,
};
pub use app::{AppSnapshot, Changed, Empty, Keychain, LanguageSpeak, Link, LinkOpen, Notice, NoticeKind, Requested};
pub use card::{CardFact, CardFlag, CardOrigin, PackageCard, PackageCardFind, PackageCardFound};
pub use draft::{
    Draft, DraftCheck, DraftChoices, DraftChoicesFind, DraftField, DraftFieldValue, DraftFind, DraftFinding, DraftForm,
    DraftHead, DraftLine, DraftLineField, DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove, DraftMade,
    DraftNew, DraftSet, DraftSpot, DraftStage, DraftStep, DraftTotal, Drafts, DraftsFind, DriverChoice,
    PACKAGES_PER_TRANSFER, PartyChoice, TransferTypeChoice, VehicleChoice,
};
pub use error::{DeskError, ErrorCode};
pub use event::{Change, DeskEvent, JobProgress};
pub use finding::{
    KnownFind, ListCounts, ListCountsFind, RowPosition, TagComing, TagFind, TagFound, TagLooked, ViewRow,
};
pub use grid::{
    Columns, ColumnsList, CutCell, ExportFormat, GridExported, JobCancel, LabSampleRows, LabSampleTests, LabTestRows,
    Layout, LayoutBefore, LayoutGet, LayoutKept, LayoutPut, PackageRows, SavedBy, SavedShow, Totals, ViewExport,
    ViewExported, ViewId, ViewOpened, ViewRecords, ViewRows,
};
pub use guide::{GuideColumn, GuideFile, ImportGuide, ImportTemplate};
pub use listed::{Fact, ListedFind, ListedFound, ListedRecord};
pub use outbox::{
    AuditExport, OutboxAttempt, OutboxChoice, OutboxClear, OutboxDecide, OutboxDecision, OutboxDone, OutboxEvent,
    OutboxFact, OutboxHeld, OutboxLine, OutboxList, OutboxListFind, OutboxRefusal, OutboxStatus, OutboxStory,
    OutboxStoryFind, OutboxSummary, OutboxWithdraw,
};
pub use send::{DraftCompared, DraftDelete, DraftDifference, DraftSend, DraftSent, DraftSettle, DraftSheet};
pub use sync::{CallBudget, CollectionSync, Headline, LicenseSync, LicenseSyncState, SyncStart, SyncStatus};
pub use tags::{
    DraftTagsAdd, FileHandle, FilesChoose, FilesChosen, RefusalsSave, RefusedTag, TagAnswer, TagChoice, TagColumn,
    TagQuestion, TagSource, TagsAdded,
};
pub use transfer::{
    ManifestSave, Receiving, ReceivingClose, ReceivingExtra, ReceivingLine, ReceivingOpen, ReceivingSave,
    ReceivingScan, ReceivingScanned, TransferDelivery, TransferDetail, TransferFind, TransferList, TransferPackage,
    TransferRows, TransferStep,
};
