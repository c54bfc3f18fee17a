//! Bytes to rows.

mod delimiter;
mod fault;
mod hidden;
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
pub(crate) use record::rows_of;
pub use table::{Counting, Form, Opened, Table, TableReader, Tables, open_table, read_tables};
pub use text::TextEncoding;
