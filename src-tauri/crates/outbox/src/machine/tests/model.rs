//! Random histories: never twice, never lost, nothing left hanging.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use rust_decimal::Decimal;

use super::rig::{Fate, ReadFate, Rig};
use super::world::{tag, template};
use crate::event::{After, Call, Decision, NewIntent};
use crate::intent::IntentId;
use crate::kinds::{Adjust, Finish, Location, Note, TemplateCreate, TemplateDelete, TemplateUpdate, Unfinish, Write};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};

const PACKAGES: u8 = 14;
/// Kinds of write that [`write`] makes.
const KINDS: u8 = 10;

/// What anybody may do.
#[derive(Debug, Clone)]
enum Move {
    Submit { request: u8, kind: u8, first: u8, count: u8, chained: bool, after: Option<usize> },
    Edit { request: u8, which: usize, kind: u8 },
    Withdraw { which: usize },
    Decide { which: usize, decision: Decision },
    Pass { seconds: i64 },
    Jump { seconds: i64 },
    Answer { which: usize, fate: Fate, read: ReadFate },
    OtherUser { package: u8, edit: u8 },
    Renames { which: usize },
    Crash { fates: Vec<Fate> },
    CommitFails,
}

/// What must be there, as simply as it can be said: each command made its intents once.
#[derive(Debug, Clone, Default)]
struct Reference {
    submitted: BTreeMap<u8, usize>,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        4 => Just(Fate::Answered),
        3 => Just(Fate::AppliedAndLost),
        3 => Just(Fate::Lost),
        3 => Just(Fate::LostAndAppliedLate),
        1 => Just(Fate::NotSent),
        1 => Just(Fate::Blocked),
        2 => Just(Fate::Foreign),
        2 => Just(Fate::ForeignAndApplied),
        1 => any::<usize>().prop_map(Fate::RowRefused),
        1 => any::<usize>().prop_map(Fate::RowRefusedOthersApplied),
        1 => Just(Fate::WholeRefused),
        1 => Just(Fate::Asked),
        1 => Just(Fate::KeyRefused),
    ]
}

fn read_fate() -> impl Strategy<Value = ReadFate> {
    prop_oneof![
        6 => Just(ReadFate::Answered),
        3 => Just(ReadFate::AnsweredEarly),
        2 => Just(ReadFate::EmptyList),
        1 => Just(ReadFate::StateFault),
        1 => Just(ReadFate::Unreachable),
        1 => Just(ReadFate::Between),
        1 => Just(ReadFate::MayNotRead),
    ]
}

fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        Just(Decision::Recorded),
        Just(Decision::SendAgain),
        Just(Decision::CheckAgain),
        Just(Decision::SendAsMeant)
    ]
}

impl ReferenceStateMachine for Reference {
    type State = Self;
    type Transition = Move;

    fn init_state() -> BoxedStrategy<Self::State> {
        Just(Self::default()).boxed()
    }

    fn transitions(_: &Self::State) -> BoxedStrategy<Self::Transition> {
        let after = prop_oneof![4 => Just(None), 1 => any::<usize>().prop_map(Some)];
        prop_oneof![
            4 => (0..30_u8, 0..KINDS, 0..PACKAGES, 1..13_u8, prop::bool::weighted(0.2), after).prop_map(
                |(request, kind, first, count, chained, after)| {
                    Move::Submit { request, kind, first, count, chained, after }
                }
            ),
            1 => (any::<u8>(), any::<usize>(), 0..KINDS)
                .prop_map(|(request, which, kind)| Move::Edit { request, which, kind }),
            1 => any::<usize>().prop_map(|which| Move::Withdraw { which }),
            1 => (any::<usize>(), decision()).prop_map(|(which, decision)| Move::Decide { which, decision }),
            5 => prop_oneof![0..5_i64, 55..70_i64, 0..400_i64].prop_map(|seconds| Move::Pass { seconds }),
            1 => prop_oneof![-100_000..100_000_i64, -70..70_i64].prop_map(|seconds| Move::Jump { seconds }),
            16 => (any::<usize>(), fate(), read_fate())
                .prop_map(|(which, fate, read)| Move::Answer { which, fate, read }),
            2 => (0..PACKAGES, 0..5_u8).prop_map(|(package, edit)| Move::OtherUser { package, edit }),
            1 => any::<usize>().prop_map(|which| Move::Renames { which }),
            1 => prop::collection::vec(fate(), 1..4).prop_map(|fates| Move::Crash { fates }),
            1 => Just(Move::CommitFails),
        ]
        .boxed()
    }

