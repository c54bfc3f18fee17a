//! Excel workbooks: what a person sees in the first sheet.

use std::io::Write as _;

use imports::{FileFault, Foreign, Form, Limits, read_table, read_tags};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

use crate::made::tag;

fn read(bytes: &[u8]) -> Result<imports::Table, FileFault> {
    read_table("tags.xlsx", bytes, Limits::TAG_LIST)
}

#[test]
fn the_first_sheet_is_read_with_its_row_numbers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Manifest").unwrap();
    sheet.write_string(0, 0, "Tag").unwrap();
    sheet.write_string(0, 1, "Gross Weight").unwrap();
    sheet.write_string(0, 2, "Unit").unwrap();
    sheet.write_string(0, 3, "Wholesale Price").unwrap();
    sheet.write_string(1, 0, tag(1).as_str()).unwrap();
    sheet.write_number(1, 1, 0.1 + 0.2).unwrap();
    sheet.write_string(1, 2, "Pounds").unwrap();
    sheet.write_number(1, 3, 1250.5).unwrap();
    sheet.write_number(4, 0, 1.2e23).unwrap();
    book.add_worksheet().write_string(0, 0, tag(9).as_str()).unwrap();
    let table = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.form, Form::Workbook { sheet: "Manifest".into() });
    let file = read_tags(&table).unwrap();
    let entry = &file.entries[0];
    assert_eq!((entry.line, &entry.tag), (2, &tag(1)));
    assert_eq!(entry.gross_weight.unwrap().to_string(), "0.3", "as it was typed, not as binary has it");
    assert_eq!(entry.price.unwrap().to_string(), "1250.5");
    let refused = &file.refused[0];
    assert_eq!((refused.line, refused.text.as_str()), (5, "1.2E+23"));
    assert_eq!(refused.reason.code(), "sheet_made_number_of_it");
    assert_eq!(file.lines(), 2);
}

#[test]
fn dates_and_truths_are_words() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_datetime_with_format(0, 0, ExcelDateTime::from_ymd(2026, 11, 23).unwrap(), &day).unwrap();
    sheet.write_boolean(0, 1, true).unwrap();
    let table = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.rows[0].cells().collect::<Vec<_>>(), ["2026-11-23", "TRUE"]);
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_says_what_it_is() {
    let found = |files: &[(&str, &[u8])]| read(&zip(files)).unwrap_err();
    let foreign = |found| FileFault::Foreign { found };
    assert_eq!(found(&[("tags.csv", b"1A4")]), foreign(Foreign::Zip));
    assert_eq!(found(&[("word/document.xml", b"")]), foreign(Foreign::Document));
    assert_eq!(found(&[("mimetype", b""), ("content.xml", b"")]), foreign(Foreign::OpenDocument));
    assert_eq!(found(&[("xl/workbook.bin", b"")]), foreign(Foreign::BinaryExcel));
    assert_eq!(found(&[("xl/workbook.xml", b"<workbook/>")]), FileFault::Workbook);
    assert_eq!(found(&[]), foreign(Foreign::Zip));
}

#[test]
fn an_empty_workbook_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(read(&book.save_to_buffer().unwrap()), Err(FileFault::Empty));
}

#[test]
fn a_workbook_that_unpacks_without_end_is_not_unpacked() {
    let zeros = vec![0; 65 << 20];
    let bomb = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "small outside");
    assert_eq!(read(&bomb), Err(FileFault::TooLarge { megabytes: 64 }));
}

#[test]
fn a_damaged_workbook_is_a_fault_wherever_it_is_cut() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, tag(1).as_str()).unwrap();
    let whole = book.save_to_buffer().unwrap();
    assert!(read(&whole).is_ok());
    for length in (4..whole.len()).step_by(97) {
        assert!(read(&whole[..length]).is_err(), "cut to {length} bytes");
    }
}
