//! Where everything stands: pages of texts, lines and barcodes, in points from the top left.

use words::say;

use crate::font::{Font, Fonts, MISSING};
use crate::{Column, Row, Sheet, barcode};

/// US Letter.
pub(crate) const WIDTH: f32 = 612.0;
/// US Letter.
pub(crate) const HEIGHT: f32 = 792.0;
const MARGIN: f32 = 36.0;
const RIGHT: f32 = WIDTH - MARGIN;
/// Below this line stands only the foot.
const BOTTOM: f32 = HEIGHT - MARGIN - 18.0;

/// The least width of the rows' numbers.
const NUMBER: f32 = 24.0;
/// The least width of the tags' column.
const TAG: f32 = 150.0;
/// The width of one module: 0.265 mm, which every hand scanner reads.
const MODULE: f32 = 0.75;
/// What stays white on either side of a barcode: ten modules (ISO/IEC 15417, 4.4).
const QUIET: f32 = 10.0 * MODULE;
/// The most modules of a barcode: a tag of 24 letters. What is longer is no tag, and would leave the item no room.
const WIDEST: usize = 11 * 26 + 13;
const BARS: f32 = 17.0;
const GAP: f32 = 6.0;

const CELL: f32 = 8.0;
const LEADING: f32 = 10.0;
const ROW: f32 = 36.0;
const CELL_LINES: usize = 3;
const HEADING_LINES: usize = 2;

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A line of text, its baseline at `y`.
    Text { x: f32, y: f32, font: Font, size: f32, text: String },
    /// A filled rectangle, its top at `y`.
    Bar { x: f32, y: f32, width: f32, height: f32 },
    /// A thin line across the page.
    Rule { y: f32 },
}

/// A page's marks.
pub(crate) type Page = Vec<Mark>;

struct Layout<'a> {
    pages: Vec<Page>,
    y: f32,
    fonts: &'a Fonts,
}

/// Where the table's columns are: the same on every page.
struct Table {
    /// Where the tags and their barcodes begin.
    tag: f32,
    /// How wide they may be.
    tag_room: f32,
    /// Where each column begins and how wide it is.
    columns: Vec<(f32, f32)>,
}

impl Layout<'_> {
    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    fn text(&mut self, x: f32, y: f32, font: Font, size: f32, text: impl Into<String>) {
        self.put(Mark::Text { x, y, font, size, text: text.into() });
    }

    fn new_page(&mut self) {
        self.pages.push(Page::new());
        self.y = MARGIN;
    }
}

/// The sheet with every text as it is printed, and where letters are that cannot be: the words of a fact, a column's
/// heading, with the row's number.
pub(crate) fn printable(sheet: &Sheet, fonts: &Fonts) -> (Sheet, Vec<String>) {
    let mut missing: Vec<String> = Vec::new();
    let mut shown = |text: &str, place: &dyn Fn() -> String| {
        let (shown, lacks) = fonts.shown(text);
        if lacks > 0 {
            missing.push(place());
        }
        shown
    };
    let title = shown(&sheet.title, &|| say::sheet_place_title().to_string());
    let subtitle = shown(&sheet.subtitle, &|| say::sheet_place_subtitle().to_string());
    let facts =
        sheet.facts.iter().map(|(words, value)| (fonts.shown(words).0, shown(value, &|| words.clone()))).collect();
    let columns: Vec<Column> = sheet
        .columns
        .iter()
        .map(|column| Column { title: fonts.shown(&column.title).0, share: column.share })
        .collect();
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for (at, row) in sheet.rows.iter().enumerate() {
        let tag = shown(&row.tag, &|| say::sheet_place_tag(at + 1).to_string());
        let place = |column: usize| match columns.get(column) {
            Some(column) => say::sheet_place_cell(&column.title, at + 1),
            None => say::sheet_place_some_cell(at + 1),
        };
        let cell = |(column, text): (usize, &String)| shown(text, &|| place(column).to_string());
        let cells = row.cells.iter().enumerate().map(cell).collect();
        rows.push(Row { tag, cells });
    }
    let closing = sheet.closing.iter().map(|text| shown(text, &|| say::sheet_place_closing().to_string())).collect();
    let foot = shown(&sheet.foot, &|| say::sheet_place_foot().to_string());
    (Sheet { title, subtitle, facts, columns, rows, closing, foot }, missing)
}

