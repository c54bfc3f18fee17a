//! Bytes to text, in the encodings that spreadsheet programs write.

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a file's characters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8; also where every character is ASCII.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, what Excel writes as "CSV" in western languages.
    Windows1252,
}

impl TextEncoding {
    /// Its name for a person.
    pub fn words(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// How a text file starts: its byte-order mark, or what its first bytes betray.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    encoding: Option<TextEncoding>,
    mark: usize,
}

impl Start {
    /// Looks at a file's first bytes.
    pub(super) fn of(head: &[u8]) -> Self {
        for (mark, encoding) in [
            (&b"\xef\xbb\xbf"[..], TextEncoding::Utf8),
            (b"\xff\xfe", TextEncoding::Utf16Le),
            (b"\xfe\xff", TextEncoding::Utf16Be),
        ] {
            if head.starts_with(mark) {
                return Self { encoding: Some(encoding), mark: mark.len() };
            }
        }
        Self { encoding: unmarked_utf16(head), mark: 0 }
    }

    /// No mark, ASCII so far as is seen.
    #[cfg(test)]
    pub(super) fn plain() -> Self {
        Self { encoding: None, mark: 0 }
    }

    /// Bytes of the mark.
    pub(super) fn mark_length(self) -> usize {
        self.mark
    }

    /// The encoding, where the first bytes tell it.
    #[cfg(test)]
    pub(super) fn encoding(self) -> Option<TextEncoding> {
        self.encoding
    }
}

/// In UTF-16 every ASCII character has a zero byte on the same side, and a text's zero bytes stand on one side only.
fn unmarked_utf16(head: &[u8]) -> Option<TextEncoding> {
    let (pairs, _) = head.as_chunks::<2>();
    let mut zeros = [0usize; 2];
    for [first, second] in pairs {
        for (count, byte) in zeros.iter_mut().zip([first, second]) {
            *count += usize::from(*byte == 0);
        }
    }
    // Half of the characters: a file of tags is all ASCII, and a damaged text has its zeros on both sides.
    match zeros {
        [0, high] if high > 0 && high * 2 >= pairs.len() => Some(TextEncoding::Utf16Le),
        [high, 0] if high > 0 && high * 2 >= pairs.len() => Some(TextEncoding::Utf16Be),
        _ => None,
    }
}

/// What is wrong with the bytes, and where in the decoded text that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// A zero.
    Nul,
    /// A character that no text has.
    Control,
    /// Bytes that the encoding does not allow.
    Malformed(TextEncoding),
}

/// Turns chunks of bytes into text.
pub(super) struct Decoding {
    mode: Mode,
    /// The beginning of a character that the last chunk cut, in UTF-8 or before the first one that is not ASCII.
    cut: Vec<u8>,
}

enum Mode {
    /// All ASCII so far: UTF-8 and Windows-1252 agree. The first other character decides.
    Undecided,
    Utf8,
    Other(TextEncoding, Decoder),
}

impl Decoding {
    /// Begins with what the file's start tells; the mark is not to be given to [`Self::push`].
    pub(super) fn new(start: Start) -> Self {
        let mode = match start.encoding {
            None => Mode::Undecided,
            Some(TextEncoding::Utf8) => Mode::Utf8,
            Some(encoding) => Mode::other(encoding),
        };
        Self { mode, cut: Vec::new() }
    }

    /// The encoding, as far as is known.
    pub(super) fn encoding(&self) -> TextEncoding {
        match &self.mode {
            Mode::Undecided | Mode::Utf8 => TextEncoding::Utf8,
            Mode::Other(encoding, _) => *encoding,
        }
    }

    /// Appends a chunk's text to `out`; `last` where nothing follows.
    ///
    /// # Errors
    /// The damage, with the length that `out` should have had before it.
    pub(super) fn push(&mut self, chunk: &[u8], last: bool, out: &mut String) -> Result<(), (Damage, usize)> {
        let from = out.len();
        let decoded = self.decode(chunk, last, out);
        // Damage that stands earlier in the text is what a person looks for first.
        if let Some((damage, at)) = out.get(from..).and_then(damage_in) {
            return Err((damage, from + at));
        }
        decoded.map_err(|damage| (damage, out.len()))
    }

    fn decode(&mut self, chunk: &[u8], last: bool, out: &mut String) -> Result<(), Damage> {
        if let Mode::Other(encoding, decoder) = &mut self.mode {
            return decode_other(*encoding, decoder, chunk, last, out);
        }
        let joined;
        let bytes = if self.cut.is_empty() {
            chunk
        } else {
            self.cut.extend_from_slice(chunk);
            joined = std::mem::take(&mut self.cut);
            &joined
        };
        let (text, rest) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, &[][..]),
            Err(error) => {
                let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                (std::str::from_utf8(valid).unwrap_or_default(), rest)
            }
        };
        out.push_str(text);
        if matches!(self.mode, Mode::Undecided) && !text.is_ascii() {
            self.mode = Mode::Utf8;
        }
        if rest.is_empty() {
            return Ok(());
        }
        // At most three bytes of a character can be missing at a chunk's end.
        let cut = rest.len() < 4 && std::str::from_utf8(rest).is_err_and(|error| error.error_len().is_none());
        if cut && !last {
            self.cut = rest.to_vec();
            return Ok(());
        }
        if matches!(self.mode, Mode::Utf8) {
            return Err(Damage::Malformed(TextEncoding::Utf8));
        }
        self.mode = Mode::other(TextEncoding::Windows1252);
        self.decode(rest, last, out)
    }
}

impl Mode {
    fn other(encoding: TextEncoding) -> Self {
        let coder = match encoding {
            TextEncoding::Utf16Le => UTF_16LE,
            TextEncoding::Utf16Be => UTF_16BE,
            TextEncoding::Utf8 | TextEncoding::Windows1252 => WINDOWS_1252,
        };
        Self::Other(encoding, coder.new_decoder_without_bom_handling())
    }
}

fn decode_other(
    encoding: TextEncoding,
    decoder: &mut Decoder,
    mut bytes: &[u8],
    last: bool,
    out: &mut String,
) -> Result<(), Damage> {
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
        out.reserve(room);
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, out, last);
        bytes = bytes.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return Ok(()),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return Err(Damage::Malformed(encoding)),
        }
    }
}

/// The first character that no text has, with its place.
fn damage_in(text: &str) -> Option<(Damage, usize)> {
    let bytes = text.as_bytes();
    // By bytes, since this looks at every one of them. Tab, line feed, vertical tab, form feed and carriage return are
    // white space; C1 controls (C2 80 to C2 9F) are what Windows-1252 leaves undefined.
    let at = bytes.iter().enumerate().position(|(at, byte)| match byte {
        b'\t'..=b'\r' => false,
        0..0x20 | 0x7f => true,
        0xc2 => bytes.get(at + 1).is_some_and(|next| (0x80..0xa0).contains(next)),
        _ => false,
    })?;
    let damage = if bytes.get(at) == Some(&0) { Damage::Nul } else { Damage::Control };
    Some((damage, at))
}
