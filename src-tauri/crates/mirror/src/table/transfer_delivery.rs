//! `transfer_delivery`: the deliveries of transfers, in the state's order.

use rusqlite::{Connection, params};

use crate::MirrorError;
use crate::steps::Step;
use crate::transfer::DeliveryRecord;

/// `record` is the delivery without its packages.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x6815_d85c_465c_0eda,
    sql: "
CREATE TABLE transfer_delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    detail_id INTEGER NOT NULL REFERENCES transfer_detail (id),
    delivery_id INTEGER NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX transfer_delivery_by_detail ON transfer_delivery (detail_id);",
}];

/// Stores a delivery; gives its row id.
pub(crate) fn put(db: &Connection, detail: i64, delivery: &DeliveryRecord) -> Result<i64, MirrorError> {
    let alone = DeliveryRecord { packages: Vec::new(), ..delivery.clone() };
    db.prepare_cached("INSERT INTO transfer_delivery (detail_id, delivery_id, record) VALUES (?1, ?2, ?3)")?
        .execute(params![detail, delivery.delivery_id, serde_json::to_string(&alone)?])?;
    Ok(db.last_insert_rowid())
}

/// The deliveries of a reading with their row ids, packages left out.
pub(crate) fn all(db: &Connection, detail: i64) -> Result<Vec<(i64, DeliveryRecord)>, MirrorError> {
    let mut found = db.prepare_cached("SELECT id, record FROM transfer_delivery WHERE detail_id = ?1 ORDER BY id")?;
    let mut rows = found.query([detail])?;
    let mut deliveries = Vec::new();
    while let Some(row) = rows.next()? {
        let record = serde_json::from_str(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
        deliveries.push((row.get(0)?, record));
    }
    Ok(deliveries)
}

/// Forgets the deliveries of a reading; their packages go first.
pub(crate) fn remove(db: &Connection, detail: i64) -> Result<(), MirrorError> {
    db.prepare_cached("DELETE FROM transfer_delivery WHERE detail_id = ?1")?.execute([detail])?;
    Ok(())
}
