//! What each column of a table holds.

use rules::find_unit;

use super::clean::{bare, is_damaged, is_likely, is_scientific, pieces, seen, tag_of};
use crate::Row;

/// What a cell is to somebody who looks for tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing.
    Nothing,
    /// One tag.
    Tag,
    /// Several tags and nothing else.
    Tags,
    /// A tag among words.
    Among,
    /// What was a tag before a spreadsheet or a person damaged it.
    Spoiled,
    /// A number, with a unit or a currency perhaps.
    Figure,
    /// Something else.
    Other,
}

impl Holds {
    /// What a cell holds.
    pub(super) fn of(cell: &str) -> Self {
        let seen = seen(cell);
        let text = bare(&seen);
        if text.is_empty() {
            return Self::Nothing;
        }
        if is_scientific(text) {
            return Self::Spoiled;
        }
        if text.len() < 18 {
            return if is_figure(text) { Self::Figure } else { Self::Other };
        }
        if tag_of(text).is_ok_and(|tag| is_likely(&tag)) {
            return Self::Tag;
        }
        if is_damaged(text) {
            return Self::Spoiled;
        }
        let pieces = pieces(text);
        let tags = pieces.iter().flatten().filter(|tag| is_likely(tag)).count();
        match tags {
            0 => Self::Other,
            _ if tags == pieces.len() => Self::Tags,
            _ => Self::Among,
        }
    }

    /// Whether it is one tag or more, and nothing else.
    pub(super) fn is_tags(self) -> bool {
        matches!(self, Self::Tag | Self::Tags)
    }
}

/// `24`, `12.5 g`, `$1,200`, `24 ea`.
fn is_figure(text: &str) -> bool {
    let text = text.trim_start_matches(['$', '-', '+', ' ']);
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(text.len());
    let Some((figures, rest)) = text.split_at_checked(end) else { return false };
    let rest = rest.trim().trim_end_matches('.');
    figures.bytes().any(|byte| byte.is_ascii_digit())
        && rest.len() <= 12
        && rest.chars().all(|c| c.is_ascii_alphabetic())
}

/// What one column holds, from the first row of the list on.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// Which, from 0.
    pub at: usize,
    /// Cells with one tag.
    pub one: usize,
    /// Cells with several tags and nothing else.
    pub several: usize,
    /// Cells with tags among words.
    pub among: usize,
    /// Cells with what was a tag once.
    pub spoiled: usize,
    /// Cells with figures.
    pub figures: usize,
    /// Cells that are not empty.
    pub filled: usize,
}

impl Column {
    /// Cells that are tags and nothing else.
    pub(super) fn tags(&self) -> usize {
        self.one + self.several
    }
}

/// Every column of these rows.
pub(super) fn columns(rows: &[Row]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for row in rows {
        for (at, cell) in row.cells().enumerate() {
            if columns.len() <= at {
                columns.push(Column { at, ..Column::default() });
            }
            let Some(column) = columns.get_mut(at) else { continue };
            let holds = Holds::of(cell);
            column.filled += usize::from(holds != Holds::Nothing);
            match holds {
                Holds::Tag => column.one += 1,
                Holds::Tags => column.several += 1,
                Holds::Among => column.among += 1,
                Holds::Spoiled => column.spoiled += 1,
                Holds::Figure => column.figures += 1,
                Holds::Nothing | Holds::Other => {}
            }
        }
    }
    columns
}

/// The columns that hold tags: those with cells that are nothing else, or, where there are none, those with tags among
/// words.
pub(super) fn holders(columns: &[Column]) -> Vec<usize> {
    let of = |count: fn(&Column) -> usize| -> Vec<usize> {
        columns.iter().filter(|column| count(column) > 0).map(|column| column.at).collect()
    };
    let whole = of(Column::tags);
    if whole.is_empty() { of(|column| column.among) } else { whole }
}

/// Whether rows without a heading are the four columns that begin at `first`: tag, gross weight, unit, wholesale price.
/// Known by what they hold: at least half of the cells beside the tags fit their column.
pub(super) fn is_fourfold(rows: &[Row], first: usize) -> bool {
    let (mut fit, mut filled, mut wide) = (0, 0, 0);
    for row in rows {
        if width(row).saturating_sub(first) > 4 {
            wide += 1;
            continue;
        }
        for beside in 1..4 {
            let text = row.cell(first + beside).map(bare).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            filled += 1;
            let fits = match beside {
                2 => find_unit(text.trim_end_matches('.')).is_some(),
                _ => is_figure(text),
            };
            fit += usize::from(fits);
        }
    }
    // A row may stand out; a table whose rows have more columns is another table.
    wide * 2 < rows.len() && filled > 0 && fit * 2 >= filled && rows.iter().any(|row| row.len() >= first + 4)
}

/// Columns up to the last that is filled.
pub(super) fn width(row: &Row) -> usize {
    (0..row.len())
        .rev()
        .find(|index| row.cell(*index).is_some_and(|cell| !bare(cell).is_empty()))
        .map_or(0, |at| at + 1)
}

/// Cells that are not empty.
pub(super) fn filled(row: &Row) -> usize {
    row.cells().filter(|cell| !bare(cell).is_empty()).count()
}
