//! What a review showed a person when a write was queued, and whether the state is still so when it is about to go.
//!
//! A write is frozen when it is queued; the state is not. "Set to 10" becomes a change by −2 against the 12 that were
//! seen: sent to a state that holds 9 by then it would leave 7 under a promise of 10. So the intent keeps what was seen,
//! and the reading before an attempt, which is made anyway, is held against it.

use jiff::Timestamp;
use rules::{amount_words, find_unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::Words;

use crate::intent::{Intent, Reason, State};
use crate::judge::{Fact, not_known, place, same};
use crate::kinds::Write;
use crate::snapshot::{PackageSnapshot, Snapshot};

/// What a review showed and promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// When the person looked at it, or counted.
    pub at: Timestamp,
    /// The package as it was shown, with everything of the person's own that goes before this write counted as recorded.
    pub seen: Seen,
    /// The quantity that the person set, in the unit of what was seen; none where a change was given, or nothing is set.
    #[serde(default)]
    pub to: Option<Decimal>,
}

/// The values of a package that writes change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Exact, in `unit`; none where it is not known.
    pub quantity: Option<Decimal>,
    /// The unit's name.
    pub unit: String,
    /// Location; may be empty.
    pub location: String,
    /// Sublocation; may be empty.
    pub sublocation: String,
    /// Note; may be empty.
    pub note: String,
    /// Item name.
    pub item: String,
}

/// A write with what its review promised, if there was one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What is wanted.
    pub write: Write,
    /// What the person saw.
    pub promise: Option<Promise>,
}

impl From<Write> for Wanted {
    /// A write that promises nothing.
    fn from(write: Write) -> Self {
        Self { write, promise: None }
    }
}

impl Seen {
    /// What the state holds, as the person sees it when asked.
    pub fn of(package: &PackageSnapshot) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            quantity: package.quantity,
            unit: package.unit.clone(),
            location: text(&package.location),
            sublocation: text(&package.sublocation),
            note: text(&package.note),
            item: text(&package.item),
        }
    }

    pub(crate) fn same_quantity(&self, other: &Self) -> bool {
        let (Some(ours), Some(theirs)) = (self.quantity, other.quantity) else { return false };
        match (find_unit(&self.unit), find_unit(&other.unit)) {
            (Some(from), Some(to)) if from.name != to.name => from.convert(ours, to) == Some(theirs),
            (Some(_), Some(_)) => ours == theirs,
            _ => same(&self.unit, &other.unit) && ours == theirs,
        }
    }

    pub(crate) fn same_place(&self, other: &Self) -> bool {
        same(&self.location, &other.location) && same(&self.sublocation, &other.sublocation)
    }

    pub(crate) fn place(&self) -> String {
        let sublocation = self.sublocation.trim();
        place(Some(&self.location), &(!sublocation.is_empty()).then(|| sublocation.to_owned()))
    }

    /// One line of what the person saw and what is there now, told by one value of both.
    pub(crate) fn fact(&self, now: &Self, what: Words, wanted: String, of: fn(&Self) -> String) -> Fact {
        Fact { what: what.to_string(), before: of(self), wanted, now: of(now) }
    }

    pub(crate) fn amount(&self) -> String {
        self.quantity.map_or_else(not_known, |amount| with_unit(amount, &self.unit))
    }
}

/// Where the state does not hold what the person saw, so that the write would not do what its review promised: the facts
/// side by side. `agreed` is what the person saw since and said yes to. A package that is not there promises nothing:
/// the state refuses the write itself.
pub(crate) fn moved(
    write: &Write,
    promise: Option<&Promise>,
    agreed: Option<&PackageSnapshot>,
    snapshot: &Snapshot,
) -> Option<Fact> {
    let (Some(promise), Snapshot::Package(now)) = (promise, snapshot) else { return None };
    let agreed = agreed.map(Seen::of);
    let (seen, now) = (agreed.as_ref().unwrap_or(&promise.seen), Seen::of(now));
    write.report().moved(promise, seen, &now)
}

impl Intent {
    /// What the state held when the person was asked, where the state moved and the person has not answered yet.
    pub fn moved_to(&self) -> Option<&PackageSnapshot> {
        let asked = self.progress.state == State::NeedsPerson;
        self.progress.shown.as_ref().filter(|_| asked && matches!(self.progress.reason, Some(Reason::Moved { .. })))
    }

    /// What the package would hold after this adjustment as it stands.
    pub fn as_meant(&self) -> Option<Decimal> {
        self.write.report().as_meant(self.moved_to()?)
    }

