//! Vehicles of a license that transports.

use super::columns::{Definition, LICENSE, column, sent};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_vehicle, 280),
    sent!(make, reading_column_make, 160, "Make"),
    sent!(model, reading_column_model, 160, "Model"),
    sent!(plate, reading_column_plate, 180, "LicensePlateNumber"),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Vehicles, ReferenceKind::Vehicles, "vehicles", &[COLUMNS])];
