//! Adjusting the quantity of packages.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Adjust, Intent, Mark, PackageHolds, PackageSnapshot, Write};
use rules::{
    AdjustmentReason, Finding, PackageAction, PackageFacts, Quantity, TypedAmount, Unit, amount_words, check_action,
    find_unit, read_quantity,
};
use rust_decimal::Decimal;
use words::{Words, say};

use super::moved::{amount, figure, signed};
use super::package::{held, unit_of};
use super::{LONGEST, Moved, Told, Wish, as_meant, choice, named};
use crate::contract::{ActionForm, AdjustMode, DeskError, OutboxChoice, OutboxDecision};
use crate::wording::california::long;
use crate::wording::texts::{self, Limit};

/// The unit that was typed behind the amount must be each package's own.
#[derive(Debug)]
pub(super) struct Wanted {
    mode: AdjustMode,
    amount: Decimal,
    unit: Option<&'static Unit>,
    reason: AdjustmentReason,
    note: String,
    date: Date,
}

pub(super) fn read(
    mode: AdjustMode,
    amount: &str,
    reason: &str,
    note: &str,
    date: Date,
    reason_of: impl FnOnce(&str) -> Result<AdjustmentReason, DeskError>,
) -> Result<Wanted, DeskError> {
    texts::usable(note, &say::reports_field_note(), Limit::lines(LONGEST))?;
    let TypedAmount { amount, unit, money: _ } = typed(amount)?;
    let reason = reason_of(named(reason, say::reports_no_reason, say::reports_no_reason_next)?)?;
    Ok(Wanted { mode, amount, unit, reason, note: note.trim().to_owned(), date })
}

/// A change that nothing speaks against by itself: the form asks for the real one.
pub(super) fn offered(today: Date) -> Wanted {
    let reason = AdjustmentReason { name: String::new(), requires_note: false };
    Wanted { mode: AdjustMode::By, amount: Decimal::ONE, unit: None, reason, note: String::new(), date: today }
}

/// An amount as typed. What can mean two things is asked.
fn typed(typed: &str) -> Result<TypedAmount, DeskError> {
    let why = match read_quantity(typed) {
        Ok(Some(read)) => return Ok(read),
        Ok(None) => say::reports_amount_missing(),
        Err(why) => say::reports_amount_unreadable(typed.trim(), why.to_string()),
    };
    Err(DeskError::bad_request(why, say::reports_amount_next()))
}

impl Wanted {
    /// The change of a package that holds so much.
    fn by(&self, held: Decimal) -> Decimal {
        match self.mode {
            AdjustMode::By => self.amount,
            AdjustMode::To => self.amount.checked_sub(held).unwrap_or(self.amount),
        }
    }
}

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn write(&self, brief: &PackageBrief, now: &PackageHolds) -> Write {
        Adjust {
            tag: brief.tag.clone(),
            by: self.by(now.quantity),
            unit: unit_of(brief).to_owned(),
            reason: self.reason.name.clone(),
            note: (!self.note.is_empty()).then(|| self.note.clone()),
            date: self.date,
        }
        .into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        let by = Quantity { amount: self.by(facts.quantity.amount), unit: facts.quantity.unit.clone() };
        let (reason, note) = (&self.reason, self.note.as_str());
        let action = PackageAction::Adjust { by: &by, reason, note, reserved: Mark::ROOM, date: self.date };
        check_action(&action, facts, today)
    }

    fn already(&self, _: &str, _: &PackageHolds) -> Option<Words> {
        None
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_adjust(count)
    }

    fn promise(&self, count: usize, unit: Option<&str>) -> Words {
        let measured = |amount: Decimal| match unit {
            Some(unit) if count == 1 => format!("{} {unit}", amount_words(amount)),
            Some(_) | None => amount_words(amount),
        };
        let (words, reason, date) = (measured(self.amount.abs()), &self.reason.name, long(self.date));
        match self.mode {
            AdjustMode::By if self.amount.is_sign_negative() => say::reports_promise_lose(words, count, date, reason),
            AdjustMode::By => say::reports_promise_gain(words, count, date, reason),
            AdjustMode::To => say::reports_promise_hold(measured(self.amount), count, date, reason),
        }
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_adjust(count)
    }

    fn cell(&self, brief: &PackageBrief, state: &PackageHolds) -> String {
        held(brief, state)
    }

    fn set_to(&self) -> Option<Decimal> {
        match self.mode {
            AdjustMode::By => None,
            AdjustMode::To => Some(self.amount),
        }
    }

    fn noted(&self) -> Option<Words> {
        (!self.note.is_empty()).then(|| say::reports_review_noted(&self.note))
    }

    /// Nothing is converted behind the person's back.
    fn in_another_unit(&self, brief: &PackageBrief) -> Option<Words> {
        let typed = self.unit?;
        let own = unit_of(brief);
        let held_in = find_unit(own);
        if held_in == Some(typed) {
            return None;
        }
        let (tag, written) = (brief.tag.as_str(), amount_words(self.amount));
        Some(match held_in.and_then(|held_in| typed.convert(self.amount, held_in)) {
            Some(meant) => say::reports_other_unit_converted(written, amount_words(meant), own, tag, typed.name),
            None => say::reports_other_unit(written, own, tag, typed.name),
        })
    }

    fn if_moved(&self, count: usize) -> Option<Words> {
        Some(say::reports_if_moved(count))
    }
}

impl Told for Adjust {
    /// What was set is set in it.
    fn form(&self, set_to: Option<Decimal>) -> ActionForm {
        ActionForm::Adjust {
            mode: if set_to.is_some() { AdjustMode::To } else { AdjustMode::By },
            amount: set_to.unwrap_or(self.by).normalize().to_string(),
            reason: self.reason.clone(),
            note: self.note.clone().unwrap_or_default(),
            date: self.date,
        }
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        let quantity = |amount: Option<Decimal>| {
            amount.map(|amount| format!("{} {}", amount_words(amount), before.unit)).unwrap_or_default()
        };
        let after = before.quantity.and_then(|held| held.checked_add(self.by));
        (say::reports_fact_quantity(), quantity(before.quantity), quantity(after))
    }

    /// A person who agreed to something else since has that in the facts.
    fn moved(&self, moved: &Moved<'_>) -> Option<Words> {
        let (at, seen) = (&moved.at, &moved.promise.seen);
        let (copy, state) = (figure(seen.quantity, &seen.unit), figure(moved.held.quantity, &moved.held.unit));
        Some(match moved.promise.to {
            Some(to) => say::reports_moved_counted(at, copy, state, amount(to, &self.unit)),
            None => say::reports_moved_changed(at, signed(self.by, &self.unit), copy, state),
        })
    }

    fn choices(&self, intent: &Intent, now: Timestamp) -> Vec<OutboxChoice> {
        let does = match intent.as_meant() {
            Some(left) if left.is_sign_negative() => say::reports_choice_adjust_too_much(),
            Some(left) => say::reports_choice_adjust_leaves(amount(left, &self.unit)),
            None => say::reports_choice_adjust_does(),
        };
        let mut choices = vec![as_meant(&say::reports_choice_adjust(signed(self.by, &self.unit)), &does)];
        if let Some(anew) = intent.set_anew(now)
            && let (Some(to), Write::Adjust(set)) = (anew.promise.as_ref().and_then(|promise| promise.to), &anew.write)
        {
            let words = say::reports_choice_set(amount(to, &self.unit));
            let does = say::reports_choice_set_does(signed(set.by, &self.unit));
            choices.push(choice(OutboxDecision::SetAnew, &words, &does));
        }
        choices
    }
}
