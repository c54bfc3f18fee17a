//! The machine against a little world of its own: a disk, a state, a line between that can be cut anywhere.

mod model;
mod rig;
mod rules;
mod world;
