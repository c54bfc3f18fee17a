//! Packages of immature plants, which leave their batch.

use words::say;

use super::shared::immature::{COUNT, LOCATION, TAG};
use super::shared::{ACTUAL_DATE, DONATION, GROWERS, ITEM, NOTE, PATIENT, PLANT_BATCH, SUBLOCATION, TRADE_SAMPLE};
use super::{Import, Method, Rows, Way};

pub(super) const ABOUT: Import = Import {
    title: say::guide_immature_plant_packages,
    purpose: say::guide_immature_plant_packages_purpose,
    licenses: GROWERS,
    columns: &[
        PLANT_BATCH,
        ITEM,
        TAG,
        PATIENT,
        NOTE,
        TRADE_SAMPLE,
        DONATION,
        COUNT,
        LOCATION,
        SUBLOCATION,
        ACTUAL_DATE,
    ],
    examples: &[
        &[
            "1A4FF0100000022000000201",
            "Blue Dream Clones",
            "1A4FF0300000261000010011",
            "",
            "",
            "False",
            "False",
            "10",
            "Nursery 1",
            "",
            "2026-11-20",
        ],
        &[
            "1A4FF0100000022000000202",
            "GG4 Clones",
            "1A4FF0300000261000010012",
            "",
            "order 118",
            "False",
            "False",
            "24",
            "Nursery 1",
            "",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/packages"),
    notes: &[say::guide_note_like_mother_plants, say::guide_note_yes_no],
};
