//! One record of a small list, with everything that the state sent of it.

use rules::LicenseNumber;
use serde_json::Value;

use crate::collection::{Column, Definition, Grid};
use crate::table::{license, listed};
use crate::view::Collection;
use crate::{Mirror, MirrorError};

/// A record of one of the lists that have a grid, as the state sent it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedFull {
    /// What a person reads.
    pub name: String,
    /// What else was sent, without what is empty: first what the grid has columns for, in their order.
    pub fields: Vec<SentField>,
}

/// One field of what the state sent.
#[derive(Debug, Clone, PartialEq)]
pub struct SentField {
    /// The grid's column of it; most have none.
    pub column: Option<Column>,
    /// The state's own names on the way to it, for example `License` and `StartDate`. In a list of objects their number
    /// stands between them, from 1.
    pub path: Vec<String>,
    /// A text that is not blank, a number, or yes or no.
    pub value: Value,
}

impl Mirror {
    /// Everything that the state sent of a record; none where it is not on the list any more.
    ///
    /// # Errors
    /// [`MirrorError::WrongCollection`] for a collection that is no such list.
    pub fn listed(
        &self,
        license: &LicenseNumber,
        collection: Collection,
        key: &str,
    ) -> Result<Option<ListedFull>, MirrorError> {
        let grid = collection.grid(None);
        let list = grid.list.filter(|_| listed::is_listed(grid)).ok_or(MirrorError::WrongCollection)?;
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(None) };
            Ok(listed::one(db, id, list, key)?
                .map(|record| ListedFull { name: record.name, fields: fields(grid, &record.rest) }))
        })
    }
}

fn fields(grid: &Grid, rest: &Value) -> Vec<SentField> {
    let columns: Vec<&Definition> = grid.columns().filter(|column| column.sent.is_some()).collect();
    let mut sent = Vec::new();
    flatten(rest, &mut Vec::new(), &mut sent);
    let mut found: Vec<(usize, Option<&Definition>, SentField)> = sent
        .into_iter()
        .map(|(path, value)| {
            let pointer = path.iter().fold(String::new(), |pointer, name| pointer + "/" + name);
            let at = columns.iter().position(|column| column.sent == Some(&pointer));
            let column = at.and_then(|at| columns.get(at)).copied();
            let field = SentField { column: column.map(Definition::shown_as), path, value };
            (at.unwrap_or(columns.len()), column, field)
        })
        .filter(|(_, column, _)| column.is_none_or(|column| column.id != listed::NAME))
        .collect();
    found.sort_by_key(|(at, ..)| *at);
    found.into_iter().map(|(.., field)| field).collect()
}

/// What is not empty in a record, each with the names on the way to it. Texts of one list stand together.
fn flatten(value: &Value, path: &mut Vec<String>, found: &mut Vec<(Vec<String>, Value)>) {
    let mut within = |name: String, value: &Value| {
        path.push(name);
        flatten(value, path, found);
        path.pop();
    };
    match value {
        Value::Null => {}
        Value::Object(fields) => fields.iter().for_each(|(name, value)| within(name.clone(), value)),
        Value::Array(all) if all.iter().any(|one| one.is_object() || one.is_array()) => {
            all.iter().enumerate().for_each(|(at, value)| within((at + 1).to_string(), value));
        }
        Value::Array(all) => {
            let texts: Vec<String> = all.iter().map(text).filter(|text| !text.is_empty()).collect();
            if !texts.is_empty() {
                found.push((path.clone(), Value::String(texts.join(", "))));
            }
        }
        Value::String(said) if said.trim().is_empty() => {}
        Value::String(_) | Value::Number(_) | Value::Bool(_) => found.push((path.clone(), value.clone())),
    }
}

/// One of several in a list.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(said) => said.trim().to_owned(),
        other => other.to_string(),
    }
}
