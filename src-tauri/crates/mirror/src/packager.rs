//! Packaged By from what the mirror holds: gathers the evidence, lets [`rules::packaged_by`] judge it.

use rules::{Evidence, LicenseNumber, PackagedByBasis, Party, Tag, packaged_by};
use rusqlite::{Connection, Row, params};
use words::say;

use crate::MirrorError;
use crate::record::PackageRecord;
use crate::table::{license, text};

/// What a record itself says about where the package came from.
#[derive(Debug, Clone)]
pub(crate) struct Receipt {
    pub(crate) stated: Option<Party>,
    pub(crate) received_from: Option<Party>,
    pub(crate) received_unnamed: bool,
    pub(crate) item_origin: Option<Party>,
}

impl Receipt {
    /// From a package's record.
    pub(crate) fn of_package(record: &PackageRecord) -> Self {
        Self {
            stated: record.packaged_by.clone(),
            received_from: record.received_from.clone(),
            received_unnamed: record.received.is_some() || !record.received_manifest.is_empty(),
            item_origin: record.item_origin.clone(),
        }
    }

    /// Whether it came in on a manifest.
    pub(crate) fn received(&self) -> bool {
        self.received_from.is_some() || self.received_unnamed
    }
}

/// The evidence for a package in a license's books, other licenses of the mirror included.
pub(crate) fn evidence(
    db: &Connection,
    license: i64,
    holder: &Party,
    tag: &Tag,
    receipt: &Receipt,
) -> Result<Evidence, MirrorError> {
    Ok(Evidence {
        stated: receipt.stated.clone(),
        held_by: holder.clone(),
        received_from: receipt.received_from.clone(),
        received_from_unnamed: receipt.received_unnamed,
        never_received_at: never_received_at(db, license, tag)?,
        item_origin: receipt.item_origin.clone(),
    })
}

/// Other licenses in whose books a tag `?1` of license `?2` was never received. The tag's index is named: there is one by
/// the time of receiving as well, and every other package of a grower was never received.
pub(crate) const NEVER_RECEIVED_AT: &str = "SELECT l.number, l.name
     FROM package p INDEXED BY package_sort_tag JOIN license l ON l.id = p.license_id AND l.forgotten = 0
     WHERE p.list IN (1, 2, 3, 4, 5) AND p.tag = ?1 AND p.license_id <> ?2
     AND p.received = '' AND p.received_manifest = '' AND p.received_from_license = ''
     ORDER BY l.number";

fn never_received_at(db: &Connection, license: i64, tag: &Tag) -> Result<Vec<Party>, MirrorError> {
    let mut found = db.prepare_cached(NEVER_RECEIVED_AT)?;
    let rows = found.query_map(params![tag.as_str(), license], |row| {
        Ok(Party { license: LicenseNumber::new(row.get_ref(0)?.as_str()?), name: row.get(1)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a grid's Packaged By cell reads.
pub(crate) fn cell(
    db: &Connection,
    license: i64,
    holder: &Party,
    tag: &Tag,
    receipt: &Receipt,
) -> Result<String, MirrorError> {
    let answer = packaged_by(&evidence(db, license, holder, tag, receipt)?).answer;
    let party = text::party(answer.party.as_ref());
    Ok(match answer.basis {
        PackagedByBasis::Stated | PackagedByBasis::NeverReceivedHere | PackagedByBasis::NeverReceivedThere => party,
        PackagedByBasis::ItemOrigin => say::reading_packaged_by_item_origin(party).to_string(),
        PackagedByBasis::NotStated => answer.sentence,
    })
}

/// What `license`'s books say of a tag changed: where others hold it, as a package or as a sample, that is evidence.
pub(crate) fn tell_other_licenses(db: &Connection, license: i64, tag: &Tag) -> Result<(), MirrorError> {
    let packages = "SELECT id, license_id, packaged_by_license, packaged_by_name, received, received_manifest,
            received_from_license, received_from_name, item_origin_license, item_origin_name
         FROM package WHERE list IN (1, 2, 3, 4, 5) AND tag = ?1 AND license_id <> ?2";
    for (row, other, receipt) in others(db, packages, license, tag, receipt_of_row)? {
        tell(db, "package", row, other, tag, &receipt)?;
    }
    let samples = "SELECT id, license_id, record FROM lab_sample WHERE tag = ?1 AND license_id <> ?2";
    let record = |row: &Row<'_>| row.get::<_, String>("record");
    for (row, other, record) in others(db, samples, license, tag, record)? {
        tell(db, "lab_sample", row, other, tag, &Receipt::of_package(&serde_json::from_str(&record)?))?;
    }
    Ok(())
}

fn receipt_of_row(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    let text_of = |column: &str| row.get::<_, String>(column);
    Ok(Receipt {
        stated: text::party_back(&text_of("packaged_by_license")?, text_of("packaged_by_name")?),
        received_from: text::party_back(&text_of("received_from_license")?, text_of("received_from_name")?),
        received_unnamed: !text_of("received")?.is_empty() || !text_of("received_manifest")?.is_empty(),
        item_origin: text::party_back(&text_of("item_origin_license")?, text_of("item_origin_name")?),
    })
}

/// The rows of other licenses with a tag: id, license, and what is read of each.
fn others<T>(
    db: &Connection,
    sql: &str,
    license: i64,
    tag: &Tag,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<(i64, i64, T)>, MirrorError> {
    let mut found = db.prepare_cached(sql)?;
    let rows = found
        .query_map(params![tag.as_str(), license], |row| Ok((row.get("id")?, row.get("license_id")?, read(row)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a row's cell anew.
fn tell(db: &Connection, table: &str, row: i64, license: i64, tag: &Tag, receipt: &Receipt) -> Result<(), MirrorError> {
    let holder = license::party(db, license)?;
    let cell = cell(db, license, &holder, tag, receipt)?;
    db.prepare_cached(&format!("UPDATE {table} SET packaged_by = ?2 WHERE id = ?1 AND packaged_by <> ?2"))?
        .execute(params![row, cell])?;
    Ok(())
}
