//! Units of measure.

use serde::Serialize;

use super::Operation;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::state::World;
use crate::state::values::Unit;

pub const OPERATIONS: &[Operation] =
    &[Operation::open("/unitsofmeasure/v2/active", active), Operation::open("/unitsofmeasure/v2/inactive", inactive)];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct UnitRow {
    quantity_type: &'static str,
    name: &'static str,
    abbreviation: &'static str,
}

fn active(_: &World, _: &Call) -> Result<Answer, Refusal> {
    let rows: Vec<UnitRow> = Unit::ALL
        .iter()
        .map(|unit| UnitRow {
            quantity_type: unit.measure().name(),
            name: unit.name(),
            abbreviation: unit.abbreviation(),
        })
        .collect();
    Answer::json(&rows)
}

fn inactive(_: &World, _: &Call) -> Result<Answer, Refusal> {
    Answer::json(&[] as &[UnitRow])
}
