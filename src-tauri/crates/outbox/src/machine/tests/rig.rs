//! The machine with a disk, a world and a line: what the executor does, one move at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;

use super::world::World;
use crate::event::{Attempt, Call, Change, Decision, Effects, Event, Hold, NewIntent, Outcome, ReadFailure, Refusal};
use crate::intent::{AttemptId, Group, Intent, IntentId, Reason, State};
use crate::kinds::Write;
use crate::mark::Mark;
use crate::moment::{Moment, Steady};
use crate::snapshot::{Reading, Snapshot, TemplateSnapshot};
use crate::{Outbox, Over, Restored, Timing};

pub const LICENSE: &str = "C10-0000123-LIC";
pub const WHO: &str = "Dana";

/// What survives a crash.
#[derive(Default)]
pub struct Disk {
    pub intents: BTreeMap<IntentId, Intent>,
    pub attempts: BTreeMap<AttemptId, Attempt>,
    pub outcomes: BTreeMap<AttemptId, &'static str>,
    pub holds: BTreeMap<LicenseNumber, Hold>,
    pub requests: BTreeMap<String, Vec<IntentId>>,
    pub archived: BTreeSet<IntentId>,
    pub audit: Vec<String>,
}

/// A call on its way, with what it would have read had it arrived at once.
pub struct Pending {
    pub call: Call,
    early: Vec<Reading>,
}

/// How a request fares.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    Answered,
    AppliedAndLost,
    Lost,
    /// The line is cut, and the state carries it out some time later.
    LostAndAppliedLate,
    NotSent,
    /// Something between let no connection come about.
    Blocked,
    /// Something between answered, and the state never saw it.
    Foreign,
    /// Something between answered, and the state carried it out nevertheless.
    ForeignAndApplied,
    RowRefused(usize),
    /// The state names a row and carries out the others nevertheless.
    RowRefusedOthersApplied(usize),
    WholeRefused,
    Asked,
    KeyRefused,
}

/// How a reading fares.
#[derive(Debug, Clone, Copy)]
pub enum ReadFate {
    Answered,
    /// The answer is as old as the question.
    AnsweredEarly,
    /// The list of adjustments is empty by mistake.
    EmptyList,
    StateFault,
    Unreachable,
    Between,
    MayNotRead,
}

pub struct Rig {
    pub outbox: Option<Outbox>,
    pub disk: Disk,
    pub world: World,
    /// What the wall clock says.
    pub now: Timestamp,
    /// Seconds that the computer was awake.
    awake: u64,
    pub pending: Vec<Pending>,
    /// Requests cut off that the state may still carry out, until the computer was awake for so many seconds.
    limbo: Vec<(Attempt, u64)>,
    pub commit_fails: bool,
    /// The next start finds an older copy of the ledger.
    pub from_copy: bool,
    pub sent_again: BTreeMap<IntentId, u32>,
}

pub fn timing() -> Timing {
    Timing {
        settle: SignedDuration::from_secs(60),
        window: 20,
        requests: 2,
        doubts: 3,
        failures: 3,
        ..Timing::default()
    }
}

pub fn license() -> LicenseNumber {
    LicenseNumber::new(LICENSE)
}

impl Rig {
    pub fn new(packages: u8) -> Self {
        Self::with(timing(), packages)
    }

    pub fn with(timing: Timing, packages: u8) -> Self {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let (outbox, _) = Outbox::restore(timing, Restored::default(), Moment { wall: now, steady: Steady::default() });
        Self {
            outbox: Some(outbox),
            disk: Disk::default(),
            world: World::new(packages),
            now,
            awake: 0,
            pending: Vec::new(),
            limbo: Vec::new(),
            commit_fails: false,
            from_copy: false,
            sent_again: BTreeMap::new(),
        }
    }

    fn moment(&self) -> Moment {
        Moment { wall: self.now, steady: Steady::after(Duration::from_secs(self.awake)) }
    }

    pub fn outbox(&self) -> &Outbox {
        self.outbox.as_ref().unwrap()
    }

    pub fn state(&self, id: IntentId) -> State {
        self.disk.intents[&id].progress.state
    }

    pub fn reason(&self, id: IntentId) -> Option<Reason> {
        self.disk.intents[&id].progress.reason.clone()
    }

