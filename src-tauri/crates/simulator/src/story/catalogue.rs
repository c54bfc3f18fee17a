//! California's categories (CONTRACT 6), and the strains and products of the story.

use rust_decimal::Decimal;

use crate::state::item::Category;
use crate::state::values::Unit;

/// The sets of lab tests, one a matrix.
pub const FLOWER_TESTS: &str = "Flower";
pub const INFUSED_TESTS: &str = "Infused Product";
pub const CONCENTRATE_TESTS: &str = "Concentrate";

const fn category(name: &'static str, kind: &'static str, unit: Unit, tests: Option<&'static str>) -> Category {
    Category {
        name,
        kind,
        unit,
        requires_strain: false,
        requires_unit_weight: false,
        requires_unit_volume: false,
        requires_thc_content: false,
        can_be_remediated: true,
        tests,
    }
}

const fn flower(name: &'static str, unit: Unit) -> Category {
    Category { requires_strain: true, ..category(name, "Buds", unit, Some(FLOWER_TESTS)) }
}

const fn shake(name: &'static str, unit: Unit) -> Category {
    Category { requires_strain: true, ..category(name, "ShakeTrim", unit, Some(FLOWER_TESTS)) }
}

const fn by_weight(name: &'static str, kind: &'static str, tests: &'static str) -> Category {
    Category { requires_unit_weight: true, ..category(name, kind, Unit::Each, Some(tests)) }
}

const fn by_volume(name: &'static str, kind: &'static str, tests: &'static str) -> Category {
    Category { requires_unit_volume: true, ..category(name, kind, Unit::Each, Some(tests)) }
}

const fn edible(category: Category) -> Category {
    Category { requires_thc_content: true, ..category }
}

/// The categories. The complete list is not public; these names are.
pub const CATEGORIES: &[Category] = &[
    flower("Flower", Unit::Grams),
    flower("Flower (packaged - each)", Unit::Each),
    flower("Flower (packaged eighth - each)", Unit::Each),
    flower("Flower (packaged gram - each)", Unit::Each),
    flower("Flower (packaged half ounce - each)", Unit::Each),
    flower("Flower (packaged ounce - each)", Unit::Each),
    flower("Flower (packaged quarter - each)", Unit::Each),
    Category {
        requires_strain: true,
        can_be_remediated: false,
        ..category("Fresh Cannabis Plant", "Buds", Unit::Pounds, None)
    },
    Category {
        requires_strain: true,
        can_be_remediated: false,
        ..category("Immature Plant", "Plants", Unit::Each, None)
    },
    Category { requires_strain: true, ..category("Seeds (each)", "Seeds", Unit::Each, None) },
    shake("Shake", Unit::Grams),
    shake("Shake (packaged eighth - each)", Unit::Each),
    shake("Shake (packaged ounce - each)", Unit::Each),
    by_weight("Pre-Roll Flower", "Buds", FLOWER_TESTS),
    by_weight("Pre-Roll Infused", "Concentrate", INFUSED_TESTS),
    by_weight("Pre-Roll Leaf", "ShakeTrim", FLOWER_TESTS),
    edible(by_volume("Edible (volume - each)", "InfusedEdible", INFUSED_TESTS)),
    edible(category("Edible (weight)", "InfusedEdible", Unit::Grams, Some(INFUSED_TESTS))),
    edible(by_weight("Edible (weight - each)", "InfusedEdible", INFUSED_TESTS)),
    category("Extract (weight)", "Concentrate", Unit::Grams, Some(CONCENTRATE_TESTS)),
    category("Extract (volume)", "Concentrate", Unit::Milliliters, Some(CONCENTRATE_TESTS)),
    by_weight("Extract (weight - each)", "Concentrate", CONCENTRATE_TESTS),
    by_volume("Extract (volume - each)", "Concentrate", CONCENTRATE_TESTS),
    category("Infused Butter/Oil (weight)", "InfusedEdible", Unit::Grams, Some(INFUSED_TESTS)),
    category("Infused Butter/Oil (volume)", "InfusedEdible", Unit::Milliliters, Some(INFUSED_TESTS)),
    by_weight("Other Concentrate (weight - each)", "Concentrate", CONCENTRATE_TESTS),
    edible(by_volume("Tincture (volume - each)", "InfusedEdible", INFUSED_TESTS)),
    by_weight("Topical (weight - each)", "InfusedNonEdible", INFUSED_TESTS),
    by_volume("Topical (volume - each)", "InfusedNonEdible", INFUSED_TESTS),
    edible(by_weight("Capsule (weight - each)", "InfusedEdible", INFUSED_TESTS)),
    by_volume("Vape Cartridge (volume - each)", "Concentrate", CONCENTRATE_TESTS),
    by_weight("Vape Cartridge (weight - each)", "Concentrate", CONCENTRATE_TESTS),
    category("Waste", "Other", Unit::Grams, None),
];

