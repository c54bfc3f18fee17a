//! The command registry: each command is declared here once, with its request and response. Dispatch, the shell's
//! capability list and the page's TypeScript all come from this table; tests fail when one of them differs.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use mirror::KnownFound;
use mirror::view::ViewSpec;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};
use words::say;

use crate::contract::{
    AccountAgain, AccountCheck, AccountConnect, AccountKeys, AccountName, AccountRemove, AccountTest, AccountTested,
    ActionChoices, ActionChoicesFind, ActionQueue, ActionQueued, ActionReview, AppSnapshot, AuditExport, Changed,
    CheckedAccount, Columns, ColumnsList, DeskError, DeskEvent, Draft, DraftCheck, DraftChoices, DraftChoicesFind,
    DraftCompared, DraftDelete, DraftFind, DraftHead, DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove,
    DraftMade, DraftNew, DraftSend, DraftSent, DraftSet, DraftSettle, DraftSheet, DraftTagsAdd, Drafts, DraftsFind,
    Empty, ErrorCode, FilesChoose, FilesChosen, GridExported, ImportGuide, ImportTemplate, JobCancel, KnownFind,
    LabSampleRows, LabSampleTests, LabTestRows, LanguageSpeak, Layout, LayoutGet, LayoutKept, LayoutPut,
    LicensesChoose, LinkOpen, ListCounts, ListCountsFind, ListedFind, ListedFound, ManifestSave, OutboxClear,
    OutboxDecide, OutboxDone, OutboxList, OutboxListFind, OutboxStory, OutboxStoryFind, OutboxWithdraw,
    PackageCardFind, PackageCardFound, PackageRows, Receiving, ReceivingClose, ReceivingOpen, ReceivingSave,
    ReceivingScan, ReceivingScanned, RefusalsSave, Requested, Review, RowPosition, SavedShow, SyncStart, SyncStatus,
    TagFind, TagFound, TagsAdded, Totals, TransferDetail, TransferFind, TransferRows, ViewExport, ViewExported, ViewId,
    ViewOpened, ViewRecords, ViewRow, ViewRows,
};
use crate::desk::Desk;

macro_rules! registry {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $response:ty;)+) => {
        /// The name of every command, in the order declared.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),+];

        impl Desk {
            /// Calls a command by name with its request as JSON; the answer is its response as JSON.
            ///
            /// # Errors
            /// What the command says; [`ErrorCode::UnknownCommand`] or [`ErrorCode::BadRequest`] when the call itself
            /// does not fit.
            pub async fn call(&self, name: &str, request: Value) -> Result<Value, DeskError> {
                match name {
                    $(stringify!($name) => {
                        let request: $request = read(name, request)?;
                        // Boxed: together the commands would take more than a thread's stack.
                        let answer: Result<$response, DeskError> = Box::pin(self.$name(request)).await;
                        write(name, &answer?)
                    })+
                    other => Err(unknown(other)),
                }
            }
        }

        /// The commands that change something: those whose request carries an id of its own, by which a repetition is
        /// known. A test races each of them.
        pub fn changing() -> Vec<&'static str> {
            let config = Types::default().config;
            let requests = [$((stringify!($name), <$request as TS>::inline(&config))),+];
            let carries_id = |request: &str| request.contains("request_id:");
            requests.into_iter().filter(|(_, request)| carries_id(request)).map(|(name, _)| name).collect()
        }

        /// The page's bindings: every type of the contract and one entry a command.
        pub fn typescript() -> String {
            let mut types = Types::default();
            let mut commands = String::new();
            $(
                types.add::<$request>();
                types.add::<$response>();
                $(commands.push_str(&format!("  /** {} */\n", $doc.trim()));)+
                commands.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($name),
                    <$request as TS>::name(&types.config),
                    <$response as TS>::name(&types.config),
                ));
            )+
            types.add::<DeskEvent>();
            types.add::<DeskError>();
            types.file(&commands)
        }
    };
}

