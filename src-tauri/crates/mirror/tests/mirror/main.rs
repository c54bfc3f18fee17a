//! The mirror from outside, as sync and desk use it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod alike;
mod any_order;
mod common;
mod faults;
mod feed;
mod forgetting;
mod known;
mod labs;
mod lists;
mod model;
mod packagers;
mod places;
mod storing;
mod sweeping;
mod transfers;
mod viewing;
