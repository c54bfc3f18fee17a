//! An answer that lists records.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::record::{Fields, FromFields};
use super::{Field, ReadError};

/// One page of a list (CONTRACT section 2.2). A bare array reads as one page that holds everything.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The records of this page, in the state's order.
    pub records: Vec<T>,
    /// How many records there are on all pages together, as the state says.
    pub total: u64,
    /// Which page the state says this is, 1-based.
    pub page: u64,
    /// How many pages there are; at least 1.
    pub total_pages: u64,
    /// How many records the state says this page has.
    pub records_on_page: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope<'a> {
    #[serde(borrow, default)]
    data: Option<Vec<&'a RawValue>>,
    total: Option<u64>,
    total_records: Option<u64>,
    page: Option<u64>,
    current_page: Option<u64>,
    total_pages: Option<u64>,
    records_on_page: Option<u64>,
}

/// Reads a list of records: an envelope or a bare array. An empty body is an empty list.
pub(crate) fn read_page<T: FromFields>(body: &str) -> Result<Page<T>, ReadError> {
    read_page_with(body, |raw| T::from_fields(&mut Fields::parse(raw)?))
}

/// Reads a list of plain values, for example texts.
pub(crate) fn read_values<T: Field>(body: &str) -> Result<Page<T>, ReadError> {
    read_page_with(body, |raw| T::read(raw).ok_or_else(|| ReadError::Shape("a value of another kind".to_owned())))
}

/// Reads one object. An empty body cannot be one.
pub(crate) fn read_one<T: FromFields>(body: &str) -> Result<T, ReadError> {
    let raw: &RawValue = serde_json::from_str(body).map_err(shape)?;
    T::from_fields(&mut Fields::parse(raw)?)
}

fn shape(error: serde_json::Error) -> ReadError {
    ReadError::Shape(error.to_string())
}

fn read_page_with<T>(body: &str, read: impl Fn(&RawValue) -> Result<T, ReadError>) -> Result<Page<T>, ReadError> {
    let body = body.trim_start_matches('\u{feff}').trim();
    let all = |raws: Vec<&RawValue>| raws.into_iter().map(&read).collect::<Result<Vec<T>, _>>();
    let count = |records: &[T]| records.len() as u64;
    match body.as_bytes().first() {
        None => Ok(Page { records: Vec::new(), total: 0, page: 1, total_pages: 1, records_on_page: 0 }),
        Some(b'[') => {
            let records = all(serde_json::from_str(body).map_err(shape)?)?;
            let total = count(&records);
            Ok(Page { records, total, page: 1, total_pages: 1, records_on_page: total })
        }
        _ => {
            let envelope: Envelope<'_> = serde_json::from_str(body).map_err(shape)?;
            let data = envelope.data.ok_or_else(|| ReadError::Shape("a list without Data".to_owned()))?;
            let records = all(data)?;
            Ok(Page {
                total: envelope.total.or(envelope.total_records).unwrap_or(count(&records)),
                page: envelope.current_page.or(envelope.page).unwrap_or(1),
                total_pages: envelope.total_pages.unwrap_or(1).max(1),
                records_on_page: envelope.records_on_page.unwrap_or(count(&records)),
                records,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_array_and_an_empty_body_read_like_an_envelope() {
        let bare = read_values::<String>(r#"["Product","ImmaturePlant"]"#).unwrap();
        assert_eq!((bare.total, bare.total_pages, bare.records.len()), (2, 1, 2));
        let empty = read_values::<String>("").unwrap();
        assert_eq!((empty.total, empty.records.len()), (0, 0), "an empty 200 body is an empty list");
        let envelope =
            read_values::<String>(r#"{"Data":["a"],"Total":21,"TotalPages":2,"CurrentPage":2,"RecordsOnPage":1}"#);
        let envelope = envelope.unwrap();
        assert_eq!((envelope.total, envelope.page, envelope.total_pages), (21, 2, 2));
    }

    #[test]
    fn something_else_is_not_an_empty_list() {
        assert!(read_values::<String>(r#"{"Message":"no"}"#).is_err());
        assert!(read_values::<String>(r#"["a","#).is_err());
        assert!(read_values::<String>("<html>").is_err());
    }
}
