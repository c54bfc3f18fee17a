//! A file as rows, one by one or all at once.

use std::io::{Chain, Cursor, Read};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delimiter::Delimiter;
use super::fault::FileFault;
use super::kind::{Kind, kind};
use super::limits::Limits;
use super::lines::{FileLines, Lines as _};
use super::record::{Row, read_row};
use super::text::TextEncoding;
use super::workbook::read_workbook;

/// What a table was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Form {
    /// A text file.
    Text {
        /// Its encoding, as far as has been read.
        encoding: TextEncoding,
        /// What separates its columns.
        delimiter: Delimiter,
    },
    /// The first sheet of a workbook.
    Workbook {
        /// The sheet's name.
        sheet: String,
    },
}

/// A whole table. Blank lines are left out; each row knows its own line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The rows in the file's order; at least one.
    pub rows: Vec<Row>,
    /// What it was read from.
    pub form: Form,
}

/// Reads a file row by row. It holds one row and at most a few hundred KiB beside it (a workbook: its rows); to cancel is
/// to stop asking.
pub struct TableReader<R> {
    source: Source<R>,
    limits: Limits,
    rows: u64,
}

enum Source<R> {
    Text { lines: Box<FileLines<Chain<Cursor<Vec<u8>>, R>>>, delimiter: Delimiter },
    Workbook { sheet: String, rows: std::vec::IntoIter<Row>, bytes: u64 },
}

/// How many of a file's first bytes tell what it is.
const HEAD: u64 = 64 << 10;

impl<R: Read> TableReader<R> {
    /// Looks at a file's beginning. `name` is its name with its ending; only words depend on it.
    ///
    /// # Errors
    /// [`FileFault`] for what is no table, and for a damaged beginning.
    pub fn open(name: &str, mut source: R, limits: Limits) -> Result<Self, FileFault> {
        let mut head = Vec::new();
        source.by_ref().take(HEAD).read_to_end(&mut head)?;
        let source = match kind(name, &head)? {
            Kind::Zip => {
                let mut bytes = head;
                source.take(limits.workbook_bytes).read_to_end(&mut bytes)?;
                let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                if count > limits.workbook_bytes {
                    return Err(FileFault::too_large(limits.workbook_bytes));
                }
                let (sheet, rows) = read_workbook(bytes, &limits)?;
                Source::Workbook { sheet, rows: rows.into_iter(), bytes: count }
            }
            Kind::Text(start) => {
                let mut lines = FileLines::new(Cursor::new(head).chain(source), start, limits)?;
                let delimiter = declared(&mut lines)?;
                Source::Text { lines: Box::new(lines), delimiter }
            }
        };
        Ok(Self { source, limits, rows: 0 })
    }

    /// What is being read, as far as is known.
    pub fn form(&self) -> Form {
        match &self.source {
            Source::Text { lines, delimiter } => Form::Text { encoding: lines.encoding(), delimiter: *delimiter },
            Source::Workbook { sheet, .. } => Form::Workbook { sheet: sheet.clone() },
        }
    }

    /// Bytes of the file read so far, for a progress line.
    pub fn bytes_read(&self) -> u64 {
        match &self.source {
            Source::Text { lines, .. } => lines.bytes_read(),
            Source::Workbook { bytes, .. } => *bytes,
        }
    }

    /// Reads the next row into `row`; false at the end.
    ///
    /// # Errors
    /// [`FileFault`]; what was read before is then not to be kept.
    pub fn read_row(&mut self, row: &mut Row) -> Result<bool, FileFault> {
        let more = match &mut self.source {
            Source::Text { lines, delimiter } => read_row(lines.as_mut(), delimiter.byte(), row)?,
            Source::Workbook { rows, .. } => rows.next().map(|next| *row = next).is_some(),
        };
        if !more {
            return if self.rows == 0 { Err(FileFault::Empty) } else { Ok(false) };
        }
        self.rows += 1;
        if self.rows > self.limits.rows {
            return Err(FileFault::TooManyRows { limit: self.limits.rows });
        }
        if row.len() > self.limits.columns {
            return Err(FileFault::TooManyColumns { line: row.line(), limit: self.limits.columns });
        }
        Ok(true)
    }
}

/// Excel's own `sep=;` on the first line decides; otherwise what fits best.
fn declared<R: Read>(lines: &mut FileLines<R>) -> Result<Delimiter, FileFault> {
    let (ahead, whole) = lines.ahead();
    let first = ahead.lines().next().unwrap_or_default().trim_end();
    let stated = first.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let stated = match first.get(4..).filter(|_| stated) {
        Some(",") => Delimiter::Comma,
        Some(";") => Delimiter::Semicolon,
        // The tab itself has been trimmed away.
        Some("") => Delimiter::Tab,
        _ => return Ok(Delimiter::detect(ahead, whole)),
    };
    lines.next_line()?;
    Ok(stated)
}

/// Reads a whole table.
///
/// # Errors
/// [`FileFault`]: nothing of the file is taken then.
pub fn read_table(name: &str, source: impl Read, limits: Limits) -> Result<Table, FileFault> {
    let mut reader = TableReader::open(name, source, limits)?;
    let mut rows = Vec::new();
    let mut row = Row::default();
    while reader.read_row(&mut row)? {
        rows.push(row.clone());
    }
    Ok(Table { rows, form: reader.form() })
}
