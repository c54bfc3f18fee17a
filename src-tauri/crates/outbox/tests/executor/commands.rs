//! What the app asks for.

use std::time::Duration;

use jiff::Timestamp;
use ledger::{Condition, LedgerError, NewDraft};
use outbox::{CommandError, Decision, Group, IntentId, Mark, Refusal, State, intent_of};

use crate::wire::Fate;
use crate::{Office, adjust, create, finish, license, note, tag};

#[tokio::test(start_paused = true)]
async fn forty_packages_finished_offline_are_done_after_a_restart() {
    let mut office = Office::new().await;
    office.wire.set_offline(true);
    let ids = office.submit("r1", (0..40).map(finish).collect()).await;
    assert_eq!((office.count(Group::Waiting), office.wire.requests().len()), (40, 0));
    office = office.restart().await;
    assert_eq!(office.count(Group::Waiting), 40, "nothing is lost by closing the app");
    office.wire.set_offline(false);
    office.outbox.online().await;
    for id in &ids {
        office.until(*id, State::Confirmed).await;
    }
    assert_eq!(office.wire.requests().len(), 4, "ten a request, each once");
    assert!((0..40).all(|n| office.wire.package(&tag(n)).finished));
}

#[tokio::test(start_paused = true)]
async fn a_command_sent_twice_gives_one_intent() {
    let mut office = Office::new().await;
    let first = office.submit("r1", vec![adjust(1, -5)]).await;
    assert_eq!(office.submit("r1", vec![adjust(1, -5)]).await, first);
    let (a, b) = tokio::join!(office.submit("r2", vec![adjust(2, -5)]), office.submit("r2", vec![adjust(2, -5)]));
    assert_eq!(a, b, "also when both come at the same time");
    office.until(a[0], State::Confirmed).await;
    office = office.restart().await;
    assert_eq!(office.submit("r1", vec![adjust(1, -5)]).await, first, "also after a restart");
    let mixed = office.outbox.withdraw("r1", "Dana", first.clone()).await;
    assert_eq!(mixed, Err(CommandError::RequestReused));
    office.until(first[0], State::Confirmed).await;
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()));
    assert_eq!(office.wire.package(&tag(2)).quantity, Some(95.into()));
}

#[tokio::test(start_paused = true)]
async fn what_waits_can_be_taken_back_and_edited() {
    let mut office = Office::new().await;
    office.wire.set_offline(true);
    let ids = office.submit("r1", vec![note(1, "a"), note(2, "b")]).await;
    let done = office.outbox.withdraw("r2", "Dana", vec![ids[0], IntentId(99)]).await.unwrap();
    assert_eq!(done.refused, [Refusal::NotThere(IntentId(99))]);
    let again = office.outbox.withdraw("r2", "Dana", vec![ids[0], IntentId(99)]).await.unwrap();
    assert_eq!(again, done, "the first answer");
    let edit = office.outbox.edit("r3", "Dana", ids[1], note(2, "B")).await.unwrap().made[0];
    office.wire.set_offline(false);
    office.outbox.online().await;
    office.until(edit, State::Confirmed).await;
    assert_eq!([office.state(ids[0]), office.state(ids[1])], [State::Withdrawn, State::Superseded]);
    assert_eq!(office.wire.requests().len(), 1);
    assert_eq!(office.wire.package(&tag(2)).note.as_deref(), Some("B"));
}

