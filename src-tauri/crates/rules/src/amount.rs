//! The one reader of amounts: what a person typed or a file holds, with sign, unit and money; and the one writer.
//!
//! The grammar is that of the United States: a point before decimals, commas between thousands. What can mean two
//! things (`1,000`, `1,5`) is refused with both named; nothing is guessed and nothing is rounded. The page reads the
//! same grammar (`ui/src/base/amount.ts`) for what must be said while a person types; both are held to
//! `cases/amounts.json`.

use std::fmt;

use rust_decimal::Decimal;
use words::{Words, say};

use crate::unit::{Unit, find_unit};
use crate::{QuantityKind, ScaledAmount};

/// Why a text is not an amount. Each reads after a colon, as in `The gross weight on line 3 cannot be read: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a number.
    NotANumber,
    /// One comma that can group thousands or stand before decimals.
    Comma {
        /// The number without its comma.
        joined: String,
        /// The number with a point for its comma.
        decimal: String,
    },
    /// Commas that do not group thousands.
    Commas,
    /// Below zero.
    BelowZero,
    /// More than six decimals, or too large.
    TooFine,
    /// A unit that the state does not name.
    UnknownUnit {
        /// As it stands there.
        found: String,
    },
    /// A unit of pieces or volume where a weight is wanted.
    NotAWeight {
        /// The unit's name.
        found: &'static str,
    },
    /// A unit where none belongs.
    Unit,
    /// A unit behind the number that is not the one beside it.
    TwoUnits {
        /// The unit behind the number.
        behind: &'static str,
        /// The unit of its own field or column.
        beside: &'static str,
    },
    /// A dollar sign where no money belongs.
    Money,
}

impl AmountError {
    fn words(&self) -> Words {
        match self {
            Self::NotANumber => say::rules_amount_not_a_number(),
            Self::Comma { joined, decimal } => say::rules_amount_comma(decimal, joined),
            Self::Commas => say::rules_amount_commas(),
            Self::BelowZero => say::rules_amount_below_zero(),
            Self::TooFine => say::rules_amount_too_fine(),
            Self::UnknownUnit { found } => say::rules_amount_unknown_unit(found),
            Self::NotAWeight { found } => say::rules_amount_not_a_weight(*found),
            Self::Unit => say::rules_amount_unit(),
            Self::TwoUnits { behind, beside } => say::rules_amount_two_units(*behind, *beside),
            Self::Money => say::rules_amount_money(),
        }
    }
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

/// An amount as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedAmount {
    /// Exact; at most six decimals.
    pub amount: Decimal,
    /// The unit written behind it.
    pub unit: Option<&'static Unit>,
    /// Whether a dollar sign stands with it.
    pub money: bool,
}

/// Reads any amount. Nothing but spaces is no amount.
///
/// # Errors
/// [`AmountError`] where the text is no amount or can mean two.
pub fn read_amount(text: &str) -> Result<Option<TypedAmount>, AmountError> {
    let parts = Parts::of(text)?;
    let Some(parts) = parts else { return Ok(None) };
    let amount = number(&parts)?;
    let unit = match parts.unit.as_str() {
        "" => None,
        unit => Some(find_unit(unit).ok_or_else(|| AmountError::UnknownUnit { found: unit.to_owned() })?),
    };
    Ok(Some(TypedAmount { amount, unit, money: parts.money }))
}

/// Reads a quantity, or the change of one: a sign and a unit may stand with it.
///
/// # Errors
/// As [`read_amount`]; also for money.
pub fn read_quantity(text: &str) -> Result<Option<TypedAmount>, AmountError> {
    match read_amount(text)? {
        Some(read) if read.money => Err(AmountError::Money),
        read => Ok(read),
    }
}

