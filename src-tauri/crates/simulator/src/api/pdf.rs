//! A plain PDF page of text lines, enough for a manifest.

use std::fmt::Write as _;

/// One page with these lines in Courier. Signs outside ASCII become question marks.
pub fn one_page(lines: &[String]) -> Vec<u8> {
    let mut content = String::from("BT /F1 9 Tf 12 TL 40 760 Td\n");
    for line in lines {
        let safe: String = line
            .chars()
            .flat_map(|sign| match sign {
                '(' | ')' | '\\' => vec!['\\', sign],
                ' '..='~' => vec![sign],
                _ => vec!['?'],
            })
            .collect();
        // Writing to a String cannot fail.
        let _ = writeln!(content, "({safe}) Tj T*");
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut document = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        offsets.push(document.len());
        let _ = write!(document, "{number} 0 obj\n{object}\nendobj\n");
    }
    let table = document.len();
    let _ = write!(document, "xref\n0 {}\n0000000000 65535 f \n", objects.len().saturating_add(1));
    for offset in offsets {
        let _ = writeln!(document, "{offset:010} 00000 n ");
    }
    let _ = write!(
        document,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len().saturating_add(1)
    );
    document.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_and_ends_as_a_pdf_does() {
        let page = String::from_utf8(one_page(&["Manifest (1)".into(), "José".into()])).unwrap();
        assert!(page.starts_with("%PDF-1.4") && page.ends_with("%%EOF\n"));
        assert!(page.contains(r"(Manifest \(1\)) Tj") && page.contains("(Jos?) Tj"));
        let table: usize = page.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(page.get(table..).unwrap().starts_with("xref"));
    }
}
