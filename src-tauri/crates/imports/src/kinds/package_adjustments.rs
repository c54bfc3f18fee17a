//! Packages of which more or less is there than the state has.

use words::say;

use super::shared::ALL;
use super::{Column, Holds, Import, Limit, Method, Needed, Rows, StateWord, Way};

const COLUMNS: &[Column] = &[
    Column::new("Label", Holds::PackageTag, Needed::Always, say::guide_means_package).also(&[
        "package",
        "packagetag",
        "packagelabel",
        "tag",
        "etiqueta",
    ]),
    Column::new("Quantity", Holds::Change, Needed::Always, say::guide_means_change).also(&[
        "adjustment",
        "adjustmentquantity",
        "change",
        "cantidad",
    ]),
    Column::new("UnitOfMeasure", Holds::Unit, Needed::Always, say::guide_means_unit).also(&["unit", "uom", "unidad"]),
    Column::new(
        "AdjustmentReason",
        Holds::Word(StateWord::PackageAdjustmentReason),
        Needed::Always,
        say::guide_means_adjustment_reason,
    )
    .also(&["reason", "motivo"]),
    // 200: two vendors say so of California; the table of rules has the same.
    Column::new("ReasonNote", Holds::Text, Needed::WhenReasonAsks("AdjustmentReason"), say::guide_means_reason_note)
        .also(&["note", "notes", "nota"])
        .limited(Limit::Letters(200)),
    Column::new("AdjustmentDate", Holds::Day, Needed::Always, say::guide_means_day).also(&[
        "date",
        "actualdate",
        "day",
        "fecha",
    ]),
    // The API's body has no such field.
    Column::new("EmployeeLicenseNumber", Holds::License, Needed::Never, say::guide_means_employee).also(&[
        "employeelicense",
        "employee",
        "empleado",
    ]),
];

pub(super) const ABOUT: Import = Import {
    title: say::guide_package_adjustments,
    purpose: say::guide_package_adjustments_purpose,
    licenses: ALL,
    columns: COLUMNS,
    examples: &[
        &["1A4FF0300000261000009905", "-2", "Grams", "Drying", "", "2026-11-20", ""],
        &["1A4FF0300000261000009906", "1", "Each", "Incorrect Quantity", "counted twice", "2026-11-20", ""],
    ],
    rows: Rows::Single,
    way: Way::Call(Method::Post, "/packages/v2/adjust"),
    notes: &[say::guide_note_change],
};
