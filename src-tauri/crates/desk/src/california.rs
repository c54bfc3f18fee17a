//! California's own days. The state's records and its deadlines are in this time, wherever the person is.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use rules::{RuleId, rule_on};

/// California's time zone; Pacific Standard Time where this computer does not know it.
pub(crate) fn zone() -> TimeZone {
    TimeZone::get("America/Los_Angeles").unwrap_or_else(|_| TimeZone::fixed(Offset::constant(-8)))
}

/// The day that it is in California.
pub(crate) fn day(at: Timestamp) -> Date {
    at.to_zoned(zone()).date()
}

/// When a day of California ends, or begins where the machine's calendar ends.
pub(crate) fn end_of(day: Date) -> Timestamp {
    let next = day.tomorrow().unwrap_or(day);
    next.to_zoned(zone()).map_or(Timestamp::MAX, |at| at.timestamp())
}

/// When a day of California begins.
pub(crate) fn begin_of(day: Date) -> Timestamp {
    day.to_zoned(zone()).map_or(Timestamp::MIN, |at| at.timestamp())
}

/// For example `23 November 2026`.
pub(crate) fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// By when what happened on `happened` (none: when it was entered) and was entered at `entered` must be reported: the
/// earlier of the two, and the hours that the rule gives (4 CCR 15049).
pub(crate) fn due(happened: Option<Date>, entered: Timestamp) -> Timestamp {
    let from = happened.map_or(entered, |day| end_of(day).min(entered));
    let hours = rule_on(RuleId::ReportWithin, day(entered)).and_then(|rule| rule.figure).unwrap_or(24);
    from.checked_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_is_californias() {
        assert_eq!(day(at("2026-11-23T07:30:00Z")).to_string(), "2026-11-22", "half past eleven at night there");
        assert_eq!(end_of("2026-11-22".parse().unwrap()), at("2026-11-23T08:00:00Z"));
        assert_eq!(begin_of("2026-07-01".parse().unwrap()), at("2026-07-01T07:00:00Z"), "summer time");
        assert_eq!(long("2026-11-03".parse().unwrap()), "3 November 2026");
    }

    #[test]
    fn the_clock_runs_from_the_deed_or_the_entry_whichever_is_earlier() {
        let entered = at("2026-11-23T20:00:00Z");
        assert_eq!(due(None, entered), at("2026-11-24T20:00:00Z"));
        assert_eq!(
            due(Some("2026-11-23".parse().unwrap()), entered),
            at("2026-11-24T20:00:00Z"),
            "entered the same day"
        );
        assert_eq!(due(Some("2026-11-20".parse().unwrap()), entered), at("2026-11-22T08:00:00Z"), "overdue at once");
    }
}
