//! Tags on their way into a draft: from where, what became of each, and the files that the person chose.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionTarget, Draft};

/// Where tags come from.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum TagSource {
    /// Pasted text.
    Pasted {
        /// Tags, separated by new lines, commas, tabs or spaces; or the four columns.
        text: String,
    },
    /// The scanner, one tag.
    Scanned {
        /// As read.
        text: String,
    },
    /// Files chosen or dropped.
    Files {
        /// [`FileHandle::handle`]s.
        handles: Vec<String>,
    },
    /// Selected rows of a grid.
    Packages {
        /// Which.
        target: ActionTarget,
    },
}

/// `draft_tags_add`: adds every tag that can be added and lists every other with its line and reason. Empty lines of the
/// draft are filled first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftTagsAdd {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which draft.
    pub draft: i64,
    /// From where.
    pub source: TagSource,
    /// What the person answered to the questions of [`TagsAdded::questions`]; none at first.
    #[serde(default)]
    pub answers: Vec<TagAnswer>,
}

/// Which column is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum TagColumn {
    /// This one.
    One {
        /// From 0.
        column: i64,
    },
    /// All that hold tags.
    Every,
}

/// What a person answered of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagAnswer {
    /// Which source: a file's place among the handles, 0 for a paste.
    pub source: i64,
    /// The sheet that is meant, where that was asked.
    pub sheet: Option<String>,
    /// The column that is meant, where that was asked.
    pub column: Option<TagColumn>,
}

/// Two columns or two sheets of a source could be meant: nothing of any source is taken before it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagQuestion {
    /// Of which source.
    pub source: i64,
    /// The file's name; empty for a paste.
    pub file: String,
    /// What is asked, in a sentence.
    pub sentence: String,
    /// The answers; at least one.
    pub choices: Vec<TagChoice>,
}

/// An answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagChoice {
    /// What it is called, for example `Column 3`.
    pub label: String,
    /// Its first values, at most three.
    pub first: Vec<String>,
    /// How many places of it hold tags.
    pub tags: i64,
    /// What is to be sent back.
    pub answer: TagAnswer,
}

/// What became of tags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TagsAdded {
    /// The draft as it is now.
    pub draft: Draft,
    /// How many were added.
    pub added: i64,
    /// What was not, in the order of the source.
    pub refused: Vec<RefusedTag>,
    /// In a sentence, for example `180 packages were added; 3 were not.`
    pub sentence: String,
    /// The session under which this is kept, for `refusals_save`; absent for the scanner.
    pub session: Option<i64>,
    /// When the same file was read into a draft before, a sentence that says so; empty otherwise.
    pub seen_before: String,
    /// What was read of the sources and what was passed over (a sheet, a column, titles, what is hidden), in sentences;
    /// empty where that is plain.
    pub read_as: String,
    /// What is to be answered first; nothing was added or kept then.
    pub questions: Vec<TagQuestion>,
}

/// A tag that was not added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedTag {
    /// The file's name, with the sheet where it is a workbook; empty where there is none.
    pub file: String,
    /// Its line, in a workbook its row, in the source, from 1; 0 where there are none.
    pub line: i64,
    /// What stood there.
    pub text: String,
    /// The reason's code, for example `finished`.
    pub reason: String,
    /// The reason and what to do, in a sentence.
    pub sentence: String,
}

/// A file that the person chose or dropped. The page never sees its folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileHandle {
    /// Opaque; good until the app ends.
    pub handle: String,
    /// The file's name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// `files_choose`: asks the person for files.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilesChoose {
    /// Made by the page, unique.
    pub request_id: String,
}

/// Files chosen; none when the dialog was put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilesChosen {
    /// In the order given.
    pub files: Vec<FileHandle>,
}

/// `refusals_save`: saves the refused lines of a session as CSV, with their reasons.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RefusalsSave {
    /// Made by the page, unique; also the job's name.
    pub request_id: String,
    /// [`TagsAdded::session`].
    pub session: i64,
}
