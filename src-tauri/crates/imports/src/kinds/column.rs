//! What an import says of one of its columns.

use words::{Words, say};

use super::holds::Holds;
use crate::heading::plain;

/// A column of an import.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The state's heading, to the letter.
    pub heading: &'static str,
    /// What else people write above it, in English and in Spanish, as it is compared: lower case, letters without
    /// accents and digits only. So case, blanks and punctuation never matter, in the state's heading neither.
    pub spellings: &'static [&'static str],
    /// What its cells hold.
    pub holds: Holds,
    /// Whether a cell may be blank.
    pub needed: Needed,
    /// What it means, in one sentence.
    pub meaning: fn() -> Words,
    /// What else a cell keeps to.
    pub limit: Option<Limit>,
}

/// Whether a cell must hold something. Other columns are those of the same row, by the state's heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// In every row.
    Always,
    /// It may be blank.
    Never,
    /// Where another column is this word of the state's.
    WhenIs(&'static str, &'static str),
    /// Where another column holds something.
    WhenFilled(&'static str),
    /// Where another column is blank.
    WhenBlank(&'static str),
    /// Where the amount of another column is above zero.
    WhenAboveZero(&'static str),
    /// Where the state's list says of the reason in another column that it wants a note.
    WhenReasonAsks(&'static str),
}

/// What a cell, or the cells of one record together, keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// So many characters at most.
    Letters(u32),
    /// This number at most.
    AtMost(u32),
    /// The numbers of one record add up to this at most.
    TogetherAtMost(u32),
}

impl Column {
    /// A column with the state's heading alone and no limit.
    pub(crate) const fn new(heading: &'static str, holds: Holds, needed: Needed, meaning: fn() -> Words) -> Self {
        Self { heading, spellings: &[], holds, needed, meaning, limit: None }
    }

    /// The same, known by further headings.
    pub(crate) const fn also(self, spellings: &'static [&'static str]) -> Self {
        Self { spellings, ..self }
    }

    /// The same with a limit.
    pub(crate) const fn limited(self, limit: Limit) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// The same, needed otherwise.
    pub(crate) const fn needed(self, needed: Needed) -> Self {
        Self { needed, ..self }
    }

    /// Whether a heading is this column's.
    pub fn is_headed(&self, heading: &str) -> bool {
        let heading = plain(heading);
        !heading.is_empty() && self.headings().any(|one| plain(one) == heading)
    }

    /// Every heading of it, the state's first.
    pub fn headings(&self) -> impl Iterator<Item = &'static str> {
        [self.heading].into_iter().chain(self.spellings.iter().copied())
    }

    /// Whether a cell has the form of this column: blank where that may be, else what it holds within its limit. What
    /// needs other cells, or the state's lists, is not asked here.
    pub fn fits(&self, cell: &str) -> bool {
        if cell.trim().is_empty() {
            return self.needed != Needed::Always;
        }
        self.holds.fits(cell) && self.limit.is_none_or(|limit| limit.fits(cell))
    }
}

impl Needed {
    /// The column that it depends on, by the state's heading.
    pub fn on(self) -> Option<&'static str> {
        match self {
            Self::Always | Self::Never => None,
            Self::WhenIs(column, _)
            | Self::WhenFilled(column)
            | Self::WhenBlank(column)
            | Self::WhenAboveZero(column)
            | Self::WhenReasonAsks(column) => Some(column),
        }
    }

    /// As a person reads it.
    pub fn words(self) -> Words {
        match self {
            Self::Always => say::guide_needed_always(),
            Self::Never => say::guide_needed_never(),
            Self::WhenIs(column, word) => say::guide_needed_when_is(column, word),
            Self::WhenFilled(column) => say::guide_needed_when_filled(column),
            Self::WhenBlank(column) => say::guide_needed_when_blank(column),
            Self::WhenAboveZero(column) => say::guide_needed_when_above_zero(column),
            Self::WhenReasonAsks(column) => say::guide_needed_when_reason_asks(column),
        }
    }
}

impl Limit {
    /// Whether one cell keeps to it.
    fn fits(self, cell: &str) -> bool {
        match self {
            Self::Letters(most) => u32::try_from(cell.trim().chars().count()).is_ok_and(|count| count <= most),
            Self::AtMost(most) | Self::TogetherAtMost(most) => {
                rules::read_number(cell).is_ok_and(|read| read.is_none_or(|number| number <= most.into()))
            }
        }
    }

    /// As a person reads it.
    pub fn words(self) -> Words {
        match self {
            Self::Letters(most) => say::guide_limit_letters(most),
            Self::AtMost(most) => say::guide_limit_at_most(most),
            Self::TogetherAtMost(most) => say::guide_limit_together(most),
        }
    }
}
