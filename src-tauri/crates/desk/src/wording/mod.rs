//! What every part of the desk says alike: faults of the rooms for a person, California's days and deadlines, and what is
//! wrong with a text that somebody typed. Knows the contract and no part of the desk.

mod between;
pub(crate) mod california;
pub(crate) mod errors;
pub(crate) mod texts;
