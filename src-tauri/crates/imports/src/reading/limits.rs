//! How large a file may be.

/// What is read at most. A file beyond a limit is a fault that names it; nothing beyond is held in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a text file.
    pub text_bytes: u64,
    /// Bytes of a workbook, which is held whole.
    pub workbook_bytes: u64,
    /// Bytes of a workbook unpacked.
    pub unpacked_bytes: u64,
    /// Rows.
    pub rows: u64,
    /// Columns of one row.
    pub columns: usize,
    /// Bytes of one row.
    pub row_bytes: usize,
}

impl Limits {
    /// For a list of tags, of which at most 200 are taken: read whole, with room for a file that holds far too much to
    /// be explained line by line.
    pub const TAG_LIST: Self = Self {
        text_bytes: 4 << 20,
        workbook_bytes: 4 << 20,
        unpacked_bytes: 64 << 20,
        rows: 20_000,
        columns: 256,
        row_bytes: 64 << 10,
    };

    /// For a data import, read row by row.
    pub const DATA_IMPORT: Self = Self {
        text_bytes: 256 << 20,
        workbook_bytes: 32 << 20,
        unpacked_bytes: 256 << 20,
        rows: 1_000_000,
        columns: 256,
        row_bytes: 1 << 20,
    };
}
