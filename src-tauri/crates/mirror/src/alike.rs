//! Text as people look for it and put it in order: without case, over all of Unicode, and without the marks on letters.
//!
//! "Pérez", "PEREZ" and "perez" are alike. Where a part of a text is looked for, "pina" finds "Piña" too: many keyboards
//! here have no ñ. Where whole texts are compared or put in order, ñ is the letter of its own that it is in Spanish, after
//! n and before o. Columns that a person reads are of the collation [`COLLATION`], so that their indexes are in this order.

use std::borrow::Cow;
use std::cmp::Ordering;

use icu_normalizer::DecomposingNormalizerBorrowed;
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;

/// How columns that a person reads compare, as SQL names it.
pub(crate) const COLLATION: &str = "ALIKE";

/// The marks that are written over and under Latin, Greek and Cyrillic letters.
const MARKS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36F}';

const TILDE: char = '\u{303}';

/// Comes after every letter: `n` and this is ñ in the order of texts.
const AFTER_ALL: char = '\u{10FFFF}';

/// A text in which a part is looked for, and the part itself: two that differ in case and marks alone are the same.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match text.bytes().any(|b| b.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    Cow::Owned(without_case(decomposed(text).filter(|c| !MARKS.contains(c))).collect())
}

/// Which of two texts comes first. Texts that differ in case and accents alone are equal.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    // Rows of one value are compared with it one by one.
    if one == other {
        return Ordering::Equal;
    }
    for (a, b) in one.bytes().zip(other.bytes()) {
        if !a.is_ascii() || !b.is_ascii() {
            return ordered(one).cmp(ordered(other));
        }
        match a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase()) {
            Ordering::Equal => {}
            decided => return decided,
        }
    }
    match (one.len().cmp(&other.len()), one.is_ascii() && other.is_ascii()) {
        (decided, true) => decided,
        // What is behind may be a mark on the last letter.
        (_, false) => ordered(one).cmp(ordered(other)),
    }
}

/// Whether two whole texts are alike.
pub(crate) fn same(one: &str, other: &str) -> bool {
    compare(one, other) == Ordering::Equal
}

/// The letters by which a text is put in order.
fn ordered(text: &str) -> impl Iterator<Item = char> {
    let mut letter = ' ';
    without_case(decomposed(text).filter_map(move |c| match c {
        TILDE if matches!(letter, 'n' | 'N') => Some(AFTER_ALL),
        c if MARKS.contains(&c) => None,
        c => {
            letter = c;
            Some(c)
        }
    }))
}

/// Letters with their marks behind them.
fn decomposed(text: &str) -> impl Iterator<Item = char> {
    DecomposingNormalizerBorrowed::new_nfd().normalize_iter(text.chars())
}

/// Upper case first, since ß and SS, and the two small sigmas, are alike only there.
fn without_case(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    letters.flat_map(char::to_uppercase).flat_map(char::to_lowercase)
}

/// Where a part must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    First,
    Last,
}

/// Whether a part, folded, stands in a text as it was stored.
fn stands(text: &str, part: &str, place: Place) -> bool {
    if !text.is_ascii() {
        let text = folded(text);
        return match place {
            Place::Anywhere => text.contains(part),
            Place::First => text.starts_with(part),
            Place::Last => text.ends_with(part),
        };
    }
    // Nearly every text, without a copy of it.
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(room) = text.len().checked_sub(part.len()) else { return false };
    let is_part = |begin: usize| text.get(begin..begin + part.len()).is_some_and(|own| own.eq_ignore_ascii_case(part));
    match place {
        Place::First => is_part(0),
        Place::Last => is_part(room),
        Place::Anywhere => {
            let Some(first) = part.first() else { return true };
            let begins = text.iter().take(room + 1).enumerate();
            begins.filter(|(_, own)| own.to_ascii_lowercase() == *first).any(|(begin, _)| is_part(begin))
        }
    }
}

/// Makes a connection compare so: the collation, and `part_of(text, part)`, `begin_of(text, part)` and `end_of(text,
/// part)`, each with a part as it is looked for. Without it no statement on the mirror's tables can be prepared; so a tool
/// or a test that opens the file by itself needs it too.
///
/// # Errors
/// When SQLite refuses.
pub fn teach(db: &Connection) -> rusqlite::Result<()> {
    db.create_collation(COLLATION, compare)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    for (name, place) in [("part_of", Place::Anywhere), ("begin_of", Place::First), ("end_of", Place::Last)] {
        db.create_scalar_function(name, 2, flags, move |call| Ok(stands(text(call, 0)?, text(call, 1)?, place)))?;
    }
    Ok(())
}

fn text<'a>(call: &'a Context<'_>, at: usize) -> rusqlite::Result<&'a str> {
    match call.get_raw(at) {
        ValueRef::Null => Ok(""),
        value => Ok(value.as_str()?),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_and_marks_are_nothing_and_a_spanish_n_stands_between_n_and_o() {
        for alike in ["PÉREZ", "pérez", "Perez", "Pe\u{301}rez"] {
            assert!(same(alike, "perez"), "{alike}");
            assert_eq!(folded(alike), "perez");
        }
        assert_eq!([folded("STRASSE"), folded("Straße")], ["strasse", "strasse"]);
        assert_eq!([folded("ΟΔΟΣ"), folded("οδός")], ["οδοσ", "οδοσ"]);
        assert_eq!([folded("İpek"), folded("Łódź")], ["ipek", "łodz"]);
        assert_eq!(folded("Piña"), "pina");
        assert!(!same("Piña", "Pina"), "as a whole text it is another one");
        assert!(same("PIN\u{303}A", "piña"));
        let mut names = ["Oro", "ñu", "Nuez", "Zorro", "Álamo", "Ñame", "alba", "Nz", "n", "azul", "Ébano", "Dulce"];
        names.sort_by(|one, other| compare(one, other));
        let wanted = ["Álamo", "alba", "azul", "Dulce", "Ébano", "n", "Nuez", "Nz", "Ñame", "ñu", "Oro", "Zorro"];
        assert_eq!(names, wanted);
    }

    #[test]
    fn a_part_stands_anywhere_first_or_last() {
        let stands = |text: &str, part: &str, place| stands(text, &folded(part), place);
        for text in ["Piña Colada", "PIÑA COLADA", "Pina colada"] {
            for part in ["piña", "PINA", "a c", "colada", ""] {
                assert!(stands(text, part, Place::Anywhere), "{part} in {text}");
            }
            assert!(stands(text, "Pin", Place::First) && !stands(text, "col", Place::First), "{text}");
            assert!(stands(text, "LÁDA", Place::Last) && !stands(text, "col", Place::Last), "{text}");
        }
        assert!(!stands("Pin", "Pino", Place::Anywhere) && !stands("Pin", "日本", Place::First));
    }

    proptest! {
        #[test]
        fn the_quick_way_of_ascii_and_the_long_way_agree(
            one in "[nNoñÑ~z\u{303}\u{301}éA ]{0,6}", other in "[nNoñÑ~z\u{303}\u{301}éA ]{0,6}", part in "[nNoéz]{0,2}",
        ) {
            prop_assert_eq!(compare(&one, &other), ordered(&one).cmp(ordered(&other)));
            let part = folded(&part);
            prop_assert_eq!(stands(&one, &part, Place::Anywhere), folded(&one).contains(&*part));
            prop_assert!(!same(&one, &other) || folded(&one) == folded(&other), "alike as a whole, alike in parts");
        }
    }
}
