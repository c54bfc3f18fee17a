//! Sending drafts as templates, taking them back, and the paper.

use outbox::{CommandError, Deed, Done, Refusal, State, TemplateCreate, TemplateDelete, TemplateUpdate, Write};
use words::say;

use super::edit::blank;
use super::read::Loaded;
use super::sheet::sheet_of;
use super::template::{Typed, template_of};
use super::{TRIES, as_seen, locked, no_draft, still, too_lively};
use crate::contract::{
    DeskError, DraftDelete, DraftSend, DraftSent, DraftSheet, Drafts, DraftsFind, ErrorCode, ViewExported,
};
use crate::desk::{Desk, blocking};
use crate::wording::california;

/// The commands of the outbox as which a sending is remembered.
const SENDINGS: [&str; 2] = ["outbox_submit", "outbox_edit"];

/// What one look at a draft led to.
enum Step {
    Done,
    /// Something came between the look and the commit.
    Again,
}

impl Desk {
    pub(crate) async fn draft_send(&self, request: DraftSend) -> Result<DraftSent, DeskError> {
        if !self.was_sent(&request.request_id).await? {
            self.send(&request).await?;
        }
        let loaded = self.load(request.draft).await?;
        Ok(DraftSent { draft: self.whole(loaded).await?, outbox: self.outbox_status().await? })
    }

    /// Whether a request was carried out before. Only what was queued is remembered; what was refused can be mended.
    pub(super) async fn was_sent(&self, request_id: &str) -> Result<bool, DeskError> {
        Ok(self.answered::<Done>(&SENDINGS, request_id).await?.is_some())
    }

    async fn send(&self, request: &DraftSend) -> Result<(), DeskError> {
        let mut overtaken_by = None;
        for _ in 0..TRIES {
            self.must_be_editable(request.draft).await?;
            let loaded = self.load(request.draft).await?;
            let known = overtaken_by.replace(loaded.draft.head.last_intent);
            match self.send_as_seen(&request.request_id, &loaded, known).await? {
                Step::Done => return Ok(()),
                Step::Again => {}
            }
        }
        Err(too_lively())
    }

    /// Sends a draft as it was loaded, if it is still so in the commit that queues it. `known`: the newest report that
    /// an earlier look of the same command saw.
    async fn send_as_seen(
        &self,
        request_id: &str,
        loaded: &Loaded,
        known: Option<Option<i64>>,
    ) -> Result<Step, DeskError> {
        let check = self.check_of(loaded).await?;
        let lines: Vec<Typed> = loaded.typed();
        let template = template_of(&loaded.form, &lines).filter(|_| check.ready && blank(&lines) == 0);
        let Some(template) = template.map(Box::new) else {
            return Err(DeskError {
                code: ErrorCode::NotReady,
                message: say::check_not_ready(check.sentence).to_string(),
                next: say::check_not_ready_next().to_string(),
                details: String::new(),
                retry: false,
            });
        };
        let draft = loaded.draft.head.id;
        let current = loaded.current();
        let state = current.map(|intent| intent.progress.state);
        let waits = matches!(state, Some(State::Queued | State::Blocked | State::Rejected));
        if current.is_some_and(|intent| deletes(&intent.write)) && state != Some(State::Confirmed) {
            return Err(locked(&say::check_being_deleted(), &say::check_being_deleted_next()));
        }
        if loaded.traces.sent() == Some(&*template) {
            let under_way = matches!(
                state,
                Some(State::Queued | State::Blocked | State::Sending | State::Accepted | State::Unknown)
            );
            // Exactly this is on its way already; or another window sent it while this command looked.
            if under_way || known.is_some_and(|known| loaded.draft.head.last_intent > known) {
                return Ok(Step::Done);
            }
        }
        let delivery = loaded.traces.template.as_ref().and_then(|t| t.deliveries.first()).map(|d| d.delivery_id);
        let made = current.is_some_and(|intent| intent.write.report().deed() == Some(Deed::Makes));
        let write: Write = match loaded.way.template {
            // A report that has not been recorded is replaced by one of its own kind.
            Some(id) if !(made && waits) => TemplateUpdate { draft: Some(draft), id, delivery, template }.into(),
            Some(_) | None => TemplateCreate { draft, template }.into(),
        };
        if matches!(state, Some(State::Sending | State::Accepted | State::Unknown | State::NeedsPerson)) {
            return Err(locked(&say::check_on_its_way(), &say::check_on_its_way_next()));
        }
        if made && state == Some(State::Confirmed) && loaded.way.template.is_none() {
            // A person said that it was recorded; a second template is not made on the strength of that.
            return Err(locked(&say::check_not_read_yet(), &say::check_not_read_yet_next()));
        }
        let outbox = self.outbox().await?;
        let who = self.inner.who();
        let unchanged = vec![as_seen(&loaded.draft)];
        let done = match current.filter(|_| waits) {
            Some(intent) => outbox.edit_if(unchanged, request_id, &who, intent.id, write).await,
            None => outbox.submit_if(unchanged, request_id, &who, &loaded.license(), vec![(write, Vec::new())]).await,
        };
        let done = match done {
            Err(CommandError::Overtaken) => return Ok(Step::Again),
            done => done?,
        };
        match done.refused.first() {
            None => Ok(Step::Done),
            // The report that was to be replaced left, or was taken back, after the look.
            Some(Refusal::OnItsWay(_) | Refusal::Over(_) | Refusal::NotThere(_)) => Ok(Step::Again),
            Some(refused) => Err(refused_by_outbox(refused)),
        }
    }

