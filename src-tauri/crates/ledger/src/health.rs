//! What a file is, found without writing to it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::LedgerError;

/// `TSLD`: says that a file is a Trackside ledger. `TSLE` said it before the first release, while the tables had other
/// names; such a file is set aside like any other that is no ledger.
pub(crate) const APPLICATION: i64 = 0x5453_4c44;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Health {
    /// Whole, with its format; 0 was begun and never finished.
    Good { format: i64 },
    /// Not whole, or not a ledger.
    Damaged,
}

/// Looks into a file. The whole file is checked: a person's work is small.
pub(crate) fn inspect(path: &Path) -> Result<Health, LedgerError> {
    match look(path) {
        Ok(health) => Ok(health),
        Err(LedgerError::Damaged) => Ok(Health::Damaged),
        Err(other) => Err(other),
    }
}

fn look(path: &Path) -> Result<Health, LedgerError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let (application, format) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    if format == 0 && number("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok(Health::Good { format: 0 });
    }
    let whole = db.query_row("PRAGMA integrity_check(1)", [], |row| Ok(row.get_ref(0)?.as_str()? == "ok"))?;
    Ok(if whole && application == APPLICATION { Health::Good { format } } else { Health::Damaged })
}
