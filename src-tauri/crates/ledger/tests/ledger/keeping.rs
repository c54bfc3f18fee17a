//! What is kept, and that a repeated command is carried out once.

use std::cell::Cell;

use jiff::{SignedDuration, Timestamp};
use ledger::{Ledger, LedgerError, OutboxChange, StoredAccount};
use rules::LicenseNumber;
use serde_json::json;

use crate::outbox::intent;
use crate::{layout, noon, open, retailer};

#[test]
fn a_repeated_command_gets_its_first_answer() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let calls = Cell::new(0);
    let connect = || {
        ledger.remember("r-1", "account_connect", noon(), |work| {
            calls.set(calls.get() + 1);
            work.account_put(&StoredAccount { id: "a".to_owned(), body: json!({"state": "CA"}) }, noon())?;
            Ok::<_, LedgerError>(calls.get())
        })
    };
    assert_eq!((connect().unwrap(), connect().unwrap(), calls.get()), (1, 1, 1));
    assert_eq!(ledger.accounts().unwrap().len(), 1);
    assert_eq!(ledger.answer_of("r-1").unwrap(), Some(("account_connect".to_owned(), json!(1))));
    ledger.keep_answer("r-1", "account_connect", &json!(2), noon()).unwrap();
    assert_eq!(ledger.answer_of("r-1").unwrap().unwrap().1, json!(1), "the first answer stays");
    let other = ledger.remember("r-1", "layout_put", noon(), |_| Ok::<_, LedgerError>(()));
    assert!(matches!(other, Err(LedgerError::RequestReused { .. })), "{other:?}");
}

#[test]
fn what_fails_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let failed = ledger.remember("r-1", "account_connect", noon(), |work| {
        work.account_put(&StoredAccount { id: "a".to_owned(), body: json!({}) }, noon())?;
        Err::<(), _>(LedgerError::DiskFull)
    });
    assert!(failed.is_err());
    assert!(ledger.accounts().unwrap().is_empty() && ledger.answer_of("r-1").unwrap().is_none());
}

#[test]
fn accounts_keep_their_order_and_survive_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let account =
        |id: &str, licenses: &[&str]| StoredAccount { id: id.to_owned(), body: json!({"licenses": licenses}) };
    {
        let ledger = open(&dir);
        for id in ["first", "second", "third"] {
            ledger.account_put(&account(id, &[]), noon()).unwrap();
        }
        ledger.account_put(&account("first", &["C10-0000001-LIC"]), noon()).unwrap();
        assert!(ledger.account_remove("second").unwrap());
        assert!(!ledger.account_remove("second").unwrap(), "it is gone");
    }
    let ledger = open(&dir);
    assert_eq!(ledger.accounts().unwrap(), [account("first", &["C10-0000001-LIC"]), account("third", &[])]);
}

#[test]
fn accounts_change_together_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let account = |id: &str, licenses: &[&str]| StoredAccount { id: id.to_owned(), body: json!(licenses) };
    ledger.account_put(&account("old", &["A", "B"]), noon()).unwrap();
    ledger.account_put(&account("empty", &["C"]), noon()).unwrap();
    let put = [account("new", &["B", "C"]), account("old", &["A"])];
    ledger.accounts_change(&put, &["empty".to_owned()], noon()).unwrap();
    assert_eq!(ledger.accounts().unwrap(), [account("old", &["A"]), account("new", &["B", "C"])]);
}

#[test]
fn a_layout_is_remembered_for_its_grid_and_license_until_it_is_emptied() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    ledger.layout_put("packages.active", &retailer(), "wide").unwrap();
    ledger.layout_put("packages.active", &retailer(), "narrow").unwrap();
    assert_eq!(layout(&ledger).as_deref(), Some("narrow"));
    assert_eq!(ledger.layout_get("packages.inactive", &retailer()).unwrap(), (None, None));
    ledger.layout_put("packages.active", &retailer(), "").unwrap();
    assert_eq!(layout(&ledger), None);
}

