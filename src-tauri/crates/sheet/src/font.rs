//! The three fonts that every viewer has, and how wide their letters are.

use encoding_rs::WINDOWS_1252;

/// A built-in font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Font {
    /// Helvetica.
    Plain,
    /// Helvetica Bold.
    Bold,
    /// Courier, for tags.
    Fixed,
    /// Courier Bold, for the end of a tag.
    FixedBold,
}

impl Font {
    pub const ALL: [Self; 4] = [Self::Plain, Self::Bold, Self::Fixed, Self::FixedBold];

    /// The name under which pages refer to it.
    pub fn resource(self) -> &'static [u8] {
        match self {
            Self::Plain => b"P",
            Self::Bold => b"B",
            Self::Fixed => b"F",
            Self::FixedBold => b"G",
        }
    }

    /// Its name in PDF's list of standard fonts.
    pub fn base(self) -> &'static [u8] {
        match self {
            Self::Plain => b"Helvetica",
            Self::Bold => b"Helvetica-Bold",
            Self::Fixed => b"Courier",
            Self::FixedBold => b"Courier-Bold",
        }
    }
}

/// Helvetica's advance widths from space to tilde, in thousandths of the size (Adobe's metrics of the standard fonts).
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// Bold letters are at most this much wider, in hundredths; lines are broken with it, so that none runs over.
const BOLD_PERCENT: u32 = 110;
/// Wide enough for every accented letter.
const OTHERS: u16 = 722;

/// The text's bytes in the fonts' encoding (WinAnsi), `?` for what they lack.
pub(crate) fn encoded(text: &str) -> Vec<u8> {
    text.chars().map(|letter| byte_of(letter).unwrap_or(b'?')).collect()
}

/// Whether every character can be printed.
pub(crate) fn is_printable(text: &str) -> bool {
    text.chars().all(|letter| byte_of(letter).is_some())
}

fn byte_of(letter: char) -> Option<u8> {
    if letter.is_control() {
        return None;
    }
    let mut buffer = [0; 4];
    let text: &str = letter.encode_utf8(&mut buffer);
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    match (unmappable, bytes.as_ref()) {
        (false, [byte]) => Some(*byte),
        _ => None,
    }
}

/// How wide a text is, in points.
pub(crate) fn width(text: &str, font: Font, size: f32) -> f32 {
    let thousandths: u32 = text.chars().map(|letter| advance(letter, font)).sum();
    // Far below 2^24, so exact.
    #[expect(clippy::cast_precision_loss, reason = "a line of text is some thousands of units wide")]
    let units = thousandths as f32;
    units * size / 1000.0
}

fn advance(letter: char, font: Font) -> u32 {
    match font {
        Font::Fixed | Font::FixedBold => 600,
        Font::Plain | Font::Bold => {
            let index = u32::from(letter).wrapping_sub(u32::from(' '));
            let plain = usize::try_from(index).ok().and_then(|index| HELVETICA.get(index)).copied().unwrap_or(OTHERS);
            if font == Font::Bold { u32::from(plain) * BOLD_PERCENT / 100 } else { u32::from(plain) }
        }
    }
}

/// Breaks a text into lines no wider than `room` points: between words, and within a word that is wider than a line.
/// At most `most` lines; the last ends with an ellipsis where something is left over.
pub(crate) fn broken(text: &str, font: Font, size: f32, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let with = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&with, font, size) <= room {
            line = with;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            let mut longer = line.clone();
            longer.push(letter);
            if !line.is_empty() && width(&longer, font, size) > room {
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            } else {
                line = longer;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}\u{2026}"), font, size) > room {
                last.pop();
            }
            last.push('\u{2026}');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_widths() {
        assert!((width("Hello", Font::Plain, 10.0) - 22.78).abs() < 0.001, "722 + 556 + 222 + 222 + 556");
        assert!((width("~", Font::Plain, 1000.0) - 584.0).abs() < 0.001, "the table ends with the tilde");
        assert!((width("WWW", Font::Fixed, 10.0) - 18.0).abs() < 0.001);
    }

    #[test]
    fn what_the_fonts_lack_is_marked() {
        assert_eq!(encoded("Ca\u{f1}\u{f3}n \u{2013} \u{20ac}"), b"Ca\xf1\xf3n \x96 \x80");
        assert_eq!(encoded("\u{5927}a\u{0007}"), b"?a?");
        assert!(is_printable("Ca\u{f1}\u{f3}n") && !is_printable("\u{5927}"));
    }

    #[test]
    fn no_line_is_wider_than_its_room_and_nothing_is_lost() {
        let text = "Blue Dream Wholesale Prerolls Infused 1234567890123456789012345678901234567890";
        let lines = broken(text, Font::Plain, 8.0, 60.0, 99);
        assert!(lines.iter().all(|line| width(line, Font::Plain, 8.0) <= 60.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        let lines = broken("one two three four five six seven eight", Font::Plain, 8.0, 40.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('\u{2026}') && width(&lines[1], Font::Plain, 8.0) <= 40.0, "{lines:?}");
    }
}
