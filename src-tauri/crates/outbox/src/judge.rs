//! Did it happen? The evidence of each kind of write, weighed as a pure function.
//!
//! DESIGN's table, made strict: absence is proven only when the entity is, to the last field and its `LastModified`,
//! as it was before the attempt. Anything else that does not show the effect is doubt, since our write may have
//! happened and been undone by somebody.

mod templates;

use rules::{amount_words, change_words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use crate::mark::Mark;
use crate::snapshot::{AdjustmentRow, PackageSnapshot, Reading, Snapshot};
use crate::write::Write;

/// What the evidence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The state holds the effect.
    Confirmed,
    /// The state does not hold the effect and nothing has touched the entity since before the attempt. Counts only
    /// when the request can no longer be under way; the machine sees to that.
    ProvenAbsent,
    /// Neither can be said.
    Doubt,
}

/// One line of facts, side by side, for the person who decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What is compared, for example `Quantity`.
    pub what: String,
    /// Before the attempt.
    pub before: String,
    /// What was wanted.
    pub wanted: String,
    /// What the state holds now.
    pub now: String,
}

/// Weighs a reading against what was wanted and what was there before the attempt.
pub fn judge(write: &Write, mark: &Mark, before: Option<&Snapshot>, reading: &Reading) -> Verdict {
    let (shows, may_prove) = match write {
        Write::TemplateCreate { .. } | Write::TemplateUpdate { .. } | Write::TemplateDelete { .. } => {
            return templates::judge(write, mark, before, &reading.snapshot);
        }
        Write::Adjust { .. } => (ours(mark, reading).next().is_some(), reading.adjustments.is_some()),
        Write::Finish { .. }
        | Write::Unfinish { .. }
        | Write::Location { .. }
        | Write::Note { .. }
        | Write::Item { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. } => (holds(write, &reading.snapshot), true),
    };
    let untouched = before == Some(&reading.snapshot);
    match (shows, untouched && may_prove) {
        (true, _) => Verdict::Confirmed,
        (false, true) => Verdict::ProvenAbsent,
        (false, false) => Verdict::Doubt,
    }
}

/// Whether the state already holds what the write wants, so that nothing needs to be sent. Never so for an
/// adjustment, which is a difference, nor for what a template is to say, most of which its list does not show.
pub fn already_so(write: &Write, snapshot: &Snapshot) -> bool {
    match write {
        Write::Adjust { .. } | Write::TemplateCreate { .. } | Write::TemplateUpdate { .. } => false,
        Write::TemplateDelete { .. } => templates::is_gone(snapshot),
        Write::Finish { .. }
        | Write::Unfinish { .. }
        | Write::Location { .. }
        | Write::Note { .. }
        | Write::Item { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. } => holds(write, snapshot),
    }
}

/// The state's id of what a write made, where a reading shows it: a new template's.
pub fn made(write: &Write, reading: &Reading) -> Option<i64> {
    match write {
        Write::TemplateCreate { .. } => match &reading.snapshot {
            Snapshot::Template(seen) => seen.found.as_ref().map(|found| found.id),
            Snapshot::Package(_) | Snapshot::Receipt(_) | Snapshot::NotThere => None,
        },
        Write::Finish { .. }
        | Write::Unfinish { .. }
        | Write::Adjust { .. }
        | Write::Location { .. }
        | Write::Note { .. }
        | Write::Item { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. }
        | Write::TemplateUpdate { .. }
        | Write::TemplateDelete { .. } => None,
    }
}

/// The facts of a write, side by side.
pub fn facts(write: &Write, mark: &Mark, before: Option<&Snapshot>, reading: &Reading) -> Vec<Fact> {
    let now = Some(&reading.snapshot);
    let fact = |what: Words, wanted: String, field: fn(&PackageSnapshot) -> String| Fact {
        what: what.to_string(),
        before: of_package(before, field),
        wanted,
        now: of_package(now, field),
    };
    let mut facts = match write {
        Write::Finish { .. } => vec![fact(say::reporting_fact_finished(), yes_no(true), |p| yes_no(p.finished))],
        Write::Unfinish { .. } => vec![fact(say::reporting_fact_finished(), yes_no(false), |p| yes_no(p.finished))],
        Write::Adjust { by, unit, .. } => {
            let wanted = match before {
                Some(Snapshot::Package(package)) if same(&package.unit, unit) => package
                    .quantity
                    .and_then(|q| q.checked_add(*by))
                    .map_or_else(|| change(*by, unit), |q| format!("{} {unit}", amount_words(q))),
                _ => change(*by, unit),
            };
            vec![fact(say::reporting_fact_quantity(), wanted, quantity), adjustment_fact(*by, unit, mark, reading)]
        }
        Write::Location { location, sublocation, .. } => {
            vec![fact(say::reporting_fact_location(), place(Some(location), sublocation), |p| {
                place(p.location.as_deref(), &p.sublocation)
            })]
        }
        Write::Note { note, .. } => {
            vec![fact(say::reporting_fact_note(), text(Some(note)), |p| text(p.note.as_deref()))]
        }
        Write::Item { item, .. } => vec![fact(say::reporting_fact_item(), item.clone(), |p| text(p.item.as_deref()))],
        Write::Finalize { .. } => vec![receipt_fact(before, now, true)],
        Write::Unfinalize { .. } => vec![receipt_fact(before, now, false)],
        Write::TemplateCreate { .. } | Write::TemplateUpdate { .. } | Write::TemplateDelete { .. } => {
            templates::facts(write, mark, before, &reading.snapshot)
        }
    };
    facts.push(Fact {
        what: say::reporting_fact_last_changed().to_string(),
        before: changed(before),
        wanted: String::new(),
        now: changed(now),
    });
    facts
}

