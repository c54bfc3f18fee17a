//! How one JSON value becomes a field.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use rules::LabTestingState;
use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::value::RawValue;

use super::record::{Fields, FromFields, ToJson};
use super::{decimal_of, value_of};

/// A type that a record's field can have.
pub(crate) trait Field: Sized {
    /// The value of an absent or null field; none where the record cannot do without.
    fn absent() -> Option<Self>;

    /// Reads a value that is not null; none when it is of another kind.
    fn read(raw: &RawValue) -> Option<Self>;

    /// The value as JSON again; null when there is none.
    fn to_value(&self) -> Value;
}

/// Dates that the state sends for "none" (CONTRACT section 4).
const NO_DATE: &str = "0001-01-01";

fn text_of(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

/// Text of a number, which some routes send in quotes.
fn number_text(raw: &RawValue) -> Option<String> {
    match raw.get().as_bytes().first()? {
        b'"' => text_of(raw),
        b'-' | b'0'..=b'9' => Some(raw.get().to_owned()),
        _ => None,
    }
}

impl Field for i64 {
    fn absent() -> Option<Self> {
        None
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let text = number_text(raw)?;
        text.trim().parse().ok().or_else(|| {
            let number = decimal_of(&text)?;
            number.fract().is_zero().then(|| i64::try_from(number).ok())?
        })
    }

    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl Field for bool {
    fn absent() -> Option<Self> {
        Some(false)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        // Also in quotes or as 1 and 0, as types drift in this API: a package that is finished must not read as one that
        // is not.
        match raw.get().trim_matches('"').trim() {
            "1" => Some(true),
            "0" => Some(false),
            text if text.eq_ignore_ascii_case("true") => Some(true),
            text if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
}

/// An absent text is an empty one.
impl Field for String {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn read(raw: &RawValue) -> Option<Self> {
        text_of(raw).or_else(|| number_text(raw))
    }

    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Null } else { Value::String(self.clone()) }
    }
}

impl Field for Decimal {
    fn absent() -> Option<Self> {
        None
    }

    fn read(raw: &RawValue) -> Option<Self> {
        decimal_of(&number_text(raw)?)
    }

    fn to_value(&self) -> Value {
        value_of(*self)
    }
}

impl Field for LabTestingState {
    fn absent() -> Option<Self> {
        None
    }

    fn read(raw: &RawValue) -> Option<Self> {
        text_of(raw).or_else(|| number_text(raw)).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::String(self.api_name().to_owned())
    }
}

/// A list; an entry of another kind makes the whole list unreadable, so that nothing is dropped unseen.
impl<T: Field> Field for Vec<T> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let entries: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
        entries.into_iter().map(T::read).collect()
    }

    fn to_value(&self) -> Value {
        Value::Array(self.iter().map(T::to_value).collect())
    }
}

/// An optional field of any kind but dates, which have a second way to say "none".
macro_rules! optional {
    ($($kind:ty),+) => {$(
        impl Field for Option<$kind> {
            fn absent() -> Option<Self> {
                Some(None)
            }

            fn read(raw: &RawValue) -> Option<Self> {
                <$kind>::read(raw).map(Some)
            }

            fn to_value(&self) -> Value {
                self.as_ref().map_or(Value::Null, Field::to_value)
            }
        }
    )+};
}
optional!(i64, bool, Decimal, LabTestingState);

/// An optional text: empty is none.
impl Field for Option<String> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let text = String::read(raw)?;
        Some(if text.trim().is_empty() { None } else { Some(text) })
    }

    fn to_value(&self) -> Value {
        self.clone().map_or(Value::Null, Value::String)
    }
}

impl<T: FromFields + ToJson> Field for Option<Box<T>> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let mut fields = Fields::parse(raw).ok()?;
        T::from_fields(&mut fields).ok().map(|record| Some(Box::new(record)))
    }

    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, |record| record.to_value())
    }
}

/// An instant. Without an offset it is taken as UTC; the sentinel is none.
impl Field for Option<Timestamp> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let text = text_of(raw)?;
        if text.is_empty() || text.starts_with(NO_DATE) {
            return Some(None);
        }
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Some(Some(instant));
        }
        let civil = text.parse::<DateTime>().ok()?;
        TimeZone::UTC.to_timestamp(civil).ok().map(Some)
    }

    fn to_value(&self) -> Value {
        self.map_or(Value::Null, |instant| Value::String(instant.to_string()))
    }
}

