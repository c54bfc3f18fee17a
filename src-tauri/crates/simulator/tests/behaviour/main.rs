//! How the simulator behaves, over real TCP, as a client sees it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that fails ends its test"
)]

mod backdoor;
mod client;
mod conservation;
mod faults;
mod forms;
mod json;
mod keys;
mod lists;
mod mass;
mod rules;
mod scenario;
mod shapes;
mod store;
mod story;
#[path = "../../../../xtask/src/suite/skipped/tell.rs"]
mod tell;
mod walk;
mod weighing;
mod whole;
mod wire;
