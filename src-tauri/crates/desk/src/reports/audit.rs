//! The audit of a period as CSV: who, when, what was sent, what came back. The file appears whole or not at all, and no
//! cell runs as a formula.

use std::collections::BTreeMap;

use jiff::Timestamp;
use ledger::{AttemptRow, AuditRow, IntentRow, Ledger};
use mirror::view::{Column, ColumnKind};
use outbox::{Happening, Tells, intent_of, sentence_of};
use serde_json::{Value, json};
use words::{Words, say};

use super::told::happened;
use crate::contract::{AuditExport, DeskError, ExportFormat, JobProgress, ViewExported};
use crate::desk::{Desk, blocking};
use crate::ground::export::{self, Export};
use crate::wording::california;

impl Desk {
    pub(crate) async fn audit_export(&self, request: AuditExport) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("audit_export", &id, self.write_audit(request)).await
    }

    async fn write_audit(&self, request: AuditExport) -> Result<ViewExported, DeskError> {
        if request.from > request.to {
            return Err(DeskError::bad_request(say::reports_audit_backward(), say::reports_audit_backward_next()));
        }
        let suggested = format!("trackside-audit-{}-to-{}.csv", request.from, request.to);
        let Some(target) = self.pick_target(&suggested).await? else { return Ok(ViewExported::default()) };
        let file = target.file_name().map(|name| name.to_string_lossy().into_owned());
        let cancel = self.inner.page.jobs.begin(&request.request_id);
        let (ledger, feed, job) = (self.inner.ledger.clone(), self.inner.feed.clone(), request.request_id.clone());
        let (from, to) = (california::begin_of(request.from), california::end_of(request.to));
        let place = target.clone();
        let written = blocking(move || -> Result<export::Written, DeskError> {
            // Gathered first, so that the ledger is not held while a slow disk writes.
            let lines = gathered(&ledger, from, to)?;
            let columns = columns();
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            let total = number(lines.len());
            let export = Export {
                columns: &columns,
                rows: lines.len(),
                read: &|from, to| rows(&ledger, lines.get(from..to).unwrap_or_default()),
                progress: &|done| feed.job(JobProgress { job: job.clone(), done: number(done), total }),
                cancel: &cancel,
            };
            export::write(&export, ExportFormat::Csv, &target)
        })
        .await;
        self.inner.page.jobs.end(&request.request_id);
        let written = written??.saved(file);
        self.inner.page.saved.keep(&request.request_id, &place);
        Ok(written)
    }
}

fn gathered(ledger: &Ledger, from: Timestamp, to: Timestamp) -> Result<Vec<AuditRow>, DeskError> {
    let mut lines = Vec::new();
    ledger.audit_between(from, to, |line| lines.push(line))?;
    Ok(lines)
}

fn columns() -> Vec<Column> {
    let column = |(id, title): (&str, Words)| Column {
        id: id.to_owned(),
        title: title.to_string(),
        kind: ColumnKind::Text,
        shown: true,
        width: 150,
    };
    [
        ("utc", say::reports_audit_utc()),
        ("california", say::reports_audit_california()),
        ("who", say::reports_audit_who()),
        ("license", say::reports_audit_license()),
        ("about", say::reports_audit_about()),
        ("report", say::reports_audit_report()),
        ("action", say::reports_audit_action()),
        ("what", say::reports_audit_what()),
        ("request", say::reports_audit_request()),
        ("status", say::reports_audit_status()),
        ("sent", say::reports_audit_sent()),
        ("came_back", say::reports_audit_came_back()),
    ]
    .map(column)
    .into()
}

fn rows(ledger: &Ledger, lines: &[AuditRow]) -> Result<Vec<Value>, DeskError> {
    let ids: Vec<i64> = lines.iter().map(|line| line.intent).collect();
    let intents: BTreeMap<i64, IntentRow> = ledger.outbox_intents(&ids)?.into_iter().map(|row| (row.id, row)).collect();
    let ids: Vec<i64> = lines.iter().filter_map(|line| line.attempt).collect();
    let attempts: BTreeMap<i64, AttemptRow> =
        ledger.outbox_attempts(&ids)?.into_iter().map(|row| (row.id, row)).collect();
    lines
        .iter()
        .map(|line| row(line, intents.get(&line.intent), line.attempt.and_then(|id| attempts.get(&id))))
        .collect()
}

fn row(line: &AuditRow, intent: Option<&IntentRow>, attempt: Option<&AttemptRow>) -> Result<Value, DeskError> {
    let written = intent.map(intent_of).transpose()?;
    let about = written.as_ref().map(|intent| intent.write.entity().name());
    let tells = Happening::from_code(&line.what).map(Happening::tells);
    let (carries_body, answered) = (tells == Some(Tells::Body), tells == Some(Tells::Answer));
    // The request's own answer belongs to the line that tells of it, not to those that come after.
    let status = attempt.filter(|_| answered).and_then(|attempt| attempt.status);
    let sent = intent.filter(|_| carries_body).map(|intent| intent.body.clone());
    let came_back = match attempt.filter(|_| answered && line.detail.is_empty()) {
        Some(attempt) => attempt.said.clone(),
        None if carries_body => String::new(),
        None => line.detail.clone(),
    };
    Ok(json!({
        "utc": line.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "california": rules::exact_instant_cell(line.at),
        "who": line.who,
        "license": line.license,
        "about": about.unwrap_or_default(),
        "report": line.intent.to_string(),
        "action": written.map(|intent| sentence_of(&intent)).unwrap_or_default(),
        "what": happened(&line.what).to_string(),
        "request": line.attempt.map(|id| id.to_string()).unwrap_or_default(),
        "status": status.map(|status| status.to_string()).unwrap_or_default(),
        "sent": sent.unwrap_or_default(),
        "came_back": came_back,
    }))
}
