//! The one budget that every call passes: the state's limits, four lanes, and the patience the state asks for.
//!
//! Pacing is ours (`gate`), not governor's: a call must fit two limits at once without spending from either when the
//! other refuses, lanes decide who goes next, and the count must hold where the state counts, not where we send.

mod freeze;
mod gate;
mod meter;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use tokio::sync::Notify;
use tokio::time::Instant;

pub use freeze::{FreezeStore, NoFreezeStore, Scope};
use gate::Gate;

use crate::clock::{Clock, SystemClock};

/// Who goes first: a call never waits behind one of a later lane of the same license.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Finding out whether something sent has happened.
    Reconcile,
    /// Sending what a person reported.
    Submit,
    /// A person waits for the answer.
    Interactive,
    /// Keeping the copy up to date.
    Background,
}

/// What the state allows (CONTRACT section 3). Settings, since the account's tier decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Calls a second for one license.
    pub license_per_second: u32,
    /// Calls at a time for one license.
    pub license_at_a_time: u32,
    /// Calls a second for one software key.
    pub key_per_second: u32,
    /// Calls at a time for one software key.
    pub key_at_a_time: u32,
}

impl Limits {
    /// Published for California in 2021: 50 a second and 10 at a time for a license, 150 and 30 for a key.
    pub const fn published() -> Self {
        Self { license_per_second: 50, license_at_a_time: 10, key_per_second: 150, key_at_a_time: 30 }
    }

    /// No limit a second; for a simulator that has none.
    pub const fn unpaced(at_a_time: u32) -> Self {
        Self {
            license_per_second: u32::MAX,
            license_at_a_time: at_a_time,
            key_per_second: u32::MAX,
            key_at_a_time: at_a_time,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::published()
    }
}

/// How the budget stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetStatus {
    /// Calls begun in the last 60 seconds.
    pub last_minute: u64,
    /// Calls that wait for their turn.
    pub waiting: u64,
    /// How often the state said 429 since the start.
    pub refused: u64,
    /// The latest freeze that is not over yet.
    pub frozen_until: Option<Timestamp>,
    /// The limits in force.
    pub limits: Limits,
}

/// The budget of one software key. Share one `Arc` among all clients that call with the same key.
pub struct CallBudget {
    gate: Mutex<Gate>,
    changed: Notify,
    store: Arc<dyn FreezeStore>,
    clock: Arc<dyn Clock>,
}

impl CallBudget {
    /// A budget whose freezes are stored by `store`, so that a restart does not hammer; [`NoFreezeStore`] forgets them.
    pub fn new(limits: Limits, store: Arc<dyn FreezeStore>) -> Self {
        Self { gate: Mutex::new(Gate::new(limits)), changed: Notify::new(), store, clock: Arc::new(SystemClock) }
    }

    /// The same with another clock.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// Waits for this call's turn. Dropping the future gives the turn up; dropping the permit ends the call.
    pub async fn acquire(self: &Arc<Self>, lane: Lane, license: Option<&LicenseNumber>) -> Permit {
        let scope = license.map_or(Scope::Key, |l| Scope::License(l.clone()));
        self.recall_freezes(&scope);
        let ticket = Ticket { budget: self, number: self.gate().enqueue(lane, scope.clone()) };
        loop {
            // Armed before the look at the gate, so that a change in between is not missed.
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            let wake = {
                let mut gate = self.gate();
                let wake = gate.dispatch(Instant::now());
                if gate.redeem(ticket.number) {
                    std::mem::forget(ticket);
                    drop(gate);
                    self.changed.notify_waiters();
                    return Permit { budget: Arc::clone(self), scope, started: Instant::now() };
                }
                wake
            };
            match wake {
                Some(at) => tokio::select! { () = changed => {}, () = tokio::time::sleep_until(at) => {} },
                None => changed.await,
            }
        }
    }

    /// Until when calls of this license (or without one) are frozen, if they are.
    pub fn frozen_until(&self, license: Option<&LicenseNumber>) -> Option<Timestamp> {
        let scope = license.map_or(Scope::Key, |l| Scope::License(l.clone()));
        self.recall_freezes(&scope);
        let now = Instant::now();
        let end = self.gate().frozen_until(&scope, now)?;
        Some(self.clock_at(end, now))
    }

    /// How the budget stands.
    pub fn status(&self) -> BudgetStatus {
        let now = Instant::now();
        let (mut status, frozen) = self.gate().status(now);
        status.frozen_until = frozen.map(|end| self.clock_at(end, now));
        status
    }

    /// Calls of a license begun in the last 60 seconds: what its own limit is about.
    pub fn last_minute_of(&self, license: &LicenseNumber) -> u64 {
        self.gate().last_minute_of(&Scope::License(license.clone()), Instant::now())
    }

    /// Reads the stored freezes of a scope once.
    fn recall_freezes(&self, scope: &Scope) {
        for scope in [&Scope::Key, scope] {
            if !self.gate().first_use(scope) {
                continue;
            }
            let Some(until) = self.store.load(&scope.to_string()) else { continue };
            let left = until.duration_since(self.clock.now());
            // A freeze further off than any the state sets comes from a clock that was wrong.
            if left > SignedDuration::ZERO && left <= freeze::LONGEST {
                let left = Duration::try_from(left).unwrap_or_default();
                self.gate().freeze(scope, Instant::now() + left);
            }
        }
    }

    fn clock_at(&self, end: Instant, now: Instant) -> Timestamp {
        let left = SignedDuration::try_from(end.saturating_duration_since(now)).unwrap_or(SignedDuration::ZERO);
        self.clock.now().checked_add(left).unwrap_or(Timestamp::MAX)
    }

    fn gate(&self) -> MutexGuard<'_, Gate> {
        // The gate holds counters only; a panic elsewhere leaves them usable.
        self.gate.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for CallBudget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallBudget").field("status", &self.status()).finish()
    }
}

/// A place in the queue; dropped when the caller gives up.
struct Ticket<'a> {
    budget: &'a CallBudget,
    number: u64,
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.budget.gate().withdraw(self.number);
        self.budget.changed.notify_waiters();
    }
}

/// The right to make one call, now. Dropping it ends the call.
pub struct Permit {
    budget: Arc<CallBudget>,
    scope: Scope,
    started: Instant,
}

impl Permit {
    /// The state answered 429: no call of this license leaves until the instant returned. `retry_after` is what the
    /// state asked for, `jitter` is 0 to 1.
    pub fn refused(&self, retry_after: Option<Duration>, jitter: f64) -> Timestamp {
        let now = Instant::now();
        let end = self.budget.gate().refused(&self.scope, self.started, now, retry_after, jitter);
        let until = self.budget.clock_at(end, now);
        self.budget.store.save(&self.scope.to_string(), until);
        self.budget.changed.notify_waiters();
        until
    }

    /// The state answered in good order: patience begins anew.
    pub fn went_well(&self) {
        self.budget.gate().went_well(&self.scope);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.budget.gate().finish(&self.scope, self.started, Instant::now());
        self.budget.changed.notify_waiters();
    }
}
