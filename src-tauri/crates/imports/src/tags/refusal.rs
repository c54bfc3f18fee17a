//! Why a line cannot be taken.

use jiff::civil::Date;
use rules::{LicenseNumber, TransferObstacle};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

use crate::Counting;

/// Why a line cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RefusalReason {
    /// Not a tag.
    NotATag {
        /// Why not, for a person.
        why: String,
    },
    /// Other values without a tag.
    NoTag,
    /// A cell with several tags, in a row that says more than tags.
    SeveralTags {
        /// How many.
        found: usize,
    },
    /// A cell with a tag and something else.
    TagAmongWords,
    /// A spreadsheet turned the tag into a number such as `1.2E+23`.
    SheetMadeNumberOfIt,
    /// More columns than the rest.
    WrongColumns {
        /// How many.
        found: usize,
        /// How many there should be at most.
        expected: usize,
    },
    /// The gross weight cannot be read.
    BadWeight {
        /// As it is in the file.
        found: String,
        /// Why not.
        why: String,
    },
    /// The gross weight's unit is missing or no unit of weight.
    BadUnit {
        /// As it is in the file; may be empty.
        found: String,
    },
    /// The wholesale price cannot be read.
    BadPrice {
        /// As it is in the file.
        found: String,
        /// Why not.
        why: String,
    },
    /// The same tag stood before.
    TwiceInFile {
        /// Where, from 1.
        first_line: u64,
    },
    /// Already in the draft.
    InThisDraft,
    /// In another draft.
    InAnotherDraft {
        /// Its name.
        draft: String,
    },
    /// Not in the license's books.
    NotFound,
    /// Finished.
    Finished {
        /// When, where it is told.
        #[ts(type = "string | null")]
        on: Option<Date>,
    },
    /// On hold.
    OnHold,
    /// On its way.
    InTransit {
        /// On this manifest; may be empty.
        manifest: String,
    },
    /// Gone to another license.
    Transferred,
    /// Empty.
    NothingLeft,
    /// The destination may not receive it.
    LabStateNotAllowed {
        /// The package's lab testing state in words.
        state: String,
        /// The destination.
        destination: LicenseNumber,
        /// What it may receive, in words.
        allowed: String,
    },
    /// The transfer is full.
    PastTheLimit {
        /// Packages that a transfer carries at most.
        limit: usize,
    },
}

impl RefusalReason {
    /// The reason's code, as the page and the ledger know it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotATag { .. } => "not_a_tag",
            Self::NoTag => "no_tag",
            Self::SeveralTags { .. } => "several_tags",
            Self::TagAmongWords => "tag_among_words",
            Self::SheetMadeNumberOfIt => "sheet_made_number_of_it",
            Self::WrongColumns { .. } => "wrong_columns",
            Self::BadWeight { .. } => "bad_weight",
            Self::BadUnit { .. } => "bad_unit",
            Self::BadPrice { .. } => "bad_price",
            Self::TwiceInFile { .. } => "twice_in_file",
            Self::InThisDraft => "in_this_draft",
            Self::InAnotherDraft { .. } => "in_another_draft",
            Self::NotFound => "not_found",
            Self::Finished { .. } => "finished",
            Self::OnHold => "on_hold",
            Self::InTransit { .. } => "in_transit",
            Self::Transferred => "transferred",
            Self::NothingLeft => "nothing_left",
            Self::LabStateNotAllowed { .. } => "lab_state_not_allowed",
            Self::PastTheLimit { .. } => "past_the_limit",
        }
    }

    /// What is wrong and what to do, for a person who sees the place and its text beside it.
    pub fn sentence(&self, counting: Counting) -> String {
        self.words(counting.place()).to_string()
    }

    fn words(&self, place: &str) -> Words {
        let package = |obstacle: TransferObstacle| obstacle.said_of(say::rules_package_here());
        match self {
            Self::NotATag { why } => say::imports_line_not_a_tag(why),
            Self::NoTag => say::imports_line_no_tag(place),
            Self::SeveralTags { found } => say::imports_line_several_tags(*found, place),
            Self::TagAmongWords => say::imports_line_tag_among_words(),
            Self::SheetMadeNumberOfIt => say::imports_line_number(),
            Self::WrongColumns { found, expected: 1 } => say::imports_line_columns_of_one(*found, place),
            Self::WrongColumns { found, expected } => say::imports_line_columns(*expected, *found, place),
            Self::BadWeight { found, why } => say::imports_line_weight(found, why),
            Self::BadUnit { found } if found.is_empty() => say::imports_line_no_unit(),
            Self::BadUnit { found } => say::imports_line_unit(found),
            Self::BadPrice { found, why } => say::imports_line_price(found, why),
            Self::TwiceInFile { first_line } => say::imports_line_twice(*first_line, place),
            Self::InThisDraft => say::imports_line_in_this_draft(),
            Self::InAnotherDraft { draft } => say::imports_line_in_another_draft(draft),
            Self::NotFound => say::imports_line_not_found(),
            Self::Finished { on } => package(TransferObstacle::Finished { on: *on }),
            Self::OnHold => package(TransferObstacle::OnHold),
            Self::InTransit { manifest } => package(TransferObstacle::InTransit { manifest: manifest.clone() }),
            Self::Transferred => package(TransferObstacle::Transferred),
            Self::NothingLeft => package(TransferObstacle::NothingLeft),
            Self::LabStateNotAllowed { state, destination, allowed } => {
                say::rules_obstacle_lab_state(destination.as_str(), say::rules_package_here(), state, allowed)
            }
            Self::PastTheLimit { limit } => say::imports_line_past_the_limit(*limit),
        }
    }
}

impl From<TransferObstacle> for RefusalReason {
    fn from(obstacle: TransferObstacle) -> Self {
        match obstacle {
            TransferObstacle::Transferred => Self::Transferred,
            TransferObstacle::InTransit { manifest } => Self::InTransit { manifest },
            TransferObstacle::Finished { on } => Self::Finished { on },
            TransferObstacle::OnHold => Self::OnHold,
            TransferObstacle::NothingLeft => Self::NothingLeft,
            TransferObstacle::LabState { state, destination, may_go } => Self::LabStateNotAllowed {
                state: state.said().to_string(),
                destination,
                allowed: rules::lab_states_in_words(may_go),
            },
        }
    }
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refused {
    /// Its line in the file, in a workbook its row, from 1.
    pub line: u64,
    /// What stands there for a tag, shortened where it is long.
    pub text: String,
    /// Why.
    pub reason: RefusalReason,
    /// The same for a person.
    pub sentence: String,
}

/// Characters of a refused text that are kept.
const SHOWN: usize = 60;

impl Refused {
    /// A refused line of a text with its sentence.
    pub fn new(line: u64, text: &str, reason: RefusalReason) -> Self {
        Self::at(Counting::Lines, line, text, reason)
    }

    /// A refused line or row with its sentence.
    pub fn at(counting: Counting, line: u64, text: &str, reason: RefusalReason) -> Self {
        let text = text.trim();
        let shown = match text.char_indices().nth(SHOWN).and_then(|(end, _)| text.get(..end)) {
            Some(start) => format!("{start}\u{2026}"),
            None => text.to_owned(),
        };
        let sentence = reason.sentence(counting);
        Self { line, text: shown, reason, sentence }
    }
}
