//! What people and programs put around a tag, into it and between two of them.

use std::borrow::Cow;

use rules::Tag;

use super::refusal::RefusalReason;

/// Reads the tag of a cell: spaces, quotation marks, characters that nobody sees, what a spreadsheet adds to keep a text a
/// text (`'1A4...`, `="1A4..."`) and spaces between its groups are dropped, lower case is raised.
pub(super) fn tag_of(cell: &str) -> Result<Tag, RefusalReason> {
    let seen = seen(cell);
    let mut text = bare(&seen);
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
    // Groups are joined only where what they make looks like a tag: words can have 24 letters too.
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match Tag::parse(&joined) {
        Ok(tag) if is_likely(&tag) => Ok(tag),
        Err(joined) if is_damaged(text) => Err(RefusalReason::NotATag { why: joined.to_string() }),
        Ok(_) | Err(_) => Err(RefusalReason::NotATag { why: why.to_string() }),
    }
}

/// Takes a text apart that may hold several tags, separated by spaces, commas, semicolons, line breaks and the like: its
/// tags, and what is none. A tag in groups is one tag.
pub(super) fn pieces(cell: &str) -> Vec<Result<Tag, String>> {
    let seen = seen(cell);
    // A number that was a tag has a point or a comma in it.
    if is_scientific(bare(&seen)) {
        return vec![Err(bare(&seen).to_owned())];
    }
    let parts = seen.split([',', ';', '\t', '\n', '\r', '|', '/']);
    let mut found = Vec::new();
    for part in parts.filter(|part| !bare(part).is_empty()) {
        match tag_of(part) {
            Ok(tag) => found.push(Ok(tag)),
            Err(_) => take_apart(part, &mut found),
        }
    }
    found
}

/// A text without hard separators: each word is a tag, part of one, or neither.
fn take_apart(text: &str, found: &mut Vec<Result<Tag, String>>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(after) = words.get(at..).filter(|after| !after.is_empty()) {
        let Some((tag, many)) = leading_tag(after) else {
            rest.extend(after.first());
            at += 1;
            continue;
        };
        if !rest.is_empty() {
            found.push(Err(rest.join(" ")));
            rest.clear();
        }
        found.push(Ok(tag));
        at += many;
    }
    if !rest.is_empty() {
        found.push(Err(rest.join(" ")));
    }
}

/// The tag that the first words make, and how many of them it takes.
fn leading_tag(words: &[&str]) -> Option<(Tag, usize)> {
    let mut joined = String::new();
    for (many, word) in (1..).zip(words) {
        joined.push_str(bare(word));
        if joined.len() >= 24 {
            let tag = Tag::parse(&joined).ok()?;
            return (many == 1 || is_likely(&tag)).then_some((tag, many));
        }
    }
    None
}

/// Whether a text of 24 letters and digits is a tag to anybody's eye: a tag ends in its running number.
pub(super) fn is_likely(tag: &Tag) -> bool {
    tag.as_str().bytes().rev().take(6).all(|byte| byte.is_ascii_digit())
}

/// Whether a text was meant to be a tag: about as long as one, of letters and digits, most of them digits.
pub(super) fn is_damaged(text: &str) -> bool {
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = joined.bytes().filter(u8::is_ascii_digit).count();
    (18..=30).contains(&joined.len()) && digits * 2 > joined.len() && joined.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Without the characters that nobody sees; a space that does not break is a space.
pub(super) fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| is_invisible(c) || c == '\u{a0}') {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(shown.map(|c| if c == '\u{a0}' { ' ' } else { c }).collect())
}

/// Marks of byte order and direction, joiners, spaces without width, hyphens that show only at a line's end.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{feff}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// Without what is not to be seen and what only surrounds.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || is_invisible(c)
            || matches!(c, '"' | '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}')
    })
}

/// `1.2E+23`, with a point or a comma: what a spreadsheet shows of a number too long for it.
pub(super) fn is_scientific(text: &str) -> bool {
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
            // Inside of it: no width, no break, a hyphen for the line's end, a mark of direction, one of byte order.
            "1A40603\u{200b}0000\u{ad}2199\u{2060}0000\u{200e}03\u{feff}445",
            "1A40603\u{a0}00002199\u{a0}000003445",
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

    #[test]
    fn words_of_24_letters_are_no_tag() {
        assert!(tag_of("Blue Dream Flower Pack In").is_err(), "21 letters");
        assert!(tag_of("Blue Dreams Flower Package One").is_err());
        assert!(matches!(tag_of("Poppy PreRoll Singles Box AB"), Err(RefusalReason::NotATag { .. })), "24 letters");
    }

    #[test]
    fn several_tags_are_taken_apart_and_groups_are_not() {
        let (one, two) = ("1A4FF030000051DE00012296", "1A4FF030000051DE00012297");
        for text in [
            format!("{one} {two}"),
            format!("{one},{two}"),
            format!("{one}; {two}"),
            format!("{one}\n{two}"),
            format!("{one} / {two}"),
            "1A4FF03 0000051D E00012296 1A4FF03 0000051D E00012297".to_owned(),
            "1A4FF03 0000051D E00012296, 1A4FF03 0000051D E00012297".to_owned(),
        ] {
            let found: Vec<String> = pieces(&text).into_iter().map(|piece| piece.unwrap().to_string()).collect();
            assert_eq!(found, [one, two], "{text:?}");
        }
        let mixed = pieces(&format!("see {one} of Vault A {two}"));
        let words: Vec<Result<String, String>> =
            mixed.into_iter().map(|piece| piece.map(|tag| tag.to_string())).collect();
        let (see, of) = (Err("see".to_owned()), Err("of Vault A".to_owned()));
        assert_eq!(words, [see, Ok(one.to_owned()), of, Ok(two.to_owned())], "nothing is lost");
    }
}
