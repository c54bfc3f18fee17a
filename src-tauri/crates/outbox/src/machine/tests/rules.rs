//! The nine rules, and what else is promised, one story each.

use jiff::SignedDuration;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::rig::{Fate, LICENSE, ReadFate, Rig, WHO, license, timing};
use super::world::{tag, template};
use crate::event::{After, Call, Decision, Event, NewIntent, Outcome, Refusal};
use crate::happening::HoldCause;
use crate::intent::{IntentId, Reason, State};
use crate::kinds::{Adjust, Finish, Note, TemplateCreate, TemplateDelete, TemplateUpdate, Unfinish, Write};
use crate::mark::Mark;
use crate::timing::Timing;

const HOUR: i64 = 3_600;

pub(super) fn new(write: Write) -> NewIntent {
    NewIntent { write, promise: None, mark: Mark::from_random(99), after: Vec::new() }
}

pub(super) fn finish(package: u8) -> NewIntent {
    new(Write::Finish(Finish { tag: tag(package), date: Date::constant(2026, 11, 22) }))
}

pub(super) fn note(package: u8, text: &str) -> NewIntent {
    new(Write::Note(Note { tag: tag(package), note: text.into() }))
}

pub(super) fn adjust(package: u8, by: i64) -> NewIntent {
    let write = Write::Adjust(Adjust {
        tag: tag(package),
        by: Decimal::from(by),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: None,
        date: Date::constant(2026, 11, 22),
    });
    NewIntent { mark: Mark::from_random(by.unsigned_abs()), ..new(write) }
}

pub(super) fn requests(rig: &Rig) -> usize {
    rig.disk.attempts.len()
}

#[test]
fn forty_finishes_go_in_four_requests_and_are_read_back() {
    let mut rig = Rig::new(40);
    let ids = rig.submit("r1", (0..40).map(finish).collect());
    rig.heal();
    assert!(ids.iter().all(|id| rig.state(*id) == State::Confirmed));
    assert_eq!(requests(&rig), 4, "ten objects a request");
    assert!((0..40).all(|n| rig.world.package(n).finished));
    rig.look_at_rest();
}

#[test]
fn what_was_just_queued_stays_long_enough_to_be_taken_back() {
    let mut rig = Rig::with(Timing { undo: SignedDuration::from_secs(5), ..timing() }, 2);
    let ids = rig.submit("r1", vec![finish(0), finish(1)]);
    rig.pass(4);
    assert!(rig.pending.is_empty(), "nothing has left, nothing was even read");
    assert_eq!(rig.withdraw(ids[0]), []);
    rig.pass(1);
    rig.heal();
    let states: Vec<State> = ids.iter().map(|id| rig.state(*id)).collect();
    assert_eq!(states, [State::Withdrawn, State::Confirmed]);
    assert_eq!(requests(&rig), 1);
    rig.look_at_rest();
}

#[test]
fn applied_and_cut_is_confirmed_without_a_second_write() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![adjust(0, -3)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::AppliedAndLost);
    assert_eq!(rig.state(id), State::Unknown);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 1));
    assert_eq!(rig.world.package(0).quantity, Some(Decimal::from(97)));
}

#[test]
fn lost_on_the_way_goes_again_only_when_it_can_no_longer_arrive() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![adjust(0, -3)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::LostAndAppliedLate);
    rig.read(0, ReadFate::Answered);
    assert_eq!(rig.state(id), State::Unknown, "absent so far, and it may still arrive");
    assert!(rig.pending.is_empty());
    rig.pass(60);
    rig.read(0, ReadFate::Answered);
    assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 1), "it did arrive");
    rig.look();

    let id = rig.submit("r2", vec![adjust(0, -4)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Lost);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 3), "proven absent, sent again");
    assert_eq!(rig.world.package(0).quantity, Some(Decimal::from(93)));
}

#[test]
fn at_start_what_was_being_sent_is_unknown() {
    for (fate, requests_in_all) in [(Fate::AppliedAndLost, 1), (Fate::Lost, 2)] {
        let mut rig = Rig::new(1);
        let id = rig.submit("r1", vec![adjust(0, -3)])[0];
        rig.read(0, ReadFate::Answered);
        assert_eq!(rig.state(id), State::Sending);
        rig.crash(|_| fate);
        assert_eq!((rig.state(id), rig.reason(id)), (State::Unknown, Some(Reason::AppEnded)));
        rig.heal();
        assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, requests_in_all), "{fate:?}");
    }
}

