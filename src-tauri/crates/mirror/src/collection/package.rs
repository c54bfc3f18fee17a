//! Packages: the license's own in four tabs of one table, and those that left in a fifth.

use rules::LicenseNumber;

use super::columns::{
    CATEGORY, Definition, ITEM, ITEM_STRAIN, LAB_TESTING, LICENSE, MANIFEST, NOTE, PACKAGED_BY, PACKAGED_DATE,
    PRODUCTION_BATCH, QUANTITY, RECEIVED, RECEIVED_FROM, SOURCE_HARVESTS, SOURCE_PACKAGES, Stored, TAG, UNIT, column,
    flag,
};
use super::row::grid_row;
use super::transferred::{self, TRANSFERRED};
use super::{Amount, Collection, ColumnKind, Grid, GridTable, Kept, Order, PackageTab, Shared, Tags};
use crate::record::PackageList;

/// An item has one category and strain, so that the three together are hardly more than the items.
pub(crate) static PACKAGE: GridTable = GridTable {
    name: "package",
    words: "package_words",
    key: "package_id",
    order: Order::Newest("last_modified"),
    sorted: &[
        &["tag"],
        &["item", "category", "item_strain"],
        &["category"],
        &["item_strain"],
        &["location"],
        &["quantity"],
        &["lab_testing"],
        &["packaged_date"],
        &["packaged_by"],
        &["received"],
        &["received_from"],
        &["last_modified"],
    ],
    amounts: &[AMOUNT],
    shared: &[
        Shared { short_words: true, ..Shared::of(&["item", "category", "item_strain"]) },
        Shared { short_words: true, ..Shared::of(&["location"]) },
        Shared::of(&["received_from"]),
        Shared::of(&["packaged_by"]),
        Shared { lab_states: true, ..Shared::of(&["lab_testing"]) },
    ],
    short: &[],
    looked_in: &[],
    days: &[("packaged_date", Kept::Local), ("received", Kept::Instant)],
    tags: Tags::Own { made_from: "source_packages" },
    fields: &[("recipient", "''")],
};

/// How a package, one that left and a sample keep how much of it there is.
pub(super) const AMOUNT: Amount = Amount { column: "quantity", exact: "quantity_exact", unit: "unit" };

const LOCATION: Definition = column!(location, reading_column_location, 150);
const TRADE_SAMPLE: Definition = flag!(trade_sample, reading_column_trade_sample);
const DONATION: Definition = flag!(donation, reading_column_donation);
const TESTING_SAMPLE: Definition = flag!(testing_sample, reading_column_testing_sample);
const HOLD: Definition = flag!(hold, reading_column_hold);
const EXPIRATION: Definition = column!(expiration, reading_column_expiration, 130).reads(ColumnKind::Date).hidden();
const FINISHED: Definition = column!(finished, reading_column_finished, 120).reads(ColumnKind::Date);

/// The flags together, a bit each. The greatest weighs most in a sort: what is held comes before what is a sample.
const FLAGS: Definition = column!(flags, reading_column_flags, 80)
    .stored(
        ColumnKind::Flags,
        Stored::Flags(&[("hold", 8), ("testing_sample", 4), ("donation", 2), ("trade_sample", 1)]),
    )
    .told_by("(p.hold * 8 + p.testing_sample * 4 + p.donation * 2 + p.trade_sample)");

/// What a package is told by at the counter, first: which, what, how much, where. Here a tab's own column follows.
const FIRST: &[Definition] = &[TAG, ITEM, QUANTITY, LOCATION];

/// Then whether it may be sold, who packed it and when it came, and what is asked for less often.
const REST: &[Definition] = &[
    LAB_TESTING,
    FLAGS,
    PACKAGED_BY,
    RECEIVED,
    ITEM_STRAIN,
    CATEGORY,
    RECEIVED_FROM,
    PACKAGED_DATE,
    EXPIRATION,
    PRODUCTION_BATCH,
    SOURCE_PACKAGES,
    SOURCE_HARVESTS,
    UNIT,
    TRADE_SAMPLE,
    DONATION,
    TESTING_SAMPLE,
    HOLD,
    NOTE,
    LICENSE,
];