/// Reads a weight beside the unit of its own field or column: the unit may stand behind the number, beside it, or both
/// where they agree. The unit is none where neither has one.
///
/// # Errors
/// As [`read_quantity`]; also below zero, for units that are not of weight, and for two that differ.
pub fn read_weight(text: &str, unit: &str) -> Result<Option<(Decimal, Option<&'static Unit>)>, AmountError> {
    let Some(read) = read_quantity(text)? else { return Ok(None) };
    if read.amount < Decimal::ZERO {
        return Err(AmountError::BelowZero);
    }
    let beside = match unit.trim() {
        "" => None,
        unit => Some(find_unit(unit).ok_or_else(|| AmountError::UnknownUnit { found: unit.to_owned() })?),
    };
    if let (Some(behind), Some(beside)) = (read.unit, beside)
        && behind != beside
    {
        return Err(AmountError::TwoUnits { behind: behind.name, beside: beside.name });
    }
    let unit = read.unit.or(beside);
    match unit.filter(|unit| unit.kind != QuantityKind::WeightBased) {
        Some(other) => Err(AmountError::NotAWeight { found: other.name }),
        None => Ok(Some((read.amount, unit))),
    }
}

/// Reads a price in dollars, with or without the sign. With it, a comma is one of thousands.
///
/// # Errors
/// As [`read_amount`]; also below zero and with a unit.
pub fn read_price(text: &str) -> Result<Option<Decimal>, AmountError> {
    match read_amount(text)? {
        Some(TypedAmount { unit: Some(_), .. }) => Err(AmountError::Unit),
        Some(read) if read.amount < Decimal::ZERO => Err(AmountError::BelowZero),
        read => Ok(read.map(|read| read.amount)),
    }
}

/// Reads a number that stands alone, as a filter compares it: a sign, no unit, no money.
///
/// # Errors
/// As [`read_quantity`]; also with a unit.
pub fn read_number(text: &str) -> Result<Option<Decimal>, AmountError> {
    match read_quantity(text)? {
        Some(TypedAmount { unit: Some(_), .. }) => Err(AmountError::Unit),
        read => Ok(read.map(|read| read.amount)),
    }
}

/// Writes an amount for a person: commas between thousands, a point before decimals, no zeros at the end.
pub fn amount_words(amount: Decimal) -> String {
    let plain = amount.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut words = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    if let Some(fraction) = fraction {
        words.push('.');
        words.push_str(fraction);
    }
    words
}

/// Writes a change of an amount for a person, with its sign: `+1,000`, `\u{2212}2`.
pub fn change_words(by: Decimal) -> String {
    let sign = if by.is_sign_negative() { '\u{2212}' } else { '+' };
    format!("{sign}{}", amount_words(by.abs()))
}

/// What stands in a text, taken apart.
struct Parts {
    negative: bool,
    money: bool,
    /// Figures, points, commas and the spaces between them.
    figures: String,
    unit: String,
}

impl Parts {
    /// None where nothing is written.
    fn of(text: &str) -> Result<Option<Self>, AmountError> {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let mut rest = text.trim();
        if rest.is_empty() {
            return Ok(None);
        }
        let (mut negative, mut signed, mut money) = (false, false, false);
        loop {
            if let Some((sign, behind)) = sign(rest).filter(|_| !signed) {
                (negative, signed, rest) = (sign, true, behind.trim_start());
            } else if let Some(behind) = dollar_before(rest).filter(|_| !money) {
                (money, rest) = (true, behind.trim_start());
            } else {
                break;
            }
        }
        // A cell of money that was never filled in holds the sign alone.
        if rest.is_empty() && money && !signed {
            return Ok(None);
        }
        let end = rest.find(|c: char| !is_figure(c)).unwrap_or(rest.len());
        let (figures, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let mut unit = behind.trim();
        if let Some(before) = dollar_behind(unit).filter(|_| !money) {
            (money, unit) = (true, before);
        }
        // `1e3`, `1_000` and `1/2` are no number and its unit.
        let is_unit = unit.is_empty() || (unit.starts_with(char::is_alphabetic) && !unit.contains(char::is_numeric));
        if !is_unit || !figures.contains(|c: char| c.is_ascii_digit()) {
            return Err(AmountError::NotANumber);
        }
        Ok(Some(Self { negative, money, figures: figures.trim().to_owned(), unit: unit.to_owned() }))
    }
}

/// What word processors and web pages leave in a text and nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',') || c.is_whitespace()
}

