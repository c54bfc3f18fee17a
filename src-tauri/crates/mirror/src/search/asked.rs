//! What a person asks the search box for: words, and of some words what they mean together: a day, an amount.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::{california_day, day_words, month_words};
use rust_decimal::Decimal;

use crate::alike;
use crate::table::text;

/// Words looked at; more narrow nothing down that a person would notice.
const MOST_WORDS: usize = 12;

/// The year before California's system began: nothing in it is older.
const FIRST_YEAR: i16 = 2017;

/// Nothing that a license holds expires later than so many years from now; a pair of figures behind a day that would be
/// a later year is something else.
const YEARS_AHEAD: i16 = 5;

/// One thing that must be found in a row: its words each somewhere in it, or what they mean together.
#[derive(Debug, PartialEq)]
pub(crate) struct Asked {
    /// Without case and accents, at least one.
    pub(crate) words: Vec<String>,
    pub(crate) meaning: Option<Meaning>,
}

/// What words mean beside being words.
#[derive(Debug, PartialEq)]
pub(crate) enum Meaning {
    /// These days of California, one in each year where none was named.
    Days(Vec<Date>),
    /// A quantity with its unit, as `12.5 g`, in millionths.
    Amount { millionths: i64, unit: String },
}

/// What a person typed, without case and accents; all of it must be found.
pub(crate) fn asked(typed: &str) -> Vec<Asked> {
    let words = words(typed);
    let months: Vec<(String, String)> = (1..=12).map(month_names).collect();
    let mut asked = Vec::new();
    let mut rest = words.as_slice();
    while let [word, behind @ ..] = rest {
        let (meaning, many) = match (day(rest, &months), behind.first()) {
            (Some((days, many)), _) => (Some(Meaning::Days(days)), many),
            // In `12.5 nov 27` the month belongs to the day.
            (None, Some(unit))
                if amount(word).is_some()
                    && unit.chars().all(char::is_alphabetic)
                    && day(behind, &months).is_none() =>
            {
                (amount(word).map(|millionths| Meaning::Amount { millionths, unit: unit.clone() }), 2)
            }
            _ => (None, 1),
        };
        let (these, others) = rest.split_at(many);
        asked.push(Asked { words: these.to_vec(), meaning });
        rest = others;
    }
    asked
}

/// The words of what a person typed, without case and accents, each once.
pub(crate) fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in typed.split_whitespace() {
        let word: String = word.chars().filter(|c| *c != '\0').take(64).collect();
        let word = alike::folded(&word).into_owned();
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.truncate(MOST_WORDS);
    words
}

/// The quantity that a word is as the grid writes it, in millionths. Nothing and numbers with zeros before them are none:
/// those are the ends of tags.
pub(crate) fn amount(word: &str) -> Option<i64> {
    let plain = word.replace(',', "");
    let is_number = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && (!plain.starts_with('0') || plain.starts_with("0."))
        && plain.len() <= 15;
    let amount: Decimal = is_number.then(|| plain.parse().ok())??;
    let (millionths, inexact) = text::quantity(amount);
    (millionths > 0 && inexact.is_empty()).then_some(millionths)
}

/// A month as it stands in days that the person reads, without the point, and its whole name.
fn month_names(month: i8) -> (String, String) {
    let day = Date::constant(2026, 1, 1).with().month(month).build().map(day_words).unwrap_or_default();
    let mut parts = day.split(|c: char| c.is_whitespace() || c == ',');
    let short = parts.find(|part| part.chars().any(char::is_alphabetic)).unwrap_or_default();
    (alike::folded(short).trim_end_matches('.').to_owned(), alike::folded(&month_words(month)).into_owned())
}

