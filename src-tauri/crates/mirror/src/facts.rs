//! Packages as a transfer's lines ask for them: two hundred tags at once.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::{LabTestingState, LicenseNumber, Tag};
use rusqlite::{CachedStatement, OptionalExtension, Row, params};
use rust_decimal::Decimal;

use crate::record::PackageList;
use crate::table::{license, text};
use crate::{Mirror, MirrorError};

/// What a license's books say of a tag. Whether a package has had sales is not among it: the state's packages do not
/// tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagFacts {
    /// The tag.
    pub tag: Tag,
    /// The state's id of the package in these books.
    pub package_id: i64,
    /// Which of the license's lists it is in; [`PackageList::Transferred`] once it left and was accepted.
    pub list: PackageList,
    /// `Item.Name`.
    pub item: String,
    /// `Item.ProductCategoryName`.
    pub category: String,
    /// `Item.StrainName`.
    pub item_strain: String,
    /// Exact; of a transferred package what was shipped.
    pub quantity: Decimal,
    /// The unit's abbreviation.
    pub unit: String,
    /// The unit's name; empty of a package known by the list of transferred ones alone.
    pub unit_name: String,
    /// `LabTestingState`.
    pub lab_testing: LabTestingState,
    /// `IsFinished`.
    pub is_finished: bool,
    /// When it was finished.
    pub finished: Option<Date>,
    /// On hold, on recall or under investigation.
    pub hold: bool,
    /// The manifest that it travels on or left on, where known.
    pub manifest: String,
    /// `PackagedDate`.
    pub packaged_date: Option<Date>,
    /// `IsTradeSample`.
    pub trade_sample: bool,
    /// `IsTestingSample`.
    pub testing_sample: bool,
    /// `LastModified`.
    pub last_modified: Option<Timestamp>,
}

/// Named lists, so that the index that begins with the list answers; it is named, since SQLite without statistics takes
/// the one that begins with the license and reads all of its packages. The one that holds it now comes first.
pub(crate) const HELD: &str = "
SELECT package_id, list, item, category, item_strain, quantity, quantity_exact, unit, unit_name, lab_state, is_finished,
    finished, hold, manifest, packaged_date, trade_sample, testing_sample, last_modified
FROM package INDEXED BY package_sort_tag WHERE list IN (1, 2, 3, 4, 5) AND tag = ?2 AND license_id = ?1
ORDER BY list = 5, list = 4, last_modified DESC, id DESC LIMIT 1";

pub(crate) const TRANSFERRED: &str = "
SELECT package_id, 5 AS list, item, category, item_strain, quantity, quantity_exact, unit, '' AS unit_name, lab_state,
    0 AS is_finished, '' AS finished, 0 AS hold, manifest, '' AS packaged_date, 0 AS trade_sample, 0 AS testing_sample,
    0 AS last_modified
FROM transferred INDEXED BY transferred_sort_tag WHERE tag = ?2 AND license_id = ?1 ORDER BY departed DESC, id DESC LIMIT 1";

/// The newest manifest that the license sends with a tag on it: from the tag's few rows, not from every manifest.
pub(crate) const TRAVELS_ON: &str = "
SELECT t.manifest FROM transfer_package k CROSS JOIN transfer_detail d ON d.id = k.detail_id
    CROSS JOIN transfer t ON t.license_id = d.license_id AND t.transfer_id = d.transfer_id AND t.list = 2
WHERE k.tag = ?2 AND d.license_id = ?1 AND d.template = 0 AND NOT t.gone
ORDER BY t.last_modified DESC, t.id DESC LIMIT 1";

const LEFT_ON: &str = "
SELECT manifest FROM transferred INDEXED BY transferred_sort_tag WHERE tag = ?2 AND license_id = ?1 ORDER BY departed DESC, id DESC LIMIT 1";

impl Mirror {
    /// What a license's books say of tags, in the order asked; none in place of a tag that is not in these books.
    /// Several rows of a tag, which came back, count as the one that is held now, else the latest.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn package_facts(&self, license: &LicenseNumber, tags: &[Tag]) -> Result<Vec<Option<TagFacts>>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(vec![None; tags.len()]) };
            let (mut held, mut transferred) = (db.prepare_cached(HELD)?, db.prepare_cached(TRANSFERRED)?);
            let (mut travels, mut left) = (db.prepare_cached(TRAVELS_ON)?, db.prepare_cached(LEFT_ON)?);
            let mut all = Vec::with_capacity(tags.len());
            for tag in tags {
                let asked = params![id, tag.as_str()];
                let facts = |row: &Row<'_>| read(row, tag);
                let mut found = held.query_row(asked, facts).optional()?;
                if found.is_none() {
                    found = transferred.query_row(asked, facts).optional()?;
                }
                if let Some(facts) = &mut found
                    && facts.manifest.is_empty()
                {
                    facts.manifest = match facts.list {
                        PackageList::InTransit => manifest(&mut travels, id, tag)?,
                        PackageList::Transferred => manifest(&mut left, id, tag)?,
                        PackageList::Active | PackageList::OnHold | PackageList::Inactive => String::new(),
                    };
                }
                all.push(found);
            }
            Ok(all)
        })
    }
}

fn manifest(statement: &mut CachedStatement<'_>, license: i64, tag: &Tag) -> Result<String, MirrorError> {
    let found = statement.query_row(params![license, tag.as_str()], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_default())
}

fn read(row: &Row<'_>, tag: &Tag) -> rusqlite::Result<TagFacts> {
    Ok(TagFacts {
        tag: tag.clone(),
        package_id: row.get("package_id")?,
        list: PackageList::from_code(row.get("list")?),
        item: row.get("item")?,
        category: row.get("category")?,
        item_strain: row.get("item_strain")?,
        quantity: text::quantity_back(row.get("quantity")?, row.get_ref("quantity_exact")?.as_str()?),
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        lab_testing: LabTestingState::from(row.get::<_, String>("lab_state")?),
        is_finished: row.get("is_finished")?,
        finished: text::day_back(row.get_ref("finished")?.as_str()?),
        hold: row.get("hold")?,
        manifest: row.get("manifest")?,
        packaged_date: text::day_back(row.get_ref("packaged_date")?.as_str()?),
        trade_sample: row.get("trade_sample")?,
        testing_sample: row.get("testing_sample")?,
        last_modified: text::micros_back(row.get("last_modified")?),
    })
}
