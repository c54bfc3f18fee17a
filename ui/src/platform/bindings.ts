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
 * As the person named it; empty where they did not.
 */
name: string, 
/**
 * The state's two letters.
 */
state: string, 
/**
 * Which system.
 */
environment: Environment, 
/**
 * Whether its keys are at hand; false asks the person to enter them again, unless `shut` says otherwise.
 */
has_keys: boolean, 
/**
 * Why its keys could not be had although they may be kept (the keychain refused its entry): entering them again need
 * not help, `account_again` may.
 */
shut: DeskError | null, 
/**
 * Every license of the account, chosen or not, by name.
 */
licenses: Array<License>, };

/**
 * `account_again`: try once more to have the keys of an account that is `shut` or has none.
 */
export type AccountAgain = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, };

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
 * `account_connect`: check, keep the keys in the keychain, remember the account, begin the first load of `licenses`.
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
 * Which of its licenses to load; empty is an error.
 */
licenses: Array<LicenseNumber>, };

/**
 * `account_keys`: other keys for an account that stays, with all that was read. Where the state refuses them, the account
 * goes on with those it has.
 */
export type AccountKeys = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, 
/**
 * The software (vendor) key; an empty one stays as it is.
 */
software_key: string, 
/**
 * The user key; an empty one stays as it is.
 */
user_key: string, };

/**
 * `account_name`: what the person calls an account.
 */
export type AccountName = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, 
/**
 * At most 60 characters count; empty for none.
 */
name: string, };

/**
 * `account_remove`: forget the keys and stop syncing. The local copy of its licenses is removed too.
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
 * `account_test`: are the account's keys good, and for what? Calls the state once; changes nothing.
 */
export type AccountTest = { 
/**
 * [`Account::id`].
 */
account: string, };

/**
 * What an account's keys open.
 */
export type AccountTested = { 
/**
 * Every license that they open, by name.
 */
licenses: Array<License>, 
/**
 * Those of the account that they do not.
 */
missing: Array<LicenseNumber>, };

/**
 * What the forms offer: what every license of the selection has.
 */
export type ActionChoices = { 
/**
 * Adjustment reasons as the state lists them; empty while they were never read.
 */
reasons: Array<AdjustmentReason>, 
/**
 * Names of locations.
 */
locations: Array<string>, 
/**
 * Names of items with their category.
 */
items: Array<ItemChoice>, 
/**
 * Today in California, `YYYY-MM-DD`.
 */
today: string, 
/**
 * How many characters of an adjustment's note are the person's; the rest carries Trackside's mark.
 */
note_room: number, 
/**
 * The package that was asked about; absent where the local copy does not have it.
 */
now: PackageNow | null, };

/**
 * `action_choices`: what the forms offer, from the local copy.
 */
export type ActionChoicesFind = { 
/**
 * The licenses of the selection.
 */
licenses: Array<LicenseNumber>, 
/**
 * The package, where the form is for one alone.
 */
package: PackageRef | null, 
/**
 * The intent that the form is an edit of: it is not counted in what the package holds.
 */
replaces: number | null, };

/**
 * What the person filled in.
 */
export type ActionForm = { "action": "finish", 
/**
 * `YYYY-MM-DD`.
 */
date: string, } | { "action": "unfinish" } | { "action": "adjust", 
/**
 * How `amount` is meant.
 */
mode: AdjustMode, 
/**
 * As typed, for example `-2.5`, `1,234.5` or `2 lbs`; what can mean two things is refused with both.
 */
amount: string, 
/**
 * The reason's name.
 */
reason: string, 
/**
 * In the person's words; may be empty where the reason allows.
 */
note: string, 
/**
 * `YYYY-MM-DD`.
 */
date: string, } | { "action": "location", 
/**
 * The location's name.
 */
location: string, 
/**
 * The sublocation's name; empty for none.
 */
sublocation: string, 
/**
 * `YYYY-MM-DD`.
 */
date: string, } | { "action": "note", 
/**
 * The new note.
 */
note: string, } | { "action": "item", 
/**
 * The item's name.
 */
item: string, };

/**
 * What an action on one package would be told offline, for the card's buttons.
 */
export type ActionOffer = { 
/**
 * `finish`, `unfinish`, `adjust`, `location`, `note`, `item`.
 */
action: string, 
/**
 * The action's words.
 */
title: string, 
/**
 * Why not, in a sentence; empty where it can be done.
 */
why_not: string, };

/**
 * `action_queue`: queues the ready packages of a review; nothing is sent before it is on the disk.
 */
export type ActionQueue = { 
/**
 * Made by the page, unique: repeated, it gives the first answer and queues nothing.
 */
request_id: string, 
/**
 * [`Review::review`].
 */
review: number, };

/**
 * What was queued.
 */
export type ActionQueued = { 
/**
 * The intents, for "Undo" (`outbox_withdraw`).
 */
intents: Array<number>, 
/**
 * For example `40 packages will be finished.`
 */
sentence: string, 
/**
 * How the outbox stands.
 */
outbox: OutboxStatus, };

/**
 * `action_review`: checks an action offline and makes the review sheet. Changes nothing.
 */
export type ActionReview = { 
/**
 * On what.
 */
target: ActionTarget, 
/**
 * What.
 */
form: ActionForm, 
/**
 * The intent that this is an edit of; its package is the only target then.
 */
replaces: number | null, };

/**
 * What an action is for.
 */
export type ActionTarget = { "target": "packages", 
/**
 * Which, each once.
 */
packages: Array<PackageRef>, } | { "target": "view", 
/**
 * The view.
 */
view: number, };

/**
 * How an adjustment's amount is meant.
 */
export type AdjustMode = "by" | "to";

/**
 * An adjustment reason of `packages/v2/adjust/reasons`.
 */
export type AdjustmentReason = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it asks for a note.
 */
requires_note: boolean, };

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
 * How the outbox stands.
 */
outbox: OutboxStatus, 
/**
 * The change feed's position; events after it are news.
 */
revision: number, };

/**
 * `audit_export`: who did what, what was sent and what came back, as CSV. Both days are included, in California's
 * time.
 */
export type AuditExport = { 
/**
 * Made by the page, unique; also the job's name.
 */
request_id: string, 
/**
 * `YYYY-MM-DD`.
 */
from: string, 
/**
 * `YYYY-MM-DD`.
 */
to: string, };

/**
 * The state's limit and how much of it is used.
 */
export type CallBudget = { 
/**
 * Calls in the last minute, of all licenses together.
 */
last_minute: number, 
/**
 * The limit for one license, calls a second.
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
 * Something that a package is marked as.
 */
export type CardFlag = { 
/**
 * For example `Trade sample`, `On hold`, `On recall`.
 */
words: string, 
/**
 * Whether it keeps the package where it is.
 */
stops: boolean, };

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
 * Records of one collection, license and tab that changed.
 */
export type Change = { 
/**
 * Which kind.
 */
collection: Collection, 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * In which tab; packages only. A package that went from one tab to another counts for both.
 */
tab: PackageTab | null, 
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
 * Every license, by name.
 */
licenses: Array<License>, };

/**
 * A kind of record that has a grid.
 */
export type Collection = "packages" | "lab_samples" | "incoming_transfers" | "outgoing_transfers" | "rejected_transfers" | "transfer_templates" | "items" | "strains" | "locations" | "employees" | "package_tags" | "plant_tags" | "drivers" | "vehicles";

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
 * Records read in this run; days where `by_days`.
 */
done: number, 
/**
 * Records the state says there are; absent until its first answer. Days where `by_days`.
 */
total: number | null, 
/**
 * The state gives this list day by day only, so days are counted.
 */
by_days: boolean, 
/**
 * Whether this run has finished it.
 */
finished: boolean, 
/**
 * Why it is left out, in words, where the keys may not read it or the state failed; the others go on.
 */
skipped: string | null, 
/**
 * Whether the state failed, and did not refuse: it is tried again by itself.
 */
failed: boolean, };

/**
 * A column of a grid. The one table from which the grid, the filters and the export are made.
 */
export type Column = { 
/**
 * The field's name in the row, for example `item_strain`; [`ColumnKind::Flags`] has none.
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
export type ColumnKind = "text" | "tag" | "tags" | "number" | "date" | "instant" | "local_time" | "flag" | "flags" | "lab_state";

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
 * The columns, in the order that serves.
 */
export type ColumnsList = { 
/**
 * The columns.
 */
columns: Array<Column>, 
/**
 * The ids of those that the state's site shows, in its order; none where the grid has that order already.
 */
states_order: Array<string>, };

/**
 * A cell that holds less than the grid.
 */
export type CutCell = { 
/**
 * Where it stands in the workbook, for example `D17`.
 */
cell: string, 
/**
 * The heading of its column.
 */
column: string, };

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
 * One for each collection, license and tab.
 */
changes: Array<Change>, } | { "event": "sync", 
/**
 * All of it.
 */
status: SyncStatus, } | { "event": "job", 
/**
 * How far.
 */
progress: JobProgress, } | { "event": "outbox", 
/**
 * All of it.
 */
status: OutboxStatus, } | { "event": "quit_asked", 
/**
 * How many wait.
 */
waiting: number, } | { "event": "drafts" } | { "event": "files_over", 
/**
 * How many; 0 when they left.
 */
count: number, } | { "event": "files_dropped", 
/**
 * Which.
 */
files: Array<FileHandle>, } | { "event": "no_file_dropped", 
/**
 * What that means and what to do.
 */
fault: DeskError, } | { "event": "snapshot" };

