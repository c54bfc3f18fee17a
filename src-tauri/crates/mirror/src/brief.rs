//! Packages as actions see them: what bears on whether something can be done, many at a time.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::{LicenseNumber, Tag};
use rusqlite::{Connection, OptionalExtension, Row, params};
use rust_decimal::Decimal;

use crate::collection::PACKAGE;
use crate::record::PackageList;
use crate::table::text;
use crate::view::View;
use crate::{Mirror, MirrorError};

/// A package as an action sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageBrief {
    /// The mirror's own row id, as in a grid's row.
    pub row: i64,
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id in these books.
    pub package_id: i64,
    /// Its tag.
    pub tag: Tag,
    /// In which list it is.
    pub list: PackageList,
    /// Item name.
    pub item: String,
    /// Product category.
    pub category: String,
    /// Location without sublocation; may be empty.
    pub location: String,
    /// Sublocation; may be empty.
    pub sublocation: String,
    /// Exact, in `unit_name`.
    pub quantity: Decimal,
    /// The unit's abbreviation.
    pub unit: String,
    /// The unit's name; empty where the state did not send it.
    pub unit_name: String,
    /// On hold, on recall or under investigation.
    pub hold: bool,
    /// When it was packaged.
    pub packaged: Option<Date>,
    /// `IsFinished`.
    pub finished: bool,
    /// When it was finished.
    pub finished_on: Option<Date>,
    /// `Note`.
    pub note: String,
    /// `LastModified`.
    pub last_modified: Option<Timestamp>,
    /// Differs when anything of the record or its list does.
    pub print: (i64, i64),
}

macro_rules! brief {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, l.number, p.package_id, p.tag, p.list, p.item, p.category, p.location, p.sublocation, \
             p.quantity, p.quantity_exact, p.unit, p.unit_name, p.hold, p.packaged_date, p.is_finished, p.finished, \
             p.note, p.last_modified, p.fingerprint ",
            $rest
        )
    };
}

const BY_ROW: &str = brief!("FROM package p JOIN license l ON l.id = p.license_id AND l.forgotten = 0 WHERE p.id = ?1");

pub(crate) const BY_ID: &str = brief!(
    "FROM license l CROSS JOIN package p ON p.license_id = l.id
     WHERE l.number = ?1 AND l.forgotten = 0 AND p.package_id = ?2"
);

// Named lists, so that the index that begins with the list answers. The one that holds it now comes first.
pub(crate) const BY_TAG: &str = brief!(
    "FROM license l CROSS JOIN package p INDEXED BY package_sort_tag ON p.license_id = l.id
     WHERE l.number = ?1 AND l.forgotten = 0 AND p.list IN (1, 2, 3, 4, 5) AND p.tag = ?2
     ORDER BY p.list = 5, p.last_modified DESC, p.id DESC LIMIT 1"
);

impl Mirror {
    /// The packages of a view, in its order, without those that are gone since. A view of samples or of transferred
    /// packages has none: nothing can be done with them.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn briefs_of_view(&self, view: &View) -> Result<Vec<PackageBrief>, MirrorError> {
        if view.source.table().name != PACKAGE.name {
            return Ok(Vec::new());
        }
        self.read(|db| {
            let mut found = db.prepare_cached(BY_ROW)?;
            let rows = view.rows.iter().map(|row| found.query_row([row], read).optional());
            Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
        })
    }

    /// Packages by license and the state's id, in the order asked; none in place of one that is not known.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn briefs(&self, wanted: &[(LicenseNumber, i64)]) -> Result<Vec<Option<PackageBrief>>, MirrorError> {
        self.read(|db| {
            let mut found = db.prepare_cached(BY_ID)?;
            let one =
                |(license, id): &(LicenseNumber, i64)| found.query_row(params![license.as_str(), id], read).optional();
            Ok(wanted.iter().map(one).collect::<Result<_, _>>()?)
        })
    }

    /// Packages by license and tag, in the order asked; none in place of one that is not in these books.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn briefs_by_tag(&self, wanted: &[(LicenseNumber, Tag)]) -> Result<Vec<Option<PackageBrief>>, MirrorError> {
        self.read(|db: &Connection| {
            let mut found = db.prepare_cached(BY_TAG)?;
            let one = |(license, tag): &(LicenseNumber, Tag)| {
                found.query_row(params![license.as_str(), tag.as_str()], read).optional()
            };
            Ok(wanted.iter().map(one).collect::<Result<_, _>>()?)
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PackageBrief> {
    let (shown, sublocation): (String, String) = (row.get("location")?, row.get("sublocation")?);
    let list: i64 = row.get("list")?;
    Ok(PackageBrief {
        row: row.get("id")?,
        license: LicenseNumber::new(row.get_ref("number")?.as_str()?),
        package_id: row.get("package_id")?,
        tag: Tag::from_state(row.get_ref("tag")?.as_str()?),
        list: PackageList::from_code(list),
        item: row.get("item")?,
        category: row.get("category")?,
        location: shown.strip_suffix(&format!(" / {sublocation}")).unwrap_or(&shown).to_owned(),
        sublocation,
        quantity: text::quantity_back(row.get("quantity")?, row.get_ref("quantity_exact")?.as_str()?),
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        hold: row.get("hold")?,
        packaged: text::day_back(row.get_ref("packaged_date")?.as_str()?),
        finished: row.get("is_finished")?,
        finished_on: text::day_back(row.get_ref("finished")?.as_str()?),
        note: row.get("note")?,
        last_modified: text::micros_back(row.get("last_modified")?),
        print: (row.get("fingerprint")?, list),
    })
}
