//! Any file of tags, however it is written: every line is taken or refused, and never more than 200 are taken.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use imports::{Answer, Placing, place, read_tags};
use jiff::civil::date;
use proptest::prelude::*;
use rules::Tag;

use crate::made::{ALL_WAYS, Written, list, package, table, tag, write};

/// A line of a generated file.
#[derive(Debug, Clone)]
enum Line {
    Blank,
    /// A tag of the books (1 to 250), or not in them.
    Tag {
        number: u32,
        lower: bool,
        quoted: bool,
        spaced: bool,
    },
    Nonsense,
    Number,
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        1 => Just(Line::Blank),
        12 => (1u32..300, any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(number, lower, quoted, spaced)| Line::Tag { number, lower, quoted, spaced }),
        1 => Just(Line::Nonsense),
        1 => Just(Line::Number),
    ]
}

#[derive(Debug, Clone)]
struct Form {
    how: Written,
    end: &'static str,
    delimiter: char,
    header: bool,
    four: bool,
    last_end: bool,
    in_draft: u32,
}

fn form() -> impl Strategy<Value = Form> {
    let how = prop::sample::select(&ALL_WAYS[..]);
    let end = prop::sample::select(&["\n", "\r\n", "\r"][..]);
    let delimiter = prop::sample::select(&[',', ';', '\t'][..]);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (how, end, delimiter, flags, 0u32..60).prop_map(|(how, end, delimiter, (header, four, last_end), in_draft)| Form {
        how,
        end,
        delimiter,
        header,
        four,
        last_end,
        in_draft,
    })
}

impl Form {
    fn text(&self, lines: &[Line]) -> String {
        let d = self.delimiter;
        let rest = if self.four { format!("{d}1.5{d}Grams{d}20") } else { String::new() };
        let mut written: Vec<String> = Vec::new();
        if self.header {
            written.push(if self.four { format!("Tag{d}Gross Weight{d}Unit{d}Price") } else { "Package Tag".into() });
        }
        written.extend(lines.iter().map(|line| match line {
            Line::Blank => String::new(),
            Line::Nonsense => format!("café{rest}"),
            Line::Number => format!("1.2E+23{rest}"),
            Line::Tag { number, lower, quoted, spaced } => {
                let mut text = tag(*number).to_string();
                if *lower {
                    text = text.to_lowercase();
                }
                if *quoted {
                    text = format!("\"{text}\"");
                } else if *spaced {
                    text = format!("  {text} ");
                }
                text + &rest
            }
        }));
        let end = if self.last_end { self.end } else { "" };
        written.join(self.end) + end
    }
}

/// What should become of each line that is not blank, by its number in the file.
fn expected(form: &Form, lines: &[Line]) -> Vec<(u64, &'static str)> {
    let mut room = 200 - usize::try_from(form.in_draft).unwrap();
    let mut seen = HashSet::new();
    let mut outcome = Vec::new();
    for (number, line) in (1 + u64::from(form.header)..).zip(lines) {
        outcome.push((
            number,
            match line {
                Line::Blank => continue,
                Line::Nonsense => "not_a_tag",
                Line::Number => "sheet_made_number_of_it",
                Line::Tag { number, .. } if !seen.insert(*number) => "twice_in_file",
                Line::Tag { number, .. } if *number <= form.in_draft => "in_this_draft",
                Line::Tag { number, .. } if *number > 250 => "not_found",
                Line::Tag { .. } if room == 0 => "past_the_limit",
                Line::Tag { .. } => {
                    room -= 1;
                    "good"
                }
            },
        ));
    }
    outcome
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_line_is_taken_or_refused_and_at_most_200_are_taken(
        form in form(),
        lines in prop::collection::vec(line(), 1..420),
    ) {
        let counted = lines.iter().filter(|line| !matches!(line, Line::Blank)).count();
        prop_assume!(counted > 0);
        let table = table(&write(&form.text(&lines), form.how)).unwrap();
        let read = list(read_tags(&table.into(), &Answer::default()).unwrap());
        prop_assert_eq!(read.lines(), counted, "every line that is not blank counts");
        let books: HashMap<Tag, _> = (1..=250).map(|number| (tag(number), package(&tag(number)))).collect();
        let in_draft: HashSet<Tag> = (1..=form.in_draft).map(tag).collect();
        let draft = Placing::new(&in_draft, in_draft.len(), None, date(2026, 11, 23));
        let know = |tags: &[Tag]| Ok::<_, Infallible>(tags.iter().filter_map(|tag| books.get(tag).cloned()).collect());
        let placed = place(read, &draft, know).unwrap();
        prop_assert_eq!(placed.good.len() + placed.refused.len(), counted, "accepted and refused are the lines");
        prop_assert!(placed.good.len() + in_draft.len() <= 200, "at most 200 in all");
        let good = placed.good.iter().map(|line| (line.entry.line, "good"));
        let mut found: Vec<(u64, &str)> =
            good.chain(placed.refused.iter().map(|one| (one.line, one.reason.code()))).collect();
        found.sort_unstable();
        prop_assert_eq!(found, expected(&form, &lines));
    }
}
