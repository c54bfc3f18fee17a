//! Changing drafts: each change is on the disk when its command answers.

use std::collections::HashSet;

use ledger::{LineTexts, NewDraft};
use rules::Tag;

use super::read::Loaded;
use super::tags::Source;
use super::{TRANSFER, count, locked, no_draft};
use crate::contract::{
    DeskError, Draft, DraftForm, DraftHead, DraftLineField, DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove,
    DraftMade, DraftNew, DraftSet, PACKAGES_PER_TRANSFER, RefusedTag,
};
use crate::desk::Desk;

/// The longest text of a line's field, in characters.
const LONGEST: usize = 100;

impl Desk {
    pub(crate) async fn draft_new(&self, request: DraftNew) -> Result<DraftMade, DeskError> {
        let who = self.inner.person.clone();
        let (form, lines, refused) = self.beginning(&request).await?;
        let new = NewDraft {
            licence: request.licence.clone(),
            kind: TRANSFER.to_owned(),
            form: form.to_stored(),
            made_by: who,
        };
        // A repeated request would find the packages in the draft that the first one made, so its answer is kept whole.
        let (draft, refused) = self
            .draft_work(&request.request_id, "draft_new", move |work, at| {
                let id = work.draft_make(&new, at)?;
                if !lines.is_empty() {
                    work.draft_lines_add(id, 0, &lines, at)?;
                }
                Ok((id, refused))
            })
            .await?;
        let loaded = self.load(draft).await?;
        Ok(DraftMade { draft: self.whole(loaded).await?, refused })
    }

    /// What a new draft begins with.
    async fn beginning(&self, request: &DraftNew) -> Result<(DraftForm, Vec<LineTexts>, Vec<RefusedTag>), DeskError> {
        let mut form = DraftForm::default();
        let mut lines = Vec::new();
        let mut refused = Vec::new();
        if let Some(id) = request.copy_of {
            let source = self.load(id).await?;
            form = source.form.clone();
            // Times, and the invoice of another delivery, are the only things that a copy never wants.
            (form.departure, form.arrival, form.invoice) = Default::default();
            if !form.name.trim().is_empty() {
                form.name.push_str(" (copy)");
            }
            (lines, refused) = self.lines_to_copy(&source, request).await?;
        }
        if let Some(target) = &request.packages {
            let source = self.selected(target).await?;
            let placed = self.place(&request.licence, &form, &lines, vec![source], None).await?;
            lines.extend(placed.lines);
            refused.extend(placed.refused);
        }
        Ok((form, lines, refused))
    }

    /// The lines of another draft that can still go, and why the others cannot.
    async fn lines_to_copy(
        &self,
        source: &Loaded,
        request: &DraftNew,
    ) -> Result<(Vec<LineTexts>, Vec<RefusedTag>), DeskError> {
        let typed = source.typed();
        let tags = Source::of_lines(&typed);
        let mut placed = self.place(&request.licence, &source.form, &[], tags, Some(source.draft.head.id)).await?;
        // What was typed beside the tag comes along.
        for line in &mut placed.lines {
            if let Some(typed) = typed.iter().find(|typed| same_tag(&typed.tag, &line.tag)) {
                line.clone_from(typed);
            }
        }
        Ok((placed.lines, placed.refused))
    }

    pub(crate) async fn draft_set(&self, request: DraftSet) -> Result<DraftHead, DeskError> {
        self.must_be_editable(request.draft).await?;
        let id = request.draft;
        self.draft_work(&request.request_id, "draft_set", move |work, at| {
            let Some(draft) = work.draft(id)?.filter(|draft| draft.head.deleted_at.is_none()) else {
                return Err(no_draft(id));
            };
            let mut form = DraftForm::stored(&draft.head.form);
            for change in &request.fields {
                form.set(change.field, &change.value);
            }
            work.draft_form_set(id, &form.to_stored(), at)?;
            Ok(())
        })
        .await?;
        Ok(self.load(id).await?.head())
    }

