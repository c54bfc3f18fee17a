//! Tags: reads. They are issued through the back door, as the state's site does it.

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::paging::Window;
use crate::state::World;
use crate::state::tag::{Tag, TagKind};

const RIGHTS: &[&str] = &["Manage Tags"];

pub const OPERATIONS: &[Operation] = &[
    Operation::get("/tags/v2/package/available", RIGHTS, |world, call| available(world, call, TagKind::Package)),
    Operation::get("/tags/v2/plant/available", RIGHTS, |world, call| available(world, call, TagKind::Plant)),
    // Nothing is staged: staging belongs to RetailId, which the simulator leaves out.
    Operation::get("/tags/v2/staged", RIGHTS, |_, _| Answer::json(&[(); 0])),
];

/// All available tags as a bare array, without pages.
fn available(world: &World, call: &Call, kind: TagKind) -> Result<Answer, Refusal> {
    let ids = world.tags.window(call.facility()?, Tag::available(kind), Window::ALL.start, Window::ALL.end);
    let tags: Vec<&Tag> = ids.iter().filter_map(|id| world.tags.get(*id)).collect();
    Answer::json(&tags)
}