registry! {
    /// Everything the page needs to draw itself.
    app_snapshot(Empty) -> AppSnapshot;
    /// Puts a notice away; `request_id` makes it safe to repeat.
    notices_clear(Requested) -> AppSnapshot;
    /// Starts the demo state on this computer, connects it and begins the first load.
    demo_start(Requested) -> AppSnapshot;
    /// Puts the demo state back to its beginning and loads it anew.
    demo_reset(Requested) -> AppSnapshot;
    /// Asks the state whether keys are good.
    account_check(AccountCheck) -> CheckedAccount;
    /// Connects a license's keys.
    account_connect(AccountConnect) -> AppSnapshot;
    /// Tries once more to have an account's keys.
    account_again(AccountAgain) -> AppSnapshot;
    /// Asks the state whether an account's keys are good.
    account_test(AccountTest) -> AccountTested;
    /// Gives an account other keys.
    account_keys(AccountKeys) -> AppSnapshot;
    /// Names an account.
    account_name(AccountName) -> AppSnapshot;
    /// Forgets an account.
    account_remove(AccountRemove) -> AppSnapshot;
    /// Chooses which licenses of an account are loaded.
    licenses_choose(LicensesChoose) -> AppSnapshot;
    /// Looks for news now.
    sync_start(SyncStart) -> SyncStatus;
    /// Stops what is under way; what was loaded stays.
    sync_cancel(Empty) -> SyncStatus;
    /// How the local copy stands.
    sync_status(Empty) -> SyncStatus;
    /// The columns of a grid.
    columns(Columns) -> ColumnsList;
    /// Opens a view; the one before it that is still opening is interrupted.
    view_open(ViewSpec) -> ViewOpened;
    /// A window of any view, each row by the ids of its columns.
    view_rows(ViewRows) -> ViewRecords;
    /// A window of packages.
    package_rows(ViewRows) -> PackageRows;
    /// A window of lab samples.
    lab_sample_rows(ViewRows) -> LabSampleRows;
    /// The tests of one sample.
    lab_sample_tests(LabSampleTests) -> LabTestRows;
    /// Everything that the state sent of a record of one of the license's own lists, from the local copy.
    listed_record(ListedFind) -> ListedFound;
    /// Quantity by unit over a whole view.
    view_totals(ViewId) -> Totals;
    /// Closes a view.
    view_close(ViewId) -> Changed;
    /// Writes exactly what is shown to a file that the person names.
    view_export(ViewExport) -> GridExported;
    /// Shows a file that was saved, by its program or in its folder.
    saved_show(SavedShow) -> Changed;
    /// Stops a long job.
    job_cancel(JobCancel) -> Changed;
    /// What is known of a tag, from the local copy.
    package_card(PackageCardFind) -> PackageCardFound;
    /// Where a tag, or the tags with an ending, are: over all licenses that are loaded, from the local copy.
    tag_find(TagFind) -> TagFound;
    /// What a few letters may mean, from the local copy: items, manifests, locations.
    known_find(KnownFind) -> KnownFound;
    /// How many rows each list has.
    list_counts(ListCountsFind) -> ListCounts;
    /// Where a row stands in an open view.
    view_position(ViewRow) -> RowPosition;
    /// How the person left a grid.
    layout_get(LayoutGet) -> Layout;
    /// Remembers how the person left a grid.
    layout_put(LayoutPut) -> LayoutKept;
    /// What the forms of actions offer.
    action_choices(ActionChoicesFind) -> ActionChoices;
    /// Checks an action offline and makes the review sheet; changes nothing.
    action_review(ActionReview) -> Review;
    /// Queues the ready packages of a review.
    action_queue(ActionQueue) -> ActionQueued;
    /// A window of one group of the outbox.
    outbox_list(OutboxListFind) -> OutboxList;
    /// Everything about one report.
    outbox_story(OutboxStoryFind) -> OutboxStory;
    /// Takes back reports that have not left.
    outbox_withdraw(OutboxWithdraw) -> OutboxDone;
    /// Settles what cannot be known.
    outbox_decide(OutboxDecide) -> OutboxDone;
    /// Puts reports that are over out of the way.
    outbox_clear(OutboxClear) -> OutboxDone;
    /// Tries to send what waits for a connection now.
    outbox_try(Requested) -> OutboxDone;
    /// The person has read what became of the reports that waited offline.
    outbox_summary_seen(Requested) -> OutboxDone;
    /// Saves the audit of a period as CSV.
    audit_export(AuditExport) -> ViewExported;
    /// Closes the app although reports wait; they go on at the next start.
    app_quit(Requested) -> Changed;
    /// What a transfer's form offers.
    draft_choices(DraftChoicesFind) -> DraftChoices;
    /// The drafts of licenses.
    drafts(DraftsFind) -> Drafts;
    /// A whole draft.
    draft_open(DraftFind) -> Draft;
    /// Makes a draft: empty, as a copy, or with packages.
    draft_new(DraftNew) -> DraftMade;
    /// Sets fields of a draft's head, as typed.
    draft_set(DraftSet) -> DraftHead;
    /// Sets one field of lines, as typed.
    draft_line_set(DraftLineSet) -> DraftLines;
    /// Adds so many empty lines.
    draft_lines_add(DraftLinesAdd) -> Draft;
    /// Takes lines away.
    draft_lines_remove(DraftLinesRemove) -> Draft;
    /// Adds packages by their tags; every tag that cannot be added is listed with its reason.
    draft_tags_add(DraftTagsAdd) -> TagsAdded;
    /// Checks a draft offline.
    draft_check(DraftFind) -> DraftCheck;
    /// Sends a draft as a template, through the outbox.
    draft_send(DraftSend) -> DraftSent;
    /// Puts a draft away.
    draft_delete(DraftDelete) -> Drafts;
    /// The draft beside the template as the state holds it now.
    draft_compare(DraftFind) -> DraftCompared;
    /// Decides which version counts.
    draft_settle(DraftSettle) -> Draft;
    /// The draft as a PDF sheet with barcodes.
    draft_sheet(DraftSheet) -> ViewExported;
    /// Asks the person for files.
    files_choose(FilesChoose) -> FilesChosen;
    /// Saves the refused lines with their reasons.
    refusals_save(RefusalsSave) -> ViewExported;
    /// A window of transfers or templates.
    transfer_rows(ViewRows) -> TransferRows;
    /// Everything about a transfer or template.
    transfer_detail(TransferFind) -> TransferDetail;
    /// Saves or opens the state's manifest.
    manifest_save(ManifestSave) -> ViewExported;
    /// The check list of an incoming transfer.
    receiving_open(ReceivingOpen) -> Receiving;
    /// Checks off what was scanned.
    receiving_scan(ReceivingScan) -> ReceivingScanned;
    /// Closes a check list, or opens it again.
    receiving_close(ReceivingClose) -> Receiving;
    /// Saves a check list as CSV.
    receiving_save(ReceivingSave) -> ViewExported;
    /// What each file that people bring looks like.
    import_guide(Empty) -> ImportGuide;
    /// Saves a file with the headings of an import, to be filled in.
    import_template(ImportTemplate) -> ViewExported;
    /// Says everything in this language from here on.
    language_speak(LanguageSpeak) -> Changed;
    /// Opens one of the fixed links in the browser.
    link_open(LinkOpen) -> Changed;
}

