//! Plants that move.

use words::say;

use super::shared::{ACTUAL_DATE, GROWERS, SUBLOCATION};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const COLUMNS: &[Column] = &[
    Column::new("Label", Holds::PlantTag, Needed::Always, say::guide_means_plant).also(&[
        "planttag",
        "plant",
        "plantlabel",
        "tag",
        "etiquetadeplanta",
    ]),
    Column::new("Location", Holds::Location, Needed::Always, say::guide_means_move_location).also(&[
        "locationname",
        "newlocation",
        "room",
        "ubicacion",
    ]),
    SUBLOCATION,
    ACTUAL_DATE,
];

pub(super) const ABOUT: Import = Import {
    title: say::guide_plant_locations,
    purpose: say::guide_plant_locations_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &["1A4FF0100000022000000101", "Flower Room 2", "", "2026-11-20"],
        &["1A4FF0100000022000000102", "Flower Room 2", "Bench 4", "2026-11-20"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Put, "/plants/v2/location"),
    notes: &[],
};
