//! Runs in good weather: first load, news, several licenses, what keys may not read.

mod practice;

use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use practice::{Practice, run, simulator_config};
use rules::LicenseNumber;
use simulator::{LongerWindow, Options, PackageEdit};
use state_api::ApiError;
use sync::{Stream, SyncError, Syncer};
use tokio_util::sync::CancellationToken;

/// A look for news costs at most this many calls beside those for the changes: one for the licenses of the keys, five
/// lists of packages, four of transfers, the turn of a list that changes seldom, and one more where news fill a page.
const CONSTANT: u64 = 12;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_load_makes_the_mirror_equal() {
    let practice = Practice::new(1500).await;
    let mirror = practice.mirror();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hears = heard.clone();
    let tell = Arc::new(move |progress| hears.lock().unwrap().push(progress));
    let report = practice.syncer(&mirror).run(&practice.retailer(), CancellationToken::new(), tell).await.unwrap();
    assert!(report.first_load);
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    practice.assert_equal(&mirror, &practice.retailer()).await;
    assert!(mirror.as_of(&practice.retailer()).unwrap().is_some());

    let heard = heard.lock().unwrap();
    let last = |stream| heard.iter().rev().find(|p| p.collection == stream).unwrap();
    for stream in Stream::ALL.iter().copied().filter(|s| *s != Stream::LabSamples) {
        assert!(last(stream).finished, "{stream} was finished");
    }
    let active = last(Stream::PackagesActive);
    assert_eq!(Some(active.done), active.total, "all were counted");
    assert!(active.done > 100, "{active:?}");
}

