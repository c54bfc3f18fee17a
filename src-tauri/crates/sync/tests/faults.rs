//! Runs in bad weather. After each, the mirror equals what the state holds, record by record.
#![expect(clippy::unwrap_used, reason = "tests")]

mod practice;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use practice::{Practice, run};
use simulator::{Fault, FaultRule, PackageEdit};
use state_api::{ApiError, Fault as Told, FreezeStore, Limits, Patience, Timeouts, Unreachable};
use sync::{SyncConfig, SyncError, Syncer};
use tokio_util::sync::CancellationToken;

const ACTIVE: &str = "/packages/v2/active";

/// What heals by itself within a run: the call is tried again, or the span is read again.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_outlives_what_passes() {
    let rule = |fault| FaultRule::new(fault).route(ACTIVE);
    let cases = [
        ("refused connections", rule(Fault::RefuseConnection).skip(3).times(2)),
        ("cut before an answer", rule(Fault::CutBeforeReading).skip(2).times(3)),
        ("cut after reading", rule(Fault::CutAfterApplying).skip(2).times(3)),
        ("half a body", rule(Fault::HalfBody).skip(2).times(3)),
        ("500", rule(Fault::ErrorBefore).skip(2).times(3)),
        ("503 with a web page", rule(Fault::Maintenance).skip(2).times(3)),
        ("a 401 in the middle", rule(Fault::Unauthorized).skip(4).times(1)),
        ("a first page that is empty by mistake", rule(Fault::EmptyPage).query("pageNumber=1").skip(3).times(1)),
        ("a later page that is empty by mistake", rule(Fault::EmptyPage).query("pageNumber=2").times(1)),
        ("a page that comes twice", rule(Fault::PageBefore).query("pageNumber=2").times(1)),
        ("pages that shift once", rule(Fault::PageShift).query("pageNumber=2").times(1)),
        ("pages that keep shifting", rule(Fault::PageShift).query("pageNumber=2").times(12)),
        ("a third of all calls fail", FaultRule { chance: 30, ..FaultRule::new(Fault::ErrorBefore) }),
        ("a third of all answers are cut", FaultRule { chance: 30, seed: 7, ..FaultRule::new(Fault::HalfBody) }),
    ];
    for (name, rule) in cases {
        let mut practice = Practice::new(900).await;
        practice.config.patience.tries = 12;
        practice.config.patience.longest_pause = Duration::from_millis(40);
        let mirror = practice.mirror();
        let number = practice.control().add_fault(rule);
        let outcome = practice.run(&mirror).await;
        assert!(practice.control().fault_hits(number).unwrap() > 0, "{name}: the fault happened");
        practice.control().clear_faults();
        let report = outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(report.skipped.is_empty(), "{name}: {:?}", report.skipped);
        // What another user did during the run is read with the next look at the latest.
        practice.run(&mirror).await.unwrap();
        practice.assert_equal(&mirror, &practice.retailer()).await;
    }
}

/// What does not heal ends the run with an error that says what it was; nothing is noted as read that was not.
#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_stays_is_told_and_the_next_run_goes_on() {
    let rule = |fault| FaultRule::new(fault).route(ACTIVE).skip(4);
    let unreachable = |wanted: Unreachable| move |error: &SyncError| matches!(error, SyncError::Api(ApiError::Unreachable { why, .. }) if *why == wanted);
    let fault = |wanted: Told| move |error: &SyncError| matches!(error, SyncError::Api(ApiError::StateFault { fault, .. }) if *fault == wanted);
    type Check = Box<dyn Fn(&SyncError) -> bool>;
    let cases: [(&str, FaultRule, Check); 5] = [
        ("cut", rule(Fault::CutBeforeReading), Box::new(unreachable(Unreachable::Cut))),
        ("half a body", rule(Fault::HalfBody), Box::new(fault(Told::CutOff))),
        ("500", rule(Fault::ErrorBefore), Box::new(fault(Told::Failed))),
        ("503 with a web page", rule(Fault::Maintenance), Box::new(fault(Told::NotAvailable))),
        (
            "no connection",
            FaultRule::new(Fault::ErrorBefore).skip(u32::MAX),
            Box::new(unreachable(Unreachable::NoConnection)),
        ),
    ];
    for (name, rule, check) in cases {
        let practice = Practice::new(600).await;
        let mirror = practice.mirror();
        practice.control().add_fault(rule);
        practice.control().set_dark(name == "no connection");
        let error = practice.run(&mirror).await.unwrap_err();
        assert!(check(&error), "{name}: {error:?}");
        assert!(error.is_passing(), "{name}");
        assert_eq!(mirror.as_of(&practice.retailer()).unwrap(), None, "{name}: not noted as read whole");
        practice.control().clear_faults();
        practice.control().set_dark(false);
        practice.run(&mirror).await.unwrap();
        practice.assert_equal(&mirror, &practice.retailer()).await;
    }
}

