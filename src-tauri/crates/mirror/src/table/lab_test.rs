//! `lab_test`: the tests of a laboratory's samples.

use rusqlite::{Connection, params};

use super::text;
use crate::record::LabSampleRecord;
use crate::steps::Step;
use crate::view::LabTestRow;
use crate::{MirrorError, fingerprint};

/// The state gives a test no id, and a name comes twice within a sample where a test was revoked and made again. So a test
/// is all that its row says, its `print`; `stamp` is the sample's `LastModified` with which the state last sent it. What
/// came with an older one than the sample has now is not what the state holds: every change of a sample sends all its
/// tests again.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x7698_0121_34ce_4477,
    sql: "
CREATE TABLE lab_test (
    sample INTEGER NOT NULL REFERENCES lab_sample (id),
    print INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    test TEXT NOT NULL COLLATE ALIKE,
    tested TEXT NOT NULL,
    result_released INTEGER NOT NULL,
    released TEXT NOT NULL,
    sample_passed INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    level TEXT NOT NULL,
    comment TEXT NOT NULL,
    informational INTEGER NOT NULL,
    PRIMARY KEY (sample, print)
) STRICT, WITHOUT ROWID;",
}];

/// Stores the test that a row tells of; gives whether it is new or differs.
pub(crate) fn put(db: &Connection, sample: i64, record: &LabSampleRecord) -> Result<bool, MirrorError> {
    let level = record.test_level.map(|l| l.normalize().to_string()).unwrap_or_default();
    let print = fingerprint::of(&(
        &record.test,
        record.tested,
        record.result_released,
        record.released,
        record.overall_passed,
        record.test_passed,
        &level,
        &record.test_comment,
        record.test_informational,
    ))?;
    let stamp = text::micros(record.package.last_modified);
    let known = db
        .prepare_cached("UPDATE lab_test SET stamp = ?3 WHERE sample = ?1 AND print = ?2")?
        .execute(params![sample, print, stamp])?;
    if known > 0 {
        return Ok(false);
    }
    db.prepare_cached(
        "INSERT INTO lab_test (sample, print, stamp, test, tested, result_released, released, sample_passed, passed,
            level, comment, informational)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        sample,
        print,
        stamp,
        record.test,
        text::day(record.tested),
        record.result_released,
        text::instant(record.released),
        record.overall_passed,
        record.test_passed,
        level,
        record.test_comment,
        record.test_informational
    ])?;
    Ok(true)
}

/// The sample was changed from one `LastModified` to a later one: what the state did not send again with the one before
/// is forgotten.
pub(crate) fn forget_older(db: &Connection, sample: i64, than: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM lab_test WHERE sample = ?1 AND stamp < ?2")?.execute(params![sample, than])?;
    Ok(())
}

/// The tests of a sample, failed ones first, then by name.
pub(crate) fn of_sample(db: &Connection, license: i64, package_id: i64) -> Result<Vec<LabTestRow>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT t.test, t.passed, t.level, t.comment, t.informational
         FROM lab_sample s JOIN lab_test t ON t.sample = s.id AND t.stamp >= s.last_modified
         WHERE s.license_id = ?1 AND s.package_id = ?2 AND t.test <> ''
         ORDER BY t.passed, t.test, t.tested, t.released, t.print",
    )?;
    let rows = found.query_map(params![license, package_id], |row| {
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

/// Deletes every test of a sample.
pub(crate) fn remove(db: &Connection, sample: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM lab_test WHERE sample = ?1")?.execute([sample])?;
    Ok(())
}
