//! California's own days and deadlines, wherever the person is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rules::{RuleId, rule_on};

pub(crate) use rules::{
    begin_of_day as begin_of, california as zone, california_day as day, day_words as long, end_of_day as end_of,
};

/// An instant for a person: `Nov 27, 2026, 1:04 PM`, with `PT` behind it where this computer's clock is another.
pub(crate) fn words(at: Timestamp) -> String {
    rules::instant_words(at, &TimeZone::system())
}

/// As [`words`], by the clock alone where it is of today.
pub(crate) fn moment(at: Timestamp, now: Timestamp) -> String {
    rules::moment_words(at, now, &TimeZone::system())
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
