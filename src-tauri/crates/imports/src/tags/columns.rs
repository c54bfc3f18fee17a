//! Which column of a table holds what.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::clean::{bare, tag_of};
use crate::{FileFault, Row};

/// The columns of a list of tags, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TagColumns {
    /// The tag.
    pub tag: usize,
    /// The gross weight.
    pub gross_weight: Option<usize>,
    /// The gross weight's unit.
    pub unit: Option<usize>,
    /// The wholesale price.
    pub price: Option<usize>,
    /// Columns that a line has at most; none where a header names them and others are passed over.
    pub most: Option<usize>,
}

/// Headings, lower case, letters and digits only; where a table has several of them, the one that stands first here.
const TAG: [&str; 13] = [
    "tag",
    "packagetag",
    "packagelabel",
    "tagnumber",
    "packageuid",
    "uid",
    "metrctag",
    "label",
    "tags",
    "packagetags",
    "package",
    "packages",
    "packageid",
];
const WEIGHT: [&str; 5] = ["grossweight", "packagegrossweight", "gross", "weight", "grosswt"];
const UNIT: [&str; 12] = [
    "unit",
    "units",
    "uom",
    "unitofmeasure",
    "unitofweight",
    "unitofweightname",
    "weightunit",
    "weightuom",
    "grossunit",
    "grossunitofweight",
    "grossunitofweightname",
    "grossweightunit",
];
const PRICE: [&str; 6] =
    ["wholesaleprice", "price", "wholesale", "shipperwholesaleprice", "packageprice", "wholesalepriceusd"];

impl TagColumns {
    /// The columns that a header names; none where the row names no column of tags.
    pub(super) fn of_header(row: &Row) -> Option<Self> {
        let headings: Vec<String> = row.cells().map(heading).collect();
        let find = |names: &[&str]| names.iter().find_map(|name| headings.iter().position(|heading| heading == name));
        let gross_weight = find(&WEIGHT);
        Some(Self {
            tag: find(&TAG)?,
            gross_weight,
            // A unit alone is that of a quantity, as in an export of the grid.
            unit: gross_weight.and_then(|_| find(&UNIT)),
            price: find(&PRICE),
            most: None,
        })
    }

    /// The columns of rows without a header: one, or the four in their order. Columns that are empty throughout are
    /// passed over on the left and on the right.
    ///
    /// # Errors
    /// [`FileFault::Columns`] where most lines have another number of them.
    pub(super) fn of_rows(rows: &[Row]) -> Result<Self, FileFault> {
        let first = rows.iter().filter_map(first_filled).min().unwrap_or(0);
        let mut widths: HashMap<usize, usize> = HashMap::new();
        for row in rows {
            *widths.entry(width(row).saturating_sub(first)).or_default() += 1;
        }
        let fourfold = rows.iter().any(|row| is_fourfold(row, first));
        let common =
            widths.iter().max_by_key(|(width, count)| (**count, Reverse(**width))).map_or(1, |(width, _)| *width);
        match common {
            _ if fourfold || common == 4 => Ok(Self {
                tag: first,
                gross_weight: Some(first + 1),
                unit: Some(first + 2),
                price: Some(first + 3),
                most: Some(first + 4),
            }),
            0 | 1 => Ok(Self { tag: first, gross_weight: None, unit: None, price: None, most: Some(first + 1) }),
            found => {
                let line = rows.iter().find(|row| width(row).saturating_sub(first) == found).map_or(1, Row::line);
                Err(FileFault::Columns { line, found })
            }
        }
    }
}

/// Four cells, some perhaps empty: a tag, and something that is none.
fn is_fourfold(row: &Row, first: usize) -> bool {
    let is_tag = |index: usize| tag_of(row.cell(first + index).unwrap_or_default()).is_ok();
    let filled = width(row).saturating_sub(first);
    row.len().saturating_sub(first) >= 4 && (2..=4).contains(&filled) && is_tag(0) && !is_tag(1)
}

/// Columns up to the last that is filled.
pub(super) fn width(row: &Row) -> usize {
    (0..row.len())
        .rev()
        .find(|index| row.cell(*index).is_some_and(|cell| !bare(cell).is_empty()))
        .map_or(0, |at| at + 1)
}

fn first_filled(row: &Row) -> Option<usize> {
    row.cells().position(|cell| !bare(cell).is_empty())
}

/// A heading's letters and digits, lower case: `Package Tag *` is `packagetag`.
fn heading(cell: &str) -> String {
    cell.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