/// The days that words begin with, and how many of the words say so: `11/27/2026`, `11/27/26`, `11/27`, `2026-11-27`,
/// `nov 27`, `nov 27, 2026`, `27 nov 2026`, `27 nov 26`.
fn day(words: &[String], months: &[(String, String)]) -> Option<(Vec<Date>, usize)> {
    let [word, ..] = words else { return None };
    let number = |at: usize| words.get(at).and_then(|word| word.trim_end_matches(',').parse::<i16>().ok());
    let month = |at: usize| {
        let word = words.get(at)?.trim_end_matches([',', '.']);
        let is = |(short, name): &(String, String)| word == short || (word.len() > 2 && name.starts_with(word));
        i16::try_from(months.iter().position(is)? + 1).ok()
    };
    let parts: Option<Vec<i16>> = word.split(['/', '-']).map(|part| part.parse().ok()).collect();
    let in_figures = || match parts?.as_slice() {
        _ if word.contains('/') && word.contains('-') => None,
        [year, month, day] if word.contains('-') && *year >= FIRST_YEAR => days(Some(*year), *month, *day, 1),
        [month, day, written] if word.contains('/') => days(Some(year(*written)?), *month, *day, 1),
        [month, day] if word.contains('/') => days(None, *month, *day, 1),
        _ => None,
    };
    in_figures().or_else(|| {
        let (month, day) = month(0).zip(number(1)).or_else(|| month(1).zip(number(0)))?;
        match number(2).and_then(year) {
            Some(year) => days(Some(year), month, day, 3),
            None => days(None, month, day, 2),
        }
    })
}

/// The year that is written with four figures or the last two.
fn year(written: i16) -> Option<i16> {
    match written {
        FIRST_YEAR.. => Some(written),
        0..100 => Some(written + 2000).filter(|year| (FIRST_YEAR..=this_year() + YEARS_AHEAD).contains(year)),
        _ => None,
    }
}

fn this_year() -> i16 {
    california_day(Timestamp::now()).year()
}

fn days(year: Option<i16>, month: i16, day: i16, words: usize) -> Option<(Vec<Date>, usize)> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let years = match year {
        Some(year) => year..=year,
        // What expires is ahead of us.
        None => FIRST_YEAR..=this_year() + 1,
    };
    let days: Vec<Date> = years.filter_map(|year| Date::new(year, month, day).ok()).collect();
    (!days.is_empty()).then_some((days, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(typed: &str) -> Vec<(usize, Option<Vec<String>>)> {
        let said = |meaning| match meaning {
            Meaning::Days(days) => days.iter().map(|day| day.to_string()).collect(),
            Meaning::Amount { millionths, unit } => vec![format!("{millionths} {unit}")],
        };
        asked(typed).into_iter().map(|asked| (asked.words.len(), asked.meaning.map(said))).collect()
    }

    #[test]
    fn a_day_is_known_in_each_form_that_a_person_reads_or_types() {
        for typed in [
            "11/27/2026",
            "11/27/26",
            "2026-11-27",
            "Nov 27, 2026",
            "nov 27 2026",
            "nov 27 26",
            "November 27, 2026",
            "27 Nov 2026",
            "27 nov 26",
        ] {
            let words = typed.split_whitespace().count();
            assert_eq!(meant(typed), [(words, Some(vec!["2026-11-27".to_owned()]))], "{typed}");
        }
    }

    #[test]
    fn a_day_without_its_year_is_that_day_of_every_year() {
        let [(2, Some(days))] = &meant("feb 29")[..] else { panic!("a day") };
        assert!(days.starts_with(&["2020-02-29".to_owned(), "2024-02-29".to_owned()]), "{days:?}");
        let [(1, Some(days)), (1, None)] = &meant("11/27 kush")[..] else { panic!("a day and a word") };
        assert_eq!(days[0], "2017-11-27");
        let [(2, Some(_)), (1, None)] = &meant("nov 27 12")[..] else { panic!("no such year: a day and a word") };
    }

    #[test]
    fn what_is_no_day_stays_words() {
        for typed in [
            "nov",
            "octane 28",
            "mayhem 10",
            "13/45",
            "feb 30",
            "may kush",
            "B-2026-11",
            "1/2/3/4",
            "11/27/12",
            "11-27",
            "2026",
        ] {
            assert!(meant(typed).iter().all(|(words, meaning)| (*words, meaning) == (1, &None)), "{typed}");
        }
    }

    #[test]
    fn a_number_and_what_stands_behind_it_may_be_an_amount() {
        assert_eq!(meant("1,012.5 g kush"), [(2, Some(vec!["1012500000 g".to_owned()])), (1, None)]);
        assert_eq!(meant("012296 ea"), [(1, None), (1, None)], "the end of a tag");
        let [(1, None), (2, Some(_))] = &meant("12.5 nov 27")[..] else { panic!("the month belongs to the day") };
        assert_eq!(amount("0.25"), Some(250_000));
        for none in ["0", "00", "1e5", "-1", "1.2.3", "12g", ",", ""] {
            assert_eq!(amount(none), None, "{none}");
        }
    }
}
