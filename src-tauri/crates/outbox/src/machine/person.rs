//! What people ask for: queue, edit, take back, decide, clear.

use rules::LicenseNumber;
use words::say;

use super::{Over, Step};
use crate::event::{After, Change, Decision, NewIntent, Refusal};
use crate::happening::Happening;
use crate::intent::{Intent, IntentId, Progress, Reason, State};
use crate::mark::Mark;
use crate::promise::Wanted;

impl Step<'_> {
    /// Queues all of a command or nothing.
    pub(super) fn submitted(&mut self, request: &str, who: &str, license: &LicenseNumber, new: Vec<NewIntent>) {
        match self.prepared(request, who, license, new) {
            Ok(intents) => {
                for intent in intents {
                    self.enqueue(intent);
                }
            }
            Err(refusal) => self.effects.refused.push(refusal),
        }
    }

    /// Until when what is queued now stays to be taken back; none where it goes at once.
    fn undone_until(&self) -> Option<jiff::Timestamp> {
        let undo = self.outbox.timing.undo;
        undo.is_positive().then(|| crate::timing::later(self.now, undo))
    }

    fn prepared(
        &self,
        request: &str,
        who: &str,
        license: &LicenseNumber,
        new: Vec<NewIntent>,
    ) -> Result<Vec<Intent>, Refusal> {
        if new.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut intents: Vec<Intent> = Vec::with_capacity(new.len());
        for (next, NewIntent { write, promise, mark, after }) in (self.outbox.next_intent..).zip(new) {
            let mut waits_for = Vec::with_capacity(after.len());
            for one in after {
                waits_for.push(match one {
                    After::Intent(id) if self.outbox.knows(id) => id,
                    After::Sibling(at) => intents.get(at).map(|i| i.id).ok_or(Refusal::NoSuchPredecessor)?,
                    After::Intent(_) => return Err(Refusal::NoSuchPredecessor),
                });
            }
            let body = write.body(&mark)?;
            intents.push(Intent {
                id: IntentId(next),
                order: next,
                request: request.to_owned(),
                license: license.clone(),
                write,
                promise,
                mark,
                body,
                who: who.to_owned(),
                queued_at: self.now,
                after: waits_for,
                supersedes: None,
                progress: Progress { not_before: self.undone_until(), ..Progress::queued(self.now) },
            });
        }
        Ok(intents)
    }

    fn enqueue(&mut self, intent: Intent) {
        self.outbox.next_intent = self.outbox.next_intent.max(intent.id.0.saturating_add(1));
        self.effects.made.push(intent.id);
        self.effects.store.push(Change::Queued(Box::new(intent.clone())));
        let (id, license, who, body) = (intent.id, intent.license.clone(), intent.who.clone(), intent.body.clone());
        self.outbox.insert(intent);
        self.audit(id, license, None, &who, Happening::Queued, &body);
        self.reblock = true;
    }

    /// A new intent takes the place of one that waits or was refused.
    pub(super) fn edited(&mut self, request: &str, who: &str, old: IntentId, wanted: Wanted, mark: Mark) {
        match self.edit(request, who, old, wanted, mark) {
            Ok(new) => {
                let id = new.id;
                self.enqueue(new);
                let detail = say::reporting_audit_replaced(id.to_string()).to_string();
                self.move_to(old, State::Superseded, who, Happening::Edited, &detail, |progress| {
                    progress.superseded_by = Some(id);
                });
            }
            Err(refusal) => self.effects.refused.push(refusal),
        }
    }

    fn edit(&self, request: &str, who: &str, old: IntentId, wanted: Wanted, mark: Mark) -> Result<Intent, Refusal> {
        let Wanted { write, promise } = wanted;
        let Some(entry) = self.outbox.open.get(&old) else {
            let over = self.outbox.over.contains_key(&old);
            return Err(if over { Refusal::Over(old) } else { Refusal::NotThere(old) });
        };
        let moved = entry.intent.moved_to().is_some();
        match entry.intent.progress.state {
            State::Queued | State::Blocked | State::Rejected => {}
            State::NeedsPerson if moved => {}
            _ => return Err(Refusal::OnItsWay(old)),
        }
        if write.entity() != entry.entity {
            return Err(Refusal::OtherEntity(old));
        }
        // The ids of earlier attempts stay with the old intent: an edit begins with none.
        let body = write.body(&mark)?;
        Ok(Intent {
            id: IntentId(self.outbox.next_intent),
            request: request.to_owned(),
            write,
            promise,
            mark,
            body,
            who: who.to_owned(),
            queued_at: self.now,
            supersedes: Some(old),
            progress: Progress::queued(self.now),
            ..entry.intent.clone()
        })
    }

    /// Takes back what has not left: all of them, each for itself.
    pub(super) fn withdrawn(&mut self, who: &str, ids: &[IntentId]) {
        if ids.is_empty() {
            self.effects.refused.push(Refusal::Nothing);
        }
        for id in ids {
            match self.progress(*id) {
                Some(progress) if certainly_not_recorded(progress) => {
                    self.move_to(*id, State::Withdrawn, who, Happening::Withdrawn, "", |_| {});
                }
                Some(_) => self.effects.refused.push(Refusal::OnItsWay(*id)),
                None => self.effects.refused.push(self.unknown(*id)),
            }
        }
    }

    pub(super) fn decided(&mut self, who: &str, id: IntentId, decision: Decision) {
        match self.progress(id).map(|progress| progress.state) {
            None => {
                let refusal = self.unknown(id);
                self.effects.refused.push(refusal);
            }
            Some(State::NeedsPerson) if self.has_moved(id) != (decision == Decision::SendAsMeant) => {
                self.effects.refused.push(Refusal::NothingToDecide(id));
            }
            Some(State::NeedsPerson) => match decision {
                Decision::Recorded => {
                    self.move_to(id, State::Confirmed, who, Happening::DecidedRecorded, "", |progress| {
                        progress.reason = Some(Reason::PersonSaysRecorded);
                    });
                }
                Decision::SendAgain => {
                    let not_recorded = self.progress(id).is_some_and(certainly_not_recorded);
                    self.move_to(id, State::Queued, who, Happening::DecidedSendAgain, "", |progress| {
                        begin_anew(progress);
                        progress.sent_again |= !not_recorded;
                        progress.agreed = progress.shown.take().or(progress.agreed.take());
                    });
                }
                Decision::SendAsMeant => {
                    self.move_to(id, State::Queued, who, Happening::DecidedSendAsMeant, "", |progress| {
                        begin_anew(progress);
                        progress.agreed = progress.shown.take();
                    });
                }
                Decision::CheckAgain => self.check_again(who, id),
            },
            Some(_) => self.effects.refused.push(Refusal::NothingToDecide(id)),
        }
    }

    /// Whether it waits for a person because the state moved: nothing of it is under way, and what was decided of others
    /// does not fit it.
    fn has_moved(&self, id: IntentId) -> bool {
        self.outbox.open.get(&id).is_some_and(|entry| entry.intent.moved_to().is_some())
    }

    fn check_again(&mut self, who: &str, id: IntentId) {
        let accepted = matches!(self.progress(id).and_then(|p| p.reason.as_ref()), Some(Reason::NotShown { .. }));
        let state = if accepted { State::Accepted } else { State::Unknown };
        let now = self.now;
        self.move_to(id, state, who, Happening::DecidedLookAgain, "", |progress| {
            begin_anew(progress);
            progress.settles_at = progress.settles_at.or(Some(now));
        });
    }

    /// Clears what is over from the page.
    pub(super) fn archived(&mut self, who: &str, ids: &[IntentId]) {
        if ids.is_empty() {
            self.effects.refused.push(Refusal::Nothing);
        }
        for id in ids {
            match (self.progress(*id).map(|progress| progress.state), self.outbox.over.get(id)) {
                // A refused one that is cleared is given up.
                (Some(State::Rejected), _) => {
                    self.move_to(*id, State::Withdrawn, who, Happening::GivenUp, "", |_| {});
                    self.effects.store.push(Change::Archived(*id));
                }
                (None, Some(Over { .. })) => self.effects.store.push(Change::Archived(*id)),
                (Some(_), _) => self.effects.refused.push(Refusal::NotOver(*id)),
                (None, None) => self.effects.refused.push(Refusal::NotThere(*id)),
            }
        }
    }

    fn unknown(&self, id: IntentId) -> Refusal {
        if self.outbox.over.contains_key(&id) { Refusal::Over(id) } else { Refusal::NotThere(id) }
    }
}

/// Whether nothing of it can be recorded, so that it may be taken back.
fn certainly_not_recorded(progress: &Progress) -> bool {
    match progress.state {
        State::Queued | State::Blocked | State::Rejected => true,
        State::NeedsPerson => matches!(progress.reason, Some(Reason::KeepsFailing { .. } | Reason::Moved { .. })),
        _ => false,
    }
}

fn begin_anew(progress: &mut Progress) {
    progress.failures = 0;
    progress.doubts = 0;
    progress.alone = false;
}
