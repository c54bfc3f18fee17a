//! Adding packages to a draft by their tags: from a file, the clipboard, the scanner or a grid. What can be added is;
//! every other tag is listed with its line and why.

use std::collections::HashSet;
use std::path::Path;

use imports::{Placing, TagEntry, place};
use ledger::{LineTexts, NewImport};
use rules::{LicenseNumber, Tag};
use serde::{Deserialize, Serialize};
use words::say;

use super::adding::{Elsewhere, Judged, put, taken_since};
use super::lines::tags_in;
use super::reading::{Source, Sources, read_as};
use super::{TRIES, Undone, count, there, too_lively};
use crate::contract::{
    ActionTarget, DeskError, DraftForm, DraftTagsAdd, ErrorCode, PACKAGES_PER_TRANSFER, RefusalsSave, RefusedTag,
    TagQuestion, TagsAdded, ViewExported,
};
use crate::desk::{Desk, blocking};

/// What the ledger calls these imports.
const KIND: &str = "transfer_tags";
/// A selection of more than this many packages is no transfer; a person has pressed the wrong button.
const MOST_SELECTED: usize = 5_000;

/// What was judged of sources.
#[derive(Clone)]
pub(super) struct Outcome {
    pub(super) sources: Vec<Judged>,
    /// Files of which nothing could be read.
    pub(super) unread: Vec<RefusedTag>,
    /// What other drafts held when the tags were judged.
    pub(super) elsewhere: Elsewhere,
}

/// What the ledger remembers of a command; the draft is read anew.
#[derive(Serialize, Deserialize)]
struct Added {
    added: i64,
    session: Option<i64>,
    refused: Vec<RefusedTag>,
    #[serde(default)]
    seen_before: String,
    #[serde(default)]
    read_as: String,
}

impl Desk {
    pub(crate) async fn draft_tags_add(&self, request: DraftTagsAdd) -> Result<TagsAdded, DeskError> {
        let added = match self.answered(&["draft_tags_add"], &request.request_id).await? {
            Some(first) => first,
            None => {
                self.must_be_editable(request.draft).await?;
                match self.read_sources(&request.source, &request.answers).await? {
                    Sources::Read(sources) => self.add_tags(&request, sources).await?,
                    Sources::Asked(questions) => return self.ask_first(request.draft, questions).await,
                }
            }
        };
        let loaded = self.load(request.draft).await?;
        Ok(TagsAdded {
            sentence: sentence(added.added, &added.refused),
            draft: self.whole(loaded).await?,
            added: added.added,
            refused: added.refused,
            session: added.session,
            seen_before: added.seen_before,
            read_as: added.read_as,
            questions: Vec::new(),
        })
    }

    /// Nothing is added before these are answered.
    async fn ask_first(&self, draft: i64, questions: Vec<TagQuestion>) -> Result<TagsAdded, DeskError> {
        let loaded = self.load(draft).await?;
        Ok(TagsAdded {
            draft: self.whole(loaded).await?,
            added: 0,
            refused: Vec::new(),
            sentence: say::check_added_nothing_yet().to_string(),
            session: None,
            seen_before: String::new(),
            read_as: String::new(),
            questions,
        })
    }

    async fn add_tags(&self, request: &DraftTagsAdd, sources: Vec<Source>) -> Result<Added, DeskError> {
        let id = request.draft;
        let read_as = read_as(&sources);
        for _ in 0..TRIES {
            let loaded = self.load(id).await?;
            let license = loaded.license();
            let (read_as, seen_before) = (read_as.clone(), self.seen_before(&license, &sources).await?);
            let typed = loaded.typed();
            let outcome = self.place(&license, &loaded.form, &typed, sources.clone(), Some(id)).await?;
            let judged_by = loaded.draft.head.form;
            let added = self
                .draft_work_if(&request.request_id, "draft_tags_add", move |work, at| {
                    let draft = there(work, id)?;
                    if draft.head.form != judged_by {
                        // Another destination or day has other rules.
                        return Err(Undone::Overtaken);
                    }
                    let Outcome { sources, mut unread, elsewhere } = outcome;
                    let since = taken_since(work, &license, &sources, Some(id), &elsewhere)?;
                    let mut placed = put(&draft.lines, sources, &since, PACKAGES_PER_TRANSFER);
                    for (line, texts) in &placed.filled {
                        work.draft_line_set(id, *line, texts, at)?;
                    }
                    if !placed.new.is_empty() {
                        work.draft_lines_add(id, draft.lines.len(), &placed.new, at)?;
                    }
                    let mut session = None;
                    for import in &placed.imports {
                        session = Some(work.import_keep(import, at)?);
                    }
                    let added = count(placed.added());
                    unread.append(&mut placed.refused);
                    Ok(Added { added, session, refused: unread, seen_before, read_as })
                })
                .await?;
            if let Some(added) = added {
                return Ok(added);
            }
        }
        Err(too_lively())
    }

