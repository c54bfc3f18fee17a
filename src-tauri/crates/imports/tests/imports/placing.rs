//! A table of every refusal, and what goes in.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use imports::{Placed, Placing, RefusalReason, TagFile, place};
use jiff::civil::{Date, date};
use rules::{LabTestingState, LicenseNumber, Tag, TransferPackage};

use crate::made::{package, tag, tags};

const DAY: Date = date(2026, 11, 23);

struct Draft {
    tags: HashSet<Tag>,
    lines: usize,
    destination: Option<LicenseNumber>,
    books: HashMap<Tag, TransferPackage>,
}

impl Draft {
    /// An empty draft to a retailer; the books hold packages 1 to 300.
    fn new() -> Self {
        let books = (1..=300).map(|number| (tag(number), package(&tag(number)))).collect();
        let destination = Some(LicenseNumber::new("C10-0000123-LIC"));
        Self { tags: HashSet::new(), lines: 0, destination, books }
    }

    fn change(mut self, number: u32, change: impl FnOnce(&mut TransferPackage)) -> Self {
        change(self.books.get_mut(&tag(number)).unwrap());
        self
    }

    fn holds(mut self, number: u32) -> Self {
        self.tags.insert(tag(number));
        self.lines += 1;
        self
    }

    fn place(&self, file: TagFile) -> Placed {
        let draft = Placing::new(&self.tags, self.lines, self.destination.as_ref(), DAY);
        let know = |tags: &[Tag]| {
            let found = tags.iter().filter_map(|tag| self.books.get(tag).cloned());
            Ok::<_, Infallible>(found.collect())
        };
        match place(file, &draft, know) {
            Ok(placed) => placed,
            Err(never) => match never {},
        }
    }

    fn refusals(&self, text: &str) -> Vec<(u64, RefusalReason)> {
        self.place(tags(text)).refused.into_iter().map(|refused| (refused.line, refused.reason)).collect()
    }
}

#[test]
fn every_refusal_has_its_line_and_reason() {
    use RefusalReason as R;
    let two = tag(2);
    let table: [(&str, Draft, String, RefusalReason); 23] = [
        ("not a tag", Draft::new(), "1A406".into(), R::NotATag { why: "a tag has 24 characters; this has 5".into() }),
        ("made a number", Draft::new(), "1.2E+23".into(), R::SheetMadeNumberOfIt),
        ("twice, in lower case", Draft::new(), tag(1).as_str().to_lowercase(), R::TwiceInFile { first_line: 1 }),
        ("in this draft", Draft::new().holds(2), two.to_string(), R::InThisDraft),
        (
            "in another draft",
            Draft::new().change(2, |p| p.drafts = vec!["Tuesday".into()]),
            two.to_string(),
            R::InAnotherDraft { draft: "Tuesday".into() },
        ),
        ("not found", Draft::new(), tag(999).to_string(), R::NotFound),
        (
            "finished",
            Draft::new().change(2, |p| p.finished_on = Some(date(2026, 11, 1))),
            two.to_string(),
            R::Finished { on: Some(date(2026, 11, 1)) },
        ),
        ("finished, no day", Draft::new().change(2, |p| p.finished = true), two.to_string(), R::Finished { on: None }),
        ("on hold", Draft::new().change(2, |p| p.held = true), two.to_string(), R::OnHold),
        (
            "in transit",
            Draft::new().change(2, |p| p.in_transit = Some("0000012345".into())),
            two.to_string(),
            R::InTransit { manifest: "0000012345".into() },
        ),
        ("transferred", Draft::new().change(2, |p| p.transferred = true), two.to_string(), R::Transferred),
        ("nothing left", Draft::new().change(2, |p| p.quantity.amount = 0.into()), two.to_string(), R::NothingLeft),
        (
            "lab state",
            Draft::new().change(2, |p| p.lab_state = LabTestingState::NotSubmitted),
            two.to_string(),
            R::LabStateNotAllowed {
                state: "Not submitted".into(),
                destination: LicenseNumber::new("C10-0000123-LIC"),
                allowed: "Test passed, Retest passed or Not required".into(),
            },
        ),
        ("past the limit", Draft { lines: 199, ..Draft::new() }, two.to_string(), R::PastTheLimit { limit: 200 }),
        ("two columns", Draft::new(), format!("{two},x"), R::WrongColumns { found: 2, expected: 1 }),
        (
            "weight",
            Draft::new(),
            format!("{two},heavy,g,1"),
            R::BadWeight { found: "heavy".into(), why: "it is not a number".into() },
        ),
        (
            "weight zero",
            Draft::new(),
            format!("{two},0,g,1"),
            R::BadWeight { found: "0".into(), why: "it is zero".into() },
        ),
        ("no unit", Draft::new(), format!("{two},5,,1"), R::BadUnit { found: String::new() }),
        ("pieces", Draft::new(), format!("{two},5,Each,1"), R::BadUnit { found: "Each".into() }),
        (
            "price",
            Draft::new(),
            format!("{two},5,g,-1"),
            R::BadPrice { found: "-1".into(), why: "it is below zero".into() },
        ),
        (
            "two tags in a place of a table",
            Draft::new(),
            format!("{two} {},5,g,1", tag(3)),
            R::SeveralTags { found: 2 },
        ),
        ("a tag among words", Draft::new(), format!("{two} (vault),5,g,1"), R::TagAmongWords),
        ("no tag", Draft::new(), format!(",5,g,1\n{two},5,g,1"), R::NoTag),
    ];
    let mut seen: HashSet<&'static str> = HashSet::new();
    for (what, draft, line, reason) in table {
        seen.insert(reason.code());
        let found = draft.refusals(&format!("{}\n{line}\n", tag(1)));
        assert_eq!(found, [(2, reason)], "{what}");
    }
    assert_eq!(seen.len(), 20, "every reason there is");
}