#[test]
fn an_older_copy_of_the_ledger_sends_nothing_that_may_have_been_sent_since() {
    let mut rig = Rig::new(3);
    let ids = rig.submit("r1", vec![adjust(0, -3), adjust(1, -4)]);
    // What the copy does not know: the first went out, and was recorded.
    let copy = rig.disk.intents.clone();
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::RowRefusedOthersApplied(1));
    rig.disk.intents = copy;
    rig.from_copy = true;
    rig.crash(|_| Fate::Lost);
    assert!(ids.iter().all(|id| rig.reason(*id) == Some(Reason::OlderCopy)));
    rig.heal();
    assert_eq!([rig.state(ids[0]), rig.state(ids[1])], [State::Confirmed, State::NeedsPerson]);
    assert_eq!(requests(&rig), 1, "nothing was sent again by itself");
}

#[test]
fn a_refused_row_is_found_and_the_others_go_again() {
    let mut rig = Rig::new(10);
    let ids = rig.submit("r1", (0..10).map(finish).collect());
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::RowRefused(3));
    assert_eq!(rig.state(ids[3]), State::Rejected);
    assert_eq!(rig.reason(ids[3]), Some(Reason::StateSaid { said: "No.".into() }));
    assert_eq!(rig.state(ids[4]), State::Unknown, "read back first: that a request is atomic is only inferred");
    rig.heal();
    let confirmed = ids.iter().filter(|id| rig.state(**id) == State::Confirmed).count();
    assert_eq!((confirmed, requests(&rig)), (9, 2));
    assert!(!rig.world.package(3).finished);
}

#[test]
fn a_whole_refusal_is_found_by_sending_each_alone() {
    let mut rig = Rig::new(3);
    let ids = rig.submit("r1", (0..3).map(finish).collect());
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::WholeRefused);
    rig.read(0, ReadFate::Answered);
    rig.read(0, ReadFate::Answered);
    let sizes: Vec<usize> = rig.disk.attempts.values().map(|attempt| attempt.intents.len()).collect();
    assert_eq!(sizes, [3, 1, 1], "two at a time");
    rig.fare(0, Fate::WholeRefused);
    rig.heal();
    let states: Vec<State> = ids.iter().map(|id| rig.state(*id)).collect();
    assert_eq!(states, [State::Rejected, State::Confirmed, State::Confirmed]);
}

#[test]
fn writes_to_one_package_go_one_after_another() {
    let mut rig = Rig::new(2);
    let ids = rig.submit("r1", vec![note(0, "a"), note(0, "b"), note(1, "c")]);
    rig.read(0, ReadFate::Answered);
    assert_eq!([State::Sending, State::Queued, State::Sending], [0, 1, 2].map(|n| rig.state(ids[n])));
    rig.heal();
    assert_eq!(rig.world.package(0).note.as_deref(), Some("b"), "in the order given");
}

#[test]
fn a_stuck_one_blocks_its_package_and_nothing_else() {
    let mut rig = Rig::new(2);
    let first = rig.submit("r1", vec![finish(0)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Lost);
    rig.world.edit(0, |package| package.quantity = Some(Decimal::ONE));
    let [behind, elsewhere] = rig.submit("r2", vec![note(0, "a"), note(1, "b")])[..] else { panic!("two") };
    rig.heal();
    assert_eq!(rig.state(first), State::NeedsPerson, "somebody changed the package meanwhile");
    assert_eq!((rig.state(behind), rig.reason(behind)), (State::Blocked, Some(Reason::WaitsFor { intent: first })));
    assert_eq!(rig.state(elsewhere), State::Confirmed);
    let Some(Reason::CannotTell { facts }) = rig.reason(first) else { panic!("facts") };
    assert_eq!((facts[0].before.as_str(), facts[0].wanted.as_str(), facts[0].now.as_str()), ("no", "yes", "no"));

    rig.decide(first, Decision::SendAgain);
    rig.heal();
    assert_eq!([rig.state(first), rig.state(behind)], [State::Confirmed; 2]);
    rig.look_at_rest();
}

#[test]
fn a_person_says_it_was_recorded() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![finish(0)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::AppliedAndLost);
    rig.world.edit(0, |package| package.finished = false);
    rig.heal();
    assert_eq!(rig.state(id), State::NeedsPerson, "recorded, and undone by somebody: never sent again by itself");
    rig.decide(id, Decision::CheckAgain);
    rig.heal();
    assert_eq!(rig.state(id), State::NeedsPerson);
    rig.decide(id, Decision::Recorded);
    assert_eq!((rig.state(id), rig.reason(id)), (State::Confirmed, Some(Reason::PersonSaysRecorded)));
    assert!(rig.disk.audit.contains(&format!("{WHO} decided: recorded {id}")));
    assert_eq!(requests(&rig), 1);
}

