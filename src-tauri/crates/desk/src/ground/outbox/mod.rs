//! The outbox as it runs: begun with the desk, fed with the accounts' connections, listened to, told of to the page. What
//! waits lies over what the local copy shows.

pub(crate) mod effective;
mod held;
mod news;
mod pending;
mod row;
pub(crate) mod status;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use jiff::SignedDuration;
use outbox::{HoldCause, IntentId, News, OutboxHandle, State, Timing, intent_of};
use rules::LicenseNumber;
use words::say;

use crate::contract::{DeskError, Environment, ErrorCode, NoticeKind};
use crate::desk::{Desk, blocking, settle_within};
use crate::state::clock::DeskClock;
use crate::state::notices::StandingNotice;
use crate::state::reports::{Heard, Held, Running};

/// How long requests on the way get to end when the app closes. What does not is looked for at the next start.
const GRACE: Duration = Duration::from_secs(3);

/// How long what was just queued can surely be taken back.
const UNDO: SignedDuration = SignedDuration::from_secs(5);

/// In the demo a request that was cut off has been carried out within moments or never is.
const DEMO_SETTLES: u32 = 5;

/// How long the outbox stays off before it is begun again, where it could not be begun.
const BEGIN_AGAIN: Duration = Duration::from_secs(3);

/// How many recorded reports are looked at, at start, for whether the local copy shows them.
const RECORDED_LATELY: u32 = 2_000;

impl Desk {
    /// Takes up what the ledger holds and goes on with it. Where that cannot be done now, it is said, and tried again
    /// until it can.
    pub(crate) async fn begin_outbox(&self) {
        let Err(fault) = self.try_to_begin_outbox().await else { return };
        tracing::error!(code = ?fault.code, details = %fault.details, "the outbox cannot begin; it is tried again");
        self.outbox_is_off(Some(&fault));
        let desk = self.clone();
        self.inner.tasks.spawn(async move {
            loop {
                tokio::select! {
                    () = desk.inner.stop.cancelled() => return,
                    () = tokio::time::sleep(BEGIN_AGAIN) => {}
                }
                if desk.try_to_begin_outbox().await.is_ok() {
                    tracing::info!("the outbox has begun after all");
                    desk.outbox_is_off(None);
                    return;
                }
            }
        });
    }

    async fn try_to_begin_outbox(&self) -> Result<(), DeskError> {
        let mut running = self.reports().handle.write().await;
        if running.is_some() || self.inner.stop.is_cancelled() {
            return Ok(());
        }
        let timing = self.timing();
        let hear = self.reports().ear();
        // Nobody hears any more once the desk has stopped.
        let news = move |news: &News| drop(hear.send(Heard::News(news.clone())));
        let clock = Arc::new(DeskClock(self.inner.config.clock.clone()));
        let (ledger, wires) = (self.inner.ledger.clone(), self.reports().wires.clone());
        let from_copy = self.reports().from_copy.load(Ordering::SeqCst);
        let handle = outbox::start(ledger, from_copy, wires, timing.clone(), clock, news).await?;
        *running = Some(Running { handle, timing });
        drop(running);
        if from_copy {
            self.reports().from_copy.store(false, Ordering::SeqCst);
            let ledger = self.inner.ledger.clone();
            if let Err(fault) = blocking(move || ledger.copy_is_taken_up()).await? {
                // The next start looks once more at what waits, which costs a reading and sends nothing.
                tracing::warn!(%fault, "that the copy is taken up could not be remembered");
            }
        }
        Ok(())
    }

    /// Says why nothing can be sent, or takes that back.
    fn outbox_is_off(&self, fault: Option<&DeskError>) {
        {
            let mut notices = self.notices();
            notices.retain(|notice| notice.message != say::reports_off());
            if let Some(fault) = fault {
                let next = match fault.next.as_str() {
                    "" => say::reports_off_next(),
                    next => say::reports_off_next_after(next),
                };
                let (kind, message) = (NoticeKind::Warning, say::reports_off());
                notices.push(StandingNotice { kind, message, next: Some(next) });
            }
        }
        *self.reports().off() = fault.map(|fault| fault.details.clone());
        self.inner.feed.snapshot();
        self.inner.feed.outbox();
        self.look_at_reports();
    }

    /// Nothing new leaves; requests on the way get a moment to end.
    pub(crate) async fn stop_reports(&self) {
        if let Some(running) = self.reports().handle.write().await.take() {
            running.handle.stop(GRACE).await;
        }
    }

    /// The outbox's patience: short only while all there is is the demo, since it must outlast every state that reports
    /// go to.
    fn timing(&self) -> Timing {
        if let Some(timing) = &self.inner.config.outbox_timing {
            return timing.clone();
        }
        let accounts = self.accounts().for_the_page();
        let demo = !accounts.is_empty() && accounts.iter().all(|account| account.environment == Environment::Demo);
        let timing = if demo { settle_within(DEMO_SETTLES) } else { Timing::default() };
        Timing { undo: UNDO, ..timing }
    }

    /// Accounts or keys changed: reports may go where they could not, and the patience may be another.
    pub(crate) async fn accounts_changed(&self) {
        let wanted = self.timing();
        let before = {
            let mut running = self.reports().handle.write().await;
            let other = running.as_ref().is_some_and(|running| running.timing != wanted);
            if other { running.take() } else { None }
        };
        match before {
            Some(before) => {
                before.handle.stop(GRACE).await;
                self.begin_outbox().await;
            }
            None => {
                if let Some(outbox) = self.outbox_if_running().await {
                    outbox.keys_changed().await;
                }
            }
        }
    }

