//! A form, checked for itself, and what it means for one package. Pure.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{IntentId, Mark, Promise, Seen, Write};
use rules::{
    AdjustmentReason, Finding, PackageAction, PackageFacts, Quantity, RuleId, TypedAmount, Unit, Weight, amount_words,
    check_action, find_unit, read_quantity,
};
use rust_decimal::Decimal;
use words::{Words, say};

use super::{finding, not_here, stop};
use crate::california;
use crate::contract::{ActionForm, AdjustMode, DeskError};
use crate::reports::effective::{Effective, place, unit_of};
use crate::reports::index::Held;
use crate::texts::{self, Limit};

/// The longest text of an action, in characters; that of an adjustment's note is a rule of its own.
const LONGEST: usize = 2_000;

/// What a person wants, in the types of the trade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    Finish(Date),
    Unfinish,
    /// The unit that was typed behind the amount must be each package's own.
    Adjust {
        mode: AdjustMode,
        amount: Decimal,
        unit: Option<&'static Unit>,
        reason: AdjustmentReason,
        note: String,
        date: Date,
    },
    Location {
        location: String,
        sublocation: String,
        date: Date,
    },
    Note(String),
    Item(String),
}

/// What a wish means for one package.
pub(super) struct Meant {
    /// Hard stops and warnings.
    pub findings: Vec<Finding>,
    /// What is sent.
    pub write: Write,
    /// As it will be.
    pub after: Effective,
}

impl Wish {
    /// Reads a form; `reason_of` knows the state's reasons by name.
    pub fn of(
        form: &ActionForm,
        reason_of: impl FnOnce(&str) -> Result<AdjustmentReason, DeskError>,
    ) -> Result<Self, DeskError> {
        readable(form)?;
        Ok(match form {
            ActionForm::Finish { date } => Self::Finish(*date),
            ActionForm::Unfinish => Self::Unfinish,
            ActionForm::Adjust { mode, amount, reason, note, date } => {
                let TypedAmount { amount, unit, money: _ } = quantity(amount)?;
                Self::Adjust {
                    mode: *mode,
                    amount,
                    unit,
                    reason: reason_of(named(reason, say::reports_no_reason, say::reports_no_reason_next)?)?,
                    note: note.trim().to_owned(),
                    date: *date,
                }
            }
            ActionForm::Location { location, sublocation, date } => Self::Location {
                location: named(location, say::reports_no_location, say::reports_no_location_next)?.to_owned(),
                sublocation: sublocation.trim().to_owned(),
                date: *date,
            },
            ActionForm::Note { note } => Self::Note(note.trim().to_owned()),
            ActionForm::Item { item } => {
                Self::Item(named(item, say::reports_no_item, say::reports_no_item_next)?.to_owned())
            }
        })
    }

    /// The day that it is dated.
    fn date(&self) -> Option<Date> {
        match self {
            Self::Finish(date) | Self::Adjust { date, .. } | Self::Location { date, .. } => Some(*date),
            Self::Unfinish | Self::Note(_) | Self::Item(_) => None,
        }
    }

    /// What it means for a package that is `now`, with what waits already counted.
    pub fn for_package(&self, brief: &PackageBrief, now: &Effective, at: Timestamp) -> Meant {
        let tag = brief.tag.clone();
        let unit = unit_of(brief).to_owned();
        let write = match self {
            Self::Finish(date) => Write::Finish { tag, date: *date },
            Self::Unfinish => Write::Unfinish { tag },
            Self::Adjust { mode, amount, reason, note, date, unit: _ } => Write::Adjust {
                tag,
                by: match mode {
                    AdjustMode::By => *amount,
                    AdjustMode::To => amount.checked_sub(now.quantity).unwrap_or(*amount),
                },
                unit,
                reason: reason.name.clone(),
                note: (!note.is_empty()).then(|| note.clone()),
                date: *date,
            },
            Self::Location { location, sublocation, date } => Write::Location {
                tag,
                location: location.clone(),
                sublocation: (!sublocation.is_empty()).then(|| sublocation.clone()),
                date: *date,
            },
            Self::Note(note) => Write::Note { tag, note: note.clone() },
            Self::Item(item) => Write::Item { tag, item: item.clone() },
        };
        let mut after = now.clone();
        after.apply(&write, brief);
        let findings = self.findings(&write, brief, now, &after, at);
        Meant { findings, write, after }
    }

    /// What the review shows of a package and promises. `held` is all that waits for it in the order in which it goes,
    /// `seen` what the sheet shows, with all of that counted. An edit stands before those that were queued after the
    /// report whose place it takes: they are not done when it goes, so what it was set to is not what is set by it.
    pub fn promise(
        &self,
        brief: &PackageBrief,
        held: &[Held],
        replaces: Option<IntentId>,
        seen: &Effective,
        at: Timestamp,
    ) -> Promise {
        let place = held.iter().position(|held| Some(held.intent.id) == replaces).unwrap_or(held.len());
        let (before, _) = held.split_at(place.min(held.len()));
        let first = Effective::with(brief, before, None);
        let to = match self {
            Self::Adjust { mode: AdjustMode::To, amount, .. } if first.quantity == seen.quantity => Some(*amount),
            Self::Adjust { .. }
            | Self::Finish(_)
            | Self::Unfinish
            | Self::Location { .. }
            | Self::Note(_)
            | Self::Item(_) => None,
        };
        let seen = Seen {
            quantity: Some(first.quantity),
            unit: unit_of(brief).to_owned(),
            location: first.location,
            sublocation: first.sublocation,
            note: first.note,
            item: first.item,
        };
        Promise { at, seen, to }
    }

