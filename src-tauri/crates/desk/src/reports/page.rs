//! The Outbox page's commands.

use outbox::{Decision, Done, IntentId, Refusal, Wanted, intent_of};
use serde::{Deserialize, Serialize};
use words::say;

use crate::contract::{
    DeskError, ErrorCode, OutboxClear, OutboxDecide, OutboxDecision, OutboxDone, OutboxGroup, OutboxList,
    OutboxListFind, OutboxRefusal, OutboxWithdraw, Requested,
};
use crate::desk::{Desk, blocking};
use crate::ground::outbox::inner_id;
use crate::ground::outbox::status::states_of;

/// Most lines of one call.
const MOST_LINES: i64 = 500;
/// Most intents that one command names.
const MOST_INTENTS: usize = 10_000;

/// What a command did, as it is remembered; how the outbox stands is told anew each time.
#[derive(Debug, Serialize, Deserialize)]
struct Did {
    changed: i64,
    refused: Vec<OutboxRefusal>,
}

impl Desk {
    pub(crate) async fn outbox_list(&self, request: OutboxListFind) -> Result<OutboxList, DeskError> {
        let (Ok(from), Ok(count)) = (u32::try_from(request.from), u32::try_from(request.count)) else {
            return Err(DeskError::bad_request(say::desk_bad_lines(), say::desk_restart()));
        };
        if request.count > MOST_LINES {
            return Err(DeskError::bad_request(say::desk_too_many_lines(count, MOST_LINES), say::desk_restart()));
        }
        let states = states_of(request.group);
        let ledger = self.inner.ledger.clone();
        let (total, intents) = blocking(move || -> Result<_, DeskError> {
            let counts = ledger.outbox_counts()?;
            let total: i64 = counts.iter().filter(|(s, _)| states.contains(&s.as_str())).map(|(_, n)| n).sum();
            let all = u32::try_from(total).unwrap_or(u32::MAX);
            let left = all.saturating_sub(from);
            let count = count.min(left);
            // The ledger gives the newest change first; what waits is shown oldest first, so its window is the mirror
            // image from the other end.
            let oldest_first = request.group == OutboxGroup::Waiting;
            let start = if oldest_first { left - count } else { from };
            let mut rows = ledger.outbox_in_states(&states, start, count)?;
            if oldest_first {
                rows.reverse();
            }
            let intents = rows.iter().map(intent_of).collect::<Result<Vec<_>, _>>()?;
            Ok((total, intents))
        })
        .await??;
        Ok(OutboxList { total, lines: self.outbox_rows(intents).await? })
    }

    pub(crate) async fn outbox_withdraw(&self, request: OutboxWithdraw) -> Result<OutboxDone, DeskError> {
        let ids = named(request.intents)?;
        let did = self
            .once("outbox_withdraw", &request.request_id, async {
                let wanted = ids.iter().copied().map(IntentId).collect();
                let outbox = self.outbox().await?;
                let done = outbox.withdraw(&inner_id(&request.request_id), &self.inner.who(), wanted).await?;
                Ok(Did::of(ids.len(), done.refused))
            })
            .await?;
        self.done(did, ids).await
    }

    pub(crate) async fn outbox_decide(&self, request: OutboxDecide) -> Result<OutboxDone, DeskError> {
        let decision = match request.decision {
            OutboxDecision::Recorded => Some(Decision::Recorded),
            OutboxDecision::SendAgain => Some(Decision::SendAgain),
            OutboxDecision::CheckAgain => Some(Decision::CheckAgain),
            OutboxDecision::SendAsMeant => Some(Decision::SendAsMeant),
            OutboxDecision::SetAnew => None,
        };
        let did = self
            .once("outbox_decide", &request.request_id, async {
                let (id, outbox) = (IntentId(request.intent), self.outbox().await?);
                let (inner, who) = (inner_id(&request.request_id), &self.inner.who());
                let done = match decision {
                    Some(decision) => outbox.decide(&inner, who, id, decision).await?,
                    // What was queued stays as it was; another report takes its place.
                    None => match self.set_anew(request.intent).await? {
                        Some(wanted) => outbox.edit(&inner, who, id, wanted).await?,
                        None => Done { refused: vec![Refusal::NothingToDecide(id)], ..Done::default() },
                    },
                };
                self.refresh(done.made.iter().map(|id| id.0).collect()).await?;
                if done.refused.iter().any(|refusal| matches!(refusal, Refusal::NotThere(_))) {
                    return Err(no_such_report(request.intent));
                }
                Ok(Did::of(1, done.refused))
            })
            .await?;
        self.done(did, vec![request.intent]).await
    }

