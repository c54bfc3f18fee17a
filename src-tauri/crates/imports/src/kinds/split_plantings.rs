//! Plant batches of which a part becomes a batch of its own.

use words::say;

use super::shared::{A_BATCH, ACTUAL_DATE, GROWERS, PATIENT, PLANT_BATCH, SUBLOCATION};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const COLUMNS: &[Column] = &[
    PLANT_BATCH,
    Column::new("GroupName", Holds::NewPlantBatch, Needed::Always, say::guide_means_new_batch).also(&[
        "newplantbatch",
        "newbatch",
        "group",
    ]),
    Column::new("Count", Holds::Count, Needed::Always, say::guide_means_split_count)
        .also(&["plants", "plantcount", "plantas"])
        .limited(A_BATCH),
    Column::new("Location", Holds::Location, Needed::Always, say::guide_means_batch_location).also(&[
        "locationname",
        "room",
        "ubicacion",
    ]),
    SUBLOCATION,
    Column::new("Strain", Holds::Strain, Needed::Always, say::guide_means_strain).also(&["strainname", "cepa"]),
    PATIENT,
    ACTUAL_DATE,
];

pub(super) const ABOUT: Import = Import {
    title: say::guide_split_plantings,
    purpose: say::guide_split_plantings_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &[
            "1A4FF0100000022000000201",
            "1A4FF0100000022000000231",
            "25",
            "Nursery 1",
            "",
            "Blue Dream",
            "",
            "2026-11-20",
        ],
        &[
            "1A4FF0100000022000000202",
            "1A4FF0100000022000000232",
            "40",
            "Nursery 2",
            "Bench 1",
            "GG4",
            "",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/split"),
    notes: &[say::guide_note_batch_name],
};
