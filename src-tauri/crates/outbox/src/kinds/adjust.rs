//! A package's quantity changes by an amount.

use jiff::civil::Date;
use rules::{Tag, change_words, find_unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use words::{Words, say};

use super::{About, Method, OBJECTS_PER_REQUEST, Report, Tried, Write};
use crate::body::{BodyError, json, number};
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict, change, not_known, quantity, same};
use crate::mark::Mark;
use crate::promise::{Promise, Seen, with_unit};
#[cfg(test)]
use crate::snapshot::Reading;
use crate::snapshot::{AdjustmentRow, PackageSnapshot, Question, Snapshot};

/// The longest adjustment note that the state takes, in characters (CONTRACT section 5.2).
pub const NOTE_LIMIT: usize = 200;

/// A POST, which every source reads as a signed difference; what the PUT of the same path does is disputed (CONTRACT
/// section 10, point 4).
pub(super) const ABOUT: About = About {
    method: Method::Post,
    path: "/packages/v2/adjust",
    together: OBJECTS_PER_REQUEST,
    title: say::reporting_kind_adjust,
    #[cfg(test)]
    example: Some("Packages__CreateAdjustPackages"),
};

/// The package's quantity changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjust {
    /// Which package.
    pub tag: Tag,
    /// By how much; below zero takes away.
    pub by: Decimal,
    /// The unit's name, for example `Grams`.
    pub unit: String,
    /// The reason's name as the state lists it.
    pub reason: String,
    /// The person's words; the mark is added when the body is made.
    pub note: Option<String>,
    /// The day of the adjustment.
    pub date: Date,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    label: &'a Tag,
    quantity: Box<RawValue>,
    unit_of_measure: &'a str,
    adjustment_reason: &'a str,
    adjustment_date: Date,
    reason_note: String,
}

impl Report for Adjust {
    fn entity(&self) -> Entity {
        Entity::Package(self.tag.clone())
    }

    fn body(&self, mark: &Mark) -> Result<String, BodyError> {
        json(&Body {
            label: &self.tag,
            quantity: number(self.by)?,
            unit_of_measure: &self.unit,
            adjustment_reason: &self.reason,
            adjustment_date: self.date,
            reason_note: marked(self.note.as_deref().unwrap_or_default(), mark)?,
        })
    }

    fn line(&self, set_to: Option<Decimal>) -> Words {
        let (tag, reason) = (self.tag.as_str(), &self.reason);
        if let Some(to) = set_to {
            return say::reporting_line_adjust_set(with_unit(to, &self.unit), change_words(self.by), reason, tag);
        }
        let amount = with_unit(self.by.abs(), &self.unit);
        if self.by.is_sign_negative() {
            say::reporting_line_adjust_down(amount, reason, tag)
        } else {
            say::reporting_line_adjust_up(amount, reason, tag)
        }
    }

    fn day(&self) -> Option<Date> {
        Some(self.date)
    }

    fn question(&self, tried: &Tried<'_>) -> Question {
        Question::PackageAndAdjustments {
            tag: self.tag.clone(),
            since: tried.first.unwrap_or(tried.now),
            date: self.date,
            mark: tried.mark.clone(),
        }
    }

    /// Before a second attempt the rows are read too: should the first one show up after all, nothing is sent.
    fn question_before(&self, tried: &Tried<'_>) -> Question {
        match tried.first {
            None => Question::Package { tag: self.tag.clone() },
            Some(_) => self.question(tried),
        }
    }

    /// Known by its mark alone: an equal quantity may be another person's work.
    fn judge(&self, evidence: &Evidence<'_>) -> Verdict {
        let rows_read = evidence.reading.adjustments.is_some();
        evidence.weigh(ours(evidence).next().is_some(), rows_read && evidence.untouched())
    }

    /// A difference is never already there.
    fn already_so(&self, _: &Snapshot) -> bool {
        false
    }

    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact> {
        let before = evidence.before.and_then(Snapshot::package).filter(|package| same(&package.unit, &self.unit));
        let after = before.and_then(|package| package.quantity?.checked_add(self.by));
        let wanted = after.map_or_else(|| change(self.by, &self.unit), |after| with_unit(after, &self.unit));
        vec![evidence.package_fact(say::reporting_fact_quantity(), wanted, quantity), self.row_fact(evidence)]
    }

    /// A change in a measure that the package does not have is refused by the state.
    fn apply(&self, holding: Holding<'_>) {
        let Some(package) = holding.package() else { return };
        let change = match (find_unit(&self.unit), find_unit(&package.unit)) {
            (Some(from), Some(to)) if from.name != to.name => from.convert(self.by, to),
            _ => Some(self.by),
        };
        let after = change.and_then(|change| package.quantity.checked_add(change));
        package.quantity = after.unwrap_or(package.quantity);
    }

