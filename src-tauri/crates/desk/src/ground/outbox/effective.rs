//! An entity as it will be once everything that waits for it is recorded. Pure; what a report makes of it, its kind says.

use mirror::PackageBrief;
use outbox::{Holds, Intent, IntentId, PackageHolds, Snapshot, State};

use crate::contract::WillBe;
use crate::kinds::package::{place, unit_of};
use crate::state::reports::Held;

/// What the local copy has of an entity, for laying what waits over it.
pub(crate) trait AsRead {
    /// What reports change of it.
    type Holds: Holds;

    /// As the local copy has it.
    fn now(&self) -> Self::Holds;

    /// Whether it was read after it was in this state, so that what was sent then shows in it.
    fn is_later_than(&self, before: &Snapshot) -> bool;
}

impl AsRead for PackageBrief {
    type Holds = PackageHolds;

    fn now(&self) -> PackageHolds {
        PackageHolds {
            quantity: self.quantity,
            unit: unit_of(self).to_owned(),
            finished: self.finished,
            finished_on: self.finished_on,
            location: self.location.clone(),
            sublocation: self.sublocation.clone(),
            item: self.item.clone(),
            note: self.note.clone(),
        }
    }

    fn is_later_than(&self, before: &Snapshot) -> bool {
        let Some(before) = before.package() else { return false };
        match (before.last_modified, self.last_modified) {
            (Some(before), Some(read)) => read > before,
            (None, _) | (_, None) => before.quantity.is_some_and(|quantity| quantity != self.quantity),
        }
    }
}

/// With all that waits, but without the report that is being edited.
pub(crate) fn with<R: AsRead>(read: &R, held: &[Held], without: Option<IntentId>) -> R::Holds {
    let mut holds = read.now();
    for held in held.iter().filter(|held| held.counts() && Some(held.intent.id) != without) {
        if !shows_already(read, &held.intent) {
            holds.apply(&held.intent.write);
        }
    }
    holds
}

/// The cells that are different from a grid's row, in the row's own form; `category_of` tells an item's category.
pub(crate) fn cells(
    holds: &PackageHolds,
    row: &Shown<'_>,
    category_of: impl Fn(&str) -> Option<String>,
) -> Vec<WillBe> {
    let mut cells = Vec::new();
    let mut cell = |column: &str, before: &str, value: String| {
        if before != value {
            cells.push(WillBe { column: column.to_owned(), value });
        }
    };
    if row.quantity.parse().ok() != Some(holds.quantity) {
        cell("quantity", row.quantity, holds.quantity.normalize().to_string());
    }
    cell("location", row.location, place(&holds.location, &holds.sublocation));
    cell("item", row.item, holds.item.clone());
    if holds.item != row.item {
        cell("category", row.category, category_of(&holds.item).unwrap_or_else(|| row.category.to_owned()));
    }
    cell("note", row.note, holds.note.clone());
    cell("finished", row.finished, holds.finished_on.map(|day| day.to_string()).unwrap_or_default());
    cells
}

/// The cells of a grid's row that actions change. The row may have been read before the package was: what it shows is
/// what counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// Decimal text.
    pub quantity: &'a str,
    /// With the sublocation.
    pub location: &'a str,
    /// Item name.
    pub item: &'a str,
    /// Its category.
    pub category: &'a str,
    /// Note.
    pub note: &'a str,
    /// `YYYY-MM-DD`, or empty.
    pub finished: &'a str,
}

