//! Transfers drafted on this computer: written through at every change, checked offline, sent as one template.

use rules::{LicenseNumber, Weight};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionTarget, RefusedTag};

/// The most packages that one transfer carries (CA-IB-2020-016).
pub const PACKAGES_PER_TRANSFER: usize = 200;

/// `draft_choices`: what a transfer's form offers, from the local copy.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftChoicesFind {
    /// The sender.
    pub license: LicenseNumber,
}

/// What a transfer's form offers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct DraftChoices {
    /// Types for licensed transfers, as the state lists them.
    pub types: Vec<TransferTypeChoice>,
    /// Licenses seen before on manifests and templates, the most frequent first.
    pub destinations: Vec<PartyChoice>,
    /// Transporters seen before, this license among them, the most frequent first.
    pub transporters: Vec<PartyChoice>,
    /// From the transporters' list and from past transfers.
    pub drivers: Vec<DriverChoice>,
    /// From the transporters' list and from past transfers.
    pub vehicles: Vec<VehicleChoice>,
    /// Names of units of weight.
    pub weight_units: Vec<String>,
    /// Phone numbers entered before, the last first.
    pub phones: Vec<String>,
    /// Routes entered before, the last first.
    pub routes: Vec<String>,
}

/// A type of transfer, with what it demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferTypeChoice {
    /// For example `Wholesale Manifest`.
    pub name: String,
    /// A wholesale price on every line.
    pub needs_price: bool,
    /// A gross weight on every line.
    pub needs_gross_weight: bool,
    /// An invoice number.
    pub needs_invoice: bool,
}

/// A license to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartyChoice {
    /// The license number.
    pub license: LicenseNumber,
    /// The business's name; may be empty.
    pub name: String,
}

/// A driver to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DriverChoice {
    /// The name.
    pub name: String,
    /// The driver's license number.
    pub driver_license: String,
    /// The employee id (occupational license); may be empty.
    pub employee_id: String,
}

/// A vehicle to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleChoice {
    /// The make.
    pub make: String,
    /// The model.
    pub model: String,
    /// The license plate.
    pub plate: String,
}

/// The fields of a draft's head, each as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DraftForm {
    /// The person's own name for it.
    pub name: String,
    /// The type's name.
    pub transfer_type: String,
    /// The destination's license number.
    pub recipient: String,
    /// The destination's name, where known; not sent.
    pub recipient_name: String,
    /// The invoice number.
    pub invoice: String,
    /// The planned route.
    pub route: String,
    /// Local time at the license, `YYYY-MM-DDTHH:MM`.
    pub departure: String,
    /// Local time at the destination, `YYYY-MM-DDTHH:MM`.
    pub arrival: String,
    /// The transporter's license number.
    pub transporter: String,
    /// The transporter's name, where known; not sent.
    pub transporter_name: String,
    /// The driver's name.
    pub driver_name: String,
    /// The driver's license number.
    pub driver_license: String,
    /// The driver's employee id.
    pub driver_employee_id: String,
    /// The vehicle's make.
    pub vehicle_make: String,
    /// The vehicle's model.
    pub vehicle_model: String,
    /// The vehicle's license plate.
    pub vehicle_plate: String,
    /// Phone number for questions.
    pub phone: String,
    /// A note for oneself; not sent.
    pub note: String,
}

/// The fields of a draft's head, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields of DraftForm")]
pub enum DraftField {
    Name,
    TransferType,
    Recipient,
    RecipientName,
    Invoice,
    Route,
    Departure,
    Arrival,
    Transporter,
    TransporterName,
    DriverName,
    DriverLicense,
    DriverEmployeeId,
    VehicleMake,
    VehicleModel,
    VehiclePlate,
    Phone,
    Note,
}

/// The fields of a line that a person types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftLineField {
    /// The package's tag.
    Tag,
    /// The gross weight, decimal text.
    GrossWeight,
    /// The unit of the gross weight.
    GrossUnit,
    /// The wholesale price, decimal text, in dollars.
    Price,
}

/// One line of a draft: what was typed, and what the local copy knows of the tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftLine {
    /// Its number; stays the same while the line is there.
    pub line: i64,
    /// As typed; may be empty.
    pub tag: String,
    /// As typed.
    pub gross_weight: String,
    /// As typed.
    pub gross_unit: String,
    /// As typed.
    pub price: String,
    /// From the local copy; empty where the tag is not known.
    pub item: String,
    /// Product category.
    pub category: String,
    /// Strain.
    pub strain: String,
    /// Exact decimal text.
    pub quantity: String,
    /// The unit's abbreviation.
    pub unit: String,
    /// The words of the lab testing state.
    pub lab_testing: String,
    /// Why this line cannot go, in a sentence; empty where nothing speaks against it.
    pub problem: String,
    /// Whether `problem` is a hard stop; a warning otherwise.
    pub stops: bool,
}

/// Where a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftStage {
    /// On this computer only.
    Draft,
    /// In the outbox: waiting, being sent or checked.
    Queued,
    /// The state refused the template, or a person must decide; see the outbox.
    Trouble,
    /// The state holds it as a template.
    Template,
    /// A manifest was registered from it.
    Registered,
    /// On the road.
    InTransit,
    /// Received by the destination.
    Received,
    /// Rejected, whole or in part.
    Rejected,
    /// The manifest was voided.
    Voided,
}

