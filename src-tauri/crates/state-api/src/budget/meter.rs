//! One limit: so many calls in any second, so many at a time.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Calls leave a little slower than the limit, evenly: the state's second and ours do not begin together.
const PACE: f64 = 0.98;

/// How many calls late a wake-up may be made good, so that a timer's grain costs no throughput.
const MAKE_GOOD: u32 = 3;

/// How many of the last calls tell the shortest way to the state and back.
const REMEMBERED: usize = 64;

/// Why a call may not leave yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    /// Until this instant at least.
    Until(Instant),
    /// Until another call ends.
    ForAnEnd,
}

/// What one limit has seen.
#[derive(Debug)]
pub(super) struct Meter {
    per_second: u32,
    at_a_time: u32,
    next: Option<Instant>,
    in_flight: u32,
    ended: VecDeque<Instant>,
    took: VecDeque<Duration>,
    frozen_until: Option<Instant>,
    frozen_at: Option<Instant>,
    refusals_in_a_row: u32,
}

impl Meter {
    pub(super) fn new(per_second: u32, at_a_time: u32) -> Self {
        Self {
            per_second: per_second.max(1),
            at_a_time: at_a_time.max(1),
            next: None,
            in_flight: 0,
            ended: VecDeque::new(),
            took: VecDeque::new(),
            frozen_until: None,
            frozen_at: None,
            refusals_in_a_row: 0,
        }
    }

    fn unpaced(&self) -> bool {
        self.per_second == u32::MAX
    }

    fn interval(&self) -> Duration {
        Duration::from_secs_f64(1.0 / (f64::from(self.per_second) * PACE))
    }

    /// Whether a call may leave now.
    ///
    /// Beyond the even pace, a call leaves only if the state cannot have counted more than the limit in any one second,
    /// whatever happened on the way: the state counts a call somewhere between its leaving and its end, so those in
    /// flight and those that ended less than a second ago (less the shortest way there and back, which every call
    /// has) are all taken as counted in the same second as this one. A stall anywhere can then never make a burst.
    pub(super) fn may_start(&mut self, now: Instant) -> Result<(), Wait> {
        if let Some(until) = self.frozen_until.filter(|until| *until > now) {
            return Err(Wait::Until(until));
        }
        if self.in_flight >= self.at_a_time {
            return Err(Wait::ForAnEnd);
        }
        if self.unpaced() {
            return Ok(());
        }
        if let Some(next) = self.next.filter(|next| *next > now) {
            return Err(Wait::Until(next));
        }
        let shortest = self.took.iter().min().copied().unwrap_or_default();
        let span = Duration::from_secs(1).saturating_sub(shortest);
        while self.ended.front().is_some_and(|ended| *ended + span <= now) {
            self.ended.pop_front();
        }
        let counted = usize::try_from(self.in_flight).unwrap_or(usize::MAX).saturating_add(self.ended.len());
        if counted < usize::try_from(self.per_second).unwrap_or(usize::MAX) {
            return Ok(());
        }
        Err(self.ended.front().map_or(Wait::ForAnEnd, |ended| Wait::Until(*ended + span)))
    }

    pub(super) fn start(&mut self, now: Instant) {
        self.in_flight = self.in_flight.saturating_add(1);
        if self.unpaced() {
            return;
        }
        let interval = self.interval();
        let earliest = now.checked_sub(interval.saturating_mul(MAKE_GOOD)).unwrap_or(now);
        self.next = Some(self.next.unwrap_or(now).max(earliest) + interval);
    }

