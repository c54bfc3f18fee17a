//! Plants of which a part is cut while they grow on.

use words::say;

use super::shared::cut::{HARVEST, LOCATION, PLANT, SUBLOCATION, UNIT, WEIGHT};
use super::shared::{ACTUAL_DATE, GROWERS, PATIENT};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

/// What is meant by a count beside one tag the documents do not say; each of their rows has one.
const PLANT_COUNT: Column = Column::new("PlantCount", Holds::Count, Needed::Always, say::guide_means_cut_count)
    .also(&["plants", "count", "plantas"]);

pub(super) const ABOUT: Import = Import {
    title: say::guide_manicure_plants,
    purpose: say::guide_manicure_plants_purpose,
    licenses: GROWERS,
    columns: &[PLANT, WEIGHT, UNIT, LOCATION, SUBLOCATION, HARVEST, PATIENT, ACTUAL_DATE, PLANT_COUNT],
    examples: &[
        &["1A4FF0100000022000000103", "45.2", "Grams", "Drying Room 1", "", "", "", "2026-11-20", "1"],
        &["1A4FF0100000022000000104", "38", "Grams", "Drying Room 1", "", "Kush 11-20-M", "", "2026-11-20", "1"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plants/v2/manicure"),
    notes: &[say::guide_note_harvest, say::guide_note_manicured_twice],
};
