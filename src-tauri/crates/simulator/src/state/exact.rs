//! Exact arithmetic on amounts: nothing is rounded away, nothing overflows.
//!
//! A decimal has 28 digits. Every amount that the state takes in has at most twelve before the point and ten behind it
//! ([`fits`]), and every amount that it holds stays below the same bound, so that a sum or a difference of two of them
//! is always exact.

use rust_decimal::Decimal;

/// No amount of the state reaches this.
const BOUND: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

/// The most decimal places of an amount that is taken in.
const PLACES: u32 = 10;

/// Whether an amount may be taken in: below a trillion either way, with ten decimal places at most.
pub fn fits(amount: Decimal) -> bool {
    held(amount).is_some() && amount.normalize().scale() <= PLACES
}

/// The sum, where it may be held.
pub fn plus(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_add(other).and_then(held)
}

/// The difference, where it may be held.
pub fn minus(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_sub(other).and_then(held)
}

/// The sum of all, where it may be held.
pub fn total(amounts: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    amounts.into_iter().try_fold(Decimal::ZERO, plus)
}

/// The sum of all for reading, where no refusal is possible any more: as large as a number can be, if it were larger.
pub fn shown_total(amounts: impl IntoIterator<Item = Decimal>) -> Decimal {
    amounts.into_iter().fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap_or(Decimal::MAX))
}

fn held(amount: Decimal) -> Option<Decimal> {
    (amount.abs() < BOUND).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stay_where_sums_are_exact() {
        let bound = Decimal::from(1_000_000_000_000_i64);
        assert_eq!(BOUND, bound, "a trillion");
        let most: Decimal = "999999999999.9999999999".parse().unwrap();
        let least: Decimal = "0.0000000001".parse().unwrap();
        assert!(fits(most) && fits(-most) && fits(least) && !fits(bound));
        assert!(!fits("0.00000000001".parse().unwrap()), "an eleventh place");
        assert!(fits("1.50000000000000".parse().unwrap()), "zeros at the end are no places");
        assert_eq!(plus(most, least), None, "a trillion is not held");
        assert_eq!(plus(most, -least).map(|sum| sum.to_string()), Some("999999999999.9999999998".into()));
        assert_eq!(minus(Decimal::MIN, Decimal::MAX), None, "what no decimal can hold is none, and no panic");
        assert_eq!(total([most, -most, least]), Some(least));
        assert_eq!(shown_total([Decimal::MAX, Decimal::MAX]), Decimal::MAX);
    }
}