#[test]
fn what_waits_for_another_goes_after_it_or_not_at_all() {
    let mut rig = Rig::new(2);
    rig.world.edit(0, |package| package.finished = true);
    let unfinish = new(Write::Unfinish(Unfinish { tag: tag(0) }));
    let then = NewIntent { after: vec![After::Sibling(0)], ..note(1, "sold") };
    let [first, second] = rig.submit("r1", vec![unfinish, then.clone()])[..] else { panic!("two") };
    rig.heal();
    assert_eq!([rig.state(first), rig.state(second)], [State::Confirmed; 2]);

    let first = rig.submit("r2", vec![adjust(0, -1)])[0];
    let second = rig.submit("r3", vec![NewIntent { after: vec![After::Intent(first)], ..note(1, "later") }])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::WholeRefused);
    assert_eq!([rig.state(first), rig.state(second)], [State::Rejected, State::Blocked]);
    let Write::Adjust(Adjust { tag, unit, reason, date, .. }) = adjust(0, -1).write else { panic!("an adjustment") };
    let better = Write::Adjust(Adjust { tag, by: Decimal::from(-2), unit, reason, note: None, date });
    let edit = rig.edit("r4", first, better, Mark::from_random(5)).unwrap();
    assert_eq!([rig.state(first), rig.state(second)], [State::Superseded, State::Queued]);
    rig.heal();
    assert_eq!([rig.state(edit), rig.state(second)], [State::Confirmed; 2], "it waited for the edit instead");
    assert_eq!(rig.world.package(0).quantity, Some(Decimal::from(98)));
}

#[test]
fn what_has_left_cannot_be_taken_back() {
    let mut rig = Rig::new(2);
    let [gone, waits] = rig.submit("r1", vec![note(0, "a"), note(0, "b")])[..] else { panic!("two") };
    rig.read(0, ReadFate::Answered);
    assert_eq!(rig.withdraw(gone), [Refusal::OnItsWay(gone)]);
    assert_eq!(rig.withdraw(waits), []);
    assert_eq!(rig.withdraw(waits), [Refusal::Over(waits)]);
    assert_eq!(rig.withdraw(IntentId(77)), [Refusal::NotThere(IntentId(77))]);
    assert_eq!(rig.edit("r2", gone, note(0, "c").write, Mark::from_random(1)), Err(Refusal::OnItsWay(gone)));
    rig.heal();
    assert_eq!(rig.world.package(0).note.as_deref(), Some("a"));
}

#[test]
fn an_edit_is_a_new_intent_in_the_old_ones_place() {
    let mut rig = Rig::new(1);
    let ids = rig.submit("r1", vec![note(0, "a"), note(0, "b"), note(0, "c")]);
    let body = rig.disk.intents[&ids[1]].body.clone();
    let edit = rig.edit("r2", ids[1], note(0, "B").write, Mark::from_random(1)).unwrap();
    assert_eq!(rig.disk.intents[&ids[1]].body, body, "a queued body never changes");
    assert_eq!(rig.disk.intents[&edit].supersedes, Some(ids[1]));
    assert_eq!(
        rig.edit("r3", edit, finish(3).write, Mark::from_random(1)),
        Err(Refusal::OtherEntity(edit)),
        "an edit stays with its package"
    );
    rig.heal();
    let notes: Vec<&str> = rig.disk.attempts.values().map(|attempt| attempt.body.as_str()).collect();
    let said = |text: &str| format!(r#"[{{"PackageLabel":"{}","Note":"{text}"}}]"#, tag(0));
    assert_eq!(notes, [said("a"), said("B"), said("c")]);
}

#[test]
fn back_off_and_freeze_outlive_a_restart() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![finish(0)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Asked);
    let hold = rig.outbox().hold(&license(), rig.now).unwrap().clone();
    assert_eq!((hold.cause, hold.until.duration_since(rig.now).as_secs()), (HoldCause::Asked, 7));
    rig.crash(|_| Fate::Lost);
    assert!(rig.pending.is_empty(), "nothing leaves before the state's time");
    rig.happen(Event::Online);
    assert!(rig.pending.is_empty(), "a connection does not end the state's patience");
    rig.pass(7);
    assert!(!rig.pending.is_empty());
    for (n, seconds) in [(1, 2), (2, 4), (3, 8)] {
        rig.read(0, ReadFate::Unreachable);
        let hold = rig.outbox().hold(&license(), rig.now).unwrap().clone();
        assert_eq!(hold.until.duration_since(rig.now).as_secs(), seconds, "failure {n}");
        rig.pass(seconds);
    }
    rig.read(0, ReadFate::Unreachable);
    rig.happen(Event::Online);
    assert!(!rig.pending.is_empty(), "back online: no need to wait it out");
    rig.heal();
    assert_eq!(rig.state(id), State::Confirmed);
}

