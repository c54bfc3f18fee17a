//! What sync writes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rules::{LicenceNumber, Tag};
use rusqlite::Connection;

use crate::record::{FacilityRecord, PackageList, PageWrite, Records, ReferenceKind, ReferenceRecord, Stored};
use crate::table::package::Seen;
use crate::table::{change, cursor, freeze, lab_sample, licence, package, reference, sweep, text, transferred};
use crate::view::Collection;
use crate::{Mirror, MirrorError};

/// The lists a package can be in while it is in the licence's books.
const HELD: [PackageList; 4] =
    [PackageList::Active, PackageList::OnHold, PackageList::InTransit, PackageList::Inactive];

impl Mirror {
    /// Stores a page: records, cursor and change feed in one transaction. Storing the same page again changes nothing.
    ///
    /// # Errors
    /// [`MirrorError::DiskFull`], [`MirrorError::Damaged`] and what SQLite refuses; nothing of the page is stored then.
    pub fn store_page(&self, page: PageWrite) -> Result<Stored, MirrorError> {
        self.store_pages(&[page])
    }

    /// Stores several pages in one transaction, in their order: where pages arrive faster than the disk takes single
    /// ones. What they changed together is counted together.
    ///
    /// # Errors
    /// As [`Mirror::store_page`]; nothing of any page is stored then.
    pub fn store_pages(&self, pages: &[PageWrite]) -> Result<Stored, MirrorError> {
        let (stored, shown) = self.write(|db| {
            let mut shown: BTreeMap<(Collection, &LicenceNumber), u64> = BTreeMap::new();
            let mut stored = Stored { changed: 0, revision: 0 };
            for page in pages {
                let licence = licence::id_or_new(db, &page.licence)?;
                let holder = licence::party(db, licence)?;
                let seen = Seen { licence, holder: &holder, sweep: page.sweep, at: page.at };
                let (changed, collection) = put(db, &seen, &page.records)?;
                if let Some(text) = &page.cursor {
                    cursor::put(db, licence, &page.stream, text)?;
                }
                stored.changed += changed;
                if let Some(collection) = collection.filter(|_| changed > 0) {
                    *shown.entry((collection, &page.licence)).or_default() += changed;
                }
            }
            for ((collection, licence), records) in &shown {
                change::add(db, *collection, licence, *records)?;
            }
            stored.revision = change::revision(db)?;
            Ok((stored, !shown.is_empty()))
        })?;
        if shown {
            self.tell_hooks();
        }
        Ok(stored)
    }

