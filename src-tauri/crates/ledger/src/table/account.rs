//! `account`: the connected accounts. Never keys.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::step::Step;
use crate::error::LedgerError;

/// `number` only grows: accounts are listed in the order connected.
pub(crate) const STEPS: &[Step] = &[Step {
    number: 1,
    print: 566_197_732_740_602_798,
    sql: "
CREATE TABLE account (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    connected_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;",
}];

/// An account as it is remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAccount {
    /// Trackside's own id of it.
    pub id: String,
    /// State, environment, the chosen licenses and what the state told of each: a text of desk's own. No key.
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

/// Remembers an account, new or changed. One that is as it was is not written: nothing changed.
pub(crate) fn put(db: &Connection, account: &StoredAccount, at: Timestamp) -> Result<(), LedgerError> {
    let body = serde_json::to_string(&account.body)?;
    let known = db
        .prepare_cached("SELECT body FROM account WHERE id = ?1")?
        .query_row([&account.id], |row| row.get::<_, String>(0))
        .optional()?;
    match known {
        Some(known) if known == body => {}
        Some(_) => {
            db.prepare_cached("UPDATE account SET body = ?2, changed_at = ?3 WHERE id = ?1")?.execute(params![
                account.id,
                body,
                at.as_microsecond()
            ])?;
        }
        None => {
            db.prepare_cached("INSERT INTO account (id, body, connected_at, changed_at) VALUES (?1, ?2, ?3, ?3)")?
                .execute(params![account.id, body, at.as_microsecond()])?;
        }
    }
    Ok(())
}

/// Forgets an account; gives whether it was there.
pub(crate) fn remove(db: &Connection, id: &str) -> Result<bool, LedgerError> {
    Ok(db.prepare_cached("DELETE FROM account WHERE id = ?1")?.execute([id])? > 0)
}
