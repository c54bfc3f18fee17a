//! Pages, envelopes and windows.

use std::collections::BTreeSet;

use simulator::{Limits, LongerWindow, PackageEdit};

use crate::client::{ALL, State, config, number, text};

#[tokio::test]
async fn a_page_holds_1_to_20_rows() {
    let state = State::start().await;
    let words = "pageSize must be a positive number between 1 and 20";
    for (query, status, rows) in [
        ("pageNumber=1&pageSize=1", 200, 1),
        ("pageNumber=1&pageSize=20", 200, 20),
        ("pageSize=20", 200, 20),
        ("pageNumber=1&pageSize=21", 400, 0),
        ("pageNumber=1&pageSize=0", 400, 0),
        ("pageNumber=1&pageSize=-1", 400, 0),
        ("pageNumber=1&pageSize=many", 400, 0),
        ("pageNumber=9999&pageSize=20", 200, 0),
    ] {
        let reply = state.list("/packages/v2/active", query).await;
        assert_eq!(reply.status, status, "{query}");
        match status {
            200 => assert_eq!(reply.rows().len(), rows, "{query}"),
            _ => assert_eq!(reply.message(), words, "{query}"),
        }
    }
    assert_eq!(state.list("/packages/v2/active", "pageNumber=0&pageSize=20").await.status, 400);
}