fn read<T: DeserializeOwned>(name: &str, request: Value) -> Result<T, DeskError> {
    serde_json::from_value(request).map_err(|fault| DeskError {
        code: ErrorCode::BadRequest,
        message: say::desk_bad_form().to_string(),
        next: say::desk_bad_form_next().to_string(),
        details: format!("{name}: {fault}"),
        retry: false,
    })
}

fn write<T: Serialize>(name: &str, response: &T) -> Result<Value, DeskError> {
    serde_json::to_value(response).map_err(|fault| DeskError::internal(format!("{name}: {fault}")))
}

fn unknown(name: &str) -> DeskError {
    DeskError {
        code: ErrorCode::UnknownCommand,
        message: say::desk_unknown_command().to_string(),
        next: say::desk_restart().to_string(),
        details: name.to_owned(),
        retry: false,
    }
}

/// Collects the TypeScript of types and of all they mention.
struct Types {
    config: Config,
    seen: BTreeSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl Default for Types {
    fn default() -> Self {
        // Ids and counts stay far below 2^53; quantities are texts.
        Self { config: Config::new().with_large_int("number"), seen: BTreeSet::new(), declared: BTreeMap::new() }
    }
}

impl Types {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Wrappers such as Vec have no declaration of their own, only what they hold.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&self.config));
            self.declared.insert(T::ident(&self.config), declaration);
        }
        T::visit_dependencies(self);
    }

    fn file(&self, commands: &str) -> String {
        let mut text = String::from(
            "// Made by `cargo xtask bindings` from the desk's command registry. Do not edit.\n/* biome-ignore-all \
             format: generated */\n\n",
        );
        for declaration in self.declared.values() {
            text.push_str(declaration);
            text.push('\n');
        }
        text.push_str("/** Every command with its request and its response. */\nexport interface Commands {\n");
        text.push_str(commands);
        text.push_str("}\n");
        text
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}
