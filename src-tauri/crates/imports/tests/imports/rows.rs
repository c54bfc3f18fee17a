//! Bytes to rows: encodings, line ends, quotation marks, delimiters, and the line of each row.

use imports::{Delimiter, Form, Limits, Opened, Row, TextEncoding, open_table};

use crate::made::{ALL_WAYS, Written, cells, table, write};

fn of(rows: &[(u64, &[&str])]) -> Vec<(u64, Vec<String>)> {
    rows.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect()
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let text = "Tag,Côté\r\n1A4060300002199000000001,crème brûlée\r\n";
    for how in ALL_WAYS {
        let found = cells(&write(text, how));
        let expected = of(&[(1, &["Tag", "Côté"]), (2, &["1A4060300002199000000001", "crème brûlée"])]);
        assert_eq!(found, expected, "{how:?}");
    }
    let encoding = |how| match table(&write(text, how)).unwrap().form {
        Form::Text { encoding, .. } => encoding,
        Form::Workbook { .. } | Form::Pasted => panic!("a text"),
    };
    assert_eq!(encoding(Written::Windows1252), TextEncoding::Windows1252);
    assert_eq!(encoding(Written::Utf16Be), TextEncoding::Utf16Be);
    assert_eq!(encoding(Written::Utf8), TextEncoding::Utf8);
}

#[test]
fn windows_own_characters_are_read() {
    // Curly quotation marks and the euro sign stand where Latin-1 has none.
    assert_eq!(cells(b"\x93Dream\x94,5\x80\n"), of(&[(1, &["“Dream”", "5€"])]));
}

#[test]
fn lines_are_numbered_as_an_editor_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,1", "", "  ", "\"b", "", "c\",2", "d,3"].join(end);
        let expected = of(&[(1, &["a", "1"]), (4, &["b\n\nc", "2"]), (7, &["d", "3"])]);
        assert_eq!(cells(text.as_bytes()), expected, "{end:?}");
    }
    assert_eq!(cells(b"a\r\nb\rc\nd"), of(&[(1, &["a"]), (2, &["b"]), (3, &["c"]), (4, &["d"])]), "mixed");
    assert_eq!(cells(b"\r\n\r\na\r\n"), of(&[(3, &["a"])]), "blank lines count");
}

#[test]
fn a_line_end_cut_by_a_chunk_is_one() {
    // CR is the last byte of the first chunk that is read, LF the first of the second.
    for before in [65_533, 65_534, 65_535, 65_536] {
        let text = format!("{}\r\nb\r\nc", "1234567\n".repeat(before / 8) + &"x".repeat(before % 8));
        let last = cells(text.as_bytes()).last().unwrap().clone();
        assert_eq!(last.0, u64::try_from(text.lines().count()).unwrap(), "{before}");
    }
}

#[test]
fn a_character_cut_by_a_chunk_is_whole() {
    for before in 65_530..65_538 {
        for (how, line) in [(Written::Utf8, "é€😀"), (Written::Utf16Le, "é€😀"), (Written::Windows1252, "éü")]
        {
            let text = format!("{}\n{line}", "a".repeat(30_000) + "\n" + &"b".repeat(before - 30_001));
            let found = cells(&write(&text, how));
            assert_eq!(found.last().unwrap().1, [line], "{how:?} {before}");
        }
    }
}

#[test]
fn quotation_marks_are_read_as_spreadsheets_write_them() {
    assert_eq!(
        cells(b"\"a, b\",\"say \"\"yes\"\"\",plain \"mark\",\"\"\n"),
        of(&[(1, &["a, b", "say \"yes\"", "plain \"mark\"", ""])])
    );
}

#[test]
fn the_delimiter_is_found_or_stated() {
    let delimiter = |text: &str| match table(text.as_bytes()).unwrap().form {
        Form::Text { delimiter, .. } => delimiter,
        Form::Workbook { .. } | Form::Pasted => panic!("a text"),
    };
    assert_eq!(delimiter("a;b\nc;d\n"), Delimiter::Semicolon);
    assert_eq!(delimiter("a\tb\nc\td\n"), Delimiter::Tab);
    assert_eq!(delimiter("a,b\nc,d\n"), Delimiter::Comma);
    assert_eq!(delimiter("sep=;\na,b,c\n"), Delimiter::Semicolon);
    assert_eq!(cells(b"sep=;\r\na;b\r\n"), of(&[(2, &["a", "b"])]), "what states it is no row");
    assert_eq!(cells(b"SEP=\t\r\na\tb\r\n"), of(&[(2, &["a", "b"])]));
}

#[test]
fn a_long_file_is_read_row_by_row() {
    let line = "1A4060300002199000000001,Pesticide,Neem,12.5\r\n";
    let lines = 100_000;
    let source = std::io::Read::take(Repeat { line, at: 0 }, u64::try_from(line.len() * lines).unwrap());
    let Opened::Text(mut reader) = open_table("additives.csv", source, Limits::DATA_IMPORT).unwrap() else {
        panic!("a text")
    };
    let mut row = Row::default();
    let mut count = 0;
    while reader.read_row(&mut row).unwrap() {
        count += 1;
        assert_eq!(row.line(), count);
        assert_eq!(row.len(), 4);
    }
    assert_eq!(count, 100_000);
    assert_eq!(reader.bytes_read(), u64::try_from(line.len() * lines).unwrap());
}

/// A line without end, given a few bytes at a time.
struct Repeat {
    line: &'static str,
    at: usize,
}

impl std::io::Read for Repeat {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let rest = &self.line.as_bytes()[self.at..];
        let count = rest.len().min(into.len()).min(7);
        into[..count].copy_from_slice(&rest[..count]);
        self.at = (self.at + count) % self.line.len();
        Ok(count)
    }
}
