//! Ledger and state side by side, intent by intent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use ledger::Ledger;
use outbox::{Entity, Intent, Note, State, Write, intent_of};
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use simulator::Running;
use state_api::{
    Adjustment, ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Limits, NoFreezeStore, PageAsk, Window,
};

use crate::Broken;
use crate::plan::Planned;
use crate::templates;

/// What the comparison found.
#[derive(Default)]
pub struct Report {
    /// Acknowledged and not in the ledger; told as recorded and not there; told as refused and there; left hanging.
    pub lost: usize,
    /// Recorded more than once.
    pub twice: usize,
    /// With a person.
    pub needs_person: usize,
    /// Each thing that is wrong, in words.
    pub wrong: Vec<String>,
    by_state: BTreeMap<&'static str, usize>,
}

impl Report {
    /// Notes something that was recorded more often than it was reported.
    pub fn twice(&mut self, line: String) {
        self.twice += 1;
        self.wrong.push(line);
    }

    /// How many intents are in each state.
    pub fn states(&self) -> String {
        self.by_state.iter().map(|(state, count)| format!("{state} {count}")).collect::<Vec<_>>().join(", ")
    }

    /// Notes something that is not as it was told.
    pub fn lost(&mut self, line: String) {
        self.lost += 1;
        self.wrong.push(line);
    }
}

/// A client to look at the state with.
pub fn client(state: &Running) -> Result<Client, Broken> {
    let keys = state.keys();
    let budget = Arc::new(CallBudget::new(Limits::unpaced(8), Arc::new(NoFreezeStore)));
    let host = ApiHost::loopback(state.address())?;
    Ok(Client::new(ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget))?)
}

/// What is in each package of the plan.
pub async fn quantities(client: &Client, license: &str, plan: &[Planned]) -> Result<BTreeMap<Tag, Decimal>, Broken> {
    let license = LicenseNumber::new(license);
    let mut quantities = BTreeMap::new();
    let tags: BTreeSet<Tag> = plan.iter().flat_map(|planned| &planned.writes).filter_map(tag_of).collect();
    for tag in tags {
        let package = client.package_by_label(&license, &tag).await?;
        quantities.insert(tag, package.quantity.unwrap_or_default());
    }
    Ok(quantities)
}

/// Compares everything.
pub async fn compare(
    client: &Client,
    license: &str,
    dir: &Path,
    plan: &[Planned],
    acknowledged: &BTreeSet<String>,
    before: &BTreeMap<Tag, Decimal>,
) -> Result<Report, Broken> {
    let mut report = Report::default();
    let ledger = Ledger::open(dir)?.ledger;
    let rows = marks(&adjustments(client, license).await?);
    let mut intents = Vec::new();
    for planned in plan {
        let ids = ledger.outbox_of_request(&planned.request)?;
        let made = ledger.outbox_intents(&ids)?;
        if made.len() != planned.writes.len() {
            let told = if acknowledged.contains(&planned.request) { "acknowledged" } else { "never acknowledged" };
            let line =
                format!("{} ({told}): {} of {} in the ledger", planned.request, made.len(), planned.writes.len());
            report.lost(line);
        }
        for (row, write) in made.iter().zip(&planned.writes) {
            let intent = intent_of(row)?;
            if intent.write != *write {
                report.lost(format!("{}: the ledger holds another write than was queued", intent.id));
            }
            intents.push(intent);
        }
    }
    for intent in &intents {
        *report.by_state.entry(intent.progress.state.code()).or_default() += 1;
        compare_one(&mut report, intent, &rows);
    }
    compare_quantities(&mut report, client, license, &intents, &rows, before).await?;
    compare_notes(&mut report, client, license, &intents).await?;
    templates::compare(&mut report, client, license, &ledger, &intents).await?;
    Ok(report)
}