fn ours<'a>(mark: &'a Mark, reading: &'a Reading) -> impl Iterator<Item = &'a AdjustmentRow> {
    reading.adjustments.iter().flatten().filter(|row| mark.is_in(&row.note))
}

/// Whether a snapshot has the field value that a setting write wants.
fn holds(write: &Write, snapshot: &Snapshot) -> bool {
    let package = snapshot.package();
    let receipt = snapshot.receipt();
    match write {
        Write::Finish { .. } => package.is_some_and(|package| package.finished),
        Write::Unfinish { .. } => package.is_some_and(|package| !package.finished),
        Write::Location { location, sublocation, .. } => package.is_some_and(|package| {
            same_or_none(Some(location), package.location.as_deref())
                && same_or_none(sublocation.as_deref(), package.sublocation.as_deref())
        }),
        Write::Note { note, .. } => {
            package.is_some_and(|package| note.trim() == package.note.as_deref().unwrap_or_default().trim())
        }
        Write::Item { item, .. } => package.is_some_and(|package| same_or_none(Some(item), package.item.as_deref())),
        Write::Finalize { .. } => receipt.is_some_and(|receipt| receipt.is_final),
        Write::Unfinalize { .. } => receipt.is_some_and(|receipt| !receipt.is_final),
        Write::Adjust { .. }
        | Write::TemplateCreate { .. }
        | Write::TemplateUpdate { .. }
        | Write::TemplateDelete { .. } => false,
    }
}

/// The state matches names without regard to case (CONTRACT section 4, input tolerance).
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn same_or_none(a: Option<&str>, b: Option<&str>) -> bool {
    same(a.unwrap_or_default(), b.unwrap_or_default())
}

fn of_package(snapshot: Option<&Snapshot>, field: fn(&PackageSnapshot) -> String) -> String {
    match snapshot {
        Some(Snapshot::Package(package)) => field(package),
        Some(Snapshot::NotThere) => say::reporting_not_here().to_string(),
        _ => not_known(),
    }
}

fn receipt_fact(before: Option<&Snapshot>, now: Option<&Snapshot>, wanted: bool) -> Fact {
    let of = |snapshot: Option<&Snapshot>| match snapshot {
        Some(Snapshot::Receipt(receipt)) => yes_no(receipt.is_final),
        Some(Snapshot::NotThere) => say::reporting_not_here().to_string(),
        _ => not_known(),
    };
    Fact { what: say::reporting_fact_final().to_string(), before: of(before), wanted: yes_no(wanted), now: of(now) }
}

fn adjustment_fact(by: Decimal, unit: &str, mark: &Mark, reading: &Reading) -> Fact {
    let now = match (&reading.adjustments, ours(mark, reading).next()) {
        (None, _) => not_known(),
        (Some(_), Some(row)) => change(row.quantity.unwrap_or_default(), &row.unit),
        (Some(rows), None) => say::reporting_none_marked(mark.to_string(), rows.len()).to_string(),
    };
    Fact {
        what: say::reporting_fact_adjustment().to_string(),
        before: say::reporting_none().to_string(),
        wanted: format!("{} {mark}", change(by, unit)),
        now,
    }
}

fn changed(snapshot: Option<&Snapshot>) -> String {
    let at = match snapshot {
        Some(Snapshot::Package(package)) => package.last_modified,
        Some(Snapshot::Receipt(receipt)) => receipt.last_modified,
        Some(Snapshot::Template(template)) => template.found.as_ref().and_then(|found| found.last_modified),
        _ => None,
    };
    at.map_or_else(not_known, |at| at.to_string())
}

fn change(by: Decimal, unit: &str) -> String {
    format!("{} {unit}", change_words(by))
}

fn quantity(package: &PackageSnapshot) -> String {
    package.quantity.map_or_else(not_known, |q| format!("{} {}", amount_words(q), package.unit))
}

pub(crate) fn place(location: Option<&str>, sublocation: &Option<String>) -> String {
    match (location, sublocation) {
        (Some(location), Some(sublocation)) => format!("{location}, {sublocation}"),
        (location, _) => text(location),
    }
}

pub(crate) fn text(text: Option<&str>) -> String {
    match text.unwrap_or_default().trim() {
        "" => say::reporting_empty().to_string(),
        text => text.to_owned(),
    }
}

fn yes_no(yes: bool) -> String {
    if yes { say::reporting_yes() } else { say::reporting_no() }.to_string()
}

pub(crate) fn not_known() -> String {
    say::reporting_not_known().to_string()
}

#[cfg(test)]
mod tests;