/**
 * A whole draft.
 */
export type Draft = { 
/**
 * As in the list.
 */
head: DraftHead, 
/**
 * The head's fields.
 */
form: DraftForm, 
/**
 * The lines, in order; at most 200.
 */
lines: Array<DraftLine>, 
/**
 * Whether it can be edited: not once a manifest was registered from it.
 */
editable: boolean, 
/**
 * Its way so far, and what is to come.
 */
steps: Array<DraftStep>, 
/**
 * The report in the outbox that carries it; absent before it was sent.
 */
intent: number | null, 
/**
 * The state's id of the template; absent while there is none.
 */
template: number | null, 
/**
 * Whether the template was changed on the state's site since it was sent: compare.
 */
changed_there: boolean, 
/**
 * The 24 hours in which a movement must be reported, RFC 3339; absent where no departure is given.
 */
due: string | null, };

/**
 * `draft_check`'s answer.
 */
export type DraftCheck = { 
/**
 * Hard stops first, each in the order of the form.
 */
findings: Array<DraftFinding>, 
/**
 * In a sentence: `Ready to send: 192 packages to Golden Poppy.` or `4 things must be fixed first.`
 */
sentence: string, 
/**
 * Whether it can be sent.
 */
ready: boolean, 
/**
 * Quantity by unit.
 */
totals: Array<DraftTotal>, };

/**
 * What a transfer's form offers.
 */
export type DraftChoices = { 
/**
 * Types for licensed transfers, as the state lists them.
 */
types: Array<TransferTypeChoice>, 
/**
 * Licenses seen before on manifests and templates, the most frequent first.
 */
destinations: Array<PartyChoice>, 
/**
 * Transporters seen before, this license among them, the most frequent first.
 */
transporters: Array<PartyChoice>, 
/**
 * From the transporters' list and from past transfers.
 */
drivers: Array<DriverChoice>, 
/**
 * From the transporters' list and from past transfers.
 */
vehicles: Array<VehicleChoice>, 
/**
 * Names of units of weight.
 */
weight_units: Array<string>, 
/**
 * Phone numbers entered before, the last first.
 */
phones: Array<string>, 
/**
 * Routes entered before, the last first.
 */
routes: Array<string>, };

/**
 * `draft_choices`: what a transfer's form offers, from the local copy.
 */
export type DraftChoicesFind = { 
/**
 * The sender.
 */
license: LicenseNumber, };

/**
 * `draft_compare`: the draft as it was sent beside the template as the state holds it now.
 */
export type DraftCompared = { 
/**
 * What differs in the head.
 */
fields: Array<DraftDifference>, 
/**
 * Packages that only the draft has.
 */
only_here: Array<string>, 
/**
 * Packages that only the template has.
 */
only_there: Array<string>, 
/**
 * When the template was last changed, RFC 3339.
 */
changed_at: string, };

/**
 * `draft_delete`: puts a draft away. It stays in the ledger and in the audit.
 */
export type DraftDelete = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which.
 */
draft: number, 
/**
 * Also delete the template that the state holds, through the outbox. A report that still waits is withdrawn in any
 * case.
 */
template_too: boolean, };

/**
 * One difference.
 */
export type DraftDifference = { 
/**
 * The field's words.
 */
what: string, 
/**
 * Here.
 */
here: string, 
/**
 * In the state.
 */
there: string, };

/**
 * The fields of a draft's head, by name.
 */
export type DraftField = "name" | "transfer_type" | "recipient" | "recipient_name" | "invoice" | "route" | "departure" | "arrival" | "transporter" | "transporter_name" | "driver_name" | "driver_license" | "driver_employee_id" | "vehicle_make" | "vehicle_model" | "vehicle_plate" | "phone" | "note";

/**
 * A field and its value.
 */
export type DraftFieldValue = { 
/**
 * Which.
 */
field: DraftField, 
/**
 * As typed.
 */
value: string, };

/**
 * `draft_open`, `draft_check`, `draft_compare`: one draft.
 */
export type DraftFind = { 
/**
 * Its number.
 */
draft: number, };

/**
 * Something that speaks against sending.
 */
export type DraftFinding = { 
/**
 * A hard stop or a warning.
 */
weight: Weight, 
/**
 * What is wrong and what to do.
 */
sentence: string, 
/**
 * Where the rule stands.
 */
source: string, 
/**
 * Where to mend it.
 */
spot: DraftSpot, };

/**
 * The fields of a draft's head, each as typed.
 */
export type DraftForm = { 
/**
 * The person's own name for it.
 */
name: string, 
/**
 * The type's name.
 */
transfer_type: string, 
/**
 * The destination's license number.
 */
recipient: string, 
/**
 * The destination's name, where known; not sent.
 */
recipient_name: string, 
/**
 * The invoice number.
 */
invoice: string, 
/**
 * The planned route.
 */
route: string, 
/**
 * Local time at the license, `YYYY-MM-DDTHH:MM`.
 */
departure: string, 
/**
 * Local time at the destination, `YYYY-MM-DDTHH:MM`.
 */
arrival: string, 
/**
 * The transporter's license number.
 */
transporter: string, 
/**
 * The transporter's name, where known; not sent.
 */
transporter_name: string, 
/**
 * The driver's name.
 */
driver_name: string, 
/**
 * The driver's license number.
 */
driver_license: string, 
/**
 * The driver's employee id.
 */
driver_employee_id: string, 
/**
 * The vehicle's make.
 */
vehicle_make: string, 
/**
 * The vehicle's model.
 */
vehicle_model: string, 
/**
 * The vehicle's license plate.
 */
vehicle_plate: string, 
/**
 * Phone number for questions.
 */
phone: string, 
/**
 * A note for oneself; not sent.
 */
note: string, };

/**
 * A draft in the list.
 */
export type DraftHead = { 
/**
 * Its number.
 */
draft: number, 
/**
 * The sender.
 */
license: LicenseNumber, 
/**
 * Its name, or what stands for one, for example `To Golden Poppy, Nov 24, 2026`.
 */
title: string, 
/**
 * The type's name.
 */
transfer_type: string, 
/**
 * The destination: name, else license number; may be empty.
 */
recipient: string, 
/**
 * As typed.
 */
departure: string, 
/**
 * How many lines have a tag.
 */
packages: number, 
/**
 * Where it is.
 */
stage: DraftStage, 
/**
 * Where it is, in words.
 */
stage_words: string, 
/**
 * Whether it was changed since it was sent.
 */
changed_since_sent: boolean, 
/**
 * Who made it.
 */
made_by: string, 
/**
 * RFC 3339.
 */
changed_at: string, };

/**
 * One line of a draft: what was typed, and what the local copy knows of the tag.
 */
export type DraftLine = { 
/**
 * Its number; stays the same while the line is there.
 */
line: number, 
/**
 * As typed; may be empty.
 */
tag: string, 
/**
 * As typed.
 */
gross_weight: string, 
/**
 * As typed.
 */
gross_unit: string, 
/**
 * As typed.
 */
price: string, 
/**
 * From the local copy; empty where the tag is not known.
 */
item: string, 
/**
 * Product category.
 */
category: string, 
/**
 * Strain.
 */
strain: string, 
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
 * Why this line cannot go, in a sentence; empty where nothing speaks against it.
 */
problem: string, 
/**
 * Whether `problem` is a hard stop; a warning otherwise.
 */
stops: boolean, };

/**
 * The fields of a line that a person types.
 */
export type DraftLineField = "tag" | "gross_weight" | "gross_unit" | "price";

/**
 * `draft_line_set`: one field of one line, as typed. On the disk when this answers.
 */
export type DraftLineSet = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * Which lines: several set one value down a column.
 */
lines: Array<number>, 
/**
 * Which field.
 */
field: DraftLineField, 
/**
 * As typed.
 */
value: string, };

/**
 * Lines that changed.
 */
export type DraftLines = { 
/**
 * As they are now.
 */
lines: Array<DraftLine>, 
/**
 * The list's line of the draft.
 */
head: DraftHead, };

/**
 * `draft_lines_add`: so many empty lines at the end. More than fit are refused with words; those that fit are added.
 */
export type DraftLinesAdd = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * How many, 1 to 200.
 */
count: number, };

/**
 * `draft_lines_remove`: takes lines away.
 */
export type DraftLinesRemove = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * Which lines.
 */
lines: Array<number>, };

/**
 * A draft that was made.
 */
export type DraftMade = { 
/**
 * It.
 */
draft: Draft, 
/**
 * What could not be added.
 */
refused: Array<RefusedTag>, };

/**
 * `draft_new`: makes a draft.
 */
export type DraftNew = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * The sender.
 */