/// The category with this name.
pub fn category_named(name: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.name.eq_ignore_ascii_case(name.trim()))
}

/// A strain: name, percent indica, THC and CBD in hundredths of a percent.
pub type StrainFact = (&'static str, i64, i64, i64);

/// The strains of the story; the first are the cultivator's own.
pub const STRAINS: [StrainFact; 40] = [
    ("Blue Dream", 40, 2110, 12),
    ("Wedding Cake", 60, 2480, 8),
    ("Gelato 41", 55, 2530, 9),
    ("Sour Diesel", 10, 2240, 20),
    ("OG Kush", 75, 2320, 14),
    ("Ice Cream Cake", 75, 2610, 7),
    ("Jack Herer", 45, 2050, 10),
    ("Granddaddy Purple", 70, 2190, 11),
    ("Zkittlez", 70, 2170, 13),
    ("Runtz", 50, 2550, 9),
    ("GMO Cookies", 90, 2720, 6),
    ("Mimosa", 30, 2380, 8),
    ("Purple Punch", 80, 2200, 12),
    ("Strawberry Cough", 20, 1980, 15),
    ("Tangie", 30, 2040, 16),
    ("Forbidden Fruit", 70, 2290, 9),
    ("Do-Si-Dos", 70, 2570, 7),
    ("Pineapple Express", 40, 2080, 10),
    ("Northern Lights", 95, 1890, 14),
    ("Green Crack", 35, 2210, 10),
    ("Biscotti", 80, 2460, 8),
    ("Kush Mints", 50, 2590, 7),
    ("MAC 1", 50, 2440, 9),
    ("Slurricane", 60, 2400, 8),
    ("Bubba Kush", 80, 1990, 13),
    ("Super Lemon Haze", 20, 2230, 11),
    ("Trainwreck", 35, 2020, 12),
    ("Durban Poison", 5, 2070, 9),
    ("Gorilla Glue 4", 65, 2540, 6),
    ("Sunset Sherbet", 85, 2160, 10),
    ("Skywalker OG", 85, 2390, 9),
    ("Lemon Cherry Gelato", 60, 2640, 7),
    ("Cereal Milk", 50, 2420, 8),
    ("Maui Wowie", 20, 1930, 14),
    ("Headband", 60, 2250, 10),
    ("Papaya", 80, 2180, 11),
    ("Harlequin", 25, 720, 980),
    ("ACDC", 30, 110, 1620),
    ("Banana Kush", 60, 2260, 9),
    ("White Truffle", 85, 2670, 6),
];

/// What a manufactured product is: its size and its strength.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    pub brand: &'static str,
    pub name: &'static str,
    pub category: &'static str,
    /// The strain's place in [`STRAINS`].
    pub strain: Option<usize>,
    /// Weight in milligrams, or volume in microlitres where the category counts volume.
    pub size: i64,
    /// THC in milligrams; 0: not stated.
    pub thc: i64,
    /// CBD in milligrams; 0: not stated.
    pub cbd: i64,
    /// Servings; 0: not stated.
    pub doses: i64,
    /// Wholesale price in cents.
    pub price: i64,
}

const fn product(
    (brand, name): (&'static str, &'static str),
    category: &'static str,
    strain: Option<usize>,
    (size, thc, cbd, doses): (i64, i64, i64, i64),
    price: i64,
) -> Product {
    Product { brand, name, category, strain, size, thc, cbd, doses, price }
}

const CART: &str = "Vape Cartridge (weight - each)";
const EXTRACT: &str = "Extract (weight - each)";
const FOOD: &str = "Edible (weight - each)";
const DRINK: &str = "Edible (volume - each)";
const DROPS: &str = "Tincture (volume - each)";
const BALM: &str = "Topical (weight - each)";
const PILLS: &str = "Capsule (weight - each)";
const INFUSED: &str = "Pre-Roll Infused";

