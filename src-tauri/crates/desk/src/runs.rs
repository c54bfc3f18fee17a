//! Keeping licenses up to date: one loop a license, which reads, waits, and reads again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use sync::{Progress, RunReport, SyncError, Syncer};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use words::say;

use crate::contract::{CollectionSync, DeskError, Empty, ErrorCode, Headline, SyncStart, SyncStatus};
use crate::desk::{Desk, blocking};
use crate::status::{AllRuns, Calls, LicenseRuns, status};

/// Between two looks for news.
const INTERVAL: Duration = Duration::from_secs(5 * 60);
/// After a passing fault: first, then doubled up to [`INTERVAL`].
const FIRST_RETRY: Duration = Duration::from_secs(15);
/// While there is no connection: a call to nobody costs the state nothing.
const OFFLINE_RETRY: Duration = Duration::from_secs(20);

/// While something between this computer and the state is in the way: a person has to mend it first.
const BETWEEN_RETRY: Duration = Duration::from_secs(60);

/// The loops and what they report.
#[derive(Default)]
pub(crate) struct Runs {
    state: Mutex<RunsState>,
}

#[derive(Default)]
struct RunsState {
    runs: AllRuns,
    /// What was told of how far it is, until nothing goes on any more.
    percent: Option<u8>,
    loops: BTreeMap<LicenseNumber, Loop>,
}

struct Loop {
    stop: CancellationToken,
    wake: Arc<Notify>,
    /// The run under way, to be cancelled by the person.
    run: CancellationToken,
    ended: tokio::sync::watch::Receiver<bool>,
}

impl Runs {
    fn state(&self) -> MutexGuard<'_, RunsState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn update(&self, license: &LicenseNumber, change: impl FnOnce(&mut LicenseRuns)) {
        if let Some(run) = self.state().runs.get_mut(license) {
            change(run);
        }
    }
}

/// What comes after a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Again after so long, or when woken.
    After(Duration),
    /// Only when woken.
    WhenWoken,
}

/// Decides what comes after a run. `faults` counts the passing faults in a row, this one included.
fn next(result: &Result<RunReport, DeskError>, faults: u32) -> Next {
    match result {
        Ok(_) => Next::After(INTERVAL),
        Err(error) => match error.code {
            ErrorCode::Cancelled | ErrorCode::WrongKey | ErrorCode::NoPermission => Next::WhenWoken,
            ErrorCode::Offline => Next::After(OFFLINE_RETRY),
            code if code.is_between() => Next::After(BETWEEN_RETRY),
            _ => Next::After(INTERVAL.min(FIRST_RETRY * 2u32.saturating_pow(faults.saturating_sub(1).min(8)))),
        },
    }
}

impl Desk {
    /// Begins to keep a license up to date; nothing happens when it is already.
    pub(crate) fn keep_up(&self, license: LicenseNumber, syncer: Arc<Syncer>, as_of: Option<Timestamp>) {
        let mut state = self.inner.runs.state();
        if state.loops.contains_key(&license) {
            return;
        }
        state.runs.insert(license.clone(), LicenseRuns { as_of, ..LicenseRuns::default() });
        let (ended_tell, ended) = tokio::sync::watch::channel(false);
        let stop = self.inner.stop.child_token();
        let wake = Arc::new(Notify::new());
        let run = stop.child_token();
        state.loops.insert(license.clone(), Loop { stop: stop.clone(), wake: wake.clone(), run, ended });
        drop(state);
        let desk = self.clone();
        self.inner.tasks.spawn(async move {
            desk.keep_up_loop(&license, &syncer, &stop, &wake).await;
            ended_tell.send_replace(true);
        });
    }

    /// Shows a license that cannot be read now (its keys are missing) with what the mirror has.
    pub(crate) fn show_only(&self, license: LicenseNumber, as_of: Option<Timestamp>) {
        let run = LicenseRuns { as_of, ..LicenseRuns::default() };
        self.inner.runs.state().runs.entry(license).or_insert(run);
    }

    async fn keep_up_loop(
        &self,
        license: &LicenseNumber,
        syncer: &Arc<Syncer>,
        stop: &CancellationToken,
        wake: &Notify,
    ) {
        let mut faults = 0;
        while !stop.is_cancelled() {
            let result = self.one_run(license, syncer, stop).await;
            faults = if result.is_ok() { 0 } else { faults + 1 };
            let next = next(&result, faults);
            if result.as_ref().is_err_and(|error| error.code == ErrorCode::Cancelled) {
                // Whoever stops a run does not want the one that was asked for while it went on, either.
                wake.notified().now_or_never();
            }
            self.note(license, result, next);
            match next {
                Next::After(pause) => tokio::select! {
                    () = stop.cancelled() => return,
                    () = wake.notified() => {}
                    () = tokio::time::sleep(pause) => {}
                },
                Next::WhenWoken => tokio::select! {
                    () = stop.cancelled() => return,
                    () = wake.notified() => {}
                },
            }
        }
    }