license: LicenseNumber, 
/**
 * The draft to copy: its head, and its lines where these packages are still there.
 */
copy_of: number | null, 
/**
 * Packages to begin with ("New transfer with these"); what cannot be added is told by the answer.
 */
packages: ActionTarget | null, };

/**
 * `draft_send`: one template for the state, through the outbox; an update where the state holds one already. Refused
 * with `NotReady` where the check has hard stops.
 */
export type DraftSend = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which.
 */
draft: number, };

/**
 * A draft that was queued.
 */
export type DraftSent = { 
/**
 * It.
 */
draft: Draft, 
/**
 * How the outbox stands.
 */
outbox: OutboxStatus, };

/**
 * `draft_set`: one field of the head, as typed. On the disk when this answers.
 */
export type DraftSet = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * The fields and their new values; several where a choice fills several.
 */
fields: Array<DraftFieldValue>, };

/**
 * `draft_settle`: which version counts.
 */
export type DraftSettle = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * True: the draft takes over what the state holds. False: the draft stays and is sent again as an update.
 */
take_theirs: boolean, };

/**
 * `draft_sheet`: the draft as a PDF sheet with barcodes of its tags.
 */
export type DraftSheet = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * Opens it in the system's viewer, for printing, instead of asking where to save.
 */
open: boolean, };

/**
 * Where a finding jumps to.
 */
export type DraftSpot = { "at": "field", 
/**
 * Which.
 */
field: DraftField, } | { "at": "line", 
/**
 * Which line.
 */
line: number, 
/**
 * Which field.
 */
field: DraftLineField, } | { "at": "lines" };

/**
 * Where a draft is.
 */
export type DraftStage = "draft" | "queued" | "trouble" | "template" | "registered" | "in_transit" | "received" | "rejected" | "voided";

/**
 * One step of the timeline.
 */
export type DraftStep = { 
/**
 * Which.
 */
stage: DraftStage, 
/**
 * Its words, for example `Template in the state`.
 */
title: string, 
/**
 * When, RFC 3339; absent where it has not come to that.
 */
at: string | null, 
/**
 * By whom, where that is known; may be empty.
 */
by: string, 
/**
 * More, for example the manifest's number; may be empty.
 */
words: string, };

/**
 * `draft_tags_add`: adds every tag that can be added and lists every other with its line and reason. Empty lines of the
 * draft are filled first.
 */
export type DraftTagsAdd = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which draft.
 */
draft: number, 
/**
 * From where.
 */
source: TagSource, 
/**
 * What the person answered to the questions of [`TagsAdded::questions`]; none at first.
 */
answers: Array<TagAnswer>, };

/**
 * A total of a draft.
 */
export type DraftTotal = { 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * Exact decimal text.
 */
quantity: string, 
/**
 * Packages.
 */
packages: number, };

/**
 * A list of drafts.
 */
export type Drafts = { 
/**
 * The last changed first.
 */
drafts: Array<DraftHead>, };

/**
 * `drafts`: the drafts of these licenses, the last changed first.
 */
export type DraftsFind = { 
/**
 * Which; empty is an error.
 */
licenses: Array<LicenseNumber>, };

/**
 * A driver to choose.
 */
export type DriverChoice = { 
/**
 * The name.
 */
name: string, 
/**
 * The driver's license number.
 */
driver_license: string, 
/**
 * The employee id (occupational license); may be empty.
 */
employee_id: string, };

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
export type ErrorCode = "bad_request" | "unknown_command" | "wrong_key" | "no_permission" | "no_licenses" | "offline" | "filtered" | "sign_in" | "proxy" | "clock" | "certificate" | "state_fault" | "rate_limited" | "keychain" | "view_gone" | "superseded" | "stale" | "too_many" | "locked" | "not_ready" | "cancelled" | "file" | "disk_full" | "newer_version" | "folder_in_use" | "not_found" | "internal";

/**
 * The forms of an export.
 */
export type ExportFormat = "csv" | "xlsx";

/**
 * A line of a panel: what something is called, and what it is.
 */
export type Fact = { 
/**
 * The state's noun.
 */
label: string, 
/**
 * For a person; instants as RFC 3339 where `instant`.
 */
value: string, 
/**
 * Whether `value` is an instant.
 */
instant: boolean, };

/**
 * A file that the person chose or dropped. The page never sees its folder.
 */
export type FileHandle = { 
/**
 * Opaque; good until the app ends.
 */
handle: string, 
/**
 * The file's name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, };

/**
 * `files_choose`: asks the person for files.
 */
export type FilesChoose = { 
/**
 * Made by the page, unique.
 */
request_id: string, };

/**
 * Files chosen; none when the dialog was put away.
 */
export type FilesChosen = { 
/**
 * In the order given.
 */
files: Array<FileHandle>, };

/**
 * The tests that a column's filter offers. Text ignores case and accents: `pina` is in `Piña`,
 * and only of whole texts is ñ another letter than n. Numbers are decimal text; dates are
 * `YYYY-MM-DD`, for a column of instants a day of California (a day at the license).
 */
export type FilterTest = { "op": "contains", value: string, } | { "op": "not_contains", value: string, } | { "op": "equals", value: string, } | { "op": "not_equals", value: string, } | { "op": "starts_with", value: string, } | { "op": "ends_with", value: string, } | { "op": "less", value: string, } | { "op": "at_most", value: string, } | { "op": "greater", value: string, } | { "op": "at_least", value: string, } | { "op": "between", from: string, to: string, } | { "op": "one_of", values: Array<string>, } | { "op": "blank" } | { "op": "not_blank" };

/**
 * A rule that is not kept.
 */
export type Finding = { 
/**
 * Which.
 */
rule: RuleId, 
/**
 * What follows.
 */
weight: Weight, 
/**
 * What is wrong and what to do, in one or two sentences for a person.
 */
sentence: string, 
/**
 * Where the rule stands.
 */
source: string, };

/**
 * An item that active packages have.
 */
export type FoundItem = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its category; of several the first by name.
 */
category: string, 
/**
 * Active packages of it.
 */
packages: number, };

/**
 * A location that active packages have.
 */
export type FoundLocation = { 
/**
 * Its name, with the sublocation where packages are in one.
 */
name: string, 
/**
 * Whose it is.
 */
license: LicenseNumber, 
/**
 * Active packages in it.
 */
packages: number, };

/**
 * A manifest or a template.
 */
export type FoundManifest = { 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * In which list.
 */
list: TransferList, 
/**
 * The state's id of it.
 */
id: number, 
/**
 * The manifest's number, or a template's name.
 */
number: string, 
/**
 * License and name of the other side.
 */
other: string, 
/**
 * How far it is, in words; empty for a template.
 */
state: string, };

/**
 * What `view_export` did.
 */
export type GridExported = { 
/**
 * The file's name, without its folder; absent when the person put the dialog away.
 */
file: string | null, 
/**
 * Rows written.
 */
rows: number, 
/**
 * How many of these are of packages for which a report is not recorded yet: the file has what the state has.
 */
pending: number, 
/**
 * The first cells of a workbook whose text is longer than Excel allows and was cut there, in the file's order.
 */
cut: Array<CutCell>, 
/**
 * How many such cells there are in all.
 */
cut_in_all: number, };

/**
 * One column.
 */
export type GuideColumn = { 
/**
 * The heading, to the letter.
 */
heading: string, 
/**
 * What else finds it: further headings, lower case and without blanks.
 */
also: Array<string>, 
/**
 * What it holds.
 */
holds: string, 
/**
 * Whether a cell must be filled in.
 */
needed: string, 
/**
 * Whether that is in every row.
 */
always: boolean, 
/**
 * What a cell keeps to; empty where there is no limit.
 */
limit: string, 
/**
 * What it means, a sentence.
 */
meaning: string, 
/**
 * A cell of the example; empty where all of them are blank.
 */
example: string, };

/**
 * One file.
 */
export type GuideFile = { 
/**
 * Which import; none for the list of tags, which has no template.
 */
kind: ImportKind | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * Which licenses have it.
 */
licenses: Array<LicenseKind>, 
/**
 * How its rows become records.
 */
rows: string, 
/**
 * Where its records go.
 */
way: string, 
/**
 * Its columns in their order.
 */
columns: Array<GuideColumn>, 
/**
 * The file as it looks when it is filled in, with CRLF at the end of each line.
 */
example: string, 
/**
 * What else to know.
 */
notes: Array<string>, };

/**
 * The one line of the indicator.
 */
export type Headline = { "is": "nothing" } | { "is": "up_to_date", at: string, except: Array<string>, refused: Array<string>, } | { "is": "updating", percent: number | null, } | { "is": "offline", since: string, as_of: string | null, } | { "is": "waiting", until: string, } | { "is": "needs_you", reason: string, } | { "is": "cancelled" };

/**
 * What each file that people bring looks like, in the language that is spoken.
 */
export type ImportGuide = { 
/**
 * The files of the state's Data Import, then the list of tags for a transfer.
 */
files: Array<GuideFile>, };

/**
 * A kind of import: one file of the state's Data Import.
 */
