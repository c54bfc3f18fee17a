// Made by `cargo xtask bindings` from the desk's command registry. Do not edit.
/* biome-ignore-all format: generated */

/**
 * A connected account, without its keys.
 */
export type Account = { 
/**
 * Trackside's own id of it.
 */
id: string, 
/**
 * The state's two letters.
 */
state: string, 
/**
 * Which system.
 */
environment: Environment, 
/**
 * Whether its keys are at hand; false asks the person to enter them again.
 */
has_keys: boolean, 
/**
 * Every licence of the account, chosen or not, by name.
 */
licences: Array<Licence>, };

/**
 * `account_check`: are these keys good? Calls the state once; keeps nothing.
 */
export type AccountCheck = { 
/**
 * The state's two letters, `CA`.
 */
state: string, 
/**
 * Production or sandbox.
 */
environment: Environment, 
/**
 * The software (vendor) key.
 */
software_key: string, 
/**
 * The user key.
 */
user_key: string, };

/**
 * `account_connect`: check, keep the keys in the keychain, remember the account, begin the first load of `licences`.
 */
export type AccountConnect = { 
/**
 * Made by the page, unique: a repeated call gives the first answer.
 */
request_id: string, 
/**
 * What to connect.
 */
keys: AccountCheck, 
/**
 * Which of its licences to load; empty is an error.
 */
licences: Array<LicenceNumber>, };

/**
 * `account_remove`: forget the keys and stop syncing. The local copy of its licences is removed too.
 */
export type AccountRemove = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, };

/**
 * Everything the page needs to draw itself, at start, after a reload, and after a command that changes accounts.
 */
export type AppSnapshot = { 
/**
 * Trackside's version.
 */
version: string, 
/**
 * `windows`, `macos` or `linux`, for key names.
 */
platform: string, 
/**
 * Connected accounts; none means the first window.
 */
accounts: Array<Account>, 
/**
 * What the person should know since the last start, for example that a damaged copy is being rebuilt.
 */
notices: Array<Notice>, 
/**
 * Where keys are kept.
 */
keychain: Keychain, 
/**
 * How the local copy stands.
 */
sync: SyncStatus, 
/**
 * The change feed's position; events after it are news.
 */
revision: number, };

/**
 * The state's limit and how much of it is used.
 */
export type CallBudget = { 
/**
 * Calls in the last minute.
 */
last_minute: number, 
/**
 * The limit for one licence, calls a second.
 */
limit_per_second: number, 
/**
 * Calls that wait for their turn.
 */
waiting: number, 
/**
 * How often the state said 429 since the start.
 */
refused: number, 
/**
 * Frozen by the state until then, RFC 3339, UTC.
 */
frozen_until: string | null, };

/**
 * One line of a card that needs no symbol of its own.
 */
export type CardFact = { 
/**
 * The state's noun, for example `Use By Date`.
 */
label: string, 
/**
 * For a person.
 */
value: string, };

/**
 * Where a package came from on a manifest.
 */
export type CardOrigin = { 
/**
 * The sender, where named.
 */
from: Party | null, 
/**
 * RFC 3339, UTC; empty when not stated.
 */
at: string, 
/**
 * The manifest's number; empty when not stated.
 */
manifest: string, };

/**
 * Records of one collection and licence that changed.
 */
export type Change = { 
/**
 * Which kind.
 */
collection: Collection, 
/**
 * In whose books.
 */
licence: LicenceNumber, 
/**
 * How many records.
 */
records: number, };

/**
 * An answer that says only whether something changed.
 */
export type Changed = { 
/**
 * Whether anything is different now.
 */
changed: boolean, };

/**
 * What good keys open.
 */
export type CheckedAccount = { 
/**
 * Every licence, by name.
 */
licences: Array<Licence>, };

/**
 * A kind of record that has a grid.
 */
export type Collection = "packages" | "lab_samples";

/**
 * One collection's progress.
 */
