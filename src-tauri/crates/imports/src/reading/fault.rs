//! Why a file cannot be read at all.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

use super::text::TextEncoding;

/// What a file is that was taken for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Foreign {
    /// A ZIP archive that is no workbook.
    Zip,
    /// Another kind of archive or compressed file.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Image,
    /// A web page, also where it is named as a workbook.
    WebPage,
    /// A text document of an office program.
    Document,
    /// A workbook of Apple's Numbers.
    Numbers,
    /// A workbook of OpenDocument.
    OpenDocument,
    /// A workbook of Excel before 2007.
    OldExcel,
    /// A workbook that asks for a password.
    ProtectedExcel,
    /// A binary workbook (XLSB).
    BinaryExcel,
    /// A program.
    Program,
}

impl Foreign {
    /// What it is and what to do.
    fn words(self) -> Words {
        match self {
            Self::Zip => say::imports_foreign_zip(),
            Self::Archive => say::imports_foreign_archive(),
            Self::Pdf => say::imports_foreign_pdf(),
            Self::Image => say::imports_foreign_image(),
            Self::WebPage => say::imports_foreign_web_page(),
            Self::Document => say::imports_foreign_document(),
            Self::Numbers => say::imports_foreign_numbers(),
            Self::OpenDocument => say::imports_foreign_open_document(),
            Self::OldExcel => say::imports_foreign_old_excel(),
            Self::ProtectedExcel => say::imports_foreign_protected_excel(),
            Self::BinaryExcel => say::imports_foreign_binary_excel(),
            Self::Program => say::imports_foreign_program(),
        }
    }
}

/// Why a file cannot be read; the text is fit for a person: what, where, what now. Nothing was taken from the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FileFault {
    /// No bytes, or nothing but blank lines and a heading.
    Empty,
    /// Another kind of file.
    Foreign {
        /// Which.
        found: Foreign,
    },
    /// Zero bytes in a text.
    Nul {
        /// The first such line, from 1.
        line: u64,
    },
    /// Characters that no text has.
    NotText {
        /// The first such line, from 1.
        line: u64,
    },
    /// Bytes that the file's own encoding does not allow.
    Encoding {
        /// The first such line, from 1.
        line: u64,
        /// The encoding of the rest.
        encoding: TextEncoding,
    },
    /// A quotation mark that is never closed.
    UnterminatedQuote {
        /// Where it opens, from 1.
        line: u64,
    },
    /// More bytes than are read.
    TooLarge {
        /// The limit, in units of 1,048,576 bytes.
        megabytes: u64,
    },
    /// More rows than are read.
    TooManyRows {
        /// The limit.
        limit: u64,
    },
    /// A row of more bytes than are read.
    RowTooLong {
        /// Which, from 1.
        line: u64,
    },
    /// A row of more columns than are read.
    TooManyColumns {
        /// Which, from 1.
        line: u64,
        /// The limit.
        limit: usize,
    },
    /// No column with tags.
    NoTags,
    /// A row of a sheet of more columns than are read.
    SheetTooWide {
        /// The sheet's name.
        sheet: String,
        /// Which, from 1.
        row: u64,
        /// The limit.
        limit: usize,
    },
    /// No sheet with tags.
    NoTagsInWorkbook,
    /// A sheet with a heading and nothing below it.
    EmptySheet {
        /// Its name.
        sheet: String,
    },
    /// A workbook that cannot be read.
    Workbook,
    /// A workbook without a sheet that is to be seen and has cells.
    NoSheet,
    /// The operating system refused.
    Unreadable {
        /// The system's words.
        reason: String,
    },
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Empty => say::imports_fault_empty(),
            Self::Foreign { found } => found.words(),
            Self::Nul { line } => say::imports_fault_nul(*line),
            Self::NotText { line } => say::imports_fault_not_text(*line),
            Self::Encoding { line, encoding } => say::imports_fault_encoding(encoding.words(), *line),
            Self::UnterminatedQuote { line } => say::imports_fault_quote(*line),
            Self::TooLarge { megabytes } => say::imports_fault_too_large(*megabytes),
            Self::TooManyRows { limit } => say::imports_fault_too_many_rows(*limit),
            Self::RowTooLong { line } => say::imports_fault_row_too_long(*line),
            Self::TooManyColumns { line, limit } => say::imports_fault_too_many_columns(*limit, *line),
            Self::NoTags => say::imports_fault_no_tags(),
            Self::SheetTooWide { sheet, row, limit } => say::imports_fault_sheet_too_wide(*limit, *row, sheet),
            Self::NoTagsInWorkbook => say::imports_fault_no_tags_in_workbook(),
            Self::EmptySheet { sheet } => say::imports_fault_empty_sheet(sheet),
            Self::Workbook => say::imports_fault_workbook(),
            Self::NoSheet => say::imports_fault_no_sheet(),
            Self::Unreadable { reason } => say::imports_fault_unreadable(reason),
        };
        words.fmt(f)
    }
}

impl FileFault {
    /// The line (in a workbook the row) it points to, from 1, where it points to one.
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::Nul { line }
            | Self::NotText { line }
            | Self::Encoding { line, .. }
            | Self::UnterminatedQuote { line }
            | Self::RowTooLong { line }
            | Self::TooManyColumns { line, .. }
            | Self::SheetTooWide { row: line, .. } => Some(*line),
            Self::Empty
            | Self::Foreign { .. }
            | Self::TooLarge { .. }
            | Self::TooManyRows { .. }
            | Self::NoTags
            | Self::NoTagsInWorkbook
            | Self::EmptySheet { .. }
            | Self::Workbook
            | Self::NoSheet
            | Self::Unreadable { .. } => None,
        }
    }

    /// A limit of bytes as a fault.
    pub(crate) fn too_large(bytes: u64) -> Self {
        Self::TooLarge { megabytes: (bytes >> 20).max(1) }
    }
}

impl From<std::io::Error> for FileFault {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable { reason: error.to_string() }
    }
}
