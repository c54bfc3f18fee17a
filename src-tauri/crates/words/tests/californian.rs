//! The English catalogue is California's: the words of its law and of its licensees, spelled as they spell them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use words::Language;

/// What no sentence says, and what it says instead.
const INSTEAD: &[(&str, &str)] = &[
    ("licence", "license"),
    ("licences", "licenses"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mends", "fixes"),
    ("colour", "color"),
    ("colours", "colors"),
    ("cheque", "check"),
    ("behaviour", "behavior"),
    ("favourite", "favorite"),
    ("organisation", "organization"),
    ("recognised", "recognized"),
    ("cancelled", "canceled"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("gramme", "gram"),
    ("grammes", "grams"),
    ("kilogramme", "kilogram"),
    ("whilst", "while"),
    ("amongst", "among"),
    ("fortnight", "two weeks"),
    ("tick", "check"),
    ("ticked", "checked"),
    ("tidied", "cleaned up"),
    ("fetch", "get"),
    ("fetched", "read"),
    ("lorry", "truck"),
    ("postcode", "ZIP code"),
    ("number plate", "license plate"),
    ("take back", "undo"),
    ("all of it", "all"),
    ("put this away", "dismiss"),
];

#[test]
fn no_sentence_is_written_as_elsewhere() {
    let mut found = Vec::new();
    each_line(Language::English, |place, line| {
        let said = line.to_lowercase();
        let parts: Vec<&str> =
            said.split(|letter: char| !letter.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
        for (wrong, right) in INSTEAD {
            let wanted: Vec<&str> = wrong.split(' ').collect();
            if parts.windows(wanted.len()).any(|some| some == wanted) {
                found.push(format!("{place}: “{wrong}”, say “{right}”: {line}"));
            }
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_sentence_bears_a_straight_apostrophe_or_a_date_of_a_machine() {
    let mut found = Vec::new();
    for language in Language::ALL {
        each_line(language, |place, line| {
            let letters: Vec<char> = line.chars().collect();
            let straight = letters.windows(2).any(|two| matches!(two, [before, '\''] if before.is_alphabetic()));
            let digits = |text: &[char]| !text.is_empty() && text.iter().all(char::is_ascii_digit);
            let machine = letters.windows(10).any(|day| {
                digits(&day[..4]) && day[4] == '-' && digits(&day[5..7]) && day[7] == '-' && digits(&day[8..])
            });
            if straight || machine || line.contains("...") {
                found.push(format!("{place}: {line}"));
            }
        });
    }
    assert!(
        found.is_empty(),
        "curly apostrophes, … in one sign, and dates as people write them:\n{}",
        found.join("\n")
    );
}

/// Each line of a catalogue that says something, with its place.
fn each_line(language: Language, mut look: impl FnMut(&str, &str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../words").join(language.tag());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            look(&format!("{}/{file}:{}", language.tag(), at + 1), line);
        }
    }
}
