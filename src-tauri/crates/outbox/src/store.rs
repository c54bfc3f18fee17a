//! The machine's changes as the ledger's rows, and back.

use jiff::Timestamp;
use ledger::{AttemptRow, AuditRow, HoldRow, IntentRow, Ledger, LedgerError, OutboxChange};
use rules::LicenseNumber;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::event::{Change, Hold};
use crate::happening::HoldCause;
use crate::intent::{Intent, IntentId, State};
use crate::kinds::Write;
use crate::machine::{Over, Restored};
use crate::mark::Mark;
use crate::promise::Promise;

/// What the ledger keeps of what is wanted: the write's own fields, and beside them what was promised. What was written
/// before promises were kept has none.
#[derive(Serialize, Deserialize)]
struct Stored<W> {
    #[serde(flatten)]
    write: W,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promise: Option<Promise>,
}

/// Why the ledger could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The ledger refused.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The ledger's call broke off.
    #[error("the ledger's call broke off: {0}")]
    Broken(String),
    /// A row is not one that this version writes.
    #[error("report {id} in the ledger cannot be read: {why}")]
    Row {
        /// The intent's id.
        id: i64,
        /// Why.
        why: String,
    },
}

/// What the ledger keeps for the outbox.
///
/// # Errors
/// [`StoreError`] when the ledger cannot be read, or holds what this version does not know.
pub fn load(ledger: &Ledger) -> Result<Restored, StoreError> {
    let rows = ledger.outbox_rows()?;
    let over = rows.over.iter().map(|row| Ok((IntentId(row.id), over_of(row)?))).collect::<Result<_, StoreError>>()?;
    let holds = rows.holds.into_iter().filter_map(|row| {
        let cause = HoldCause::from_code(&row.cause)?;
        let hold = Hold { until: row.until, cause, failures: row.failures, said: row.said };
        Some((LicenseNumber::new(row.license), hold))
    });
    Ok(Restored {
        over,
        holds: holds.collect(),
        intents: rows.intents.iter().map(intent_of).collect::<Result<_, _>>()?,
        last_intent: rows.last_intent,
        last_attempt: rows.last_attempt,
        from_copy: false,
    })
}

/// How an intent ended that the machine does not know any more.
pub(crate) fn over_of(row: &ledger::OverRow) -> Result<Over, StoreError> {
    let state = State::from_code(&row.state).ok_or_else(|| unreadable(row.id, "its state is not known"))?;
    Ok(Over { state, superseded_by: row.superseded_by.map(IntentId) })
}

/// A row as an intent.
///
/// # Errors
/// [`StoreError::Row`] when this version did not write it.
pub fn intent_of(row: &IntentRow) -> Result<Intent, StoreError> {
    let Stored { write, promise } = parsed::<Stored<Write>>(row.id, &row.wanted)?;
    Ok(Intent {
        id: IntentId(row.id),
        order: row.place,
        request: row.request_id.clone(),
        license: LicenseNumber::new(&row.license),
        write,
        promise,
        mark: Mark::from_stored(row.mark.clone()),
        body: row.body.clone(),
        who: row.who.clone(),
        queued_at: row.queued_at,
        after: row.waits_for.iter().copied().map(IntentId).collect(),
        supersedes: row.supersedes.map(IntentId),
        progress: parsed(row.id, &row.progress)?,
    })
}

