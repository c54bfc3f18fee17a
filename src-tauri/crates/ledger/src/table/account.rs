//! `account`: the connected accounts. Never keys.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde_json::Value;

use crate::LedgerError;

/// `number` only grows: accounts are listed in the order connected.
pub(crate) const CREATE: &str = "
CREATE TABLE account (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    connected_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;";

/// An account as it is remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAccount {
    /// Trackside's own id of it.
    pub id: String,
    /// State, environment, the chosen licences and what the state told of each: a text of desk's own. No key.
    pub body: Value,
}

/// Every account, in the order connected.
pub(crate) fn all(db: &Connection) -> Result<Vec<StoredAccount>, LedgerError> {
    let mut found = db.prepare_cached("SELECT id, body FROM account ORDER BY number")?;
    let mut rows = found.query([])?;
    let mut accounts = Vec::new();
    while let Some(row) = rows.next()? {
        let body: String = row.get(1)?;
        accounts.push(StoredAccount { id: row.get(0)?, body: serde_json::from_str(&body)? });
    }
    Ok(accounts)
}

/// Remembers an account, new or changed.
pub(crate) fn put(db: &Connection, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
    db.prepare_cached(
        "INSERT INTO account (id, body, connected_at, changed_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at",
    )?
    .execute(params![account.id, serde_json::to_string(&account.body)?, at.as_microsecond()])?;
    Ok(())
}

/// Forgets an account; gives whether it was there.
pub(crate) fn remove(db: &Connection, id: &str) -> Result<bool, LedgerError> {
    Ok(db.prepare_cached("DELETE FROM account WHERE id = ?1")?.execute([id])? > 0)
}
