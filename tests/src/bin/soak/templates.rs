//! Templates in the soak: those that stand there before it, what is drafted, and what became of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use ledger::Ledger;
use outbox::{
    Carrier, Intent, Mark, State, Template, TemplateCreate, TemplateDelete, TemplatePackage, TemplateUpdate, Write,
};
use rules::{LicenseNumber, Tag};
use simulator::Running;
use state_api::{
    ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Limits, NoFreezeStore, PageAsk, TemplateState, Window,
    WriteMethod, WriteOutcome, Writer,
};

use crate::Broken;
use crate::compare::Report;
use crate::plan::Dice;

/// Templates that are changed time and again.
const TO_CHANGE: usize = 20;

/// What the templates of the plan are made of.
pub struct Story {
    recipient: LicenseNumber,
    day: Date,
    tags: Vec<Tag>,
    /// The state's ids of templates that are changed, and never deleted.
    pub to_change: Vec<i64>,
    /// Those that are deleted, each once.
    pub to_delete: Vec<i64>,
}

impl Story {
    /// Puts templates in the state that are to be changed and deleted.
    pub async fn begin(client: &Client, state: &Running, license: &str, intents: usize) -> Result<Self, Broken> {
        let number = LicenseNumber::new(license);
        let mut tags = Vec::new();
        for label in state.control().active_labels(license).into_iter().take(40) {
            let tag = Tag::from_state(label);
            if !client.package_by_label(&number, &tag).await?.is_held() {
                tags.push(tag);
            }
        }
        let facilities = client.facilities().await?;
        let mut others = facilities.iter().filter_map(|facility| facility.license.as_ref());
        let other = others.find(|other| other.number != license).ok_or("there is no other license")?;
        let day = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles")?).date();
        let recipient = LicenseNumber::new(&other.number);
        let mut story = Self { recipient, day, tags, to_change: Vec::new(), to_delete: Vec::new() };
        let mut dice = Dice::new(1);
        let keys = state.keys();
        let budget = Arc::new(CallBudget::new(Limits::unpaced(8), Arc::new(NoFreezeStore)));
        let host = ApiHost::loopback(state.address())?;
        let writer = Writer::new(&ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget))?;
        for n in 0..TO_CHANGE + intents / 100 + 1 {
            let template = story.template(&format!("before {n}"), &mut dice);
            let write = Write::from(TemplateCreate { draft: 0, template });
            let body = format!("[{}]", write.report().body(&Mark::from_random(n as u64))?);
            let made = writer.send(WriteMethod::Post, &write.path(), &number, body).await;
            let WriteOutcome::Accepted { ids, .. } = made else { return Err(format!("{made:?}").into()) };
            if n < TO_CHANGE { &mut story.to_change } else { &mut story.to_delete }.extend(ids);
        }
        Ok(story)
    }

    /// What a template says, with one to three packages.
    pub fn template(&self, name: &str, dice: &mut Dice) -> Box<Template> {
        let first = dice.index(self.tags.len());
        let package = |tag: &Tag| TemplatePackage { tag: tag.clone(), gross: None, price: None };
        Box::new(Template {
            name: name.to_owned(),
            recipient: self.recipient.clone(),
            transfer_type: "Transfer".into(),
            invoice: None,
            route: "I-5".into(),
            departs: self.day.at(8, 0, 0, 0),
            arrives: self.day.at(10, 30, 0, 0),
            carrier: Carrier { driver: "Robin".into(), ..Carrier::default() },
            packages: self.tags.iter().skip(first).take(1 + dice.index(3)).map(package).collect(),
        })
    }
}

/// Each template once, as its intent tells; the changed as the last change, the deleted gone.
pub async fn compare(
    report: &mut Report,
    client: &Client,
    license: &str,
    ledger: &Ledger,
    intents: &[Intent],
) -> Result<(), Broken> {
    let rows = all(client, license).await?;
    let mut last: BTreeMap<i64, (&Intent, bool)> = BTreeMap::new();
    for intent in intents {
        let confirmed = intent.progress.state == State::Confirmed;
        match &intent.write {
            Write::TemplateCreate(TemplateCreate { draft, .. }) => {
                compare_new(report, intent, &rows);
                if ledger.draft_intents(*draft)? != [intent.id.0] {
                    report.lost(format!("draft {draft} does not know {}", intent.id));
                }
            }
            Write::TemplateUpdate(TemplateUpdate { id, .. }) => {
                let entry = last.entry(*id).or_insert((intent, false));
                *entry = (intent, entry.1 || !confirmed);
            }
            Write::TemplateDelete(TemplateDelete { id, .. }) if confirmed && rows.iter().any(|row| row.id == *id) => {
                report.lost(format!("{}: template {id} is told as deleted and is there", intent.id));
            }
            _ => {}
        }
    }
    for (id, (intent, doubtful)) in last {
        let row = rows.iter().find(|row| row.id == id);
        if !doubtful && !row.is_some_and(|row| carries(row, intent)) {
            report.lost(format!("{}: template {id} is {row:?}, not as changed last", intent.id));
        }
    }
    Ok(())
}

fn compare_new(report: &mut Report, intent: &Intent, rows: &[TemplateState]) {
    let ours: Vec<i64> = rows.iter().filter(|row| carries(row, intent)).map(|row| row.id).collect();
    let state = intent.progress.state;
    match (ours.as_slice(), state) {
        ([], State::Confirmed) => report.lost(format!("template of {} is told as made and is not there", intent.id)),
        ([id], State::Confirmed) if intent.progress.made != Some(*id) => {
            report.lost(format!("{} says that it made {:?}; it is {id}", intent.id, intent.progress.made));
        }
        ([_, _, ..], _) => report.twice(format!("{} made templates {ours:?}, as {state:?}", intent.id)),
        ([_], State::Blocked) => report.twice(format!("{} is told as waiting and is there", intent.id)),
        _ => {}
    }
}

fn carries(row: &TemplateState, intent: &Intent) -> bool {
    row.name.as_deref().is_some_and(|name| intent.mark.is_in(name))
}

async fn all(client: &Client, license: &str) -> Result<Vec<TemplateState>, Broken> {
    let number = LicenseNumber::new(license);
    let window = Window { start: "2010-01-01T00:00:00Z".parse()?, end: "2100-01-01T00:00:00Z".parse()? };
    let mut rows = Vec::new();
    for page in 1.. {
        let read = client.template_states(PageAsk { license: &number, window: Some(window), page }).await?;
        rows.extend(read.records);
        if page >= read.total_pages {
            break;
        }
    }
    Ok(rows)
}
