//! Texts that a person types: taken to the letter or refused with what is wrong and where. Nothing is cut.

use words::{Words, say};

use crate::contract::DeskError;

/// What a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    /// Characters at most.
    pub most: usize,
    /// Whether it may have several lines, and tabs in them.
    pub lines: bool,
}

impl Limit {
    /// A text of one line.
    pub const fn line(most: usize) -> Self {
        Self { most, lines: false }
    }

    /// A text of several lines.
    pub const fn lines(most: usize) -> Self {
        Self { most, lines: true }
    }
}

/// Refuses a text that is too long or holds a character that no field can show. `field` is the field's name as it
/// begins a sentence, for example `The planned route`.
///
/// # Errors
/// `BadRequest`, with the field, the length and the limit, or with the place of the character, counted from 1.
pub(crate) fn usable(text: &str, field: &Words, limit: Limit) -> Result<(), DeskError> {
    let allowed = |c: char| limit.lines && matches!(c, '\n' | '\t' | '\r');
    if let Some((before, c)) = text.chars().enumerate().find(|(_, c)| c.is_control() && !allowed(*c)) {
        let (place, code) = (before + 1, format!("U+{:04X}", u32::from(c)));
        return Err(DeskError::bad_request(
            say::desk_text_unshowable(code, field, place),
            say::desk_text_unshowable_next(),
        ));
    }
    let (found, most) = (text.chars().count(), limit.most);
    if found > most {
        return Err(DeskError::bad_request(
            say::desk_text_too_long(field, found, most),
            say::desk_text_too_long_next(),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_taken_and_what_does_not_is_told_with_its_measure() {
        let name = Limit::line(5);
        assert_eq!(
            usable("\u{1f333}\u{1f333}\u{1f333}\u{1f333}\u{1f333}", &say::check_field_name(), name),
            Ok(()),
            "characters, not bytes"
        );
        let long = usable("123456", &say::check_field_name(), name).unwrap_err();
        assert_eq!(long.message, "The name of this draft has 6 characters; at most 5 fit. It was not saved.");
    }

    #[test]
    fn a_character_that_nobody_sees_is_told_with_its_place() {
        let said = |text: &str, limit| usable(text, &say::check_field_note(), limit).map_err(|refused| refused.message);
        let told = |code: &str, place: usize| {
            Err(format!(
                "The note holds a character that cannot be shown ({code}), at place {place}. It was not saved."
            ))
        };
        assert_eq!(said("ab\0c", Limit::lines(9)), told("U+0000", 3));
        assert_eq!(said("a\u{7f}", Limit::line(9)), told("U+007F", 2));
        assert_eq!(said("a\nb", Limit::line(9)), told("U+000A", 2));
        assert_eq!(said("a\r\n\tb", Limit::lines(9)), Ok(()));
    }
}
