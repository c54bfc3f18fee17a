//! Views: a grid's rows by position, without ever holding them all.

mod rows;
mod spec;

pub use rows::{LabSampleRow, LabTestRow, PackageRow, UnitTotal};
pub use spec::{Collection, Column, ColumnFilter, ColumnKind, FilterTest, PackageTab, SortKey, ViewSpec};
