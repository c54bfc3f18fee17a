//! Hears what the outbox did and tells the rest of the desk: the index, the page, the person, the sync.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use outbox::{HoldCause, State, intent_of, sentence_of};
use rules::LicenseNumber;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use words::say;

use crate::contract::DeskError;
use crate::desk::{Desk, blocking};
use crate::state::reports::Heard;

/// Between two looks at what the outbox did: it commits up to hundreds of times a second.
const PAUSE: Duration = Duration::from_millis(50);
/// After something was recorded, the list is read again once nothing more was for so long,
const QUIET: Duration = Duration::from_millis(1_500);
/// or after so long at most.
const AT_MOST: Duration = Duration::from_secs(15);

/// When licenses are to be read again, since something of theirs was recorded.
#[derive(Default)]
struct Wakes(BTreeMap<LicenseNumber, (Instant, Instant)>);

impl Wakes {
    fn recorded(&mut self, license: LicenseNumber, now: Instant) {
        self.0.entry(license).or_insert((now, now)).1 = now;
    }

    fn due(&self) -> Option<Instant> {
        self.0.values().map(|(first, last)| (*last + QUIET).min(*first + AT_MOST)).min()
    }

    fn take_due(&mut self, now: Instant) -> Vec<LicenseNumber> {
        let due: Vec<_> = self
            .0
            .iter()
            .filter(|(_, (first, last))| now >= (*last + QUIET).min(*first + AT_MOST))
            .map(|(license, _)| license.clone())
            .collect();
        self.0.retain(|license, _| !due.contains(license));
        due
    }
}

/// What was heard in one go.
#[derive(Default)]
struct Batch {
    states: BTreeMap<i64, State>,
    recorded: BTreeSet<i64>,
    others: bool,
    /// What the outbox said last of whether it can go on; none where it said nothing.
    stalled: Option<Option<String>>,
}

impl Batch {
    fn add(&mut self, heard: Heard) {
        let Heard::News(news) = heard else {
            self.others = true;
            return;
        };
        self.others |= news.others;
        for (id, state) in news.changed {
            self.states.insert(id.0, state);
            if state == State::Confirmed {
                self.recorded.insert(id.0);
            }
        }
        self.stalled = Some(news.stalled);
    }
}

impl Desk {
    /// Listens until `stop`.
    pub(crate) async fn listen_to_outbox(self, mut heard: mpsc::UnboundedReceiver<Heard>, stop: CancellationToken) {
        let mut wakes = Wakes::default();
        loop {
            let due = wakes.due();
            let first = tokio::select! {
                () = stop.cancelled() => return,
                first = heard.recv() => first,
                () = sleep_until(due) => {
                    for license in wakes.take_due(Instant::now()) {
                        self.inner.runs.wake(&license);
                    }
                    continue;
                }
            };
            let Some(first) = first else { return };
            let mut batch = Batch::default();
            batch.add(first);
            while let Ok(more) = heard.try_recv() {
                batch.add(more);
            }
            match self.take_up_news(batch).await {
                Ok(recorded) => {
                    for license in recorded {
                        wakes.recorded(license, Instant::now());
                    }
                }
                Err(fault) => {
                    tracing::warn!(code = ?fault.code, details = %fault.details, "news could not be taken up")
                }
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// Gives the licenses of which something was recorded.
    async fn take_up_news(&self, batch: Batch) -> Result<BTreeSet<LicenseNumber>, DeskError> {
        if let Some(stalled) = batch.stalled {
            *self.reports().stalled() = stalled;
        }
        self.refresh(batch.states.keys().copied().collect()).await?;
        if batch.others {
            self.look_at_connection().await?;
        }
        self.inner.feed.outbox();
        let needing: Vec<i64> =
            batch.states.iter().filter(|(_, state)| **state == State::NeedsPerson).map(|(id, _)| *id).collect();
        if !needing.is_empty() {
            self.notify_of(needing).await?;
        }
        let index = self.reports().index();
        let license_of = |id: &i64| index.get(*id).map(|held| held.intent.license.clone());
        Ok(batch.recorded.iter().filter_map(license_of).collect())
    }

    /// Whether there is a connection, as far as sync and outbox know; a time without one begins or ends by that.
    async fn look_at_connection(&self) -> Result<(), DeskError> {
        let ledger = self.inner.ledger.clone();
        let holds = blocking(move || ledger.outbox_holds()).await??;
        let offline: BTreeSet<_> = holds
            .iter()
            .filter(|row| HoldCause::from_code(&row.cause) == Some(HoldCause::Offline))
            .map(|row| LicenseNumber::new(&row.license))
            .collect();
        let (waiting, held): (Vec<i64>, bool) = {
            let index = self.reports().index();
            let open = || index.all().filter(|held| !held.intent.progress.state.is_settled());
            let held = open().any(|held| offline.contains(&held.intent.license));
            (open().map(|held| held.intent.id.0).collect(), held)
        };
        let since = self.inner.runs.offline_since();
        if since.is_some() || held {
            self.reports().episode().offline(since.unwrap_or_else(|| self.now()), waiting);
        } else {
            self.reports().episode().online();
        }
        Ok(())
    }

    /// Tells the person, once for all of them.
    async fn notify_of(&self, ids: Vec<i64>) -> Result<(), DeskError> {
        let (ledger, host) = (self.inner.ledger.clone(), self.inner.config.host.clone());
        blocking(move || {
            let rows = ledger.outbox_intents(&ids)?;
            let (title, body) = match rows.as_slice() {
                [] => return Ok(()),
                [one] => {
                    let what = intent_of(one).map(|intent| sentence_of(&intent)).unwrap_or_default();
                    (say::reports_notice_one().to_string(), what)
                }
                many => (say::reports_notice_many(many.len()).to_string(), say::reports_notice_body().to_string()),
            };
            // The Outbox says the same, so that a system without notifications loses nothing.
            if let Err(fault) = host.notify(&title, &body) {
                tracing::warn!(%fault, "the system shows no notification");
            }
            Ok(())
        })
        .await?
    }
}

async fn sleep_until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}
