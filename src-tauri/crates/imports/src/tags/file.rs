//! A table as a list of tags.

use rules::{AmountError, Tag, read_price, read_weight};
use rust_decimal::Decimal;
use words::say;

use super::clean::{bare, pieces, tag_of};
use super::columns::{Found, Layout, TagColumns, Take, find, has_tags};
use super::holds::width;
use super::question::{Answer, Question};
use super::read_as::read_as;
use super::refusal::{RefusalReason, Refused};
use crate::{Counting, FileFault, Form, Limits, Row, Table, Tables};

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

/// A list of tags. Every line of the file that is not blank, not the heading and no title above it is in one of the two
/// lists; a line that holds several tags and nothing else is in them once for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagFile {
    /// The tags, in the file's order. A tag may stand more than once.
    pub entries: Vec<TagEntry>,
    /// The others.
    pub refused: Vec<Refused>,
    /// The heading's line, where there is one.
    pub header: Option<u64>,
    /// What its places are called.
    pub counting: Counting,
    /// The sheet's name; empty where there is none.
    pub sheet: String,
    /// What was read and what was passed over, in sentences; empty where that is plain.
    pub read_as: String,
}

impl TagFile {
    /// A list that was not read from anywhere.
    pub fn of(entries: Vec<TagEntry>) -> Self {
        let (sheet, read_as) = (String::new(), String::new());
        Self { entries, refused: Vec::new(), header: None, counting: Counting::Lines, sheet, read_as }
    }

    /// How many were read: tags, and what was refused.
    pub fn lines(&self) -> usize {
        self.entries.len() + self.refused.len()
    }
}

/// What became of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// It was read.
    List(TagFile),
    /// Two columns or two sheets could be meant. Nothing was read.
    Question(Question),
}

/// Reads a list of tags. It may have titles and a heading; its column of tags is known by what it holds, whatever its
/// heading says. Beside it the gross weight, its unit and the wholesale price are read where a heading names them, or
/// where there is no heading and the four columns hold such. What could mean two columns or two sheets is asked; `answer`
/// is what was answered so far.
///
/// # Errors
/// [`FileFault::Empty`] and [`FileFault::EmptySheet`] where no line counts; [`FileFault::NoTags`] and
/// [`FileFault::NoTagsInWorkbook`] where no column holds tags; [`FileFault::UnterminatedQuote`] where a quotation mark of
/// a text swallows the following lines; [`FileFault::TooManyRows`].
pub fn read_tags(tables: &Tables, answer: &Answer) -> Result<Reading, FileFault> {
    let table = match the_table(tables, answer)? {
        Ok(table) => table,
        Err(question) => return Ok(Reading::Question(question)),
    };
    match find(table, answer) {
        Found::Ask(question) => Ok(Reading::Question(question)),
        Found::Layout(layout) => {
            let mut file = read_list(table, layout)?;
            file.read_as = read_as(tables, table, layout, answer);
            Ok(Reading::List(file))
        }
        Found::Nothing => Err(match table.form.counting() {
            Counting::Lines => FileFault::NoTags,
            Counting::Rows => FileFault::NoTagsInWorkbook,
        }),
    }
}

/// The table that is meant, or which one to ask for.
fn the_table<'a>(tables: &'a Tables, answer: &Answer) -> Result<Result<&'a Table, Question>, FileFault> {
    let all = &tables.tables;
    let chosen = answer.sheet.as_deref().and_then(|name| all.iter().find(|table| table.form.sheet() == Some(name)));
    if let Some(table) = chosen {
        return Ok(Ok(table));
    }
    if let [table] = all.as_slice() {
        return Ok(Ok(table));
    }
    // A cover and notes hold no tags.
    let lists: Vec<&Table> = all.iter().filter(|table| has_tags(table)).collect();
    match lists.as_slice() {
        [] => Err(FileFault::NoTagsInWorkbook),
        [table] => Ok(Ok(table)),
        lists => {
            let column = |table: &Table| match find(table, &Answer::default()) {
                Found::Layout(Layout { take: Take::Column(columns) | Take::List(columns), .. }) => Some(columns.tag),
                Found::Layout(Layout { take: Take::Every, .. }) | Found::Ask(_) | Found::Nothing => None,
            };
            let lists: Vec<_> = lists.iter().map(|table| (*table, column(table))).collect();
            Ok(Err(Question::of_sheets(&lists)))
        }
    }
}