#[tokio::test]
async fn the_pages_together_are_the_list_and_the_envelope_counts_them() {
    let state = State::start().await;
    let whole = state.all("/packages/v2/active", &state.retailer).await;
    let first = state.list("/packages/v2/active", "pageNumber=1&pageSize=20").await.json();
    let pages = number(&first, "TotalPages");
    assert_eq!(pages, (whole.len() as u64).div_ceil(20));
    let mut seen = Vec::new();
    for page in 1..=pages {
        let reply = state.list("/packages/v2/active", &format!("pageNumber={page}&pageSize=20")).await;
        let envelope = reply.json();
        assert_eq!(number(&envelope, "Total"), whole.len() as u64);
        assert_eq!(number(&envelope, "TotalRecords"), whole.len() as u64);
        assert_eq!(number(&envelope, "PageSize"), 20);
        assert_eq!(number(&envelope, "RecordsOnPage"), reply.rows().len() as u64);
        assert_eq!((number(&envelope, "Page"), number(&envelope, "CurrentPage")), (page, page));
        seen.extend(reply.rows());
    }
    assert_eq!(seen, whole, "page by page it is the same list, in the same order");
    let ids: Vec<u64> = seen.iter().map(|row| number(row, "Id")).collect();
    assert!(ids.is_sorted(), "rows come by id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "no row comes twice");
}

#[tokio::test]
async fn without_a_window_only_the_last_day_shows() {
    let state = State::start().await;
    let path = format!("/packages/v2/active?licenseNumber={}", state.retailer);
    let silent = state.get(&path).await.rows();
    let all = state.all("/packages/v2/active", &state.retailer).await;
    let day_ago = "2026-05-19T19:30:00.000000+00:00".to_owned();
    let recent: Vec<_> = all.iter().filter(|row| text(row, "LastModified") >= day_ago).cloned().collect();
    assert_eq!(silent, recent, "exactly the rows changed within 24 hours");
    assert!(!silent.is_empty() && silent.len() < all.len() / 2, "{} of {}", silent.len(), all.len());
}

#[tokio::test]
async fn a_window_includes_both_its_ends() {
    let state = State::start().await;
    let all = state.all("/packages/v2/active", &state.retailer).await;
    let row = all.get(all.len() / 2).unwrap();
    let at = text(row, "LastModified").replace('+', "%2B");
    let path = format!("/packages/v2/active?licenseNumber={}", state.retailer);
    let exact = state.get(&format!("{path}&lastModifiedStart={at}&lastModifiedEnd={at}")).await.rows();
    assert!(exact.iter().any(|found| found.get("Id") == row.get("Id")), "an instant's window holds its row");
    for (query, status) in [
        ("lastModifiedStart=yesterday", 400),
        ("lastModifiedStart=2026-05-01T00:00:00+00:00", 400),
        ("lastModifiedStart=2026-05-01", 200),
        ("lastModifiedEnd=2026-05-01T00:00:00Z", 200),
        ("lastModifiedStart=2026-05-02T00:00:00Z&lastModifiedEnd=2026-05-01T00:00:00Z", 400),
    ] {
        assert_eq!(state.get(&format!("{path}&{query}")).await.status, status, "{query}");
    }
    let end_only = state.get(&format!("{path}&lastModifiedEnd=2026-05-10T00:00:00Z")).await.rows();
    assert!(
        end_only.iter().all(|row| text(row, "LastModified").starts_with("2026-05-09")),
        "an end alone looks back a day"
    );
}

#[tokio::test]
async fn a_state_with_a_longest_window_refuses_or_cuts() {
    for (longer, status) in [(LongerWindow::Refused, 400), (LongerWindow::Cut, 200)] {
        let mut config = config();
        config.options.max_window_hours = Some(24);
        config.options.longer_window = longer;
        let state = State::with(config).await;
        let path = format!("/packages/v2/active?licenseNumber={}", state.retailer);
        let wide = state.get(&format!("{path}&lastModifiedStart=2026-05-01T00:00:00Z")).await;
        assert_eq!(wide.status, status);
        if status == 200 {
            assert!(wide.rows().iter().all(|row| text(row, "LastModified").as_str() < "2026-05-02T00:00:01"));
        }
        let day = "lastModifiedStart=2026-05-01T00:00:00Z&lastModifiedEnd=2026-05-02T00:00:00Z";
        assert_eq!(state.get(&format!("{path}&{day}")).await.status, 200);
    }
}

#[tokio::test]
async fn an_unpaged_list_is_an_envelope_or_a_bare_array_by_the_switch() {
    let state = State::start().await;
    let envelope = state.list("/packages/v2/onhold", "").await.json();
    let rows = number(&envelope, "Total");
    assert_eq!((number(&envelope, "PageSize"), number(&envelope, "TotalPages")), (rows, u64::from(rows > 0)));
    let mut config = config();
    config.options.bare_array_when_unpaged = true;
    let state = State::with(config).await;
    assert!(state.list("/packages/v2/active", "").await.json().is_array());
    assert!(state.list("/packages/v2/active", "pageSize=5").await.json().is_object(), "a page is an envelope always");
}

#[tokio::test]
async fn a_change_moves_a_row_into_the_newest_window_and_another_list() {
    let state = State::start().await;
    let control = state.running.control();
    let label = control.active_labels(&state.retailer).first().unwrap().clone();
    control.advance(jiff::SignedDuration::from_hours(30)).unwrap();
    let path = format!("/packages/v2/active?licenseNumber={}", state.retailer);
    assert_eq!(state.get(&path).await.rows().len(), 0, "nothing changed in the last day");
    let note = PackageEdit { note: Some("seen".into()), ..PackageEdit::default() };
    control.edit_package(&state.retailer, &label, note).unwrap();
    let rows = state.get(&path).await.rows();
    assert_eq!(rows.iter().map(|row| text(row, "Label")).collect::<Vec<_>>(), std::slice::from_ref(&label));
    let finish = PackageEdit { finished: Some(true), ..PackageEdit::default() };
    control.edit_package(&state.retailer, &label, finish).unwrap();
    assert_eq!(state.get(&path).await.rows().len(), 0, "it left the active list");
    let inactive = state.all("/packages/v2/inactive", &state.retailer).await;
    let mine = inactive.iter().find(|row| text(row, "Label") == label).unwrap();
    assert_eq!(mine.get("IsFinished"), Some(&true.into()));
}

#[tokio::test]
async fn too_many_gets_are_429_with_retry_after_and_other_licenses_go_on() {
    let limits = Limits::Custom { per_facility: 5, per_key: 12, at_once_per_facility: 3, at_once_per_key: 30 };
    let state = State::with(simulator::SimulatorConfig { limits, ..config() }).await;
    let mine = format!("/packages/v2/active?licenseNumber={}&{ALL}&pageSize=1", state.retailer);
    let other = format!("/packages/v2/active?licenseNumber={}&{ALL}&pageSize=1", state.license("Distributor"));
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(state.get(&mine).await.status);
    }
    assert_eq!(statuses, [200, 200, 200, 200, 200, 429], "five in a second");
    let refused = state.get(&mine).await;
    assert_eq!(refused.headers.get("retry-after").unwrap(), "1");
    assert_eq!(state.get(&other).await.status, 200, "another license has its own count");
    let counters = state.running.control().counters();
    assert_eq!((counters.requests, counters.too_many), (8, 2));
    let control = state.running.control();
    control.set_limits(Limits::Off);
    assert_eq!(state.get(&mine).await.status, 200);
}

#[tokio::test]
async fn no_more_than_so_many_at_a_time() {
    let limits = Limits::Custom { per_facility: 100, per_key: 100, at_once_per_facility: 3, at_once_per_key: 100 };
    let mut config = simulator::SimulatorConfig { limits, ..config() };
    config.options.answer_after = std::time::Duration::from_millis(400);
    let state = State::with(config).await;
    let path = format!("/packages/v2/active?licenseNumber={}&{ALL}&pageSize=1", state.retailer);
    let replies =
        tokio::join!(state.get(&path), state.get(&path), state.get(&path), state.get(&path), state.get(&path));
    let mut statuses = [replies.0, replies.1, replies.2, replies.3, replies.4].map(|reply| reply.status);
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 429, 429]);
}
