//! What waits for the rows of a grid's window.

use std::collections::BTreeMap;

use mirror::view::PackageRow;
use mirror::{Mirror, MirrorError, ReferenceKind};
use outbox::{Entity, Hold, State};
use rules::{LicenseNumber, Tag};
use words::{Words, say};

use super::effective::{self, Shown};
use super::held;
use super::status::group_of;
use crate::contract::{DeskError, OutboxGroup, RowPending, WillBe};
use crate::desk::Desk;
use crate::state::reports::{Held, Lane};

/// A row of a grid that shows what waits for it.
pub(crate) trait Waits: Clone + Send + Sync + 'static {
    /// The row's own id.
    fn row(&self) -> i64;

    /// What it shows, in whose books.
    fn lane(&self) -> Lane;

    /// Of rows with what is held for each: the cells that will be different, in the same order.
    fn will(mirror: &Mirror, rows: &[(Self, Vec<Held>)]) -> Result<Vec<Vec<WillBe>>, MirrorError>;
}

impl Waits for PackageRow {
    fn row(&self) -> i64 {
        self.row
    }

    fn lane(&self) -> Lane {
        (self.license.clone(), Entity::Package(Tag::from_state(&self.tag)))
    }

    fn will(mirror: &Mirror, rows: &[(Self, Vec<Held>)]) -> Result<Vec<Vec<WillBe>>, MirrorError> {
        let ids: Vec<_> = rows.iter().map(|(row, _)| (row.license.clone(), row.package_id)).collect();
        let mut categories = Categories { mirror, known: BTreeMap::new() };
        let mut all = Vec::with_capacity(rows.len());
        for ((row, held), brief) in rows.iter().zip(mirror.briefs(&ids)?) {
            all.push(match brief {
                Some(brief) => {
                    let items = categories.of(&brief.license)?;
                    let holds = effective::with(&brief, held, None);
                    effective::cells(&holds, &shown(row), |item| items.get(item).cloned())
                }
                None => Vec::new(),
            });
        }
        Ok(all)
    }
}

impl Desk {
    /// What waits for these rows; most rows have nothing.
    pub(crate) async fn pending_of_rows<R: Waits>(&self, rows: &[Option<R>]) -> Result<Vec<RowPending>, DeskError> {
        let held: Vec<(R, Vec<Held>)> = {
            let index = self.reports().index();
            if index.is_empty() {
                return Ok(Vec::new());
            }
            let of_row = |row: &R| {
                let held = index.of(&row.lane());
                (!held.is_empty()).then(|| (row.clone(), held.to_vec()))
            };
            rows.iter().flatten().filter_map(of_row).collect()
        };
        if held.is_empty() {
            return Ok(Vec::new());
        }
        let (holds, now) = (self.holds().await?, self.now());
        self.read(move |mirror| {
            let mut pending = Vec::with_capacity(held.len());
            for ((row, held), will) in held.iter().zip(R::will(mirror, &held)?) {
                let hold = holds.get(&row.lane().0).filter(|hold| hold.until > now);
                pending.extend(pending_of(row.row(), held, will, hold));
            }
            Ok(pending)
        })
        .await
    }
}

/// Which category an item has, read once for each license.
struct Categories<'a> {
    mirror: &'a Mirror,
    known: BTreeMap<LicenseNumber, BTreeMap<String, String>>,
}

impl Categories<'_> {
    fn of(&mut self, license: &LicenseNumber) -> Result<&BTreeMap<String, String>, MirrorError> {
        if !self.known.contains_key(license) {
            let items = self.mirror.references(license, ReferenceKind::Items)?;
            let category = |rest: &serde_json::Value| {
                rest.get("ProductCategoryName").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
            };
            let items = items.iter().map(|item| (item.name.clone(), category(&item.rest))).collect();
            self.known.insert(license.clone(), items);
        }
        Ok(self.known.entry(license.clone()).or_default())
    }
}

fn pending_of(row: i64, held: &[Held], will: Vec<WillBe>, hold: Option<&Hold>) -> Option<RowPending> {
    let first = held.iter().max_by_key(|held| weight(held))?;
    let (kind, state) = (first.intent.write.kind().words(), words(first, hold));
    let text = match held.len() {
        0 | 1 => say::reports_row(kind, state),
        many => say::reports_row_more(kind, many - 1, state),
    };
    let intents = held.iter().map(|held| held.intent.id.0).collect();
    Some(RowPending { row, group: group(held_state(first)), words: text.to_string(), intents, will })
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

fn words(held: &Held, hold: Option<&Hold>) -> Words {
    match held_state(held) {
        State::Queued => hold.map_or_else(say::reports_row_turn, |hold| held::waits_for(hold.cause)),
        State::Blocked => say::reports_row_blocked(),
        State::Sending => say::reports_row_sending(),
        State::Accepted => say::reports_row_accepted(),
        State::Unknown => say::reports_row_unknown(),
        State::NeedsPerson => say::reports_row_needs_you(),
        State::Rejected => say::reports_row_refused(),
        State::Confirmed => say::reports_row_recorded(),
        State::Withdrawn => say::reports_row_withdrawn(),
        State::Superseded => say::reports_row_replaced(),
    }
}
