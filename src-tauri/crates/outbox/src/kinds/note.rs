//! A package's note is replaced.

use jiff::civil::Date;
use rules::Tag;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, text};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/packages/v2/note",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_note,
    #[cfg(test)]
    example: Some("Packages__UpdateNote"),
};

/// The package's note is replaced; empty takes it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which package.
    pub tag: Tag,
    /// The new note.
    pub note: String,
}

/// The state names the tag otherwise here (CONTRACT section 7, quirk 5).
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    package_label: &'a Tag,
    note: &'a str,
}

impl Report for Note {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { package_label: &self.tag, note: &self.note })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        match self.note.trim() {
            "" => say::reporting_line_note_removed(self.tag.as_str()),
            note => say::reporting_line_note(note, self.tag.as_str()),
        }
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
        let is = |note: Option<&str>| self.note.trim() == note.unwrap_or_default().trim();
        snapshot.package().is_some_and(|package| is(package.note.as_deref()))
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        let wanted = text(Some(&self.note));
        vec![evidence.package_fact(say::reporting_fact_note(), wanted, |p| text(p.note.as_deref()))]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(package) = holding.package() {
            self.note.trim().clone_into(&mut package.note);
        }
    }

    /// The person saw what the new value takes the place of.
    fn moved(&self, _: &Promise, seen: &Seen, now: &Seen) -> Option<Fact> {
        let wanted = text(Some(&self.note));
        (seen.note.trim() != now.note.trim())
            .then(|| seen.fact(now, say::reporting_fact_note(), wanted, |seen| text(Some(&seen.note))))
    }
}

#[cfg(test)]
pub(super) fn example() -> Note {
    Note { tag: super::tests::tag(), note: "sold".into() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::package;

    (
        package(|_| {}),
        Reading::of(package(|package| {
            package.note = Some("sold".into());
        })),
    )
}
