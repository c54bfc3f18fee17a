//! What a person is asked where two columns or two sheets could be meant, and what they answered.

use rules::Tag;
use words::say;

use super::clean::{bare, seen, tag_of};
use super::holds::Holds;
use crate::{Row, Table};

/// What a person answered so far; nothing at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The sheet that is meant.
    pub sheet: Option<String>,
    /// The column that is meant.
    pub column: Option<ColumnAnswer>,
}

/// Which column holds the tags that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnAnswer {
    /// This one, from 0.
    One(usize),
    /// All of them.
    Every,
}

/// What is asked. Nothing is taken before it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In a sentence.
    pub sentence: String,
    /// The answers; at least one.
    pub choices: Vec<Choice>,
}

/// An answer that a person can give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is called, for example `Column C: “Source Package(s)”`.
    pub label: String,
    /// Its first tags or values, shortened.
    pub first: Vec<String>,
    /// How many cells with tags there are.
    pub tags: usize,
    /// What is to be given back.
    pub answer: Answer,
}

/// Values that are shown of a column or a sheet.
const SHOWN: usize = 3;
/// Characters of each.
const SHOWN_OF_EACH: usize = 60;

impl Question {
    /// Which of these sheets is meant. `at` is the column that was found in each, none where that is to be asked next.
    pub(super) fn of_sheets(sheets: &[(&Table, Option<usize>)]) -> Self {
        let choices = sheets.iter().map(|(table, at)| {
            let name = table.form.sheet().unwrap_or_default();
            let cells: Vec<&str> = match at {
                Some(at) => table.rows.iter().filter_map(|row| row.cell(*at)).collect(),
                None => table.rows.iter().flat_map(Row::cells).collect(),
            };
            let tags: Vec<&str> = cells.into_iter().filter(|cell| Holds::of(cell).is_tags()).collect();
            Choice {
                label: say::imports_sheet(name).to_string(),
                first: tags.iter().take(SHOWN).map(|cell| shown(cell)).collect(),
                tags: tags.len(),
                answer: Answer { sheet: Some(name.to_owned()), column: None },
            }
        });
        let sentence = say::imports_ask_sheets(sheets.len()).to_string();
        Self { sentence, choices: choices.collect() }
    }

    /// Which of these columns of a table is meant; `every` where all of them may be.
    pub(super) fn of_columns(
        sentence: String,
        table: &Table,
        heading: Option<&Row>,
        rows: &[Row],
        columns: &[usize],
        every: bool,
    ) -> Self {
        let sheet = table.form.sheet().map(str::to_owned);
        let of = |column: ColumnAnswer| Answer { sheet: sheet.clone(), column: Some(column) };
        let mut choices: Vec<Choice> = columns
            .iter()
            .map(|at| {
                let cells = || rows.iter().filter_map(|row| row.cell(*at)).filter(|cell| !bare(cell).is_empty());
                Choice {
                    label: column_label(table, heading, *at),
                    first: cells().take(SHOWN).map(shown).collect(),
                    tags: cells().filter(|cell| Holds::of(cell).is_tags()).count(),
                    answer: of(ColumnAnswer::One(*at)),
                }
            })
            .collect();
        if every {
            let tags = choices.iter().map(|choice| choice.tags).sum();
            let label = say::imports_every_tag(choices.len()).to_string();
            choices.push(Choice { label, first: Vec::new(), tags, answer: of(ColumnAnswer::Every) });
        }
        Self { sentence, choices }
    }
}

/// `Column C: “Source Package(s)”`: by letter in a workbook, by number elsewhere, with its heading where there is one.
pub(super) fn column_label(table: &Table, heading: Option<&Row>, at: usize) -> String {
    let name = match table.form.sheet() {
        Some(_) => letters(at),
        None => (at + 1).to_string(),
    };
    match heading.and_then(|row| row.cell(at)).map(shown).filter(|heading| !heading.is_empty()) {
        Some(heading) => say::imports_column_headed(heading, name).to_string(),
        None => say::imports_column(name).to_string(),
    }
}

/// A column's letters as a spreadsheet shows them; `at` is from 0.
fn letters(at: usize) -> String {
    let mut letters = String::new();
    let mut rest = at + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters
}

/// A cell as it is shown beside its column: a tag as a tag, all else shortened.
fn shown(cell: &str) -> String {
    let cell = seen(cell);
    if let Ok(tag) = tag_of(&cell) {
        return Tag::to_string(&tag);
    }
    let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN_OF_EACH).and_then(|(end, _)| words.get(..end)) {
        Some(start) => format!("{start}\u{2026}"),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        for (at, name) in [(0, "A"), (2, "C"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (255, "IV"), (702, "AAA")]
        {
            assert_eq!(letters(at), name);
        }
    }
}
