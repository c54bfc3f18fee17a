//! What is thrown away of immature plants.

use words::say;

use super::shared::waste::{DAY, METHOD, MIXED, NOTE, REASON, UNIT, WEIGHT};
use super::shared::{GROWERS, PLANT_BATCH_NAME};
use super::{Import, Method, Rows, Way};

pub(super) const ABOUT: Import = Import {
    title: say::guide_immature_plant_waste,
    purpose: say::guide_immature_plant_waste_purpose,
    licenses: GROWERS,
    columns: &[METHOD, MIXED, WEIGHT, UNIT, REASON, NOTE, DAY, PLANT_BATCH_NAME],
    examples: &[
        &["Compost", "Soil", "85", "Grams", "Trim", "", "2026-11-20", "1A4FF0100000022000000201"],
        &["Compost", "Soil", "40.5", "Grams", "Pest Damage", "root rot", "2026-11-21", "1A4FF0100000022000000202"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/waste"),
    notes: &[say::guide_note_waste_first],
};
