//! Tags that were delivered to the license and are on nothing yet.

use super::columns::{Definition, LICENSE, column, sent};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_tag, 280).sent("/Label"),
    sent!(tag_type, reading_column_tag_type, 260, "TagInventoryTypeName"),
    LICENSE,
];

pub(super) static PACKAGE_TAGS: [Grid; 1] =
    [grid(Collection::PackageTags, ReferenceKind::PackageTags, "package_tags", &[COLUMNS])];

pub(super) static PLANT_TAGS: [Grid; 1] =
    [grid(Collection::PlantTags, ReferenceKind::PlantTags, "plant_tags", &[COLUMNS])];
