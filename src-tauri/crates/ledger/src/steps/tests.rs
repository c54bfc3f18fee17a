//! What was released stays, and files of every format that was released are moved forward with what is in them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;

use super::*;
use crate::open::path;
use crate::{Ledger, OutboxChange};

#[test]
fn what_was_released_was_not_changed() {
    for step in ordered() {
        // FNV-1a, 64 bits.
        let print = step
            .sql
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        assert_eq!(print.cast_signed(), step.print, "add a step instead of changing this one: {}", step.sql);
    }
}

#[test]
fn numbers_only_grow_and_leave_none_out() {
    for steps in TABLES {
        assert!(steps.is_sorted_by(|one, next| one.number < next.number), "{steps:?}");
    }
    let numbers: BTreeSet<i64> = ordered().iter().map(|step| step.number).collect();
    assert_eq!(numbers, (1..=newest()).collect());
}

/// What was written with each format, as its program wrote it.
const WRITTEN: [&str; 5] = [
    r#"INSERT INTO request (request_id, command, answer, at) VALUES ('r-1', 'account_connect', '{"made":7}', 1700000000000000);
    INSERT INTO layout (grid, license, layout) VALUES ('packages.active', 'C10-0000001-LIC', 'narrow'),
        ('packages', '', 'everywhere');
    INSERT INTO account (id, body, connected_at, changed_at) VALUES ('a', '{"state":"CA"}', 1, 2), ('b', '{}', 3, 4);
    DELETE FROM account WHERE id = 'b';"#,
    r#"INSERT INTO intent (id, place, request_id, request_row, license, kind, entity, wanted, mark, body, who, queued_at,
        waits_for, supersedes, state, since, progress, superseded_by, archived_at)
    VALUES (1, 1, 'r-2', 0, 'C10-0000001-LIC', 'finish', 'package A', '{}', '0000000A', '{"Label":"A"}', 'Dana', 10, '[]',
            0, 'sending', 11, '{}', 0, 0),
        (2, 2, 'r-2', 1, 'C10-0000001-LIC', 'finish', 'package A', '{}', '0000000B', '{"Label":"A"}', 'Dana', 10, '[1]',
            0, 'blocked', 10, '{}', 0, 0);
    INSERT INTO attempt (id, license, kind, body, hash, begun_at)
        VALUES (1, 'C10-0000001-LIC', 'finish', '[{"Label":"A"}]', '00', 12);
    INSERT INTO attempt_intent (attempt, position, intent) VALUES (1, 0, 1);
    UPDATE attempt SET ended_at = 13, outcome = 'lost', status = 0, said = 'cut off' WHERE id = 1;
    INSERT INTO audit (at, who, license, intent, attempt, what, detail)
        VALUES (12, 'Dana', 'C10-0000001-LIC', 1, 1, 'sent', '[{"Label":"A"}]');
    INSERT INTO hold (license, until, cause, failures, said) VALUES ('C10-0000001-LIC', 99, 'offline', 3, 'no connection');"#,
    r#"INSERT INTO draft (license, kind, form, copied_from, made_by, made_at, changed_at)
        VALUES ('C10-0000001-LIC', 'transfer', '{"route":"I-5"}', 0, 'Dana', 20, 21);
    INSERT INTO draft_line (draft, position, tag, gross_weight, gross_unit, price)
        VALUES (1, 0, 'A', ' 20.50 ', 'grams', '$1,0'), (1, 1, 'B', '', '', '');
    INSERT INTO draft_intent (draft, intent) VALUES (1, 2);
    INSERT INTO receiving (license, transfer, manifest, who, started_at)
        VALUES ('C10-0000001-LIC', 41, '0000000041', 'Dana', 22);
    INSERT INTO receiving_scan (receiving, position, tag, at) VALUES (1, 0, 'A', 23), (1, 1, 'B', 24);
    INSERT INTO import_session (license, kind, file_name, sha256, draft, who, at, rows, accepted, refused)
        VALUES ('C10-0000001-LIC', 'transfer_tags', 'tomorrow.csv', 'abab', 1, 'Dana', 25, 3, 2, 1);
    INSERT INTO import_refusal (session, position, line, text, reason, sentence)
        VALUES (1, 0, 3, '1.2E+23', 'number', 'A spreadsheet turned this tag into a number.');"#,
    "UPDATE content SET mark = x'00112233445566778899aabbccddeeff', from_copy = 1 WHERE one = 1;",
    "INSERT INTO request (request_id, command, answer, at) VALUES ('r-5', 'draft_new', '5', 1800000000000000);",
];

