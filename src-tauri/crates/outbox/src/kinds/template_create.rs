//! A draft becomes an outgoing transfer template.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Deed, Method, Report, Tried};
use crate::body::BodyError;
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
use crate::snapshot::{Question, Reading, Snapshot, Sought};
use crate::template::Template;

/// A template may name two hundred packages, so each goes alone, and the state's answer is about it alone.
pub(super) const ABOUT: About = About {
    method: Method::Post,
    path: "/transfers/v2/templates/outgoing",
    together: 1,
    title: say::reporting_kind_template_create,
    #[cfg(test)]
    example: Some("Transfers__CreateOutgoingTemplates"),
};

/// A draft becomes a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateCreate {
    /// The ledger's number of the draft.
    pub draft: i64,
    /// What the template says.
    pub template: Box<Template>,
}

impl Report for TemplateCreate {
    fn entity(&self) -> Entity {
        Entity::Draft(self.draft)
    }

    fn body(&self, mark: &Mark) -> Result<String, BodyError> {
        self.template.create_body(mark)
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        let (to, packages) = (self.template.recipient.as_str(), self.template.packages.len());
        say::reporting_line_template_create(to, self.template.name.trim(), packages)
    }

    fn day(&self) -> Option<Date> {
        None
    }

    fn question(&self, tried: &Tried<'_>) -> Question {
        Question::Template { sought: Sought::Marked(tried.mark.clone()), since: tried.first }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_new_template()
    }

    /// Most of what a template is to say its list does not show.
    fn already_so(&self, _: &Snapshot) -> bool {
        false
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        evidence.template_facts(&self.template)
    }

    /// No grid shows what will be of a template.
    fn apply(&self, _: Holding<'_>) {}

    /// A template is told by its whole: the draft and the one that is there are compared where it is edited.
    fn moved(&self, _: &Promise, _: &Seen, _: &Seen) -> Option<Fact> {
        None
    }

    fn deed(&self) -> Option<Deed> {
        Some(Deed::Makes)
    }

    fn draft(&self) -> Option<i64> {
        Some(self.draft)
    }

    fn template(&self) -> Option<&Template> {
        Some(&self.template)
    }

    fn made(&self, reading: &Reading) -> Option<i64> {
        reading.snapshot.template()?.found.as_ref().map(|found| found.id)
    }
}

#[cfg(test)]
pub(super) fn example() -> TemplateCreate {
    TemplateCreate { draft: 3, template: Box::new(crate::template::tests::template()) }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(mark: &Mark) -> (Snapshot, Reading) {
    use super::tests::listed;

    (listed(None, 4), Reading::of(listed(Some((7, &format!("Tomorrow, south {mark}"))), 4)))
}
