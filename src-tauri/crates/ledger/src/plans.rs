//! How the hot queries are answered.

use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use crate::steps;
use crate::table::{draft, intent, request};

/// How SQLite goes about a query, a line a step.
fn plan(sql: &str, params: &[&dyn ToSql]) -> String {
    let mut db = Connection::open_in_memory().unwrap();
    steps::move_forward(&mut db).unwrap();
    let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let lines: Vec<String> = plan.query_map(params, |row| row.get(3)).unwrap().collect::<Result<_, _>>().unwrap();
    lines.join("\n")
}

#[test]
fn the_drafts_of_tags_are_found_by_index() {
    let text = plan(draft::WITH_TAGS, params!["C11", "[]"]);
    assert!(text.contains("SEARCH draft_line USING COVERING INDEX draft_line_by_tag (tag=?)"), "{text}");
    assert!(text.contains("SEARCH draft USING INTEGER PRIMARY KEY"), "{text}");
    assert!(!text.contains("SCAN draft"), "{text}");
}

#[test]
fn the_intents_of_entities_are_found_by_index() {
    let text = plan(intent::OTHERS, params!["C11", "[]", 0, "[]"]);
    assert!(text.contains("SEARCH intent USING INDEX intent_by_entity (license=? AND entity=?)"), "{text}");
}

#[test]
fn answers_that_are_too_old_are_found_by_index() {
    let text = plan(request::FORGET, params![1, 1]);
    assert!(text.contains("SEARCH request USING COVERING INDEX request_by_time (at<?)"), "{text}");
    assert!(!text.contains("SCAN request") && !text.contains("TEMP B-TREE"), "{text}");
}
