//! How the sync stands, told from what the runs report. Pure: times come in as arguments.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use sync::Stream;
use words::{Language, say};

use crate::contract::{CallBudget, CollectionSync, DeskError, ErrorCode, Headline, LicenseSync, SyncStatus};
use crate::state::runs::{AllRuns, LicenseRuns};

/// The calls of all licenses, and of each in the last minute.
pub(crate) struct Calls {
    pub all: CallBudget,
    pub spent: BTreeMap<LicenseNumber, i64>,
}

/// Puts everything together for the page. `accounts_want`: what a person must do before some account can be read.
pub(crate) fn status(
    revision: i64,
    runs: &AllRuns,
    accounts_want: Option<String>,
    calls: Calls,
    now: Timestamp,
) -> SyncStatus {
    SyncStatus {
        revision,
        headline: headline(runs, accounts_want, &calls.all, now),
        licenses: runs
            .iter()
            .map(|(license, run)| LicenseSync {
                license: license.clone(),
                state: run.state(),
                as_of: run.as_of.map(|at| at.to_string()),
                collections: run.collections.clone(),
                error: run.error.clone(),
                calls_last_minute: calls.spent.get(license).copied().unwrap_or_default(),
            })
            .collect(),
        seconds_left: seconds_left(runs, now),
        next_at: runs.values().filter_map(|r| r.next_at).min().map(|at| at.to_string()),
        calls: calls.all,
    }
}

fn headline(runs: &AllRuns, accounts_want: Option<String>, calls: &CallBudget, now: Timestamp) -> Headline {
    if let Some(reason) = accounts_want {
        return Headline::NeedsYou { reason };
    }
    if runs.is_empty() {
        return Headline::Nothing;
    }
    let frozen = calls.frozen_until.as_deref().and_then(|t| t.parse::<Timestamp>().ok()).filter(|until| *until > now);
    if let Some(until) = frozen {
        return Headline::Waiting { until: until.to_string() };
    }
    if let Some(error) = runs.values().filter_map(|r| r.error.as_ref()).find(|e| needs_a_person(e.code)) {
        return Headline::NeedsYou { reason: what_happened(error) };
    }
    if let Some(since) = offline(runs) {
        return Headline::Offline { since: since.to_string(), as_of: oldest(runs).map(|at| at.to_string()) };
    }
    if runs.values().any(|r| r.running_since.is_some()) {
        return Headline::Updating { percent: percent(runs) };
    }
    if runs.values().any(|r| r.cancelled) {
        return Headline::Cancelled;
    }
    if let Some(error) = runs.values().find_map(|r| r.error.as_ref()) {
        return Headline::NeedsYou { reason: error.message.clone() };
    }
    match oldest(runs) {
        Some(at) => Headline::UpToDate {
            at: at.to_string(),
            except: titles(runs, |list| list.failed),
            refused: titles(runs, |list| list.skipped.is_some() && !list.failed),
        },
        None => Headline::Nothing,
    }
}

/// What happened, for one line: that the work is safe is told where there is more room.
fn what_happened(error: &DeskError) -> String {
    // It may have been said before another language was chosen.
    let safe = Language::ALL.map(|language| say::desk_nothing_lost().in_language(language));
    let line = safe.iter().find_map(|safe| error.message.strip_suffix(safe.as_str()));
    line.unwrap_or(&error.message).trim_end().to_owned()
}

/// Since when nobody answers. One license may not have noticed yet that the connection is gone, or that it is back: what
/// was found last counts for all.
fn offline(runs: &AllRuns) -> Option<Timestamp> {
    let since = runs.values().filter_map(|run| run.offline_since).min()?;
    let missed = runs.values().filter_map(|run| run.unanswered_at).max();
    let answered = runs.values().filter_map(|run| run.answered_at).max();
    (answered.is_none() || missed.is_none() || answered <= missed).then_some(since)
}

/// The lists of the last runs that are so, by title, each once.
fn titles(runs: &AllRuns, is_so: impl Fn(&CollectionSync) -> bool) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for collection in runs.values().flat_map(|run| &run.collections).filter(|collection| is_so(collection)) {
        if !titles.contains(&collection.title) {
            titles.push(collection.title.clone());
        }
    }
    titles
}

/// Faults that no waiting mends.
fn needs_a_person(code: ErrorCode) -> bool {
    code.is_between()
        || matches!(
            code,
            ErrorCode::WrongKey
                | ErrorCode::NoPermission
                | ErrorCode::NoLicenses
                | ErrorCode::Keychain
                | ErrorCode::DiskFull
                | ErrorCode::NewerVersion
        )
}

