//! The time, which is handed in and never read.

use std::sync::Arc;

use jiff::Timestamp;

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The machine's clock.
pub fn system_clock() -> Clock {
    Arc::new(Timestamp::now)
}

/// The desk's clock for the state's client and for the outbox.
pub(crate) struct DeskClock(pub Clock);

impl state_api::Clock for DeskClock {
    fn now(&self) -> Timestamp {
        (self.0)()
    }
}