export type CollectionSync = { 
/**
 * Stable name, for example `packages_active`.
 */
collection: string, 
/**
 * For a person, for example `Active packages`.
 */
title: string, 
/**
 * Records read in this run.
 */
done: number, 
/**
 * Records the state says there are; absent until its first answer.
 */
total: number | null, 
/**
 * Whether this run has finished it.
 */
finished: boolean, 
/**
 * Why it is left out, in words, where the keys may not read it; the others go on.
 */
skipped: string | null, };

/**
 * A column of a grid. The one table from which the grid, the filters and the export are made.
 */
export type Column = { 
/**
 * The field's name in the row, for example `item_strain`.
 */
id: string, 
/**
 * The header, as the state's site has it, for example `Item Strain`.
 */
title: string, 
/**
 * How its cells read.
 */
kind: ColumnKind, 
/**
 * Shown until the person chooses otherwise.
 */
shown: boolean, 
/**
 * Width to begin with, in CSS pixels.
 */
width: number, };

/**
 * A test on one column.
 */
export type ColumnFilter = { 
/**
 * [`Column::id`].
 */
column: string, 
/**
 * What must hold.
 */
test: FilterTest, };

/**
 * How a column's cells read, and which filter fits it.
 */
export type ColumnKind = "text" | "tag" | "tags" | "number" | "date" | "instant" | "flag" | "lab_state";

/**
 * `columns`: which columns a grid has.
 */
export type Columns = { 
/**
 * Which grid.
 */
collection: Collection, 
/**
 * Which tab; packages only.
 */
tab: PackageTab | null, };

/**
 * The columns, in the state site's order.
 */
export type ColumnsList = { 
/**
 * The columns.
 */
columns: Array<Column>, };

/**
 * An error as the page gets it. `message` says what happened and whether the person's work is safe, `next` what to
 * do now; both are plain English. `details` is for whoever helps them and holds no key and no name.
 */
export type DeskError = { 
/**
 * What the page switches on.
 */
code: ErrorCode, 
/**
 * What happened, and that nothing is lost.
 */
message: string, 
/**
 * What to do now.
 */
next: string, 
/**
 * What the state or the system said, to the letter; may be empty.
 */
details: string, 
/**
 * Whether the same call may succeed later without anything being changed.
 */
retry: boolean, };

/**
 * What the desk tells the page without being asked, at most ten times a second.
 */
export type DeskEvent = { "event": "changes", 
/**
 * The feed's position after them.
 */
revision: number, 
/**
 * One for each collection and licence.
 */
changes: Array<Change>, } | { "event": "sync", 
/**
 * All of it.
 */
status: SyncStatus, } | { "event": "job", 
/**
 * How far.
 */
progress: JobProgress, } | { "event": "snapshot" };

/**
 * A request without fields.
 */
export type Empty = Record<symbol, never>;

/**
 * Which of a state's two systems.
 */
export type Environment = "production" | "sandbox" | "demo";

/**
 * What went wrong, for the page to switch on. Words are in the error itself.
 */
export type ErrorCode = "bad_request" | "unknown_command" | "wrong_key" | "no_permission" | "no_licences" | "offline" | "state_fault" | "rate_limited" | "keychain" | "view_gone" | "superseded" | "cancelled" | "file" | "disk_full" | "newer_version" | "folder_in_use" | "not_found" | "internal";

/**
 * The forms of an export.
 */
export type ExportFormat = "csv" | "xlsx";

/**
 * The tests that a column's filter offers. Text ignores case; numbers are decimal text; dates are `YYYY-MM-DD`.
 */
export type FilterTest = { "op": "contains", value: string, } | { "op": "not_contains", value: string, } | { "op": "equals", value: string, } | { "op": "not_equals", value: string, } | { "op": "starts_with", value: string, } | { "op": "ends_with", value: string, } | { "op": "less", value: string, } | { "op": "at_most", value: string, } | { "op": "greater", value: string, } | { "op": "at_least", value: string, } | { "op": "between", from: string, to: string, } | { "op": "one_of", values: Array<string>, } | { "op": "blank" } | { "op": "not_blank" };

/**
 * The one line of the indicator.
 */
