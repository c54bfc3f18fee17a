//! Whatever bytes come, the reader answers with rows or with a fault. The same holds for longer under the fuzzer
//! (`fuzz/`); the shapes it found worth keeping stand here.

use imports::{FileFault, Limits, read_pasted, read_table, read_tags};
use proptest::prelude::*;

/// What the fuzz target does with bytes, and what must hold of any answer.
fn read(name: &str, bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(file) = read_pasted(text)
    {
        assert!(file.lines() > 0, "nothing is a fault");
    }
    let table = match read_table(name, bytes, Limits::TAG_LIST) {
        Ok(table) => table,
        Err(fault) => {
            assert!(!fault.to_string().is_empty());
            return;
        }
    };
    assert!(!table.rows.is_empty(), "an empty file is a fault");
    assert!(table.rows.windows(2).all(|rows| rows[0].line() < rows[1].line()), "lines go up");
    let Ok(file) = read_tags(&table) else { return };
    assert!((1..=table.rows.len()).contains(&file.lines()), "no line is made up");
}

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
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_bring_the_reader_down(start in beginnings(), rest in prop::collection::vec(any::<u8>(), 0..400)) {
        read("tags.csv", &[start, rest].concat());
    }

    #[test]
    fn no_text_brings_the_reader_down(start in beginnings(), rest in "[1A4\",;\t\r\n' =.Eé0-9+]{0,200}") {
        read("tags.txt", &[start, rest.into_bytes()].concat());
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
        read("tags.csv", shape);
    }
    let empty = read_table("tags.csv", &b"\xef\xbb\xbf\r\n"[..], Limits::TAG_LIST);
    assert_eq!(empty, Err(FileFault::Empty));
}
