//! The steps from an empty file to the newest format. Each table lists its own beside it; here they are gathered. A file
//! that took some takes the rest.

use rusqlite::{Connection, Transaction};

use crate::error::LedgerError;
use crate::health::APPLICATION;
use crate::table::step::Step;
use crate::table::{account, attempt, audit, content, draft, hold, import, intent, layout, receiving, request};

/// Of every table. A table that is made by a step stands behind those to which it refers.
const TABLES: [&[Step]; 11] = [
    request::STEPS,
    layout::STEPS,
    account::STEPS,
    intent::STEPS,
    attempt::STEPS,
    audit::STEPS,
    hold::STEPS,
    draft::STEPS,
    receiving::STEPS,
    import::STEPS,
    content::STEPS,
];

/// The steps in the order in which they are taken: by their numbers, those of one number as the tables stand.
fn ordered() -> Vec<Step> {
    let mut steps = TABLES.concat();
    steps.sort_by_key(|step| step.number);
    steps
}

/// The newest format.
pub(crate) fn newest() -> i64 {
    TABLES.iter().flat_map(|steps| *steps).map(|step| step.number).max().unwrap_or_default()
}

/// The format of a file: the number of the last step that it took.
fn taken(db: &Connection) -> Result<i64, LedgerError> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Takes the steps that the file has not taken, all or none.
pub(crate) fn move_forward(db: &mut Connection) -> Result<(), LedgerError> {
    let taken = taken(db)?;
    if taken >= newest() {
        return Ok(());
    }
    let transaction = db.transaction()?;
    take(&transaction, taken, newest())?;
    transaction.commit()?;
    Ok(())
}

/// Takes the steps after format `from` up to format `to`.
fn take(transaction: &Transaction<'_>, from: i64, to: i64) -> Result<(), LedgerError> {
    for step in ordered().iter().filter(|step| step.number > from && step.number <= to) {
        transaction.execute_batch(step.sql)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", to)?;
    Ok(())
}

#[cfg(test)]
mod tests;
