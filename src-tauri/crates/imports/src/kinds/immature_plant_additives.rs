//! What was put on immature plants, a batch at a time.

use words::say;

use super::shared::additive::{
    DAY, DEVICE, EPA, INGREDIENT, OWN, PERCENTAGE, SUPPLIER, TOTAL, TOTAL_UNIT, TRADE_NAME, TYPE,
};
use super::shared::{GROWERS, PLANT_BATCH_NAME};
use super::{Import, Method, Rows, Way};

pub(super) const ABOUT: Import = Import {
    title: say::guide_immature_plant_additives,
    purpose: say::guide_immature_plant_additives_purpose,
    licenses: GROWERS,
    columns: &[
        PLANT_BATCH_NAME,
        TYPE,
        TRADE_NAME,
        EPA,
        SUPPLIER,
        DEVICE,
        TOTAL,
        TOTAL_UNIT,
        DAY,
        INGREDIENT,
        PERCENTAGE,
    ],
    examples: &[
        &[
            "1A4FF0100000022000000201",
            "Fertilizer",
            "Root Boost 2-1-1",
            "",
            "North Coast Supply",
            "Watering Can",
            "3",
            "Gallons",
            "2026-11-20",
            "Nitrogen",
            "2",
        ],
        &[
            "1A4FF0100000022000000201",
            "Fertilizer",
            "Root Boost 2-1-1",
            "",
            "North Coast Supply",
            "Watering Can",
            "3",
            "Gallons",
            "2026-11-20",
            "Potassium",
            "1",
        ],
        &[
            "1A4FF0100000022000000202",
            "Pesticide",
            "Leaf Guard Oil",
            "12345-67",
            "North Coast Supply",
            "Fogger",
            "16",
            "Fluid Ounces",
            "2026-11-21",
            "Neem Oil",
            "70",
        ],
    ],
    rows: Rows::Together {
        key: &[
            "PlantBatchName",
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
    way: Way::Call(Method::Post, "/plantbatches/v2/additives"),
    notes: &[say::guide_note_points],
};
