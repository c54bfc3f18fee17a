//! Everything about one report, in sentences.

use ledger::{AttemptRow, AuditRow};
use outbox::{Fact, Intent, Reason, Snapshot, State, Write, intent_of};

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
        Some(Reason::KeepsFailing { .. }) => "as before",
        _ => "your key may not read it",
    };
    let quantity = |amount: rust_decimal::Decimal| format!("{} {}", rules::amount_words(amount), before.unit);
    let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let (what, before, wanted) = match &intent.write {
        Write::Finish { .. } => ("Finished", yes_no(before.finished), yes_no(true)),
        Write::Unfinish { .. } => ("Finished", yes_no(before.finished), yes_no(false)),
        Write::Adjust { by, .. } => {
            let after = before.quantity.and_then(|held| held.checked_add(*by));
            ("Quantity", before.quantity.map(quantity).unwrap_or_default(), after.map(quantity).unwrap_or_default())
        }
        Write::Location { location, .. } => ("Location", before.location.clone().unwrap_or_default(), location.clone()),
        Write::Note { note, .. } => ("Note", before.note.clone().unwrap_or_default(), note.clone()),
        Write::Item { item, .. } => ("Item", before.item.clone().unwrap_or_default(), item.clone()),
        _ => return Vec::new(),
    };
    vec![OutboxFact { what: what.to_owned(), before, wanted, now: now.to_owned() }]
}

fn attempt(row: AttemptRow) -> OutboxAttempt {
    OutboxAttempt {
        attempt: row.id,
        begun_at: row.begun_at.to_string(),
        ended_at: row.ended_at.map(|at| at.to_string()),
        outcome: ended(&row.outcome).to_owned(),
        status: row.status,
        said: row.said,
        carried: i64::try_from(row.intents.len()).unwrap_or(i64::MAX),
        hash: row.hash,
    }
}

/// How a request ended, in a sentence.
fn ended(outcome: &str) -> &'static str {
    match outcome {
        "accepted" => "The state accepted it.",
        "refused" => "The state refused it; nothing of it was recorded.",
        "asked" => "The state asked us to wait; nothing was recorded.",
        "key_refused" => "The state does not accept the keys; nothing was recorded.",
        "not_sent" => "No connection came about; nothing left this computer.",
        "blocked" => {
            "Something between this computer and the state let no connection come about; nothing left this computer."
        }
        "foreign" => {
            "Something between this computer and the state answered; that does not tell whether it was recorded."
        }
        "lost" => "It was sent, and no answer came that tells whether it was recorded.",
        _ => "How it ended is not known: Trackside closed while it was on its way, or it is on its way now.",
    }
}

fn event(row: AuditRow) -> OutboxEvent {
    let sentence = happened(&row.what);
    // What was sent stands in the body already, to the letter.
    let detail = if matches!(row.what.as_str(), "queued" | "sent") { String::new() } else { row.detail };
    OutboxEvent { at: row.at.to_string(), who: row.who, what: sentence, detail }
}

/// A line of the audit, in a sentence.
pub(super) fn happened(what: &str) -> String {
    let sentence = match what {
        "queued" => "Queued on this computer.",
        "sent" => "Sent to the state.",
        "accepted" => "The state accepted it.",
        "refused" => "The state refused it.",
        "confirmed" => "Read back: the state recorded it.",
        "already so" => "The state already had it so; nothing was sent.",
        "answer lost" => "No answer came that tells whether the state recorded it.",
        "answered by another" => {
            "Something between this computer and the state answered in its place; whether it was recorded is being checked."
        }
        "not recorded" => "It did not reach the state; it waits again.",
        "proven not recorded" => "Read back: the state recorded nothing; it waits to be sent again.",
        "keeps failing" => "The state failed at it time and again; a person decides.",
        "sent with a refused one" => "Another report of the same request was refused; this one is being checked.",
        "may not be read" => "The keys may not read the state\u{2019}s record of it.",
        "a person must decide" => "What can be read does not settle whether it was recorded; a person decides.",
        "the state moved" => {
            "The state did not hold what was seen at the review, so nothing was sent; a person decides."
        }
        "interrupted" => "Trackside closed while it was being sent; it is being checked.",
        "an older copy of the ledger" => {
            "An older copy of Trackside\u{2019}s file took its place; it is being checked."
        }
        "blocked" => "Another report that it comes after is stuck; it waits for that one.",
        "free again" => "The report that it waited for is settled; it goes on.",
        "edited" => "An edit took its place.",
        "withdrawn" => "Taken back.",
        "given up" => "Given up and cleared from the Outbox.",
        "decided: recorded" => "Decided: it was recorded.",
        "decided: send as meant" => "Decided: send it as it was meant.",
        "decided: send again" => "Decided: send again.",
        "decided: look again" => "Decided: look again.",
        other => return format!("{other}."),
    };
    sentence.to_owned()
}
