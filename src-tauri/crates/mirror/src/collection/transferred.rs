//! Packages that left a license on a manifest: the fifth tab of packages, from a table of its own.

use super::columns::{
    CATEGORY, Definition, ITEM, ITEM_STRAIN, LAB_TESTING, MANIFEST, PACKAGED_BY, PACKAGED_DATE, QUANTITY, RECEIVED,
    SOURCE_HARVESTS, SOURCE_PACKAGES, TAG, UNIT, column,
};
use super::package::AMOUNT;
use super::{GridTable, Kept, LookedIn, Order, Tags};

/// It shows the rows of [`PackageRow`](super::PackageRow), of which the state's list does not tell everything.
pub(crate) static TRANSFERRED: GridTable = GridTable {
    name: "transferred",
    words: "transferred_words",
    key: "package_id",
    order: Order::Newest("departed"),
    sorted: &[&["tag"], &["departed"], &["received"]],
    amounts: &[AMOUNT],
    shared: &[],
    short: &["item", "category", "item_strain"],
    looked_in: &[LookedIn::LabStates("lab_testing")],
    days: &[("departed", Kept::Instant), ("received", Kept::Instant)],
    tags: Tags::Own { made_from: "source_packages" },
    fields: &[
        ("location", "''"),
        ("expiration", "''"),
        ("production_batch", "''"),
        ("trade_sample", "0"),
        ("donation", "0"),
        ("testing_sample", "0"),
        ("hold", "0"),
        ("received_from", "''"),
        ("finished", "''"),
        ("note", "''"),
    ],
};

const RECIPIENT: Definition = column!(recipient, reading_column_recipient, 240);
/// The state's list does not tell; the package itself does where it was read before it left.
const PACKAGED_BY_THEN: Definition = PACKAGED_BY.told_by(
    "coalesce((SELECT k.packaged_by FROM package k WHERE k.license_id = p.license_id AND k.package_id = p.package_id),
        packager_not_told())",
);
const PACKAGED_DATE_THEN: Definition = PACKAGED_DATE.told_by(
    "coalesce((SELECT k.packaged_date FROM package k
        WHERE k.license_id = p.license_id AND k.package_id = p.package_id), '')",
);

/// What the state's list of transferred packages tells.
pub(super) const COLUMNS: &[Definition] = &[
    TAG,
    ITEM,
    QUANTITY,
    RECIPIENT,
    MANIFEST,
    LAB_TESTING,
    RECEIVED,
    PACKAGED_BY_THEN,
    ITEM_STRAIN,
    CATEGORY,
    PACKAGED_DATE_THEN,
    SOURCE_PACKAGES,
    SOURCE_HARVESTS,
    UNIT,
];

pub(super) const STATES: &[Definition] = &[
    TAG,
    SOURCE_HARVESTS,
    SOURCE_PACKAGES,
    ITEM,
    CATEGORY,
    ITEM_STRAIN,
    QUANTITY,
    UNIT,
    LAB_TESTING,
    PACKAGED_DATE_THEN,
    PACKAGED_BY_THEN,
    MANIFEST,
    RECIPIENT,
    RECEIVED,
];
