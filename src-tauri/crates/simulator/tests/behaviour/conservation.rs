//! Random writes, legal and illegal: what leaves a package arrives in another, is sold, adjusted or given back; no tag
//! is there twice; no time of change goes back; what is refused leaves no trace; the same writes lead to the same state.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use simulator::SimulatorConfig;

use crate::client::{State, config, number, text};

const TODAY: &str = "2026-05-20";

/// One write; the numbers choose among what there is.
#[derive(Clone, Debug)]
enum Deed {
    Split {
        from: usize,
        units: u8,
    },
    Merge {
        from: usize,
        and: usize,
        units: u8,
    },
    SplitWithUsedTag {
        from: usize,
    },
    /// The same package twice among the ingredients; so much more than it holds, or less.
    Twice {
        from: usize,
        more: i8,
    },
    /// A child of the whole source, the source finished, the child discontinued.
    EmptyFinishDiscontinue {
        from: usize,
    },
    Adjust {
        of: usize,
        by: i8,
    },
    SetTo {
        of: usize,
        units: u8,
    },
    Sell {
        of: usize,
        units: u8,
    },
    SellTwoOneTooMany {
        of: usize,
        and: usize,
    },
    Edit {
        receipt: usize,
        units: u8,
    },
    Void {
        receipt: usize,
    },
    Finish {
        of: usize,
    },
    Unfinish {
        of: usize,
    },
    Discontinue {
        of: usize,
    },
    Wait {
        minutes: u8,
    },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let which = 0..40_usize;
    let units = 0..7_u8;
    let deed = prop_oneof![
        (which.clone(), units.clone()).prop_map(|(from, units)| Deed::Split { from, units }),
        (which.clone(), which.clone(), units.clone()).prop_map(|(from, and, units)| Deed::Merge { from, and, units }),
        which.clone().prop_map(|from| Deed::SplitWithUsedTag { from }),
        (which.clone(), -3..3_i8).prop_map(|(from, more)| Deed::Twice { from, more }),
        which.clone().prop_map(|from| Deed::EmptyFinishDiscontinue { from }),
        (which.clone(), -6..6_i8).prop_map(|(of, by)| Deed::Adjust { of, by }),
        (which.clone(), units.clone()).prop_map(|(of, units)| Deed::SetTo { of, units }),
        (which.clone(), units.clone()).prop_map(|(of, units)| Deed::Sell { of, units }),
        (which.clone(), which.clone()).prop_map(|(of, and)| Deed::SellTwoOneTooMany { of, and }),
        (which.clone(), units).prop_map(|(receipt, units)| Deed::Edit { receipt, units }),
        which.clone().prop_map(|receipt| Deed::Void { receipt }),
        which.clone().prop_map(|of| Deed::Finish { of }),
        which.clone().prop_map(|of| Deed::Unfinish { of }),
        which.prop_map(|of| Deed::Discontinue { of }),
        (0..90_u8).prop_map(|minutes| Deed::Wait { minutes }),
    ];
    prop::collection::vec(deed, 10..60)
}

/// What the retailer holds: every package row by id.
async fn held(state: &State) -> BTreeMap<u64, Value> {
    let mut rows = BTreeMap::new();
    for list in ["active", "onhold", "inactive", "intransit"] {
        for row in state.all(&format!("/packages/v2/{list}"), &state.retailer).await {
            assert!(rows.insert(number(&row, "Id"), row).is_none(), "a package stands in one list");
        }
    }
    rows
}

fn sum(values: impl Iterator<Item = f64>) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the retailer counts whole units, far below 2^52")]
    let total = values.sum::<f64>() as i64;
    total
}

fn whole(units: f64) -> i64 {
    sum(std::iter::once(units))
}

fn quantity(row: &Value) -> f64 {
    row.get("Quantity").and_then(Value::as_f64).unwrap()
}

/// Everything that counts: what is in packages, what was sold and not voided, what was adjusted.
struct Account {
    rows: BTreeMap<u64, Value>,
    sold: i64,
    adjusted: i64,
}

impl Account {
    async fn of(state: &State) -> Self {
        let rows = held(state).await;
        let mut sold = 0;
        for row in state.all("/sales/v2/receipts/active", &state.retailer).await {
            let receipt = state.one(&format!("/sales/v2/receipts/{}", number(&row, "Id")), &state.retailer).await;
            let lines = receipt.get("Transactions").and_then(Value::as_array).cloned().unwrap();
            sold += sum(lines.iter().map(|line| line.get("QuantitySold").and_then(Value::as_f64).unwrap()));
        }
        let adjustments = state.all("/packages/v2/adjustments", &state.retailer).await;
        let adjusted =
            sum(adjustments.iter().map(|row| row.get("AdjustmentQuantity").and_then(Value::as_f64).unwrap()));
        Self { rows, sold, adjusted }
    }

    fn in_packages(&self) -> i64 {
        sum(self.rows.values().map(quantity))
    }

    /// The same whatever happens: units come and go by adjustments only.
    fn balance(&self) -> i64 {
        self.in_packages() + self.sold - self.adjusted
    }
}

