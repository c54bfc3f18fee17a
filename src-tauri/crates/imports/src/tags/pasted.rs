//! Tags from the clipboard.

use super::clean::bare;
use super::file::{Reading, read_tags};
use super::headings::Named;
use super::holds::{Holds, filled};
use super::question::Answer;
use crate::reading::rows_of;
use crate::{Delimiter, FileFault, Form, Limits, Row, Table};

/// Reads what was pasted: tags separated by line ends, commas, semicolons or spaces; or rows of cells, which a spreadsheet
/// and the state's grid separate by tabs and a text file by commas or semicolons. Rows of cells are read as a file is.
/// `answer` is what was answered so far.
///
/// # Errors
/// [`FileFault::Empty`], [`FileFault::TooLarge`], [`FileFault::TooManyRows`], and those of [`read_tags`].
pub fn read_pasted(text: &str, answer: &Answer) -> Result<Reading, FileFault> {
    let limit = Limits::TAG_LIST;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > limit.text_bytes {
        return Err(FileFault::too_large(limit.text_bytes));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = cells(&text);
    rows.retain(|row| row.cells().any(|cell| !bare(cell).is_empty()));
    if rows.is_empty() {
        return Err(FileFault::Empty);
    }
    if u64::try_from(rows.len()).unwrap_or(u64::MAX) > limit.rows {
        return Err(FileFault::TooManyRows { limit: limit.rows });
    }
    read_tags(&Table { rows, form: Form::Pasted }.into(), answer)
}

/// The rows: of cells where there are cells, of one cell each where commas and semicolons only stand between tags.
fn cells(text: &str) -> Vec<Row> {
    if text.contains('\t') {
        return rows_of(text, Delimiter::Tab.byte());
    }
    let rows = rows_of(text, Delimiter::detect(text, true).byte());
    if are_of_cells(&rows) {
        return rows;
    }
    let lines = (1..).zip(text.split('\n')).filter(|(_, line)| !bare(line).is_empty());
    lines.map(|(number, line)| Row::new(number, [line])).collect()
}

/// Whether most rows with tags hold something else beside them, or a heading of several columns stands above.
fn are_of_cells(rows: &[Row]) -> bool {
    let (mut with_tags, mut mixed) = (0, 0);
    for row in rows {
        let held: Vec<Holds> = row.cells().map(Holds::of).collect();
        if held.iter().any(|is| is.is_tags()) {
            with_tags += 1;
            mixed += usize::from(held.iter().any(|is| matches!(is, Holds::Figure | Holds::Other | Holds::Among)));
        } else if with_tags == 0 && filled(row) > 1 && Named::of(row).names_tags() {
            return true;
        }
    }
    mixed * 2 > with_tags
}
