//! What a collection declares of itself, once. The SQL, the choice of index, filters, sort, totals, search, export, the
//! change feed and the page's columns are made from it, and `plans.rs` holds that its indexes are there and used.

use jiff::civil::Date;
use rules::{begin_of_day, end_of_day};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};

use super::columns::{Definition, Stored};
use super::{Collection, PackageTab};

/// A table that grids show. Its rows have `id` and `license_id`, and `list` where grids show parts of it. Its indexes are
/// named by what they serve: `{table}_by_list` reads a license's part, `{table}_sort_{column}` a part in the order of a
/// column, `{table}_by_unit` and `{table}_inexact` the totals. Where there is a `list`, the last three begin with it.
#[derive(Debug)]
pub(crate) struct GridTable {
    /// Its name.
    pub(crate) name: &'static str,
    /// The full-text table beside it.
    pub(crate) words: &'static str,
    /// The column with the state's own id of the record.
    pub(crate) key: &'static str,
    /// The order where none is asked for.
    pub(crate) order: Order,
    /// What the indexes that sort have in their order, each beginning with the column that it is named by.
    pub(crate) sorted: &'static [&'static [&'static str]],
    /// Its quantities; the first is what totals add up.
    pub(crate) amounts: &'static [Amount],
    /// What the search box looks through by value; it is not in the full-text table. Small tables have everything there.
    pub(crate) shared: &'static [Shared],
    /// The columns at whose words' beginnings a word of one or two characters is looked for where no values are shared.
    pub(crate) short: &'static [&'static str],
    /// What is looked through row by row beside the full-text table, in tables that share no values.
    pub(crate) looked_in: &'static [LookedIn],
    /// The columns in which a day is looked for, and how they keep it.
    pub(crate) days: &'static [(&'static str, Kept)],
    /// What its rows have to do with tags.
    pub(crate) tags: Tags,
    /// What a row's field reads where it is neither a column of the grid nor of the table by that name.
    pub(crate) fields: &'static [(&'static str, &'static str)],
}

/// How rows stand where nobody asked for an order.
#[derive(Debug)]
pub(crate) enum Order {
    /// By the column that says how new a row is, the newest first.
    Newest(&'static str),
    /// By a name.
    By(&'static str),
}

impl Order {
    pub(crate) fn column(&self) -> &'static str {
        match self {
            Self::Newest(column) | Self::By(column) => column,
        }
    }

    pub(crate) fn descending(&self) -> bool {
        matches!(self, Self::Newest(_))
    }
}

/// A quantity: millionths in one column, the exact text where they do not fit in another, and the unit's abbreviation.
#[derive(Debug)]
pub(crate) struct Amount {
    pub(crate) column: &'static str,
    pub(crate) exact: &'static str,
    pub(crate) unit: &'static str,
}

/// Columns that have few different values together, in the order of the index `{table}_sort_{first of them}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) columns: &'static [&'static str],
    /// Whether words of one or two characters look here. Senders begin alike, with a license number.
    pub(crate) short_words: bool,
    /// Lab testing states in the state's own words, which are looked for in the person's language as well.
    pub(crate) lab_states: bool,
}

impl Shared {
    pub(crate) const fn of(columns: &'static [&'static str]) -> Self {
        Self { columns, short_words: false, lab_states: false }
    }

    pub(crate) fn first(&self) -> &'static str {
        self.columns.first().copied().unwrap_or_default()
    }

    pub(crate) fn sql(&self) -> String {
        self.columns.iter().map(|column| format!("p.{column}")).collect::<Vec<_>>().join(", ")
    }

    /// Everything in the columns of a row `p`, each with a space before it.
    pub(crate) fn text(&self) -> String {
        spaced(self.columns)
    }
}

/// A column that search reads row by row.
#[derive(Debug)]
pub(crate) enum LookedIn {
    /// For a part of what it holds.
    Part(&'static str),
    /// For lab testing states, in the state's words and the person's.
    LabStates(&'static str),
}

/// What rows have to do with tags.
#[derive(Debug)]
pub(crate) enum Tags {
    /// A row has its own in `tag`, and those that it was made from in another column.
    Own { made_from: &'static str },
    /// A row `p` carries packages; the condition that one of them has `?1` in its tag.
    Carried(&'static str),
    /// Nothing; a tag that is a row's name is a name.
    None,
}

/// How a column keeps its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// As days, or times on the license's own clock.
    Local,
    /// As instants in UTC.
    Instant,
}

impl Kept {
    /// From which text on, and before which, the column's texts are of a day.
    pub(crate) fn span(self, day: Date) -> [String; 2] {
        let next = day.tomorrow().unwrap_or(day);
        match self {
            Self::Local => [day.to_string(), next.to_string()],
            // Without the Z: fractions of a second stand where it does, and come before it.
            Self::Instant => {
                [begin_of_day(day), end_of_day(day)].map(|at| at.strftime("%Y-%m-%dT%H:%M:%S").to_string())
            }
        }
    }
}

/// One grid: a table or a list of it, and what is shown of it in which order.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) collection: Collection,
    pub(crate) tab: Option<PackageTab>,
    pub(crate) table: &'static GridTable,
    /// The list of the table that it shows; none where it shows all.
    pub(crate) list: Option<i64>,
    /// What it is called where it has a name: the list that sync reads for it, and with hyphens its exported files.
    pub(crate) name: &'static str,
    /// Its columns, in the order that serves whoever works with it.
    pub(crate) columns: &'static [&'static [Definition]],
    /// Those that the state's site shows, in its order; none where Trackside keeps that order itself.
    pub(crate) states_order: &'static [&'static [Definition]],
}

