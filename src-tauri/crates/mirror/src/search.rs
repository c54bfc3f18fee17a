//! The search box: which rows hold a word.
//!
//! Each collection has a full-text table of trigrams with one text a row, filled as rows are stored. A word of three
//! characters or more is found anywhere inside the row's words, a shorter one at their beginnings: in the stored text
//! every word has two spaces before it, so that `" og"` and `"  b"` are trigrams too.
//!
//! Tags all begin alike (`1A4`, state, facility), and a trigram that every row has makes a full-text query slow. So of
//! a tag only the running number (its last nine characters) is in the text; the head is found through the index by
//! tag, in which there are few different heads. A source package is found by its running number or by its whole tag.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use crate::MirrorError;
use crate::interrupt::Interrupt;
use crate::view::{RowSet, Source};

/// Characters of a tag, and of these the running number at its end (CONTRACT section 6).
const TAG: usize = 24;
const RUNNING: usize = 9;

/// Words looked at; more narrow nothing down that a person would notice.
const MOST_WORDS: usize = 12;

/// Different heads of tags up to which the index by tag is stepped through; beyond, tags are compared one by one.
const MOST_HEADS: usize = 2_000;

/// The text that a row is found by, from everything that may be searched in it.
pub(crate) fn text(parts: &[&str]) -> String {
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    for part in parts {
        for word in part.split_whitespace().map(|word| word.trim_end_matches(',')) {
            let word = running_number(word).unwrap_or(word);
            if !word.is_empty() && seen.insert(word) {
                text.push_str("  ");
                text.push_str(word);
            }
        }
    }
    text
}

/// The running number of a whole tag of the state's usual form.
fn running_number(word: &str) -> Option<&str> {
    let usual = word.len() == TAG && word.is_ascii() && word.get(..3).is_some_and(|p| p.eq_ignore_ascii_case("1A4"));
    if usual { word.get(TAG - RUNNING..) } else { None }
}

/// Puts a row's text into a full-text table.
pub(crate) fn put(db: &Connection, table: &str, row: i64, text: &str, new: bool) -> Result<(), MirrorError> {
    if !new {
        remove(db, table, row)?;
    }
    db.prepare_cached(&format!("INSERT INTO {table} (rowid, words) VALUES (?1, ?2)"))?.execute(params![row, text])?;
    Ok(())
}

/// Takes a row's text out.
pub(crate) fn remove(db: &Connection, table: &str, row: i64) -> Result<(), MirrorError> {
    db.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))?.execute([row])?;
    Ok(())
}

/// The words of what a person typed; all must be found.
pub(crate) fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in typed.split_whitespace() {
        let word: String = word.chars().filter(|c| *c != '\0').take(64).collect();
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.truncate(MOST_WORDS);
    words
}

/// The rows of a source that hold a word. May hold rows of other tabs and licences.
pub(crate) fn rows_with(
    db: &Connection,
    source: &Source,
    word: &str,
    cancel: &Interrupt,
) -> Result<RowSet, MirrorError> {
    let mut rows = RowSet::default();
    matching(db, source.words, &phrase(word), |row| rows.insert(row))?;
    cancel.check()?;
    if word.len() >= 3 && word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        add_by_tag(db, source, &word.to_ascii_uppercase(), &mut rows, cancel)?;
    }
    if let Some(number) = running_number(word) {
        add_made_from(db, source, word, number, &mut rows)?;
    }
    Ok(rows)
}

/// A word as a full-text phrase.
fn phrase(word: &str) -> String {
    let lead = match word.chars().count() {
        1 => "  ",
        2 => " ",
        _ => "",
    };
    format!("\"{lead}{}\"", word.replace('"', "\"\""))
}

fn matching(db: &Connection, table: &str, phrase: &str, mut found: impl FnMut(i64)) -> Result<(), MirrorError> {
    let mut query = db.prepare_cached(&format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1"))?;
    let mut rows = query.query([phrase])?;
    while let Some(row) = rows.next()? {
        found(row.get(0)?);
    }
    Ok(())
}

/// Adds the rows in whose tag the word is, where a part of the tag's head is in it.
fn add_by_tag(
    db: &Connection,
    source: &Source,
    word: &str,
    rows: &mut RowSet,
    cancel: &Interrupt,
) -> Result<(), MirrorError> {
    let Some(heads) = heads(db, source, cancel)? else {
        let mut query = db.prepare_cached(&source.select_where("instr(p.tag, ?1) > 0"))?;
        let mut found = query.query([word])?;
        while let Some(row) = found.next()? {
            rows.insert(row.get(0)?);
        }
        return Ok(());
    };
    for head in heads {
        if head.contains(word) {
            add_range(db, source, &head, rows)?;
            continue;
        }
        // The word may begin at the head's end and go on in the number.
        for (cut, _) in word.char_indices().skip(1) {
            let (before, after) = word.split_at(cut);
            if after.len() <= RUNNING && head.ends_with(before) {
                add_range(db, source, &format!("{head}{after}"), rows)?;
            }
        }
    }
    Ok(())
}

/// The different heads of the source's tags; none when there are too many to step through.
fn heads(db: &Connection, source: &Source, cancel: &Interrupt) -> Result<Option<Vec<String>>, MirrorError> {
    let mut next = db.prepare_cached(&source.next_tag())?;
    let mut heads = Vec::new();
    let mut from = String::new();
    while let Some(tag) = next.query_row([&from], |row| row.get::<_, String>(0)).optional()? {
        cancel.check()?;
        if heads.len() == MOST_HEADS {
            return Ok(None);
        }
        let head: String = tag.chars().take(TAG - RUNNING).collect();
        from = format!("{head}\u{10FFFF}");
        heads.push(head);
    }
    Ok(Some(heads))
}

fn add_range(db: &Connection, source: &Source, beginning: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
    let mut query = db.prepare_cached(&source.select_where("p.tag >= ?1 AND p.tag < ?2"))?;
    let mut found = query.query([beginning, &format!("{beginning}\u{10FFFF}")])?;
    while let Some(row) = found.next()? {
        rows.insert(row.get(0)?);
    }
    Ok(())
}

/// Adds the rows that were made from the package of a whole tag.
fn add_made_from(
    db: &Connection,
    source: &Source,
    tag: &str,
    number: &str,
    rows: &mut RowSet,
) -> Result<(), MirrorError> {
    let mut candidates = Vec::new();
    matching(db, source.words, &phrase(number), |row| candidates.push(row))?;
    let mut sources = db.prepare_cached(&format!("SELECT source_packages FROM {} WHERE id = ?1", source.table))?;
    for row in candidates {
        let text: Option<String> = sources.query_row([row], |row| row.get(0)).optional()?;
        if text.is_some_and(|text| text.to_ascii_uppercase().contains(&tag.to_ascii_uppercase())) {
            rows.insert(row);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_there_once_with_room_for_its_beginning() {
        let text = text(&["1A4060300002199000012345", "Blue Dream 1g", "Blue Dream", "1A4060300002199000000007, X"]);
        assert_eq!(text, "  000012345  Blue  Dream  1g  000000007  X");
    }

    #[test]
    fn a_quote_is_only_a_character() {
        assert_eq!(phrase("7\"x"), "\"7\"\"x\"");
        assert_eq!(phrase("b"), "\"  b\"");
    }
}
