//! Immature plants that get a tag each and grow on.

use words::say;

use super::shared::{A_BATCH, GROWERS, PATIENT};
use super::{Column, Holds, Import, Method, Needed, Rows, StateWord, Way};

const COLUMNS: &[Column] = &[
    Column::new("Name", Holds::PlantBatch, Needed::Always, say::guide_means_batch).also(&[
        "plantbatch",
        "plantbatchname",
        "batch",
        "lotedeplantas",
    ]),
    Column::new("Count", Holds::Count, Needed::Always, say::guide_means_growth_count)
        .also(&["plants", "plantcount", "plantas"])
        .limited(A_BATCH),
    Column::new("StartingTag", Holds::NewPlantTag, Needed::Always, say::guide_means_starting_tag).also(&[
        "firsttag",
        "startingplanttag",
        "tag",
        "primeraetiqueta",
    ]),
    Column::new("GrowthPhase", Holds::Word(StateWord::GrowthPhase), Needed::Always, say::guide_means_growth_phase)
        .also(&["phase", "fase"]),
    Column::new("NewLocation", Holds::Location, Needed::Always, say::guide_means_growth_location).also(&[
        "location",
        "locationname",
        "room",
        "ubicacion",
    ]),
    Column::new("NewSublocation", Holds::Sublocation, Needed::Never, say::guide_means_sublocation)
        .also(&["sublocation", "sublocationname"]),
    Column::new("GrowthDate", Holds::Day, Needed::Always, say::guide_means_day).also(&[
        "date",
        "actualdate",
        "day",
        "fecha",
    ]),
    PATIENT,
];

pub(super) const ABOUT: Import = Import {
    title: say::guide_immature_plant_growth_phase,
    purpose: say::guide_immature_plant_growth_phase_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &[
            "1A4FF0100000022000000201",
            "25",
            "1A4FF0100000022000000401",
            "Flowering",
            "Flower Room 1",
            "",
            "2026-11-20",
            "",
        ],
        &[
            "1A4FF0100000022000000202",
            "10",
            "1A4FF0100000022000000426",
            "Flowering",
            "Flower Room 2",
            "",
            "2026-11-20",
            "",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/growthphase"),
    notes: &[say::guide_note_tags_in_a_row, say::guide_note_no_vegetative],
};
