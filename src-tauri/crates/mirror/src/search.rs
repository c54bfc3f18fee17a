//! The search box: which rows hold a word.
//!
//! A word of three characters or more is found anywhere inside the row's words. Three ways lead to a row, since no
//! single one is quick for every word:
//!
//! - What many rows share (item with category and strain, location, sender: [`GridTable::shared`](crate::collection::GridTable)) has few different
//!   values, in the order of an index. The values are compared here, and the rows of those that match are read from
//!   the index. The same words in a full-text index would be in every other row, which makes it slow.
//! - What is a row's own (batch, note, harvests, numbers) is in a full-text table of trigrams, one text a row, filled
//!   as rows are stored.
//! - Tags all begin alike (`1A4`, state, facility). Only the running number, a tag's last nine characters, is in the
//!   text; the head is found through the index by tag, in which there are few different heads. A source package is
//!   found by its running number or by its whole tag.
//!
//! - How a package was tested and who packaged it are shared as well. Days and amounts are no words: what a person
//!   typed is read as one ([`asked`]), and the index of the column has its rows.
//!
//! A word of one or two characters is no trigram and would be in most rows: it is found at the beginnings of the words
//! of item, category, strain and location; of a transfer in number, other side, transporter, driver and vehicle.
//!
//! A number of two characters or more is an amount as well, one of a single figure only with its unit behind it.
//!
//! A transfer has no tag of its own; it is found by any part of the tags that it carries.

mod asked;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rules::LabTestingState;
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};

use self::asked::Meaning;
pub(crate) use self::asked::{Asked, asked, words};
use crate::collection::{LookedIn, Shared, Tags};
use crate::interrupt::Interrupt;
use crate::view::{RowSet, Source};
use crate::{MirrorError, alike};

/// Characters of a tag, and of these the running number at its end (CONTRACT section 6).
pub(crate) const TAG: usize = 24;
pub(crate) const RUNNING: usize = 9;

/// Different heads of tags up to which the index by tag is stepped through; beyond, tags are compared one by one.
const MOST_HEADS: usize = 2_000;

/// Different values of a shared column up to which they are compared here; beyond, SQLite compares row by row.
const MOST_VALUES: usize = 20_000;

/// Words whose rows are remembered: what a person typed before the word that they are typing.
const REMEMBERED: usize = 8;