/// The changes of a step as rows. The intents of a command follow each other, and are counted from 0.
pub(crate) fn rows_of(changes: &[Change], now: Timestamp) -> Result<Vec<OutboxChange>, StoreError> {
    let mut rows = Vec::with_capacity(changes.len());
    let mut command: (&str, i64) = ("", 0);
    for change in changes {
        rows.push(match change {
            Change::Queued(intent) => {
                command = if command.0 == intent.request {
                    (command.0, command.1.saturating_add(1))
                } else {
                    (&intent.request, 0)
                };
                OutboxChange::Queued(row_of(intent, command.1)?)
            }
            Change::Moved { intent, progress } => OutboxChange::Moved {
                id: intent.0,
                state: progress.state.code().to_owned(),
                since: progress.since,
                progress: text(intent.0, progress)?,
                superseded_by: progress.superseded_by.map(|id| id.0),
            },
            Change::Archived(intent) => OutboxChange::Archived { id: intent.0, at: now },
            Change::AttemptBegun(attempt) => OutboxChange::AttemptBegun(AttemptRow {
                id: attempt.id.0,
                license: attempt.license.to_string(),
                kind: attempt.kind.code().to_owned(),
                body: attempt.body.clone(),
                hash: attempt.hash.clone(),
                intents: attempt.intents.iter().map(|id| id.0).collect(),
                begun_at: attempt.at,
                ended_at: None,
                outcome: String::new(),
                status: None,
                said: String::new(),
            }),
            Change::AttemptEnded { attempt, at, ending, status, said } => OutboxChange::AttemptEnded {
                id: attempt.0,
                at: *at,
                outcome: ending.code().to_owned(),
                status: *status,
                said: said.clone(),
            },
            Change::Held { license, hold: None } => OutboxChange::Freed(license.to_string()),
            Change::Held { license, hold: Some(hold) } => OutboxChange::Held(HoldRow {
                license: license.to_string(),
                until: hold.until,
                cause: hold.cause.code().to_owned(),
                failures: hold.failures,
                said: hold.said.clone(),
            }),
            Change::Audited(line) => OutboxChange::Audited(AuditRow {
                at: line.at,
                who: line.who.clone(),
                license: line.license.to_string(),
                intent: line.intent.0,
                attempt: line.attempt.map(|id| id.0),
                what: line.what.code().to_owned(),
                detail: line.detail.clone(),
            }),
        });
        if let Change::Queued(intent) = change
            && let Some(draft) = intent.write.report().draft()
        {
            rows.push(OutboxChange::MadeOfDraft { intent: intent.id.0, draft });
        }
    }
    Ok(rows)
}

fn row_of(intent: &Intent, request_row: i64) -> Result<IntentRow, StoreError> {
    let id = intent.id.0;
    Ok(IntentRow {
        id,
        place: intent.order,
        request_id: intent.request.clone(),
        request_row,
        license: intent.license.to_string(),
        kind: intent.write.kind().code().to_owned(),
        entity: intent.write.entity().key(),
        wanted: text(id, &Stored { write: &intent.write, promise: intent.promise.clone() })?,
        mark: intent.mark.letters().to_owned(),
        body: intent.body.clone(),
        who: intent.who.clone(),
        queued_at: intent.queued_at,
        waits_for: intent.after.iter().map(|id| id.0).collect(),
        supersedes: intent.supersedes.map(|id| id.0),
        state: intent.progress.state.code().to_owned(),
        since: intent.progress.since,
        progress: text(id, &intent.progress)?,
        superseded_by: intent.progress.superseded_by.map(|id| id.0),
        archived_at: None,
    })
}

fn text<T: Serialize>(id: i64, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| unreadable(id, &e.to_string()))
}

fn parsed<T: DeserializeOwned>(id: i64, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| unreadable(id, &e.to_string()))
}

fn unreadable(id: i64, why: &str) -> StoreError {
    StoreError::Row { id, why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::promise::Seen;

    #[test]
    fn what_was_promised_stands_beside_what_is_wanted_and_older_rows_have_none() {
        let old = r#"{"kind":"adjust","tag":"1A4060300002199000003445","by":"-2","unit":"Each","reason":"Scale Variance","note":null,"date":"2026-11-23"}"#;
        let Stored { write, promise } = parsed::<Stored<Write>>(1, old).unwrap();
        assert_eq!((text(1, &write).unwrap().as_str(), promise), (old, None), "as older versions wrote it");
        let seen = Seen {
            quantity: Some("12.50".parse().unwrap()),
            unit: "Each".into(),
            location: "Vault".into(),
            sublocation: String::new(),
            note: String::new(),
            item: "Jar".into(),
        };
        let promise = Some(Promise { at: Timestamp::UNIX_EPOCH, seen, to: Some(Decimal::TEN) });
        let stored = text(1, &Stored { write: &write, promise: promise.clone() }).unwrap();
        let again = parsed::<Stored<Write>>(1, &stored).unwrap();
        assert_eq!((again.write, again.promise), (write, promise), "{stored}");
        assert_eq!(text(1, &Stored { write: &again_write(old), promise: None }).unwrap(), old, "nothing is added");
    }

    fn again_write(text: &str) -> Write {
        parsed(1, text).unwrap()
    }
}
