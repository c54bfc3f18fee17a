//! Everything about one report, in sentences.

use ledger::{AttemptRow, AuditRow};
use outbox::{Fact, Intent, Reason, Snapshot, State, Write, intent_of};
use words::{Words, say};

use super::moved;
use super::page::no_such_report;
use crate::contract::{
    ActionForm, AdjustMode, DeskError, OutboxAttempt, OutboxEvent, OutboxFact, OutboxStory, OutboxStoryFind,
};
use crate::desk::{Desk, blocking};

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
        let Some(line) = self.lines(vec![intent.clone()]).await?.into_iter().next() else {
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

/// The form that a write came from: what was set is set in it.
fn form_of(intent: &Intent) -> Option<ActionForm> {
    let to = intent.promise.as_ref().and_then(|promise| promise.to);
    Some(match &intent.write {
        Write::Finish { date, .. } => ActionForm::Finish { date: *date },
        Write::Unfinish { .. } => ActionForm::Unfinish,
        Write::Adjust { by, reason, note, date, .. } => ActionForm::Adjust {
            mode: if to.is_some() { AdjustMode::To } else { AdjustMode::By },
            amount: to.unwrap_or(*by).normalize().to_string(),
            reason: reason.clone(),
            note: note.clone().unwrap_or_default(),
            date: *date,
        },
        Write::Location { location, sublocation, date, .. } => ActionForm::Location {
            location: location.clone(),
            sublocation: sublocation.clone().unwrap_or_default(),
            date: *date,
        },
        Write::Note { note, .. } => ActionForm::Note { note: note.clone() },
        Write::Item { item, .. } => ActionForm::Item { item: item.clone() },
        _ => return None,
    })
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
    let quantity = |amount: rust_decimal::Decimal| format!("{} {}", rules::amount_words(amount), before.unit);
    let yes_no = |yes: bool| if yes { say::reports_fact_yes() } else { say::reports_fact_no() }.to_string();
    let (what, before, wanted) = match &intent.write {
        Write::Finish { .. } => (say::reports_fact_finished(), yes_no(before.finished), yes_no(true)),
        Write::Unfinish { .. } => (say::reports_fact_finished(), yes_no(before.finished), yes_no(false)),
        Write::Adjust { by, .. } => {
            let after = before.quantity.and_then(|held| held.checked_add(*by));
            let (before, after) = (before.quantity.map(quantity), after.map(quantity));
            (say::reports_fact_quantity(), before.unwrap_or_default(), after.unwrap_or_default())
        }
        Write::Location { location, .. } => {
            (say::reports_fact_location(), before.location.clone().unwrap_or_default(), location.clone())
        }
        Write::Note { note, .. } => (say::reports_fact_note(), before.note.clone().unwrap_or_default(), note.clone()),
        Write::Item { item, .. } => (say::reports_fact_item(), before.item.clone().unwrap_or_default(), item.clone()),
        _ => return Vec::new(),
    };
    vec![OutboxFact { what: what.to_string(), before, wanted, now: now.to_string() }]
}

fn attempt(row: AttemptRow) -> OutboxAttempt {
    OutboxAttempt {
        attempt: row.id,
        begun_at: row.begun_at.to_string(),
        ended_at: row.ended_at.map(|at| at.to_string()),
        outcome: ended(&row.outcome).to_string(),
        status: row.status,
        said: row.said,
        carried: i64::try_from(row.intents.len()).unwrap_or(i64::MAX),
        hash: row.hash,
    }
}

/// How a request ended, in a sentence.
fn ended(outcome: &str) -> Words {
    match outcome {
        "accepted" => say::reports_ended_accepted(),
        "refused" => say::reports_ended_refused(),
        "asked" => say::reports_ended_asked(),
        "key_refused" => say::reports_ended_key_refused(),
        "not_sent" => say::reports_ended_not_sent(),
        "blocked" => say::reports_ended_blocked(),
        "foreign" => say::reports_ended_foreign(),
        "lost" => say::reports_ended_lost(),
        _ => say::reports_ended_unknown(),
    }
}

fn event(row: AuditRow) -> OutboxEvent {
    let sentence = happened(&row.what).to_string();
    // What was sent stands in the body already, to the letter.
    let detail = if matches!(row.what.as_str(), "queued" | "sent") { String::new() } else { row.detail };
    OutboxEvent { at: row.at.to_string(), who: row.who, what: sentence, detail }
}

/// A line of the audit, in a sentence.
pub(super) fn happened(what: &str) -> Words {
    match what {
        "queued" => say::reports_event_queued(),
        "sent" => say::reports_event_sent(),
        "accepted" => say::reports_event_accepted(),
        "refused" => say::reports_event_refused(),
        "confirmed" => say::reports_event_confirmed(),
        "already so" => say::reports_event_already_so(),
        "answer lost" => say::reports_event_answer_lost(),
        "answered by another" => say::reports_event_answered_by_another(),
        "not recorded" => say::reports_event_not_recorded(),
        "proven not recorded" => say::reports_event_proven_not_recorded(),
        "keeps failing" => say::reports_event_keeps_failing(),
        "sent with a refused one" => say::reports_event_sent_with_a_refused_one(),
        "may not be read" => say::reports_event_may_not_be_read(),
        "a person must decide" => say::reports_event_a_person_must_decide(),
        "the state moved" => say::reports_event_the_state_moved(),
        "interrupted" => say::reports_event_interrupted(),
        "an older copy of the ledger" => say::reports_event_an_older_copy(),
        "blocked" => say::reports_event_blocked(),
        "free again" => say::reports_event_free_again(),
        "edited" => say::reports_event_edited(),
        "withdrawn" => say::reports_event_withdrawn(),
        "given up" => say::reports_event_given_up(),
        "decided: recorded" => say::reports_event_decided_recorded(),
        "decided: send as meant" => say::reports_event_decided_send_as_meant(),
        "decided: send again" => say::reports_event_decided_send_again(),
        "decided: look again" => say::reports_event_decided_look_again(),
        other => say::reports_event_other(other),
    }
}
