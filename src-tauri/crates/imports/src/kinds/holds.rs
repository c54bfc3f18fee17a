//! What the cells of a column hold.

use rules::{QuantityKind, Tag, TypedAmount, find_unit, read_number, read_price, read_quantity};
use rust_decimal::Decimal;
use words::{Words, say};

use super::day::read_day;

/// What a cell holds. What is named here is looked up by whoever has the license's books and the state's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The tag of a plant that stands.
    PlantTag,
    /// Tags of plants, with a bar between two.
    PlantTags,
    /// A plant tag that is on nothing yet.
    NewPlantTag,
    /// The tag of a package.
    PackageTag,
    /// A package tag that is on nothing yet.
    NewPackageTag,
    /// The name of a plant batch.
    PlantBatch,
    /// The name that a new plant batch gets.
    NewPlantBatch,
    /// The name of a harvest.
    Harvest,
    /// The name of a harvest that is joined or begun.
    HarvestToJoin,
    /// A strain by name.
    Strain,
    /// An item by name.
    Item,
    /// A location by name.
    Location,
    /// A sublocation by name.
    Sublocation,
    /// An amount above zero.
    Amount,
    /// An amount of zero or more.
    AmountOrZero,
    /// By how much an amount changes, with its sign.
    Change,
    /// Dollars.
    Price,
    /// A unit of measure.
    Unit,
    /// A unit of weight.
    WeightUnit,
    /// A day of California.
    Day,
    /// Percent points, 0 to 100: 30 and not 0.3.
    Percentage,
    /// How many: a whole number above zero.
    Count,
    /// By how many a count changes: a whole number with its sign.
    CountChange,
    /// One of the state's words.
    Word(StateWord),
    /// Yes or no. Blank is no.
    YesNo,
    /// A license number of somebody.
    License,
    /// Any text.
    Text,
}

/// A list of words that the state keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateWord {
    /// CONTRACT, `plants/v2/additives/types`.
    AdditiveType,
    /// CONTRACT, `plants/v2/growthphases`.
    GrowthPhase,
    /// CONTRACT 5.5, `PlantBatchTypeName`.
    PlantBatchType,
    /// `packages/v2/adjust/reasons`.
    PackageAdjustmentReason,
    /// `plantbatches/v2/adjust/reasons`.
    PlantBatchAdjustmentReason,
    /// `plants/v2/waste/methods/all` and `wastemethods/v2`.
    WasteMethod,
    /// `plants/v2/waste/reasons` and `plantbatches/v2/waste/reasons`.
    WasteReason,
}

impl Holds {
    /// Whether a cell that is not blank has this form.
    pub fn fits(self, cell: &str) -> bool {
        let tag = |text: &str| Tag::parse(text).is_ok();
        let unit = || find_unit(cell);
        let amount = |wanted: fn(Decimal) -> bool| matches!(read_quantity(cell), Ok(Some(TypedAmount { amount, .. })) if wanted(amount));
        let number = |wanted: fn(Decimal) -> bool| matches!(read_number(cell), Ok(Some(number)) if wanted(number));
        match self {
            Self::PlantTag | Self::NewPlantTag | Self::PackageTag | Self::NewPackageTag => tag(cell),
            Self::PlantTags => cell.split('|').all(tag),
            Self::PlantBatch
            | Self::NewPlantBatch
            | Self::Harvest
            | Self::HarvestToJoin
            | Self::Strain
            | Self::Item
            | Self::Location
            | Self::Sublocation
            | Self::License
            | Self::Text => !cell.trim().is_empty(),
            Self::Amount => amount(|amount| amount > Decimal::ZERO),
            Self::AmountOrZero => amount(|amount| amount >= Decimal::ZERO),
            Self::Change => amount(|amount| !amount.is_zero()),
            Self::Price => matches!(read_price(cell), Ok(Some(_))),
            Self::Unit => unit().is_some(),
            Self::WeightUnit => unit().is_some_and(|unit| unit.kind == QuantityKind::WeightBased),
            Self::Day => read_day(cell).is_some(),
            Self::Percentage => number(|number| number >= Decimal::ZERO && number <= Decimal::ONE_HUNDRED),
            Self::Count => number(|number| number > Decimal::ZERO && number.fract().is_zero()),
            Self::CountChange => number(|number| !number.is_zero() && number.fract().is_zero()),
            Self::Word(word) => word.known().is_none_or(|known| known.iter().any(|one| alike(one, cell))),
            Self::YesNo => YES.iter().chain(&NO).any(|one| alike(one, cell)),
        }
    }

