//! `transfer_package`: the packages on deliveries, in the state's order.

use rusqlite::{Connection, params};

use crate::MirrorError;
use crate::steps::Step;
use crate::transfer::DeliveryPackageRecord;

pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0xc619_a4cc_10f3_2b21,
    sql: "
CREATE TABLE transfer_package (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    detail_id INTEGER NOT NULL REFERENCES transfer_detail (id),
    delivery_row INTEGER NOT NULL REFERENCES transfer_delivery (id),
    tag TEXT NOT NULL,
    state TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX transfer_package_by_detail ON transfer_package (detail_id, tag);
CREATE INDEX transfer_package_by_delivery ON transfer_package (delivery_row);
CREATE INDEX transfer_package_by_tag ON transfer_package (tag);",
}];

/// Stores a package of a delivery.
pub(crate) fn put(
    db: &Connection,
    detail: i64,
    delivery: i64,
    package: &DeliveryPackageRecord,
) -> Result<(), MirrorError> {
    db.prepare_cached(
        "INSERT INTO transfer_package (detail_id, delivery_row, tag, state, record) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![detail, delivery, package.tag.as_str(), package.state, serde_json::to_string(package)?])?;
    Ok(())
}

/// The packages of a delivery.
pub(crate) fn all(db: &Connection, delivery: i64) -> Result<Vec<DeliveryPackageRecord>, MirrorError> {
    let mut found = db.prepare_cached("SELECT record FROM transfer_package WHERE delivery_row = ?1 ORDER BY id")?;
    let mut rows = found.query([delivery])?;
    let mut packages = Vec::new();
    while let Some(row) = rows.next()? {
        packages.push(serde_json::from_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?);
    }
    Ok(packages)
}

/// Row ids of a license's transfers that carry a tag, newest first, with the package's state on each.
pub(crate) fn carrying(db: &Connection, license: i64, tag: &str) -> Result<Vec<(i64, String)>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT t.id, k.state FROM transfer_package k CROSS JOIN transfer_detail d ON d.id = k.detail_id
         CROSS JOIN transfer t ON t.license_id = d.license_id AND t.transfer_id = d.transfer_id
            AND (t.list = 4) = d.template
         WHERE k.tag = ?2 AND d.license_id = ?1 ORDER BY t.last_modified DESC, t.id DESC",
    )?;
    let rows = found.query_map(params![license, tag], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Row ids of a license's transfers on whose manifests a tag left or came, as the packages' own lists tell.
pub(crate) fn by_manifest(db: &Connection, license: i64, tag: &str) -> Result<Vec<i64>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT t.id FROM transfer t WHERE t.license_id = ?1 AND t.manifest IN (
            SELECT x.manifest FROM transferred x INDEXED BY transferred_sort_tag
                WHERE x.license_id = ?1 AND x.tag = ?2 AND x.manifest <> ''
            UNION SELECT p.received_manifest FROM package p INDEXED BY package_sort_tag
                WHERE p.list IN (1, 2, 3, 4, 5) AND p.tag = ?2 AND p.license_id = ?1 AND p.received_manifest <> '')
         ORDER BY t.last_modified DESC, t.id DESC",
    )?;
    let rows = found.query_map(params![license, tag], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets the packages of a reading.
pub(crate) fn remove(db: &Connection, detail: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM transfer_package WHERE detail_id = ?1")?.execute([detail])?;
    Ok(())
}
