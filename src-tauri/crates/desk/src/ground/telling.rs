//! What the page is told: all that it draws itself from; and events, gathered and sent at most ten times a second, so that
//! a first load does not drown it.

use std::time::Duration;

use mirror::TransferList;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::contract::{AppSnapshot, Change, DeskError, DeskEvent};
use crate::desk::{Desk, blocking};
use crate::state::notices::StandingNotice;

/// The least time between two deliveries.
const PAUSE: Duration = Duration::from_millis(100);

/// The least time between two words of drafts: whoever hears them reads every draft anew.
const DRAFTS_PAUSE: Duration = Duration::from_secs(1);

/// Words of drafts that are told seldom and never lost. Pure: times come in as arguments.
#[derive(Debug, Default)]
struct Seldom {
    told: Option<Instant>,
    waits: bool,
}

impl Seldom {
    /// There is something to tell.
    fn wants(&mut self) {
        self.waits = true;
    }

    /// Whether to tell it now.
    fn tells(&mut self, now: Instant) -> bool {
        let tells = self.due(now).is_some_and(|due| due <= now);
        if tells {
            (self.told, self.waits) = (Some(now), false);
        }
        tells
    }

    /// When what waits is to be told; none where nothing does.
    fn due(&self, now: Instant) -> Option<Instant> {
        self.waits.then(|| self.told.map_or(now, |told| told + DRAFTS_PAUSE))
    }
}

impl Desk {
    /// Everything the page needs to draw itself.
    pub(crate) async fn snapshot(&self) -> Result<AppSnapshot, DeskError> {
        let revision = self.revision().await?;
        // Each lock is let go before the next is asked for: within one expression they would all be held to its end.
        let accounts = self.accounts().for_the_page();
        let notices = self.notices().iter().map(StandingNotice::said).collect();
        let sync = self.current_status();
        Ok(AppSnapshot {
            version: env!("CARGO_PKG_VERSION").into(),
            platform: std::env::consts::OS.into(),
            accounts,
            notices,
            keychain: self.inner.config.keychain.kind(),
            sync,
            outbox: self.outbox_status().await?,
            revision,
        })
    }

    /// Delivers until `stop`.
    pub(crate) async fn deliver(self, mut revision: i64, stop: CancellationToken) {
        let mut drafts = Seldom::default();
        loop {
            let due = drafts.due(Instant::now());
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.inner.feed.wait() => {}
                () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {}
            }
            let waiting = self.inner.feed.take();
            revision = self.deliver_changes(revision, &mut drafts).await;
            if waiting.snapshot {
                self.inner.event(&DeskEvent::Snapshot);
            }
            if waiting.sync {
                let status = Box::new(self.current_status());
                self.inner.event(&DeskEvent::Sync { status });
            }
            if waiting.outbox {
                match self.outbox_status().await {
                    Ok(status) => {
                        self.inner.event(&DeskEvent::Outbox { status: Box::new(status) });
                        // A report may carry a draft, whose stage is told from it.
                        drafts.wants();
                    }
                    Err(fault) => {
                        tracing::warn!(code = ?fault.code, details = %fault.details, "the outbox cannot be told of")
                    }
                }
            }
            if drafts.tells(Instant::now()) {
                self.inner.event(&DeskEvent::Drafts);
            }
            for progress in waiting.jobs.into_values() {
                self.inner.event(&DeskEvent::Job { progress });
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    async fn deliver_changes(&self, since: i64, drafts: &mut Seldom) -> i64 {
        let mirror = self.mirror();
        let changes = match blocking(move || mirror.changes_since(since)).await {
            Ok(Ok(changes)) => changes,
            Ok(Err(fault)) => {
                tracing::warn!(%fault, "the change feed could not be read");
                return since;
            }
            Err(fault) => {
                tracing::warn!(%fault, "the change feed could not be read");
                return since;
            }
        };
        if !changes.complete {
            // The feed does not reach back so far: the page draws itself anew.
            self.inner.event(&DeskEvent::Snapshot);
        }
        if changes.by.iter().any(|(shown, _)| TransferList::of_collection(shown.collection).is_some()) {
            drafts.wants();
        }
        if changes.revision > since && !changes.by.is_empty() {
            let records = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
            let list = changes
                .by
                .into_iter()
                .map(|(shown, n)| Change {
                    collection: shown.collection,
                    license: shown.license,
                    tab: shown.tab,
                    records: records(n),
                })
                .collect();
            self.inner.event(&DeskEvent::Changes { revision: changes.revision, changes: list });
        }
        changes.revision
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_told_of_once_a_second_at_most_and_the_last_word_is_not_lost() {
        let (mut drafts, began) = (Seldom::default(), Instant::now());
        let mut told = Vec::new();
        for tenth in 0..40_u32 {
            let now = began + PAUSE * tenth;
            // News in every tenth of the first two seconds.
            if tenth < 20 {
                drafts.wants();
            }
            if drafts.tells(now) {
                told.push(tenth);
            }
        }
        assert_eq!(told, [0, 10, 20], "at once, then once a second, the last of them too");
        assert_eq!(drafts.due(began), None);
    }
}
