//! What benches and tests share.

pub mod measured;
pub mod million;
