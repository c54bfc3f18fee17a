//! The CSV Formatting Guide.

use imports::ImportKind;
use rules::LicenseKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What each file that people bring looks like, in the language that is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportGuide {
    /// The files of the state's Data Import, then the list of tags for a transfer.
    pub files: Vec<GuideFile>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideFile {
    /// Which import; none for the list of tags, which has no template.
    pub kind: Option<ImportKind>,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Which licenses have it.
    pub licenses: Vec<LicenseKind>,
    /// How its rows become records.
    pub rows: String,
    /// Where its records go.
    pub way: String,
    /// Its columns in their order.
    pub columns: Vec<GuideColumn>,
    /// The file as it looks when it is filled in, with CRLF at the end of each line.
    pub example: String,
    /// What else to know.
    pub notes: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideColumn {
    /// The heading, to the letter.
    pub heading: String,
    /// What else finds it: further headings, lower case and without blanks.
    pub also: Vec<String>,
    /// What it holds.
    pub holds: String,
    /// Whether a cell must be filled in.
    pub needed: String,
    /// Whether that is in every row.
    pub always: bool,
    /// What a cell keeps to; empty where there is no limit.
    pub limit: String,
    /// What it means, a sentence.
    pub meaning: String,
    /// A cell of the example; empty where all of them are blank.
    pub example: String,
}

/// `import_template`: a file with the headings of an import and no rows, to be filled in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportTemplate {
    /// Made by the page, unique.
    pub request_id: String,
    /// Of which import.
    pub kind: ImportKind,
}
