//! Files that people bring: CSV, TXT, TSV and XLSX become rows, rows become tags, tags become lines of a draft. What
//! could be meant in two ways is asked, what cannot be taken is listed with its line and why; a file that cannot be read
//! at all says so in one sentence. And the files of the state's Data Import, told once a kind ([`ImportKind`]).
//!
//! Nothing here touches a disk, a database or a clock: bytes come in through [`std::io::Read`], what is known of a
//! package through a function.

#![forbid(unsafe_code)]

mod heading;
mod kinds;
mod reading;
mod tags;

pub use kinds::{Column, Holds, Import, ImportKind, Limit, Method, Needed, Rows, StateWord, Way};
pub use reading::{
    Counting, Delimiter, FileFault, Foreign, Form, Limits, Opened, Row, Table, TableReader, Tables, TextEncoding,
    open_table, read_tables,
};
pub use tags::{
    Answer, Choice, ColumnAnswer, Placed, PlacedLine, Placing, Question, Reading, RefusalReason, Refused, TAG_LIST,
    TagEntry, TagFile, place, read_pasted, read_tags,
};
