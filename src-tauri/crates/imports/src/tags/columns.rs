//! Which rows of a table are its list, and which column of them holds the tags: a column is known by what it holds, a
//! heading helps, and where two could be meant a person is asked.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use words::say;

use super::clean::{bare, pieces, tag_of};
use super::headings::Named;
use super::holds::{Column, Holds, columns, filled, holders, is_fourfold, width};
use super::question::{Answer, ColumnAnswer, Question};
use crate::{Row, Table};

/// The columns of a list of tags, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TagColumns {
    /// The tag.
    pub tag: usize,
    /// The gross weight.
    pub gross_weight: Option<usize>,
    /// The gross weight's unit.
    pub unit: Option<usize>,
    /// The wholesale price.
    pub price: Option<usize>,
    /// Columns that a line has at most; none where others are passed over.
    pub most: Option<usize>,
}

impl TagColumns {
    /// A column of tags alone.
    pub(super) fn of_tag(tag: usize) -> Self {
        Self { tag, gross_weight: None, unit: None, price: None, most: None }
    }
}

/// Where the list begins and how its rows are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// Where in the table's rows the heading stands, if there is one.
    pub heading: Option<usize>,
    /// Where in the table's rows the list begins.
    pub from: usize,
    /// How they are read.
    pub take: Take,
    /// Why this column, where a person should know.
    pub why: Why,
}

/// How rows are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// One tag a row, in this column.
    Column(TagColumns),
    /// Nothing but tags in this column and nothing beside it: a cell may hold several.
    List(TagColumns),
    /// Every cell: a cell may hold several.
    Every,
}

/// Why this column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Its heading says so, or there is no other.
    Plain,
    /// It is the only one that holds tags.
    OnlyOne,
    /// The rows are those of the state's grid, where it is the first.
    Grid,
    /// A person chose it.
    Chosen,
}

/// What a table is to somebody who looks for tags.
pub(super) enum Found {
    /// A list.
    Layout(Layout),
    /// Two columns could be meant.
    Ask(Question),
    /// No column holds tags.
    Nothing,
}

/// Rows from the top among which a heading is looked for.
const TOP: usize = 30;

/// Whether some cell of a table holds tags, or what was one.
pub(super) fn has_tags(table: &Table) -> bool {
    let tags = |cell| matches!(Holds::of(cell), Holds::Tag | Holds::Tags | Holds::Among | Holds::Spoiled);
    table.rows.iter().any(|row| row.cells().any(tags))
}

/// Finds the list in a table.
pub(super) fn find(table: &Table, answer: &Answer) -> Found {
    let heading = heading(&table.rows);
    let from = heading.as_ref().map_or(0, |heading| heading.at + 1);
    let rows = table.rows.get(from..).unwrap_or_default();
    let layout =
        |take, why| Found::Layout(Layout { heading: heading.as_ref().map(|heading| heading.at), from, take, why });
    let all = columns(rows);
    let holding = holders(&all);
    let row = heading.as_ref().and_then(|heading| table.rows.get(heading.at));
    let ask = |sentence: String, among: &[usize], every: bool| {
        Found::Ask(Question::of_columns(sentence, table, row, rows, among, every))
    };
    match answer.column {
        Some(ColumnAnswer::Every) if holding.len() > 1 => return layout(Take::Every, Why::Chosen),
        Some(ColumnAnswer::One(at)) if holding.contains(&at) => {
            return layout(take(at, heading.as_ref(), rows), Why::Chosen);
        }
        // What was answered is not there any more: ask again.
        Some(_) | None => {}
    }
    let Some(heading) = &heading else {
        return match without_heading(rows, &all, &holding) {
            Bare::Take(take, why) => layout(take, why),
            Bare::Ask => ask(several(holding.len()), &holding, true),
            Bare::Nothing => Found::Nothing,
        };
    };
    let named = &heading.named;
    let of = |these: &[usize]| -> Vec<usize> { these.iter().copied().filter(|at| holding.contains(at)).collect() };
    for these in [of(&named.tags), of(&named.perhaps)] {
        match these.as_slice() {
            [] => {}
            [at, others @ ..] if others.iter().all(|other| are_alike(rows, *at, *other)) => {
                return layout(take(*at, Some(heading), rows), Why::Plain);
            }
            these => return ask(several(these.len()), these, false),
        }
    }
    // What is headed Tag holds none.
    let spoiled = |at: &usize| all.get(*at).is_some_and(|column| column.spoiled > 0);
    let damaged = named.tags.iter().chain(&named.perhaps).find(|at| spoiled(at));
    if let Some(at) = damaged.or(named.tags.first().filter(|_| holding.is_empty())) {
        return layout(take(*at, Some(heading), rows), Why::Plain);
    }
    let own: Vec<usize> = holding.iter().copied().filter(|at| !named.others.contains(at)).collect();
    match (own.as_slice(), holding.as_slice()) {
        ([at], _) if named.tags.is_empty() => layout(take(*at, Some(heading), rows), Why::OnlyOne),
        ([], []) => match named.perhaps.first() {
            Some(at) => layout(take(*at, Some(heading), rows), Why::Plain),
            None => Found::Nothing,
        },
        ([at, others @ ..], _) if named.tags.is_empty() && others.iter().all(|one| are_alike(rows, *at, *one)) => {
            layout(take(*at, Some(heading), rows), Why::OnlyOne)
        }
        (_, [_]) => ask(say::imports_ask_column().to_string(), &holding, false),
        _ => ask(several(holding.len()), &holding, false),
    }
}

