//! Plant batches of which more or fewer plants are there than the state has.

use words::say;

use super::shared::{GROWERS, PLANT_BATCH_NAME};
use super::{Column, Holds, Import, Method, Needed, Rows, StateWord, Way};

const COLUMNS: &[Column] = &[
    PLANT_BATCH_NAME,
    Column::new("Quantity", Holds::CountChange, Needed::Always, say::guide_means_batch_change).also(&[
        "adjustment",
        "adjustmentquantity",
        "change",
        "count",
        "cantidad",
    ]),
    Column::new(
        "AdjustmentReason",
        Holds::Word(StateWord::PlantBatchAdjustmentReason),
        Needed::Always,
        say::guide_means_adjustment_reason,
    )
    .also(&["reason", "motivo"]),
    // No limit of its length is known; the 200 letters are said of packages.
    Column::new("ReasonNote", Holds::Text, Needed::WhenReasonAsks("AdjustmentReason"), say::guide_means_reason_note)
        .also(&["note", "notes", "nota"]),
    Column::new("AdjustmentDate", Holds::Day, Needed::Always, say::guide_means_day).also(&[
        "date",
        "actualdate",
        "day",
        "fecha",
    ]),
];

/// The same batch twice in the state's sample, by -2 and by +1: two records.
pub(super) const ABOUT: Import = Import {
    title: say::guide_plant_batch_adjustments,
    purpose: say::guide_plant_batch_adjustments_purpose,
    licenses: GROWERS,
    columns: COLUMNS,
    examples: &[
        &["1A4FF0100000022000000201", "-2", "Entry Error", "counted twice", "2026-11-20"],
        &["1A4FF0100000022000000202", "1", "Entry Error", "", "2026-11-20"],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/plantbatches/v2/adjust"),
    notes: &[say::guide_note_change],
};