    /// The sheet showed what the package holds and what it will hold.
    fn moved(&self, promise: &Promise, seen: &Seen, now: &Seen) -> Option<Fact> {
        let wanted = promise.to.or_else(|| seen.quantity.and_then(|held| held.checked_add(self.by)));
        let wanted = wanted.map_or_else(not_known, |wanted| with_unit(wanted, &self.unit));
        (!seen.same_quantity(now)).then(|| seen.fact(now, say::reporting_fact_quantity(), wanted, Seen::amount))
    }

    /// What it leaves is not in the facts.
    fn facts_show_all(&self) -> bool {
        false
    }

    fn as_meant(&self, held: &PackageSnapshot) -> Option<Decimal> {
        held.quantity?.checked_add(self.by).filter(|_| same(&self.unit, &held.unit))
    }

    fn set_anew(&self, held: &PackageSnapshot, to: Decimal) -> Option<Write> {
        let by = to.checked_sub(held.quantity?)?;
        let sets = !by.is_zero() && same(&self.unit, &held.unit);
        sets.then(|| Self { by: by.normalize(), ..self.clone() }.into())
    }
}

impl Adjust {
    fn row_fact(&self, evidence: &Evidence<'_>) -> Fact {
        let mark = evidence.mark;
        let now = match (&evidence.reading.adjustments, ours(evidence).next()) {
            (None, _) => not_known(),
            (Some(_), Some(row)) => change(row.quantity.unwrap_or_default(), &row.unit),
            (Some(rows), None) => say::reporting_none_marked(mark.to_string(), rows.len()).to_string(),
        };
        Fact {
            what: say::reporting_fact_adjustment().to_string(),
            before: say::reporting_none().to_string(),
            wanted: format!("{} {mark}", change(self.by, &self.unit)),
            now,
        }
    }
}

fn ours<'a>(evidence: &'a Evidence<'_>) -> impl Iterator<Item = &'a AdjustmentRow> {
    evidence.reading.adjustments.iter().flatten().filter(|row| evidence.mark.is_in(&row.note))
}

/// The person's note with the mark behind it.
fn marked(note: &str, mark: &Mark) -> Result<String, BodyError> {
    let note = note.trim();
    let mark = mark.to_string();
    if note.is_empty() {
        return Ok(mark);
    }
    let most = NOTE_LIMIT.saturating_sub(mark.chars().count().saturating_add(1));
    match note.chars().count() {
        found if found > most => Err(BodyError::NoteTooLong { found, most }),
        _ => Ok(format!("{note} {mark}")),
    }
}

#[cfg(test)]
pub(super) fn example() -> Adjust {
    Adjust {
        tag: super::tests::tag(),
        by: Decimal::NEGATIVE_ONE,
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: None,
        date: super::tests::day(),
    }
}

/// What was there before, and what a reading shows once it is recorded.
#[cfg(test)]
pub(super) fn recorded(mark: &Mark) -> (Snapshot, Reading) {
    let row = AdjustmentRow {
        quantity: Some(Decimal::NEGATIVE_ONE),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: format!("counted {mark}"),
        by: "A. Person".into(),
    };
    let snapshot = super::tests::package(|package| package.quantity = Some(Decimal::from(9)));
    (super::tests::package(|_| {}), Reading { snapshot, adjustments: Some(vec![row]) })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn mark() -> Mark {
        Mark::from_random(0x12_3456_789A)
    }

    fn adjust(by: &str, note: Option<&str>) -> Adjust {
        Adjust { by: by.parse().unwrap(), note: note.map(str::to_owned), ..example() }
    }

    #[test]
    fn a_quantity_keeps_every_digit() {
        for amount in ["-0.1", "3.50", "1234567.891", "0.000001"] {
            let body = adjust(amount, None).body(&mark()).unwrap();
            assert!(body.contains(&format!(r#""Quantity":{amount},"#)), "{body}");
        }
    }

    #[test]
    fn a_note_leaves_room_for_the_mark() {
        let room = NOTE_LIMIT - mark().to_string().len() - 1;
        let fits = adjust("1", Some(&"é".repeat(room))).body(&mark()).unwrap();
        let body: Value = serde_json::from_str(&fits).unwrap();
        assert_eq!(body["ReasonNote"].as_str().unwrap().chars().count(), NOTE_LIMIT);
        let refused = adjust("1", Some(&"é".repeat(room + 1))).body(&mark());
        assert_eq!(refused, Err(BodyError::NoteTooLong { found: room + 1, most: room }));
        let bare = adjust("1", Some("  ")).body(&mark()).unwrap();
        assert!(bare.contains(&format!(r#""ReasonNote":"{}""#, mark())), "the mark alone: {bare}");
    }
}
