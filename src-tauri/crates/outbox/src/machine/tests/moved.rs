//! What a review promised and the state no longer holds.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::rig::{Fate, ReadFate, Rig, WHO};
use super::rules::{adjust, finish, new, note, requests};
use super::world::tag;
use crate::event::{Decision, Event, NewIntent};
use crate::intent::{IntentId, Reason, State};
use crate::kinds::{Location, Write};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};

/// Counted 10 when the copy said 12: queued as a change by −2.
fn set_to(package: u8, to: i64, seen: i64) -> NewIntent {
    let promise = promise(seen, Some(to));
    NewIntent { promise: Some(promise), ..adjust(package, to - seen) }
}

fn promise(seen: i64, to: Option<i64>) -> Promise {
    let at = jiff::Timestamp::from_second(1_000_000).unwrap();
    let seen = Seen {
        quantity: Some(Decimal::from(seen)),
        unit: "Grams".into(),
        location: "Vault".into(),
        sublocation: String::new(),
        note: String::new(),
        item: "Shake".into(),
    };
    Promise { at, seen, to: to.map(Decimal::from) }
}

fn holds(rig: &mut Rig, package: u8, quantity: i64) {
    rig.world.edit(package, |package| package.quantity = Some(Decimal::from(quantity)));
}

fn held(rig: &Rig, package: u8) -> Option<Decimal> {
    rig.world.package(package).quantity
}

fn before_wanted_now(rig: &Rig, id: IntentId) -> [String; 3] {
    let Some(Reason::Moved { facts }) = rig.reason(id) else { panic!("{:?}", rig.disk.intents[&id]) };
    [facts[0].before.clone(), facts[0].wanted.clone(), facts[0].now.clone()]
}

#[test]
fn what_was_set_is_not_sent_as_a_change_of_something_else() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 12);
    let id = rig.submit("r1", vec![set_to(0, 10, 12)])[0];
    holds(&mut rig, 0, 9);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::NeedsPerson, 0), "nothing left");
    assert_eq!(before_wanted_now(&rig, id), ["12 Grams", "10 Grams", "9 Grams"]);
    assert_eq!(held(&rig, 0), Some(Decimal::from(9)));
    rig.crash(|_| Fate::Lost);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::NeedsPerson, 0), "a restart decides nothing");
    for decision in [Decision::Recorded, Decision::SendAgain, Decision::CheckAgain] {
        rig.decide(id, decision);
        assert_eq!(rig.state(id), State::NeedsPerson, "{decision:?} is no answer to this question");
    }
    assert_eq!(rig.disk.intents[&id].as_meant(), Some(Decimal::from(7)));
    rig.decide(id, Decision::SendAsMeant);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig), held(&rig, 0)), (State::Confirmed, 1, Some(Decimal::from(7))));
    assert!(!rig.disk.intents[&id].progress.sent_again, "it was sent once");
    rig.look_at_rest();
}

#[test]
fn what_was_set_can_be_set_anew() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 12);
    let id = rig.submit("r1", vec![set_to(0, 10, 12)])[0];
    holds(&mut rig, 0, 9);
    rig.heal();
    let body = rig.disk.intents[&id].body.clone();
    let anew = rig.disk.intents[&id].set_anew(rig.now).unwrap();
    let event = Event::Edited {
        request: "r2".into(),
        who: WHO.into(),
        intent: id,
        write: anew.write,
        promise: anew.promise.map(Box::new),
        mark: Mark::from_random(5),
    };
    let new = rig.happen(event).made[0];
    assert_eq!(
        (rig.state(id), &rig.disk.intents[&id].body),
        (State::Superseded, &body),
        "what was queued stays frozen"
    );
    // Somebody sells one more before it goes: the person sees that too.
    holds(&mut rig, 0, 8);
    while !rig.pending.is_empty() {
        rig.read(0, ReadFate::Answered);
    }
    assert_eq!(before_wanted_now(&rig, new), ["9 Grams", "10 Grams", "8 Grams"]);
    holds(&mut rig, 0, 10);
    rig.crash(|_| Fate::Lost);
    assert_eq!(rig.disk.intents[&new].progress.state, State::NeedsPerson);
    assert_eq!(rig.withdraw(new), [], "nothing was recorded, so it may be taken back");
    assert_eq!(requests(&rig), 0);
    rig.look_at_rest();
}

