//! Strains that the license has.

use super::columns::{Definition, LICENSE, column, sent, sent_flag};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_strain, 280).sent("/Name"),
    sent!(testing_status, reading_column_testing_status, 180, "TestingStatus"),
    sent!(genetics, reading_column_genetics, 260, "Genetics"),
    sent_flag!(used, reading_column_used, 90, "IsUsed"),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Strains, ReferenceKind::Strains, "strains", &[COLUMNS])];