/// Whether the local copy was read after the attempt, so that what the attempt did is in it. What was proven not
/// recorded waits again and is in nothing.
fn shows_already<R: AsRead>(read: &R, intent: &Intent) -> bool {
    let waits = matches!(intent.progress.state, State::Queued | State::Blocked);
    !waits && intent.progress.before.as_ref().is_some_and(|before| read.is_later_than(before))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use mirror::PackageList;
    use outbox::{
        Adjust, Finalize, Finish, Item, Location, Mark, PackageSnapshot, Progress, ReceiptHolds, ReceiptSnapshot,
        Unfinalize, Write,
    };
    use rules::{LicenseNumber, Tag};

    use super::*;

    const TAG: &str = "1A4060300002199000003445";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    fn brief(quantity: &str, last_modified: i64) -> PackageBrief {
        PackageBrief {
            row: 1,
            license: LicenseNumber::new("C10-0000421-LIC"),
            package_id: 7,
            tag: Tag::from_state(TAG),
            list: PackageList::Active,
            item: "Blue Dream".into(),
            category: "Flower".into(),
            location: "Vault".into(),
            sublocation: String::new(),
            quantity: quantity.parse().unwrap(),
            unit: "g".into(),
            unit_name: "Grams".into(),
            hold: false,
            packaged: None,
            finished: false,
            finished_on: None,
            note: String::new(),
            last_modified: Some(at(last_modified)),
            print: (0, 1),
        }
    }

    /// An adjustment of minus five in some state, last tried when the package was as of `before`.
    fn held(id: i64, state: State, before: Option<i64>) -> Held {
        let tag = Tag::from_state(TAG);
        let (by, unit) = ("-5".parse().unwrap(), "Grams".to_owned());
        let date = "2026-11-23".parse().unwrap();
        let snapshot = |last_modified| {
            Snapshot::Package(PackageSnapshot {
                quantity: Some("20".parse().unwrap()),
                unit: "Grams".into(),
                finished: false,
                location: None,
                sublocation: None,
                note: None,
                item: None,
                last_modified: Some(at(last_modified)),
            })
        };
        let intent = Intent {
            id: IntentId(id),
            order: id,
            request: "r".into(),
            license: LicenseNumber::new("C10-0000421-LIC"),
            write: Write::Adjust(Adjust { tag, by, unit, reason: "Drying".into(), note: None, date }),
            promise: None,
            mark: Mark::from_random(1),
            body: "{}".into(),
            who: "Ada".into(),
            queued_at: at(0),
            after: Vec::new(),
            supersedes: None,
            progress: Progress { state, before: before.map(snapshot), ..Progress::queued(at(0)) },
        };
        Held { intent: Arc::new(intent), until_run: None }
    }

    fn quantity(brief: &PackageBrief, held: &[Held]) -> String {
        with(brief, held, None).quantity.normalize().to_string()
    }

    #[test]
    fn what_waits_adds_up_and_what_was_refused_does_not_count() {
        let all = [
            held(1, State::Queued, None),
            held(2, State::Blocked, None),
            held(3, State::Rejected, None),
            held(4, State::Queued, None),
        ];
        assert_eq!(quantity(&brief("20", 10), &all), "5");
        let edited = with(&brief("20", 10), &all, Some(IntentId(4)));
        assert_eq!(edited.quantity, "10".parse().unwrap(), "an edit is judged without what it replaces");
    }

    #[test]
    fn what_the_list_has_already_is_not_counted_twice() {
        for state in [State::Sending, State::Accepted, State::Unknown, State::NeedsPerson, State::Confirmed] {
            let tried = [held(1, state, Some(10))];
            assert_eq!(quantity(&brief("20", 10), &tried), "15", "{state:?}: the list is from before");
            assert_eq!(quantity(&brief("15", 11), &tried), "15", "{state:?}: the list was read after");
        }
        let again = [held(1, State::Queued, Some(10))];
        assert_eq!(quantity(&brief("20", 11), &again), "15", "proven not recorded, it is still to come");
    }

    /// A receipt as a local copy would have it.
    struct ReceiptRead {
        is_final: bool,
        last_modified: i64,
    }

    impl AsRead for ReceiptRead {
        type Holds = ReceiptHolds;

        fn now(&self) -> ReceiptHolds {
            ReceiptHolds { is_final: self.is_final }
        }

        fn is_later_than(&self, before: &Snapshot) -> bool {
            before.last_modified().is_some_and(|before| at(self.last_modified) > before)
        }
    }

    #[test]
    fn what_waits_is_laid_over_any_entity() {
        let receipt = |is_final, last_modified| ReceiptRead { is_final, last_modified };
        let of = |id, write: Write, state, before: Option<i64>| {
            let mut intent = (*held(id, state, None).intent).clone();
            let seen = |second| ReceiptSnapshot { is_final: false, last_modified: Some(at(second)) };
            intent.progress.before = before.map(|second| Snapshot::Receipt(seen(second)));
            intent.write = write;
            Held { intent: Arc::new(intent), until_run: None }
        };
        let finalize = || Finalize { receipt: 7 }.into();
        let is_final = |read: &ReceiptRead, held: &[Held]| with(read, held, None).is_final;
        assert!(is_final(&receipt(false, 10), &[of(1, finalize(), State::Queued, None)]));
        let undone =
            [of(1, finalize(), State::Queued, None), of(2, Unfinalize { receipt: 7 }.into(), State::Queued, None)];
        assert!(!is_final(&receipt(false, 10), &undone), "in the order in which they go");
        let read_after = [of(1, finalize(), State::Accepted, Some(10))];
        assert!(!is_final(&receipt(false, 11), &read_after), "somebody opened it again since");
        assert!(
            !is_final(&receipt(false, 10), &[held(1, State::Queued, None)]),
            "a package's report changes no receipt"
        );
    }

    #[test]
    fn cells_read_as_the_grids_own() {
        let package = brief("20.50", 10);
        let row = Shown {
            quantity: "20.5",
            location: "Vault",
            item: "Blue Dream",
            category: "Flower",
            note: "",
            finished: "",
        };
        let mut after = package.now();
        assert_eq!(cells(&after, &row, |_| None), []);
        let late = cells(&after, &Shown { quantity: "25", ..row }, |_| None);
        assert_eq!(late[0].value, "20.5", "a row that was read before the package shows what is known since");
        let tag = Tag::from_state(TAG);
        let date = "2026-11-23".parse().unwrap();
        let place = Some("Shelf 2".to_owned());
        after.apply(&Write::Location(Location { tag: tag.clone(), location: "Barn".into(), sublocation: place, date }));
        after.apply(&Write::Item(Item { tag: tag.clone(), item: "Shake".into() }));
        after.apply(&Write::Finish(Finish { tag, date }));
        let cells = cells(&after, &row, |item| (item == "Shake").then(|| "Trim".to_owned()));
        let cells: Vec<_> = cells.iter().map(|cell| (cell.column.as_str(), cell.value.as_str())).collect();
        let wanted =
            [("location", "Barn / Shelf 2"), ("item", "Shake"), ("category", "Trim"), ("finished", "2026-11-23")];
        assert_eq!(cells, wanted);
    }
}
