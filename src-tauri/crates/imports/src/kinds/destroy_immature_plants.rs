//! Immature plants that are destroyed.

use words::say;

use super::shared::waste::{METHOD, MIXED_IN, NOTE_OF_DESTROYING, REASON_OF_DESTROYING, WEIGHT};
use super::shared::{ACTUAL_DATE, GROWERS, PLANT_BATCH};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

/// The state's sample destroys plants without waste: a weight of 0 and neither unit, method nor material.
const WITH_WASTE: Needed = Needed::WhenAboveZero("WasteWeight");
const COUNT: Column = Column::new("Count", Holds::Count, Needed::Always, say::guide_means_destroy_count).also(&[
    "plants",
    "plantcount",
    "plantas",
]);
const UNIT: Column = Column::new("WasteUnitOfMeasure", Holds::WeightUnit, WITH_WASTE, say::guide_means_unit).also(&[
    "wasteunitofmeasurename",
    "unitofmeasure",
    "unit",
    "uom",
    "unidad",
]);

pub(super) const ABOUT: Import = Import {
    title: say::guide_destroy_immature_plants,
    purpose: say::guide_destroy_immature_plants_purpose,
    licenses: GROWERS,
    columns: &[
        PLANT_BATCH,
        COUNT,
        METHOD.needed(WITH_WASTE),
        MIXED_IN.needed(WITH_WASTE),
        REASON_OF_DESTROYING,
        NOTE_OF_DESTROYING,
        WEIGHT,
        UNIT,
        ACTUAL_DATE,
    ],
    examples: &[
        &["1A4FF0100000022000000201", "5", "Compost", "Soil", "Disease", "root rot", "120", "Grams", "2026-11-20"],
        &["1A4FF0100000022000000202", "2", "", "", "Never Rooted", "dried out", "0", "", "2026-11-20"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Delete, "/plantbatches/v2"),
    notes: &[say::guide_note_waste_first],
};
