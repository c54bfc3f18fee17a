//! What a grid asks for.

use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::collection::{Collection, PackageTab};

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