/// What the microbusiness makes.
pub const PRODUCTS: [Product; 46] = [
    product(("Fogline", "Blue Dream Cartridge 1g"), CART, Some(0), (1_000, 860, 0, 0), 1_450),
    product(("Fogline", "Gelato 41 Cartridge 1g"), CART, Some(2), (1_000, 870, 0, 0), 1_450),
    product(("Fogline", "Sour Diesel Cartridge 1g"), CART, Some(3), (1_000, 855, 0, 0), 1_450),
    product(("Fogline", "Granddaddy Purple Cartridge 0.5g"), CART, Some(7), (500, 425, 0, 0), 850),
    product(("Fogline", "Pineapple Express Cartridge 0.5g"), CART, Some(17), (500, 430, 0, 0), 850),
    product(("Fogline", "Jack Herer Cartridge 0.5g"), CART, Some(6), (500, 428, 0, 0), 850),
    product(("Fogline", "Northern Lights Disposable 0.3g"), CART, Some(18), (300, 250, 0, 0), 690),
    product(("Fogline", "Maui Wowie Disposable 0.3g"), CART, Some(33), (300, 252, 0, 0), 690),
    product(("Fogline", "Harlequin 1:1 Cartridge 0.5g"), CART, Some(36), (500, 205, 210, 0), 900),
    product(("Low Tide", "Wedding Cake Live Resin Cartridge 1g"), CART, Some(1), (1_000, 790, 0, 0), 2_100),
    product(("Low Tide", "Runtz Live Resin Cartridge 1g"), CART, Some(9), (1_000, 795, 0, 0), 2_100),
    product(("Low Tide", "Papaya Live Resin Cartridge 0.5g"), CART, Some(35), (500, 395, 0, 0), 1_250),
    product(("Low Tide", "GMO Cookies Live Rosin 1g"), EXTRACT, Some(10), (1_000, 745, 0, 0), 2_600),
    product(("Low Tide", "Papaya Live Rosin 1g"), EXTRACT, Some(35), (1_000, 738, 0, 0), 2_600),
    product(("Low Tide", "Banana Kush Badder 1g"), EXTRACT, Some(38), (1_000, 772, 0, 0), 1_500),
    product(("Low Tide", "Strawberry Cough Badder 1g"), EXTRACT, Some(13), (1_000, 764, 0, 0), 1_500),
    product(("Low Tide", "Forbidden Fruit Sugar 1g"), EXTRACT, Some(15), (1_000, 758, 0, 0), 1_400),
    product(("Low Tide", "OG Kush Shatter 1g"), EXTRACT, Some(4), (1_000, 781, 0, 0), 1_050),
    product(("Low Tide", "Tangie Diamonds 1g"), EXTRACT, Some(14), (1_000, 912, 0, 0), 1_900),
    product(("Low Tide", "Kush Mints Diamonds 1g"), EXTRACT, Some(21), (1_000, 921, 0, 0), 1_900),
    product(("Orchard Hour", "Sour Watermelon Gummies 10pk"), FOOD, None, (40_000, 100, 0, 10), 780),
    product(("Orchard Hour", "Blackberry Sage Gummies 10pk"), FOOD, None, (40_000, 100, 0, 10), 780),
    product(("Orchard Hour", "Meyer Lemon Gummies 20pk"), FOOD, None, (70_000, 100, 0, 20), 820),
    product(("Orchard Hour", "Peach 1:1 Gummies 10pk"), FOOD, None, (40_000, 50, 50, 10), 860),
    product(("Orchard Hour", "Elderberry Sleep Gummies 10pk"), FOOD, None, (40_000, 100, 20, 10), 920),
    product(("Orchard Hour", "Sea Salt Caramels 10pk"), FOOD, None, (85_000, 100, 0, 10), 950),
    product(("Orchard Hour", "Dark Chocolate Bar 72%"), FOOD, None, (50_000, 100, 0, 20), 890),
    product(("Orchard Hour", "Milk Chocolate Almond Bar"), FOOD, None, (50_000, 100, 0, 20), 890),
    product(("Orchard Hour", "Brown Butter Cookies 5pk"), FOOD, None, (60_000, 100, 0, 10), 840),
    product(("Orchard Hour", "Cold Brew Mints 40pk"), FOOD, None, (24_000, 100, 0, 40), 760),
    product(("Saltwater", "Grapefruit Seltzer 12oz"), DRINK, None, (355_000, 10, 0, 1), 290),
    product(("Saltwater", "Cucumber Lime Seltzer 12oz"), DRINK, None, (355_000, 5, 5, 1), 290),
    product(("Saltwater", "Hibiscus Tonic 8oz"), DRINK, None, (236_000, 100, 0, 10), 540),
    product(("Saltwater", "Root Beer 12oz"), DRINK, None, (355_000, 100, 0, 10), 560),
    product(("Still Creek", "Day Drops 30ml"), DROPS, None, (30_000, 300, 0, 60), 1_650),
    product(("Still Creek", "Night Drops 30ml"), DROPS, None, (30_000, 300, 150, 60), 1_750),
    product(("Still Creek", "CBD 20:1 Drops 30ml"), DROPS, None, (30_000, 30, 600, 60), 1_900),
    product(("Still Creek", "Arnica Relief Balm 2oz"), BALM, None, (56_700, 200, 200, 0), 1_380),
    product(("Still Creek", "Muscle Stick 1oz"), BALM, None, (28_350, 100, 300, 0), 1_120),
    product(("Still Creek", "Softgels 10mg 20ct"), PILLS, None, (12_000, 200, 0, 20), 1_290),
    product(("Still Creek", "Softgels CBN 15ct"), PILLS, None, (9_000, 75, 0, 15), 1_340),
    product(("Kindling", "Ice Cream Cake Infused Pre-Roll 1g"), INFUSED, Some(5), (1_000, 365, 0, 0), 720),
    product(("Kindling", "Zkittlez Infused Pre-Roll 1g"), INFUSED, Some(8), (1_000, 358, 0, 0), 720),
    product(("Kindling", "Mimosa Infused Pre-Roll 5pk"), INFUSED, Some(11), (2_500, 880, 0, 0), 1_850),
    product(("Kindling", "White Truffle Hash Pre-Roll 1g"), INFUSED, Some(39), (1_000, 372, 0, 0), 790),
    product(("Kindling", "Durban Poison Diamond Pre-Roll 1g"), INFUSED, Some(27), (1_000, 401, 0, 0), 840),
];

