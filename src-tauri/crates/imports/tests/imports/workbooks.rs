//! Excel workbooks: what a person sees of them.

use std::io::Write as _;

use imports::{Answer, FileFault, Foreign, Form, Limits, Reading, Tables, read_tables, read_tags};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

use crate::made::{list, question, read_of, tag, the_only};

fn read(bytes: &[u8]) -> Result<Tables, FileFault> {
    read_tables("tags.xlsx", bytes, Limits::TAG_LIST)
}

fn reading(book: &mut Workbook) -> Reading {
    read_tags(&read(&book.save_to_buffer().unwrap()).unwrap(), &Answer::default()).unwrap()
}

/// A sheet with these cells.
fn sheet<'a>(book: &'a mut Workbook, name: &str, rows: &[&[&str]]) -> &'a mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    sheet
}

const ONE: &str = "1A4060300002199000000001";
const TWO: &str = "1A4060300002199000000002";
const THREE: &str = "1A4060300002199000000003";

#[test]
fn a_sheet_is_read_with_its_row_numbers() {
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
    sheet.write_string(5, 0, tag(1).as_str()).unwrap();
    sheet.write_string(6, 3, "12").unwrap();
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    let form = &tables.tables[0].form;
    assert_eq!(*form, Form::Workbook { sheet: "Manifest".into(), hidden_rows: 0, hidden_columns: 0 });
    let file = list(read_tags(&tables, &Answer::default()).unwrap());
    let entry = &file.entries[0];
    assert_eq!((entry.line, &entry.tag), (2, &tag(1)));
    assert_eq!(entry.gross_weight.unwrap().to_string(), "0.3", "as it was typed, not as binary has it");
    assert_eq!(entry.price.unwrap().to_string(), "1250.5");
    let refused = &file.refused[0];
    assert_eq!((refused.line, refused.text.as_str()), (5, "1.2E+23"));
    assert_eq!(refused.reason.code(), "sheet_made_number_of_it");
    assert_eq!(
        file.refused[1].sentence, "This row has other values but no tag. Add the tag, or remove the row.",
        "a workbook has rows"
    );
    assert_eq!((file.lines(), file.sheet.as_str()), (4, "Manifest"));
    assert_eq!(file.read_as, "The sheet \u{201c}Manifest\u{201d} was read.");
}

#[test]
fn hidden_sheets_are_not_read() {
    let mut book = Workbook::new();
    sheet(&mut book, "Sept", &[&["Tag"], &[ONE], &[TWO]]).set_hidden(true);
    sheet(&mut book, "Older", &[&["Tag"], &[ONE]]).set_very_hidden(true);
    sheet(&mut book, "Today", &[&["Tag"], &[THREE]]).set_active(true);
    let file = list(reading(&mut book));
    assert_eq!(read_of(&file), [THREE]);
    assert_eq!(file.read_as, "The sheet \u{201c}Today\u{201d} was read. 2 hidden sheets were not read.");
}

#[test]
fn hidden_rows_and_columns_are_not_read() {
    let mut book = Workbook::new();
    let today =
        sheet(&mut book, "Today", &[&["Tag", "Was", "Item"], &[ONE, TWO, "Dream"], &[TWO, ONE, ""], &[THREE, ONE, ""]]);
    today.set_row_hidden(2).unwrap();
    today.set_column_hidden(1).unwrap();
    let file = list(reading(&mut book));
    let found: Vec<(u64, &str)> = file.entries.iter().map(|entry| (entry.line, entry.tag.as_str())).collect();
    assert_eq!(found, [(2, ONE), (4, THREE)], "what a filter took away stays away");
    assert_eq!(file.read_as, "The sheet \u{201c}Today\u{201d} was read. 1 hidden row, 1 hidden column were not read.");
}

#[test]
fn a_cover_and_an_empty_sheet_are_passed_over() {
    let mut book = Workbook::new();
    sheet(&mut book, "Empty", &[]);
    sheet(&mut book, "Cover", &[&["Golden Poppy", "Inventory"], &["Printed", "11/22/2026"]]);
    sheet(&mut book, "List", &[&["Package Label"], &[ONE], &[TWO]]);
    let file = list(reading(&mut book));
    assert_eq!((read_of(&file), file.sheet.as_str()), (vec![ONE, TWO], "List"));
}

