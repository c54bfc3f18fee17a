//! The mirror: what the state holds for the person's licences, as a SQLite copy that can always be rebuilt.

pub mod view;
