//! Actions on packages: what the person fills in, the review sheet, and queueing.

use jiff::civil::Date;
use rules::{AdjustmentReason, Finding, LicenseNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::OutboxStatus;

/// A package as the page selected it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct PackageRef {
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of it in that license's books.
    pub package_id: i64,
    /// Its tag.
    pub tag: String,
}

/// What an action is for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "target", rename_all = "snake_case")]
pub enum ActionTarget {
    /// These packages; empty is an error.
    Packages {
        /// Which, each once.
        packages: Vec<PackageRef>,
    },
    /// Every row of an open view, as it stood when it was opened. The desk turns it into explicit packages at once;
    /// what comes into the view later is not meant.
    View {
        /// The view.
        view: i64,
    },
}

/// How an adjustment's amount is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AdjustMode {
    /// The amount is added; below zero it is taken away.
    By,
    /// The amount is what is left afterwards.
    To,
}

/// What the person filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum ActionForm {
    /// Finish.
    Finish {
        /// `YYYY-MM-DD`.
        #[ts(type = "string")]
        date: Date,
    },
    /// Unfinish.
    Unfinish,
    /// Adjust the quantity, in each package's own unit.
    Adjust {
        /// How `amount` is meant.
        mode: AdjustMode,
        /// As typed, for example `-2.5`, `1,234.5` or `2 lbs`; what can mean two things is refused with both.
        amount: String,
        /// The reason's name.
        reason: String,
        /// In the person's words; may be empty where the reason allows.
        note: String,
        /// `YYYY-MM-DD`.
        #[ts(type = "string")]
        date: Date,
    },
    /// Change the location.
    Location {
        /// The location's name.
        location: String,
        /// The sublocation's name; empty for none.
        sublocation: String,
        /// `YYYY-MM-DD`.
        #[ts(type = "string")]
        date: Date,
    },
    /// Change the note; empty takes it away.
    Note {
        /// The new note.
        note: String,
    },
    /// Change the item.
    Item {
        /// The item's name.
        item: String,
    },
}

/// `action_choices`: what the forms offer, from the local copy.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ActionChoicesFind {
    /// The licenses of the selection.
    pub licenses: Vec<LicenseNumber>,
    /// The package, where the form is for one alone.
    pub package: Option<PackageRef>,
    /// The intent that the form is an edit of: it is not counted in what the package holds.
    pub replaces: Option<i64>,
}

/// What one package is when its form is opened, with what waits in the outbox already counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageNow {
    /// Item name.
    pub item: String,
    /// Plain decimal text.
    pub quantity: String,
    /// The package's own unit, as the state calls it.
    pub unit: String,
    /// As a review's line says it: a review whose line begins with the same shows nothing new.
    pub words: String,
}

/// What the forms offer: what every license of the selection has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionChoices {
    /// Adjustment reasons as the state lists them; empty while they were never read.
    pub reasons: Vec<AdjustmentReason>,
    /// Names of locations.
    pub locations: Vec<String>,
    /// Names of items with their category.
    pub items: Vec<ItemChoice>,
    /// Today in California, `YYYY-MM-DD`.
    pub today: String,
    /// How many characters of an adjustment's note are the person's; the rest carries Trackside's mark.
    pub note_room: u32,
    /// The package that was asked about; absent where the local copy does not have it.
    pub now: Option<PackageNow>,
}

/// An item to choose.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct ItemChoice {
    /// Its name.
    pub name: String,
    /// Its product category.
    pub category: String,
}

/// `action_review`: checks an action offline and makes the review sheet. Changes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ActionReview {
    /// On what.
    pub target: ActionTarget,
    /// What.
    pub form: ActionForm,
    /// The intent that this is an edit of; its package is the only target then.
    pub replaces: Option<i64>,
}

/// The review sheet. It holds explicit packages as they were at this moment; `action_queue` refuses it with `Stale`
/// where one of them has changed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Review {
    /// Its number, for `action_queue`. Lives until queued, replaced by newer ones or the app ends.
    pub review: i64,
    /// For example `Finish 40 packages`.
    pub title: String,
    /// What will happen, in plain sentences.
    pub sentences: Vec<String>,
    /// Whether the sheet says more than what the person filled in and what comes of it: somebody is left out or warned
    /// of, something waits before it, it takes the place of another report, or there is no connection.
    pub more: bool,
    /// Quantity by unit, of those that are ready.
    pub totals: Vec<ReviewTotal>,
    /// One a package, refused ones first, then warned ones, then by tag.
    pub lines: Vec<ReviewLine>,
    /// How many can be queued.
    pub ready: i64,
    /// How many cannot.
    pub refused: i64,
    /// How many of those that can carry a warning.
    pub warned: i64,
}

/// A total of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewTotal {
    /// The unit's abbreviation.
    pub unit: String,
    /// Packages.
    pub packages: i64,
    /// Exact decimal text, with what waits already counted.
    pub before: String,
    /// Exact decimal text, once this is recorded.
    pub after: String,
}

/// One package of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewLine {
    /// Which.
    pub package: PackageRef,
    /// Its item.
    pub item: String,
    /// What changes, as it is now (with what waits already counted), for example `12.5 g`.
    pub before: String,
    /// What it will be.
    pub after: String,
    /// Whether it can be queued.
    pub ready: bool,
    /// Hard stops and warnings.
    pub findings: Vec<Finding>,
}

/// `action_queue`: queues the ready packages of a review; nothing is sent before it is on the disk.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ActionQueue {
    /// Made by the page, unique: repeated, it gives the first answer and queues nothing.
    pub request_id: String,
    /// [`Review::review`].
    pub review: i64,
}

/// What was queued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionQueued {
    /// The intents, for "Undo" (`outbox_withdraw`).
    pub intents: Vec<i64>,
    /// For example `40 packages will be finished.`
    pub sentence: String,
    /// How the outbox stands.
    pub outbox: OutboxStatus,
}

/// What an action on one package would be told offline, for the card's buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionOffer {
    /// `finish`, `unfinish`, `adjust`, `location`, `note`, `item`.
    pub action: String,
    /// The action's words.
    pub title: String,
    /// Why not, in a sentence; empty where it can be done.
    pub why_not: String,
}

/// What waits in the outbox for one row of a grid: its state, and its values as they will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowPending {
    /// The row's own id.
    pub row: i64,
    /// The state that matters most: needs you, refused, checking, sending, waiting.
    pub group: OutboxGroup,
    /// For example `Finish: waits for a connection`.
    pub words: String,
    /// The intents, oldest first.
    pub intents: Vec<i64>,
    /// Cells that will change, for the columns of the grid.
    pub will: Vec<WillBe>,
}

/// A cell's value once what waits is recorded. It is not recorded yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WillBe {
    /// The column's id, for example `quantity`.
    pub column: String,
    /// The value in the form of the row's own field.
    pub value: String,
}

/// The groups of the Outbox page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutboxGroup {
    /// Not yet sent.
    Waiting,
    /// On its way.
    Sending,
    /// Being read back.
    Checking,
    /// A person decides.
    NeedsYou,
    /// The state said no.
    Refused,
    /// Over.
    Done,
}
