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
    /// A sheet of a workbook.
    Workbook {
        /// The sheet's name.
        sheet: String,
        /// Rows with cells that are hidden and were not read.
        hidden_rows: u64,
        /// Columns with cells that are hidden and were not read.
        hidden_columns: u64,
    },
    /// The clipboard.
    Pasted,
}

impl Form {
    /// What its places are called.
    pub fn counting(&self) -> Counting {
        match self {
            Self::Text { .. } | Self::Pasted => Counting::Lines,
            Self::Workbook { .. } => Counting::Rows,
        }
    }

    /// The sheet's name, where there is a sheet.
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Workbook { sheet, .. } => Some(sheet),
            Self::Text { .. } | Self::Pasted => None,
        }
    }
}

/// What a person calls the places of a source: a text has lines, a workbook has rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// `line 4`
    Lines,
    /// `row 4`
    Rows,
}

impl Counting {
    /// How a message knows it.
    pub(crate) fn place(self) -> &'static str {
        match self {
            Self::Lines => "line",
            Self::Rows => "row",
        }
    }
}

/// A whole table. Blank lines are left out; each row knows its own line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The rows in the file's order; at least one.
    pub rows: Vec<Row>,
    /// What it was read from.
    pub form: Form,
}

/// What one source holds: one table, or one for each sheet of a workbook that is to be seen and has cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables {
    /// In the file's order; at least one.
    pub tables: Vec<Table>,
    /// Sheets that are hidden and were not read.
    pub hidden_sheets: u64,
}

impl From<Table> for Tables {
    fn from(table: Table) -> Self {
        Self { tables: vec![table], hidden_sheets: 0 }
    }
}

/// A file that was looked at: a text, to be read row by row, or a workbook, which is held whole.
pub enum Opened<R> {
    /// A text.
    Text(TableReader<R>),
    /// A workbook's sheets.
    Workbook(Tables),
}

/// Looks at a file's beginning. `name` is its name with its ending; only words depend on it.
///
/// # Errors
/// [`FileFault`] for what is no table, and for a damaged beginning.
pub fn open_table<R: Read>(name: &str, mut source: R, limits: Limits) -> Result<Opened<R>, FileFault> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    match kind(name, &head)? {
        Kind::Zip => {
            let mut bytes = head;
            source.take(limits.workbook_bytes).read_to_end(&mut bytes)?;
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.workbook_bytes {
                return Err(FileFault::too_large(limits.workbook_bytes));
            }
            Ok(Opened::Workbook(read_workbook(name, bytes, &limits)?))
        }
        Kind::Text(start) => {
            let mut lines = FileLines::new(Cursor::new(head).chain(source), start, limits)?;
            let delimiter = declared(&mut lines)?;
            Ok(Opened::Text(TableReader { lines: Box::new(lines), delimiter, limits, rows: 0 }))
        }
    }
}

/// Reads a text row by row. It holds one row and at most a few hundred KiB beside it; to cancel is to stop asking.
pub struct TableReader<R> {
    lines: Box<FileLines<Chain<Cursor<Vec<u8>>, R>>>,
    delimiter: Delimiter,
    limits: Limits,
    rows: u64,
}

/// How many of a file's first bytes tell what it is.
const HEAD: u64 = 64 << 10;

impl<R: Read> TableReader<R> {
    /// What is being read, as far as is known.
    pub fn form(&self) -> Form {
        Form::Text { encoding: self.lines.encoding(), delimiter: self.delimiter }
    }

    /// Bytes of the file read so far, for a progress line.
    pub fn bytes_read(&self) -> u64 {
        self.lines.bytes_read()
    }

    /// Reads the next row into `row`; false at the end.
    ///
    /// # Errors
    /// [`FileFault`]; what was read before is then not to be kept.
    pub fn read_row(&mut self, row: &mut Row) -> Result<bool, FileFault> {
        if !read_row(self.lines.as_mut(), self.delimiter.byte(), row)? {
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

/// Reads a whole file: one table of a text, each sheet of a workbook that is to be seen.
///
/// # Errors
/// [`FileFault`]: nothing of the file is taken then.
pub fn read_tables(name: &str, source: impl Read, limits: Limits) -> Result<Tables, FileFault> {
    let mut reader = match open_table(name, source, limits)? {
        Opened::Workbook(tables) => return Ok(tables),
        Opened::Text(reader) => reader,
    };
    let mut rows = Vec::new();
    let mut row = Row::default();
    while reader.read_row(&mut row)? {
        rows.push(row.clone());
    }
    Ok(Table { rows, form: reader.form() }.into())
}
