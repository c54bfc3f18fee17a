//! The machine against a little world of its own: a disk, a state, a line between that can be cut anywhere.

mod model;
mod moved;
mod rig;
mod rules;
mod world;