    /// The adjustment that makes the package hold now what the person set; none where nothing was set, or it holds that
    /// already. `at` is now: the person has both figures in sight.
    pub fn set_anew(&self, at: Timestamp) -> Option<Wanted> {
        let held = self.moved_to()?;
        let to = self.promise.as_ref()?.to?;
        let write = self.write.report().set_anew(held, to)?;
        Some(Wanted { write, promise: Some(Promise { at, seen: Seen::of(held), to: Some(to) }) })
    }
}

pub(crate) fn with_unit(amount: Decimal, unit: &str) -> String {
    format!("{} {unit}", amount_words(amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{Kind, one_of_each};

    fn package() -> PackageSnapshot {
        PackageSnapshot {
            quantity: Some(Decimal::from(12)),
            unit: "Grams".into(),
            finished: false,
            location: Some("Vault".into()),
            sublocation: None,
            note: Some("kept cool".into()),
            item: Some("Shake".into()),
            last_modified: Some(Timestamp::UNIX_EPOCH),
        }
    }

    type Change = fn(&mut PackageSnapshot);

    /// The field that a kind is told by.
    fn told_by(kind: Kind) -> Option<&'static str> {
        match kind {
            Kind::Finish | Kind::Adjust => Some("quantity"),
            Kind::Location => Some("location"),
            Kind::Note => Some("note"),
            Kind::Item => Some("item"),
            Kind::Unfinish
            | Kind::Finalize
            | Kind::Unfinalize
            | Kind::TemplateCreate
            | Kind::TemplateUpdate
            | Kind::TemplateDelete => None,
        }
    }

    fn one_of(kind: Kind) -> Write {
        one_of_each().into_iter().find(|write| write.kind() == kind).unwrap()
    }

    #[test]
    fn each_kind_asks_about_what_its_review_promised_and_about_nothing_else() {
        let promise = Promise { at: Timestamp::UNIX_EPOCH, seen: Seen::of(&package()), to: None };
        let changes: [(&str, Change); 7] = [
            ("quantity", |p| p.quantity = Some(Decimal::from(9))),
            ("location", |p| p.location = Some("Room 1".into())),
            ("location", |p| p.sublocation = Some("Shelf 1".into())),
            ("note", |p| p.note = None),
            ("item", |p| p.item = Some("Blue Dream".into())),
            ("finished", |p| p.finished = true),
            ("last_modified", |p| p.last_modified = None),
        ];
        for write in one_of_each() {
            for (field, change) in changes {
                let mut now = package();
                change(&mut now);
                let asks = moved(&write, Some(&promise), None, &Snapshot::Package(now.clone())).is_some();
                assert_eq!(asks, told_by(write.kind()) == Some(field), "{:?} where {field} changed", write.kind());
                let agreed = moved(&write, Some(&promise), Some(&now), &Snapshot::Package(now.clone()));
                assert_eq!(agreed, None, "{:?} where the person has seen that {field} changed", write.kind());
                assert_eq!(moved(&write, None, None, &Snapshot::Package(now)), None, "nothing was promised");
            }
            assert_eq!(moved(&write, Some(&promise), None, &Snapshot::NotThere), None, "the state refuses that itself");
        }
    }

    #[test]
    fn the_same_amount_in_another_unit_is_the_same() {
        let at = Timestamp::UNIX_EPOCH;
        let seen = Seen { quantity: Some(Decimal::from(12_000)), unit: "Milligrams".into(), ..Seen::of(&package()) };
        assert!(seen.same_quantity(&Seen::of(&package())));
        assert!(!Seen { unit: "Each".into(), ..seen.clone() }.same_quantity(&Seen::of(&package())));
        let unknown = PackageSnapshot { quantity: None, ..package() };
        let (adjust, promise) = (one_of(Kind::Adjust), Promise { at, seen: Seen::of(&package()), to: None });
        let fact = moved(&adjust, Some(&promise), None, &Snapshot::Package(unknown)).unwrap();
        assert_eq!((fact.before.as_str(), fact.now.as_str()), ("12 Grams", "not known"), "what is not told is asked");
    }

    #[test]
    fn an_empty_package_is_finished_however_it_came_to_be_empty() {
        let promise = Promise { at: Timestamp::UNIX_EPOCH, seen: Seen::of(&package()), to: None };
        let empty = PackageSnapshot { quantity: Some(Decimal::ZERO), ..package() };
        let finish = one_of(Kind::Finish);
        assert_eq!(moved(&finish, Some(&promise), None, &Snapshot::Package(empty)), None);
    }
}
