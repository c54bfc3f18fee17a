//! Adding packages to a draft by their tags: from a file, the clipboard, the scanner or a grid. What can be added is;
//! every other tag is listed with its line and why.

use std::collections::HashSet;
use std::path::Path;

use imports::{Placing, Refused, TagEntry, TagFile, place};
use ledger::{ImportRefusal, LineTexts, NewImport};
use rules::{LicenceNumber, Tag};
use serde::{Deserialize, Serialize};

use super::edit::distinct;
use super::read::Loaded;
use super::reading::{Sources, read_as};
use super::{count, no_draft};
use crate::contract::{
    ActionTarget, DeskError, DraftForm, DraftTagsAdd, ErrorCode, PACKAGES_PER_TRANSFER, RefusalsSave, RefusedTag,
    TagQuestion, TagsAdded, ViewExported,
};
use crate::desk::{Desk, blocking};

/// What the ledger calls these imports.
const KIND: &str = "transfer_tags";
/// A selection of more than this many packages is no transfer; a person has pressed the wrong button.
const MOST_SELECTED: usize = 5_000;

/// Tags from one place, in order.
pub(crate) struct Source {
    /// The file's name, with the sheet that was read of a workbook; empty where there is none.
    pub(super) name: String,
    /// SHA-256 of the file's bytes or of the pasted text, in hexadecimal; none where nothing is to be kept.
    pub(super) hash: Option<String>,
    /// What was read, or why nothing could be.
    pub(super) read: Result<TagFile, RefusedTag>,
}

impl Source {
    /// The tags of another draft's lines; a line's number is its place.
    pub fn of_lines(lines: &[LineTexts]) -> Vec<Self> {
        let entry = |(line, texts): (u64, &LineTexts)| Some(TagEntry::of(line, Tag::parse(&texts.tag).ok()?));
        vec![Self::of_entries((1..).zip(lines).filter_map(entry).collect())]
    }

    fn of_entries(entries: Vec<TagEntry>) -> Self {
        Self { name: String::new(), hash: None, read: Ok(TagFile::of(entries)) }
    }
}

/// What became of sources.
pub(crate) struct Outcome {
    pub lines: Vec<LineTexts>,
    pub refused: Vec<RefusedTag>,
    /// One for each source that is kept.
    imports: Vec<NewImport>,
}

/// What the ledger remembers of a command; the draft is read anew.
#[derive(Serialize, Deserialize)]
struct Added {
    added: i64,
    session: Option<i64>,
    refused: Vec<RefusedTag>,
}

impl Desk {
    pub(crate) async fn draft_tags_add(&self, request: DraftTagsAdd) -> Result<TagsAdded, DeskError> {
        self.must_be_editable(request.draft).await?;
        let id = request.draft;
        let loaded = self.load(id).await?;
        let sources = match self.read_sources(&request.source, &request.answers).await? {
            Sources::Read(sources) => sources,
            Sources::Asked(questions) => return self.ask_first(loaded, questions).await,
        };
        let read_as = read_as(&sources);
        let seen_before = self.seen_before(&loaded.licence(), &sources).await?;
        let typed = loaded.typed();
        let outcome = self.place(&loaded.licence(), &loaded.form, &typed, sources, Some(id)).await?;
        let added = self
            .draft_work(&request.request_id, "draft_tags_add", move |work, at| {
                let draft = work.draft(id)?.ok_or_else(|| no_draft(id))?;
                let mut lines = outcome.lines.into_iter();
                let mut added = 0;
                // Lines that were added empty are there to be filled.
                for blank in draft.lines.iter().filter(|line| line.texts == LineTexts::default()) {
                    let Some(texts) = lines.next() else { break };
                    work.draft_line_set(id, blank.id, &texts, at)?;
                    added += 1;
                }
                let room = PACKAGES_PER_TRANSFER.saturating_sub(draft.lines.len());
                let rest: Vec<LineTexts> = lines.take(room).collect();
                added += rest.len();
                if !rest.is_empty() {
                    work.draft_lines_add(id, draft.lines.len(), &rest, at)?;
                }
                let mut session = None;
                for import in &outcome.imports {
                    session = Some(work.import_keep(import, at)?);
                }
                Ok::<_, DeskError>(Added { added: count(added), session, refused: outcome.refused })
            })
            .await?;
        let loaded = self.load(id).await?;
        Ok(TagsAdded {
            sentence: sentence(added.added, &added.refused),
            draft: self.whole(loaded).await?,
            added: added.added,
            refused: added.refused,
            session: added.session,
            seen_before,
            read_as,
            questions: Vec::new(),
        })
    }

