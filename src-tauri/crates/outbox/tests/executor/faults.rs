//! The line, the process and the disk fail.

use std::time::Duration;

use outbox::{CommandError, Group, State};

use crate::wire::Fate;
use crate::{Office, adjust, finish, license, tag};

#[tokio::test(start_paused = true)]
async fn applied_and_cut_is_done_without_a_second_write() {
    let mut office = Office::new().await;
    office.wire.next(Fate::AppliedAndLost);
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 1);
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()));
}

#[tokio::test(start_paused = true)]
async fn lost_on_the_way_goes_again_after_the_time_in_which_it_could_arrive() {
    let mut office = Office::new().await;
    office.wire.next(Fate::Lost);
    let began = tokio::time::Instant::now();
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.until(id, State::Confirmed).await;
    let settle = Duration::try_from(outbox::Timing::default().settle).unwrap();
    assert!(began.elapsed() >= settle, "not before: {:?}", began.elapsed());
    assert_eq!(office.wire.requests().len(), 2);
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()));
}

#[tokio::test(start_paused = true)]
async fn a_process_that_ends_while_sending_finds_out_what_became_of_it() {
    let office = Office::new().await;
    office.wire.next(Fate::Held);
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.wire.reached().await;
    assert_eq!(office.state(id), State::Sending, "on the disk before it leaves");
    office.outbox.stop(Duration::ZERO).await;
    let mut office = office.restart().await;
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 2, "it was cut off before it was applied");
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()));
}

#[tokio::test(start_paused = true)]
async fn a_wire_that_breaks_is_a_lost_answer() {
    let mut office = Office::new().await;
    office.wire.next(Fate::Panics);
    let id = office.submit("r1", vec![finish(1)]).await[0];
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 2);
}

/// SQLite refuses every statement of this kind on the ledger, as a full disk does.
fn refuse(what: &str) -> String {
    format!("CREATE TRIGGER full BEFORE {what} BEGIN SELECT RAISE(ABORT, 'full'); END;")
}

const HEAL: &str = "DROP TRIGGER full;";

#[tokio::test(start_paused = true)]
async fn what_cannot_be_saved_is_not_acknowledged_and_not_sent() {
    let mut office = Office::new().await;
    office.meddle(&refuse("INSERT ON intent"));
    let refused = office.outbox.submit("r1", "Dana", &license(), vec![(adjust(1, -5), Vec::new())]).await;
    assert!(matches!(refused, Err(CommandError::LedgerRefuses(_))), "{refused:?}");
    let while_stalled = office.outbox.submit("r2", "Dana", &license(), vec![(adjust(1, -5), Vec::new())]).await;
    assert!(while_stalled.is_err(), "{while_stalled:?}");
    office.stalls.changed().await.unwrap();
    office.meddle(HEAL);
    let id = loop {
        // The page repeats what was not acknowledged, under the same id.
        match office.outbox.submit("r1", "Dana", &license(), vec![(adjust(1, -5), Vec::new())]).await {
            Ok(done) => break done.made[0],
            Err(_) => tokio::task::yield_now().await,
        }
        tokio::time::advance(Duration::from_secs(1)).await;
    };
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()), "once");
}

#[tokio::test(start_paused = true)]
async fn nothing_leaves_whose_attempt_is_not_on_the_disk() {
    let mut office = Office::new().await;
    office.meddle(&refuse("INSERT ON attempt"));
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.stalls.changed().await.unwrap();
    assert_eq!(office.wire.requests().len(), 0);
    assert_eq!(office.state(id), State::Queued, "acknowledged, so it stays");
    office.meddle(HEAL);
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_cannot_be_saved_is_read_back() {
    let mut office = Office::new().await;
    office.meddle(&refuse("UPDATE ON attempt"));
    let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
    office.stalls.changed().await.unwrap();
    assert_eq!(office.wire.requests().len(), 1);
    office.meddle(HEAL);
    office.until(id, State::Confirmed).await;
    assert_eq!(office.wire.requests().len(), 1, "never a second time");
    assert_eq!(office.count(Group::Done), 1);
}