    async fn one_run(
        &self,
        license: &LicenseNumber,
        syncer: &Arc<Syncer>,
        stop: &CancellationToken,
    ) -> Result<RunReport, DeskError> {
        let cancel = stop.child_token();
        let (number, _) = self.mirror_and_number();
        {
            let mut state = self.inner.runs.state();
            if let Some(this) = state.loops.get_mut(license) {
                this.run = cancel.clone();
            }
        }
        let run_number = self.reports().run_begins(license);
        let mut never = false;
        self.inner.runs.update(license, |run| {
            never = run.as_of.is_none();
            run.begin(self.now());
        });
        self.inner.feed.sync();
        let syncer = match never {
            true => tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(DeskError::cancelled()),
                first = self.turn_of(license) => syncer.reading_first(first),
            },
            false => syncer.as_ref().clone(),
        };
        let (desk, whose) = (self.clone(), license.clone());
        let progress = Arc::new(move |progress: Progress| {
            let mut back = false;
            desk.inner.runs.update(&whose, |run| {
                // The state answers: there is a connection again.
                back = run.offline_since.take().is_some();
                // Nothing is in the way any more, however long this run goes on.
                back |= run.error.take_if(|error| error.code.is_between()).is_some();
                run.answered_at = Some(desk.now());
                run.progress(collection(&progress));
            });
            if back {
                desk.connection_is_back();
                desk.wake_offline_runs();
            }
            desk.inner.feed.sync();
        });
        match syncer.run(license, cancel, progress).await {
            Ok(report) => {
                self.run_ended_well(license, run_number);
                Ok(report)
            }
            Err(SyncError::Mirror(mirror::MirrorError::Damaged { .. })) => {
                let desk = self.clone();
                // On its own: the rebuilding stops this very loop and waits for it.
                tokio::spawn(async move {
                    if let Err(fault) = desk.rebuild_mirror(number).await {
                        tracing::error!(code = ?fault.code, details = %fault.details, "the mirror could not be rebuilt");
                    }
                });
                Err(DeskError::cancelled())
            }
            Err(fault) => Err(fault.into()),
        }
    }

    fn note(&self, license: &LicenseNumber, result: Result<RunReport, DeskError>, next: Next) {
        let now = self.now();
        if let Err(error) = &result
            && error.code != ErrorCode::Cancelled
        {
            tracing::warn!(%license, code = ?error.code, details = %error.details, "a run failed");
        }
        let (mut back, mut gone) = (false, false);
        self.inner.runs.update(license, |run| {
            run.running_since = None;
            run.next_at = match next {
                Next::After(pause) => SignedDuration::try_from(pause).ok().and_then(|p| now.checked_add(p).ok()),
                Next::WhenWoken => None,
            };
            match result {
                Ok(report) => {
                    // After a fault of the state's too: what waited for it to work goes on.
                    back = run.offline_since.is_some() || run.error.is_some();
                    run.as_of = Some(report.as_of);
                    run.answered_at = Some(now);
                    run.error = None;
                    run.offline_since = None;
                }
                Err(error) => {
                    run.cancelled = error.code == ErrorCode::Cancelled;
                    let offline = error.code == ErrorCode::Offline;
                    gone = offline && run.offline_since.is_none();
                    run.offline_since = offline.then(|| run.offline_since.unwrap_or(now));
                    run.unanswered_at = offline.then_some(now);
                    run.error = (!run.cancelled).then_some(error);
                }
            }
        });
        if back {
            self.connection_is_back();
            // What one license has, the others have: none goes on being shown as offline until its own next try.
            self.wake_offline_runs();
        }
        if gone {
            self.look_at_reports();
        }
        self.inner.feed.sync();
    }

    /// What is known of all runs.
    pub(crate) fn with_runs<T>(&self, look: impl FnOnce(&AllRuns) -> T) -> T {
        look(&self.inner.runs.state().runs)
    }

    /// Since when there is no connection, as far as reading knows.
    pub(crate) fn offline_since(&self) -> Option<Timestamp> {
        self.inner.runs.state().runs.values().filter_map(|run| run.offline_since).min()
    }

    /// The licenses that are kept up to date.
    pub(crate) fn kept_up(&self) -> BTreeSet<LicenseNumber> {
        self.inner.runs.state().loops.keys().cloned().collect()
    }

    /// Reads a license now, or again as soon as the run under way has ended.
    pub(crate) fn wake_run(&self, license: &LicenseNumber) {
        if let Some(this) = self.inner.runs.state().loops.get(license) {
            this.wake.notify_one();
        }
    }

    /// Tries the licenses again that had no connection, or something in the way of it.
    pub(crate) fn wake_offline_runs(&self) {
        let state = self.inner.runs.state();
        for (license, this) in &state.loops {
            let in_the_way = |run: &LicenseRuns| run.error.as_ref().is_some_and(|error| error.code.is_between());
            if state.runs.get(license).is_some_and(|run| run.offline_since.is_some() || in_the_way(run)) {
                this.wake.notify_one();
            }
        }
    }

    /// Stops keeping a license up to date and waits until its run has ended.
    pub(crate) async fn let_go(&self, license: &LicenseNumber) {
        let gone = self.inner.runs.state().loops.remove(license);
        if let Some(gone) = gone {
            gone.stop.cancel();
            let mut ended = gone.ended;
            // An error means that the loop is gone altogether, which is what is waited for.
            drop(ended.wait_for(|ended| *ended).await);
        }
        self.inner.runs.state().runs.remove(license);
        self.inner.feed.sync();
    }

    /// Stops every loop.
    pub(crate) async fn stop_runs(&self) {
        let licenses: Vec<_> = self.inner.runs.state().runs.keys().cloned().collect();
        for license in licenses {
            self.let_go(&license).await;
        }
    }

    /// How the sync stands now.
    pub(crate) fn current_status(&self) -> SyncStatus {
        let revision = self.next_revision();
        let kept_up = self.kept_up();
        let (calls, accounts_want) = {
            let accounts = self.accounts();
            let spent = kept_up.into_iter().map(|license| (accounts.calls_of(&license), license));
            let spent = spent.map(|(calls, license)| (license, calls)).collect();
            (Calls { all: accounts.calls(), spent }, accounts.wants())
        };
        let mut state = self.inner.runs.state();
        let mut status = status(revision, &state.runs, accounts_want, calls, self.now());
        // Totals that become known make the whole larger: what was told once is not taken back.
        if let Headline::Updating { percent } = &mut status.headline {
            *percent = (*percent).max(state.percent);
            state.percent = *percent;
        } else if state.runs.values().all(|run| run.running_since.is_none()) {
            state.percent = None;
        }
        status
    }

    pub(crate) async fn sync_start(&self, request: SyncStart) -> Result<SyncStatus, DeskError> {
        if request.licenses.is_empty() {
            return Err(DeskError::bad_request(say::desk_nothing_to_read(), say::desk_choose_license()));
        }
        {
            let state = self.inner.runs.state();
            for license in &request.licenses {
                if let Some(this) = state.loops.get(license) {
                    this.wake.notify_one();
                }
            }
        }
        Ok(self.current_status())
    }

    pub(crate) async fn sync_cancel(&self, _: Empty) -> Result<SyncStatus, DeskError> {
        {
            let state = self.inner.runs.state();
            for (license, this) in &state.loops {
                if state.runs.get(license).is_some_and(|run| run.running_since.is_some()) {
                    this.run.cancel();
                }
            }
        }
        Ok(self.current_status())
    }

    pub(crate) async fn sync_status(&self, _: Empty) -> Result<SyncStatus, DeskError> {
        Ok(self.current_status())
    }

    /// When everything of a license was last read whole.
    pub(crate) async fn as_of(&self, license: &LicenseNumber) -> Result<Option<Timestamp>, DeskError> {
        let (mirror, license) = (self.mirror(), license.clone());
        Ok(blocking(move || mirror.as_of(&license)).await??)
    }
}