/// One step of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftStep {
    /// Which.
    pub stage: DraftStage,
    /// Its words, for example `Template in the state`.
    pub title: String,
    /// When, RFC 3339; absent where it has not come to that.
    pub at: Option<String>,
    /// By whom, where that is known; may be empty.
    pub by: String,
    /// More, for example the manifest's number; may be empty.
    pub words: String,
}

/// A draft in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftHead {
    /// Its number.
    pub draft: i64,
    /// The sender.
    pub license: LicenseNumber,
    /// Its name, or what stands for one, for example `To Golden Poppy, Nov 24, 2026`.
    pub title: String,
    /// The type's name.
    pub transfer_type: String,
    /// The destination: name, else license number; may be empty.
    pub recipient: String,
    /// As typed.
    pub departure: String,
    /// How many lines have a tag.
    pub packages: i64,
    /// Where it is.
    pub stage: DraftStage,
    /// Where it is, in words.
    pub stage_words: String,
    /// Whether it was changed since it was sent.
    pub changed_since_sent: bool,
    /// Who made it.
    pub made_by: String,
    /// RFC 3339.
    pub changed_at: String,
}

/// A whole draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Draft {
    /// As in the list.
    pub head: DraftHead,
    /// The head's fields.
    pub form: DraftForm,
    /// The lines, in order; at most 200.
    pub lines: Vec<DraftLine>,
    /// Whether it can be edited: not once a manifest was registered from it.
    pub editable: bool,
    /// Its way so far, and what is to come.
    pub steps: Vec<DraftStep>,
    /// The report in the outbox that carries it; absent before it was sent.
    pub intent: Option<i64>,
    /// The state's id of the template; absent while there is none.
    pub template: Option<i64>,
    /// Whether the template was changed on the state's site since it was sent: compare.
    pub changed_there: bool,
    /// The 24 hours in which a movement must be reported, RFC 3339; absent where no departure is given.
    pub due: Option<String>,
}

/// `drafts`: the drafts of these licenses, the last changed first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftsFind {
    /// Which; empty is an error.
    pub licenses: Vec<LicenseNumber>,
}

/// A list of drafts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drafts {
    /// The last changed first.
    pub drafts: Vec<DraftHead>,
}

/// `draft_open`, `draft_check`, `draft_compare`: one draft.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DraftFind {
    /// Its number.
    pub draft: i64,
}

/// `draft_new`: makes a draft.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftNew {
    /// Made by the page, unique.
    pub request_id: String,
    /// The sender.
    pub license: LicenseNumber,
    /// The draft to copy: its head, and its lines where these packages are still there.
    pub copy_of: Option<i64>,
    /// Packages to begin with ("New transfer with these"); what cannot be added is told by the answer.
    pub packages: Option<ActionTarget>,
}

/// A draft that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftMade {
    /// It.
    pub draft: Draft,
    /// What could not be added.
    pub refused: Vec<RefusedTag>,
}

/// `draft_set`: one field of the head, as typed. On the disk when this answers.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftSet {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// The fields and their new values; several where a choice fills several.
    pub fields: Vec<DraftFieldValue>,
}

/// A field and its value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DraftFieldValue {
    /// Which.
    pub field: DraftField,
    /// As typed.
    pub value: String,
}

/// `draft_line_set`: one field of one line, as typed. On the disk when this answers.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftLineSet {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// Which lines: several set one value down a column.
    pub lines: Vec<i64>,
    /// Which field.
    pub field: DraftLineField,
    /// As typed.
    pub value: String,
}

/// Lines that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftLines {
    /// As they are now.
    pub lines: Vec<DraftLine>,
    /// The list's line of the draft.
    pub head: DraftHead,
}

/// `draft_lines_add`: so many empty lines at the end. More than fit are refused with words; those that fit are added.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftLinesAdd {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// How many, 1 to 200.
    pub count: i64,
}

/// `draft_lines_remove`: takes lines away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftLinesRemove {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// Which lines.
    pub lines: Vec<i64>,
}

/// Where a finding jumps to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum DraftSpot {
    /// A field of the head.
    Field {
        /// Which.
        field: DraftField,
    },
    /// A field of a line.
    Line {
        /// Which line.
        line: i64,
        /// Which field.
        field: DraftLineField,
    },
    /// The lines as a whole.
    Lines,
}

/// Something that speaks against sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftFinding {
    /// A hard stop or a warning.
    pub weight: Weight,
    /// What is wrong and what to do.
    pub sentence: String,
    /// Where the rule stands.
    pub source: String,
    /// Where to mend it.
    pub spot: DraftSpot,
}

/// `draft_check`'s answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftCheck {
    /// Hard stops first, each in the order of the form.
    pub findings: Vec<DraftFinding>,
    /// In a sentence: `Ready to send: 192 packages to Golden Poppy.` or `4 things must be fixed first.`
    pub sentence: String,
    /// Whether it can be sent.
    pub ready: bool,
    /// Quantity by unit.
    pub totals: Vec<DraftTotal>,
}

/// A total of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftTotal {
    /// The unit's abbreviation.
    pub unit: String,
    /// Exact decimal text.
    pub quantity: String,
    /// Packages.
    pub packages: i64,
}
