//! One write as a person means it, and the body that the state gets for it.

use std::fmt;

use jiff::civil::Date;
use rules::Tag;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use words::say;

use crate::kind::Kind;
use crate::mark::Mark;
use crate::template::Template;

/// The longest adjustment note that the state takes, in characters (CONTRACT section 5.2).
pub const NOTE_LIMIT: usize = 200;

/// One change of one package, receipt or transfer template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Write {
    /// The package is used up.
    Finish {
        /// Which package.
        tag: Tag,
        /// The day on which it was.
        date: Date,
    },
    /// The finished package is taken up again.
    Unfinish {
        /// Which package.
        tag: Tag,
    },
    /// The package's quantity changes.
    Adjust {
        /// Which package.
        tag: Tag,
        /// By how much; below zero takes away.
        by: Decimal,
        /// The unit's name, for example `Grams`.
        unit: String,
        /// The reason's name as the state lists it.
        reason: String,
        /// The person's words; the mark is added when the body is made.
        note: Option<String>,
        /// The day of the adjustment.
        date: Date,
    },
    /// The package moves.
    Location {
        /// Which package.
        tag: Tag,
        /// The new place's name.
        location: String,
        /// The place within it.
        sublocation: Option<String>,
        /// The day of the move.
        date: Date,
    },
    /// The package's note is replaced; empty takes it away.
    Note {
        /// Which package.
        tag: Tag,
        /// The new note.
        note: String,
    },
    /// The package's item is replaced.
    Item {
        /// Which package.
        tag: Tag,
        /// The new item's name.
        item: String,
    },
    /// The receipt becomes final.
    Finalize {
        /// The state's id of the receipt.
        receipt: i64,
    },
    /// The final receipt is opened again.
    Unfinalize {
        /// The state's id of the receipt.
        receipt: i64,
    },
    /// A draft becomes a template.
    TemplateCreate {
        /// The ledger's number of the draft.
        draft: i64,
        /// What the template says.
        template: Box<Template>,
    },
    /// A template is replaced by a new version of it.
    TemplateUpdate {
        /// The ledger's number of the draft, where there is one.
        draft: Option<i64>,
        /// The state's id of the template.
        id: i64,
        /// The state's id of its delivery (`TransferDestinationId`), where it is known.
        delivery: Option<i64>,
        /// What the template says from now on.
        template: Box<Template>,
    },
    /// A template is deleted.
    TemplateDelete {
        /// The ledger's number of the draft, where there is one.
        draft: Option<i64>,
        /// The state's id of the template.
        id: i64,
        /// The person's name for it, for whoever reads of this.
        name: String,
    },
}

/// What a write changes. Within a license, writes to the same entity go one after another, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// A package, by its tag.
    Package(Tag),
    /// A sales receipt, by the state's id.
    Receipt(i64),
    /// A draft that is not yet a template, by the ledger's number.
    Draft(i64),
    /// A transfer template, by the state's id.
    Template(i64),
}

/// Why no body can be made, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyError {
    /// The note and Trackside's mark together are longer than the state takes.
    NoteTooLong {
        /// Characters of the person's note.
        found: usize,
        /// Characters that fit beside the mark.
        most: usize,
    },
    /// The name of a template and Trackside's mark together are too long.
    NameTooLong {
        /// Characters of the person's name for it.
        found: usize,
        /// Characters that fit beside the mark.
        most: usize,
    },
    /// A number or text could not be written as JSON.
    Json(String),
}

