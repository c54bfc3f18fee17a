//! What may leave now: readings before an attempt, requests, readings after it.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use rules::LicenseNumber;
use sha2::{Digest, Sha256};

use super::{Doing, Flight, OURSELVES, Outbox, Step};
use crate::entity::Entity;
use crate::event::{Attempt, Call, Change};
use crate::happening::Happening;
use crate::intent::{AttemptId, Intent, IntentId, State};
use crate::kinds::{Kind, OBJECTS_PER_REQUEST, Tried};
use crate::moment::Moment;
use crate::snapshot::Question;

/// What one look at the queue found.
#[derive(Default)]
struct Found {
    /// To read before the attempt.
    before: Vec<(LicenseNumber, IntentId, Question)>,
    /// To read back.
    check: Vec<(LicenseNumber, IntentId, Question)>,
    /// May go, by license and kind.
    ready: BTreeMap<(LicenseNumber, Kind), Vec<IntentId>>,
    /// Groups of which more is about to be ready.
    warming: HashSet<(LicenseNumber, Kind)>,
}

impl Step<'_> {
    /// Starts whatever may start.
    pub(super) fn plan(&mut self) {
        if self.outbox.closing {
            return;
        }
        let found = self.outbox.look(Moment { wall: self.now, steady: self.steady });
        let mut reads: BTreeMap<LicenseNumber, Vec<(IntentId, Question)>> = BTreeMap::new();
        for (license, id, question) in found.before {
            self.outbox.doing.insert(id, Doing::ReadingBefore);
            reads.entry(license).or_default().push((id, question));
        }
        for (license, id, question) in found.check {
            self.outbox.doing.insert(id, Doing::Checking { since: self.steady });
            reads.entry(license).or_default().push((id, question));
        }
        for (license, questions) in reads {
            for some in questions.chunks(OBJECTS_PER_REQUEST) {
                self.effects.calls.push(Call::Read { license: license.clone(), questions: some.to_vec() });
            }
        }
        for ((license, kind), ids) in found.ready {
            let warming = found.warming.contains(&(license.clone(), kind));
            self.send_group(&license, kind, &ids, warming);
        }
    }

    /// Sends the ready intents of one license and kind, as many together as fit; a request that is not full waits
    /// while more is about to be ready.
    fn send_group(&mut self, license: &LicenseNumber, kind: Kind, ids: &[IntentId], warming: bool) {
        let alone = |id: &IntentId| self.progress(*id).is_some_and(|progress| progress.alone);
        let (alone, together): (Vec<IntentId>, Vec<IntentId>) = ids.iter().copied().partition(alone);
        let mut requests: Vec<Vec<IntentId>> = alone.into_iter().map(|id| vec![id]).collect();
        let most = kind.objects_per_request();
        let full = |some: &&[IntentId]| some.len() == most || !warming;
        requests.extend(together.chunks(most).filter(full).map(<[IntentId]>::to_vec));
        for request in requests {
            let flying = self.outbox.flying.values().filter(|flight| flight.license == *license).count();
            if flying >= self.outbox.timing.requests {
                return;
            }
            self.send(license, kind, request);
        }
    }

    fn send(&mut self, license: &LicenseNumber, kind: Kind, intents: Vec<IntentId>) {
        let bodies: Vec<&str> =
            intents.iter().filter_map(|id| self.outbox.open.get(id)).map(|e| e.intent.body.as_str()).collect();
        let body = format!("[{}]", bodies.join(","));
        let first = intents.first().and_then(|id| self.outbox.open.get(id));
        let path = first.map_or_else(|| kind.path().to_owned(), |entry| entry.intent.write.path());
        let id = AttemptId(self.outbox.next_attempt);
        self.outbox.next_attempt = self.outbox.next_attempt.saturating_add(1);
        let hash = hash(&body);
        let attempt =
            Attempt { id, license: license.clone(), kind, path, body, hash, intents: intents.clone(), at: self.now };
        self.effects.store.push(Change::AttemptBegun(Box::new(attempt.clone())));
        for intent in &intents {
            let before = match self.outbox.doing.remove(intent) {
                Some(Doing::Ready { before, .. }) => Some(before),
                _ => None,
            };
            self.outbox.settling.remove(intent);
            let sent = self.outbox.open.get(intent).map(|e| e.intent.body.clone()).unwrap_or_default();
            let now = self.now;
            self.move_to(*intent, State::Sending, OURSELVES, Happening::Sent, &sent, |progress| {
                progress.attempt = Some(id);
                progress.first_tried = progress.first_tried.or(Some(now));
                progress.before = before;
                progress.settles_at = None;
                progress.doubts = 0;
            });
        }
        self.outbox.flying.insert(id, Flight { license: license.clone(), intents });
        self.effects.calls.push(Call::Send(Box::new(attempt)));
    }
}

