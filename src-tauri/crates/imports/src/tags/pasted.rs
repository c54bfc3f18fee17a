//! Tags from the clipboard.

use super::clean::{bare, tag_of};
use super::columns::{TagColumns, width};
use super::file::{TagEntry, TagFile, read_tags};
use super::refusal::Refused;
use crate::{Delimiter, FileFault, Form, Limits, Row, Table, TextEncoding};

/// Reads what was pasted: tags separated by line ends, commas, semicolons, tabs or spaces; or cells of a spreadsheet
/// (tag, gross weight, unit, wholesale price, with a header or without), which come separated by tabs.
///
/// # Errors
/// [`FileFault::Empty`], [`FileFault::TooLarge`], [`FileFault::TooManyRows`], and those of [`read_tags`].
pub fn read_pasted(text: &str) -> Result<TagFile, FileFault> {
    let limit = Limits::TAG_LIST;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > limit.text_bytes {
        return Err(FileFault::too_large(limit.text_bytes));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let rows: Vec<Row> = (1..)
        .zip(text.split('\n'))
        .filter(|(_, line)| !bare(line).is_empty())
        .map(|(number, line)| Row::new(number, line.split('\t')))
        .collect();
    if rows.is_empty() {
        return Err(FileFault::Empty);
    }
    let header = rows.first().and_then(TagColumns::of_header);
    let of_cells = header.filter(|_| rows.iter().any(|row| width(row) > 1)).is_some()
        || TagColumns::of_rows(&rows).is_ok_and(|columns| columns.gross_weight.is_some());
    if u64::try_from(rows.len()).unwrap_or(u64::MAX) > limit.rows {
        return Err(FileFault::TooManyRows { limit: limit.rows });
    }
    if of_cells {
        let form = Form::Text { encoding: TextEncoding::Utf8, delimiter: Delimiter::Tab };
        return read_tags(&Table { rows, form });
    }
    let columns = TagColumns { tag: 0, gross_weight: None, unit: None, price: None, most: None };
    let header_line = rows.first().filter(|_| header.is_some()).map(Row::line);
    let mut file = TagFile { entries: Vec::new(), refused: Vec::new(), header: header_line, columns };
    for row in rows.iter().skip(usize::from(header.is_some())) {
        for cell in row.cells() {
            // A tag in groups is one; anything else is taken apart.
            let parts: Vec<&str> = match tag_of(cell) {
                Ok(_) => vec![cell],
                Err(_) => cell.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).collect(),
            };
            for part in parts.into_iter().filter(|part| !bare(part).is_empty()) {
                let line = row.line();
                match tag_of(part) {
                    Ok(tag) => {
                        file.entries.push(TagEntry { line, tag, gross_weight: None, gross_unit: None, price: None });
                    }
                    Err(reason) => file.refused.push(Refused::new(line, part, reason)),
                }
            }
        }
    }
    if file.lines() == 0 {
        return Err(FileFault::Empty);
    }
    if u64::try_from(file.lines()).unwrap_or(u64::MAX) > limit.rows {
        return Err(FileFault::TooManyRows { limit: limit.rows });
    }
    Ok(file)
}
