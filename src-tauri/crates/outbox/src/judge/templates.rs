//! The evidence of templates. Only their list can be read, and a list may be empty by mistake: that something is not in
//! it counts only where it shows others.

use words::{Words, say};

use super::{Fact, Verdict, not_known, yes_no};
use crate::mark::Mark;
use crate::snapshot::{Snapshot, TemplateFound, TemplateSnapshot};
use crate::write::Write;

/// Whether a write is about a template.
pub(super) fn is_about(write: &Write) -> bool {
    matches!(write, Write::TemplateCreate { .. } | Write::TemplateUpdate { .. } | Write::TemplateDelete { .. })
}

/// A new template is known by its mark; a changed one by the mark of that change; a deleted one by its absence.
/// Somebody who deletes a new template by hand before it was read back makes it look as if it never came.
pub(super) fn judge(write: &Write, mark: &Mark, before: Option<&Snapshot>, now: &Snapshot) -> Verdict {
    let ours = |found: &TemplateFound| mark.is_in(&found.name);
    let shows = match (write, now) {
        (Write::TemplateDelete { .. }, now) => is_gone(write, now),
        (_, Snapshot::Template(seen)) => seen.found.as_ref().is_some_and(ours),
        _ => false,
    };
    let absent = match (write, before, now) {
        (Write::TemplateCreate { .. }, Some(_), Snapshot::Template(seen)) => {
            seen.found.is_none() && seen.others > 0 && seen.strangers == 0
        }
        (_, Some(Snapshot::Template(before)), Snapshot::Template(seen)) => {
            seen.found.is_some() && before.found == seen.found
        }
        _ => false,
    };
    match (shows, absent) {
        (true, _) => Verdict::Confirmed,
        (false, true) => Verdict::ProvenAbsent,
        (false, false) => Verdict::Doubt,
    }
}

/// Whether a template that is to be deleted is.
pub(super) fn is_gone(write: &Write, now: &Snapshot) -> bool {
    match (write, now) {
        (Write::TemplateDelete { .. }, Snapshot::NotThere) => true,
        (Write::TemplateDelete { .. }, Snapshot::Template(TemplateSnapshot { found, others, .. })) => match found {
            Some(found) => found.voided,
            None => *others > 0,
        },
        _ => false,
    }
}

/// The facts side by side.
pub(super) fn facts(write: &Write, mark: &Mark, before: Option<&Snapshot>, now: &Snapshot) -> Vec<Fact> {
    let fact = |what: Words, wanted: String, of: fn(Option<&Snapshot>) -> String| Fact {
        what: what.to_string(),
        before: of(before),
        wanted,
        now: of(Some(now)),
    };
    match write {
        Write::TemplateCreate { template, .. } | Write::TemplateUpdate { template, .. } => {
            let name = template.marked_name(mark).unwrap_or_else(|_| template.name.clone());
            vec![
                fact(say::reporting_fact_template(), name, name_of),
                fact(say::reporting_fact_packages(), template.packages.len().to_string(), packages_of),
            ]
        }
        _ => vec![
            fact(say::reporting_fact_template(), say::reporting_none().to_string(), name_of),
            fact(say::reporting_fact_voided(), yes_no(true), |snapshot| {
                let found = found_of(snapshot).and_then(|seen| seen.found.as_ref());
                found.map_or_else(not_known, |found| yes_no(found.voided))
            }),
        ],
    }
}

fn found_of(snapshot: Option<&Snapshot>) -> Option<&TemplateSnapshot> {
    match snapshot {
        Some(Snapshot::Template(seen)) => Some(seen),
        _ => None,
    }
}

fn name_of(snapshot: Option<&Snapshot>) -> String {
    match (snapshot, found_of(snapshot)) {
        (_, Some(TemplateSnapshot { found: Some(found), .. })) => found.name.clone(),
        (_, Some(TemplateSnapshot { found: None, others, .. })) => say::reporting_not_among(*others).to_string(),
        (Some(Snapshot::NotThere), _) => say::reporting_none().to_string(),
        _ => not_known(),
    }
}

fn packages_of(snapshot: Option<&Snapshot>) -> String {
    let found = found_of(snapshot).and_then(|seen| seen.found.as_ref());
    let packages = found.and_then(|found| found.packages);
    packages.map_or_else(not_known, |packages| packages.to_string())
}
