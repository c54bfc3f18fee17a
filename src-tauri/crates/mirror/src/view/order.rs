//! Opening a view: the rows of a tab in their order, then those of them that filters and search leave.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::filter;
use super::row_set::RowSet;
use super::snapshot::View;
use super::source::Source;
use super::spec::{SortKey, ViewSpec};
use crate::MirrorError;
use crate::interrupt::Interrupt;
use crate::search::{self, Memory, Search};
use crate::table::change;

/// Up to so many rows a tab is read by license and sorted; beyond, an index that is in order already is quicker, even
/// where it steps over other licenses' rows.
const FEW: usize = 20_000;

/// Up to so many rows found by search and filters are read and sorted by themselves where their tab's order is not
/// kept; beyond, the tab is read in order and the others are left out.
const FEW_FOUND: usize = 5_000;

/// Rows between two looks at the interrupt, beside SQLite's own.
const LOOK_EVERY: usize = 4_096;

/// The last tab in its order, whole. While a person types in the search box the tab and its order stay, so only the
/// first letter pays for them. One list of ids, mostly shared with the open view.
#[derive(Default)]
pub(crate) struct ViewCache {
    base: Mutex<Option<Base>>,
    pub(crate) memory: Memory,
}

#[derive(Clone)]
struct Base {
    source: Source,
    sort: Vec<SortKey>,
    revision: i64,
    rows: Arc<Vec<i64>>,
}

/// Opens a view. The connection must be in one read transaction, so that all its queries see the same rows.
pub(crate) fn open(
    db: &Connection,
    cache: &ViewCache,
    spec: &ViewSpec,
    cancel: &Interrupt,
) -> Result<View, MirrorError> {
    let revision = change::revision(db)?;
    let source = Source::of(db, spec)?;
    let mut wanted: Option<RowSet> = None;
    let mut keep = |rows: &RowSet| match &mut wanted {
        Some(wanted) => wanted.keep(rows),
        None => wanted = Some(rows.clone()),
    };
    for one in &spec.filters {
        cancel.check()?;
        keep(&filter::rows(db, &source, one)?);
    }
    let kept = cache.base(&source, &spec.sort, revision);
    let asked = search::asked(&spec.search);
    let all = kept.as_ref().filter(|_| !asked.is_empty()).map(|rows| rows.iter().copied().collect::<RowSet>());
    let search = Search { db, source: &source, revision, memory: &cache.memory, all: all.as_ref(), cancel };
    for one in &asked {
        cancel.check()?;
        keep(&search.rows_of(one)?);
    }
    let (rows, of) = match (wanted, kept) {
        (Some(wanted), None) if wanted.len() <= FEW_FOUND => {
            (Arc::new(in_order(db, &source, &spec.sort, &wanted)?), source.len(db)?)
        }
        (wanted, kept) => {
            let base = match kept {
                Some(base) => base,
                None => read_base(db, cache, &source, &spec.sort, revision, cancel)?,
            };
            let rows = match wanted {
                None => Arc::clone(&base),
                Some(wanted) => Arc::new(base.iter().copied().filter(|row| wanted.contains(*row)).collect()),
            };
            (rows, base.len())
        }
    };
    Ok(View { spec: spec.clone(), source, rows, of, revision })
}

impl ViewCache {
    /// The tab in its order, where it is kept and nothing changed since.
    fn base(&self, source: &Source, sort: &[SortKey], revision: i64) -> Option<Arc<Vec<i64>>> {
        let kept = self.base.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |kept: &&Base| kept.revision == revision && kept.sort == sort && kept.source == *source;
        kept.as_ref().filter(same).map(|kept| Arc::clone(&kept.rows))
    }
}

/// The rows of a set that are in the source, in order.
fn in_order(db: &Connection, source: &Source, sort: &[SortKey], rows: &RowSet) -> Result<Vec<i64>, MirrorError> {
    let rows: Vec<usize> = rows.iter().collect();
    let sql = format!(
        "SELECT p.id FROM json_each(?1) wanted CROSS JOIN {} p ON p.id = wanted.value WHERE {} ORDER BY {}",
        source.table().name,
        source.is_in(),
        order_by(source, sort)?
    );
    let mut query = db.prepare_cached(&sql)?;
    let found = query.query_map([serde_json::to_string(&rows)?], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Reads the tab in its order and keeps it.
fn read_base(
    db: &Connection,
    cache: &ViewCache,
    source: &Source,
    sort: &[SortKey],
    revision: i64,
    cancel: &Interrupt,
) -> Result<Arc<Vec<i64>>, MirrorError> {
    let mut rows = Vec::new();
    let mut query = db.prepare_cached(&ordered(source, sort, source.is_longer_than(db, FEW)?)?)?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        rows.push(row.get(0)?);
        if rows.len() % LOOK_EVERY == 0 {
            cancel.check()?;
        }
    }
    let rows = Arc::new(rows);
    let base = Base { source: source.clone(), sort: sort.to_vec(), revision, rows: Arc::clone(&rows) };
    *cache.base.lock().unwrap_or_else(PoisonError::into_inner) = Some(base);
    Ok(rows)
}

/// The statement that gives a tab's row ids in order; of a long one by an index that is in order already, where there is
/// one.
pub(crate) fn ordered(source: &Source, sort: &[SortKey], long: bool) -> Result<String, MirrorError> {
    let index = match sort {
        [] => source.table().sort_index(source.table().order.column()),
        [key] => source.table().sort_index(&key.column),
        _ => None,
    };
    let (index, is_in) = match index {
        Some(index) if long => (format!("INDEXED BY {index}"), source.is_in_walking()),
        _ => (source.by_license(), source.is_in()),
    };
    let order = order_by(source, sort)?;
    Ok(format!("SELECT p.id FROM {} p {index} WHERE {is_in} ORDER BY {order}", source.table().name))
}

/// The keys of a sort as SQL; no key is the order of the table itself. Rows alike in every key keep to license and id, in the first
/// key's direction, which is how the indexes have them.
fn order_by(source: &Source, sort: &[SortKey]) -> Result<String, MirrorError> {
    let way = |descending: bool| if descending { "DESC" } else { "ASC" };
    let mut keys = Vec::new();
    for key in sort {
        let column = source.column(&key.column)?;
        keys.push(format!("{}{} {}", column.sql, column.collation(), way(key.descending)));
    }
    if let [key] = sort {
        let behind = source.table().sorted_by(&key.column).and_then(|columns| columns.get(1..)).unwrap_or_default();
        keys.extend(behind.iter().map(|column| format!("p.{column} {}", way(key.descending))));
    }
    let own = &source.table().order;
    if keys.is_empty() {
        keys.push(format!("p.{} {}", own.column(), way(own.descending())));
    }
    let alike = way(sort.first().map_or(own.descending(), |key| key.descending));
    Ok(format!("{}, p.license_id {alike}, p.id {alike}", keys.join(", ")))
}