    /// There is a connection again: what waited for one goes now.
    pub(crate) fn connection_is_back(&self) {
        let desk = self.clone();
        self.inner.tasks.spawn(async move {
            if let Some(outbox) = desk.outbox_if_running().await {
                outbox.online().await;
            }
            desk.reports().hear(Heard::Look);
        });
    }

    /// Something outside the outbox changed that bears on what is told of it.
    pub(crate) fn look_at_reports(&self) {
        self.reports().hear(Heard::Look);
    }

    /// A run of a license ended well: what was recorded before it shows in the local copy now.
    pub(crate) fn run_ended_well(&self, license: &LicenseNumber, run: u64) {
        if self.reports().change_index(|index| index.run_ended(license, run)) {
            self.inner.feed.outbox();
        }
    }

    async fn outbox_if_running(&self) -> Option<OutboxHandle> {
        self.reports().handle.read().await.as_ref().map(|running| running.handle.clone())
    }

    /// The outbox, for a command.
    pub(crate) async fn outbox(&self) -> Result<OutboxHandle, DeskError> {
        let off = || match &*self.reports().off() {
            Some(why) => DeskError {
                code: ErrorCode::Internal,
                message: say::reports_off().to_string(),
                next: say::reports_off_queue_next().to_string(),
                details: why.clone(),
                retry: true,
            },
            None => outbox::CommandError::Stopped.into(),
        };
        self.outbox_if_running().await.ok_or_else(off)
    }

    /// Reads intents from the ledger into the index.
    pub(crate) async fn refresh(&self, ids: Vec<i64>) -> Result<(), DeskError> {
        if ids.is_empty() {
            return Ok(());
        }
        let _one_at_a_time = self.reports().refreshing.lock().await;
        let ledger = self.inner.ledger.clone();
        let rows = blocking(move || ledger.outbox_intents(&ids)).await??;
        let mut intents = Vec::with_capacity(rows.len());
        for row in &rows {
            intents.push(intent_of(row)?);
        }
        let kept_up = self.inner.runs.kept_up();
        let next_run = |license: &LicenseNumber| kept_up.contains(license).then(|| self.reports().next_run(license));
        let mut news = false;
        for intent in &intents {
            news |= self.reports().episode().moved(intent.id.0, intent.progress.state);
        }
        self.reports().change_index(|index| {
            for intent in intents {
                let next_run = next_run(&intent.license);
                index.put(intent, next_run);
            }
        });
        if news {
            self.inner.feed.outbox();
        }
        self.reports().count_waiting();
        Ok(())
    }

    /// At start: everything that is not over, and what was recorded since the local copy was last read.
    pub(crate) async fn restore_index(&self) -> Result<(), DeskError> {
        let (ledger, mirror) = (self.inner.ledger.clone(), self.mirror());
        let restored = blocking(move || -> Result<_, DeskError> {
            let rows = ledger.outbox_rows()?;
            let mut intents = Vec::new();
            for row in &rows.intents {
                intents.push(intent_of(row)?);
            }
            // Newest first: the first that the local copy shows ends the search.
            for row in ledger.outbox_in_states(&[State::Confirmed.code()], 0, RECORDED_LATELY)? {
                let license = LicenseNumber::new(&row.license);
                if mirror.as_of(&license)?.is_some_and(|as_of| as_of < row.since) {
                    intents.push(intent_of(&row)?);
                }
            }
            let offline = |row: &&ledger::HoldRow| HoldCause::from_code(&row.cause) == Some(HoldCause::Offline);
            let offline: BTreeSet<_> =
                rows.holds.iter().filter(offline).map(|row| LicenseNumber::new(&row.license)).collect();
            Ok((intents, offline))
        })
        .await??;
        let (intents, offline) = restored;
        // The app was closed without a connection: the time without one goes on.
        let waited = || intents.iter().filter(|i| !i.progress.state.is_settled() && offline.contains(&i.license));
        if let Some(since) = waited().map(|intent| intent.queued_at).min() {
            self.reports().episode().offline(since, waited().map(|intent| intent.id.0));
        }
        self.reports().change_index(|index| {
            for intent in intents {
                index.put(intent, Some(1));
            }
        });
        self.reports().count_waiting();
        Ok(())
    }

    /// Takes reports of licenses back that have not left, for a state that begins anew; what cannot be is left.
    pub(crate) async fn give_up_reports_of(
        &self,
        request_id: &str,
        licenses: &[LicenseNumber],
    ) -> Result<(), DeskError> {
        let waiting: Vec<i64> = {
            let index = self.reports().index();
            let waits = |state| matches!(state, State::Queued | State::Blocked | State::Rejected);
            let mine = |held: &&Held| licenses.contains(&held.intent.license) && waits(held.intent.progress.state);
            index.all().filter(mine).map(|held| held.intent.id.0).collect()
        };
        if waiting.is_empty() {
            return Ok(());
        }
        let ids = waiting.iter().copied().map(IntentId).collect();
        self.outbox().await?.withdraw(&inner_id(request_id), &self.inner.who(), ids).await?;
        self.refresh(waiting).await
    }
}

/// The outbox remembers its own answer to the part of a command that it carries out.
pub(crate) fn inner_id(request_id: &str) -> String {
    format!("{request_id}#outbox")
}