export type ImportKind = "plant-additives" | "immature-plant-additives" | "package-adjustments" | "packages-from-harvests" | "harvest-plants" | "manicure-plants" | "plant-locations" | "plant-waste" | "immature-plant-waste" | "destroy-plants" | "destroy-immature-plants" | "immature-plant-growth-phase" | "immature-plant-packages" | "packages-from-mother-plants" | "packages-from-plants" | "plantings-from-packages" | "plantings-from-plants" | "plant-batch-adjustments" | "split-plantings";

/**
 * `import_template`: a file with the headings of an import and no rows, to be filled in.
 */
export type ImportTemplate = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Of which import.
 */
kind: ImportKind, };

/**
 * An item to choose.
 */
export type ItemChoice = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its product category.
 */
category: string, };

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
 * `known_find`: items, manifests and locations that hold every word of a text. Never calls the state.
 */
export type KnownFind = { 
/**
 * As typed; an empty one finds nothing.
 */
text: string, 
/**
 * In whose books.
 */
licenses: Array<LicenseNumber>, };

/**
 * What is known, best first.
 */
export type KnownFound = { 
/**
 * Items whose name holds every word.
 */
items: Array<FoundItem>, 
/**
 * Manifests and templates that the transfers' search finds, the newest first.
 */
manifests: Array<FoundManifest>, 
/**
 * Locations whose name holds every word.
 */
locations: Array<FoundLocation>, };

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
license: LicenseNumber, 
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
 * License and name of the sender.
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
license: LicenseNumber, 
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
 * `language_speak`: from here on Trackside says everything in this language. What was said before stays as it is.
 */
export type LanguageSpeak = { 
/**
 * Which.
 */
language: "en-US" | "es-US", };

/**
 * A remembered layout.
 */
export type Layout = { 
/**
 * The page's own text; absent when nothing is remembered.
 */
layout: string | null, 
/**
 * What was put for this kind of grid everywhere, of whichever tab; absent when nothing was.
 */
everywhere: string | null, };

/**
 * A layout that another has replaced: put as it stands here, it is remembered again.
 */
export type LayoutBefore = { 
/**
 * Which grid; a kind of grid where it was for everywhere.
 */
grid: string, 
/**
 * For which license; empty where it was for everywhere.
 */
license: LicenseNumber, 
/**
 * The page's own text; empty where there was none.
 */
layout: string, };

/**
 * `layout_get`: how the person left a grid.
 */
export type LayoutGet = { 
/**
 * Which grid, for example `packages.active`.
 */
grid: string, 
/**
 * The license it is remembered for; the first of several.
 */
license: LicenseNumber, };

/**
 * That it is remembered.
 */
export type LayoutKept = { 
/**
 * What must be put for all to be as it was, where it was put everywhere; else empty.
 */
before: Array<LayoutBefore>, };

/**
 * `layout_put`: remembers it.
 */
export type LayoutPut = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which grid, at most 64 bytes.
 */
grid: string, 
/**
 * For which license.
 */
license: LicenseNumber, 
/**
 * The page's own text, at most 64 KiB; empty forgets it.
 */
layout: string, 
/**
 * For every license and for every tab of this kind of grid as well: what was remembered for these is forgotten.
 */
everywhere: boolean, };

/**
 * A license as the switcher shows it. What it may do comes from the state's `FacilityType`.
 */
export type License = { 
/**
 * The license number.
 */
number: LicenseNumber, 
/**
 * The business's name as the state shows it.
 */
name: string, 
/**
 * `License.LicenseType`, for example `Retailer`.
 */
license_type: string, 
/**
 * What the number's prefix says, for the symbol.
 */
kind: LicenseKind, 
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
 * What kind of business a license number's prefix names. A hint for words and icons only: what a license may do is
 * what `FacilityType` says.
 */
export type LicenseKind = "laboratory" | "delivery_retailer" | "retailer" | "distributor" | "microbusiness" | "cultivator" | "manufacturer" | "other";

/**
 * A license number as the state writes it, for example `C10-0000123-LIC` (CONTRACT section 6).
 */
export type LicenseNumber = string;

/**
 * One license's sync.
 */
export type LicenseSync = { 
/**
 * Which.
 */
license: LicenseNumber, 
/**
 * How it stands.
 */
state: LicenseSyncState, 
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
error: DeskError | null, 
/**
 * Its calls in the last minute: [`CallBudget::limit_per_second`] is the limit of each license.
 */
calls_last_minute: number, };

/**
 * How one license stands.
 */
export type LicenseSyncState = "never" | "loading" | "updating" | "ready" | "failed" | "cancelled";

/**
 * `licenses_choose`: which licenses are loaded and kept up to date.
 */
export type LicensesChoose = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * [`Account::id`].
 */
account: string, 
/**
 * The licenses wanted; empty is an error.
 */
licenses: Array<LicenseNumber>, };

/**
 * Pages that the app may open in the browser. There are no others.
 */
export type Link = "bulletin_archive" | "state_site" | "state_incoming" | "state_templates" | "state_packages";

/**
 * `link_open`: opens one of the fixed links in the browser.
 */
export type LinkOpen = { 
/**
 * Which.
 */
link: Link, 
/**
 * Of which license, where the page is a license's own.
 */
license: LicenseNumber | null, };

/**
 * How many rows a list has when nothing narrows it.
 */
export type ListCount = { 
/**
 * Which kind of record.
 */
collection: Collection, 
/**
 * Which tab; packages only.
 */
tab: PackageTab | null, 
/**
 * So many.
 */
rows: number, };

/**
 * All lists that a grid can show, counted at one moment.
 */
export type ListCounts = { 
/**
 * In no order.
 */
counts: Array<ListCount>, };

/**
 * `list_counts`: how many rows the lists of these licenses have. Never calls the state, and opens no view.
 */
export type ListCountsFind = { 
/**
 * In whose books, together.
 */
licenses: Array<LicenseNumber>, };

/**
 * `listed_record`: everything that the state sent of a record. Never calls the state.
 */
export type ListedFind = { 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * On which list: items, strains, locations, employees, tags.
 */
collection: Collection, 
/**
 * The record, by its row's `key`.
 */
key: string, };

/**
 * The record, or that it is on the list no more.
 */
export type ListedFound = { 
/**
 * The record; absent where it left the list meanwhile.
 */
record: ListedRecord | null, };

/**
 * A record of a list.
 */
export type ListedRecord = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Everything else that the state sent, without what is empty: first what the grid has columns for, by their titles,
 * then the rest by the state's own names.
 */
facts: Array<Fact>, };

/**
 * `manifest_save`: the state's manifest as PDF.
 */
export type ManifestSave = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which transfer.
 */
transfer: TransferFind, 
/**
 * Opens it in the system's viewer instead of asking where to save. A manifest read before is there offline.
 */
open: boolean, };

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
 * One request.
 */
export type OutboxAttempt = { 
/**
 * Its number.
 */
attempt: number, 
/**
 * When it left, RFC 3339.
 */
begun_at: string, 
/**
 * When it ended, RFC 3339; absent where it never did.
 */
ended_at: string | null, 
/**
 * How it ended, in a sentence.
 */
outcome: string, 
/**
 * The HTTP status; absent where there was none.
 */
status: number | null, 
/**
 * What the state or the line said, to the letter.
 */
said: string, 
/**
 * How many reports it carried.
 */
carried: number, 
/**
 * SHA-256 of its body, hexadecimal.
 */
hash: string, };

/**
 * An answer to what the state holds now.
 */
export type OutboxChoice = { 
/**
 * What to decide.
 */
decision: OutboxDecision, 
/**
 * On the button, for example `Make it 10 now`.
 */
words: string, 
/**
 * What pressing it does.
 */
does: string, };

/**
 * `outbox_clear`: puts reports that are over out of the way. They stay in the ledger and in the audit.
 */
export type OutboxClear = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which; empty for all of Done.
 */
intents: Array<number>, };

/**
 * `outbox_decide`: settles what cannot be known.
 */
export type OutboxDecide = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which.
 */
intent: number, 
/**
 * How.
 */
decision: OutboxDecision, };

/**
 * A person's decision.
 */
export type OutboxDecision = "recorded" | "send_again" | "check_again" | "send_as_meant" | "set_anew";

/**
 * What a command of the outbox did.
 */
export type OutboxDone = { 
/**
 * How many reports it changed.
 */
changed: number, 
/**
 * What was not carried out, and why.
 */
refused: Array<OutboxRefusal>, 
/**
 * How the outbox stands now.
 */
outbox: OutboxStatus, };

/**
 * A line of the story.
 */
export type OutboxEvent = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * The person, or `Trackside`.
 */
who: string, 
/**
 * In a sentence.
 */
what: string, 
/**
 * To the letter, where it is the state's; may be empty.
 */
detail: string, };

/**
 * Facts side by side.
 */
export type OutboxFact = { 
/**
 * What is compared, for example `Quantity`.
 */
what: string, 
/**
 * Before it was sent.
 */
before: string, 
/**
 * What was wanted.
 */
wanted: string, 
/**
 * What the state holds now.
 */
now: string, };

/**
 * The groups of the Outbox page.
 */
