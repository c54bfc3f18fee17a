//! The objects of a sent array, read field by field, so that what is wrong is said in the state's words and by row.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::answer::{Answer, Refusal, RowError};
use super::call::{Call, parse_instant};
use crate::state::World;
use crate::state::values::{Unit, pacific_date};

/// What is wrong with a request: one object of it, or all of it.
pub enum Wrong {
    Row(String),
    Request(Refusal),
}

impl From<String> for Wrong {
    fn from(message: String) -> Self {
        Self::Row(message)
    }
}

impl From<&str> for Wrong {
    fn from(message: &str) -> Self {
        Self::Row(message.to_owned())
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Request(refusal)
    }
}

/// One object of the sent array, or one inside another.
pub struct Object<'a>(&'a Map<String, Value>);

impl<'a> Object<'a> {
    fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text that may be absent; blank is absent.
    pub fn maybe_text(&self, name: &str) -> Option<&'a str> {
        self.value(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
    }

    pub fn text(&self, name: &str) -> Result<&'a str, Wrong> {
        self.maybe_text(name).ok_or_else(|| not_specified(name))
    }

    /// A number that may be absent. The state takes numbers sent as text too.
    pub fn maybe_number(&self, name: &str) -> Result<Option<Decimal>, Wrong> {
        let Some(value) = self.value(name) else { return Ok(None) };
        let text = match value {
            Value::Number(number) => number.to_string(),
            Value::String(text) if text.trim().is_empty() => return Ok(None),
            Value::String(text) => text.trim().to_owned(),
            _ => return Err(format!("{name} is not valid.").into()),
        };
        let parsed = text.parse().or_else(|_| Decimal::from_scientific(&text));
        parsed.map(Some).map_err(|_| format!("{name} is not valid.").into())
    }

    pub fn number(&self, name: &str) -> Result<Decimal, Wrong> {
        self.maybe_number(name)?.ok_or_else(|| not_specified(name))
    }

    /// A number above zero.
    pub fn amount(&self, name: &str) -> Result<Decimal, Wrong> {
        let number = self.number(name)?;
        if number > Decimal::ZERO { Ok(number) } else { Err(format!("{name} must be greater than zero.").into()) }
    }

    /// A whole number above zero.
    pub fn count(&self, name: &str) -> Result<u32, Wrong> {
        let number = self.amount(name)?;
        u32::try_from(number.normalize()).map_err(|_| format!("{name} must be a whole number.").into())
    }

    /// An id, written as a number or as text.
    pub fn maybe_id(&self, name: &str) -> Result<Option<u64>, Wrong> {
        let Some(number) = self.maybe_number(name)? else { return Ok(None) };
        u64::try_from(number).map(Some).map_err(|_| format!("{name} is not valid.").into())
    }

    pub fn id(&self, name: &str) -> Result<u64, Wrong> {
        self.maybe_id(name)?.ok_or_else(|| not_specified(name))
    }

    pub fn flag(&self, name: &str) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or_default()
    }

    pub fn maybe_unit(&self, name: &str) -> Result<Option<Unit>, Wrong> {
        let Some(text) = self.maybe_text(name) else { return Ok(None) };
        let known = Unit::named(text);
        known.map(Some).ok_or_else(|| {
            let names: Vec<&str> = Unit::ALL.into_iter().map(Unit::name).collect();
            invalid("Unit Of Measure", text, &names)
        })
    }

    pub fn unit(&self, name: &str) -> Result<Unit, Wrong> {
        self.maybe_unit(name)?.ok_or_else(|| not_specified(name))
    }

    /// A date, or an instant of which the date in California counts.
    pub fn maybe_date(&self, name: &str) -> Result<Option<Date>, Wrong> {
        let Some(text) = self.maybe_text(name) else { return Ok(None) };
        if let Ok(date) = text.parse::<Date>() {
            return Ok(Some(date));
        }
        parse_instant(text).map(pacific_date).map(Some).ok_or_else(|| format!("{name} is not a valid date.").into())
    }

    /// A date that is not after today.
    pub fn past_date(&self, name: &str, call: &Call) -> Result<Date, Wrong> {
        let date = self.maybe_date(name)?.ok_or_else(|| not_specified(name))?;
        if date > pacific_date(call.now) {
            return Err(format!("{name} cannot be in the future.").into());
        }
        Ok(date)
    }

    /// The objects of a list inside this one; absent is empty.
    pub fn objects(&self, name: &str) -> Vec<Object<'a>> {
        let list = self.value(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(Value::as_object).map(Object).collect()
    }

    /// The texts of a list inside this one.
    pub fn texts(&self, name: &str) -> Vec<&'a str> {
        let list = self.value(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(Value::as_str).map(str::trim).collect()
    }
}

pub fn not_specified(name: &str) -> Wrong {
    Wrong::Row(format!("{name} was not specified."))
}

/// The state's words for a value that is none of the known ones.
pub fn invalid(what: &str, value: &str, valid: &[&str]) -> Wrong {
    Wrong::Row(format!("The {what} \"{value}\" is invalid. Valid values are: {}", valid.join(", ")))
}

/// Carries every object of the request out, in order, each seeing what the ones before it did. One that is wrong does
/// not hide the others' faults; any that is wrong undoes the whole request (the caller rolls back).
pub fn each(
    world: &mut World,
    call: &Call,
    act: impl Fn(&mut World, &Object<'_>) -> Result<u64, Wrong>,
) -> Result<Vec<u64>, Refusal> {
    let values: Vec<Map<String, Value>> = call.objects()?;
    let mut ids = Vec::new();
    let mut errors = Vec::new();
    for (row, value) in values.iter().enumerate() {
        match act(world, &Object(value)) {
            Ok(id) => ids.push(id),
            Err(Wrong::Row(message)) => errors.push(RowError { row, message }),
            Err(Wrong::Request(refusal)) => return Err(refusal),
        }
    }
    if errors.is_empty() { Ok(ids) } else { Err(Refusal::rows(errors)) }
}

/// [`each`], answered with the ids.
pub fn ids(
    world: &mut World,
    call: &Call,
    act: impl Fn(&mut World, &Object<'_>) -> Result<u64, Wrong>,
) -> Result<Answer, Refusal> {
    each(world, call, act).map(|ids| Answer::ids(&ids))
}

/// [`each`], answered with an empty body.
pub fn quietly(
    world: &mut World,
    call: &Call,
    act: impl Fn(&mut World, &Object<'_>) -> Result<u64, Wrong>,
) -> Result<Answer, Refusal> {
    each(world, call, act).map(|_| Answer::Nothing)
}
