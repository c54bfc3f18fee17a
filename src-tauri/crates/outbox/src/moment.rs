//! Two clocks, and what each is for.
//!
//! The wall clock stamps what happened, holds licenses back and runs the 24 hours: it is what the audit, the state's
//! wishes for patience and the page reckon by. It is set right by people, and after a computer's sleep it has moved on.
//! The steady clock answers one question alone: may a request that was cut off still be carried out? Nobody sets it.
//! It may stand still while the computer sleeps (`CLOCK_UPTIME_RAW` on a Mac, `CLOCK_MONOTONIC` on Linux), which only
//! makes the answer come later.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use state_api::Clock;
use tokio::time::Instant;

use crate::timing::later;

/// A reading of the steady clock: how long this process has been awake. Means nothing after a restart, so it is never
/// stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Steady(Duration);

impl Steady {
    /// So long after the beginning.
    pub const fn after(beginning: Duration) -> Self {
        Self(beginning)
    }

    /// A while later.
    #[must_use]
    pub fn later(self, wait: SignedDuration) -> Self {
        Self(self.0.saturating_add(Duration::try_from(wait).unwrap_or_default()))
    }

    /// How long it is since `earlier`; nothing where that is still to come.
    pub fn since(self, earlier: Self) -> SignedDuration {
        SignedDuration::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(SignedDuration::MAX)
    }
}

/// One moment by both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// By the wall clock.
    pub wall: Timestamp,
    /// By the steady clock.
    pub steady: Steady,
}

impl Moment {
    /// How far the wall clock was set, or the computer slept, between two moments: beyond zero when it is ahead of
    /// where the steady clock would have it, below when it was set back.
    pub(crate) fn jumped_since(self, earlier: Self) -> SignedDuration {
        let expected = later(earlier.wall, self.steady.since(earlier.steady));
        self.wall.duration_since(expected)
    }

    /// How old what was made at `earlier` is, by the clock that says more. A wall clock that says less than nothing was
    /// set back, and is not believed.
    pub(crate) fn age_of(self, earlier: Self) -> SignedDuration {
        self.wall.duration_since(earlier.wall).max(self.steady.since(earlier.steady))
    }
}

/// Where the executor's moments come from.
#[derive(Clone)]
pub(crate) struct Clocks {
    wall: Arc<dyn Clock>,
    began: Instant,
}

impl Clocks {
    pub(crate) fn new(wall: Arc<dyn Clock>) -> Self {
        Self { wall, began: Instant::now() }
    }

    pub(crate) fn now(&self) -> Moment {
        Moment { wall: self.wall.now(), steady: Steady(self.began.elapsed()) }
    }

    /// How long it is until an instant of the wall clock.
    pub(crate) fn until(&self, at: Timestamp) -> Duration {
        Duration::try_from(at.duration_since(self.wall.now())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: i64, steady: u64) -> Moment {
        Moment { wall: Timestamp::from_second(wall).unwrap(), steady: Steady(Duration::from_secs(steady)) }
    }

    #[test]
    fn sleep_and_a_corrected_clock_are_told_from_time_that_passed() {
        let before = at(1_000, 10);
        let jumps = [at(1_060, 70), at(1_000 + 50_400, 12), at(400, 70)].map(|now| now.jumped_since(before).as_secs());
        assert_eq!(jumps, [0, 50_398, -660], "a minute, a night asleep, ten minutes back");
        let ages = [at(1_060, 70), at(51_400, 12), at(400, 70)].map(|now| now.age_of(before).as_secs());
        assert_eq!(ages, [60, 50_400, 60]);
    }
}