export type Headline = { "is": "nothing" } | { "is": "up_to_date", at: string, } | { "is": "updating", percent: number | null, } | { "is": "offline", since: string, as_of: string | null, } | { "is": "waiting", until: string, } | { "is": "needs_you", reason: string, } | { "is": "cancelled" };

/**
 * `job_cancel`: stops a long job.
 */
export type JobCancel = { 
/**
 * The job's name.
 */
job: string, };

/**
 * How far a long job is.
 */
export type JobProgress = { 
/**
 * The job's name: the request id that began it.
 */
job: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, };

/**
 * Where keys are kept.
 */
export type Keychain = "system" | "session_only";

/**
 * One sample as a laboratory's grid shows it: the state's rows, one a test, folded.
 */
export type LabSampleRow = { 
/**
 * The mirror's own row id.
 */
row: number, 
/**
 * In whose books.
 */
licence: LicenceNumber, 
/**
 * The state's id of the sample package.
 */
package_id: number, 
/**
 * `Label`.
 */
tag: string, 
/**
 * `SourcePackageLabels`, comma-separated.
 */
source_packages: string, 
/**
 * `Item.Name`.
 */
item: string, 
/**
 * `Item.ProductCategoryName`.
 */
category: string, 
/**
 * `Item.StrainName`; empty where the item has none.
 */
item_strain: string, 
/**
 * Exact decimal text.
 */
quantity: string, 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * The words of the lab testing state.
 */
lab_testing: string, 
/**
 * `TestPerformedDate`, `YYYY-MM-DD`.
 */
tested: string, 
/**
 * How many tests the state has for it.
 */
tests: number, 
/**
 * How many of these did not pass.
 */
failed: number, 
/**
 * `Passed`, `Failed`, or `Not released` while the result is not out.
 */
result: string, 
/**
 * `ResultReleaseDateTime`, RFC 3339 in UTC; empty until released.
 */
released: string, 
/**
 * `PackagedDate`, `YYYY-MM-DD`.
 */
packaged_date: string, 
/**
 * Who packaged it, as in [`PackageRow::packaged_by`].
 */
packaged_by: string, 
/**
 * Licence and name of the sender.
 */
received_from: string, 
/**
 * `ProductionBatchNumber`.
 */
production_batch: string, 
/**
 * `Note`.
 */
note: string, };

/**
 * Rows of the lab samples grid.
 */
export type LabSampleRows = { 
/**
 * One a position; `null` where the sample left the mirror meanwhile.
 */
rows: Array<LabSampleRow | null>, };

/**
 * `lab_sample_tests`: the tests of one sample.
 */
export type LabSampleTests = { 
/**
 * In whose books.
 */
licence: LicenceNumber, 
/**
 * The sample's package id.
 */
package_id: number, };

/**
 * One test of a sample.
 */
export type LabTestRow = { 
/**
 * `TestTypeName`.
 */
test: string, 
/**
 * `TestPassed`.
 */
passed: boolean, 
/**
 * `TestResultLevel`, exact decimal text.
 */
level: string, 
/**
 * `TestComment`.
 */
comment: string, 
/**
 * `TestInformationalOnly`.
 */
informational: boolean, };

/**
 * The tests, failed ones first, then by name.
 */
export type LabTestRows = { 
/**
 * The tests.
 */
tests: Array<LabTestRow>, };

/**
 * A remembered layout.
 */
export type Layout = { 
/**
 * The page's own text; absent when nothing is remembered.
 */
layout: string | null, };

/**
 * `layout_get`: how the person left a grid.
 */
export type LayoutGet = { 
/**
 * Which grid, for example `packages.active`.
 */
grid: string, 
/**
 * The licence it is remembered for; the first of several.
 */
licence: LicenceNumber, };

/**
 * `layout_put`: remembers it.
 */
export type LayoutPut = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which grid.
 */
grid: string, 
/**
 * For which licence.
 */
licence: LicenceNumber, 
/**
 * The page's own text, at most 64 KiB; empty forgets it.
 */
layout: string, };

