//! `GET /locations/v2/active`.

use crate::read::record;

record! {
    /// A place inside a license where things lie.
    Location {
        /// The state's id.
        id: i64 = "Id",
        /// The place's name.
        name: String = "Name",
        /// The id of its kind.
        location_type_id: Option<i64> = "LocationTypeId",
        /// Its kind.
        location_type_name: Option<String> = "LocationTypeName",
        /// May hold plant batches.
        for_plant_batches: bool = "ForPlantBatches",
        /// May hold plants.
        for_plants: bool = "ForPlants",
        /// May hold harvests.
        for_harvests: bool = "ForHarvests",
        /// May hold packages.
        for_packages: bool = "ForPackages",
    }
}
