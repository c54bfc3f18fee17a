//! One report as a list shows it.

use jiff::Timestamp;
use mirror::PackageBrief;
use outbox::{Hold, Intent, Reason, State, sentence_of, told};
use rules::LicenseNumber;

use super::status::{Holds, due_of, group_of};
use crate::contract::{DeskError, OutboxLine, PackageRef};
use crate::desk::Desk;
use crate::kinds::{self, moved};

impl Desk {
    /// Intents as the Outbox shows them, with what the local copy knows of their packages.
    pub(crate) async fn outbox_rows(&self, intents: Vec<Intent>) -> Result<Vec<OutboxLine>, DeskError> {
        let holds = self.holds().await?;
        let packages: Vec<_> = intents.iter().map(package_of).collect();
        let wanted: Vec<_> = packages.iter().flatten().cloned().collect();
        let mut briefs = self.read(move |mirror| mirror.briefs_by_tag(&wanted)).await?.into_iter();
        let now = self.now();
        let of = |(intent, package): (&Intent, &Option<_>)| {
            let brief = package.as_ref().and_then(|_| briefs.next().flatten());
            row(intent, brief.as_ref(), &holds, now)
        };
        Ok(intents.iter().zip(&packages).map(of).collect())
    }
}

fn package_of(intent: &Intent) -> Option<(LicenseNumber, rules::Tag)> {
    intent.write.entity().package().map(|tag| (intent.license.clone(), tag.clone()))
}

fn row(intent: &Intent, brief: Option<&PackageBrief>, holds: &Holds, now: Timestamp) -> OutboxLine {
    let progress = &intent.progress;
    let state = progress.state;
    let hold = holds.get(&intent.license).filter(|hold| hold.until > now);
    let words = told(progress, hold, now);
    let over = state.is_final();
    OutboxLine {
        intent: intent.id.0,
        license: intent.license.clone(),
        kind: intent.write.kind().code().to_owned(),
        title: intent.write.kind().words().to_owned(),
        sentence: sentence_of(intent),
        package: package_of(intent).map(|(license, tag)| PackageRef {
            license,
            package_id: brief.map_or(0, |brief| brief.package_id),
            tag: tag.to_string(),
        }),
        item: brief.map(|brief| brief.item.clone()).unwrap_or_default(),
        who: intent.who.clone(),
        queued_at: intent.queued_at.to_string(),
        since: progress.since.to_string(),
        group: group_of(state),
        outcome: outcome(intent).to_owned(),
        happened: moved::happened(intent, now).unwrap_or(words.happened),
        safe: words.safe,
        now: words.now,
        said: said(intent, hold),
        next_at: next_at(intent, hold, now).map(|at| at.to_string()),
        due: (!over).then(|| due_of(intent).to_string()),
        can_withdraw: can_withdraw(intent),
        can_edit: matches!(state, State::Queued | State::Blocked | State::Rejected)
            && kinds::told(&intent.write).is_some(),
        can_decide: state == State::NeedsPerson,
    }
}

/// As the outbox itself decides.
fn can_withdraw(intent: &Intent) -> bool {
    match intent.progress.state {
        State::Queued | State::Blocked | State::Rejected => true,
        State::NeedsPerson => {
            matches!(intent.progress.reason, Some(Reason::KeepsFailing { .. } | Reason::Moved { .. }))
        }
        _ => false,
    }
}

fn outcome(intent: &Intent) -> &'static str {
    match (intent.progress.state, &intent.progress.reason) {
        (State::Confirmed, Some(Reason::AlreadySo)) => "already_so",
        (State::Confirmed, Some(Reason::PersonSaysRecorded)) => "decided",
        (State::Confirmed, _) => "recorded",
        (State::Withdrawn, _) => "withdrawn",
        (State::Superseded, _) => "replaced",
        (state, _) => state.code(),
    }
}

/// To the letter.
fn said(intent: &Intent, hold: Option<&Hold>) -> String {
    match &intent.progress.reason {
        Some(Reason::StateSaid { said } | Reason::MayNotRead { said }) => said.clone(),
        Some(Reason::AnswerLost { how } | Reason::Foreign { how }) => how.clone(),
        Some(Reason::KeepsFailing { last }) => last.clone(),
        _ if intent.progress.state == State::Queued => hold.map(|hold| hold.said.clone()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn next_at(intent: &Intent, hold: Option<&Hold>, now: Timestamp) -> Option<Timestamp> {
    let progress = &intent.progress;
    let settles = (progress.state == State::Unknown).then_some(progress.settles_at).flatten();
    match progress.state {
        State::Queued | State::Accepted | State::Unknown => {
            progress.not_before.max(settles).max(hold.map(|hold| hold.until)).filter(|at| *at > now)
        }
        _ => None,
    }
}
