use jiff::SignedDuration;
use rules::Tag;

use super::*;
use crate::intent::IntentId;
use crate::kinds::{Adjust, Finalize, Finish, Note, TemplateCreate, TemplateDelete, TemplateUpdate, Unfinish};
use crate::template::tests::template;

/// Every state and reason that a person can meet, as they read it.
#[test]
fn every_state_in_a_persons_words() {
    let now = Timestamp::UNIX_EPOCH;
    let at = |state, reason| Progress { state, reason, ..Progress::queued(now) };
    let said = || "No.".to_owned();
    let hold = |cause| {
        let until = now.checked_add(SignedDuration::from_secs(9)).unwrap();
        Some(Hold { until, cause, failures: 1, said: String::new() })
    };
    let failed = Progress { failures: 1, ..at(State::Queued, None) };
    let again = Progress { sent_again: true, ..at(State::Rejected, None) };
    let mut all = vec![
        ("waits", at(State::Queued, None), None),
        ("offline", at(State::Queued, None), hold(HoldCause::Offline)),
        ("something between", at(State::Queued, None), hold(HoldCause::Between)),
        ("state fails", at(State::Queued, None), hold(HoldCause::StateFails)),
        ("asked to wait", at(State::Queued, None), hold(HoldCause::Asked)),
        ("keys", at(State::Queued, None), hold(HoldCause::Keys)),
        ("after a failure", failed, None),
        ("blocked", at(State::Blocked, Some(Reason::WaitsFor { intent: IntentId(1) })), None),
        ("sending", at(State::Sending, None), None),
        ("accepted", at(State::Accepted, None), None),
        ("answer lost", at(State::Unknown, Some(Reason::AnswerLost { how: said() })), None),
        ("answered by another", at(State::Unknown, Some(Reason::Foreign { how: said() })), None),
        ("app ended", at(State::Unknown, Some(Reason::AppEnded)), None),
        ("older copy", at(State::Unknown, Some(Reason::OlderCopy)), None),
        ("other row refused", at(State::Unknown, Some(Reason::OtherRowRefused)), None),
        ("confirmed", at(State::Confirmed, None), None),
        ("already so", at(State::Confirmed, Some(Reason::AlreadySo)), None),
        ("person says so", at(State::Confirmed, Some(Reason::PersonSaysRecorded)), None),
        ("refused", at(State::Rejected, Some(Reason::StateSaid { said: said() })), None),
        ("refused after sending again", again, None),
        ("may not read", at(State::Rejected, Some(Reason::MayNotRead { said: said() })), None),
    ];
    all.extend([
        ("cannot tell", at(State::NeedsPerson, Some(Reason::CannotTell { facts: Vec::new() })), None),
        ("not shown", at(State::NeedsPerson, Some(Reason::NotShown { facts: Vec::new() })), None),
        ("cannot read", at(State::NeedsPerson, Some(Reason::MayNotRead { said: said() })), None),
        ("keeps failing", at(State::NeedsPerson, Some(Reason::KeepsFailing { last: said() })), None),
        ("the state moved", at(State::NeedsPerson, Some(Reason::Moved { facts: Vec::new() })), None),
        ("withdrawn", at(State::Withdrawn, None), None),
        ("superseded", at(State::Superseded, None), None),
    ]);
    let mut text = String::new();
    for (name, progress, hold) in all {
        let Told { happened, safe, now } = told(&progress, hold.as_ref(), now);
        text.push_str(&format!("[{name}]\n{happened}\n{safe}\n{now}\n\n"));
    }
    let golden = include_str!("golden.txt");
    assert_eq!(text, golden, "a person reads other words than before; if that is meant, change words/golden.txt");
}

#[test]
fn every_write_in_one_line() {
    let tag = Tag::from_state("1A4060300002199000003445");
    let date = "2026-11-22".parse().unwrap();
    let adjust = |by: &str| {
        Write::Adjust(Adjust {
            tag: tag.clone(),
            by: by.parse().unwrap(),
            unit: "Grams".into(),
            reason: "Drying".into(),
            note: None,
            date,
        })
    };
    let note = |note: &str| Write::Note(Note { tag: tag.clone(), note: note.into() });
    let lines = [
        (Write::Finish(Finish { tag: tag.clone(), date }), "Finish package 1A4060300002199000003445, on Nov 22, 2026"),
        (Write::Unfinish(Unfinish { tag: tag.clone() }), "Unfinish package 1A4060300002199000003445"),
        (adjust("-2.50"), "Take 2.5 Grams from package 1A4060300002199000003445 (Drying)"),
        (adjust("1"), "Add 1 Grams to package 1A4060300002199000003445 (Drying)"),
        (note(" "), "Remove the note from package 1A4060300002199000003445"),
        (note("kept cool"), "Set the note of package 1A4060300002199000003445 to \u{201c}kept cool\u{201d}"),
        (Write::Finalize(Finalize { receipt: 7 }), "Make receipt 7 final"),
        (
            Write::TemplateCreate(TemplateCreate { draft: 3, template: Box::new(template()) }),
            "Make template \u{201c}Tomorrow, south\u{201d} for C10-0000001-LIC, 12 packages",
        ),
        (
            Write::TemplateUpdate(TemplateUpdate {
                draft: None,
                id: 7,
                delivery: None,
                template: Box::new(template()),
            }),
            "Replace template 7 with \u{201c}Tomorrow, south\u{201d} for C10-0000001-LIC, 12 packages",
        ),
        (
            Write::TemplateDelete(TemplateDelete { draft: None, id: 7, name: "Tomorrow".into() }),
            "Delete template 7, \u{201c}Tomorrow\u{201d}",
        ),
    ];
    for (write, line) in lines {
        assert_eq!(sentence(&write), line);
    }
}
