//! Totals of a view by unit.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use rust_decimal::Decimal;

use super::row_set::RowSet;
use super::rows::UnitTotal;
use super::snapshot::View;
use crate::collection::Amount;
use crate::{MirrorError, alike};

/// Quantity by unit over the whole view, most rows first. Sums are exact. Rows that left the view's part of the mirror
/// since it was opened are left out; rows without quantities have none.
pub(crate) fn totals(db: &Connection, view: &View) -> Result<Vec<UnitTotal>, MirrorError> {
    let Some(amount) = view.source.table().total() else { return Ok(Vec::new()) };
    let shown: RowSet = view.rows.iter().copied().collect();
    let mut totals: BTreeMap<String, (i128, i64)> = BTreeMap::new();
    for unit in units(db, view, amount)? {
        let mut query = db.prepare_cached(&view.source.amounts_of_unit(amount))?;
        let mut found = query.query([&unit])?;
        let (mut sum, mut rows) = (0_i128, 0);
        while let Some(row) = found.next()? {
            if shown.contains(row.get(0)?) {
                sum += i128::from(row.get::<_, i64>(1)?);
                rows += 1;
            }
        }
        if rows > 0 {
            totals.insert(unit, (sum, rows));
        }
    }
    let exact = inexact(db, view, amount, &shown, &mut totals)?;
    let mut totals: Vec<UnitTotal> = totals
        .into_iter()
        .map(|(unit, (millionths, rows))| {
            let more = exact.get(&*alike::folded(&unit)).copied().unwrap_or_default();
            let sum = Decimal::try_from_i128_with_scale(millionths, 6).unwrap_or(Decimal::MAX);
            UnitTotal { unit, quantity: sum.saturating_add(more).normalize().to_string(), rows }
        })
        .collect();
    totals.sort_by_key(|total| std::cmp::Reverse(total.rows));
    Ok(totals)
}

/// The units in the view's list, of any license; blank is one of them.
fn units(db: &Connection, view: &View, amount: &Amount) -> Result<Vec<String>, MirrorError> {
    let mut next = db.prepare_cached(&view.source.next_unit(amount))?;
    let mut units = vec![String::new()];
    while let Some(last) = units.last()
        && let Some(unit) = next.query_row([last], |row| row.get(0)).optional()?
    {
        units.push(unit);
    }
    Ok(units)
}

/// Takes the rounded millionths of the few quantities that do not fit out of the sums, and gives their exact ones.
fn inexact(
    db: &Connection,
    view: &View,
    amount: &Amount,
    shown: &RowSet,
    totals: &mut BTreeMap<String, (i128, i64)>,
) -> Result<BTreeMap<String, Decimal>, MirrorError> {
    let mut exact: BTreeMap<String, Decimal> = BTreeMap::new();
    let mut query = db.prepare_cached(&view.source.inexact(amount))?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        let (id, unit, text, rounded): (i64, String, String, i64) = row.try_into()?;
        if !shown.contains(id) {
            continue;
        }
        let total = totals.iter_mut().find(|(known, _)| alike::same(known, &unit));
        if let Some((_, (sum, _))) = total {
            *sum -= i128::from(rounded);
        }
        let sum = exact.entry(alike::folded(&unit).into_owned()).or_default();
        *sum = sum.saturating_add(text.parse().unwrap_or_default());
    }
    Ok(exact)
}
