//! Every fault of the line and of the state: exactly once.

use std::time::Duration;

use jiff::SignedDuration;
use outbox::{Decision, Group, Reason, State, Timing};
use simulator::{Fault, FaultRule, PackageEdit};

use crate::{Shop, take_one, timing};

const ADJUST: &str = "/packages/v2/adjust";

fn on_adjust(fault: Fault) -> FaultRule {
    FaultRule::new(fault).method("POST").route(ADJUST)
}

/// Ten packages lose one unit each while the fault happens; each is recorded once. Gives the requests that the state
/// got.
async fn ten_arrive_once(name: &str, rules: Vec<FaultRule>) -> usize {
    let mut shop = Shop::new().await;
    let packages = shop.packages(10).await;
    shop.control().clear_requests();
    let rules: Vec<u64> = rules.into_iter().map(|rule| shop.control().add_fault(rule)).collect();
    let ids = shop.submit("r1", packages.iter().map(take_one).collect()).await;
    shop.until_over().await;
    for rule in rules {
        assert!(shop.control().fault_hits(rule).unwrap() > 0, "{name}: the fault happened");
    }
    shop.control().clear_faults();
    assert_eq!(shop.count(Group::Done), 10, "{name}: {:?}", shop.ledger.outbox_counts());
    for (id, rows) in shop.adjustments_by_mark(&ids).await {
        assert_eq!(rows, 1, "{name}: {:?}", shop.intent(id));
    }
    for package in &packages {
        let left = shop.package(&package.label).await.quantity;
        assert_eq!(left, package.quantity.map(|quantity| quantity - rust_decimal::Decimal::ONE), "{name}");
    }
    shop.requests(ADJUST)
}

#[tokio::test(flavor = "multi_thread")]
async fn applied_and_not_told_is_recorded_once_without_a_second_request() {
    for (name, fault) in [
        ("cut after applying", Fault::CutAfterApplying),
        ("500 after applying", Fault::ErrorAfter),
        ("late, beyond our patience", Fault::Late { millis: 3_000 }),
        ("slow bytes, beyond our patience", Fault::SlowBytes { bytes: 1, millis: 400 }),
        ("half a body", Fault::HalfBody),
    ] {
        // One that we gave up waiting for may be missing in the state's list of requests; there is never a second.
        assert!(ten_arrive_once(name, vec![on_adjust(fault).times(1)]).await <= 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn not_applied_goes_again_and_is_recorded_once() {
    for (name, fault) in [
        ("cut before reading", Fault::CutBeforeReading),
        ("500 before applying", Fault::ErrorBefore),
        ("503 with a web page", Fault::Maintenance),
        ("429", Fault::TooMany { retry_after: None }),
    ] {
        assert_eq!(ten_arrive_once(name, vec![on_adjust(fault).times(2)]).await, 3, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_that_fail_or_lie_never_lead_to_a_second_request() {
    let cut = || on_adjust(Fault::CutAfterApplying).times(1);
    let reads = |fault| FaultRule::new(fault).method("GET").route("/packages/v2/").skip(10);
    for (name, fault) in [
        ("an empty list by mistake", reads(Fault::EmptyPage).route("/packages/v2/adjustments").skip(0).times(2)),
        ("readings cut", reads(Fault::CutBeforeReading).times(7)),
        ("readings with 500", reads(Fault::ErrorBefore).times(7)),
        ("half readings", reads(Fault::HalfBody).times(7)),
        ("readings in maintenance", reads(Fault::Maintenance).times(7)),
    ] {
        assert_eq!(ten_arrive_once(name, vec![cut(), fault]).await, 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn offline_is_waited_out() {
    let mut shop = Shop::new().await;
    let packages = shop.packages(10).await;
    shop.control().set_dark(true);
    let ids = shop.submit("r1", packages.iter().map(take_one).collect()).await;
    shop.until("a hold", |shop| !shop.ledger.outbox_rows().unwrap().holds.is_empty()).await;
    assert_eq!(shop.count(Group::Waiting), 10);
    shop.control().set_dark(false);
    shop.outbox.online().await;
    shop.until_over().await;
    assert!(shop.adjustments_by_mark(&ids).await.values().all(|rows| *rows == 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_users_edit_meanwhile_is_a_persons_matter() {
    // The other user is done long before a reading could prove that nothing came: else it might be sent again first.
    let settle = SignedDuration::from_secs(5);
    let mut shop = Shop::with(Timing { settle, doubts: 3, ..timing() }, simulator::Options::default()).await;
    let package = shop.packages(1).await.remove(0);
    shop.control().add_fault(on_adjust(Fault::CutBeforeReading).times(1));
    let id = shop.submit("r1", vec![take_one(&package)]).await[0];
    shop.until("checking", |shop| shop.intent(id).progress.state == State::Unknown).await;
    let edit = PackageEdit { note: Some("another's".into()), ..PackageEdit::default() };
    shop.control().edit_package(shop.license.as_str(), &package.label, edit).unwrap();
    shop.until("a decision", |shop| shop.count(Group::NeedsYou) == 1).await;
    let Some(Reason::CannotTell { facts }) = shop.intent(id).progress.reason else { panic!("facts") };
    assert!(facts.iter().any(|fact| fact.what == "Quantity" && fact.before == fact.now), "{facts:?}");
    assert_eq!(shop.requests(ADJUST), 1, "nothing is sent before a person decides");
    shop.outbox.decide("r2", "Dana", id, Decision::SendAgain).await.unwrap();
    shop.until_over().await;
    assert_eq!(shop.intent(id).progress.state, State::Confirmed);
    assert_eq!(shop.adjustments_by_mark(&[id]).await[&id], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storm_of_everything_leaves_each_recorded_once_or_with_a_person() {
    for seed in 1..4 {
        let mut shop = Shop::new().await;
        let packages = shop.packages(60).await;
        let faults = [
            Fault::CutAfterApplying,
            Fault::CutBeforeReading,
            Fault::ErrorAfter,
            Fault::ErrorBefore,
            Fault::HalfBody,
            Fault::Maintenance,
            Fault::RefuseConnection,
            Fault::Late { millis: 1_800 },
            Fault::TooMany { retry_after: None },
        ];
        for (n, fault) in (0_u64..).zip(faults) {
            let patient = matches!(fault, Fault::Late { .. } | Fault::TooMany { .. });
            let (percent, times) = if patient { (4, 2) } else { (5, 15) };
            shop.control().add_fault(FaultRule::new(fault).route("/").chance(percent, seed * 100 + n).times(times));
        }
        let began = tokio::time::Instant::now();
        let ids = shop.submit("r1", packages.iter().map(take_one).collect()).await;
        shop.until_over().await;
        shop.control().clear_faults();
        let by_mark = shop.adjustments_by_mark(&ids).await;
        for (id, rows) in &by_mark {
            let state = shop.intent(*id).progress.state;
            match state {
                State::Confirmed => assert_eq!(*rows, 1, "seed {seed}: {:?}", shop.intent(*id)),
                State::NeedsPerson => assert!(*rows <= 1, "seed {seed}: {:?}", shop.intent(*id)),
                other => panic!("seed {seed}: {other:?} {:?}", shop.intent(*id)),
            }
        }
        assert!(began.elapsed() < Duration::from_secs(60), "seed {seed}: it ends");
    }
}