/// What of a package has a column of its own; all else that the state sends must be in the record's JSON.
const COLUMNS: [&str; 26] = [
    "Id",
    "Label",
    "SourceHarvestNames",
    "SourcePackageLabels",
    "LocationName",
    "SublocationName",
    "Quantity",
    "UnitOfMeasureName",
    "UnitOfMeasureAbbreviation",
    "ItemFromFacilityLicenseNumber",
    "ItemFromFacilityName",
    "Note",
    "PackagedDate",
    "LabTestingState",
    "LabTestingStateDate",
    "ProductionBatchNumber",
    "IsTradeSample",
    "IsDonation",
    "IsTestingSample",
    "ReceivedDateTime",
    "ReceivedFromManifestNumber",
    "ReceivedFromFacilityLicenseNumber",
    "ReceivedFromFacilityName",
    "IsFinished",
    "FinishedDate",
    "LastModified",
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_the_state_sends_is_lost() {
    let practice = Practice::new(300).await;
    let mirror = practice.mirror();
    practice.run(&mirror).await.unwrap();
    let truth = practice::rows(&practice.state, &practice.retailer(), "/packages/v2/active").await;
    for row in &truth {
        let label = row["Label"].as_str().unwrap();
        let ours = mirror.package(Some(&practice.retailer()), label).unwrap().unwrap().record;
        for (name, value) in row.as_object().unwrap() {
            let nothing = value.is_null() || value.as_str().is_some_and(str::is_empty);
            if !nothing && !COLUMNS.contains(&name.as_str()) {
                assert!(ours.rest.get(name).is_some(), "{label}: {name} = {value} was lost");
            }
        }
        for (name, value) in row["Item"].as_object().unwrap() {
            let nothing = value.is_null() || value.as_str().is_some_and(|v| v.is_empty() || v.starts_with("0001"));
            assert!(nothing || ours.rest["Item"].get(name).is_some(), "{label}: Item.{name} = {value} was lost");
        }
    }
    assert!(!truth.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_load_reads_the_newest_first() {
    let practice = Practice::new(1500).await;
    let mirror = practice.mirror();
    practice.run(&mirror).await.unwrap();
    let requests = practice.control().requests();
    let later_pages: Vec<String> = requests
        .iter()
        .filter(|r| r.path == "/packages/v2/active" && r.query.contains("pageNumber=2&"))
        .map(|r| r.query.split("lastModifiedEnd=").nth(1).unwrap().split('&').next().unwrap().to_owned())
        .collect();
    let at = |end: Option<&String>| later_pages.iter().position(|e| Some(e) == end).unwrap();
    assert!(later_pages.len() > 2, "{later_pages:?}");
    assert!(
        at(later_pages.iter().max()) < at(later_pages.iter().min()),
        "the newest span is read before the oldest: {later_pages:?}"
    );
    assert!(requests.iter().filter(|r| r.path.starts_with("/packages/v2/")).all(|r| {
        r.path.contains("types")
            || r.path.ends_with("reasons")
            || r.query.contains("lastModifiedStart") && r.query.contains("lastModifiedEnd")
    }));
}

#[tokio::test(flavor = "multi_thread")]
async fn news_cost_what_changed_and_a_constant() {
    let mut practice = Practice::new(1500).await;
    practice.one_clock = true;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    practice.run(&mirror).await.unwrap();
    control.advance(SignedDuration::from_hours(3)).unwrap();
    // The overlap still holds whatever the story's last hour had.
    practice.run(&mirror).await.unwrap();
    control.advance(SignedDuration::from_hours(3)).unwrap();

    let quiet = practice.run(&mirror).await.unwrap();
    assert!(quiet.calls <= CONSTANT, "{} calls for nothing new", quiet.calls);
    assert_eq!(quiet.changed, 0);
    assert!(!quiet.first_load);

    control.advance(SignedDuration::from_hours(3)).unwrap();
    for count in [1, 45, 100, 130] {
        control.create_packages(retailer.as_str(), count).unwrap();
        control.clear_requests();
        let report = practice.run(&mirror).await.unwrap();
        assert_eq!(report.changed, u64::from(count), "each new package is news once");
        let most = u64::from(count).div_ceil(20) + CONSTANT;
        let asked = || control.requests().into_iter().map(|r| format!("{} {}", r.path, r.query)).collect::<Vec<_>>();
        assert!(report.calls <= most, "{} calls for {count} changes, at most {most}: {:#?}", report.calls, asked());
        practice.assert_equal(&mirror, &retailer).await;
        // A look whose overlap holds these for the last time.
        control.advance(SignedDuration::from_hours(3)).unwrap();
        practice.run(&mirror).await.unwrap();
        control.advance(SignedDuration::from_hours(3)).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_costs_the_same_at_every_hour() {
    let mut practice = Practice::new(600).await;
    practice.one_clock = true;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    let lab = control.licenses().into_iter().find(|l| l.number.starts_with("C8-")).unwrap();
    let lab = LicenseNumber::new(lab.number);
    for (license, quiet) in [(&retailer, 10), (&lab, 11)] {
        let syncer = practice.syncer(&mirror);
        run(&syncer, license).await.unwrap();
        // The overlap no longer holds what the story did last.
        control.advance(SignedDuration::from_hours(2)).unwrap();
        run(&syncer, license).await.unwrap();
        let (mut turns, mut categories) = (0, 0);
        for _ in 0..60 {
            control.advance(SignedDuration::from_mins(25)).unwrap();
            control.clear_requests();
            let report = run(&syncer, license).await.unwrap();
            assert_eq!(report.changed, 0);
            let asked =
                || control.requests().into_iter().map(|r| format!("{} {}", r.path, r.query)).collect::<Vec<_>>();
            // A turn is one call; once a day it is that of a list of two pages.
            let two_pages = control.requests().iter().any(|r| r.path == "/items/v2/categories");
            let most = quiet + 1 + u64::from(two_pages);
            assert!((quiet..=most).contains(&report.calls), "{license}: {} calls: {:#?}", report.calls, asked());
            categories += u32::from(two_pages);
            turns += u32::from(report.calls > quiet);
        }
        assert!(turns > 25 && categories <= 2, "{license}: {turns} turns in 25 hours, {categories} of the categories");
        // The practice state's laboratory has nothing to make packages of.
        for (changes, pages) in [(1, 1), (100, 5)].into_iter().filter(|_| *license == retailer) {
            control.create_packages(license.as_str(), changes).unwrap();
            let report = run(&syncer, license).await.unwrap();
            assert_eq!(report.changed, u64::from(changes));
            let calls = quiet + pages - 1;
            assert!([calls, calls + 1].contains(&report.calls), "{license}: {} calls for {changes}", report.calls);
            // A look whose overlap holds these for the last time.
            control.advance(SignedDuration::from_hours(3)).unwrap();
            run(&syncer, license).await.unwrap();
            control.advance(SignedDuration::from_hours(3)).unwrap();
        }
    }
    practice.assert_equal(&mirror, &retailer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn packages_move_from_list_to_list() {
    let practice = Practice::new(600).await;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    practice.run(&mirror).await.unwrap();
    let labels = control.active_labels(retailer.as_str());
    let edit = |label: &str, edit| control.edit_package(retailer.as_str(), label, edit).unwrap();
    edit(&labels[0], PackageEdit { finished: Some(true), ..PackageEdit::default() });
    edit(&labels[1], PackageEdit { on_hold: Some(true), ..PackageEdit::default() });
    edit(&labels[2], PackageEdit { note: Some("counted twice".into()), ..PackageEdit::default() });
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &retailer).await;

    edit(&labels[0], PackageEdit { finished: Some(false), ..PackageEdit::default() });
    edit(&labels[1], PackageEdit { on_hold: Some(false), ..PackageEdit::default() });
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &retailer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_licenses_at_a_time() {
    let practice = Practice::new(900).await;
    let mirror = practice.mirror();
    let syncer = practice.syncer(&mirror);
    let licenses: Vec<LicenseNumber> =
        practice.control().licenses().iter().take(6).map(|l| LicenseNumber::new(&l.number)).collect();
    let mut runs = tokio::task::JoinSet::new();
    for license in licenses.clone() {
        let syncer = syncer.clone();
        runs.spawn(async move { run(&syncer, &license).await });
    }
    while let Some(done) = runs.join_next().await {
        done.unwrap().unwrap();
    }
    for license in &licenses {
        practice.assert_equal(&mirror, license).await;
    }
    let asked: Vec<String> = practice
        .control()
        .requests()
        .into_iter()
        .filter(|r| r.path == "/packages/v2/labsamples" && r.query.contains("pageSize"))
        .map(|r| r.license)
        .collect();
    assert!(asked.iter().all(|license| license.starts_with("C8-")), "only the laboratory is asked for samples");
    assert!(!asked.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_laboratory_has_every_test_of_every_sample() {
    let practice = Practice::new(900).await;
    let mirror = practice.mirror();
    let lab = practice.control().licenses().into_iter().find(|l| l.number.starts_with("C8-")).unwrap();
    let lab = LicenseNumber::new(lab.number);
    run(&practice.syncer(&mirror), &lab).await.unwrap();
    let truth = practice::rows(&practice.state, &lab, "/packages/v2/labsamples").await;
    assert!(truth.len() > 100, "{} rows", truth.len());
    let mut by_sample = std::collections::BTreeMap::<i64, Vec<String>>::new();
    for row in &truth {
        by_sample.entry(row["Id"].as_i64().unwrap()).or_default().push(row["TestTypeName"].as_str().unwrap().into());
    }
    for (sample, mut tests) in by_sample {
        let mut ours: Vec<_> = mirror.lab_tests(&lab, sample).unwrap().into_iter().map(|t| t.test).collect();
        ours.sort();
        tests.sort();
        assert_eq!(ours, tests, "sample {sample}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_keys_may_not_read_is_left_out_in_words() {
    let practice = Practice::new(600).await;
    let mirror = practice.mirror();
    let client = practice.client(&practice.state.keys().without_packages);
    let report = run(&Syncer::new(client, mirror.clone(), practice.config), &practice.retailer()).await.unwrap();
    let left_out: Vec<Stream> = report.skipped.iter().map(|(stream, _)| *stream).collect();
    assert_eq!(
        left_out,
        [
            Stream::PackagesActive,
            Stream::PackagesOnHold,
            Stream::PackagesInactive,
            Stream::PackagesInTransit,
            Stream::PackagesTransferred,
            Stream::AdjustReasons,
        ]
    );
    assert!(report.skipped[0].1.contains("View Packages"), "the state's words: {}", report.skipped[0].1);
    let items = practice::rows(&practice.state, &practice.retailer(), "/items/v2/active").await;
    let ours = mirror.references(&practice.retailer(), mirror::ReferenceKind::Items).unwrap();
    assert_eq!(ours.len(), items.len(), "the other lists go on");

    // With the right afterwards, the next run reads what was left out.
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &practice.retailer()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_keys_and_no_license_are_told_apart() {
    let practice = Practice::new(100).await;
    let mirror = practice.mirror();
    let syncer = |key: &str| Syncer::new(practice.client(key), mirror.clone(), practice.config);
    let wrong = run(&syncer("not-a-key"), &practice.retailer()).await.unwrap_err();
    assert!(matches!(wrong, SyncError::Api(ApiError::WrongKey { .. })), "{wrong:?}");
    let none = run(&syncer(&practice.state.keys().without_licenses), &practice.retailer()).await.unwrap_err();
    assert!(matches!(none, SyncError::NotThisLicense(_)), "{none:?}");
    let empty = practice.control().licenses().pop().unwrap();
    let report = run(&syncer(&practice.state.keys().empty_license), &LicenseNumber::new(empty.number)).await.unwrap();
    assert!(report.skipped.is_empty(), "a license without packages is no error");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_that_allows_only_short_windows_is_read_day_by_day() {
    for longer_window in [LongerWindow::Refused, LongerWindow::Cut] {
        let options = Options { max_window_hours: Some(24), longer_window, ..Options::default() };
        let mut practice = Practice::with(simulator::SimulatorConfig { options, ..simulator_config(200) }).await;
        let (control, retailer) = (practice.control(), practice.retailer());
        // Everything is touched so that it lies within the few days that this test reads.
        for label in control.active_labels(retailer.as_str()) {
            control.edit_package(retailer.as_str(), &label, PackageEdit::default()).unwrap();
        }
        control.advance(SignedDuration::from_hours(60)).unwrap();
        // Few on the last day: that windows are cut must show all the same.
        control.create_packages(retailer.as_str(), 3).unwrap();
        let days = control.now().checked_sub(SignedDuration::from_hours(24 * 8)).unwrap();
        practice.config.floor = days;
        let mirror = practice.mirror();
        practice.run(&mirror).await.unwrap();
        let ours = practice::mirrored(&mirror, &retailer);
        let active = control.licenses()[0].packages[0];
        assert_eq!(ours["active"].len(), active, "{longer_window:?}: every active package");
        control.advance(SignedDuration::from_hours(30)).unwrap();
        control.create_packages(retailer.as_str(), 25).unwrap();
        let news = practice.run(&mirror).await.unwrap();
        assert_eq!(news.changed, 25, "{longer_window:?}");
        assert!(news.skipped.is_empty(), "{:?}", news.skipped);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_vanished_is_found_by_a_sweep() {
    let practice = Practice::new(600).await;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    practice.run(&mirror).await.unwrap();
    // A package that the state does not have, as if it had gone without a trace.
    let mut ghost =
        mirror.package(Some(&retailer), &control.active_labels(retailer.as_str())[0]).unwrap().unwrap().record;
    ghost.package_id = 999_999_999;
    ghost.tag = rules::Tag::from_state("1A4FFFF00000000999999999");
    mirror
        .store_page(mirror::PageWrite {
            license: retailer.clone(),
            stream: Stream::PackagesActive.name().into(),
            records: mirror::Records::Packages { list: mirror::PackageList::Active, rows: vec![ghost] },
            cursor: None,
            sweep: None,
            at: jiff::Timestamp::now(),
        })
        .unwrap();
    practice.run(&mirror).await.unwrap();
    assert!(mirror.package(Some(&retailer), "1A4FFFF00000000999999999").unwrap().is_some(), "not yet noticed");
    let config = sync::SyncConfig { sweep_every: SignedDuration::ZERO, ..practice.config };
    let sweeping = Syncer::new(practice.client(&practice.state.keys().user_key), mirror.clone(), config);
    run(&sweeping, &retailer).await.unwrap();
    practice.assert_equal(&mirror, &retailer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enumerations_as_numbers_and_unpaged_arrays_change_nothing() {
    let options = Options { enums_as_numbers: true, bare_array_when_unpaged: true, ..Options::default() };
    let practice = Practice::with(simulator::SimulatorConfig { options, ..simulator_config(300) }).await;
    let mirror = practice.mirror();
    practice.run(&mirror).await.unwrap();
    practice.assert_equal(&mirror, &practice.retailer()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_reaches_a_listener_that_is_slow_to_look() {
    let practice = Practice::new(100).await;
    let mirror = practice.mirror();
    let count = Arc::new(std::sync::atomic::AtomicU64::new(0));
    let tell = count.clone();
    let progress = Arc::new(move |_| {
        tell.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    practice.syncer(&mirror).run(&practice.retailer(), CancellationToken::new(), progress).await.unwrap();
    assert!(count.load(std::sync::atomic::Ordering::Relaxed) > 11, "each list tells at least once");
}
