//! Files that people bring: CSV, TXT, TSV and XLSX become rows, rows become tags, tags become lines of a draft. What
//! cannot be taken is listed with its line and why; a file that cannot be read at all says so in one sentence.
//!
//! Nothing here touches a disk, a database or a clock: bytes come in through [`std::io::Read`], what is known of a
//! package through a function.

#![forbid(unsafe_code)]

mod reading;
mod tags;

pub use reading::{Delimiter, FileFault, Foreign, Form, Limits, Row, Table, TableReader, TextEncoding, read_table};
pub use tags::{
    Placed, PlacedLine, Placing, RefusalReason, Refused, TagColumns, TagEntry, TagFile, place, read_pasted, read_tags,
};