/// A filter's page settles nothing: what was answered by it is looked for, and goes again only once it is proven that
/// the state has nothing of it, however often that happens; it is never counted as a failure of the state's.
#[test]
fn what_something_between_answers_refuses_nothing_and_proves_nothing() {
    let mut rig = Rig::new(3);
    let ids = rig.submit("r1", vec![finish(0), finish(1)]);
    let held = |rig: &Rig| rig.outbox().hold(&license(), rig.now).map(|hold| hold.cause);
    for fate in [Fate::Foreign, Fate::Foreign, Fate::Foreign, Fate::Foreign, Fate::ForeignAndApplied] {
        while !matches!(rig.pending.first().map(|p| &p.call), Some(Call::Send(_))) {
            if rig.pending.is_empty() { rig.pass(30) } else { rig.read(0, ReadFate::Answered) }
        }
        rig.fare(0, fate);
        assert_eq!(held(&rig), Some(HoldCause::Between));
        for id in &ids {
            assert_eq!(rig.state(*id), State::Unknown);
            assert_eq!(rig.reason(*id), Some(Reason::Foreign { how: "a filter's page".into() }));
        }
    }
    let sent = requests(&rig);
    rig.heal();
    assert!(ids.iter().all(|id| rig.state(*id) == State::Confirmed), "what got through is found");
    assert_eq!(requests(&rig), sent, "and not sent again");
    rig.look_at_rest();

    // Before it is sent: a reading that something between answered, a connection that it let not come about.
    let id = rig.submit("r2", vec![finish(2)])[0];
    rig.read(0, ReadFate::Between);
    assert_eq!((rig.state(id), held(&rig)), (State::Queued, Some(HoldCause::Between)));
    rig.happen(Event::Online);
    assert_eq!(held(&rig), None, "a person says that it is mended");
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Blocked);
    assert_eq!((rig.state(id), held(&rig)), (State::Queued, Some(HoldCause::Between)));
    rig.heal();
    assert_eq!(rig.state(id), State::Confirmed);
}

#[test]
fn a_hold_is_over_when_the_wall_clock_says_so_however_long_the_computer_slept() {
    let mut rig = Rig::new(1);
    rig.jump(14 * HOUR);
    let woken = rig.now;
    let id = rig.submit("r1", vec![finish(0)])[0];
    assert_eq!(rig.disk.intents[&id].queued_at, woken);
    rig.read(0, ReadFate::Answered);
    assert_eq!(rig.disk.attempts.values().next().map(|attempt| attempt.at), Some(woken));
    rig.fare(0, Fate::Asked);
    rig.pass(7);
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Answered);
    rig.read(0, ReadFate::Answered);
    assert_eq!(rig.state(id), State::Confirmed, "after seconds, not a night");
}

