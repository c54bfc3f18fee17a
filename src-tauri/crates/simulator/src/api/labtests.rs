//! Lab tests: reads.

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging;
use crate::state::World;
use crate::state::values::LabState;

pub const OPERATIONS: &[Operation] =
    &[Operation::open("/labtests/v2/states", states), Operation::open("/labtests/v2/types", types)];

fn states(_: &World, _: &Call) -> Result<Answer, Refusal> {
    Answer::json(&LabState::ALL.map(LabState::name))
}

fn types(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let types: Vec<_> = world.test_types.iter().collect();
    paging::page(call, &types, Some)
}
