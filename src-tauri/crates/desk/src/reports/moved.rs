//! Where the state does not hold what a person saw at the review: both figures in one sentence, and what can be done. Pure.

use jiff::Timestamp;
use outbox::{Intent, Promise, Reason, Write};
use rules::{amount_words, change_words};
use rust_decimal::Decimal;
use words::{Language, Text, Words, say};

use super::effective::place;
use crate::california;
use crate::contract::{OutboxChoice, OutboxDecision};

/// What happened, with what was seen, when, and what the state holds; none where the state did not move.
pub(super) fn happened(intent: &Intent, now: Timestamp) -> Option<String> {
    let held = intent.moved_to()?;
    let Promise { at, seen, to } = intent.promise.as_ref()?;
    let at = california::moment(*at, now);
    let figure = |quantity: Option<Decimal>, unit: &str| -> Text {
        quantity.map_or_else(|| say::reports_moved_unknown_amount().into(), |quantity| amount(quantity, unit).into())
    };
    let (copy, state) = (figure(seen.quantity, &seen.unit), figure(held.quantity, &held.unit));
    // A person who agreed to something else since has that in the facts.
    let words = match &intent.write {
        Write::Adjust { by, unit, .. } => match to {
            Some(to) => say::reports_moved_counted(at, copy, state, amount(*to, unit)),
            None => say::reports_moved_changed(at, signed(*by, unit), copy, state),
        },
        Write::Finish { .. } => say::reports_moved_finish(at, state),
        Write::Location { .. } => {
            let was = or_none(&place(&seen.location, &seen.sublocation));
            say::reports_moved_location(at, of_state(intent), was)
        }
        Write::Note { .. } => say::reports_moved_note(at, of_state(intent), or_none(&seen.note)),
        Write::Item { .. } => say::reports_moved_item(at, of_state(intent), or_none(&seen.item)),
        // These promise nothing that could move.
        Write::Unfinish { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. }
        | Write::TemplateCreate { .. }
        | Write::TemplateUpdate { .. }
        | Write::TemplateDelete { .. } => return None,
    };
    Some(words.to_string())
}

/// What a person can answer, beside taking it back.
pub(super) fn choices(intent: &Intent, now: Timestamp) -> Vec<OutboxChoice> {
    if intent.moved_to().is_none() {
        return Vec::new();
    }
    let choice = |decision, words: Words, does: Words| OutboxChoice {
        decision,
        words: words.to_string(),
        does: does.to_string(),
    };
    let as_meant = |words, does| choice(OutboxDecision::SendAsMeant, words, does);
    match &intent.write {
        Write::Adjust { by, unit, .. } => {
            let does = match intent.as_meant() {
                Some(left) if left.is_sign_negative() => say::reports_choice_adjust_too_much(),
                Some(left) => say::reports_choice_adjust_leaves(amount(left, unit)),
                None => say::reports_choice_adjust_does(),
            };
            let mut choices = vec![as_meant(say::reports_choice_adjust(signed(*by, unit)), does)];
            if let Some(anew) = intent.set_anew(now)
                && let (Some(to), Write::Adjust { by, .. }) =
                    (anew.promise.as_ref().and_then(|promise| promise.to), &anew.write)
            {
                let words = say::reports_choice_set(amount(to, unit));
                choices.push(choice(OutboxDecision::SetAnew, words, say::reports_choice_set_does(signed(*by, unit))));
            }
            choices
        }
        Write::Finish { .. } => {
            vec![as_meant(say::reports_choice_finish(), say::reports_choice_finish_does())]
        }
        Write::Location { location, sublocation, .. } => {
            let to = place(location, sublocation.as_deref().unwrap_or_default());
            vec![as_meant(say::reports_choice_location(), say::reports_choice_location_does(to))]
        }
        Write::Note { note, .. } if note.trim().is_empty() => {
            vec![as_meant(say::reports_choice_note_remove(), say::reports_choice_note_remove_does())]
        }
        Write::Note { note, .. } => {
            vec![as_meant(say::reports_choice_note(), say::reports_choice_note_does(or_none(note)))]
        }
        Write::Item { item, .. } => {
            vec![as_meant(say::reports_choice_item(), say::reports_choice_item_does(item))]
        }
        Write::Unfinish { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. }
        | Write::TemplateCreate { .. }
        | Write::TemplateUpdate { .. }
        | Write::TemplateDelete { .. } => Vec::new(),
    }
}

/// The value that the state holds, as the facts have it.
fn of_state(intent: &Intent) -> Text {
    match &intent.progress.reason {
        Some(Reason::Moved { facts }) => facts.first().map_or_else(|| "".into(), |fact| or_none(&fact.now).into()),
        _ => "".into(),
    }
}

fn or_none(text: &str) -> Words {
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
fn amount(quantity: Decimal, unit: &str) -> String {
    let quantity = amount_words(quantity);
    if unit.eq_ignore_ascii_case("each") { quantity } else { format!("{quantity} {unit}") }
}

fn signed(by: Decimal, unit: &str) -> String {
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
