//! The evidence of templates. Only their list can be read, and a list may be empty by mistake: that something is not in
//! it counts only where it shows others.

use words::{Words, say};

use super::{Fact, Verdict, not_known, yes_no};
use crate::mark::Mark;
use crate::snapshot::{Snapshot, TemplateSnapshot};
use crate::write::Write;

/// A new template is known by its mark; a changed one by the mark of that change; a deleted one by its absence.
/// Somebody who deletes a new template by hand before it was read back makes it look as if it never came.
pub(super) fn judge(write: &Write, mark: &Mark, before: Option<&Snapshot>, now: &Snapshot) -> Verdict {
    let seen = now.template();
    let marked = || seen.and_then(|seen| seen.found.as_ref()).is_some_and(|found| mark.is_in(&found.name));
    let unchanged = || {
        let before = before.and_then(Snapshot::template);
        before.zip(seen).is_some_and(|(before, seen)| seen.found.is_some() && before.found == seen.found)
    };
    let (shows, absent) = match write {
        Write::TemplateCreate { .. } => {
            let among_others = |seen: &TemplateSnapshot| seen.found.is_none() && seen.others > 0 && seen.strangers == 0;
            (marked(), before.is_some() && seen.is_some_and(among_others))
        }
        Write::TemplateUpdate { .. } => (marked(), unchanged()),
        Write::TemplateDelete { .. } => (is_gone(now), unchanged()),
        Write::Finish { .. }
        | Write::Unfinish { .. }
        | Write::Adjust { .. }
        | Write::Location { .. }
        | Write::Note { .. }
        | Write::Item { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. } => (false, false),
    };
    match (shows, absent) {
        (true, _) => Verdict::Confirmed,
        (false, true) => Verdict::ProvenAbsent,
        (false, false) => Verdict::Doubt,
    }
}

/// Whether a template that is to be deleted is.
pub(super) fn is_gone(now: &Snapshot) -> bool {
    match now {
        Snapshot::NotThere => true,
        Snapshot::Template(TemplateSnapshot { found: Some(found), .. }) => found.voided,
        Snapshot::Template(TemplateSnapshot { found: None, others, .. }) => *others > 0,
        Snapshot::Package(_) | Snapshot::Receipt(_) => false,
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
        Write::TemplateDelete { .. } => vec![
            fact(say::reporting_fact_template(), say::reporting_none().to_string(), name_of),
            fact(say::reporting_fact_voided(), yes_no(true), |snapshot| {
                let found = found_of(snapshot).and_then(|seen| seen.found.as_ref());
                found.map_or_else(not_known, |found| yes_no(found.voided))
            }),
        ],
        Write::Finish { .. }
        | Write::Unfinish { .. }
        | Write::Adjust { .. }
        | Write::Location { .. }
        | Write::Note { .. }
        | Write::Item { .. }
        | Write::Finalize { .. }
        | Write::Unfinalize { .. } => Vec::new(),
    }
}

fn found_of(snapshot: Option<&Snapshot>) -> Option<&TemplateSnapshot> {
    snapshot.and_then(Snapshot::template)
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
