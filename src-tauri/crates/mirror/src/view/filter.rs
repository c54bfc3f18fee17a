//! Filters by column.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rules::{ScaledAmount, begin_of_day, end_of_day, read_number};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::row_set::RowSet;
use super::source::Source;
use super::spec::{ColumnFilter, FilterTest};
use crate::collection::{ColumnKind, Definition, Stored, amount_text};
use crate::{MirrorError, alike};

/// The rows of a source that meet one filter. Asked alone, so that SQLite reads the column from its index where there
/// is one, and not row by row from the table in the order of another column.
pub(crate) fn rows(db: &Connection, source: &Source, filter: &ColumnFilter) -> Result<RowSet, MirrorError> {
    let condition = asked(source, filter)?;
    let mut query = db.prepare_cached(&source.select_where(&condition.sql))?;
    let mut found = query.query(params_from_iter(condition.values))?;
    let mut rows = RowSet::default();
    while let Some(row) = found.next()? {
        rows.insert(row.get(0)?);
    }
    Ok(rows)
}

/// What one filter asks of the rows of a source.
pub(crate) fn asked(source: &Source, filter: &ColumnFilter) -> Result<Condition, MirrorError> {
    condition(source.column(&filter.column)?, &filter.test)
}

/// An SQL condition over the row `p` and its parameters in order.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) sql: String,
    values: Vec<Value>,
}

impl Condition {
    fn always(holds: bool) -> Self {
        Self { sql: if holds { "1" } else { "0" }.to_owned(), values: Vec::new() }
    }
}

fn condition(column: &Definition, test: &FilterTest) -> Result<Condition, MirrorError> {
    match column.stored {
        Stored::Flag => return Ok(flag(column, test)),
        Stored::Flags(bits) => return Ok(flags(column, bits, test)),
        Stored::Text | Stored::Amount { .. } | Stored::Count => {}
    }
    match test {
        FilterTest::Contains { value } => Ok(has("part_of", column, value)),
        FilterTest::NotContains { value } => Ok(has("NOT part_of", column, value)),
        FilterTest::StartsWith { value } => Ok(has("begin_of", column, value)),
        FilterTest::EndsWith { value } => Ok(has("end_of", column, value)),
        FilterTest::Equals { value } => compare(column, &[(Operator::Equal, value)]),
        FilterTest::NotEquals { value } => compare(column, &[(Operator::NotEqual, value)]),
        FilterTest::Less { value } => compare(column, &[(Operator::Less, value)]),
        FilterTest::AtMost { value } => compare(column, &[(Operator::AtMost, value)]),
        FilterTest::Greater { value } => compare(column, &[(Operator::Greater, value)]),
        FilterTest::AtLeast { value } => compare(column, &[(Operator::AtLeast, value)]),
        FilterTest::Between { from, to } => compare(column, &[(Operator::AtLeast, from), (Operator::AtMost, to)]),
        FilterTest::OneOf { values } => one_of(column, values),
        FilterTest::Blank => Ok(blank(column, true)),
        FilterTest::NotBlank => Ok(blank(column, false)),
    }
}

/// The column as a person reads it.
fn as_text(column: &Definition) -> String {
    match column.stored {
        Stored::Amount { exact } => amount_text(column.sql, exact),
        Stored::Count => format!("CAST({} AS TEXT)", column.sql),
        Stored::Text | Stored::Flag | Stored::Flags(_) => column.sql.to_owned(),
    }
}

/// A part is in the text, by one of the functions of [`alike::teach`].
fn has(function: &str, column: &Definition, part: &str) -> Condition {
    Condition {
        sql: format!("{function}({}, ?)", as_text(column)),
        values: vec![Value::Text(alike::folded(part).into_owned())],
    }
}

