//! Objects written field by field, in the documented order.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

/// What is always null.
pub const NULL: Option<()> = None;

/// An object that keeps the order in which it was written. For rows that are not asked for by the thousand.
#[derive(Default)]
pub struct Doc(Vec<(&'static str, Box<RawValue>)>);

impl Doc {
    pub fn put<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        // Nothing that is put here can fail to be written: texts, numbers, lists and objects of them.
        let raw = to_raw_value(value).unwrap_or_else(|_| RawValue::NULL.to_owned());
        self.0.push((name, raw));
    }

    /// Several fields that are null.
    pub fn nulls(&mut self, names: &[&'static str]) {
        for name in names {
            self.put(name, &NULL);
        }
    }

    /// The fields of another object, at the end of this one.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl Serialize for Doc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// An object in one piece: `fields! { "Id": id, "Name": name }`.
macro_rules! fields {
    ($($name:literal: $value:expr),* $(,)?) => {{
        let mut doc = $crate::state::doc::Doc::default();
        $(doc.put($name, &$value);)*
        doc
    }};
}

pub(crate) use fields;
