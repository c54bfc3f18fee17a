//! One request as an operation sees it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::Timestamp;
use jiff::civil;
use serde::de::DeserializeOwned;

use super::answer::{Refusal, RowError};
use crate::config::Options;
use crate::state::World;
use crate::state::table::FacilityId;
use crate::state::values::{Text, pacific};

/// How a fault changes the answer of an otherwise well-behaved operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tweak {
    #[default]
    None,
    /// The page says that there is nothing.
    EmptyPage,
    /// The page holds the rows of the page before it.
    PageBefore,
}

/// One request, already authenticated.
pub struct Call {
    /// The license acted upon; absent where the operation takes none.
    pub facility: Option<FacilityId>,
    /// The user's name, as it stands in `...ByUserName`.
    pub user: Text,
    /// The licenses at which the user works.
    pub licenses: Vec<FacilityId>,
    pub path: BTreeMap<String, String>,
    pub query: Query,
    pub body: Bytes,
    /// The state's time.
    pub now: Timestamp,
    pub options: Options,
    pub tweak: Tweak,
}

impl Call {
    /// The license of an operation that needs one.
    pub fn facility(&self) -> Result<FacilityId, Refusal> {
        self.facility.ok_or_else(|| Refusal::bad_request("licenseNumber was not specified."))
    }

    /// Refuses with 401 where the license's type does not allow something, as the state does.
    pub fn needs(&self, world: &World, flag: &str) -> Result<FacilityId, Refusal> {
        let id = self.facility()?;
        match world.facility(id) {
            Some(facility) if facility.may(flag) => Ok(id),
            Some(facility) => Err(Refusal::unauthorized(format!(
                "The facility with license number {} is not allowed to perform this action ({flag}).",
                facility.license
            ))),
            None => Err(Refusal::broken()),
        }
    }

    pub fn path(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// The `{id}` of the path.
    pub fn id(&self) -> Result<u64, Refusal> {
        self.path("id").parse().map_err(|_| Refusal::not_found("The requested resource was not found."))
    }

    /// The objects of the body: an array of at most ten.
    pub fn objects<T: DeserializeOwned>(&self) -> Result<Vec<T>, Refusal> {
        if self.body.iter().all(u8::is_ascii_whitespace) {
            return Err(Refusal::bad_request("No data was submitted."));
        }
        let values: Vec<serde_json::Value> = serde_json::from_slice(&self.body)
            .map_err(|_| Refusal::bad_request("The request body is not a valid JSON array."))?;
        if values.is_empty() {
            return Err(Refusal::bad_request("No data was submitted."));
        }
        if values.len() > 10 {
            return Err(Refusal::new(
                axum::http::StatusCode::PAYLOAD_TOO_LARGE,
                "The content being submitted is too large",
            ));
        }
        let mut rows = Vec::new();
        let mut errors = Vec::new();
        for (row, value) in values.into_iter().enumerate() {
            match serde_json::from_value(value) {
                Ok(object) => rows.push(object),
                Err(error) => errors.push(RowError { row, message: format!("The request is invalid: {error}.") }),
            }
        }
        if errors.is_empty() { Ok(rows) } else { Err(Refusal::rows(errors)) }
    }
}

/// The query parameters. Names count whatever their case; a `+` is a space, as in every form.
#[derive(Clone, Debug, Default)]
pub struct Query(BTreeMap<String, String>);

impl Query {
    pub fn parse(raw: &str) -> Self {
        let pairs = raw.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name).to_ascii_lowercase(), decode(value).into_owned())
        });
        Self(pairs.collect())
    }

    /// The parameters, names in lower case.
    pub fn pairs(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    pub fn from_pairs(pairs: BTreeMap<String, String>) -> Self {
        Self(pairs)
    }

    /// A parameter that is there and not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(&name.to_ascii_lowercase()).map(String::as_str).filter(|value| !value.trim().is_empty())
    }

    /// A parameter that is an instant.
    pub fn instant(&self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        let Some(text) = self.get(name) else { return Ok(None) };
        parse_instant(text)
            .map(Some)
            .ok_or_else(|| Refusal::bad_request(format!("The value '{text}' is not valid for {name}.")))
    }
}

/// ISO 8601 with an offset, or without one in California's time.
pub fn parse_instant(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let local: civil::DateTime = match text.parse() {
        Ok(local) => local,
        Err(_) => text.parse::<civil::Date>().ok()?.to_datetime(civil::Time::midnight()),
    };
    local.to_zoned(pacific()).ok().map(|zoned| zoned.timestamp())
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let ahead = rest.clone();
                match (rest.next().and_then(hex), rest.next().and_then(hex)) {
                    (Some(high), Some(low)) => bytes.push(high * 16 + low),
                    _ => {
                        bytes.push(b'%');
                        rest = ahead;
                    }
                }
            }
            other => bytes.push(other),
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_that_is_not_encoded_spoils_the_offset() {
        let query = Query::parse("a=2026-01-01T00:00:00%2B00:00&b=2026-01-01T00:00:00+00:00&C=100%25&d=%zz");
        assert!(query.instant("a").unwrap().is_some());
        assert!(query.instant("b").is_err(), "a + in a query is a space");
        assert_eq!(query.get("c"), Some("100%"));
        assert_eq!(query.get("d"), Some("%zz"));
    }

    #[test]
    fn an_instant_without_offset_is_californian() {
        assert_eq!(parse_instant("2026-01-01"), "2026-01-01T08:00:00Z".parse().ok());
        assert_eq!(parse_instant("2026-07-01T10:00:00.000"), "2026-07-01T17:00:00Z".parse().ok());
        assert_eq!(parse_instant("yesterday"), None);
    }
}
