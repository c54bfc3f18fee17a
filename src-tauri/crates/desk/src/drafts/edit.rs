//! Changing drafts: each change is on the disk when its command answers.

use ledger::{LineTexts, NewDraft};
use rules::Tag;
use words::{Words, say};

use super::adding::{put, taken_since};
use super::form::NAME_ROOM;
use super::reading::Source;
use super::tags::Outcome;
use super::{TRANSFER, count, locked, no_draft, there};
use crate::contract::{
    DeskError, Draft, DraftForm, DraftHead, DraftLineField, DraftLineSet, DraftLines, DraftLinesAdd, DraftLinesRemove,
    DraftMade, DraftNew, DraftSet, PACKAGES_PER_TRANSFER, RefusedTag,
};
use crate::desk::Desk;
use crate::wording::texts::{self, Limit};

/// The longest text of a line's field, in characters.
const LONGEST: usize = 100;

impl Desk {
    pub(crate) async fn draft_new(&self, request: DraftNew) -> Result<DraftMade, DeskError> {
        // A repeated request would find the packages in the draft that the first one made, so its answer is kept whole.
        let (draft, refused) = match self.answered(&["draft_new"], &request.request_id).await? {
            Some(first) => first,
            None => self.make(&request).await?,
        };
        let loaded = self.load(draft).await?;
        Ok(DraftMade { draft: self.whole(loaded).await?, refused })
    }

    async fn make(&self, request: &DraftNew) -> Result<(i64, Vec<RefusedTag>), DeskError> {
        if !self.accounts().has_license(&request.license) {
            return Err(DeskError::bad_request(
                say::check_not_your_license(request.license.as_str()),
                say::check_not_your_license_next(),
            ));
        }
        let Beginning { form, judged, beside, copied } = self.beginning(request).await?;
        let new = NewDraft {
            license: request.license.clone(),
            kind: TRANSFER.to_owned(),
            form: form.to_stored(),
            made_by: self.inner.who(),
        };
        let license = request.license.clone();
        self.draft_work(&request.request_id, "draft_new", move |work, at| {
            let Outcome { sources, mut unread, elsewhere } = judged;
            // A copy asks the draft that it is a copy of nothing.
            let since = taken_since(work, &license, &sources, copied, &elsewhere)?;
            let placed = put(&[], sources, &since, PACKAGES_PER_TRANSFER);
            unread.extend(placed.refused);
            // What was typed beside the tag comes along.
            let beside =
                |line: LineTexts| beside.iter().find(|typed| same_tag(&typed.tag, &line.tag)).cloned().unwrap_or(line);
            let lines: Vec<LineTexts> = placed.new.into_iter().map(beside).collect();
            let id = work.draft_make(&new, at)?;
            if !lines.is_empty() {
                work.draft_lines_add(id, 0, &lines, at)?;
            }
            Ok((id, unread))
        })
        .await
    }

    /// What a new draft begins with.
    async fn beginning(&self, request: &DraftNew) -> Result<Beginning, DeskError> {
        let mut form = DraftForm::default();
        let mut beside = Vec::new();
        let mut sources = Vec::new();
        if let Some(id) = request.copy_of {
            let source = self.load(id).await?;
            form = source.form.clone();
            // Times, and the invoice of another delivery, are the only things that a copy never wants.
            (form.departure, form.arrival, form.invoice) = Default::default();
            let copied = say::check_title_copy(&form.name).to_string();
            if !form.name.trim().is_empty() && copied.chars().count() <= NAME_ROOM {
                form.name = copied;
            }
            beside = source.typed();
            sources = Source::of_lines(&beside);
        }
        if let Some(target) = &request.packages {
            sources.push(self.selected(target).await?);
        }
        let judged = self.place(&request.license, &form, &[], sources, request.copy_of).await?;
        Ok(Beginning { form, judged, beside, copied: request.copy_of })
    }

    pub(crate) async fn draft_set(&self, request: DraftSet) -> Result<DraftHead, DeskError> {
        self.may_change("draft_set", &request.request_id, request.draft).await?;
        let id = request.draft;
        self.draft_work(&request.request_id, "draft_set", move |work, at| {
            let mut form = DraftForm::stored(&there(work, id)?.head.form);
            for change in &request.fields {
                form.set(change.field, &change.value)?;
            }
            work.draft_form_set(id, &form.to_stored(), at)?;
            Ok(())
        })
        .await?;
        Ok(self.load(id).await?.head())
    }

    pub(crate) async fn draft_line_set(&self, request: DraftLineSet) -> Result<DraftLines, DeskError> {
        self.may_change("draft_line_set", &request.request_id, request.draft).await?;
        let (id, field, lines) = (request.draft, request.field, request.lines.clone());
        let value = request.value;
        texts::usable(&value, &label(field), Limit::line(LONGEST))?;
        self.draft_work(&request.request_id, "draft_line_set", move |work, at| {
            let draft = there(work, id)?;
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
        self.may_change("draft_lines_add", &request.request_id, request.draft).await?;
        let id = request.draft;
        let most = PACKAGES_PER_TRANSFER;
        let wanted = usize::try_from(request.count)
            .ok()
            .filter(|count| (1..=most).contains(count))
            .ok_or_else(|| DeskError::bad_request(say::check_bad_count(most), say::check_bad_count_next()))?;
        self.draft_work(&request.request_id, "draft_lines_add", move |work, at| {
            let draft = there(work, id)?;
            let room = most.saturating_sub(draft.lines.len());
            if room == 0 {
                return Err(DeskError::bad_request(say::check_full(most), say::check_full_next()));
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
        self.may_change("draft_lines_remove", &request.request_id, request.draft).await?;
        let id = request.draft;
        self.draft_work(&request.request_id, "draft_lines_remove", move |work, at| {
            work.draft_lines_remove(id, &request.lines, at)?.ok_or_else(|| no_draft(id))?;
            Ok(())
        })
        .await?;
        let loaded = self.load(id).await?;
        self.whole(loaded).await
    }

    /// As [`Self::must_be_editable`], but for a change that was made already: it is answered as the first time.
    async fn may_change(&self, command: &str, request_id: &str, id: i64) -> Result<(), DeskError> {
        match self.answered::<serde_json::Value>(&[command], request_id).await? {
            Some(_) => Ok(()),
            None => self.must_be_editable(id).await,
        }
    }

    /// Refuses a change of a draft from which a manifest was registered. A draft that was never sent needs no further
    /// look, so that typing costs one write.
    pub(super) async fn must_be_editable(&self, id: i64) -> Result<(), DeskError> {
        let loaded = self.load(id).await?;
        if loaded.way.editable {
            return Ok(());
        }
        Err(locked(&say::check_registered_already(&loaded.way.words), &say::check_registered_already_next()))
    }
}

/// What a new draft begins with, before it is there.
struct Beginning {
    form: DraftForm,
    judged: Outcome,
    /// Lines of the draft that it is a copy of.
    beside: Vec<LineTexts>,
    copied: Option<i64>,
}

/// A field of a line as it begins a sentence.
fn label(field: DraftLineField) -> Words {
    match field {
        DraftLineField::Tag => say::check_field_tag(),
        DraftLineField::GrossWeight => say::check_field_gross_weight(),
        DraftLineField::GrossUnit => say::check_field_gross_unit(),
        DraftLineField::Price => say::check_field_price(),
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

/// How many lines have nothing typed in them.
pub(super) fn blank(lines: &[LineTexts]) -> i64 {
    count(lines.iter().filter(|line| line.tag.trim().is_empty()).count())
}