/// The order on the state's site (PRODUCT section 2).
const STATES: &[Definition] = &[
    TAG,
    SOURCE_HARVESTS,
    SOURCE_PACKAGES,
    LOCATION,
    ITEM,
    CATEGORY,
    ITEM_STRAIN,
    QUANTITY,
    UNIT,
    PRODUCTION_BATCH,
    LAB_TESTING,
    TRADE_SAMPLE,
    DONATION,
    TESTING_SAMPLE,
    HOLD,
    PACKAGED_DATE,
    PACKAGED_BY,
    RECEIVED,
    RECEIVED_FROM,
];

/// A tab of packages that the license holds.
const fn held(tab: PackageTab, list: PackageList, name: &'static str) -> Grid {
    Grid {
        collection: Collection::Packages,
        tab: Some(tab),
        table: &PACKAGE,
        list: Some(list.code()),
        name,
        columns: &[FIRST, REST],
        states_order: &[STATES],
    }
}

pub(super) static GRIDS: [Grid; 5] = [
    held(PackageTab::Active, PackageList::Active, "packages_active"),
    held(PackageTab::OnHold, PackageList::OnHold, "packages_on_hold"),
    Grid {
        columns: &[FIRST, &[FINISHED], REST],
        states_order: &[STATES, &[FINISHED]],
        ..held(PackageTab::Inactive, PackageList::Inactive, "packages_inactive")
    },
    Grid {
        columns: &[FIRST, &[MANIFEST], REST],
        states_order: &[STATES, &[MANIFEST]],
        ..held(PackageTab::InTransit, PackageList::InTransit, "packages_in_transit")
    },
    Grid {
        collection: Collection::Packages,
        tab: Some(PackageTab::Transferred),
        table: &TRANSFERRED,
        list: None,
        name: "packages_transferred",
        columns: &[transferred::COLUMNS, &[LICENSE]],
        states_order: &[transferred::STATES],
    },
];

impl PackageList {
    /// The tab that shows the packages of this list; those that were transferred show as
    /// [`TransferredRecord`](crate::TransferredRecord)s.
    pub(crate) fn tab(self) -> Option<PackageTab> {
        match self {
            Self::Active => Some(PackageTab::Active),
            Self::OnHold => Some(PackageTab::OnHold),
            Self::InTransit => Some(PackageTab::InTransit),
            Self::Inactive => Some(PackageTab::Inactive),
            Self::Transferred => None,
        }
    }
}

grid_row! {
    /// One package as the packages grid shows it, in all five tabs.
    pub struct PackageRow {
        /// The mirror's own row id: stable while the row is there.
        pub row: i64,
        /// In whose books.
        pub license: LicenseNumber,
        /// The state's id of the package in that license's books.
        pub package_id: i64,
        /// `Label`.
        pub tag: String,
        /// `SourceHarvestNames`, comma-separated.
        pub source_harvests: String,
        /// `SourcePackageLabels`, comma-separated.
        pub source_packages: String,
        /// `LocationName`, with the sublocation behind a slash.
        pub location: String,
        /// `Item.Name`.
        pub item: String,
        /// `Item.ProductCategoryName`.
        pub category: String,
        /// `Item.StrainName`; empty where the item has none.
        pub item_strain: String,
        /// Exact decimal text; in the Transferred tab what was shipped.
        pub quantity: String,
        /// The unit's abbreviation.
        pub unit: String,
        /// `ProductionBatchNumber`.
        pub production_batch: String,
        /// The words of the lab testing state.
        pub lab_testing: String,
        /// `IsTradeSample`.
        pub trade_sample: bool,
        /// `IsDonation`.
        pub donation: bool,
        /// `IsTestingSample`.
        pub testing_sample: bool,
        /// On hold, on recall or under investigation.
        pub hold: bool,
        /// `PackagedDate`, `YYYY-MM-DD`.
        pub packaged_date: String,
        /// `ExpirationDate`, `YYYY-MM-DD`; blank where the state has none.
        pub expiration: String,
        /// Who packaged it: the license and its name, or why that is not known.
        pub packaged_by: String,
        /// `ReceivedDateTime`, RFC 3339 in UTC.
        pub received: String,
        /// License and name of the sender.
        pub received_from: String,
        /// `FinishedDate`, `YYYY-MM-DD`; Inactive tab.
        pub finished: String,
        /// The manifest's number; In Transit and Transferred tabs.
        pub manifest: String,
        /// To whom it went; Transferred tab.
        pub recipient: String,
        /// `Note`.
        pub note: String,
    }
}