/// The text that a row is found by, without case and accents, from everything that may be searched in it.
pub(crate) fn text(parts: &[&str]) -> String {
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    let parts: Vec<_> = parts.iter().map(|part| alike::folded(part)).collect();
    for part in &parts {
        for word in part.split_whitespace().map(|word| word.trim_end_matches(',')) {
            let word = running_number(word).unwrap_or(word);
            if !word.is_empty() && seen.insert(word) {
                if !text.is_empty() {
                    text.push(' ');
                }
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

/// The rows of a full-text table that hold a text of three characters or more; none where they are more than `most`.
pub(crate) fn holding(db: &Connection, table: &str, text: &str, most: usize) -> Result<Option<Vec<i64>>, MirrorError> {
    let mut query = db.prepare_cached(&format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1 LIMIT ?2"))?;
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let rows = query
        .query_map(params![phrase(&alike::folded(text)), limit], |row| row.get(0))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok((rows.len() <= most).then_some(rows))
}

/// What was found at one revision of the mirror. While a person types, one word changes and the rest is asked again.
#[derive(Default)]
pub(crate) struct Memory(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    revision: i64,
    words: Vec<(Source, String, Arc<RowSet>)>,
    values: Vec<(Source, &'static Shared, Values)>,
}

/// The different values of shared columns; none when there are too many.
type Values = Option<Arc<Vec<SharedValue>>>;

/// What stands in shared columns together.
struct SharedValue {
    columns: Vec<String>,
    /// The same as it is looked through.
    folded: Vec<String>,
    /// Whether what stands in the first column, which is something, stands in no other value's.
    is_alone: bool,
}

impl SharedValue {
    fn new(columns: Vec<String>, shared: &Shared) -> Self {
        let mut folded: Vec<_> = columns.iter().map(|text| alike::folded(text).into_owned()).collect();
        if shared.lab_states {
            folded.extend(columns.iter().map(|state| said_state(state)));
        }
        Self { columns, folded, is_alone: false }
    }
}

/// A lab testing state as the person reads it.
fn said_state(state: &str) -> String {
    alike::folded(&LabTestingState::of_words(state).said().to_string()).into_owned()
}

impl Memory {
    fn at<T>(&self, revision: i64, use_it: impl FnOnce(&mut Remembered) -> T) -> T {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.revision != revision {
            *remembered = Remembered { revision, ..Remembered::default() };
        }
        use_it(&mut remembered)
    }
}

/// A search in one read transaction.
pub(crate) struct Search<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) source: &'a Source,
    pub(crate) revision: i64,
    pub(crate) memory: &'a Memory,
    /// Every row that the view can have, where they are known before the search.
    pub(crate) all: Option<&'a RowSet>,
    pub(crate) cancel: &'a Interrupt,
}

impl Search<'_> {
    /// The rows that hold what was asked for. May hold rows of other tabs and licenses.
    pub(crate) fn rows_of(&self, asked: &Asked) -> Result<RowSet, MirrorError> {
        let mut rows: Option<RowSet> = None;
        for word in &asked.words {
            let with = self.rows_with(word)?;
            match &mut rows {
                None => rows = Some((*with).clone()),
                Some(rows) => rows.keep(&with),
            }
        }
        let mut rows = rows.unwrap_or_default();
        match &asked.meaning {
            None => {}
            Some(Meaning::Days(days)) => {
                for (column, kept) in self.source.table().days {
                    self.cancel.check()?;
                    let spans: Vec<String> = days.iter().flat_map(|day| kept.span(*day)).collect();
                    add(self.db, &self.source.select_days(column, days.len()), params_from_iter(spans), &mut rows)?;
                }
            }
            Some(Meaning::Amount { millionths, unit }) => {
                for amount in self.source.table().amounts {
                    add(self.db, &self.source.select_amount(amount, true), params![millionths, unit], &mut rows)?;
                }
            }
        }
        Ok(rows)
    }

    /// The rows that hold a word of [`words`]. May hold rows of other tabs and licenses.
    pub(crate) fn rows_with(&self, word: &str) -> Result<Arc<RowSet>, MirrorError> {
        let same = |(source, known, _): &&(Source, String, _)| source == self.source && known == word;
        if let Some(rows) = self.memory.at(self.revision, |r| r.words.iter().find(same).map(|w| Arc::clone(&w.2))) {
            return Ok(rows);
        }
        let table = self.source.table();
        let mut rows = RowSet::default();
        let short = word.chars().count() < 3;
        for shared in table.shared.iter().filter(|shared| shared.short_words || !short) {
            self.cancel.check()?;
            self.add_by_value(shared, word, short, &mut rows)?;
        }
        if short {
            if table.shared.is_empty() {
                let sql = self.source.select_where(&format!("part_of({}, ?1)", table.short_text()));
                add(self.db, &sql, [format!(" {word}")], &mut rows)?;
            }
        } else {
            self.add_looked_in(word, &mut rows)?;
            matching(self.db, table.words, &phrase(word), |row| rows.insert(row))?;
            self.add_by_tags(word, &mut rows)?;
        }
        if word.len() > 1
            && let Some(millionths) = asked::amount(word)
        {
            for amount in table.amounts {
                add(self.db, &self.source.select_amount(amount, false), [millionths], &mut rows)?;
            }
        }
        let rows = Arc::new(rows);
        self.memory.at(self.revision, |r| {
            if r.words.len() == REMEMBERED {
                r.words.remove(0);
            }
            r.words.push((self.source.clone(), word.to_owned(), Arc::clone(&rows)));
        });
        Ok(rows)
    }

    /// Adds what is looked through row by row.
    fn add_looked_in(&self, word: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
        for one in self.source.table().looked_in {
            match one {
                LookedIn::Part(column) => {
                    add(self.db, &self.source.select_where(&format!("part_of(p.{column}, ?1)")), [word], rows)?;
                }
                LookedIn::LabStates(column) => {
                    let sql = self.source.select_where(&format!("p.{column} = ?1"));
                    for state in LabTestingState::known() {
                        if alike::folded(state.words()).contains(word) || said_state(state.words()).contains(word) {
                            add(self.db, &sql, [state.words()], rows)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds the rows that have to do with a tag in which the word is.
    fn add_by_tags(&self, word: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
        let may_be_of_a_tag = word.bytes().all(|b| b.is_ascii_alphanumeric()).then(|| word.to_ascii_uppercase());
        match (&self.source.table().tags, may_be_of_a_tag) {
            (Tags::Carried(condition), Some(part)) => add(self.db, &self.source.select_where(condition), [part], rows),
            (Tags::Own { made_from }, Some(part)) => {
                self.add_by_tag(&part, rows)?;
                match running_number(word) {
                    Some(number) => self.add_made_from(made_from, word, number, rows),
                    None => Ok(()),
                }
            }
            (Tags::Carried(_) | Tags::Own { .. }, None) | (Tags::None, _) => Ok(()),
        }
    }

    /// Adds the rows in whose shared columns the word is.
    fn add_by_value(
        &self,
        shared: &'static Shared,
        word: &str,
        begins: bool,
        rows: &mut RowSet,
    ) -> Result<(), MirrorError> {
        let Some(values) = self.values(shared)? else {
            let part = if begins { format!(" {word}") } else { word.to_owned() };
            let sql = self.source.select_where(&format!("part_of({}, ?1)", shared.text()));
            return add(self.db, &sql, [part], rows);
        };
        let has = |text: &String| match begins {
            true => text.split_whitespace().any(|own| own.starts_with(word)),
            false => text.contains(word),
        };
        let (with, without): (Vec<_>, Vec<_>) = values.iter().partition(|value| value.folded.iter().any(has));
        // Each column that is compared costs as much again in every row.
        let (by_all, by_first) = (self.source.select_value(shared, usize::MAX), self.source.select_value(shared, 1));
        let of_value = |value: &SharedValue, rows: &mut RowSet| match value.columns.first() {
            Some(first) if value.is_alone => add(self.db, &by_first, [first], rows),
            _ => add(self.db, &by_all, params_from_iter(&value.columns), rows),
        };
        match self.all {
            // What most rows have is quicker told by the rows that do not have it.
            Some(all) if with.len() > without.len() => {
                let mut others = self.blank(shared)?;
                for value in without {
                    of_value(value, &mut others)?;
                }
                rows.insert_all_but(all, &others);
            }
            _ => {
                for value in with {
                    of_value(value, rows)?;
                }
            }
        }
        Ok(())
    }

    /// The rows with nothing in shared columns, which are in no list of their values.
    fn blank(&self, shared: &Shared) -> Result<RowSet, MirrorError> {
        let mut rows = RowSet::default();
        let blank = params_from_iter(shared.columns.iter().map(|_| ""));
        add(self.db, &self.source.select_value(shared, usize::MAX), blank, &mut rows)?;
        Ok(rows)
    }

    /// The different values of shared columns in this list, of any license.
    fn values(&self, shared: &'static Shared) -> Result<Values, MirrorError> {
        let same = |(source, known, _): &&(Source, &Shared, _)| source == self.source && *known == shared;
        if let Some(known) = self.memory.at(self.revision, |r| r.values.iter().find(same).map(|v| v.2.clone())) {
            return Ok(known);
        }
        let columns = shared.columns.len();
        let read =
            |row: &Row<'_>| (0..columns).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<String>>>();
        // The last column is the first to move on; each statement is one step in the index.
        let mut steps = Vec::new();
        for alike in (0..columns).rev() {
            steps.push((alike + 1, self.db.prepare_cached(&self.source.next_value(shared, alike))?));
        }
        let mut values: Vec<SharedValue> = Vec::new();
        let mut last = vec![String::new(); columns];
        'values: while values.len() < MOST_VALUES {
            for (compared, step) in &mut steps {
                let parameters = params_from_iter(last.iter().take(*compared));
                if let Some(value) = step.query_row(parameters, read).optional()? {
                    last.clone_from(&value);
                    values.push(SharedValue::new(value, shared));
                    continue 'values;
                }
            }
            break;
        }
        let firsts: Vec<String> = values.iter().filter_map(|value| value.columns.first().cloned()).collect();
        for (at, value) in values.iter_mut().enumerate() {
            // They came in the order of the first column.
            let neighbors = [at.checked_sub(1).and_then(|before| firsts.get(before)), firsts.get(at + 1)];
            value.is_alone = value.columns.first().is_some_and(|first| {
                !first.is_empty() && !neighbors.into_iter().flatten().any(|other| alike::same(other, first))
            });
        }
        let values = (values.len() < MOST_VALUES).then(|| Arc::new(values));
        self.memory.at(self.revision, |r| r.values.push((self.source.clone(), shared, values.clone())));
        Ok(values)
    }

    /// What stands in shared columns together, in this list and of any license, where the first of them holds every word.
    pub(crate) fn names_with(
        &self,
        shared: &'static Shared,
        words: &[String],
    ) -> Result<Vec<Vec<String>>, MirrorError> {
        let holds = |name: &str| words.iter().all(|word| name.contains(word.as_str()));
        if let Some(values) = self.values(shared)? {
            let named = values.iter().filter(|value| value.folded.first().is_some_and(|name| holds(name)));
            return Ok(named.map(|value| value.columns.clone()).collect());
        }
        // Too many to step through: the index is walked, which is slower and the same.
        let columns = shared.columns.len();
        let mut query = self.db.prepare_cached(&self.source.names_with(shared))?;
        let longest = words.iter().max_by_key(|word| word.len());
        let rows = query.query_map([longest], |row| (0..columns).map(|column| row.get(column)).collect())?;
        let mut named: Vec<Vec<String>> = rows.collect::<Result<_, _>>()?;
        named.retain(|value| value.first().is_some_and(|name| holds(&alike::folded(name))));
        Ok(named)
    }

    /// Adds the rows in whose tag the word is, where a part of the tag's head is in it.
    fn add_by_tag(&self, word: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
        let Some(heads) = self.heads()? else {
            return add(self.db, &self.source.select_where("instr(p.tag, ?1) > 0"), [word], rows);
        };
        if let Some(all) = self.all
            && heads.iter().all(|head| head.contains(word))
        {
            rows.insert_all_but(all, &RowSet::default());
            return Ok(());
        }
        for head in heads {
            if head.contains(word) {
                self.add_beginning(&head, rows)?;
                continue;
            }
            // The word may begin at the head's end and go on in the number.
            for (cut, _) in word.char_indices().skip(1) {
                let (before, after) = word.split_at(cut);
                if after.len() <= RUNNING && head.ends_with(before) {
                    self.add_beginning(&format!("{head}{after}"), rows)?;
                }
            }
        }
        Ok(())
    }

    /// The different heads of the list's tags; none when there are too many to step through.
    fn heads(&self) -> Result<Option<Vec<String>>, MirrorError> {
        let mut next = self.db.prepare_cached(&self.source.next_tag())?;
        let mut heads = Vec::new();
        let mut from = String::new();
        while let Some(tag) = next.query_row([&from], |row| row.get::<_, String>(0)).optional()? {
            self.cancel.check()?;
            if heads.len() == MOST_HEADS {
                return Ok(None);
            }
            let head: String = tag.chars().take(TAG - RUNNING).collect();
            from = format!("{head}\u{10FFFF}");
            heads.push(head);
        }
        Ok(Some(heads))
    }

    fn add_beginning(&self, beginning: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
        let sql = self.source.select_tags();
        add(self.db, &sql, [beginning, &format!("{beginning}\u{10FFFF}")], rows)
    }

    /// Adds the rows that were made from the package of a whole tag.
    fn add_made_from(&self, column: &str, tag: &str, number: &str, rows: &mut RowSet) -> Result<(), MirrorError> {
        let table = self.source.table();
        let mut candidates = Vec::new();
        matching(self.db, table.words, &phrase(number), |row| candidates.push(row))?;
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", table.name);
        let mut sources = self.db.prepare_cached(&sql)?;
        for row in candidates {
            let text: Option<String> = sources.query_row([row], |row| row.get(0)).optional()?;
            if text.is_some_and(|text| text.to_ascii_uppercase().contains(&tag.to_ascii_uppercase())) {
                rows.insert(row);
            }
        }
        Ok(())
    }
}

/// Adds the ids that a statement gives.
fn add(db: &Connection, sql: &str, parameters: impl Params, rows: &mut RowSet) -> Result<(), MirrorError> {
    let mut query = db.prepare_cached(sql)?;
    let mut found = query.query(parameters)?;
    while let Some(row) = found.next()? {
        rows.insert(row.get(0)?);
    }
    Ok(())
}

/// A word as a full-text phrase.
fn phrase(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

fn matching(db: &Connection, table: &str, phrase: &str, mut found: impl FnMut(i64)) -> Result<(), MirrorError> {
    let mut query = db.prepare_cached(&format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1"))?;
    let mut rows = query.query([phrase])?;
    while let Some(row) = rows.next()? {
        found(row.get(0)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_there_once_and_a_tag_is_its_number() {
        let text = text(&["1A4060300002199000012345", "Blue Dream 1g", "Blue Dream", "1A4060300002199000000007, X"]);
        assert_eq!(text, "000012345 blue dream 1g 000000007 x");
    }

    #[test]
    fn values_that_are_too_many_are_compared_row_by_row_with_the_same_answer() {
        let dir = tempfile::tempdir().unwrap();
        drop(crate::Mirror::open(dir.path()).unwrap());
        let db = crate::open::writer(&crate::open::path(dir.path())).unwrap();
        db.execute_batch(
            "INSERT INTO license (number) VALUES ('C10-0000001-LIC');
             INSERT INTO package (license_id, package_id, list, tag, item, category, location, received_from)
             VALUES (1, 1, 1, 'a', 'Blue 50%_off', 'Flower', '', ''), (1, 2, 1, 'b', 'OG Kush', 'Flower', 'Shelf 50', ''),
                    (1, 3, 1, 'c', 'Étoile', 'Shake', 'Vault', 'C11-0000004-LIC Delta'),
                    (1, 4, 1, 'd', 'Og kush', 'Vape', '', ''), (1, 5, 1, 'e', '', 'Vape', '', '');",
        )
        .unwrap();
        let spec = crate::view::ViewSpec {
            collection: crate::view::Collection::Packages,
            tab: Some(crate::view::PackageTab::Active),
            licenses: vec![rules::LicenseNumber::new("C10-0000001-LIC")],
            search: String::new(),
            filters: Vec::new(),
            sort: Vec::new(),
        };
        let source = Source::of(&db, &spec).unwrap();
        let found = |word: &str, too_many: bool| -> Vec<usize> {
            let memory = Memory::default();
            if too_many {
                let none = source.table().shared.iter().map(|shared| (source.clone(), shared, None));
                memory.at(1, |remembered| remembered.values.extend(none));
            }
            let search =
                Search { db: &db, source: &source, revision: 1, memory: &memory, all: None, cancel: &Interrupt::new() };
            search.rows_with(&alike::folded(word)).unwrap().iter().collect()
        };
        let cases: [(&str, &[usize]); 11] = [
            ("flower", &[1, 2]),
            // Of an item that stands with two categories, the rows of the one that was looked for.
            ("vape", &[4, 5]),
            ("50%_", &[1]),
            ("50", &[1, 2]),
            ("sh", &[2, 3]),
            ("us", &[]),
            ("ush", &[2, 4]),
            ("delta", &[3]),
            ("toile", &[3]),
            ("étoi", &[3]),
            ("ét", &[3]),
        ];
        let named = |word: &str, too_many: bool| -> Vec<String> {
            let (memory, items) = (Memory::default(), &source.table().shared[0]);
            if too_many {
                memory.at(1, |remembered| remembered.values.push((source.clone(), items, None)));
            }
            let search =
                Search { db: &db, source: &source, revision: 1, memory: &memory, all: None, cancel: &Interrupt::new() };
            let named = search.names_with(items, &words(word)).unwrap();
            named.into_iter().map(|mut columns| columns.remove(0)).collect()
        };
        for too_many in [false, true] {
            assert_eq!(named("KUSH og", too_many), ["OG Kush", "Og kush"], "row by row: {too_many}");
            assert_eq!(named("etoi", too_many), ["Étoile"], "row by row: {too_many}");
            assert_eq!(named("flower", too_many), [""; 0], "a category is no item's name");
        }
        for (word, expected) in cases {
            assert_eq!(found(word, false), expected, "“{word}”");
            assert_eq!(found(word, true), expected, "“{word}”, row by row");
        }
    }

    #[test]
    fn a_quote_is_only_a_character() {
        assert_eq!(phrase("7\"x"), "\"7\"\"x\"");
    }
}
