//! Queueing what was reviewed: refused where something has changed since, all or nothing for each license.

use std::collections::BTreeSet;

use ledger::Condition;
use outbox::{CommandError, IntentId, OutboxHandle};
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use words::say;

use super::review::by_license;
use crate::contract::{ActionQueue, ActionQueued, DeskError, ErrorCode};
use crate::desk::{Desk, blocking};
use crate::state::reviews::{Ready, Reviewed};

/// What a command queued, as it is remembered; how the outbox stands is told anew each time.
#[derive(Serialize, Deserialize)]
struct Queued {
    intents: Vec<i64>,
    sentence: String,
}

impl Desk {
    pub(crate) async fn action_queue(&self, request: ActionQueue) -> Result<ActionQueued, DeskError> {
        let id = request.request_id.clone();
        let review = request.review;
        // A review is queued once, whoever asks and however often: its own id is remembered like a request's.
        let of_review = async { self.once("action_queue", &review_id(review), self.queue(review)).await };
        let queued = self.once("action_queue", &id, of_review).await?;
        // The grid shows what waits from the next window on.
        self.refresh(queued.intents.clone()).await?;
        let outbox = self.outbox_status().await?;
        Ok(ActionQueued { intents: queued.intents, sentence: queued.sentence, outbox })
    }

    async fn queue(&self, id: i64) -> Result<Queued, DeskError> {
        let review = self.inner.page.reviews.get(id)?;
        if review.ready.is_empty() {
            return Err(DeskError::bad_request(say::reports_review_empty(), say::reports_review_empty_next()));
        }
        let outbox = self.outbox().await?;
        let mut parts = Vec::new();
        for (license, ready) in by_license(&review.ready) {
            let part = part_id(id, &license);
            let ledger = self.inner.ledger.clone();
            let asked = part.clone();
            // A part that was queued before its command broke off is not judged again: it gives its first answer.
            let before = blocking(move || ledger.outbox_of_request(&asked)).await??;
            parts.push((license, ready, part, !before.is_empty()));
        }
        let fresh = parts.iter().filter(|part| !part.3).flat_map(|part| part.1.iter().copied());
        self.still_so(&fresh.collect::<Vec<_>>(), &review).await?;
        let mut intents = Vec::new();
        for (license, ready, part, _) in &parts {
            match self.queue_part(&outbox, &review, license, ready, part).await {
                Ok(made) => intents.extend(made),
                Err(fault) if intents.is_empty() => return Err(fault),
                Err(fault) => return Err(half_done(&intents, license, fault)),
            }
        }
        self.inner.page.reviews.forget(id);
        Ok(Queued { sentence: review.wish.promise(intents.len(), review.unit.as_deref()).to_string(), intents })
    }

    async fn queue_part(
        &self,
        outbox: &OutboxHandle,
        review: &Reviewed,
        license: &LicenseNumber,
        ready: &[&Ready],
        part: &str,
    ) -> Result<Vec<i64>, DeskError> {
        let who = &self.inner.who();
        let unchanged = vec![as_reviewed(review, license, ready)];
        let done = match (review.replaces, ready) {
            (Some(old), [one]) => outbox.edit_if(unchanged, part, who, old, one.wanted.clone()).await,
            _ => {
                let writes = ready.iter().map(|one| (one.wanted.clone(), Vec::new())).collect();
                outbox.submit_if(unchanged, part, who, license, writes).await
            }
        };
        let done = match done {
            Err(CommandError::Overtaken) => return Err(overtaken()),
            done => done?,
        };
        if let Some(refusal) = done.refused.first() {
            let why = say::reports_queue_refused(refusal.to_string());
            return Err(DeskError::bad_request(why, say::reports_look_in_outbox()));
        }
        let mut ids: Vec<i64> = done.made.iter().map(|id| id.0).collect();
        if let Some(old) = review.replaces {
            // The one that was edited leaves the index with the same look.
            self.refresh(vec![old.0]).await?;
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// Whether every package is as the review showed it: its record, and what waits for it.
    async fn still_so(&self, ready: &[&Ready], review: &Reviewed) -> Result<(), DeskError> {
        let ids: Vec<_> = ready.iter().map(|one| (one.package.license.clone(), one.package.package_id)).collect();
        let briefs = self.read(move |mirror| mirror.briefs(&ids)).await?;
        let index = self.reports().index();
        let changed = ready.iter().zip(&briefs).filter(|(one, brief)| {
            let Some(brief) = brief else { return true };
            let now = Self::seen(&index, brief, review.replaces);
            let before: BTreeSet<IntentId> = one.seen.held.iter().copied().collect();
            let another = now.held.iter().any(|id| !before.contains(id));
            // What waited and is recorded by now changes the record as it was announced: that is no surprise.
            let other_record = before.is_empty() && now.print != one.seen.print;
            another || other_record || now.effective != one.seen.effective
        });
        match changed.count() {
            0 => Ok(()),
            count => Err(stale(count)),
        }
    }
}

/// What must still be so when a part is queued: nothing else was queued for its packages since they were looked at, and
/// what the review counted on still stands.
fn as_reviewed(review: &Reviewed, license: &LicenseNumber, ready: &[&Ready]) -> Condition {
    let ids = |of: fn(&Ready) -> &Vec<IntentId>| ready.iter().flat_map(|one| of(one)).map(|id| id.0).collect();
    Condition::EntitiesAsSeen {
        license: license.clone(),
        entities: ready.iter().map(|one| one.wanted.write.entity().key()).collect(),
        last: review.last_intent,
        seen: ids(|one| &one.seen.held),
        counted_on: ids(|one| &one.seen.counted_on),
    }
}

/// By which it is remembered that a review was queued. Reviews' ids never come back.
fn review_id(review: i64) -> String {
    format!("review {review}")
}

/// Each license's part of a review has an id of its own, the same whoever queues it.
fn part_id(review: i64, license: &LicenseNumber) -> String {
    format!("review {review}#{license}")
}

fn stale(count: usize) -> DeskError {
    DeskError {
        code: ErrorCode::Stale,
        message: say::reports_stale(count).to_string(),
        next: say::reports_review_again().to_string(),
        details: String::new(),
        retry: false,
    }
}

/// Something was queued or taken back between the look and the commit.
fn overtaken() -> DeskError {
    DeskError {
        code: ErrorCode::Stale,
        message: say::reports_overtaken().to_string(),
        next: say::reports_review_again().to_string(),
        details: String::new(),
        retry: false,
    }
}

/// A second license's part could not be queued.
fn half_done(intents: &[i64], license: &LicenseNumber, fault: DeskError) -> DeskError {
    DeskError { message: say::reports_half_done(intents.len(), license.as_str(), &fault.message).to_string(), ..fault }
}
