//! Why a file cannot be read at all.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// What it is and what to do, after "This file is".
    fn words(self) -> &'static str {
        match self {
            Self::Zip => "a ZIP archive, whatever its name says. Open it and choose the table inside",
            Self::Archive => "a compressed archive. Unpack it and choose the table inside",
            Self::Pdf => "a PDF, whatever its name says. Ask for the list as CSV or XLSX",
            Self::Image => "a picture, whatever its name says. Ask for the list as CSV or XLSX",
            Self::WebPage => "a web page, whatever its name says. Open it in a spreadsheet program and save it as CSV",
            Self::Document => "a text document. Copy its list and paste it here, or save it as plain text",
            Self::Numbers => "a Numbers file. In Numbers choose File > Export To > CSV, and choose that file here",
            Self::OpenDocument => "an OpenDocument file. Save it as CSV or XLSX",
            Self::OldExcel => "a workbook of an old Excel (.xls). Open it in Excel and save it as CSV or XLSX",
            Self::ProtectedExcel => "a workbook with a password. Save it without one, or as CSV",
            Self::BinaryExcel => "a binary workbook (.xlsb). Save it as CSV or XLSX",
            Self::Program => "a program, not a table. Choose another file",
        }
    }
}

/// Why a file cannot be read; the text is fit for a person: what, where, what now. Nothing was taken from the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FileFault {
    /// No bytes, or nothing but blank lines and a heading.
    #[error("There are no lines to take here. Choose another file, or save it again where it was made.")]
    Empty,
    /// Another kind of file.
    #[error("This file is {}.", .found.words())]
    Foreign {
        /// Which.
        found: Foreign,
    },
    /// Zero bytes in a text.
    #[error(
        "Line {line} has NUL bytes: the file is damaged or was not saved to its end. Save it again where it was made."
    )]
    Nul {
        /// The first such line, from 1.
        line: u64,
    },
    /// Characters that no text has.
    #[error(
        "Line {line} is not text: the file is damaged, or of a kind that is not a table. Choose a CSV, TXT or XLSX."
    )]
    NotText {
        /// The first such line, from 1.
        line: u64,
    },
    /// Bytes that the file's own encoding does not allow.
    #[error("Line {line} has characters that are not {}. Save the file again as “CSV UTF-8”.", .encoding.words())]
    Encoding {
        /// The first such line, from 1.
        line: u64,
        /// The encoding of the rest.
        encoding: TextEncoding,
    },
    /// A quotation mark that is never closed.
    #[error("The quotation mark opened on line {line} is never closed. Close or remove it, and try again.")]
    UnterminatedQuote {
        /// Where it opens, from 1.
        line: u64,
    },
    /// More bytes than are read.
    #[error("This file is larger than {megabytes} MB. Split it into smaller ones.")]
    TooLarge {
        /// The limit, in units of 1,048,576 bytes.
        megabytes: u64,
    },
    /// More rows than are read.
    #[error("This file has more than {limit} rows. Split it into smaller ones.")]
    TooManyRows {
        /// The limit.
        limit: u64,
    },
    /// A row of more bytes than are read.
    #[error("Line {line} is longer than any line of a table. Put each row on a line of its own.")]
    RowTooLong {
        /// Which, from 1.
        line: u64,
    },
    /// A row of more columns than are read.
    #[error("Line {line} has more than {limit} columns. Put each row on a line of its own.")]
    TooManyColumns {
        /// Which, from 1.
        line: u64,
        /// The limit.
        limit: usize,
    },
    /// No column with tags.
    #[error(
        "No column of this list holds tags. A list has one column of whole tags, or four columns: tag, gross weight, unit, wholesale price."
    )]
    NoTags,
    /// A row of a sheet of more columns than are read.
    #[error(
        "Row {row} of the sheet \u{201c}{sheet}\u{201d} has cells beyond column {limit}. Delete them there and save it again."
    )]
    SheetTooWide {
        /// The sheet's name.
        sheet: String,
        /// Which, from 1.
        row: u64,
        /// The limit.
        limit: usize,
    },
    /// No sheet with tags.
    #[error(
        "No visible sheet of this workbook holds tags. A list has one column of whole tags, formatted as Text. Correct it in Excel and save it again."
    )]
    NoTagsInWorkbook,
    /// A sheet with a heading and nothing below it.
    #[error(
        "The sheet \u{201c}{sheet}\u{201d} has no rows below its heading. Choose another file, or save it again where it was made."
    )]
    EmptySheet {
        /// Its name.
        sheet: String,
    },
    /// A workbook that cannot be read.
    #[error(
        "This workbook cannot be read: it is damaged or was not saved to its end. Open it in Excel and save it again."
    )]
    Workbook,
    /// A workbook without a sheet that is to be seen and has cells.
    #[error(
        "No visible sheet of this workbook has cells. Hidden sheets, rows and columns are not read: unhide in Excel what is meant, and save it again."
    )]
    NoSheet,
    /// The operating system refused.
    #[error("This file could not be read: {reason}. Close it in other programs and try again.")]
    Unreadable {
        /// The system's words.
        reason: String,
    },
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
