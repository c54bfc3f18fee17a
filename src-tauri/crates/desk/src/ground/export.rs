//! Export of exactly what a grid shows: the view's rows, the chosen columns in their order, as CSV or XLSX.
//!
//! The file appears whole or not at all: it is written beside its place and moved there at the end. A cell that a
//! spreadsheet would take for a formula is made harmless.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use mirror::view::{Column, ColumnKind};
use rules::{instant_cell, time_cell};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use words::say;

use crate::contract::{CutCell, DeskError, ErrorCode, ExportFormat, GridExported, ViewExported};

/// Rows read at a time.
pub(crate) const WINDOW: usize = 1000;

/// Characters that a cell of Excel holds, counted as Excel does: in UTF-16.
const CELL: usize = 32_767;

/// Cut cells that are told one by one.
const TOLD: usize = 5;

/// What a sheet of Excel holds beside its header.
const SHEET_ROWS: usize = 1_048_575;

/// Where rows come from: positions `from..to`, each a JSON object by column id, in order; rows gone since are left out.
pub(crate) type ReadRows<'a> = dyn Fn(usize, usize) -> Result<Vec<Value>, DeskError> + 'a;

/// What to write.
pub(crate) struct Export<'a> {
    /// The chosen columns, in their order.
    pub columns: &'a [Column],
    /// Rows in the view.
    pub rows: usize,
    /// Reads a window of them.
    pub read: &'a ReadRows<'a>,
    /// Told after each window: rows done.
    pub progress: &'a dyn Fn(usize),
    /// Stops it.
    pub cancel: &'a CancellationToken,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub rows: usize,
    /// The first [`TOLD`] cells that had to be cut.
    pub cut: Vec<CutCell>,
    pub cut_in_all: usize,
}

impl Written {
    /// For the page: so many rows in a file of that name.
    pub fn saved(self, file: Option<String>) -> ViewExported {
        ViewExported { file, rows: number(self.rows) }
    }

    /// The same of a grid, with what had to be cut, and in how many rows something is not recorded yet.
    pub fn of_grid(self, file: Option<String>, pending: usize) -> GridExported {
        let (rows, cut_in_all) = (number(self.rows), number(self.cut_in_all));
        GridExported { file, rows, pending: number(pending), cut: self.cut, cut_in_all }
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Writes `export` to `target`. A text that is longer than a cell of Excel may be is cut there, ends in words that say so,
/// and is told; the rest of the workbook is worth having, and a CSV file has everything.
///
/// # Errors
/// When the place cannot be written, the disk is full, the form cannot hold so many rows, or it was cancelled; then
/// there is no file, and one that was there before is untouched.
pub(crate) fn write(export: &Export<'_>, format: ExportFormat, target: &Path) -> Result<Written, DeskError> {
    let beside = beside(target);
    let result = match format {
        ExportFormat::Csv => write_csv(export, &beside),
        ExportFormat::Xlsx => write_xlsx(export, &beside),
    };
    let result = result.and_then(|rows| std::fs::rename(&beside, target).map(|()| rows).map_err(file_error));
    if result.is_err() {
        // The error that matters is the first one; a leftover that cannot be removed says nothing new.
        drop(std::fs::remove_file(&beside));
    }
    result
}

/// The name under which a file grows until it is whole; another one each time, since two may grow for one place at once.
pub(crate) fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", uuid::Uuid::now_v7()));
    target.with_file_name(name)
}

fn write_csv(export: &Export<'_>, path: &Path) -> Result<Written, DeskError> {
    let mut file = BufWriter::new(File::create(path).map_err(file_error)?);
    // Excel takes a CSV without a mark for the machine's old code page.
    file.write_all("\u{feff}".as_bytes()).map_err(file_error)?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    csv.write_record(export.columns.iter().map(|c| c.title.as_str())).map_err(csv_error)?;
    let written = each_row(export, |_, row| {
        csv.write_record(export.columns.iter().map(|c| harmless(c.kind, cell(c, row)))).map_err(csv_error)
    })?;
    csv.into_inner()
        .map_err(|fault| file_error(std::io::Error::other(fault.to_string())))?
        .into_inner()
        .map_err(|fault| file_error(fault.into_error()))?
        .sync_all()
        .map_err(file_error)?;
    Ok(Written { rows: written, ..Written::default() })
}

fn write_xlsx(export: &Export<'_>, path: &Path) -> Result<Written, DeskError> {
    if export.rows > SHEET_ROWS {
        return Err(DeskError {
            code: ErrorCode::File,
            message: say::desk_too_many_for_excel(SHEET_ROWS, export.rows).to_string(),
            next: say::desk_too_many_for_excel_next().to_string(),
            details: String::new(),
            retry: false,
        });
    }
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(xlsx_error)?;
    sheet.set_freeze_panes(1, 0).map_err(xlsx_error)?;
    for (at, column) in (0u16..).zip(export.columns) {
        sheet.set_column_width_pixels(at, u32::from(column.width)).map_err(xlsx_error)?;
        sheet.write_string_with_format(0, at, &column.title, &bold).map_err(xlsx_error)?;
    }
    let (mut cut, mut cut_in_all) = (Vec::new(), 0);
    let rows = each_row(export, |number, row| {
        let line = u32::try_from(number + 1).map_err(|fault| DeskError::internal(fault.to_string()))?;
        for (at, column) in (0u16..).zip(export.columns) {
            let text = cell(column, row);
            match exact_number(column.kind, &text) {
                Some(number) => sheet.write_number(line, at, number).map_err(xlsx_error)?,
                None => {
                    let (text, was_cut) = fitted(text);
                    if was_cut {
                        cut_in_all += 1;
                        if cut.len() < TOLD {
                            let cell = rust_xlsxwriter::utility::row_col_to_cell(line, at);
                            cut.push(CutCell { cell, column: column.title.clone() });
                        }
                    }
                    sheet.write_string(line, at, &text).map_err(xlsx_error)?
                }
            };
        }
        Ok(())
    })?;
    workbook.save(path).map_err(xlsx_error)?;
    Ok(Written { rows, cut, cut_in_all })
}

/// A text as a cell of Excel can hold it, and whether that is less than the whole.
fn fitted(text: String) -> (String, bool) {
    // Never more units of UTF-16 than bytes: most texts are not counted.
    if text.len() <= CELL {
        return (text, false);
    }
    let units = text.encode_utf16().count();
    if units <= CELL {
        return (text, false);
    }
    let mark = say::desk_cell_cut(units).to_string();
    let mut room = CELL.saturating_sub(mark.encode_utf16().count());
    let kept = text.chars().take_while(|c| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    });
    let kept: String = kept.collect();
    (kept + &mark, true)
}

