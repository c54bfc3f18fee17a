//! What people and programs put around a tag.

use rules::Tag;

use super::refusal::RefusalReason;

/// Reads the tag of a cell: spaces, quotation marks, what a spreadsheet adds to keep a text a text (`'1A4...`, `="1A4..."`)
/// and spaces between its groups are dropped, lower case is raised.
pub(super) fn tag_of(cell: &str) -> Result<Tag, RefusalReason> {
    let mut text = bare(cell);
    if let Some(formula) = text.strip_prefix('=') {
        text = bare(formula);
    }
    if text.is_empty() {
        return Err(RefusalReason::NoTag);
    }
    if is_scientific(text) {
        return Err(RefusalReason::SheetMadeNumberOfIt);
    }
    let why = match Tag::parse(text) {
        Ok(tag) => return Ok(tag),
        Err(why) => why,
    };
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    Tag::parse(&joined).map_err(|_| RefusalReason::NotATag { why: why.to_string() })
}

/// Without what is not to be seen and what only surrounds.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
            || matches!(c, '"' | '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}')
    })
}

/// `1.2E+23`, with a point or a comma: what a spreadsheet shows of a number too long for it.
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['e', 'E']) else { return false };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let signed = power.strip_prefix(['+', '-']);
    let parts = digits.split_once(['.', ',']);
    let number = match parts {
        Some((whole, fraction)) => all_digits(whole) && all_digits(fraction),
        None => all_digits(digits),
    };
    // Without a sign or a point it may be a tag that has an E in it; a tag has 24 characters and this has not.
    number && all_digits(signed.unwrap_or(power)) && (signed.is_some() || parts.is_some() || text.len() < 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_through_what_surrounds_it() {
        for cell in [
            "1A4060300002199000003445",
            "  1a4060300002199000003445\t",
            "\"1A4060300002199000003445\"",
            "'1A4060300002199000003445",
            "=\"1A4060300002199000003445\"",
            "\u{feff}1A4060300002199000003445\u{a0}\u{200b}",
            "1A40 6030 0002 1990 0000 3445",
            "\u{201c}1A4060300002199000003445\u{201d}",
        ] {
            assert_eq!(tag_of(cell).map(|tag| tag.to_string()), Ok("1A4060300002199000003445".into()), "{cell:?}");
        }
    }

    #[test]
    fn a_number_is_told_from_a_tag() {
        for cell in ["1.2E+23", "1.40603E+23", "1,2e+23", "1E+23", "1e23"] {
            assert_eq!(tag_of(cell), Err(RefusalReason::SheetMadeNumberOfIt), "{cell:?}");
        }
        assert!(tag_of("140603000021E99000003445").is_ok(), "an E among the digits of a whole tag is a tag's");
        assert!(matches!(tag_of("1A4"), Err(RefusalReason::NotATag { .. })));
        assert_eq!(tag_of(" \"\" "), Err(RefusalReason::NoTag));
    }
}
