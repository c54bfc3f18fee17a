//! Replacing packages' items.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, Item, PackageHolds, PackageSnapshot, Write};
use rules::{Finding, PackageAction, PackageFacts, check_action};
use rust_decimal::Decimal;
use words::{Words, say};

use super::moved::or_nothing;
use super::{LONGEST, Moved, Told, Wish, as_meant, named};
use crate::contract::{ActionForm, DeskError, OutboxChoice};
use crate::wording::texts::{self, Limit};

#[derive(Debug)]
pub(super) struct Wanted {
    pub item: String,
}

pub(super) fn read(item: &str) -> Result<Wanted, DeskError> {
    texts::usable(item, &say::reports_field_item(), Limit::line(LONGEST))?;
    Ok(Wanted { item: named(item, say::reports_no_item, say::reports_no_item_next)?.to_owned() })
}

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        None
    }

    fn write(&self, brief: &PackageBrief, _: &PackageHolds) -> Write {
        Item { tag: brief.tag.clone(), item: self.item.clone() }.into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        check_action(&PackageAction::Item, facts, today)
    }

    fn already(&self, tag: &str, _: &PackageHolds) -> Option<Words> {
        Some(say::reports_already_item(&self.item, tag))
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_item(count)
    }

    fn promise(&self, count: usize, _: Option<&str>) -> Words {
        say::reports_promise_item(count, &self.item)
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_change(count)
    }

    fn cell(&self, _: &PackageBrief, state: &PackageHolds) -> String {
        state.item.clone()
    }
}

impl Told for Item {
    fn form(&self, _: Option<Decimal>) -> ActionForm {
        ActionForm::Item { item: self.item.clone() }
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        (say::reports_fact_item(), before.item.clone().unwrap_or_default(), self.item.clone())
    }

    fn moved(&self, moved: &Moved<'_>) -> Option<Words> {
        let was = or_nothing(&moved.promise.seen.item);
        Some(say::reports_moved_item(&moved.at, moved.value.clone(), was))
    }

    fn choices(&self, _: &Intent, _: Timestamp) -> Vec<OutboxChoice> {
        vec![as_meant(&say::reports_choice_item(), &say::reports_choice_item_does(&self.item))]
    }
}
