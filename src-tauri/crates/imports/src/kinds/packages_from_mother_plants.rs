//! Packages of cuttings, which leave the batch of their mothers as it is.

use words::say;

use super::shared::immature::{COUNT, LOCATION, TAG};
use super::shared::{ACTUAL_DATE, DONATION, GROWERS, ITEM, NOTE, PATIENT, PLANT_BATCH, SUBLOCATION, TRADE_SAMPLE};
use super::{Import, Method, Rows, Way};

/// The same columns as those of packages of immature plants: nothing in a file tells the two apart.
pub(super) const ABOUT: Import = Import {
    title: say::guide_packages_from_mother_plants,
    purpose: say::guide_packages_from_mother_plants_purpose,
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
            "1A4FF0100000022000000203",
            "OG Kush Clones",
            "1A4FF0300000261000010021",
            "",
            "",
            "False",
            "False",
            "12",
            "Nursery 2",
            "",
            "2026-11-20",
        ],
        &[
            "1A4FF0100000022000000203",
            "OG Kush Clones",
            "1A4FF0300000261000010022",
            "",
            "second tray",
            "False",
            "False",
            "12",
            "Nursery 2",
            "",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/packages/frommotherplant"),
    notes: &[say::guide_note_like_immature_packages, say::guide_note_no_mothers, say::guide_note_yes_no],
};
