//! What the outbox keeps: durable, unique, and never taken away.

use jiff::{SignedDuration, Timestamp};
use ledger::{AttemptRow, AuditRow, HoldRow, IntentRow, Ledger, LedgerError, OutboxChange};
use rusqlite::Connection;

use crate::{noon, open};

pub fn intent(id: i64, request: &str, row: i64) -> IntentRow {
    IntentRow {
        id,
        place: id,
        request_id: request.into(),
        request_row: row,
        license: "C10-0000001-LIC".into(),
        kind: "finish".into(),
        entity: "package 1A4060300002199000003445".into(),
        wanted: "{}".into(),
        mark: "0000000A".into(),
        body: r#"{"Label":"1A4060300002199000003445"}"#.into(),
        who: "Dana".into(),
        queued_at: noon(),
        waits_for: Vec::new(),
        supersedes: None,
        state: "queued".into(),
        since: noon(),
        progress: "{}".into(),
        superseded_by: None,
        archived_at: None,
    }
}

fn queued(row: IntentRow) -> OutboxChange {
    OutboxChange::Queued(row)
}

fn moved(id: i64, state: &str, superseded_by: Option<i64>) -> OutboxChange {
    OutboxChange::Moved { id, state: state.into(), since: noon(), progress: "{}".into(), superseded_by }
}

pub fn attempt(id: i64, intents: &[i64]) -> AttemptRow {
    AttemptRow {
        id,
        license: "C10-0000001-LIC".into(),
        kind: "finish".into(),
        body: "[]".into(),
        hash: "00".into(),
        intents: intents.into(),
        begun_at: noon(),
        ended_at: None,
        outcome: String::new(),
        status: None,
        said: String::new(),
    }
}

pub fn line(at: Timestamp, intent: i64, what: &str) -> AuditRow {
    AuditRow {
        at,
        who: "Dana".into(),
        license: "C10-0000001-LIC".into(),
        intent,
        attempt: None,
        what: what.into(),
        detail: String::new(),
    }
}

fn ids(rows: &[IntentRow]) -> Vec<i64> {
    rows.iter().map(|row| row.id).collect()
}

#[test]
fn what_was_queued_is_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let waits = IntentRow { waits_for: vec![2], ..intent(3, "r2", 0) };
    open(&dir)
        .outbox_commit(&[
            queued(intent(1, "r1", 0)),
            queued(intent(2, "r1", 1)),
            queued(waits.clone()),
            OutboxChange::AttemptBegun(attempt(1, &[2, 1])),
            moved(1, "sending", None),
            OutboxChange::Held(HoldRow {
                license: "C10-0000001-LIC".into(),
                until: noon(),
                cause: "offline".into(),
                failures: 3,
                said: "no connection".into(),
            }),
            moved(2, "confirmed", None),
        ])
        .unwrap();
    let ledger = open(&dir);
    let rows = ledger.outbox_rows().unwrap();
    assert_eq!(ids(&rows.intents), [1, 3], "what is over is not taken up");
    assert_eq!(rows.intents[1], waits, "to the last field");
    assert_eq!(rows.over.iter().map(|over| (over.id, over.state.as_str())).collect::<Vec<_>>(), [(2, "confirmed")]);
    assert_eq!((rows.last_intent, rows.last_attempt, rows.holds[0].failures), (3, 1, 3));
    assert_eq!(ledger.outbox_of_request("r1").unwrap(), [1, 2]);
    assert_eq!(ledger.outbox_story(1).unwrap().0[0].intents, [2, 1], "in the order of the body");
    ledger.outbox_commit(&[OutboxChange::Freed("C10-0000001-LIC".into())]).unwrap();
    assert!(ledger.outbox_rows().unwrap().holds.is_empty());
}

#[test]
fn a_step_is_kept_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    ledger.outbox_commit(&[queued(intent(1, "r1", 0))]).unwrap();
    let again = ledger.outbox_commit(&[queued(intent(2, "r2", 0)), queued(intent(3, "r1", 0))]);
    assert!(matches!(again, Err(LedgerError::Sqlite(_))), "a command's request id is unique: {again:?}");
    assert_eq!(ids(&ledger.outbox_rows().unwrap().intents), [1], "nothing of the failed step is kept");
    assert!(ledger.outbox_commit(&[moved(9, "sending", None)]).is_err(), "what is not there cannot move");
    assert!(ledger.outbox_commit(&[moved(1, "vanished", None)]).is_err(), "an intent is in one of the known states");
}

