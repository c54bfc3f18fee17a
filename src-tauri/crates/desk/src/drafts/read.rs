//! Reading drafts: what the ledger holds, filled with what the local copy knows.

use std::collections::HashMap;

use ledger::LineTexts;
use mirror::{Mirror, MirrorError, PackageList, TagFacts, TransferList};
use outbox::{Intent, intent_of};
use rules::{LicenseNumber, Quantity, Tag, TransferPackage};
use words::say;

use super::lines::{Known, shown, tags_in};
use super::template::template_of;
use super::way::{Traces, Way};
use super::{count, no_draft};
use crate::contract::{
    DeskError, Draft, DraftFind, DraftForm, DraftHead, DraftLine, DraftLines, DraftStage, Drafts, DraftsFind, ErrorCode,
};
use crate::desk::{Desk, blocking};
use crate::wording::california;

/// A draft as the ledger has it, with where it is.
pub(super) struct Loaded {
    pub draft: ledger::Draft,
    pub form: DraftForm,
    pub traces: Traces,
    pub way: Way,
}

impl Loaded {
    pub fn license(&self) -> LicenseNumber {
        LicenseNumber::new(&self.draft.head.license)
    }

    /// The report that says where the draft is; none before it was sent.
    pub fn current(&self) -> Option<&Intent> {
        self.traces.intents.iter().rev().find(|intent| Some(intent.id.0) == self.way.intent)
    }

    /// The lines as typed.
    pub fn typed(&self) -> Vec<LineTexts> {
        self.draft.lines.iter().map(|line| line.texts.clone()).collect()
    }

    /// The tags that stand in the lines, each once.
    pub fn tags(&self) -> Vec<Tag> {
        tags_in(self.draft.lines.iter().map(|line| &line.texts))
    }

    pub fn head(&self) -> DraftHead {
        let filled = self.draft.lines.iter().filter(|line| !line.texts.tag.trim().is_empty()).count();
        head_of(&self.draft.head, &self.form, &self.way, count(filled))
    }
}

fn head_of(head: &ledger::DraftHead, form: &DraftForm, way: &Way, packages: i64) -> DraftHead {
    DraftHead {
        draft: head.id,
        license: LicenseNumber::new(&head.license),
        title: form.title(),
        transfer_type: form.transfer_type.clone(),
        recipient: form.destination_words().to_owned(),
        departure: form.departure.clone(),
        packages,
        stage: way.stage,
        stage_words: way.words.clone(),
        changed_since_sent: way.changed_since_sent,
        made_by: head.made_by.clone(),
        changed_at: head.changed_at.to_string(),
    }
}

impl Desk {
    pub(crate) async fn drafts(&self, request: DraftsFind) -> Result<Drafts, DeskError> {
        if request.licenses.is_empty() {
            return Err(DeskError::bad_request(say::check_no_license(), say::desk_choose_license()));
        }
        let ledger = self.inner.ledger.clone();
        let stored = blocking(move || -> Result<Vec<Stored>, DeskError> {
            let mut stored = Vec::new();
            for license in &request.licenses {
                for head in ledger.drafts(license)?.iter().filter(|head| head.kind == super::TRANSFER) {
                    // Deleted in the meantime: it is not in the list.
                    stored.extend(stored_draft(&ledger, head.id)?);
                }
            }
            Ok(stored)
        })
        .await??;
        let loaded = self.traced(stored).await?;
        let mut drafts: Vec<DraftHead> = loaded.iter().map(Loaded::head).collect();
        drafts.sort_by(|a, b| b.changed_at.cmp(&a.changed_at));
        Ok(Drafts { drafts })
    }

    pub(crate) async fn draft_open(&self, request: DraftFind) -> Result<Draft, DeskError> {
        let loaded = self.load(request.draft).await?;
        self.whole(loaded).await
    }

    /// A draft that is not deleted, with where it is.
    pub(super) async fn load(&self, id: i64) -> Result<Loaded, DeskError> {
        let ledger = self.inner.ledger.clone();
        let stored = blocking(move || stored_draft(&ledger, id)).await??.ok_or_else(|| no_draft(id))?;
        self.traced(vec![stored]).await?.pop().ok_or_else(|| no_draft(id))
    }

    /// Follows drafts into the state's own lists, all in one reading of the copy.
    async fn traced(&self, stored: Vec<Stored>) -> Result<Vec<Loaded>, DeskError> {
        let mut all: Vec<(ledger::Draft, DraftForm, Traces)> = Vec::with_capacity(stored.len());
        for Stored { draft, intents } in stored {
            let form = DraftForm::stored(&draft.head.form);
            let typed: Vec<LineTexts> = draft.lines.iter().map(|line| line.texts.clone()).collect();
            let traces = Traces {
                made: Some((draft.head.made_by.clone(), draft.head.made_at)),
                now: template_of(&form, &typed),
                intents,
                ..Traces::default()
            };
            all.push((draft, form, traces));
        }
        if all.iter().any(|(_, _, traces)| !traces.intents.is_empty()) {
            all = self
                .read(move |mirror| {
                    let mut read = Vec::with_capacity(all.len());
                    for (draft, form, traces) in all {
                        let license = LicenseNumber::new(&draft.head.license);
                        let sent = !traces.intents.is_empty();
                        let traces = if sent { followed(mirror, &license, traces)? } else { traces };
                        read.push((draft, form, traces));
                    }
                    Ok(read)
                })
                .await?;
        }
        let loaded = all.into_iter().map(|(draft, form, traces)| {
            let way = traces.way();
            Loaded { draft, form, traces, way }
        });
        Ok(loaded.collect())
    }

