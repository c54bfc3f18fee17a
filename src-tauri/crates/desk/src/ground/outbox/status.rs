//! How the outbox stands, put together for the page.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use outbox::{Group, Hold, HoldCause, Intent, State};
use rules::LicenseNumber;
use words::say;

use super::held;
use crate::contract::{DeskError, OutboxGroup, OutboxHeld, OutboxStatus};
use crate::desk::{Desk, blocking};
use crate::wording::california;

/// What is being tried at this moment is tried within this time.
const TRIED_NOW: SignedDuration = SignedDuration::from_secs(1);

/// Holds by license.
pub(crate) type Holds = BTreeMap<LicenseNumber, Hold>;

/// By when an intent must be reported.
pub(crate) fn due_of(intent: &Intent) -> Timestamp {
    california::due(intent.write.report().day(), intent.queued_at)
}

/// The page's group of a state.
pub(crate) fn group_of(state: State) -> OutboxGroup {
    match state.group() {
        Group::Waiting => OutboxGroup::Waiting,
        Group::Sending => OutboxGroup::Sending,
        Group::Checking => OutboxGroup::Checking,
        Group::NeedsYou => OutboxGroup::NeedsYou,
        Group::Refused => OutboxGroup::Refused,
        Group::Done => OutboxGroup::Done,
    }
}

/// The stored names of a group's states.
pub(crate) fn states_of(group: OutboxGroup) -> Vec<&'static str> {
    State::ALL.into_iter().filter(|state| group_of(*state) == group).map(State::code).collect()
}

impl Desk {
    /// What keeps licenses back.
    pub(crate) async fn holds(&self) -> Result<Holds, DeskError> {
        let ledger = self.inner.ledger.clone();
        let rows = blocking(move || ledger.outbox_holds()).await??;
        let soon = self.now().checked_add(TRIED_NOW).unwrap_or(Timestamp::MAX);
        let hold = |row: ledger::HoldRow| {
            let cause = HoldCause::from_code(&row.cause)?;
            let license = LicenseNumber::new(&row.license);
            // Its time is over and the state has not answered since: it is being tried at this moment, and nothing is
            // different for the person until that has come to something.
            let until = if cause == HoldCause::Asked { row.until } else { row.until.max(soon) };
            Some((license, Hold { until, cause, failures: row.failures, said: row.said }))
        };
        Ok(rows.into_iter().filter_map(hold).collect())
    }

    /// Whether reports wait for want of a connection, or would.
    pub(crate) async fn outbox_is_offline(&self) -> Result<bool, DeskError> {
        let held = |hold: &Hold| hold.cause == HoldCause::Offline;
        Ok(self.inner.runs.offline_since().is_some() || self.holds().await?.values().any(held))
    }

    /// How the outbox stands; the numbers are the ledger's own.
    pub(crate) async fn outbox_status(&self) -> Result<OutboxStatus, DeskError> {
        let revision = self.inner.feed.next_revision();
        let ledger = self.inner.ledger.clone();
        let counts = blocking(move || ledger.outbox_counts()).await??;
        let holds = self.holds().await?;
        let mut status = OutboxStatus { revision, ..OutboxStatus::default() };
        for (state, count) in counts {
            let Some(state) = State::from_code(&state) else { continue };
            *match group_of(state) {
                OutboxGroup::Waiting => &mut status.waiting,
                OutboxGroup::Sending => &mut status.sending,
                OutboxGroup::Checking => &mut status.checking,
                OutboxGroup::NeedsYou => &mut status.needs_you,
                OutboxGroup::Refused => &mut status.refused,
                OutboxGroup::Done => &mut status.done,
            } += count;
        }
        let now = self.now();
        let mut licenses: Vec<LicenseNumber> = Vec::new();
        {
            let index = self.reports().index();
            let waits = |state| matches!(state, State::Queued | State::Blocked);
            let waiting = || index.all().map(|held| &held.intent).filter(|intent| waits(intent.progress.state));
            status.due = waiting().map(|intent| due_of(intent)).min().map(|at| at.to_string());
            let overdue = waiting().filter(|intent| due_of(intent) < now).count();
            status.overdue = i64::try_from(overdue).unwrap_or(i64::MAX);
            licenses.extend(waiting().map(|intent| intent.license.clone()));
        }
        licenses.sort();
        licenses.dedup();
        status.held = self.held(&licenses, &holds, now);
        status.summary = self.reports().episode().told().cloned();
        Ok(status)
    }

    /// Why nothing leaves, where something waits: for want of a connection first, since everything waits for that.
    fn held(&self, licenses: &[LicenseNumber], holds: &Holds, now: Timestamp) -> Option<OutboxHeld> {
        if let Some(why) = &*self.reports().off() {
            // Also where nothing waits: nothing can be queued either.
            return Some(OutboxHeld {
                happened: say::reports_off_because(why).to_string(),
                until: None,
                offline: false,
                blocked: false,
            });
        }
        if licenses.is_empty() {
            return None;
        }
        if let Some(stalled) = &*self.reports().stalled() {
            let happened = say::reports_held_stalled(stalled).to_string();
            return Some(OutboxHeld { happened, until: None, offline: false, blocked: false });
        }
        let held = |cause| {
            let of_cause = |license: &&LicenseNumber| holds.get(*license).is_some_and(|hold| hold.cause == cause);
            licenses.iter().filter(of_cause).filter_map(|license| holds.get(license)).map(|hold| hold.until).max()
        };
        HoldCause::ALL.iter().find_map(|cause| {
            let at = held(*cause);
            let ahead = at.filter(|at| *at > now);
            let offline = *cause == HoldCause::Offline;
            // Without a connection nothing leaves, whenever it is tried.
            let holds = ahead.is_some() || offline && (at.is_some() || self.inner.runs.offline_since().is_some());
            holds.then(|| OutboxHeld {
                happened: held::happened(*cause).to_string(),
                until: ahead.filter(|_| *cause != HoldCause::Keys).map(|at| at.to_string()),
                offline,
                blocked: *cause == HoldCause::Between,
            })
        })
    }
}
