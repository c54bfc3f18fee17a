//! Paper: a list of tags as a PDF that a person can read and a scanner too. Pure; no file is touched.

mod barcode;
mod font;
mod page;
mod paint;

pub use barcode::modules;

/// A sheet of paper, or several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The first line, large.
    pub title: String,
    /// What this paper is and is not, below the title.
    pub subtitle: String,
    /// Pairs of words and value, in two columns above the table. Those without a value are left out.
    pub facts: Vec<(String, String)>,
    /// The table's columns after the number and the tag.
    pub columns: Vec<Column>,
    /// The table's rows.
    pub rows: Vec<Row>,
    /// Below the table.
    pub closing: Vec<String>,
    /// At the foot of every page, before the page's number.
    pub foot: String,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its part of the width, against the other columns.
    pub share: u16,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The tag, as text and as Code 128. A tag that has no barcode (it holds other than ASCII letters and digits, or is
    /// longer than any tag) stands as text alone.
    pub tag: String,
    /// One a column.
    pub cells: Vec<String>,
}

/// The embedded font could not be used: a fault of the build, not of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetError(String);

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the sheet's font cannot be used: {}", self.0)
    }
}

impl std::error::Error for SheetError {}

/// Draws the sheet on US Letter pages; the bytes of a PDF 1.7, with the used part of its font (DejaVu Sans Condensed:
/// Latin with Vietnamese, Cyrillic, Greek, Armenian, Georgian). For each letter beyond that (Chinese, Japanese, Korean,
/// Arabic, Hebrew and others) a box is printed, and the last page says where.
///
/// # Errors
/// [`SheetError`] when the font that is built in cannot be read.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let fonts = font::Fonts::read()?;
    let (sheet, missing) = page::printable(sheet, &fonts);
    paint::document(&page::lay_out(&sheet, &missing, &fonts), &sheet.title, &fonts)
}