#[tokio::test(start_paused = true)]
async fn what_was_over_before_a_restart_is_still_known() {
    let mut office = Office::new().await;
    let id = office.submit("r1", vec![note(1, "a")]).await[0];
    office.until(id, State::Confirmed).await;
    office = office.restart().await;
    let done = office.outbox.withdraw("r2", "Dana", vec![id]).await.unwrap();
    assert_eq!(done.refused, [Refusal::Over(id)]);
    let after = vec![(note(2, "b"), vec![outbox::After::Intent(id)])];
    let made = office.outbox.submit("r3", "Dana", &license(), after).await.unwrap().made;
    office.until(made[0], State::Confirmed).await;
    office.outbox.archive("r4", "Dana", vec![id]).await.unwrap();
    assert_eq!(office.count(Group::Done), 1, "one cleared, one left");
    assert_eq!(office.ledger.outbox_intents(&[id.0]).unwrap().len(), 1, "and still in the ledger");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_keeps_the_states_words_and_its_story() {
    let mut office = Office::new().await;
    office.wire.next(Fate::Refused(1, "Package is on hold."));
    let ids = office.submit("r1", (0..3).map(finish).collect()).await;
    office.until(ids[1], State::Rejected).await;
    office.until(ids[0], State::Confirmed).await;
    office.until(ids[2], State::Confirmed).await;
    let (attempts, audit) = office.ledger.outbox_story(ids[1].0).unwrap();
    assert_eq!((attempts.len(), attempts[0].outcome.as_str(), attempts[0].status), (1, "refused", Some(400)));
    let told: Vec<(&str, &str)> = audit.iter().map(|line| (line.who.as_str(), line.what.as_str())).collect();
    assert_eq!(told, [("Dana", "queued"), ("Trackside", "sent"), ("Trackside", "refused")]);
    assert_eq!(audit[2].detail, "Package is on hold.");
    assert_eq!(audit[1].detail, r#"{"Label":"1A4060300002199000000001","ActualDate":"2026-11-22"}"#);
}

#[tokio::test(start_paused = true)]
async fn a_stop_lets_what_is_on_the_way_end() {
    let office = Office::new().await;
    office.wire.next(Fate::Held);
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.wire.reached().await;
    let stopping = tokio::spawn({
        let outbox = office.outbox.clone();
        async move { outbox.stop(Duration::from_secs(5)).await }
    });
    office.wire.release();
    stopping.await.unwrap();
    assert_eq!(office.state(id), State::Accepted, "its answer was still taken");
    let late = office.outbox.decide("r2", "Dana", id, Decision::Recorded).await;
    assert_eq!(late, Err(CommandError::Stopped));
    let mut office = office.restart().await;
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_draft_becomes_one_template_and_knows_its_intents() {
    let mut office = Office::new().await;
    let draft = office
        .ledger
        .remember("d1", "draft", Timestamp::UNIX_EPOCH, |work| {
            let license = license();
            let new = NewDraft { license, kind: "transfer".into(), form: String::new(), made_by: "Dana".into() };
            work.draft_make(&new, Timestamp::UNIX_EPOCH)
        })
        .unwrap_or_else(|error: LedgerError| panic!("{error}"));
    office.wire.set_offline(true);
    let first = office.submit("r1", vec![create(draft, "Tomorrow"), note(3, "a")]).await[0];
    assert_eq!(office.ledger.draft_intents(draft).unwrap(), [first.0], "in the commit that queues it");
    let edit = office.outbox.edit("r2", "Dana", first, create(draft, "Tomorrow, south")).await.unwrap().made[0];
    let moved = office.outbox.edit("r3", "Dana", edit, create(draft + 1, "Other")).await.unwrap();
    assert_eq!(moved.refused, [Refusal::OtherEntity(edit)]);
    assert_eq!(office.ledger.draft_intents(draft).unwrap(), [first.0, edit.0]);
    office = office.restart().await;
    office.wire.set_offline(false);
    office.wire.next(Fate::AppliedAndLost);
    office.outbox.online().await;
    office.until(edit, State::Confirmed).await;
    let templates = office.wire.templates();
    let [template] = &templates[..] else { panic!("one template: {templates:?}") };
    let intent = intent_of(&office.ledger.outbox_intents(&[edit.0]).unwrap()[0]).unwrap();
    assert_eq!(intent.progress.made, Some(template.id), "the template's id is kept");
    assert_eq!(template.name, format!("Tomorrow, south {}", intent.mark));
    assert_eq!(Mark::without(&template.name), "Tomorrow, south");
    assert_eq!(template.packages, Some(2));
}

#[tokio::test(start_paused = true)]
async fn what_was_decided_upon_an_old_look_is_not_queued_and_can_be_asked_again() {
    let mut office = Office::new().await;
    office.wire.set_offline(true);
    let last = office.ledger.outbox_last_intent().unwrap();
    let unseen = || Condition::EntitiesAsSeen {
        license: license(),
        entities: vec![adjust(1, -5).entity().key()],
        last,
        seen: Vec::new(),
        counted_on: Vec::new(),
    };
    let ask = |request: &'static str| {
        let (outbox, condition) = (office.outbox.clone(), unseen());
        async move {
            outbox.submit_if(vec![condition], request, "Dana", &license(), vec![(adjust(1, -5), Vec::new())]).await
        }
    };
    // All are in the outbox's hands at once; the first is the one that the others did not see.
    let answers = futures_util::future::join_all(["a", "b", "c", "d"].map(ask)).await;
    let made: Vec<IntentId> = answers.iter().flatten().flat_map(|done| done.made.clone()).collect();
    let overtaken = answers.iter().filter(|answer| **answer == Err(CommandError::Overtaken)).count();
    assert_eq!((made.len(), overtaken), (1, 3), "{answers:?}");
    let other = office.outbox.submit("other", "Dana", &license(), vec![(note(2, "a"), Vec::new())]).await.unwrap();
    assert_eq!(other.made.len(), 1, "whoever was overtaken undoes nothing of others");

    // What was counted on is taken back: what was decided upon it is not queued either.
    let behind = Condition::EntitiesAsSeen {
        license: license(),
        entities: vec![adjust(1, -5).entity().key()],
        last: office.ledger.outbox_last_intent().unwrap(),
        seen: vec![made[0].0],
        counted_on: vec![made[0].0],
    };
    office.outbox.withdraw("back", "Dana", made.clone()).await.unwrap();
    let late = office.outbox.submit_if(vec![behind], "e", "Dana", &license(), vec![(adjust(1, -3), Vec::new())]).await;
    assert_eq!(late, Err(CommandError::Overtaken));
    // Nothing is remembered of it: with another look the same request is carried out.
    let again = office.submit("e", vec![adjust(1, -3)]).await;
    office.wire.set_offline(false);
    office.outbox.online().await;
    office.until(again[0], State::Confirmed).await;
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(97.into()), "once");
}

#[tokio::test(start_paused = true)]
async fn a_refused_command_can_be_made_again_once_it_is_mended() {
    let mut office = Office::new().await;
    let long = "x".repeat(300);
    let refused = office.outbox.submit("r1", "Dana", &license(), vec![(create(1, &long), Vec::new())]).await.unwrap();
    assert_eq!((refused.made.len(), refused.refused.len()), (0, 1));
    let made = office.submit("r1", vec![create(1, "Tomorrow")]).await;
    office.until(made[0], State::Confirmed).await;
    assert_eq!(office.wire.templates().len(), 1);
}
