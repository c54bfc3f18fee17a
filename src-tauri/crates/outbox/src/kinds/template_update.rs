//! An outgoing transfer template is replaced.

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
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot, Sought};
use crate::template::Template;

/// A template may name two hundred packages, so each goes alone, and the state's answer is about it alone.
pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/transfers/v2/templates/outgoing",
    together: 1,
    title: say::reporting_kind_template_update,
    #[cfg(test)]
    example: Some("Transfers__UpdateOutgoingTemplates"),
};

/// A template is replaced by a new version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUpdate {
    /// The ledger's number of the draft, where there is one.
    pub draft: Option<i64>,
    /// The state's id of the template.
    pub id: i64,
    /// The state's id of its delivery (`TransferDestinationId`), where it is known.
    pub delivery: Option<i64>,
    /// What the template says from now on.
    pub template: Box<Template>,
}

impl Report for TemplateUpdate {
    fn entity(&self) -> Entity {
        Entity::Template(self.id)
    }

    fn body(&self, mark: &Mark) -> Result<String, BodyError> {
        self.template.update_body(self.id, self.delivery, mark)
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        let (to, packages) = (self.template.recipient.as_str(), self.template.packages.len());
        say::reporting_line_template_update(self.id.to_string(), to, self.template.name.trim(), packages)
    }

    fn day(&self) -> Option<Date> {
        None
    }

    fn question(&self, tried: &Tried<'_>) -> Question {
        Question::Template { sought: Sought::Id(self.id, Some(tried.mark.clone())), since: tried.first }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_changed_template()
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
        Some(Deed::Replaces(self.id))
    }

    fn draft(&self) -> Option<i64> {
        self.draft
    }

    fn template(&self) -> Option<&Template> {
        Some(&self.template)
    }
}

#[cfg(test)]
pub(super) fn example() -> TemplateUpdate {
    TemplateUpdate { draft: Some(3), id: 7, delivery: Some(9), template: Box::new(crate::template::tests::template()) }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(mark: &Mark) -> (Snapshot, Reading) {
    use super::tests::listed;

    let after = format!("Tomorrow, south {mark}");
    (listed(Some((7, "Tomorrow [TS-0000000Z]")), 4), Reading::of(listed(Some((7, &after)), 4)))
}
