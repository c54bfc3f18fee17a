//! People who work for the license, as the state has them.

use super::columns::{Definition, LICENSE, column, sent_flag};
use super::listed::grid;
use super::{Collection, ColumnKind, Grid};
use crate::record::ReferenceKind;

const NUMBER: Definition = Definition {
    sent: Some("/License/EmployeeLicenseNumber"),
    ..column!(employee_license, reading_column_employee_license, 200)
        .told_by("coalesce(CAST(p.rest ->> '$.License.EmployeeLicenseNumber' AS TEXT), '')")
};
const BEGINS: Definition = column!(begins, reading_column_begins, 130)
    .reads(ColumnKind::Date)
    .told_by("stated_day(CAST(p.rest ->> '$.License.StartDate' AS TEXT))")
    .sent("/License/StartDate");
const ENDS: Definition = column!(ends, reading_column_ends, 130)
    .reads(ColumnKind::Date)
    .told_by("stated_day(CAST(p.rest ->> '$.License.EndDate' AS TEXT))")
    .sent("/License/EndDate");

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_employee, 260).sent("/FullName"),
    NUMBER,
    BEGINS,
    ENDS,
    sent_flag!(owner, reading_column_owner, 100, "IsOwner"),
    sent_flag!(manager, reading_column_manager, 100, "IsManager"),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Employees, ReferenceKind::Employees, "employees", &[COLUMNS])];