/// A sign and what is behind it; true below zero. Hyphens and dashes that programs put for a minus are one.
fn sign(text: &str) -> Option<(bool, &str)> {
    if let Some(behind) = text.strip_prefix('+') {
        return Some((false, behind));
    }
    text.strip_prefix(['-', '\u{2212}', '\u{2010}', '\u{2011}', '\u{2013}']).map(|behind| (true, behind))
}

fn dollar_before(text: &str) -> Option<&str> {
    ["US$", "USD", "$"].into_iter().find_map(|sign| text.strip_prefix(sign))
}

fn dollar_behind(text: &str) -> Option<&str> {
    ["$", "USD"].into_iter().find(|sign| text == *sign).map(|_| "")
}

/// The number of the figures.
fn number(parts: &Parts) -> Result<Decimal, AmountError> {
    let sign = if parts.negative { "-" } else { "" };
    let figures = &parts.figures;
    let (whole, fraction) = figures.split_once('.').unwrap_or((figures, ""));
    if fraction.contains(',') {
        return Err(AmountError::Commas);
    }
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AmountError::NotANumber);
    }
    let whole = if whole.contains(',') { between_commas(whole, fraction, parts)? } else { between_spaces(whole)? };
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    let point = if fraction.is_empty() { "" } else { "." };
    // Exact: what does not fit is refused, where `from_str` would round it.
    let exact = Decimal::from_str_exact(&format!("{sign}{whole}{point}{fraction}"));
    let amount = exact.map_err(|_| AmountError::TooFine)?;
    ScaledAmount::from_decimal(amount).map_err(|_| AmountError::TooFine)?;
    Ok(if amount.is_zero() { Decimal::ZERO } else { amount })
}

/// `1,234` as `1234`, where the commas can only be those of thousands.
fn between_commas(whole: &str, fraction: &str, parts: &Parts) -> Result<String, AmountError> {
    let groups: Vec<&str> = whole.split(',').map(str::trim).collect();
    if groups.iter().any(|group| !group.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(AmountError::Commas);
    }
    let thousands = are_thousands(&groups);
    match groups.as_slice() {
        // One group alone (`12,345`) may be twelve and a bit; with a point behind it, or a dollar sign, it cannot.
        [before, behind] if fraction.is_empty() && !(thousands && parts.money) && !behind.is_empty() => {
            let sign = if parts.negative { "-" } else { "" };
            let zeros = |text: &str| match text.trim_start_matches('0') {
                "" => "0".to_owned(),
                rest => rest.to_owned(),
            };
            let decimals = match behind.trim_end_matches('0') {
                "" => "0",
                decimals => decimals,
            };
            Err(AmountError::Comma {
                joined: format!("{sign}{}", zeros(&format!("{before}{behind}"))),
                decimal: format!("{sign}{}.{decimals}", zeros(before)),
            })
        }
        _ if thousands => Ok(groups.concat()),
        _ => Err(AmountError::Commas),
    }
}

/// `1 234` as `1234`; spaces anywhere else are two numbers.
fn between_spaces(whole: &str) -> Result<String, AmountError> {
    let groups: Vec<&str> = whole.split_whitespace().collect();
    let digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if digits && (groups.len() < 2 || are_thousands(&groups)) {
        Ok(groups.concat())
    } else {
        Err(AmountError::NotANumber)
    }
}

