//! Where a draft is on its way, from what was sent of it and what the state shows: pure.

use jiff::Timestamp;
use mirror::view::TransferRow;
use mirror::{TransferDetail, TransferState};
use outbox::{Deed, Group, Intent, State, Template};
use words::{Words, say};

use super::template::{Differences, differences};
use crate::contract::{DraftStage, DraftStep};

/// Everything that tells where a draft is.
#[derive(Debug, Clone, Default)]
pub(super) struct Traces {
    /// Who made the draft, and when.
    pub made: Option<(String, Timestamp)>,
    /// The intents that were made of it, oldest first.
    pub intents: Vec<Intent>,
    /// The template as the state holds it, where the local copy has it.
    pub template: Option<TransferDetail>,
    /// The manifests that were made of it, newest first.
    pub manifests: Vec<TransferRow>,
    /// The draft as it would be sent now; none while something in it cannot be read.
    pub now: Option<Template>,
}

/// Where a draft is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub stage: DraftStage,
    pub words: String,
    pub steps: Vec<DraftStep>,
    pub intent: Option<i64>,
    pub template: Option<i64>,
    pub editable: bool,
    pub changed_since_sent: bool,
    pub changed_there: bool,
}

impl Traces {
    /// The newest intent that says something about the draft: one that was withdrawn or replaced says nothing.
    fn current(&self) -> Option<&Intent> {
        let speaks = |intent: &&Intent| !matches!(intent.progress.state, State::Withdrawn | State::Superseded);
        self.intents.iter().rev().find(speaks)
    }

    /// What was sent last, whether or not the state has it yet.
    pub fn sent(&self) -> Option<&Template> {
        self.current()?.write.report().template()
    }

    /// The state's id of the template; none while there is none, or once it was deleted.
    pub fn template_id(&self) -> Option<i64> {
        let mut id = None;
        for intent in &self.intents {
            let confirmed = intent.progress.state == State::Confirmed;
            match intent.write.report().deed() {
                Some(Deed::Makes) if confirmed => {
                    id = intent.progress.made.or_else(|| self.template.as_ref().map(|there| there.head.transfer_id));
                }
                Some(Deed::Replaces(template)) => id = id.or(Some(template)),
                Some(Deed::Deletes) if confirmed => id = None,
                Some(Deed::Makes | Deed::Deletes) | None => {}
            }
        }
        id
    }

    /// What differs between what was sent last and what the state holds; nothing where that is not known.
    pub fn changed_there(&self) -> Differences {
        let settled = self.current().is_some_and(|intent| intent.progress.state == State::Confirmed);
        match (self.sent(), &self.template) {
            (Some(sent), Some(there)) if settled && there.deliveries_current => {
                let theirs = differences(sent, there);
                // What the draft has taken over already is no difference any more.
                let ours = self.now.as_ref().map(|now| differences(now, there));
                if ours.is_some_and(|ours| ours.is_empty()) { Differences::default() } else { theirs }
            }
            _ => Differences::default(),
        }
    }

    /// Where the draft is.
    pub fn way(&self) -> Way {
        let current = self.current();
        let manifest = self.manifests.first();
        let (stage, words) = match manifest.and_then(|row| stage_of(row).map(|stage| (row, stage))) {
            Some((row, stage)) => (stage, manifest_words(row)),
            None => current.map_or((DraftStage::Draft, say::check_stage_draft()), stage_of_intent),
        };
        let taken = |sent: &Template| match (&self.now, &self.template) {
            (Some(now), _) if now == sent => false,
            (Some(now), Some(there)) if there.deliveries_current && stage == DraftStage::Template => {
                !differences(now, there).is_empty() || prices_differ(now, sent)
            }
            _ => true,
        };
        let on_the_road = matches!(
            stage,
            DraftStage::Registered | DraftStage::InTransit | DraftStage::Received | DraftStage::Rejected
        );
        Way {
            stage,
            words: words.to_string(),
            steps: self.steps(manifest),
            intent: current.map(|intent| intent.id.0),
            template: self.template_id(),
            editable: !on_the_road,
            changed_since_sent: !on_the_road && self.sent().is_some_and(taken),
            changed_there: !on_the_road && !self.changed_there().is_empty(),
        }
    }

