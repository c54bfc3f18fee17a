//! What the outbox holds for each entity, in memory: the grids ask for it with every window.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use outbox::{Entity, Intent, State};
use rules::{LicenseNumber, Tag};

/// An intent that is not over; or one that is, and that the local copy does not show yet.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// The intent as the ledger has it.
    pub intent: Arc<Intent>,
    /// Recorded by the state; kept until a run of its license with at least this number has ended.
    pub until_run: Option<u64>,
}

impl Held {
    /// Whether its effect is to be expected: what was refused changes nothing.
    pub fn counts(&self) -> bool {
        use State::{
            Accepted, Blocked, Confirmed, NeedsPerson, Queued, Rejected, Sending, Superseded, Unknown, Withdrawn,
        };
        match self.intent.progress.state {
            // Nothing of it is sent before a person decides what.
            NeedsPerson => self.intent.moved_to().is_none(),
            Queued | Blocked | Sending | Accepted | Unknown | Confirmed => true,
            Rejected | Withdrawn | Superseded => false,
        }
    }
}

/// An entity in a license's books.
pub(crate) type Lane = (LicenseNumber, Entity);

/// Intents by what they change.
#[derive(Debug, Default)]
pub(crate) struct PendingIndex {
    by_entity: HashMap<Lane, Vec<Held>>,
    key_of: HashMap<i64, Lane>,
    /// How often something recorded was left to the local copy.
    handed_over: u64,
}

impl PendingIndex {
    /// Takes an intent up as it is now. `next_run` is the number of the first run of its license that can show what
    /// was recorded by now; none where the license is not read, so that nothing is waited for.
    pub fn put(&mut self, intent: Intent, next_run: Option<u64>) {
        let id = intent.id.0;
        let until_run = match intent.progress.state {
            State::Withdrawn | State::Superseded => return self.remove(id),
            State::Confirmed => match next_run {
                Some(run) => Some(self.get(id).and_then(|held| held.until_run).unwrap_or(run)),
                None => return self.remove(id),
            },
            _ => None,
        };
        let key = intent.lane();
        let held = Held { intent: Arc::new(intent), until_run };
        let lane = self.by_entity.entry(key.clone()).or_default();
        match lane.iter_mut().find(|known| known.intent.id.0 == id) {
            Some(known) => *known = held,
            None => lane.push(held),
        }
        lane.sort_by_key(|held| (held.intent.order, held.intent.id));
        self.key_of.insert(id, key);
    }

    /// Forgets an intent.
    pub fn remove(&mut self, id: i64) {
        let Some(key) = self.key_of.remove(&id) else { return };
        if let Some(lane) = self.by_entity.get_mut(&key) {
            lane.retain(|held| held.intent.id.0 != id);
            if lane.is_empty() {
                self.by_entity.remove(&key);
            }
        }
    }

    /// A run of a license ended: what was recorded before it began shows in the local copy now. Gives whether anything
    /// is different.
    pub fn run_ended(&mut self, license: &LicenseNumber, run: u64) -> bool {
        let shown: Vec<i64> = self
            .all()
            .filter(|held| held.intent.license == *license && held.until_run.is_some_and(|until| until <= run))
            .map(|held| held.intent.id.0)
            .collect();
        for id in &shown {
            self.remove(*id);
        }
        self.handed_over += u64::from(!shown.is_empty());
        !shown.is_empty()
    }

    /// Changes when something recorded was left to the local copy: rows that were read before may not have it yet.
    pub fn handed_over(&self) -> u64 {
        self.handed_over
    }

    /// One intent.
    pub fn get(&self, id: i64) -> Option<&Held> {
        let lane = self.by_entity.get(self.key_of.get(&id)?)?;
        lane.iter().find(|held| held.intent.id.0 == id)
    }

    /// What is held for an entity, in the order in which it goes.
    pub fn of(&self, lane: &Lane) -> &[Held] {
        self.by_entity.get(lane).map_or(&[], Vec::as_slice)
    }

    /// What is held for a package, in the order in which it goes.
    pub fn of_package(&self, license: &LicenseNumber, tag: &Tag) -> &[Held] {
        self.of(&(license.clone(), Entity::Package(tag.clone())))
    }

    /// The entities whose reports are not recorded yet and may be.
    pub fn awaited(&self) -> HashSet<Lane> {
        let waits = |held: &&Held| held.counts() && held.until_run.is_none();
        self.all().filter(waits).map(|held| held.intent.lane()).collect()
    }

    /// Everything held, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Held> {
        self.by_entity.values().flatten()
    }

    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.by_entity.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use outbox::{Finalize, Finish, IntentId, Mark, Progress, TemplateDelete, Write};

    use super::*;

    fn license() -> LicenseNumber {
        LicenseNumber::new("C10-0000421-LIC")
    }

    fn intent(id: i64, write: impl Into<Write>) -> Intent {
        Intent {
            id: IntentId(id),
            order: id,
            request: "r".into(),
            license: license(),
            write: write.into(),
            promise: None,
            mark: Mark::from_random(1),
            body: "{}".into(),
            who: "Ada".into(),
            queued_at: Timestamp::UNIX_EPOCH,
            after: Vec::new(),
            supersedes: None,
            progress: Progress::queued(Timestamp::UNIX_EPOCH),
        }
    }

    #[test]
    fn each_entity_has_what_waits_for_it_and_a_number_alone_is_none() {
        let tag = Tag::from_state("1A4060300002199000003445");
        let mut index = PendingIndex::default();
        index.put(intent(1, Finalize { receipt: 7 }), Some(1));
        index.put(intent(2, TemplateDelete { draft: None, id: 7, name: "Tomorrow".into() }), Some(1));
        index.put(intent(3, Finish { tag: tag.clone(), date: jiff::civil::Date::constant(2026, 11, 22) }), Some(1));
        let held = |entity| index.of(&(license(), entity)).iter().map(|held| held.intent.id.0).collect::<Vec<_>>();
        assert_eq!(held(Entity::Receipt(7)), [1]);
        assert_eq!(held(Entity::Template(7)), [2], "a template is not the receipt of its number");
        assert_eq!(held(Entity::Package(tag.clone())), [3]);
        assert!(held(Entity::Plant(tag)).is_empty(), "nor a plant the package of its tag");
        assert!(held(Entity::Harvest(7)).is_empty());
        assert_eq!(index.awaited().len(), 3, "all of them are not recorded yet");
        assert_eq!(index.awaited().iter().filter(|(_, entity)| entity.package().is_some()).count(), 1);
    }
}
