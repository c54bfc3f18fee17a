//! What a file is, told by its first bytes. Its name decides nothing but words: people rename files.

use super::fault::{FileFault, Foreign};
use super::text::Start;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, and how it starts.
    Text(Start),
    /// A ZIP archive: a workbook or not.
    Zip,
}

/// First bytes, at an offset.
const MARKS: [(usize, &[u8], Foreign); 18] = [
    (0, b"%PDF", Foreign::Pdf),
    (0, b"\x89PNG", Foreign::Image),
    (0, b"\xff\xd8\xff", Foreign::Image),
    (0, b"GIF8", Foreign::Image),
    (0, b"BM\x00", Foreign::Image),
    (0, b"II*\x00", Foreign::Image),
    (0, b"MM\x00*", Foreign::Image),
    (8, b"WEBP", Foreign::Image),
    (4, b"ftyphei", Foreign::Image),
    (0, b"\x1f\x8b", Foreign::Archive),
    (0, b"7z\xbc\xaf", Foreign::Archive),
    (0, b"Rar!", Foreign::Archive),
    (0, b"BZh", Foreign::Archive),
    (0, b"{\\rtf", Foreign::Document),
    (0, b"\x7fELF", Foreign::Program),
    (0, b"MZ\x90", Foreign::Program),
    (0, b"\xcf\xfa\xed\xfe", Foreign::Program),
    (0, b"\xca\xfe\xba\xbe", Foreign::Program),
];

/// The container of Excel before 2007, and of newer workbooks with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what a file is by its name and its first bytes (up to 64 KiB of them).
///
/// # Errors
/// [`FileFault::Empty`] and [`FileFault::Foreign`].
pub(super) fn kind(name: &str, head: &[u8]) -> Result<Kind, FileFault> {
    if head.is_empty() {
        return Err(FileFault::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if head.starts_with(COMPOUND) {
        // The newer name on the older container: the workbook inside is locked.
        let locked = name.to_ascii_lowercase().ends_with(".xlsx") || name.to_ascii_lowercase().ends_with(".xlsm");
        let found = if locked { Foreign::ProtectedExcel } else { Foreign::OldExcel };
        return Err(FileFault::Foreign { found });
    }
    let marked = MARKS.iter().find(|(at, mark, _)| head.get(*at..).is_some_and(|bytes| bytes.starts_with(mark)));
    if let Some((_, _, found)) = marked {
        return Err(FileFault::Foreign { found: *found });
    }
    let start = Start::of(head);
    if is_web_page(head.get(start.mark_length()..).unwrap_or_default()) {
        return Err(FileFault::Foreign { found: Foreign::WebPage });
    }
    Ok(Kind::Text(start))
}

/// Programs name a web page `.xls` and call it an export.
fn is_web_page(text: &[u8]) -> bool {
    let text: Vec<u8> = text.iter().copied().skip_while(u8::is_ascii_whitespace).take(15).collect();
    let text = text.to_ascii_lowercase();
    [&b"<!doctype html"[..], b"<html", b"<table", b"<?xml", b"<head", b"<meta"]
        .iter()
        .any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextEncoding;

    #[test]
    fn first_bytes_tell_what_the_name_hides() {
        let found = |name: &str, bytes: &[u8]| match kind(name, bytes) {
            Err(FileFault::Foreign { found }) => Some(found),
            _ => None,
        };
        for (bytes, is) in [
            (&b"%PDF-1.7\n"[..], Foreign::Pdf),
            (b"\x89PNG\r\n\x1a\n", Foreign::Image),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", Foreign::Image),
            (b"GIF89a", Foreign::Image),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Foreign::Image),
            (b"\x1f\x8b\x08\x00", Foreign::Archive),
            (b"{\\rtf1\\ansi", Foreign::Document),
            (b"\x7fELF\x02", Foreign::Program),
            (b"\xef\xbb\xbf  <HTML><body>", Foreign::WebPage),
            (b"<?xml version=\"1.0\"?>", Foreign::WebPage),
            (COMPOUND, Foreign::OldExcel),
        ] {
            assert_eq!(found("tags.csv", bytes), Some(is), "{bytes:?}");
        }
        assert_eq!(found("tags.XLSX", COMPOUND), Some(Foreign::ProtectedExcel));
        assert_eq!(kind("tags.csv", b""), Err(FileFault::Empty));
        assert_eq!(kind("tags.csv", b"PK\x03\x04"), Ok(Kind::Zip));
        assert_eq!(kind("a.pdf", b"1A40"), Ok(Kind::Text(Start::plain())), "the name alone decides nothing");
        assert!(
            matches!(kind("a.csv", b"\xff\xfe1\0"), Ok(Kind::Text(start)) if start.encoding() == Some(TextEncoding::Utf16Le))
        );
    }
}
