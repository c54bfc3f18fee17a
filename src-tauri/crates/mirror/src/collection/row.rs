//! The rows that a grid paints: a structure that the page has as well, of which each field is read by its own name.

use rules::LicenseNumber;
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, ValueRef};

use crate::transfer::TransferState;

/// A grid's row with a type of its own.
pub(crate) trait GridRow: Sized {
    /// Its fields' names, in the order in which [`GridRow::read`] takes them.
    const FIELDS: &'static [&'static str];

    /// Reads a row of [`Grid::row_by_id`](super::Grid::row_by_id) over these fields.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// What a field of a row may be.
pub(crate) trait Cell: Sized {
    fn of(value: ValueRef<'_>) -> Result<Self, FromSqlError>;
}

macro_rules! plain_cells {
    ($($kind:ty),*) => {
        $(impl Cell for $kind {
            fn of(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                Self::column_result(value)
            }
        })*
    };
}

plain_cells!(String, i64, bool, Option<i64>);

impl Cell for LicenseNumber {
    fn of(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(Self::new(value.as_str()?))
    }
}

/// From its words; a template has none.
impl Cell for Option<TransferState> {
    fn of(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(TransferState::from_words(value.as_str()?))
    }
}

/// A row's fields, one after the other.
pub(crate) struct Cells<'a, 'row> {
    row: &'a Row<'row>,
    at: usize,
}

impl<'a, 'row> Cells<'a, 'row> {
    pub(crate) fn new(row: &'a Row<'row>) -> Self {
        Self { row, at: 0 }
    }

    pub(crate) fn next<T: Cell>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get_ref(self.at)?;
        let cell = T::of(value)
            .map_err(|fault| rusqlite::Error::FromSqlConversionFailure(self.at, value.data_type(), Box::new(fault)))?;
        self.at += 1;
        Ok(cell)
    }
}

/// Makes of one structure the type, the names of its fields and their reader, so that none of them can be another's.
macro_rules! grid_row {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl $crate::collection::GridRow for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut cells = $crate::collection::row::Cells::new(row);
                Ok(Self { $($field: cells.next()?),* })
            }
        }
    };
}

pub(crate) use grid_row;
