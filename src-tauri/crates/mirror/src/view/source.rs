//! Where a view's rows come from: a grid's part of its table, for some licenses.

use rules::LicenseNumber;
use rusqlite::Connection;

use super::spec::{ListCount, ViewSpec};
use crate::MirrorError;
use crate::collection::{Amount, Definition, Grid, GridTable, Shared, grids};
use crate::table::license;

/// A grid, and of which licenses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) grid: &'static Grid,
    /// Row ids of the licenses, ascending.
    pub(crate) licenses: Vec<i64>,
}

/// The row ids of those licenses that the mirror knows, ascending, each once.
fn licenses_of(db: &Connection, numbers: &[LicenseNumber]) -> Result<Vec<i64>, MirrorError> {
    let mut licenses = Vec::new();
    for number in numbers {
        licenses.extend(license::id(db, number)?);
    }
    licenses.sort_unstable();
    licenses.dedup();
    Ok(licenses)
}

impl Source {
    /// How many rows each list of these licenses has.
    pub(crate) fn counts(db: &Connection, licenses: &[LicenseNumber]) -> Result<Vec<ListCount>, MirrorError> {
        let known = licenses_of(db, licenses)?;
        let count = |grid: &'static Grid| {
            let of = Self { grid, licenses: known.clone() };
            let rows = if known.is_empty() { 0 } else { of.len(db)? };
            let rows = i64::try_from(rows).unwrap_or(i64::MAX);
            Ok(ListCount { collection: grid.collection, tab: grid.tab, rows })
        };
        grids().map(count).collect()
    }

    /// The source of a grid's question. Licenses that the mirror does not know have no rows and are left out.
    pub(crate) fn of(db: &Connection, spec: &ViewSpec) -> Result<Self, MirrorError> {
        if spec.licenses.is_empty() {
            return Err(MirrorError::NoLicense);
        }
        Ok(Self { grid: spec.collection.grid(spec.tab), licenses: licenses_of(db, &spec.licenses)? })
    }

    /// The table.
    pub(crate) fn table(&self) -> &'static GridTable {
        self.grid.table
    }

    /// One of the grid's columns.
    pub(crate) fn column(&self, id: &str) -> Result<&'static Definition, MirrorError> {
        self.grid.column(id).ok_or_else(|| MirrorError::UnknownColumn(id.to_owned()))
    }

    /// The condition that makes this list of it, with `AND` behind it where there is one.
    fn list_is(&self) -> String {
        self.grid.list.map(|list| format!("p.list = {list} AND ")).unwrap_or_default()
    }

    /// The licenses, for a list in SQL.
    fn licenses(&self) -> String {
        self.licenses.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The condition that a row `p` is in this part of the table.
    pub(crate) fn is_in(&self) -> String {
        format!("{}p.license_id IN ({})", self.list_is(), self.licenses())
    }

    /// The same for a query that walks an index in its order. The plus keeps SQLite from taking a single license for a
    /// constant, after which it no longer sees that the index is in order.
    pub(crate) fn is_in_walking(&self) -> String {
        format!("{}+p.license_id IN ({})", self.list_is(), self.licenses())
    }

    /// Row ids in this part of the table that meet a condition, in no order.
    pub(crate) fn select_where(&self, condition: &str) -> String {
        format!("SELECT p.id FROM {} p WHERE {} AND ({condition})", self.table().name, self.is_in())
    }

    /// Row ids of this list, of any license, with texts in a column from `?1` to before `?2`, or from `?3`, ... in so many spans.
    pub(crate) fn select_days(&self, column: &str, spans: usize) -> String {
        let (table, list) = (self.table().name, self.list_is());
        let is_in = |span: usize| format!("p.{column} >= ?{} AND p.{column} < ?{}", 2 * span + 1, 2 * span + 2);
        match self.table().sort_index(column) {
            Some(index) => {
                let one = |span| format!("SELECT p.id FROM {table} p INDEXED BY {index} WHERE {list}{}", is_in(span));
                (0..spans).map(one).collect::<Vec<_>>().join(" UNION ALL ")
            }
            None => {
                let any = (0..spans).map(is_in).collect::<Vec<_>>().join(" OR ");
                format!("SELECT p.id FROM {table} p WHERE {list}({any})")
            }
        }
    }

    /// Row ids of this list, of any license, with the quantity `?1`, and where asked for the unit `?2`.
    pub(crate) fn select_amount(&self, amount: &Amount, with_unit: bool) -> String {
        let (table, list) = (self.table().name, self.list_is());
        let Amount { column, unit, .. } = amount;
        let index = self.table().sort_index(column).map(|index| format!("INDEXED BY {index}")).unwrap_or_default();
        let unit = if with_unit { format!(" AND p.{unit} = ?2") } else { String::new() };
        format!("SELECT p.id FROM {table} p {index} WHERE {list}p.{column} = ?1{unit}")
    }

    /// The next different values of shared columns in this list, of any license: those that are alike in the first
    /// `alike` columns, in `?1`, `?2`, ..., and behind in the column after.
    pub(crate) fn next_value(&self, shared: &Shared, alike: usize) -> String {
        let (table, list, columns) = (self.table().name, self.list_is(), shared.sql());
        let compared = (1..).zip(shared.columns).take(alike + 1).map(|(number, column)| {
            let operator = if number <= alike { "=" } else { ">" };
            format!("p.{column} {operator} ?{number}")
        });
        format!(
            "SELECT {columns} FROM {table} p INDEXED BY {table}_sort_{} WHERE {list}{} ORDER BY {columns} LIMIT 1",
            shared.first(),
            compared.collect::<Vec<_>>().join(" AND ")
        )
    }

    /// Row ids of this list, of any license, with the values `?1`, `?2`, ... in the first so many of the shared columns. A
    /// license would have to be read from behind the values of every row; the view has only its own licenses' rows anyway.
    pub(crate) fn select_value(&self, shared: &Shared, compared: usize) -> String {
        let (table, list) = (self.table().name, self.list_is());
        let alike = (1..).zip(shared.columns).take(compared).map(|(number, column)| format!("p.{column} = ?{number}"));
        format!(
            "SELECT p.id FROM {table} p INDEXED BY {table}_sort_{} WHERE {list}{}",
            shared.first(),
            alike.collect::<Vec<_>>().join(" AND ")
        )
    }

    /// How many rows of each of the licenses have the values `?1`, `?2`, ... in the shared columns.
    pub(crate) fn count_value(&self, shared: &Shared) -> String {
        let alike = (1..).zip(shared.columns).map(|(number, column)| format!("p.{column} = ?{number}"));
        format!(
            "SELECT p.license_id, COUNT(*) FROM {table} p INDEXED BY {table}_sort_{first} WHERE {list}{alike} \
             AND p.license_id IN ({licenses}) GROUP BY p.license_id",
            table = self.table().name,
            first = shared.first(),
            list = self.list_is(),
            alike = alike.collect::<Vec<_>>().join(" AND "),
            licenses = self.licenses()
        )
    }

    /// What stands in the shared columns together where `?1` is a part of the first, in this list and of any license.
    pub(crate) fn names_with(&self, shared: &Shared) -> String {
        let (table, list, columns, first) = (self.table().name, self.list_is(), shared.sql(), shared.first());
        format!(
            "SELECT DISTINCT {columns} FROM {table} p INDEXED BY {table}_sort_{first} WHERE {list}part_of(p.{first}, ?1)"
        )
    }

    /// Row ids of this list, of any license, with tags from `?1` to before `?2`.
    pub(crate) fn select_tags(&self) -> String {
        let (table, list) = (self.table().name, self.list_is());
        format!("SELECT p.id FROM {table} p INDEXED BY {table}_sort_tag WHERE {list}p.tag >= ?1 AND p.tag < ?2")
    }

    /// The first tag of this list, of any license, at or behind `?1`.
    pub(crate) fn next_tag(&self) -> String {
        let (table, list) = (self.table().name, self.list_is());
        format!(
            "SELECT p.tag FROM {table} p INDEXED BY {table}_sort_tag WHERE {list}p.tag >= ?1 ORDER BY p.tag LIMIT 1"
        )
    }

    /// The first unit of this list, of any license, behind `?1`.
    pub(crate) fn next_unit(&self, Amount { unit, .. }: &Amount) -> String {
        let (table, list) = (self.table().name, self.list_is());
        format!(
            "SELECT p.{unit} FROM {table} p INDEXED BY {table}_by_unit WHERE {list}p.{unit} > ?1 ORDER BY p.{unit} LIMIT 1"
        )
    }

    /// Row id and millionths of the rows with unit `?1`.
    pub(crate) fn amounts_of_unit(&self, Amount { column, unit, .. }: &Amount) -> String {
        let table = self.table().name;
        format!(
            "SELECT p.id, p.{column} FROM {table} p INDEXED BY {table}_by_unit WHERE {} AND p.{unit} = ?1",
            self.is_in()
        )
    }

    /// Row id, unit and exact text of the rows whose quantity does not fit in millionths.
    pub(crate) fn inexact(&self, Amount { column, exact, unit }: &Amount) -> String {
        let table = self.table().name;
        format!(
            "SELECT p.id, p.{unit}, p.{exact}, p.{column} FROM {table} p INDEXED BY {table}_inexact
             WHERE {} AND p.{exact} <> ''",
            self.is_in()
        )
    }

    /// How many rows are in this part of the table.
    pub(crate) fn len(&self, db: &Connection) -> Result<usize, MirrorError> {
        let sql = format!("SELECT count(*) FROM {} p {} WHERE {}", self.table().name, self.by_license(), self.is_in());
        let rows: i64 = db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(rows).unwrap_or_default())
    }

    /// Whether more than `most` rows are in this part of the table; reads no more than that.
    pub(crate) fn is_longer_than(&self, db: &Connection, most: usize) -> Result<bool, MirrorError> {
        let sql =
            format!("SELECT count(*) FROM (SELECT 1 FROM {} p WHERE {} LIMIT ?1)", self.table().name, self.is_in());
        let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
        let found: i64 = db.prepare_cached(&sql)?.query_row([limit], |row| row.get(0))?;
        Ok(found == limit)
    }

    /// The clause that reads a part of the table license by license: of packages the list alone would be longer.
    pub(crate) fn by_license(&self) -> String {
        if self.grid.list.is_some() { format!("INDEXED BY {}_by_list", self.table().name) } else { String::new() }
    }
}
