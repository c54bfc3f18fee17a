//! Bytes to rows.

mod delimiter;
mod fault;
mod kind;
mod limits;
mod lines;
mod record;
mod table;
mod text;
mod workbook;

pub use delimiter::Delimiter;
pub use fault::{FileFault, Foreign};
pub use limits::Limits;
pub use record::Row;
pub use table::{Form, Table, TableReader, read_table};
pub use text::TextEncoding;