fn read_list(table: &Table, layout: Layout) -> Result<TagFile, FileFault> {
    let mut file = TagFile::of(Vec::new());
    file.counting = table.form.counting();
    file.sheet = table.form.sheet().unwrap_or_default().to_owned();
    file.header = layout.heading.and_then(|at| table.rows.get(at)).map(Row::line);
    let rows = table.rows.get(layout.from..).unwrap_or_default();
    for row in rows.iter().filter(|row| width(row) > 0) {
        match layout.take {
            Take::Column(columns) => {
                let text = tag_cell(table, row, columns.tag)?;
                match entry(row, text, columns) {
                    Ok(entry) => file.entries.push(entry),
                    Err(reason) => file.refuse(row, text, reason),
                }
            }
            Take::List(columns) => {
                let text = tag_cell(table, row, columns.tag)?;
                match too_wide(row, columns) {
                    Some(reason) if !bare(text).is_empty() => file.refuse(row, text, reason),
                    Some(_) => file.refuse(row, text, RefusalReason::NoTag),
                    None => file.take_pieces(row, text),
                }
            }
            Take::Every => {
                for at in 0..row.len() {
                    file.take_pieces(row, tag_cell(table, row, at)?);
                }
            }
        }
        let limit = Limits::TAG_LIST.rows;
        if u64::try_from(file.lines()).unwrap_or(u64::MAX) > limit {
            return Err(FileFault::TooManyRows { limit });
        }
    }
    if file.lines() > 0 {
        return Ok(file);
    }
    Err(match table.form.sheet() {
        Some(sheet) => FileFault::EmptySheet { sheet: sheet.to_owned() },
        None => FileFault::Empty,
    })
}

/// The cell of the tag. In a text file no tag goes over two lines: the mark that was forgotten took the next ones with it.
/// A workbook and the clipboard have no marks to forget; there a line break is a space.
fn tag_cell<'a>(table: &Table, row: &'a Row, at: usize) -> Result<&'a str, FileFault> {
    let text = row.cell(at).unwrap_or_default();
    match table.form {
        Form::Text { .. } if text.trim().contains('\n') => Err(FileFault::UnterminatedQuote { line: row.line() }),
        Form::Text { .. } | Form::Workbook { .. } | Form::Pasted => Ok(text),
    }
}

impl TagFile {
    fn refuse(&mut self, row: &Row, text: &str, reason: RefusalReason) {
        self.refused.push(Refused::at(self.counting, row.line(), text, reason));
    }

    fn take_pieces(&mut self, row: &Row, text: &str) {
        for piece in pieces(text) {
            match piece {
                Ok(tag) => self.entries.push(TagEntry::of(row.line(), tag)),
                Err(rest) => {
                    let reason = tag_of(&rest).err().unwrap_or(RefusalReason::NoTag);
                    self.refuse(row, &rest, reason);
                }
            }
        }
    }
}

impl TagEntry {
    /// A tag alone.
    pub fn of(line: u64, tag: Tag) -> Self {
        Self { line, tag, gross_weight: None, gross_unit: None, price: None }
    }
}

/// More cells than its table has columns.
fn too_wide(row: &Row, columns: TagColumns) -> Option<RefusalReason> {
    let found = width(row);
    let most = columns.most.filter(|most| found > *most)?;
    let expected = most.saturating_sub(columns.tag);
    Some(RefusalReason::WrongColumns { found: found.saturating_sub(columns.tag), expected })
}

fn entry(row: &Row, text: &str, columns: TagColumns) -> Result<TagEntry, RefusalReason> {
    let tag = tag_of(text).map_err(|reason| {
        let pieces = pieces(text);
        match pieces.iter().flatten().count() {
            0 => reason,
            1 => RefusalReason::TagAmongWords,
            // What stands beside them in the row would be said of each.
            found => RefusalReason::SeveralTags { found },
        }
    })?;
    if let Some(reason) = too_wide(row, columns) {
        return Err(reason);
    }
    let cell = |column: Option<usize>| column.and_then(|column| row.cell(column)).map(bare).unwrap_or_default();
    let weight = cell(columns.gross_weight);
    let bad_weight = |why: String| RefusalReason::BadWeight { found: weight.to_owned(), why };
    let read = read_weight(weight, cell(columns.unit)).map_err(|why| match why {
        AmountError::UnknownUnit { found } => RefusalReason::BadUnit { found },
        AmountError::NotAWeight { found } => RefusalReason::BadUnit { found: found.to_owned() },
        why => bad_weight(why.to_string()),
    })?;
    let (gross_weight, gross_unit) = match read {
        Some((weight, _)) if weight.is_zero() => return Err(bad_weight(say::imports_line_weight_zero().to_string())),
        Some((weight, Some(unit))) => (Some(weight), Some(unit.name.to_owned())),
        Some((_, None)) => return Err(RefusalReason::BadUnit { found: String::new() }),
        None => (None, None),
    };
    let price = cell(columns.price);
    let bad_price = |why: rules::AmountError| RefusalReason::BadPrice { found: price.to_owned(), why: why.to_string() };
    Ok(TagEntry { line: row.line(), tag, gross_weight, gross_unit, price: read_price(price).map_err(bad_price)? })
}
