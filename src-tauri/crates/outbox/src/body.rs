//! The body of a request: what keeps one from being made, and how its parts are written.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use words::say;

/// Why no body can be made, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyError {
    /// The note and Trackside's mark together are longer than the state takes.
    NoteTooLong {
        /// Characters of the person's note.
        found: usize,
        /// Characters that fit beside the mark.
        most: usize,
    },
    /// The name of a template and Trackside's mark together are too long.
    NameTooLong {
        /// Characters of the person's name for it.
        found: usize,
        /// Characters that fit beside the mark.
        most: usize,
    },
    /// A number or text could not be written as JSON.
    Json(String),
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NoteTooLong { found, most } => say::reporting_refusal_note_too_long(*found, *most),
            Self::NameTooLong { found, most } => say::reporting_refusal_name_too_long(*found, *most),
            Self::Json(details) => say::reporting_refusal_not_written(details),
        };
        words.fmt(f)
    }
}

/// A decimal as a JSON number with the same digits: it never passes through floating point.
pub(crate) fn number(amount: Decimal) -> Result<Box<RawValue>, BodyError> {
    RawValue::from_string(amount.to_string()).map_err(|e| BodyError::Json(e.to_string()))
}

pub(crate) fn json<T: Serialize>(body: &T) -> Result<String, BodyError> {
    serde_json::to_string(body).map_err(|e| BodyError::Json(e.to_string()))
}
