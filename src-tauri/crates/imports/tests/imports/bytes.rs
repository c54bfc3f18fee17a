//! Whatever bytes come, the reader answers with rows or with a fault. The same runs for longer under the fuzzer
//! (`fuzz/`); its seeds, and the shapes it found worth keeping, stand here.

use imports::{Answer, FileFault, Limits, Reading, read_tables, read_tags};
use proptest::prelude::*;

#[path = "../../fuzz/read.rs"]
mod read;

use read::{read, workbook};

/// Bytes that a file could begin with, so that more than the first check is reached.
fn beginnings() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        Just(b"".to_vec()),
        Just(b"\xef\xbb\xbf".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        Just(b"\xfe\xff".to_vec()),
        Just(b"PK\x03\x04".to_vec()),
        Just(b"sep=;\r\n".to_vec()),
        Just(b"Tag;Gross Weight;Unit;Price\r\n".to_vec()),
        Just(b"1A4060300002199000000001,".to_vec()),
        Just(b"<worksheet><sheetData>".to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_bytes_bring_the_reader_down(start in beginnings(), rest in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&[start, rest].concat());
    }

    #[test]
    fn no_sheet_brings_the_reader_down(sheet in "(<row( r=\"[0-9]{1,8}\")?>|</row>|<c( r=\"[A-Z]{1,4}[0-9]{1,8}\")?( t=\"(s|b|e|n|str|inlineStr|d)\")?( s=\"[0-9]{1,3}\")?>|</c>|<v>|</v>|[-0-9.E+]{1,9}|<is><t>|</t></is>|1A4){0,40}") {
        read(format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>").as_bytes());
    }

    #[test]
    fn no_text_brings_the_reader_down(start in beginnings(), rest in "[1A4\",;\t\r\n' =.Eé0-9+]{0,200}") {
        read(&[start, rest.into_bytes()].concat());
    }
}

#[test]
fn shapes_that_once_mattered() {
    let shapes: [&[u8]; 12] = [
        b"\r",
        b"\"",
        b"\"\"",
        b"\"\"\"",
        b"\0",
        b"\xff",
        b"\xff\xfe\n",
        b"\xc3",
        b"sep=",
        b"PK\x05\x06",
        b"\xef\xbb\xbf\"\r\r\n\"\",",
        b",\n,\n,\n",
    ];
    for shape in shapes {
        read(shape);
    }
    // A cell reference beyond any number, found by the fuzzer: the library that reads workbooks panics on it.
    let beyond = b"<worksheet><dimension ref=\"A1:DFTYPHEIEETDATA\"/><sheetData></sheetData></worksheet>";
    assert_eq!(read_tables("tags.xlsx", workbook(beyond).as_slice(), Limits::TAG_LIST), Err(FileFault::Workbook));
    let empty = read_tables("tags.csv", &b"\xef\xbb\xbf\r\n"[..], Limits::TAG_LIST);
    assert_eq!(empty, Err(FileFault::Empty));
}

#[test]
fn what_the_fuzzer_found_is_read() {
    let shapes = include_str!("../../fuzz/found.txt").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for shape in shapes {
        let pairs = shape.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        read(&pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect::<Vec<u8>>());
        count += 1;
    }
    assert_eq!(count, 100);
}

#[test]
fn the_fuzzer_s_seeds_are_read() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut tags = 0;
    for seed in std::fs::read_dir(seeds).unwrap() {
        let seed = std::fs::read(seed.unwrap().path()).unwrap();
        read(&seed);
        let file = if seed.starts_with(b"<") { workbook(&seed) } else { seed };
        let tables = read_tables("seed", file.as_slice(), Limits::TAG_LIST).unwrap();
        tags += match read_tags(&tables, &Answer::default()).unwrap() {
            Reading::List(list) => list.entries.len(),
            Reading::Question(question) => panic!("{question:?}"),
        };
    }
    assert_eq!(tags, 11, "every seed is a whole list, so that the fuzzer begins behind the first checks");
}
