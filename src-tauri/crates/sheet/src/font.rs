//! The two faces that are embedded, how wide their letters are, and what they can print.

use dejavu::sans_condensed;
use icu_normalizer::ComposingNormalizerBorrowed;
use ttf_parser::{Face, GlyphId};

use crate::SheetError;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Font {
    /// DejaVu Sans Condensed.
    Plain,
    /// DejaVu Sans Condensed Bold.
    Bold,
}

impl Font {
    pub const ALL: [Self; 2] = [Self::Plain, Self::Bold];

    /// The name under which pages refer to it.
    pub fn resource(self) -> &'static [u8] {
        match self {
            Self::Plain => b"P",
            Self::Bold => b"B",
        }
    }

    /// Its name in the file. The letters before the plus say that only a part of it is embedded.
    pub fn name(self) -> &'static [u8] {
        match self {
            Self::Plain => b"TRKSDE+DejaVuSansCondensed",
            Self::Bold => b"TRKSDF+DejaVuSansCondensed-Bold",
        }
    }

    /// The whole face, as its file has it.
    pub fn file(self) -> &'static [u8] {
        match self {
            Self::Plain => sans_condensed::regular(),
            Self::Bold => sans_condensed::bold(),
        }
    }
}

/// Stands for each letter that cannot be printed: never another letter, and never a question mark, which is one.
pub(crate) const MISSING: char = '\u{25a1}';

/// Letters of no width and no shape, which tell programs how to break or join a text. They are left out.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Scripts that the faces have letters of and that stand wrong without shaping: written from the right, joined, or set
/// over the letter before.
fn needs_shaping(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{590}'..='\u{8ff}' | '\u{900}'..='\u{109f}'
        | '\u{1780}'..='\u{18af}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe20}'..='\u{fe2f}' | '\u{fe70}'..='\u{fefe}')
}

/// The faces, read.
pub(crate) struct Fonts {
    plain: Face<'static>,
    bold: Face<'static>,
}

impl Fonts {
    /// Reads both.
    pub fn read() -> Result<Self, SheetError> {
        let face = |font: Font| Face::parse(font.file(), 0).map_err(|fault| SheetError(fault.to_string()));
        Ok(Self { plain: face(Font::Plain)?, bold: face(Font::Bold)? })
    }

    /// A face.
    pub fn face(&self, font: Font) -> &Face<'static> {
        match font {
            Font::Plain => &self.plain,
            Font::Bold => &self.bold,
        }
    }

    fn can_print(&self, letter: char) -> bool {
        let both = Font::ALL.into_iter().all(|font| self.face(font).glyph_index(letter).is_some());
        letter.is_whitespace() || (!letter.is_control() && !needs_shaping(letter) && both)
    }

    /// The text as it is printed, and how many of its letters cannot be. Letters and the marks over them are put
    /// together first: `e` and an acute accent are one letter of the faces.
    pub fn shown(&self, text: &str) -> (String, usize) {
        let mut missing = 0;
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
        let mut shown = String::with_capacity(composed.len());
        for letter in composed.chars().filter(|letter| !is_invisible(*letter)) {
            if self.can_print(letter) {
                shown.push(if letter.is_whitespace() { ' ' } else { letter });
            } else {
                missing += 1;
                shown.push(MISSING);
            }
        }
        (shown, missing)
    }

    /// The letter's number in the face. What was not made ready by [`Self::shown`] is the face's own mark for a letter
    /// that it lacks.
    pub fn glyph(&self, letter: char, font: Font) -> GlyphId {
        self.face(font).glyph_index(letter).unwrap_or(GlyphId(0))
    }

    /// How wide a glyph is, in the face's units.
    pub fn advance(&self, glyph: GlyphId, font: Font) -> u16 {
        self.face(font).glyph_hor_advance(glyph).unwrap_or_default()
    }

    /// How wide a text is, in points.
    pub fn width(&self, text: &str, font: Font, size: f32) -> f32 {
        let units: u32 = text.chars().map(|letter| u32::from(self.advance(self.glyph(letter, font), font))).sum();
        // Far below 2^24, so exact.
        #[expect(clippy::cast_precision_loss, reason = "a line of text is some hundred thousands of units wide")]
        let units = units as f32;
        units * size / f32::from(self.face(font).units_per_em())
    }

    /// Breaks a text into lines no wider than `room` points: between words, and within a word that is wider than a
    /// line. At most `most` lines; the last ends with an ellipsis where something is left over.
    pub fn broken(&self, text: &str, font: Font, size: f32, room: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let with = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&with, font, size) <= room {
                line = with;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                let mut longer = line.clone();
                longer.push(letter);
                if !line.is_empty() && self.width(&longer, font, size) > room {
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
                while !last.is_empty() && self.width(&format!("{last}\u{2026}"), font, size) > room {
                    last.pop();
                }
                last.push('\u{2026}');
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        Fonts::read().unwrap()
    }

    #[test]
    fn names_of_people_print_to_the_letter() {
        for name in [
            "Zbigniew Wa\u{142}\u{119}sa-\u{141}o\u{15b}",
            "Nguy\u{1ec5}n Th\u{1ecb} \u{110}\u{1ee9}c",
            "\u{418}\u{432}\u{430}\u{43d} \u{406}\u{432}\u{430}\u{43d}\u{435}\u{43d}\u{43a}\u{43e}",
            "\u{393}\u{3b9}\u{3ce}\u{3c1}\u{3b3}\u{3bf}\u{3c2}",
            "\u{15e}ahin \u{11e}\u{fc}ne\u{15f} \u{130}",
            "Dvo\u{159}\u{e1}k \u{2013} \u{20ac} O\u{2019}Brien",
        ] {
            assert_eq!(fonts().shown(name), (name.to_owned(), 0));
        }
    }

    #[test]
    fn letters_and_their_marks_are_put_together() {
        assert_eq!(fonts().shown("Nguye\u{302}\u{303}n"), ("Nguy\u{1ec5}n".to_owned(), 0), "as a Mac types it");
    }

    #[test]
    fn what_the_faces_lack_is_a_box_and_counted_and_never_a_question_mark() {
        let fonts = fonts();
        assert_eq!(fonts.shown("\u{5927}\u{9ebb} a\u{0007}?"), ("\u{25a1}\u{25a1} a\u{25a1}?".to_owned(), 3));
        assert_eq!(fonts.shown("\u{5d0}\u{627}").1, 2, "written from the right");
        assert_eq!(fonts.shown("a\u{200b}b\u{feff}"), ("ab".to_owned(), 0), "nothing to print is nothing missing");
        assert!(fonts.can_print(MISSING), "the box itself is there");
    }

    #[test]
    fn no_line_is_wider_than_its_room_and_nothing_is_lost() {
        let text = "Blue Dream Wholesale Prerolls Infused 1234567890123456789012345678901234567890";
        let fonts = fonts();
        let lines = fonts.broken(text, Font::Plain, 8.0, 60.0, 99);
        assert!(lines.iter().all(|line| fonts.width(line, Font::Plain, 8.0) <= 60.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        let fonts = fonts();
        let lines = fonts.broken("one two three four five six seven eight", Font::Plain, 8.0, 40.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('\u{2026}') && fonts.width(&lines[1], Font::Plain, 8.0) <= 40.0, "{lines:?}");
    }
}