/// Lays a sheet of printable texts out; the foot with the pages' numbers is put on every page. `missing`: where letters
/// are that could not be printed, which is said below the table.
pub(crate) fn lay_out(sheet: &Sheet, missing: &[String], fonts: &Fonts) -> Vec<Page> {
    let mut layout = Layout { pages: Vec::new(), y: 0.0, fonts };
    let table = table(sheet, fonts);
    layout.new_page();
    head(&mut layout, sheet);
    if !sheet.rows.is_empty() {
        headings(&mut layout, sheet, &table);
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        if layout.y + ROW > BOTTOM {
            layout.new_page();
            headings(&mut layout, sheet, &table);
        }
        row_of(&mut layout, &table, at + 1, row);
    }
    close(&mut layout, sheet, missing);
    let count = layout.pages.len();
    for (at, page) in layout.pages.iter_mut().enumerate() {
        let number = say::sheet_page(at + 1, count).to_string();
        let x = RIGHT - fonts.width(&number, Font::Plain, CELL);
        let y = HEIGHT - MARGIN;
        let foot = fonts.broken(&sheet.foot, Font::Plain, CELL, x - GAP - MARGIN, 1).concat();
        page.push(Mark::Text { x: MARGIN, y, font: Font::Plain, size: CELL, text: foot });
        page.push(Mark::Text { x, y, font: Font::Plain, size: CELL, text: number });
    }
    layout.pages
}

fn head(layout: &mut Layout<'_>, sheet: &Sheet) {
    layout.y += 14.0;
    for line in layout.fonts.broken(&sheet.title, Font::Bold, 16.0, RIGHT - MARGIN, 2) {
        let y = layout.y;
        layout.text(MARGIN, y, Font::Bold, 16.0, line);
        layout.y += 18.0;
    }
    for line in layout.fonts.broken(&sheet.subtitle, Font::Plain, 9.0, RIGHT - MARGIN, 4) {
        let y = layout.y;
        layout.text(MARGIN, y, Font::Plain, 9.0, line);
        layout.y += 12.0;
    }
    layout.y += 6.0;
    let facts: Vec<_> = sheet.facts.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
    let half = (RIGHT - MARGIN) / 2.0;
    let label = 96.0;
    for pair in facts.chunks(2) {
        let mut deepest = 1;
        for (side, (words, value)) in pair.iter().enumerate() {
            let x = if side == 0 { MARGIN } else { MARGIN + half };
            let y = layout.y;
            layout.text(x, y, Font::Plain, CELL, words.clone());
            let lines = layout.fonts.broken(value, Font::Bold, CELL, half - label - GAP, 6);
            deepest = deepest.max(lines.len());
            let mut below = y;
            for line in lines {
                layout.text(x + label, below, Font::Bold, CELL, line);
                below += LEADING;
            }
        }
        for _ in 0..deepest {
            layout.y += LEADING;
        }
        layout.y += 3.0;
    }
    layout.y += 4.0;
}

/// The barcode of a tag, unless it has none or is wider than any tag's.
fn bars(tag: &str) -> Option<Vec<bool>> {
    barcode::modules(tag).filter(|modules| modules.len() <= WIDEST)
}

#[expect(clippy::cast_precision_loss, reason = "a barcode has some hundred modules")]
fn points(modules: usize) -> f32 {
    modules as f32 * MODULE
}

/// The tags' column is as wide as this sheet's widest barcode with its quiet zones; the other columns share what is left.
fn table(sheet: &Sheet, fonts: &Fonts) -> Table {
    let number = fonts.width(&sheet.rows.len().to_string(), Font::Plain, CELL);
    let tag = MARGIN + (number + QUIET).max(NUMBER);
    let widest = sheet.rows.iter().filter_map(|row| bars(&row.tag)).map(|modules| points(modules.len()));
    let tag_room = widest.fold(TAG, f32::max);
    let begin = tag + tag_room + QUIET + GAP;
    let all: f32 = sheet.columns.iter().map(|column| f32::from(column.share)).sum();
    let room = RIGHT - begin;
    let mut x = begin;
    let place = |column: &Column| {
        let part = if all > 0.0 { room * f32::from(column.share) / all } else { room };
        let here = (x, part - GAP);
        x += part;
        here
    };
    Table { tag, tag_room, columns: sheet.columns.iter().map(place).collect() }
}

