//! A whole sheet, read as a viewer would find its objects.

use sheet::{Column, Row, Sheet, pdf};

fn sheet(rows: usize) -> Sheet {
    Sheet {
        title: "Transfer to Golden Poppy".into(),
        subtitle: "A draft, not a manifest.".into(),
        facts: vec![("Destination".into(), "C10-0000123-LIC".into()), ("Invoice".into(), String::new())],
        columns: vec![Column { title: "Item".into(), share: 3 }, Column { title: "Quantity".into(), share: 1 }],
        rows: (0..rows)
            .map(|at| Row {
                tag: format!("1A40603000021990{at:08}"),
                cells: vec!["Blue Dream (3.5 g jar)".into(), "12 ea".into()],
            })
            .collect(),
        closing: Vec::new(),
        foot: "Trackside".into(),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn two_hundred_rows_are_all_there_on_numbered_pages() {
    let file = pdf(&sheet(200));
    let text = text(&file);
    assert!(text.starts_with("%PDF-1.7"));
    assert!(text.trim_end().ends_with("%%EOF"));
    let pages = text.matches("/Type /Page\n").count();
    assert!((10..=14).contains(&pages), "{pages} pages");
    for page in 1..=pages {
        assert!(text.contains(&format!("(Page {page} of {pages})")), "page {page}");
    }
    // A tag is two texts, since its end is stronger.
    for at in 0..200 {
        assert!(text.contains(&format!("({at:06})")), "row {at}");
    }
    assert!(!text.contains("Invoice"), "a fact without a value is left out");
    assert_eq!(text.matches("Blue Dream").count(), 200, "each with its item");
}

/// Writes the file where `TRACKSIDE_SHEET` says, for whoever wants to look at it or hold a scanner against it.
#[test]
fn a_sheet_to_look_at() {
    let file = pdf(&sheet(23));
    if let Some(path) = std::env::var_os("TRACKSIDE_SHEET") {
        std::fs::write(path, &file).unwrap();
    }
    assert!(file.len() > 10_000);
}

#[test]
fn an_empty_draft_has_a_sheet_too() {
    let text = text(&pdf(&sheet(0)));
    assert!(text.contains("(Page 1 of 1)") && !text.contains("(Tag)"));
}

#[test]
fn letters_that_the_fonts_lack_are_confessed() {
    let mut odd = sheet(1);
    odd.facts.push(("Name".into(), "\u{5927}\u{9ebb}".into()));
    assert!(text(&pdf(&odd)).contains("are shown as ?"));
    assert!(!text(&pdf(&sheet(1))).contains("are shown as ?"));
}
