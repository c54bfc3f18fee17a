//! What can be told offline about the first actions before anything is queued: finish, unfinish, adjust, change
//! location, note or item.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

use crate::dated::{RuleId, Weight, rule_on};
use crate::{Quantity, QuantityKind, Tag, amount_words, day_words, find_unit};

/// What is known of a package that bears on an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFacts {
    /// Its tag.
    pub tag: Tag,
    /// What is in it, with what waits in the outbox for it already counted.
    pub quantity: Quantity,
    /// Finished, or about to be by what waits in the outbox.
    pub finished: bool,
    /// On hold, recalled or under investigation, itself or through what it comes from.
    pub held: bool,
    /// The day on which it was packaged.
    pub packaged: Option<Date>,
}

/// An adjustment reason of `packages/v2/adjust/reasons`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AdjustmentReason {
    /// Its name.
    pub name: String,
    /// Whether it asks for a note.
    pub requires_note: bool,
}

/// What a person wants to do with a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageAction<'a> {
    /// Finish it.
    Finish {
        /// On this day.
        date: Date,
    },
    /// Unfinish it.
    Unfinish,
    /// Change its quantity.
    Adjust {
        /// By so much; below zero takes away.
        by: &'a Quantity,
        /// Why.
        reason: &'a AdjustmentReason,
        /// In the person's words.
        note: &'a str,
        /// Characters of a note that Trackside needs for itself, the space before them included.
        reserved: u32,
        /// On this day.
        date: Date,
    },
    /// Move it.
    Location {
        /// On this day.
        date: Date,
    },
    /// Replace its note.
    Note,
    /// Replace its item.
    Item,
}

/// A rule that is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Which.
    pub rule: RuleId,
    /// What follows.
    pub weight: Weight,
    /// What is wrong and what to do, in one or two sentences for a person.
    pub sentence: String,
    /// Where the rule stands.
    pub source: String,
}

/// Checks an action on a package on the day `today` of the license's own time. Empty: nothing speaks against it.
pub fn check_action(action: &PackageAction<'_>, package: &PackageFacts, today: Date) -> Vec<Finding> {
    let mut check = Check { today, findings: Vec::new() };
    if package.held {
        check.find(RuleId::NothingOnHold, || say::rules_action_on_hold(package.tag.as_str()));
    }
    let unfinishes = matches!(action, PackageAction::Unfinish);
    if package.finished && !unfinishes {
        check.find(RuleId::UnfinishFirst, || say::rules_action_finished(package.tag.as_str()));
    }
    if !package.finished && unfinishes {
        check.find(RuleId::FinishedBefore, || say::rules_action_not_finished(package.tag.as_str()));
    }
    match action {
        PackageAction::Finish { date } => {
            check.dated(*date, package);
            check.finish(package);
        }
        PackageAction::Adjust { by, reason, note, reserved, date } => {
            check.dated(*date, package);
            check.adjust(package, by);
            check.note(reason, note, *reserved);
        }
        PackageAction::Location { date } => check.dated(*date, package),
        PackageAction::Unfinish | PackageAction::Note | PackageAction::Item => {}
    }
    check.findings
}

struct Check {
    today: Date,
    findings: Vec<Finding>,
}

impl Check {
    /// Adds a finding, if its rule holds today.
    fn find(&mut self, rule: RuleId, sentence: impl FnOnce() -> Words) {
        if let Some(found) = rule_on(rule, self.today) {
            let source = found.source.to_owned();
            let sentence = sentence().to_string();
            self.findings.push(Finding { rule, weight: found.weight, sentence, source });
        }
    }

    fn dated(&mut self, date: Date, package: &PackageFacts) {
        if date > self.today {
            self.find(RuleId::NotInFuture, || say::rules_action_future(day_words(date)));
        }
        if let Some(packaged) = package.packaged.filter(|packaged| date < *packaged) {
            self.find(RuleId::NotBeforePackaged, || {
                say::rules_action_before_packaged(day_words(packaged), package.tag.as_str())
            });
        }
    }

    fn finish(&mut self, package: &PackageFacts) {
        let Quantity { amount, unit } = &package.quantity;
        if !amount.is_zero() {
            self.find(RuleId::FinishAtZero, || {
                say::rules_action_not_empty(format!("{} {unit}", amount_words(*amount)), package.tag.as_str())
            });
        }
    }

    fn adjust(&mut self, package: &PackageFacts, by: &Quantity) {
        if by.amount.is_zero() {
            self.find(RuleId::SomethingToChange, say::rules_action_no_change);
        }
        let (Some(unit), Some(held_in)) = (find_unit(&by.unit), find_unit(&package.quantity.unit)) else {
            // A unit that is not known here is left to the state.
            return;
        };
        let Some(change) = unit.convert(by.amount, held_in) else {
            self.find(RuleId::SameMeasure, || {
                say::rules_action_other_measure(held_in.name, package.tag.as_str(), unit.name)
            });
            return;
        };
        let after = package.quantity.amount.checked_add(change);
        if after.is_some_and(|after| after < Decimal::ZERO) {
            self.find(RuleId::NotBelowZero, || {
                let left = format!("{} {}", amount_words(package.quantity.amount), held_in.name);
                say::rules_action_below_zero(left, package.tag.as_str())
            });
        }
        if held_in.kind == QuantityKind::CountBased && !change.fract().is_zero() {
            self.find(RuleId::WholePieces, || say::rules_action_whole_pieces(package.tag.as_str()));
        }
    }