/// Comparisons that must all hold. A blank cell is neither less nor greater than anything.
fn compare(column: &Definition, tests: &[(Operator, &String)]) -> Result<Condition, MirrorError> {
    let mut sql = Vec::new();
    let mut values = Vec::new();
    for (operator, value) in tests {
        if column.stored == Stored::Text && !matches!(operator, Operator::Equal | Operator::NotEqual) {
            sql.push(format!("{} <> ''", column.sql));
        }
        match meant(column, value)? {
            Meant::One(expression, value) => {
                sql.push(format!("{expression} {} ?", operator.sql()));
                values.push(value);
            }
            Meant::Day(Span { begin, end }) => {
                let column = column.sql;
                let (condition, bounds) = match operator {
                    Operator::Equal => (format!("{column} >= ? AND {column} < ?"), vec![begin, end]),
                    Operator::NotEqual => (format!("({column} < ? OR {column} >= ?)"), vec![begin, end]),
                    Operator::Less => (format!("{column} < ?"), vec![begin]),
                    Operator::AtMost => (format!("{column} < ?"), vec![end]),
                    Operator::Greater => (format!("{column} >= ?"), vec![end]),
                    Operator::AtLeast => (format!("{column} >= ?"), vec![begin]),
                };
                sql.push(condition);
                values.extend(bounds.into_iter().map(Value::Text));
            }
        }
    }
    Ok(Condition { sql: sql.join(" AND "), values })
}

fn one_of(column: &Definition, values: &[String]) -> Result<Condition, MirrorError> {
    if values.is_empty() {
        return Ok(Condition::always(false));
    }
    // Lists and not chains of OR, whose depth SQLite limits: a person may paste a thousand values.
    let mut lists: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut days = Vec::new();
    for value in values {
        match meant(column, value)? {
            Meant::One(expression, value) => lists.entry(expression).or_default().push(value),
            Meant::Day(Span { begin, end }) => days.extend([Value::Text(begin), Value::Text(end)]),
        }
    }
    let mut sql: Vec<String> = lists
        .iter()
        .map(|(expression, values)| format!("{expression} IN ({})", vec!["?"; values.len()].join(", ")))
        .collect();
    if !days.is_empty() {
        let (rows, column) = (vec!["(?, ?)"; days.len() / 2].join(", "), column.sql);
        sql.push(format!("EXISTS (SELECT 1 FROM (VALUES {rows}) WHERE {column} >= column1 AND {column} < column2)"));
    }
    Ok(Condition { sql: sql.join(" OR "), values: lists.into_values().flatten().chain(days).collect() })
}

