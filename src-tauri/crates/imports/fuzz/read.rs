//! What any bytes are put through, by the fuzzer and by the ordinary tests, and what must hold of the answer.

use std::io::{Cursor, Write as _};

use imports::{Answer, FileFault, Limits, Reading, Table, TagFile, read_pasted, read_tables, read_tags};
use zip::write::SimpleFileOptions;

/// Reads bytes as a file, as a paste, and, where they begin as XML does, as the sheet of a workbook.
pub fn read(bytes: &[u8]) {
    file("tags.csv", bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let ends = text.replace("\r\n", "\n").replace('\r', "\n").matches('\n').count();
        let lines = u64::try_from(ends).unwrap() + 1;
        answered(|answer| read_pasted(text, answer), |file| within(file, 1..=lines));
    }
    if bytes.starts_with(b"<") {
        file("tags.xlsx", &workbook(bytes));
    }
}

fn file(name: &str, bytes: &[u8]) {
    let tables = match read_tables(name, bytes, Limits::TAG_LIST) {
        Ok(tables) => tables,
        Err(fault) => {
            assert!(fault.to_string().ends_with('.'), "a fault is a sentence: {fault}");
            return;
        }
    };
    assert!(!tables.tables.is_empty(), "an empty file is a fault");
    for table in &tables.tables {
        assert!(!table.rows.is_empty(), "an empty table is none");
        if name.ends_with(".csv") {
            rising(table);
        }
    }
    answered(
        |answer| read_tags(&tables, answer),
        |file| {
            let of_it = |line| tables.tables.iter().flat_map(|table| &table.rows).any(|row| row.line() == line);
            let entries = file.entries.iter().map(|entry| entry.line);
            assert!(entries.chain(file.refused.iter().map(|one| one.line)).all(of_it), "no line is made up");
        },
    );
}

/// Reads, and where something is asked, reads with every answer that is offered: each leads to a list or to one more
/// question, and none asks the same again.
fn answered(read: impl Fn(&Answer) -> Result<Reading, FileFault>, look: impl Fn(&TagFile)) {
    let mut answers = vec![Answer::default()];
    while let Some(answer) = answers.pop() {
        match read(&answer) {
            Err(fault) => assert!(fault.to_string().ends_with('.'), "a fault is a sentence: {fault}"),
            Ok(Reading::List(file)) => {
                assert!(file.lines() > 0, "nothing is a fault");
                sentences(&file);
                look(&file);
            }
            Ok(Reading::Question(question)) => {
                assert!(answer.column.is_none(), "a column that was offered is taken: {answer:?}");
                assert!(!question.choices.is_empty(), "there is something to choose");
                assert!(question.choices.iter().all(|choice| choice.answer != answer), "each choice goes on");
                answers.extend(question.choices.into_iter().map(|choice| choice.answer));
            }
        }
    }
}

fn within(file: &TagFile, lines: std::ops::RangeInclusive<u64>) {
    let all = file.entries.iter().map(|entry| entry.line).chain(file.refused.iter().map(|one| one.line));
    assert!({ all }.all(|line| lines.contains(&line)), "no line is made up");
}

/// Every row has a line of its own, further down than the one before.
fn rising(table: &Table) {
    let mut before = 0;
    for row in &table.rows {
        assert!(row.line() > before, "lines go up");
        assert!(row.cells().len() > 0, "a row has cells");
        before = row.line();
    }
}

fn sentences(file: &TagFile) {
    for refused in &file.refused {
        assert!(refused.sentence.ends_with('.'), "a refusal is a sentence: {refused:?}");
        assert!(refused.text.chars().count() <= 61, "and its text is short");
    }
}

/// The least workbook, with these bytes as its sheet. Writing into memory does not fail.
pub fn workbook(sheet: &[u8]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{of}"><sheets><sheet name="Tags" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{of}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{of}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let strings = format!(r#"<sst xmlns="{main}"><si><t>1A4060300002199000000001</t></si></sst>"#);
    let styles =
        format!(r#"<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).and_then(|()| Ok(zip.write_all(bytes)?)).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
