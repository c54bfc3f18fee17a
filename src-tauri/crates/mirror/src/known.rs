//! What a person may mean by a few letters: items and locations of active packages, and manifests, best first.

use std::collections::BTreeMap;

use rules::LicenseNumber;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::collection::{Collection, PACKAGE, PackageTab, Shared};
use crate::interrupt::Interrupt;
use crate::search::{self, Search};
use crate::table::change;
use crate::transfer::TransferList;
use crate::view::{SortKey, Source, ViewSpec};
use crate::{Mirror, MirrorError, alike};

/// Names that match whose packages are counted; those behind them are worse matches.
const COUNTED: usize = 200;

/// An item that active packages have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundItem {
    /// Its name.
    pub name: String,
    /// Its category; of several the first by name.
    pub category: String,
    /// Active packages of it.
    pub packages: i64,
}

/// A location that active packages have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundLocation {
    /// Its name, with the sublocation where packages are in one.
    pub name: String,
    /// Whose it is.
    pub license: LicenseNumber,
    /// Active packages in it.
    pub packages: i64,
}

/// A manifest or a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundManifest {
    /// In whose books.
    pub license: LicenseNumber,
    /// In which list.
    pub list: TransferList,
    /// The state's id of it.
    pub id: i64,
    /// The manifest's number, or a template's name.
    pub number: String,
    /// License and name of the other side.
    pub other: String,
    /// How far it is, in words; empty for a template.
    pub state: String,
}

/// What is known, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct KnownFound {
    /// Items whose name holds every word.
    pub items: Vec<FoundItem>,
    /// Manifests and templates that the transfers' search finds, the newest first.
    pub manifests: Vec<FoundManifest>,
    /// Locations whose name holds every word.
    pub locations: Vec<FoundLocation>,
}

/// What stands in the shared columns, and how many active packages of each license have it.
struct Counted {
    values: Vec<String>,
    packages: Vec<(i64, i64)>,
}

impl Mirror {
    /// What these licenses have that holds every word of a text, at most so many of each kind. A name that begins with
    /// the text comes before the others, then what more packages have.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn known(&self, licenses: &[LicenseNumber], text: &str, most: usize) -> Result<KnownFound, MirrorError> {
        let words = search::words(text);
        if words.is_empty() || licenses.is_empty() {
            return Ok(KnownFound::default());
        }
        let manifests = self.manifests(licenses, text, most)?;
        let packages = spec(Collection::Packages, licenses, text);
        self.read(|db| {
            let source = Source::of(db, &packages)?;
            let (Some(by_item), Some(by_location)) = (PACKAGE.shared_by("item"), PACKAGE.shared_by("location")) else {
                return Ok(KnownFound::default());
            };
            let search = Search {
                db,
                source: &source,
                revision: change::revision(db)?,
                memory: &self.0.views.memory,
                all: None,
                cancel: &Interrupt::new(),
            };
            let items = items(&matching(&search, by_item, &words, text)?, text, most);
            let places = matching(&search, by_location, &words, text)?;
            let locations = locations(db, licenses, &places, text, most)?;
            Ok(KnownFound { items, manifests, locations })
        })
    }

    fn manifests(
        &self,
        licenses: &[LicenseNumber],
        text: &str,
        most: usize,
    ) -> Result<Vec<FoundManifest>, MirrorError> {
        let mut found = Vec::new();
        for list in [TransferList::Incoming, TransferList::Outgoing, TransferList::Rejected, TransferList::Template] {
            let view = self.open_view(&spec(list.collection(), licenses, text), &Interrupt::new())?;
            let rows = self.transfer_rows(&view, 0, most.min(view.len()))?;
            found.extend(rows.into_iter().flatten().map(|row| (list, row)));
        }
        found.sort_by(|(_, one), (_, other)| other.last_modified.cmp(&one.last_modified));
        found.truncate(most);
        let known = found.into_iter().map(|(list, row)| FoundManifest {
            license: row.license,
            list,
            id: row.transfer_id,
            number: row.number,
            other: row.other,
            state: row.state,
        });
        Ok(known.collect())
    }
}

fn spec(collection: Collection, licenses: &[LicenseNumber], text: &str) -> ViewSpec {
    let newest = SortKey { column: "last_modified".to_owned(), descending: true };
    ViewSpec {
        collection,
        tab: (collection == Collection::Packages).then_some(PackageTab::Active),
        licenses: licenses.to_vec(),
        search: text.to_owned(),
        filters: Vec::new(),
        sort: vec![newest],
    }
}

/// Whether a name begins with what was typed.
fn begins(name: &str, text: &str) -> bool {
    alike::folded(name).starts_with(&*alike::folded(text.trim()))
}

/// The values whose first column holds every word, with their packages; those without one are left out.
fn matching(
    search: &Search<'_>,
    shared: &'static Shared,
    words: &[String],
    text: &str,
) -> Result<Vec<Counted>, MirrorError> {
    let mut found: Vec<Vec<String>> = search.names_with(shared, words)?;
    found.sort_by_key(|values| {
        let name = values.first().map_or("", String::as_str);
        (!begins(name, text), name.len())
    });
    found.truncate(COUNTED);
    let mut count = search.db.prepare_cached(&search.source.count_value(shared))?;
    let mut counted = Vec::new();
    for values in found {
        let rows = count.query_map(params_from_iter(&values), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let packages = rows.collect::<Result<Vec<(i64, i64)>, _>>()?;
        if !packages.is_empty() {
            counted.push(Counted { values, packages });
        }
    }
    Ok(counted)
}

fn items(found: &[Counted], text: &str, most: usize) -> Vec<FoundItem> {
    let mut items: BTreeMap<&str, FoundItem> = BTreeMap::new();
    for one in found {
        let [name, category, ..] = one.values.as_slice() else { continue };
        let item = items.entry(name).or_insert_with(|| FoundItem {
            name: name.clone(),
            category: category.clone(),
            packages: 0,
        });
        item.packages += one.packages.iter().map(|(_, packages)| packages).sum::<i64>();
    }
    let mut items: Vec<_> = items.into_values().collect();
    items.sort_by_key(|item| (!begins(&item.name, text), -item.packages));
    items.truncate(most);
    items
}

fn locations(
    db: &Connection,
    licenses: &[LicenseNumber],
    found: &[Counted],
    text: &str,
    most: usize,
) -> Result<Vec<FoundLocation>, MirrorError> {
    let mut numbers = BTreeMap::new();
    for number in licenses {
        numbers.extend(crate::table::license::id(db, number)?.map(|id| (id, number)));
    }
    let mut locations = Vec::new();
    for one in found {
        let Some(name) = one.values.first() else { continue };
        for (license, packages) in &one.packages {
            locations.extend(numbers.get(license).map(|number| FoundLocation {
                name: name.clone(),
                license: (*number).clone(),
                packages: *packages,
            }));
        }
    }
    locations.sort_by_key(|location| (!begins(&location.name, text), -location.packages));
    locations.truncate(most);
    Ok(locations)
}
