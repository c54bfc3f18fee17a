//! Everything about one report, in sentences.

use ledger::{AttemptRow, AuditRow};
use outbox::{Fact, Happening, Intent, Reason, Snapshot, State, Tells, intent_of};
use words::say;

use super::page::no_such_report;
use super::told;
use crate::contract::{ActionForm, DeskError, OutboxAttempt, OutboxEvent, OutboxFact, OutboxStory, OutboxStoryFind};
use crate::desk::{Desk, blocking};
use crate::kinds::{self, moved};

impl Desk {
    pub(crate) async fn outbox_story(&self, request: OutboxStoryFind) -> Result<OutboxStory, DeskError> {
        let (ledger, id) = (self.inner.ledger.clone(), request.intent);
        let read = blocking(move || -> Result<_, DeskError> {
            let Some(row) = ledger.outbox_intents(&[id])?.into_iter().next() else { return Ok(None) };
            let (attempts, audit) = ledger.outbox_story(id)?;
            Ok(Some((intent_of(&row)?, attempts, audit)))
        })
        .await??;
        let Some((intent, attempts, audit)) = read else { return Err(no_such_report(id)) };
        let Some(line) = self.outbox_rows(vec![intent.clone()]).await?.into_iter().next() else {
            return Err(no_such_report(id));
        };
        Ok(OutboxStory {
            line,
            form: form_of(&intent),
            body: intent.body.clone(),
            facts: facts(&intent),
            choices: moved::choices(&intent, self.now()),
            attempts: attempts.into_iter().map(attempt).collect(),
            events: audit.into_iter().map(event).collect(),
            waits_for: intent.after.iter().map(|id| id.0).collect(),
            supersedes: intent.supersedes.map(|id| id.0),
            superseded_by: intent.progress.superseded_by.map(|id| id.0),
        })
    }
}

/// The form that a report came from.
fn form_of(intent: &Intent) -> Option<ActionForm> {
    let to = intent.promise.as_ref().and_then(|promise| promise.to);
    kinds::told(&intent.write).map(|told| told.form(to))
}

/// What is known, side by side: as the last reading left it; where the state may not be read, what was there before
/// and what was wanted.
fn facts(intent: &Intent) -> Vec<OutboxFact> {
    match &intent.progress.reason {
        Some(Reason::CannotTell { facts } | Reason::NotShown { facts } | Reason::Moved { facts }) => {
            facts.iter().map(fact).collect()
        }
        Some(Reason::MayNotRead { .. } | Reason::KeepsFailing { .. })
            if intent.progress.state == State::NeedsPerson =>
        {
            unread(intent)
        }
        _ => Vec::new(),
    }
}

fn fact(fact: &Fact) -> OutboxFact {
    OutboxFact {
        what: fact.what.clone(),
        before: fact.before.clone(),
        wanted: fact.wanted.clone(),
        now: fact.now.clone(),
    }
}

/// What can be told without a reading.
fn unread(intent: &Intent) -> Vec<OutboxFact> {
    let Some(Snapshot::Package(before)) = &intent.progress.before else { return Vec::new() };
    let now = match intent.progress.reason {
        Some(Reason::KeepsFailing { .. }) => say::reports_fact_as_before(),
        _ => say::reports_fact_may_not_read(),
    };
    let Some(told) = kinds::told(&intent.write) else { return Vec::new() };
    let (what, before, wanted) = told.unread(before);
    vec![OutboxFact { what: what.to_string(), before, wanted, now: now.to_string() }]
}

fn attempt(row: AttemptRow) -> OutboxAttempt {
    OutboxAttempt {
        attempt: row.id,
        begun_at: row.begun_at.to_string(),
        ended_at: row.ended_at.map(|at| at.to_string()),
        outcome: told::ended(&row.outcome).to_string(),
        status: row.status,
        said: row.said,
        carried: i64::try_from(row.intents.len()).unwrap_or(i64::MAX),
        hash: row.hash,
    }
}

fn event(row: AuditRow) -> OutboxEvent {
    // What was sent stands in the body already, to the letter.
    let carries_body = Happening::from_code(&row.what).is_some_and(|what| what.tells() == Tells::Body);
    let detail = if carries_body { String::new() } else { row.detail };
    OutboxEvent { at: row.at.to_string(), who: row.who, what: told::happened(&row.what).to_string(), detail }
}
