//! The decision, as a pure function: `(state, event) -> (state, effects)`. No clock, no network, no disk.
//!
//! DESIGN's nine rules, and where they are kept:
//!
//! 1. An attempt is durable before its first byte leaves: [`Effects::calls`] happen only after [`Effects::store`].
//! 2. From `Unknown` nothing goes to the wire except through proven absence: `checked`.
//! 3. At start every `Sending` is `Unknown`: [`Outbox::restore`].
//! 4. A queued body never changes; an edit is a new intent that takes the old one's place: `person`.
//! 5. One write in flight for a license and entity, in order: `plan`. A stuck one blocks those behind it: `block`.
//! 6. A repeated command makes nothing new: the store looks its request id up first, and holds it unique.
//! 7. One sender: the ledger's lock.
//! 8. Nothing is deleted: there is no such [`Change`].
//! 9. Every intent is in exactly one state: [`crate::Progress::state`], moved by `Step::move_to` alone.

mod answered;
mod block;
mod checked;
mod person;
mod plan;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;

use crate::entity::Entity;
use crate::event::{AuditLine, Change, Effects, Event, Hold};
use crate::happening::{Happening, HoldCause};
use crate::intent::{AttemptId, Intent, IntentId, Progress, Reason, State};
use crate::moment::{Moment, Steady};
use crate::promise::Wanted;
use crate::snapshot::Snapshot;
use crate::timing::{Timing, later};

/// The longest hold there is, whoever asked for it; one further off comes from a clock that was wrong.
const LONGEST_HOLD: SignedDuration = SignedDuration::from_hours(1);

/// How far the wall clock may stray from the steady one before it counts as set; less is what clocks do by themselves.
const STRAYS: SignedDuration = SignedDuration::from_secs(1);

/// Who acts where no person does.
pub(crate) const OURSELVES: &str = "Trackside";

/// The outbox's state: every intent that is not over, and what is under way for it.
#[derive(Debug, Clone)]
pub struct Outbox {
    timing: Timing,
    open: BTreeMap<IntentId, Entry>,
    /// The same intents in the order in which they go.
    queue: BTreeSet<(i64, IntentId)>,
    /// Intents that are over, as far as somebody may still ask for them.
    over: HashMap<IntentId, Over>,
    holds: BTreeMap<LicenseNumber, Hold>,
    /// Under way in this process only; a crash forgets it.
    doing: BTreeMap<IntentId, Doing>,
    flying: BTreeMap<AttemptId, Flight>,
    /// From when on, by the steady clock, a reading may prove absence; an intent that is not here may be settled now.
    /// Kept in this process only: a start settles anew.
    settling: BTreeMap<IntentId, Steady>,
    /// When the clocks were last held to each other.
    clocks: Moment,
    next_intent: i64,
    next_attempt: i64,
    closing: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    intent: Intent,
    entity: Entity,
}

/// How an intent ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Over {
    /// Its state.
    pub state: State,
    /// The edit that took its place.
    pub superseded_by: Option<IntentId>,
}

#[derive(Debug, Clone)]
enum Doing {
    /// The entity is being read before the attempt.
    ReadingBefore,
    /// It was read, and the intent may go.
    Ready { before: Snapshot, at: Moment },
    /// The effect is being read back since then.
    Checking { since: Steady },
}

#[derive(Debug, Clone)]
struct Flight {
    license: LicenseNumber,
    intents: Vec<IntentId>,
}

/// What the ledger holds, read at start.
#[derive(Debug, Clone, Default)]
pub struct Restored {
    /// Every intent that is not over; a refused one counts as not over until it is cleared or edited.
    pub intents: Vec<Intent>,
    /// Those that are over and that one of `intents` waits for.
    pub over: Vec<(IntentId, Over)>,
    /// The holds.
    pub holds: Vec<(LicenseNumber, Hold)>,
    /// The highest intent id ever given; 0 where there is none.
    pub last_intent: i64,
    /// The highest attempt id ever given; 0 where there is none.
    pub last_attempt: i64,
    /// Whether the ledger was damaged and an older copy took its place. What waits in it may have been sent since, so
    /// none of it is sent before it is known.
    pub from_copy: bool,
}