/**
 * A licence as the switcher shows it. What it may do comes from the state's `FacilityType`.
 */
export type Licence = { 
/**
 * The licence number.
 */
number: LicenceNumber, 
/**
 * The business's name as the state shows it.
 */
name: string, 
/**
 * `License.LicenseType`, for example `Retailer`.
 */
licence_type: string, 
/**
 * What the number's prefix says, for the symbol.
 */
kind: LicenceKind, 
/**
 * Whether it is loaded and kept up to date.
 */
chosen: boolean, 
/**
 * `CanTestPackages`: a laboratory, which has Lab Samples.
 */
can_test: boolean, 
/**
 * `CanGrowPlants`.
 */
can_grow: boolean, 
/**
 * `CanSellToConsumers` or `CanSellToPatients`.
 */
can_sell: boolean, };

/**
 * What kind of business a licence number's prefix names. A hint for words and icons only: what a licence may do is
 * what `FacilityType` says.
 */
export type LicenceKind = "laboratory" | "delivery_retailer" | "retailer" | "distributor" | "microbusiness" | "cultivator" | "manufacturer" | "other";

/**
 * A licence number as the state writes it, for example `C10-0000123-LIC` (CONTRACT section 6).
 */
export type LicenceNumber = string;

/**
 * One licence's sync.
 */
export type LicenceSync = { 
/**
 * Which.
 */
licence: LicenceNumber, 
/**
 * How it stands.
 */
state: LicenceSyncState, 
/**
 * When everything was last read whole, RFC 3339, UTC.
 */
as_of: string | null, 
/**
 * By collection, in the order shown.
 */
collections: Array<CollectionSync>, 
/**
 * Why the last try failed.
 */
error: DeskError | null, };

/**
 * How one licence stands.
 */
export type LicenceSyncState = "never" | "loading" | "updating" | "ready" | "failed" | "cancelled";

/**
 * `licences_choose`: which licences are loaded and kept up to date.
 */
export type LicencesChoose = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, 
/**
 * The licences wanted; empty is an error.
 */
licences: Array<LicenceNumber>, };

/**
 * Pages that the app may open in the browser. There are no others.
 */
export type Link = "bulletin_archive" | "state_site";

/**
 * `link_open`: opens one of the fixed links in the browser.
 */
export type LinkOpen = { 
/**
 * Which.
 */
link: Link, };

/**
 * A notice that stays until it is put away.
 */
export type Notice = { 
/**
 * Symbol.
 */
kind: NoticeKind, 
/**
 * What happened, whether work is safe.
 */
message: string, 
/**
 * What to do now; may be empty.
 */
next: string, };

/**
 * What kind of notice, for its symbol.
 */
export type NoticeKind = "info" | "warning";

/**
 * Everything the card shows.
 */
export type PackageCard = { 
/**
 * The tag.
 */
tag: string, 
/**
 * In whose books this is.
 */
held_by: Party, 
/**
 * `Active`, `On hold`, `Finished`, `Discontinued`, `In transit`, `Transferred`, or `Not in the state's lists`.
 */
status: string, 
/**
 * Item name.
 */
item: string, 
/**
 * Product category.
 */
category: string, 
/**
 * Strain; empty where the item has none.
 */
strain: string, 
/**
 * Exact decimal text.
 */
quantity: string, 
/**
 * The unit's name.
 */
unit: string, 
/**
 * Location and sublocation.
 */
location: string, 
/**
 * Words of the lab testing state.
 */
lab_testing: string, 
/**
 * Since when it is in that state, `YYYY-MM-DD`; may be empty.
 */
lab_testing_date: string, 
/**
 * Production batch number; empty when it is none.
 */
production_batch: string, 
/**
 * For example `Trade sample`, `On hold`, `On recall`.
 */
flags: Array<string>, 
/**
 * `YYYY-MM-DD`.
 */
packaged_date: string, 
/**
 * Packaged By, with its evidence.
 */
packaged_by: PackagedBy, 
/**
 * Absent when never received on a manifest.
 */
received: CardOrigin | null, 
/**
 * Names of source harvests.
 */
source_harvests: Array<string>, 
/**
 * Tags of source packages, each with a card of its own.
 */
source_packages: Array<string>, 
/**
 * Dates, note and the rest.
 */
facts: Array<CardFact>, 
/**
 * When the mirror last read this package, RFC 3339, UTC.
 */
as_of: string, };

