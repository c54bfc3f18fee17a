//! Packages of what was harvested.

use words::say;

use super::shared::{ACTUAL_DATE, DONATION, GROWERS, ITEM, NOTE, PATIENT, SUBLOCATION, TRADE_SAMPLE};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const COLUMNS: &[Column] = &[
    Column::new("Tag", Holds::NewPackageTag, Needed::Always, say::guide_means_new_package).also(&[
        "packagetag",
        "package",
        "label",
        "etiquetadepaquete",
    ]),
    // Blank in two rows of the state's sample.
    Column::new("Location", Holds::Location, Needed::Never, say::guide_means_package_location).also(&[
        "locationname",
        "room",
        "ubicacion",
    ]),
    SUBLOCATION,
    ITEM,
    Column::new("UnitOfWeight", Holds::WeightUnit, Needed::Always, say::guide_means_package_unit).also(&[
        "packageunit",
        "unit",
        "uom",
        "unidad",
    ]),
    PATIENT,
    NOTE,
    Column::new("ProductionBatchNumber", Holds::Text, Needed::Never, say::guide_means_production_batch)
        .also(&["productionbatch", "productionbatchno"]),
    TRADE_SAMPLE,
    DONATION,
    ACTUAL_DATE,
    Column::new("IngredientHarvestName", Holds::Harvest, Needed::Always, say::guide_means_harvest).also(&[
        "harvest",
        "harvestname",
        "sourceharvest",
        "cosecha",
    ]),
    Column::new("IngredientWeight", Holds::Amount, Needed::Always, say::guide_means_harvest_weight).also(&[
        "weight",
        "harvestweight",
        "peso",
    ]),
    Column::new("IngredientUnitOfWeight", Holds::WeightUnit, Needed::Always, say::guide_means_unit)
        .also(&["ingredientunit", "harvestunit"]),
];

/// Rows of one tag are one package: the API takes several harvests for a package, and a tag is used once. Inferred from
/// the headings; the state's sample has a row a package.
pub(super) const ABOUT: Import = Import {
    title: say::guide_packages_from_harvests,
    purpose: say::guide_packages_from_harvests_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &[
            "1A4FF0300000261000010001",
            "Vault A",
            "",
            "Blue Dream Flower",
            "Grams",
            "",
            "",
            "",
            "False",
            "False",
            "2026-11-20",
            "2026-10-30-Drying Room 1-H",
            "900",
            "Grams",
        ],
        &[
            "1A4FF0300000261000010002",
            "Vault A",
            "",
            "Mixed Trim",
            "Grams",
            "",
            "two harvests",
            "PB-2026-11-20-A",
            "False",
            "False",
            "2026-11-20",
            "2026-10-30-Drying Room 1-H",
            "250",
            "Grams",
        ],
        &[
            "1A4FF0300000261000010002",
            "Vault A",
            "",
            "Mixed Trim",
            "Grams",
            "",
            "two harvests",
            "PB-2026-11-20-A",
            "False",
            "False",
            "2026-11-20",
            "2026-11-02-Drying Room 2-H",
            "150",
            "Grams",
        ],
    ],
    rows: Rows::Together {
        key: &["Tag"],
        own: &["IngredientHarvestName", "IngredientWeight", "IngredientUnitOfWeight"],
    },
    way: Way::Call(Method::Post, "/harvests/v2/packages"),
    notes: &[say::guide_note_yes_no],
};
