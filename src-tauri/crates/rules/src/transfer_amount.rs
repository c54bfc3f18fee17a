//! Weights and prices as a person types them or a file holds them.

use rust_decimal::Decimal;

use crate::ScaledAmount;

/// Why a text is not an amount; the sentence is fit for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a number.
    #[error("it is not a number")]
    NotANumber,
    /// A comma that can mean two things.
    #[error("its comma can mean two things; write decimals with a point, such as 12.5")]
    Comma,
    /// Below zero.
    #[error("it is below zero")]
    BelowZero,
    /// More than six decimals, or too large.
    #[error("it has more than six decimals or is too large")]
    TooFine,
}

/// Reads a weight or a price: spaces and a dollar sign are dropped, commas between thousands too. Nothing but spaces
/// is no amount. Nothing is rounded.
///
/// # Errors
/// [`AmountError`] where the text is no amount of zero or more.
pub fn parse_amount(text: &str) -> Result<Option<Decimal>, AmountError> {
    let text = text.trim();
    let text = text.strip_prefix('$').unwrap_or(text).trim();
    if text.is_empty() {
        return Ok(None);
    }
    let digits = if text.contains(',') { without_thousands(text)? } else { text.to_owned() };
    let plain = digits.strip_prefix(['-', '+']).unwrap_or(&digits);
    let points = plain.matches('.').count();
    let figures = plain.bytes().filter(u8::is_ascii_digit).count();
    if figures == 0 || points > 1 || points + figures != plain.len() {
        return Err(AmountError::NotANumber);
    }
    // Exact: what does not fit is refused, where `from_str` would round it.
    let amount = Decimal::from_str_exact(&digits).map_err(|_| AmountError::TooFine)?;
    if amount < Decimal::ZERO {
        return Err(AmountError::BelowZero);
    }
    ScaledAmount::from_decimal(amount).map_err(|_| AmountError::TooFine)?;
    Ok(Some(amount))
}

/// `1,234.50` as `1234.50`; a comma that stands anywhere else could be a decimal one, which would be a thousand times off.
fn without_thousands(text: &str) -> Result<String, AmountError> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let thousands = digits(first) && first.len() <= 3 && groups.all(|group| group.len() == 3 && digits(group));
    // One group alone (`12,345`) may be twelve and a bit where a comma is the decimal sign; with a point it cannot.
    let certain = fraction.is_some() || whole.matches(',').count() > 1;
    if !thousands || !certain || fraction.is_some_and(|fraction| fraction.contains(',')) {
        return Err(AmountError::Comma);
    }
    Ok(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_it_was_meant_or_not_at_all() {
        let read = |text: &str| parse_amount(text).map(|amount| amount.map(|amount| amount.to_string()));
        let is = |text: &str| Ok(Some(text.to_owned()));
        for (typed, found) in [
            ("", Ok(None)),
            ("  ", Ok(None)),
            ("12.5", is("12.5")),
            (" $ 1,234.50 ", is("1234.50")),
            ("1,234,567", is("1234567")),
            ("0", is("0")),
            (".5", is("0.5")),
            ("12,5", Err(AmountError::Comma)),
            ("12,345", Err(AmountError::Comma)),
            ("1,23.4", Err(AmountError::Comma)),
            ("-3", Err(AmountError::BelowZero)),
            ("1e3", Err(AmountError::NotANumber)),
            ("12 g", Err(AmountError::NotANumber)),
            (".", Err(AmountError::NotANumber)),
            ("1_000", Err(AmountError::NotANumber)),
            ("0.0000001", Err(AmountError::TooFine)),
            ("1234567890123456789012345678901234567890", Err(AmountError::TooFine)),
            ("9999999999999999999", Err(AmountError::TooFine)),
        ] {
            assert_eq!(read(typed), found, "{typed:?}");
        }
    }
}
