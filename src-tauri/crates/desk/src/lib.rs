//! The desk: everything the app can do, as typed commands. It wires the rooms and knows no Tauri.

mod accounts;
mod actions;
mod between;
mod california;
mod card;
mod connecting;
pub mod contract;
mod demo;
mod desk;
mod drafts;
mod errors;
mod export;
mod feed;
mod finding;
mod freezes;
mod host;
mod joining;
mod keys;
mod language;
mod line;
mod links;
mod once;
mod registry;
mod reports;
mod runs;
mod saved;
mod saving;
mod sight;
mod status;
mod texts;
mod transfers;
mod views;

pub use ::outbox::Timing as OutboxTiming;
pub use desk::{Clock, Desk, DeskConfig, settle_within, system_clock};
pub use host::{Host, HostError, KeyEntry, KeyStore, KeyStoreError, StoredKeys};
pub use registry::{COMMANDS, changing, errors_of, typescript};
