//! Marks as PDF.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::Sheet;
use crate::font::{Font, encoded};
use crate::page::{HEIGHT, Mark, Page, WIDTH};

/// Gives each object of the file its number.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// A document of these pages.
pub(crate) fn document(pages: &[Page], sheet: &Sheet) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let fonts = Font::ALL.map(|font| (font, numbers.next()));
    let places: Vec<(Ref, Ref)> = pages.iter().map(|_| (numbers.next(), numbers.next())).collect();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.document_info(info).title(TextStr(&sheet.title)).producer(TextStr("Trackside"));
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids(places.iter().map(|(page, _)| *page)).count(count);
    for (font, number) in fonts {
        pdf.type1_font(number).base_font(Name(font.base())).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for (marks, (page, content)) in pages.iter().zip(places) {
        let mut writer = pdf.page(page);
        writer.parent(tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(content);
        let mut resources = writer.resources();
        let mut named = resources.fonts();
        for (font, number) in fonts {
            named.pair(Name(font.resource()), number);
        }
        named.finish();
        resources.finish();
        writer.finish();
        pdf.stream(content, &painted(marks));
    }
    pdf.finish()
}

fn painted(marks: &[Mark]) -> Vec<u8> {
    let mut content = Content::new();
    for mark in marks {
        match mark {
            Mark::Text { x, y, font, size, text } => {
                content.begin_text();
                content.set_font(Name(font.resource()), *size);
                content.next_line(*x, HEIGHT - y);
                content.show(Str(&encoded(text)));
                content.end_text();
            }
            Mark::Bar { x, y, width, height } => {
                content.rect(*x, HEIGHT - y - height, *width, *height);
                content.fill_nonzero();
            }
            Mark::Rule { y } => {
                content.set_line_width(0.25);
                content.move_to(36.0, HEIGHT - y);
                content.line_to(WIDTH - 36.0, HEIGHT - y);
                content.stroke();
            }
        }
    }
    content.finish().to_vec()
}