/**
 * `package_card`: what the mirror knows of a tag. Never calls the state.
 */
export type PackageCardFind = { 
/**
 * The tag.
 */
tag: string, 
/**
 * In whose books it is looked at first; others of the person's licences follow.
 */
licence: LicenceNumber | null, };

/**
 * The card, or why there is none.
 */
export type PackageCardFound = { 
/**
 * The tag asked for.
 */
tag: string, 
/**
 * The card; absent when the tag is in none of the person's licences.
 */
card: PackageCard | null, 
/**
 * Why there is none, in a sentence; empty when there is one.
 */
missing: string, };

/**
 * One package as the packages grid shows it, in all five tabs.
 */
export type PackageRow = { 
/**
 * The mirror's own row id: stable while the row is there.
 */
row: number, 
/**
 * In whose books.
 */
licence: LicenceNumber, 
/**
 * The state's id of the package in that licence's books.
 */
package_id: number, 
/**
 * `Label`.
 */
tag: string, 
/**
 * `SourceHarvestNames`, comma-separated.
 */
source_harvests: string, 
/**
 * `SourcePackageLabels`, comma-separated.
 */
source_packages: string, 
/**
 * `LocationName`, with the sublocation behind a slash.
 */
location: string, 
/**
 * `Item.Name`.
 */
item: string, 
/**
 * `Item.ProductCategoryName`.
 */
category: string, 
/**
 * `Item.StrainName`; empty where the item has none.
 */
item_strain: string, 
/**
 * Exact decimal text; in the Transferred tab what was shipped.
 */
quantity: string, 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * `ProductionBatchNumber`.
 */
production_batch: string, 
/**
 * The words of the lab testing state.
 */
lab_testing: string, 
/**
 * `IsTradeSample`.
 */
trade_sample: boolean, 
/**
 * `IsDonation`.
 */
donation: boolean, 
/**
 * `IsTestingSample`.
 */
testing_sample: boolean, 
/**
 * On hold, on recall or under investigation.
 */
hold: boolean, 
/**
 * `PackagedDate`, `YYYY-MM-DD`.
 */
packaged_date: string, 
/**
 * Who packaged it: the licence and its name, or why that is not known.
 */
packaged_by: string, 
/**
 * `ReceivedDateTime`, RFC 3339 in UTC.
 */
received: string, 
/**
 * Licence and name of the sender.
 */
received_from: string, 
/**
 * `FinishedDate`, `YYYY-MM-DD`; Inactive tab.
 */
finished: string, 
/**
 * The manifest's number; In Transit and Transferred tabs.
 */
manifest: string, 
/**
 * To whom it went; Transferred tab.
 */
recipient: string, 
/**
 * `Note`.
 */
note: string, };

/**
 * Rows of the packages grid.
 */
export type PackageRows = { 
/**
 * One a position; `null` where the package left the mirror meanwhile.
 */
rows: Array<PackageRow | null>, };

/**
 * The tabs of the packages grid, in the state site's order.
 */
export type PackageTab = "active" | "on_hold" | "inactive" | "in_transit" | "transferred";

/**
 * The answer: the best statement, those that agree, and those that do not.
 */
export type PackagedBy = { 
/**
 * The best evidence there is.
 */
answer: Statement, 
/**
 * Further evidence for the same licence.
 */
agrees: Array<Statement>, 
/**
 * Evidence that names another licence. Never empty by omission.
 */
disagrees: Array<Statement>, };

/**
 * How the packager is known, best first.
 */
export type PackagedByBasis = "stated" | "never_received_here" | "never_received_there" | "item_origin" | "not_stated";

/**
 * A licence with its name, where the name is known.
 */
