//! What the ledger keeps for the outbox: plain rows, written in one transaction a step, read for the page.

use jiff::Timestamp;
use serde_json::Value;

use crate::condition::Condition;
use crate::error::LedgerError;
use crate::ledger::Ledger;
use crate::table::attempt::{self, AttemptRow};
use crate::table::audit::{self, AuditRow};
use crate::table::draft;
use crate::table::hold::{self, HoldRow};
use crate::table::intent::{self, IntentRow, OverRow};

/// One change of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutboxChange {
    /// A new intent.
    Queued(IntentRow),
    /// A new intent was made of a draft; after its [`OutboxChange::Queued`].
    MadeOfDraft {
        /// The intent.
        intent: i64,
        /// The draft.
        draft: i64,
    },
    /// An intent moved.
    Moved {
        /// Which.
        id: i64,
        /// The state's name.
        state: String,
        /// Since when.
        since: Timestamp,
        /// All that changes, JSON.
        progress: String,
        /// The edit that took its place.
        superseded_by: Option<i64>,
    },
    /// An intent was cleared from the page.
    Archived {
        /// Which.
        id: i64,
        /// When.
        at: Timestamp,
    },
    /// A request is about to leave.
    AttemptBegun(AttemptRow),
    /// A request ended.
    AttemptEnded {
        /// Which.
        id: i64,
        /// When.
        at: Timestamp,
        /// How.
        outcome: String,
        /// The HTTP status, where it matters.
        status: Option<u16>,
        /// What the state or the system said.
        said: String,
    },
    /// A license is held.
    Held(HoldRow),
    /// A license is free again.
    Freed(String),
    /// A line of the audit.
    Audited(AuditRow),
    /// The first answer of a command, as [`Ledger::keep_answer`] keeps it.
    Answered {
        /// The command's id, unique.
        request_id: String,
        /// The command's name.
        command: String,
        /// The answer.
        answer: Value,
        /// When.
        at: Timestamp,
    },
}

/// What the outbox takes up at start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutboxRows {
    /// The intents that are not over, by id.
    pub intents: Vec<IntentRow>,
    /// How those ended that one of `intents` waits for.
    pub over: Vec<OverRow>,
    /// The holds.
    pub holds: Vec<HoldRow>,
    /// The highest intent id ever given.
    pub last_intent: i64,
    /// The highest attempt id ever given.
    pub last_attempt: i64,
}

impl Ledger {
    /// Writes the changes of a step: all of them are on the disk when this returns, or none.
    ///
    /// # Errors
    /// [`LedgerError::DiskFull`] and others when the ledger cannot be written; nothing of the step is kept then.
    pub fn outbox_commit(&self, changes: &[OutboxChange]) -> Result<(), LedgerError> {
        self.outbox_commit_if(&[], changes)
    }

    /// As [`Self::outbox_commit`], if these hold at that moment.
    ///
    /// # Errors
    /// [`LedgerError::Overtaken`] when one does not; nothing of the step is kept then.
    pub fn outbox_commit_if(&self, conditions: &[Condition], changes: &[OutboxChange]) -> Result<(), LedgerError> {
        self.write(|work| {
            work.must_hold(conditions)?;
            let db = work.db;
            for change in changes {
                match change {
                    OutboxChange::Queued(row) => intent::insert(db, row)?,
                    OutboxChange::MadeOfDraft { intent, draft } => draft::link(db, *draft, *intent)?,
                    OutboxChange::Moved { id, state, since, progress, superseded_by } => {
                        let by = superseded_by.unwrap_or_default();
                        if !intent::update(db, *id, state, since.as_microsecond(), progress, by)? {
                            return Err(LedgerError::Sqlite(rusqlite::Error::QueryReturnedNoRows));
                        }
                    }
                    OutboxChange::Archived { id, at } => intent::archive(db, *id, at.as_microsecond())?,
                    OutboxChange::AttemptBegun(row) => attempt::begin(db, row)?,
                    OutboxChange::AttemptEnded { id, at, outcome, status, said } => {
                        attempt::end(db, *id, *at, outcome, *status, said)?;
                    }
                    OutboxChange::Held(row) => hold::put(db, row)?,
                    OutboxChange::Freed(license) => hold::free(db, license)?,
                    OutboxChange::Audited(row) => audit::add(db, row)?,
                    OutboxChange::Answered { request_id, command, answer, at } => {
                        work.keep_answer(request_id, command, answer, *at)?;
                    }
                }
            }
            Ok(())
        })
    }

    /// What the outbox takes up at start, in one consistent look.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_rows(&self) -> Result<OutboxRows, LedgerError> {
        self.read(|db| {
            Ok(OutboxRows {
                intents: intent::open(db)?,
                over: intent::over_that_others_wait_for(db)?,
                holds: hold::all(db)?,
                last_intent: intent::last_id(db)?,
                last_attempt: attempt::last_id(db)?,
            })
        })
    }

    /// The intents that a command made, in its order; empty where it made none.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_of_request(&self, request_id: &str) -> Result<Vec<i64>, LedgerError> {
        self.read(|db| intent::of_request(db, request_id))
    }

    /// How these intents ended; those that did not are left out.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_over(&self, ids: &[i64]) -> Result<Vec<OverRow>, LedgerError> {
        self.read(|db| intent::over(db, ids))
    }

    /// How many intents are in each state, by the state's name; cleared ones are not counted. The badge is this.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_counts(&self) -> Result<Vec<(String, i64)>, LedgerError> {
        self.read(intent::counts)
    }

    /// The intents in these states that are not cleared, latest change first: `count` of them after the first `from`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_in_states(&self, states: &[&str], from: u32, count: u32) -> Result<Vec<IntentRow>, LedgerError> {
        self.read(|db| intent::in_states(db, states, from, count))
    }

    /// Intents by their ids; unknown ids are left out.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_intents(&self, ids: &[i64]) -> Result<Vec<IntentRow>, LedgerError> {
        self.read(|db| intent::by_ids(db, ids))
    }

    /// What keeps each license back; a hold stays here after its time until the state has answered.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_holds(&self) -> Result<Vec<HoldRow>, LedgerError> {
        self.read(hold::all)
    }

    /// Requests by their ids, without the intents that they carried; unknown ids are left out.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_attempts(&self, ids: &[i64]) -> Result<Vec<AttemptRow>, LedgerError> {
        self.read(|db| attempt::by_ids(db, ids))
    }

    /// An intent's story: its requests and its lines of the audit, oldest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn outbox_story(&self, id: i64) -> Result<(Vec<AttemptRow>, Vec<AuditRow>), LedgerError> {
        self.read(|db| Ok((attempt::of_intent(db, id)?, audit::of_intent(db, id)?)))
    }

    /// Hands on each line of the audit of a period, oldest first; `to` is not included.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn audit_between(&self, from: Timestamp, to: Timestamp, each: impl FnMut(AuditRow)) -> Result<(), LedgerError> {
        self.read(|db| audit::between(db, from, to, each))
    }
}
