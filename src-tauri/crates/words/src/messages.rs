//! The messages, made from the catalogues when this room is built.

use crate::Words;
use crate::arguments::{Number, Text};
use crate::kind::Kind;

/// A message, and what it wants to know.
#[derive(Debug, Clone, Copy)]
pub struct Message {
    /// Its name in the catalogues.
    pub id: &'static str,
    /// Its variables by name.
    pub wants: &'static [(&'static str, Kind)],
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
