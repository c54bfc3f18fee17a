//! A state that holds a few packages, applies writes and lets other users change things.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rules::Tag;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::event::Attempt;
use crate::intent::IntentId;
use crate::kind::Kind;
use crate::snapshot::{AdjustmentRow, PackageSnapshot, Question, Reading, Snapshot};

pub struct World {
    packages: BTreeMap<String, PackageSnapshot>,
    rows: Vec<(String, AdjustmentRow)>,
    changes: i64,
    /// How often each intent took effect.
    pub applied: BTreeMap<IntentId, u32>,
}

pub fn tag(number: u8) -> Tag {
    Tag::from_state(format!("1A40603000021990000{number:05}"))
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
        let packages = (0..packages).map(|n| (tag(n).to_string(), package.clone())).collect();
        Self { packages, rows: Vec::new(), changes: 0, applied: BTreeMap::new() }
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
        let package = &self.packages[label(body)];
        let why = match kind {
            Kind::Unfinish if !package.finished => "is not finished",
            Kind::Unfinish | Kind::Note => return None,
            _ if package.finished => "is finished",
            _ => return None,
        };
        Some(format!("Package {} {why}.", label(body)))
    }

    fn apply_one(&mut self, kind: Kind, body: &Value) {
        self.changes += 1;
        let label = label(body).to_owned();
        let text = |name: &str| body[name].as_str().map(str::to_owned);
        let package = self.packages.get_mut(&label).unwrap();
        package.last_modified = Timestamp::from_second(self.changes).ok();
        match kind {
            Kind::Finish => package.finished = true,
            Kind::Unfinish => package.finished = false,
            Kind::Location => package.location = text("Location"),
            Kind::Note => package.note = text("Note"),
            Kind::Item => package.item = text("Item"),
            Kind::Adjust => {
                let by: Decimal = body["Quantity"].to_string().parse().unwrap();
                package.quantity = package.quantity.map(|q| q + by);
                let row = AdjustmentRow {
                    quantity: Some(by),
                    unit: "Grams".into(),
                    reason: "Drying".into(),
                    note: text("ReasonNote").unwrap(),
                    by: "somebody".into(),
                };
                self.rows.push((label, row));
            }
            Kind::Finalize | Kind::Unfinalize => unreachable!("there are no receipts here"),
        }
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
        }
    }
}

fn label(body: &Value) -> &str {
    body["Label"].as_str().or(body["PackageLabel"].as_str()).unwrap()
}
