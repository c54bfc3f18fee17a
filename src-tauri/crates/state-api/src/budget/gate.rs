//! Who may call next: limits and lanes as a plain structure that is told the time.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::time::Duration;

use rules::LicenseNumber;
use tokio::time::Instant;

use super::meter::{Meter, Wait};
use super::{BudgetStatus, Lane, Limits, Scope};

const MINUTE: Duration = Duration::from_secs(60);

/// The queue and the meters.
pub(super) struct Gate {
    limits: Limits,
    key: Meter,
    licenses: HashMap<LicenseNumber, Meter>,
    used: HashSet<Scope>,
    queue: BTreeMap<(Lane, u64), Scope>,
    granted: HashMap<u64, (Scope, Instant)>,
    issued: u64,
    begun: VecDeque<(Instant, Scope)>,
    refused: u64,
}

impl Gate {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            key: Meter::new(limits.key_per_second, limits.key_at_a_time),
            licenses: HashMap::new(),
            used: HashSet::new(),
            queue: BTreeMap::new(),
            granted: HashMap::new(),
            issued: 0,
            begun: VecDeque::new(),
            refused: 0,
        }
    }

    /// Whether this scope was never asked about before.
    pub(super) fn first_use(&mut self, scope: &Scope) -> bool {
        self.used.insert(scope.clone())
    }

    /// Takes a place in the queue; its number redeems the turn.
    pub(super) fn enqueue(&mut self, lane: Lane, scope: Scope) -> u64 {
        self.issued += 1;
        self.queue.insert((lane, self.issued), scope);
        self.issued
    }

    /// Gives a place, or a turn not yet taken, back.
    pub(super) fn withdraw(&mut self, number: u64) {
        self.queue.retain(|(_, n), _| *n != number);
        if let Some((scope, at)) = self.granted.remove(&number) {
            self.finish(&scope, at, at);
        }
    }

    /// Whether the number's turn has come; a turn is taken once.
    pub(super) fn redeem(&mut self, number: u64) -> bool {
        self.granted.remove(&number).is_some()
    }

    /// Gives turns to whoever may go, earlier lanes first. Returns when to look again at the latest; none means that
    /// only the end of a call can change anything.
    pub(super) fn dispatch(&mut self, now: Instant) -> Option<Instant> {
        let mut wake: Option<Instant> = None;
        let mut wait = |reason: Wait| {
            if let Wait::Until(at) = reason {
                wake = Some(wake.map_or(at, |w| w.min(at)));
            }
        };
        let mut going = Vec::new();
        let mut held = HashSet::new();
        for (place, scope) in &self.queue {
            if let Scope::License(license) = scope {
                if held.contains(license) {
                    continue;
                }
                if let Err(reason) = Self::meter(&mut self.licenses, &self.limits, license).may_start(now) {
                    held.insert(license.clone());
                    wait(reason);
                    continue;
                }
            }
            if let Err(reason) = self.key.may_start(now) {
                wait(reason);
                break;
            }
            self.key.start(now);
            if let Scope::License(license) = scope {
                Self::meter(&mut self.licenses, &self.limits, license).start(now);
            }
            going.push(*place);
        }
        for place in going {
            if let Some(scope) = self.queue.remove(&place) {
                self.granted.insert(place.1, (scope.clone(), now));
                self.begun.push_back((now, scope));
            }
        }
        self.forget_old(now);
        wake
    }

    /// A call of this scope, begun at `started`, has ended.
    pub(super) fn finish(&mut self, scope: &Scope, started: Instant, now: Instant) {
        self.key.finish(started, now);
        if let Scope::License(license) = scope {
            Self::meter(&mut self.licenses, &self.limits, license).finish(started, now);
        }
    }

    /// No call of this scope leaves before `until`.
    pub(super) fn freeze(&mut self, scope: &Scope, until: Instant) {
        self.of(scope).freeze(until);
    }

    /// The state refused a call with 429. Returns the end of the freeze.
    pub(super) fn refused(
        &mut self,
        scope: &Scope,
        started: Instant,
        now: Instant,
        retry_after: Option<Duration>,
        jitter: f64,
    ) -> Instant {
        self.refused += 1;
        self.of(scope).refused(started, now, retry_after, jitter)
    }

    /// The state answered in good order.
    pub(super) fn went_well(&mut self, scope: &Scope) {
        self.of(scope).went_well();
    }

    /// Until when calls of this scope are frozen.
    pub(super) fn frozen_until(&mut self, scope: &Scope, now: Instant) -> Option<Instant> {
        let key = self.key.frozen_until(now);
        self.of(scope).frozen_until(now).max(key)
    }

    /// Calls of this scope that began in the last minute.
    pub(super) fn last_minute_of(&mut self, scope: &Scope, now: Instant) -> u64 {
        self.forget_old(now);
        self.begun.iter().filter(|(_, of)| of == scope).count() as u64
    }

    /// How things stand, and the end of the latest freeze.
    pub(super) fn status(&mut self, now: Instant) -> (BudgetStatus, Option<Instant>) {
        self.forget_old(now);
        let frozen =
            self.licenses.values().chain(std::iter::once(&self.key)).filter_map(|meter| meter.frozen_until(now)).max();
        let status = BudgetStatus {
            last_minute: self.begun.len() as u64,
            waiting: self.queue.len() as u64,
            refused: self.refused,
            frozen_until: None,
            limits: self.limits,
        };
        (status, frozen)
    }

    fn of(&mut self, scope: &Scope) -> &mut Meter {
        match scope {
            Scope::Key => &mut self.key,
            Scope::License(license) => Self::meter(&mut self.licenses, &self.limits, license),
        }
    }

    fn meter<'a>(
        licenses: &'a mut HashMap<LicenseNumber, Meter>,
        limits: &Limits,
        license: &LicenseNumber,
    ) -> &'a mut Meter {
        licenses
            .entry(license.clone())
            .or_insert_with(|| Meter::new(limits.license_per_second, limits.license_at_a_time))
    }

    fn forget_old(&mut self, now: Instant) {
        while self.begun.front().is_some_and(|(at, _)| now.saturating_duration_since(*at) > MINUTE) {
            self.begun.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn license(number: &str) -> Scope {
        Scope::License(LicenseNumber::new(number))
    }

    fn gate(at_a_time: u32, key_at_a_time: u32) -> Gate {
        Gate::new(Limits { license_at_a_time: at_a_time, key_at_a_time, ..Limits::unpaced(0) })
    }

    #[test]
    fn the_earlier_lane_goes_first() {
        let mut gate = gate(1, 10);
        let now = Instant::now();
        let first = gate.enqueue(Lane::Background, license("C10-1"));
        gate.dispatch(now);
        assert!(gate.redeem(first));
        let background = gate.enqueue(Lane::Background, license("C10-1"));
        let person = gate.enqueue(Lane::Interactive, license("C10-1"));
        let check = gate.enqueue(Lane::Reconcile, license("C10-1"));
        gate.dispatch(now);
        assert!(![background, person, check].into_iter().any(|n| gate.redeem(n)), "one at a time");
        for expected in [check, person, background] {
            gate.finish(&license("C10-1"), now, now);
            gate.dispatch(now);
            assert!(gate.redeem(expected), "reconcile, then interactive, then background");
        }
    }

    #[test]
    fn a_frozen_license_does_not_hold_the_others() {
        let mut gate = gate(1, 10);
        let now = Instant::now();
        gate.freeze(&license("C10-1"), now + Duration::from_secs(5));
        let frozen = gate.enqueue(Lane::Reconcile, license("C10-1"));
        let free = gate.enqueue(Lane::Background, license("C11-1"));
        let wake = gate.dispatch(now);
        assert!(!gate.redeem(frozen) && gate.redeem(free));
        assert_eq!(wake, Some(now + Duration::from_secs(5)));
        gate.dispatch(now + Duration::from_secs(5));
        assert!(gate.redeem(frozen), "goes on by itself");
    }

    #[test]
    fn a_caller_who_gives_up_leaves_room() {
        let mut gate = gate(1, 1);
        let now = Instant::now();
        let quitter = gate.enqueue(Lane::Interactive, license("C10-1"));
        let next = gate.enqueue(Lane::Interactive, license("C10-1"));
        gate.dispatch(now);
        gate.withdraw(quitter);
        gate.dispatch(now);
        assert!(gate.redeem(next), "a turn not taken is given to the next");
    }
}