    /// What makes the package hold now what a person set, where the state moved since.
    async fn set_anew(&self, intent: i64) -> Result<Option<Wanted>, DeskError> {
        let (ledger, now) = (self.inner.ledger.clone(), self.now());
        let rows = blocking(move || ledger.outbox_intents(&[intent])).await??;
        let Some(row) = rows.first() else { return Err(no_such_report(intent)) };
        Ok(intent_of(row)?.set_anew(now))
    }

    pub(crate) async fn outbox_clear(&self, request: OutboxClear) -> Result<OutboxDone, DeskError> {
        let did = self
            .once("outbox_clear", &request.request_id, async {
                let ids = if request.intents.is_empty() { self.all_done().await? } else { named(request.intents)? };
                if ids.is_empty() {
                    return Ok((Did::of(0, Vec::new()), ids));
                }
                let wanted = ids.iter().copied().map(IntentId).collect();
                let outbox = self.outbox().await?;
                let done = outbox.archive(&inner_id(&request.request_id), &self.inner.who(), wanted).await?;
                Ok((Did::of(ids.len(), done.refused), ids))
            })
            .await?;
        self.done(did.0, did.1).await
    }

    async fn all_done(&self) -> Result<Vec<i64>, DeskError> {
        let (ledger, states) = (self.inner.ledger.clone(), states_of(OutboxGroup::Done));
        let most = u32::try_from(MOST_INTENTS).unwrap_or(u32::MAX);
        let rows = blocking(move || ledger.outbox_in_states(&states, 0, most)).await??;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    pub(crate) async fn outbox_try(&self, _: Requested) -> Result<OutboxDone, DeskError> {
        self.outbox().await?.online().await;
        self.inner.runs.wake_offline();
        self.done(Did::of(0, Vec::new()), Vec::new()).await
    }

    pub(crate) async fn outbox_summary_seen(&self, _: Requested) -> Result<OutboxDone, DeskError> {
        let changed = i64::from(self.reports().episode().seen());
        self.inner.feed.outbox();
        self.done(Did { changed, refused: Vec::new() }, Vec::new()).await
    }

    /// The answer of a command, with the index and the numbers as they are after it.
    async fn done(&self, did: Did, ids: Vec<i64>) -> Result<OutboxDone, DeskError> {
        self.refresh(ids).await?;
        Ok(OutboxDone { changed: did.changed, refused: did.refused, outbox: self.outbox_status().await? })
    }
}

impl Did {
    fn of(named: usize, refused: Vec<Refusal>) -> Self {
        let changed = i64::try_from(named.saturating_sub(refused.len())).unwrap_or(i64::MAX);
        let refused = refused
            .into_iter()
            .map(|refusal| OutboxRefusal { intent: intent_in(&refusal), sentence: refusal.to_string() })
            .collect();
        Self { changed, refused }
    }
}

/// The intent that a refusal is about; 0 where it is about none.
fn intent_in(refusal: &Refusal) -> i64 {
    match refusal {
        Refusal::NotThere(id)
        | Refusal::OnItsWay(id)
        | Refusal::Over(id)
        | Refusal::NothingToDecide(id)
        | Refusal::NotOver(id)
        | Refusal::OtherEntity(id) => id.0,
        _ => 0,
    }
}

/// Each once, and neither none nor too many.
fn named(mut intents: Vec<i64>) -> Result<Vec<i64>, DeskError> {
    intents.sort_unstable();
    intents.dedup();
    match intents.len() {
        0 => Err(DeskError::bad_request(say::reports_none_chosen(), say::reports_none_chosen_next())),
        1..=MOST_INTENTS => Ok(intents),
        many => Err(DeskError {
            code: ErrorCode::TooMany,
            message: say::reports_too_many(many).to_string(),
            next: say::reports_too_many_next(MOST_INTENTS).to_string(),
            details: String::new(),
            retry: false,
        }),
    }
}

pub(super) fn no_such_report(intent: i64) -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: say::reports_not_there().to_string(),
        next: say::reports_not_there_next().to_string(),
        details: format!("report {intent}"),
        retry: false,
    }
}
