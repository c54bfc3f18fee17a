//! Marks as PDF, with the part of each face that the pages use.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use crate::SheetError;
use crate::font::{Font, Fonts};
use crate::page::{HEIGHT, Mark, Page, WIDTH};

/// Gives each object of the file its number.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// The glyphs of a face that the pages use: how they are numbered in the file, and what they mean.
struct Used {
    font: Font,
    mapper: GlyphRemapper,
    letters: BTreeMap<u16, char>,
    number: Ref,
}

const IDENTITY: SystemInfo<'_> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A document of these pages.
pub(crate) fn document(pages: &[Page], title: &str, fonts: &Fonts) -> Result<Vec<u8>, SheetError> {
    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let used: Vec<Used> = Font::ALL.map(|font| used(font, pages, fonts, numbers.next())).into();
    let places: Vec<(Ref, Ref)> = pages.iter().map(|_| (numbers.next(), numbers.next())).collect();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.document_info(info).title(TextStr(title)).producer(TextStr("Trackside"));
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids(places.iter().map(|(page, _)| *page)).count(count);
    for each in &used {
        embed(&mut pdf, &mut numbers, each, fonts)?;
    }
    for (marks, (page, content)) in pages.iter().zip(places) {
        let mut writer = pdf.page(page);
        writer.parent(tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(content);
        let mut resources = writer.resources();
        let mut named = resources.fonts();
        for each in &used {
            named.pair(Name(each.font.resource()), each.number);
        }
        named.finish();
        resources.finish();
        writer.finish();
        pdf.stream(content, &painted(marks, &used, fonts));
    }
    Ok(pdf.finish())
}

fn used(font: Font, pages: &[Page], fonts: &Fonts, number: Ref) -> Used {
    let mut used = Used { font, mapper: GlyphRemapper::new(), letters: BTreeMap::new(), number };
    for mark in pages.iter().flatten() {
        match mark {
            Mark::Text { font: of, text, .. } if *of == font => {
                for letter in text.chars() {
                    let number = used.mapper.remap(fonts.glyph(letter, font).0);
                    used.letters.insert(number, letter);
                }
            }
            Mark::Text { .. } | Mark::Bar { .. } | Mark::Rule { .. } => {}
        }
    }
    used
}

/// A face as a font of two-byte codes (PDF 1.7, 9.7): a code is a glyph of the embedded part, and a table beside it says
/// which letter it is, so that the text can be searched and copied.
fn embed(pdf: &mut Pdf, numbers: &mut Numbers, used: &Used, fonts: &Fonts) -> Result<(), SheetError> {
    let Used { font, mapper, letters, number } = used;
    let (cid, descriptor, file, meaning) = (numbers.next(), numbers.next(), numbers.next(), numbers.next());
    let face = fonts.face(*font);
    let scale = 1000.0 / f32::from(face.units_per_em());
    pdf.type0_font(*number)
        .base_font(Name(font.name()))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(meaning);
    let mut writer = pdf.cid_font(cid);
    writer.subtype(CidFontType::Type2).base_font(Name(font.name())).system_info(IDENTITY).font_descriptor(descriptor);
    writer.cid_to_gid_map_predefined(Name(b"Identity"));
    let widths =
        mapper.remapped_gids().map(|glyph| f32::from(fonts.advance(ttf_parser::GlyphId(glyph), *font)) * scale);
    writer.widths().consecutive(0, widths);
    writer.finish();
    let bounds = face.global_bounding_box();
    let box_of = |units: i16| f32::from(units) * scale;
    let capital = face.capital_height().unwrap_or_else(|| face.ascender());
    pdf.font_descriptor(descriptor)
        .name(Name(font.name()))
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(box_of(bounds.x_min), box_of(bounds.y_min), box_of(bounds.x_max), box_of(bounds.y_max)))
        .italic_angle(0.0)
        .ascent(box_of(face.ascender()))
        .descent(box_of(face.descender()))
        .cap_height(box_of(capital))
        .stem_v(match font {
            Font::Plain => 80.0,
            Font::Bold => 140.0,
        })
        .font_file2(file);
    let part = subsetter::subset(font.file(), 0, mapper).map_err(|fault| SheetError(fault.to_string()))?;
    let length = i32::try_from(part.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &part).pair(Name(b"Length1"), length);
    let mut cmap = UnicodeCmap::<u16>::new(Name(b"Trackside-Letters"), IDENTITY);
    for (glyph, letter) in letters {
        cmap.pair(*glyph, *letter);
    }
    pdf.cmap(meaning, &cmap.finish());
    Ok(())
}

fn painted(marks: &[Mark], used: &[Used], fonts: &Fonts) -> Vec<u8> {
    let mut content = Content::new();
    for mark in marks {
        match mark {
            Mark::Text { x, y, font, size, text } => {
                content.begin_text();
                content.set_font(Name(font.resource()), *size);
                content.next_line(*x, HEIGHT - y);
                content.show(Str(&codes(text, *font, used, fonts)));
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

fn codes(text: &str, font: Font, used: &[Used], fonts: &Fonts) -> Vec<u8> {
    let mapper = used.iter().find(|each| each.font == font).map(|each| &each.mapper);
    let code = |letter| mapper.and_then(|mapper| mapper.get(fonts.glyph(letter, font).0)).unwrap_or_default();
    text.chars().flat_map(|letter| code(letter).to_be_bytes()).collect()
}
