//! Replacing packages' notes.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, Note, PackageHolds, PackageSnapshot, Write};
use rules::{Finding, PackageAction, PackageFacts, check_action};
use rust_decimal::Decimal;
use words::{Words, say};

use super::moved::or_nothing;
use super::{LONGEST, Moved, Told, Wish, as_meant, or_none};
use crate::contract::{ActionForm, DeskError, OutboxChoice};
use crate::wording::texts::{self, Limit};

/// Empty takes it away.
#[derive(Debug)]
pub(super) struct Wanted {
    pub note: String,
}

pub(super) fn read(note: &str) -> Result<Wanted, DeskError> {
    texts::usable(note, &say::reports_field_note(), Limit::lines(LONGEST))?;
    Ok(Wanted { note: note.trim().to_owned() })
}

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        None
    }

    fn write(&self, brief: &PackageBrief, _: &PackageHolds) -> Write {
        Note { tag: brief.tag.clone(), note: self.note.clone() }.into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        check_action(&PackageAction::Note, facts, today)
    }

    fn already(&self, tag: &str, now: &PackageHolds) -> Option<Words> {
        Some(if now.note.is_empty() { say::reports_already_no_note(tag) } else { say::reports_already_note(tag) })
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_note(count)
    }

    fn promise(&self, count: usize, _: Option<&str>) -> Words {
        match self.note.as_str() {
            "" => say::reports_promise_note_removed(count),
            note => say::reports_promise_note(count, note),
        }
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_change(count)
    }

    fn cell(&self, _: &PackageBrief, state: &PackageHolds) -> String {
        or_none(state.note.clone(), &say::reports_cell_no_note())
    }
}

impl Told for Note {
    fn form(&self, _: Option<Decimal>) -> ActionForm {
        ActionForm::Note { note: self.note.clone() }
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        (say::reports_fact_note(), before.note.clone().unwrap_or_default(), self.note.clone())
    }

    fn moved(&self, moved: &Moved<'_>) -> Option<Words> {
        let was = or_nothing(&moved.promise.seen.note);
        Some(say::reports_moved_note(&moved.at, moved.value.clone(), was))
    }

    fn choices(&self, _: &Intent, _: Timestamp) -> Vec<OutboxChoice> {
        vec![if self.note.trim().is_empty() {
            as_meant(&say::reports_choice_note_remove(), &say::reports_choice_note_remove_does())
        } else {
            as_meant(&say::reports_choice_note(), &say::reports_choice_note_does(or_nothing(&self.note)))
        }]
    }
}
