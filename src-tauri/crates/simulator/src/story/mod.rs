//! The seeded story: six licenses and several months of what happened to their goods.

pub mod assays;
pub mod catalogue;
pub mod dice;
mod lots;
mod people;
mod present;
mod retail;
mod sampling;
mod stock;
pub mod tags;
mod teller;

use jiff::Timestamp;

use dice::Dice;
use teller::Teller;

use crate::state::World;

/// The version of the story. A store made by another one cannot be continued.
pub const VERSION: u32 = 2;

/// What a story follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub seed: u64,
    /// About how many packages, over the package lists of all licenses.
    pub packages: u32,
    /// When it ends.
    pub anchor: Timestamp,
}

/// Tells the story.
pub fn tell(plan: Plan) -> World {
    let mut world = World::empty(plan.anchor);
    world.test_types = assays::test_types();
    people::settle(&mut world);
    let shelves = stock::furnish(&mut world);
    let mut teller = Teller::new(world, shelves, Dice::part(plan.seed, "story"));
    lots::happen(&mut teller, plan.packages);
    teller.finish()
}
