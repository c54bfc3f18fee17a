//! A final sales receipt is opened again.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried};
use crate::body::{BodyError, json};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{Question, Snapshot};

pub(super) const ABOUT: About = About {
    method: Method::Put,
    path: "/sales/v2/receipts/unfinalize",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_unfinalize,
    #[cfg(test)]
    example: Some("Sales__UpdateReceiptsUnfinalize"),
};

/// The final receipt is opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinalize {
    /// The state's id of the receipt.
    pub receipt: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    id: i64,
}

impl Report for Unfinalize {
    fn entity(&self) -> Entity {
        Entity::Receipt(self.receipt)
    }

    fn body(&self, _: &Mark) -> Result<String, BodyError> {
        json(&Body { id: self.receipt })
    }

    fn line(&self, _: Option<Decimal>) -> Words {
        say::reporting_line_unfinalize(self.receipt.to_string())
    }

    fn day(&self) -> Option<Date> {
        None
    }

    fn question(&self, _: &Tried<'_>) -> Question {
        Question::Receipt { id: self.receipt }
    }

    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        evidence.of_a_field(self.already_so(evidence.now()))
    }

    fn already_so(&self, snapshot: &Snapshot) -> bool {
        snapshot.receipt().is_some_and(|receipt| !receipt.is_final)
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        vec![evidence.final_fact(false)]
    }

    fn apply(&self, holding: Holding<'_>) {
        if let Some(receipt) = holding.receipt() {
            receipt.is_final = false;
        }
    }

    /// Nothing but whether it is final was promised, and that is looked at by itself.
    fn moved(&self, _: &Promise, _: &Seen, _: &Seen) -> Option<Fact> {
        None
    }
}

#[cfg(test)]
pub(super) fn example() -> Unfinalize {
    Unfinalize { receipt: 7 }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(_: &Mark) -> (Snapshot, Reading) {
    (super::tests::receipt(true), Reading::of(super::tests::receipt(false)))
}
