//! Did it happen? Evidence, weighed as a pure function; what counts as shown, each kind says itself (`kinds`).
//!
//! DESIGN's table, made strict: absence is proven only when the entity is, to the last field and its `LastModified`,
//! as it was before the attempt. Anything else that does not show the effect is doubt, since our write may have
//! happened and been undone by somebody.

use rules::{amount_words, change_words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use crate::kinds::Write;
use crate::mark::Mark;
use crate::snapshot::{PackageSnapshot, Reading, Snapshot};

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
    write.report().judge(&Evidence { mark, before, reading })
}

/// The facts of a write, side by side.
pub fn facts(write: &Write, mark: &Mark, before: Option<&Snapshot>, reading: &Reading) -> Vec<Fact> {
    let mut facts = write.report().facts(&Evidence { mark, before, reading });
    facts.push(Fact {
        what: say::reporting_fact_last_changed().to_string(),
        before: changed(before),
        wanted: String::new(),
        now: changed(Some(&reading.snapshot)),
    });
    facts
}

/// What there is to weigh.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// By which the write is known again.
    pub mark: &'a Mark,
    /// What the state held just before the attempt; none where that is not known.
    pub before: Option<&'a Snapshot>,
    /// What was read now.
    pub reading: &'a Reading,
}

impl Evidence<'_> {
    /// What the state holds now.
    pub fn now(&self) -> &Snapshot {
        &self.reading.snapshot
    }

    /// Whether the entity is, to the last field, as it was before the attempt.
    pub fn untouched(&self) -> bool {
        self.before == Some(self.now())
    }

    /// `shows`: the effect is there; `absent`: nothing has touched the entity.
    pub fn weigh(&self, shows: bool, absent: bool) -> Verdict {
        match (shows, absent) {
            (true, _) => Verdict::Confirmed,
            (false, true) => Verdict::ProvenAbsent,
            (false, false) => Verdict::Doubt,
        }
    }

    /// Of a write that sets fields: `shows` where they have the value that was wanted.
    pub fn of_a_field(&self, shows: bool) -> Verdict {
        self.weigh(shows, self.untouched())
    }

    pub(crate) fn package_fact(&self, what: Words, wanted: String, field: fn(&PackageSnapshot) -> String) -> Fact {
        let of = |snapshot: Option<&Snapshot>| of_package(snapshot, field);
        Fact { what: what.to_string(), before: of(self.before), wanted, now: of(Some(self.now())) }
    }

    pub(crate) fn final_fact(&self, wanted: bool) -> Fact {
        let what = say::reporting_fact_final().to_string();
        Fact { what, before: is_final(self.before), wanted: yes_no(wanted), now: is_final(Some(self.now())) }
    }
}

/// The state matches names without regard to case (CONTRACT section 4, input tolerance).
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

pub(crate) fn same_or_none(a: Option<&str>, b: Option<&str>) -> bool {
    same(a.unwrap_or_default(), b.unwrap_or_default())
}

fn of_package(snapshot: Option<&Snapshot>, field: fn(&PackageSnapshot) -> String) -> String {
    match snapshot {
        Some(Snapshot::Package(package)) => field(package),
        Some(Snapshot::NotThere) => say::reporting_not_here().to_string(),
        Some(Snapshot::Receipt(_) | Snapshot::Template(_)) | None => not_known(),
    }
}

fn is_final(snapshot: Option<&Snapshot>) -> String {
    match snapshot {
        Some(Snapshot::Receipt(receipt)) => yes_no(receipt.is_final),
        Some(Snapshot::NotThere) => say::reporting_not_here().to_string(),
        Some(Snapshot::Package(_) | Snapshot::Template(_)) | None => not_known(),
    }
}

fn changed(snapshot: Option<&Snapshot>) -> String {
    snapshot.and_then(Snapshot::last_modified).map_or_else(not_known, |at| at.to_string())
}

pub(crate) fn change(by: Decimal, unit: &str) -> String {
    format!("{} {unit}", change_words(by))
}

pub(crate) fn quantity(package: &PackageSnapshot) -> String {
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

pub(crate) fn yes_no(yes: bool) -> String {
    if yes { say::reporting_yes() } else { say::reporting_no() }.to_string()
}

pub(crate) fn not_known() -> String {
    say::reporting_not_known().to_string()
}

#[cfg(test)]
mod tests;
