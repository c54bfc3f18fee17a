//! Keeping licenses up to date: one loop a license, which reads, waits, and reads again.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use sync::{Progress, RunReport, SyncError, Syncer};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::contract::{CollectionSync, DeskError, ErrorCode, Headline, SyncStatus};
use crate::desk::Desk;
use crate::ground::status::{Calls, status};
use crate::state::runs::Begun;

/// Between two looks for news.
const INTERVAL: Duration = Duration::from_secs(5 * 60);
/// After a passing fault: first, then doubled up to [`INTERVAL`].
const FIRST_RETRY: Duration = Duration::from_secs(15);
/// While there is no connection: a call to nobody costs the state nothing.
const OFFLINE_RETRY: Duration = Duration::from_secs(20);

/// While something between this computer and the state is in the way: a person has to mend it first.
const BETWEEN_RETRY: Duration = Duration::from_secs(60);

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
        let stop = self.inner.stop.child_token();
        let Some(Begun { stop, wake, ended }) = self.inner.runs.keep_up(&license, as_of, stop) else { return };
        let desk = self.clone();
        self.inner.tasks.spawn(async move {
            desk.keep_up_loop(&license, &syncer, &stop, &wake).await;
            ended.send_replace(true);
        });
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
        let (number, _) = self.inner.copy.now();
        let run_number = self.reports().run_begins(license);
        let never = self.inner.runs.begin(license, cancel.clone(), self.now());
        self.inner.feed.sync();
        let syncer = match never {
            true => tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(DeskError::cancelled()),
                first = self.inner.sight.turn_of(license, &self.inner.runs) => syncer.reading_first(first),
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
                desk.inner.runs.wake_offline();
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
                    if let Err(fault) = desk.mend(number).await {
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
            self.inner.runs.wake_offline();
        }
        if gone {
            self.look_at_reports();
        }
        self.inner.feed.sync();
    }

    /// Stops keeping a license up to date and waits until its run has ended.
    pub(crate) async fn let_go(&self, license: &LicenseNumber) {
        self.inner.runs.let_go(license).await;
        self.inner.feed.sync();
    }

    /// Stops every loop.
    pub(crate) async fn stop_runs(&self) {
        for license in self.inner.runs.licenses() {
            self.let_go(&license).await;
        }
    }

    /// How the sync stands now.
    pub(crate) fn current_status(&self) -> SyncStatus {
        let revision = self.inner.feed.next_revision();
        let kept_up = self.inner.runs.kept_up();
        let (calls, accounts_want) = {
            let accounts = self.accounts();
            let spent = kept_up.into_iter().map(|license| (accounts.calls_of(&license), license));
            let spent = spent.map(|(calls, license)| (license, calls)).collect();
            (Calls { all: accounts.calls(), spent }, accounts.wants())
        };
        self.inner.runs.tell(|runs, told| {
            let mut status = status(revision, runs, accounts_want, calls, self.now());
            // Totals that become known make the whole larger: what was told once is not taken back.
            if let Headline::Updating { percent } = &mut status.headline {
                *percent = (*percent).max(*told);
                *told = *percent;
            } else if runs.values().all(|run| run.running_since.is_none()) {
                *told = None;
            }
            status
        })
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