impl PartialEq for Grid {
    fn eq(&self, other: &Self) -> bool {
        (self.collection, self.tab) == (other.collection, other.tab)
    }
}

impl Eq for Grid {}

impl GridTable {
    /// What the index named by a column has in its order; none where there is no such index.
    pub(crate) fn sorted_by(&self, column: &str) -> Option<&'static [&'static str]> {
        self.sorted.iter().copied().find(|columns| columns.first() == Some(&column))
    }

    /// The index that has the table in the order of a column, where there is one.
    pub(crate) fn sort_index(&self, column: &str) -> Option<String> {
        self.sorted_by(column).map(|_| format!("{}_sort_{column}", self.name))
    }

    /// What totals add up; none where nothing of its rows adds up.
    pub(crate) fn total(&self) -> Option<&'static Amount> {
        self.amounts.first()
    }

    /// What words of one or two characters look through where no values are shared, each column with a space before it.
    pub(crate) fn short_text(&self) -> String {
        spaced(self.short)
    }

    /// The values that begin with a column, where they are shared.
    pub(crate) fn shared_by(&self, column: &str) -> Option<&'static Shared> {
        self.shared.iter().find(|shared| shared.first() == column)
    }
}

impl Grid {
    /// Its columns, in order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static Definition> {
        self.columns.iter().copied().flatten()
    }

    /// One of its columns.
    pub(crate) fn column(&self, id: &str) -> Option<&'static Definition> {
        self.columns().find(|column| column.id == id)
    }

    /// The ids of the columns that the state's site shows, in its order.
    pub(crate) fn states_order(&self) -> impl Iterator<Item = &'static str> {
        self.states_order.iter().copied().flatten().map(|column| column.id)
    }

    /// The statement that reads these fields of a row `?1`, one row an id.
    pub(crate) fn row_by_id<'a>(&self, fields: impl IntoIterator<Item = &'a str>) -> String {
        let cells: Vec<String> = fields.into_iter().map(|field| self.cell(field)).collect();
        format!(
            "SELECT {} FROM {} p JOIN license l ON l.id = p.license_id AND l.forgotten = 0 WHERE p.id = ?1",
            cells.join(", "),
            self.table.name
        )
    }

    /// What [`Grid::values`] reads: what a row is known by, then its columns. The flags together are a look of the grid's;
    /// each has a column of its own.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static str> {
        let columns =
            self.columns().filter(|column| !matches!(column.stored, Stored::Flags(_)) && column.id != "license");
        ["row", "license", self.table.key].into_iter().chain(columns.map(|column| column.id))
    }

    /// Reads a row of [`Grid::row_by_id`] over [`Grid::fields`], by name.
    pub(crate) fn values(&self, row: &Row<'_>) -> rusqlite::Result<Map<String, Value>> {
        let mut values = Map::new();
        for (at, field) in self.fields().enumerate() {
            let value = match row.get_ref(at)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(flag) if self.column(field).is_some_and(|column| column.stored == Stored::Flag) => {
                    Value::Bool(flag != 0)
                }
                ValueRef::Integer(number) => Value::from(number),
                // Of a state that sends another type than it documents.
                ValueRef::Real(number) => Value::from(number),
                other => Value::from(other.as_str()?),
            };
            values.insert(field.to_owned(), value);
        }
        Ok(values)
    }

    /// The expression of one field of a row `p` of the license `l`, as it is read.
    fn cell(&self, field: &str) -> String {
        let own = self.table.fields.iter().find(|(name, _)| *name == field).map(|(_, sql)| *sql);
        match (field, own, self.column(field)) {
            ("row", ..) => "p.id".to_owned(),
            ("license", ..) => "l.number".to_owned(),
            (_, Some(sql), _) => sql.to_owned(),
            (_, None, Some(column)) => match column.stored {
                Stored::Amount { exact } => amount_text(column.sql, exact),
                Stored::Text | Stored::Count | Stored::Flag | Stored::Flags(_) => column.sql.to_owned(),
            },
            (_, None, None) => format!("p.{field}"),
        }
    }
}

/// The exact decimal text of a quantity.
pub(crate) fn amount_text(millionths: &str, exact: &str) -> String {
    format!("amount_text({millionths}, {exact})")
}

fn spaced(columns: &[&str]) -> String {
    columns.iter().map(|column| format!("' ' || p.{column}")).collect::<Vec<_>>().join(" || ")
}
