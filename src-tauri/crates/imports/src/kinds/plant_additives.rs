//! What was put on plants: fertilizers, pesticides and others.

use words::say;

use super::shared::GROWERS;
use super::shared::additive::{
    DAY, DEVICE, EPA, INGREDIENT, OWN, PERCENTAGE, SUPPLIER, TOTAL, TOTAL_UNIT, TRADE_NAME, TYPE,
};
use super::{Column, Holds, Import, Method, Needed, Rows, Way};

const PLANT: Column = Column::new("PlantTag", Holds::PlantTag, Needed::Always, say::guide_means_plant).also(&[
    "plant",
    "plantlabel",
    "tag",
    "etiquetadeplanta",
]);

/// Plants are never put together into one record, although the API takes many: a row's amount is that plant's. What
/// the state makes of it is inferred: the same amount in the rows of several plants adds up.
pub(super) const ABOUT: Import = Import {
    title: say::guide_plant_additives,
    purpose: say::guide_plant_additives_purpose,
    licenses: GROWERS,
    columns: &[PLANT, TYPE, TRADE_NAME, EPA, SUPPLIER, DEVICE, TOTAL, TOTAL_UNIT, DAY, INGREDIENT, PERCENTAGE],
    examples: &[
        &[
            "1A4FF0100000022000000101",
            "Fertilizer",
            "Green Start 9-3-6",
            "",
            "North Coast Supply",
            "Backpack Sprayer",
            "2.5",
            "Gallons",
            "2026-11-20",
            "Nitrogen",
            "9",
        ],
        &[
            "1A4FF0100000022000000101",
            "Fertilizer",
            "Green Start 9-3-6",
            "",
            "North Coast Supply",
            "Backpack Sprayer",
            "2.5",
            "Gallons",
            "2026-11-20",
            "Phosphorus",
            "3",
        ],
        &[
            "1A4FF0100000022000000102",
            "Pesticide",
            "Leaf Guard Oil",
            "12345-67",
            "North Coast Supply",
            "Fogger",
            "1",
            "Quarts",
            "2026-11-21",
            "Neem Oil",
            "70",
        ],
    ],
    rows: Rows::Together {
        key: &[
            "PlantTag",
            "AdditiveTypeName",
            "ProductTradeName",
            "EpaRegistrationNumber",
            "ProductSupplier",
            "ApplicationDevice",
            "TotalAmountApplied",
            "TotalAmountUnitOfMeasure",
            "ActualDate",
        ],
        own: OWN,
    },
    way: Way::Call(Method::Post, "/plants/v2/additives"),
    notes: &[say::guide_note_total, say::guide_note_points],
};