    /// Selected rows of a grid.
    pub(super) async fn selected(&self, target: &ActionTarget) -> Result<Source, DeskError> {
        let tags = self.tags_of(target).await?;
        Ok(Source::of_entries((1..).zip(tags).map(|(line, tag)| TagEntry::of(line, tag)).collect()))
    }

    async fn tags_of(&self, target: &ActionTarget) -> Result<Vec<Tag>, DeskError> {
        let tags: Vec<Tag> = match target {
            ActionTarget::Packages { packages } => packages.iter().map(|p| Tag::from_state(&p.tag)).collect(),
            ActionTarget::View { view } => {
                let view = self.view(*view)?;
                if view.len() > MOST_SELECTED {
                    return Err(too_many(view.len()));
                }
                let briefs = self.read(move |mirror| mirror.briefs_of_view(&view)).await?;
                briefs.into_iter().map(|brief| brief.tag).collect()
            }
        };
        if tags.len() > MOST_SELECTED {
            return Err(too_many(tags.len()));
        }
        Ok(tags)
    }

    /// When these bytes were read into a draft before, a sentence about it; else nothing.
    async fn seen_before(&self, license: &LicenseNumber, sources: &[Source]) -> Result<String, DeskError> {
        for source in sources.iter().filter(|source| !source.name.is_empty()) {
            let Some(hash) = source.hash.clone() else { continue };
            let (ledger, whose) = (self.inner.ledger.clone(), license.clone());
            let before = blocking(move || ledger.imports_of_file(&whose, &hash)).await??;
            if let Some(last) = before.first() {
                let day = crate::wording::california::long(crate::wording::california::day(last.at));
                return Ok(say::check_read_before(last.accepted, day, &source.name, &last.who).to_string());
            }
        }
        Ok(String::new())
    }

    /// Decides for every tag whether it can be added to a draft that has these lines.
    pub(super) async fn place(
        &self,
        license: &LicenseNumber,
        form: &DraftForm,
        lines: &[LineTexts],
        sources: Vec<Source>,
        draft: Option<i64>,
    ) -> Result<Outcome, DeskError> {
        let destination = form.destination();
        let elsewhere = self.held_elsewhere(license, &sources, draft).await?;
        let mut tags: HashSet<Tag> = tags_in(lines.iter()).into_iter().collect();
        // An empty line is filled and takes no further room.
        let mut taken = lines.iter().filter(|line| **line != LineTexts::default()).count();
        let mut outcome = Outcome { sources: Vec::new(), unread: Vec::new(), elsewhere };
        for source in sources {
            let (name, hash) = (source.name, source.hash);
            let file = match source.read {
                Err(fault) => {
                    outcome.unread.push(fault);
                    continue;
                }
                Ok(file) => file,
            };
            let wanted: Vec<Tag> = file.entries.iter().map(|entry| entry.tag.clone()).collect();
            let known = self.known(license, unique(wanted), draft).await?;
            let rows = file.lines();
            let into = Placing::new(&tags, taken, destination.as_ref(), self.day_of(form));
            let placed = place(file, &into, |asked| {
                Ok::<_, DeskError>(asked.iter().filter_map(|tag| known.get(tag).cloned()).collect())
            })?;
            taken += placed.good.len();
            tags.extend(placed.good.iter().map(|line| line.entry.tag.clone()));
            let kept = hash.map(|sha256| NewImport {
                license: license.clone(),
                kind: KIND.to_owned(),
                file_name: name.clone(),
                sha256,
                draft,
                who: self.inner.who(),
                rows: u32::try_from(rows).unwrap_or(u32::MAX),
                // What was taken and what was not is known when it is written.
                accepted: 0,
                refusals: Vec::new(),
            });
            let good = placed.good.into_iter().map(|line| {
                let texts = texts(&line.entry);
                (line.entry.line, line.entry.tag, texts)
            });
            outcome.sources.push(Judged { name, kept, good: good.collect(), refused: placed.refused });
        }
        Ok(outcome)
    }

