//! The one place where this crate asks for the time.

use jiff::Timestamp;

/// Where the local time comes from, so that a test can set it wrong.
pub trait Clock: Send + Sync {
    /// The local time now.
    fn now(&self) -> Timestamp;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