    /// A step, its commit, and its calls. A commit that fails ends the process.
    pub fn happen(&mut self, event: Event) -> Effects {
        let outbox = self.outbox.take().unwrap();
        let (outbox, effects) = outbox.step(event, self.moment());
        if std::mem::take(&mut self.commit_fails) && !effects.store.is_empty() {
            self.crash(|_| Fate::AppliedAndLost);
            return Effects::default();
        }
        self.outbox = Some(outbox);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Effects) -> Effects {
        for change in &effects.store {
            self.commit(change);
        }
        for call in &effects.calls {
            let early = match call {
                Call::Read { questions, .. } => questions.iter().map(|(_, q)| self.world.read(q)).collect(),
                Call::Send(attempt) => {
                    self.look_at_send(attempt);
                    Vec::new()
                }
            };
            self.pending.push(Pending { call: call.clone(), early });
        }
        effects
    }

    fn commit(&mut self, change: &Change) {
        match change {
            Change::Queued(intent) => {
                self.disk.requests.entry(intent.request.clone()).or_default().push(intent.id);
                let old = self.disk.intents.insert(intent.id, (**intent).clone());
                assert!(old.is_none(), "an id is given once");
            }
            Change::Moved { intent, progress } => {
                self.disk.intents.get_mut(intent).unwrap().progress = (**progress).clone();
            }
            Change::Archived(id) => {
                self.disk.archived.insert(*id);
            }
            Change::AttemptBegun(attempt) => {
                let old = self.disk.attempts.insert(attempt.id, (**attempt).clone());
                assert!(old.is_none(), "an attempt's id is given once");
            }
            Change::AttemptEnded { attempt, ending, .. } => {
                let old = self.disk.outcomes.insert(*attempt, ending.code());
                assert!(old.is_none(), "an attempt ends once");
            }
            Change::Held { license, hold } => match hold {
                Some(hold) => {
                    self.disk.holds.insert(license.clone(), hold.clone());
                }
                None => {
                    self.disk.holds.remove(license);
                }
            },
            Change::Audited(line) => self.disk.audit.push(format!("{} {} {}", line.who, line.what.code(), line.intent)),
        }
    }

    /// Rules 1, 2, 4 and 5 at the moment in which a request leaves.
    fn look_at_send(&mut self, attempt: &Attempt) {
        assert_eq!(self.disk.attempts.get(&attempt.id), Some(attempt), "durable before it leaves");
        let most = attempt.kind.objects_per_request();
        assert!(!attempt.intents.is_empty() && attempt.intents.len() <= most, "one to ten objects");
        let mut bodies = Vec::new();
        for id in &attempt.intents {
            let intent = &self.disk.intents[id];
            assert_eq!(intent.progress.state, State::Sending, "on the disk it is being sent");
            assert_eq!((intent.write.kind(), &intent.license), (attempt.kind, &attempt.license));
            bodies.push(intent.body.clone());
            let in_lane = self.disk.intents.values().filter(|other| other.lane() == intent.lane());
            let on_the_way = in_lane
                .filter(|other| matches!(other.progress.state, State::Sending | State::Unknown | State::Accepted));
            assert_eq!(on_the_way.count(), 1, "one write in flight for an entity");
        }
        assert_eq!(attempt.body, format!("[{}]", bodies.join(",")), "the frozen bodies, to the letter");
    }

    /// Lets a pending request fare.
    pub fn fare(&mut self, at: usize, fate: Fate) {
        let Call::Send(attempt) = self.pending.remove(at).call else { panic!("a request") };
        let outcome = self.outcome(&attempt, fate);
        self.happen(Event::Sent { attempt: attempt.id, outcome });
    }

    fn outcome(&mut self, attempt: &Attempt, fate: Fate) -> Outcome {
        let lost = || Outcome::Lost { how: "the line was cut".into() };
        let refused = |rows: Vec<(usize, String)>| {
            let said = rows.iter().map(|(_, m)| m.clone()).collect::<Vec<_>>().join("\n");
            Outcome::Refused { status: 400, rows, said }
        };
        match fate {
            Fate::Answered => match self.world.apply(attempt) {
                Ok(()) => Outcome::Accepted { warnings: None },
                Err(rows) => refused(rows),
            },
            Fate::AppliedAndLost => {
                let _ = self.world.apply(attempt);
                lost()
            }
            Fate::Lost => lost(),
            Fate::LostAndAppliedLate => {
                let until = self.awake + 59;
                self.limbo.push((attempt.clone(), until));
                lost()
            }
            Fate::NotSent => Outcome::NotSent { how: "no connection".into() },
            Fate::Blocked => Outcome::Blocked { how: "a proxy asks for a user".into() },
            Fate::Foreign => Outcome::Foreign { how: "a filter's page".into() },
            Fate::ForeignAndApplied => {
                let _ = self.world.apply(attempt);
                Outcome::Foreign { how: "a filter's page".into() }
            }
            Fate::RowRefused(row) => refused(vec![(row % attempt.intents.len(), "No.".into())]),
            Fate::RowRefusedOthersApplied(row) => {
                let row = row % attempt.intents.len();
                self.world.apply_rows(attempt, row);
                refused(vec![(row, "No.".into())])
            }
            Fate::WholeRefused => Outcome::Refused { status: 400, rows: Vec::new(), said: "No.".into() },
            Fate::Asked => Outcome::Asked { until: self.now + SignedDuration::from_secs(7), said: String::new() },
            Fate::KeyRefused => Outcome::KeyRefused { said: "The API key is invalid.".into() },
        }
    }

