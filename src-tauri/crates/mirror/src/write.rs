//! What sync writes.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rules::{LicenseNumber, Tag};

use crate::record::{FacilityRecord, PackageList, PageWrite, Records, ReferenceKind, ReferenceRecord, Stored};
use crate::table::change::News;
use crate::table::package::Seen;
use crate::table::{
    cursor, freeze, lab_sample, license, listed, package, sweep, text, transfer, transfer_detail, transferred,
};
use crate::transfer::TransferList;
use crate::view::{Collection, PackageTab};
use crate::{Mirror, MirrorError};

/// The lists a package can be in while it is in the license's books.
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
            let mut news = News::default();
            let mut changed = 0;
            for page in pages {
                let license = license::id_or_new(db, &page.license)?;
                let holder = license::party(db, license)?;
                let seen = Seen { license, holder: &holder, sweep: page.sweep, at: page.at };
                changed += Putting { db, seen: &seen, license: &page.license, news: &mut news }.put(&page.records)?;
                if let Some(text) = &page.cursor {
                    cursor::put(db, license, &page.stream, text)?;
                }
            }
            let (revision, shown) = news.tell(db)?;
            Ok((Stored { changed, revision }, shown))
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
    pub fn cursor(&self, license: &LicenseNumber, stream: &str) -> Result<Option<String>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => cursor::get(db, id, stream),
            None => Ok(None),
        })
    }

    /// Every stream's cursor of a license, by stream.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn cursors(&self, license: &LicenseNumber) -> Result<Vec<(String, String)>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => cursor::all(db, id),
            None => Ok(Vec::new()),
        })
    }

    /// Remembers the licenses that the state lists for a pair of keys; gives how many were new or differed. Nothing is
    /// written where none did. Licenses of other keys stay as they are.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn store_facilities(&self, facilities: &[FacilityRecord]) -> Result<u64, MirrorError> {
        let known = self.facilities()?;
        let news: Vec<&FacilityRecord> = facilities.iter().filter(|facility| !known.contains(*facility)).collect();
        if news.is_empty() {
            return Ok(0);
        }
        self.write(|db| {
            for facility in &news {
                let before = license::put(db, facility)?;
                if before.name != facility.name {
                    let after = rules::Party { name: facility.name.clone(), ..before.clone() };
                    package::rename_packager(db, &text::party(Some(&before)), &text::party(Some(&after)))?;
                }
            }
            Ok(news.len() as u64)
        })
    }

    /// The licenses that the state listed, by name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn facilities(&self) -> Result<Vec<FacilityRecord>, MirrorError> {
        self.read(license::facilities)
    }

    /// A small list of a license, by name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn references(
        &self,
        license: &LicenseNumber,
        kind: ReferenceKind,
    ) -> Result<Vec<ReferenceRecord>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => listed::all(db, id, kind),
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

    /// Notes that a license was read whole, as the state had it at `as_of`.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn note_run(&self, license: &LicenseNumber, as_of: Timestamp) -> Result<(), MirrorError> {
        self.write(|db| {
            let id = license::id_or_new(db, license)?;
            license::set_as_of(db, id, as_of)
        })
    }

    /// As of when a license was last read whole; none while it never was.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn as_of(&self, license: &LicenseNumber) -> Result<Option<Timestamp>, MirrorError> {
        self.read(|db| license::as_of(db, license))
    }

    /// Begins a full reading of a license; pages stored with the id mark their packages as seen.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn begin_sweep(&self, license: &LicenseNumber) -> Result<i64, MirrorError> {
        self.write(|db| {
            let id = license::id_or_new(db, license)?;
            sweep::begin(db, id)
        })
    }

    /// Packages in any of the license's lists that a sweep did not see, with the state's ids of them.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn unseen(&self, license: &LicenseNumber, sweep: i64, limit: usize) -> Result<Vec<(i64, Tag)>, MirrorError> {
        self.unseen_in(license, sweep, &HELD, limit)
    }

    /// As [`Mirror::unseen`], of the named lists only: those that the sweep has read.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn unseen_in(
        &self,
        license: &LicenseNumber,
        sweep: i64,
        lists: &[PackageList],
        limit: usize,
    ) -> Result<Vec<(i64, Tag)>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => package::unseen(db, id, sweep, lists, limit),
            None => Ok(Vec::new()),
        })
    }

    /// Forgets the records of a small list that a whole reading of it, which stored its pages with `sweep`, did not see.
    ///
    /// # Errors
    /// When the mirror cannot be written.
    pub fn forget_unseen_references(
        &self,
        license: &LicenseNumber,
        kind: ReferenceKind,
        sweep: i64,
    ) -> Result<(), MirrorError> {
        let shown = self.write(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(false) };
            let gone = listed::remove_unseen(db, id, kind, sweep)?;
            let mut news = News::default();
            if let Some(grid) = listed::grid(kind.code()) {
                news.add(grid.collection, license, grid.tab, gone);
            }
            Ok(news.tell(db)?.1)
        })?;
        if shown {
            self.tell_hooks();
        }
        Ok(())
    }

    /// The state lists transfers no more, by its ids. Manifests stay and say so; templates and rejected rows are
    /// forgotten.
    ///
    /// # Errors
    /// When the mirror cannot be written; nothing changes then.
    pub fn transfers_left(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        transfer_ids: &[i64],
    ) -> Result<Stored, MirrorError> {
        let stored = self.write(|db| {
            let mut changed = 0;
            if let Some(id) = license::id(db, license)? {
                for transfer_id in transfer_ids {
                    changed += u64::from(transfer::left(db, id, list, *transfer_id)?);
                }
            }
            let mut news = News::default();
            news.add(list.collection(), license, None, changed);
            Ok(Stored { changed, revision: news.tell(db)?.0 })
        })?;
        if stored.changed > 0 {
            self.tell_hooks();
        }
        Ok(stored)
    }

    /// Forgets packages by the state's ids: they are nowhere in the state's lists any more.
    ///
    /// # Errors
    /// When the mirror cannot be written; none is forgotten then.
    pub fn forget(&self, license: &LicenseNumber, package_ids: &[i64]) -> Result<Stored, MirrorError> {
        let stored = self.write(|db| {
            let mut news = News::default();
            let mut changed = 0;
            if let Some(id) = license::id(db, license)? {
                for package_id in package_ids {
                    if let Some(moved) = package::remove(db, id, *package_id)? {
                        changed += 1;
                        news.count_package(license, moved.tabs().0, None);
                    }
                }
            }
            Ok(Stored { changed, revision: news.tell(db)?.0 })
        })?;
        if stored.changed > 0 {
            self.tell_hooks();
        }
        Ok(stored)
    }
}

