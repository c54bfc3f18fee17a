//! A package moves.

use jiff::civil::Date;
use rules::Tag;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, place, same_or_none};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/packages/v2/location",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_location,
    #[cfg(test)]
    example: Some("Packages__UpdatePackagesLocation"),
};

/// The package moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Which package.
    pub tag: Tag,
    /// The new place's name.
    pub location: String,
    /// The place within it.
    pub sublocation: Option<String>,
    /// The day of the move.
    pub date: Date,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    label: &'a Tag,
    location: &'a str,
    sublocation: Option<&'a str>,
    move_date: Date,
}

impl Report for Location {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body {
            label: &self.tag,
            location: &self.location,
            sublocation: self.sublocation.as_deref(),
            move_date: self.date,
        })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        let tag = self.tag.as_str();
        match &self.sublocation {
            Some(sublocation) => say::reporting_line_sublocation(&self.location, sublocation, tag),
            None => say::reporting_line_location(&self.location, tag),
        }
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
        snapshot.package().is_some_and(|package| {
            same_or_none(Some(&self.location), package.location.as_deref())
                && same_or_none(self.sublocation.as_deref(), package.sublocation.as_deref())
        })
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        let wanted = place(Some(&self.location), &self.sublocation);
        vec![
            evidence
                .package_fact(say::reporting_fact_location(), wanted, |p| place(p.location.as_deref(), &p.sublocation)),
        ]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(package) = holding.package() {
            package.location.clone_from(&self.location);
            package.sublocation = self.sublocation.clone().unwrap_or_default();
        }
    }

    /// The person saw what the new value takes the place of.
    fn moved(&self, _: &Promise, seen: &Seen, now: &Seen) -> Option<Fact> {
        let wanted = place(Some(&self.location), &self.sublocation);
        (!seen.same_place(now)).then(|| seen.fact(now, say::reporting_fact_location(), wanted, Seen::place))
    }
}

#[cfg(test)]
pub(super) fn example() -> Location {
    Location { tag: super::tests::tag(), location: "Room 2".into(), sublocation: None, date: super::tests::day() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::package;

    (
        package(|_| {}),
        Reading::of(package(|package| {
            package.location = Some("Room 2".into());
        })),
    )
}
