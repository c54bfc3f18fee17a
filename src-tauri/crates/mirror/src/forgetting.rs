//! Forgetting a license: out of sight at once, out of the file in portions.
//!
//! A large license's records take minutes to delete, in which nobody else could write. So one short transaction marks
//! the license's row, after which no question finds it or anything of it; whoever brings the license back gets a new
//! row. What is behind the mark goes a portion at a time, and each portion waits its turn among the other writers. A
//! kill in between leaves the mark, and the next start goes on.

use rules::LicenseNumber;
use rusqlite::{Connection, params};

use crate::table::change::News;
use crate::table::{cursor, lab_sample, license, listed, package, sweep, transfer, transfer_detail, transferred};
use crate::view::Source;
use crate::{Mirror, MirrorError};

/// Records that one portion deletes: some hundredths of a second.
const PORTION: usize = 256;

/// Deletes up to so many of a license's records from a table; gives how many there were.
type RemoveSome = fn(&Connection, i64, usize) -> Result<usize, MirrorError>;

/// In this order: what refers to another record goes with it or before it.
const TABLES: [RemoveSome; 6] = [
    package::remove_some,
    transferred::remove_some,
    lab_sample::remove_some,
    transfer::remove_some,
    transfer_detail::remove_some,
    listed::remove_some,
];

impl Mirror {
    /// Forgets everything of a license, its cursors included: from now on nothing finds it. Its records stay in the file
    /// until [`Mirror::clear_forgotten`] has deleted them.
    ///
    /// # Errors
    /// When the mirror cannot be written; nothing is forgotten then.
    pub fn forget_license(&self, license: &LicenseNumber) -> Result<(), MirrorError> {
        let shown = self.write(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(false) };
            let mut news = News::default();
            for list in Source::counts(db, std::slice::from_ref(license))? {
                news.add(list.collection, license, list.tab, list.rows.unsigned_abs());
            }
            license::mark_forgotten(db, id)?;
            Ok(news.tell(db)?.1)
        })?;
        if shown {
            self.tell_hooks();
        }
        Ok(())
    }

    /// Deletes a portion of what forgotten licenses left; gives whether there may be more. Others that want to write get
    /// their turn between two portions.
    ///
    /// # Errors
    /// When the mirror cannot be written; the portion is still there then.
    pub fn clear_forgotten(&self) -> Result<bool, MirrorError> {
        // Asked without a turn first: nearly always there is nothing.
        if self.read(license::forgotten)?.is_none() {
            return Ok(false);
        }
        self.write(|db| {
            let Some(id) = license::forgotten(db)? else { return Ok(false) };
            for remove_some in TABLES {
                if remove_some(db, id, PORTION)? > 0 {
                    return Ok(true);
                }
            }
            cursor::remove_license(db, id)?;
            sweep::remove_license(db, id)?;
            license::remove(db, id)?;
            Ok(license::forgotten(db)?.is_some())
        })
    }
}

/// The first row ids of a license in a table.
pub(crate) fn some_rows(db: &Connection, table: &str, license: i64, most: usize) -> Result<Vec<i64>, MirrorError> {
    let sql = format!("SELECT id FROM {table} WHERE license_id = ?1 LIMIT ?2");
    let mut found = db.prepare_cached(&sql)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = found.query_map(params![license, most], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
