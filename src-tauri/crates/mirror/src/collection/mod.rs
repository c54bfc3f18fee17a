//! The collections: what has a grid, and what each declares of itself. A new one is a line here and a file beside this.

mod columns;
mod driver;
mod employee;
mod item;
mod lab_sample;
mod listed;
mod location;
mod package;
mod row;
mod strain;
mod table;
mod tag;
mod transfer;
mod transferred;
mod vehicle;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::columns::{Column, ColumnKind};
pub use self::lab_sample::LabSampleRow;
pub use self::package::PackageRow;
pub use self::transfer::TransferRow;

pub(crate) use self::columns::{Definition, Stored};
pub(crate) use self::row::GridRow;
pub(crate) use self::table::{Amount, Grid, GridTable, Kept, LookedIn, Order, Shared, Tags, amount_text};
pub(crate) use self::{
    lab_sample::LAB_SAMPLE, listed::LISTED, package::PACKAGE, transfer::TRANSFER, transferred::TRANSFERRED,
};

/// Makes of one list the enum, the number that the change feed stores of each, and its grids.
macro_rules! collections {
    ($($(#[$about:meta])* $name:ident = $code:literal: $grids:expr;)*) => {
        /// A kind of record that has a grid.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Collection {
            $($(#[$about])* $name,)*
        }

        impl Collection {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As SQLite stores it. Never given to another.
            pub(crate) fn code(self) -> i64 {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            /// Its grids: one, or one a tab.
            pub(crate) fn grids(self) -> &'static [Grid] {
                match self {
                    $(Self::$name => $grids,)*
                }
            }
        }
    };
}

collections! {
    /// Packages, in five tabs.
    Packages = 1: &package::GRIDS;
    /// A laboratory's samples, one row a sample.
    LabSamples = 2: &lab_sample::GRIDS;
    /// Manifests that come to the license.
    IncomingTransfers = 3: &transfer::INCOMING;
    /// Manifests that the license sends.
    OutgoingTransfers = 4: &transfer::OUTGOING;
    /// Outgoing manifests of which packages were refused and have not been taken back.
    RejectedTransfers = 5: &transfer::REJECTED;
    /// The templates of which people make manifests on the state's site.
    TransferTemplates = 6: &transfer::TEMPLATES;
    /// Items.
    Items = 7: &item::GRIDS;
    /// Strains.
    Strains = 8: &strain::GRIDS;
    /// Locations.
    Locations = 9: &location::GRIDS;
    /// Employees.
    Employees = 10: &employee::GRIDS;
    /// Tags for packages that no package has yet.
    PackageTags = 11: &tag::PACKAGE_TAGS;
    /// Tags for plants that no plant has yet.
    PlantTags = 12: &tag::PLANT_TAGS;
    /// Drivers of a license that transports.
    Drivers = 13: &driver::GRIDS;
    /// Vehicles of a license that transports.
    Vehicles = 14: &vehicle::GRIDS;
}

/// The tabs of the packages grid, in the state site's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackageTab {
    /// In the license's inventory.
    Active,
    /// Held by the state or the license.
    OnHold,
    /// Finished or discontinued.
    Inactive,
    /// On the road.
    InTransit,
    /// Received or rejected by somebody else.
    Transferred,
}

impl Collection {
    /// From what SQLite holds; none for a number that no collection of this version has.
    pub(crate) fn of_code(code: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }

    /// The grid of a tab. A collection without tabs has one whatever is asked, and without a tab the first is meant.
    pub(crate) fn grid(self, tab: Option<PackageTab>) -> &'static Grid {
        let [first, others @ ..] = self.grids() else { unreachable!("every collection has a grid: the test below") };
        others.iter().find(|grid| grid.tab.is_some() && grid.tab == tab).unwrap_or(first)
    }
}

/// Every grid, in the order in which the collections are listed.
pub(crate) fn grids() -> impl Iterator<Item = &'static Grid> {
    Collection::ALL.iter().flat_map(|collection| collection.grids())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_collection_has_a_number_and_a_grid_of_its_own() {
        for (at, one) in Collection::ALL.iter().enumerate() {
            assert_eq!(Collection::of_code(one.code()), Some(*one), "{one:?} shares its number");
            assert!(!one.grids().is_empty(), "{one:?} has no grid");
            for grid in one.grids() {
                assert_eq!(grid.collection, *one, "grid {at} says that it is another's");
                assert_eq!(one.grid(grid.tab).tab, grid.tab);
            }
        }
        let mut names: Vec<&str> = grids().map(|grid| grid.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), grids().count(), "two grids have one name");
    }
}
