//! What a wish means for one package. Pure.

use jiff::Timestamp;
use mirror::PackageBrief;
use outbox::{Holds, IntentId, PackageHolds, Promise, Seen, Write};
use rules::{Finding, RuleId, Weight};
use words::say;

use crate::ground::outbox::effective;
use crate::kinds::Wish;
use crate::kinds::package::{facts, finding, not_here, stop};
use crate::state::reports::Held;
use crate::wording::california;

/// What a wish means for one package.
pub(super) struct Meant {
    /// Hard stops and warnings.
    pub findings: Vec<Finding>,
    /// What is sent.
    pub write: Write,
    /// As it will be.
    pub after: PackageHolds,
}

/// What a wish means for a package that is `now`, with what waits already counted.
pub(super) fn meant(wish: &dyn Wish, brief: &PackageBrief, now: &PackageHolds, at: Timestamp) -> Meant {
    let write = wish.write(brief, now);
    let mut after = now.clone();
    after.apply(&write);
    let findings = findings(wish, brief, now, &after, at);
    Meant { findings, write, after }
}

/// What the review shows of a package and promises. `held` is all that waits for it in the order in which it goes,
/// `seen` what the sheet shows, with all of that counted. An edit stands before those that were queued after the
/// report whose place it takes: they are not done when it goes, so what it was set to is not what is set by it.
pub(super) fn promise(
    wish: &dyn Wish,
    brief: &PackageBrief,
    held: &[Held],
    replaces: Option<IntentId>,
    seen: &PackageHolds,
    at: Timestamp,
) -> Promise {
    let place = held.iter().position(|held| Some(held.intent.id) == replaces).unwrap_or(held.len());
    let (before, _) = held.split_at(place.min(held.len()));
    let first = effective::with(brief, before, None);
    let to = wish.set_to().filter(|_| first.quantity == seen.quantity);
    let seen = Seen {
        quantity: Some(first.quantity),
        unit: first.unit,
        location: first.location,
        sublocation: first.sublocation,
        note: first.note,
        item: first.item,
    };
    Promise { at, seen, to }
}

fn findings(
    wish: &dyn Wish,
    brief: &PackageBrief,
    now: &PackageHolds,
    after: &PackageHolds,
    at: Timestamp,
) -> Vec<Finding> {
    if let Some(not_here) = not_here(brief) {
        return vec![not_here];
    }
    if let Some(sentence) = wish.in_another_unit(brief) {
        return vec![stop(RuleId::SameMeasure, &sentence)];
    }
    let mut findings = wish.check(&facts(brief, now), california::day(at));
    // What is so already is not reported again.
    if now == after
        && let Some(sentence) = wish.already(brief.tag.as_str(), now)
    {
        findings.push(stop(RuleId::SomethingToChange, &sentence));
    }
    if findings.is_empty() && wish.date().is_some_and(|date| california::due(Some(date), at) < at) {
        findings.push(finding(RuleId::ReportWithin, Weight::Warning, &say::reports_late()));
    }
    findings
}
