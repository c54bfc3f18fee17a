//! A table as a list of tags.

use rules::{QuantityKind, Tag, find_unit, parse_amount};
use rust_decimal::Decimal;

use super::clean::{bare, tag_of};
use super::columns::{TagColumns, width};
use super::refusal::{RefusalReason, Refused};
use crate::{FileFault, Row, Table};

/// A line with a tag, and what else the four-column form says of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagEntry {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The tag.
    pub tag: Tag,
    /// The gross weight, above zero.
    pub gross_weight: Option<Decimal>,
    /// The gross weight's unit by the state's name, for example `Grams`; there wherever the weight is.
    pub gross_unit: Option<String>,
    /// The wholesale price, zero or more.
    pub price: Option<Decimal>,
}

/// A list of tags. Every line of the file that is not blank and not the header is in one of the two lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagFile {
    /// The lines with a tag, in the file's order. A tag may stand more than once.
    pub entries: Vec<TagEntry>,
    /// The others.
    pub refused: Vec<Refused>,
    /// The header's line, where there is one.
    pub header: Option<u64>,
    /// Where what stands.
    pub columns: TagColumns,
}

impl TagFile {
    /// Lines of the file that count: neither blank nor the header.
    pub fn lines(&self) -> usize {
        self.entries.len() + self.refused.len()
    }
}

/// Reads a list of tags: one column, or four (tag, gross weight, unit, wholesale price), with a header or without. A
/// header may name the columns in any order, among others.
///
/// # Errors
/// [`FileFault::Empty`] where no line counts; [`FileFault::Columns`] where there is no header and most lines have neither one nor four columns;
/// [`FileFault::UnterminatedQuote`] where a quotation mark swallows the following lines.
pub fn read_tags(table: &Table) -> Result<TagFile, FileFault> {
    let named = table.rows.first().and_then(TagColumns::of_header);
    let header = table.rows.first().filter(|_| named.is_some()).map(Row::line);
    let rows = table.rows.get(usize::from(header.is_some())..).unwrap_or_default();
    let columns = match named {
        Some(columns) => columns,
        None => TagColumns::of_rows(rows)?,
    };
    let mut file = TagFile { entries: Vec::new(), refused: Vec::new(), header, columns };
    for row in rows.iter().filter(|row| width(row) > 0) {
        let text = row.cell(columns.tag).unwrap_or_default();
        // No tag goes over two lines: the mark that was forgotten took the next ones with it.
        if text.trim().contains('\n') {
            return Err(FileFault::UnterminatedQuote { line: row.line() });
        }
        match entry(row, text, columns) {
            Ok(entry) => file.entries.push(entry),
            Err(reason) => file.refused.push(Refused::new(row.line(), text, reason)),
        }
    }
    if file.lines() == 0 { Err(FileFault::Empty) } else { Ok(file) }
}

fn entry(row: &Row, text: &str, columns: TagColumns) -> Result<TagEntry, RefusalReason> {
    let tag = tag_of(text)?;
    let found = width(row);
    if let Some(most) = columns.most.filter(|most| found > *most) {
        let expected = most.saturating_sub(columns.tag);
        return Err(RefusalReason::WrongColumns { found: found.saturating_sub(columns.tag), expected });
    }
    let cell = |column: Option<usize>| column.and_then(|column| row.cell(column)).map(bare).unwrap_or_default();
    let weight = cell(columns.gross_weight);
    let bad_weight = |why: String| RefusalReason::BadWeight { found: weight.to_owned(), why };
    let gross_weight = parse_amount(weight).map_err(|why| bad_weight(why.to_string()))?;
    if gross_weight.is_some_and(|weight| weight.is_zero()) {
        return Err(bad_weight("it is zero".to_owned()));
    }
    let gross_unit = match gross_weight {
        Some(_) => Some(weight_unit(cell(columns.unit))?),
        None => None,
    };
    let price = cell(columns.price);
    let bad_price = |why: rules::AmountError| RefusalReason::BadPrice { found: price.to_owned(), why: why.to_string() };
    Ok(TagEntry { line: row.line(), tag, gross_weight, gross_unit, price: parse_amount(price).map_err(bad_price)? })
}

fn weight_unit(text: &str) -> Result<String, RefusalReason> {
    match find_unit(text) {
        Some(unit) if unit.kind == QuantityKind::WeightBased => Ok(unit.name.to_owned()),
        _ => Err(RefusalReason::BadUnit { found: text.to_owned() }),
    }
}