#[test]
fn a_clock_that_is_set_back_makes_no_wait_longer() {
    let mut rig = Rig::new(2);
    let asked = rig.submit("r1", vec![finish(0)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Asked);
    rig.pass(2);
    rig.jump(-24 * HOUR);
    let hold = rig.outbox().hold(&license(), rig.now).unwrap().clone();
    assert_eq!(hold.until.duration_since(rig.now).as_secs(), 5, "what was left of it is left");
    assert_eq!(rig.disk.holds[&license()], hold, "and the page is told so");
    rig.pass(5);
    rig.heal();
    assert_eq!(rig.state(asked), State::Confirmed);

    let lost = rig.submit("r2", vec![adjust(1, -3)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Lost);
    rig.read(0, ReadFate::Answered);
    rig.pass(10);
    rig.jump(-24 * HOUR);
    let progress = &rig.disk.intents[&lost].progress;
    let left = [progress.not_before, progress.settles_at].map(|at| at.unwrap().duration_since(rig.now).as_secs());
    assert_eq!(left, [50, 50]);
}

#[test]
fn no_hold_is_longer_than_the_longest_whoever_asks_for_it() {
    let mut rig = Rig::new(1);
    rig.submit("r1", vec![finish(0)]);
    rig.read(0, ReadFate::Answered);
    let Call::Send(attempt) = rig.pending.remove(0).call else { panic!("a request") };
    let until = rig.now + SignedDuration::from_hours(30);
    rig.happen(Event::Sent { attempt: attempt.id, outcome: Outcome::Asked { until, said: String::new() } });
    let hold = rig.outbox().hold(&license(), rig.now).unwrap().clone();
    assert_eq!(hold.until.duration_since(rig.now).as_secs(), HOUR);
}

#[test]
fn what_may_still_be_carried_out_goes_by_the_clock_that_nobody_sets() {
    for jump in [14 * HOUR, -14 * HOUR] {
        let mut rig = Rig::new(1);
        let id = rig.submit("r1", vec![adjust(0, -3)])[0];
        rig.read(0, ReadFate::Answered);
        rig.fare(0, Fate::LostAndAppliedLate);
        rig.read(0, ReadFate::Answered);
        rig.jump(jump);
        while !rig.pending.is_empty() {
            rig.read(0, ReadFate::Answered);
        }
        assert_eq!((rig.state(id), requests(&rig)), (State::Unknown, 1), "{jump}: it may still arrive");
        let settles = rig.disk.intents[&id].progress.settles_at.unwrap();
        assert_eq!(settles.duration_since(rig.now).as_secs(), 60, "{jump}: and the person is told until when");
        rig.pass(60);
        rig.heal();
        assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 1), "{jump}: it did");
        rig.look_at_rest();
    }
}

#[test]
fn a_reading_from_before_a_sleep_is_not_fresh() {
    let mut rig = Rig::with(Timing { requests: 1, ..timing() }, 2);
    let [first, second] = rig.submit("r1", vec![finish(0), note(1, "a")])[..] else { panic!("two") };
    rig.read(0, ReadFate::Answered);
    assert_eq!([rig.state(first), rig.state(second)], [State::Sending, State::Queued], "read, and waits for room");
    rig.jump(14 * HOUR);
    let again = rig.pending.iter().any(|pending| match &pending.call {
        Call::Read { questions, .. } => questions.iter().any(|(id, _)| *id == second),
        Call::Send(_) => false,
    });
    assert!(again, "it is read once more before it goes");
}

#[test]
fn a_state_that_keeps_failing_is_a_persons_matter() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![finish(0)])[0];
    for _ in 0..3 {
        while !matches!(rig.pending.first().map(|p| &p.call), Some(Call::Send(_))) {
            if rig.pending.is_empty() { rig.pass(30) } else { rig.read(0, ReadFate::Answered) }
        }
        rig.fare(0, Fate::Lost);
    }
    rig.heal();
    assert_eq!(rig.reason(id), Some(Reason::KeepsFailing { last: "the line was cut".into() }));
    assert_eq!(rig.withdraw(id), [], "nothing was recorded, so it may be taken back");
    rig.look_at_rest();
}

#[test]
fn what_is_already_so_is_not_sent() {
    let mut rig = Rig::new(1);
    rig.world.edit(0, |package| package.finished = true);
    let id = rig.submit("r1", vec![finish(0)])[0];
    rig.heal();
    assert_eq!((rig.state(id), rig.reason(id)), (State::Confirmed, Some(Reason::AlreadySo)));
    assert_eq!(requests(&rig), 0);
}

#[test]
fn a_record_that_may_not_be_read_is_not_written() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![finish(0)])[0];
    rig.read(0, ReadFate::MayNotRead);
    assert_eq!((rig.state(id), requests(&rig)), (State::Rejected, 0));
    let refused = rig.happen(Event::Archived { who: WHO.into(), intents: vec![id, IntentId(9)] }).refused;
    assert_eq!(refused, [Refusal::NotThere(IntentId(9))]);
    assert!(rig.disk.archived.contains(&id) && rig.disk.intents.contains_key(&id), "cleared, never deleted");
}

