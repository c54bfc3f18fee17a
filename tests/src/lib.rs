//! What benches and tests share.

pub mod million;
