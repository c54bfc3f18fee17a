//! Files as people bring them, read, and their tags placed into a draft.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod bytes;
mod columns;
mod faults;
mod forms;
mod made;
mod oracle;
mod placing;
mod rows;
mod tags;
mod workbooks;
