//! The review sheet in words and sums. Pure.

use std::collections::BTreeMap;

use mirror::PackageBrief;
use rules::amount_words;
use rust_decimal::Decimal;

use super::wish::Wish;
use crate::california::long;
use crate::contract::{AdjustMode, ReviewTotal};
use crate::reports::effective::{Effective, place};

/// `1 package`, `40 packages`.
pub(super) fn packages(count: usize) -> String {
    if count == 1 { "1 package".to_owned() } else { format!("{} packages", amount_words(count.into())) }
}

/// For example `Finish 40 packages`.
pub(super) fn title(wish: &Wish, count: usize) -> String {
    let of = packages(count);
    match wish {
        Wish::Finish(_) => format!("Finish {of}"),
        Wish::Unfinish => format!("Unfinish {of}"),
        Wish::Adjust { .. } => format!("Adjust {of}"),
        Wish::Location { .. } => format!("Move {of}"),
        Wish::Note(_) => format!("Change the note of {of}"),
        Wish::Item(_) => format!("Change the item of {of}"),
    }
}

/// What will happen, for example `40 packages will be finished, dated Nov 23, 2026.`
pub(super) fn promise(wish: &Wish, count: usize) -> String {
    let of = packages(count);
    match wish {
        Wish::Finish(date) => format!("{of} will be finished, dated {}.", long(*date)),
        Wish::Unfinish => format!("{of} will be unfinished and active again."),
        Wish::Adjust { mode: AdjustMode::By, amount, reason, date, .. } => {
            let verb = match (amount.is_sign_negative(), count) {
                (true, 1) => "loses",
                (true, _) => "lose",
                (false, 1) => "gains",
                (false, _) => "gain",
            };
            let each = if count == 1 { "" } else { " each, in its own unit" };
            let amount = amount_words(amount.abs());
            format!(
                "{of} {verb} {amount}{each}, for the reason \u{201c}{}\u{201d}, dated {}.",
                reason.name,
                long(*date)
            )
        }
        Wish::Adjust { mode: AdjustMode::To, amount, reason, date, .. } => {
            let each = if count == 1 { "" } else { " each, in its own unit" };
            let amount = amount_words(*amount);
            format!(
                "{of} will hold {amount}{each}, for the reason \u{201c}{}\u{201d}, dated {}.",
                reason.name,
                long(*date)
            )
        }
        Wish::Location { location, sublocation, date } => {
            format!("{of} will be moved to {}, dated {}.", place(location, sublocation), long(*date))
        }
        Wish::Note(note) if note.is_empty() => format!("The note of {of} will be removed."),
        Wish::Note(note) => format!("The note of {of} will be \u{201c}{note}\u{201d}."),
        Wish::Item(item) => format!("The item of {of} will be {item}."),
    }
}

/// What an adjustment does where the state has another quantity by the time it goes.
pub(super) fn if_moved(count: usize) -> &'static str {
    if count == 1 {
        "If the state holds another quantity by the time this goes, you are asked before anything is sent."
    } else {
        "Where the state holds another quantity by the time it goes, you are asked before anything is sent."
    }
}

/// For example `3 packages cannot be finished; they are left out.`
pub(super) fn left_out(wish: &Wish, count: usize) -> String {
    let they = if count == 1 { "it is" } else { "they are" };
    let done = match wish {
        Wish::Finish(_) => "finished",
        Wish::Unfinish => "unfinished",
        Wish::Adjust { .. } => "adjusted",
        Wish::Location { .. } => "moved",
        Wish::Note(_) | Wish::Item(_) => "changed",
    };
    format!("{} cannot be {done}; {they} left out.", packages(count))
}

/// What changes of a package, before or after.
pub(super) fn cell(wish: &Wish, brief: &PackageBrief, state: &Effective) -> String {
    match wish {
        Wish::Finish(_) | Wish::Unfinish => match (state.finished, state.finished_on) {
            (true, Some(day)) => format!("Finished {}", long(day)),
            (true, None) => "Finished".to_owned(),
            (false, _) => "Active".to_owned(),
        },
        Wish::Adjust { .. } => format!("{} {}", amount_words(state.quantity), brief.unit),
        Wish::Location { .. } => or_none(place(&state.location, &state.sublocation), "No location"),
        Wish::Note(_) => or_none(state.note.clone(), "No note"),
        Wish::Item(_) => state.item.clone(),
    }
}

fn or_none(text: String, none: &str) -> String {
    if text.is_empty() { none.to_owned() } else { text }
}

/// Sums by unit, exact; a sum too large for a number, which no licence holds, is left as it was.
#[derive(Default)]
pub(super) struct Totals(BTreeMap<String, (i64, Decimal, Decimal)>);

impl Totals {
    pub fn add(&mut self, unit: &str, before: Decimal, after: Decimal) {
        let sum = self.0.entry(unit.to_owned()).or_default();
        sum.0 += 1;
        sum.1 = sum.1.checked_add(before).unwrap_or(sum.1);
        sum.2 = sum.2.checked_add(after).unwrap_or(sum.2);
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
        let all = [1, 2, 999, 1_000, 12_345, 1_000_000].map(packages);
        let wanted =
            ["1 package", "2 packages", "999 packages", "1,000 packages", "12,345 packages", "1,000,000 packages"];
        assert_eq!(all, wanted);
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
