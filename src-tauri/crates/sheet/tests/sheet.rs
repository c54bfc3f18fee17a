//! A whole sheet, looked at as a picture: drawn as a viewer draws it, each barcode read as a scanner reads it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use rxing::DecodeHints;
use rxing::common::BitArray;
use rxing::oned::{Code128Reader, OneDReader};
use sheet::{Column, Row, Sheet, pdf};

/// A page in grey, row by row; 0 is black.
struct Picture {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

/// Dots for each point: 216 to the inch, less than an office printer's 300.
const SCALE: f32 = 3.0;

/// Draws every page. No font is there but what the file brings along.
fn pictures(file: Vec<u8>) -> Vec<Picture> {
    let pdf = Pdf::new(file).unwrap();
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    let wanted = PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE };
    let mut pictures = Vec::new();
    for page in pdf.pages().iter() {
        let drawn = render(page, &cache, &settings, &RenderSettings::default(), &wanted);
        let grey = drawn.data().iter().map(|dot| dot.g).collect();
        pictures.push(Picture { width: usize::from(drawn.width()), height: usize::from(drawn.height()), grey });
    }
    pictures
}

impl Picture {
    fn row(&self, y: usize) -> &[u8] {
        &self.grey[y * self.width..(y + 1) * self.width]
    }

    /// What a scanner reads that is drawn down the page: one line of light at a time, from edge to edge, knowing nothing
    /// of where a barcode should be. Each text with how many lines read it, in the order of the page.
    fn read(&self) -> Vec<(String, usize)> {
        let mut found: Vec<(String, usize)> = Vec::new();
        for y in 0..self.height {
            let mut line = BitArray::with_size(self.width);
            for (x, grey) in self.row(y).iter().enumerate() {
                if *grey < 128 {
                    line.set(x);
                }
            }
            let Ok(read) = Code128Reader.decode_row(0, &line, &DecodeHints::default()) else { continue };
            match found.last_mut() {
                Some((text, lines)) if text == read.getText() => *lines += 1,
                _ => found.push((read.getText().to_owned(), 1)),
            }
        }
        found
    }
}

/// Tags as the state makes them: `1A4`, then hexadecimal. Letters in the middle make the widest barcodes.
fn tags(count: usize) -> Vec<String> {
    let heads = ["1A4060300002199", "1A4FF03000051DE", "1A4ABCDEF4F52C1", "1A4FFFFFFFFFFFF"];
    (0..count).map(|at| format!("{}{:09}", heads[at % heads.len()], 12_296 + at * 7_919)).collect()
}

fn sheet(tags: &[String]) -> Sheet {
    let column = |title: &str, share| Column { title: title.into(), share };
    let cells =
        ["Blue Dream Wholesale Prerolls Infused (3.5 g jar), Flower", "1,250 g", "Passed", "1,300 g", "$ 1,200.50"];
    Sheet {
        title: "Transfer to Golden Poppy".into(),
        subtitle: "A draft, not a manifest.".into(),
        facts: vec![
            ("Destination".into(), "Golden Poppy (C10-0000123-LIC)".into()),
            ("Driver".into(), "Zbigniew Wa\u{142}\u{119}sa-\u{141}o\u{15b}".into()),
            ("Second driver".into(), "Nguy\u{1ec5}n Th\u{1ecb} \u{110}\u{1ee9}c".into()),
            ("Third driver".into(), "\u{418}\u{432}\u{430}\u{43d} \u{424}\u{440}\u{430}\u{43d}\u{43a}\u{43e}".into()),
        ],
        columns: vec![
            column("Item", 5),
            column("Quantity", 2),
            column("Lab testing", 2),
            column("Gross weight", 2),
            column("Price", 2),
        ],
        rows: tags.iter().map(|tag| Row { tag: tag.clone(), cells: cells.map(str::to_owned).into() }).collect(),
        closing: Vec::new(),
        foot: "Trackside".into(),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Also writes the pages where the folder `TRACKSIDE_SHEET` is, as PDF and as pictures, for whoever wants to look at them
/// or hold a scanner against them.
#[test]
fn every_barcode_is_read_back_from_the_picture() {
    let tags = tags(45);
    let file = pdf(&sheet(&tags)).unwrap();
    let pictures = pictures(file.clone());
    if let Some(folder) = std::env::var_os("TRACKSIDE_SHEET") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::write(folder.join("sheet.pdf"), &file).unwrap();
        for (at, picture) in pictures.iter().enumerate() {
            let head = format!("P5 {} {} 255\n", picture.width, picture.height);
            let bytes = [head.as_bytes(), &picture.grey].concat();
            std::fs::write(folder.join(format!("page-{}.pgm", at + 1)), bytes).unwrap();
        }
    }
    assert!(pictures.len() > 1, "more than a page");
    let read: Vec<(String, usize)> = pictures.iter().flat_map(Picture::read).collect();
    let texts: Vec<&str> = read.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, tags, "each once, in order, and nothing else");
    for (tag, lines) in &read {
        // The bars are 17 points high.
        assert!(*lines >= 40, "{tag}: {lines} of the lines of dots through its bars are read");
    }
}

#[test]
fn letters_of_names_are_in_the_file_and_mean_what_they_are() {
    let text = text(&pdf(&sheet(&tags(1))).unwrap());
    for letter in ['\u{142}', '\u{119}', '\u{15b}', '\u{1ec5}', '\u{1ecb}', '\u{1ee9}', '\u{418}', '\u{424}'] {
        assert!(text.contains(&format!("<{:04X}>", u32::from(letter))), "{letter} can be searched and copied");
    }
    assert!(text.contains("DejaVuSansCondensed-Bold") && text.contains("/FontFile2"), "the font comes along");
}

#[test]
fn no_font_is_needed_that_the_file_does_not_bring() {
    let text = text(&pdf(&sheet(&tags(1))).unwrap());
    assert_eq!(text.matches("/Subtype /Type0").count(), 2);
    assert!(!text.contains("/Subtype /Type1"), "no viewer has to have one");
}

#[test]
fn a_picture_of_a_name_is_not_a_row_of_boxes() {
    let of = |driver: &str| {
        let facts = vec![("Driver".into(), driver.into())];
        let ink: usize = pictures(pdf(&Sheet { facts, ..Sheet::default() }).unwrap())
            .iter()
            .flat_map(|page| page.grey.iter())
            .filter(|grey| **grey < 128)
            .count();
        ink
    };
    // Letters that differ by their marks alone are drawn with them.
    assert!(of("S\u{1eaf}t Ph\u{1eb7}m") > of("Sat Pham"));
    assert!(of("\u{141}ukasz") > of("Lukasz"));
}

#[test]
fn what_cannot_be_printed_is_said_with_its_place_and_never_a_question_mark() {
    let mut odd = sheet(&tags(2));
    let mark = "<003F>";
    assert!(!text(&pdf(&odd).unwrap()).contains(mark));
    odd.facts.push(("Name".into(), "\u{5927}\u{9ebb}".into()));
    odd.rows[1].cells[0] = "\u{1f33f} Kush".into();
    let file = text(&pdf(&odd).unwrap());
    assert!(!file.contains(mark), "no question mark is among the letters used");
    assert!(file.contains("<25A1>"), "a box is");
}

#[test]
fn an_empty_draft_has_a_sheet_too() {
    let file = pdf(&sheet(&[])).unwrap();
    assert_eq!(pictures(file).len(), 1);
}
