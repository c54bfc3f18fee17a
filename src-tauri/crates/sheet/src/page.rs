//! Where everything stands: pages of texts, lines and barcodes, in points from the top left.

use crate::font::{Font, broken, is_printable, width};
use crate::{Sheet, barcode};

/// US Letter.
pub(crate) const WIDTH: f32 = 612.0;
/// US Letter.
pub(crate) const HEIGHT: f32 = 792.0;
const MARGIN: f32 = 36.0;
const RIGHT: f32 = WIDTH - MARGIN;
/// Below this line stands only the foot.
const BOTTOM: f32 = HEIGHT - MARGIN - 18.0;

const NUMBER: f32 = 24.0;
/// A barcode's column: sixteen symbols and the stop at [`MODULE`], with quiet zones of ten modules.
const TAG: f32 = 176.0;
/// The width of one module: 0.265 mm, which every hand scanner reads.
const MODULE: f32 = 0.75;
const BARS: f32 = 17.0;
const GAP: f32 = 6.0;

const CELL: f32 = 8.0;
const LEADING: f32 = 10.0;
const ROW: f32 = 36.0;
const CELL_LINES: usize = 3;

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

struct Layout {
    pages: Vec<Page>,
    y: f32,
}

impl Layout {
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

/// Lays a sheet out; the foot with the pages' numbers is put on every page.
pub(crate) fn lay_out(sheet: &Sheet) -> Vec<Page> {
    let mut layout = Layout { pages: Vec::new(), y: 0.0 };
    layout.new_page();
    head(&mut layout, sheet);
    if !sheet.rows.is_empty() {
        headings(&mut layout, sheet);
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        if layout.y + ROW > BOTTOM {
            layout.new_page();
            headings(&mut layout, sheet);
        }
        row_of(&mut layout, sheet, at + 1, row);
    }
    close(&mut layout, sheet);
    let count = layout.pages.len();
    for (at, page) in layout.pages.iter_mut().enumerate() {
        let number = format!("Page {} of {count}", at + 1);
        let x = RIGHT - width(&number, Font::Plain, CELL);
        let y = HEIGHT - MARGIN;
        page.push(Mark::Text { x: MARGIN, y, font: Font::Plain, size: CELL, text: sheet.foot.clone() });
        page.push(Mark::Text { x, y, font: Font::Plain, size: CELL, text: number });
    }
    layout.pages
}

fn head(layout: &mut Layout, sheet: &Sheet) {
    layout.y += 14.0;
    for line in broken(&sheet.title, Font::Bold, 16.0, RIGHT - MARGIN, 2) {
        let y = layout.y;
        layout.text(MARGIN, y, Font::Bold, 16.0, line);
        layout.y += 18.0;
    }
    for line in broken(&sheet.subtitle, Font::Plain, 9.0, RIGHT - MARGIN, 4) {
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
            let lines = broken(value, Font::Bold, CELL, half - label - GAP, 6);
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

/// Where each column begins and how wide it is.
fn columns(sheet: &Sheet) -> Vec<(f32, f32)> {
    let all: f32 = sheet.columns.iter().map(|column| f32::from(column.share)).sum();
    let begin = MARGIN + NUMBER + TAG + GAP;
    let room = RIGHT - begin;
    let mut x = begin;
    let place = |column: &crate::Column| {
        let part = if all > 0.0 { room * f32::from(column.share) / all } else { room };
        let here = (x, part - GAP);
        x += part;
        here
    };
    sheet.columns.iter().map(place).collect()
}

fn headings(layout: &mut Layout, sheet: &Sheet) {
    layout.y += LEADING;
    let y = layout.y;
    layout.text(MARGIN + NUMBER, y, Font::Bold, CELL, "Tag");
    for (column, (x, room)) in sheet.columns.iter().zip(columns(sheet)) {
        let title = broken(&column.title, Font::Bold, CELL, room, 1);
        layout.text(x, y, Font::Bold, CELL, title.concat());
    }
    layout.y += 4.0;
    let y = layout.y;
    layout.put(Mark::Rule { y });
}

fn row_of(layout: &mut Layout, sheet: &Sheet, number: usize, row: &crate::Row) {
    let top = layout.y + 5.0;
    layout.text(MARGIN, top + CELL, Font::Plain, CELL, number.to_string());
    let left = MARGIN + NUMBER;
    if let Some(modules) = barcode::modules(&row.tag) {
        let mut x = left;
        for run in modules.chunk_by(|a, b| a == b) {
            #[expect(clippy::cast_precision_loss, reason = "a run is at most four modules long")]
            let wide = run.len() as f32 * MODULE;
            if run.first() == Some(&true) {
                layout.put(Mark::Bar { x, y: top, width: wide, height: BARS });
            }
            x += wide;
        }
    }
    let y = top + BARS + 9.0;
    let stronger = row.tag.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let (start, end) = row.tag.split_at_checked(stronger).unwrap_or(("", &row.tag));
    layout.text(left, y, Font::Fixed, 9.0, start);
    layout.text(left + width(start, Font::Fixed, 9.0), y, Font::FixedBold, 9.0, end);
    for (cell, (x, room)) in row.cells.iter().zip(columns(sheet)) {
        for (line, y) in broken(cell, Font::Plain, CELL, room, CELL_LINES).into_iter().zip([8.0, 18.0, 28.0]) {
            layout.text(x, top + y, Font::Plain, CELL, line);
        }
    }
    layout.y += ROW;
    let y = layout.y;
    layout.put(Mark::Rule { y });
}

fn close(layout: &mut Layout, sheet: &Sheet) {
    let mut lines = sheet.closing.clone();
    if !printable(sheet) {
        lines.push("Characters that the printed fonts lack are shown as ?.".to_owned());
    }
    layout.y += 6.0;
    for text in lines {
        for line in broken(&text, Font::Plain, 9.0, RIGHT - MARGIN, 20) {
            if layout.y + 12.0 > BOTTOM {
                layout.new_page();
            }
            layout.y += 12.0;
            let y = layout.y;
            layout.text(MARGIN, y, Font::Plain, 9.0, line);
        }
    }
}

fn printable(sheet: &Sheet) -> bool {
    let head = [&sheet.title, &sheet.subtitle, &sheet.foot].into_iter().all(|text| is_printable(text));
    let facts = sheet.facts.iter().all(|(words, value)| is_printable(words) && is_printable(value));
    let rows = sheet.rows.iter().all(|row| is_printable(&row.tag) && row.cells.iter().all(|cell| is_printable(cell)));
    let rest = sheet.columns.iter().all(|column| is_printable(&column.title));
    head && facts && rows && rest && sheet.closing.iter().all(|text| is_printable(text))
}
