//! Days as imports have them.

use jiff::civil::Date;

/// Reads a day as the state's own files write it, `2015-12-15` or `12/15/2019 00:00:00`, and as people type it after
/// them. The month stands first, as everywhere in the state's system; a time of day behind it is passed over.
pub(super) fn read_day(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    let (day, time) = cell.split_once([' ', 'T']).unwrap_or((cell, ""));
    let is_time =
        |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z' | ' ' | 'A' | 'P' | 'M' | 'a' | 'p' | 'm');
    if !time.chars().all(is_time) {
        return None;
    }
    match day.split('/').collect::<Vec<_>>().as_slice() {
        [month, day, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        }
        [_] => day.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_states_files_are_days() {
        let read = |cell| read_day(cell).map(|day| day.to_string());
        for (cell, day) in [
            ("2015-12-15", "2015-12-15"),
            ("12/15/2019 00:00:00", "2019-12-15"),
            (" 1/5/2026 ", "2026-01-05"),
            ("2020-01-15T12:25:43Z", "2020-01-15"),
            ("1/5/2026 1:04 PM", "2026-01-05"),
        ] {
            assert_eq!(read(cell).as_deref(), Some(day), "{cell}");
        }
        for cell in ["", "13/32/2026", "15/12/2019", "1/5/26", "45291", "2026-02-30", "yesterday", "2026-01-15 later"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
