//! Tags: the 24-character unique identifiers (UID) that the state prints and sells, one a package or plant.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

/// A tag as the state writes it: 24 upper-case characters, digits and A to F in practice, most often beginning
/// `1A4` (CONTRACT section 6). The form is checked loosely on purpose: the state's own documents use tags that do
/// not begin with `1A4`, and a tag the state sent must never be refused here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(as = "String")]
pub struct Tag(String);

/// Why a text is not a tag; the sentence is fit for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TagError {
    /// Nothing but spaces.
    Empty,
    /// Not 24 characters; the number found is given.
    Length {
        /// Characters found, after trimming.
        found: usize,
    },
    /// A character that no tag has.
    Character {
        /// The first such character.
        found: char,
    },
}

impl TagError {
    fn words(&self) -> Words {
        match self {
            Self::Empty => say::rules_tag_empty(),
            Self::Length { found } => say::rules_tag_length(*found),
            Self::Character { found } => say::rules_tag_character(found.to_string()),
        }
    }
}

impl fmt::Display for TagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl Tag {
    /// Reads what a person typed, scanned or put in a file: spaces around are dropped, lower case is raised.
    ///
    /// # Errors
    /// [`TagError`] when nothing is left, the length is not 24, or a character is no ASCII letter or digit.
    pub fn parse(text: &str) -> Result<Self, TagError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TagError::Empty);
        }
        if let Some(found) = text.chars().find(|c| !c.is_ascii_alphanumeric()) {
            return Err(TagError::Character { found });
        }
        match text.chars().count() {
            24 => Ok(Self(text.to_ascii_uppercase())),
            found => Err(TagError::Length { found }),
        }
    }

    /// Takes a label that the state sent, as it is.
    pub fn from_state(label: impl Into<String>) -> Self {
        Self(label.into())
    }

    /// The tag's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_scanner_or_a_person_gives_becomes_a_tag() {
        let tag = Tag::parse("  1a4060300002199000003445\r\n").unwrap();
        assert_eq!(tag.as_str(), "1A4060300002199000003445", "trimmed and raised");
    }

    #[test]
    fn what_is_no_tag_says_why() {
        assert_eq!(Tag::parse("  "), Err(TagError::Empty));
        assert_eq!(Tag::parse("1A406030000219900000344"), Err(TagError::Length { found: 23 }));
        assert_eq!(Tag::parse("1.2E+23"), Err(TagError::Character { found: '.' }), "a spreadsheet's rounding");
    }
}
