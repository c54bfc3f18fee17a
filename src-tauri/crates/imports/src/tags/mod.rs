//! Rows to tags, and tags to the lines of a draft.

mod clean;
mod columns;
mod file;
mod pasted;
mod place;
mod refusal;

pub use columns::TagColumns;
pub use file::{TagEntry, TagFile, read_tags};
pub use pasted::read_pasted;
pub use place::{Placed, PlacedLine, Placing, place};
pub use refusal::{RefusalReason, Refused};
