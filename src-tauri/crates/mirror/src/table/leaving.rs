//! What became of a package that left on a manifest. A package's own row may be read before or after the rows that tell,
//! so whichever comes asks for the other.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::text;
use crate::MirrorError;
use crate::record::{PackageList, PackageRecord};

/// The list that a package is in, read from `list` with this record: in none of them where the list of transferred packages
/// says that it was accepted elsewhere since, or where its manifest says that it was returned since: the row under which it
/// left is over.
pub(crate) fn list_of(
    db: &Connection,
    license: i64,
    list: PackageList,
    record: &PackageRecord,
) -> Result<PackageList, MirrorError> {
    let last_modified = text::micros(record.last_modified);
    let since = |at: Option<Timestamp>| at.is_some_and(|at| last_modified <= at.as_microsecond());
    let left = match list {
        PackageList::Transferred => true,
        _ if since(accepted_at(db, license, record.package_id)?) => true,
        PackageList::InTransit => returned_since(db, license, record.tag.as_str(), last_modified)?,
        PackageList::Active | PackageList::OnHold | PackageList::Inactive => false,
    };
    Ok(if left { PackageList::Transferred } else { list })
}

/// When a package was accepted elsewhere, the last time; none where it never was.
fn accepted_at(db: &Connection, license: i64, package_id: i64) -> Result<Option<Timestamp>, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT received, departed FROM transferred
         WHERE license_id = ?1 AND package_id = ?2 AND shipment_state = 'Accepted'",
    )?;
    let at = |row: &Row<'_>| {
        let (received, departed) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
        Ok(text::instant_back(received).or_else(|| text::instant_back(departed)))
    };
    let all = found.query_map(params![license, package_id], at)?.collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().flatten().max())
}

/// Whether a manifest of the license's that changed at that time or later says that a tag was returned.
fn returned_since(db: &Connection, license: i64, tag: &str, last_modified: i64) -> Result<bool, MirrorError> {
    let mut found = db.prepare_cached(
        "SELECT 1 FROM transfer_package k CROSS JOIN transfer_detail d ON d.id = k.detail_id
         CROSS JOIN transfer t ON t.license_id = d.license_id AND t.list = 2 AND t.transfer_id = d.transfer_id
         WHERE k.tag = ?2 AND k.state = 'Returned' AND d.license_id = ?1 AND d.template = 0 AND t.last_modified >= ?3
         LIMIT 1",
    )?;
    Ok(found.query_row(params![license, tag, last_modified], |_| Ok(())).optional()?.is_some())
}
