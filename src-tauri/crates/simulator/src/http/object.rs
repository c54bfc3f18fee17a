//! The objects of a sent array, read field by field, so that what is wrong is said in the state's words and by row.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::answer::{Answer, Refusal, RowError};
use super::call::{Call, parse_instant};
use super::form::Form;
use crate::state::World;
use crate::state::exact;
use crate::state::values::{Text, Unit, pacific, pacific_date};

/// What is wrong with a request: one object of it, or all of it.
pub enum Wrong {
    Row(String),
    Request(Refusal),
}

impl Wrong {
    /// As the refusal of a request that has no rows.
    pub fn into_refusal(self) -> Refusal {
        match self {
            Self::Row(message) => Refusal::bad_request(message),
            Self::Request(refusal) => refusal,
        }
    }
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
///
/// A property is absent, null, or what it must be: nothing of another form is passed over, so that a request is never
/// carried out without a part of it.
pub struct Object<'a>(&'a Map<String, Value>);

impl<'a> Object<'a> {
    fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text that may be absent; blank is absent.
    pub fn maybe_text(&self, name: &str) -> Result<Option<&'a str>, Wrong> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
            Some(_) => Err(not_valid(name)),
        }
    }

    /// [`Object::maybe_text`] to keep.
    pub fn maybe_kept(&self, name: &str) -> Result<Option<Text>, Wrong> {
        Ok(self.maybe_text(name)?.map(Text::from))
    }

    pub fn text(&self, name: &str) -> Result<&'a str, Wrong> {
        self.maybe_text(name)?.ok_or_else(|| not_specified(name))
    }

    /// A number that may be absent, inside the bounds of [`exact::fits`]. The state takes numbers sent as text too.
    pub fn maybe_number(&self, name: &str) -> Result<Option<Decimal>, Wrong> {
        let text = match self.value(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) if text.trim().is_empty() => return Ok(None),
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Bool(_) | Value::Array(_) | Value::Object(_) | Value::Null) => return Err(not_valid(name)),
        };
        // Not `FromStr`, which rounds what has more places than a decimal.
        let parsed = Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text));
        parsed.ok().filter(|number| exact::fits(*number)).map(Some).ok_or_else(|| not_valid(name))
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
        whole(number).and_then(|number| u32::try_from(number).ok()).ok_or_else(|| not_whole(name))
    }

    /// An id, written as a number or as text.
    pub fn maybe_id(&self, name: &str) -> Result<Option<u64>, Wrong> {
        let Some(number) = self.maybe_number(name)? else { return Ok(None) };
        whole(number).and_then(|number| u64::try_from(number).ok()).map(Some).ok_or_else(|| not_valid(name))
    }

    pub fn id(&self, name: &str) -> Result<u64, Wrong> {
        self.maybe_id(name)?.ok_or_else(|| not_specified(name))
    }

    /// Yes or no; absent is no.
    pub fn flag(&self, name: &str) -> Result<bool, Wrong> {
        match self.value(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(not_valid(name)),
        }
    }

    pub fn maybe_unit(&self, name: &str) -> Result<Option<Unit>, Wrong> {
        let Some(text) = self.maybe_text(name)? else { return Ok(None) };
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
        let Some(text) = self.maybe_text(name)? else { return Ok(None) };
        if let Ok(date) = text.parse::<Date>() {
            return Ok(Some(date));
        }
        parse_instant(text).map(pacific_date).map(Some).ok_or_else(|| not_a_date(name))
    }

    /// A date that is not after today.
    pub fn past_date(&self, name: &str, call: &Call) -> Result<Date, Wrong> {
        let date = self.maybe_date(name)?.ok_or_else(|| not_specified(name))?;
        if date > pacific_date(call.now) {
            return Err(format!("{name} cannot be in the future.").into());
        }
        Ok(date)
    }

    /// A time of the license's clock, sent with or without an offset; it is read back without (CONTRACT 5.1).
    pub fn maybe_local(&self, name: &str) -> Result<Option<Local>, Wrong> {
        let Some(text) = self.maybe_text(name)? else { return Ok(None) };
        Local::read(text).map(Some).ok_or_else(|| not_a_date(name))
    }

    pub fn local(&self, name: &str) -> Result<Local, Wrong> {
        self.maybe_local(name)?.ok_or_else(|| not_specified(name))
    }

    /// The objects of a list inside this one; absent is empty.
    pub fn objects(&self, name: &str) -> Result<Vec<Object<'a>>, Wrong> {
        let one = |value: &'a Value| value.as_object().map(Object).ok_or_else(|| not_valid(name));
        self.list(name)?.iter().map(one).collect()
    }

    /// The texts of a list inside this one; absent is empty.
    pub fn texts(&self, name: &str) -> Result<Vec<&'a str>, Wrong> {
        let one = |value: &'a Value| value.as_str().map(str::trim).ok_or_else(|| not_valid(name));
        self.list(name)?.iter().map(one).collect()
    }

    /// A list of whole numbers, which no operation reads.
    fn wholes(&self, name: &str) -> Result<(), Wrong> {
        if self.list(name)?.iter().all(Value::is_u64) { Ok(()) } else { Err(not_valid(name)) }
    }

    fn list(&self, name: &str) -> Result<&'a [Value], Wrong> {
        match self.value(name) {
            None => Ok(&[]),
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(not_valid(name)),
        }
    }

    /// Whether every property that the state documents holds what it documents, read by the operation or not.
    fn well_formed(&self) -> Result<(), Wrong> {
        for name in self.0.keys() {
            match Form::of(name) {
                // The state passes over what it does not know.
                None => {}
                Some(Form::Text) => drop(self.maybe_text(name)?),
                Some(Form::Number) => drop(self.maybe_number(name)?),
                Some(Form::Whole) => drop(self.maybe_id(name)?),
                Some(Form::Flag) => drop(self.flag(name)?),
                Some(Form::Date) => drop(self.maybe_date(name)?),
                Some(Form::Local) => drop(self.maybe_local(name)?),
                Some(Form::Texts) => drop(self.texts(name)?),
                Some(Form::Wholes) => self.wholes(name)?,
                Some(Form::Objects) => {
                    for inside in self.objects(name)? {
                        inside.well_formed()?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// A time of the license's clock.
pub struct Local {
    pub at: Timestamp,
    /// Without an offset: as it was sent, or as the state writes it, `2016-10-04T16:44:53.000`.
    pub text: Text,
}

impl Local {
    fn read(text: &str) -> Option<Self> {
        let at = parse_instant(text)?;
        let is_local = text.parse::<Timestamp>().is_err() && text.contains(':');
        if is_local {
            return Some(Self { at, text: Text::from(text) });
        }
        let written = at.to_zoned(pacific()).datetime().strftime("%Y-%m-%dT%H:%M:%S%.3f").to_string();
        Some(Self { at, text: Text::from(written) })
    }
}

fn whole(number: Decimal) -> Option<i64> {
    number.is_integer().then_some(number).and_then(|number| i64::try_from(number).ok())
}

fn not_valid(name: &str) -> Wrong {
    Wrong::Row(format!("{name} is not valid."))
}

fn not_whole(name: &str) -> Wrong {
    Wrong::Row(format!("{name} must be a whole number."))
}

fn not_a_date(name: &str) -> Wrong {
    Wrong::Row(format!("{name} is not a valid date."))
}

/// An amount that may be held; else it is refused by its name.
pub fn held(amount: Option<Decimal>, name: &str) -> Result<Decimal, Wrong> {
    amount.ok_or_else(|| Wrong::Row(format!("{name} is out of range.")))
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
        let object = Object(value);
        match object.well_formed().and_then(|()| act(world, &object)) {
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
