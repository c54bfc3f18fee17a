//! A package is used up.

use jiff::civil::Date;
use rules::{Tag, day_words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, yes_no};
use crate::mark::Mark;
use crate::promise::{Promise, Seen, with_unit};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/packages/v2/finish",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_finish,
    #[cfg(test)]
    example: Some("Packages__FinishPackages"),
};

/// The package is used up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finish {
    /// Which package.
    pub tag: Tag,
    /// The day on which it was.
    pub date: Date,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    label: &'a Tag,
    actual_date: Date,
}

impl Report for Finish {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { label: &self.tag, actual_date: self.date })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        say::reporting_line_finish(day_words(self.date), self.tag.as_str())
    }

    fn day(&self) -> Option<Date> {
        Some(self.date)
    }

    fn question(&self, _: &Tried<'_>) -> Question {
        Question::Package { tag: self.tag.clone() }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_field(self.already_so(evidence.now()))
    }

    fn already_so(&self, snapshot: &Snapshot) -> bool {
        snapshot.package().is_some_and(|package| package.finished)
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        vec![evidence.package_fact(say::reporting_fact_finished(), yes_no(true), |p| yes_no(p.finished))]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(package) = holding.package() {
            (package.finished, package.finished_on) = (true, Some(self.date));
        }
    }

    /// Only an empty package is finished: that it is empty is the promise, however it came to be.
    fn moved(&self, _: &Promise, seen: &Seen, now: &Seen) -> Option<Fact> {
        let empty = now.quantity.is_some_and(|quantity| quantity.is_zero());
        let wanted = with_unit(Decimal::ZERO, &seen.unit);
        (!empty && !seen.same_quantity(now))
            .then(|| seen.fact(now, say::reporting_fact_quantity(), wanted, Seen::amount))
    }
}

#[cfg(test)]
pub(super) fn example() -> Finish {
    Finish { tag: super::tests::tag(), date: super::tests::day() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::package;

    (
        package(|_| {}),
        Reading::of(package(|package| {
            package.finished = true;
        })),
    )
}