impl Outbox {
    /// Takes up what the ledger holds. Every intent that was being sent is now `Unknown`: the request may have
    /// arrived. Carry the effects out as those of a step.
    pub fn restore(timing: Timing, restored: Restored, now: Moment) -> (Self, Effects) {
        let mut outbox = Self {
            timing,
            open: BTreeMap::new(),
            queue: BTreeSet::new(),
            over: restored.over.into_iter().collect(),
            holds: restored.holds.into_iter().collect(),
            doing: BTreeMap::new(),
            flying: BTreeMap::new(),
            settling: BTreeMap::new(),
            clocks: now,
            next_intent: restored.last_intent.saturating_add(1),
            next_attempt: restored.last_attempt.saturating_add(1),
            closing: false,
        };
        for intent in restored.intents {
            outbox.insert(intent);
        }
        let from_copy = restored.from_copy;
        outbox.stepped(now, |step| {
            if from_copy {
                step.distrust_copy();
            }
            step.distrust_stored_times();
            let sending: Vec<IntentId> = step.in_state(State::Sending).collect();
            for id in sending {
                let settles_at = step.settles_from_now(id);
                step.move_to(id, State::Unknown, OURSELVES, Happening::Interrupted, "", |progress| {
                    progress.settles_at = Some(settles_at);
                    progress.reason = Some(Reason::AppEnded);
                });
            }
            step.reblock = true;
        })
    }

    /// What happens next.
    pub fn step(self, event: Event, now: Moment) -> (Self, Effects) {
        self.stepped(now, |step| match event {
            Event::Submitted { request, who, license, intents } => step.submitted(&request, &who, &license, intents),
            Event::Edited { request, who, intent, write, promise, mark } => {
                let promise = promise.map(|promise| *promise);
                step.edited(&request, &who, intent, Wanted { write, promise }, mark);
            }
            Event::Withdrawn { who, intents } => step.withdrawn(&who, &intents),
            Event::Decided { who, intent, decision } => step.decided(&who, intent, decision),
            Event::Archived { who, intents } => step.archived(&who, &intents),
            Event::Sent { attempt, outcome } => step.sent(attempt, outcome),
            Event::Read { license, readings } => step.read(&license, readings),
            Event::TimePassed => {}
            Event::Closing => step.outbox.closing = true,
            Event::Online => {
                let connection =
                    |cause| matches!(cause, HoldCause::Offline | HoldCause::Between | HoldCause::StateFails);
                step.free(|hold| connection(hold.cause));
            }
            Event::KeysChanged => step.free(|hold| hold.cause == HoldCause::Keys),
        })
    }

    /// When something is due next without anything happening; none where nothing waits for time.
    pub fn next_wake(&self, now: Timestamp) -> Option<Timestamp> {
        let mut wake: Option<Timestamp> = None;
        for entry in self.open.values() {
            let progress = &entry.intent.progress;
            let waits = matches!(progress.state, State::Queued | State::Accepted | State::Unknown);
            let under_way =
                matches!(self.doing.get(&entry.intent.id), Some(Doing::ReadingBefore | Doing::Checking { .. }));
            if !waits || under_way {
                continue;
            }
            let held = self.holds.get(&entry.intent.license).map(|hold| hold.until).filter(|until| *until > now);
            let due = progress.not_before.max(held).filter(|at| *at > now);
            wake = match (wake, due) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        wake
    }

    /// An intent that is not over.
    pub fn intent(&self, id: IntentId) -> Option<&Intent> {
        self.open.get(&id).map(|entry| &entry.intent)
    }

    /// Every intent that is not over, refused ones included, by id.
    pub fn intents(&self) -> impl Iterator<Item = &Intent> {
        self.open.values().map(|entry| &entry.intent)
    }

    /// Why and until when nothing leaves for a license.
    pub fn hold(&self, license: &LicenseNumber, now: Timestamp) -> Option<&Hold> {
        self.holds.get(license).filter(|hold| hold.until > now)
    }

    /// Whether the machine knows of an intent. One that was over before the start it must be told of by
    /// [`Self::learn`] before an event names it.
    pub fn knows(&self, id: IntentId) -> bool {
        self.open.contains_key(&id) || self.over.contains_key(&id)
    }

    /// Tells of an intent that is over.
    pub fn learn(&mut self, id: IntentId, over: Over) {
        if !self.knows(id) {
            self.over.insert(id, over);
        }
    }

    fn insert(&mut self, intent: Intent) {
        self.queue.insert((intent.order, intent.id));
        let entity = intent.write.entity();
        self.open.insert(intent.id, Entry { intent, entity });
    }

    fn stepped(mut self, now: Moment, work: impl FnOnce(&mut Step<'_>)) -> (Self, Effects) {
        let Moment { wall, steady } = now;
        let mut step = Step { outbox: &mut self, now: wall, steady, effects: Effects::default(), reblock: false };
        step.follow_the_clock();
        work(&mut step);
        if step.reblock {
            step.block();
        }
        step.plan();
        let effects = step.effects;
        (self, effects)
    }

    /// The state of an intent, or of the edit that took its place, and so on.
    fn state_of(&self, id: IntentId) -> Option<State> {
        let mut id = id;
        // Each edit is newer than what it takes the place of, so this ends.
        loop {
            let next = match (self.open.get(&id), self.over.get(&id)) {
                (Some(entry), _) => return Some(entry.intent.progress.state),
                (None, Some(Over { superseded_by: Some(next), .. })) => *next,
                (None, Some(over)) => return Some(over.state),
                (None, None) => return None,
            };
            if next <= id {
                return None;
            }
            id = next;
        }
    }
}

/// One step under way.
struct Step<'a> {
    outbox: &'a mut Outbox,
    /// By the wall clock: for stamps, waits and holds.
    now: Timestamp,
    /// By the steady clock: for what may still be carried out.
    steady: Steady,
    effects: Effects,
    reblock: bool,
}

impl Step<'_> {
    fn progress(&self, id: IntentId) -> Option<&Progress> {
        self.outbox.open.get(&id).map(|entry| &entry.intent.progress)
    }

