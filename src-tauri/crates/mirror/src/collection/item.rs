//! Items that the license may use.

use super::columns::{Definition, LICENSE, column, sent, sent_flag};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_item, 280).sent("/Name"),
    sent!(category, reading_column_category, 240, "ProductCategoryName"),
    sent!(item_strain, reading_column_item_strain, 160, "StrainName"),
    sent!(brand, reading_column_brand, 160, "ItemBrandName"),
    sent!(unit, reading_column_unit, 110, "UnitOfMeasureName"),
    sent!(quantity_type, reading_column_quantity_type, 150, "QuantityType"),
    sent!(approval, reading_column_approval, 150, "ApprovalStatus"),
    sent_flag!(used, reading_column_used, 90, "IsUsed"),
    sent!(description, reading_column_description, 280, "Description").hidden(),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Items, ReferenceKind::Items, "items", &[COLUMNS])];
