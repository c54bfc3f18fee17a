//! What the desk does with each kind of report, one file a kind: how its form is read and reviewed, and what is told of it
//! in the Outbox. The matches below name every kind, so that a new one is decided upon here or does not compile.

mod adjust;
mod finish;
mod item;
mod location;
pub(crate) mod moved;
mod note;
pub(crate) mod package;
mod unfinish;

use std::fmt::Debug;

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, Kind, PackageHolds, PackageSnapshot, Promise, Write};
use rules::{AdjustmentReason, Finding, PackageFacts};
use rust_decimal::Decimal;
use words::{Text, Words, say};

use crate::contract::{ActionForm, DeskError, OutboxChoice, OutboxDecision};

/// What a person wants to do with packages, in the types of the trade.
pub(crate) trait Wish: Debug + Send + Sync {
    /// The day that it is dated.
    fn date(&self) -> Option<Date>;

    /// What is sent for a package that is `now`, with what waits already counted.
    fn write(&self, brief: &PackageBrief, now: &PackageHolds) -> Write;

    /// What the rules say of it.
    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding>;

    /// What is said where a package would be after it as it is `now`; none where the rules look at that themselves.
    fn already(&self, tag: &str, now: &PackageHolds) -> Option<Words>;

    /// For example `Finish 40 packages`.
    fn title(&self, count: usize) -> Words;

    /// What will happen, for example `40 packages will be finished, dated Nov 23, 2026.` `unit` is that of all of them;
    /// the amount of one package has it behind it.
    fn promise(&self, count: usize, unit: Option<&str>) -> Words;

    /// For example `3 packages cannot be finished; they are left out.`
    fn left_out(&self, count: usize) -> Words;

    /// What changes of a package, before or after.
    fn cell(&self, brief: &PackageBrief, state: &PackageHolds) -> String;

    /// The quantity that it sets, where it sets one.
    fn set_to(&self) -> Option<Decimal> {
        None
    }

    /// What goes with it that its promise does not say.
    fn noted(&self) -> Option<Words> {
        None
    }

    /// What is said where an amount is typed in another unit than the package's.
    fn in_another_unit(&self, _brief: &PackageBrief) -> Option<Words> {
        None
    }

    /// That it is not sent where the state has moved by then, for a kind of which a person must know that beforehand.
    fn if_moved(&self, _count: usize) -> Option<Words> {
        None
    }
}

/// What is told of a report that a form can make.
pub(crate) trait Told {
    /// The form that it came from. `set_to` is the quantity that was set, where one was.
    fn form(&self, set_to: Option<Decimal>) -> ActionForm;

    /// What can be told without a reading: what is compared, what was there before, what was wanted.
    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String);

    /// What happened where the state moved; none where nothing could.
    fn moved(&self, moved: &Moved<'_>) -> Option<Words>;

    /// What a person can answer then, beside taking it back.
    fn choices(&self, intent: &Intent, now: Timestamp) -> Vec<OutboxChoice>;
}

/// Where the state does not hold what a person saw at the review.
pub(crate) struct Moved<'a> {
    /// When that was, in words.
    pub at: String,
    /// What was shown and promised.
    pub promise: &'a Promise,
    /// What the state holds.
    pub held: &'a PackageSnapshot,
    /// The value that the state holds, as the facts have it.
    pub value: Text,
}

/// What is told of a report that a form can make; none of one that no form makes.
pub(crate) fn told(write: &Write) -> Option<&dyn Told> {
    match write {
        Write::Finish(report) => Some(report),
        Write::Unfinish(report) => Some(report),
        Write::Adjust(report) => Some(report),
        Write::Location(report) => Some(report),
        Write::Note(report) => Some(report),
        Write::Item(report) => Some(report),
        // Receipts have no form yet; a template's is its draft (`drafts`).
        Write::Finalize(_)
        | Write::Unfinalize(_)
        | Write::TemplateCreate(_)
        | Write::TemplateUpdate(_)
        | Write::TemplateDelete(_) => None,
    }
}

/// Reads a form; `reason_of` knows the state's reasons by name.
pub(crate) fn read(
    form: &ActionForm,
    reason_of: impl FnOnce(&str) -> Result<AdjustmentReason, DeskError>,
) -> Result<Box<dyn Wish>, DeskError> {
    Ok(match form {
        ActionForm::Finish { date } => Box::new(finish::Wanted { date: *date }),
        ActionForm::Unfinish => Box::new(unfinish::Wanted),
        ActionForm::Adjust { mode, amount, reason, note, date } => {
            Box::new(adjust::read(*mode, amount, reason, note, *date, reason_of)?)
        }
        ActionForm::Location { location, sublocation, date } => Box::new(location::read(location, sublocation, *date)?),
        ActionForm::Note { note } => Box::new(note::read(note)?),
        ActionForm::Item { item } => Box::new(item::read(item)?),
    })
}

/// Whether a form names one of the state's reasons for adjusting.
pub(crate) fn names_a_reason(form: &ActionForm) -> bool {
    match form {
        ActionForm::Adjust { .. } => true,
        ActionForm::Finish { .. }
        | ActionForm::Unfinish
        | ActionForm::Location { .. }
        | ActionForm::Note { .. }
        | ActionForm::Item { .. } => false,
    }
}

/// What a card offers of a kind, for the rules to judge before its form is opened; none where no card offers it.
pub(crate) fn offered(kind: Kind, today: Date) -> Option<Box<dyn Wish>> {
    match kind {
        Kind::Finish => Some(Box::new(finish::Wanted { date: today })),
        Kind::Unfinish => Some(Box::new(unfinish::Wanted)),
        Kind::Adjust => Some(Box::new(adjust::offered(today))),
        Kind::Location => Some(Box::new(location::offered(today))),
        Kind::Note => Some(Box::new(note::Wanted { note: String::new() })),
        Kind::Item => Some(Box::new(item::Wanted { item: String::new() })),
        Kind::Finalize | Kind::Unfinalize | Kind::TemplateCreate | Kind::TemplateUpdate | Kind::TemplateDelete => None,
    }
}

/// The longest text of an action, in characters; that of an adjustment's note is a rule of its own.
const LONGEST: usize = 2_000;

/// What was chosen; `none` says that nothing was, and `next` what to do then.
fn named(text: &str, none: fn() -> Words, next: fn() -> Words) -> Result<&str, DeskError> {
    match text.trim() {
        "" => Err(DeskError::bad_request(none(), next())),
        text => Ok(text),
    }
}

fn or_none(text: String, none: &Words) -> String {
    if text.is_empty() { none.to_string() } else { text }
}

fn yes_no(yes: bool) -> String {
    if yes { say::reports_fact_yes() } else { say::reports_fact_no() }.to_string()
}

/// A cell of a review that tells whether a package is finished.
fn finished_cell(state: &PackageHolds) -> String {
    match (state.finished, state.finished_on) {
        (true, Some(day)) => say::reports_cell_finished_on(crate::wording::california::long(day)).to_string(),
        (true, None) => say::reports_cell_finished().to_string(),
        (false, _) => say::reports_cell_active().to_string(),
    }
}

/// "Send it as it was meant", in the words of a kind.
fn as_meant(words: &Words, does: &Words) -> OutboxChoice {
    choice(OutboxDecision::SendAsMeant, words, does)
}

fn choice(decision: OutboxDecision, words: &Words, does: &Words) -> OutboxChoice {
    OutboxChoice { decision, words: words.to_string(), does: does.to_string() }
}