    fn note(&mut self, reason: &AdjustmentReason, note: &str, reserved: u32) {
        let note = note.trim();
        if reason.requires_note && note.is_empty() {
            self.find(RuleId::ReasonNote, || say::rules_action_reason_note(&reason.name));
        }
        let Some(limit) = rule_on(RuleId::NoteLength, self.today).and_then(|rule| rule.figure) else { return };
        let most = usize::try_from(limit.saturating_sub(reserved)).unwrap_or(usize::MAX);
        let found = note.chars().count();
        if found > most {
            self.find(RuleId::NoteLength, || say::rules_action_note_length(found, most));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn grams(amount: &str) -> Quantity {
        Quantity { amount: amount.parse().unwrap(), unit: "Grams".into() }
    }

    fn package(amount: &str) -> PackageFacts {
        PackageFacts {
            tag: Tag::from_state("1A4060300002199000003445"),
            quantity: grams(amount),
            finished: false,
            held: false,
            packaged: Some(day("2026-11-01")),
        }
    }

    fn reason(requires_note: bool) -> AdjustmentReason {
        AdjustmentReason { name: "Damage".into(), requires_note }
    }

    fn rules(action: &PackageAction<'_>, package: &PackageFacts) -> Vec<RuleId> {
        check_action(action, package, day("2026-11-22")).into_iter().map(|finding| finding.rule).collect()
    }

    fn adjusted(by: &Quantity, requires_note: bool, note: &str, package: &PackageFacts) -> Vec<RuleId> {
        let reason = reason(requires_note);
        let date = day("2026-11-22");
        rules(&PackageAction::Adjust { by, reason: &reason, note, reserved: 14, date }, package)
    }

    #[test]
    fn a_package_is_finished_only_at_zero() {
        let finish = PackageAction::Finish { date: day("2026-11-22") };
        assert_eq!(rules(&finish, &package("0.00")), []);
        let found = check_action(&finish, &package("3.50"), day("2026-11-22"));
        assert_eq!(
            found[0].sentence,
            "Package 1A4060300002199000003445 still holds 3.5 Grams. Adjust or sell it to zero before you finish it."
        );
        assert_eq!(found[0].weight, Weight::Stop);
        let full = check_action(&finish, &package("1234.50"), day("2026-11-22"));
        assert!(full[0].sentence.contains("holds 1,234.5 Grams"), "{}", full[0].sentence);
    }

    #[test]
    fn nothing_is_done_to_what_is_on_hold() {
        let held = PackageFacts { held: true, ..package("0") };
        let date = day("2026-11-22");
        for action in
            [PackageAction::Finish { date }, PackageAction::Location { date }, PackageAction::Note, PackageAction::Item]
        {
            assert_eq!(rules(&action, &held), [RuleId::NothingOnHold], "{action:?}");
        }
    }

    #[test]
    fn a_finished_package_is_unfinished_first() {
        let finished = PackageFacts { finished: true, ..package("0") };
        assert_eq!(rules(&PackageAction::Unfinish, &finished), []);
        assert_eq!(rules(&PackageAction::Note, &finished), [RuleId::UnfinishFirst]);
        assert_eq!(rules(&PackageAction::Unfinish, &package("0")), [RuleId::FinishedBefore]);
    }

    #[test]
    fn an_adjustment_leaves_at_least_nothing() {
        assert_eq!(adjusted(&grams("-10"), false, "", &package("10")), []);
        assert_eq!(adjusted(&grams("-10.001"), false, "", &package("10")), [RuleId::NotBelowZero]);
        let ounce = Quantity { amount: Decimal::NEGATIVE_ONE, unit: "oz".into() };
        assert_eq!(adjusted(&ounce, false, "", &package("28")), [RuleId::NotBelowZero], "28.35 g in an ounce");
        assert_eq!(adjusted(&ounce, false, "", &package("29")), []);
        assert_eq!(adjusted(&grams("0"), false, "", &package("10")), [RuleId::SomethingToChange]);
        let each = Quantity { amount: Decimal::ONE, unit: "Each".into() };
        assert_eq!(adjusted(&each, false, "", &package("10")), [RuleId::SameMeasure]);
        let counted = PackageFacts { quantity: Quantity { amount: Decimal::TEN, unit: "Each".into() }, ..package("1") };
        let half = Quantity { amount: Decimal::new(-5, 1), unit: "Each".into() };
        assert_eq!(adjusted(&half, false, "", &counted), [RuleId::WholePieces]);
    }

    #[test]
    fn a_reason_gets_the_note_it_asks_for_and_it_fits() {
        let by = grams("-1");
        assert_eq!(adjusted(&by, true, "  ", &package("10")), [RuleId::ReasonNote]);
        assert_eq!(adjusted(&by, true, "dropped", &package("10")), []);
        assert_eq!(adjusted(&by, false, &"é".repeat(186), &package("10")), [], "200 less the mark");
        assert_eq!(adjusted(&by, false, &"é".repeat(187), &package("10")), [RuleId::NoteLength]);
    }

    #[test]
    fn dates_lie_between_packaging_and_today() {
        let at = |text: &str| rules(&PackageAction::Finish { date: day(text) }, &package("0"));
        assert_eq!(at("2026-11-01"), []);
        assert_eq!(at("2026-10-31"), [RuleId::NotBeforePackaged]);
        assert_eq!(at("2026-11-23"), [RuleId::NotInFuture]);
        let sentence = |text: &str| {
            let finish = PackageAction::Finish { date: day(text) };
            check_action(&finish, &package("0"), day("2026-11-22")).remove(0).sentence
        };
        assert_eq!(sentence("2026-11-23"), "Nov 23, 2026 is in the future. Choose today or an earlier day.");
        assert!(sentence("2026-10-31").contains("was packaged on Nov 1, 2026."));
    }
}