impl Write {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Finish { .. } => Kind::Finish,
            Self::Unfinish { .. } => Kind::Unfinish,
            Self::Adjust { .. } => Kind::Adjust,
            Self::Location { .. } => Kind::Location,
            Self::Note { .. } => Kind::Note,
            Self::Item { .. } => Kind::Item,
            Self::Finalize { .. } => Kind::Finalize,
            Self::Unfinalize { .. } => Kind::Unfinalize,
            Self::TemplateCreate { .. } => Kind::TemplateCreate,
            Self::TemplateUpdate { .. } => Kind::TemplateUpdate,
            Self::TemplateDelete { .. } => Kind::TemplateDelete,
        }
    }

    /// What it changes.
    pub fn entity(&self) -> Entity {
        match self {
            Self::Finish { tag, .. }
            | Self::Unfinish { tag }
            | Self::Adjust { tag, .. }
            | Self::Location { tag, .. }
            | Self::Note { tag, .. }
            | Self::Item { tag, .. } => Entity::Package(tag.clone()),
            Self::Finalize { receipt } | Self::Unfinalize { receipt } => Entity::Receipt(*receipt),
            Self::TemplateCreate { draft, .. } => Entity::Draft(*draft),
            Self::TemplateUpdate { id, .. } | Self::TemplateDelete { id, .. } => Entity::Template(*id),
        }
    }

    /// The draft that it was made of, by the ledger's number. The ledger keeps the two together.
    pub fn draft(&self) -> Option<i64> {
        match self {
            Self::TemplateCreate { draft, .. } => Some(*draft),
            Self::TemplateUpdate { draft, .. } | Self::TemplateDelete { draft, .. } => *draft,
            Self::Finish { .. }
            | Self::Unfinish { .. }
            | Self::Adjust { .. }
            | Self::Location { .. }
            | Self::Note { .. }
            | Self::Item { .. }
            | Self::Finalize { .. }
            | Self::Unfinalize { .. } => None,
        }
    }

    /// The path of its request, without the license. The state takes the id of what is deleted in the path.
    pub fn path(&self) -> String {
        let path = self.kind().path();
        match self {
            Self::TemplateDelete { id, .. } => format!("{path}/{id}"),
            Self::Finish { .. }
            | Self::Unfinish { .. }
            | Self::Adjust { .. }
            | Self::Location { .. }
            | Self::Note { .. }
            | Self::Item { .. }
            | Self::Finalize { .. }
            | Self::Unfinalize { .. }
            | Self::TemplateCreate { .. }
            | Self::TemplateUpdate { .. } => path.to_owned(),
        }
    }

    /// The JSON object that the state gets, to the letter. An adjustment and a template carry the mark. Of a deletion it
    /// is kept here only: the state gets no body.
    ///
    /// # Errors
    /// [`BodyError::NoteTooLong`] when an adjustment's note leaves no room for the mark, [`BodyError::NameTooLong`] when
    /// a template's name does.
    pub fn body(&self, mark: &Mark) -> Result<String, BodyError> {
        match self {
            Self::Finish { tag, date } => json(&FinishBody { label: tag, actual_date: *date }),
            Self::Unfinish { tag } => json(&LabelBody { label: tag }),
            Self::Adjust { tag, by, unit, reason, note, date } => json(&AdjustBody {
                label: tag,
                quantity: number(*by)?,
                unit_of_measure: unit,
                adjustment_reason: reason,
                adjustment_date: *date,
                reason_note: marked(note.as_deref().unwrap_or_default(), mark)?,
            }),
            Self::Location { tag, location, sublocation, date } => {
                json(&LocationBody { label: tag, location, sublocation: sublocation.as_deref(), move_date: *date })
            }
            Self::Note { tag, note } => json(&NoteBody { package_label: tag, note }),
            Self::Item { tag, item } => json(&ItemBody { label: tag, item }),
            Self::Finalize { receipt } | Self::Unfinalize { receipt } => json(&ReceiptBody { id: *receipt }),
            Self::TemplateCreate { template, .. } => template.create_body(mark),
            Self::TemplateUpdate { id, delivery, template, .. } => template.update_body(*id, *delivery, mark),
            Self::TemplateDelete { id, .. } => json(&TemplateBody { transfer_template_id: *id }),
        }
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NoteTooLong { found, most } => say::reporting_refusal_note_too_long(*found, *most),
            Self::NameTooLong { found, most } => say::reporting_refusal_name_too_long(*found, *most),
            Self::Json(details) => say::reporting_refusal_not_written(details),
        };
        words.fmt(f)
    }
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

/// A decimal as a JSON number with the same digits: it never passes through floating point.
pub(crate) fn number(amount: Decimal) -> Result<Box<RawValue>, BodyError> {
    RawValue::from_string(amount.to_string()).map_err(|e| BodyError::Json(e.to_string()))
}