    fn in_state(&self, state: State) -> impl Iterator<Item = IntentId> + '_ {
        let all = self.outbox.open.values().map(|entry| &entry.intent);
        all.filter(move |intent| intent.progress.state == state).map(|intent| intent.id)
    }

    /// Moves an intent: the only place where a state changes. `what` and `detail` go to the audit.
    fn move_to(
        &mut self,
        id: IntentId,
        state: State,
        who: &str,
        what: Happening,
        detail: &str,
        change: impl FnOnce(&mut Progress),
    ) {
        let Some(entry) = self.outbox.open.get_mut(&id) else { return };
        let old = entry.intent.progress.state;
        let progress = &mut entry.intent.progress;
        progress.state = state;
        if old != state {
            progress.since = self.now;
        }
        progress.reason = None;
        progress.not_before = None;
        change(progress);
        self.effects.store.push(Change::Moved { intent: id, progress: Box::new(progress.clone()) });
        let attempt = progress.attempt;
        let over = Over { state, superseded_by: progress.superseded_by };
        let (license, order) = (entry.intent.license.clone(), entry.intent.order);
        self.audit(id, license, attempt, who, what, detail);
        self.reblock |= decides_others(old) || decides_others(state);
        if state.is_final() {
            self.outbox.open.remove(&id);
            self.outbox.queue.remove(&(order, id));
            self.outbox.doing.remove(&id);
            self.outbox.settling.remove(&id);
            self.outbox.over.insert(id, over);
        }
    }

    /// Whatever the older copy has as not yet over may have gone further since: all of it is looked for. What was there
    /// before is not known any more, so that nothing but the effect itself settles it, or a person.
    fn distrust_copy(&mut self) {
        use State::{Accepted, Blocked, Queued, Sending, Unknown};
        let all = self.outbox.open.values().map(|entry| &entry.intent);
        let doubtful =
            all.filter(|intent| matches!(intent.progress.state, Queued | Blocked | Sending | Accepted | Unknown));
        let doubtful: Vec<(IntentId, Timestamp)> = doubtful.map(|intent| (intent.id, intent.queued_at)).collect();
        for (id, queued_at) in doubtful {
            self.move_to(id, Unknown, OURSELVES, Happening::OlderCopy, "", |progress| {
                progress.reason = Some(Reason::OlderCopy);
                progress.before = None;
                progress.first_tried = progress.first_tried.or(Some(queued_at));
            });
        }
    }

    /// The clock may have been set since the times were stored: a wait never lasts longer than one that begins now, and
    /// what is unknown settles anew.
    fn distrust_stored_times(&mut self) {
        let latest = later(self.now, self.outbox.timing.longest_wait.max(self.outbox.timing.settle));
        let doubtful = |progress: &Progress| {
            progress.state == State::Unknown || progress.not_before.is_some_and(|not_before| not_before > latest)
        };
        let all = self.outbox.open.values().map(|entry| &entry.intent);
        let ids: Vec<IntentId> = all.filter(|intent| doubtful(&intent.progress)).map(|intent| intent.id).collect();
        for id in ids {
            let unknown = self.progress(id).is_some_and(|progress| progress.state == State::Unknown);
            let settles_at = if unknown { self.settles_from_now(id) } else { self.now };
            self.touch(id, |progress| {
                if unknown {
                    progress.settles_at = Some(settles_at);
                    progress.not_before = None;
                }
                progress.not_before = progress.not_before.map(|not_before| not_before.min(latest));
            });
        }
        let longest = later(self.now, LONGEST_HOLD);
        self.free(|hold| hold.until > longest);
    }

    /// From now on a request of this intent may be under way for as long as [`Timing::settle`]: gives when that is over
    /// by the wall clock, for people to read. The steady clock decides.
    fn settles_from_now(&mut self, id: IntentId) -> Timestamp {
        let settle = self.outbox.timing.settle;
        self.outbox.settling.insert(id, self.steady.later(settle));
        later(self.now, settle)
    }

    /// How long a request of this intent may still be carried out; none where that is over for a reading begun at
    /// `since`.
    fn unsettled(&self, id: IntentId, since: Steady) -> Option<SignedDuration> {
        let settles = self.outbox.settling.get(&id).copied()?;
        (since < settles).then(|| settles.since(self.steady))
    }

    /// Where the wall clock was set back, every wait keeps the length that it had left. Set forward, or after a sleep,
    /// waits are over the sooner, and what may still be carried out goes by the steady clock.
    fn follow_the_clock(&mut self) {
        let now = Moment { wall: self.now, steady: self.steady };
        let jump = now.jumped_since(self.outbox.clocks);
        if jump.abs() <= STRAYS {
            return;
        }
        self.outbox.clocks = now;
        if jump.is_positive() {
            return;
        }
        let waits = |progress: &Progress| progress.not_before.is_some() || progress.settles_at.is_some();
        let open = self.outbox.open.values().map(|entry| &entry.intent);
        let waiting: Vec<IntentId> = open.filter(|intent| waits(&intent.progress)).map(|intent| intent.id).collect();
        for id in waiting {
            self.touch(id, |progress| {
                progress.not_before = progress.not_before.map(|at| later(at, jump));
                progress.settles_at = progress.settles_at.map(|at| later(at, jump));
            });
        }
        for (license, hold) in &mut self.outbox.holds {
            hold.until = later(hold.until, jump);
            self.effects.store.push(Change::Held { license: license.clone(), hold: Some(hold.clone()) });
        }
    }

    /// Changes an intent's progress without moving it.
    fn touch(&mut self, id: IntentId, change: impl FnOnce(&mut Progress)) {
        let Some(entry) = self.outbox.open.get_mut(&id) else { return };
        change(&mut entry.intent.progress);
        let progress = Box::new(entry.intent.progress.clone());
        self.effects.store.push(Change::Moved { intent: id, progress });
    }

    fn audit(
        &mut self,
        intent: IntentId,
        license: LicenseNumber,
        attempt: Option<AttemptId>,
        who: &str,
        what: Happening,
        detail: &str,
    ) {
        self.effects.store.push(Change::Audited(AuditLine {
            at: self.now,
            who: who.to_owned(),
            license,
            intent,
            attempt,
            what,
            detail: detail.to_owned(),
        }));
    }

    /// Nothing leaves for a license until `until`, or until the back-off is over where none is given. Failures that
    /// come in while the license is held already belong to the same trouble.
    fn hold(&mut self, license: &LicenseNumber, cause: HoldCause, until: Option<Timestamp>, said: &str) {
        let old = self.outbox.holds.get(license);
        let under_way = old.is_some_and(|hold| hold.until > self.now);
        let in_a_row = old.filter(|hold| hold.cause == cause).map_or(0, |hold| hold.failures);
        let failures = in_a_row.saturating_add(u32::from(!under_way)).max(1);
        let timing = &self.outbox.timing;
        let until = match (until, cause) {
            (Some(until), _) => until.min(later(self.now, LONGEST_HOLD)),
            (None, HoldCause::Keys) => later(self.now, timing.key_wait),
            (None, _) => timing.back_off(self.now, failures),
        };
        if under_way && old.is_some_and(|hold| hold.until >= until) {
            return;
        }
        let hold = Hold { until, cause, failures, said: said.to_owned() };
        self.outbox.holds.insert(license.clone(), hold.clone());
        self.effects.store.push(Change::Held { license: license.clone(), hold: Some(hold) });
    }

    /// The state answered for this license: back-offs begin anew. What the state asked for still holds.
    fn went_well(&mut self, license: &LicenseNumber) {
        let asked = |hold: &Hold| hold.cause == HoldCause::Asked && hold.until > self.now;
        if self.outbox.holds.get(license).is_some_and(|hold| !asked(hold)) {
            self.outbox.holds.remove(license);
            self.effects.store.push(Change::Held { license: license.clone(), hold: None });
        }
    }

    /// Ends these holds.
    fn free(&mut self, these: impl Fn(&Hold) -> bool) {
        let freed: Vec<LicenseNumber> =
            self.outbox.holds.iter().filter(|(_, hold)| these(hold)).map(|(l, _)| l.clone()).collect();
        for license in freed {
            self.outbox.holds.remove(&license);
            self.effects.store.push(Change::Held { license, hold: None });
        }
    }
}

/// Whether entering or leaving this state can block others or free them.
fn decides_others(state: State) -> bool {
    use State::{Blocked, NeedsPerson, Rejected, Superseded, Withdrawn};
    matches!(state, Blocked | NeedsPerson | Rejected | Superseded | Withdrawn)
}
