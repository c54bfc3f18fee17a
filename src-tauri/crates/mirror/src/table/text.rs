//! How values are written in columns, the same in every table.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rules::{LicenseNumber, Party, ScaledAmount};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

/// `YYYY-MM-DD`, or nothing.
pub(crate) fn day(date: Option<Date>) -> String {
    date.map(|d| d.to_string()).unwrap_or_default()
}

/// The day back.
pub(crate) fn day_back(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A field of what the state sent, as a day: also where a time stands behind it, as the state does in places; nothing where
/// it is none.
pub(crate) fn stated_day(sent: &Value, field: &str) -> String {
    sent.get(field).and_then(Value::as_str).map(day_in).unwrap_or_default()
}

/// The day that a text begins with; nothing where it is none.
pub(crate) fn day_in(stated: &str) -> String {
    let date = stated.split_once('T').map_or(stated, |(date, _)| date);
    day(day_back(date))
}

/// A facility's own time to the second, without an offset, or nothing.
pub(crate) fn local(at: Option<DateTime>) -> String {
    at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%S").to_string()).unwrap_or_default()
}

/// An exact decimal, or nothing.
pub(crate) fn decimal(amount: Option<Decimal>) -> String {
    amount.map(|amount| amount.normalize().to_string()).unwrap_or_default()
}

/// RFC 3339 in UTC, or nothing.
pub(crate) fn instant(at: Option<Timestamp>) -> String {
    at.map(|t| t.to_string()).unwrap_or_default()
}

/// The instant back.
pub(crate) fn instant_back(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

/// Microseconds since 1970; 0 stands for none, which is older than anything the state holds.
pub(crate) fn micros(at: Option<Timestamp>) -> i64 {
    at.map_or(0, Timestamp::as_microsecond)
}

/// The instant back.
pub(crate) fn micros_back(micros: i64) -> Option<Timestamp> {
    if micros == 0 { None } else { Timestamp::from_microsecond(micros).ok() }
}

/// License and name as one cell reads.
pub(crate) fn party(party: Option<&Party>) -> String {
    match party {
        None => String::new(),
        Some(p) if p.name.is_empty() => p.license.to_string(),
        Some(p) => format!("{} {}", p.license, p.name),
    }
}

/// The party back from its two columns.
pub(crate) fn party_back(license: &str, name: String) -> Option<Party> {
    if license.is_empty() { None } else { Some(Party { license: LicenseNumber::new(license), name }) }
}

/// A comma-separated list without the separator that the state's site puts at its end.
pub(crate) fn list(text: &str) -> String {
    text.trim().trim_end_matches(',').trim_end().to_owned()
}

/// Location with its sublocation behind a slash.
pub(crate) fn place(location: &str, sublocation: &str) -> String {
    if sublocation.is_empty() { location.to_owned() } else { format!("{location} / {sublocation}") }
}

/// A quantity as two columns: millionths for SQL to order and sum, and the exact text where millionths cannot hold it
/// (more than six decimals, or too large); empty where they do.
pub(crate) fn quantity(amount: Decimal) -> (i64, String) {
    match ScaledAmount::from_decimal(amount) {
        Ok(scaled) => (scaled.millionths(), String::new()),
        Err(_) => {
            let nearest = amount
                .round_dp(6)
                .checked_mul(Decimal::from(1_000_000))
                .and_then(|millionths| millionths.to_i64())
                .unwrap_or(if amount.is_sign_negative() { i64::MIN } else { i64::MAX });
            (nearest, amount.normalize().to_string())
        }
    }
}

/// The exact quantity back.
pub(crate) fn quantity_back(millionths: i64, exact: &str) -> Decimal {
    exact.parse().unwrap_or_else(|_| ScaledAmount::from_millionths(millionths).to_decimal())
}
