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

use crate::Desk;
use crate::contract::{
    AccountAgain, AccountCheck, AccountConnect, AccountKeys, AccountName, AccountRemove, AccountTest, AccountTested,
    ActionChoices, ActionChoicesFind, ActionQueue, ActionQueued, ActionReview, AppSnapshot, AuditExport, Changed,
    CheckedAccount, Columns, ColumnsList, DeskError, DeskEvent, Draft, DraftCheck, DraftChoices, DraftChoicesFind,
    DraftCompared, DraftDelete, DraftFind, DraftHead, DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove,
    DraftMade, DraftNew, DraftSend, DraftSent, DraftSet, DraftSettle, DraftSheet, DraftTagsAdd, Drafts, DraftsFind,
    Empty, ErrorCode, FilesChoose, FilesChosen, GridExported, JobCancel, KnownFind, LabSampleRows, LabSampleTests,
    LabTestRows, LanguageSpeak, Layout, LayoutGet, LayoutKept, LayoutPut, LicensesChoose, LinkOpen, ListCounts,
    ListCountsFind, ManifestSave, OutboxClear, OutboxDecide, OutboxDone, OutboxList, OutboxListFind, OutboxStory,
    OutboxStoryFind, OutboxWithdraw, PackageCardFind, PackageCardFound, PackageRows, Receiving, ReceivingClose,
    ReceivingOpen, ReceivingSave, ReceivingScan, ReceivingScanned, RefusalsSave, Requested, Review, RowPosition,
    SavedShow, SyncStart, SyncStatus, TagFind, TagFound, TagsAdded, Totals, TransferDetail, TransferFind, TransferRows,
    ViewExport, ViewExported, ViewId, ViewOpened, ViewRecords, ViewRow, ViewRows,
};