export type OutboxGroup = "waiting" | "sending" | "checking" | "needs_you" | "refused" | "done";

/**
 * Why nothing leaves.
 */
export type OutboxHeld = { 
/**
 * What happened, in words.
 */
happened: string, 
/**
 * Until when nothing is tried, RFC 3339; absent where it is not a matter of time.
 */
until: string | null, 
/**
 * Whether it is for want of a connection.
 */
offline: boolean, 
/**
 * Whether something between this computer and the state is in the way, which a person has to mend.
 */
blocked: boolean, };

/**
 * One report as a list shows it.
 */
export type OutboxLine = { 
/**
 * Its number.
 */
intent: number, 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * The kind's code, for example `finish`.
 */
kind: string, 
/**
 * The kind's words, for example `Finish`.
 */
title: string, 
/**
 * For example `Finish package 1A…, on Nov 23, 2026`.
 */
sentence: string, 
/**
 * Its package, where it is about one.
 */
package: PackageRef | null, 
/**
 * The package's item, where the local copy has it.
 */
item: string, 
/**
 * Who queued it.
 */
who: string, 
/**
 * When, RFC 3339.
 */
queued_at: string, 
/**
 * Since when it is where it is, RFC 3339.
 */
since: string, 
/**
 * Where it is.
 */
group: OutboxGroup, 
/**
 * Within Done: `recorded`, `already_so`, `withdrawn`, `replaced`, `decided`; within the others the state's code.
 */
outcome: string, 
/**
 * What happened.
 */
happened: string, 
/**
 * Is my work safe.
 */
safe: string, 
/**
 * What now.
 */
now: string, 
/**
 * What the state said, to the letter; may be empty.
 */
said: string, 
/**
 * When it is tried next, RFC 3339; absent where that is not known.
 */
next_at: string | null, 
/**
 * By when it must be reported (24 hours, 4 CCR 15049), RFC 3339; absent once it is over.
 */
due: string | null, 
/**
 * Whether a person can take it back now.
 */
can_withdraw: boolean, 
/**
 * Whether it can be edited and sent again.
 */
can_edit: boolean, 
/**
 * Whether it waits for a person's decision.
 */
can_decide: boolean, };

/**
 * A window of a group.
 */
export type OutboxList = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Waiting: oldest first; all others: newest change first.
 */
lines: Array<OutboxLine>, };

/**
 * `outbox_list`: a window of one group.
 */
export type OutboxListFind = { 
/**
 * Which.
 */
group: OutboxGroup, 
/**
 * First position, from 0.
 */
from: number, 
/**
 * At most 500.
 */
count: number, };

/**
 * Why one report was left as it is.
 */
export type OutboxRefusal = { 
/**
 * Which.
 */
intent: number, 
/**
 * Why, in a sentence.
 */
sentence: string, };

/**
 * How the outbox stands. The badge is `needs_you + refused + waiting`; each number equals the ledger's own count.
 */
export type OutboxStatus = { 
/**
 * Not yet sent.
 */
waiting: number, 
/**
 * On its way.
 */
sending: number, 
/**
 * Being read back.
 */
checking: number, 
/**
 * A person decides.
 */
needs_you: number, 
/**
 * The state said no.
 */
refused: number, 
/**
 * Over and not cleared.
 */
done: number, 
/**
 * By when the oldest waiting report is due (24 hours, 4 CCR 15049), RFC 3339; absent where nothing waits.
 */
due: string | null, 
/**
 * How many of those that wait are past their 24 hours.
 */
overdue: number, 
/**
 * Why nothing leaves, for the indicator; absent when it goes on.
 */
held: OutboxHeld | null, 
/**
 * What became of the reports that waited for a connection; absent until there is something to tell, and after
 * `outbox_summary_seen`.
 */
summary: OutboxSummary | null, 
/**
 * Greater with each status that is told, as that of [`SyncStatus`](super::SyncStatus) is.
 */
revision: number, };

/**
 * Everything about one report.
 */
export type OutboxStory = { 
/**
 * The line.
 */
line: OutboxLine, 
/**
 * The form to edit it with; absent where it is not a package action.
 */
form: ActionForm | null, 
/**
 * The JSON object for the state, to the letter.
 */
body: string, 
/**
 * What is known, side by side, where a person decides or the readings settled nothing.
 */
facts: Array<OutboxFact>, 
/**
 * What a person can answer where the state does not hold what the review showed, beside taking it back; empty
 * where that is not the question.
 */
choices: Array<OutboxChoice>, 
/**
 * Each request that carried it, oldest first.
 */
attempts: Array<OutboxAttempt>, 
/**
 * What happened to it, oldest first.
 */
events: Array<OutboxEvent>, 
/**
 * The reports that it waits for.
 */
waits_for: Array<number>, 
/**
 * The report whose place it took.
 */
supersedes: number | null, 
/**
 * The edit that took its place.
 */
superseded_by: number | null, };

/**
 * `outbox_story`: everything about one report.
 */
export type OutboxStoryFind = { 
/**
 * Its number.
 */
intent: number, };

/**
 * What became of the reports that waited while there was no connection.
 */
export type OutboxSummary = { 
/**
 * Since when there was no connection, RFC 3339.
 */
offline_since: string, 
/**
 * Recorded by the state.
 */
recorded: number, 
/**
 * Refused.
 */
refused: number, 
/**
 * Need a person.
 */
needs_you: number, };

/**
 * `outbox_withdraw`: takes back what has not left.
 */
export type OutboxWithdraw = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which; at most 10,000.
 */
intents: Array<number>, };

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
 * `YYYY-MM-DD`; empty where the state has none.
 */
expires: string, 
/**
 * Production batch number; empty when it is none.
 */
production_batch: string, 
/**
 * What it is marked as.
 */
flags: Array<CardFlag>, 
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
as_of: string, 
/**
 * The package, for actions on it.
 */
package: PackageRef, 
/**
 * What waits in the outbox for it, oldest first.
 */
pending: Array<OutboxLine>, 
/**
 * What can be done with it; empty where this license does not hold it.
 */
actions: Array<ActionOffer>, };

/**
 * `package_card`: what the mirror knows of a tag. Never calls the state.
 */
export type PackageCardFind = { 
/**
 * The tag.
 */
tag: string, 
/**
 * In whose books it is looked at first; others of the person's licenses follow.
 */
license: LicenseNumber | null, };

/**
 * The card, or why there is none.
 */
export type PackageCardFound = { 
/**
 * The tag asked for.
 */
tag: string, 
/**
 * The card; absent when the tag is in none of the person's licenses.
 */
card: PackageCard | null, 
/**
 * Why there is none, in a sentence; empty when there is one.
 */
missing: string, };

/**
 * What one package is when its form is opened, with what waits in the outbox already counted.
 */
export type PackageNow = { 
/**
 * Item name.
 */
item: string, 
/**
 * Plain decimal text.
 */
quantity: string, 
/**
 * The package's own unit, as the state calls it.
 */
unit: string, 
/**
 * As a review's line says it: a review whose line begins with the same shows nothing new.
 */
words: string, };

/**
 * A package as the page selected it.
 */
export type PackageRef = { 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * The state's id of it in that license's books.
 */
package_id: number, 
/**
 * Its tag.
 */
tag: string, };

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
license: LicenseNumber, 
/**
 * The state's id of the package in that license's books.
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
 * `ExpirationDate`, `YYYY-MM-DD`; blank where the state has none.
 */
expiration: string, 
/**
 * Who packaged it: the license and its name, or why that is not known.
 */
packaged_by: string, 
/**
 * `ReceivedDateTime`, RFC 3339 in UTC.
 */
received: string, 
/**
 * License and name of the sender.
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
rows: Array<PackageRow | null>, 
/**
 * What waits in the outbox for these rows; most rows have nothing.
 */
pending: Array<RowPending>, };

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
 * Further evidence for the same license.
 */
agrees: Array<Statement>, 
/**
 * Evidence that names another license. Never empty by omission.
 */
disagrees: Array<Statement>, };

/**
 * How the packager is known, best first.
 */
export type PackagedByBasis = "stated" | "never_received_here" | "never_received_there" | "item_origin" | "not_stated";

/**
 * A license with its name, where the name is known.
 */
export type Party = { 
/**
 * The license number.
 */
license: LicenseNumber, 
/**
 * The business's name; empty when not known.
 */
name: string, };

/**
 * A license to choose.
 */
export type PartyChoice = { 
/**
 * The license number.
 */
license: LicenseNumber, 
/**
 * The business's name; may be empty.
 */
name: string, };

/**
 * A check list for receiving: a local record; nothing is reported by it.
 */
export type Receiving = { 
/**
 * Its number.
 */
receiving: number, 
/**
 * The manifest's number.
 */
manifest: string, 
/**
 * From whom.
 */
sender: string, 
/**
 * Expected packages, in the manifest's order.
 */
lines: Array<ReceivingLine>, 
/**
 * Scanned and not on the manifest.
 */
extra: Array<ReceivingExtra>, 
/**
 * How many are expected.
 */
expected: number, 
/**
 * How many of them were found.
 */
found: number, 
/**
 * Who began it.
 */
who: string, 
/**
 * When, RFC 3339.
 */
started_at: string, 
/**
 * When it was closed, RFC 3339; absent while it is open.
 */
closed_at: string | null, };

