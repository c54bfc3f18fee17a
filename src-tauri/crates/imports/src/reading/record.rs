//! Lines to rows of cells.
//!
//! Written here rather than taken from the `csv` crate because a person is told the line of every fault: that crate
//! counts no CR as a line, numbers a row by the blank lines before it, and reads an unclosed quotation mark to the end of
//! the file as if it were meant. What both accept they read alike, which a property test holds them to.

use memchr::{memchr, memchr_iter};

use super::fault::FileFault;
use super::lines::{Lines, SampleLines};

/// A row: its line in the file and its cells, held in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    line: u64,
    text: String,
    ends: Vec<usize>,
    /// Text follows a quotation inside of its cell.
    loose: bool,
}

impl Row {
    /// A row of a workbook or a test.
    pub fn new<T: AsRef<str>>(line: u64, cells: impl IntoIterator<Item = T>) -> Self {
        let mut row = Self { line, ..Self::default() };
        for cell in cells {
            row.text.push_str(cell.as_ref());
            row.end_cell();
        }
        row
    }

    /// The line on which it begins, from 1, as an editor shows it; in a workbook the row's number.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether there is nothing but spaces in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A cell, from 0, as it is in the file; none where the row is shorter.
    pub fn cell(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// The cells in order.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|index| self.cell(index).unwrap_or_default())
    }

    fn clear(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
        self.loose = false;
    }

    /// Whether text follows a quotation inside of its cell: what programs never write, so a sign that the cells are cut at
    /// the wrong character.
    pub(super) fn is_loose(&self) -> bool {
        self.loose
    }

    fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }
}

/// Reads the next row that is not a blank line; false at the end.
///
/// # Errors
/// [`FileFault::UnterminatedQuote`], [`FileFault::RowTooLong`] and the faults of the lines.
pub(super) fn read_row(lines: &mut impl Lines, delimiter: u8, row: &mut Row) -> Result<bool, FileFault> {
    loop {
        let Some(line) = lines.next_line()? else { return Ok(false) };
        if line.trim().is_empty() {
            continue;
        }
        row.clear(0);
        let open = if memchr(b'"', line.as_bytes()).is_none() {
            split(line, delimiter, row);
            false
        } else {
            read_cells(line, delimiter, false, row)
        };
        row.line = lines.number();
        if open {
            read_on(lines, delimiter, row)?;
        }
        return Ok(true);
    }
}

/// The rows of a text in memory, with its line ends as LF. A spreadsheet that puts cells on the clipboard quotes those
/// with line breaks in them; where a mark opens nothing, every line is a row as it stands.
pub(crate) fn rows_of(text: &str, delimiter: u8) -> Vec<Row> {
    let mut lines = SampleLines::new(text);
    let mut rows = Vec::new();
    let mut row = Row::default();
    loop {
        match read_row(&mut lines, delimiter, &mut row) {
            Ok(true) => rows.push(row.clone()),
            Ok(false) => return rows,
            Err(_) => break,
        }
    }
    let all = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    all.map(|(number, line)| Row::new(number, line.split(char::from(delimiter)))).collect()
}

/// A row goes on over line ends while a quotation mark is open.
fn read_on(lines: &mut impl Lines, delimiter: u8, row: &mut Row) -> Result<(), FileFault> {
    // The mark that stays open is the last one, which may stand on a later line than the row's first.
    let mut opened = row.line;
    loop {
        let most = lines.row_bytes();
        let cells = row.len();
        row.text.push('\n');
        let Some(line) = lines.next_line()? else { return Err(FileFault::UnterminatedQuote { line: opened }) };
        if row.text.len() + line.len() > most {
            return Err(FileFault::UnterminatedQuote { line: opened });
        }
        let open = read_cells(line, delimiter, true, row);
        if !open {
            return Ok(());
        }
        if row.len() > cells {
            opened = lines.number();
        }
    }
}

/// A line without quotation marks.
fn split(line: &str, delimiter: u8, row: &mut Row) {
    let mut start = 0;
    for end in memchr_iter(delimiter, line.as_bytes()) {
        row.text.push_str(line.get(start..end).unwrap_or_default());
        row.end_cell();
        start = end + 1;
    }
    row.text.push_str(line.get(start..).unwrap_or_default());
    row.end_cell();
}

/// A line with quotation marks, begun inside of one where `quoted`. Tells whether one is open at its end.
///
/// A mark opens a quotation only as a cell's first character, a doubled one inside stands for itself, and what follows
/// the closing mark belongs to the cell.
fn read_cells(mut rest: &str, delimiter: u8, mut quoted: bool, row: &mut Row) -> bool {
    loop {
        let mut quotation = quoted;
        if !quoted && let Some(inside) = rest.strip_prefix('"') {
            (rest, quoted, quotation) = (inside, true, true);
        }
        while quoted {
            let Some((before, after)) = rest.split_once('"') else {
                row.text.push_str(rest);
                return true;
            };
            row.text.push_str(before);
            rest = after;
            match rest.strip_prefix('"') {
                Some(after) => {
                    row.text.push('"');
                    rest = after;
                }
                None => quoted = false,
            }
        }
        let end = memchr(delimiter, rest.as_bytes());
        let (cell, after) = match end.and_then(|end| Some((rest.get(..end)?, rest.get(end + 1..)?))) {
            Some((cell, after)) => (cell, Some(after)),
            None => (rest, None),
        };
        row.loose |= quotation && !cell.is_empty();
        row.text.push_str(cell);
        row.end_cell();
        let Some(after) = after else { return false };
        rest = after;
    }
}
