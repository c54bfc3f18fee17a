//! A state that holds a few packages, applies writes and lets other users change things.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::event::Attempt;
use crate::intent::IntentId;
use crate::kinds::Kind;
use crate::mark::Mark;
use crate::snapshot::{
    AdjustmentRow, PackageSnapshot, Question, Reading, Snapshot, Sought, TemplateFound, TemplateSnapshot,
};
use crate::template::{Carrier, Template};

pub struct World {
    packages: BTreeMap<String, PackageSnapshot>,
    rows: Vec<(String, AdjustmentRow)>,
    templates: BTreeMap<i64, TemplateFound>,
    /// Templates up to this id were there before everything.
    first_new: i64,
    changes: i64,
    /// How often each intent took effect.
    pub applied: BTreeMap<IntentId, u32>,
}

pub fn tag(number: u8) -> Tag {
    Tag::from_state(format!("1A40603000021990000{number:05}"))
}

/// What a drafted template says.
pub fn template(name: &str) -> Box<Template> {
    Box::new(Template {
        name: name.into(),
        recipient: LicenseNumber::new("C10-0000001-LIC"),
        transfer_type: "Transfer".into(),
        invoice: None,
        route: "I-5".into(),
        departs: jiff::civil::DateTime::constant(2026, 11, 24, 8, 0, 0, 0),
        arrives: jiff::civil::DateTime::constant(2026, 11, 24, 9, 0, 0, 0),
        carrier: Carrier::default(),
        packages: Vec::new(),
    })
}

impl World {
    pub fn new(packages: u8) -> Self {
        let package = PackageSnapshot {
            quantity: Some(Decimal::from(100)),
            unit: "Grams".into(),
            finished: false,
            location: Some("Vault".into()),
            sublocation: None,
            note: None,
            item: Some("Shake".into()),
            last_modified: Timestamp::from_second(0).ok(),
        };
        let first_new = i64::from(packages) + 1;
        let packages = (0..packages).map(|n| (tag(n).to_string(), package.clone())).collect();
        let templates = (1..first_new).map(|id| (id, TemplateFound { id, name: format!("site {id}"), ..nameless() }));
        let templates = templates.collect();
        Self { packages, rows: Vec::new(), templates, first_new, changes: 0, applied: BTreeMap::new() }
    }

    /// Another user's change.
    pub fn edit(&mut self, number: u8, edit: impl FnOnce(&mut PackageSnapshot)) {
        self.changes += 1;
        let changes = self.changes;
        if let Some(package) = self.packages.get_mut(tag(number).as_str()) {
            edit(package);
            package.last_modified = Timestamp::from_second(changes).ok();
        }
    }

    /// Another user gives a template a name of his own; a mark in the old name is gone then.
    pub fn rename_template(&mut self, which: usize) {
        self.changes += 1;
        let changed = Timestamp::from_second(self.changes).ok();
        let count = self.templates.len().max(1);
        if let Some(template) = self.templates.values_mut().nth(which % count) {
            template.name = "another's name".into();
            template.last_modified = changed;
        }
    }

    pub fn template(&self, id: i64) -> Option<&TemplateFound> {
        self.templates.get(&id)
    }

    pub fn package(&self, number: u8) -> &PackageSnapshot {
        &self.packages[tag(number).as_str()]
    }

    /// Carries out a request: as a whole, or not at all with the rows that are wrong.
    pub fn apply(&mut self, attempt: &Attempt) -> Result<(), Vec<(usize, String)>> {
        let bodies: Vec<Value> = serde_json::from_str(&attempt.body).unwrap();
        let wrong: Vec<(usize, String)> = bodies
            .iter()
            .enumerate()
            .filter_map(|(row, body)| self.refusal(attempt.kind, body).map(|why| (row, why)))
            .collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        for (id, body) in attempt.intents.iter().zip(&bodies) {
            self.apply_one(attempt.kind, body);
            *self.applied.entry(*id).or_default() += 1;
        }
        Ok(())
    }

    /// Carries out only some rows: what a state would do whose requests are not atomic after all.
    pub fn apply_rows(&mut self, attempt: &Attempt, except: usize) {
        let bodies: Vec<Value> = serde_json::from_str(&attempt.body).unwrap();
        for (row, (id, body)) in attempt.intents.iter().zip(&bodies).enumerate() {
            if row != except && self.refusal(attempt.kind, body).is_none() {
                self.apply_one(attempt.kind, body);
                *self.applied.entry(*id).or_default() += 1;
            }
        }
    }