/// Keeps freezes as the mirror does.
#[derive(Default)]
struct Kept(Mutex<HashMap<String, Timestamp>>);

impl FreezeStore for Kept {
    fn load(&self, scope: &str) -> Option<Timestamp> {
        self.0.lock().unwrap().get(scope).copied()
    }

    fn save(&self, scope: &str, until: Timestamp) {
        self.0.lock().unwrap().insert(scope.to_owned(), until);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn patience_is_kept_when_the_state_asks_for_it() {
    for retry_after in [Some(1), None] {
        let practice = Practice::new(600).await;
        let mirror = practice.mirror();
        practice.control().add_fault(FaultRule::new(Fault::TooMany { retry_after }).route(ACTIVE).skip(4).times(1));
        practice.run(&mirror).await.unwrap();
        practice.assert_equal(&mirror, &practice.retailer()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_does_not_hammer_a_state_that_asked_for_patience() {
    let practice = Practice::new(300).await;
    let mirror = practice.mirror();
    let freezes = Arc::new(Kept::default());
    let config = SyncConfig {
        patience: Patience { tries: 2, first_pause: Duration::ZERO, longest_pause: Duration::from_secs(1) },
        ..practice.config
    };
    let key = practice.state.keys().user_key;
    let start = || {
        let client = practice.client_with(&key, Limits::unpaced(30), freezes.clone());
        (Syncer::new(client.clone(), mirror.clone(), config), client)
    };
    practice.control().add_fault(FaultRule::new(Fault::TooMany { retry_after: Some(600) }).route(ACTIVE));
    let error = run(&start().0, &practice.retailer()).await.unwrap_err();
    assert!(matches!(error, SyncError::Api(ApiError::RateLimited { .. })), "{error:?}");
    practice.control().clear_faults();

    let (again, client) = start();
    let error = run(&again, &practice.retailer()).await.unwrap_err();
    let SyncError::Api(ApiError::RateLimited { until, .. }) = error else { panic!("{error:?}") };
    assert!(until > Timestamp::now() + SignedDuration::from_secs(500), "the stored instant holds: {until}");
    // By the second client's own budget: what the first had on the way may reach the state only now.
    let begun = client.budget().last_minute;
    assert!(begun <= 1, "not one call for that license left, but for the one that asks which there are: {begun}");
}

#[tokio::test(flavor = "multi_thread")]
async fn clocks_that_are_wrong_lose_nothing() {
    for (name, local_off, server_off) in [
        ("local late", -5 * 3600, 0),
        ("local early", 5 * 3600, 0),
        ("state late", 0, -5 * 3600),
        ("state early", 0, 5 * 3600),
    ] {
        let mut practice = Practice::new(600).await;
        practice.clock_off = local_off;
        let mirror = practice.mirror();
        let (control, retailer) = (practice.control(), practice.retailer());
        control.advance(SignedDuration::from_secs(server_off)).unwrap();
        practice.run(&mirror).await.unwrap();
        practice.assert_equal(&mirror, &retailer).await;
        for round in 0..3 {
            control.create_packages(retailer.as_str(), 3).unwrap();
            practice.run(&mirror).await.unwrap();
            control.advance(SignedDuration::from_hours(2)).unwrap();
            control.create_packages(retailer.as_str(), 30).unwrap();
            practice.run(&mirror).await.unwrap();
            assert_eq!(
                practice::mirrored(&mirror, &retailer)["active"].len(),
                control.licenses()[0].packages[0],
                "{name}, round {round}"
            );
        }
        practice.assert_equal(&mirror, &retailer).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_date_in_the_middle_loses_nothing() {
    for seconds in [-5 * 3600, 5 * 3600] {
        let practice = Practice::new(600).await;
        let mirror = practice.mirror();
        let (control, retailer) = (practice.control(), practice.retailer());
        practice.run(&mirror).await.unwrap();
        control.add_fault(FaultRule::new(Fault::ClockOff { seconds }));
        practice.run(&mirror).await.unwrap();
        control.clear_faults();
        control.create_packages(retailer.as_str(), 30).unwrap();
        practice.run(&mirror).await.unwrap();
        practice.assert_equal(&mirror, &retailer).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn others_edit_while_it_is_read() {
    let mut practice = Practice::new(1500).await;
    practice.config.pages_per_window = 8;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    let labels = control.active_labels(retailer.as_str());
    let pages = Arc::new(AtomicU64::new(0));
    let progress = {
        let (control, retailer, labels) = (control.clone(), retailer.clone(), labels.clone());
        Arc::new(move |_| {
            let page = usize::try_from(pages.fetch_add(1, Ordering::Relaxed)).unwrap();
            if let Some(label) = labels.get(page * 7 % labels.len()).filter(|_| page < 60) {
                let finished = (page % 2 == 0).then_some(true);
                let note = Some(format!("edited at page {page}"));
                control
                    .edit_package(retailer.as_str(), label, PackageEdit { finished, note, ..PackageEdit::default() })
                    .unwrap();
                if page % 10 == 0 {
                    control.create_packages(retailer.as_str(), 7).unwrap();
                }
            }
        })
    };
    practice.syncer(&mirror).run(&retailer, CancellationToken::new(), progress).await.unwrap();
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &retailer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_costs_only_what_was_under_way() {
    let practice = Practice::new(1500).await;
    let (control, retailer) = (practice.control(), practice.retailer());
    let undisturbed = tempfile::TempDir::new().unwrap();
    let whole = run(&practice.syncer(&practice::open(undisturbed.path())), &retailer).await.unwrap();

    // Killed at every tenth page: the process is gone, the folder stays.
    let mut kills = 0;
    loop {
        let mirror = practice.mirror();
        let syncer = practice.syncer(&mirror);
        let (seen, enough) = (AtomicU64::new(0), Arc::new(tokio::sync::Notify::new()));
        let tell = enough.clone();
        let progress = Arc::new(move |p: sync::Progress| {
            if p.done > 0 && seen.fetch_add(1, Ordering::Relaxed) == 25 {
                tell.notify_one();
            }
        });
        let license = retailer.clone();
        let mut task = tokio::spawn(async move { syncer.run(&license, CancellationToken::new(), progress).await });
        let abort = task.abort_handle();
        let ended = tokio::select! {
            ended = &mut task => ended,
            () = enough.notified() => {
                abort.abort();
                task.await
            }
        };
        match ended {
            Ok(report) => {
                report.unwrap();
                break;
            }
            Err(_) => kills += 1,
        }
        assert!(kills < 60, "each run gets further than the one before");
    }
    assert!(kills > 1, "killed {kills} times");
    let mirror = practice.mirror();
    practice.assert_equal(&mirror, &retailer).await;
    assert_eq!(
        practice::mirrored(&mirror, &retailer),
        practice::mirrored(&practice::open(undisturbed.path()), &retailer),
        "as if never disturbed"
    );

    // A run after one kill late in the load reads less than a whole one.
    control.clear_requests();
    let again = practice.run(&mirror).await.unwrap();
    assert!(again.calls * 4 < whole.calls, "{} calls against {}", again.calls, whole.calls);
}

#[tokio::test(flavor = "multi_thread")]
async fn finished_spans_are_not_read_again_after_a_kill() {
    let practice = Practice::new(1500).await;
    let mirror = practice.mirror();
    let retailer = practice.retailer();
    // One list never comes; the others do.
    practice.control().add_fault(FaultRule::new(Fault::ErrorBefore).route("/packages/v2/inactive"));
    let failed = practice.run(&mirror).await.unwrap().failed;
    assert_eq!(failed.iter().map(|(stream, _)| *stream).collect::<Vec<_>>(), [sync::Stream::PackagesInactive]);
    practice.control().clear_faults();
    practice.control().clear_requests();
    practice.run(&mirror).await.unwrap();
    // The overlap is read again, with whatever the story's last hour had.
    let overlap = practice.control().now().checked_sub(SignedDuration::from_mins(75)).unwrap();
    let begins = |query: &str| {
        let start = query.split("lastModifiedStart=").nth(1).unwrap().split('&').next().unwrap();
        start.replace("%3A", ":").parse::<Timestamp>().unwrap()
    };
    let second_pages = |path: &str| {
        let requests = practice.control().requests();
        let later = requests.iter().filter(|r| r.path == path && !r.query.contains("pageNumber=1&"));
        later.filter(|r| begins(&r.query) < overlap).count()
    };
    assert!(second_pages("/packages/v2/inactive") > 5, "the list that failed is read");
    assert_eq!(second_pages(ACTIVE), 0, "the list that was read is only looked at");
    practice.assert_equal(&mirror, &retailer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_stops_soon_even_while_bytes_trickle() {
    let practice = Practice::new(600).await;
    let mirror = practice.mirror();
    let trickle = Fault::SlowBytes { bytes: 10, millis: 200 };
    // The first three calls ask how long windows may be.
    practice.control().add_fault(FaultRule::new(trickle).route(ACTIVE).skip(3));
    let cancel = CancellationToken::new();
    let others_done = Arc::new(tokio::sync::Notify::new());
    let tell = others_done.clone();
    let progress = Arc::new(move |p: sync::Progress| {
        if p.collection == sync::Stream::Strains && p.finished {
            tell.notify_one();
        }
    });
    let (syncer, license, token) = (practice.syncer(&mirror), practice.retailer(), cancel.clone());
    let task = tokio::spawn(async move { syncer.run(&license, token, progress).await });
    // In the middle of it: another list is done, the active one trickles.
    others_done.notified().await;
    cancel.cancel();
    let began = std::time::Instant::now();
    let ended = task.await.unwrap();
    assert!(matches!(ended, Err(SyncError::Cancelled)), "{ended:?}");
    assert!(began.elapsed() < Duration::from_secs(5), "the trickle would go on for minutes");
    practice.control().clear_faults();
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &practice.retailer()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_never_ends_is_given_up() {
    let mut practice = Practice::new(300).await;
    practice.timeouts = Timeouts { silence: Duration::from_millis(300), ..Timeouts::default() };
    practice.config.patience.tries = 2;
    let mirror = practice.mirror();
    let late = Fault::SlowBytes { bytes: 10, millis: 5_000 };
    practice.control().add_fault(FaultRule::new(late).route(ACTIVE));
    let error = practice.run(&mirror).await.unwrap_err();
    assert!(matches!(&error, SyncError::Api(ApiError::Unreachable { why: Unreachable::TimedOut, .. })), "{error:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_leaves_the_cursors_as_they_were() {
    let practice = Practice::new(1500).await;
    let mirror = practice.mirror();
    let retailer = practice.retailer();
    mirror.limit_size(1_500_000).unwrap();
    let error = practice.run(&mirror).await.unwrap_err();
    assert!(matches!(error, SyncError::Mirror(mirror::MirrorError::DiskFull)), "{error:?}");
    assert!(error.is_passing());
    let cursors = mirror.cursors(&retailer).unwrap();
    let again = practice.run(&mirror).await.unwrap_err();
    assert!(matches!(again, SyncError::Mirror(mirror::MirrorError::DiskFull)), "{again:?}");
    assert!(mirror.as_of(&retailer).unwrap().is_none());
    for (stream, cursor) in &cursors {
        assert!(mirror.cursor(&retailer, stream).unwrap().is_some(), "{stream}: {cursor}");
    }
    mirror.limit_size(1 << 40).unwrap();
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &retailer).await;
}