/// A size in which the distributor packs flower: brand, words, category, milligrams, wholesale cents.
pub type Pack = (&'static str, &'static str, &'static str, i64, i64);

/// The sizes; the cultivator's strains times these are the distributor's flower items.
pub const PACKS: [Pack; 6] = [
    ("Gold Hour", "3.5g", "Flower (packaged eighth - each)", 3_500, 1_600),
    ("Gold Hour", "7g Smalls", "Flower (packaged quarter - each)", 7_000, 2_300),
    ("Coastal Grade", "14g", "Flower (packaged half ounce - each)", 14_000, 4_200),
    ("Coastal Grade", "28g Smalls", "Flower (packaged ounce - each)", 28_000, 7_200),
    ("Kindling", "Pre-Roll 1g", "Pre-Roll Flower", 1_000, 380),
    ("Kindling", "Pre-Roll 5pk", "Pre-Roll Flower", 2_500, 980),
];

/// Which packs a strain of the cultivator is packed in: everything in eighths, most as pre-rolls, some in the rest.
pub fn packs_of(strain: usize) -> Vec<usize> {
    let mut packs = vec![0];
    if strain.is_multiple_of(3) {
        packs.push(1);
    }
    if strain % 4 == 1 {
        packs.push(2);
    }
    if strain % 5 == 2 {
        packs.push(3);
    }
    if strain % 3 != 1 {
        packs.push(4);
    }
    if strain % 5 == 4 {
        packs.push(5);
    }
    packs
}

/// What the storefront calls what it tags itself: the name and the category.
pub const HOUSE: [(&str, &str); 14] = [
    ("House Eighth - Indica", "Flower (packaged eighth - each)"),
    ("House Eighth - Sativa", "Flower (packaged eighth - each)"),
    ("House Eighth - Hybrid", "Flower (packaged eighth - each)"),
    ("House Pre-Roll - Indica", "Pre-Roll Flower"),
    ("House Pre-Roll - Sativa", "Pre-Roll Flower"),
    ("House Pre-Roll - Hybrid", "Pre-Roll Flower"),
    ("Display Unit - Flower", "Flower (packaged - each)"),
    ("Display Unit - Vape", "Vape Cartridge (weight - each)"),
    ("Display Unit - Edible", "Edible (weight - each)"),
    ("Display Unit - Topical", "Topical (weight - each)"),
    ("Employee Sample - Flower", "Flower (packaged gram - each)"),
    ("Employee Sample - Edible", "Edible (weight - each)"),
    ("Employee Sample - Concentrate", "Extract (weight - each)"),
    ("Employee Sample - Tincture", "Tincture (volume - each)"),
];

/// How many of [`STRAINS`] the cultivator grows.
pub const GROWN: usize = 24;

/// A decimal of thousandths, for sizes kept in milligrams and microlitres.
pub fn thousandths(number: i64) -> Decimal {
    Decimal::new(number, 3).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_its_category_and_strain() {
        for product in PRODUCTS {
            let category = category_named(product.category).unwrap();
            assert!(product.strain.is_none_or(|strain| strain < STRAINS.len()), "{}", product.name);
            assert!(!category.requires_thc_content || product.thc > 0, "{} must state its THC", product.name);
        }
        assert!(PACKS.iter().all(|pack| category_named(pack.2).is_some()));
        let items = (0..GROWN).map(|strain| packs_of(strain).len()).sum::<usize>() + PRODUCTS.len();
        assert!((100..160).contains(&items), "{items} items are about 120");
    }
}
