//! How a JSON object becomes a record.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Field, ReadError, decimal_of, unexpected};

/// A key, borrowed unless it holds an escape.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// The fields of one JSON object that nobody has taken yet.
///
/// A list and not a map: the state sends fields in the order in which models name them, so that the next field wanted
/// is nearly always the next one here. A page has some three thousand fields, and hashing them took longer than
/// everything else.
pub(crate) struct Fields<'a> {
    entries: Vec<(Key<'a>, Option<&'a RawValue>)>,
    next: usize,
}

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Vec<(Key<'de>, Option<&'de RawValue>)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::with_capacity(80);
                while let Some((key, raw)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    entries.push((key, Some(raw)));
                }
                Ok(entries)
            }
        }

        Ok(Self { entries: deserializer.deserialize_map(Entries)?, next: 0 })
    }
}

impl<'a> Fields<'a> {
    /// Opens an object.
    pub(crate) fn parse(raw: &'a RawValue) -> Result<Self, ReadError> {
        serde_json::from_str(raw.get()).map_err(|error| ReadError::Shape(error.to_string()))
    }

    /// Takes a field. One whose value is of another kind than expected stays among the rest, so that nothing is lost,
    /// and counts as absent; that is logged once.
    pub(crate) fn take<T: Field>(&mut self, record: &'static str, field: &'static str) -> Result<T, ReadError> {
        let missing = ReadError::Missing { record, field };
        let Some(slot) = self.find(field) else { return T::absent().ok_or(missing) };
        let Some(raw) = *slot else { return T::absent().ok_or(missing) };
        if raw.get() == "null" {
            *slot = None;
            return T::absent().ok_or(missing);
        }
        match T::read(raw) {
            Some(value) => {
                *slot = None;
                Ok(value)
            }
            None => {
                unexpected::tell(record, field);
                T::absent().ok_or(missing)
            }
        }
    }

    /// The field of this name, looked for from behind the one found last.
    fn find(&mut self, field: &str) -> Option<&mut Option<&'a RawValue>> {
        let from = self.next.min(self.entries.len());
        let (before, behind) = self.entries.split_at(from);
        let named = |(key, _): &(Key<'a>, _)| key.0 == field;
        let at = match behind.iter().position(named) {
            Some(at) => from + at,
            None => before.iter().position(named)?,
        };
        self.next = at + 1;
        self.entries.get_mut(at).map(|(_, raw)| raw)
    }

    /// Everything that was not taken and is not null.
    pub(crate) fn rest(&mut self) -> Map<String, Value> {
        let entries = std::mem::take(&mut self.entries);
        let left = entries.into_iter().filter_map(|(key, raw)| Some((key, raw.filter(|raw| raw.get() != "null")?)));
        left.map(|(key, raw)| (key.0.into_owned(), exact_value(raw))).collect()
    }
}

/// A JSON value that loses nothing: a number that a float cannot give back to the last digit is kept as its text.
fn exact_value(raw: &RawValue) -> Value {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => serde_json::from_str::<Fields<'_>>(text).map_or(Value::Null, |fields| {
            let entries = fields.entries.into_iter().filter_map(|(key, raw)| Some((key.0.into_owned(), raw?)));
            Value::Object(entries.map(|(key, raw)| (key, exact_value(raw))).collect())
        }),
        Some(b'[') => serde_json::from_str::<Vec<&RawValue>>(text)
            .map_or(Value::Null, |entries| Value::Array(entries.into_iter().map(exact_value).collect())),
        Some(b'-' | b'0'..=b'9') => exact_number(text),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        _ => serde_json::from_str(text).unwrap_or(Value::Null),
    }
}

fn exact_number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return Value::from(whole);
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value) if decimal_of(&value.to_string()).is_some_and(|d| decimal_of(text) == Some(d)) => value,
        _ => Value::String(text.to_owned()),
    }
}

/// Puts a field under the state's name unless it is absent.
pub(crate) fn put(all: &mut Map<String, Value>, name: &str, field: &impl Field) {
    match field.to_value() {
        Value::Null => {}
        value => {
            all.insert(name.to_owned(), value);
        }
    }
}

/// A model that can be written as JSON again.
pub(crate) trait ToJson {
    /// The whole record.
    fn to_value(&self) -> Value;
}

/// A model that is read from an object's fields.
pub(crate) trait FromFields: Sized {
    /// Takes its fields; the rest goes to the model's `extra`.
    fn from_fields(fields: &mut Fields<'_>) -> Result<Self, ReadError>;
}

/// Declares a model: each field once, with its type and its name in the API, and `extra` for what has no field.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $kind:ty = $json:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)+
            /// Everything else that the state sent and that is not null, unknown fields included, by the state's names.
            /// A number that a float cannot hold exactly is text.
            pub extra: serde_json::Map<String, serde_json::Value>,
        }

        impl $crate::read::FromFields for $name {
            fn from_fields(fields: &mut $crate::read::Fields<'_>) -> Result<Self, $crate::read::ReadError> {
                Ok(Self {
                    $($field: fields.take(stringify!($name), $json)?,)+
                    extra: fields.rest(),
                })
            }
        }

        impl $name {
            /// The whole record by the state's names, nothing that is null.
            pub fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut all = self.extra.clone();
                $($crate::read::put(&mut all, $json, &self.$field);)+
                all
            }
        }

        impl $crate::read::ToJson for $name {
            fn to_value(&self) -> serde_json::Value {
                serde_json::Value::Object(self.to_json())
            }
        }
    };
}
pub(crate) use record;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_field_is_kept_to_the_last_digit() {
        let raw = RawValue::from_string(
            r#"{"b":{"x":[0.1,12345678901234567890.12345,null]},"a\u0041":"t","n":null,"i":7,"e":1e-3}"#.to_owned(),
        )
        .unwrap();
        let rest = Value::Object(Fields::parse(&raw).unwrap().rest());
        assert_eq!(
            rest,
            serde_json::json!({"aA":"t","b":{"x":[0.1,"12345678901234567890.12345",null]},"e":0.001,"i":7}),
            "numbers a float cannot give back are text, the others are numbers, nulls at the top are left out"
        );
    }
}
