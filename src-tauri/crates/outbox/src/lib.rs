//! Push: a person's reports reach the state, none of them twice by itself, or a person knows exactly which did not, and
//! why.
//!
//! The state has no idempotency keys, so a request whose answer is lost may have been carried out. [`Outbox`] decides
//! what happens next as a pure function; it sends nothing a second time before a reading has proven that the first had
//! no effect. Where no reading settles that, a person decides, and a person who sends again may report twice.

mod body;
mod command;
mod entity;
mod event;
mod executor;
mod happening;
mod holds;
mod intent;
mod judge;
mod kinds;
mod machine;
mod mark;
mod moment;
mod promise;
mod snapshot;
mod store;
#[cfg(test)]
#[path = "../../../xtask/src/suite/skipped/tell.rs"]
mod tell;
mod template;
mod timing;
mod wire;
mod words;

pub use self::words::{Told, sentence, sentence_of, told};
pub use body::BodyError;
pub use command::{CommandError, Done, News, OutboxHandle, start};
pub use entity::Entity;
pub use event::{
    After, Attempt, AuditLine, Call, Change, Decision, Effects, Event, Hold, NewIntent, Outcome, ReadFailure, Refusal,
};
pub use happening::{Ending, Happening, HoldCause, Tells};
pub use holds::{Holding, Holds, PackageHolds, ReceiptHolds};
pub use intent::{AttemptId, Group, Intent, IntentId, Progress, Reason, State};
pub use judge::{Evidence, Fact, Verdict, facts, judge};
pub use kinds::{
    Adjust, Deed, Finalize, Finish, Item, Kind, Location, Method, NOTE_LIMIT, Note, OBJECTS_PER_REQUEST, Report,
    TemplateCreate, TemplateDelete, TemplateUpdate, Tried, Unfinalize, Unfinish, Write,
};
pub use machine::{Outbox, Over, Restored};
pub use mark::Mark;
pub use moment::{Moment, Steady};
pub use promise::{Promise, Seen, Wanted};
pub use snapshot::{
    AdjustmentRow, PackageSnapshot, Question, Reading, ReceiptSnapshot, Snapshot, Sought, TemplateFound,
    TemplateSnapshot,
};
pub use store::{StoreError, intent_of, load};
pub use template::{Carrier, TEMPLATE_NAME_LIMIT, Template, TemplatePackage};
pub use timing::Timing;
pub use wire::{Readings, StateWire, Wire, Wires};
