//! What waits for the rows of a grid's window.

use std::collections::BTreeMap;

use mirror::view::PackageRow;
use mirror::{Mirror, MirrorError, PackageBrief, ReferenceKind};
use outbox::{Hold, HoldCause, State};
use rules::{LicenceNumber, Tag};

use super::effective::{Effective, Shown};
use super::index::Held;
use super::status::group_of;
use crate::contract::{DeskError, OutboxGroup, RowPending};
use crate::desk::Desk;

impl Desk {
    /// What waits for these rows; most rows have nothing.
    pub(crate) async fn pending_of_rows(&self, rows: &[Option<PackageRow>]) -> Result<Vec<RowPending>, DeskError> {
        let held: Vec<(PackageRow, Vec<Held>)> = {
            let index = self.reports().index();
            if index.is_empty() {
                return Ok(Vec::new());
            }
            let of_row = |row: &PackageRow| {
                let held = index.of_package(&row.licence, &Tag::from_state(&row.tag));
                (!held.is_empty()).then(|| (row.clone(), held.to_vec()))
            };
            rows.iter().flatten().filter_map(of_row).collect()
        };
        if held.is_empty() {
            return Ok(Vec::new());
        }
        let (holds, now) = (self.holds().await?, self.now());
        self.read(move |mirror| {
            let ids: Vec<_> = held.iter().map(|(row, _)| (row.licence.clone(), row.package_id)).collect();
            let mut categories = Categories { mirror, known: BTreeMap::new() };
            let mut pending = Vec::with_capacity(held.len());
            for ((row, held), brief) in held.iter().zip(mirror.briefs(&ids)?) {
                let hold = holds.get(&row.licence).filter(|hold| hold.until > now);
                pending.extend(pending_of(row, held, brief.as_ref(), hold, &mut categories)?);
            }
            Ok(pending)
        })
        .await
    }
}

/// Which category an item has, read once for each licence.
struct Categories<'a> {
    mirror: &'a Mirror,
    known: BTreeMap<LicenceNumber, BTreeMap<String, String>>,
}

impl Categories<'_> {
    fn of(&mut self, licence: &LicenceNumber) -> Result<&BTreeMap<String, String>, MirrorError> {
        if !self.known.contains_key(licence) {
            let items = self.mirror.references(licence, ReferenceKind::Items)?;
            let category = |rest: &serde_json::Value| {
                rest.get("ProductCategoryName").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
            };
            let items = items.iter().map(|item| (item.name.clone(), category(&item.rest))).collect();
            self.known.insert(licence.clone(), items);
        }
        Ok(self.known.entry(licence.clone()).or_default())
    }
}

fn pending_of(
    row: &PackageRow,
    held: &[Held],
    brief: Option<&PackageBrief>,
    hold: Option<&Hold>,
    categories: &mut Categories<'_>,
) -> Result<Option<RowPending>, MirrorError> {
    let Some(first) = held.iter().max_by_key(|held| weight(held)) else { return Ok(None) };
    let mut text = format!("{}: {}", first.intent.write.kind().words(), words(first, hold));
    if held.len() > 1 {
        text.push_str(&format!(" (and {} more)", held.len() - 1));
    }
    let will = match brief {
        Some(brief) => {
            let items = categories.of(&brief.licence)?;
            Effective::with(brief, held, None).cells(&shown(row), |item| items.get(item).cloned())
        }
        None => Vec::new(),
    };
    let intents = held.iter().map(|held| held.intent.id.0).collect();
    Ok(Some(RowPending { row: row.row, group: group(held_state(first)), words: text, intents, will }))
}

fn shown(row: &PackageRow) -> Shown<'_> {
    Shown {
        quantity: &row.quantity,
        location: &row.location,
        item: &row.item,
        category: &row.category,
        note: &row.note,
        finished: &row.finished,
    }
}

fn held_state(held: &Held) -> State {
    held.intent.progress.state
}

/// What was recorded is shown as being checked until the list has it.
fn group(state: State) -> OutboxGroup {
    if state == State::Confirmed { OutboxGroup::Checking } else { group_of(state) }
}

/// Which matters most: what needs a person, then what was refused, then what is furthest on its way; of equals the
/// oldest.
fn weight(held: &Held) -> (u8, i64) {
    let rank = match group(held_state(held)) {
        OutboxGroup::NeedsYou => 5,
        OutboxGroup::Refused => 4,
        OutboxGroup::Checking if held_state(held) != State::Confirmed => 3,
        OutboxGroup::Sending => 2,
        OutboxGroup::Waiting => 1,
        OutboxGroup::Checking | OutboxGroup::Done => 0,
    };
    (rank, -held.intent.id.0)
}

fn words(held: &Held, hold: Option<&Hold>) -> String {
    let words = match held_state(held) {
        State::Queued => match hold.map(|hold| hold.cause) {
            Some(HoldCause::Offline) => "waits for a connection",
            Some(HoldCause::Between) => "waits until nothing stands between this computer and the state",
            Some(HoldCause::StateFails) => "waits until the state\u{2019}s system works again",
            Some(HoldCause::Asked) => "waits, as the state asked",
            Some(HoldCause::Keys) => "waits for keys that the state accepts",
            None => "waits for its turn",
        },
        State::Blocked => "waits for another report that is stuck",
        State::Sending => "on its way to the state",
        State::Accepted => "accepted; being read back",
        State::Unknown => "being checked; please do not enter it again",
        State::NeedsPerson => "needs you",
        State::Rejected => "refused by the state",
        State::Confirmed => "recorded; the list is being brought up to date",
        State::Withdrawn => "taken back",
        State::Superseded => "replaced by an edit",
    };
    words.to_owned()
}
