//! The ledger: what the person wants and has done, in `ledger.db`. Unlike the mirror it can be read again from nowhere,
//! so every write is on the disk before it is answered, a start that finds it changed keeps a copy, a damaged file is put
//! aside and the newest good copy takes its place, and one process at a time owns the folder. Keys are never in it.
//!
//! All calls block; call them off the async threads.

mod accounts;
mod answers;
mod backup;
mod condition;
mod draft;
mod error;
mod health;
mod holder;
mod import;
mod layouts;
mod ledger;
mod lock;
mod open;
mod outbox;
#[cfg(test)]
mod plans;
mod receiving;
mod steps;
mod table;

pub use backup::Copying;
pub use condition::Condition;
pub use error::LedgerError;
pub use holder::Holder;
pub use ledger::{Ledger, LedgerOpened, Work};
pub use open::Restored;
pub use outbox::{OutboxChange, OutboxRows};
pub use table::account::StoredAccount;
pub use table::attempt::AttemptRow;
pub use table::audit::AuditRow;
pub use table::draft::{Draft, DraftHead, DraftLine, LineTexts, NewDraft};
pub use table::hold::HoldRow;
pub use table::import::{ImportRefusal, ImportSession, NewImport};
pub use table::intent::{IntentRow, OverRow};
pub use table::layout::KeptLayout;
pub use table::receiving::{NewReceiving, Receiving, ReceivingHead, Scan};