pub(crate) fn json<T: Serialize>(body: &T) -> Result<String, BodyError> {
    serde_json::to_string(body).map_err(|e| BodyError::Json(e.to_string()))
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct FinishBody<'a> {
    label: &'a Tag,
    actual_date: Date,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct LabelBody<'a> {
    label: &'a Tag,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AdjustBody<'a> {
    label: &'a Tag,
    quantity: Box<RawValue>,
    unit_of_measure: &'a str,
    adjustment_reason: &'a str,
    adjustment_date: Date,
    reason_note: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct LocationBody<'a> {
    label: &'a Tag,
    location: &'a str,
    sublocation: Option<&'a str>,
    move_date: Date,
}

/// The state names the tag otherwise here (CONTRACT section 7, quirk 5).
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct NoteBody<'a> {
    package_label: &'a Tag,
    note: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ItemBody<'a> {
    label: &'a Tag,
    item: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ReceiptBody {
    id: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TemplateBody {
    transfer_template_id: i64,
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::*;
    use crate::tell::skipped;
    use crate::template::tests::template;

    const TAG: &str = "ABCDEF012345670000010041";

    fn tag() -> Tag {
        Tag::from_state(TAG)
    }

    fn mark() -> Mark {
        Mark::from_random(0x12_3456_789A)
    }

    fn day() -> Date {
        "2026-11-22".parse().unwrap()
    }

    fn adjust(by: &str, note: Option<&str>) -> Write {
        Write::Adjust {
            tag: tag(),
            by: by.parse().unwrap(),
            unit: "Ounces".into(),
            reason: "Drying".into(),
            note: note.map(str::to_owned),
            date: day(),
        }
    }

    fn one_of_each() -> Vec<(Write, &'static str)> {
        vec![
            (Write::Finish { tag: tag(), date: day() }, "Packages__FinishPackages"),
            (Write::Unfinish { tag: tag() }, "Packages__UnfinishPackages"),
            (adjust("-2.0", None), "Packages__CreateAdjustPackages"),
            (
                Write::Location { tag: tag(), location: "Vault".into(), sublocation: None, date: day() },
                "Packages__UpdatePackagesLocation",
            ),
            (Write::Note { tag: tag(), note: "kept cool".into() }, "Packages__UpdateNote"),
            (Write::Item { tag: tag(), item: "Shake".into() }, "Packages__UpdateItem"),
            (Write::Finalize { receipt: 7 }, "Sales__UpdateReceiptsFinalize"),
            (Write::Unfinalize { receipt: 7 }, "Sales__UpdateReceiptsUnfinalize"),
            (Write::TemplateCreate { draft: 3, template: Box::new(template()) }, "Transfers__CreateOutgoingTemplates"),
            (
                Write::TemplateUpdate { draft: Some(3), id: 7, delivery: Some(9), template: Box::new(template()) },
                "Transfers__UpdateOutgoingTemplates",
            ),
        ]
    }

    #[test]
    fn each_body_has_the_fields_of_the_states_own_example() {
        let examples =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data/examples/requests");
        if !examples.is_dir() {
            skipped("reference data not present");
            return;
        }
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        for (write, name) in one_of_each() {
            let body: Value = serde_json::from_str(&write.body(&mark()).unwrap()).unwrap();
            let example = std::fs::read_to_string(examples.join(format!("{name}.json"))).unwrap();
            let example: Value = serde_json::from_str(&example).unwrap();
            assert_eq!(keys(&body), keys(&example[0]), "{name}");
            let parts = ["/Destinations/0", "/Destinations/0/Transporters/0", "/Destinations/0/Packages/0"];
            for part in parts.iter().filter(|_| name.starts_with("Transfers__")) {
                let (ours, theirs) = (body.pointer(part).unwrap(), example[0].pointer(part).unwrap());
                assert_eq!(keys(ours), keys(theirs), "{name} {part}");
            }
        }
    }

    #[test]
    fn a_write_is_stored_and_read_again_as_it_was() {
        let deletion = Write::TemplateDelete { draft: None, id: 7, name: "Tomorrow".into() };
        for write in one_of_each().into_iter().map(|(write, _)| write).chain([deletion]) {
            let text = serde_json::to_string(&write).unwrap();
            assert_eq!(serde_json::from_str::<Write>(&text).unwrap(), write, "{text}");
            assert_eq!(Kind::from_code(write.kind().code()), Some(write.kind()));
        }
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
