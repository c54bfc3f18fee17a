//! California's lab tests, named as the state names them: `Analyte (unit) (Matrix)` (CONTRACT 5.4).

use rust_decimal::Decimal;

use super::catalogue::{CONCENTRATE_TESTS, FLOWER_TESTS, INFUSED_TESTS};
use super::dice::Dice;
use super::teller::Assay;
use crate::state::lab::TestType;
use crate::state::values::Text;

/// The pesticides and their action levels in thousandths of a microgram a gram (inhaled goods).
const PESTICIDES: [(&str, i64); 32] = [
    ("Abamectin", 100),
    ("Acephate", 100),
    ("Acequinocyl", 100),
    ("Azoxystrobin", 100),
    ("Bifenazate", 100),
    ("Bifenthrin", 3_000),
    ("Boscalid", 100),
    ("Captan", 700),
    ("Carbaryl", 500),
    ("Chlorantraniliprole", 10_000),
    ("Clofentezine", 100),
    ("Cyfluthrin", 2_000),
    ("Cypermethrin", 1_000),
    ("Diazinon", 100),
    ("Dimethomorph", 2_000),
    ("Etoxazole", 100),
    ("Fenhexamid", 100),
    ("Fludioxonil", 100),
    ("Hexythiazox", 100),
    ("Imidacloprid", 5_000),
    ("Malathion", 500),
    ("Metalaxyl", 2_000),
    ("Myclobutanil", 100),
    ("Permethrin", 500),
    ("Piperonyl Butoxide", 3_000),
    ("Pyrethrins", 500),
    ("Spinosad", 100),
    ("Spiromesifen", 100),
    ("Spirotetramat", 100),
    ("Tebuconazole", 100),
    ("Thiamethoxam", 5_000),
    ("Trifloxystrobin", 100),
];

/// Pesticides of which nothing may be found.
const FORBIDDEN: [&str; 8] = [
    "Aldicarb",
    "Carbofuran",
    "Chlordane",
    "Chlorfenapyr",
    "Chlorpyrifos",
    "Daminozide",
    "Paclobutrazol",
    "Thiacloprid",
];

/// Heavy metals and their action levels in thousandths of a microgram a gram.
const METALS: [(&str, i64); 4] = [("Arsenic", 200), ("Cadmium", 200), ("Lead", 500), ("Mercury", 100)];

const MICROBES: [&str; 6] = [
    "Aspergillus flavus",
    "Aspergillus fumigatus",
    "Aspergillus niger",
    "Aspergillus terreus",
    "Salmonella spp.",
    "Shiga toxin-producing Escherichia coli",
];

/// The matrices and their sets.
pub const MATRICES: [&str; 3] = [FLOWER_TESTS, INFUSED_TESTS, CONCENTRATE_TESTS];

/// Every test type, ids from 1 in this order.
pub fn test_types() -> Vec<TestType> {
    let mut types: Vec<TestType> = Vec::new();
    for matrix in MATRICES {
        for (name, level, pass_fail, usual) in tests_of(matrix) {
            types.push(TestType {
                id: types.len() as u64 + 1,
                name: Text::from(format!("{name} ({matrix})")),
                batch: matrix,
                action_level: level,
                pass_fail,
                usual,
            });
        }
    }
    types
}

type Fact = (String, Option<Decimal>, bool, Decimal);

fn tests_of(matrix: &str) -> Vec<Fact> {
    let potency = |name: &str, usual: i64| (name.to_owned(), None, false, Decimal::from(usual));
    let below = |name: &str, unit: &str, level: i64| {
        let level = Decimal::new(level, 3);
        (format!("{name} ({unit})"), Some(level), false, level)
    };
    let pass_fail = |name: &str| (format!("{name} (pass/fail)"), None, true, Decimal::ZERO);
    let mut facts: Vec<Fact> = vec![
        potency("Total THC (mg/g)", 300),
        potency("Total THC (%)", 30),
        potency("Total CBD (mg/g)", 10),
        potency("Total CBD (%)", 1),
        potency("delta-9 THC (mg/g)", 20),
        potency("THCa (mg/g)", 320),
        potency("CBDa (mg/g)", 8),
        potency("CBG (mg/g)", 6),
        potency("CBN (mg/g)", 3),
    ];
    if matrix == FLOWER_TESTS {
        facts.push(below("Moisture Content", "%", 13_000));
        facts.push(below("Water Activity", "Aw", 650));
        for terpene in ["Beta-Caryophyllene", "Beta-Myrcene", "D-Limonene", "Linalool"] {
            facts.push(potency(&format!("{terpene} (mg/g)"), 12));
        }
    }
    if matrix == CONCENTRATE_TESTS {
        for (solvent, level) in
            [("Butane", 5_000_000), ("Ethanol", 5_000_000), ("Propane", 5_000_000), ("Hexane", 290_000)]
        {
            facts.push(below(solvent, "ug/g", level));
        }
    }
    facts.extend(METALS.iter().map(|(metal, level)| below(metal, "ug/g", *level)));
    facts.extend(MICROBES.iter().map(|microbe| pass_fail(microbe)));
    facts.extend(PESTICIDES.iter().map(|(pesticide, level)| below(pesticide, "ug/g", *level)));
    facts.extend(FORBIDDEN.iter().map(|name| pass_fail(name)));
    if matrix != CONCENTRATE_TESTS {
        facts.push(below("Foreign Material", "%", 1_000));
        facts.push(below("Total Aflatoxins", "ug/kg", 20_000));
        facts.push(below("Ochratoxin A", "ug/kg", 20_000));
    }
    facts
}

/// The results of one sample: the test's place among the types, the level, whether it passed. A sample that fails
/// fails one of its limits.
pub fn results(types: &[TestType], assay: &Assay, dice: &mut Dice) -> Vec<(u32, Decimal, bool)> {
    let mine: Vec<(usize, &TestType)> = types.iter().enumerate().filter(|(_, test)| test.batch == assay.set).collect();
    let limited: Vec<usize> =
        mine.iter().filter(|(_, test)| test.action_level.is_some()).map(|(place, _)| *place).collect();
    let failing = if assay.passed { None } else { dice.pick(&limited).copied() };
    mine.into_iter()
        .map(|(place, test)| {
            let share = Decimal::new(dice.between(2, 38), 2);
            let level = if failing == Some(place) {
                test.usual * Decimal::new(dice.between(115, 310), 2)
            } else if test.pass_fail {
                Decimal::ZERO
            } else if test.name.starts_with("Total THC (mg/g)") || test.name.starts_with("THCa") {
                Decimal::new(assay.thc, 3) * Decimal::new(dice.between(97, 108), 2)
            } else if test.name.starts_with("Total THC (%)") {
                Decimal::new(assay.thc, 4) * Decimal::new(dice.between(97, 108), 2)
            } else if test.action_level.is_some() && dice.percent(70) {
                Decimal::ZERO
            } else {
                test.usual * share
            };
            (u32::try_from(place).unwrap_or_default(), level.round_dp(4).normalize(), failing != Some(place))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_needs_dozens_of_tests() {
        let types = test_types();
        for matrix in MATRICES {
            let of_matrix = types.iter().filter(|test| test.batch == matrix).count();
            assert!((50..=100).contains(&of_matrix), "{matrix}: {of_matrix}");
        }
        assert!(types.iter().any(|test| &*test.name == "Total THC (mg/g) (Flower)"));
    }
}
