//! An outgoing transfer template is deleted.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::listed::is_gone;
use super::{About, Deed, Method, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot, Sought};

/// A template may name two hundred packages, so each goes alone, and the state's answer is about it alone.
pub(super) const ABOUT: About = About {
    method: Method::Delete,
    path: "/transfers/v2/templates/outgoing",
    together: 1,
    title: say::reporting_kind_template_delete,
    #[cfg(test)]
    example: None,
};

/// A template is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateDelete {
    /// The ledger's number of the draft, where there is one.
    pub draft: Option<i64>,
    /// The state's id of the template.
    pub id: i64,
    /// The person's name for it, for whoever reads of this.
    pub name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    transfer_template_id: i64,
}

impl Report for TemplateDelete {
    fn entity(&self) -> Entity {
        Entity::Template(self.id)
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { transfer_template_id: self.id })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        say::reporting_line_template_delete(self.id.to_string(), self.name.trim())
    }

    fn day(&self) -> Option<Date> {
        None
    }

    fn question(&self, tried: &Tried<'_>) -> Question {
        Question::Template { sought: Sought::Id(self.id, None), since: tried.first }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_deleted_template()
    }

    fn already_so(&self, snapshot: &Snapshot) -> bool {
        is_gone(snapshot)
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        evidence.deletion_facts()
    }

    /// No grid shows what will be of a template.
    fn apply(&self, _: Holding<'_>) {}

    /// A template is told by its whole: the draft and the one that is there are compared where it is edited.
    fn moved(&self, _: &Promise, _: &Seen, _: &Seen) -> Option<Fact> {
        None
    }

    fn id_in_path(&self) -> Option<i64> {
        Some(self.id)
    }

    fn deed(&self) -> Option<Deed> {
        Some(Deed::Deletes)
    }

    fn draft(&self) -> Option<i64> {
        self.draft
    }
}

#[cfg(test)]
pub(super) fn example() -> TemplateDelete {
    TemplateDelete { draft: None, id: 7, name: "Tomorrow".into() }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    use super::tests::listed;

    (listed(Some((7, "Tomorrow")), 4), Reading::of(listed(None, 4)))
}