impl Outbox {
    /// Looks through the queue in order.
    fn look(&self, moment: Moment) -> Found {
        let now = moment.wall;
        let mut found = Found::default();
        let mut room = Room::new(self);
        let mut lanes = self.lanes_on_the_way();
        for (_, id) in &self.queue {
            let Some(entry) = self.open.get(id) else { continue };
            let (intent, progress) = (&entry.intent, &entry.intent.progress);
            if progress.state.is_settled() {
                continue;
            }
            let first = lanes.insert((&intent.license, &entry.entity));
            let free = self.hold(&intent.license, now).is_none() && progress.not_before.is_none_or(|at| at <= now);
            let group = || (intent.license.clone(), intent.write.kind());
            let before = || intent.write.report().question_before(&tried(intent, now));
            match (progress.state, self.doing.get(id)) {
                // The room is taken last: what may not go takes none.
                (State::Queued, None) if free && first && self.may_go(intent) && room.take(&intent.license) => {
                    found.before.push((intent.license.clone(), *id, before()));
                    found.warming.insert(group());
                }
                (State::Queued, Some(Doing::ReadingBefore)) => {
                    found.warming.insert(group());
                }
                (State::Queued, Some(Doing::Ready { at, .. })) if free => {
                    if moment.age_of(*at) > self.timing.fresh {
                        found.before.push((intent.license.clone(), *id, before()));
                        found.warming.insert(group());
                    } else {
                        found.ready.entry(group()).or_default().push(*id);
                    }
                }
                (State::Accepted | State::Unknown, None) if free => {
                    found.check.push((
                        intent.license.clone(),
                        *id,
                        intent.write.report().question(&tried(intent, now)),
                    ));
                }
                _ => {}
            }
        }
        found
    }

    /// Where a write is on its way. Usually that is the first of its lane; but the edit of a refused one stands before
    /// those that went on without it.
    fn lanes_on_the_way(&self) -> HashSet<(&LicenseNumber, &Entity)> {
        let on_the_way = self.open.values().filter(|entry| {
            use State::{Accepted, NeedsPerson, Sending, Unknown};
            matches!(entry.intent.progress.state, Sending | Accepted | Unknown | NeedsPerson)
                || self.doing.contains_key(&entry.intent.id)
        });
        on_the_way.map(|entry| (&entry.intent.license, &entry.entity)).collect()
    }

    /// Whether everything that it waits for is confirmed.
    fn may_go(&self, intent: &Intent) -> bool {
        intent.after.iter().all(|id| self.state_of(*id) == Some(State::Confirmed))
    }
}

/// How many more intents of each license may be under way.
struct Room {
    window: usize,
    taken: BTreeMap<LicenseNumber, usize>,
}

impl Room {
    fn new(outbox: &Outbox) -> Self {
        let mut taken: BTreeMap<LicenseNumber, usize> = BTreeMap::new();
        for (id, doing) in &outbox.doing {
            if let (Doing::ReadingBefore | Doing::Ready { .. }, Some(entry)) = (doing, outbox.open.get(id)) {
                *taken.entry(entry.intent.license.clone()).or_default() += 1;
            }
        }
        for flight in outbox.flying.values() {
            *taken.entry(flight.license.clone()).or_default() += flight.intents.len();
        }
        Self { window: outbox.timing.window, taken }
    }

    fn take(&mut self, license: &LicenseNumber) -> bool {
        let taken = self.taken.entry(license.clone()).or_default();
        let room = *taken < self.window;
        *taken += usize::from(room);
        room
    }
}

/// What a kind is told of an intent when something is read for it.
fn tried(intent: &Intent, now: jiff::Timestamp) -> Tried<'_> {
    Tried { mark: &intent.mark, first: intent.progress.first_tried, now }
}

fn hash(body: &str) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(body.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
