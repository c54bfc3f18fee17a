//! A package as it will be once everything that waits for it is recorded. Pure.

use jiff::civil::Date;
use mirror::PackageBrief;
use outbox::{Intent, IntentId, Snapshot, State, Write};
use rules::find_unit;
use rust_decimal::Decimal;

use super::index::Held;
use crate::contract::WillBe;

/// What actions change of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Effective {
    /// In the package's unit.
    pub quantity: Decimal,
    /// Finished or not.
    pub finished: bool,
    /// On which day.
    pub finished_on: Option<Date>,
    /// Location.
    pub location: String,
    /// Sublocation; may be empty.
    pub sublocation: String,
    /// Item name.
    pub item: String,
    /// Note.
    pub note: String,
}

impl Effective {
    /// As the local copy has it.
    pub fn now(brief: &PackageBrief) -> Self {
        Self {
            quantity: brief.quantity,
            finished: brief.finished,
            finished_on: brief.finished_on,
            location: brief.location.clone(),
            sublocation: brief.sublocation.clone(),
            item: brief.item.clone(),
            note: brief.note.clone(),
        }
    }

    /// With all that waits, but without the report that is being edited.
    pub fn with(brief: &PackageBrief, held: &[Held], without: Option<IntentId>) -> Self {
        let mut effective = Self::now(brief);
        for held in held.iter().filter(|held| held.counts() && Some(held.intent.id) != without) {
            if !shows_already(brief, &held.intent) {
                effective.apply(&held.intent.write, brief);
            }
        }
        effective
    }

    /// What a write makes of it.
    pub fn apply(&mut self, write: &Write, brief: &PackageBrief) {
        match write {
            Write::Finish { date, .. } => (self.finished, self.finished_on) = (true, Some(*date)),
            Write::Unfinish { .. } => (self.finished, self.finished_on) = (false, None),
            Write::Adjust { by, unit, .. } => {
                // A change in a measure that the package does not have is refused by the state.
                let change = match (find_unit(unit), find_unit(unit_of(brief))) {
                    (Some(from), Some(to)) if from.name != to.name => from.convert(*by, to),
                    _ => Some(*by),
                };
                let after = change.and_then(|change| self.quantity.checked_add(change));
                self.quantity = after.unwrap_or(self.quantity);
            }
            Write::Location { location, sublocation, .. } => {
                self.location.clone_from(location);
                self.sublocation = sublocation.clone().unwrap_or_default();
            }
            Write::Note { note, .. } => note.trim().clone_into(&mut self.note),
            Write::Item { item, .. } => self.item.clone_from(item),
            _ => {}
        }
    }

    /// The cells that will be different, in the form of the grid's own; `category_of` tells an item's category.
    pub fn cells(&self, brief: &PackageBrief, category_of: impl Fn(&str) -> Option<String>) -> Vec<WillBe> {
        let now = Self::now(brief);
        let mut cells = Vec::new();
        let mut cell = |column: &str, value: String| cells.push(WillBe { column: column.to_owned(), value });
        if self.quantity != now.quantity {
            cell("quantity", self.quantity.normalize().to_string());
        }
        if (&self.location, &self.sublocation) != (&now.location, &now.sublocation) {
            cell("location", place(&self.location, &self.sublocation));
        }
        if self.item != now.item {
            cell("item", self.item.clone());
            if let Some(category) = category_of(&self.item).filter(|category| *category != brief.category) {
                cell("category", category);
            }
        }
        if self.note != now.note {
            cell("note", self.note.clone());
        }
        if (self.finished, self.finished_on) != (now.finished, now.finished_on) {
            cell("finished", self.finished_on.map(|day| day.to_string()).unwrap_or_default());
        }
        cells
    }
}

/// The name of a package's unit.
pub(crate) fn unit_of(brief: &PackageBrief) -> &str {
    if brief.unit_name.is_empty() {
        find_unit(&brief.unit).map_or(&brief.unit, |unit| unit.name)
    } else {
        &brief.unit_name
    }
}

/// Location and sublocation as one cell reads.
pub(crate) fn place(location: &str, sublocation: &str) -> String {
    if sublocation.is_empty() { location.to_owned() } else { format!("{location} / {sublocation}") }
}

/// Whether the local copy was read after the attempt, so that what the attempt did is in it. What was proven not
/// recorded waits again and is in nothing.
fn shows_already(brief: &PackageBrief, intent: &Intent) -> bool {
    if matches!(intent.progress.state, State::Queued | State::Blocked) {
        return false;
    }
    match &intent.progress.before {
        Some(Snapshot::Package(before)) => match (before.last_modified, brief.last_modified) {
            (Some(before), Some(read)) => read > before,
            _ => before.quantity.is_some_and(|quantity| quantity != brief.quantity),
        },
        _ => false,
    }
}