#[test]
fn the_good_ones_go_in_beside_the_refused() {
    let draft = Draft::new().holds(7);
    let placed = draft.place(tags(&format!("Tag\n{}\nnonsense\n{}\n\n{}\n", tag(1), tag(7), tag(2))));
    let good: Vec<(u64, &Tag)> = placed.good.iter().map(|line| (line.entry.line, &line.package.tag)).collect();
    assert_eq!(good, [(2, &tag(1)), (6, &tag(2))]);
    let refused: Vec<(u64, &str)> = placed.refused.iter().map(|one| (one.line, one.reason.code())).collect();
    assert_eq!(refused, [(3, "not_a_tag"), (4, "in_this_draft")], "in the file's order");
}

#[test]
fn what_is_refused_takes_no_place() {
    let mut text = String::new();
    for number in 1..=150 {
        text += &format!("{}\n{}\n", tag(number), tag(number + 1_000));
    }
    let placed = Draft { lines: 100, ..Draft::new() }.place(tags(&text));
    assert_eq!(placed.good.len(), 100);
    let past = placed.refused.iter().filter(|one| one.reason.code() == "past_the_limit").count();
    assert_eq!((past, placed.refused.len()), (50, 200), "unknown ones are named as unknown, also past the limit");
}

#[test]
fn without_a_destination_the_lab_state_is_not_judged_yet() {
    let draft = Draft::new().change(1, |package| package.lab_state = LabTestingState::NotSubmitted);
    let draft = Draft { destination: None, ..draft };
    assert_eq!(draft.place(tags(tag(1).as_str())).good.len(), 1);
}

#[test]
fn what_cannot_be_looked_up_is_not_placed() {
    let none = HashSet::new();
    let result = place(tags(tag(1).as_str()), &Placing::new(&none, 0, None, DAY), |_| Err("the disk is gone"));
    assert_eq!(result, Err("the disk is gone"));
}

#[test]
fn every_code_is_the_one_that_is_written() {
    let refused = Draft::new().place(tags("1A4\n1.2E+23\n")).refused;
    for one in refused {
        let written = serde_json::to_value(&one).unwrap();
        assert_eq!(written["reason"]["code"], one.reason.code());
        assert_eq!(written["sentence"], one.sentence.as_str());
    }
}

#[test]
fn a_long_text_is_shortened() {
    let refused = Draft::new().place(tags(&"é".repeat(500))).refused;
    assert_eq!(refused[0].text.chars().count(), 61);
}
