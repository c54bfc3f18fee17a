//! Locations that the license has.

use super::columns::{Definition, LICENSE, column, sent, sent_flag};
use super::listed::grid;
use super::{Collection, Grid};
use crate::record::ReferenceKind;

const COLUMNS: &[Definition] = &[
    column!(name, reading_column_location, 280).sent("/Name"),
    sent!(location_type, reading_column_location_type, 220, "LocationTypeName"),
    sent_flag!(for_packages, reading_column_for_packages, 140, "ForPackages"),
    sent_flag!(for_plants, reading_column_for_plants, 140, "ForPlants"),
    sent_flag!(for_plant_batches, reading_column_for_plant_batches, 160, "ForPlantBatches"),
    sent_flag!(for_harvests, reading_column_for_harvests, 140, "ForHarvests"),
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [grid(Collection::Locations, ReferenceKind::Locations, "locations", &[COLUMNS])];