    pub(crate) async fn draft_delete(&self, request: DraftDelete) -> Result<Drafts, DeskError> {
        crate::ground::once::usable(&request.request_id)?;
        let id = request.draft;
        let ledger = self.inner.ledger.clone();
        let found = blocking(move || ledger.draft(id)).await??.ok_or_else(|| no_draft(id))?;
        let license = rules::LicenseNumber::new(&found.head.license);
        if found.head.deleted_at.is_none() {
            self.delete(&request).await?;
        }
        self.drafts(DraftsFind { licenses: vec![license] }).await
    }

    async fn delete(&self, request: &DraftDelete) -> Result<(), DeskError> {
        for _ in 0..TRIES {
            // Another command deleted it meanwhile: it is gone, as was asked.
            let Some(loaded) = self.load_if_there(request.draft).await? else { return Ok(()) };
            match self.delete_as_seen(request, &loaded).await? {
                Step::Done => return Ok(()),
                Step::Again => {}
            }
        }
        Err(too_lively())
    }

    async fn delete_as_seen(&self, request: &DraftDelete, loaded: &Loaded) -> Result<Step, DeskError> {
        let id = request.draft;
        let who = self.inner.who();
        let current = loaded.current();
        let deleting = current.is_some_and(|intent| deletes(&intent.write));
        if let Some(intent) = current.filter(|_| !deleting) {
            match intent.progress.state {
                State::Queued | State::Blocked => {
                    // A report of its own for each: after a look that was overtaken another one may wait.
                    let command = format!("{}/withdraw/{}", request.request_id, intent.id);
                    let done = self.outbox().await?.withdraw(&command, &who, vec![intent.id]).await?;
                    if !done.refused.is_empty() {
                        // It has left, or is over: that is decided upon another look.
                        return Ok(Step::Again);
                    }
                }
                State::Sending | State::Accepted | State::Unknown | State::NeedsPerson => {
                    return Err(locked(&say::check_not_deleted(), &say::check_not_deleted_next()));
                }
                State::Confirmed | State::Rejected | State::Withdrawn | State::Superseded => {}
            }
        }
        if let Some(template) = loaded.way.template.filter(|_| request.template_too && !deleting) {
            let write =
                Write::TemplateDelete(TemplateDelete { draft: Some(id), id: template, name: loaded.form.title() });
            let command = format!("{}/template", request.request_id);
            let unchanged = vec![as_seen(&loaded.draft)];
            let outbox = self.outbox().await?;
            match outbox.submit_if(unchanged, &command, &who, &loaded.license(), vec![(write, vec![])]).await {
                Err(CommandError::Overtaken) => return Ok(Step::Again),
                done => {
                    if let Some(refused) = done?.refused.first() {
                        return Err(refused_by_outbox(refused));
                    }
                }
            }
            // The deletion is a report of the draft's: it is looked at with it.
            return Ok(Step::Again);
        }
        let seen = as_seen(&loaded.draft);
        let deleted = self.draft_work_if(&request.request_id, "draft_delete", move |work, at| {
            still(work, &seen)?;
            Ok(work.draft_delete(id, at)?)
        });
        Ok(if deleted.await?.is_some() { Step::Done } else { Step::Again })
    }

    pub(crate) async fn draft_sheet(&self, request: DraftSheet) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("draft_sheet", &id, async {
            let loaded = self.load(request.draft).await?;
            let check = self.check_of(&loaded).await?;
            let draft = self.whole(loaded).await?;
            let printed = california::words(self.now());
            let rows = draft.lines.len();
            let name = format!("transfer-draft-{}.pdf", draft.head.draft);
            let bytes = blocking(move || sheet::pdf(&sheet_of(&draft, &check.totals, &printed))).await?;
            let bytes = bytes.map_err(|fault| DeskError::internal(fault.to_string()))?;
            self.save_document(&id, &name, "sheets", bytes, rows, request.open).await
        })
        .await
    }
}

/// The outbox did not take a report of a draft.
fn refused_by_outbox(why: &Refusal) -> DeskError {
    let next = say::check_look_at_outbox();
    DeskError { message: why.to_string(), ..locked(&next, &next) }
}

fn deletes(write: &Write) -> bool {
    write.report().deed() == Some(Deed::Deletes)
}
