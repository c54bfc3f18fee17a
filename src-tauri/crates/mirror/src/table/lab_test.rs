//! `lab_test`: the tests of a laboratory's samples.

use rusqlite::{Connection, params};

use super::text;
use crate::MirrorError;
use crate::record::LabSampleRecord;
use crate::view::LabTestRow;

/// The state gives a test no id: within a sample it is its name and the day it was made.
pub(crate) const CREATE: &str = "
CREATE TABLE lab_test (
    sample INTEGER NOT NULL REFERENCES lab_sample (id),
    test TEXT NOT NULL COLLATE NOCASE,
    tested TEXT NOT NULL,
    passed INTEGER NOT NULL,
    level TEXT NOT NULL,
    comment TEXT NOT NULL,
    informational INTEGER NOT NULL,
    PRIMARY KEY (sample, test, tested)
) STRICT, WITHOUT ROWID;";

/// Stores the test that a row tells of; gives whether it is new or differs.
pub(crate) fn put(db: &Connection, sample: i64, record: &LabSampleRecord) -> Result<bool, MirrorError> {
    if record.test.is_empty() {
        return Ok(false);
    }
    let level = record.test_level.map(|l| l.normalize().to_string()).unwrap_or_default();
    let changed = db
        .prepare_cached(
            "INSERT INTO lab_test (sample, test, tested, passed, level, comment, informational)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (sample, test, tested) DO UPDATE SET passed = excluded.passed, level = excluded.level,
                comment = excluded.comment, informational = excluded.informational
             WHERE passed <> excluded.passed OR level <> excluded.level OR comment <> excluded.comment
                OR informational <> excluded.informational",
        )?
        .execute(params![
            sample,
            record.test,
            text::day(record.tested),
            record.test_passed,
            level,
            record.test_comment,
            record.test_informational
        ])?;
    Ok(changed > 0)
}

/// The tests of a sample, failed ones first, then by name.
pub(crate) fn of_sample(db: &Connection, licence: i64, package_id: i64) -> Result<Vec<LabTestRow>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT t.test, t.passed, t.level, t.comment, t.informational
         FROM lab_sample s JOIN lab_test t ON t.sample = s.id
         WHERE s.licence_id = ?1 AND s.package_id = ?2 ORDER BY t.passed, t.test, t.tested",
    )?;
    let rows = found.query_map(params![licence, package_id], |row| {
        Ok(LabTestRow {
            test: row.get(0)?,
            passed: row.get(1)?,
            level: row.get(2)?,
            comment: row.get(3)?,
            informational: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets every test of a licence's samples.
pub(crate) fn remove_licence(db: &Connection, licence: i64) -> Result<(), MirrorError> {
    db.execute("DELETE FROM lab_test WHERE sample IN (SELECT id FROM lab_sample WHERE licence_id = ?1)", [licence])?;
    Ok(())
}
