//! What the Outbox page and the audit's export look up, beside the intents themselves.

use rusqlite::Row;

use crate::outbox::{AttemptRow, HoldRow, instant};
use crate::table::hold;
use crate::{Ledger, LedgerError};

impl Ledger {
    /// What keeps each license back; a hold stays here after its time until the state has answered.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_holds(&self) -> Result<Vec<HoldRow>, LedgerError> {
        self.write(|work| hold::all(work.0))
    }

    /// Requests by their ids, without the intents that they carried; unknown ids are left out.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_attempts(&self, ids: &[i64]) -> Result<Vec<AttemptRow>, LedgerError> {
        self.write(|work| {
            let ids = serde_json::to_string(ids)?;
            let mut found = work.0.prepare_cached(
                "SELECT id, license, kind, body, hash, begun_at, ended_at, outcome, status, said FROM attempt
                 WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id",
            )?;
            let attempts = found.query_map([ids], attempt)?.collect::<Result<_, _>>()?;
            Ok(attempts)
        })
    }
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<AttemptRow> {
    let (ended_at, status): (i64, u16) = (row.get(6)?, row.get(8)?);
    Ok(AttemptRow {
        id: row.get(0)?,
        license: row.get(1)?,
        kind: row.get(2)?,
        body: row.get(3)?,
        hash: row.get(4)?,
        intents: Vec::new(),
        begun_at: instant(row.get(5)?),
        ended_at: (ended_at > 0).then(|| instant(ended_at)),
        outcome: row.get(7)?,
        status: (status > 0).then_some(status),
        said: row.get(9)?,
    })
}
