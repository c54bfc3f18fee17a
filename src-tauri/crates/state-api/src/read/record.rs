//! How a JSON object becomes a record.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Field, ReadError, decimal_of};

/// A key, borrowed unless it holds an escape.
#[derive(Deserialize, PartialEq, Eq, Hash)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl std::borrow::Borrow<str> for Key<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The fields of one JSON object that nobody has taken yet.
pub(crate) struct Fields<'a>(HashMap<Key<'a>, &'a RawValue>);

impl<'a> Fields<'a> {
    /// Opens an object.
    pub(crate) fn parse(raw: &'a RawValue) -> Result<Self, ReadError> {
        serde_json::from_str(raw.get()).map(Self).map_err(|error| ReadError::Shape(error.to_string()))
    }

    /// Takes a field. One whose value is of another kind than expected stays among the rest, so that nothing is lost,
    /// and counts as absent.
    pub(crate) fn take<T: Field>(&mut self, record: &'static str, field: &'static str) -> Result<T, ReadError> {
        let missing = ReadError::Missing { record, field };
        let Some(raw) = self.0.get(field).copied() else { return T::absent().ok_or(missing) };
        if raw.get() == "null" {
            self.0.remove(field);
            return T::absent().ok_or(missing);
        }
        match T::read(raw) {
            Some(value) => {
                self.0.remove(field);
                Ok(value)
            }
            None => T::absent().ok_or(missing),
        }
    }

    /// Everything that was not taken and is not null.
    pub(crate) fn rest(&mut self) -> Map<String, Value> {
        let mut rest: Vec<_> = self.0.drain().filter(|(_, raw)| raw.get() != "null").collect();
        rest.sort_by(|(a, _), (b, _)| a.0.cmp(&b.0));
        rest.into_iter().map(|(key, raw)| (key.0.into_owned(), exact_value(raw))).collect()
    }
}

/// A JSON value that loses nothing: a number that a float cannot give back to the last digit is kept as its text.
fn exact_value(raw: &RawValue) -> Value {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => serde_json::from_str::<HashMap<Key<'_>, &RawValue>>(text).map_or(Value::Null, |fields| {
            let mut fields: Vec<_> = fields.into_iter().collect();
            fields.sort_by(|(a, _), (b, _)| a.0.cmp(&b.0));
            Value::Object(fields.into_iter().map(|(key, raw)| (key.0.into_owned(), exact_value(raw))).collect())
        }),
        Some(b'[') => serde_json::from_str::<Vec<&RawValue>>(text)
            .map_or(Value::Null, |entries| Value::Array(entries.into_iter().map(exact_value).collect())),
        Some(b'-' | b'0'..=b'9') => match serde_json::from_str::<Value>(text) {
            Ok(value) if decimal_of(&value.to_string()).is_some_and(|d| decimal_of(text) == Some(d)) => value,
            _ => Value::String(text.to_owned()),
        },
        _ => serde_json::from_str(text).unwrap_or(Value::Null),
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