macro_rules! registry {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $response:ty, [$($error:ident),*];)+) => {
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
                        write(name, &answer.map_err(|error| declared(name, error, &[$(ErrorCode::$error),*]))?)
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

        /// The codes that a command declares beside those that any command may answer; none for one that is not there.
        pub fn errors_of(name: &str) -> Option<&'static [ErrorCode]> {
            match name {
                $(stringify!($name) => Some(&[$(ErrorCode::$error),*]),)+
                _ => None,
            }
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
                    "  {}: {{ request: {}; response: {}; errors: {} }};\n",
                    stringify!($name),
                    <$request as TS>::name(&types.config),
                    <$response as TS>::name(&types.config),
                    union(&[$(ErrorCode::$error),*]),
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
    app_snapshot(Empty) -> AppSnapshot, [];
    /// Puts a notice away; `request_id` makes it safe to repeat.
    notices_clear(Requested) -> AppSnapshot, [];
    /// Starts the demo state on this computer, connects it and begins the first load.
    demo_start(Requested) -> AppSnapshot, [WrongKey, NoPermission, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Keychain];
    /// Puts the demo state back to its beginning and loads it anew.
    demo_reset(Requested) -> AppSnapshot, [WrongKey, NoPermission, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Keychain];
    /// Asks the state whether keys are good.
    account_check(AccountCheck) -> CheckedAccount, [WrongKey, NoPermission, NoLicenses, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate];
    /// Connects a license's keys.
    account_connect(AccountConnect) -> AppSnapshot, [WrongKey, NoPermission, NoLicenses, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Keychain];
    /// Tries once more to have an account's keys.
    account_again(AccountAgain) -> AppSnapshot, [Keychain];
    /// Asks the state whether an account's keys are good.
    account_test(AccountTest) -> AccountTested, [WrongKey, NoPermission, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Keychain];
    /// Gives an account other keys.
    account_keys(AccountKeys) -> AppSnapshot, [WrongKey, NoPermission, NoLicenses, NotFound, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Keychain];
    /// Names an account.
    account_name(AccountName) -> AppSnapshot, [];
    /// Forgets an account.
    account_remove(AccountRemove) -> AppSnapshot, [Keychain];
    /// Chooses which licenses of an account are loaded.
    licenses_choose(LicensesChoose) -> AppSnapshot, [];
    /// Looks for news now.
    sync_start(SyncStart) -> SyncStatus, [];
    /// Stops what is under way; what was loaded stays.
    sync_cancel(Empty) -> SyncStatus, [];
    /// How the local copy stands.
    sync_status(Empty) -> SyncStatus, [];
    /// The columns of a grid.
    columns(Columns) -> ColumnsList, [];
    /// Opens a view; the one before it that is still opening is interrupted.
    view_open(ViewSpec) -> ViewOpened, [Superseded];
    /// A window of any view, each row by the ids of its columns.
    view_rows(ViewRows) -> ViewRecords, [ViewGone];
    /// A window of packages.
    package_rows(ViewRows) -> PackageRows, [ViewGone];
    /// A window of lab samples.
    lab_sample_rows(ViewRows) -> LabSampleRows, [ViewGone];
    /// The tests of one sample.
    lab_sample_tests(LabSampleTests) -> LabTestRows, [];
    /// Quantity by unit over a whole view.
    view_totals(ViewId) -> Totals, [ViewGone];
    /// Closes a view.
    view_close(ViewId) -> Changed, [];
    /// Writes exactly what is shown to a file that the person names.
    view_export(ViewExport) -> GridExported, [ViewGone, Cancelled];
    /// Shows a file that was saved, by its program or in its folder.
    saved_show(SavedShow) -> Changed, [NotFound];
    /// Stops a long job.
    job_cancel(JobCancel) -> Changed, [];
    /// What is known of a tag, from the local copy.
    package_card(PackageCardFind) -> PackageCardFound, [];
    /// Where a tag, or the tags with an ending, are: over all licenses that are loaded, from the local copy.
    tag_find(TagFind) -> TagFound, [];
    /// What a few letters may mean, from the local copy: items, manifests, locations.
    known_find(KnownFind) -> KnownFound, [];
    /// How many rows each list has.
    list_counts(ListCountsFind) -> ListCounts, [];
    /// Where a row stands in an open view.
    view_position(ViewRow) -> RowPosition, [ViewGone];
    /// How the person left a grid.
    layout_get(LayoutGet) -> Layout, [];
    /// Remembers how the person left a grid.
    layout_put(LayoutPut) -> LayoutKept, [];
    /// What the forms of actions offer.
    action_choices(ActionChoicesFind) -> ActionChoices, [];
    /// Checks an action offline and makes the review sheet; changes nothing.
    action_review(ActionReview) -> Review, [ViewGone, TooMany, NotFound];
    /// Queues the ready packages of a review.
    action_queue(ActionQueue) -> ActionQueued, [Stale, NotFound];
    /// A window of one group of the outbox.
    outbox_list(OutboxListFind) -> OutboxList, [];
    /// Everything about one report.
    outbox_story(OutboxStoryFind) -> OutboxStory, [NotFound];
    /// Takes back reports that have not left.
    outbox_withdraw(OutboxWithdraw) -> OutboxDone, [TooMany];
    /// Settles what cannot be known.
    outbox_decide(OutboxDecide) -> OutboxDone, [NotFound];
    /// Puts reports that are over out of the way.
    outbox_clear(OutboxClear) -> OutboxDone, [TooMany];
    /// Tries to send what waits for a connection now.
    outbox_try(Requested) -> OutboxDone, [];
    /// The person has read what became of the reports that waited offline.
    outbox_summary_seen(Requested) -> OutboxDone, [];
    /// Saves the audit of a period as CSV.
    audit_export(AuditExport) -> ViewExported, [Cancelled];
    /// Closes the app although reports wait; they go on at the next start.
    app_quit(Requested) -> Changed, [];
    /// What a transfer's form offers.
    draft_choices(DraftChoicesFind) -> DraftChoices, [];
    /// The drafts of licenses.
    drafts(DraftsFind) -> Drafts, [];
    /// A whole draft.
    draft_open(DraftFind) -> Draft, [NotFound];
    /// Makes a draft: empty, as a copy, or with packages.
    draft_new(DraftNew) -> DraftMade, [NotFound, ViewGone, TooMany];
    /// Sets fields of a draft's head, as typed.
    draft_set(DraftSet) -> DraftHead, [NotFound, Locked];
    /// Sets one field of lines, as typed.
    draft_line_set(DraftLineSet) -> DraftLines, [NotFound, Locked];
    /// Adds so many empty lines.
    draft_lines_add(DraftLinesAdd) -> Draft, [NotFound, Locked];
    /// Takes lines away.
    draft_lines_remove(DraftLinesRemove) -> Draft, [NotFound, Locked];
    /// Adds packages by their tags; every tag that cannot be added is listed with its reason.
    draft_tags_add(DraftTagsAdd) -> TagsAdded, [NotFound, Locked, ViewGone, TooMany];
    /// Checks a draft offline.
    draft_check(DraftFind) -> DraftCheck, [NotFound];
    /// Sends a draft as a template, through the outbox.
    draft_send(DraftSend) -> DraftSent, [NotFound, Locked, NotReady];
    /// Puts a draft away.
    draft_delete(DraftDelete) -> Drafts, [NotFound, Locked];
    /// The draft beside the template as the state holds it now.
    draft_compare(DraftFind) -> DraftCompared, [NotFound, Locked];
    /// Decides which version counts.
    draft_settle(DraftSettle) -> Draft, [NotFound, Locked, NotReady, TooMany];
    /// The draft as a PDF sheet with barcodes.
    draft_sheet(DraftSheet) -> ViewExported, [NotFound, Cancelled];
    /// Asks the person for files.
    files_choose(FilesChoose) -> FilesChosen, [];
    /// Saves the refused lines with their reasons.
    refusals_save(RefusalsSave) -> ViewExported, [NotFound, Cancelled];
    /// A window of transfers or templates.
    transfer_rows(ViewRows) -> TransferRows, [ViewGone];
    /// Everything about a transfer or template.
    transfer_detail(TransferFind) -> TransferDetail, [NotFound];
    /// Saves or opens the state's manifest.
    manifest_save(ManifestSave) -> ViewExported, [NotFound, WrongKey, NoPermission, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate, Cancelled];
    /// The check list of an incoming transfer.
    receiving_open(ReceivingOpen) -> Receiving, [NotFound, WrongKey, NoPermission, RateLimited, Offline, Filtered, SignIn, Proxy, Clock, Certificate];
    /// Checks off what was scanned.
    receiving_scan(ReceivingScan) -> ReceivingScanned, [NotFound, Locked];
    /// Closes a check list, or opens it again.
    receiving_close(ReceivingClose) -> Receiving, [NotFound];
    /// Saves a check list as CSV.
    receiving_save(ReceivingSave) -> ViewExported, [NotFound, Cancelled];
    /// Says everything in this language from here on.
    language_speak(LanguageSpeak) -> Changed, [];
    /// Opens one of the fixed links in the browser.
    link_open(LinkOpen) -> Changed, [NotFound];
}

