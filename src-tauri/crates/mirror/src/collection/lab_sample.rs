//! A laboratory's samples, one row a sample.

use rules::LicenseNumber;

use super::columns::{
    CATEGORY, Definition, ITEM, ITEM_STRAIN, LAB_TESTING, LICENSE, NOTE, PACKAGED_BY, PACKAGED_DATE, PRODUCTION_BATCH,
    QUANTITY, RECEIVED_FROM, SOURCE_PACKAGES, TAG, UNIT, column, count,
};
use super::package::AMOUNT;
use super::row::grid_row;
use super::{Collection, ColumnKind, Grid, GridTable, Kept, LookedIn, Order, Tags};

pub(crate) static LAB_SAMPLE: GridTable = GridTable {
    name: "lab_sample",
    words: "lab_sample_words",
    key: "package_id",
    order: Order::Newest("last_modified"),
    sorted: &[&["tag"], &["item"], &["item_strain"], &["tested"], &["last_modified"]],
    amounts: &[AMOUNT],
    shared: &[],
    short: &["item", "category", "item_strain"],
    looked_in: &[LookedIn::Part("packaged_by"), LookedIn::LabStates("lab_testing")],
    days: &[("packaged_date", Kept::Local), ("tested", Kept::Local), ("released", Kept::Instant)],
    tags: Tags::Own { made_from: "source_packages" },
    fields: &[],
};

const TESTED: Definition = column!(tested, reading_column_tested, 120).reads(ColumnKind::Date);
const TESTS: Definition = count!(tests, reading_column_tests, 80);
const FAILED: Definition = count!(failed, reading_column_failed, 100);
const RESULT: Definition = column!(result, reading_column_result, 120);
const RELEASED: Definition = column!(released, reading_column_released, 206).reads(ColumnKind::Instant);

/// The bulletin's own column stands beside the item, in sight on every screen.
const COLUMNS: &[Definition] = &[
    TAG,
    ITEM,
    ITEM_STRAIN,
    RESULT,
    TESTS,
    FAILED,
    TESTED,
    QUANTITY,
    LAB_TESTING,
    RELEASED,
    RECEIVED_FROM,
    CATEGORY,
    SOURCE_PACKAGES,
    PACKAGED_DATE,
    PACKAGED_BY,
    PRODUCTION_BATCH,
    UNIT,
    NOTE,
    LICENSE,
];

pub(super) static GRIDS: [Grid; 1] = [Grid {
    collection: Collection::LabSamples,
    tab: None,
    table: &LAB_SAMPLE,
    list: None,
    name: "lab_samples",
    columns: &[COLUMNS],
    states_order: &[],
}];

grid_row! {
    /// One sample as a laboratory's grid shows it: the state's rows, one a test, folded.
    pub struct LabSampleRow {
        /// The mirror's own row id.
        pub row: i64,
        /// In whose books.
        pub license: LicenseNumber,
        /// The state's id of the sample package.
        pub package_id: i64,
        /// `Label`.
        pub tag: String,
        /// `SourcePackageLabels`, comma-separated.
        pub source_packages: String,
        /// `Item.Name`.
        pub item: String,
        /// `Item.ProductCategoryName`.
        pub category: String,
        /// `Item.StrainName`; empty where the item has none.
        pub item_strain: String,
        /// Exact decimal text.
        pub quantity: String,
        /// The unit's abbreviation.
        pub unit: String,
        /// The words of the lab testing state.
        pub lab_testing: String,
        /// `TestPerformedDate`, `YYYY-MM-DD`.
        pub tested: String,
        /// How many tests the state has for it.
        pub tests: i64,
        /// How many of these did not pass.
        pub failed: i64,
        /// `Passed`, `Failed`, or `Not released` while the result is not out.
        pub result: String,
        /// `ResultReleaseDateTime`, RFC 3339 in UTC; empty until released.
        pub released: String,
        /// `PackagedDate`, `YYYY-MM-DD`.
        pub packaged_date: String,
        /// Who packaged it, as in [`PackageRow::packaged_by`].
        pub packaged_by: String,
        /// License and name of the sender.
        pub received_from: String,
        /// `ProductionBatchNumber`.
        pub production_batch: String,
        /// `Note`.
        pub note: String,
    }
}
