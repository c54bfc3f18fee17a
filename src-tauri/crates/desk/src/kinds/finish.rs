//! Finishing packages.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Finish, Intent, PackageHolds, PackageSnapshot, Write};
use rules::{Finding, PackageAction, PackageFacts, check_action};
use rust_decimal::Decimal;
use words::{Words, say};

use super::moved::figure;
use super::{Moved, Told, Wish, as_meant, finished_cell, yes_no};
use crate::contract::{ActionForm, OutboxChoice};
use crate::wording::california::long;

#[derive(Debug)]
pub(super) struct Wanted {
    pub date: Date,
}

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn write(&self, brief: &PackageBrief, _: &PackageHolds) -> Write {
        Finish { tag: brief.tag.clone(), date: self.date }.into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        check_action(&PackageAction::Finish { date: self.date }, facts, today)
    }

    fn already(&self, _: &str, _: &PackageHolds) -> Option<Words> {
        None
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_finish(count)
    }

    fn promise(&self, count: usize, _: Option<&str>) -> Words {
        say::reports_promise_finish(count, long(self.date))
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_finish(count)
    }

    fn cell(&self, _: &PackageBrief, state: &PackageHolds) -> String {
        finished_cell(state)
    }
}

impl Told for Finish {
    fn form(&self, _: Option<Decimal>) -> ActionForm {
        ActionForm::Finish { date: self.date }
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        (say::reports_fact_finished(), yes_no(before.finished), yes_no(true))
    }

    fn moved(&self, moved: &Moved<'_>) -> Option<Words> {
        Some(say::reports_moved_finish(&moved.at, figure(moved.held.quantity, &moved.held.unit)))
    }

    fn choices(&self, _: &Intent, _: Timestamp) -> Vec<OutboxChoice> {
        vec![as_meant(&say::reports_choice_finish(), &say::reports_choice_finish_does())]
    }
}
