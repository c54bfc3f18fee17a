//! Lists that are not as they should be: rows of one name, a list that always fails, windows that are cut. Each stops itself
//! at most.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "practice/between.rs"]
mod between;
mod practice;

use std::sync::{Arc, Mutex};

use between::{Ask, between};
use jiff::{SignedDuration, Timestamp};
use mirror::ReferenceKind;
use practice::{Practice, run};
use rules::LicenseNumber;
use serde_json::{Value, json};
use simulator::{Fault, FaultRule};
use sync::{Progress, Stream};
use tokio_util::sync::CancellationToken;

/// As the state's own sample has it: the number is the place's.
fn employee(name: &str) -> Value {
    json!({
        "FullName": name,
        "License": {
            "Number": "C11-0000123-LIC", "EmployeeLicenseNumber": "C11-0000123-LIC", "StartDate": "2025-06-28",
            "EndDate": "2027-12-28", "LicenseType": "Unlicensed",
        },
        "IsIndustryAdmin": false, "IsOwner": false, "IsManager": false,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_one_number_or_one_name_stop_nothing() {
    let names = |names: &[&str]| names.iter().map(|name| employee(name)).collect::<Vec<_>>();
    let many: Vec<Value> = (0..45).map(|n| employee(&format!("Jordan Lee {}", n % 30))).collect();
    let cases = [
        ("one number", names(&["Jordan Lee", "Marguerite Sato"]), 2),
        ("one number and one name", names(&["Jordan Lee", "Jordan Lee", "Marguerite Sato"]), 2),
        ("on several pages", many, 30),
    ];
    for (name, rows, stored) in cases {
        let mut practice = Practice::new(300).await;
        let meddle = move |ask: &mut Ask| (ask.path == "/employees/v2").then(|| ask.page_of(&rows));
        practice.through = Some(between(&practice.state, meddle).await);
        let mirror = practice.mirror();
        let report = practice.run(&mirror).await.unwrap();
        assert!(report.failed.is_empty() && report.skipped.is_empty(), "{name}: {report:?}");
        assert!(mirror.as_of(&practice.retailer()).unwrap().is_some(), "{name}");
        let kept = mirror.references(&practice.retailer(), ReferenceKind::Employees).unwrap();
        assert_eq!(kept.len(), stored, "{name}: {kept:?}");
        practice.assert_equal(&mirror, &practice.retailer()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tests_of_one_name_in_one_instant_stop_nothing() {
    let mut practice = Practice::new(600).await;
    let lab = practice.control().licenses().into_iter().find(|l| l.number.starts_with("C8-")).unwrap();
    let lab = LicenseNumber::new(lab.number);
    // All rows of one sample, more than one page, so that no cutting of the window separates them.
    let rows = practice::rows(&practice.state, &lab, "/packages/v2/labsamples").await;
    let sample = rows[0]["Id"].clone();
    let mut tests: Vec<Value> = (0..23)
        .map(|n| {
            let mut row = rows[0].clone();
            row["TestTypeName"] = json!(format!("Test {n}"));
            row
        })
        .collect();
    let mut again = tests[3].clone();
    again["TestPerformedDate"] = json!("2026-01-09");
    tests.push(again);
    let mut revoked = tests[4].clone();
    (revoked["TestPassed"], revoked["TestResultLevel"]) = (json!(false), json!(99.5));
    tests.push(revoked);
    // And one that is the same to the letter.
    tests.push(tests[5].clone());
    let within = move |ask: &mut Ask| {
        let at: Timestamp = tests[0]["LastModified"].as_str().unwrap().parse().unwrap();
        let bound = |name| ask.get(name).parse::<Timestamp>().unwrap();
        let inside = at >= bound("lastModifiedStart") && at <= bound("lastModifiedEnd");
        ask.page_of(if inside { &tests } else { &[] })
    };
    let meddle = move |ask: &mut Ask| (ask.path == "/packages/v2/labsamples").then(|| within(ask));
    practice.through = Some(between(&practice.state, meddle).await);
    let mirror = practice.mirror();
    let report = run(&practice.syncer(&mirror), &lab).await.unwrap();
    assert!(report.failed.is_empty() && report.skipped.is_empty(), "{report:?}");
    assert!(mirror.as_of(&lab).unwrap().is_some());
    assert_eq!(mirror.lab_tests(&lab, sample.as_i64().unwrap()).unwrap().len(), 25, "every one that differs");
    let quiet = run(&practice.syncer(&mirror), &lab).await.unwrap();
    assert_eq!(quiet.changed, 0, "they do not rewrite each other");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_always_fails_is_named_and_the_rest_is_as_of_now() {
    let mut practice = Practice::new(300).await;
    practice.config.patience.tries = 2;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    let routes = ["/employees/v2", "/transporters/v2/drivers", "/transfers/v2/rejected"];
    for route in routes {
        control.add_fault(FaultRule::new(Fault::ErrorBefore).route(route));
    }
    let syncer = practice.syncer(&mirror);
    let named = |report: &sync::RunReport| report.failed.iter().map(|(stream, _)| *stream).collect::<Vec<_>>();
    let failing = [Stream::RejectedTransfers, Stream::Employees, Stream::Drivers];
    let report = run(&syncer, &retailer).await.unwrap();
    assert_eq!(named(&report), failing);
    assert!(report.failed[1].1.starts_with("The state’s system failed"), "in words: {:?}", report.failed);
    let as_of = mirror.as_of(&retailer).unwrap().map(|at| at.as_microsecond());
    assert_eq!(as_of, Some(report.as_of.as_microsecond()), "the rest is as of now");

    // The rest goes on: news are read, what is below transfers too; the small lists are named and not hammered.
    control.create_packages(retailer.as_str(), 3).unwrap();
    control.clear_requests();
    let report = run(&syncer, &retailer).await.unwrap();
    assert_eq!((report.changed, named(&report)), (3, failing.to_vec()));
    let asked = |route: &str| control.requests().iter().filter(|request| request.path == route).count();
    assert_eq!((asked(routes[0]), asked(routes[1])), (0, 0), "they rest");
    assert!(asked(routes[2]) > 0, "what people rely on is tried in every look");

    control.clear_faults();
    let report = run(&practice.syncer(&mirror), &retailer).await.unwrap();
    assert!(report.failed.is_empty(), "{report:?}");
    practice.assert_equal(&mirror, &retailer).await;
}

/// The state may list a record as active a while after it was taken out of use: the list that says so is read last.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_out_of_use_is_on_its_list_no_more() {
    let mut practice = Practice::new(300).await;
    let retailer = practice.retailer();
    let lists = [
        (ReferenceKind::Items, "/items/v2/active", "/items/v2/inactive"),
        (ReferenceKind::Strains, "/strains/v2/active", "/strains/v2/inactive"),
        (ReferenceKind::Locations, "/locations/v2/active", "/locations/v2/inactive"),
    ];
    let mut out = Vec::new();
    for (_, active, inactive) in lists {
        out.push((inactive, practice::rows(&practice.state, &retailer, active).await.remove(0)));
    }
    let answered = out.clone();
    let meddle = move |ask: &mut Ask| {
        let (_, row) = answered.iter().find(|(path, _)| *path == ask.path)?;
        Some(ask.page_of(std::slice::from_ref(row)))
    };
    practice.through = Some(between(&practice.state, meddle).await);
    let mirror = practice.mirror();
    let report = practice.run(&mirror).await.unwrap();
    assert!(report.failed.is_empty() && report.skipped.is_empty(), "{report:?}");
    for ((kind, active, _), (_, row)) in lists.into_iter().zip(out) {
        let all = practice::rows(&practice.state, &retailer, active).await.len();
        let kept = mirror.references(&retailer, kind).unwrap();
        assert_eq!(kept.len(), all - 1, "{active}");
        let id = row["Id"].to_string();
        assert!(!kept.iter().any(|record| record.key == id), "{active}: {row}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_is_remembered_and_not_asked_for_in_every_look() {
    let practice = Practice::new(300).await;
    let mirror = practice.mirror();
    let client = practice.client(&practice.state.keys().without_packages);
    let syncer = sync::Syncer::new(client, mirror, practice.config);
    let first = run(&syncer, &practice.retailer()).await.unwrap();
    practice.control().clear_requests();
    let second = run(&syncer, &practice.retailer()).await.unwrap();
    assert_eq!(second.skipped, first.skipped, "and still named");
    let refused = practice.control().requests().iter().filter(|r| r.path == "/packages/v2/active").count();
    assert_eq!(refused, 0);
    assert_eq!(second.calls, 5, "the licenses of the keys and four lists of transfers");
}

/// Cuts windows to a day, as one old text and one state's integrators say, for some lists.
fn cut(ask: &mut Ask) {
    let bound = |name| ask.get(name).parse::<Timestamp>();
    if let (Ok(start), Ok(end)) = (bound("lastModifiedStart"), bound("lastModifiedEnd")) {
        let longest = start.checked_add(SignedDuration::from_hours(24)).unwrap();
        ask.set("lastModifiedEnd", end.min(longest).to_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_that_are_cut_for_some_lists_only_hide_nothing() {
    for cut_lists in ["/transfers/v2/outgoing"] {
        let mut practice = Practice::new(300).await;
        let meddle = move |ask: &mut Ask| {
            if ask.path.starts_with(cut_lists) {
                cut(ask);
            }
            None
        };
        practice.through = Some(between(&practice.state, meddle).await);
        let (control, mirror) = (practice.control(), practice.mirror());
        let license = control.licenses().into_iter().find(|l| l.number.starts_with("C11-")).unwrap();
        let license = LicenseNumber::new(license.number);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = heard.clone();
        let tell = Arc::new(move |progress: Progress| hears.lock().unwrap().push(progress));
        practice.syncer(&mirror).run(&license, CancellationToken::new(), tell).await.unwrap();
        practice.assert_equal(&mirror, &license).await;

        let by_days: Vec<Progress> =
            heard.lock().unwrap().iter().filter(|p| p.by_days && p.total.is_some()).cloned().collect();
        assert!(!by_days.is_empty(), "{cut_lists}: how far it is can be told");
        let last = by_days.last().unwrap();
        assert_eq!((last.done, last.finished), (last.total.unwrap(), true), "{cut_lists}: {last:?}");
        let half = by_days.iter().find(|p| p.done > 0 && p.done < p.total.unwrap());
        assert!(half.is_some(), "{cut_lists}: on the way, too");

        let facilities = practice::rows(&practice.state, &license, "/facilities/v2").await;
        let own = facilities.iter().find(|f| f["License"]["Number"] == license.as_str()).unwrap();
        let begins = own["License"]["StartDate"].as_str().unwrap().to_owned();
        let bounds = |query: &str| {
            let url = reqwest::Url::parse(&format!("http://state/?{query}")).unwrap();
            let all: std::collections::BTreeMap<_, _> = url.query_pairs().into_owned().collect();
            let bound = |name: &str| all[name].parse::<Timestamp>().unwrap();
            (bound("lastModifiedStart"), bound("lastModifiedEnd"))
        };
        let days =
            control.requests().into_iter().filter(|r| r.path.starts_with(cut_lists) && r.query.contains("Start="));
        let earliest = days
            .filter(|r| r.query.contains("lastModified"))
            .map(|r| bounds(&r.query).0)
            .filter(|start| start.to_string().as_str() > "2015-01-02")
            .min()
            .unwrap();
        assert!(earliest.to_string() >= begins, "{cut_lists}: {earliest} is before the license's first day, {begins}");

        // News, and a look after more than a day.
        control.advance(SignedDuration::from_hours(30)).unwrap();
        let report = run(&practice.syncer(&mirror), &license).await.unwrap();
        assert!(report.failed.is_empty() && report.skipped.is_empty(), "{cut_lists}: {report:?}");
        practice.assert_equal(&mirror, &license).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_refusal_in_a_sweep_forgets_no_package() {
    let practice = Practice::new(300).await;
    let mirror = practice.mirror();
    let (control, retailer) = (practice.control(), practice.retailer());
    practice.run(&mirror).await.unwrap();
    // A package that the lists do not show during the sweep, but that the state has: its list is empty by mistake.
    let label = control.active_labels(retailer.as_str()).remove(0);
    let id = mirror.package(Some(&retailer), &label).unwrap().unwrap().record.package_id;
    let config = sync::SyncConfig { sweep_every: SignedDuration::ZERO, ..practice.config };
    let hidden = move |ask: &mut Ask| ask.path.starts_with("/packages/v2/active").then(|| ask.page_of(&[]));
    let through = between(&practice.state, hidden).await;
    let rule = FaultRule::new(Fault::Unauthorized).route(&format!("/packages/v2/{id}")).times(1);
    let fault = control.add_fault(rule);
    let mut blind = practice;
    blind.through = Some(through);
    let syncer = sync::Syncer::new(blind.client(&blind.state.keys().user_key), mirror.clone(), config);
    run(&syncer, &retailer).await.unwrap();
    assert_eq!(control.fault_hits(fault), Some(1), "it was refused once");
    assert!(mirror.package(Some(&retailer), &label).unwrap().is_some(), "and is still there");
}