/// A file as a program that knew no format after this one left it.
fn left_by(format: i64, file: &std::path::Path) {
    let mut db = Connection::open(file).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;").unwrap();
    for ((from, to), written) in (0..format).zip(1..).zip(WRITTEN) {
        let transaction = db.transaction().unwrap();
        take(&transaction, from, to).unwrap();
        transaction.execute_batch(written).unwrap();
        transaction.commit().unwrap();
    }
}

type Rows = Vec<BTreeMap<String, Value>>;

/// Every row of every table, by the names of its columns; among them the last numbers given, which never come back.
fn held(file: &std::path::Path) -> BTreeMap<String, Rows> {
    let db = Connection::open(file).unwrap();
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let names: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let rows = |table: &String| {
        let mut all = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = all.column_names().into_iter().map(str::to_owned).collect();
        let read = |row: &rusqlite::Row<'_>| {
            Ok(columns.iter().map(|column| (column.clone(), row.get_unwrap(column.as_str()))).collect())
        };
        let rows: Rows = all.query_map([], read).unwrap().map(Result::unwrap).collect();
        rows
    };
    names.iter().map(|table| (table.clone(), rows(table))).collect()
}

/// Every table, index and trigger as it was made.
fn made(file: &std::path::Path) -> BTreeSet<Option<String>> {
    let db = Connection::open(file).unwrap();
    let mut found = db.prepare("SELECT sql FROM sqlite_schema").unwrap();
    found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_file_of_each_format_that_was_released_is_moved_forward_with_all_that_is_in_it() {
    assert_eq!(i64::try_from(WRITTEN.len()).unwrap(), newest(), "a new step comes with something to be found again");
    let new = tempfile::tempdir().unwrap();
    drop(Ledger::open(new.path()).unwrap());
    for format in (1..).take(WRITTEN.len()) {
        let dir = tempfile::tempdir().unwrap();
        let file = path(dir.path());
        left_by(format, &file);
        let before = held(&file);

        let opened = Ledger::open(dir.path()).unwrap();
        assert!(opened.restored_from.is_none(), "format {format}: it is whole");
        assert_eq!(opened.from_copy, format >= 4, "format {format}: as it was left");
        drop(opened);
        assert_eq!(taken(&Connection::open(&file).unwrap()).unwrap(), newest());
        assert_eq!(made(&file), made(&path(new.path())), "format {format}: made as a new one is");
        let after = held(&file);
        for (table, rows) in before {
            let kept = after.get(&table).unwrap();
            let same = |(old, new): (&BTreeMap<String, Value>, &BTreeMap<String, Value>)| {
                old.iter().all(|(column, value)| new.get(column) == Some(value))
            };
            assert_eq!(rows.len(), kept.len(), "format {format}: {table}");
            assert!(rows.iter().zip(kept).all(same), "format {format}: {table}: {rows:?} {kept:?}");
        }

        // And it is one to work with.
        let ledger = Ledger::open(dir.path()).unwrap().ledger;
        assert_eq!(ledger.answer_of("r-1").unwrap().unwrap().0, "account_connect", "format {format}");
        assert_eq!(ledger.outbox_rows().unwrap().intents.len(), if format >= 2 { 2 } else { 0 }, "format {format}");
        let drafts = ledger.drafts(&rules::LicenseNumber::new("C10-0000001-LIC")).unwrap();
        let last: Vec<_> = drafts.iter().map(|draft| (draft.lines, draft.last_intent)).collect();
        assert_eq!(last, if format >= 3 { vec![(2, Some(2))] } else { Vec::new() }, "format {format}");
        ledger.outbox_commit(&[OutboxChange::Freed("C10-0000001-LIC".into())]).unwrap();
        assert!(ledger.outbox_holds().unwrap().is_empty(), "format {format}");
    }
}

#[test]
fn a_step_that_fails_leaves_the_file_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let file = path(dir.path());
    left_by(2, &file);
    // In the way of the fourth step: the third was carried out by then.
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE content (theirs TEXT);").unwrap();
    let (before, as_made) = (held(&file), made(&file));
    assert!(move_forward(&mut Connection::open(&file).unwrap()).is_err());
    assert_eq!((held(&file), made(&file)), (before, as_made));
    assert_eq!(taken(&Connection::open(&file).unwrap()).unwrap(), 2);
}