    fn findings(
        &self,
        write: &Write,
        brief: &PackageBrief,
        now: &Effective,
        after: &Effective,
        at: Timestamp,
    ) -> Vec<Finding> {
        if let Some(not_here) = not_here(brief) {
            return vec![not_here];
        }
        if let Some(other_unit) = self.in_another_unit(brief) {
            return vec![other_unit];
        }
        let by = match write {
            Write::Adjust { by, unit, .. } => Quantity { amount: *by, unit: unit.clone() },
            Write::Finish { .. }
            | Write::Unfinish { .. }
            | Write::Location { .. }
            | Write::Note { .. }
            | Write::Item { .. }
            | Write::Finalize { .. }
            | Write::Unfinalize { .. }
            | Write::TemplateCreate { .. }
            | Write::TemplateUpdate { .. }
            | Write::TemplateDelete { .. } => Quantity { amount: Decimal::ZERO, unit: String::new() },
        };
        let action = match self {
            Self::Finish(date) => PackageAction::Finish { date: *date },
            Self::Unfinish => PackageAction::Unfinish,
            Self::Adjust { reason, note, date, .. } => {
                PackageAction::Adjust { by: &by, reason, note, reserved: Mark::ROOM, date: *date }
            }
            Self::Location { date, .. } => PackageAction::Location { date: *date },
            Self::Note(_) => PackageAction::Note,
            Self::Item(_) => PackageAction::Item,
        };
        let mut findings = check_action(&action, &facts(brief, now), california::day(at));
        if let Some(same) = self.changes_nothing(brief, now, after) {
            findings.push(same);
        }
        if findings.is_empty() && self.date().is_some_and(|date| california::due(Some(date), at) < at) {
            findings.push(finding(RuleId::ReportWithin, Weight::Warning, &say::reports_late()));
        }
        findings
    }

    /// An amount typed in another unit than the package's is not converted behind the person's back.
    fn in_another_unit(&self, brief: &PackageBrief) -> Option<Finding> {
        let Self::Adjust { amount, unit: Some(typed), .. } = self else { return None };
        let own = unit_of(brief);
        let held_in = find_unit(own);
        if held_in == Some(*typed) {
            return None;
        }
        let (tag, written) = (brief.tag.as_str(), amount_words(*amount));
        let sentence = match held_in.and_then(|held_in| typed.convert(*amount, held_in)) {
            Some(meant) => say::reports_other_unit_converted(written, amount_words(meant), own, tag, typed.name),
            None => say::reports_other_unit(written, own, tag, typed.name),
        };
        Some(stop(RuleId::SameMeasure, &sentence))
    }

    /// What is so already is not reported again.
    fn changes_nothing(&self, brief: &PackageBrief, now: &Effective, after: &Effective) -> Option<Finding> {
        if now != after {
            return None;
        }
        let tag = brief.tag.as_str();
        let sentence = match self {
            Self::Location { .. } => say::reports_already_there(place(&now.location, &now.sublocation), tag),
            Self::Item(item) => say::reports_already_item(item, tag),
            Self::Note(_) if now.note.is_empty() => say::reports_already_no_note(tag),
            Self::Note(_) => say::reports_already_note(tag),
            // The rules look at these by themselves.
            Self::Finish(_) | Self::Unfinish | Self::Adjust { .. } => return None,
        };
        Some(stop(RuleId::SomethingToChange, &sentence))
    }
}

/// What the rules ask about a package.
pub(super) fn facts(brief: &PackageBrief, now: &Effective) -> PackageFacts {
    PackageFacts {
        tag: brief.tag.clone(),
        quantity: Quantity { amount: now.quantity, unit: unit_of(brief).to_owned() },
        finished: now.finished,
        held: brief.hold,
        packaged: brief.packaged,
    }
}

/// An amount as typed. What can mean two things is asked.
fn quantity(typed: &str) -> Result<TypedAmount, DeskError> {
    let why = match read_quantity(typed) {
        Ok(Some(read)) => return Ok(read),
        Ok(None) => say::reports_amount_missing(),
        Err(why) => say::reports_amount_unreadable(typed.trim(), why.to_string()),
    };
    Err(DeskError::bad_request(why, say::reports_amount_next()))
}

/// Refuses texts of a form that no field can show, before anything is made of them.
fn readable(form: &ActionForm) -> Result<(), DeskError> {
    match form {
        ActionForm::Finish { .. } | ActionForm::Unfinish => Ok(()),
        ActionForm::Adjust { note, .. } | ActionForm::Note { note } => {
            texts::usable(note, &say::reports_field_note(), Limit::lines(LONGEST))
        }
        ActionForm::Location { location, sublocation, .. } => {
            texts::usable(location, &say::reports_field_location(), Limit::line(LONGEST))?;
            texts::usable(sublocation, &say::reports_field_sublocation(), Limit::line(LONGEST))
        }
        ActionForm::Item { item } => texts::usable(item, &say::reports_field_item(), Limit::line(LONGEST)),
    }
}

/// What was chosen; `none` says that nothing was, and `next` what to do then.
fn named(text: &str, none: fn() -> Words, next: fn() -> Words) -> Result<&str, DeskError> {
    match text.trim() {
        "" => Err(DeskError::bad_request(none(), next())),
        text => Ok(text),
    }
}
