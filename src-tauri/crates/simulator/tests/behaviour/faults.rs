//! Every scripted fault, as a client meets it.

use std::time::{Duration, Instant};

use simulator::{Fault, FaultRule};

use crate::client::{ALL, State, number, text};

fn page(state: &State, page: u32) -> String {
    format!("/packages/v2/active?licenseNumber={}&{ALL}&pageNumber={page}&pageSize=20", state.retailer)
}

#[tokio::test]
async fn a_cut_connection_is_a_broken_connection_and_not_an_answer() {
    for fault in [Fault::RefuseConnection, Fault::CutBeforeReading, Fault::CutAfterApplying, Fault::HalfBody] {
        let state = State::start().await;
        let rule = FaultRule::new(fault.clone()).route("/packages").times(1);
        let rule = state.running.control().add_fault(rule);
        let met = state.try_get(&page(&state, 1)).await;
        assert!(met.is_err(), "{fault:?} must not look like an answer: {met:?}");
        assert_eq!(state.running.control().fault_hits(rule), Some(1));
        assert_eq!(state.get(&page(&state, 1)).await.status, 200, "and then it works again");
    }
}

#[tokio::test]
async fn connections_are_refused_before_a_word_and_while_dark() {
    let state = State::start().await;
    let control = state.running.control();
    control.add_fault(FaultRule::new(Fault::RefuseConnection).times(1));
    assert!(state.try_get("/facilities/v2").await.is_err());
    assert_eq!(control.counters().requests, 0, "nobody read the request");
    assert_eq!(state.get("/facilities/v2").await.status, 200);
    control.set_dark(true);
    let dark = loop {
        // The listener closes as soon as the server's task runs; until then a connection may still get through.
        match state.try_get("/facilities/v2").await {
            Err(error) if error.is_connect() => break error,
            _ => tokio::task::yield_now().await,
        }
    };
    assert!(dark.is_connect(), "nobody listens");
    control.set_dark(false);
    while state.try_get("/facilities/v2").await.is_err() {
        tokio::task::yield_now().await;
    }
    assert_eq!(state.get("/facilities/v2").await.status, 200, "the same address answers again");
}

#[tokio::test]
async fn statuses_and_headers_are_as_scripted() {
    let state = State::start().await;
    let control = state.running.control();
    for (fault, status, header, words) in [
        (Fault::ErrorBefore, 500, None, "An error has occurred"),
        (Fault::ErrorAfter, 500, None, "An error has occurred"),
        (Fault::Maintenance, 503, None, "<!DOCTYPE html>"),
        (Fault::TooMany { retry_after: Some(7) }, 429, Some("7"), "Too many requests"),
        (Fault::TooMany { retry_after: None }, 429, None, "Too many requests"),
        (Fault::Unauthorized, 401, None, "Authorization has been denied"),
    ] {
        control.add_fault(FaultRule::new(fault.clone()).times(1));
        let reply = state.get(&page(&state, 1)).await;
        assert_eq!(reply.status, status, "{fault:?}");
        assert_eq!(reply.headers.get("retry-after").map(|value| value.to_str().unwrap()), header, "{fault:?}");
        assert!(reply.text.contains(words), "{fault:?}: {}", reply.text);
        control.clear_faults();
    }
}

#[tokio::test]
async fn late_and_slow_answers_are_whole() {
    let state = State::start().await;
    let control = state.running.control();
    let whole = state.get(&page(&state, 1)).await.text;
    control.add_fault(FaultRule::new(Fault::Late { millis: 120 }).times(1));
    control.add_fault(FaultRule::new(Fault::SlowBytes { bytes: 20_000, millis: 20 }).times(1));
    for least in [120, 60] {
        let begun = Instant::now();
        assert_eq!(state.get(&page(&state, 1)).await.text, whole);
        assert!(begun.elapsed() >= Duration::from_millis(least), "it took its time");
    }
}

#[tokio::test]
async fn a_list_can_lie() {
    let state = State::start().await;
    let control = state.running.control();
    let (one, two) = (state.get(&page(&state, 1)).await, state.get(&page(&state, 2)).await);
    control.add_fault(FaultRule::new(Fault::EmptyPage).query("pageNumber=2").times(1));
    let empty = state.get(&page(&state, 2)).await;
    assert_eq!((empty.status, number(&empty.json(), "Total")), (200, 0));
    control.add_fault(FaultRule::new(Fault::PageBefore).query("pageNumber=2").times(1));
    let before = state.get(&page(&state, 2)).await;
    assert_eq!(before.rows(), one.rows(), "page 2 shows the rows of page 1");
    assert_eq!(number(&before.json(), "Page"), 2, "and says it is page 2");
    control.add_fault(FaultRule::new(Fault::PageShift).query("pageNumber=2").times(1));
    let shifted = state.get(&page(&state, 2)).await;
    assert_eq!(shifted.rows().first(), two.rows().get(1), "the row that led page 2 moved up to page 1");
}

#[tokio::test]
async fn a_clock_that_is_off_shows_in_the_date_and_the_default_window() {
    let state = State::start().await;
    let control = state.running.control();
    assert_eq!(state.get("/facilities/v2").await.headers.get("date").unwrap(), "Wed, 20 May 2026 19:30:00 GMT");
    control.add_fault(FaultRule::new(Fault::ClockOff { seconds: -3 * 3_600 }).times(2));
    assert_eq!(state.get("/facilities/v2").await.headers.get("date").unwrap(), "Wed, 20 May 2026 16:30:00 GMT");
    let late = state.get(&format!("/packages/v2/active?licenseNumber={}", state.retailer)).await.rows();
    assert!(late.iter().all(|row| text(row, "LastModified").as_str() < "2026-05-20T16:30:00.1"));
}

#[tokio::test]
async fn rules_skip_count_and_take_their_chance_by_seed() {
    let state = State::start().await;
    let control = state.running.control();
    control.add_fault(FaultRule::new(Fault::ErrorBefore).method("get").route("/units").skip(1).times(2));
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(state.get("/unitsofmeasure/v2/active").await.status);
    }
    assert_eq!(statuses, [200, 500, 500, 200]);
    let mut runs = Vec::new();
    for seed in [5, 5, 6] {
        control.clear_faults();
        control.add_fault(FaultRule::new(Fault::ErrorBefore).chance(50, seed));
        let mut hits = Vec::new();
        for _ in 0..24 {
            hits.push(state.get("/unitsofmeasure/v2/active").await.status == 500);
        }
        runs.push(hits);
    }
    assert!(runs[0] == runs[1] && runs[0] != runs[2], "the same seed hits the same requests");
    assert!((4..=20).contains(&runs[0].iter().filter(|hit| **hit).count()), "about half");
}