    /// Lets a pending reading fare.
    pub fn read(&mut self, at: usize, fate: ReadFate) {
        let Pending { call: Call::Read { license, questions }, early } = self.pending.remove(at) else {
            panic!("a reading")
        };
        let readings = questions
            .into_iter()
            .zip(early)
            .map(|((id, question), early)| {
                let mut reading = self.world.read(&question);
                let result = match fate {
                    ReadFate::Answered => Ok(reading),
                    ReadFate::AnsweredEarly => Ok(early),
                    ReadFate::EmptyList => {
                        reading.adjustments = reading.adjustments.map(|_| Vec::new());
                        if let Snapshot::Template(seen) = &mut reading.snapshot {
                            *seen = TemplateSnapshot { found: None, others: 0, strangers: 0 };
                        }
                        Ok(reading)
                    }
                    ReadFate::StateFault => Err(ReadFailure::StateFault { said: "failed".into() }),
                    ReadFate::Unreachable => Err(ReadFailure::Unreachable { how: "no connection".into() }),
                    ReadFate::Between => Err(ReadFailure::Between { how: "a filter's page".into() }),
                    ReadFate::MayNotRead => Err(ReadFailure::MayNotRead { said: "not allowed".into() }),
                };
                (id, result)
            })
            .collect();
        self.happen(Event::Read { license, readings });
    }

    /// Time passes; what the state was late with, it has carried out by the end of its time.
    pub fn pass(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
        self.awake += seconds.unsigned_abs();
        let (due, rest) = std::mem::take(&mut self.limbo).into_iter().partition(|(_, until)| *until <= self.awake);
        self.limbo = rest;
        let due: Vec<(Attempt, u64)> = due;
        for (attempt, _) in due {
            let _ = self.world.apply(&attempt);
        }
        self.happen(Event::TimePassed);
    }

    /// The computer sleeps, or somebody sets its clock: the wall clock moves and the steady one does not.
    pub fn jump(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
        self.happen(Event::TimePassed);
    }

    /// The process ends; requests on the way fare as told. Then it starts again.
    pub fn crash(&mut self, mut fate: impl FnMut(usize) -> Fate) {
        self.outbox = None;
        for (n, pending) in std::mem::take(&mut self.pending).into_iter().enumerate() {
            if let Call::Send(attempt) = pending.call {
                let _ = self.outcome(&attempt, fate(n));
            }
        }
        let kept = |intent: &&Intent| !intent.progress.state.is_final();
        let open: Vec<Intent> = self.disk.intents.values().filter(kept).cloned().collect();
        let over = self.disk.intents.values().filter(|intent| intent.progress.state.is_final());
        let restored = Restored {
            over: over
                .map(|i| (i.id, Over { state: i.progress.state, superseded_by: i.progress.superseded_by }))
                .collect(),
            intents: open,
            holds: self.disk.holds.clone().into_iter().collect(),
            last_intent: self.disk.intents.keys().last().map_or(0, |id| id.0),
            last_attempt: self.disk.attempts.keys().last().map_or(0, |id| id.0),
            from_copy: self.from_copy,
        };
        let (outbox, effects) = Outbox::restore(timing(), restored, self.moment());
        self.outbox = Some(outbox);
        self.carry_out(effects);
        let sending = self.disk.intents.values().filter(|i| i.progress.state == State::Sending);
        for intent in sending {
            let again = self
                .pending
                .iter()
                .any(|p| matches!(&p.call, Call::Send(attempt) if attempt.intents.contains(&intent.id)));
            assert!(again, "at start nothing is being sent but what leaves now");
        }
    }

