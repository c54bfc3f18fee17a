//! Writing a row, with each of its columns named once.

use rusqlite::{Connection, ToSql};

use crate::MirrorError;

/// Writes a row, new or over the one that has the same values in the `key` columns; gives its id. The values are those of
/// `named_params!`, each by its column with a colon before it.
pub(crate) fn put(
    db: &Connection,
    table: &str,
    key: &[&str],
    values: &[(&str, &dyn ToSql)],
) -> Result<i64, MirrorError> {
    let columns: Vec<&str> = values.iter().map(|(name, _)| name.trim_start_matches(':')).collect();
    let named: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let set: Vec<String> = columns
        .iter()
        .filter(|column| !key.contains(column))
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {} RETURNING id",
        columns.join(", "),
        named.join(", "),
        key.join(", "),
        set.join(", ")
    );
    Ok(db.prepare_cached(&sql)?.query_row(values, |row| row.get(0))?)
}
