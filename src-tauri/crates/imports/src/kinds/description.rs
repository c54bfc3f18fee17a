//! What is said of an import as a whole.

use rules::LicenseKind;
use words::{Words, say};

use super::column::Column;

/// An import, told once: its reading, checking, template, guide and tests are made of this.
#[derive(Debug, Clone, Copy)]
pub struct Import {
    /// What it is called.
    pub title: fn() -> Words,
    /// What it is for, in one sentence.
    pub purpose: fn() -> Words,
    /// Which licenses have it.
    pub licenses: &'static [LicenseKind],
    /// Its columns in the state's order.
    pub columns: &'static [Column],
    /// Rows of our own, for people to see: at least two, each with a cell a column.
    pub examples: &'static [&'static [&'static str]],
    /// How its rows become records.
    pub rows: Rows,
    /// Where its records go.
    pub way: Way,
    /// What else somebody should know who fills it in.
    pub notes: &'static [fn() -> Words],
}

/// How rows become records. Of every kind: rows that are equal are asked about, and neither merged nor doubled in
/// silence; the state's own samples have such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Each row is a record.
    Single,
    /// Rows that agree in the columns of `key` are one record, in the order in which they first stand there. Each adds
    /// its cells of `own`; every other column is the record's, says it once, and must agree. So an amount of the key
    /// is the record's and never added up over its rows. A row in which nothing but `own` is filled in continues the
    /// one above it, once a person has said so, also where that one has a fault: it never slips to another.
    Together {
        /// What names the record, by the state's headings.
        key: &'static [&'static str],
        /// What each row adds to it.
        own: &'static [&'static str],
    },
}

/// Where the records of an import go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the state, by this call of its API (CONTRACT, Appendix A). California's has one for each of the state's
    /// nineteen files.
    Call(Method, &'static str),
    /// Into a transfer that is drafted, as its lines.
    TransferLines,
}

/// The HTTP method of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`, with a body
    Delete,
}

impl Import {
    /// The column that a heading names: the state's own, or a further spelling.
    pub fn column_of(&self, heading: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.is_headed(heading))
    }

    /// How rows become records, as a person reads it.
    pub fn rows_words(&self) -> Words {
        match self.rows {
            Rows::Single => say::guide_rows_single(),
            // Where the key is all that is left, it is said the shorter way.
            Rows::Together { key, own } if key.len() + own.len() == self.columns.len() => {
                say::guide_rows_but(listed(own))
            }
            Rows::Together { key, own } => say::guide_rows_together(listed(key), listed(own)),
        }
    }

    /// The file to fill in: the state's headings and nothing else, as UTF-8 without a mark, which the state's own files
    /// have not either.
    pub fn template(&self) -> String {
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading).collect();
        line(&headings)
    }

    /// The file as it looks when it is filled in.
    pub fn example(&self) -> String {
        let rows = self.examples.iter().map(|row| line(row));
        [self.template()].into_iter().chain(rows).collect()
    }
}

impl Way {
    /// As a person reads it.
    pub fn words(self) -> Words {
        match self {
            Self::Call(method, path) => say::guide_way_call(format!("{} {path}", method.as_str())),
            Self::TransferLines => say::guide_way_transfer(),
        }
    }
}

impl Method {
    /// The method as HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Headings within a sentence.
fn listed(headings: &[&str]) -> String {
    match headings.split_last() {
        Some((last, before)) if !before.is_empty() => say::guide_headings(before.join(", "), *last).to_string(),
        _ => headings.concat(),
    }
}

/// A line of a CSV file. No heading and no example has anything to quote, which a test holds.
fn line(cells: &[&str]) -> String {
    format!("{}\r\n", cells.join(","))
}