    fn steps(&self, manifest: Option<&TransferRow>) -> Vec<DraftStep> {
        let step = |stage, title: Words| DraftStep {
            stage,
            title: title.to_string(),
            at: None,
            by: String::new(),
            words: String::new(),
        };
        let mut draft = step(DraftStage::Draft, say::check_step_drafted());
        if let Some((who, at)) = &self.made {
            draft.at = Some(at.to_string());
            draft.by.clone_from(who);
        }
        let mut queued = step(DraftStage::Queued, say::check_step_queued());
        let mut template = step(DraftStage::Template, say::check_step_template());
        if let Some(intent) = self.current() {
            queued.at = Some(intent.queued_at.to_string());
            queued.by.clone_from(&intent.who);
            if intent.progress.state == State::Confirmed && intent.write.report().deed() != Some(Deed::Deletes) {
                template.at = Some(intent.progress.since.to_string());
                template.by = say::check_step_read_back().to_string();
            }
        }
        let mut registered = step(DraftStage::Registered, say::check_step_registered());
        let mut transit = step(DraftStage::InTransit, say::check_step_in_transit());
        let mut end = step(DraftStage::Received, say::check_step_received());
        if let Some(row) = manifest {
            let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
            registered.at = filled(&row.created);
            registered.by.clone_from(&row.created_by);
            registered.words = say::check_step_manifest(&row.number).to_string();
            transit.at = filled(&row.departed);
            match stage_of(row) {
                Some(DraftStage::Rejected) => {
                    (end.stage, end.title) = (DraftStage::Rejected, row.state.clone());
                    end.at = filled(&row.received).or_else(|| filled(&row.last_modified));
                }
                Some(DraftStage::Voided) => {
                    (end.stage, end.title) = (DraftStage::Voided, row.state.clone());
                    end.at = filled(&row.last_modified);
                }
                _ => end.at = filled(&row.received),
            }
            if end.at.is_some() {
                end.by.clone_from(&row.other_name);
            }
        }
        vec![draft, queued, template, registered, transit, end]
    }
}

/// Prices and weights, which the state does not give back for templates.
fn prices_differ(now: &Template, sent: &Template) -> bool {
    let priced = |template: &Template| {
        let mut all: Vec<_> = template.packages.iter().map(|p| (p.tag.to_string(), p.gross.clone(), p.price)).collect();
        all.sort();
        all
    };
    priced(now) != priced(sent) || now.name != sent.name || now.carrier.phone != sent.carrier.phone
}

fn stage_of(row: &TransferRow) -> Option<DraftStage> {
    Some(match row.stage? {
        TransferState::Registered => DraftStage::Registered,
        TransferState::InTransit => DraftStage::InTransit,
        TransferState::Received => DraftStage::Received,
        TransferState::Rejected | TransferState::Partly => DraftStage::Rejected,
        TransferState::Voided | TransferState::Gone => DraftStage::Voided,
    })
}

fn manifest_words(row: &TransferRow) -> Words {
    say::check_stage_manifest(&row.number, &row.state)
}

fn stage_of_intent(intent: &Intent) -> (DraftStage, Words) {
    let group = intent.progress.state.group();
    let words = match intent.write.report().deed() {
        Some(Deed::Replaces(_)) => match group {
            Group::Waiting => say::check_stage_update_waiting(),
            Group::Sending => say::check_stage_update_sending(),
            Group::Checking => say::check_stage_update_checking(),
            Group::NeedsYou => say::check_stage_update_needs_you(),
            Group::Refused => say::check_stage_update_refused(),
            Group::Done => say::check_stage_template(),
        },
        Some(Deed::Deletes) => match group {
            Group::Waiting => say::check_stage_delete_waiting(),
            Group::Sending => say::check_stage_delete_sending(),
            Group::Checking => say::check_stage_delete_checking(),
            Group::NeedsYou => say::check_stage_delete_needs_you(),
            Group::Refused => say::check_stage_delete_refused(),
            Group::Done => return (DraftStage::Draft, say::check_stage_draft()),
        },
        // A draft has no reports but of templates.
        Some(Deed::Makes) | None => match group {
            Group::Waiting => say::check_stage_create_waiting(),
            Group::Sending => say::check_stage_create_sending(),
            Group::Checking => say::check_stage_create_checking(),
            Group::NeedsYou => say::check_stage_create_needs_you(),
            Group::Refused => say::check_stage_create_refused(),
            Group::Done => say::check_stage_template(),
        },
    };
    let stage = match group {
        Group::Waiting | Group::Sending | Group::Checking => DraftStage::Queued,
        Group::NeedsYou | Group::Refused => DraftStage::Trouble,
        Group::Done => DraftStage::Template,
    };
    (stage, words)
}
