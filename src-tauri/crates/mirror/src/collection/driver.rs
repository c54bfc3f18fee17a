//! Drivers of a license that transports.

use super::columns::{Definition, LICENSE, column, sent};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_driver, 260),
    sent!(employee_number, reading_column_employee_number, 180, "EmployeeId"),
    sent!(drivers_license, reading_column_drivers_license, 200, "DriversLicenseNumber"),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Drivers, ReferenceKind::Drivers, "drivers", &[COLUMNS])];