    /// How far a stream was read: a text of sync's own.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn cursor(&self, licence: &LicenceNumber, stream: &str) -> Result<Option<String>, MirrorError> {
        self.read(|db| match licence::id(db, licence)? {
            Some(id) => cursor::get(db, id, stream),
            None => Ok(None),
        })
    }

    /// Every stream's cursor of a licence, by stream.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn cursors(&self, licence: &LicenceNumber) -> Result<Vec<(String, String)>, MirrorError> {
        self.read(|db| match licence::id(db, licence)? {
            Some(id) => cursor::all(db, id),
            None => Ok(Vec::new()),
        })
    }

    /// Forgets everything of a licence, its cursors included.
    ///
    /// # Errors
    /// When the mirror cannot be written; nothing is forgotten then.
    pub fn remove_licence(&self, licence: &LicenceNumber) -> Result<(), MirrorError> {
        let changed = self.write(|db| {
            let Some(id) = licence::id(db, licence)? else { return Ok(0) };
            let packages = package::remove_licence(db, id)? + transferred::remove_licence(db, id)?;
            let samples = lab_sample::remove_licence(db, id)?;
            reference::remove_licence(db, id)?;
            cursor::remove_licence(db, id)?;
            sweep::remove_licence(db, id)?;
            licence::remove(db, id)?;
            change::add(db, Collection::Packages, licence, packages)?;
            change::add(db, Collection::LabSamples, licence, samples)?;
            Ok(packages + samples)
        })?;
        if changed > 0 {
            self.tell_hooks();
        }
        Ok(())
    }

    /// Remembers the licences that the state lists for a pair of keys. Licences of other keys stay as they are.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn store_facilities(&self, facilities: &[FacilityRecord]) -> Result<(), MirrorError> {
        self.write(|db| {
            for facility in facilities {
                let before = licence::put(db, facility)?;
                if before.name != facility.name {
                    let after = rules::Party { name: facility.name.clone(), ..before.clone() };
                    package::rename_packager(db, &text::party(Some(&before)), &text::party(Some(&after)))?;
                }
            }
            Ok(())
        })
    }

    /// The licences that the state listed, by name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn facilities(&self) -> Result<Vec<FacilityRecord>, MirrorError> {
        self.read(licence::facilities)
    }

    /// A small list of a licence, by name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn references(
        &self,
        licence: &LicenceNumber,
        kind: ReferenceKind,
    ) -> Result<Vec<ReferenceRecord>, MirrorError> {
        self.read(|db| match licence::id(db, licence)? {
            Some(id) => reference::all(db, id, kind),
            None => Ok(Vec::new()),
        })
    }

    /// Until when the state asked for patience; none when it did not.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn freeze_load(&self, key: &str) -> Result<Option<Timestamp>, MirrorError> {
        self.read(|db| freeze::load(db, key))
    }

    /// Remembers until when the state asked for patience; none forgets it.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn freeze_save(&self, key: &str, until: Option<Timestamp>) -> Result<(), MirrorError> {
        self.write(|db| freeze::save(db, key, until))
    }

    /// Notes that a licence was read whole, as the state had it at `as_of`.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn note_run(&self, licence: &LicenceNumber, as_of: Timestamp) -> Result<(), MirrorError> {
        self.write(|db| {
            let id = licence::id_or_new(db, licence)?;
            licence::set_as_of(db, id, as_of)
        })
    }

    /// As of when a licence was last read whole; none while it never was.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn as_of(&self, licence: &LicenceNumber) -> Result<Option<Timestamp>, MirrorError> {
        self.read(|db| licence::as_of(db, licence))
    }

    /// Begins a full reading of a licence; pages stored with the id mark their packages as seen.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn begin_sweep(&self, licence: &LicenceNumber) -> Result<i64, MirrorError> {
        self.write(|db| {
            let id = licence::id_or_new(db, licence)?;
            sweep::begin(db, id)
        })
    }

    /// Packages in any of the licence's lists that a sweep did not see, with the state's ids of them.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn unseen(&self, licence: &LicenceNumber, sweep: i64, limit: usize) -> Result<Vec<(i64, Tag)>, MirrorError> {
        self.unseen_in(licence, sweep, &HELD, limit)
    }

    /// As [`Mirror::unseen`], of the named lists only: those that the sweep has read.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn unseen_in(
        &self,
        licence: &LicenceNumber,
        sweep: i64,
        lists: &[PackageList],
        limit: usize,
    ) -> Result<Vec<(i64, Tag)>, MirrorError> {
        self.read(|db| match licence::id(db, licence)? {
            Some(id) => package::unseen(db, id, sweep, lists, limit),
            None => Ok(Vec::new()),
        })
    }

    /// Forgets packages by the state's ids: they are nowhere in the state's lists any more.
    ///
    /// # Errors
    /// When the mirror cannot be written; none is forgotten then.
    pub fn forget(&self, licence: &LicenceNumber, package_ids: &[i64]) -> Result<Stored, MirrorError> {
        let stored = self.write(|db| {
            let mut changed = 0;
            if let Some(id) = licence::id(db, licence)? {
                for package_id in package_ids {
                    changed += u64::from(package::remove(db, id, *package_id)?);
                }
            }
            let revision = match changed {
                0 => change::revision(db)?,
                _ => change::add(db, Collection::Packages, licence, changed)?,
            };
            Ok(Stored { changed, revision })
        })?;
        if stored.changed > 0 {
            self.tell_hooks();
        }
        Ok(stored)
    }
}

/// Stores the records; gives how many changed, and in which grid that shows.
fn put(db: &Connection, seen: &Seen<'_>, records: &Records) -> Result<(u64, Option<Collection>), MirrorError> {
    let small =
        |kind, rows: &[ReferenceRecord]| Ok((count(rows, |row| reference::put(db, seen.licence, kind, row))?, None));
    match records {
        Records::Packages { list, rows } => {
            Ok((count(rows, |row| package::put(db, seen, *list, row))?, Some(Collection::Packages)))
        }
        Records::Transferred(rows) => {
            Ok((count(rows, |row| transferred::put(db, seen, row))?, Some(Collection::Packages)))
        }
        Records::LabSamples(rows) => {
            Ok((count(rows, |row| lab_sample::put(db, seen, row))?, Some(Collection::LabSamples)))
        }
        Records::Items(rows) => small(ReferenceKind::Items, rows),
        Records::Strains(rows) => small(ReferenceKind::Strains, rows),
        Records::Locations(rows) => small(ReferenceKind::Locations, rows),
        Records::Categories(rows) => small(ReferenceKind::Categories, rows),
        Records::Units(rows) => small(ReferenceKind::Units, rows),
        Records::Employees(rows) => small(ReferenceKind::Employees, rows),
    }
}

fn count<T>(rows: &[T], mut put: impl FnMut(&T) -> Result<bool, MirrorError>) -> Result<u64, MirrorError> {
    let mut changed = 0;
    for row in rows {
        changed += u64::from(put(row)?);
    }
    Ok(changed)
}
