//! Where the state does not hold what a person saw at the review: both figures in one sentence, and what can be done. Pure.

use jiff::Timestamp;
use outbox::{Intent, Reason};
use rules::{amount_words, change_words};
use rust_decimal::Decimal;
use words::{Language, Text, Words, say};

use super::{Moved, told};
use crate::contract::OutboxChoice;
use crate::wording::california;

/// What happened, with what was seen, when, and what the state holds; none where the state did not move.
pub(crate) fn happened(intent: &Intent, now: Timestamp) -> Option<String> {
    let held = intent.moved_to()?;
    let promise = intent.promise.as_ref()?;
    let moved = Moved { at: california::moment(promise.at, now), promise, held, value: of_state(intent) };
    Some(told(&intent.write)?.moved(&moved)?.to_string())
}

/// What a person can answer, beside taking it back.
pub(crate) fn choices(intent: &Intent, now: Timestamp) -> Vec<OutboxChoice> {
    let told = told(&intent.write).filter(|_| intent.moved_to().is_some());
    told.map(|told| told.choices(intent, now)).unwrap_or_default()
}

/// The value that the state holds, as the facts have it.
fn of_state(intent: &Intent) -> Text {
    match &intent.progress.reason {
        Some(Reason::Moved { facts }) => facts.first().map_or_else(|| "".into(), |fact| or_nothing(&fact.now).into()),
        _ => "".into(),
    }
}

/// A quantity that was seen or is held, which may not be known.
pub(crate) fn figure(quantity: Option<Decimal>, unit: &str) -> Text {
    quantity.map_or_else(|| say::reports_moved_unknown_amount().into(), |quantity| amount(quantity, unit).into())
}

/// A text, or that there is none.
pub(crate) fn or_nothing(text: &str) -> Words {
    match text.trim() {
        text if text.is_empty() || is_empty_said(text) => say::reports_moved_nothing(),
        text => say::reports_moved_text(text),
    }
}

/// A fact that was kept says of nothing that it is empty, in the language that was spoken then.
fn is_empty_said(text: &str) -> bool {
    Language::ALL.into_iter().any(|language| say::reporting_empty().in_language(language) == text)
}

/// Pieces are counted without a unit: `10`; what is weighed has one: `3.5 Grams`.
pub(crate) fn amount(quantity: Decimal, unit: &str) -> String {
    let quantity = amount_words(quantity);
    if unit.eq_ignore_ascii_case("each") { quantity } else { format!("{quantity} {unit}") }
}

/// The same of a change, with its sign.
pub(crate) fn signed(by: Decimal, unit: &str) -> String {
    let by = change_words(by);
    if unit.eq_ignore_ascii_case("each") { by } else { format!("{by} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_its_unit_where_that_is_not_pieces() {
        let amounts = [("10", "Each"), ("-2.50", "Grams"), ("-2", "Each"), ("1", "Ounces")]
            .map(|(by, unit)| signed(by.parse().unwrap(), unit));
        assert_eq!(amounts, ["+10", "\u{2212}2.5 Grams", "\u{2212}2", "+1 Ounces"]);
    }
}
