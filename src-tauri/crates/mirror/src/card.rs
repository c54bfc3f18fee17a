//! Everything the mirror knows of one tag, for the package card.

use jiff::Timestamp;
use rules::{Evidence, LicenseNumber, PackagedBy, PackagedByBasis, Party, Tag, packaged_by};
use rusqlite::Connection;
use serde_json::Value;
use words::say;

use crate::packager::{self, Receipt};
use crate::record::{PackageList, PackageRecord, TransferredRecord};
use crate::table::{lab_sample, license, package, text, transferred};
use crate::{Mirror, MirrorError};

/// A package as one license's books have it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageFull {
    /// In whose books.
    pub held_by: Party,
    /// In which list; none when it is known by a laboratory's list of samples alone.
    pub list: Option<PackageList>,
    /// The record. Of a package that is known by the list of transferred ones alone: what that list tells.
    pub record: PackageRecord,
    /// The last manifest it left on, where it did.
    pub transferred: Option<TransferredRecord>,
    /// Who packaged it, with how that is known.
    pub packaged_by: PackagedBy,
    /// When it was last read from the state.
    pub as_of: Option<Timestamp>,
}

/// What one table knows.
struct Known {
    license: i64,
    list: Option<PackageList>,
    record: PackageRecord,
    as_of: Option<Timestamp>,
    /// Known by the list of transferred packages alone, which does not tell whether it was received here.
    only_transferred: bool,
}

impl Known {
    fn evidence(&self, db: &Connection) -> Result<Evidence, MirrorError> {
        let mut receipt = Receipt::of_package(&self.record);
        receipt.received_unnamed |= self.only_transferred;
        packager::evidence(db, self.license, &license::party(db, self.license)?, &self.record.tag, &receipt)
    }

    fn packaged_by(&self, db: &Connection) -> Result<PackagedBy, MirrorError> {
        let mut told = packaged_by(&self.evidence(db)?);
        if self.only_transferred && told.answer.basis == PackagedByBasis::NotStated {
            told.answer.sentence = say::reading_packaged_by_not_named().to_string();
        }
        Ok(told)
    }
}

impl Mirror {
    /// A package by its tag: as `license` has it, where it does; else as another license of the mirror has it, the one
    /// that holds it now before those that it left.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn package(&self, license: Option<&LicenseNumber>, tag: &str) -> Result<Option<PackageFull>, MirrorError> {
        let tag = Tag::from_state(tag.trim());
        self.read(|db| {
            let Some(known) = find(db, license, &tag)? else { return Ok(None) };
            let left = transferred::by_tag(db, tag.as_str())?;
            let transferred = left.into_iter().find(|(license, ..)| *license == known.license).map(|(.., row)| row);
            Ok(Some(PackageFull {
                held_by: license::party(db, known.license)?,
                packaged_by: known.packaged_by(db)?,
                list: known.list,
                record: known.record,
                transferred,
                as_of: known.as_of,
            }))
        })
    }

    /// The evidence on who packaged a tag as a license has it; none when it is not in that license's books.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn packaged_by_evidence(&self, license: &LicenseNumber, tag: &str) -> Result<Option<Evidence>, MirrorError> {
        let tag = Tag::from_state(tag.trim());
        self.read(|db| {
            let Some(known) = find(db, Some(license), &tag)? else { return Ok(None) };
            let evidence = known.evidence(db)?;
            Ok((evidence.held_by.license == *license).then_some(evidence))
        })
    }
}

fn find(db: &Connection, wanted: Option<&LicenseNumber>, tag: &Tag) -> Result<Option<Known>, MirrorError> {
    let mut all: Vec<Known> = package::by_tag(db, tag.as_str())?
        .into_iter()
        .map(|one| Known {
            license: one.license,
            list: Some(one.list),
            record: one.record,
            as_of: one.seen_at,
            only_transferred: false,
        })
        .collect();
    // The package itself knows more than a list that names it: those only where it is not there.
    for (license, seen_at, record) in lab_sample::by_tag(db, tag.as_str())? {
        if all.iter().all(|known| known.license != license) {
            let as_of = text::micros_back(seen_at);
            all.push(Known { license, list: None, record, as_of, only_transferred: false });
        }
    }
    for (license, seen_at, row) in transferred::by_tag(db, tag.as_str())? {
        if all.iter().all(|known| known.license != license) {
            let list = Some(PackageList::Transferred);
            let as_of = text::micros_back(seen_at);
            all.push(Known { license, list, record: as_package(&row), as_of, only_transferred: true });
        }
    }
    let wanted = match wanted {
        Some(license) => license::id(db, license)?,
        None => None,
    };
    all.sort_by_key(|known| (Some(known.license) != wanted, known.list == Some(PackageList::Transferred)));
    Ok(all.into_iter().next())
}

/// What a row of the list of transferred packages tells of the package.
fn as_package(row: &TransferredRecord) -> PackageRecord {
    PackageRecord {
        package_id: row.package_id,
        tag: row.tag.clone(),
        source_harvests: row.source_harvests.clone(),
        source_packages: row.source_packages.clone(),
        location: String::new(),
        sublocation: String::new(),
        item: row.item.clone(),
        category: row.category.clone(),
        item_strain: row.item_strain.clone(),
        quantity: row.quantity,
        unit: row.unit.clone(),
        unit_name: rules::find_unit(&row.unit).map(|unit| unit.name.to_owned()).unwrap_or_default(),
        production_batch: String::new(),
        lab_testing: row.lab_testing.clone(),
        lab_testing_date: None,
        trade_sample: false,
        donation: false,
        testing_sample: false,
        hold: false,
        packaged_date: None,
        received: None,
        received_manifest: String::new(),
        received_from: None,
        packaged_by: None,
        item_origin: None,
        is_finished: false,
        finished: None,
        manifest: row.manifest.clone(),
        note: String::new(),
        last_modified: row.received.or(row.departed),
        rest: Value::Null,
    }
}
