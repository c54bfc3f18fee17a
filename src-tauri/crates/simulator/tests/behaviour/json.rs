//! JSON with the order of its fields, and the comparison of two shapes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value whose objects keep the order in which they were written.
#[derive(Clone, Debug)]
pub enum Shape {
    Null,
    Bool,
    Number,
    Text,
    List(Vec<Shape>),
    Object(Vec<(String, Shape)>),
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Shape, E> {
        Ok(Shape::Bool)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }
    fn visit_str<E>(self, _: &str) -> Result<Shape, E> {
        Ok(Shape::Text)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Shape::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Shape::Object(fields))
    }
}

/// Fields whose documented type is a number in one place and a name in another (CONTRACT 5.2 and section 10, point 6).
const NUMBER_OR_NAME: [&str; 6] = [
    "ProductCategoryType",
    "QuantityType",
    "DefaultLabTestingState",
    "ApprovalStatus",
    "DependencyMode",
    "ShipmentLicenseType",
];

/// How `answer` differs from `documented`, one line a difference. Null says nothing about a type, on either side.
pub fn differences(documented: &Shape, answer: &Shape) -> Vec<String> {
    let mut found = Vec::new();
    compare("", documented, answer, &mut found);
    found
}

fn compare(at: &str, documented: &Shape, answer: &Shape, found: &mut Vec<String>) {
    match (documented, answer) {
        (Shape::Null, _)
        | (_, Shape::Null)
        | (Shape::Bool, Shape::Bool)
        | (Shape::Number, Shape::Number)
        | (Shape::Text, Shape::Text) => {}
        (Shape::Number, Shape::Text) | (Shape::Text, Shape::Number)
            if NUMBER_OR_NAME.iter().any(|name| at.ends_with(name)) => {}
        (Shape::List(documented), Shape::List(answer)) => {
            let Some(first) = documented.first() else { return };
            for row in answer {
                compare(&format!("{at}[]"), first, row, found);
            }
        }
        (Shape::Object(documented), Shape::Object(answer)) => {
            let names = |fields: &[(String, Shape)]| fields.iter().map(|field| field.0.clone()).collect::<Vec<_>>();
            let (wanted, got) = (names(documented), names(answer));
            if wanted != got {
                let missing: Vec<_> = wanted.iter().filter(|name| !got.contains(name)).collect();
                let extra: Vec<_> = got.iter().filter(|name| !wanted.contains(name)).collect();
                found.push(format!("{at}: missing {missing:?}, extra {extra:?}, or another order"));
            }
            for (name, shape) in answer {
                if let Some((_, wanted)) = documented.iter().find(|field| field.0 == *name) {
                    compare(&format!("{at}.{name}"), wanted, shape, found);
                }
            }
        }
        (documented, answer) => found.push(format!("{at}: documented {documented:?}, answered {answer:?}")),
    }
}
