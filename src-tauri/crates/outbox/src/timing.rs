//! How long the outbox waits, and how often it tries.

use jiff::{SignedDuration, Timestamp};

/// The outbox's patience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// How long after a lost answer a request may still be carried out by the state, its bytes that may still leave this
    /// computer included; only a reading begun after that can prove absence.
    pub settle: SignedDuration,
    /// How long what was just queued stays, so that a person who pressed in error can take it back.
    pub undo: SignedDuration,
    /// The first wait of a back-off; doubles each time.
    pub first_wait: SignedDuration,
    /// The longest wait of a back-off.
    pub longest_wait: SignedDuration,
    /// How long keys that the state does not accept are left alone.
    pub key_wait: SignedDuration,
    /// How old a reading before an attempt may be.
    pub fresh: SignedDuration,
    /// Readings in a row that settle nothing before a person is asked.
    pub doubts: u32,
    /// Attempts in a row that the state fails at before a person is asked.
    pub failures: u32,
    /// Intents of one license that are read before sending, or sent, at one time.
    pub window: usize,
    /// Requests with writes of one license at one time.
    pub requests: usize,
}

/// The state's servers are ASP.NET ("Could not load file or assembly", CONTRACT section 4), which by default gives a
/// request 110 seconds from when it has arrived; two minutes outlast it.
const CARRIED_OUT_WITHIN: i64 = 120;

impl Default for Timing {
    /// A request whose answer was lost may arrive as late as its bytes linger here, and is then carried out within the
    /// state's own time or never.
    fn default() -> Self {
        Self {
            settle: SignedDuration::from_secs(CARRIED_OUT_WITHIN + i64::from(state_api::LINGER_SECONDS)),
            undo: SignedDuration::ZERO,
            first_wait: SignedDuration::from_secs(2),
            longest_wait: SignedDuration::from_mins(5),
            key_wait: SignedDuration::from_mins(15),
            fresh: SignedDuration::from_secs(60),
            doubts: 5,
            failures: 8,
            window: 40,
            requests: 4,
        }
    }
}

impl Timing {
    /// When to try again after `failures` failures in a row (the first is 1).
    pub(crate) fn back_off(&self, now: Timestamp, failures: u32) -> Timestamp {
        let factor = 1_i32.checked_shl(failures.saturating_sub(1).min(20)).unwrap_or(i32::MAX);
        let wait = self.first_wait.checked_mul(factor).unwrap_or(self.longest_wait).min(self.longest_wait);
        later(now, wait)
    }
}

/// `now` and a while.
pub(crate) fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_request_has_time_to_linger_here_and_then_to_be_carried_out_there() {
        let linger = SignedDuration::from_secs(state_api::LINGER_SECONDS.into());
        assert!(Timing::default().settle >= linger + SignedDuration::from_secs(110));
    }

    #[test]
    fn waits_double_up_to_a_limit() {
        let timing = Timing::default();
        let now = Timestamp::UNIX_EPOCH;
        let waits: Vec<i64> =
            [0, 1, 2, 3, 8, 9, 400].map(|n| timing.back_off(now, n).duration_since(now).as_secs()).into();
        assert_eq!(waits, [2, 2, 4, 8, 256, 300, 300]);
    }
}