/**
 * `receiving_close`: closes the list, or opens it again.
 */
export type ReceivingClose = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which list.
 */
receiving: number, 
/**
 * True to open it again.
 */
reopen: boolean, };

/**
 * One package too many.
 */
export type ReceivingExtra = { 
/**
 * As read.
 */
text: string, 
/**
 * What is known of it, in a sentence; may be empty.
 */
words: string, 
/**
 * When, RFC 3339.
 */
at: string, };

/**
 * One expected package.
 */
export type ReceivingLine = { 
/**
 * Its tag.
 */
tag: string, 
/**
 * Item name.
 */
item: string, 
/**
 * As the trade writes it, with the unit's abbreviation.
 */
quantity: string, 
/**
 * The quantity alone, exact decimal text.
 */
number: string, 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * When it was scanned, RFC 3339; absent while it is missing.
 */
found_at: string | null, };

/**
 * `receiving_open`: the check list of an incoming transfer, made when there is none.
 */
export type ReceivingOpen = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * The state's id of the incoming transfer.
 */
transfer: number, };

/**
 * `receiving_save`: the list as CSV.
 */
export type ReceivingSave = { 
/**
 * Made by the page, unique; also the job's name.
 */
request_id: string, 
/**
 * Which list.
 */
receiving: number, };

/**
 * `receiving_scan`: one tag, or several pasted.
 */
export type ReceivingScan = { 
/**
 * Made by the page, unique.
 */
request_id: string, 
/**
 * Which list.
 */
receiving: number, 
/**
 * As read.
 */
text: string, 
/**
 * Takes the tag back instead.
 */
undo: boolean, 
/**
 * What the person answered to [`ReceivingScanned::question`]; absent at first.
 */
answer: TagAnswer | null, };

/**
 * What a scan did.
 */
export type ReceivingScanned = { 
/**
 * The list as it is now.
 */
receiving: Receiving, 
/**
 * `found`, `again`, `extra`, `not_a_tag`, `several` (an ending that is not unique), `taken_back`, `asked`.
 */
outcome: string, 
/**
 * In a sentence, to be read aloud.
 */
sentence: string, 
/**
 * What is to be answered first; nothing was counted then.
 */
question: TagQuestion | null, };

/**
 * `refusals_save`: saves the refused lines of a session as CSV, with their reasons.
 */
export type RefusalsSave = { 
/**
 * Made by the page, unique; also the job's name.
 */
request_id: string, 
/**
 * [`TagsAdded::session`].
 */
session: number, };

/**
 * A tag that was not added.
 */
export type RefusedTag = { 
/**
 * The file's name, with the sheet where it is a workbook; empty where there is none.
 */
file: string, 
/**
 * Its line, in a workbook its row, in the source, from 1; 0 where there are none.
 */
line: number, 
/**
 * What stood there.
 */
text: string, 
/**
 * The reason's code, for example `finished`.
 */
reason: string, 
/**
 * The reason and what to do, in a sentence.
 */
sentence: string, };

/**
 * A request that changes something and needs nothing but its id.
 */
export type Requested = { 
/**
 * Made by the page, unique: a repeated call gives the first answer.
 */
request_id: string, };

/**
 * The review sheet. It holds explicit packages as they were at this moment; `action_queue` refuses it with `Stale`
 * where one of them has changed since.
 */
export type Review = { 
/**
 * Its number, for `action_queue`. Lives until queued, replaced by newer ones or the app ends.
 */
review: number, 
/**
 * For example `Finish 40 packages`.
 */
title: string, 
/**
 * What will happen, in plain sentences.
 */
sentences: Array<string>, 
/**
 * Whether the sheet says more than what the person filled in and what comes of it: somebody is left out or warned
 * of, something waits before it, it takes the place of another report, or there is no connection.
 */
more: boolean, 
/**
 * Quantity by unit, of those that are ready.
 */
totals: Array<ReviewTotal>, 
/**
 * One a package, refused ones first, then warned ones, then by tag.
 */
lines: Array<ReviewLine>, 
/**
 * How many can be queued.
 */
ready: number, 
/**
 * How many cannot.
 */
refused: number, 
/**
 * How many of those that can carry a warning.
 */
warned: number, };

/**
 * One package of a review.
 */
export type ReviewLine = { 
/**
 * Which.
 */
package: PackageRef, 
/**
 * Its item.
 */
item: string, 
/**
 * What changes, as it is now (with what waits already counted), for example `12.5 g`.
 */
before: string, 
/**
 * What it will be.
 */
after: string, 
/**
 * Whether it can be queued.
 */
ready: boolean, 
/**
 * Hard stops and warnings.
 */
findings: Array<Finding>, };

/**
 * A total of a review.
 */
export type ReviewTotal = { 
/**
 * The unit's abbreviation.
 */
unit: string, 
/**
 * Packages.
 */
packages: number, 
/**
 * Exact decimal text, with what waits already counted.
 */
before: string, 
/**
 * Exact decimal text, once this is recorded.
 */
after: string, };

/**
 * What waits in the outbox for one row of a grid: its state, and its values as they will be.
 */
export type RowPending = { 
/**
 * The row's own id.
 */
row: number, 
/**
 * The state that matters most: needs you, refused, checking, sending, waiting.
 */
group: OutboxGroup, 
/**
 * For example `Finish: waits for a connection`.
 */
words: string, 
/**
 * The intents, oldest first.
 */
intents: Array<number>, 
/**
 * Cells that will change, for the columns of the grid.
 */
will: Array<WillBe>, };

/**
 * A row's place.
 */
export type RowPosition = { 
/**
 * From 0; none where the view does not have the row.
 */
position: number | null, };

/**
 * Names a rule.
 */
export type RuleId = "report_within" | "finish_at_zero" | "nothing_on_hold" | "unfinish_first" | "finished_before" | "reason_note" | "note_length" | "not_below_zero" | "whole_pieces" | "something_to_change" | "same_measure" | "not_in_future" | "not_before_packaged" | "transfer_not_empty" | "transfer_limit" | "transfer_line_tag" | "transfer_tag_once" | "package_known" | "not_transferred" | "not_in_transit" | "something_left" | "retail_lab_state" | "microbusiness_lab_state" | "one_destination" | "one_transporter" | "license_form" | "not_to_itself" | "transfer_type" | "wholesale_parties" | "wholesale_price" | "manifest_fields" | "arrival_after_departure" | "departure_ahead" | "package_gross_weight" | "destination_gross_weight" | "invoice_number" | "pdf_document" | "readable_amount" | "one_draft" | "sold_from";

/**
 * How a saved file is shown.
 */
export type SavedBy = "program" | "folder";

/**
 * `saved_show`: shows a file that was saved since the app was started.
 */
export type SavedShow = { 
/**
 * The `request_id` of the command that saved it: the page names no paths.
 */
saved: string, 
/**
 * How.
 */
by: SavedBy, };

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
 * Which licenses; empty is an error.
 */
licenses: Array<LicenseNumber>, };

/**
 * Everything about the sync that a person may see.
 */
