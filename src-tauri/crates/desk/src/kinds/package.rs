//! A package as forms, reviews, cards and the Outbox speak of it: how much it holds, and what the rules ask and say. Pure.

use mirror::PackageBrief;
use outbox::PackageHolds;
use rules::{Finding, PackageFacts, Quantity, RuleId, Weight, amount_words, find_unit, rule_on};
use words::{Words, say};

/// How much a package holds, for example `10 ea`.
pub(crate) fn held(brief: &PackageBrief, state: &PackageHolds) -> String {
    format!("{} {}", amount_words(state.quantity), brief.unit)
}

/// The name of a package's unit.
pub(crate) fn unit_of(brief: &PackageBrief) -> &str {
    if brief.unit_name.is_empty() {
        find_unit(&brief.unit).map_or(&brief.unit, |unit| unit.name)
    } else {
        &brief.unit_name
    }
}

/// Location and sublocation as one cell reads.
pub(crate) fn place(location: &str, sublocation: &str) -> String {
    if sublocation.is_empty() { location.to_owned() } else { format!("{location} / {sublocation}") }
}

/// What the rules ask about a package.
pub(crate) fn facts(brief: &PackageBrief, now: &PackageHolds) -> PackageFacts {
    PackageFacts {
        tag: brief.tag.clone(),
        quantity: Quantity { amount: now.quantity, unit: unit_of(brief).to_owned() },
        finished: now.finished,
        held: brief.hold,
        packaged: brief.packaged,
    }
}

/// A package in this state can have nothing done to it, whatever the action.
pub(crate) fn not_here(brief: &PackageBrief) -> Option<Finding> {
    use mirror::PackageList::{Active, InTransit, Inactive, OnHold, Transferred};
    let tag = brief.tag.as_str();
    match brief.list {
        Active | OnHold => None,
        Inactive if brief.finished => None,
        Inactive => Some(stop(RuleId::PackageKnown, &say::reports_package_discontinued(tag))),
        InTransit => Some(stop(RuleId::NotInTransit, &say::reports_package_in_transit(tag))),
        Transferred => Some(stop(RuleId::NotTransferred, &say::reports_package_transferred(tag))),
    }
}

/// A hard stop in these words.
pub(crate) fn stop(rule: RuleId, sentence: &Words) -> Finding {
    finding(rule, Weight::Stop, sentence)
}

pub(crate) fn finding(rule: RuleId, weight: Weight, sentence: &Words) -> Finding {
    let source = match rule {
        RuleId::PackageKnown => "CCTT-Metrc API, packages/v2/{label}",
        // The sources do not change with the days; any day that knows the rule will do.
        rule => rule_on(rule, jiff::civil::Date::constant(2026, 1, 1)).map_or("", |rule| rule.source),
    };
    Finding { rule, weight, sentence: sentence.to_string(), source: source.to_owned() }
}
