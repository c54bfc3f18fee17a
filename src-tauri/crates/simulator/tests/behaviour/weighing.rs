//! Random writes on what is weighed, with units by name and items by name: however it is divided, renamed, used twice,
//! emptied, finished and discontinued, no gram comes from nowhere.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use simulator::SimulatorConfig;

use crate::client::{State, config, number, text};

const TODAY: &str = "2026-05-20";

/// Units as clients write them, and how many grams one is.
const UNITS: [(&str, &str); 8] = [
    ("Grams", "1"),
    ("g", "1"),
    ("Kilograms", "1000"),
    ("milligrams", "0.001"),
    ("Ounces", "28.349523125"),
    ("oz", "28.349523125"),
    ("Pounds", "453.59237"),
    ("LB", "453.59237"),
];

/// One write: of which package, in which unit, so many tenths of what it holds.
#[derive(Clone, Debug)]
enum Deed {
    Split {
        from: usize,
        unit: usize,
        tenths: i64,
    },
    /// The child is said to be so many tenths more or less than what goes into it.
    AnotherItem {
        from: usize,
        unit: usize,
        tenths: i64,
        more: i64,
    },
    SameItemByName {
        from: usize,
        unit: usize,
        tenths: i64,
        more: i64,
    },
    Twice {
        from: usize,
        unit: usize,
        tenths: i64,
    },
    Adjust {
        of: usize,
        unit: usize,
        tenths: i64,
    },
    EmptyFinishDiscontinue {
        from: usize,
    },
    Discontinue {
        child: usize,
    },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let (which, unit, tenths, more) = (0..6_usize, 0..UNITS.len(), 1..12_i64, -2..3_i64);
    let deed = prop_oneof![
        (which.clone(), unit.clone(), tenths.clone()).prop_map(|(from, unit, tenths)| Deed::Split {
            from,
            unit,
            tenths
        }),
        (which.clone(), unit.clone(), tenths.clone(), more.clone())
            .prop_map(|(from, unit, tenths, more)| Deed::AnotherItem { from, unit, tenths, more }),
        (which.clone(), unit.clone(), tenths.clone(), more)
            .prop_map(|(from, unit, tenths, more)| Deed::SameItemByName { from, unit, tenths, more }),
        (which.clone(), unit.clone(), tenths.clone()).prop_map(|(from, unit, tenths)| Deed::Twice {
            from,
            unit,
            tenths
        }),
        (which.clone(), unit, -3..3_i64).prop_map(|(of, unit, tenths)| Deed::Adjust { of, unit, tenths }),
        which.clone().prop_map(|from| Deed::EmptyFinishDiscontinue { from }),
        which.prop_map(|child| Deed::Discontinue { child }),
    ];
    prop::collection::vec(deed, 10..30)
}

fn grams_of(unit: &str) -> Decimal {
    let known = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit));
    known.unwrap_or_else(|| panic!("{unit} is no weight")).1.parse().unwrap()
}

fn decimal(row: &Value, name: &str) -> Decimal {
    row.get(name).unwrap().to_string().parse().unwrap()
}

struct Grower {
    state: State,
    license: String,
    rows: Vec<Value>,
    children: Vec<u64>,
    /// Grams that were said to be lost in making each child.
    lost: BTreeMap<u64, Decimal>,
    done: u32,
}

impl Grower {
    async fn start() -> Self {
        let state = State::with(SimulatorConfig { packages: 150, ..config() }).await;
        let license = state.license("Medium Mixed-Light Tier 1");
        let item = json!([{"ItemCategory": "Shake", "Name": "Rest", "UnitOfMeasure": "Grams", "Strain": "Blue Dream"}]);
        state.ids("POST", "/items/v2", &license, item).await;
        let mut grower =
            Self { state, license, rows: Vec::new(), children: Vec::new(), lost: BTreeMap::new(), done: 0 };
        grower.look().await;
        grower
    }

    /// Every package that is weighed.
    async fn look(&mut self) {
        self.rows.clear();
        for list in ["active", "onhold", "inactive", "intransit"] {
            let rows = self.state.all(&format!("/packages/v2/{list}"), &self.license).await;
            self.rows.extend(rows.into_iter().filter(|row| text(row, "UnitOfMeasureName") != "Each"));
        }
        self.rows.sort_by_key(|row| std::cmp::Reverse(number(row, "Id")));
    }

    /// All grams there are, without those that were adjusted and with those that were said to be lost.
    async fn balance(&self) -> Decimal {
        let grams = |row: &Value, amount: &str, unit: &str| decimal(row, amount) * grams_of(&text(row, unit));
        let held: Decimal = self.rows.iter().map(|row| grams(row, "Quantity", "UnitOfMeasureName")).sum();
        let adjustments = self.state.all("/packages/v2/adjustments", &self.license).await;
        let weighed = adjustments.iter().filter(|row| text(row, "AdjustmentUnitOfMeasureName") != "Each");
        let adjusted: Decimal =
            weighed.map(|row| grams(row, "AdjustmentQuantity", "AdjustmentUnitOfMeasureName")).sum();
        held - adjusted + self.lost.values().sum::<Decimal>()
    }

    /// One of the newest packages with something in it: its tag, its item, and tenths of its content in grams.
    fn source(&self, which: usize, tenths: i64) -> (String, String, Decimal) {
        let full: Vec<&Value> = self
            .rows
            .iter()
            .filter(|row| decimal(row, "Quantity") > Decimal::ZERO && row["ArchivedDate"].is_null())
            .take(6)
            .collect();
        let row = full[which % full.len()];
        let part = decimal(row, "Quantity") * grams_of(&text(row, "UnitOfMeasureName")) * Decimal::new(tenths, 1);
        (text(row, "Label"), text(&row["Item"], "Name"), part)
    }

