//! A template that was changed on the state's site: both versions side by side, and which one counts.

use super::read::Loaded;
use super::template::{Differences, differences, packages_of, taken_over};
use super::{locked, no_draft};
use crate::contract::{DeskError, Draft, DraftCompared, DraftFind, DraftSettle};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn draft_compare(&self, request: DraftFind) -> Result<DraftCompared, DeskError> {
        let loaded = self.load(request.draft).await?;
        let Some(there) = &loaded.traces.template else { return Err(no_template()) };
        let mine = loaded.traces.now.as_ref().or_else(|| loaded.traces.sent());
        let Differences { fields, only_here, only_there } =
            mine.map(|mine| differences(mine, there)).unwrap_or_default();
        Ok(DraftCompared { fields, only_here, only_there, changed_at: there.head.last_modified.clone() })
    }

    pub(crate) async fn draft_settle(&self, request: DraftSettle) -> Result<Draft, DeskError> {
        let id = request.draft;
        self.must_be_editable(id).await?;
        let loaded = self.load(id).await?;
        if request.take_theirs {
            self.take_theirs(&request, &loaded).await?;
        } else if loaded.way.changed_there {
            // A repeated command finds that the state's version is being replaced already.
            self.draft_send(crate::contract::DraftSend { request_id: request.request_id, draft: id }).await?;
        }
        let loaded = self.load(id).await?;
        self.whole(loaded).await
    }

    async fn take_theirs(&self, request: &DraftSettle, loaded: &Loaded) -> Result<(), DeskError> {
        let Some(there) = &loaded.traces.template else { return Err(no_template()) };
        let id = request.draft;
        let form = taken_over(&loaded.form, there).to_stored();
        let theirs: Vec<String> = packages_of(there).collect();
        self.draft_work(&request.request_id, "draft_settle", move |work, at| {
            let draft = work.draft(id)?.ok_or_else(|| no_draft(id))?;
            work.draft_form_set(id, &form, at)?;
            let is_theirs = |tag: &str| theirs.iter().any(|theirs| theirs.eq_ignore_ascii_case(tag.trim()));
            let gone: Vec<i64> =
                draft.lines.iter().filter(|line| !is_theirs(&line.texts.tag)).map(|line| line.id).collect();
            work.draft_lines_remove(id, &gone, at)?;
            let ours = |tag: &String| draft.lines.iter().any(|line| line.texts.tag.trim().eq_ignore_ascii_case(tag));
            let new: Vec<ledger::LineTexts> = theirs
                .iter()
                .filter(|tag| !ours(tag))
                .map(|tag| ledger::LineTexts { tag: tag.clone(), ..ledger::LineTexts::default() })
                .collect();
            work.draft_lines_add(id, usize::MAX, &new, at)?;
            Ok::<_, DeskError>(())
        })
        .await
    }
}

fn no_template() -> DeskError {
    locked(
        "The state holds no template of this draft, as far as was last read.",
        "Look for news, then open the draft again.",
    )
}