    /// Nothing is added before these are answered.
    async fn ask_first(&self, loaded: Loaded, questions: Vec<TagQuestion>) -> Result<TagsAdded, DeskError> {
        Ok(TagsAdded {
            draft: self.whole(loaded).await?,
            added: 0,
            refused: Vec::new(),
            sentence: "Nothing was added yet.".to_owned(),
            session: None,
            seen_before: String::new(),
            read_as: String::new(),
            questions,
        })
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
    async fn seen_before(&self, licence: &LicenceNumber, sources: &[Source]) -> Result<String, DeskError> {
        for source in sources.iter().filter(|source| !source.name.is_empty()) {
            let Some(hash) = source.hash.clone() else { continue };
            let (ledger, whose) = (self.inner.ledger.clone(), licence.clone());
            let before = blocking(move || ledger.imports_of_file(&whose, &hash)).await??;
            if let Some(last) = before.first() {
                let day = crate::california::long(crate::california::day(last.at));
                return Ok(format!(
                    "{} was read before, on {day} by {}; {} of its tags were added then.",
                    source.name, last.who, last.accepted
                ));
            }
        }
        Ok(String::new())
    }

    /// Decides for every tag whether it can be added to a draft that has these lines.
    pub(super) async fn place(
        &self,
        licence: &LicenceNumber,
        form: &DraftForm,
        lines: &[LineTexts],
        sources: Vec<Source>,
        draft: Option<i64>,
    ) -> Result<Outcome, DeskError> {
        let destination = form.destination();
        let mut tags: HashSet<Tag> = distinct(lines.iter()).into_iter().collect();
        // An empty line is filled and takes no further room.
        let mut taken = lines.iter().filter(|line| **line != LineTexts::default()).count();
        let mut outcome = Outcome { lines: Vec::new(), refused: Vec::new(), imports: Vec::new() };
        for source in sources {
            let (name, hash) = (source.name, source.hash);
            let (rows, placed) = match source.read {
                Err(fault) => {
                    outcome.refused.push(fault);
                    continue;
                }
                Ok(file) => {
                    let wanted: Vec<Tag> = file.entries.iter().map(|entry| entry.tag.clone()).collect();
                    let known = self.known(licence, unique(wanted), draft).await?;
                    let rows = file.lines();
                    let into = Placing::new(&tags, taken, destination.as_ref(), self.day_of(form));
                    let placed = place(file, &into, |asked| {
                        Ok::<_, DeskError>(asked.iter().filter_map(|tag| known.get(tag).cloned()).collect())
                    })?;
                    (rows, placed)
                }
            };
            taken += placed.good.len();
            tags.extend(placed.good.iter().map(|line| line.entry.tag.clone()));
            if let Some(sha256) = hash {
                outcome.imports.push(NewImport {
                    licence: licence.clone(),
                    kind: KIND.to_owned(),
                    file_name: name.clone(),
                    sha256,
                    draft,
                    who: self.inner.person.clone(),
                    rows: u32::try_from(rows).unwrap_or(u32::MAX),
                    accepted: u32::try_from(placed.good.len()).unwrap_or(u32::MAX),
                    refusals: placed.refused.iter().map(kept).collect(),
                });
            }
            outcome.lines.extend(placed.good.into_iter().map(|line| texts(&line.entry)));
            outcome.refused.extend(placed.refused.into_iter().map(|refused| told(&name, refused)));
        }
        Ok(outcome)
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
                    message: "This list is not there any more.".into(),
                    next: "Read the file again.".into(),
                    details: String::new(),
                    retry: false,
                });
            };
            let stem = Path::new(&import.file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let suggested = format!("{}-not-added.csv", stem.filter(|stem| !stem.is_empty()).unwrap_or("tags".into()));
            // The tags stand first, so that the mended file can be read in again.
            let rows = refusals.into_iter().map(|r| vec![r.text, r.line.to_string(), r.sentence]).collect();
            self.save_table(&suggested, &["Tag", "Line or row", "Reason"], rows).await
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

fn kept(refused: &Refused) -> ImportRefusal {
    ImportRefusal {
        line: u32::try_from(refused.line).unwrap_or(u32::MAX),
        text: refused.text.clone(),
        reason: refused.reason.code().to_owned(),
        sentence: refused.sentence.clone(),
    }
}

fn told(file: &str, refused: Refused) -> RefusedTag {
    RefusedTag {
        file: file.to_owned(),
        line: i64::try_from(refused.line).unwrap_or(i64::MAX),
        text: refused.text,
        reason: refused.reason.code().to_owned(),
        sentence: refused.sentence,
    }
}

fn too_many(found: usize) -> DeskError {
    DeskError {
        code: ErrorCode::TooMany,
        message: format!("{found} packages are selected; a transfer carries at most {PACKAGES_PER_TRANSFER}."),
        next: "Filter the grid or select fewer packages, then try again.".into(),
        details: String::new(),
        retry: false,
    }
}

fn sentence(added: i64, refused: &[RefusedTag]) -> String {
    let packages = |n: i64| if n == 1 { "1 package was".to_owned() } else { format!("{n} packages were") };
    let lines = count(refused.iter().filter(|refused| refused.reason != "file").count());
    let files = count(refused.len()) - lines;
    let mut sentence = match (added, lines) {
        (0, 0) => "Nothing was added.".to_owned(),
        (added, 0) => format!("{} added.", packages(added)),
        (0, _) => "No package was added; the list says why for each line.".to_owned(),
        (added, 1) => format!("{} added; 1 line was not.", packages(added)),
        (added, lines) => format!("{} added; {lines} lines were not.", packages(added)),
    };
    if files > 0 {
        sentence.push_str(if files == 1 { " One file could not be read." } else { " Some files could not be read." });
    }
    sentence
}
