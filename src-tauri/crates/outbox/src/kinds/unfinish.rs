//! A finished package is taken up again.

use jiff::civil::Date;
use rules::Tag;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, yes_no};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/packages/v2/unfinish",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_unfinish,
    #[cfg(test)]
    example: Some("Packages__UnfinishPackages"),
};

/// The finished package is taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinish {
    /// Which package.
    pub tag: Tag,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    label: &'a Tag,
}

impl Report for Unfinish {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { label: &self.tag })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        say::reporting_line_unfinish(self.tag.as_str())
    }

    fn day(&self) -> Option<Date> {
        None
    }

    fn question(&self, _: &Tried<'_>) -> Question {
        Question::Package { tag: self.tag.clone() }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_field(self.already_so(evidence.now()))
    }

    fn already_so(&self, snapshot: &Snapshot) -> bool {
        snapshot.package().is_some_and(|package| !package.finished)
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        vec![evidence.package_fact(say::reporting_fact_finished(), yes_no(false), |p| yes_no(p.finished))]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(package) = holding.package() {
            (package.finished, package.finished_on) = (false, None);
        }
    }

    /// Nothing but whether it is finished was promised, and that is looked at by itself.
    fn moved(&self, _: &Promise, _: &Seen, _: &Seen) -> Option<Fact> {
        None
    }
}

#[cfg(test)]
pub(super) fn example() -> Unfinish {
    Unfinish { tag: super::tests::tag() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::package;

    (
        package(|package| {
            package.finished = true;
        }),
        Reading::of(package(|package| {
            package.finished = false;
        })),
    )
}
