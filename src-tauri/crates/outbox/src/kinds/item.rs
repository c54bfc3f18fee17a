//! A package's item is replaced.

use jiff::civil::Date;
use rules::Tag;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, same, same_or_none, text};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/packages/v2/item",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_item,
    #[cfg(test)]
    example: Some("Packages__UpdateItem"),
};

/// The package's item is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Which package.
    pub tag: Tag,
    /// The new item's name.
    pub item: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    label: &'a Tag,
    item: &'a str,
}

impl Report for Item {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { label: &self.tag, item: &self.item })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        say::reporting_line_item(&self.item, self.tag.as_str())
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
        snapshot.package().is_some_and(|package| same_or_none(Some(&self.item), package.item.as_deref()))
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        let wanted = self.item.clone();
        vec![evidence.package_fact(say::reporting_fact_item(), wanted, |p| text(p.item.as_deref()))]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(package) = holding.package() {
            package.item.clone_from(&self.item);
        }
    }

    /// The person saw what the new value takes the place of.
    fn moved(&self, _: &Promise, seen: &Seen, now: &Seen) -> Option<Fact> {
        (!same(&seen.item, &now.item))
            .then(|| seen.fact(now, say::reporting_fact_item(), self.item.clone(), |seen| text(Some(&seen.item))))
    }
}

#[cfg(test)]
pub(super) fn example() -> Item {
    Item { tag: super::tests::tag(), item: "Trim".into() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::package;

    (
        package(|_| {}),
        Reading::of(package(|package| {
            package.item = Some("Trim".into());
        })),
    )
}
