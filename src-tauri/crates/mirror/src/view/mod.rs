//! Views: a grid's rows by position, without ever holding them all.

mod filter;
mod order;
mod row_set;
mod rows;
mod snapshot;
mod source;
mod spec;
mod totals;

pub use rows::{LabTestRow, UnitTotal};
pub use snapshot::View;
pub use spec::{ColumnFilter, FilterTest, ListCount, SortKey, ViewSpec};

pub use crate::collection::{Collection, Column, ColumnKind, LabSampleRow, PackageRow, PackageTab, TransferRow};

#[cfg(test)]
pub(crate) use filter::asked;
#[cfg(test)]
pub(crate) use order::ordered;
pub(crate) use order::{ViewCache, open};
pub(crate) use row_set::RowSet;
pub(crate) use source::Source;
pub(crate) use totals::totals;
