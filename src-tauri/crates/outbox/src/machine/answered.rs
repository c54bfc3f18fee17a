//! A request ended.

use std::collections::BTreeMap;

use super::{Flight, OURSELVES, Step};
use crate::event::{Change, Outcome};
use crate::happening::{Ending, Happening, HoldCause};
use crate::intent::{AttemptId, IntentId, Reason, State};

impl Step<'_> {
    pub(super) fn sent(&mut self, attempt: AttemptId, outcome: Outcome) {
        // An attempt of another life of this process is settled by reading back, not by its answer.
        let Some(Flight { license, intents }) = self.outbox.flying.remove(&attempt) else { return };
        match outcome {
            Outcome::Accepted { warnings } => {
                let said = warnings.unwrap_or_default();
                self.ended(attempt, Ending::Accepted, None, &said);
                self.went_well(&license);
                for id in intents {
                    self.move_to(id, State::Accepted, OURSELVES, Happening::Accepted, &said, |_| {});
                }
            }
            Outcome::Refused { status, rows, said } => {
                self.ended(attempt, Ending::Refused, Some(status), &said);
                self.went_well(&license);
                self.refused(&intents, &rows, &said);
            }
            Outcome::Asked { until, said } => {
                self.ended(attempt, Ending::Asked, Some(429), &said);
                self.hold(&license, HoldCause::Asked, Some(until), &said);
                self.back_to_queue(&intents, &said);
            }
            Outcome::KeyRefused { said } => {
                self.ended(attempt, Ending::KeyRefused, Some(401), &said);
                self.hold(&license, HoldCause::Keys, None, &said);
                self.back_to_queue(&intents, &said);
            }
            Outcome::NotSent { how } => {
                self.ended(attempt, Ending::NotSent, None, &how);
                self.hold(&license, HoldCause::Offline, None, &how);
                self.back_to_queue(&intents, &how);
            }
            Outcome::Blocked { how } => {
                self.ended(attempt, Ending::Blocked, None, &how);
                self.hold(&license, HoldCause::Between, None, &how);
                self.back_to_queue(&intents, &how);
            }
            Outcome::Foreign { how } => {
                self.ended(attempt, Ending::Foreign, None, &how);
                self.hold(&license, HoldCause::Between, None, &how);
                self.doubt(&intents, Happening::AnsweredByAnother, &how, Reason::Foreign { how: how.clone() });
            }
            Outcome::Lost { how } => {
                self.ended(attempt, Ending::Lost, None, &how);
                self.doubt(&intents, Happening::AnswerLost, &how, Reason::AnswerLost { how: how.clone() });
            }
        }
    }

    fn ended(&mut self, attempt: AttemptId, ending: Ending, status: Option<u16>, said: &str) {
        let said = said.to_owned();
        self.effects.store.push(Change::AttemptEnded { attempt, at: self.now, ending, status, said });
    }

    /// Whether the state carried the request out is not known, and it may still do so until it has settled.
    fn doubt(&mut self, intents: &[IntentId], what: Happening, how: &str, reason: Reason) {
        for id in intents {
            let settles_at = self.settles_from_now(*id);
            self.move_to(*id, State::Unknown, OURSELVES, what, how, |progress| {
                progress.settles_at = Some(settles_at);
                progress.reason = Some(reason.clone());
            });
        }
    }

    /// The request did not get to where it could have had an effect.
    fn back_to_queue(&mut self, intents: &[IntentId], why: &str) {
        for id in intents {
            self.move_to(*id, State::Queued, OURSELVES, Happening::NotRecorded, why, |_| {});
        }
    }

    /// A refused request is refused as a whole, as far as is known (CONTRACT section 4: inferred). The rows that the
    /// state names are refused; whether the others were left out is read back before they go again.
    fn refused(&mut self, intents: &[IntentId], rows: &[(usize, String)], said: &str) {
        let mut named: BTreeMap<IntentId, Vec<&str>> = BTreeMap::new();
        for (row, message) in rows {
            if let Some(id) = intents.get(*row) {
                named.entry(*id).or_default().push(message);
            }
        }
        if let ([only], true) = (intents, named.is_empty()) {
            named.insert(*only, vec![said]);
        }
        let nobody_named = named.is_empty();
        for id in intents {
            if let Some(messages) = named.get(id) {
                let said = messages.join("\n");
                self.move_to(*id, State::Rejected, OURSELVES, Happening::Refused, &said, |progress| {
                    progress.reason = Some(Reason::StateSaid { said: said.clone() });
                });
                continue;
            }
            let now = self.now;
            self.outbox.settling.remove(id);
            self.move_to(*id, State::Unknown, OURSELVES, Happening::SentWithRefused, said, |progress| {
                // The state has answered: nothing of it can be under way any more.
                progress.settles_at = Some(now);
                progress.alone = nobody_named;
                progress.reason = Some(Reason::OtherRowRefused);
            });
        }
    }
}