/// The columns' headings, in two lines where one is too short, the last line of each just above the rule.
fn headings(layout: &mut Layout<'_>, sheet: &Sheet, table: &Table) {
    let of = |(column, (x, room)): (&Column, &(f32, f32))| {
        (*x, layout.fonts.broken(&column.title, Font::Bold, CELL, *room, HEADING_LINES))
    };
    let mut titles = vec![(table.tag, vec![say::sheet_tag().to_string()])];
    titles.extend(sheet.columns.iter().zip(&table.columns).map(of));
    let deepest = titles.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
    for _ in 0..deepest {
        layout.y += LEADING;
    }
    for (x, lines) in titles {
        let mut y = layout.y;
        for line in lines.into_iter().rev() {
            layout.text(x, y, Font::Bold, CELL, line);
            y -= LEADING;
        }
    }
    layout.y += 4.0;
    let y = layout.y;
    layout.put(Mark::Rule { y });
}

fn row_of(layout: &mut Layout<'_>, table: &Table, number: usize, row: &Row) {
    let top = layout.y + 5.0;
    layout.text(MARGIN, top + CELL, Font::Plain, CELL, number.to_string());
    if let Some(modules) = bars(&row.tag) {
        let mut x = table.tag;
        for run in modules.chunk_by(|a, b| a == b) {
            let wide = points(run.len());
            if run.first() == Some(&true) {
                layout.put(Mark::Bar { x, y: top, width: wide, height: BARS });
            }
            x += wide;
        }
    }
    let y = top + BARS + 9.0;
    let size = 9.0;
    let tag = layout.fonts.broken(&row.tag, Font::Bold, size, table.tag_room, 1).concat();
    let stronger = tag.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let (start, end) = tag.split_at_checked(stronger).unwrap_or(("", &tag));
    let end_at = table.tag + layout.fonts.width(start, Font::Plain, size);
    layout.text(table.tag, y, Font::Plain, size, start);
    layout.text(end_at, y, Font::Bold, size, end);
    for (cell, (x, room)) in row.cells.iter().zip(&table.columns) {
        let lines = layout.fonts.broken(cell, Font::Plain, CELL, *room, CELL_LINES);
        for (line, y) in lines.into_iter().zip([8.0, 18.0, 28.0]) {
            layout.text(*x, top + y, Font::Plain, CELL, line);
        }
    }
    layout.y += ROW;
    let y = layout.y;
    layout.put(Mark::Rule { y });
}

