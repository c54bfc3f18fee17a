//! Actions on packages: what the forms offer, the review sheet, and queueing.

mod choices;
mod queue;
mod review;
mod sheet;
mod wish;

/// Most packages that one action is for.
const MOST_PACKAGES: usize = 5_000;
