//! The mirror from outside, as sync and desk use it.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;
mod storing;
