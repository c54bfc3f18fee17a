//! Plants that are cut down whole.

use words::say;

use super::shared::cut::{HARVEST, LOCATION, PLANT, SUBLOCATION, UNIT, WEIGHT};
use super::shared::{ACTUAL_DATE, GROWERS, PATIENT};
use super::{Import, Method, Rows, Way};

pub(super) const ABOUT: Import = Import {
    title: say::guide_harvest_plants,
    purpose: say::guide_harvest_plants_purpose,
    licenses: GROWERS,
    columns: &[PLANT, WEIGHT, UNIT, LOCATION, SUBLOCATION, HARVEST, PATIENT, ACTUAL_DATE],
    examples: &[
        &["1A4FF0100000022000000101", "812.5", "Grams", "Drying Room 1", "", "Blue Dream 11-20", "", "2026-11-20"],
        &["1A4FF0100000022000000102", "790", "Grams", "Drying Room 1", "", "Blue Dream 11-20", "", "2026-11-20"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Put, "/plants/v2/harvest"),
    notes: &[say::guide_note_harvest],
};
