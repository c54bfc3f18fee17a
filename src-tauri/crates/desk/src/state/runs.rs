//! The loops that keep licenses up to date, and what their runs report.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rules::LicenseNumber;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use crate::contract::{CollectionSync, DeskError, LicenseSyncState};

/// What is known of one license's runs.
#[derive(Debug, Clone, Default)]
pub(crate) struct LicenseRuns {
    /// Under way, and since when.
    pub running_since: Option<Timestamp>,
    /// Everything was read whole at that time.
    pub as_of: Option<Timestamp>,
    /// Progress of the run under way, or of the last one, by collection in the order shown.
    pub collections: Vec<CollectionSync>,
    /// Why the last run failed; none after one that did not.
    pub error: Option<DeskError>,
    /// Since when there is no connection.
    pub offline_since: Option<Timestamp>,
    /// When that was last found.
    pub unanswered_at: Option<Timestamp>,
    /// When the state last answered.
    pub answered_at: Option<Timestamp>,
    /// The person stopped it.
    pub cancelled: bool,
    /// When it looks for news next.
    pub next_at: Option<Timestamp>,
}

impl LicenseRuns {
    /// A run begins: what the one before said is past.
    pub fn begin(&mut self, now: Timestamp) {
        self.running_since = Some(now);
        self.cancelled = false;
        self.collections.clear();
        self.next_at = None;
    }

    /// Puts a collection's progress in its place.
    pub fn progress(&mut self, progress: CollectionSync) {
        match self.collections.iter_mut().find(|c| c.collection == progress.collection) {
            Some(known) => *known = progress,
            None => self.collections.push(progress),
        }
    }

    /// In one word.
    pub fn state(&self) -> LicenseSyncState {
        match (self.running_since, self.as_of) {
            (Some(_), None) => LicenseSyncState::Loading,
            (Some(_), Some(_)) => LicenseSyncState::Updating,
            _ if self.cancelled => LicenseSyncState::Cancelled,
            _ if self.error.is_some() => LicenseSyncState::Failed,
            (None, Some(_)) => LicenseSyncState::Ready,
            (None, None) => LicenseSyncState::Never,
        }
    }
}

/// All chosen licenses' runs, and the accounts that wait for keys.
pub(crate) type AllRuns = BTreeMap<LicenseNumber, LicenseRuns>;

/// The loops and what they report.
#[derive(Default)]
pub(crate) struct Runs {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    runs: AllRuns,
    /// What was told of how far it is, until nothing goes on any more.
    percent: Option<u8>,
    loops: BTreeMap<LicenseNumber, Loop>,
}

/// One license's loop, as others reach it.
struct Loop {
    stop: CancellationToken,
    wake: Arc<Notify>,
    /// The run under way, to be cancelled by the person.
    run: CancellationToken,
    ended: watch::Receiver<bool>,
}

/// What a loop that begins goes by.
pub(crate) struct Begun {
    pub stop: CancellationToken,
    pub wake: Arc<Notify>,
    /// To be told `true` once the loop has ended.
    pub ended: watch::Sender<bool>,
}

impl Runs {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A license is to be kept up to date until `stop`, or until it is let go; none when it is already.
    pub fn keep_up(&self, license: &LicenseNumber, as_of: Option<Timestamp>, stop: CancellationToken) -> Option<Begun> {
        let mut state = self.state();
        if state.loops.contains_key(license) {
            return None;
        }
        state.runs.insert(license.clone(), LicenseRuns { as_of, ..LicenseRuns::default() });
        let (ended_tell, ended) = watch::channel(false);
        let (wake, run) = (Arc::new(Notify::new()), stop.child_token());
        state.loops.insert(license.clone(), Loop { stop: stop.clone(), wake: wake.clone(), run, ended });
        Some(Begun { stop, wake, ended: ended_tell })
    }

    /// A license that cannot be read now (its keys are missing) is shown with what the mirror has.
    pub fn show_only(&self, license: LicenseNumber, as_of: Option<Timestamp>) {
        let run = LicenseRuns { as_of, ..LicenseRuns::default() };
        self.state().runs.entry(license).or_insert(run);
    }

    /// A run of a license begins, to be stopped by `run`. Gives whether the license was never read whole.
    pub fn begin(&self, license: &LicenseNumber, run: CancellationToken, now: Timestamp) -> bool {
        let mut state = self.state();
        if let Some(this) = state.loops.get_mut(license) {
            this.run = run;
        }
        let Some(runs) = state.runs.get_mut(license) else { return false };
        runs.begin(now);
        runs.as_of.is_none()
    }

    /// Changes what is known of a license's runs.
    pub fn update(&self, license: &LicenseNumber, change: impl FnOnce(&mut LicenseRuns)) {
        if let Some(run) = self.state().runs.get_mut(license) {
            change(run);
        }
    }

    /// Looks at what is known of all runs.
    pub fn look<T>(&self, look: impl FnOnce(&AllRuns) -> T) -> T {
        look(&self.state().runs)
    }

    /// Looks at what is known of all runs, and at what was told of how far they are, to be kept for the next time.
    pub fn tell<T>(&self, tell: impl FnOnce(&AllRuns, &mut Option<u8>) -> T) -> T {
        let state = &mut *self.state();
        tell(&state.runs, &mut state.percent)
    }

    /// Since when there is no connection, as far as reading knows.
    pub fn offline_since(&self) -> Option<Timestamp> {
        self.look(|runs| runs.values().filter_map(|run| run.offline_since).min())
    }

    /// The licenses that are kept up to date.
    pub fn kept_up(&self) -> BTreeSet<LicenseNumber> {
        self.state().loops.keys().cloned().collect()
    }

    /// The licenses that are kept up to date or shown.
    pub fn licenses(&self) -> Vec<LicenseNumber> {
        self.state().runs.keys().cloned().collect()
    }

    /// Reads a license now, or again as soon as the run under way has ended.
    pub fn wake(&self, license: &LicenseNumber) {
        if let Some(this) = self.state().loops.get(license) {
            this.wake.notify_one();
        }
    }

    /// Tries the licenses again that had no connection, or something in the way of it.
    pub fn wake_offline(&self) {
        let state = self.state();
        for (license, this) in &state.loops {
            let in_the_way = |run: &LicenseRuns| run.error.as_ref().is_some_and(|error| error.code.is_between());
            if state.runs.get(license).is_some_and(|run| run.offline_since.is_some() || in_the_way(run)) {
                this.wake.notify_one();
            }
        }
    }

    /// Cancels the runs under way; their loops go on.
    pub fn cancel(&self) {
        let state = self.state();
        for (license, this) in &state.loops {
            if state.runs.get(license).is_some_and(|run| run.running_since.is_some()) {
                this.run.cancel();
            }
        }
    }

    /// Stops keeping a license up to date, waits until its run has ended, and forgets what it reported.
    pub async fn let_go(&self, license: &LicenseNumber) {
        let gone = self.state().loops.remove(license);
        if let Some(gone) = gone {
            gone.stop.cancel();
            let mut ended = gone.ended;
            // An error means that the loop is gone altogether, which is what is waited for.
            drop(ended.wait_for(|ended| *ended).await);
        }
        self.state().runs.remove(license);
    }
}