    fn apply(mut state: Self::State, transition: &Self::Transition) -> Self::State {
        if let Move::Submit { request, count, .. } = transition {
            state.submitted.entry(*request).or_insert(usize::from(*count));
        }
        state
    }
}

fn write(kind: u8, package: u8, salt: u8) -> Write {
    let tag = tag(package % PACKAGES);
    let date = Date::constant(2026, 11, 22);
    match kind {
        0 => Write::Finish(Finish { tag, date }),
        1 => Write::Unfinish(Unfinish { tag }),
        2 | 3 => Write::Adjust(Adjust {
            tag,
            by: Decimal::from(-1),
            unit: "Grams".into(),
            reason: "Drying".into(),
            note: None,
            date,
        }),
        4 => Write::Note(Note { tag, note: format!("note {salt}") }),
        6 | 7 => Write::TemplateCreate(TemplateCreate {
            draft: i64::from(package % PACKAGES),
            template: template("tomorrow"),
        }),
        8 => Write::TemplateUpdate(TemplateUpdate {
            draft: None,
            id: i64::from(package % PACKAGES) + 1,
            delivery: None,
            template: template("changed"),
        }),
        9 => Write::TemplateDelete(TemplateDelete {
            draft: None,
            id: i64::from(package % PACKAGES) + 1,
            name: "site".into(),
        }),
        _ => Write::Location(Location { tag, location: format!("Room {}", salt % 3), sublocation: None, date }),
    }
}

struct Machine {
    rig: Rig,
    marks: u64,
    edits: usize,
    /// Commands that a failing disk kept from the ledger; whoever repeats them makes them anew.
    unsaved: Vec<u8>,
}

impl Machine {
    fn mark(&mut self) -> Mark {
        self.marks += 1;
        Mark::from_random(self.marks)
    }

    /// What a review would have shown; every other package is queued without one.
    fn promise(&self, kind: u8, package: u8) -> Option<Promise> {
        let package = package % PACKAGES;
        let seen = Seen::of(self.rig.world.package(package));
        let to = (kind == 3).then(|| seen.quantity.map(|held| held - Decimal::ONE)).flatten();
        package.is_multiple_of(2).then_some(Promise { at: self.rig.now, seen, to })
    }

    fn pick(&self, which: usize) -> Option<IntentId> {
        let ids: Vec<IntentId> = self.rig.disk.intents.keys().copied().collect();
        (!ids.is_empty()).then(|| ids[which % ids.len()])
    }
}

impl StateMachineTest for Machine {
    type SystemUnderTest = Self;
    type Reference = Reference;

    fn init_test(_: &Reference) -> Self {
        Self { rig: Rig::new(PACKAGES), marks: 0, edits: 0, unsaved: Vec::new() }
    }

