//! The value forms that the API writes: exact numbers, instants, dates, units and lab states.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// Text that many rows share.
pub type Text = Arc<str>;

/// A number written exactly, with at least one decimal place (`1.0`), as the state writes quantities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Num(pub Decimal);

impl Serialize for Num {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let normal = self.0.normalize();
        let text = if normal.scale() == 0 { format!("{normal}.0") } else { normal.to_string() };
        RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// An instant as the state writes it: `2026-02-08T07:05:59.804361+00:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub Timestamp);

impl Instant {
    /// The written form.
    pub fn text(self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

/// What stands in a required instant that never happened.
pub const NEVER: &str = "0001-01-01T00:00:00+00:00";

/// California's clock: the United States' rule since 2007, so that no time zone database is needed.
pub fn pacific() -> TimeZone {
    TimeZone::posix("PST8PDT,M3.2.0,M11.1.0").unwrap_or(TimeZone::UTC)
}

/// The civil date in California at an instant.
pub fn pacific_date(at: Timestamp) -> Date {
    at.to_zoned(pacific()).date()
}

/// A unit of measure of the state (CONTRACT 5.8: California has eleven).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Each,
    Grams,
    Kilograms,
    Milligrams,
    Ounces,
    Pounds,
    FluidOunces,
    Gallons,
    Liters,
    Milliliters,
    Pints,
}

/// What a unit counts; quantities convert only inside one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Count,
    Weight,
    Volume,
}

impl Measure {
    /// The state's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "CountBased",
            Self::Weight => "WeightBased",
            Self::Volume => "VolumeBased",
        }
    }

    /// The state's number, for the reading in which enumerations are numbers.
    pub fn number(self) -> i64 {
        match self {
            Self::Count => 1,
            Self::Weight => 2,
            Self::Volume => 3,
        }
    }
}

impl Unit {
    /// All units in the order in which the state lists them.
    pub const ALL: [Self; 11] = [
        Self::Each,
        Self::Grams,
        Self::Kilograms,
        Self::Milligrams,
        Self::Ounces,
        Self::Pounds,
        Self::FluidOunces,
        Self::Gallons,
        Self::Liters,
        Self::Milliliters,
        Self::Pints,
    ];

    /// The name and the abbreviation.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Each => ("Each", "ea"),
            Self::Grams => ("Grams", "g"),
            Self::Kilograms => ("Kilograms", "kg"),
            Self::Milligrams => ("Milligrams", "mg"),
            Self::Ounces => ("Ounces", "oz"),
            Self::Pounds => ("Pounds", "lb"),
            Self::FluidOunces => ("Fluid Ounces", "fl oz"),
            Self::Gallons => ("Gallons", "gal"),
            Self::Liters => ("Liters", "l"),
            Self::Milliliters => ("Milliliters", "ml"),
            Self::Pints => ("Pints", "pt"),
        }
    }

    pub fn name(self) -> &'static str {
        self.names().0
    }

    pub fn abbreviation(self) -> &'static str {
        self.names().1
    }

    pub fn measure(self) -> Measure {
        match self {
            Self::Each => Measure::Count,
            Self::Grams | Self::Kilograms | Self::Milligrams | Self::Ounces | Self::Pounds => Measure::Weight,
            _ => Measure::Volume,
        }
    }

    /// How many base units (each, milligram, microlitre) one of this is. Exact: the pound and the US gallon are
    /// defined in metric units.
    fn base(self) -> Decimal {
        match self {
            Self::Each | Self::Milligrams => Decimal::ONE,
            Self::Grams | Self::Milliliters => Decimal::from(1_000),
            Self::Kilograms | Self::Liters => Decimal::from(1_000_000),
            Self::Ounces => Decimal::new(28_349_523_125, 6),
            Self::Pounds => Decimal::new(45_359_237, 2),
            Self::FluidOunces => Decimal::new(295_735_295_625, 7),
            Self::Pints => Decimal::new(473_176_473, 3),
            Self::Gallons => Decimal::new(3_785_411_784, 3),
        }
    }

    /// `quantity` of this unit in `other`, to ten decimal places; `None` between count, weight and volume.
    pub fn convert(self, quantity: Decimal, other: Self) -> Option<Decimal> {
        if self == other {
            return Some(quantity);
        }
        if self.measure() != other.measure() {
            return None;
        }
        quantity.checked_mul(self.base())?.checked_div(other.base()).map(|value| value.round_dp(10).normalize())
    }

    /// By name or abbreviation, whatever the case: the state's own templates send `grams`.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|unit| unit.name().eq_ignore_ascii_case(text) || unit.abbreviation().eq_ignore_ascii_case(text))
    }
}

/// A package's lab testing state (`labtests/v2/states`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabState {
    NotSubmitted,
    SubmittedForTesting,
    TestFailed,
    TestPassed,
    TestingInProgress,
    AwaitingConfirmation,
    RetestFailed,
    RetestPassed,
    Remediated,
    SelectedForRandomTesting,
    NotRequired,
    ProcessValidated,
    Decontaminated,
    RandDCompleted,
}

impl LabState {
    /// All states in the order in which the state lists them.
    pub const ALL: [Self; 14] = [
        Self::NotSubmitted,
        Self::SubmittedForTesting,
        Self::TestFailed,
        Self::TestPassed,
        Self::TestingInProgress,
        Self::AwaitingConfirmation,
        Self::RetestFailed,
        Self::RetestPassed,
        Self::Remediated,
        Self::SelectedForRandomTesting,
        Self::NotRequired,
        Self::ProcessValidated,
        Self::Decontaminated,
        Self::RandDCompleted,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::NotSubmitted => "NotSubmitted",
            Self::SubmittedForTesting => "SubmittedForTesting",
            Self::TestFailed => "TestFailed",
            Self::TestPassed => "TestPassed",
            Self::TestingInProgress => "TestingInProgress",
            Self::AwaitingConfirmation => "AwaitingConfirmation",
            Self::RetestFailed => "RetestFailed",
            Self::RetestPassed => "RetestPassed",
            Self::Remediated => "Remediated",
            Self::SelectedForRandomTesting => "SelectedForRandomTesting",
            Self::NotRequired => "NotRequired",
            Self::ProcessValidated => "ProcessValidated",
            Self::Decontaminated => "Decontaminated",
            Self::RandDCompleted => "RandDCompleted",
        }
    }

    /// The state's number, for the reading in which enumerations are numbers.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|state| *state == self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_convert_inside_their_kind_only() {
        let two = Decimal::from(2);
        assert_eq!(Unit::Pounds.convert(Decimal::ONE, Unit::Grams), Some(Decimal::new(45_359_237, 5)));
        assert_eq!(Unit::Kilograms.convert(two, Unit::Grams), Some(Decimal::from(2_000)));
        assert_eq!(Unit::Gallons.convert(two, Unit::Pints), Some(Decimal::from(16)));
        assert_eq!(Unit::Each.convert(two, Unit::Grams), None, "a count is not a weight");
    }

    #[test]
    fn numbers_and_instants_are_written_as_the_state_writes_them() {
        assert_eq!(serde_json::to_string(&Num(Decimal::from(1))).unwrap(), "1.0");
        assert_eq!(serde_json::to_string(&Num(Decimal::new(350, 2))).unwrap(), "3.5");
        let at: Timestamp = "2026-02-08T07:05:59.804361Z".parse().unwrap();
        assert_eq!(Instant(at).text(), "2026-02-08T07:05:59.804361+00:00");
        assert_eq!(pacific_date(at).to_string(), "2026-02-07", "California is eight hours behind in winter");
    }
}
