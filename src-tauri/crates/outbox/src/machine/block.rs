//! Who is stuck behind whom.

use std::collections::HashMap;

use rules::LicenseNumber;

use super::{Doing, OURSELVES, Outbox, Step};
use crate::entity::Entity;
use crate::happening::Happening;
use crate::intent::{Intent, IntentId, Reason, State};

impl Step<'_> {
    /// Blocks what waits for something stuck, and frees what no longer does. One change may lead to the next.
    pub(super) fn block(&mut self) {
        loop {
            let moves = self.outbox.blocks();
            if moves.is_empty() {
                return;
            }
            for (id, blocker) in moves {
                if matches!(self.outbox.doing.get(&id), Some(Doing::Ready { .. })) {
                    self.outbox.doing.remove(&id);
                }
                match blocker {
                    Some(intent) => self.move_to(id, State::Blocked, OURSELVES, Happening::Blocked, "", |progress| {
                        progress.reason = Some(Reason::WaitsFor { intent });
                    }),
                    None => self.move_to(id, State::Queued, OURSELVES, Happening::FreeAgain, "", |_| {}),
                }
            }
        }
    }
}

impl Outbox {
    /// Waiting intents whose state does not fit: with what blocks them, or none where nothing does any more.
    fn blocks(&self) -> Vec<(IntentId, Option<IntentId>)> {
        // What needs a person holds its whole lane: the edit of a refused one may stand before it.
        let needs_person = self.open.values().filter(|entry| entry.intent.progress.state == State::NeedsPerson);
        let mut stuck: HashMap<(&LicenseNumber, &Entity), IntentId> =
            needs_person.map(|entry| ((&entry.intent.license, &entry.entity), entry.intent.id)).collect();
        let mut moves = Vec::new();
        for (_, id) in &self.queue {
            let Some(entry) = self.open.get(id) else { continue };
            let (intent, state) = (&entry.intent, entry.intent.progress.state);
            let lane = (&intent.license, &entry.entity);
            if matches!(state, State::Queued | State::Blocked) {
                let blocker = stuck.get(&lane).copied().or_else(|| self.stuck_dependency(intent));
                let told = match &intent.progress.reason {
                    Some(Reason::WaitsFor { intent }) if state == State::Blocked => Some(*intent),
                    _ => None,
                };
                if told != blocker || (state == State::Blocked) != blocker.is_some() {
                    moves.push((*id, blocker));
                }
                if blocker.is_some() {
                    stuck.entry(lane).or_insert(*id);
                }
            }
        }
        moves
    }

    /// The first of those that it waits for which will not be confirmed by itself.
    fn stuck_dependency(&self, intent: &Intent) -> Option<IntentId> {
        let stuck = |id: &&IntentId| {
            matches!(
                self.state_of(**id),
                None | Some(State::NeedsPerson | State::Blocked | State::Rejected | State::Withdrawn)
            )
        };
        intent.after.iter().find(stuck).copied()
    }
}