#[test]
fn nothing_of_it_can_be_deleted_or_rewritten() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    ledger
        .outbox_commit(&[
            queued(intent(1, "r1", 0)),
            OutboxChange::AttemptBegun(attempt(1, &[1])),
            OutboxChange::AttemptEnded { id: 1, at: noon(), outcome: "lost".into(), status: None, said: "cut".into() },
            OutboxChange::Audited(line(noon(), 1, "sent")),
        ])
        .unwrap();
    let db = Connection::open(dir.path().join("ledger.db")).unwrap();
    for sql in [
        "DELETE FROM intent",
        "DELETE FROM attempt",
        "DELETE FROM attempt_intent",
        "DELETE FROM audit",
        "UPDATE intent SET body = ''",
        "UPDATE intent SET wanted = ''",
        "UPDATE attempt SET body = ''",
        "UPDATE attempt SET outcome = 'accepted'",
        "UPDATE attempt_intent SET position = 7",
        "UPDATE audit SET who = 'nobody'",
    ] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(ledger.outbox_story(1).unwrap().0[0].outcome, "lost");
}

#[test]
fn the_badge_is_the_count_and_clearing_keeps() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let all: Vec<OutboxChange> = (1..=4).map(|id| queued(intent(id, "r1", id))).collect();
    ledger.outbox_commit(&all).unwrap();
    ledger
        .outbox_commit(&[moved(1, "confirmed", None), moved(2, "confirmed", None), moved(3, "rejected", None)])
        .unwrap();
    ledger.outbox_commit(&[OutboxChange::Archived { id: 1, at: noon() }]).unwrap();
    let mut counts = ledger.outbox_counts().unwrap();
    counts.sort();
    assert_eq!(counts, [("confirmed".into(), 1), ("queued".into(), 1), ("rejected".into(), 1)]);
    assert_eq!(ids(&ledger.outbox_in_states(&["confirmed", "rejected"], 0, 10).unwrap()), [3, 2]);
    assert_eq!(ids(&ledger.outbox_in_states(&["confirmed", "rejected"], 1, 10).unwrap()), [2]);
    let cleared = ledger.outbox_intents(&[1, 77]).unwrap();
    assert_eq!((ids(&cleared), cleared[0].archived_at), (vec![1], Some(noon())), "cleared, and still there");
}

#[test]
fn how_it_ended_is_found_through_edits() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let waits = IntentRow { waits_for: vec![1], ..intent(3, "r3", 0) };
    ledger.outbox_commit(&[queued(intent(1, "r1", 0)), queued(intent(2, "r2", 0)), queued(waits)]).unwrap();
    ledger.outbox_commit(&[moved(1, "superseded", Some(2)), moved(2, "confirmed", None)]).unwrap();
    let mut over: Vec<(i64, Option<i64>)> =
        ledger.outbox_rows().unwrap().over.iter().map(|over| (over.id, over.superseded_by)).collect();
    over.sort_unstable();
    assert_eq!(over, [(1, Some(2)), (2, None)], "the edit's end is what counts");
    assert_eq!(ledger.outbox_over(&[2, 3]).unwrap().len(), 1);
}

#[test]
fn the_audit_of_a_period() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = open(&dir);
    let at = |minutes| noon().checked_add(SignedDuration::from_mins(minutes)).unwrap();
    ledger.outbox_commit(&[queued(intent(1, "r1", 0))]).unwrap();
    for (minutes, what) in [(0, "queued"), (5, "sent"), (10, "confirmed")] {
        ledger.outbox_commit(&[OutboxChange::Audited(line(at(minutes), 1, what))]).unwrap();
    }
    let of = |ledger: &Ledger, from, to| {
        let mut lines = Vec::new();
        ledger.audit_between(from, to, |line| lines.push(line.what)).unwrap();
        lines
    };
    assert_eq!(of(&ledger, at(0), at(10)), ["queued", "sent"], "the end is not included");
    assert_eq!(of(&ledger, at(5), at(99)), ["sent", "confirmed"]);
}