export type Party = { 
/**
 * The licence number.
 */
licence: LicenceNumber, 
/**
 * The business's name; empty when not known.
 */
name: string, };

/**
 * A request that changes something and needs nothing but its id.
 */
export type Requested = { 
/**
 * Made by the page, unique: a repeated call gives the first answer.
 */
request_id: string, };

/**
 * One key of a sort.
 */
export type SortKey = { 
/**
 * [`Column::id`].
 */
column: string, 
/**
 * Greatest first.
 */
descending: boolean, };

/**
 * One piece of evidence and whom it names.
 */
export type Statement = { 
/**
 * Where it comes from.
 */
basis: PackagedByBasis, 
/**
 * Whom it names; none only for [`PackagedByBasis::NotStated`].
 */
party: Party | null, 
/**
 * One sentence for a person.
 */
sentence: string, };

/**
 * `sync_start`: look for news now.
 */
export type SyncStart = { 
/**
 * Which licences; empty is an error.
 */
licences: Array<LicenceNumber>, };

/**
 * Everything about the sync that a person may see.
 */
export type SyncStatus = { 
/**
 * The indicator's line.
 */
headline: Headline, 
/**
 * One for each chosen licence.
 */
licences: Array<LicenceSync>, 
/**
 * Seconds to the end of the first load, as it goes now.
 */
seconds_left: number | null, 
/**
 * When it next looks for news, RFC 3339, UTC.
 */
next_at: string | null, 
/**
 * The calls.
 */
calls: CallBudget, };

/**
 * `view_totals`' answer: quantity by unit over the whole view.
 */
export type Totals = { 
/**
 * One a unit, most rows first.
 */
totals: Array<UnitTotal>, };

/**
 * A total of the rows of a view that share a unit.
 */
export type UnitTotal = { 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * Exact decimal text.
 */
quantity: string, 
/**
 * How many rows.
 */
rows: number, };

/**
 * `view_export`: asks the person where, then writes exactly what is shown. Progress comes as events of job
 * `request_id`; `job_cancel` stops it and leaves no file.
 */
export type ViewExport = { 
/**
 * Made by the page, unique; also the job's name.
 */
request_id: string, 
/**
 * The view.
 */
view: number, 
/**
 * Column ids in the order shown; empty is an error.
 */
columns: Array<string>, 
/**
 * Which form.
 */
format: ExportFormat, };

/**
 * What an export did.
 */
export type ViewExported = { 
/**
 * The file's name, without its folder; absent when the person put the dialog away.
 */
file: string | null, 
/**
 * Rows written.
 */
rows: number, };

/**
 * An open view. Views live until closed, replaced or the app ends; a page reload leaves none it knows.
 */
export type ViewId = { 
/**
 * The number given by `view_open`.
 */
view: number, };

/**
 * `view_open`'s answer; its request is a `ViewSpec`.
 */
export type ViewOpened = { 
/**
 * The view's number.
 */
view: number, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * How many rows the same tab and licences have without search and filters.
 */
of: number, 
/**
 * The change feed's position that it shows.
 */
revision: number, };

/**
 * `package_rows` and `lab_sample_rows`: a window of a view. Rows that are gone since leave no gap in the numbering:
 * they come back as `null`.
 */
export type ViewRows = { 
/**
 * The view.
 */
view: number, 
/**
 * First position, from 0.
 */
from: number, 
/**
 * Position after the last; at most 1,000 rows a call.
 */
to: number, };

/**
 * A grid's question: which records, filtered and sorted how.
 */
export type ViewSpec = { 
/**
 * Which kind of record.
 */
collection: Collection, 
/**
 * Which tab; packages only.
 */
tab: PackageTab | null, 
/**
 * Which licences, side by side. Empty is an error, never "all".
 */
licences: Array<LicenceNumber>, 
/**
 * The one search box: each word must be found somewhere in the row. Empty: no search.
 */
search: string, 
/**
 * Filters by column; all must hold.
 */
filters: Array<ColumnFilter>, 
/**
 * Sort keys, first the strongest. Empty: newest first.
 */
sort: Array<SortKey>, };

