//! The state's clock: the wall clock or a standing one, both of which a person may move.

use jiff::{SignedDuration, Timestamp, Unit};

/// Tells the state's time. Whole microseconds, since that is what the API writes.
#[derive(Clone, Debug)]
pub struct Clock {
    /// A standing clock's instant; the wall clock where there is none.
    standing: Option<Timestamp>,
    offset: SignedDuration,
    /// The newest instant that was stamped on a row: `LastModified` never goes back.
    newest: Timestamp,
}

impl Clock {
    pub fn new(standing: Option<Timestamp>) -> Self {
        Self { standing, offset: SignedDuration::ZERO, newest: Timestamp::MIN }
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        let base = self.standing.unwrap_or_else(Timestamp::now);
        let now = base.checked_add(self.offset).unwrap_or(base);
        now.round(Unit::Microsecond).unwrap_or(now)
    }

    /// The instant for a change made now, never before an earlier change's.
    pub fn stamp(&mut self) -> Timestamp {
        self.newest = self.newest.max(self.now());
        self.newest
    }

    /// Moves the clock; by less than nothing it shows a wrong, earlier time.
    pub fn advance(&mut self, by: SignedDuration) {
        self.offset = self.offset.checked_add(by).unwrap_or(self.offset);
    }

    /// The clock has stamped up to here.
    pub fn stamped(&mut self, at: Timestamp) {
        self.newest = self.newest.max(at);
    }
}
