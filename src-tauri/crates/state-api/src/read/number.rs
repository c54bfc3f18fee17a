//! JSON numbers as exact decimals.

use rust_decimal::Decimal;
use serde_json::Value;

/// Reads the text of a JSON number, `0.1`, `1e-3` and `1234567.891` alike, without passing through a float. None when
/// it is no number or does not fit in 28 digits.
pub(crate) fn decimal_of(text: &str) -> Option<Decimal> {
    let text = text.trim();
    if text.contains(['e', 'E']) {
        Decimal::from_scientific(&text.replace('E', "e")).ok()
    } else {
        Decimal::from_str_exact(text).ok()
    }
}

/// A decimal as JSON: a number where a float gives it back to the last digit, else its text.
pub(crate) fn value_of(number: Decimal) -> Value {
    let text = number.to_string();
    match serde_json::from_str::<Value>(&text) {
        Ok(value) if decimal_of(&value.to_string()) == Some(number) => value,
        _ => Value::String(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, shown) in [
            ("0.1", "0.1"),
            ("3.5", "3.5"),
            ("1234567.891", "1234567.891"),
            ("1e-3", "0.001"),
            ("1E3", "1000"),
            ("2.5e+2", "250"),
            ("-0.30", "-0.30"),
            ("9007199254740993", "9007199254740993"),
            ("0.1000000000000000055511151231", "0.1000000000000000055511151231"),
        ] {
            assert_eq!(decimal_of(text).map(|d| d.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "abc", "1.2.3", "1e99", "99999999999999999999999999999999"] {
            assert_eq!(decimal_of(text), None, "{text} does not fit");
        }
    }
}
