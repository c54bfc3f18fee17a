//! Views: a grid's rows by position, without ever holding them all.

mod columns;
mod filter;
mod order;
mod row_set;
mod rows;
mod snapshot;
mod source;
mod spec;
mod totals;

pub use columns::{columns, states_order};
pub use rows::{LabSampleRow, LabTestRow, PackageRow, TransferRow, UnitTotal};
pub use snapshot::View;
pub use spec::{Collection, Column, ColumnFilter, ColumnKind, FilterTest, ListCount, PackageTab, SortKey, ViewSpec};

#[cfg(test)]
pub(crate) use filter::asked;
#[cfg(test)]
pub(crate) use order::ordered;
pub(crate) use order::{ViewCache, open};
pub(crate) use row_set::RowSet;
pub(crate) use source::{Shared, Source};
pub(crate) use totals::totals;