/// A time on somebody's own clock. An offset behind it is dropped: the state writes the same time with and without one.
impl Field for Option<DateTime> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let text = text_of(raw)?;
        if text.is_empty() || text.starts_with(NO_DATE) {
            return Some(None);
        }
        let pieces = Pieces::parse(&text).ok()?;
        Some(Some(pieces.date().to_datetime(pieces.time().unwrap_or_default())))
    }

    fn to_value(&self) -> Value {
        self.map_or(Value::Null, |time| Value::String(time.to_string()))
    }
}

/// A day. A time behind it is dropped only when it is midnight, whatever offset is written behind that; the sentinel is
/// none.
impl Field for Option<Date> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        let text = text_of(raw)?;
        if text.is_empty() || text.starts_with(NO_DATE) {
            return Some(None);
        }
        let pieces = Pieces::parse(&text).ok()?;
        let midnight = pieces.time().is_none_or(|time| time == jiff::civil::Time::midnight());
        midnight.then_some(Some(pieces.date()))
    }

    fn to_value(&self) -> Value {
        self.map_or(Value::Null, |date| Value::String(date.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(json: &str) -> Box<RawValue> {
        RawValue::from_string(json.to_owned()).unwrap()
    }

    fn read<T: Field>(json: &str) -> Option<T> {
        T::read(&raw(json))
    }

    #[test]
    fn the_sentinel_is_no_date() {
        assert_eq!(read::<Option<Timestamp>>(r#""0001-01-01T00:00:00+00:00""#), Some(None));
        assert_eq!(read::<Option<Timestamp>>(r#""0001-01-01T00:00:00.000""#), Some(None));
        assert_eq!(read::<Option<Date>>(r#""0001-01-01""#), Some(None));
    }

    #[test]
    fn instants_and_days() {
        let instant = read::<Option<Timestamp>>(r#""2026-02-08T07:05:59.6654457+00:00""#).unwrap().unwrap();
        assert_eq!(instant.to_string(), "2026-02-08T07:05:59.6654457Z");
        let local = read::<Option<Timestamp>>(r#""2026-02-08T07:05:59""#).unwrap().unwrap();
        assert_eq!(local.to_string(), "2026-02-08T07:05:59Z", "without an offset it is UTC");
        let day = read::<Option<Date>>(r#""2014-11-29T00:00:00""#).unwrap().unwrap();
        assert_eq!(day.to_string(), "2014-11-29");
        assert_eq!(read::<Option<Date>>(r#""2014-11-29T08:00:00""#), None, "a time of day is not dropped");
        for midnight in
            ["2026-10-03", "2026-10-03T00:00:00Z", "2026-10-03T00:00:00.0000000+00:00", "2026-10-03T00:00:00-07:00"]
        {
            let day = read::<Option<Date>>(&format!("\"{midnight}\""));
            assert_eq!(day.flatten().map(|day| day.to_string()).as_deref(), Some("2026-10-03"), "{midnight}");
        }
        assert_eq!(read::<Option<Date>>(r#""2026-10-03T08:00:00Z""#), None, "nor with an offset");
        assert_eq!(read::<Option<Date>>(r#""next week""#), None);
    }

    #[test]
    fn yes_and_no_come_in_quotes_or_as_numbers_too() {
        for (json, value) in [
            ("true", Some(true)),
            ("\"true\"", Some(true)),
            ("\"False\"", Some(false)),
            ("1", Some(true)),
            ("0", Some(false)),
            ("\"\"", None),
            ("2", None),
        ] {
            assert_eq!(read::<bool>(json), value, "{json}");
        }
    }

    #[test]
    fn numbers_come_as_numbers_or_in_quotes() {
        assert_eq!(read::<i64>("12"), Some(12));
        assert_eq!(read::<i64>("12.0"), Some(12));
        assert_eq!(read::<i64>("\"12\""), Some(12));
        assert_eq!(read::<i64>("12.5"), None);
        assert_eq!(read::<Decimal>("1e-3").map(|d| d.to_string()).as_deref(), Some("0.001"));
        assert_eq!(read::<Decimal>("true"), None);
    }
}
