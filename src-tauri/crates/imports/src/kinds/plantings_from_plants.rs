//! Plant batches of cuttings or seeds of a plant that stands.

use words::say;

use super::shared::{
    ACTUAL_DATE, GROWERS, LOCATION_NAME, NEW_BATCH, PATIENT, PLANT_BATCH_TYPE, PLANT_COUNT, SOURCE_PLANT, STRAIN_NAME,
    SUBLOCATION_NAME,
};
use super::{Import, Method, Rows, Way};

pub(super) const ABOUT: Import = Import {
    title: say::guide_plantings_from_plants,
    purpose: say::guide_plantings_from_plants_purpose,
    licenses: GROWERS,
    columns: &[
        SOURCE_PLANT,
        NEW_BATCH,
        PLANT_BATCH_TYPE,
        PLANT_COUNT,
        STRAIN_NAME,
        LOCATION_NAME,
        SUBLOCATION_NAME,
        PATIENT,
        ACTUAL_DATE,
    ],
    examples: &[
        &[
            "1A4FF0100000022000000111",
            "1A4FF0100000022000000221",
            "Clone",
            "30",
            "Blue Dream",
            "Nursery 1",
            "",
            "",
            "2026-11-20",
        ],
        &[
            "1A4FF0100000022000000112",
            "1A4FF0100000022000000222",
            "Seed",
            "12",
            "Blue Dream",
            "Nursery 1",
            "Bench 2",
            "",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plants/v2/plantings"),
    notes: &[say::guide_note_batch_name],
};
