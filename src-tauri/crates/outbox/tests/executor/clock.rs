//! The wall clock jumps, by a sleep or because somebody sets it; the steady clock is the test's own.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use outbox::State;
use tokio::time::Instant;

use crate::wire::Fate;
use crate::{Office, adjust, finish, tag};

/// A wall clock that goes with the test's own time, until it jumps.
pub struct WallClock {
    began: Timestamp,
    at: Instant,
    jumped: AtomicI64,
    /// Seconds that go by with each look at it, as where the disk is slow.
    drags: AtomicI64,
}

impl Default for WallClock {
    /// Five in the afternoon in California.
    fn default() -> Self {
        Self {
            began: "2026-11-23T01:00:00Z".parse().unwrap(),
            at: Instant::now(),
            jumped: AtomicI64::new(0),
            drags: AtomicI64::new(0),
        }
    }
}

impl WallClock {
    pub fn jump(&self, seconds: i64) {
        self.jumped.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn drag(&self, seconds: i64) {
        self.drags.store(seconds, Ordering::SeqCst);
    }
}

impl state_api::Clock for WallClock {
    fn now(&self) -> Timestamp {
        self.jump(self.drags.load(Ordering::SeqCst));
        let jumped = SignedDuration::from_secs(self.jumped.load(Ordering::SeqCst));
        self.began + SignedDuration::try_from(self.at.elapsed()).unwrap() + jumped
    }
}

const HOUR: i64 = 3_600;

fn near(at: Timestamp, wanted: &str) -> bool {
    at.duration_since(wanted.parse().unwrap()).as_secs().abs() <= 60
}

#[tokio::test(start_paused = true)]
async fn after_a_night_asleep_everything_is_stamped_with_the_morning() {
    let mut office = Office::new().await;
    office.clock.jump(14 * HOUR);
    let woken = Instant::now();
    let until = "2026-11-23T15:00:05Z".parse().unwrap();
    office.wire.next(Fate::Asked(until));
    let id = office.submit("r1", vec![finish(1)]).await[0];
    office.until(id, State::Confirmed).await;
    assert!(woken.elapsed() < Duration::from_secs(10), "five seconds were asked for: {:?}", woken.elapsed());
    assert!(near(office.intent(id).queued_at, "2026-11-23T15:00:00Z"), "{}", office.intent(id).queued_at);
    let (attempts, audit) = office.ledger.outbox_story(id.0).unwrap();
    let stamps = attempts.iter().map(|attempt| attempt.begun_at).chain(audit.iter().map(|line| line.at));
    let stamps: Vec<Timestamp> = stamps.collect();
    assert!(stamps.len() > 3 && stamps.iter().all(|at| near(*at, "2026-11-23T15:00:00Z")), "{stamps:?}");
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_right_while_the_app_is_open_makes_no_wait_longer() {
    for jump in [24 * HOUR, -24 * HOUR] {
        let mut office = Office::new().await;
        office.wire.set_offline(true);
        let id = office.submit("r1", vec![finish(1)]).await[0];
        let held = |office: &Office| office.ledger.outbox_holds().unwrap().first().map(|hold| hold.until);
        while held(&office).is_none() {
            office.news.changed().await.unwrap();
        }
        office.clock.jump(jump);
        office.wire.set_offline(false);
        let set = Instant::now();
        office.until(id, State::Confirmed).await;
        assert!(set.elapsed() < Duration::from_secs(60), "{jump}: {:?}", set.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn a_lost_request_settles_by_the_steady_clock_however_the_wall_clock_jumps() {
    for jump in [14 * HOUR, -14 * HOUR] {
        let mut office = Office::new().await;
        office.wire.next(Fate::Lost);
        let began = Instant::now();
        let id = office.submit("r1", vec![adjust(1, -5)]).await[0];
        office.until(id, State::Unknown).await;
        office.clock.jump(jump);
        office.until(id, State::Confirmed).await;
        let settle = Duration::try_from(outbox::Timing::default().settle).unwrap();
        assert!(began.elapsed() >= settle, "{jump}: not before: {:?}", began.elapsed());
        assert!(began.elapsed() < settle * 2, "{jump}: and not a night later: {:?}", began.elapsed());
        assert_eq!(office.wire.requests().len(), 2);
        assert_eq!(office.wire.package(&tag(1)).quantity, Some(95.into()));
    }
}

#[tokio::test(start_paused = true)]
async fn what_comes_due_while_a_commit_takes_its_time_is_not_left_lying() {
    let mut office = Office::new().await;
    office.wire.set_offline(true);
    // Longer than the first waits.
    office.clock.drag(3);
    let id = office.submit("r1", vec![finish(1)]).await[0];
    while office.ledger.outbox_holds().unwrap().is_empty() {
        office.news.changed().await.unwrap();
    }
    office.wire.set_offline(false);
    let back = Instant::now();
    office.until(id, State::Confirmed).await;
    assert!(back.elapsed() < Duration::from_secs(20), "two seconds were to be waited: {:?}", back.elapsed());
}