#[test]
fn a_layout_put_everywhere_takes_the_place_of_every_one_of_its_kind() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let other = LicenseNumber::new("C11-0000002-LIC");
    ledger.layout_put("packages.active", &retailer(), "narrow").unwrap();
    ledger.layout_put("packages.inactive", &other, "wide").unwrap();
    ledger.layout_put("packages_of_another_kind", &other, "stays").unwrap();
    let before = ledger.layout_put_everywhere("packages.active", "mine").unwrap();
    let mine = || (None, Some("mine".to_owned()));
    for (grid, license) in [("packages.active", &retailer()), ("packages.inactive", &other), ("packages.new", &other)] {
        assert_eq!(ledger.layout_get(grid, license).unwrap(), mine(), "{grid}");
    }
    assert_eq!(ledger.layout_get("packages_of_another_kind", &other).unwrap().0.as_deref(), Some("stays"));
    ledger.layout_put("packages.active", &retailer(), "own").unwrap();
    assert_eq!(ledger.layout_get("packages.active", &retailer()).unwrap().0.as_deref(), Some("own"), "again its own");
    let mines = ledger.layout_put_everywhere("packages.on_hold", "").unwrap();
    assert_eq!(ledger.layout_get("packages.active", &retailer()).unwrap(), (None, None));

    // What was given is put again, the last first.
    for kept in mines.into_iter().chain(before) {
        ledger.layout_put(&kept.grid, &kept.license, &kept.layout).unwrap();
    }
    let own = |layout: &str| (Some(layout.to_owned()), None);
    assert_eq!(ledger.layout_get("packages.active", &retailer()).unwrap(), own("narrow"));
    assert_eq!(ledger.layout_get("packages.inactive", &other).unwrap(), own("wide"));
    assert_eq!(ledger.layout_get("packages.new", &other).unwrap(), (None, None));
}

fn days(days: i64) -> Timestamp {
    noon() + SignedDuration::from_hours(24 * days)
}

fn answered(ledger: &Ledger, requests: impl IntoIterator<Item = String>) -> usize {
    requests.into_iter().filter(|id| ledger.answer_of(id).unwrap().is_some()).count()
}

#[test]
fn answers_of_earlier_starts_go_after_thirty_days_a_few_with_each_that_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let keep = |ledger: &Ledger, id: &str, at| ledger.keep_answer(id, "draft_line_set", &json!(1), at).unwrap();
    let old = || (0..100).map(|n| format!("old-{n}"));
    {
        let ledger = open(&dir);
        old().for_each(|id| keep(&ledger, &id, noon()));
        keep(&ledger, "lately", days(2));
        // Of a clock that was set wrong, and of one that was put right: neither is in the way of the others.
        keep(&ledger, "wrong", days(10_000));
        keep(&ledger, "right", days(2));
    }
    let ledger = open(&dir);
    keep(&ledger, "too early", days(30));
    assert_eq!(answered(&ledger, old()), 100, "thirty days are not over");
    keep(&ledger, "first", days(31));
    let left = answered(&ledger, old());
    assert!((50..100).contains(&left), "a few at a time: {left}");
    for n in 0..20 {
        keep(&ledger, &format!("new-{n}"), days(31));
    }
    assert_eq!(answered(&ledger, old()), 0);
    let others = ["lately", "wrong", "right", "too early", "first", "new-0", "new-19"];
    assert_eq!(answered(&ledger, others.map(str::to_owned)), others.len(), "and nothing else");
}

#[test]
fn an_answer_of_this_start_stays_however_long_the_page_took_to_ask_again() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let calls = Cell::new(0);
    let make = |at| {
        ledger.remember("sheet-left-open", "draft_send", at, |_| {
            calls.set(calls.get() + 1);
            Ok::<_, LedgerError>(calls.get())
        })
    };
    make(noon()).unwrap();
    // The computer slept for a summer with the sheet open.
    ledger.keep_answer("r-2", "layout_put", &json!(1), days(90)).unwrap();
    assert_eq!((make(days(90)).unwrap(), calls.get()), (1, 1));
}

#[test]
fn what_a_command_queued_is_known_by_its_id_for_good() {
    let dir = tempfile::tempdir().unwrap();
    let answer = |id: &str, at| OutboxChange::Answered {
        request_id: id.to_owned(),
        command: "submit".to_owned(),
        answer: json!([1]),
        at,
    };
    let queue = || [OutboxChange::Queued(intent(1, "r-1", 0)), answer("r-1", noon())];
    open(&dir).outbox_commit(&queue()).unwrap();
    let ledger = open(&dir);
    ledger.outbox_commit(&[answer("r-2", days(365))]).unwrap();
    assert_eq!(ledger.answer_of("r-1").unwrap(), None, "its answer is gone");
    assert_eq!(ledger.outbox_of_request("r-1").unwrap(), [1], "what it made is not");
    let again = [OutboxChange::Queued(intent(2, "r-1", 0)), answer("r-1", days(365))];
    assert!(ledger.outbox_commit(&again).is_err(), "and nothing is made a second time");
}
