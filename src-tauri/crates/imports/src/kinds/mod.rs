//! The imports, one file each: the columns of the state's file, what they hold and mean, how its rows become records, and
//! where these go. The guide and the template are made of it; a checker reads the same.
//!
//! A column is needed where no sample file of the state and no example of its API leaves it out. Where the documents are
//! silent it may be blank: the state may still refuse, while a file that it would have taken is never held back here.
//!
//! The list below makes [`ImportKind`] and what goes through all of them.

mod column;
mod day;
mod description;
mod destroy_immature_plants;
mod destroy_plants;
mod harvest_plants;
mod holds;
mod immature_plant_additives;
mod immature_plant_growth_phase;
mod immature_plant_packages;
mod immature_plant_waste;
mod manicure_plants;
mod package_adjustments;
mod packages_from_harvests;
mod packages_from_mother_plants;
mod packages_from_plants;
mod plant_additives;
mod plant_batch_adjustments;
mod plant_locations;
mod plant_waste;
mod plantings_from_packages;
mod plantings_from_plants;
pub(crate) mod shared;
mod split_plantings;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::column::{Column, Limit, Needed};
pub use self::description::{Import, Method, Rows, Way};
pub use self::holds::{Holds, StateWord};

/// Makes the kinds of a list: `file::Kind = "stored name"`.
macro_rules! imports {
    ($($(#[$about:meta])* $file:ident::$kind:ident = $code:literal,)+) => {
        /// A kind of import: one file of the state's Data Import.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum ImportKind {
            $($(#[$about])* #[serde(rename = $code)] $kind,)+
        }

        impl ImportKind {
            /// Every kind, in the order in which people are shown them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name under which it is stored. It never changes.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)+
                }
            }

            /// What is said of it.
            pub fn about(self) -> &'static Import {
                match self {
                    $(Self::$kind => &$file::ABOUT,)+
                }
            }
        }
    };
}

imports! {
    /// What was put on plants.
    plant_additives::PlantAdditives = "plant-additives",
    /// What was put on immature plants.
    immature_plant_additives::ImmaturePlantAdditives = "immature-plant-additives",
    /// Packages of which more or less is there.
    package_adjustments::PackageAdjustments = "package-adjustments",
    /// Packages of what was harvested.
    packages_from_harvests::PackagesFromHarvests = "packages-from-harvests",
    /// Plants that are cut down.
    harvest_plants::HarvestPlants = "harvest-plants",
    /// Plants of which a part is cut.
    manicure_plants::ManicurePlants = "manicure-plants",
    /// Plants that move.
    plant_locations::PlantLocations = "plant-locations",
    /// What is thrown away of plants.
    plant_waste::PlantWaste = "plant-waste",
    /// What is thrown away of immature plants.
    immature_plant_waste::ImmaturePlantWaste = "immature-plant-waste",
    /// Plants that are destroyed.
    destroy_plants::DestroyPlants = "destroy-plants",
    /// Immature plants that are destroyed.
    destroy_immature_plants::DestroyImmaturePlants = "destroy-immature-plants",
    /// Immature plants that get a tag each.
    immature_plant_growth_phase::ImmaturePlantGrowthPhase = "immature-plant-growth-phase",
    /// Packages of immature plants.
    immature_plant_packages::ImmaturePlantPackages = "immature-plant-packages",
    /// Packages of cuttings of mothers.
    packages_from_mother_plants::PackagesFromMotherPlants = "packages-from-mother-plants",
    /// Packages of cuttings or seeds of a plant.
    packages_from_plants::PackagesFromPlants = "packages-from-plants",
    /// Plant batches of what came in a package.
    plantings_from_packages::PlantingsFromPackages = "plantings-from-packages",
    /// Plant batches of cuttings or seeds of a plant.
    plantings_from_plants::PlantingsFromPlants = "plantings-from-plants",
    /// Plant batches of which more or fewer plants are there.
    plant_batch_adjustments::PlantBatchAdjustments = "plant-batch-adjustments",
    /// Plant batches that become two.
    split_plantings::SplitPlantings = "split-plantings",
}

impl ImportKind {
    /// The kind of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The kinds that a row of headings may be of: those that know every one of them and miss no column that is always
    /// needed, and of these the ones that have the most by the state's own spelling. Two have the same columns.
    pub fn of_headings(headings: &[&str]) -> Vec<Self> {
        let known = |kind: &Self| {
            let about = kind.about();
            let mut needed = about.columns.iter().filter(|column| column.needed == Needed::Always);
            headings.iter().all(|heading| about.column_of(heading).is_some())
                && needed.all(|column| headings.iter().any(|heading| column.is_headed(heading)))
        };
        let to_the_letter = |kind: &Self| {
            let columns = kind.about().columns.iter();
            columns.filter(|column| headings.contains(&column.heading)).count()
        };
        let known: Vec<Self> = Self::ALL.iter().copied().filter(known).collect();
        let most = known.iter().map(to_the_letter).max();
        known.into_iter().filter(|kind| Some(to_the_letter(kind)) == most).collect()
    }
}

#[cfg(test)]
mod tests;