#[test]
fn two_lists_are_asked_for_by_their_names() {
    let mut book = Workbook::new();
    sheet(&mut book, "Mon", &[&["Tag"], &[ONE], &[TWO]]);
    sheet(&mut book, "Notes", &[&["call the driver"]]);
    sheet(&mut book, "Tue", &[&["Printed"], &["Tag", "Source Package"], &[THREE, ONE]]);
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    let asked = question(read_tags(&tables, &Answer::default()).unwrap());
    assert_eq!(
        asked.sentence,
        "2 sheets of this workbook hold tags. Which one is meant? Nothing is taken before you choose."
    );
    let choices: Vec<(&str, Vec<&str>, usize)> = asked
        .choices
        .iter()
        .map(|choice| (choice.label.as_str(), choice.first.iter().map(String::as_str).collect(), choice.tags))
        .collect();
    assert_eq!(
        choices,
        [("Sheet \u{201c}Mon\u{201d}", vec![ONE, TWO], 2), ("Sheet \u{201c}Tue\u{201d}", vec![THREE], 1)]
    );
    let file = list(read_tags(&tables, &asked.choices[1].answer).unwrap());
    assert_eq!(read_of(&file), [THREE]);
    assert_eq!(
        file.read_as,
        "The sheet \u{201c}Tue\u{201d} was read, as you chose. What stands above the heading, up to row 1, was passed over."
    );
}

#[test]
fn a_cell_with_line_breaks_is_a_cell() {
    let mut book = Workbook::new();
    let two = format!("{TWO}\n{THREE}");
    sheet(&mut book, "A", &[&["Tag\n(24)", "Item"], &[ONE, "Blue\nDream"], &[&two, "Emerald"]]);
    let file = list(reading(&mut book));
    assert_eq!(read_of(&file), [ONE]);
    assert_eq!(file.refused[0].reason.code(), "several_tags");
    assert_eq!(file.refused[0].sentence, "There are 2 tags in one place here. Give each of them a row of its own.");
    let mut alone = Workbook::new();
    sheet(&mut alone, "A", &[&["Tag"], &[&two]]);
    assert_eq!(read_of(&list(reading(&mut alone))), [TWO, THREE], "with nothing beside them both are meant");
}

#[test]
fn a_workbook_that_says_nothing_says_so_in_its_words() {
    let mut bare = Workbook::new();
    sheet(&mut bare, "A", &[&["Tag", "Item"]]);
    let empty = read_tags(&read(&bare.save_to_buffer().unwrap()).unwrap(), &Answer::default());
    assert_eq!(empty, Err(FileFault::EmptySheet { sheet: "A".into() }));
    let mut words = Workbook::new();
    sheet(&mut words, "A", &[&["Blue", "Dream"]]);
    sheet(&mut words, "B", &[&["Emerald", "Kush"]]);
    let none = read_tags(&read(&words.save_to_buffer().unwrap()).unwrap(), &Answer::default());
    assert_eq!(none, Err(FileFault::NoTagsInWorkbook));
    let mut hidden = Workbook::new();
    sheet(&mut hidden, "A", &[&[ONE]]).set_row_hidden(0).unwrap();
    assert_eq!(read(&hidden.save_to_buffer().unwrap()), Err(FileFault::NoSheet));
    let mut wide = Workbook::new();
    wide.add_worksheet().write_string(3, 300, ONE).unwrap();
    let beyond = FileFault::SheetTooWide { sheet: "Sheet1".into(), row: 4, limit: 256 };
    assert_eq!(read(&wide.save_to_buffer().unwrap()), Err(beyond));
}

#[test]
fn dates_and_truths_are_words() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_datetime_with_format(0, 0, ExcelDateTime::from_ymd(2026, 11, 23).unwrap(), &day).unwrap();
    sheet.write_boolean(0, 1, true).unwrap();
    let table = the_only(read(&book.save_to_buffer().unwrap()).unwrap());
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
    let numbers: &[(&str, &[u8])] = &[("Index/Document.iwa", b""), ("Index/Tables/DataList.iwa", b"")];
    assert_eq!(found(numbers), foreign(Foreign::Numbers));
    assert_eq!(found(&[("Index.zip", b"")]), foreign(Foreign::Numbers), "of an older Numbers");
    let named = |name| read_tables(name, zip(numbers).as_slice(), Limits::TAG_LIST).unwrap_err();
    assert_eq!(named("list.pages"), foreign(Foreign::Document));
    assert_eq!(
        named("list.numbers").to_string(),
        "This file is a Numbers file. In Numbers choose File > Export To > CSV, and choose that file here."
    );
}

#[test]
fn an_empty_workbook_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(read(&book.save_to_buffer().unwrap()), Err(FileFault::NoSheet));
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
