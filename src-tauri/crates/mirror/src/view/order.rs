//! Opening a view: the rows of a tab in their order, then those of them that filters and search leave.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::columns;
use super::filter;
use super::row_set::RowSet;
use super::snapshot::View;
use super::source::Source;
use super::spec::{SortKey, ViewSpec};
use crate::MirrorError;
use crate::interrupt::Interrupt;
use crate::search::{self, Memory, Search};
use crate::table::change;

/// Up to so many rows a tab is read by licence and sorted; beyond, an index that is in order already is quicker, even
/// where it steps over other licences' rows.
const FEW: usize = 20_000;

/// Rows between two looks at the interrupt, beside SQLite's own.
const LOOK_EVERY: usize = 4_096;

/// The last tab in its order, whole. While a person types in the search box the tab and its order stay, so only the
/// first letter pays for them. One list of ids, mostly shared with the open view.
#[derive(Default)]
pub(crate) struct ViewCache {
    base: Mutex<Option<Base>>,
    memory: Memory,
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
    let base = base(db, cache, &source, spec, revision, cancel)?;
    let mut wanted: Option<RowSet> = None;
    let mut keep = |rows: &RowSet| match &mut wanted {
        Some(wanted) => wanted.keep(rows),
        None => wanted = Some(rows.clone()),
    };
    for one in &spec.filters {
        cancel.check()?;
        keep(&filter::rows(db, &source, one)?);
    }
    let search = Search { db, source: &source, revision, memory: &cache.memory, cancel };
    for word in search::words(&spec.search) {
        cancel.check()?;
        keep(&*search.rows_with(&word)?);
    }
    let rows = match wanted {
        None => Arc::clone(&base),
        Some(wanted) => Arc::new(base.iter().copied().filter(|row| wanted.contains(*row)).collect()),
    };
    Ok(View { spec: spec.clone(), source, rows, of: base.len(), revision })
}

/// The tab in its order, from the cache where nothing changed since.
fn base(
    db: &Connection,
    cache: &ViewCache,
    source: &Source,
    spec: &ViewSpec,
    revision: i64,
    cancel: &Interrupt,
) -> Result<Arc<Vec<i64>>, MirrorError> {
    let kept = cache.base.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(kept) = kept
        && kept.revision == revision
        && kept.sort == spec.sort
        && kept.source == *source
    {
        return Ok(kept.rows);
    }
    let mut rows = Vec::new();
    let mut query = db.prepare_cached(&ordered(db, source, &spec.sort)?)?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        rows.push(row.get(0)?);
        if rows.len() % LOOK_EVERY == 0 {
            cancel.check()?;
        }
    }
    let rows = Arc::new(rows);
    let base = Base { source: source.clone(), sort: spec.sort.clone(), revision, rows: Arc::clone(&rows) };
    *cache.base.lock().unwrap_or_else(PoisonError::into_inner) = Some(base);
    Ok(rows)
}

/// The statement that gives a tab's row ids in order. Rows alike in every key keep to licence and id, in the first
/// key's direction, which is how the indexes have them.
pub(crate) fn ordered(db: &Connection, source: &Source, sort: &[SortKey]) -> Result<String, MirrorError> {
    let newest = [(source.newest_by(), format!("p.{}", source.newest_by()), true)];
    let keys = if sort.is_empty() {
        newest.to_vec()
    } else {
        let mut keys = Vec::new();
        for key in sort {
            let column = columns::find(source, &key.column)?;
            keys.push((column.id, column.sql.to_owned(), key.descending));
        }
        keys
    };
    let way = |descending: bool| if descending { "DESC" } else { "ASC" };
    let first = keys.first().is_some_and(|(.., descending)| *descending);
    let mut order: Vec<String> =
        keys.iter().map(|(_, sql, descending)| format!("{sql} {}", way(*descending))).collect();
    order.push(format!("p.licence_id {0}, p.id {0}", way(first)));
    let index = match keys.as_slice() {
        [(id, ..)] => source.sort_index(id),
        _ => None,
    };
    let (index, is_in) = match index {
        Some(index) if source.is_longer_than(db, FEW)? => (format!("INDEXED BY {index}"), source.is_in_walking()),
        _ => (source.by_licence(), source.is_in()),
    };
    Ok(format!("SELECT p.id FROM {} p {index} WHERE {is_in} ORDER BY {}", source.table, order.join(", ")))
}