/// The age of the data is that of its oldest part; unknown while a license was never read whole.
fn oldest(runs: &AllRuns) -> Option<Timestamp> {
    runs.values().map(|r| r.as_of).collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// A call reads so many records at most, or one day: what both are reckoned in together.
const RECORDS_OF_A_CALL: i64 = 20;

/// Records read and records there are in a run; none until the state has said of every large list how many it has. The
/// others are small, and count from when that is known of them. A day counts as what one call reads.
fn amount(run: &LicenseRuns) -> Option<(i64, i64)> {
    let mut sum = (0, 0);
    for list in run.collections.iter().filter(|list| list.skipped.is_none()) {
        let total = if list.finished { Some(list.done) } else { list.total };
        let Some(total) = total else {
            if Stream::named(&list.collection).is_some_and(Stream::is_counted_first) {
                return None;
            }
            continue;
        };
        let weight = if list.by_days { RECORDS_OF_A_CALL } else { 1 };
        sum = (sum.0 + list.done.min(total) * weight, sum.1 + total * weight);
    }
    (sum.1 > 0).then_some(sum)
}

/// How far it is, over every license's present or last run, so that the number does not fall when one of them ends. A
/// license that is not counted yet counts as much as the others do on the average; none while none is.
fn part(runs: &AllRuns) -> Option<f64> {
    let known: Vec<(i64, i64)> = runs.values().filter_map(amount).collect();
    let (done, total) = known.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let to_come = runs.values().filter(|run| run.running_since.is_some() && amount(run).is_none()).count();
    let whole = total as f64 * (1.0 + to_come as f64 / known.len() as f64);
    (total > 0).then(|| done as f64 / whole)
}

/// What goes on is never told to be whole.
fn percent(runs: &AllRuns) -> Option<u8> {
    Some((part(runs)? * 100.0).min(99.0) as u8)
}

/// From the pace so far; only a first load is long enough for it to mean something.
fn seconds_left(runs: &AllRuns, now: Timestamp) -> Option<i64> {
    let since = runs.values().filter(|r| r.as_of.is_none()).filter_map(|r| r.running_since).min()?;
    let part = part(runs)?;
    let took = now.duration_since(since);
    if part == 0.0 || took < SignedDuration::from_secs(2) {
        return None;
    }
    Some((took.as_secs_f64() * (1.0 - part) / part).ceil() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::LicenseSyncState;

    const NOW: &str = "2026-08-10T21:02:00Z";

    fn now() -> Timestamp {
        NOW.parse().unwrap()
    }

    fn calm() -> CallBudget {
        CallBudget { last_minute: 0, limit_per_second: 50, waiting: 0, refused: 0, frozen_until: None }
    }

    fn told(all: CallBudget) -> Calls {
        Calls { all, spent: BTreeMap::from([(LicenseNumber::new("C10-0000000-LIC"), 412)]) }
    }

    fn runs(list: Vec<LicenseRuns>) -> AllRuns {
        list.into_iter().enumerate().map(|(n, r)| (LicenseNumber::new(format!("C10-000000{n}-LIC")), r)).collect()
    }

    fn ready(minutes_ago: i64) -> LicenseRuns {
        LicenseRuns { as_of: Some(now() - SignedDuration::from_mins(minutes_ago)), ..Default::default() }
    }

    fn collection(done: i64, total: i64) -> CollectionSync {
        CollectionSync {
            collection: "packages_active".into(),
            title: "Active packages".into(),
            done,
            total: Some(total),
            by_days: false,
            finished: false,
            skipped: None,
            failed: false,
        }
    }

    fn line(runs: &AllRuns) -> Headline {
        status(1, runs, None, told(calm()), now()).headline
    }

    #[test]
    fn the_data_is_as_old_as_its_oldest_license() {
        let line = line(&runs(vec![ready(2), ready(30)]));
        let at = "2026-08-10T20:32:00Z".into();
        assert_eq!(line, Headline::UpToDate { at, except: Vec::new(), refused: Vec::new() });
    }

    #[test]
    fn a_first_load_tells_percent_and_time_left() {
        let mut loading = LicenseRuns::default();
        loading.begin(now() - SignedDuration::from_secs(10));
        loading.progress(collection(250, 1000));
        let status = status(1, &runs(vec![loading]), None, told(calm()), now());
        assert_eq!(status.headline, Headline::Updating { percent: Some(25) });
        assert_eq!(status.seconds_left, Some(30));
        assert_eq!(status.licenses[0].state, LicenseSyncState::Loading);
        assert_eq!(status.licenses[0].calls_last_minute, 412);
    }

    #[test]
    fn small_lists_and_licenses_without_a_total_keep_no_percent_back() {
        let mut loading = LicenseRuns::default();
        loading.begin(now());
        loading.progress(collection(500, 1000));
        loading.progress(CollectionSync { collection: "employees".into(), total: None, ..collection(0, 0) });
        loading.progress(CollectionSync { collection: "transfer_details".into(), total: None, ..collection(0, 0) });
        let mut waits = LicenseRuns::default();
        waits.begin(now());
        let line = line(&runs(vec![loading.clone(), waits]));
        assert_eq!(line, Headline::Updating { percent: Some(25) }, "the other may be as much again");
        loading.progress(CollectionSync { collection: "packages_inactive".into(), total: None, ..collection(0, 0) });
        assert_eq!(super::percent(&runs(vec![loading.clone()])), None, "the state has not said how many there are");
        loading.collections.pop();
        loading.progress(collection(1000, 1000));
        let status = status(1, &runs(vec![loading]), None, told(calm()), now());
        assert_eq!(status.headline, Headline::Updating { percent: Some(99) }, "not whole while it goes on");
    }

    #[test]
    fn what_one_license_found_last_of_the_connection_counts_for_all() {
        let minutes = |ago: i64| Some(now() - SignedDuration::from_mins(ago));
        let gone = |at: i64| LicenseRuns { offline_since: minutes(9), unanswered_at: minutes(at), ..ready(22) };
        let answered = |at: i64| LicenseRuns { answered_at: minutes(at), ..ready(1) };
        let told = |list: Vec<LicenseRuns>| line(&runs(list));
        assert!(matches!(told(vec![gone(3), answered(5)]), Headline::Offline { .. }), "it was there before");
        assert!(matches!(told(vec![gone(3), answered(1)]), Headline::UpToDate { .. }), "it is back");
        assert!(matches!(told(vec![gone(3), gone(2)]), Headline::Offline { .. }));
    }

    #[test]
    fn a_list_that_could_not_be_read_is_named_and_the_rest_is_up_to_date() {
        let why = Some("The state's system failed.".to_owned());
        let employees = CollectionSync {
            collection: "employees".into(),
            title: "Employees".into(),
            finished: true,
            skipped: why.clone(),
            failed: true,
            ..collection(0, 0)
        };
        let refused = CollectionSync { title: "Drivers".into(), failed: false, ..employees.clone() };
        let with = |collections: Vec<CollectionSync>| LicenseRuns { collections, ..ready(2) };
        let line = line(&runs(vec![with(vec![collection(5, 5), employees.clone(), refused]), with(vec![employees])]));
        let at = "2026-08-10T21:00:00Z".into();
        let (except, refused) = (vec!["Employees".into()], vec!["Drivers".into()]);
        assert_eq!(line, Headline::UpToDate { at, except, refused }, "what the keys may not read is told apart");
    }

    #[test]
    fn days_count_as_what_a_call_reads() {
        let mut loading = LicenseRuns::default();
        loading.begin(now() - SignedDuration::from_secs(10));
        loading.progress(CollectionSync {
            collection: "incoming_transfers".into(),
            by_days: true,
            ..collection(30, 100)
        });
        loading.progress(collection(400, 2000));
        let status = status(1, &runs(vec![loading]), None, told(calm()), now());
        assert_eq!(status.headline, Headline::Updating { percent: Some(25) });
        assert_eq!(status.seconds_left, Some(30));
    }

    #[test]
    fn offline_is_told_with_the_age_of_the_data() {
        let offline = LicenseRuns { offline_since: Some(now()), ..ready(22) };
        let line = line(&runs(vec![offline]));
        let as_of = Some("2026-08-10T20:40:00Z".into());
        assert_eq!(line, Headline::Offline { since: NOW.into(), as_of });
    }

    #[test]
    fn a_refused_key_needs_a_person_even_while_another_license_loads() {
        let refused = LicenseRuns {
            error: Some(DeskError { code: ErrorCode::WrongKey, ..DeskError::internal("401") }),
            ..Default::default()
        };
        let mut loading = LicenseRuns::default();
        loading.begin(now());
        assert!(matches!(line(&runs(vec![loading, refused])), Headline::NeedsYou { .. }));
    }

    /// Not a calm "offline": a cable or a network that comes back would not help.
    #[test]
    fn what_stands_between_needs_a_person_until_it_is_gone() {
        use state_api::{ApiError, Between};
        for what in [
            Between::Answered { status: 403 },
            Between::SignIn { at: None },
            Between::ProxySignIn { proxy: None },
            Between::Clock { shows: now() },
            Between::Certificate { issuer: None },
        ] {
            let error: DeskError = ApiError::Between { what, detail: String::new() }.into();
            let told = error.message.clone();
            let mut blocked = LicenseRuns { error: Some(error), ..ready(5) };
            let Headline::NeedsYou { reason } = line(&runs(vec![blocked.clone(), ready(1)])) else { panic!("{told}") };
            assert!(told.starts_with(&reason) && !reason.contains(&say::desk_nothing_lost().to_string()), "{reason}");
            blocked.begin(now());
            assert!(matches!(line(&runs(vec![blocked])), Headline::NeedsYou { .. }), "while it is tried again");
        }
    }

    #[test]
    fn the_states_wish_for_patience_is_told_until_it_is_over() {
        let frozen = |until: &str| CallBudget { frozen_until: Some(until.into()), ..calm() };
        let all = runs(vec![ready(1)]);
        let waiting = status(1, &all, None, told(frozen("2026-08-10T21:05:00Z")), now()).headline;
        assert_eq!(waiting, Headline::Waiting { until: "2026-08-10T21:05:00Z".into() });
        let past = status(1, &all, None, told(frozen("2026-08-10T21:00:00Z")), now()).headline;
        assert!(matches!(past, Headline::UpToDate { .. }), "{past:?}");
    }

    #[test]
    fn a_license_never_read_whole_is_never_up_to_date() {
        assert_eq!(line(&runs(vec![ready(1), LicenseRuns::default()])), Headline::Nothing);
    }
}
