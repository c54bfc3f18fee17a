//! Plant batches of clones or seeds that came in a package.

use words::say;

use super::shared::{
    GROWERS, LOCATION_NAME, NEW_BATCH, PATIENT, PLANT_BATCH_TYPE, PLANT_COUNT, STRAIN_NAME, SUBLOCATION_NAME,
};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const COLUMNS: &[Column] = &[
    Column::new("PackageLabel", Holds::PackageTag, Needed::Always, say::guide_means_source_package).also(&[
        "package",
        "packagetag",
        "tag",
        "etiquetadepaquete",
    ]),
    Column::new("PackageAdjustmentAmount", Holds::Amount, Needed::Never, say::guide_means_taken).also(&[
        "adjustmentamount",
        "amount",
        "quantity",
        "cantidad",
    ]),
    Column::new(
        "PackageAdjustmentUnitOfMeasureName",
        Holds::Unit,
        Needed::WhenFilled("PackageAdjustmentAmount"),
        say::guide_means_unit,
    )
    .also(&["adjustmentunitofmeasure", "unitofmeasure", "unit", "uom", "unidad"]),
    NEW_BATCH,
    PLANT_BATCH_TYPE,
    PLANT_COUNT,
    STRAIN_NAME,
    LOCATION_NAME,
    SUBLOCATION_NAME,
    PATIENT,
    Column::new("PlantedDate", Holds::Day, Needed::Always, say::guide_means_planted_day).also(&[
        "planted",
        "plantingdate",
        "fechadesiembra",
    ]),
    Column::new("UnpackagedDate", Holds::Day, Needed::Always, say::guide_means_unpackaged_day)
        .also(&["unpackaged", "unpackagingdate"]),
];

pub(super) const ABOUT: Import = Import {
    title: say::guide_plantings_from_packages,
    purpose: say::guide_plantings_from_packages_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &[
            "1A4FF0300000261000010041",
            "50",
            "Each",
            "1A4FF0100000022000000211",
            "Clone",
            "50",
            "Blue Dream",
            "Nursery 1",
            "",
            "",
            "2026-11-20",
            "2026-11-20",
        ],
        &[
            "1A4FF0300000261000010042",
            "",
            "",
            "1A4FF0100000022000000212",
            "Seed",
            "24",
            "GG4",
            "Nursery 1",
            "",
            "",
            "2026-11-20",
            "2026-11-20",
        ],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/packages/v2/plantings"),
    notes: &[say::guide_note_batch_name],
};
