//! The sums of a review sheet. Pure.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::contract::ReviewTotal;

/// Sums by unit, exact; a sum too large for a number, which no license holds, is left as it was.
#[derive(Default)]
pub(super) struct Totals(BTreeMap<String, (i64, Decimal, Decimal)>);

impl Totals {
    pub fn add(&mut self, unit: &str, before: Decimal, after: Decimal) {
        let sum = self.0.entry(unit.to_owned()).or_default();
        sum.0 += 1;
        sum.1 = sum.1.checked_add(before).unwrap_or(sum.1);
        sum.2 = sum.2.checked_add(after).unwrap_or(sum.2);
    }

    /// The unit, where all are of one.
    pub fn unit(&self) -> Option<&str> {
        let mut units = self.0.keys();
        units.next().filter(|_| units.next().is_none()).map(String::as_str)
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
    fn sums_are_exact() {
        let mut totals = Totals::default();
        for _ in 0..10 {
            totals.add("g", "0.1".parse().unwrap(), Decimal::ZERO);
        }
        let list = totals.list();
        assert_eq!((list[0].before.as_str(), list[0].after.as_str(), list[0].packages), ("1", "0", 10));
    }
}
