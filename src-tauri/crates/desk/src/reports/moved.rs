//! Where the state does not hold what a person saw at the review: both figures in one sentence, and what can be done. Pure.

use jiff::Timestamp;
use outbox::{Intent, Promise, Reason, Write};
use rules::{amount_words, change_words};
use rust_decimal::Decimal;

use super::effective::place;
use crate::california;
use crate::contract::{OutboxChoice, OutboxDecision};

/// What happened, with what was seen, when, and what the state holds; none where the state did not move.
pub(super) fn happened(intent: &Intent, now: Timestamp) -> Option<String> {
    let held = intent.moved_to()?;
    let Promise { at, seen, to } = intent.promise.as_ref()?;
    let at = california::moment(*at, now);
    let figure = |quantity: Option<Decimal>, unit: &str| {
        quantity.map_or_else(|| "an amount that is not known".to_owned(), |quantity| amount(quantity, unit))
    };
    let (copy, state) = (figure(seen.quantity, &seen.unit), figure(held.quantity, &held.unit));
    // A person who agreed to something else since has that in the facts.
    Some(match &intent.write {
        Write::Adjust { by, unit, .. } => match to {
            Some(to) => {
                let to = amount(*to, unit);
                format!("You counted {to} at {at}, when the copy said {copy}. The state now holds {state}.")
            }
            None => {
                let by = signed(*by, unit);
                format!(
                    "You reviewed a change of {by} at {at}, when the copy said {copy}. The state now holds {state}."
                )
            }
        },
        Write::Finish { .. } => {
            format!("The package was empty when you reviewed this at {at}. The state now holds {state}.")
        }
        Write::Location { .. } => {
            let (was, is) = (place(&seen.location, &seen.sublocation), of_state(intent));
            format!(
                "The package was in {} when you reviewed this at {at}. The state now has it in {is}.",
                or_none(&was)
            )
        }
        Write::Note { .. } => {
            let (was, is) = (or_none(&seen.note), of_state(intent));
            format!("The note said {was} when you reviewed this at {at}. The state\u{2019}s note now says {is}.")
        }
        Write::Item { .. } => {
            let (was, is) = (or_none(&seen.item), of_state(intent));
            format!("The item was {was} when you reviewed this at {at}. The state now has {is}.")
        }
        // These promise nothing that could move.
        Write::Unfinish { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. }
        | Write::TemplateCreate { .. }
        | Write::TemplateUpdate { .. }
        | Write::TemplateDelete { .. } => return None,
    })
}

/// What a person can answer, beside taking it back.
pub(super) fn choices(intent: &Intent, now: Timestamp) -> Vec<OutboxChoice> {
    if intent.moved_to().is_none() {
        return Vec::new();
    }
    let as_meant = |words: String, does: String| OutboxChoice { decision: OutboxDecision::SendAsMeant, words, does };
    match &intent.write {
        Write::Adjust { by, unit, .. } => {
            let does = match intent.as_meant() {
                Some(left) if left.is_sign_negative() => {
                    "That is more than the state holds, so the state will refuse it.".to_owned()
                }
                Some(left) => {
                    format!("Sends the change as you reviewed it. The package then holds {}.", amount(left, unit))
                }
                None => "Sends the change as you reviewed it.".to_owned(),
            };
            let mut choices = vec![as_meant(format!("Send {} as it was meant", signed(*by, unit)), does)];
            if let Some(anew) = intent.set_anew(now)
                && let (Some(to), Write::Adjust { by, .. }) =
                    (anew.promise.as_ref().and_then(|promise| promise.to), &anew.write)
            {
                let words = format!("Make it {} now", amount(to, unit));
                let does = format!("Sends {} instead, in place of this report.", signed(*by, unit));
                choices.push(OutboxChoice { decision: OutboxDecision::SetAnew, words, does });
            }
            choices
        }
        Write::Finish { .. } => vec![as_meant(
            "Finish it all the same".to_owned(),
            "The state usually refuses to finish a package that is not empty. Adjust or sell it first.".to_owned(),
        )],
        Write::Location { location, sublocation, .. } => {
            let to = place(location, sublocation.as_deref().unwrap_or_default());
            vec![as_meant("Move it all the same".to_owned(), format!("The package is then in {to}."))]
        }
        Write::Note { note, .. } if note.trim().is_empty() => {
            vec![as_meant("Remove the note all the same".to_owned(), "The note that is there now is lost.".to_owned())]
        }
        Write::Note { note, .. } => vec![as_meant(
            "Replace the note all the same".to_owned(),
            format!("The note then says {}. The one that is there now is lost.", or_none(note)),
        )],
        Write::Item { item, .. } => {
            vec![as_meant("Change the item all the same".to_owned(), format!("The item is then {item}."))]
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
fn of_state(intent: &Intent) -> String {
    match &intent.progress.reason {
        Some(Reason::Moved { facts }) => facts.first().map(|fact| or_none(&fact.now)).unwrap_or_default(),
        _ => String::new(),
    }
}

fn or_none(text: &str) -> String {
    match text.trim() {
        "" | "empty" => "nothing".to_owned(),
        text => format!("\u{201c}{text}\u{201d}"),
    }
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