#[test]
fn what_a_person_agreed_to_is_asked_again_only_where_it_moves_again() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 12);
    let id = rig.submit("r1", vec![set_to(0, 10, 12)])[0];
    holds(&mut rig, 0, 9);
    rig.heal();
    rig.decide(id, Decision::SendAsMeant);
    holds(&mut rig, 0, 8);
    rig.read(0, ReadFate::Answered);
    assert_eq!(before_wanted_now(&rig, id), ["9 Grams", "10 Grams", "8 Grams"], "the two had 7 in sight");
    rig.decide(id, Decision::SendAsMeant);
    rig.world.edit(0, |package| package.note = Some("another's".into()));
    rig.heal();
    assert_eq!((rig.state(id), held(&rig, 0)), (State::Confirmed, Some(Decimal::from(6))), "a note is no matter here");
}

#[test]
fn the_persons_own_report_before_it_is_not_somebody_elses_change() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 12);
    let first = NewIntent { promise: Some(promise(12, None)), ..adjust(0, -3) };
    let ids = rig.submit("r1", vec![first, set_to(0, 7, 9)]);
    rig.heal();
    assert!(ids.iter().all(|id| rig.state(*id) == State::Confirmed));
    assert_eq!(held(&rig, 0), Some(Decimal::from(7)));
    // Taken back, the one before it leaves the other without what it was made for.
    let first = NewIntent { promise: Some(promise(7, None)), ..adjust(0, -4) };
    let ids = rig.submit("r2", vec![first, NewIntent { mark: Mark::from_random(77), ..set_to(0, 1, 3) }]);
    rig.withdraw(ids[0]);
    rig.heal();
    assert_eq!(before_wanted_now(&rig, ids[1]), ["3 Grams", "1 Grams", "7 Grams"]);
    assert_eq!(held(&rig, 0), Some(Decimal::from(7)));
}

#[test]
fn a_change_of_something_else_asks_nobody() {
    let mut rig = Rig::new(3);
    holds(&mut rig, 1, 0);
    let promised = |new: NewIntent, seen| NewIntent { promise: Some(promise(seen, None)), ..new };
    let place = Write::Location(Location {
        tag: tag(2),
        location: "Room 2".into(),
        sublocation: None,
        date: Date::constant(2026, 11, 22),
    });
    let ids = rig.submit(
        "r1",
        vec![set_to(0, 90, 100), promised(finish(1), 0), promised(note(2, "a"), 100), promised(new(place), 100)],
    );
    rig.world.edit(0, |package| package.note = Some("another's".into()));
    rig.world.edit(1, |package| package.location = Some("Room 1".into()));
    rig.world.edit(2, |package| package.quantity = Some(Decimal::from(3)));
    rig.heal();
    let states: Vec<State> = ids.iter().map(|id| rig.state(*id)).collect();
    assert_eq!(states, [State::Confirmed; 4]);
}

#[test]
fn a_package_that_is_not_empty_any_more_is_not_finished_unasked() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 0);
    let finish = NewIntent { promise: Some(promise(0, None)), ..finish(0) };
    let id = rig.submit("r1", vec![finish])[0];
    holds(&mut rig, 0, 3);
    rig.heal();
    assert_eq!(before_wanted_now(&rig, id), ["0 Grams", "0 Grams", "3 Grams"]);
    assert_eq!(requests(&rig), 0);
    rig.decide(id, Decision::SendAsMeant);
    rig.heal();
    assert_eq!((rig.state(id), requests(&rig)), (State::Confirmed, 1), "the person said so");
}

#[test]
fn what_is_sent_again_after_doubt_is_held_against_what_was_seen_too() {
    let mut rig = Rig::new(1);
    holds(&mut rig, 0, 12);
    let id = rig.submit("r1", vec![set_to(0, 10, 12)])[0];
    rig.read(0, ReadFate::Answered);
    rig.fare(0, Fate::Lost);
    holds(&mut rig, 0, 9);
    rig.heal();
    assert!(matches!(rig.reason(id), Some(Reason::CannotTell { .. })));
    rig.decide(id, Decision::SendAgain);
    rig.heal();
    assert_eq!(before_wanted_now(&rig, id), ["12 Grams", "10 Grams", "9 Grams"], "a change by \u{2212}2 is not 10");
    assert_eq!(requests(&rig), 1);
}