    fn apply(mut this: Self, _: &Reference, transition: Move) -> Self {
        match transition {
            Move::Submit { request, kind, first, count, chained, after } => {
                let name = format!("submit {request}");
                let known = this.rig.disk.requests.get(&name).cloned();
                let outer = after.and_then(|which| this.pick(which)).filter(|id| this.rig.outbox().knows(*id));
                let intents = (0..count)
                    .map(|n| {
                        let chain = (chained && n > 0).then(|| After::Sibling(usize::from(n) - 1));
                        let outer = outer.filter(|_| n == 0).map(After::Intent);
                        NewIntent {
                            write: write(kind, first.wrapping_add(n), n),
                            promise: this.promise(kind, first.wrapping_add(n)),
                            mark: this.mark(),
                            after: chain.or(outer).into_iter().collect(),
                        }
                    })
                    .collect();
                let made = this.rig.submit(&name, intents);
                if let Some(known) = known {
                    assert_eq!(made, known, "a repeated command gives the first answer");
                } else if made.is_empty() {
                    this.unsaved.push(request);
                } else {
                    this.unsaved.retain(|unsaved| *unsaved != request);
                }
            }
            Move::Edit { request, which, kind } => {
                if let Some(id) = this.pick(which) {
                    let package = u8::try_from(id.0 % i64::from(PACKAGES)).unwrap();
                    let mark = this.mark();
                    let write = match &this.rig.disk.intents[&id].write {
                        Write::Adjust(Adjust { tag, by, unit, reason, date, .. }) => Write::Adjust(Adjust {
                            tag: tag.clone(),
                            by: *by,
                            unit: unit.clone(),
                            reason: reason.clone(),
                            note: Some("edited".into()),
                            date: *date,
                        }),
                        Write::TemplateCreate(TemplateCreate { draft, .. }) => {
                            Write::TemplateCreate(TemplateCreate { draft: *draft, template: template("edited") })
                        }
                        Write::Note(Note { tag, .. }) => Write::Note(Note { tag: tag.clone(), note: "edited".into() }),
                        Write::Finish(_)
                        | Write::Unfinish(_)
                        | Write::Location(_)
                        | Write::Item(_)
                        | Write::Finalize(_)
                        | Write::Unfinalize(_)
                        | Write::TemplateUpdate(_)
                        | Write::TemplateDelete(_) => write(kind, package, 1),
                    };
                    let name = format!("edit {request} {}", this.edits);
                    this.edits += usize::from(this.rig.edit(&name, id, write, mark).is_ok());
                }
            }
            Move::Withdraw { which } => {
                if let Some(id) = this.pick(which) {
                    this.rig.withdraw(id);
                }
            }
            Move::Decide { which, decision } => {
                if let Some(id) = this.pick(which) {
                    this.rig.decide(id, decision);
                }
            }
            Move::Pass { seconds } => this.rig.pass(seconds),
            Move::Jump { seconds } => this.rig.jump(seconds),
            Move::Answer { which, fate, read } => {
                if !this.rig.pending.is_empty() {
                    let at = which % this.rig.pending.len();
                    match this.rig.pending[at].call {
                        Call::Send(_) => this.rig.fare(at, fate),
                        Call::Read { .. } => this.rig.read(at, read),
                    }
                }
            }
            Move::OtherUser { package, edit } => this.rig.world.edit(package, |package| match edit {
                0 => package.finished = !package.finished,
                1 => package.quantity = package.quantity.map(|q| q - Decimal::ONE),
                2 => package.note = Some("another's note".into()),
                3 => package.location = Some("Room 1".into()),
                _ => {}
            }),
            Move::Renames { which } => this.rig.world.rename_template(which),
            Move::Crash { fates } => this.rig.crash(|n| fates[n % fates.len()]),
            Move::CommitFails => this.rig.commit_fails = true,
        }
        this
    }

    fn check_invariants(this: &Self, reference: &Reference) {
        this.rig.look();
        let saved = |request: &&u8| !this.unsaved.contains(request);
        let expected: usize = reference.submitted.keys().filter(saved).count();
        let commands = this.rig.disk.requests.keys().filter(|name| name.starts_with("submit")).count();
        assert_eq!(commands, expected, "each command once");
        let made: usize = this.rig.disk.requests.values().map(Vec::len).sum();
        assert_eq!(made, this.rig.disk.intents.len(), "each intent belongs to one command");
    }

    fn teardown(mut this: Self, reference: Reference) {
        this.rig.commit_fails = false;
        this.rig.heal();
        Self::check_invariants(&this, &reference);
        this.rig.look_at_rest();
    }
}

/// At least 300 histories; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(300), failure_persistence: None, max_shrink_iters: 20_000, ..usual }
}

prop_state_machine! {
    #![proptest_config(config())]

    #[test]
    fn every_report_arrives_once_or_a_person_knows(sequential 1..120 => Machine);
}