    /// As a person reads it.
    pub fn words(self) -> Words {
        match self {
            Self::PlantTag => say::guide_holds_plant_tag(),
            Self::PlantTags => say::guide_holds_plant_tags(),
            Self::NewPlantTag => say::guide_holds_new_plant_tag(),
            Self::PackageTag => say::guide_holds_package_tag(),
            Self::NewPackageTag => say::guide_holds_new_package_tag(),
            Self::PlantBatch => say::guide_holds_plant_batch(),
            Self::NewPlantBatch => say::guide_holds_new_plant_batch(),
            Self::Harvest => say::guide_holds_harvest(),
            Self::HarvestToJoin => say::guide_holds_harvest_to_join(),
            Self::Strain => say::guide_holds_strain(),
            Self::Item => say::guide_holds_item(),
            Self::Location => say::guide_holds_location(),
            Self::Sublocation => say::guide_holds_sublocation(),
            Self::Amount => say::guide_holds_amount(),
            Self::AmountOrZero => say::guide_holds_amount_or_zero(),
            Self::Change => say::guide_holds_change(),
            Self::Price => say::guide_holds_price(),
            Self::Unit => say::guide_holds_unit(),
            Self::WeightUnit => say::guide_holds_weight_unit(),
            // The catalogues bear no date of a machine.
            Self::Day => say::guide_holds_day("2026-11-27", "11/27/2026"),
            Self::Percentage => say::guide_holds_percentage(),
            Self::Count => say::guide_holds_count(),
            Self::CountChange => say::guide_holds_count_change(),
            Self::Word(word) => match word.known() {
                Some(known) => say::guide_holds_one_of(known.join(", ")),
                None => word.words(),
            },
            Self::YesNo => say::guide_holds_yes_no(),
            Self::License => say::guide_holds_license(),
            Self::Text => say::guide_holds_text(),
        }
    }
}

impl StateWord {
    /// The whole list where it is fixed; none where the state changes it and only a reading tells.
    pub fn known(self) -> Option<&'static [&'static str]> {
        match self {
            Self::AdditiveType => Some(&["Fertilizer", "Pesticide", "Other"]),
            Self::GrowthPhase => Some(&["Vegetative", "Flowering"]),
            Self::PlantBatchType => Some(&["Seed", "Clone"]),
            Self::PackageAdjustmentReason
            | Self::PlantBatchAdjustmentReason
            | Self::WasteMethod
            | Self::WasteReason => None,
        }
    }

    fn words(self) -> Words {
        match self {
            Self::WasteMethod => say::guide_holds_waste_method(),
            Self::WasteReason => say::guide_holds_waste_reason(),
            Self::PackageAdjustmentReason | Self::PlantBatchAdjustmentReason => say::guide_holds_adjustment_reason(),
            Self::AdditiveType | Self::GrowthPhase | Self::PlantBatchType => {
                say::guide_holds_one_of(self.known().unwrap_or_default().join(", "))
            }
        }
    }
}

/// The state's samples have `True` and `False`; people write the others.
const YES: [&str; 6] = ["true", "yes", "y", "1", "sí", "si"];
const NO: [&str; 4] = ["false", "no", "n", "0"];

/// Whether the state takes two names for one: their case never matters (CONTRACT section 4).
fn alike(one: &str, cell: &str) -> bool {
    one.to_lowercase() == cell.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_fits_what_its_column_holds() {
        let tag = "1A4FF0100000022000000101";
        let two = format!("{tag}|1A4FF0100000022000000102");
        for (holds, good, bad) in [
            (Holds::PlantTag, vec![tag, " 1a4ff0100000022000000101 "], vec!["1A4FF01", "1.2E+23"]),
            (Holds::PlantTags, vec![tag, &two], vec!["1A4FF01|", "none"]),
            (Holds::Amount, vec!["5", "0.5", "5 gal"], vec!["0", "-5", "1,5", "a lot", "$5"]),
            (Holds::AmountOrZero, vec!["0", "1.209"], vec!["-1", "none"]),
            (Holds::Change, vec!["-2", "+1", "1.5"], vec!["0", "half"]),
            (Holds::Price, vec!["$12.50", "0"], vec!["-1", "12 g"]),
            (Holds::Unit, vec!["Gallons", "grams", "lbs"], vec!["stone", "5"]),
            (Holds::WeightUnit, vec!["Grams", "grams"], vec!["Gallons", "Each"]),
            (Holds::Day, vec!["2026-11-27", "11/27/2026", "12/15/2019 00:00:00"], vec!["27/11/2026", "45291"]),
            (Holds::Percentage, vec!["0", "30", "1.1", "100"], vec!["-1", "100.5", "30 g"]),
            (Holds::Count, vec!["1", "25", "25.0"], vec!["0", "2.5", "-2", "25 ea"]),
            (Holds::CountChange, vec!["-2", "1"], vec!["0", "0.5"]),
            (Holds::Word(StateWord::AdditiveType), vec!["pesticide", "Other"], vec!["Poison"]),
            (Holds::Word(StateWord::WasteReason), vec!["Mater Theft"], vec![]),
            (Holds::YesNo, vec!["True", "False", "yes", "Sí"], vec!["maybe"]),
            (Holds::Text, vec!["anything"], vec![" "]),
        ] {
            assert!(good.iter().all(|cell| holds.fits(cell)), "{holds:?} takes each of {good:?}");
            assert!(!bad.iter().any(|cell| holds.fits(cell)), "{holds:?} takes none of {bad:?}");
        }
    }
}
