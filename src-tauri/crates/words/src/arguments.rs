//! What a message is told.

use serde::{Deserialize, Serialize};

use crate::Words;

/// What one variable of a message holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Argument {
    /// A number that is counted.
    Number(i64),
    /// A text as it stands.
    Text(String),
    /// Words within words, in the language of the whole.
    Words(Box<Words>),
}

/// A number that is counted: packages, lines, minutes. Amounts with a unit are texts.
#[derive(Debug, Clone, Copy)]
pub struct Number(i64);

/// A text that stands as it is, or words of their own.
#[derive(Debug, Clone)]
pub struct Text(Argument);

impl From<Number> for Argument {
    fn from(Number(number): Number) -> Self {
        Self::Number(number)
    }
}

impl From<Text> for Argument {
    fn from(Text(text): Text) -> Self {
        text
    }
}

macro_rules! numbers {
    ($($from:ty),*) => {$(
        impl From<$from> for Number {
            fn from(number: $from) -> Self {
                Self(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, usize, i32, i64);

macro_rules! texts {
    ($($from:ty),*) => {$(
        impl From<$from> for Text {
            fn from(text: $from) -> Self {
                Self(Argument::Text(text.into()))
            }
        }
    )*};
}

texts!(&str, &String, String, std::borrow::Cow<'_, str>);

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self(Argument::Words(Box::new(words)))
    }
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        words.clone().into()
    }
}