/// How a cell and a value are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Operator {
    fn sql(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// What a person's value means for a column.
enum Meant {
    /// The column in a form that SQL compares, and the value in the same: millionths, counts, days, or text by
    /// [`alike`].
    One(String, Value),
    /// A whole day of a column of times.
    Day(Span),
}

/// From the first moment of a day to the first of the next, which is not in it, as the column writes times. Without
/// anything behind the seconds: what stands there (`Z`, or a fraction) comes after it in the order of texts.
struct Span {
    begin: String,
    end: String,
}

impl Span {
    /// A day at the license, of a column of instants in UTC. 23 or 25 hours where the clocks change.
    fn of_instants(day: Date) -> Self {
        let text = |at: Timestamp| at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        Self { begin: text(begin_of_day(day)), end: text(end_of_day(day)) }
    }

    /// A day of a column on the facility's own clock.
    fn of_local_times(day: Date) -> Self {
        Self { begin: day.to_string(), end: day.tomorrow().map_or_else(|_| "~".to_owned(), |next| next.to_string()) }
    }
}

/// Reads a person's value for a column.
fn meant(column: &Definition, value: &str) -> Result<Meant, MirrorError> {
    let refused = || MirrorError::BadFilter { column: column.id.to_owned(), value: value.to_owned() };
    let sql = column.sql.to_owned();
    let value = value.trim();
    let day = || value.parse::<Date>().map_err(|_| refused());
    Ok(match (column.stored, column.kind) {
        (Stored::Amount { .. }, _) => {
            let amount = read_number(value).ok().flatten().ok_or_else(refused)?;
            let scaled = ScaledAmount::from_decimal(amount).map_err(|_| refused())?;
            Meant::One(sql, Value::Integer(scaled.millionths()))
        }
        // A count is whole, and compares with what is not: "more than 2.5" is more than two and a half.
        (Stored::Count | Stored::Flag | Stored::Flags(_), _) => {
            let amount = read_number(value).ok().flatten().ok_or_else(refused)?;
            let scaled = ScaledAmount::from_decimal(amount).map_err(|_| refused())?;
            Meant::One(format!("{sql} * 1000000"), Value::Integer(scaled.millionths()))
        }
        (Stored::Text, _) if value.is_empty() => Meant::One(sql, Value::Text(String::new())),
        (Stored::Text, ColumnKind::Date) => Meant::One(sql, Value::Text(day()?.to_string())),
        (Stored::Text, ColumnKind::LocalTime) => Meant::Day(Span::of_local_times(day()?)),
        (Stored::Text, ColumnKind::Instant) => Meant::Day(Span::of_instants(day()?)),
        // Tags are stored in upper case and compared exactly, so that their index serves.
        (Stored::Text, ColumnKind::Tag) => Meant::One(sql, Value::Text(value.to_ascii_uppercase())),
        (
            Stored::Text,
            ColumnKind::Text
            | ColumnKind::Tags
            | ColumnKind::Number
            | ColumnKind::Flag
            | ColumnKind::Flags
            | ColumnKind::LabState,
        ) => Meant::One(format!("{sql} COLLATE {}", alike::COLLATION), Value::Text(value.to_owned())),
    })
}

fn blank(column: &Definition, blank: bool) -> Condition {
    match column.stored {
        Stored::Text => {
            let operator = if blank { "=" } else { "<>" };
            Condition { sql: format!("{} {operator} ''", column.sql), values: Vec::new() }
        }
        Stored::Amount { .. } | Stored::Count | Stored::Flag | Stored::Flags(_) => Condition::always(!blank),
    }
}

/// A flag reads `yes` or `no`, and blank means `no`; the test is made on both words.
fn flag(column: &Definition, test: &FilterTest) -> Condition {
    let holds = |set: bool| {
        let word = if set { "yes" } else { "no" };
        let lower = |value: &String| value.trim().to_ascii_lowercase();
        match test {
            FilterTest::Contains { value } => word.contains(&lower(value)),
            FilterTest::NotContains { value } => !word.contains(&lower(value)),
            FilterTest::Equals { value } => word == lower(value),
            FilterTest::NotEquals { value } => word != lower(value),
            FilterTest::StartsWith { value } => word.starts_with(&lower(value)),
            FilterTest::EndsWith { value } => word.ends_with(&lower(value)),
            FilterTest::OneOf { values } => values.iter().any(|value| word == lower(value)),
            FilterTest::Blank => !set,
            FilterTest::NotBlank => set,
            FilterTest::Less { .. }
            | FilterTest::AtMost { .. }
            | FilterTest::Greater { .. }
            | FilterTest::AtLeast { .. }
            | FilterTest::Between { .. } => false,
        }
    };
    match (holds(false), holds(true)) {
        (true, true) => Condition::always(true),
        (false, false) => Condition::always(false),
        (_, set) => Condition { sql: format!("{} = {}", column.sql, i64::from(set)), values: Vec::new() },
    }
}

/// The flags that a row has set are asked for by their ids; one that does not exist is set nowhere.
fn flags(column: &Definition, bits: &[(&str, i64)], test: &FilterTest) -> Condition {
    let bit = |value: &String| bits.iter().find(|(id, _)| value.trim() == *id).map_or(0, |(_, bit)| *bit);
    let any = |bits: i64| format!("{} & {bits} <> 0", column.sql);
    let none = |bits: i64| format!("{} & {bits} = 0", column.sql);
    let sql = match test {
        FilterTest::OneOf { values } => any(values.iter().map(bit).fold(0, |bits, bit| bits | bit)),
        FilterTest::Equals { value }
        | FilterTest::Contains { value }
        | FilterTest::StartsWith { value }
        | FilterTest::EndsWith { value } => any(bit(value)),
        FilterTest::NotEquals { value } | FilterTest::NotContains { value } => none(bit(value)),
        FilterTest::Blank => format!("{} = 0", column.sql),
        FilterTest::NotBlank => format!("{} <> 0", column.sql),
        FilterTest::Less { .. }
        | FilterTest::AtMost { .. }
        | FilterTest::Greater { .. }
        | FilterTest::AtLeast { .. }
        | FilterTest::Between { .. } => return Condition::always(false),
    };
    Condition { sql, values: Vec::new() }
}
