//! Tags as Code 128, in the shortest form: letters in set B, the digits at the end in pairs in set C.

use barcoders::sym::code128::Code128;

/// Set B, as `barcoders` writes it.
const SET_B: char = '\u{0181}';
/// Set C, as `barcoders` writes it.
const SET_C: char = '\u{0106}';
/// The fewest digits that are worth a change of set.
const WORTH_A_CHANGE: usize = 4;

/// The barcode of a text as modules from left to right, true for a bar, without the quiet zones; none for a text that
/// holds anything but ASCII letters and digits, or nothing.
pub fn modules(text: &str) -> Option<Vec<bool>> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let paired = if digits >= WORTH_A_CHANGE { digits - digits % 2 } else { 0 };
    let (head, tail) = text.split_at_checked(text.len() - paired)?;
    let mut spelt = String::new();
    if !head.is_empty() {
        spelt.push(SET_B);
        spelt.push_str(head);
    }
    if !tail.is_empty() {
        spelt.push(SET_C);
        spelt.push_str(tail);
    }
    let code = Code128::new(spelt).ok()?;
    Some(code.encode().into_iter().map(|module| module == 1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths of bars and spaces, from ISO/IEC 15417, of the symbols that these tests meet.
    const WIDTHS: [(u32, &str); 12] = [
        (0, "212222"),
        (17, "123221"),
        (33, "111323"),
        (12, "112232"),
        (34, "131123"),
        (56, "331121"),
        (78, "241211"),
        (99, "113141"),
        (104, "211214"),
        (105, "211232"),
        (106, "2331112"),
        (3, "121223"),
    ];

    fn widths(modules: &[bool]) -> String {
        modules.chunk_by(|a, b| a == b).map(|run| run.len().to_string()).collect()
    }

    fn drawn(values: &[u32]) -> String {
        let checksum =
            values.iter().enumerate().map(|(at, value)| value * u32::try_from(at.max(1)).unwrap()).sum::<u32>();
        let all = values.iter().copied().chain([checksum % 103, 106]);
        let width = |value| WIDTHS.iter().find(|(known, _)| *known == value).map(|(_, widths)| *widths);
        all.map(|value| width(value).unwrap_or_else(|| panic!("no widths for {value}"))).collect()
    }

    #[test]
    fn digits_go_in_pairs() {
        let bars = widths(&modules("123400").unwrap());
        let known = drawn_without_checksum(&[105, 12, 34, 0]);
        assert!(bars.starts_with(&known), "{bars} begins with {known}");
        assert!(bars.ends_with("2331112"), "the stop pattern closes it");
        assert_eq!(modules("123400").unwrap().len(), 11 * 5 + 13);
    }

    fn drawn_without_checksum(values: &[u32]) -> String {
        let width = |value| WIDTHS.iter().find(|(known, _)| *known == value).map(|(_, widths)| *widths);
        values.iter().map(|value| width(*value).unwrap()).collect()
    }

    #[test]
    fn a_letter_is_spelt_in_set_b_and_the_digits_after_it_in_set_c() {
        // Start B, A (33), to C (99), 12, 34: 104 + 33 + 2 * 99 + 3 * 12 + 4 * 34 = 507, and 507 % 103 = 95.
        let bars = widths(&modules("A1234").unwrap());
        assert!(bars.starts_with(&drawn_without_checksum(&[104, 33, 99, 12, 34])), "{bars}");
        // Start B, 1 (17), A (33): too few digits for a change. 104 + 17 + 66 = 187, 187 % 103 = 84.
        let bars = widths(&modules("1A").unwrap());
        assert!(bars.starts_with(&drawn_without_checksum(&[104, 17, 33])), "{bars}");
        // Start B and A: 104 + 33 = 137, 137 % 103 = 34, which the table knows.
        assert_eq!(widths(&modules("A").unwrap()), drawn(&[104, 33]));
    }

    #[test]
    fn a_tag_fits_a_label() {
        // Start, two letters, change, eleven pairs, checksum, stop.
        assert_eq!(modules("1A4060300002199000003445").unwrap().len(), 11 * 16 + 13);
    }

    #[test]
    fn what_is_no_tag_has_no_barcode() {
        for text in ["", "1A 4", "tág", "a\nb", "\u{0181}1"] {
            assert_eq!(modules(text), None, "{text:?}");
        }
    }
}
