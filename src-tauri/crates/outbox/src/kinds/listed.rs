//! The evidence of templates. Only their list can be read, and a list may be empty by mistake: that something is not in
//! it counts only where it shows others.

use words::{Words, say};

use crate::judge::{Evidence, Fact, Verdict, not_known, yes_no};
use crate::snapshot::{Snapshot, TemplateSnapshot};
use crate::template::Template;

/// What a report does with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// It makes one.
    Makes,
    /// It replaces the one with this id of the state's.
    Replaces(i64),
    /// It deletes it.
    Deletes,
}

impl Evidence<'_> {
    fn seen(&self) -> Option<&TemplateSnapshot> {
        self.now().template()
    }

    /// A template with this mark in its name is listed.
    fn is_marked(&self) -> bool {
        let found = self.seen().and_then(|seen| seen.found.as_ref());
        found.is_some_and(|found| self.mark.is_in(&found.name))
    }

    /// The template is listed just as it was before.
    fn is_listed_as_before(&self) -> bool {
        let before = self.before.and_then(Snapshot::template);
        before.zip(self.seen()).is_some_and(|(before, seen)| seen.found.is_some() && before.found == seen.found)
    }

    /// Of a new template, known by its mark. Somebody who deletes it by hand before it was read back makes it look as if
    /// it never came.
    pub(super) fn of_a_new_template(&self) -> Verdict {
        let among_others = |seen: &TemplateSnapshot| seen.found.is_none() && seen.others > 0 && seen.strangers == 0;
        self.weigh(self.is_marked(), self.before.is_some() && self.seen().is_some_and(among_others))
    }

    /// Of a changed template, known by the mark of that change.
    pub(super) fn of_a_changed_template(&self) -> Verdict {
        self.weigh(self.is_marked(), self.is_listed_as_before())
    }

    /// Of a deleted template, known by its absence.
    pub(super) fn of_a_deleted_template(&self) -> Verdict {
        self.weigh(is_gone(self.now()), self.is_listed_as_before())
    }

    /// What a template is to say, beside what the list shows.
    pub(super) fn template_facts(&self, template: &Template) -> Vec<Fact> {
        let name = template.marked_name(self.mark).unwrap_or_else(|_| template.name.clone());
        vec![
            self.fact(say::reporting_fact_template(), name, name_of),
            self.fact(say::reporting_fact_packages(), template.packages.len().to_string(), packages_of),
        ]
    }

    /// That a template is to be no more, beside what the list shows.
    pub(super) fn deletion_facts(&self) -> Vec<Fact> {
        vec![
            self.fact(say::reporting_fact_template(), say::reporting_none().to_string(), name_of),
            self.fact(say::reporting_fact_voided(), yes_no(true), |snapshot| {
                let found = found_of(snapshot).and_then(|seen| seen.found.as_ref());
                found.map_or_else(not_known, |found| yes_no(found.voided))
            }),
        ]
    }

    fn fact(&self, what: Words, wanted: String, of: fn(Option<&Snapshot>) -> String) -> Fact {
        Fact { what: what.to_string(), before: of(self.before), wanted, now: of(Some(self.now())) }
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

fn found_of(snapshot: Option<&Snapshot>) -> Option<&TemplateSnapshot> {
    snapshot.and_then(Snapshot::template)
}

fn name_of(snapshot: Option<&Snapshot>) -> String {
    match snapshot {
        Some(Snapshot::Template(TemplateSnapshot { found: Some(found), .. })) => found.name.clone(),
        Some(Snapshot::Template(TemplateSnapshot { found: None, others, .. })) => {
            say::reporting_not_among(*others).to_string()
        }
        Some(Snapshot::NotThere) => say::reporting_none().to_string(),
        Some(Snapshot::Package(_) | Snapshot::Receipt(_)) | None => not_known(),
    }
}

fn packages_of(snapshot: Option<&Snapshot>) -> String {
    let found = found_of(snapshot).and_then(|seen| seen.found.as_ref());
    let packages = found.and_then(|found| found.packages);
    packages.map_or_else(not_known, |packages| packages.to_string())
}
