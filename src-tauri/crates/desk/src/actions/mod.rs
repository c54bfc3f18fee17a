//! Actions on packages: what the forms offer, the review sheet, and queueing.

mod choices;
pub(crate) mod kinds;
mod offers;
mod queue;
mod review;
mod sheet;
mod wish;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use mirror::PackageBrief;
use outbox::{IntentId, PackageHolds, Wanted};
use rules::{Finding, RuleId, Weight, rule_on};
use uuid::Uuid;
use words::{Words, say};

use self::kinds::Wish;
use crate::contract::{DeskError, ErrorCode, PackageRef};

/// Reviews kept: a person has one open, and perhaps the one before it.
const KEPT: usize = 8;

/// Most packages that one action is for.
const MOST_PACKAGES: usize = 5_000;

/// The review sheets that can still be queued.
#[derive(Default)]
pub(crate) struct Reviews {
    state: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// 0 before the first.
    last: i64,
    open: BTreeMap<i64, Arc<Reviewed>>,
}

/// A review as it was shown.
struct Reviewed {
    wish: Box<dyn Wish>,
    ready: Vec<Ready>,
    /// The unit of what is ready, where all are of one.
    unit: Option<String>,
    /// The report that this is an edit of.
    replaces: Option<IntentId>,
    /// The last report that there was before the first package was looked at.
    last_intent: i64,
}

/// A package that can be queued, and by what it is told that it is still as it was shown.
struct Ready {
    package: PackageRef,
    wanted: Wanted,
    seen: Seen,
    /// Whether other reports for it go first.
    waits_behind: bool,
}

/// What the review showed of a package.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// Differs when anything of the record does.
    print: (i64, i64),
    /// With what waited.
    effective: PackageHolds,
    /// What was held for it, whatever its state.
    held: Vec<IntentId>,
    /// That of `held` on whose effect is counted.
    counted_on: Vec<IntentId>,
}

impl Reviews {
    fn keep(&self, review: Reviewed) -> i64 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // Begins somewhere else at each start: what was queued of a review is remembered by its id for good, so that an
        // id never comes back. The page's numbers hold 53 bits.
        state.last =
            if state.last == 0 { i64::try_from(Uuid::new_v4().as_u128() >> 77).unwrap_or(1) } else { state.last };
        state.last += 1;
        let id = state.last;
        state.open.insert(id, Arc::new(review));
        while state.open.len() > KEPT {
            state.open.pop_first();
        }
        id
    }

    fn get(&self, id: i64) -> Result<Arc<Reviewed>, DeskError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open.get(&id).cloned().ok_or_else(|| DeskError {
            code: ErrorCode::NotFound,
            message: say::reports_review_gone().to_string(),
            next: say::reports_review_gone_next().to_string(),
            details: format!("review {id}"),
            retry: false,
        })
    }

    fn forget(&self, id: i64) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).open.remove(&id);
    }
}

/// A package in this state can have nothing done to it, whatever the action.
fn not_here(brief: &PackageBrief) -> Option<Finding> {
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
fn stop(rule: RuleId, sentence: &Words) -> Finding {
    finding(rule, Weight::Stop, sentence)
}

fn finding(rule: RuleId, weight: Weight, sentence: &Words) -> Finding {
    let source = match rule {
        RuleId::PackageKnown => "CCTT-Metrc API, packages/v2/{label}",
        // The sources do not change with the days; any day that knows the rule will do.
        rule => rule_on(rule, jiff::civil::Date::constant(2026, 1, 1)).map_or("", |rule| rule.source),
    };
    Finding { rule, weight, sentence: sentence.to_string(), source: source.to_owned() }
}