    /// Queues by a command, unless the ledger knows the command already: rule 6.
    pub fn submit(&mut self, request: &str, intents: Vec<NewIntent>) -> Vec<IntentId> {
        if let Some(first) = self.disk.requests.get(request) {
            return first.clone();
        }
        let event = Event::Submitted { request: request.into(), who: WHO.into(), license: license(), intents };
        self.happen(event).made
    }

    pub fn edit(&mut self, request: &str, id: IntentId, write: Write, mark: Mark) -> Result<IntentId, Refusal> {
        let event = Event::Edited { request: request.into(), who: WHO.into(), intent: id, write, promise: None, mark };
        let mut effects = self.happen(event);
        effects.made.pop().ok_or_else(|| effects.refused.pop().unwrap_or(Refusal::Nothing))
    }

    pub fn withdraw(&mut self, id: IntentId) -> Vec<Refusal> {
        self.happen(Event::Withdrawn { who: WHO.into(), intents: vec![id] }).refused
    }

    pub fn decide(&mut self, id: IntentId, decision: Decision) {
        let needs_person = self.state(id) == State::NeedsPerson;
        self.happen(Event::Decided { who: WHO.into(), intent: id, decision });
        if needs_person && decision == Decision::SendAgain && self.state(id) != State::NeedsPerson {
            *self.sent_again.entry(id).or_default() += 1;
        }
    }

    /// Everything goes well from here on, until nothing is left to do by itself.
    pub fn heal(&mut self) {
        for _ in 0..2_000 {
            let next = self.pending.first().map(|pending| matches!(pending.call, Call::Send(_)));
            match next {
                Some(true) => self.fare(0, Fate::Answered),
                Some(false) => self.read(0, ReadFate::Answered),
                None => match self.outbox().next_wake(self.now) {
                    Some(wake) => {
                        let seconds = wake.duration_since(self.now).as_secs().max(0) + 1;
                        self.pass(seconds);
                    }
                    None => {
                        self.pass(3_600);
                        if self.pending.is_empty() {
                            return;
                        }
                    }
                },
            }
        }
        panic!("it never comes to rest");
    }

    /// What holds at every moment.
    pub fn look(&self) {
        for (id, intent) in &self.disk.intents {
            let applied = self.world.applied.get(id).copied().unwrap_or_default();
            let allowed = 1 + self.sent_again.get(id).copied().unwrap_or_default();
            assert!(applied <= allowed, "intent {id} took effect {applied} times: {intent:?}");
            let never = matches!(
                intent.progress.state,
                State::Rejected | State::Withdrawn | State::Superseded | State::Blocked
            );
            if never && !intent.progress.sent_again {
                assert_eq!(applied, 0, "intent {id} is told as not recorded: {intent:?}");
            }
            if let Some(held) = self.outbox().intent(*id) {
                assert_eq!(held, intent, "the machine and the disk agree");
            } else {
                assert!(intent.progress.state.is_final(), "only what is over is forgotten: {intent:?}");
            }
        }
        let longest = self.now + SignedDuration::from_hours(1);
        for (license, hold) in &self.disk.holds {
            assert!(hold.until <= longest, "{license} is held longer than any hold there is: {hold:?}");
        }
        let groups = [Group::Waiting, Group::Sending, Group::Checking, Group::NeedsYou, Group::Refused, Group::Done];
        let in_group = |group| self.disk.intents.values().filter(|i| i.progress.state.group() == group).count();
        assert_eq!(groups.map(in_group).iter().sum::<usize>(), self.disk.intents.len(), "each in one group");
    }

    /// What holds at rest: recorded once, refused, taken back, or with a person.
    pub fn look_at_rest(&self) {
        self.look();
        for (id, intent) in &self.disk.intents {
            let state = intent.progress.state;
            assert!(
                state.is_settled() || matches!(state, State::NeedsPerson | State::Blocked),
                "intent {id} is left hanging: {intent:?}"
            );
            let by_itself = !matches!(intent.progress.reason, Some(Reason::PersonSaysRecorded));
            let leaves_a_mark =
                matches!(intent.write, Write::Adjust(_) | Write::TemplateCreate(_) | Write::TemplateUpdate(_));
            if state == State::Confirmed && by_itself && leaves_a_mark {
                let applied = self.world.applied.get(id).copied().unwrap_or_default();
                assert!(applied >= 1, "intent {id} is told as recorded and is not: {intent:?}");
            }
            if state == State::Confirmed && by_itself && matches!(intent.write, Write::TemplateCreate(_)) {
                assert!(intent.progress.made.is_some(), "what was made is known: {intent:?}");
            }
        }
    }
}
