//! Taking finished packages up again.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, PackageHolds, PackageSnapshot, Unfinish, Write};
use rules::{Finding, PackageAction, PackageFacts, check_action};
use rust_decimal::Decimal;
use words::{Words, say};

use super::{Moved, Told, Wish, finished_cell, yes_no};
use crate::contract::{ActionForm, OutboxChoice};

#[derive(Debug)]
pub(super) struct Wanted;

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        None
    }

    fn write(&self, brief: &PackageBrief, _: &PackageHolds) -> Write {
        Unfinish { tag: brief.tag.clone() }.into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        check_action(&PackageAction::Unfinish, facts, today)
    }

    fn already(&self, _: &str, _: &PackageHolds) -> Option<Words> {
        None
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_unfinish(count)
    }

    fn promise(&self, count: usize, _: Option<&str>) -> Words {
        say::reports_promise_unfinish(count)
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_unfinish(count)
    }

    fn cell(&self, _: &PackageBrief, state: &PackageHolds) -> String {
        finished_cell(state)
    }
}

/// It promises nothing that could move.
impl Told for Unfinish {
    fn form(&self, _: Option<Decimal>) -> ActionForm {
        ActionForm::Unfinish
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        (say::reports_fact_finished(), yes_no(before.finished), yes_no(false))
    }

    fn moved(&self, _: &Moved<'_>) -> Option<Words> {
        None
    }

    fn choices(&self, _: &Intent, _: Timestamp) -> Vec<OutboxChoice> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_people_write_them() {
        let all = [1, 2, 999, 1_000, 12_345, 1_000_000].map(|count| Wanted.title(count).to_string());
        let wanted =
            ["1 package", "2 packages", "999 packages", "1,000 packages", "12,345 packages", "1,000,000 packages"];
        assert_eq!(all, wanted.map(|packages| format!("Unfinish {packages}")));
    }
}
