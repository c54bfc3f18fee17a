//! Sending drafts as templates, taking them back, and the paper.

use outbox::{State, Write};

use super::edit::blank;
use super::read::{Loaded, intent_id};
use super::sheet::sheet_of;
use super::template::{Typed, template_of};
use super::{locked, no_draft};
use crate::california;
use crate::contract::{
    DeskError, DraftDelete, DraftSend, DraftSent, DraftSheet, Drafts, DraftsFind, ErrorCode, ViewExported,
};
use crate::desk::{Desk, blocking};

impl Desk {
    pub(crate) async fn draft_send(&self, request: DraftSend) -> Result<DraftSent, DeskError> {
        crate::once::usable(&request.request_id)?;
        let loaded = self.load(request.draft).await?;
        if !self.was_asked(&request.request_id).await? {
            self.send(&request.request_id, &loaded).await?;
        }
        let loaded = self.load(request.draft).await?;
        Ok(DraftSent { draft: self.whole(loaded).await?, outbox: self.outbox_status().await? })
    }

    /// Whether a request was carried out before.
    async fn was_asked(&self, request_id: &str) -> Result<bool, DeskError> {
        let (ledger, id) = (self.inner.ledger.clone(), request_id.to_owned());
        Ok(blocking(move || ledger.answer_of(&id)).await??.is_some())
    }

    async fn send(&self, request_id: &str, loaded: &Loaded) -> Result<(), DeskError> {
        self.must_be_editable(loaded.draft.head.id).await?;
        let check = self.check_of(loaded).await?;
        let lines: Vec<Typed> = loaded.typed();
        let template = template_of(&loaded.form, &lines).filter(|_| check.ready && blank(&lines) == 0);
        let Some(template) = template.map(Box::new) else {
            return Err(DeskError {
                code: ErrorCode::NotReady,
                message: format!("This transfer cannot be sent yet. {}", check.sentence),
                next: "The check lists what to mend; each line leads to its field.".into(),
                details: String::new(),
                retry: false,
            });
        };
        let draft = loaded.draft.head.id;
        let current = loaded.traces.intents.iter().rev().find(|intent| Some(intent.id.0) == loaded.way.intent);
        let state = current.map(|intent| intent.progress.state);
        let waits = matches!(state, Some(State::Queued | State::Blocked | State::Rejected));
        let delivery = loaded.traces.template.as_ref().and_then(|t| t.deliveries.first()).map(|d| d.delivery_id);
        let write = match (loaded.way.template, current.map(|intent| &intent.write)) {
            // A report that has not been recorded is replaced by one of its own kind.
            (_, Some(Write::TemplateCreate { .. })) if waits => Write::TemplateCreate { draft, template },
            (Some(id), _) => Write::TemplateUpdate { draft: Some(draft), id, delivery, template },
            (None, _) => Write::TemplateCreate { draft, template },
        };
        if matches!(state, Some(State::Sending | State::Accepted | State::Unknown | State::NeedsPerson)) {
            return Err(locked(
                "An earlier version of this transfer is on its way to the state, and it is not yet known how it ended. \
                 Nothing was sent twice.",
                "Wait until the outbox knows, or settle it there if it needs you; then send again.",
            ));
        }
        let made = matches!(current.map(|intent| &intent.write), Some(Write::TemplateCreate { .. }));
        if made && state == Some(State::Confirmed) && loaded.way.template.is_none() {
            // A person said that it was recorded; a second template is not made on the strength of that.
            return Err(locked(
                "The state has this transfer, but its template was not read from there yet. Nothing was sent.",
                "Look for news and send then. If the template is not on the state's site, copy this draft and send the \
                 copy.",
            ));
        }
        let outbox = self.outbox().await?;
        let who = self.inner.person.clone();
        let done = match (intent_id(&loaded.way), waits) {
            (Some(intent), true) if !deletes(current.map(|intent| &intent.write)) => {
                outbox.edit(request_id, &who, intent, write).await?
            }
            _ => outbox.submit(request_id, &who, &loaded.licence(), vec![(write, Vec::new())]).await?,
        };
        match done.refused.first() {
            None => Ok(()),
            Some(refused) => Err(locked(refused.to_string(), "Look at the outbox, then try again.")),
        }
    }

    pub(crate) async fn draft_delete(&self, request: DraftDelete) -> Result<Drafts, DeskError> {
        crate::once::usable(&request.request_id)?;
        let id = request.draft;
        let ledger = self.inner.ledger.clone();
        let found = blocking(move || ledger.draft(id)).await??.ok_or_else(|| no_draft(id))?;
        let licence = rules::LicenceNumber::new(&found.head.licence);
        if found.head.deleted_at.is_none() {
            self.delete(&request).await?;
        }
        self.drafts(DraftsFind { licences: vec![licence] }).await
    }

    async fn delete(&self, request: &DraftDelete) -> Result<(), DeskError> {
        let loaded = self.load(request.draft).await?;
        let current = loaded.traces.intents.iter().rev().find(|intent| Some(intent.id.0) == loaded.way.intent);
        let who = self.inner.person.clone();
        if let Some(intent) = current {
            match intent.progress.state {
                State::Queued | State::Blocked => {
                    let id = format!("{}/withdraw", request.request_id);
                    let done = self.outbox().await?.withdraw(&id, &who, vec![intent.id]).await?;
                    if let Some(refused) = done.refused.first() {
                        return Err(locked(refused.to_string(), "Wait until the outbox knows, then delete it."));
                    }
                }
                State::Sending | State::Accepted | State::Unknown | State::NeedsPerson => {
                    return Err(locked(
                        "This transfer is on its way to the state, and it is not yet known how it ended. Nothing was \
                         deleted.",
                        "Wait until the outbox knows, or settle it there if it needs you; then delete it.",
                    ));
                }
                State::Confirmed | State::Rejected | State::Withdrawn | State::Superseded => {}
            }
        }
        if let Some(id) = loaded.way.template.filter(|_| request.template_too) {
            let write = Write::TemplateDelete { draft: Some(request.draft), id, name: loaded.form.title() };
            let command = format!("{}/template", request.request_id);
            let done = self.outbox().await?.submit(&command, &who, &loaded.licence(), vec![(write, vec![])]).await?;
            if let Some(refused) = done.refused.first() {
                return Err(locked(refused.to_string(), "Look at the outbox, then try again."));
            }
        }
        let id = request.draft;
        self.draft_work(&request.request_id, "draft_delete", move |work, at| Ok(work.draft_delete(id, at)?)).await?;
        Ok(())
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
            self.save_document(&name, "sheets", bytes, rows, request.open).await
        })
        .await
    }
}

fn deletes(write: Option<&Write>) -> bool {
    matches!(write, Some(Write::TemplateDelete { .. }))
}