    /// As [`Self::load`]; none where it is deleted.
    pub(super) async fn load_if_there(&self, id: i64) -> Result<Option<Loaded>, DeskError> {
        match self.load(id).await {
            Err(fault) if fault.code == ErrorCode::NotFound => Ok(None),
            loaded => loaded.map(Some),
        }
    }

    /// The page's draft.
    pub(super) async fn whole(&self, loaded: Loaded) -> Result<Draft, DeskError> {
        let known = self.known(&loaded.license(), loaded.tags(), Some(loaded.draft.head.id)).await?;
        let lines = self.shown_of(&loaded, &known);
        let departs = loaded.form.departure_time().and_then(|at| at.to_zoned(california::zone()).ok());
        let reported = matches!(
            loaded.way.stage,
            DraftStage::Registered | DraftStage::InTransit | DraftStage::Received | DraftStage::Rejected
        );
        let due = departs.filter(|_| !reported).map(|at| california::due(None, at.timestamp()).to_string());
        Ok(Draft {
            head: loaded.head(),
            lines,
            editable: loaded.way.editable,
            intent: loaded.way.intent,
            template: loaded.way.template,
            changed_there: loaded.way.changed_there,
            due,
            steps: loaded.way.steps,
            form: loaded.form,
        })
    }

    /// Some lines of a draft as they are now.
    pub(super) async fn lines_now(&self, loaded: &Loaded, of: &[i64]) -> Result<DraftLines, DeskError> {
        let known = self.known(&loaded.license(), loaded.tags(), Some(loaded.draft.head.id)).await?;
        let mut lines = self.shown_of(loaded, &known);
        lines.retain(|line| of.contains(&line.line));
        Ok(DraftLines { lines, head: loaded.head() })
    }

    /// The lines with what is known of them, and with what is wrong with them while that can still be mended.
    fn shown_of(&self, loaded: &Loaded, known: &Known) -> Vec<DraftLine> {
        let destination = loaded.form.destination();
        let mut lines = shown(&loaded.draft.lines, known, destination.as_ref(), self.day_of(&loaded.form));
        if !loaded.way.editable {
            // Its packages are on the road or have arrived, as they should.
            for line in &mut lines {
                line.problem.clear();
                line.stops = false;
            }
        }
        lines
    }

    /// The day by whose rules a draft is judged: its departure, else today.
    pub(super) fn day_of(&self, form: &DraftForm) -> jiff::civil::Date {
        form.departure_time().map_or_else(|| california::day(self.now()), |at| at.date())
    }

    /// What is known of packages: the local copy, what waits in the outbox for them, and other drafts that hold them.
    pub(super) async fn known(
        &self,
        license: &LicenseNumber,
        tags: Vec<Tag>,
        without: Option<i64>,
    ) -> Result<Known, DeskError> {
        if tags.is_empty() {
            return Ok(Known::new());
        }
        let (asked, whose) = (tags.clone(), license.clone());
        let facts = self.read(move |mirror| mirror.package_facts(&whose, &asked)).await?;
        let mut known: Known =
            facts.into_iter().flatten().map(|facts| (facts.tag.clone(), package_of(facts))).collect();
        self.count_what_waits(license, &mut known).await?;
        let (ledger, whose) = (self.inner.ledger.clone(), license.clone());
        let held = blocking(move || {
            let tags: Vec<&str> = tags.iter().map(Tag::as_str).collect();
            ledger.drafts_with_tags(&whose, &tags)
        })
        .await??;
        let mut titles: HashMap<i64, Option<String>> = HashMap::new();
        for (tag, draft) in held.into_iter().filter(|(_, draft)| Some(*draft) != without) {
            let title = match titles.get(&draft) {
                Some(title) => title.clone(),
                None => {
                    let title = self.title_of_open(draft).await?;
                    titles.insert(draft, title.clone());
                    title
                }
            };
            if let (Some(title), Some(package)) = (title, known.get_mut(&Tag::from_state(&tag))) {
                package.drafts.push(title);
            }
        }
        Ok(known)
    }

    /// A draft's title, while its packages have not left with it.
    async fn title_of_open(&self, draft: i64) -> Result<Option<String>, DeskError> {
        let Some(loaded) = self.load_if_there(draft).await? else { return Ok(None) };
        let gone = matches!(
            loaded.way.stage,
            DraftStage::InTransit | DraftStage::Received | DraftStage::Rejected | DraftStage::Voided
        );
        Ok((!gone).then(|| loaded.form.title()))
    }