    /// Makes a child; its id, if it was made.
    async fn make(
        &mut self,
        item: Option<&str>,
        made: (Decimal, &str),
        given: &[(&str, Decimal, &str)],
    ) -> Option<u64> {
        let said = |quantity: Decimal| quantity.normalize().to_string();
        let ingredients: Vec<Value> = given
            .iter()
            .map(
                |(label, quantity, unit)| json!({"Package": label, "Quantity": said(*quantity), "UnitOfMeasure": unit}),
            )
            .collect();
        let tag = self.state.package_tags(&self.license, 1)[0].clone();
        let body = json!([{"Tag": tag, "Quantity": said(made.0), "UnitOfMeasure": made.1, "Item": item,
            "UseSameItem": item.is_none(), "ActualDate": TODAY, "Ingredients": ingredients}]);
        let reply = self.state.write("POST", "/packages/v2", &self.license, body).await;
        assert!(matches!(reply.status, 200 | 400), "{}", reply.text);
        let id = (reply.status == 200).then(|| reply.json()["Ids"][0].as_u64().unwrap());
        self.done += u32::from(id.is_some());
        self.children.extend(id);
        id
    }

    async fn discontinue(&mut self, id: u64) {
        let reply = self.state.write("DELETE", &format!("/packages/v2/{id}"), &self.license, Value::Null).await;
        if reply.status == 200 {
            self.done += 1;
            self.lost.remove(&id);
        }
    }

    async fn act(&mut self, deed: &Deed) {
        let places = |grams: Decimal, unit: &str| (grams / grams_of(unit)).round_dp(4);
        match *deed {
            Deed::Split { from, unit, tenths } => {
                let (label, _, part) = self.source(from, tenths);
                let (unit, part) = (UNITS[unit].0, places(part, UNITS[unit].0));
                self.make(None, (part, unit), &[(&label, part, unit)]).await;
            }
            Deed::AnotherItem { from, unit, tenths, more } => {
                let (label, _, part) = self.source(from, tenths);
                let given = places(part, "Grams");
                let unit = UNITS[unit].0;
                let made = places(given * Decimal::new(10 + more, 1), unit);
                if let Some(id) = self.make(Some("Rest"), (made, unit), &[(&label, given, "Grams")]).await {
                    self.lost.insert(id, given - made * grams_of(unit));
                }
            }
            Deed::SameItemByName { from, unit, tenths, more } => {
                let (label, item, part) = self.source(from, tenths);
                let (unit, part) = (UNITS[unit].0, places(part, UNITS[unit].0));
                let made = part * Decimal::new(10 + more, 1);
                self.make(Some(&item), (made, unit), &[(&label, part, unit)]).await;
            }
            Deed::Twice { from, unit, tenths } => {
                let (label, _, part) = self.source(from, tenths);
                let (unit, part) = (UNITS[unit].0, places(part, UNITS[unit].0));
                self.make(None, (part + part, unit), &[(&label, part, unit), (&label, part, unit)]).await;
            }
            Deed::Adjust { of, unit, tenths } => {
                let (label, _, part) = self.source(of, tenths);
                let unit = UNITS[unit].0;
                let body = json!([{"Label": label, "Quantity": places(part, unit).to_string(), "UnitOfMeasure": unit,
                    "AdjustmentReason": "Drying", "AdjustmentDate": TODAY}]);
                let reply = self.state.write("POST", "/packages/v2/adjust", &self.license, body).await;
                self.done += u32::from(reply.status == 200);
            }
            Deed::EmptyFinishDiscontinue { from } => {
                let (label, _, all) = self.source(from, 10);
                let child = self.make(None, (all, "Grams"), &[(&label, all, "Grams")]).await;
                let finish = json!([{"Label": label, "ActualDate": TODAY}]);
                self.state.write("PUT", "/packages/v2/finish", &self.license, finish).await;
                if let Some(id) = child {
                    self.discontinue(id).await;
                }
            }
            Deed::Discontinue { child } => {
                let id = self.children.iter().rev().nth(child % self.children.len().max(1)).copied();
                if let Some(id) = id {
                    self.discontinue(id).await;
                }
            }
        }
        self.look().await;
    }
}

#[test]
fn no_gram_comes_from_nowhere() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let done = std::sync::atomic::AtomicU32::new(0);
    let round = || {
        let mut runner =
            TestRunner::new(Config { cases: 6, max_shrink_iters: 60, failure_persistence: None, ..Config::default() });
        runner.run(&deeds(), |deeds| {
            runtime.block_on(async {
                let mut grower = Grower::start().await;
                let first = grower.balance().await;
                for deed in &deeds {
                    grower.act(deed).await;
                    for row in &grower.rows {
                        let held = decimal(row, "Quantity");
                        prop_assert!(held >= Decimal::ZERO, "below zero after {deed:?}: {row}");
                        let over = row.get("IsFinished") == Some(&Value::Bool(true));
                        prop_assert!(!over || held.is_zero(), "finished with something in it after {deed:?}: {row}");
                    }
                    // Units that do not divide evenly are rounded at the tenth decimal place.
                    let off = (grower.balance().await - first).abs();
                    prop_assert!(off < Decimal::new(1, 5), "{off} g were made or lost by {deed:?}");
                }
                done.fetch_add(grower.done, std::sync::atomic::Ordering::Relaxed);
                Ok(())
            })
        })
    };
    // A property of few legal writes says little.
    while done.load(std::sync::atomic::Ordering::Relaxed) < 60 {
        let before = done.load(std::sync::atomic::Ordering::Relaxed);
        round().unwrap_or_else(|error| panic!("{error}"));
        assert!(done.load(std::sync::atomic::Ordering::Relaxed) > before, "a whole round without a legal write");
    }
}