/// One page on its way into its tables.
struct Putting<'a> {
    db: &'a rusqlite::Connection,
    seen: &'a Seen<'a>,
    license: &'a LicenseNumber,
    news: &'a mut News,
}

impl Putting<'_> {
    /// Stores the records; gives how many changed.
    fn put(&mut self, records: &Records) -> Result<u64, MirrorError> {
        match records {
            Records::Packages { list, rows } => count(rows, |row| {
                let Some(moved) = package::put(self.db, self.seen, *list, row)? else { return Ok(false) };
                let (from, to) = moved.tabs();
                self.news.count_package(self.license, from, to);
                Ok(true)
            }),
            Records::Transferred(rows) => count(rows, |row| {
                let (changed, left) = transferred::put(self.db, self.seen, row)?;
                let to = changed.then_some(PackageTab::Transferred);
                self.news.count_package(self.license, left.and_then(|moved| moved.tabs().0), to);
                if changed {
                    for list in transfer::tell_recipient(self.db, self.seen.license, &row.manifest)? {
                        self.news.count(list.collection(), self.license);
                    }
                }
                Ok(changed || left.is_some())
            }),
            Records::LabSamples(rows) => {
                // The grid shows samples: one of which several tests changed is one change.
                let mut samples = BTreeSet::new();
                for row in rows {
                    if lab_sample::put(self.db, self.seen, row)? {
                        samples.insert(row.package.package_id);
                    }
                }
                let changed = samples.len() as u64;
                self.news.add(Collection::LabSamples, self.license, None, changed);
                Ok(changed)
            }
            Records::References { kind, rows } => {
                let (mut changed, mut left) = (0, 0);
                for row in rows {
                    let put = listed::put(self.db, self.seen, *kind, row)?;
                    changed += u64::from(put.changed);
                    left += u64::from(put.left);
                }
                for (list, records) in [(Some(*kind), changed), (kind.other_side(), left)] {
                    if let Some(grid) = list.and_then(|list| listed::grid(list.code())) {
                        self.news.add(grid.collection, self.license, grid.tab, records);
                    }
                }
                Ok(changed)
            }
            Records::None => Ok(0),
            Records::Transfers { list, rows } => count(rows, |row| {
                let changed = transfer::put(self.db, self.seen, *list, row)?;
                if changed {
                    self.news.count(list.collection(), self.license);
                }
                if changed && *list == TransferList::Outgoing {
                    for moved in transfer_detail::returned(self.db, self.seen.license, row.transfer_id)? {
                        self.news.count_package(self.license, moved.tabs().0, None);
                    }
                }
                Ok(changed)
            }),
            Records::TransferDetails(rows) => count(rows, |row| {
                let changed = transfer_detail::put(self.db, self.seen, row)?;
                for list in &changed.lists {
                    self.news.count(list.collection(), self.license);
                }
                for moved in changed.packages {
                    self.news.count_package(self.license, moved.tabs().0, None);
                }
                Ok(!changed.lists.is_empty())
            }),
        }
    }
}

fn count<T>(rows: &[T], mut put: impl FnMut(&T) -> Result<bool, MirrorError>) -> Result<u64, MirrorError> {
    let mut changed = 0;
    for row in rows {
        changed += u64::from(put(row)?);
    }
    Ok(changed)
}
