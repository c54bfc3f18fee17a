//! Rows to tags, and tags to the lines of a draft.

mod clean;
mod columns;
mod described;
mod file;
mod headings;
mod holds;
mod pasted;
mod place;
mod question;
mod read_as;
mod refusal;

pub use described::TAG_LIST;
pub use file::{Reading, TagEntry, TagFile, read_tags};
pub use pasted::read_pasted;
pub use place::{Placed, PlacedLine, Placing, place};
pub use question::{Answer, Choice, ColumnAnswer, Question};
pub use refusal::{RefusalReason, Refused};
