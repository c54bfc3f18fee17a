//! Where a tag is, or every tag with an ending: in which licenses' books, and in which tab of each.

use std::collections::{BTreeMap, BTreeSet};

use rules::LicenseNumber;
use rusqlite::{Connection, Row};
use serde::Serialize;
use ts_rs::TS;

use crate::collection::{PACKAGE, PackageTab, TRANSFERRED};
use crate::record::PackageList;
use crate::search::{self, RUNNING, TAG};
use crate::table::license;
use crate::{Mirror, MirrorError};

/// An ending is no shorter: fewer characters are the ending of too much.
const SHORTEST: usize = 4;

/// Rows looked at for an ending; one that more rows hold somewhere is the ending of too much as well.
const MOST_LOOKED_AT: usize = 10_000;

/// A tab of a license that has the tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TagPlace {
    /// In whose books.
    pub license: LicenseNumber,
    /// In which tab.
    pub tab: PackageTab,
    /// How many packages of the tab have it; more than one only where it is an ending that is not unique.
    pub packages: i64,
    /// The row of the newest of these, as in the tab's views.
    pub row: i64,
    /// That one's whole tag.
    pub tag: String,
    /// Its item.
    pub item: String,
}

/// Named lists, so that the index that begins with the list answers.
pub(crate) const HELD: &str = "
SELECT id, license_id, list, tag, item FROM package INDEXED BY package_sort_tag
WHERE list IN (1, 2, 3, 4) AND tag = ?1 ORDER BY last_modified DESC, id DESC";

pub(crate) const LEFT: &str = "
SELECT id, license_id, 5, tag, item FROM transferred INDEXED BY transferred_sort_tag
WHERE tag = ?1 ORDER BY departed DESC, id DESC";

const HELD_ROW: &str = "SELECT id, license_id, list, tag, item FROM package WHERE id = ?1 AND list IN (1, 2, 3, 4)";
const LEFT_ROW: &str = "SELECT id, license_id, 5, tag, item FROM transferred WHERE id = ?1";

struct Found {
    row: i64,
    license: i64,
    tab: PackageTab,
    tag: String,
    item: String,
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        row: row.get(0)?,
        license: row.get(1)?,
        tab: PackageList::from_code(row.get(2)?).tab().unwrap_or(PackageTab::Transferred),
        tag: row.get(3)?,
        item: row.get(4)?,
    })
}

impl Mirror {
    /// The tabs of these licenses that have a tag, or tags that end in `text`: those where the package is before those
    /// where it was (inactive, then transferred), each in the licenses' order. None where the text cannot be the end of
    /// a tag, or where it is the end of too many.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn tag_places(&self, licenses: &[LicenseNumber], text: &str) -> Result<Vec<TagPlace>, MirrorError> {
        let ending = text.trim().to_ascii_uppercase();
        if !(SHORTEST..=TAG).contains(&ending.len()) || !ending.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Ok(Vec::new());
        }
        self.read(|db| {
            let mut all = match ending.len() {
                TAG => with(db, HELD, &ending)?,
                _ => ending_in(db, PACKAGE.words, HELD_ROW, &ending)?,
            };
            all.extend(match ending.len() {
                TAG => with(db, LEFT, &ending)?,
                _ => ending_in(db, TRANSFERRED.words, LEFT_ROW, &ending)?,
            });
            grouped(db, licenses, all)
        })
    }
}

/// The rows of a whole tag.
fn with(db: &Connection, sql: &str, tag: &str) -> Result<Vec<Found>, MirrorError> {
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([tag], found)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The rows whose tag ends so, the newest first; none where the ending is in too many rows.
fn ending_in(db: &Connection, words: &str, by_row: &str, ending: &str) -> Result<Vec<Found>, MirrorError> {
    // The full-text tables have of most tags the running number alone.
    let number = ending.get(ending.len().saturating_sub(RUNNING)..).unwrap_or(ending);
    let Some(mut rows) = search::holding(db, words, number, MOST_LOOKED_AT)? else { return Ok(Vec::new()) };
    rows.sort_unstable_by(|one, other| other.cmp(one));
    let mut query = db.prepare_cached(by_row)?;
    let mut all = Vec::new();
    for row in rows {
        let mut found = query.query_map([row], found)?;
        if let Some(one) = found.next().transpose()?
            && one.tag.to_ascii_uppercase().ends_with(ending)
        {
            all.push(one);
        }
    }
    Ok(all)
}

/// Where the package is comes before where it was.
fn rank(tab: PackageTab) -> u8 {
    match tab {
        PackageTab::Active => 0,
        PackageTab::OnHold => 1,
        PackageTab::InTransit => 2,
        PackageTab::Inactive => 3,
        PackageTab::Transferred => 4,
    }
}

fn grouped(db: &Connection, licenses: &[LicenseNumber], all: Vec<Found>) -> Result<Vec<TagPlace>, MirrorError> {
    let mut order = BTreeMap::new();
    for (at, number) in licenses.iter().enumerate() {
        if let Some(id) = license::id(db, number)? {
            order.entry(id).or_insert((at, number));
        }
    }
    let mut places: BTreeMap<(u8, usize), TagPlace> = BTreeMap::new();
    let mut counted = BTreeSet::new();
    for one in all {
        let Some((at, number)) = order.get(&one.license) else { continue };
        let key = (rank(one.tab), *at);
        // A package that left twice is one package.
        let again = !counted.insert((key, one.tag.clone()));
        let place = places.entry(key).or_insert_with(|| TagPlace {
            license: (*number).clone(),
            tab: one.tab,
            packages: 0,
            row: one.row,
            tag: one.tag,
            item: one.item,
        });
        place.packages += i64::from(!again);
    }
    Ok(places.into_values().collect())
}
