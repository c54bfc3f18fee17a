//! The review sheet in words and sums. Pure.

use std::collections::BTreeMap;

use mirror::PackageBrief;
use rules::amount_words;
use rust_decimal::Decimal;
use words::{Words, say};

use super::wish::Wish;
use crate::california::long;
use crate::contract::{AdjustMode, ReviewTotal};
use crate::reports::effective::{Effective, place};

/// For example `Finish 40 packages`.
pub(super) fn title(wish: &Wish, count: usize) -> Words {
    match wish {
        Wish::Finish(_) => say::reports_review_finish(count),
        Wish::Unfinish => say::reports_review_unfinish(count),
        Wish::Adjust { .. } => say::reports_review_adjust(count),
        Wish::Location { .. } => say::reports_review_location(count),
        Wish::Note(_) => say::reports_review_note(count),
        Wish::Item(_) => say::reports_review_item(count),
    }
}

/// What will happen, for example `40 packages will be finished, dated Nov 23, 2026.` The amount of one package has
/// its unit behind it.
pub(super) fn promise(wish: &Wish, count: usize, unit: Option<&str>) -> Words {
    let measured = |amount: Decimal| match unit {
        Some(unit) if count == 1 => format!("{} {unit}", amount_words(amount)),
        Some(_) | None => amount_words(amount),
    };
    match wish {
        Wish::Finish(date) => say::reports_promise_finish(count, long(*date)),
        Wish::Unfinish => say::reports_promise_unfinish(count),
        Wish::Adjust { mode, amount, reason, date, .. } => {
            let (words, reason, date) = (measured(amount.abs()), &reason.name, long(*date));
            match mode {
                AdjustMode::By if amount.is_sign_negative() => say::reports_promise_lose(words, count, date, reason),
                AdjustMode::By => say::reports_promise_gain(words, count, date, reason),
                AdjustMode::To => say::reports_promise_hold(measured(*amount), count, date, reason),
            }
        }
        Wish::Location { location, sublocation, date } => {
            say::reports_promise_location(count, long(*date), place(location, sublocation))
        }
        Wish::Note(note) if note.is_empty() => say::reports_promise_note_removed(count),
        Wish::Note(note) => say::reports_promise_note(count, note),
        Wish::Item(item) => say::reports_promise_item(count, item),
    }
}

/// The note that goes with an adjustment; the others that have a text promise it already.
pub(super) fn noted(wish: &Wish) -> Option<Words> {
    match wish {
        Wish::Adjust { note, .. } if !note.is_empty() => Some(say::reports_review_noted(note)),
        Wish::Adjust { .. }
        | Wish::Finish(_)
        | Wish::Unfinish
        | Wish::Location { .. }
        | Wish::Note(_)
        | Wish::Item(_) => None,
    }
}

/// For example `3 packages cannot be finished; they are left out.`
pub(super) fn left_out(wish: &Wish, count: usize) -> Words {
    match wish {
        Wish::Finish(_) => say::reports_left_out_finish(count),
        Wish::Unfinish => say::reports_left_out_unfinish(count),
        Wish::Adjust { .. } => say::reports_left_out_adjust(count),
        Wish::Location { .. } => say::reports_left_out_location(count),
        Wish::Note(_) | Wish::Item(_) => say::reports_left_out_change(count),
    }
}

/// What changes of a package, before or after.
pub(super) fn cell(wish: &Wish, brief: &PackageBrief, state: &Effective) -> String {
    match wish {
        Wish::Finish(_) | Wish::Unfinish => match (state.finished, state.finished_on) {
            (true, Some(day)) => say::reports_cell_finished_on(long(day)).to_string(),
            (true, None) => say::reports_cell_finished().to_string(),
            (false, _) => say::reports_cell_active().to_string(),
        },
        Wish::Adjust { .. } => held(brief, state),
        Wish::Location { .. } => or_none(place(&state.location, &state.sublocation), &say::reports_cell_no_location()),
        Wish::Note(_) => or_none(state.note.clone(), &say::reports_cell_no_note()),
        Wish::Item(_) => state.item.clone(),
    }
}

/// How much a package holds, for example `10 ea`.
pub(super) fn held(brief: &PackageBrief, state: &Effective) -> String {
    format!("{} {}", amount_words(state.quantity), brief.unit)
}

fn or_none(text: String, none: &Words) -> String {
    if text.is_empty() { none.to_string() } else { text }
}

/// Sums by unit, exact; a sum too large for a number, which no license holds, is left as it was.
#[derive(Default)]
pub(super) struct Totals(BTreeMap<String, (i64, Decimal, Decimal)>);

impl Totals {
    pub fn add(&mut self, unit: &str, before: Decimal, after: Decimal) {
        let sum = self.0.entry(unit.to_owned()).or_default();
        sum.0 += 1;
        sum.1 = sum.1.checked_add(before).unwrap_or(sum.1);
        sum.2 = sum.2.checked_add(after).unwrap_or(sum.2);
    }

    /// The unit, where all are of one.
    pub fn unit(&self) -> Option<&str> {
        let mut units = self.0.keys();
        units.next().filter(|_| units.next().is_none()).map(String::as_str)
    }

    /// Most packages first.
    pub fn list(self) -> Vec<ReviewTotal> {
        let total = |(unit, (packages, before, after)): (String, (i64, Decimal, Decimal))| ReviewTotal {
            unit,
            packages,
            before: before.normalize().to_string(),
            after: after.normalize().to_string(),
        };
        let mut totals: Vec<_> = self.0.into_iter().map(total).collect();
        totals.sort_by_key(|total| -total.packages);
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_people_write_them() {
        let all = [1, 2, 999, 1_000, 12_345, 1_000_000].map(|count| title(&Wish::Unfinish, count).to_string());
        let wanted =
            ["1 package", "2 packages", "999 packages", "1,000 packages", "12,345 packages", "1,000,000 packages"];
        assert_eq!(all, wanted.map(|packages| format!("Unfinish {packages}")));
    }

    #[test]
    fn sums_are_exact() {
        let mut totals = Totals::default();
        for _ in 0..10 {
            totals.add("g", "0.1".parse().unwrap(), Decimal::ZERO);
        }
        let list = totals.list();
        assert_eq!((list[0].before.as_str(), list[0].after.as_str(), list[0].packages), ("1", "0", 10));
    }
}