    async fn count_what_waits(&self, license: &LicenseNumber, known: &mut Known) -> Result<(), DeskError> {
        if self.reports().index().is_empty() {
            return Ok(());
        }
        let wanted: Vec<_> = known
            .keys()
            .filter(|tag| !self.reports().index().of_package(license, tag).is_empty())
            .map(|tag| (license.clone(), tag.clone()))
            .collect();
        let briefs = self.read(move |mirror| mirror.briefs_by_tag(&wanted)).await?;
        for brief in briefs.into_iter().flatten() {
            let held = self.reports().index().of_package(license, &brief.tag).to_vec();
            let after = crate::ground::outbox::effective::with(&brief, &held, None);
            if let Some(package) = known.get_mut(&brief.tag) {
                package.quantity.amount = after.quantity;
                package.finished = after.finished;
                package.finished_on = after.finished_on;
            }
        }
        Ok(())
    }
}

/// A draft as the ledger has it, with the reports that carried it.
struct Stored {
    draft: ledger::Draft,
    intents: Vec<Intent>,
}

/// Reads a draft and its reports; none where it is deleted.
fn stored_draft(ledger: &ledger::Ledger, id: i64) -> Result<Option<Stored>, DeskError> {
    let Some(draft) = ledger.draft(id)?.filter(|draft| draft.head.deleted_at.is_none()) else { return Ok(None) };
    let ids = if draft.head.last_intent.is_some() { ledger.draft_intents(id)? } else { Vec::new() };
    let rows = if ids.is_empty() { Vec::new() } else { ledger.outbox_intents(&ids)? };
    let mut intents = rows.iter().map(intent_of).collect::<Result<Vec<_>, _>>()?;
    intents.sort_by_key(|intent| intent.id);
    Ok(Some(Stored { draft, intents }))
}

/// Follows what was sent into the state's own lists.
fn followed(mirror: &Mirror, license: &LicenseNumber, mut traces: Traces) -> Result<Traces, MirrorError> {
    let id = match traces.template_id() {
        Some(id) => Some(id),
        None => marked(mirror, license, &traces.intents)?,
    };
    if let Some(id) = id {
        traces.template = mirror.transfer(license, TransferList::Template, id)?;
        traces.manifests = mirror.transfers_of_template(license, id)?;
    }
    if traces.manifests.is_empty() {
        traces.manifests = by_packages(mirror, license, &traces)?;
    }
    Ok(traces)
}

/// The template that carries the mark of one of these, among those that carry its first package.
fn marked(mirror: &Mirror, license: &LicenseNumber, intents: &[Intent]) -> Result<Option<i64>, MirrorError> {
    for intent in intents.iter().rev() {
        let Some(template) = intent.write.report().template() else { continue };
        let Some(first) = template.packages.first() else { continue };
        let mark = intent.mark.to_string();
        let found = mirror.transfers_with_package(license, &first.tag)?;
        let is_it = |with: &&mirror::TransferWithPackage| {
            with.list == TransferList::Template && with.transfer.number.contains(&mark)
        };
        if let Some(found) = found.iter().find(is_it) {
            return Ok(Some(found.transfer.transfer_id));
        }
    }
    Ok(None)
}

/// A manifest that does not name its template is known by its packages: it was made after the template was sent, and
/// carries every package of it and no other.
fn by_packages(
    mirror: &Mirror,
    license: &LicenseNumber,
    traces: &Traces,
) -> Result<Vec<mirror::view::TransferRow>, MirrorError> {
    let Some(sent) = traces.sent() else { return Ok(Vec::new()) };
    let Some(first) = sent.packages.first() else { return Ok(Vec::new()) };
    let since = traces.intents.first().map(|intent| intent.queued_at);
    let mut found = Vec::new();
    for with in mirror.transfers_with_package(license, &first.tag)? {
        let row = with.transfer;
        let made = row.created.parse::<jiff::Timestamp>().ok();
        if with.list != TransferList::Outgoing || row.template_id.is_some() || made < since {
            continue;
        }
        let Some(detail) = mirror.transfer(license, TransferList::Outgoing, row.transfer_id)? else { continue };
        let mut theirs: Vec<String> = super::template::packages_of(&detail).collect();
        let mut ours: Vec<String> = sent.packages.iter().map(|package| package.tag.to_string()).collect();
        theirs.sort();
        ours.sort();
        if theirs == ours {
            found.push(row);
        }
    }
    Ok(found)
}

fn package_of(facts: TagFacts) -> TransferPackage {
    TransferPackage {
        item: facts.item,
        category: facts.category,
        strain: facts.item_strain,
        quantity: Quantity { amount: facts.quantity, unit: facts.unit },
        lab_state: facts.lab_testing,
        finished: facts.is_finished,
        finished_on: facts.finished,
        held: facts.hold,
        in_transit: (facts.list == PackageList::InTransit).then_some(facts.manifest),
        transferred: facts.list == PackageList::Transferred,
        drafts: Vec::new(),
        // The state's packages do not tell; sales come with the sales of a later version.
        had_sales: None,
        packaged: facts.packaged_date,
        tag: facts.tag,
    }
}
