//! A wire to a world of any packages, whose requests fare as the test says.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use outbox::{
    AdjustmentRow, Attempt, IntentId, Kind, Outcome, PackageSnapshot, Question, ReadFailure, Reading, Readings,
    Snapshot, Sought, TemplateFound, TemplateSnapshot, Wire,
};
use rules::LicenseNumber;
use rust_decimal::Decimal;
use serde_json::Value;
use tokio::sync::Notify;

/// How the next request fares; without one it is answered.
#[derive(Debug, Clone)]
pub enum Fate {
    AppliedAndLost,
    Lost,
    Refused(usize, &'static str),
    /// The state asks for patience until then.
    Asked(Timestamp),
    /// It waits for [`FakeWire::release`], then is applied and answered.
    Held,
    Panics,
}

#[derive(Clone, Default)]
pub struct FakeWire(Arc<Shared>);

#[derive(Default)]
struct Shared {
    inner: Mutex<Inner>,
    released: Notify,
    reached: Notify,
}

#[derive(Default)]
struct Inner {
    offline: bool,
    fates: VecDeque<Fate>,
    requests: Vec<String>,
    packages: BTreeMap<String, PackageSnapshot>,
    rows: Vec<(String, AdjustmentRow)>,
    templates: Vec<TemplateFound>,
    changes: i64,
}

impl FakeWire {
    pub fn set_offline(&self, offline: bool) {
        self.0.inner.lock().unwrap().offline = offline;
    }

    pub fn next(&self, fate: Fate) {
        self.0.inner.lock().unwrap().fates.push_back(fate);
    }

    /// The bodies that were received, in order.
    pub fn requests(&self) -> Vec<String> {
        self.0.inner.lock().unwrap().requests.clone()
    }

    pub fn templates(&self) -> Vec<TemplateFound> {
        self.0.inner.lock().unwrap().templates.clone()
    }

    pub fn package(&self, tag: &rules::Tag) -> PackageSnapshot {
        self.0.inner.lock().unwrap().package(tag.as_str()).clone()
    }

    /// Waits until a request with [`Fate::Held`] has come.
    pub async fn reached(&self) {
        self.0.reached.notified().await;
    }

    pub fn release(&self) {
        self.0.released.notify_one();
    }
}

impl Wire for FakeWire {
    async fn send(&self, attempt: &Attempt) -> Outcome {
        let fate = {
            let mut inner = self.0.inner.lock().unwrap();
            if inner.offline {
                return Outcome::NotSent { how: "no connection".into() };
            }
            inner.requests.push(attempt.body.clone());
            inner.fates.pop_front()
        };
        match fate {
            Some(Fate::Lost) => return Outcome::Lost { how: "cut".into() },
            Some(Fate::Refused(row, said)) => {
                let rows = vec![(row, said.to_owned())];
                return Outcome::Refused { status: 400, rows, said: said.into() };
            }
            Some(Fate::Asked(until)) => return Outcome::Asked { until, said: String::new() },
            Some(Fate::Held) => {
                self.0.reached.notify_one();
                self.0.released.notified().await;
            }
            Some(Fate::Panics) => panic!("a wire that breaks"),
            Some(Fate::AppliedAndLost) | None => {}
        }
        self.0.inner.lock().unwrap().apply(attempt);
        match fate {
            Some(Fate::AppliedAndLost) => Outcome::Lost { how: "cut".into() },
            _ => Outcome::Accepted { warnings: None },
        }
    }

    async fn read(&self, _: &LicenseNumber, questions: &[(IntentId, Question)]) -> Readings {
        let mut inner = self.0.inner.lock().unwrap();
        let offline = inner.offline;
        questions
            .iter()
            .map(|(id, question)| {
                let reading = if offline {
                    Err(ReadFailure::Unreachable { how: "no connection".into() })
                } else {
                    Ok(inner.read(question))
                };
                (*id, reading)
            })
            .collect()
    }
}

impl Inner {
    fn package(&mut self, label: &str) -> &mut PackageSnapshot {
        self.packages.entry(label.to_owned()).or_insert_with(|| PackageSnapshot {
            quantity: Some(Decimal::from(100)),
            unit: "Grams".into(),
            finished: false,
            location: None,
            sublocation: None,
            note: None,
            item: None,
            last_modified: Timestamp::from_second(0).ok(),
        })
    }

    fn apply(&mut self, attempt: &Attempt) {
        let bodies: Vec<Value> = serde_json::from_str(&attempt.body).unwrap();
        for body in bodies {
            self.changes += 1;
            let changed = Timestamp::from_second(self.changes).ok();
            if attempt.kind == Kind::TemplateCreate {
                let name = body["Name"].as_str().unwrap().to_owned();
                let packages = body["Destinations"][0]["Packages"].as_array().map(|all| all.len() as i64);
                let id = 100 + self.changes;
                self.templates.push(TemplateFound { id, name, packages, voided: false, last_modified: changed });
                continue;
            }
            let label = body["Label"].as_str().or(body["PackageLabel"].as_str()).unwrap().to_owned();
            let package = self.package(&label);
            package.last_modified = changed;
            match attempt.kind {
                Kind::Finish => package.finished = true,
                Kind::Note => package.note = body["Note"].as_str().map(str::to_owned),
                Kind::Adjust => {
                    let by: Decimal = body["Quantity"].to_string().parse().unwrap();
                    package.quantity = package.quantity.map(|quantity| quantity + by);
                    let note = body["ReasonNote"].as_str().unwrap().to_owned();
                    let row = AdjustmentRow {
                        quantity: Some(by),
                        unit: "Grams".into(),
                        reason: "Drying".into(),
                        note,
                        by: "Dana".into(),
                    };
                    self.rows.push((label, row));
                }
                other => panic!("{other} is not used here"),
            }
        }
    }

    fn read(&mut self, question: &Question) -> Reading {
        match question {
            Question::Package { tag } => Reading::of(Snapshot::Package(self.package(tag.as_str()).clone())),
            Question::PackageAndAdjustments { tag, .. } => {
                let of_package = self.rows.iter().filter(|(label, _)| label == tag.as_str());
                let adjustments = Some(of_package.map(|(_, row)| row.clone()).collect());
                Reading { snapshot: Snapshot::Package(self.package(tag.as_str()).clone()), adjustments }
            }
            Question::Receipt { .. } => Reading::of(Snapshot::NotThere),
            Question::Template { sought, .. } => {
                let is = |template: &&TemplateFound| match sought {
                    Sought::Marked(mark) => mark.is_in(&template.name),
                    Sought::Id(id, _) => template.id == *id,
                };
                let found = self.templates.iter().find(is).cloned();
                // One of the site's own is always there.
                let others = 1 + self.templates.iter().filter(|template| !is(template)).count() as u64;
                Reading::of(Snapshot::Template(TemplateSnapshot { found, others, strangers: 0 }))
            }
        }
    }
}
