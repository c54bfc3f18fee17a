//! What a grid asks for.

use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of record that has a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Collection {
    /// Packages, in five tabs.
    Packages,
    /// A laboratory's samples, one row a sample.
    LabSamples,
    /// Manifests that come to the license.
    IncomingTransfers,
    /// Manifests that the license sends.
    OutgoingTransfers,
    /// Outgoing manifests of which packages were refused and have not been taken back.
    RejectedTransfers,
    /// The templates of which people make manifests on the state's site.
    TransferTemplates,
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

/// How many rows a list has when nothing narrows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ListCount {
    /// Which kind of record.
    pub collection: Collection,
    /// Which tab; packages only.
    pub tab: Option<PackageTab>,
    /// So many.
    pub rows: i64,
}

/// A grid's question: which records, filtered and sorted how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewSpec {
    /// Which kind of record.
    pub collection: Collection,
    /// Which tab; packages only.
    pub tab: Option<PackageTab>,
    /// Which licenses, side by side. Empty is an error, never "all".
    pub licenses: Vec<LicenseNumber>,
    /// The one search box: each word must be found somewhere in the row. Empty: no search.
    pub search: String,
    /// Filters by column; all must hold.
    pub filters: Vec<ColumnFilter>,
    /// Sort keys, first the strongest. Empty: newest first.
    pub sort: Vec<SortKey>,
}

/// A test on one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnFilter {
    /// [`Column::id`].
    pub column: String,
    /// What must hold.
    pub test: FilterTest,
}

#[expect(missing_docs, reason = "each variant says what its fields are")]
/// The tests that a column's filter offers. Text ignores case and accents: `pina` is in `Piña`,
/// and only of whole texts is ñ another letter than n. Numbers are decimal text; dates are
/// `YYYY-MM-DD`, for a column of instants a day of California (a day at the license).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum FilterTest {
    /// Text is in it.
    Contains { value: String },
    /// Text is not in it.
    NotContains { value: String },
    /// It is this.
    Equals { value: String },
    /// It is not this.
    NotEquals { value: String },
    /// It begins so.
    StartsWith { value: String },
    /// It ends so.
    EndsWith { value: String },
    /// Number or date: less, or earlier.
    Less { value: String },
    /// Number or date: less or equal.
    AtMost { value: String },
    /// Number or date: greater, or later.
    Greater { value: String },
    /// Number or date: greater or equal.
    AtLeast { value: String },
    /// Number or date: from and to, both included.
    Between { from: String, to: String },
    /// One of these, exactly; a flag column takes `yes` and `no`, the column of all flags their ids.
    OneOf { values: Vec<String> },
    /// Nothing there.
    Blank,
    /// Something there.
    NotBlank,
}

/// One key of a sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SortKey {
    /// [`Column::id`].
    pub column: String,
    /// Greatest first.
    pub descending: bool,
}

/// How a column's cells read, and which filter fits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A tag, with a card.
    Tag,
    /// Several tags, comma-separated, each with a card.
    Tags,
    /// An exact number.
    Number,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// An instant, RFC 3339 in UTC.
    Instant,
    /// A time on the facility's own clock, `2026-11-24T09:30:00`: nothing is known of its offset.
    LocalTime,
    /// Yes or no.
    Flag,
    /// The flags of a row, each a mark. The row has no field for them together: each flag has its own.
    Flags,
    /// A lab testing state.
    LabState,
}

/// A column of a grid. The one table from which the grid, the filters and the export are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Column {
    /// The field's name in the row, for example `item_strain`; [`ColumnKind::Flags`] has none.
    pub id: String,
    /// The header, as the state's site has it, for example `Item Strain`.
    pub title: String,
    /// How its cells read.
    pub kind: ColumnKind,
    /// Shown until the person chooses otherwise.
    pub shown: bool,
    /// Width to begin with, in CSS pixels.
    pub width: u16,
}
