//! Packages of cuttings or seeds of a plant that stands.

use words::say;

use super::shared::immature::{COUNT, LOCATION};
use super::shared::{
    ACTUAL_DATE, DONATION, GROWERS, ITEM, NOTE, PATIENT, PLANT_BATCH_TYPE, SOURCE_PLANT, SUBLOCATION, TRADE_SAMPLE,
};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const TAG: Column = Column::new("PackageTag", Holds::NewPackageTag, Needed::Always, say::guide_means_new_package)
    .also(&["package", "tag", "packagelabel", "etiquetadepaquete"]);

pub(super) const ABOUT: Import = Import {
    title: say::guide_packages_from_plants,
    purpose: say::guide_packages_from_plants_purpose,
    licenses: GROWERS,
    columns: &[
        SOURCE_PLANT,
        TAG,
        PLANT_BATCH_TYPE,
        ITEM,
        LOCATION.needed(Needed::Always),
        SUBLOCATION,
        NOTE,
        PATIENT,
        TRADE_SAMPLE,
        DONATION,
        COUNT,
        ACTUAL_DATE,
    ],
    examples: &[
        &[
            "1A4FF0100000022000000111",
            "1A4FF0300000261000010031",
            "Clone",
            "Blue Dream Clones",
            "Nursery 1",
            "",
            "",
            "",
            "False",
            "False",
            "25",
            "2026-11-20",
        ],
        &[
            "1A4FF0100000022000000112",
            "1A4FF0300000261000010032",
            "Seed",
            "Blue Dream Seeds",
            "Nursery 1",
            "",
            "",
            "",
            "False",
            "False",
            "40",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plants/v2/plantbatch/packages"),
    notes: &[say::guide_note_yes_no],
};