    pub(crate) async fn draft_line_set(&self, request: DraftLineSet) -> Result<DraftLines, DeskError> {
        self.must_be_editable(request.draft).await?;
        let (id, field, lines) = (request.draft, request.field, request.lines.clone());
        let value: String = request.value.chars().take(LONGEST).collect();
        self.draft_work(&request.request_id, "draft_line_set", move |work, at| {
            let draft = work.draft(id)?.ok_or_else(|| no_draft(id))?;
            for line in draft.lines.iter().filter(|line| lines.contains(&line.id)) {
                let mut texts = line.texts.clone();
                value.clone_into(slot(&mut texts, field));
                if !work.draft_line_set(id, line.id, &texts, at)? {
                    return Err(no_draft(id));
                }
            }
            Ok(())
        })
        .await?;
        let loaded = self.load(id).await?;
        // A tag that stands twice is told on the later line, so that a change of one tag may change others.
        let told: Vec<i64> = match field {
            DraftLineField::Tag => loaded.draft.lines.iter().map(|line| line.id).collect(),
            _ => request.lines,
        };
        self.lines_now(&loaded, &told).await
    }

    pub(crate) async fn draft_lines_add(&self, request: DraftLinesAdd) -> Result<Draft, DeskError> {
        self.must_be_editable(request.draft).await?;
        let id = request.draft;
        let most = PACKAGES_PER_TRANSFER;
        let wanted =
            usize::try_from(request.count).ok().filter(|count| (1..=most).contains(count)).ok_or_else(|| {
                DeskError::bad_request(format!("A number from 1 to {most} is needed here."), "Enter such a number.")
            })?;
        self.draft_work(&request.request_id, "draft_lines_add", move |work, at| {
            let draft = work.draft(id)?.ok_or_else(|| no_draft(id))?;
            let room = most.saturating_sub(draft.lines.len());
            if room == 0 {
                return Err(DeskError::bad_request(
                    format!("This draft has {most} lines, the most that a transfer carries. No line was added."),
                    "Remove a line first, or make another transfer.",
                ));
            }
            let lines = vec![LineTexts::default(); wanted.min(room)];
            work.draft_lines_add(id, draft.lines.len(), &lines, at)?.ok_or_else(|| no_draft(id))?;
            Ok(())
        })
        .await?;
        let loaded = self.load(id).await?;
        self.whole(loaded).await
    }

    pub(crate) async fn draft_lines_remove(&self, request: DraftLinesRemove) -> Result<Draft, DeskError> {
        self.must_be_editable(request.draft).await?;
        let id = request.draft;
        self.draft_work(&request.request_id, "draft_lines_remove", move |work, at| {
            work.draft_lines_remove(id, &request.lines, at)?.ok_or_else(|| no_draft(id))?;
            Ok(())
        })
        .await?;
        let loaded = self.load(id).await?;
        self.whole(loaded).await
    }

    /// Refuses a change of a draft from which a manifest was registered. A draft that was never sent needs no further
    /// look, so that typing costs one write.
    pub(super) async fn must_be_editable(&self, id: i64) -> Result<(), DeskError> {
        let loaded = self.load(id).await?;
        if loaded.way.editable {
            return Ok(());
        }
        Err(locked(
            format!("This transfer is registered already ({}). Nothing was changed.", loaded.way.words),
            "Copy the draft to make another transfer, or change the manifest on the state's site.",
        ))
    }
}

fn slot(texts: &mut LineTexts, field: DraftLineField) -> &mut String {
    match field {
        DraftLineField::Tag => &mut texts.tag,
        DraftLineField::GrossWeight => &mut texts.gross_weight,
        DraftLineField::GrossUnit => &mut texts.gross_unit,
        DraftLineField::Price => &mut texts.price,
    }
}

fn same_tag(a: &str, b: &str) -> bool {
    matches!((Tag::parse(a), Tag::parse(b)), (Ok(a), Ok(b)) if a == b)
}

/// The tags of lines, each once.
pub(super) fn distinct<'a>(lines: impl Iterator<Item = &'a LineTexts>) -> Vec<Tag> {
    let mut seen = HashSet::new();
    lines.filter_map(|line| Tag::parse(&line.tag).ok()).filter(|tag| seen.insert(tag.clone())).collect()
}

/// How many lines have nothing typed in them.
pub(super) fn blank(lines: &[LineTexts]) -> i64 {
    count(lines.iter().filter(|line| line.tag.trim().is_empty()).count())
}