    /// Which other drafts hold which of the tags now.
    async fn held_elsewhere(
        &self,
        license: &LicenseNumber,
        sources: &[Source],
        draft: Option<i64>,
    ) -> Result<Elsewhere, DeskError> {
        let entries = sources.iter().filter_map(|source| source.read.as_ref().ok()).flat_map(|file| &file.entries);
        let tags: Vec<Tag> = unique(entries.map(|entry| entry.tag.clone()).collect());
        let (ledger, license) = (self.inner.ledger.clone(), license.clone());
        let held = blocking(move || {
            let tags: Vec<&str> = tags.iter().map(Tag::as_str).collect();
            ledger.drafts_with_tags(&license, &tags)
        })
        .await??;
        Ok(held.into_iter().filter(|(_, holder)| Some(*holder) != draft).collect())
    }

    pub(crate) async fn refusals_save(&self, request: RefusalsSave) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("refusals_save", &id, async {
            let (ledger, session) = (self.inner.ledger.clone(), request.session);
            let found = blocking(move || -> Result<_, DeskError> {
                Ok((ledger.import(session)?, ledger.import_refusals(session, 0, u32::MAX)?))
            });
            let (Some(import), refusals) = found.await?? else {
                return Err(DeskError {
                    code: ErrorCode::NotFound,
                    message: say::check_list_gone().to_string(),
                    next: say::check_list_gone_next().to_string(),
                    details: String::new(),
                    retry: false,
                });
            };
            let stem = Path::new(&import.file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let suggested = format!("{}-not-added.csv", stem.filter(|stem| !stem.is_empty()).unwrap_or("tags".into()));
            // The tags stand first, so that the mended file can be read in again.
            let rows = refusals.into_iter().map(|r| vec![r.text, r.line.to_string(), r.sentence]).collect();
            let headings = [say::check_refused_tag(), say::check_refused_line(), say::check_refused_reason()];
            self.save_table(&id, &suggested, &headings, rows).await
        })
        .await
    }
}

fn unique(tags: Vec<Tag>) -> Vec<Tag> {
    let mut seen = HashSet::new();
    tags.into_iter().filter(|tag| seen.insert(tag.clone())).collect()
}

fn texts(entry: &TagEntry) -> LineTexts {
    LineTexts {
        tag: entry.tag.to_string(),
        gross_weight: entry.gross_weight.map(|weight| weight.to_string()).unwrap_or_default(),
        gross_unit: entry.gross_unit.clone().unwrap_or_default(),
        price: entry.price.map(|price| price.to_string()).unwrap_or_default(),
    }
}

fn too_many(found: usize) -> DeskError {
    DeskError {
        code: ErrorCode::TooMany,
        message: say::check_too_many_selected(found, PACKAGES_PER_TRANSFER).to_string(),
        next: say::check_too_many_selected_next().to_string(),
        details: String::new(),
        retry: false,
    }
}

fn sentence(added: i64, refused: &[RefusedTag]) -> String {
    let lines = count(refused.iter().filter(|refused| refused.reason != "file").count());
    let files = count(refused.len()) - lines;
    let sentence = match (added, lines) {
        (0, 0) => say::check_added_nothing(),
        (added, 0) => say::check_added(added),
        (0, _) => say::check_added_none(),
        (added, lines) => say::check_added_but(added, lines),
    };
    if files > 0 { format!("{sentence} {}", say::check_files_unread(files)) } else { sentence.to_string() }
}
