//! The desk: everything the app can do, as typed commands. It wires the rooms and knows no Tauri.

pub mod contract;
mod host;

mod kinds;
mod state;
mod wording;

mod desk;
mod ground;

mod accounts;
mod actions;
mod app;
mod card;
mod drafts;
mod grids;
mod guide;
mod reports;
mod transfers;

mod registry;
mod start;

pub use ::outbox::Timing as OutboxTiming;
pub use desk::{Desk, DeskConfig, settle_within};
pub use host::{Host, HostError, KeyEntry, KeyStore, KeyStoreError, StoredKeys};
pub use registry::{COMMANDS, changing, typescript};
pub use state::clock::{Clock, system_clock};
