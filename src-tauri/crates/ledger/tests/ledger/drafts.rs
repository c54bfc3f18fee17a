//! Drafts: each change is on the disk, made once, and nothing of a draft is lost.

use jiff::{SignedDuration, Timestamp};
use ledger::{Draft, Ledger, LedgerError, LineTexts, NewDraft, OutboxChange, Work};
use rules::LicenseNumber;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::outbox::intent;
use crate::{noon, open, retailer};

fn later(minutes: i64) -> Timestamp {
    noon().checked_add(SignedDuration::from_mins(minutes)).unwrap()
}

pub fn new(form: &str) -> NewDraft {
    NewDraft { license: retailer(), kind: "transfer".into(), form: form.into(), made_by: "Dana".into() }
}

fn tag(number: u32) -> String {
    format!("1A40603000021990000{number:05}")
}

fn line(number: u32) -> LineTexts {
    LineTexts { tag: tag(number), ..LineTexts::default() }
}

fn once<T: Serialize + DeserializeOwned>(
    ledger: &Ledger,
    request: &str,
    change: impl FnOnce(&Work<'_>) -> Result<T, LedgerError>,
) -> T {
    ledger.remember(request, "draft", noon(), change).unwrap()
}

fn tags(draft: &Draft) -> Vec<String> {
    draft.lines.iter().map(|line| line.texts.tag.clone()).collect()
}

fn numbered(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers.into_iter().map(tag).collect()
}

#[test]
fn a_draft_is_written_through_and_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let id = {
        let ledger = open(&dir);
        let id = once(&ledger, "r1", |work| work.draft_make(&new("{}"), noon()));
        let lines = once(&ledger, "r2", |work| work.draft_lines_add(id, 0, &[line(1), line(2), line(5)], later(1)));
        let lines = lines.unwrap();
        once(&ledger, "r3", |work| work.draft_lines_add(id, 2, &[line(3), line(4)], later(2)));
        once(&ledger, "r4", |work| work.draft_lines_add(id, usize::MAX, &[line(6)], later(3)));
        let typed =
            LineTexts { gross_weight: " 20.50 ".into(), gross_unit: "grams".into(), price: "$1,0".into(), ..line(2) };
        assert!(once(&ledger, "r5", |work| work.draft_line_set(id, lines[1], &typed, later(4))));
        assert!(once(&ledger, "r6", |work| work.draft_form_set(id, r#"{"route":"I-5"}"#, later(5))));
        id
    };
    let draft = open(&dir).draft(id).unwrap().unwrap();
    assert_eq!(tags(&draft), numbered(1..=6), "in the order of the places");
    assert_eq!(draft.lines[1].texts.gross_weight, " 20.50 ", "as typed, to the letter");
    assert_eq!(draft.head.form, r#"{"route":"I-5"}"#);
    assert_eq!((draft.head.lines, draft.head.made_at, draft.head.changed_at), (6, noon(), later(5)));
}

#[test]
fn a_repeated_change_is_made_once() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let make = || once(&ledger, "r1", |work| work.draft_make(&new("{}"), noon()));
    let id = make();
    assert_eq!(make(), id);
    let add = || once(&ledger, "r2", |work| work.draft_lines_add(id, 0, &[line(1), line(2)], noon())).unwrap();
    assert_eq!(add(), add(), "the first answer");
    let set = |request, form: &str| once(&ledger, request, |work| work.draft_form_set(id, form, noon()));
    assert!(set("r3", "1") && set("r4", "12") && set("r3", "1"));
    let draft = ledger.draft(id).unwrap().unwrap();
    assert_eq!((draft.head.form.as_str(), draft.lines.len()), ("12", 2), "an old key press comes too late");
    assert_eq!(ledger.drafts(&retailer()).unwrap().len(), 1);
}

#[test]
fn lines_are_taken_out_and_the_others_keep_their_places() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let id = once(&ledger, "r1", |work| work.draft_make(&new("{}"), noon()));
    let other = once(&ledger, "r2", |work| work.draft_make(&new("{}"), noon()));
    let all: Vec<LineTexts> = (0..200).map(line).collect();
    let ids = once(&ledger, "r3", |work| work.draft_lines_add(id, 0, &all, noon())).unwrap();
    let foreign = once(&ledger, "r4", |work| work.draft_lines_add(other, 0, &[line(7)], noon())).unwrap();
    let some: Vec<i64> = ids.iter().copied().step_by(3).chain(foreign.clone()).collect();
    assert_eq!(once(&ledger, "r5", |work| work.draft_lines_remove(id, &some, noon())), Some(67));
    let left = ledger.draft(id).unwrap().unwrap();
    assert_eq!(tags(&left), numbered((0..200).filter(|n| n % 3 != 0)));
    assert_eq!(ledger.draft(other).unwrap().unwrap().lines.len(), 1, "another draft's line is not this one's");
    once(&ledger, "r6", |work| work.draft_lines_add(id, 1, &[line(900)], noon()));
    assert_eq!(tags(&ledger.draft(id).unwrap().unwrap())[..3], numbered([1, 900, 2]));
    assert!(!once(&ledger, "r7", |work| work.draft_line_set(id, foreign[0], &line(8), noon())));
}

#[test]
fn a_deleted_draft_is_marked_and_never_gone() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let id = once(&ledger, "r1", |work| work.draft_make(&new("form"), noon()));
    let lines = once(&ledger, "r2", |work| work.draft_lines_add(id, 0, &[line(1), line(2)], noon())).unwrap();
    assert!(once(&ledger, "r3", |work| work.draft_delete(id, later(9))));
    assert!(!once(&ledger, "r4", |work| work.draft_delete(id, later(10))), "once");
    let draft = ledger.draft(id).unwrap().unwrap();
    assert_eq!((draft.head.deleted_at, draft.lines.len()), (Some(later(9)), 2));
    assert!(ledger.drafts(&retailer()).unwrap().is_empty());
    assert!(!once(&ledger, "r5", |work| work.draft_form_set(id, "late", noon())));
    assert!(!once(&ledger, "r6", |work| work.draft_line_set(id, lines[0], &line(9), noon())));
    assert_eq!(once(&ledger, "r7", |work| work.draft_lines_add(id, 0, &[line(9)], noon())), None);
    assert_eq!(once(&ledger, "r8", |work| work.draft_lines_remove(id, &lines, noon())), None);
    assert_eq!(ledger.draft(id).unwrap().unwrap(), draft, "nothing changed");
    let db = rusqlite::Connection::open(dir.path().join("ledger.db")).unwrap();
    assert!(db.execute("DELETE FROM draft", []).is_err(), "not even by SQL");
}

#[test]
fn tags_in_other_drafts_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let make = |request: &str, license: LicenseNumber, lines: &[LineTexts]| {
        once(&ledger, request, |work| {
            let id = work.draft_make(&NewDraft { license, ..new("{}") }, noon())?;
            work.draft_lines_add(id, 0, lines, noon())?;
            Ok(id)
        })
    };
    let first = make("r1", retailer(), &[line(1), line(2), line(2), LineTexts::default()]);
    let second = make("r2", retailer(), &[line(2), line(3)]);
    make("r3", LicenseNumber::new("C11-0000009-LIC"), &[line(1)]);
    let gone = make("r4", retailer(), &[line(3)]);
    once(&ledger, "r5", |work| work.draft_delete(gone, noon()));
    let (two, one, three, nine) = (tag(2), tag(1), tag(3), tag(9));
    let asked = [two.as_str(), &one, "", &three, &nine];
    let found = ledger.drafts_with_tags(&retailer(), &asked).unwrap();
    let expected = [(two.clone(), first), (two.clone(), second), (one.clone(), first), (three.clone(), second)];
    assert_eq!(found, expected, "of this license, not deleted, in the order asked, no empty line");
}

#[test]
fn what_was_made_of_a_draft_is_one_commit_with_the_intent() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let id = once(&ledger, "r1", |work| work.draft_make(&new("{}"), noon()));
    let of_draft = |intent| OutboxChange::MadeOfDraft { intent, draft: id };
    ledger.outbox_commit(&[OutboxChange::Queued(intent(1, "s1", 0)), of_draft(1)]).unwrap();
    ledger.outbox_commit(&[OutboxChange::Queued(intent(2, "s2", 0)), of_draft(2)]).unwrap();
    assert!(ledger.outbox_commit(&[OutboxChange::Queued(intent(3, "s3", 0)), of_draft(1)]).is_err());
    assert_eq!(ledger.outbox_intents(&[3]).unwrap(), [], "whole or not at all");
    assert_eq!(ledger.draft_intents(id).unwrap(), [1, 2]);
    assert_eq!(ledger.drafts(&retailer()).unwrap()[0].last_intent, Some(2));
}
