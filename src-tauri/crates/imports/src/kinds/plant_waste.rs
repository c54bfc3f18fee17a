//! What is thrown away of plants that stand.

use words::say;

use super::shared::waste::{DAY, METHOD, MIXED, NOTE, REASON, UNIT, WEIGHT};
use super::shared::{GROWERS, LOCATION_NAME, SUBLOCATION_NAME};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

/// The state's sample names the plants by their place in one row and by their tags in the other.
const LOCATION: Column =
    Column { meaning: say::guide_means_waste_location, ..LOCATION_NAME.needed(Needed::WhenBlank("PlantLabels")) };
const PLANTS: Column =
    Column::new("PlantLabels", Holds::PlantTags, Needed::WhenBlank("LocationName"), say::guide_means_waste_plants)
        .also(&["plants", "planttags", "planttag", "etiquetasdeplanta"]);

pub(super) const ABOUT: Import = Import {
    title: say::guide_plant_waste,
    purpose: say::guide_plant_waste_purpose,
    licenses: GROWERS,
    columns: &[METHOD, MIXED, WEIGHT, UNIT, REASON, NOTE, LOCATION, SUBLOCATION_NAME, DAY, PLANTS],
    examples: &[
        &["Compost", "Soil", "1250", "Grams", "Trim", "", "Flower Room 2", "", "2026-11-20", ""],
        &[
            "Compost",
            "Soil",
            "310.5",
            "Grams",
            "Pest Damage",
            "lower leaves",
            "",
            "",
            "2026-11-20",
            "1A4FF0100000022000000101|1A4FF0100000022000000102",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plants/v2/waste"),
    notes: &[say::guide_note_waste_first],
};
