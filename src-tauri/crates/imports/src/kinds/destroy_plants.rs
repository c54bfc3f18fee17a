//! Plants that are destroyed.

use words::say;

use super::shared::waste::{METHOD, MIXED_IN, NOTE_OF_DESTROYING, REASON_OF_DESTROYING, WEIGHT};
use super::shared::{ACTUAL_DATE, GROWERS};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const PLANT: Column = Column::new("Label", Holds::PlantTag, Needed::Always, say::guide_means_plant).also(&[
    "planttag",
    "plant",
    "plantlabel",
    "tag",
    "etiquetadeplanta",
]);
const UNIT: Column = Column::new("WasteUnitOfMeasureName", Holds::WeightUnit, Needed::Always, say::guide_means_unit)
    .also(&["wasteunitofmeasure", "unitofmeasure", "unit", "uom", "unidad"]);

pub(super) const ABOUT: Import = Import {
    title: say::guide_destroy_plants,
    purpose: say::guide_destroy_plants_purpose,
    licenses: GROWERS,
    columns: &[PLANT, METHOD, MIXED_IN, WEIGHT, UNIT, REASON_OF_DESTROYING, NOTE_OF_DESTROYING, ACTUAL_DATE],
    examples: &[
        &["1A4FF0100000022000000105", "Compost", "Soil", "640", "Grams", "Disease", "powdery mildew", "2026-11-20"],
        &["1A4FF0100000022000000106", "Grinder", "Soil", "505.5", "Grams", "Male Plant", "", "2026-11-20"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Delete, "/plants/v2"),
    notes: &[say::guide_note_waste_first],
};
