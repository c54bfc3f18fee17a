//! The sheets of an Excel workbook, as a person sees them: what is hidden is not read.

use std::io::{Cursor, Read as _};
use std::panic::catch_unwind;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::fault::{FileFault, Foreign};
use super::hidden::{Hidden, hidden_in};
use super::limits::Limits;
use super::record::Row;
use super::table::{Form, Table, Tables};

/// Reads every sheet that is to be seen and has cells to be seen, in the workbook's order. `name` is the file's name with
/// its ending; only words depend on it.
///
/// # Errors
/// [`FileFault`] where it is no workbook, damaged, beyond the limits, or without such a sheet.
pub(super) fn read_workbook(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Tables, FileFault> {
    is_workbook(name, &bytes, limits)?;
    // On a sheet that no program writes (cell references beyond any number) the library panics rather than answers.
    // What is caught owns all that it had, and a damaged workbook is all that there is to say.
    catch_unwind(|| sheets(&bytes, limits)).unwrap_or(Err(FileFault::Workbook))
}

fn sheets(bytes: &[u8], limits: &Limits) -> Result<Tables, FileFault> {
    let damaged = |_| FileFault::Workbook;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let all: Vec<_> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    let mut found = Tables::default();
    let mut room = limits.unpacked_bytes;
    for one in all {
        match one.visible {
            SheetVisible::Hidden | SheetVisible::VeryHidden => {
                found.hidden_sheets += 1;
                continue;
            }
            SheetVisible::Visible => {}
        }
        let mut sheet = Sheet::new(&one.name, limits, hidden_in(bytes, &one.name)?, room);
        let mut cells = book.worksheet_cells_reader(&one.name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            if !matches!(cell.get_value(), DataRef::Empty) {
                sheet.put(row, column, words(cell.get_value()))?;
            }
        }
        sheet.end_row()?;
        room = sheet.room;
        found.tables.extend(sheet.table());
    }
    if found.tables.is_empty() { Err(FileFault::NoSheet) } else { Ok(found) }
}

/// Looks into the archive before a library does: what it is, and that it does not unpack without end.
fn is_workbook(name: &str, bytes: &[u8], limits: &Limits) -> Result<(), FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Workbook)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let foreign = |found| Err(FileFault::Foreign { found });
    if has("xl/workbook.bin") {
        return foreign(Foreign::BinaryExcel);
    }
    if has("word/document.xml") {
        return foreign(Foreign::Document);
    }
    if has("content.xml") && has("mimetype") {
        return foreign(Foreign::OpenDocument);
    }
    // What Numbers, Pages and Keynote write; the ending tells which.
    let by_apple = archive.file_names().flatten().any(|part| part.ends_with(".iwa") || part == "Index.zip");
    if by_apple {
        let ends = |ending: &str| name.to_ascii_lowercase().ends_with(ending);
        return foreign(if ends(".pages") || ends(".key") { Foreign::Document } else { Foreign::Numbers });
    }
    if !has("xl/workbook.xml") {
        return foreign(Foreign::Zip);
    }
    let mut room = limits.unpacked_bytes;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| FileFault::Workbook)?;
        // What the archive states of its sizes is not to be believed; unpacking is.
        let unpacked = std::io::copy(&mut file.take(room.saturating_add(1)), &mut std::io::sink());
        let unpacked = unpacked.map_err(|_| FileFault::Workbook)?;
        room = room.checked_sub(unpacked).ok_or(FileFault::too_large(limits.unpacked_bytes))?;
    }
    Ok(())
}

struct Sheet<'a> {
    name: String,
    limits: &'a Limits,
    hidden: Hidden,
    rows: Vec<Row>,
    /// The row being gathered, from 1; 0 before the first.
    line: u64,
    cells: Vec<String>,
    /// Bytes of text that may still come: one text that many cells share is held once for each.
    room: u64,
    /// The last hidden row that has cells, from 0, and how many there are.
    last_hidden: Option<u32>,
    hidden_rows: u64,
    /// Hidden columns that have cells.
    hidden_columns: Vec<u32>,
}

impl<'a> Sheet<'a> {
    fn new(name: &str, limits: &'a Limits, hidden: Hidden, room: u64) -> Self {
        Self {
            name: name.to_owned(),
            limits,
            hidden,
            rows: Vec::new(),
            line: 0,
            cells: Vec::new(),
            room,
            last_hidden: None,
            hidden_rows: 0,
            hidden_columns: Vec::new(),
        }
    }

    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), FileFault> {
        if self.hidden.row(row) {
            self.hidden_rows += u64::from(self.last_hidden != Some(row));
            self.last_hidden = Some(row);
            return Ok(());
        }
        if self.hidden.column(column) {
            if !self.hidden_columns.contains(&column) {
                self.hidden_columns.push(column);
            }
            return Ok(());
        }
        let line = u64::from(row) + 1;
        if line != self.line {
            self.end_row()?;
            self.line = line;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= self.limits.columns {
            return Err(FileFault::SheetTooWide { sheet: self.name.clone(), row: line, limit: self.limits.columns });
        }
        let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.room = self.room.checked_sub(bytes).ok_or(FileFault::too_large(self.limits.unpacked_bytes))?;
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), FileFault> {
        let row = Row::new(self.line, self.cells.drain(..));
        if row.is_blank() {
            return Ok(());
        }
        if u64::try_from(self.rows.len()).unwrap_or(u64::MAX) >= self.limits.rows {
            return Err(FileFault::TooManyRows { limit: self.limits.rows });
        }
        self.rows.push(row);
        Ok(())
    }

    /// The sheet as a table; none where nothing is to be seen in it.
    fn table(self) -> Option<Table> {
        let form = Form::Workbook {
            sheet: self.name,
            hidden_rows: self.hidden_rows,
            hidden_columns: u64::try_from(self.hidden_columns.len()).unwrap_or(u64::MAX),
        };
        (!self.rows.is_empty()).then_some(Table { rows: self.rows, form })
    }
}

/// A cell as a person sees it.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_words(*number),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
            }
        }
        DataRef::DateTime(span) => number_words(span.as_f64()),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number with the 15 digits that Excel keeps, so that what was typed as 0.3 comes back as 0.3. A workbook stores
/// every number in binary; here it becomes text and is never reckoned with. From 16 digits on it is shown as Excel shows
/// it, `1.2E+23`: its last digits are lost already.
fn number_words(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let scientific = format!("{number:.14e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    let power: i32 = exponent.parse().unwrap_or(0);
    if (-9..15).contains(&power) {
        // Shortest text of the number that those 15 digits make.
        return format!("{digits}e{power}")
            .parse::<f64>()
            .map_or_else(|_| scientific.clone(), |exact| exact.to_string());
    }
    let sign = if power < 0 { '-' } else { '+' };
    format!("{digits}E{sign}{:02}", power.abs())
}

#[cfg(test)]
mod tests {
    use super::number_words;

    #[test]
    fn a_number_is_written_as_it_was_typed() {
        for (number, text) in [
            (0.0, "0"),
            (0.3, "0.3"),
            (0.1 + 0.2, "0.3"),
            (12.5, "12.5"),
            (-3.25, "-3.25"),
            (1234.0, "1234"),
            (0.000_001, "0.000001"),
            (999_999_999_999_999.0, "999999999999999"),
            (1.2e23, "1.2E+23"),
            (1.406_030_000_219_9e23, "1.4060300002199E+23"),
            (1e-12, "1E-12"),
        ] {
            assert_eq!(number_words(number), text);
        }
    }
}