fn several(columns: usize) -> String {
    say::imports_ask_columns(columns).to_string()
}

/// How rows below a heading are read, with this column for the tags.
fn take(tag: usize, heading: Option<&Heading>, rows: &[Row]) -> Take {
    let named = heading.map(|heading| heading.named.clone()).unwrap_or_default();
    let columns = TagColumns { tag, gross_weight: named.weight, unit: named.unit, price: named.price, most: None };
    let alone = rows.iter().all(|row| row.cells().enumerate().all(|(at, cell)| at == tag || bare(cell).is_empty()));
    if alone { Take::List(columns) } else { Take::Column(columns) }
}

/// Whether two columns hold the same tags in the same rows.
fn are_alike(rows: &[Row], one: usize, other: usize) -> bool {
    let tag = |row: &Row, at| tag_of(row.cell(at).unwrap_or_default()).ok();
    one == other || rows.iter().all(|row| tag(row, one) == tag(row, other))
}

/// A row that names columns.
struct Heading {
    at: usize,
    named: Named,
}

/// Finds the heading: within the first rows and above the first tag, the row that names a column of tags; else a row of
/// words right above the first tag. What stands above it is a title.
fn heading(rows: &[Row]) -> Option<Heading> {
    let holds = |row: &Row, wanted: fn(Holds) -> bool| row.cells().any(|cell| wanted(Holds::of(cell)));
    let first = rows.iter().position(|row| holds(row, |is| is.is_tags() || is == Holds::Among));
    let top = rows.get(..first.unwrap_or(rows.len()).min(TOP)).unwrap_or_default();
    let below = columns(rows.get(top.len()..).unwrap_or_default());
    let tags_below = |at: &usize| below.get(*at).is_some_and(|column| column.tags() + column.spoiled > 0);
    let known = top.iter().enumerate().map(|(at, row)| Heading { at, named: Named::of(row) });
    let above_tags = |heading: &Heading| heading.named.tags.iter().chain(&heading.named.perhaps).any(tags_below);
    // A line whose tag is damaged is no heading, whatever words it has.
    let is_line = |heading: &Heading| {
        let row = rows.get(heading.at);
        let figures = !above_tags(heading) && row.is_some_and(|row| holds(row, |is| is == Holds::Figure));
        figures || row.is_some_and(|row| holds(row, |is| is == Holds::Spoiled))
    };
    let known = known.filter(|heading| heading.named.names_tags() && !is_line(heading)).max_by_key(|heading| {
        let cells = rows.get(heading.at).map_or(0, filled);
        (above_tags(heading), heading.named.count(), cells, heading.at)
    });
    if known.is_some() {
        return known;
    }
    let at = first?.checked_sub(1)?;
    let row = top.get(at)?;
    let words = |is| matches!(is, Holds::Nothing | Holds::Other);
    let of_words = filled(row) > 1 && row.cells().all(|cell| words(Holds::of(cell)));
    // What stands above it is passed over, so it must be no line of the list.
    let titles = top.get(..at).unwrap_or_default();
    let title = |row: &Row| filled(row) <= 2 && !holds(row, |is| is == Holds::Spoiled);
    (of_words && titles.iter().all(title)).then(|| Heading { at, named: Named::of(row) })
}