    fn refusal(&self, kind: Kind, body: &Value) -> Option<String> {
        let finished = || self.packages[label(body)].finished;
        let package = |why| Some(format!("Package {} {why}.", label(body)));
        match kind {
            Kind::TemplateCreate | Kind::Note => None,
            Kind::TemplateUpdate | Kind::TemplateDelete => {
                let there = self.templates.contains_key(&body["TransferTemplateId"].as_i64().unwrap());
                (!there).then(|| "Transfer Template does not exist.".to_owned())
            }
            Kind::Unfinish if finished() => None,
            Kind::Unfinish => package("is not finished"),
            Kind::Finish | Kind::Adjust | Kind::Location | Kind::Item if finished() => package("is finished"),
            Kind::Finish | Kind::Adjust | Kind::Location | Kind::Item => None,
            Kind::Finalize | Kind::Unfinalize => unreachable!("there are no receipts here"),
        }
    }

    fn apply_one(&mut self, kind: Kind, body: &Value) {
        self.changes += 1;
        let changed = Timestamp::from_second(self.changes).ok();
        let id = body["TransferTemplateId"].as_i64();
        let text = |name: &str| body[name].as_str().map(str::to_owned);
        match kind {
            Kind::TemplateDelete => {
                self.templates.remove(&id.unwrap());
            }
            Kind::TemplateCreate | Kind::TemplateUpdate => {
                // An id never comes back.
                let id = id.unwrap_or(self.first_new + self.changes);
                let name = body["Name"].as_str().unwrap().to_owned();
                self.templates.insert(id, TemplateFound { id, name, last_modified: changed, ..nameless() });
            }
            Kind::Finish => self.touched(body).finished = true,
            Kind::Unfinish => self.touched(body).finished = false,
            Kind::Location => self.touched(body).location = text("Location"),
            Kind::Note => self.touched(body).note = text("Note"),
            Kind::Item => self.touched(body).item = text("Item"),
            Kind::Adjust => {
                let by: Decimal = body["Quantity"].to_string().parse().unwrap();
                let package = self.touched(body);
                package.quantity = package.quantity.map(|q| q + by);
                let row = AdjustmentRow {
                    quantity: Some(by),
                    unit: "Grams".into(),
                    reason: "Drying".into(),
                    note: text("ReasonNote").unwrap(),
                    by: "somebody".into(),
                };
                self.rows.push((label(body).to_owned(), row));
            }
            Kind::Finalize | Kind::Unfinalize => unreachable!("there are no receipts here"),
        }
    }

    /// The package that a body is about, changed just now.
    fn touched(&mut self, body: &Value) -> &mut PackageSnapshot {
        let package = self.packages.get_mut(label(body)).unwrap();
        package.last_modified = Timestamp::from_second(self.changes).ok();
        package
    }

    pub fn read(&self, question: &Question) -> Reading {
        match question {
            Question::Package { tag } => Reading::of(Snapshot::Package(self.packages[tag.as_str()].clone())),
            Question::PackageAndAdjustments { tag, .. } => {
                let rows = self.rows.iter().filter(|(label, _)| label == tag.as_str());
                Reading {
                    snapshot: Snapshot::Package(self.packages[tag.as_str()].clone()),
                    adjustments: Some(rows.map(|(_, row)| row.clone()).collect()),
                }
            }
            Question::Receipt { .. } => Reading::of(Snapshot::NotThere),
            Question::Template { sought, since } => {
                let is = |template: &&TemplateFound| match sought {
                    Sought::Marked(mark) => mark.is_in(&template.name),
                    Sought::Id(id, _) => template.id == *id,
                };
                let found = self.templates.values().find(is).cloned();
                let others = self.templates.values().filter(|template| !is(template));
                let stranger = |template: &&TemplateFound| {
                    since.is_some() && template.id >= self.first_new && !Mark::ends(&template.name)
                };
                let strangers = others.clone().filter(stranger).count() as u64;
                Reading::of(Snapshot::Template(TemplateSnapshot { found, others: others.count() as u64, strangers }))
            }
        }
    }
}

fn nameless() -> TemplateFound {
    TemplateFound { id: 0, name: String::new(), packages: Some(0), voided: false, last_modified: None }
}

fn label(body: &Value) -> &str {
    body["Label"].as_str().or(body["PackageLabel"].as_str()).unwrap()
}