/** What any command may answer. */
export type AlwaysError = "bad_request" | "unknown_command" | "state_fault" | "file" | "disk_full" | "newer_version" | "folder_in_use" | "internal";

/** Every command with its request, its response and the codes of its errors. */
export interface Commands {
  /** Everything the page needs to draw itself. */
  app_snapshot: { request: Empty; response: AppSnapshot; errors: AlwaysError };
  /** Puts a notice away; `request_id` makes it safe to repeat. */
  notices_clear: { request: Requested; response: AppSnapshot; errors: AlwaysError };
  /** Starts the demo state on this computer, connects it and begins the first load. */
  demo_start: { request: Requested; response: AppSnapshot; errors: AlwaysError | "wrong_key" | "no_permission" | "not_found" | "rate_limited" | "offline" | "keychain" };
  /** Puts the demo state back to its beginning and loads it anew. */
  demo_reset: { request: Requested; response: AppSnapshot; errors: AlwaysError | "wrong_key" | "no_permission" | "not_found" | "rate_limited" | "offline" | "keychain" };
  /** Asks the state whether keys are good. */
  account_check: { request: AccountCheck; response: CheckedAccount; errors: AlwaysError | "wrong_key" | "no_permission" | "no_licences" | "not_found" | "rate_limited" | "offline" };
  /** Connects a licence's keys. */
  account_connect: { request: AccountConnect; response: AppSnapshot; errors: AlwaysError | "wrong_key" | "no_permission" | "no_licences" | "not_found" | "rate_limited" | "offline" | "keychain" };
  /** Forgets an account. */
  account_remove: { request: AccountRemove; response: AppSnapshot; errors: AlwaysError | "keychain" };
  /** Chooses which licences of an account are loaded. */
  licences_choose: { request: LicencesChoose; response: AppSnapshot; errors: AlwaysError };
  /** Looks for news now. */
  sync_start: { request: SyncStart; response: SyncStatus; errors: AlwaysError };
  /** Stops what is under way; what was loaded stays. */
  sync_cancel: { request: Empty; response: SyncStatus; errors: AlwaysError };
  /** How the local copy stands. */
  sync_status: { request: Empty; response: SyncStatus; errors: AlwaysError };
  /** The columns of a grid. */
  columns: { request: Columns; response: ColumnsList; errors: AlwaysError };
  /** Opens a view; the one before it that is still opening is interrupted. */
  view_open: { request: ViewSpec; response: ViewOpened; errors: AlwaysError | "superseded" };
  /** A window of packages. */
  package_rows: { request: ViewRows; response: PackageRows; errors: AlwaysError | "view_gone" };
  /** A window of lab samples. */
  lab_sample_rows: { request: ViewRows; response: LabSampleRows; errors: AlwaysError | "view_gone" };
  /** The tests of one sample. */
  lab_sample_tests: { request: LabSampleTests; response: LabTestRows; errors: AlwaysError };
  /** Quantity by unit over a whole view. */
  view_totals: { request: ViewId; response: Totals; errors: AlwaysError | "view_gone" };
  /** Closes a view. */
  view_close: { request: ViewId; response: Changed; errors: AlwaysError };
  /** Writes exactly what is shown to a file that the person names. */
  view_export: { request: ViewExport; response: ViewExported; errors: AlwaysError | "view_gone" | "cancelled" };
  /** Stops a long job. */
  job_cancel: { request: JobCancel; response: Changed; errors: AlwaysError };
  /** What is known of a tag, from the local copy. */
  package_card: { request: PackageCardFind; response: PackageCardFound; errors: AlwaysError };
  /** How the person left a grid. */
  layout_get: { request: LayoutGet; response: Layout; errors: AlwaysError };
  /** Remembers how the person left a grid. */
  layout_put: { request: LayoutPut; response: Changed; errors: AlwaysError };
  /** Opens one of the fixed links in the browser. */
  link_open: { request: LinkOpen; response: Changed; errors: AlwaysError | "not_found" };
}
