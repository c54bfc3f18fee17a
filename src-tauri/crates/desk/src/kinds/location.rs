//! Moving packages.

use jiff::Timestamp;
use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, Location, PackageHolds, PackageSnapshot, Write};
use rules::{Finding, PackageAction, PackageFacts, check_action};
use rust_decimal::Decimal;
use words::{Words, say};

use super::moved::or_nothing;
use super::package::place;
use super::{LONGEST, Moved, Told, Wish, as_meant, named, or_none};
use crate::contract::{ActionForm, DeskError, OutboxChoice};
use crate::wording::california::long;
use crate::wording::texts::{self, Limit};

#[derive(Debug)]
pub(super) struct Wanted {
    location: String,
    sublocation: String,
    date: Date,
}

pub(super) fn read(location: &str, sublocation: &str, date: Date) -> Result<Wanted, DeskError> {
    texts::usable(location, &say::reports_field_location(), Limit::line(LONGEST))?;
    texts::usable(sublocation, &say::reports_field_sublocation(), Limit::line(LONGEST))?;
    let location = named(location, say::reports_no_location, say::reports_no_location_next)?.to_owned();
    Ok(Wanted { location, sublocation: sublocation.trim().to_owned(), date })
}

pub(super) fn offered(today: Date) -> Wanted {
    Wanted { location: String::new(), sublocation: String::new(), date: today }
}

impl Wish for Wanted {
    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn write(&self, brief: &PackageBrief, _: &PackageHolds) -> Write {
        let sublocation = (!self.sublocation.is_empty()).then(|| self.sublocation.clone());
        Location { tag: brief.tag.clone(), location: self.location.clone(), sublocation, date: self.date }.into()
    }

    fn check(&self, facts: &PackageFacts, today: Date) -> Vec<Finding> {
        check_action(&PackageAction::Location { date: self.date }, facts, today)
    }

    fn already(&self, tag: &str, now: &PackageHolds) -> Option<Words> {
        Some(say::reports_already_there(place(&now.location, &now.sublocation), tag))
    }

    fn title(&self, count: usize) -> Words {
        say::reports_review_location(count)
    }

    fn promise(&self, count: usize, _: Option<&str>) -> Words {
        say::reports_promise_location(count, long(self.date), place(&self.location, &self.sublocation))
    }

    fn left_out(&self, count: usize) -> Words {
        say::reports_left_out_location(count)
    }

    fn cell(&self, _: &PackageBrief, state: &PackageHolds) -> String {
        or_none(place(&state.location, &state.sublocation), &say::reports_cell_no_location())
    }
}

impl Told for Location {
    fn form(&self, _: Option<Decimal>) -> ActionForm {
        ActionForm::Location {
            location: self.location.clone(),
            sublocation: self.sublocation.clone().unwrap_or_default(),
            date: self.date,
        }
    }

    fn unread(&self, before: &PackageSnapshot) -> (Words, String, String) {
        (say::reports_fact_location(), before.location.clone().unwrap_or_default(), self.location.clone())
    }

    fn moved(&self, moved: &Moved<'_>) -> Option<Words> {
        let seen = &moved.promise.seen;
        let was = or_nothing(&place(&seen.location, &seen.sublocation));
        Some(say::reports_moved_location(&moved.at, moved.value.clone(), was))
    }

    fn choices(&self, _: &Intent, _: Timestamp) -> Vec<OutboxChoice> {
        let to = place(&self.location, self.sublocation.as_deref().unwrap_or_default());
        vec![as_meant(&say::reports_choice_location(), &say::reports_choice_location_does(to))]
    }
}
