//! Filters by column.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rules::ScaledAmount;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use rust_decimal::Decimal;

use super::columns::{self, Definition, Stored};
use super::row_set::RowSet;
use super::source::Source;
use super::spec::{ColumnFilter, ColumnKind, FilterTest};
use crate::MirrorError;

/// The rows of a source that meet one filter. Asked alone, so that SQLite reads the column from its index where there
/// is one, and not row by row from the table in the order of another column.
pub(crate) fn rows(db: &Connection, source: &Source, filter: &ColumnFilter) -> Result<RowSet, MirrorError> {
    let column = columns::find(source, &filter.column)?;
    let condition = condition(&column, &filter.test)?;
    let mut query = db.prepare_cached(&source.select_where(&condition.sql))?;
    let mut found = query.query(params_from_iter(condition.values))?;
    let mut rows = RowSet::default();
    while let Some(row) = found.next()? {
        rows.insert(row.get(0)?);
    }
    Ok(rows)
}

/// An SQL condition over the row `p` and its parameters in order.
#[derive(Debug)]
struct Condition {
    sql: String,
    values: Vec<Value>,
}

impl Condition {
    fn always(holds: bool) -> Self {
        Self { sql: if holds { "1" } else { "0" }.to_owned(), values: Vec::new() }
    }
}

fn condition(column: &Definition, test: &FilterTest) -> Result<Condition, MirrorError> {
    if column.stored == Stored::Flag {
        return Ok(flag(column, test));
    }
    match test {
        FilterTest::Contains { value } => Ok(like(column, false, &format!("%{}%", escaped(value)))),
        FilterTest::NotContains { value } => Ok(like(column, true, &format!("%{}%", escaped(value)))),
        FilterTest::StartsWith { value } => Ok(like(column, false, &format!("{}%", escaped(value)))),
        FilterTest::EndsWith { value } => Ok(like(column, false, &format!("%{}", escaped(value)))),
        FilterTest::Equals { value } => compare(column, &[("=", value)]),
        FilterTest::NotEquals { value } => compare(column, &[("<>", value)]),
        FilterTest::Less { value } => compare(column, &[("<", value)]),
        FilterTest::AtMost { value } => compare(column, &[("<=", value)]),
        FilterTest::Greater { value } => compare(column, &[(">", value)]),
        FilterTest::AtLeast { value } => compare(column, &[(">=", value)]),
        FilterTest::Between { from, to } => compare(column, &[(">=", from), ("<=", to)]),
        FilterTest::OneOf { values } => one_of(column, values),
        FilterTest::Blank => Ok(blank(column, true)),
        FilterTest::NotBlank => Ok(blank(column, false)),
    }
}

/// The column as a person reads it.
fn as_text(column: &Definition) -> String {
    match column.stored {
        Stored::Amount => "amount_text(p.quantity, p.quantity_exact)".to_owned(),
        Stored::Count => format!("CAST({} AS TEXT)", column.sql),
        Stored::Text | Stored::Flag => column.sql.to_owned(),
    }
}

/// `LIKE` ignores the case of ASCII letters.
fn like(column: &Definition, not: bool, pattern: &str) -> Condition {
    let not = if not { "NOT " } else { "" };
    Condition {
        sql: format!("{} {not}LIKE ? ESCAPE '\\'", as_text(column)),
        values: vec![Value::Text(pattern.to_owned())],
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Comparisons that must all hold. A blank cell is neither less nor greater than anything.
fn compare(column: &Definition, tests: &[(&str, &String)]) -> Result<Condition, MirrorError> {
    let mut sql = Vec::new();
    let mut values = Vec::new();
    for (operator, value) in tests {
        let (expression, value) = comparable(column, value)?;
        if column.stored == Stored::Text && !matches!(*operator, "=" | "<>") {
            sql.push(format!("{} <> ''", column.sql));
        }
        sql.push(format!("{expression} {operator} ?"));
        values.push(value);
    }
    Ok(Condition { sql: sql.join(" AND "), values })
}

fn one_of(column: &Definition, values: &[String]) -> Result<Condition, MirrorError> {
    if values.is_empty() {
        return Ok(Condition::always(false));
    }
    // A list and not a chain of OR, whose depth SQLite limits: a person may paste a thousand values.
    let mut lists: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for value in values {
        let (expression, value) = comparable(column, value)?;
        lists.entry(expression).or_default().push(value);
    }
    let sql: Vec<String> = lists
        .iter()
        .map(|(expression, values)| format!("{expression} IN ({})", vec!["?"; values.len()].join(", ")))
        .collect();
    Ok(Condition { sql: sql.join(" OR "), values: lists.into_values().flatten().collect() })
}

/// The column and a person's value in a form that SQL compares: millionths, counts, days, or text without case.
fn comparable(column: &Definition, value: &str) -> Result<(String, Value), MirrorError> {
    let refused = || MirrorError::BadFilter { column: column.id.to_owned(), value: value.to_owned() };
    let sql = column.sql.to_owned();
    let value = value.trim();
    match (column.stored, column.kind) {
        (Stored::Amount, _) => {
            let amount: Decimal = value.parse().map_err(|_| refused())?;
            let scaled = ScaledAmount::from_decimal(amount).map_err(|_| refused())?;
            Ok((sql, Value::Integer(scaled.millionths())))
        }
        (Stored::Count | Stored::Flag, _) => Ok((sql, Value::Integer(value.parse().map_err(|_| refused())?))),
        (Stored::Text, _) if value.is_empty() => Ok((sql, Value::Text(String::new()))),
        (Stored::Text, ColumnKind::Date) => {
            let day: Date = value.parse().map_err(|_| refused())?;
            Ok((sql, Value::Text(day.to_string())))
        }
        // A day compares with the day of the time; of an instant in UTC.
        (Stored::Text, ColumnKind::LocalTime) => {
            let day: Date = value.parse().map_err(|_| refused())?;
            Ok((format!("substr({sql}, 1, 10)"), Value::Text(day.to_string())))
        }
        (Stored::Text, ColumnKind::Instant) => match value.parse::<Timestamp>() {
            Ok(at) => Ok((sql, Value::Text(at.to_string()))),
            Err(_) => {
                let day: Date = value.parse().map_err(|_| refused())?;
                Ok((format!("substr({sql}, 1, 10)"), Value::Text(day.to_string())))
            }
        },
        // Tags are stored in upper case and compared exactly, so that their index serves.
        (Stored::Text, ColumnKind::Tag) => Ok((sql, Value::Text(value.to_ascii_uppercase()))),
        (Stored::Text, _) => Ok((format!("{sql} COLLATE NOCASE"), Value::Text(value.to_owned()))),
    }
}

fn blank(column: &Definition, blank: bool) -> Condition {
    match column.stored {
        Stored::Text => {
            let operator = if blank { "=" } else { "<>" };
            Condition { sql: format!("{} {operator} ''", column.sql), values: Vec::new() }
        }
        Stored::Amount | Stored::Count | Stored::Flag => Condition::always(!blank),
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
