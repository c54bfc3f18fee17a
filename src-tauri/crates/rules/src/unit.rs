//! Units of measure as the state names them (`unitsofmeasure/v2/active`), with exact conversion inside one kind.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a unit counts. Conversion happens only inside one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuantityKind {
    /// Pieces.
    CountBased,
    /// Mass.
    WeightBased,
    /// Volume.
    VolumeBased,
}

/// One unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The state's name, for example `Grams`.
    pub name: &'static str,
    /// The state's abbreviation, for example `g`.
    pub abbreviation: &'static str,
    /// What it counts.
    pub kind: QuantityKind,
    /// How many base units (each, gram, millilitre) one of it is, as mantissa and scale, exact.
    base: (i64, u32),
}

/// US customary units are exact by law: 1 lb is 453.59237 g, 1 US fluid ounce is 29.5735295625 ml.
const UNITS: [Unit; 13] = [
    Unit { name: "Each", abbreviation: "ea", kind: QuantityKind::CountBased, base: (1, 0) },
    Unit { name: "Grams", abbreviation: "g", kind: QuantityKind::WeightBased, base: (1, 0) },
    Unit { name: "Kilograms", abbreviation: "kg", kind: QuantityKind::WeightBased, base: (1000, 0) },
    Unit { name: "Milligrams", abbreviation: "mg", kind: QuantityKind::WeightBased, base: (1, 3) },
    Unit { name: "Ounces", abbreviation: "oz", kind: QuantityKind::WeightBased, base: (28_349_523_125, 9) },
    Unit { name: "Pounds", abbreviation: "lb", kind: QuantityKind::WeightBased, base: (45_359_237, 5) },
    Unit { name: "Milliliters", abbreviation: "ml", kind: QuantityKind::VolumeBased, base: (1, 0) },
    Unit { name: "Liters", abbreviation: "l", kind: QuantityKind::VolumeBased, base: (1000, 0) },
    Unit { name: "Fluid Ounces", abbreviation: "fl oz", kind: QuantityKind::VolumeBased, base: (295_735_295_625, 10) },
    Unit { name: "Pints", abbreviation: "pt", kind: QuantityKind::VolumeBased, base: (473_176_473, 6) },
    Unit { name: "Quarts", abbreviation: "qt", kind: QuantityKind::VolumeBased, base: (946_352_946, 6) },
    Unit { name: "Gallons", abbreviation: "gal", kind: QuantityKind::VolumeBased, base: (3_785_411_784, 6) },
    Unit { name: "Micrograms", abbreviation: "mcg", kind: QuantityKind::WeightBased, base: (1, 6) },
];

/// Every unit known here.
pub fn units() -> &'static [Unit] {
    &UNITS
}

/// How people write the units besides the state's own names and abbreviations, in small letters and without points.
const SPELLINGS: [(&str, &[&str]); 13] = [
    ("Each", &["eaches", "pc", "pcs", "piece", "pieces", "unit", "units", "ct", "count"]),
    ("Grams", &["gram", "gm", "gms", "gramme", "grammes"]),
    ("Kilograms", &["kilogram", "kgs", "kilo", "kilos"]),
    ("Milligrams", &["milligram", "mgs"]),
    ("Ounces", &["ounce", "ozs"]),
    ("Pounds", &["pound", "lbs"]),
    ("Milliliters", &["milliliter", "millilitre", "millilitres", "mls"]),
    ("Liters", &["liter", "litre", "litres", "ltr", "ltrs"]),
    ("Fluid Ounces", &["fluid ounce", "fluid oz", "floz", "fl ounce", "fl ounces"]),
    ("Pints", &["pint", "pts"]),
    ("Quarts", &["quart", "qts"]),
    ("Gallons", &["gallon", "gals"]),
    ("Micrograms", &["microgram", "ug", "\u{b5}g", "\u{3bc}g", "mcgs"]),
];

/// Finds a unit by its name, its abbreviation or as people write it (`lbs`, `gms`, `fl. oz.`); case, points and spaces
/// around are ignored (the state's own templates write `grams`).
pub fn find_unit(text: &str) -> Option<&'static Unit> {
    let bare = text.replace('.', " ").to_lowercase();
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    let spelled = SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&bare.as_str())).map(|(name, _)| *name);
    UNITS.iter().find(|unit| {
        spelled == Some(unit.name) || [unit.name, unit.abbreviation].iter().any(|name| name.eq_ignore_ascii_case(&bare))
    })
}

impl Unit {
    /// One of this unit in base units of its kind: pieces, grams or millilitres.
    pub fn in_base(&self) -> Decimal {
        Decimal::new(self.base.0, self.base.1)
    }

    /// `amount` of this unit in `other`; none when the kinds differ or the number is too large to hold.
    pub fn convert(&self, amount: Decimal, other: &Self) -> Option<Decimal> {
        if self.kind != other.kind {
            return None;
        }
        amount.checked_mul(self.in_base())?.checked_div(other.in_base())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pound_is_sixteen_ounces_exactly() {
        let pound = find_unit("pounds").unwrap();
        let ounce = find_unit("OZ").unwrap();
        assert_eq!(pound.convert(Decimal::ONE, ounce), Some(Decimal::from(16)));
    }

    #[test]
    fn units_are_known_as_people_write_them() {
        let found = |text: &str| find_unit(text).map(|unit| unit.name);
        for (typed, name) in [
            ("lbs", "Pounds"),
            (" LBS. ", "Pounds"),
            ("lb.", "Pounds"),
            ("pound", "Pounds"),
            ("gms", "Grams"),
            ("gram", "Grams"),
            ("oz.", "Ounces"),
            ("fl. oz.", "Fluid Ounces"),
            ("FL  OZ", "Fluid Ounces"),
            ("\u{b5}g", "Micrograms"),
        ] {
            assert_eq!(found(typed), Some(name), "{typed:?}");
        }
        for unknown in ["", ".", "stone", "gr", "m"] {
            assert_eq!(found(unknown), None, "{unknown:?}: a guess would be another weight");
        }
    }

    #[test]
    fn each_spelling_is_of_one_unit() {
        let mut all: Vec<String> = SPELLINGS.iter().flat_map(|(_, all)| all.iter().map(ToString::to_string)).collect();
        all.extend(UNITS.iter().flat_map(|unit| [unit.name.to_lowercase(), unit.abbreviation.to_owned()]));
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "a spelling stands twice");
        assert!(SPELLINGS.iter().all(|(name, _)| UNITS.iter().any(|unit| unit.name == *name)));
    }

    #[test]
    fn weight_never_becomes_pieces() {
        assert_eq!(find_unit("g").unwrap().convert(Decimal::ONE, find_unit("Each").unwrap()), None);
    }
}
