//! Files, tags and packages made for these tests.

use imports::{
    Answer, FileFault, Limits, Question, Reading, Table, Tables, TagFile, read_pasted, read_tables, read_tags,
};
use rules::{LabTestingState, Quantity, Tag, TransferPackage};

/// How a text is written to bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16LeMarked,
    Utf16Be,
    Utf16BeMarked,
    Windows1252,
}

pub const ALL_WAYS: [Written; 7] = [
    Written::Utf8,
    Written::Utf8Marked,
    Written::Utf16Le,
    Written::Utf16LeMarked,
    Written::Utf16Be,
    Written::Utf16BeMarked,
    Written::Windows1252,
];

pub fn write(text: &str, how: Written) -> Vec<u8> {
    let wide = |to: fn(u16) -> [u8; 2], mark: bool| {
        let marked = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        marked.flat_map(to).collect()
    };
    match how {
        Written::Utf8 => text.as_bytes().to_vec(),
        Written::Utf8Marked => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Written::Utf16Le => wide(u16::to_le_bytes, false),
        Written::Utf16LeMarked => wide(u16::to_le_bytes, true),
        Written::Utf16Be => wide(u16::to_be_bytes, false),
        Written::Utf16BeMarked => wide(u16::to_be_bytes, true),
        // Latin-1's letters are the same in Windows-1252.
        Written::Windows1252 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
    }
}

/// A file with one table.
pub fn table(bytes: &[u8]) -> Result<Table, FileFault> {
    read_tables("tags.csv", bytes, Limits::TAG_LIST).map(the_only)
}

pub fn the_only(tables: Tables) -> Table {
    let [table] = <[Table; 1]>::try_from(tables.tables).unwrap();
    table
}

pub fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let rows = table(bytes).unwrap().rows;
    rows.iter().map(|row| (row.line(), row.cells().map(str::to_owned).collect())).collect()
}

/// What a text file says, where nothing is asked.
pub fn tags(text: &str) -> TagFile {
    list(read(text))
}

/// What becomes of a text file.
pub fn read(text: &str) -> Reading {
    read_tags(&table(text.as_bytes()).unwrap().into(), &Answer::default()).unwrap()
}

/// What becomes of a paste.
pub fn paste(text: &str) -> Reading {
    read_pasted(text, &Answer::default()).unwrap()
}

pub fn list(reading: Reading) -> TagFile {
    match reading {
        Reading::List(file) => file,
        Reading::Question(question) => panic!("asked: {question:?}"),
    }
}

pub fn question(reading: Reading) -> Question {
    match reading {
        Reading::List(file) => panic!("read: {file:?}"),
        Reading::Question(question) => question,
    }
}

/// The tags that were read, in order.
pub fn read_of(file: &TagFile) -> Vec<&str> {
    file.entries.iter().map(|entry| entry.tag.as_str()).collect()
}

pub fn tag(number: u32) -> Tag {
    Tag::parse(&format!("1A4060300002199{number:09}")).unwrap()
}

/// Nothing stands in its way.
pub fn package(tag: &Tag) -> TransferPackage {
    TransferPackage {
        tag: tag.clone(),
        item: "Blue Dream, 3.5 g".into(),
        category: "Flower (packaged eighth - each)".into(),
        strain: "Blue Dream".into(),
        quantity: Quantity { amount: 12.into(), unit: "Each".into() },
        lab_state: LabTestingState::TestPassed,
        finished: false,
        finished_on: None,
        held: false,
        in_transit: None,
        transferred: false,
        drafts: Vec::new(),
        had_sales: None,
        packaged: None,
    }
}