fn collection(progress: &Progress) -> CollectionSync {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    CollectionSync {
        collection: progress.collection.name().to_owned(),
        title: progress.collection.title().to_owned(),
        done: number(progress.done),
        total: progress.total.map(number),
        by_days: progress.by_days,
        finished: progress.finished,
        skipped: progress.skipped.clone(),
        failed: progress.failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(code: ErrorCode) -> Result<RunReport, DeskError> {
        Err(DeskError { code, ..DeskError::internal("") })
    }

    #[test]
    fn what_a_person_must_mend_is_not_tried_again_by_itself() {
        for code in [ErrorCode::WrongKey, ErrorCode::NoPermission, ErrorCode::Cancelled] {
            assert_eq!(next(&failed(code), 1), Next::WhenWoken, "{code:?}");
        }
    }

    #[test]
    fn what_stands_between_is_tried_again_by_itself_and_slowly() {
        use ErrorCode::{Certificate, Clock, Filtered, Proxy, SignIn};
        for code in [Filtered, SignIn, Proxy, Clock, Certificate] {
            assert_eq!(next(&failed(code), 1), Next::After(BETWEEN_RETRY), "{code:?}");
            assert_eq!(next(&failed(code), 9), Next::After(BETWEEN_RETRY), "{code:?}");
        }
    }

    #[test]
    fn a_fault_of_the_state_is_met_with_growing_patience() {
        let pauses: Vec<_> = (1..8).map(|faults| next(&failed(ErrorCode::StateFault), faults)).collect();
        let seconds = |s| Next::After(Duration::from_secs(s));
        assert_eq!(pauses, [15, 30, 60, 120, 240, 300, 300].map(seconds));
        assert_eq!(next(&failed(ErrorCode::Offline), 7), Next::After(OFFLINE_RETRY), "the network comes back any time");
    }
}