fn each_row(
    export: &Export<'_>,
    mut write: impl FnMut(usize, &Value) -> Result<(), DeskError>,
) -> Result<usize, DeskError> {
    let mut written = 0;
    let mut from = 0;
    while from < export.rows {
        if export.cancel.is_cancelled() {
            return Err(DeskError::cancelled());
        }
        let to = (from + WINDOW).min(export.rows);
        for row in (export.read)(from, to)? {
            write(written, &row)?;
            written += 1;
        }
        from = to;
        (export.progress)(from);
    }
    Ok(written)
}

/// A cell's text as the grid means it: days and times are the license's, in a form that spreadsheets read.
fn cell(column: &Column, row: &Value) -> String {
    match row.get(&column.id) {
        Some(Value::Bool(true)) => say::desk_cell_yes().to_string(),
        Some(Value::Bool(false)) => say::desk_cell_no().to_string(),
        Some(Value::String(text)) if column.kind == ColumnKind::Instant => {
            text.parse::<Timestamp>().map_or_else(|_| text.clone(), instant_cell)
        }
        Some(Value::String(text)) if column.kind == ColumnKind::LocalTime => {
            text.parse::<DateTime>().map_or_else(|_| text.clone(), time_cell)
        }
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A number that Excel's floating point holds to the last digit; a longer one stays text.
fn exact_number(kind: ColumnKind, text: &str) -> Option<f64> {
    if kind != ColumnKind::Number || text.chars().filter(char::is_ascii_digit).count() > 15 {
        return None;
    }
    text.parse().ok()
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(kind: ColumnKind, text: String) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && exact_number(kind, &text).is_none() { format!("'{text}") } else { text }
}

fn csv_error(fault: csv::Error) -> DeskError {
    match fault.into_kind() {
        csv::ErrorKind::Io(fault) => file_error(fault),
        other => DeskError::internal(format!("{other:?}")),
    }
}

fn xlsx_error(fault: rust_xlsxwriter::XlsxError) -> DeskError {
    match fault {
        rust_xlsxwriter::XlsxError::IoError(fault) | rust_xlsxwriter::XlsxError::TempFileError(_, fault) => {
            file_error(fault)
        }
        rust_xlsxwriter::XlsxError::ZipError(fault) => file_error(fault.into()),
        // A limit or a rule of the format: nothing that another folder would help against.
        other => DeskError::internal(other.to_string()),
    }
}

/// A fault of the place where a file is to go.
pub(crate) fn file_error(fault: std::io::Error) -> DeskError {
    let full = fault.kind() == std::io::ErrorKind::StorageFull;
    let (message, next) = if full {
        (say::desk_file_disk_full(), say::desk_file_disk_full_next())
    } else {
        (say::desk_file_not_written(), say::desk_file_not_written_next())
    };
    DeskError {
        code: if full { ErrorCode::DiskFull } else { ErrorCode::File },
        message: message.to_string(),
        next: next.to_string(),
        details: fault.to_string(),
        retry: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(id: &str, kind: ColumnKind) -> Column {
        Column { id: id.into(), title: id.to_uppercase(), kind, shown: true, width: 100 }
    }

    fn columns() -> Vec<Column> {
        vec![
            column("tag", ColumnKind::Tag),
            column("item", ColumnKind::Text),
            column("quantity", ColumnKind::Number),
            column("hold", ColumnKind::Flag),
            column("received", ColumnKind::Instant),
            column("departs", ColumnKind::LocalTime),
        ]
    }

    fn rows() -> Vec<Value> {
        vec![
            serde_json::json!({"tag": "1A4060300002199000003445", "item": "=HYPERLINK(\"x\")", "quantity": "-3.5", "hold": true, "received": "2026-11-23T02:30:00Z", "departs": "2026-11-24T09:30:00"}),
            serde_json::json!({"tag": "1A4060300002199000003446", "item": "Blue Dream, 3.5 g", "quantity": "12345678901234567", "hold": false, "received": "", "departs": ""}),
        ]
    }

    fn export_to(path: &Path, format: ExportFormat, cancel: &CancellationToken) -> Result<Written, DeskError> {
        export_rows(rows(), path, format, cancel)
    }

    fn export_rows(
        rows: Vec<Value>,
        path: &Path,
        format: ExportFormat,
        cancel: &CancellationToken,
    ) -> Result<Written, DeskError> {
        let columns = columns();
        write(
            &Export {
                columns: &columns,
                rows: rows.len(),
                read: &|from, to| Ok(rows[from..to].to_vec()),
                progress: &|_| {},
                cancel,
            },
            format,
            path,
        )
    }

    #[test]
    fn a_csv_says_what_the_grid_says_and_runs_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packages.csv");
        assert_eq!(export_to(&path, ExportFormat::Csv, &CancellationToken::new()).unwrap().rows, 2);
        let text = std::fs::read_to_string(&path).unwrap();
        let wanted = "\u{feff}TAG,ITEM,QUANTITY,HOLD,RECEIVED,DEPARTS\r\n1A4060300002199000003445,\"'=HYPERLINK(\"\"x\"\")\",-3.5,\
                      Yes,2026-11-22 18:30,2026-11-24 09:30\r\n1A4060300002199000003446,\"Blue Dream, 3.5 g\",12345678901234567,No,,\r\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn a_workbook_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packages.xlsx");
        assert_eq!(export_to(&path, ExportFormat::Xlsx, &CancellationToken::new()).unwrap().rows, 2);
        assert!(std::fs::read(&path).unwrap().starts_with(b"PK"), "an XLSX file is a ZIP");
    }

    #[test]
    fn a_text_that_is_longer_than_a_cell_is_cut_and_told_and_everything_else_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packages.xlsx");
        let row = |item: String| serde_json::json!({"tag": "1A4060300002199000003445", "item": item, "quantity": "1"});
        // What just fits; one letter more; letters that take two units each, with half a letter's room at the cut.
        let items = ["a".repeat(CELL), "b".repeat(CELL + 1), format!("c{}", "🌿".repeat(CELL / 2 + 1))];
        let rows = items.iter().cloned().map(row).chain((0..TOLD).map(|_| row("d".repeat(CELL * 2)))).collect();
        let written = export_rows(rows, &path, ExportFormat::Xlsx, &CancellationToken::new()).unwrap();
        assert_eq!((written.rows, written.cut_in_all), (8, 7));
        let told: Vec<_> = written.cut.iter().map(|cut| (cut.cell.as_str(), cut.column.as_str())).collect();
        assert_eq!(told, [("B3", "ITEM"), ("B4", "ITEM"), ("B5", "ITEM"), ("B6", "ITEM"), ("B7", "ITEM")]);
        for (item, cut) in items.into_iter().zip([false, true, true]) {
            let (text, was_cut) = fitted(item.clone());
            assert_eq!((was_cut, text == item), (cut, !cut));
            assert!(text.encode_utf16().count() <= CELL, "Excel opens it");
            let (kept, mark) = text.split_once(" … [").unwrap_or((&text, ""));
            assert!(item.starts_with(kept) && kept.len() > 32_000, "cut between two letters");
            assert_eq!(mark.contains("cut"), cut, "{mark}");
        }
    }

    #[test]
    fn only_a_fault_of_the_place_asks_for_another_place() {
        let limit = xlsx_error(rust_xlsxwriter::XlsxError::MaxStringLengthExceeded);
        assert_eq!(limit.code, ErrorCode::Internal);
        let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert_eq!(xlsx_error(rust_xlsxwriter::XlsxError::IoError(full())).code, ErrorCode::DiskFull);
        let temporary = rust_xlsxwriter::XlsxError::TempFileError("tmp".into(), full());
        assert_eq!(xlsx_error(temporary).code, ErrorCode::DiskFull);
    }

    #[test]
    fn a_cancelled_export_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packages.csv");
        std::fs::write(&path, "yesterday's").unwrap();
        let cancel = CancellationToken::new();
        cancel.cancel();
        let refused = export_to(&path, ExportFormat::Csv, &cancel).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Cancelled);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "yesterday's");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let refused =
            export_to(Path::new("/nowhere/at/all.csv"), ExportFormat::Csv, &CancellationToken::new()).unwrap_err();
        assert_eq!(refused.code, ErrorCode::File);
    }

    #[test]
    fn excel_gets_no_rounded_number() {
        assert_eq!(exact_number(ColumnKind::Number, "3.5"), Some(3.5));
        assert_eq!(exact_number(ColumnKind::Number, "12345678901234567"), None, "seventeen digits stay text");
    }
}