fn close(layout: &mut Layout<'_>, sheet: &Sheet, missing: &[String]) {
    let mut lines = sheet.closing.clone();
    if !missing.is_empty() {
        lines.push(say::sheet_missing(missing.join(", "), MISSING.to_string()).to_string());
    }
    layout.y += 6.0;
    for text in lines {
        for line in layout.fonts.broken(&text, Font::Plain, 9.0, RIGHT - MARGIN, 20) {
            if layout.y + 12.0 > BOTTOM {
                layout.new_page();
            }
            layout.y += 12.0;
            let y = layout.y;
            layout.text(MARGIN, y, Font::Plain, 9.0, line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_tags(tags: &[&str]) -> Sheet {
        Sheet {
            columns: vec![Column { title: "Item".into(), share: 1 }],
            rows: tags.iter().map(|tag| Row { tag: (*tag).into(), cells: vec!["Blue Dream".into()] }).collect(),
            ..Sheet::default()
        }
    }

    #[test]
    fn no_text_stands_in_a_barcode_or_its_quiet_zones() {
        let fonts = Fonts::read().unwrap();
        // The last is as wide as a tag can be.
        for tag in ["1A4060300002199000003445", "1A4FF03000051DE000012296", "ABCDEFABCDEFABCDEFABCDEF"] {
            let sheet = of_tags(&[tag]);
            let pages = lay_out(&sheet, &[], &fonts);
            let bars = pages.iter().flatten().filter_map(|mark| match mark {
                Mark::Bar { x, width, .. } => Some((*x, x + width)),
                Mark::Text { .. } | Mark::Rule { .. } => None,
            });
            let (left, right) =
                bars.fold((WIDTH, 0.0_f32), |(left, right), (from, to)| (left.min(from), right.max(to)));
            for mark in pages.iter().flatten() {
                if let Mark::Text { x, font, size, text, y } = mark
                    && (text == "1" || text.contains("Blue"))
                {
                    let end = x + fonts.width(text, *font, *size);
                    let clear = end <= left - QUIET + 0.001 || *x >= right + QUIET - 0.001;
                    assert!(clear, "{tag}: {text:?} at {x} to {end}, {y}; bars from {left} to {right}");
                }
            }
            assert!(right > left, "{tag} has bars");
        }
    }

    fn texts(pages: &[Page]) -> Vec<&str> {
        let marks = pages.iter().flatten();
        marks
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.as_str()),
                Mark::Bar { .. } | Mark::Rule { .. } => None,
            })
            .collect()
    }

    #[test]
    fn two_hundred_rows_are_all_there_on_numbered_pages() {
        let fonts = Fonts::read().unwrap();
        let tags: Vec<String> = (0..200).map(|at| format!("1A40603000021990{at:08}")).collect();
        let mut sheet = of_tags(&tags.iter().map(String::as_str).collect::<Vec<_>>());
        sheet.facts = vec![("Destination".into(), "C10-0000123-LIC".into()), ("Invoice".into(), String::new())];
        let pages = lay_out(&sheet, &[], &fonts);
        assert!((10..=14).contains(&pages.len()), "{} pages", pages.len());
        let texts = texts(&pages);
        for page in 1..=pages.len() {
            assert!(texts.contains(&format!("Page {page} of {}", pages.len()).as_str()), "page {page}");
        }
        for (at, tag) in tags.iter().enumerate() {
            // A tag is two texts, since its end is stronger.
            assert!(texts.contains(&tag.split_at(18).1), "row {at}");
        }
        assert!(!texts.contains(&"Invoice"), "a fact without a value is left out");
        assert_eq!(texts.iter().filter(|text| text.contains("Blue Dream")).count(), 200, "each with its item");
    }

    #[test]
    fn headings_are_whole_beside_the_widest_barcode_too() {
        let fonts = Fonts::read().unwrap();
        let mut sheet = of_tags(&["ABCDEFABCDEFABCDEFABCDEF"]);
        let column = |(title, share): (&str, u16)| Column { title: title.into(), share };
        let columns = [("Item", 5), ("Quantity", 2), ("Lab testing", 2), ("Gross weight", 2), ("Price", 2)];
        sheet.columns = columns.map(column).into();
        let pages = lay_out(&sheet, &[], &fonts);
        let texts = texts(&pages);
        for word in ["Item", "Quantity", "Lab", "testing", "Gross", "weight", "Price"] {
            assert!(texts.contains(&word), "{word} in {texts:?}");
        }
    }

    #[test]
    fn an_empty_sheet_has_no_table() {
        let fonts = Fonts::read().unwrap();
        let pages = lay_out(&of_tags(&[]), &[], &fonts);
        assert!(texts(&pages).contains(&"Page 1 of 1") && !texts(&pages).contains(&"Tag"));
    }

    #[test]
    fn where_letters_are_missing_is_said_below_the_table() {
        let fonts = Fonts::read().unwrap();
        let mut odd = of_tags(&["1A4060300002199000003445", "1A4060300002199000003446"]);
        odd.facts.push(("Driver".into(), "\u{5927}\u{9ebb}".into()));
        odd.rows[1].cells[0] = "\u{5927} Kush".into();
        let (shown, missing) = printable(&odd, &fonts);
        assert_eq!(missing, ["Driver", "Item of row 2"]);
        let pages = lay_out(&shown, &missing, &fonts);
        assert!(texts(&pages).concat().contains("Driver, Item of row 2."), "{:?}", texts(&pages));
    }

    #[test]
    fn what_is_no_tag_takes_no_more_room_than_one() {
        let fonts = Fonts::read().unwrap();
        let sheet = of_tags(&["ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEF"]);
        let pages = lay_out(&sheet, &[], &fonts);
        assert!(!pages.iter().flatten().any(|mark| matches!(mark, Mark::Bar { .. })));
        let cell = pages.iter().flatten().find_map(|mark| match mark {
            Mark::Text { x, text, .. } if text.contains("Blue") => Some(*x),
            Mark::Text { .. } | Mark::Bar { .. } | Mark::Rule { .. } => None,
        });
        assert!(cell.is_some_and(|x| x < RIGHT - 200.0), "{cell:?}");
    }
}
