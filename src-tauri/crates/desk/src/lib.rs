//! The desk: everything the app can do, as typed commands. It wires the rooms and knows no Tauri.

pub mod contract;
