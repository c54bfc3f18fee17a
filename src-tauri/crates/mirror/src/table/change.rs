//! `change`: what changed, by collection, license and tab, for whoever wants to show it. Survives a reload; trimmed.

use std::collections::BTreeMap;

use rules::LicenseNumber;
use rusqlite::{Connection, params};

use crate::MirrorError;
use crate::collection::{Collection, PackageTab};
use crate::steps::Step;

/// Writes remembered. A reader that is further behind starts anew.
const KEPT: i64 = 2_000;

/// `feed` has one row: the last revision, which must not fall back when `change` is trimmed.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 10,
    print: 0x307c_b54a_3707_63a1,
    sql: "
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL,
    collection INTEGER NOT NULL,
    license TEXT NOT NULL,
    tab INTEGER NOT NULL,
    records INTEGER NOT NULL
) STRICT;
CREATE INDEX change_by_revision ON change (revision);
CREATE TABLE feed (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO feed (id, revision) VALUES (1, 0);",
}];

/// What changed since a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The feed's position now.
    pub revision: i64,
    /// Records changed, by where they show. A package that went from one tab to another counts for both.
    pub by: Vec<(Shown, u64)>,
    /// False when the asked revision is too old, or from before the mirror was rebuilt: everything may have changed.
    pub complete: bool,
}

/// Where changed records show: a grid, or one tab of it, of a license.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shown {
    /// Which kind of record.
    pub collection: Collection,
    /// In whose books.
    pub license: LicenseNumber,
    /// In which tab; packages only.
    pub tab: Option<PackageTab>,
}

/// As SQLite stores a tab; 0 for none.
fn tab_code(tab: Option<PackageTab>) -> i64 {
    match tab {
        None => 0,
        Some(PackageTab::Active) => 1,
        Some(PackageTab::OnHold) => 2,
        Some(PackageTab::Inactive) => 3,
        Some(PackageTab::InTransit) => 4,
        Some(PackageTab::Transferred) => 5,
    }
}

fn tab(code: i64) -> Option<PackageTab> {
    match code {
        1 => Some(PackageTab::Active),
        2 => Some(PackageTab::OnHold),
        3 => Some(PackageTab::Inactive),
        4 => Some(PackageTab::InTransit),
        5 => Some(PackageTab::Transferred),
        _ => None,
    }
}

/// The feed's position.
pub(crate) fn revision(db: &Connection) -> Result<i64, MirrorError> {
    Ok(db.prepare_cached("SELECT revision FROM feed WHERE id = 1")?.query_row([], |row| row.get(0))?)
}

/// Adds one write to the feed; gives the position after it.
fn add(db: &Connection, shown: &Shown, records: u64) -> Result<i64, MirrorError> {
    db.prepare_cached("UPDATE feed SET revision = revision + 1 WHERE id = 1")?.execute([])?;
    let revision = revision(db)?;
    db.prepare_cached("INSERT INTO change (revision, collection, license, tab, records) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            revision,
            shown.collection.code(),
            shown.license.as_str(),
            tab_code(shown.tab),
            i64::try_from(records).unwrap_or(i64::MAX)
        ])?;
    db.prepare_cached("DELETE FROM change WHERE revision <= ?1")?.execute([revision - KEPT])?;
    Ok(revision)
}

/// What changed after `since`.
pub(crate) fn since(db: &Connection, since: i64) -> Result<Changes, MirrorError> {
    let revision = revision(db)?;
    let mut complete = since <= revision && since >= revision - KEPT;
    let mut by = BTreeMap::new();
    let mut found =
        db.prepare_cached("SELECT collection, license, tab, records FROM change WHERE revision > ?1 ORDER BY id")?;
    let mut rows = found.query([since])?;
    while let Some(row) = rows.next()? {
        let license = LicenseNumber::new(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        let records: i64 = row.get(3)?;
        // A collection that this version does not know: what changed shows nowhere, or everywhere.
        let Some(collection) = Collection::of_code(row.get(0)?) else {
            complete = false;
            continue;
        };
        let shown = Shown { collection, license, tab: tab(row.get(2)?) };
        *by.entry(shown).or_insert(0) += u64::try_from(records).unwrap_or(0);
    }
    Ok(Changes { revision, by: by.into_iter().collect(), complete })
}

/// What one write changed, gathered before it goes into the feed.
#[derive(Debug, Default)]
pub(crate) struct News(BTreeMap<Shown, u64>);

impl News {
    /// One more record of a grid without tabs.
    pub(crate) fn count(&mut self, collection: Collection, license: &LicenseNumber) {
        self.add(collection, license, None, 1);
    }

    /// One more package, in the tab that it left and the one that it came to.
    pub(crate) fn count_package(&mut self, license: &LicenseNumber, from: Option<PackageTab>, to: Option<PackageTab>) {
        for tab in from.into_iter().chain(to.filter(|to| from != Some(*to))) {
            self.add(Collection::Packages, license, Some(tab), 1);
        }
    }

    /// So many more records.
    pub(crate) fn add(&mut self, collection: Collection, license: &LicenseNumber, tab: Option<PackageTab>, more: u64) {
        if more > 0 {
            *self.0.entry(Shown { collection, license: license.clone(), tab }).or_default() += more;
        }
    }

    /// Puts it into the feed; gives the position after it, and whether there was anything.
    pub(crate) fn tell(&self, db: &Connection) -> Result<(i64, bool), MirrorError> {
        for (shown, records) in &self.0 {
            add(db, shown, *records)?;
        }
        Ok((revision(db)?, !self.0.is_empty()))
    }
}