/// What rows without a heading are.
enum Bare {
    Take(Take, Why),
    Ask,
    Nothing,
}

fn without_heading(rows: &[Row], all: &[Column], holding: &[usize]) -> Bare {
    let first = all.iter().find(|column| column.filled > 0).map_or(0, |column| column.at);
    // Without one whole tag, a list of damaged ones is still to be told line by line.
    let spoiled = || all.iter().find(|column| column.spoiled > 0).map(|column| column.at);
    let tag = match holding {
        [tag] => *tag,
        [] => spoiled().unwrap_or(first),
        _ if all.iter().all(|column| column.tags() == column.filled) && rows.len() == 1 => {
            return Bare::Take(Take::Every, Why::Plain);
        }
        _ if is_of_the_grid(rows, all, first, holding) => {
            return Bare::Take(Take::Column(TagColumns::of_tag(first)), Why::Grid);
        }
        _ => return Bare::Ask,
    };
    if tag == first && is_fourfold(rows, tag) && !are_under_words(rows) {
        return Bare::Take(
            Take::Column(TagColumns {
                tag,
                gross_weight: Some(tag + 1),
                unit: Some(tag + 2),
                price: Some(tag + 3),
                most: Some(tag + 4),
            }),
            Why::Plain,
        );
    }
    let mut widths: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        *widths.entry(width(row).saturating_sub(first)).or_default() += 1;
    }
    let common = widths.iter().max_by_key(|(width, count)| (**count, Reverse(**width))).map_or(1, |(width, _)| *width);
    match (common, holding) {
        (0 | 1, _) if tag == first => {
            Bare::Take(Take::List(TagColumns { most: Some(tag + 1), ..TagColumns::of_tag(tag) }), Why::Plain)
        }
        (_, [tag]) => Bare::Take(Take::Column(TagColumns::of_tag(*tag)), Why::OnlyOne),
        _ => match spoiled() {
            Some(tag) => Bare::Take(Take::Column(TagColumns::of_tag(tag)), Why::OnlyOne),
            None => Bare::Nothing,
        },
    }
}

/// Whether a row of nothing but words stands above the first tag: a title, or a heading that is not known. What stands
/// below it is in no order that is known either.
fn are_under_words(rows: &[Row]) -> bool {
    let held = rows.iter().map(|row| row.cells().map(Holds::of).collect::<Vec<_>>());
    held.take_while(|row| !row.iter().any(|is| is.is_tags() || *is == Holds::Among))
        .any(|row| row.iter().all(|is| matches!(is, Holds::Nothing | Holds::Other)))
}

/// Whether these are rows of the state's package grid, copied without its heading: Tag, Source Harvest(s), Source
/// Package(s), and many more, a quantity among them. Each row begins with a tag of its own, once; the third column holds
/// tags of others; no other column holds any. Source: the columns of the grid at ca.metrc.com, as other tools that work on
/// it have them.
fn is_of_the_grid(rows: &[Row], all: &[Column], first: usize, holding: &[usize]) -> bool {
    const COLUMNS: usize = 6;
    if holding != [first, first + 2] || all.len() < first + COLUMNS {
        return false;
    }
    let mut own = HashSet::new();
    let each_has_its_own = rows.iter().all(|row| {
        let tag = tag_of(row.cell(first).unwrap_or_default());
        tag.is_ok_and(|tag| own.insert(tag))
    });
    let of_others = |row: &Row| pieces(row.cell(first + 2).unwrap_or_default()).iter().all(Result::is_ok);
    let quantity = all.iter().skip(first + 3).any(|column| column.figures * 2 >= rows.len());
    each_has_its_own && quantity && rows.iter().all(of_others)
}
