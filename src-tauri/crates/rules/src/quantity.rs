//! Exact quantities.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// An amount with the unit's name as the state writes it. The unit may be one that [`crate::find_unit`] does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The amount, exact.
    pub amount: Decimal,
    /// The unit's name, for example `Grams`.
    pub unit: String,
}

/// A decimal as SQLite stores it: an integer of millionths, so that SQL compares, sorts and sums exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ScaledAmount(i64);

/// An amount that does not fit in millionths: more than six decimals, or beyond nine million million.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{amount} does not fit: amounts have at most six decimals and 12 digits before them")]
pub struct ScaledAmountError {
    /// The amount refused.
    pub amount: Decimal,
}

/// Decimals kept in a [`ScaledAmount`].
const DECIMALS: u32 = 6;

impl ScaledAmount {
    /// Scales an amount.
    ///
    /// # Errors
    /// [`ScaledAmountError`] when the amount has more than six decimals or is too large; nothing is ever rounded.
    pub fn from_decimal(amount: Decimal) -> Result<Self, ScaledAmountError> {
        let refused = || ScaledAmountError { amount };
        let scaled = amount.checked_mul(Decimal::from(1_000_000)).ok_or_else(refused)?;
        if !scaled.fract().is_zero() {
            return Err(refused());
        }
        scaled.to_i64().map(Self).ok_or_else(refused)
    }

    /// The amount back, without trailing zeros.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, DECIMALS).normalize()
    }

    /// The stored integer, in millionths.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// Takes a stored integer.
    pub fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_fits_comes_back_exactly(millionths in any::<i64>()) {
            let amount = ScaledAmount::from_millionths(millionths).to_decimal();
            prop_assert_eq!(ScaledAmount::from_decimal(amount).unwrap().millionths(), millionths);
        }
    }

    #[test]
    fn a_seventh_decimal_is_refused_not_rounded() {
        assert!(ScaledAmount::from_decimal(Decimal::new(1, 7)).is_err());
    }
}
