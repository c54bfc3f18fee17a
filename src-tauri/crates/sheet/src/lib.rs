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
    /// The tag, as text and as Code 128. A tag that has no barcode (it holds other than ASCII letters and digits) stands
    /// as text alone.
    pub tag: String,
    /// One a column.
    pub cells: Vec<String>,
}

/// Draws the sheet on US Letter pages; the bytes of a PDF 1.7. Characters that the built-in fonts lack are printed as
/// `?`, and the last page says so.
pub fn pdf(sheet: &Sheet) -> Vec<u8> {
    paint::document(&page::lay_out(sheet), sheet)
}