fn compare_one(report: &mut Report, intent: &Intent, rows: &Marks) {
    let state = intent.progress.state;
    let with_person = matches!(state, State::NeedsPerson | State::Blocked);
    report.needs_person += usize::from(state == State::NeedsPerson);
    if !with_person && state != State::Confirmed {
        // Nothing in the plan is wrong, nobody withdraws: the state refuses nothing of it.
        report.lost(format!("{} ended as {state:?}: {:?}", intent.id, intent.progress.reason));
    }
    if !matches!(intent.write, Write::Adjust(_)) {
        return;
    }
    let recorded = rows.get(intent.mark.letters()).copied().unwrap_or_default();
    match (recorded, state) {
        (0, State::Confirmed) => report.lost(format!("{} is told as recorded and is not", intent.id)),
        (2.., _) => {
            report.twice(format!("{} is recorded {recorded} times, as {state:?}", intent.id));
        }
        (1.., State::Blocked) => {
            report.twice(format!("{} is told as waiting and is recorded", intent.id));
        }
        _ => {}
    }
}

/// What is in each package is what was in it and what the rows say.
async fn compare_quantities(
    report: &mut Report,
    client: &Client,
    license: &str,
    intents: &[Intent],
    rows: &Marks,
    before: &BTreeMap<Tag, Decimal>,
) -> Result<(), Broken> {
    let number = LicenseNumber::new(license);
    let mut recorded_at: BTreeMap<Tag, usize> = BTreeMap::new();
    for intent in intents.iter().filter(|intent| matches!(intent.write, Write::Adjust(_))) {
        if let Some(tag) = tag_of(&intent.write) {
            *recorded_at.entry(tag).or_default() += rows.get(intent.mark.letters()).copied().unwrap_or_default();
        }
    }
    for (tag, quantity) in before {
        let recorded = recorded_at.get(tag).copied().unwrap_or_default();
        let now = client.package_by_label(&number, tag).await?.quantity.unwrap_or_default();
        if now != *quantity + Decimal::from(recorded) {
            report.lost(format!("package {tag} holds {now}; it held {quantity} and {recorded} came in"));
        }
    }
    Ok(())
}

/// The note of each package is the last one confirmed, where no note of it is with a person.
async fn compare_notes(report: &mut Report, client: &Client, license: &str, intents: &[Intent]) -> Result<(), Broken> {
    let number = LicenseNumber::new(license);
    let mut last: BTreeMap<Tag, (&str, bool)> = BTreeMap::new();
    for intent in intents {
        if let Write::Note(Note { tag, note }) = &intent.write {
            let entry = last.entry(tag.clone()).or_insert((note, false));
            entry.1 |= intent.progress.state != State::Confirmed;
            entry.0 = note;
        }
    }
    for (tag, (note, doubtful)) in last {
        let now = client.package_by_label(&number, &tag).await?.note;
        if !doubtful && now.as_deref() != Some(note) {
            report.lost(format!("the note of package {tag} is {now:?}; the last confirmed is {note:?}"));
        }
    }
    Ok(())
}

/// Every adjustment of the last two days.
async fn adjustments(client: &Client, license: &str) -> Result<Vec<Adjustment>, Broken> {
    let number = LicenseNumber::new(license);
    let now = Timestamp::now();
    let window = Window { start: now - SignedDuration::from_hours(48), end: now + SignedDuration::from_hours(1) };
    let mut rows = Vec::new();
    for page in 1.. {
        let read = client.adjustments(PageAsk { license: &number, window: Some(window), page }).await?;
        rows.extend(read.records);
        if page >= read.total_pages {
            break;
        }
    }
    Ok(rows)
}

/// How many rows carry each mark.
type Marks = BTreeMap<String, usize>;

fn marks(rows: &[Adjustment]) -> Marks {
    let mut marks = Marks::new();
    for note in rows.iter().filter_map(|row| row.adjustment_note.as_deref()) {
        if let Some((letters, _)) = note.split_once("[TS-").and_then(|(_, rest)| rest.split_once(']')) {
            *marks.entry(letters.to_owned()).or_default() += 1;
        }
    }
    marks
}

fn tag_of(write: &Write) -> Option<Tag> {
    match write.entity() {
        Entity::Package(tag) => Some(tag),
        Entity::Plant(_)
        | Entity::PlantBatch(_)
        | Entity::Harvest(_)
        | Entity::Receipt(_)
        | Entity::Draft(_)
        | Entity::Template(_) => None,
    }
}
