//! Filling a column that a newer version brought, from what the state has sent before: in portions, the newest rows first,
//! while grids are open and others write. A kill in between leaves how far it came, and the next start goes on.

use std::collections::BTreeMap;

use crate::collection::{Grid, grids};
use crate::table::change::News;
use crate::table::{filling, license, package};
use crate::{Mirror, MirrorError};

/// Row ids that one portion looks at: some hundredths of a second.
const PORTION: i64 = 4_096;

/// A column that is told from what is stored beside it.
pub(crate) struct Filling {
    /// As the step that brought the column names it in `filling`.
    pub(crate) what: &'static str,
    /// The table.
    pub(crate) table: &'static str,
    /// Fills the rows from `?1` to before `?2`; gives license and list of each that is not blank now.
    pub(crate) sql: &'static str,
}

/// All of them, of every version: a file may come from any.
const FILLINGS: [&Filling; 1] = [&package::EXPIRATION];

impl Mirror {
    /// Fills a portion of what a newer version's columns lack; gives whether there may be more. Others that want to write
    /// get their turn between two portions.
    ///
    /// # Errors
    /// When the mirror cannot be written; the portion is still blank then.
    pub fn fill_new_columns(&self) -> Result<bool, MirrorError> {
        for one in FILLINGS {
            // Asked without a turn first: nearly always there is nothing.
            if self.read(|db| filling::filled_from(db, one.what))?.is_some() {
                return self.fill(one);
            }
        }
        Ok(false)
    }

    fn fill(&self, one: &Filling) -> Result<bool, MirrorError> {
        let shown = self.write(|db| {
            let Some(end) = filling::filled_from(db, one.what)? else { return Ok(false) };
            let begin = (end - PORTION).max(1);
            let mut filled: BTreeMap<(i64, i64), u64> = BTreeMap::new();
            let mut fill = db.prepare_cached(one.sql)?;
            let mut rows = fill.query([begin, end])?;
            while let Some(row) = rows.next()? {
                *filled.entry((row.get(0)?, row.get(1)?)).or_default() += 1;
            }
            filling::fill_from(db, one.what, begin)?;
            let mut news = News::default();
            for ((holder, list), records) in filled {
                let shows = |grid: &&Grid| grid.table.name == one.table && grid.list.is_none_or(|own| own == list);
                for grid in grids().filter(shows) {
                    news.add(grid.collection, &license::party(db, holder)?.license, grid.tab, records);
                }
            }
            Ok(news.tell(db)?.1)
        })?;
        if shown {
            self.tell_hooks();
        }
        Ok(true)
    }
}
