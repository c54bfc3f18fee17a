//! Facilities.

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::state::World;
use crate::state::facility::Facility;

pub const OPERATIONS: &[Operation] = &[Operation::open("/facilities/v2", list)];

/// The licenses at which the user works, as a bare array.
fn list(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let mine: Vec<&Facility> =
        world.facilities.iter().filter(|facility| call.licenses.contains(&facility.id)).collect();
    Answer::json(&mine)
}
