//! The computer slept, or its clock was set right while the app was open.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use simulator::{Fault, FaultRule};

use crate::common::state;
use crate::{Shop, finish, quick};

/// A clock that jumps, and by how much so far, in seconds.
fn jumping() -> (desk::Clock, Arc<AtomicI64>) {
    let jumped = Arc::new(AtomicI64::new(0));
    let by = jumped.clone();
    let now = move || Timestamp::now() + SignedDuration::from_secs(by.load(Ordering::SeqCst));
    (Arc::new(now), jumped)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_jump_the_page_and_the_outbox_go_by_one_clock() {
    for jump in [14 * 3_600, -14 * 3_600] {
        let (clock, jumped) = jumping();
        let state = state(600).await;
        let license = state.control().retailer();
        let empty = state.control().active_labels(&license).remove(0);
        let edit = simulator::PackageEdit { quantity: Some(0.into()), ..simulator::PackageEdit::default() };
        state.control().edit_package(&license, &empty, edit).unwrap();
        let shop = Shop::begin(state, license, 1, quick(), "ea", clock.clone()).await;
        let rows = shop.some(1, true).await;
        jumped.store(jump, Ordering::SeqCst);
        let slow = Fault::TooMany { retry_after: Some(2) };
        shop.control().add_fault(FaultRule::new(slow).method("PUT").route("/packages/v2/finish").times(1));
        let asked = Instant::now();
        let today = clock().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).date().to_string();
        let mut form = finish();
        form["date"] = today.min(crate::today()).into();
        let intent = shop.queue("q", &rows, form).await[0];
        let held = shop.until("why it waits", |status| !status["held"].is_null() || status["done"] == 1).await;
        let happened = held["held"]["happened"].as_str().unwrap_or_default();
        assert!(happened.starts_with("The state asked us to wait"), "{jump}: {held:#}");
        shop.until("the end", |status| status["done"] == 1).await;
        assert!(asked.elapsed() < Duration::from_secs(60), "{jump}: two seconds were asked for");
        let story = shop.story(intent).await;
        let attempts = story["attempts"].as_array().unwrap().iter().map(|attempt| &attempt["begun_at"]);
        let events = story["events"].as_array().unwrap().iter().map(|event| &event["at"]);
        for at in attempts.chain(events).chain([&story["line"]["queued_at"]]) {
            let at: Timestamp = at.as_str().unwrap().parse().unwrap();
            assert!(at.duration_since(clock()).as_secs().abs() <= 60, "{jump}: {at} is no time of this clock");
        }
        shop.bench.desk.stop().await;
    }
}
