//! Every file that cannot be read says what it is, where, and what to do.

use std::io::Read;

use imports::{Answer, FileFault, Foreign, Limits, TextEncoding, read_tables, read_tags};

use crate::made::{Written, table, tags, write};

fn fault(bytes: &[u8]) -> FileFault {
    table(bytes).unwrap_err()
}

#[test]
fn a_file_that_is_no_table_says_what_it_is() {
    let foreign = |found| FileFault::Foreign { found };
    for (bytes, is) in [
        (&b""[..], FileFault::Empty),
        (b"\xef\xbb\xbf", FileFault::Empty),
        (b"\r\n  \r\n\t\r\n", FileFault::Empty),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", foreign(Foreign::Pdf)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", foreign(Foreign::Image)),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", foreign(Foreign::Image)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", foreign(Foreign::OldExcel)),
        (b"<html><table><tr><td>1A4</td></tr></table></html>", foreign(Foreign::WebPage)),
        (b"\x1f\x8b\x08\0\0\0\0\0", foreign(Foreign::Archive)),
        (b"MZ\x90\0\x03\0\0\0", foreign(Foreign::Program)),
        (b"1A4\n1A\x005\n1A6\n", FileFault::Nul { line: 2 }),
        (b"1A4\r1A5\r\n1A\x07\n", FileFault::NotText { line: 3 }),
        (b"\x01\x02\x03\x04\x05\x06", FileFault::NotText { line: 1 }),
        (b"caf\xc3\xa9\nna\xefve\n", FileFault::Encoding { line: 2, encoding: TextEncoding::Utf8 }),
        (b"\xef\xbb\xbfcaf\xe9\n", FileFault::Encoding { line: 1, encoding: TextEncoding::Utf8 }),
        (b"1\n\xff\n\x81\n", FileFault::NotText { line: 3 }),
        (b"\xff\xfe1\0\n\0\x00\xd8x\0", FileFault::Encoding { line: 2, encoding: TextEncoding::Utf16Le }),
        (b"\xff\xfe1\0\n\x002", FileFault::Encoding { line: 2, encoding: TextEncoding::Utf16Le }),
        (b"a,b\n\"c,d\ne,f\n", FileFault::UnterminatedQuote { line: 2 }),
        (b"a,b\n\"c\nd\",\"e\nf\n", FileFault::UnterminatedQuote { line: 3 }),
        (b"PK\x03\x04 and no more", FileFault::Workbook),
    ] {
        assert_eq!(fault(bytes), is, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn damage_far_into_a_file_is_found_on_its_line() {
    let mut bytes = "1A4060300002199000000001\r\n".repeat(5_000).into_bytes();
    bytes.extend_from_slice(b"1A40603000\x00\x00199\r\n");
    assert_eq!(fault(&bytes), FileFault::Nul { line: 5_001 });
    let wide = write(&("1A4060300002199000000001\r\n".repeat(5_000) + "a\0b"), Written::Utf16Be);
    assert_eq!(fault(&wide), FileFault::Nul { line: 5_001 });
}

#[test]
fn one_gigabyte_is_refused_after_a_few_megabytes() {
    struct Counted<R>(R, u64);
    impl<R: Read> Read for Counted<R> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.read(into)?;
            self.1 += u64::try_from(count).unwrap();
            Ok(count)
        }
    }
    for byte in [b'x', b',', b'"'] {
        let mut endless = Counted(std::io::repeat(byte).take(1 << 30), 0);
        let fault = read_tables("tags.csv", &mut endless, Limits::TAG_LIST).unwrap_err();
        assert!(
            matches!(
                fault,
                FileFault::RowTooLong { line: 1 }
                    | FileFault::UnterminatedQuote { line: 1 }
                    | FileFault::TooLarge { .. }
            ),
            "{fault:?}"
        );
        assert!(endless.1 <= Limits::TAG_LIST.text_bytes + (1 << 20), "{} bytes were read", endless.1);
    }
    let lines = Limits { rows: u64::MAX, ..Limits::TAG_LIST };
    let fault = read_tables("tags.csv", std::io::repeat(b'\n').take(1 << 30), lines).unwrap_err();
    assert_eq!(fault, FileFault::TooLarge { megabytes: 4 });
    assert_eq!(fault.to_string(), "This file is larger than 4 MB. Split it into smaller ones.");
    let zip = [b"PK\x03\x04".to_vec(), vec![0; 5 << 20]].concat();
    assert_eq!(table(&zip), Err(FileFault::TooLarge { megabytes: 4 }));
}

#[test]
fn too_many_rows_and_columns_are_named() {
    assert_eq!(fault("a\n".repeat(20_001).as_bytes()), FileFault::TooManyRows { limit: 20_000 });
    assert!(table("a\n".repeat(20_000).as_bytes()).is_ok());
    let wide = format!("a\n{}\n", ",".repeat(256));
    assert_eq!(fault(wide.as_bytes()), FileFault::TooManyColumns { line: 2, limit: 256 });
}

#[test]
fn what_the_system_refuses_is_said_in_its_words() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the drive was removed"))
        }
    }
    let fault = read_tables("tags.csv", Broken, Limits::TAG_LIST).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "This file could not be read: the drive was removed. Close it in other programs and try again."
    );
}

#[test]
fn what_holds_no_tags_is_no_list() {
    let read = |text: &str| read_tags(&table(text.as_bytes()).unwrap().into(), &Answer::default());
    let of_items = "Blue Dream,Flower,x,y,z,1\nEmerald,Flower,x,y,z,1\n";
    assert_eq!(read(of_items), Err(FileFault::NoTags));
    let swallowed = "1A4060300002199000000001\n\"1A4060300002199000000002\n1A4060300002199000000003\n\"1A4060300002199000000004\"\n";
    assert_eq!(read(swallowed), Err(FileFault::UnterminatedQuote { line: 2 }));
}

#[test]
fn a_list_has_as_many_lines_as_are_taken_one_by_one() {
    let many = format!("{}\n", "1A4060300002199000000001 ".repeat(1_000)).repeat(21);
    let read = read_tags(&table(many.as_bytes()).unwrap().into(), &Answer::default());
    assert_eq!(read, Err(FileFault::TooManyRows { limit: 20_000 }));
    assert_eq!(tags(&"1A4060300002199000000001 ".repeat(1_000)).entries.len(), 1_000);
}

#[test]
fn every_fault_says_what_and_what_now() {
    let faults = [
        FileFault::Empty,
        FileFault::Foreign { found: Foreign::Zip },
        FileFault::Foreign { found: Foreign::OldExcel },
        FileFault::Nul { line: 3 },
        FileFault::NotText { line: 3 },
        FileFault::Encoding { line: 3, encoding: TextEncoding::Utf8 },
        FileFault::UnterminatedQuote { line: 3 },
        FileFault::RowTooLong { line: 3 },
        FileFault::TooManyColumns { line: 3, limit: 256 },
        FileFault::Foreign { found: Foreign::Numbers },
        FileFault::NoTags,
        FileFault::NoTagsInWorkbook,
        FileFault::SheetTooWide { sheet: "Today".into(), row: 3, limit: 256 },
        FileFault::EmptySheet { sheet: "Today".into() },
        FileFault::Workbook,
        FileFault::NoSheet,
    ];
    for fault in faults {
        let said = fault.to_string();
        assert!(said.contains(". ") && said.ends_with('.'), "what happened, then what now: {said}");
        if let Some(line) = fault.line() {
            let place = |word| said.contains(&format!("{word} {line}"));
            assert!(place("ine") || place("Row"), "where: {said}");
        }
    }
}