    pub(super) fn finish(&mut self, started: Instant, now: Instant) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if self.unpaced() {
            return;
        }
        self.ended.push_back(now);
        self.took.push_back(now.saturating_duration_since(started));
        if self.took.len() > REMEMBERED {
            self.took.pop_front();
        }
    }

    pub(super) fn frozen_until(&self, now: Instant) -> Option<Instant> {
        self.frozen_until.filter(|until| *until > now)
    }

    pub(super) fn freeze(&mut self, until: Instant) {
        self.frozen_until = Some(self.frozen_until.map_or(until, |old| old.max(until)));
    }

    /// A 429. Several calls in flight are refused together: only the first of them makes the wait longer.
    pub(super) fn refused(
        &mut self,
        started: Instant,
        now: Instant,
        retry_after: Option<Duration>,
        jitter: f64,
    ) -> Instant {
        let same_burst = self.frozen_at.is_some_and(|frozen| started <= frozen);
        if !same_burst {
            self.refusals_in_a_row = self.refusals_in_a_row.saturating_add(1);
            self.frozen_at = Some(now);
        }
        let doubled = Duration::from_secs(1u64 << self.refusals_in_a_row.saturating_sub(1).min(6));
        let asked = retry_after.unwrap_or(doubled).min(Duration::from_secs(3600));
        // Apart from other computers of the same license, and a little after the instant itself.
        let wait = asked + asked.mul_f64(0.1 * jitter.clamp(0.0, 1.0)) + Duration::from_millis(50);
        self.freeze(now + wait);
        self.frozen_until.unwrap_or(now)
    }

    pub(super) fn went_well(&mut self) {
        self.refusals_in_a_row = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs calls through a meter as fast as it lets them, each taking `took(n)` ms and counted by the state
    /// `counted(n)` ms after it left; gives the instants (ms) at which the state counted them.
    fn run(calls: u64, took: impl Fn(u64) -> u64, counted: impl Fn(u64) -> u64) -> Vec<u64> {
        let zero = Instant::now();
        let at = |ms: u64| zero + Duration::from_millis(ms);
        let mut meter = Meter::new(50, 10);
        let (mut flying, mut seen, mut ms, mut n) = (Vec::new(), Vec::new(), 0, 0);
        while n < calls {
            flying.retain(|(start, end)| {
                let over = *end <= ms;
                if over {
                    meter.finish(at(*start), at(*end));
                }
                !over
            });
            while n < calls && meter.may_start(at(ms)).is_ok() {
                meter.start(at(ms));
                flying.push((ms, ms + took(n)));
                seen.push(ms + counted(n));
                n += 1;
            }
            ms += 1;
        }
        seen.sort_unstable();
        seen
    }

    fn most_in_a_second(seen: &[u64]) -> usize {
        (0..seen.len()).map(|i| seen[i..].iter().take_while(|at| **at < seen[i] + 1000).count()).max().unwrap_or(0)
    }

    #[test]
    fn a_long_run_uses_nearly_all_that_is_allowed() {
        for took in [2, 40, 150] {
            let seen = run(3000, |_| took, |_| took / 2);
            let seconds = (seen[seen.len() - 1] - seen[0]) as f64 / 1000.0;
            let rate = seen.len() as f64 / seconds;
            assert!(rate >= 47.5, "{rate} calls a second with answers after {took} ms");
            assert!(most_in_a_second(&seen) <= 50, "never more than allowed");
        }
    }

    #[test]
    fn a_stall_on_the_way_never_makes_a_burst() {
        // Every 40th to 49th call hangs until the same instant, as when the line or the server stalls.
        let stalled = |n: u64| n % 200 >= 40 && n % 200 < 50;
        let took = |n: u64| if stalled(n) { 900 - (n % 200 - 40) * 20 } else { 30 };
        let seen = run(2000, took, |n| took(n) - 15);
        assert!(most_in_a_second(&seen) <= 50, "{} in one second", most_in_a_second(&seen));
    }

    #[test]
    fn refusals_together_are_one_refusal() {
        let mut meter = Meter::new(50, 10);
        let start = Instant::now();
        let now = start + Duration::from_millis(10);
        let first = meter.refused(start, now, None, 0.0);
        let second = meter.refused(start, now, None, 0.0);
        assert_eq!(first, second, "calls that left before the freeze do not make it longer");
        let later = first + Duration::from_millis(1);
        let third = meter.refused(later, later, None, 0.0);
        assert!(third - later > Duration::from_secs(2), "a refusal after patience doubles it");
        assert!(meter.may_start(later).is_err());
    }
}