#[test]
fn wrong_keys_hold_until_there_are_others() {
    let mut rig = Rig::new(1);
    rig.submit("r1", vec![finish(0)]);
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::KeyRefused);
    assert_eq!(rig.outbox().hold(&license(), rig.now).map(|hold| hold.cause), Some(HoldCause::Keys));
    rig.pass(60);
    assert!(rig.pending.is_empty(), "the state is left alone with keys that it does not accept");
    rig.happen(Event::KeysChanged);
    rig.heal();
    assert!(rig.world.package(0).finished);
}

#[test]
fn a_command_is_carried_out_whole_or_not_at_all() {
    let mut rig = Rig::new(2);
    let too_long = new(Write::Adjust(Adjust {
        tag: tag(1),
        by: Decimal::ONE,
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: Some("x".repeat(190)),
        date: Date::constant(2026, 11, 22),
    }));
    assert_eq!(rig.submit("r1", vec![finish(0), too_long]), []);
    assert_eq!(rig.submit("r2", Vec::new()), [], "an empty selection is an error, never all");
    assert!(rig.disk.intents.is_empty());
    let unknown = NewIntent { after: vec![After::Intent(IntentId(5))], ..finish(0) };
    assert_eq!(rig.submit("r3", vec![unknown]), []);
    let made = rig.submit("r4", vec![finish(0)]);
    assert_eq!(rig.submit("r4", vec![finish(0)]), made, "repeated: the first answer");
    assert_eq!(rig.disk.intents.values().next().map(|intent| intent.license.as_str()), Some(LICENSE));
}

fn new_template(draft: i64, mark: u64) -> NewIntent {
    let write = Write::TemplateCreate(TemplateCreate { draft, template: template("tomorrow") });
    NewIntent { mark: Mark::from_random(mark), ..new(write) }
}

#[test]
fn templates_go_one_by_one_and_the_state_tells_their_ids() {
    let mut rig = Rig::new(1);
    let ids = rig.submit("r1", (1..=3).map(|draft| new_template(draft, draft.unsigned_abs())).collect());
    rig.heal();
    assert_eq!(requests(&rig), 3, "one template a request");
    for id in ids {
        let made = rig.disk.intents[&id].progress.made.unwrap();
        let mark = rig.disk.intents[&id].mark.clone();
        assert!(mark.is_in(&rig.world.template(made).unwrap().name), "its own");
    }
    let made = rig.disk.intents[&IntentId(1)].progress.made.unwrap();
    let update =
        Write::TemplateUpdate(TemplateUpdate { draft: Some(1), id: made, delivery: None, template: template("later") });
    let delete = Write::TemplateDelete(TemplateDelete { draft: Some(1), id: made, name: "later".into() });
    let ids = rig.submit("r2", vec![new(update), new(delete.clone())]);
    rig.heal();
    assert!(ids.iter().all(|id| rig.state(*id) == State::Confirmed), "one after the other");
    assert_eq!(rig.world.template(made), None);
    assert_eq!(rig.disk.attempts.values().last().unwrap().path, format!("/transfers/v2/templates/outgoing/{made}"));
    let again = rig.submit("r3", vec![new(delete)])[0];
    rig.heal();
    assert_eq!((rig.reason(again), requests(&rig)), (Some(Reason::AlreadySo), 5), "it is gone: nothing to send");
    rig.look_at_rest();
}

#[test]
fn a_template_whose_answer_was_lost_is_known_by_its_mark() {
    for (fate, requests_in_all) in [(Fate::AppliedAndLost, 1), (Fate::Lost, 2), (Fate::LostAndAppliedLate, 1)] {
        let mut rig = Rig::new(1);
        let id = rig.submit("r1", vec![new_template(1, 7)])[0];
        rig.read(0, ReadFate::Answered);
        rig.fare(0, fate);
        rig.heal();
        assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, requests_in_all), "{fate:?}");
        rig.look_at_rest();
    }
}

#[test]
fn a_list_of_templates_that_is_empty_proves_nothing() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![new_template(1, 7)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::AppliedAndLost);
    rig.pass(60);
    rig.read(0, ReadFate::EmptyList);
    assert_eq!(rig.state(id), State::Unknown, "it may be empty by mistake");
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 1));
}

#[test]
fn a_template_that_somebody_renamed_is_a_persons_matter() {
    let mut rig = Rig::new(1);
    let id = rig.submit("r1", vec![new_template(1, 7)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::AppliedAndLost);
    rig.world.rename_template(1);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::NeedsPerson, 1), "a new template without a mark may be ours");
}