fn are_thousands(groups: &[&str]) -> bool {
    let Some((first, others)) = groups.split_first() else { return false };
    (1..=3).contains(&first.len()) && !first.starts_with('0') && others.iter().all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    /// One line of the table that the page's reader is held to as well.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        typed: String,
        #[serde(default)]
        field: Field,
        amount: Option<String>,
        unit: Option<String>,
        /// As it was typed; the page knows no units.
        #[serde(default, rename = "unit_text")]
        _unit_text: Option<String>,
        #[serde(default)]
        money: bool,
        refused: Option<String>,
    }

    #[derive(Deserialize, Default)]
    #[serde(rename_all = "snake_case")]
    enum Field {
        #[default]
        Any,
        Quantity,
        Price,
        Number,
    }

    #[test]
    fn amounts_are_read_as_the_table_says() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../cases/amounts.json")).unwrap();
        assert!(cases.len() > 60);
        for case in cases {
            let alone = |amount| TypedAmount { amount, unit: None, money: false };
            let read = match case.field {
                Field::Any => read_amount(&case.typed),
                Field::Quantity => read_quantity(&case.typed),
                Field::Price => read_price(&case.typed).map(|price| price.map(alone)),
                Field::Number => read_number(&case.typed).map(|number| number.map(alone)),
            };
            let read = read.map_err(|why| why.to_string()).map(|read| {
                read.map(|read| (read.amount.to_string(), read.unit.map(|unit| unit.name.to_owned()), read.money))
            });
            let wanted = match (case.refused, case.amount) {
                (Some(why), _) => Err(why),
                (None, amount) => Ok(amount.map(|amount| (amount, case.unit, case.money))),
            };
            assert_eq!(read, wanted, "{:?}", case.typed);
        }
    }

    #[test]
    fn a_weight_takes_its_unit_from_behind_or_from_beside() {
        let read = |text: &str, unit: &str| {
            let read = read_weight(text, unit).map_err(|why| why.to_string());
            read.map(|read| read.map(|(amount, unit)| (amount.to_string(), unit.map_or("", |unit| unit.name))))
        };
        let is = |amount: &str, unit: &'static str| Ok(Some((amount.to_owned(), unit)));
        assert_eq!(read("12.5", "lbs"), is("12.5", "Pounds"));
        assert_eq!(read("12.5 lbs", ""), is("12.5", "Pounds"));
        assert_eq!(read("12.5 lbs", "Pounds"), is("12.5", "Pounds"));
        assert_eq!(read("12.5", " "), is("12.5", ""));
        assert_eq!(read("", "lbs"), Ok(None));
        assert_eq!(read("2 lbs", "g"), Err("it says Pounds and the unit beside it says Grams".to_owned()));
        assert_eq!(read("2 ea", ""), Err("Each is not a unit of weight".to_owned()));
        assert_eq!(read("2", "stone"), Err("\u{201c}stone\u{201d} is not a unit that the state knows".to_owned()));
        assert_eq!(read("-2", "g"), Err("it is below zero".to_owned()));
        assert_eq!(read("$2", "g"), Err("it has a dollar sign".to_owned()));
    }

    #[test]
    fn amounts_are_written_with_their_thousands() {
        let written = ["0", "1", "999", "1000", "-1234567.50", "0.5", "-0.000001", "100000"]
            .map(|text| amount_words(text.parse().unwrap()));
        assert_eq!(written, ["0", "1", "999", "1,000", "-1,234,567.5", "0.5", "-0.000001", "100,000"]);
        let changes = ["1", "-2.50", "1000"].map(|text| change_words(text.parse().unwrap()));
        assert_eq!(changes, ["+1", "\u{2212}2.5", "+1,000"]);
    }

    proptest! {
        /// What is written is read as the same, or refused because its one comma can mean two things: never as another.
        #[test]
        fn what_is_written_is_never_read_as_another(millionths in any::<i64>()) {
            let amount = ScaledAmount::from_millionths(millionths).to_decimal();
            match read_amount(&amount_words(amount)) {
                Ok(read) => prop_assert_eq!(read.map(|read| read.amount), Some(amount)),
                Err(AmountError::Comma { joined, .. }) => prop_assert_eq!(joined, amount.to_string()),
                Err(other) => prop_assert!(false, "{}: {}", amount, other),
            }
            prop_assert_eq!(read_amount(&amount.to_string()).unwrap().map(|read| read.amount), Some(amount));
        }

        /// Any text is read or refused, and what is read can be written.
        #[test]
        fn no_text_breaks_the_reader(text in "[-+$ 0-9.,a-z\u{2212}\u{a0}]{0,12}") {
            if let Ok(Some(read)) = read_amount(&text) {
                prop_assert!(!amount_words(read.amount).is_empty());
            }
        }
    }
}