export type SyncStatus = { 
/**
 * Greater with each status that is told: events and answers may arrive out of order, and the greater one counts.
 */
revision: number, 
/**
 * The indicator's line.
 */
headline: Headline, 
/**
 * One for each chosen license.
 */
licenses: Array<LicenseSync>, 
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
 * What a person answered of one source.
 */
export type TagAnswer = { 
/**
 * Which source: a file's place among the handles, 0 for a paste.
 */
source: number, 
/**
 * The sheet that is meant, where that was asked.
 */
sheet: string | null, 
/**
 * The column that is meant, where that was asked.
 */
column: TagColumn | null, };

/**
 * An answer that can be given.
 */
export type TagChoice = { 
/**
 * What it is called, for example `Column 3`.
 */
label: string, 
/**
 * Its first values, at most three.
 */
first: Array<string>, 
/**
 * How many places of it hold tags.
 */
tags: number, 
/**
 * What is to be sent back.
 */
answer: TagAnswer, };

/**
 * Which column is meant.
 */
export type TagColumn = { "which": "one", 
/**
 * From 0.
 */
column: number, } | { "which": "every" };

/**
 * A manifest that brings a package here.
 */
export type TagComing = { 
/**
 * To whom.
 */
to: Party, 
/**
 * The manifest's number.
 */
manifest: string, };

/**
 * `tag_find`: where a tag is. Never calls the state.
 */
export type TagFind = { 
/**
 * A whole tag, as scanned or typed, or its last four characters or more.
 */
text: string, };

/**
 * Where it is, and where it was looked for.
 */
export type TagFound = { 
/**
 * What was asked for, without spaces around it and in capitals.
 */
text: string, 
/**
 * The tabs that have it: where the package is before where it was, each in the licenses' order.
 */
places: Array<TagPlace>, 
/**
 * The manifests on which it is on its way, where no license has it.
 */
coming: Array<TagComing>, 
/**
 * Every license that was looked in.
 */
looked: Array<TagLooked>, 
/**
 * Why the text is no whole tag, in a sentence; empty where it is one.
 */
why: string, };

/**
 * A license that was looked in.
 */
export type TagLooked = { 
/**
 * Its number.
 */
license: LicenseNumber, 
/**
 * Its name; may be empty.
 */
name: string, 
/**
 * When it was last read whole, RFC 3339, UTC; none where it never was, so that the tag may not have been read yet.
 */
as_of: string | null, };

/**
 * A tab of a license that has the tag.
 */
export type TagPlace = { 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * In which tab.
 */
tab: PackageTab, 
/**
 * How many packages of the tab have it; more than one only where it is an ending that is not unique.
 */
packages: number, 
/**
 * The row of the newest of these, as in the tab's views.
 */
row: number, 
/**
 * That one's whole tag.
 */
tag: string, 
/**
 * Its item.
 */
item: string, };

/**
 * Two columns or two sheets of a source could be meant: nothing of any source is taken before it is answered.
 */
export type TagQuestion = { 
/**
 * Of which source.
 */
source: number, 
/**
 * The file's name; empty for a paste.
 */
file: string, 
/**
 * What is asked, in a sentence.
 */
sentence: string, 
/**
 * The answers; at least one.
 */
choices: Array<TagChoice>, };

/**
 * Where tags come from.
 */
export type TagSource = { "source": "pasted", 
/**
 * Tags, separated by new lines, commas, tabs or spaces; or the four columns.
 */
text: string, } | { "source": "scanned", 
/**
 * As read.
 */
text: string, } | { "source": "files", 
/**
 * [`FileHandle::handle`]s.
 */
handles: Array<string>, } | { "source": "packages", 
/**
 * Which.
 */
target: ActionTarget, };

/**
 * What became of tags.
 */
export type TagsAdded = { 
/**
 * The draft as it is now.
 */
draft: Draft, 
/**
 * How many were added.
 */
added: number, 
/**
 * What was not, in the order of the source.
 */
refused: Array<RefusedTag>, 
/**
 * In a sentence, for example `180 packages were added; 3 were not.`
 */
sentence: string, 
/**
 * The session under which this is kept, for `refusals_save`; absent for the scanner.
 */
session: number | null, 
/**
 * When the same file was read into a draft before, a sentence that says so; empty otherwise.
 */
seen_before: string, 
/**
 * What was read of the sources and what was passed over (a sheet, a column, titles, what is hidden), in sentences;
 * empty where that is plain.
 */
read_as: string, 
/**
 * What is to be answered first; nothing was added or kept then.
 */
questions: Array<TagQuestion>, };

/**
 * `view_totals`' answer: quantity by unit over the whole view.
 */
export type Totals = { 
/**
 * One a unit, most rows first.
 */
totals: Array<UnitTotal>, };

/**
 * One delivery.
 */
export type TransferDelivery = { 
/**
 * The state's id.
 */
id: number, 
/**
 * To whom.
 */
recipient: string, 
/**
 * Lines of it.
 */
facts: Array<Fact>, 
/**
 * Transporters with driver and vehicle, one a line.
 */
transporters: Array<string>, 
/**
 * Its packages.
 */
packages: Array<TransferPackage>, };

/**
 * A transfer with everything below it.
 */
export type TransferDetail = { 
/**
 * The state's id.
 */
id: number, 
/**
 * The manifest's number, or the template's name.
 */
title: string, 
/**
 * Lines of the head: words and value, for example `Departure (planned)`.
 */
facts: Array<Fact>, 
/**
 * When and by whom each step was, oldest first.
 */
steps: Array<TransferStep>, 
/**
 * Its deliveries; in California one.
 */
deliveries: Array<TransferDelivery>, 
/**
 * Why its packages are not shown; absent when they are.
 */
missing: DeskError | null, 
/**
 * Whether it has a manifest that can be saved.
 */
has_manifest: boolean, };

/**
 * `transfer_detail`: everything about a transfer or template. Reads it from the state when the local copy has only the
 * head.
 */
export type TransferFind = { 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * In which list.
 */
list: TransferList, 
/**
 * The state's id.
 */
id: number, 
/**
 * The person asks the state again: also where that has just failed.
 */
again?: boolean, };

/**
 * The lists of transfers.
 */
export type TransferList = "incoming" | "outgoing" | "rejected" | "templates";

/**
 * One package of a delivery.
 */
export type TransferPackage = { 
/**
 * Its tag.
 */
tag: string, 
/**
 * Item name.
 */
item: string, 
/**
 * Product category.
 */
category: string, 
/**
 * Strain.
 */
strain: string, 
/**
 * Shipped, exact decimal text with the unit's abbreviation.
 */
shipped: string, 
/**
 * Received, exact decimal text with the unit's abbreviation; empty until then.
 */
received: string, 
/**
 * Gross weight with its unit; may be empty.
 */
gross_weight: string, 
/**
 * The shipper's wholesale price; may be empty.
 */
shipper_price: string, 
/**
 * The receiver's wholesale price; may be empty.
 */
receiver_price: string, 
/**
 * The words of the lab testing state.
 */
lab_testing: string, 
/**
 * `Shipped`, `Accepted`, `Rejected`, `Returned`.
 */
state: string, };

/**
 * One transfer or template as the four transfer grids show it.
 */
export type TransferRow = { 
/**
 * The mirror's own row id.
 */
row: number, 
/**
 * In whose books.
 */
license: LicenseNumber, 
/**
 * The state's id of the transfer or template.
 */
transfer_id: number, 
/**
 * The manifest's number, or a template's name.
 */
number: string, 
/**
 * The transfer type's name; of outgoing ones empty until their deliveries were read.
 */
transfer_type: string, 
/**
 * License and name of the other side: who sends what comes in, who gets what goes out.
 */
other: string, 
/**
 * The other side's license number alone.
 */
other_license: string, 
/**
 * The other side's name alone.
 */
other_name: string, 
/**
 * License and name of who carries it.
 */
transporter: string, 
/**
 * The driver's name.
 */
driver: string, 
/**
 * Make, model and plate.
 */
vehicle: string, 
/**
 * How many packages.
 */
packages: number, 
/**
 * How many of these were accepted.
 */
received_packages: number, 
/**
 * The words of [`TransferRow::stage`]; blank for a template.
 */
state: string, 
/**
 * How far it is; none for a template.
 */
stage: TransferState | null, 
/**
 * Planned departure in the facility's own time, `2026-11-24T09:30:00`.
 */
departs: string, 
/**
 * When it left, RFC 3339 in UTC.
 */
departed: string, 
/**
 * Planned arrival in the facility's own time.
 */
arrives: string, 
/**
 * When it arrived, in the facility's own time.
 */
arrived: string, 
/**
 * When it was received, RFC 3339 in UTC.
 */
received: string, 
/**
 * When it was made, RFC 3339 in UTC.
 */
created: string, 
/**
 * Who made it.
 */
created_by: string, 
/**
 * The template of which the manifest was made, where the state says so.
 */
template_id: number | null, 
/**
 * `LastModified`, RFC 3339 in UTC.
 */
last_modified: string, };

/**
 * Rows of a grid of transfers or templates.
 */
export type TransferRows = { 
/**
 * One a position; `null` where the transfer left the mirror meanwhile.
 */
rows: Array<TransferRow | null>, };

/**
 * How far a manifest is. A template is nowhere on this way.
 */
export type TransferState = "registered" | "in_transit" | "received" | "rejected" | "partly" | "voided" | "gone";

/**
 * One step of a transfer's way.
 */
export type TransferStep = { 
/**
 * For example `Departed`.
 */
title: string, 
/**
 * RFC 3339; absent where it has not come to that.
 */
at: string | null, 
/**
 * By whom; may be empty.
 */
by: string, 
/**
 * Whether it is no good one: refused, in whole or in part, or voided.
 */
bad: boolean, };

/**
 * A type of transfer, with what it demands.
 */
export type TransferTypeChoice = { 
/**
 * For example `Wholesale Manifest`.
 */
name: string, 
/**
 * A wholesale price on every line.
 */
needs_price: boolean, 
/**
 * A gross weight on every line.
 */
needs_gross_weight: boolean, 
/**
 * An invoice number.
 */
needs_invoice: boolean, };

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
 * A vehicle to choose.
 */
export type VehicleChoice = { 
/**
 * The make.
 */
make: string, 
/**
 * The model.
 */
model: string, 
/**
 * The license plate.
 */
plate: string, };

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
format: ExportFormat, 
/**
 * These rows alone, by their ids: the view's in its order, then those that the view does not have any more. Absent
 * for all of the view; empty is an error.
 */
rows: Array<number> | null, };

/**
 * What was written to a file.
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
 * How many rows the same tab and licenses have without search and filters.
 */
of: number, 
/**
 * The change feed's position that it shows.
 */
revision: number, };

/**
 * Rows of any grid, by its columns.
 */