/// A random story's state: its receipts, and how to name its packages.
struct Actor {
    state: State,
    rows: BTreeMap<u64, Value>,
    receipts: Vec<u64>,
    spent_tag: Option<String>,
}

impl Actor {
    async fn start() -> Self {
        let state = State::with(SimulatorConfig { packages: 150, ..config() }).await;
        let rows = held(&state).await;
        Self { state, rows, receipts: Vec::new(), spent_tag: None }
    }

    /// A tag: mostly of a package with something in it, so that most deeds are legal; else of any.
    fn label(&self, which: usize) -> String {
        let any = which.is_multiple_of(6);
        let full = |row: &&Value| any || (quantity(row) > 0.0 && row.get("IsFinished") == Some(&Value::Bool(false)));
        let labels: Vec<String> = self.rows.values().rev().filter(full).map(|row| text(row, "Label")).collect();
        labels[which % labels.len()].clone()
    }

    /// A package's id: mostly one of the newest, which may still be discontinued.
    fn id(&self, which: usize) -> u64 {
        let newest = if which.is_multiple_of(3) { self.rows.len() } else { 3 };
        *self.rows.keys().rev().nth(which % newest).unwrap()
    }

    fn held_by(&self, label: &str) -> f64 {
        self.rows.values().find(|row| text(row, "Label") == label).map(quantity).unwrap()
    }

    async fn look(&mut self) {
        self.rows = held(&self.state).await;
    }

    fn sale(label: &str, units: u8) -> Value {
        json!({"SalesDateTime": "2026-05-20T10:00:00.000", "SalesCustomerType": "Consumer", "Transactions": [
            {"PackageLabel": label, "Quantity": units, "UnitOfMeasure": "Each", "TotalAmount": 1.0}]})
    }

    fn child(tag: &str, units: i64, ingredients: &[(&str, i64)]) -> Value {
        let ingredients: Vec<Value> = ingredients
            .iter()
            .map(|(label, units)| json!({"Package": label, "Quantity": units, "UnitOfMeasure": "Each"}))
            .collect();
        json!([{"Tag": tag, "Quantity": units, "UnitOfMeasure": "Each", "UseSameItem": true, "ActualDate": TODAY,
            "Ingredients": ingredients}])
    }

    /// Does it; the status of the answer.
    async fn act(&mut self, deed: &Deed) -> u16 {
        let r = self.state.retailer.clone();
        let state = &self.state;
        let reply = match *deed {
            Deed::Split { from, units } => {
                let (label, tag) = (self.label(from), state.package_tags(&r, 1)[0].clone());
                let reply = state
                    .write("POST", "/packages/v2", &r, Self::child(&tag, units.into(), &[(&label, units.into())]))
                    .await;
                if reply.status == 200 {
                    self.spent_tag = Some(tag);
                }
                reply
            }
            Deed::Merge { from, and, units } => {
                let (one, two, tag) = (self.label(from), self.label(and), state.package_tags(&r, 1)[0].clone());
                let units = i64::from(units);
                let body = Self::child(&tag, units * 2, &[(&one, units), (&two, units)]);
                state.write("POST", "/packages/v2", &r, body).await
            }
            Deed::SplitWithUsedTag { from } => {
                let label = self.label(from);
                let tag = self.spent_tag.clone().unwrap_or_else(|| label.clone());
                state.write("POST", "/packages/v2", &r, Self::child(&tag, 1, &[(&label, 1)])).await
            }
            Deed::Twice { from, more } => {
                let (label, tag) = (self.label(from), state.package_tags(&r, 1)[0].clone());
                let held = whole(self.held_by(&label));
                let first = held / 2;
                let second = (held - first + i64::from(more)).max(0);
                let body = Self::child(&tag, first + second, &[(&label, first), (&label, second)]);
                state.write("POST", "/packages/v2", &r, body).await
            }
            Deed::EmptyFinishDiscontinue { from } => {
                let (label, tag) = (self.label(from), state.package_tags(&r, 1)[0].clone());
                let held = whole(self.held_by(&label));
                let body = Self::child(&tag, held, &[(&label, held)]);
                let made = state.write("POST", "/packages/v2", &r, body).await;
                let finish = json!([{"Label": label, "ActualDate": TODAY}]);
                state.write("PUT", "/packages/v2/finish", &r, finish).await;
                if made.status == 200 {
                    let id = made.json()["Ids"][0].as_u64().unwrap();
                    state.write("DELETE", &format!("/packages/v2/{id}"), &r, Value::Null).await;
                }
                // Three writes, of which some may be refused: what holds after each holds after all.
                return 0;
            }
            Deed::Adjust { of, by } => {
                let body = json!([{"Label": self.label(of), "Quantity": by, "UnitOfMeasure": "Each",
                    "AdjustmentReason": "Drying", "AdjustmentDate": TODAY}]);
                state.write("POST", "/packages/v2/adjust", &r, body).await
            }
            Deed::SetTo { of, units } => {
                let body = json!([{"Label": self.label(of), "Quantity": units, "UnitOfMeasure": "Each",
                    "AdjustmentReason": "Drying", "AdjustmentDate": TODAY}]);
                state.write("PUT", "/packages/v2/adjust", &r, body).await
            }
            Deed::Sell { of, units } => {
                let label = self.label(of);
                let reply = state.write("POST", "/sales/v2/receipts", &r, json!([Self::sale(&label, units)])).await;
                if reply.status == 200 {
                    self.receipts.extend(reply.json()["Ids"].as_array().unwrap().iter().filter_map(Value::as_u64));
                }
                reply
            }
            Deed::SellTwoOneTooMany { of, and } => {
                let (one, two) = (self.label(of), self.label(and));
                let mut second = Self::sale(&two, 1);
                second["Transactions"][0]["Quantity"] = 1_000_000.into();
                state.write("POST", "/sales/v2/receipts", &r, json!([Self::sale(&one, 1), second])).await
            }
            Deed::Edit { receipt, units } => {
                let Some(id) = self.receipts.get(receipt % self.receipts.len().max(1)).copied() else { return 0 };
                let mut body = Self::sale(&self.label(receipt), units);
                body["Id"] = id.into();
                state.write("PUT", "/sales/v2/receipts", &r, json!([body])).await
            }
            Deed::Void { receipt } => {
                let Some(id) = self.receipts.get(receipt % self.receipts.len().max(1)).copied() else { return 0 };
                state.write("DELETE", &format!("/sales/v2/receipts/{id}"), &r, Value::Null).await
            }
            Deed::Finish { of } => {
                let body = json!([{"Label": self.label(of), "ActualDate": TODAY}]);
                state.write("PUT", "/packages/v2/finish", &r, body).await
            }
            Deed::Unfinish { of } => {
                let body = json!([{"Label": self.label(of)}]);
                state.write("PUT", "/packages/v2/unfinish", &r, body).await
            }
            Deed::Discontinue { of } => {
                let id = self.id(of);
                state.write("DELETE", &format!("/packages/v2/{id}"), &r, Value::Null).await
            }
            Deed::Wait { minutes } => {
                let by = jiff::SignedDuration::from_mins(minutes.into());
                state.running.control().advance(by).unwrap();
                return 0;
            }
        };
        reply.status
    }
}