/// What any command may answer: a request that does not fit, or a folder, disk or database that cannot be used.
const ALWAYS: [ErrorCode; 8] = [
    ErrorCode::BadRequest,
    ErrorCode::UnknownCommand,
    ErrorCode::StateFault,
    ErrorCode::File,
    ErrorCode::DiskFull,
    ErrorCode::NewerVersion,
    ErrorCode::FolderInUse,
    ErrorCode::Internal,
];

/// An error that its command does not declare is a fault of this table: a test stops, a person still gets the words.
fn declared(name: &str, error: DeskError, codes: &[ErrorCode]) -> DeskError {
    let known = ALWAYS.contains(&error.code) || codes.contains(&error.code);
    debug_assert!(known, "{name} answered {:?}, which it does not declare", error.code);
    if !known {
        tracing::error!(command = name, code = ?error.code, "an undeclared error");
    }
    error
}

/// The error codes of a command as a TypeScript type.
fn union(codes: &[ErrorCode]) -> String {
    let name = |code| serde_json::to_string(code).unwrap_or_default();
    let mut all = vec!["AlwaysError".to_owned()];
    all.extend(codes.iter().map(name));
    all.join(" | ")
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
        let always: Vec<_> = ALWAYS.iter().map(|code| serde_json::to_string(code).unwrap_or_default()).collect();
        text.push_str(&format!(
            "/** What any command may answer. */\nexport type AlwaysError = {};\n\n",
            always.join(" | ")
        ));
        text.push_str("/** Every command with its request, its response and the codes of its errors. */\nexport interface Commands {\n");
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
