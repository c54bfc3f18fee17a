//! California's days and clock, and how they are written. A day is a day at the license: the state's records, the
//! deadlines, and every filter, cell, copy and file here are in this time, wherever the person is.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use words::{Words, say};

/// The rule of the zone since 2007, for a computer that has no database of zones.
const RULE: &str = "PST8PDT,M3.2.0,M11.1.0";

/// California's time zone.
pub fn california() -> TimeZone {
    TimeZone::get("America/Los_Angeles")
        .or_else(|_| TimeZone::posix(RULE))
        .unwrap_or_else(|_| TimeZone::fixed(Offset::constant(-8)))
}

/// The day that it is in California.
pub fn california_day(at: Timestamp) -> Date {
    at.to_zoned(california()).date()
}

/// When a day of California begins.
pub fn begin_of_day(day: Date) -> Timestamp {
    day.to_zoned(california()).map_or(Timestamp::MIN, |at| at.timestamp())
}

/// When a day of California ends: the first instant of the next one. A day has 23 or 25 hours where the clocks change.
pub fn end_of_day(day: Date) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, begin_of_day)
}

/// A day for a person: `Nov 27, 2026`.
pub fn day_words(day: Date) -> String {
    day_said(day).to_string()
}

/// A month, 1 to 12, by its whole name: `November`.
pub fn month_words(month: i8) -> String {
    say::time_month(i32::from(month)).to_string()
}

/// As [`day_words`], within words that are said in another language than the person's.
pub fn day_said(day: Date) -> Words {
    say::time_day(day.day().to_string(), i32::from(day.month()), day.year().to_string())
}

/// A time on the license's own clock for a person: `Nov 27, 2026, 1:04 PM`.
pub fn time_words(time: DateTime) -> String {
    say::time_day_and_clock(clock_words(time), day_words(time.date())).to_string()
}

/// The time alone: `1:04 PM`.
fn clock_words(time: DateTime) -> String {
    let clock = time.strftime("%-I:%M").to_string();
    if time.hour() < 12 { say::time_am(clock) } else { say::time_pm(clock) }.to_string()
}

/// An instant for a person, on California's clock: `Nov 27, 2026, 1:04 PM`, with `PT` behind it where the clock of
/// `computer` is not California's.
pub fn instant_words(at: Timestamp, computer: &TimeZone) -> String {
    told(at, computer, time_words(at.to_zoned(california()).datetime()))
}

/// As [`instant_words`], by the clock alone where it is of the same day as `now`: `1:04 PM`.
pub fn moment_words(at: Timestamp, now: Timestamp, computer: &TimeZone) -> String {
    let here = at.to_zoned(california());
    if here.date() == california_day(now) {
        told(at, computer, clock_words(here.datetime()))
    } else {
        instant_words(at, computer)
    }
}

fn told(at: Timestamp, computer: &TimeZone, words: String) -> String {
    if same_clock(at, computer) { words } else { say::time_pacific(words).to_string() }
}

/// An instant for a cell of a file, which a spreadsheet reads and sorts: `2026-11-27 13:04`, on California's clock.
pub fn instant_cell(at: Timestamp) -> String {
    time_cell(at.to_zoned(california()).datetime())
}

/// The same to the second, for what is compared: `2026-11-27 13:04:09`.
pub fn exact_instant_cell(at: Timestamp) -> String {
    at.to_zoned(california()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A time on the license's own clock for a cell of a file: `2026-11-27 13:04`.
pub fn time_cell(time: DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Whether a computer's clock goes with California's, in winter and in summer: one that agrees half of the year would
/// say PT half of the year.
fn same_clock(at: Timestamp, computer: &TimeZone) -> bool {
    let california = california();
    [0, 182].into_iter().all(|days| {
        let then = at.checked_sub(SignedDuration::from_hours(24 * days)).unwrap_or(at);
        computer.to_offset(then) == california.to_offset(then)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_is_californias() {
        assert_eq!(california_day(at("2026-11-23T07:59:59.999Z")), day("2026-11-22"), "a moment before midnight there");
        assert_eq!(california_day(at("2026-11-23T08:00:00Z")), day("2026-11-23"));
        assert_eq!(begin_of_day(day("2026-07-01")), at("2026-07-01T07:00:00Z"), "summer time");
    }

    #[test]
    fn a_day_of_changing_clocks_is_whole() {
        assert_eq!(begin_of_day(day("2026-03-08")), at("2026-03-08T08:00:00Z"));
        assert_eq!(end_of_day(day("2026-03-08")), at("2026-03-09T07:00:00Z"), "23 hours");
        assert_eq!(begin_of_day(day("2026-11-01")), at("2026-11-01T07:00:00Z"));
        assert_eq!(end_of_day(day("2026-11-01")), at("2026-11-02T08:00:00Z"), "25 hours");
        assert_eq!(end_of_day(Date::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_computer_without_zones_keeps_summer_time() {
        let ruled = TimeZone::posix(RULE).unwrap();
        for instant in ["2026-01-15T12:00:00Z", "2026-03-08T09:59:59Z", "2026-03-08T10:00:00Z", "2026-11-01T09:00:00Z"]
        {
            assert_eq!(ruled.to_offset(at(instant)), california().to_offset(at(instant)), "{instant}");
        }
    }

    #[test]
    fn days_and_times_are_written_in_one_form() {
        assert_eq!(day_words(day("2026-11-03")), "Nov 3, 2026");
        assert_eq!(time_words("2026-11-27T13:04:59".parse().unwrap()), "Nov 27, 2026, 1:04 PM");
        assert_eq!(time_words("2026-01-01T00:00:00".parse().unwrap()), "Jan 1, 2026, 12:00 AM");
        assert_eq!(time_words("2026-01-01T12:30:00".parse().unwrap()), "Jan 1, 2026, 12:30 PM");
    }

    #[test]
    fn cells_of_files_are_on_californias_clock() {
        assert_eq!(instant_cell(at("2026-11-23T02:30:59Z")), "2026-11-22 18:30");
        assert_eq!(exact_instant_cell(at("2026-07-01T06:59:59.9Z")), "2026-06-30 23:59:59");
        assert_eq!(time_cell("2026-11-27T13:04:59".parse().unwrap()), "2026-11-27 13:04");
    }

    #[test]
    fn a_clock_that_is_not_californias_is_told() {
        let said = |instant: &str, zone: &str| instant_words(at(instant), &TimeZone::get(zone).unwrap());
        assert_eq!(said("2026-11-23T02:30:00Z", "America/Los_Angeles"), "Nov 22, 2026, 6:30 PM");
        assert_eq!(said("2026-11-23T02:30:00Z", "America/Tijuana"), "Nov 22, 2026, 6:30 PM");
        assert_eq!(said("2026-11-23T02:30:00Z", "America/New_York"), "Nov 22, 2026, 6:30 PM PT");
        let moment = |instant: &str, zone: &str| {
            moment_words(at(instant), at("2026-11-24T07:00:00Z"), &TimeZone::get(zone).unwrap())
        };
        assert_eq!(moment("2026-11-24T01:05:00Z", "America/Los_Angeles"), "5:05 PM", "another day in UTC");
        assert_eq!(moment("2026-11-24T01:05:00Z", "America/New_York"), "5:05 PM PT");
        assert_eq!(moment("2026-11-23T01:05:00Z", "America/Los_Angeles"), "Nov 22, 2026, 5:05 PM");
        assert_eq!(said("2026-07-23T02:30:00Z", "America/Phoenix"), "Jul 22, 2026, 7:30 PM PT", "same in summer only");
    }
}
