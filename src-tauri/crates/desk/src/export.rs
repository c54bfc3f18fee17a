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

use crate::contract::{DeskError, ErrorCode, ExportFormat};

/// Rows read at a time.
pub(crate) const WINDOW: usize = 1000;

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

/// Writes `export` to `target`; returns the rows written.
///
/// # Errors
/// When the place cannot be written, the disk is full, the form cannot hold so many rows, or it was cancelled; then
/// there is no file, and one that was there before is untouched.
pub(crate) fn write(export: &Export<'_>, format: ExportFormat, target: &Path) -> Result<usize, DeskError> {
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

fn write_csv(export: &Export<'_>, path: &Path) -> Result<usize, DeskError> {
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
    Ok(written)
}

fn write_xlsx(export: &Export<'_>, path: &Path) -> Result<usize, DeskError> {
    if export.rows > SHEET_ROWS {
        return Err(DeskError {
            code: ErrorCode::File,
            message: format!(
                "An Excel sheet holds {SHEET_ROWS} rows and this view has {}. No file was written.",
                export.rows
            ),
            next: "Export as CSV, or filter the grid first.".into(),
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
    let written = each_row(export, |number, row| {
        let line = u32::try_from(number + 1).map_err(|fault| DeskError::internal(fault.to_string()))?;
        for (at, column) in (0u16..).zip(export.columns) {
            let text = cell(column, row);
            match exact_number(column.kind, &text) {
                Some(number) => sheet.write_number(line, at, number).map_err(xlsx_error)?,
                None => sheet.write_string(line, at, &text).map_err(xlsx_error)?,
            };
        }
        Ok(())
    })?;
    workbook.save(path).map_err(xlsx_error)?;
    Ok(written)
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

/// A cell's text as the grid means it: days and times are the licence's, in a form that spreadsheets read.
fn cell(column: &Column, row: &Value) -> String {
    match row.get(&column.id) {
        Some(Value::Bool(true)) => "Yes".into(),
        Some(Value::Bool(false)) => "No".into(),
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
        rust_xlsxwriter::XlsxError::IoError(fault) => file_error(fault),
        other => file_error(std::io::Error::other(other.to_string())),
    }
}

/// A fault of the place where a file is to go.
pub(crate) fn file_error(fault: std::io::Error) -> DeskError {
    let full = fault.kind() == std::io::ErrorKind::StorageFull;
    DeskError {
        code: if full { ErrorCode::DiskFull } else { ErrorCode::File },
        message: if full {
            "The disk is full, so the file was not written. Your data in Trackside is untouched.".into()
        } else {
            "The file could not be written there. Your data in Trackside is untouched.".into()
        },
        next: if full {
            "Make room and export again.".into()
        } else {
            "Close the file if another program has it open, or choose another folder.".into()
        },
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

    fn export_to(path: &Path, format: ExportFormat, cancel: &CancellationToken) -> Result<usize, DeskError> {
        let (columns, rows) = (columns(), rows());
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
        assert_eq!(export_to(&path, ExportFormat::Csv, &CancellationToken::new()).unwrap(), 2);
        let text = std::fs::read_to_string(&path).unwrap();
        let wanted = "\u{feff}TAG,ITEM,QUANTITY,HOLD,RECEIVED,DEPARTS\r\n1A4060300002199000003445,\"'=HYPERLINK(\"\"x\"\")\",-3.5,\
                      Yes,2026-11-22 18:30,2026-11-24 09:30\r\n1A4060300002199000003446,\"Blue Dream, 3.5 g\",12345678901234567,No,,\r\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn a_workbook_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packages.xlsx");
        assert_eq!(export_to(&path, ExportFormat::Xlsx, &CancellationToken::new()).unwrap(), 2);
        assert!(std::fs::read(&path).unwrap().starts_with(b"PK"), "an XLSX file is a ZIP");
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
