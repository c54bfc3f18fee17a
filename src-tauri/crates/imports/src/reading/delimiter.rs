//! Which character separates the columns.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lines::SampleLines;
use super::record::{Row, read_row};

/// What separates columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// Tab.
    Tab,
}

impl Delimiter {
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The one that cuts a file's beginning into the most even columns; a comma where none does. `whole` where the
    /// sample is the whole file, so that its last line is one.
    pub(crate) fn detect(sample: &str, whole: bool) -> Self {
        // Where two cut alike, the one that is rarer inside of cells.
        let candidates = [Self::Tab, Self::Semicolon, Self::Comma].map(|one| (score(one, sample, whole), one));
        let mut best = (0, Self::Comma);
        for (score, one) in candidates {
            if score > best.0 {
                best = (score, one);
            }
        }
        best.1
    }
}

/// Rows of a file's beginning that are looked at.
const SAMPLE: usize = 50;

/// How well a delimiter fits: rows with the same number of columns count by that number, if there is
/// more than one; a row whose quotations do not fill their cells counts against it.
fn score(delimiter: Delimiter, sample: &str, whole: bool) -> usize {
    let mut lines = SampleLines::new(sample);
    let mut row = Row::default();
    let mut counts: Vec<usize> = Vec::new();
    let mut loose = 0;
    // A quotation that the sample cuts is no fault here.
    while counts.len() < SAMPLE && read_row(&mut lines, delimiter.byte(), &mut row).unwrap_or(false) {
        loose += usize::from(row.is_loose());
        counts.push(row.len());
    }
    if !whole && counts.len() > 1 && counts.len() < SAMPLE {
        counts.pop();
    }
    let alike = |count: usize| counts.iter().filter(|other| **other == count).count();
    let even = counts.iter().filter(|count| **count > 1).map(|count| alike(*count) * 1000 + count).max();
    even.unwrap_or(0).saturating_sub(loose * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_cuts_evenly() {
        for (sample, is) in [
            ("1A4\n1A5\n", Delimiter::Comma),
            ("a,b,c\nd,e,f\n", Delimiter::Comma),
            ("a;b;c\nd;e;f\n", Delimiter::Semicolon),
            ("a\tb\nc\td\n", Delimiter::Tab),
            ("tag;weight\n1A4;12,5\n1A5;3,25\n", Delimiter::Semicolon),
            ("tag,note\n1A4,\"a; b; c\"\n1A5,\"d; e; f\"\n", Delimiter::Comma),
            ("name,route\nx,left; right\ny,straight\n", Delimiter::Comma),
            ("a\tb, c\nd\te, f\n", Delimiter::Tab),
            // Quotations fill their cells where the cells are cut rightly.
            ("\"\",\"\",\";;,\"\n", Delimiter::Comma),
            ("\"a\",\"\n;;a\",\"b\"\n", Delimiter::Comma),
            ("", Delimiter::Comma),
        ] {
            assert_eq!(Delimiter::detect(sample, true), is, "{sample:?}");
        }
    }
}