#[test]
fn nothing_is_lost_nothing_comes_from_nowhere() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let round = || {
        // A new one each time: a runner that has had its cases runs no more.
        let mut runner =
            TestRunner::new(Config { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..Config::default() });
        runner.run(&deeds(), |deeds| {
            runtime.block_on(async {
                let mut actor = Actor::start().await;
                let first = Account::of(&actor.state).await;
                let mut before = actor.rows.clone();
                for deed in &deeds {
                    let status = actor.act(deed).await;
                    actor.look().await;
                    let now = actor.rows.clone();
                    DONE.fetch_add(u32::from(status == 200), Ordering::Relaxed);
                    match status {
                        0 => {}
                        200 => {
                            for (id, row) in &before {
                                let after = now.get(id).map(|row| text(row, "LastModified")).unwrap_or_default();
                                prop_assert!(after >= text(row, "LastModified"), "LastModified went back by {deed:?}");
                            }
                        }
                        400 | 404 => prop_assert_eq!(&now, &before, "{:?} was refused and left a trace", deed),
                        other => prop_assert!(false, "{deed:?} was answered with {other}"),
                    }
                    for row in now.values() {
                        prop_assert!(quantity(row) >= 0.0, "below zero after {deed:?}: {row}");
                        let over = row.get("IsFinished") == Some(&Value::Bool(true));
                        prop_assert!(
                            !over || quantity(row) == 0.0,
                            "finished with something in it after {deed:?}: {row}"
                        );
                    }
                    before = now;
                }
                let last = Account::of(&actor.state).await;
                prop_assert_eq!(last.balance(), first.balance(), "units were lost or made");
                let labels: BTreeSet<String> = last.rows.values().map(|row| text(row, "Label")).collect();
                prop_assert_eq!(labels.len(), last.rows.len(), "a tag is there twice");
                Ok(())
            })
        })
    };
    // By chance a round may hold few writes that the state takes; a property of few says little.
    while DONE.load(Ordering::Relaxed) < ENOUGH {
        let before = DONE.load(Ordering::Relaxed);
        round().unwrap_or_else(|error| panic!("{error}"));
        assert!(DONE.load(Ordering::Relaxed) > before, "a whole round without a legal write");
    }
    println!("{} random writes were legal", DONE.load(Ordering::Relaxed));
}

/// So many legal writes make the property say something.
const ENOUGH: u32 = 100;

/// How many random writes were legal.
static DONE: AtomicU32 = AtomicU32::new(0);

#[test]
fn the_same_writes_lead_to_the_same_state() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 3, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&deeds(), |deeds| {
        runtime.block_on(async {
            let (mut one, mut two) = (Actor::start().await, Actor::start().await);
            for deed in &deeds {
                let statuses = (one.act(deed).await, two.act(deed).await);
                one.look().await;
                two.look().await;
                prop_assert_eq!(statuses.0, statuses.1);
            }
            prop_assert_eq!(&one.rows, &two.rows);
            Ok(())
        })
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
