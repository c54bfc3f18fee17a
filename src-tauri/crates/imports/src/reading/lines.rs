//! Text to lines, numbered as an editor numbers them.

use std::io::Read;

use memchr::memchr2;

use super::fault::FileFault;
use super::limits::Limits;
use super::text::{Damage, Decoding, Start, TextEncoding};

/// A source of lines without their ends.
pub(super) trait Lines {
    /// The next line, none at the end.
    fn next_line(&mut self) -> Result<Option<&str>, FileFault>;

    /// The number of the line given last, from 1.
    fn number(&self) -> u64;

    /// Bytes of one row at most.
    fn row_bytes(&self) -> usize;
}

/// Reads lines that end in CRLF, CR or LF, each alone or mixed. Holds one line and what was read beyond it.
pub(super) struct FileLines<R> {
    source: R,
    decoding: Decoding,
    chunk: Vec<u8>,
    text: String,
    /// Where in `text` the next line begins.
    at: usize,
    /// The line before ended in CR: an LF that follows belongs to it.
    after_cr: bool,
    ended: bool,
    number: u64,
    read: u64,
    limits: Limits,
}

/// Bytes read at a time.
const CHUNK: usize = 64 << 10;

impl<R: Read> FileLines<R> {
    /// Begins behind the mark; `source` still holds it.
    pub(super) fn new(source: R, start: Start, limits: Limits) -> Result<Self, FileFault> {
        let mut lines = Self {
            source,
            decoding: Decoding::new(start),
            chunk: vec![0; CHUNK],
            text: String::new(),
            at: 0,
            after_cr: false,
            ended: false,
            number: 0,
            read: 0,
            limits,
        };
        lines.fill(start.mark_length())?;
        // A second time, so that a small file is known to be whole.
        lines.fill(0)?;
        Ok(lines)
    }

    /// The encoding, as far as is known.
    pub(super) fn encoding(&self) -> TextEncoding {
        self.decoding.encoding()
    }

    /// Bytes read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// What is read and not yet given, and whether that is all there is.
    pub(super) fn ahead(&self) -> (&str, bool) {
        (self.text.get(self.at..).unwrap_or_default(), self.ended)
    }

    /// Reads on, dropping what was given; `skip` bytes of the mark are left out.
    fn fill(&mut self, skip: usize) -> Result<(), FileFault> {
        self.text.drain(..self.at);
        self.at = 0;
        let count = loop {
            match self.source.read(&mut self.chunk) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                result => break result?,
            }
        };
        self.read += u64::try_from(count).unwrap_or(u64::MAX);
        if self.read > self.limits.text_bytes {
            return Err(FileFault::too_large(self.limits.text_bytes));
        }
        self.ended = count == 0;
        let bytes = self.chunk.get(skip..count).unwrap_or_default();
        self.decoding.push(bytes, self.ended, &mut self.text).map_err(|(damage, at)| {
            let before = self.text.get(..at).unwrap_or_default();
            let line = self.number + 1 + ends_in(before, self.after_cr);
            match damage {
                Damage::Nul => FileFault::Nul { line },
                Damage::Control => FileFault::NotText { line },
                Damage::Malformed(encoding) => FileFault::Encoding { line, encoding },
            }
        })
    }

    /// Where the next line begins and ends.
    fn find(&mut self) -> Result<Option<(usize, usize)>, FileFault> {
        let mut searched = 0;
        loop {
            if self.after_cr && self.text.len() > self.at {
                self.after_cr = false;
                if self.text.as_bytes().get(self.at) == Some(&b'\n') {
                    self.at += 1;
                }
            }
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let found = rest.get(searched..).and_then(|rest| memchr2(b'\n', b'\r', rest)).map(|end| end + searched);
            if let Some(end) = found {
                let (start, end) = (self.at, self.at + end);
                self.after_cr = self.text.as_bytes().get(end) == Some(&b'\r');
                self.at = end + 1;
                return Ok(Some((start, end)));
            }
            searched = rest.len();
            if searched > self.limits.row_bytes {
                return Err(FileFault::RowTooLong { line: self.number + 1 });
            }
            if self.ended {
                let (start, end) = (self.at, self.text.len());
                self.at = end;
                return Ok((end > start).then_some((start, end)));
            }
            self.fill(0)?;
        }
    }
}

impl<R: Read> Lines for FileLines<R> {
    fn next_line(&mut self) -> Result<Option<&str>, FileFault> {
        let Some((start, end)) = self.find()? else { return Ok(None) };
        self.number += 1;
        Ok(self.text.get(start..end))
    }

    fn number(&self) -> u64 {
        self.number
    }

    fn row_bytes(&self) -> usize {
        self.limits.row_bytes
    }
}

/// Line ends in a text; `after_cr` where a CR stands before it.
fn ends_in(text: &str, after_cr: bool) -> u64 {
    let mut before = if after_cr { b'\r' } else { 0 };
    let mut count = 0;
    for byte in text.bytes() {
        if byte == b'\r' || (byte == b'\n' && before != b'\r') {
            count += 1;
        }
        before = byte;
    }
    count
}

/// The lines of a text in memory: a sample of a file.
pub(super) struct SampleLines<'a> {
    lines: std::str::Lines<'a>,
    number: u64,
}

impl<'a> SampleLines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { lines: text.lines(), number: 0 }
    }
}

impl Lines for SampleLines<'_> {
    fn next_line(&mut self) -> Result<Option<&str>, FileFault> {
        self.number += 1;
        Ok(self.lines.next())
    }

    fn number(&self) -> u64 {
        self.number
    }

    fn row_bytes(&self) -> usize {
        usize::MAX
    }
}
