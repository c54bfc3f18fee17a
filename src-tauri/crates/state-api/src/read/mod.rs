//! Reading what the state sends: tolerant of what may differ (absent fields, numbers as text, enumerations as number
//! or name, a bare array), exact where it counts (decimals never pass through a float), and losing nothing (what has
//! no field of its own is kept).

mod field;
mod number;
mod page;
mod record;
mod unexpected;

pub(crate) use field::Field;
pub(crate) use number::{decimal_of, value_of};
pub use page::Page;
pub(crate) use page::{read_one, read_page, read_values};
pub(crate) use record::{Fields, FromFields, ToJson, put, record};

/// Why an answer could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReadError {
    /// Not JSON, or JSON of another shape.
    #[error("{0}")]
    Shape(String),
    /// A record without the field that tells what it is.
    #[error("{record} without {field}")]
    Missing {
        /// The model's name.
        record: &'static str,
        /// The field's name in the API.
        field: &'static str,
    },
}