export type ViewRecords = { 
/**
 * One a position; `null` where the record left the mirror meanwhile. Beside the columns by their ids: `row`, `license`,
 * and the state's own id of the record by the name that it has there.
 */
rows: Array<{ row: number; license: string; [column: string]: string | number | boolean | null } | null>, };

/**
 * `view_position`: where a row stands in an open view.
 */
export type ViewRow = { 
/**
 * The view.
 */
view: number, 
/**
 * The row, as [`TagPlace::row`] has it.
 */
row: number, };

/**
 * `view_rows`, `package_rows`, `lab_sample_rows` and `transfer_rows`: a window of a view. Rows that are gone since leave no gap in the numbering:
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
 * Which licenses, side by side. Empty is an error, never "all".
 */
licenses: Array<LicenseNumber>, 
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

/**
 * What follows where a rule is not kept.
 */
export type Weight = "stop" | "warning";

/**
 * A cell's value once what waits is recorded. It is not recorded yet.
 */
export type WillBe = { 
/**
 * The column's id, for example `quantity`.
 */
column: string, 
/**
 * The value in the form of the row's own field.
 */
value: string, };

/** Every command with its request and its response. */
export interface Commands {
  /** Everything the page needs to draw itself. */
  app_snapshot: { request: Empty; response: AppSnapshot };
  /** Puts a notice away; `request_id` makes it safe to repeat. */
  notices_clear: { request: Requested; response: AppSnapshot };
  /** Starts the demo state on this computer, connects it and begins the first load. */
  demo_start: { request: Requested; response: AppSnapshot };
  /** Puts the demo state back to its beginning and loads it anew. */
  demo_reset: { request: Requested; response: AppSnapshot };
  /** Asks the state whether keys are good. */
  account_check: { request: AccountCheck; response: CheckedAccount };
  /** Connects a license's keys. */
  account_connect: { request: AccountConnect; response: AppSnapshot };
  /** Tries once more to have an account's keys. */
  account_again: { request: AccountAgain; response: AppSnapshot };
  /** Asks the state whether an account's keys are good. */
  account_test: { request: AccountTest; response: AccountTested };
  /** Gives an account other keys. */
  account_keys: { request: AccountKeys; response: AppSnapshot };
  /** Names an account. */
  account_name: { request: AccountName; response: AppSnapshot };
  /** Forgets an account. */
  account_remove: { request: AccountRemove; response: AppSnapshot };
  /** Chooses which licenses of an account are loaded. */
  licenses_choose: { request: LicensesChoose; response: AppSnapshot };
  /** Looks for news now. */
  sync_start: { request: SyncStart; response: SyncStatus };
  /** Stops what is under way; what was loaded stays. */
  sync_cancel: { request: Empty; response: SyncStatus };
  /** How the local copy stands. */
  sync_status: { request: Empty; response: SyncStatus };
  /** The columns of a grid. */
  columns: { request: Columns; response: ColumnsList };
  /** Opens a view; the one before it that is still opening is interrupted. */
  view_open: { request: ViewSpec; response: ViewOpened };
  /** A window of any view, each row by the ids of its columns. */
  view_rows: { request: ViewRows; response: ViewRecords };
  /** A window of packages. */
  package_rows: { request: ViewRows; response: PackageRows };
  /** A window of lab samples. */
  lab_sample_rows: { request: ViewRows; response: LabSampleRows };
  /** The tests of one sample. */
  lab_sample_tests: { request: LabSampleTests; response: LabTestRows };
  /** Everything that the state sent of a record of one of the license's own lists, from the local copy. */
  listed_record: { request: ListedFind; response: ListedFound };
  /** Quantity by unit over a whole view. */
  view_totals: { request: ViewId; response: Totals };
  /** Closes a view. */
  view_close: { request: ViewId; response: Changed };
  /** Writes exactly what is shown to a file that the person names. */
  view_export: { request: ViewExport; response: GridExported };
  /** Shows a file that was saved, by its program or in its folder. */
  saved_show: { request: SavedShow; response: Changed };
  /** Stops a long job. */
  job_cancel: { request: JobCancel; response: Changed };
  /** What is known of a tag, from the local copy. */
  package_card: { request: PackageCardFind; response: PackageCardFound };
  /** Where a tag, or the tags with an ending, are: over all licenses that are loaded, from the local copy. */
  tag_find: { request: TagFind; response: TagFound };
  /** What a few letters may mean, from the local copy: items, manifests, locations. */
  known_find: { request: KnownFind; response: KnownFound };
  /** How many rows each list has. */
  list_counts: { request: ListCountsFind; response: ListCounts };
  /** Where a row stands in an open view. */
  view_position: { request: ViewRow; response: RowPosition };
  /** How the person left a grid. */
  layout_get: { request: LayoutGet; response: Layout };
  /** Remembers how the person left a grid. */
  layout_put: { request: LayoutPut; response: LayoutKept };
  /** What the forms of actions offer. */
  action_choices: { request: ActionChoicesFind; response: ActionChoices };
  /** Checks an action offline and makes the review sheet; changes nothing. */
  action_review: { request: ActionReview; response: Review };
  /** Queues the ready packages of a review. */
  action_queue: { request: ActionQueue; response: ActionQueued };
  /** A window of one group of the outbox. */
  outbox_list: { request: OutboxListFind; response: OutboxList };
  /** Everything about one report. */
  outbox_story: { request: OutboxStoryFind; response: OutboxStory };
  /** Takes back reports that have not left. */
  outbox_withdraw: { request: OutboxWithdraw; response: OutboxDone };
  /** Settles what cannot be known. */
  outbox_decide: { request: OutboxDecide; response: OutboxDone };
  /** Puts reports that are over out of the way. */
  outbox_clear: { request: OutboxClear; response: OutboxDone };
  /** Tries to send what waits for a connection now. */
  outbox_try: { request: Requested; response: OutboxDone };
  /** The person has read what became of the reports that waited offline. */
  outbox_summary_seen: { request: Requested; response: OutboxDone };
  /** Saves the audit of a period as CSV. */
  audit_export: { request: AuditExport; response: ViewExported };
  /** Closes the app although reports wait; they go on at the next start. */
  app_quit: { request: Requested; response: Changed };
  /** What a transfer's form offers. */
  draft_choices: { request: DraftChoicesFind; response: DraftChoices };
  /** The drafts of licenses. */
  drafts: { request: DraftsFind; response: Drafts };
  /** A whole draft. */
  draft_open: { request: DraftFind; response: Draft };
  /** Makes a draft: empty, as a copy, or with packages. */
  draft_new: { request: DraftNew; response: DraftMade };
  /** Sets fields of a draft's head, as typed. */
  draft_set: { request: DraftSet; response: DraftHead };
  /** Sets one field of lines, as typed. */
  draft_line_set: { request: DraftLineSet; response: DraftLines };
  /** Adds so many empty lines. */
  draft_lines_add: { request: DraftLinesAdd; response: Draft };
  /** Takes lines away. */
  draft_lines_remove: { request: DraftLinesRemove; response: Draft };
  /** Adds packages by their tags; every tag that cannot be added is listed with its reason. */
  draft_tags_add: { request: DraftTagsAdd; response: TagsAdded };
  /** Checks a draft offline. */
  draft_check: { request: DraftFind; response: DraftCheck };
  /** Sends a draft as a template, through the outbox. */
  draft_send: { request: DraftSend; response: DraftSent };
  /** Puts a draft away. */
  draft_delete: { request: DraftDelete; response: Drafts };
  /** The draft beside the template as the state holds it now. */
  draft_compare: { request: DraftFind; response: DraftCompared };
  /** Decides which version counts. */
  draft_settle: { request: DraftSettle; response: Draft };
  /** The draft as a PDF sheet with barcodes. */
  draft_sheet: { request: DraftSheet; response: ViewExported };
  /** Asks the person for files. */
  files_choose: { request: FilesChoose; response: FilesChosen };
  /** Saves the refused lines with their reasons. */
  refusals_save: { request: RefusalsSave; response: ViewExported };
  /** A window of transfers or templates. */
  transfer_rows: { request: ViewRows; response: TransferRows };
  /** Everything about a transfer or template. */
  transfer_detail: { request: TransferFind; response: TransferDetail };
  /** Saves or opens the state's manifest. */
  manifest_save: { request: ManifestSave; response: ViewExported };
  /** The check list of an incoming transfer. */
  receiving_open: { request: ReceivingOpen; response: Receiving };
  /** Checks off what was scanned. */
  receiving_scan: { request: ReceivingScan; response: ReceivingScanned };
  /** Closes a check list, or opens it again. */
  receiving_close: { request: ReceivingClose; response: Receiving };
  /** Saves a check list as CSV. */
  receiving_save: { request: ReceivingSave; response: ViewExported };
  /** What each file that people bring looks like. */
  import_guide: { request: Empty; response: ImportGuide };
  /** Saves a file with the headings of an import, to be filled in. */
  import_template: { request: ImportTemplate; response: ViewExported };
  /** Says everything in this language from here on. */
  language_speak: { request: LanguageSpeak; response: Changed };
  /** Opens one of the fixed links in the browser. */
  link_open: { request: LinkOpen; response: Changed };
}
