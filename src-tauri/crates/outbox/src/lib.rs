//! Push: a person's reports reach the state, none of them twice by itself, or a person knows exactly which did not, and
//! why.
//!
//! The state has no idempotency keys, so a request whose answer is lost may have been carried out. [`Outbox`] decides
//! what happens next as a pure function; it sends nothing a second time before a reading has proven that the first had
//! no effect. Where no reading settles that, a person decides, and a person who sends again may report twice.

mod command;
mod event;
mod executor;
mod happening;
mod intent;
mod judge;
mod kind;
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
mod write;

pub use self::words::{Told, sentence, sentence_of, told};
pub use command::{CommandError, Done, News, OutboxHandle, start};
pub use event::{
    After, Attempt, AuditLine, Call, Change, Decision, Effects, Event, Hold, NewIntent, Outcome, ReadFailure, Refusal,
};
pub use happening::{Ending, Happening, HoldCause, Tells};
pub use intent::{AttemptId, Group, Intent, IntentId, Progress, Reason, State};
pub use judge::{Fact, Verdict, already_so, facts, judge, made};
pub use kind::{Kind, Method, OBJECTS_PER_REQUEST};
pub use machine::{Outbox, Over, Restored};
pub use mark::Mark;
pub use moment::{Moment, Steady};
pub use promise::{Promise, Seen, Wanted};
pub use snapshot::{
    AdjustmentRow, PackageSnapshot, Question, Reading, ReceiptSnapshot, Snapshot, Sought, TemplateFound,
    TemplateSnapshot,
};
pub use store::{StoreError, entity_key, intent_of, load};
pub use template::{Carrier, TEMPLATE_NAME_LIMIT, Template, TemplatePackage};
pub use timing::Timing;
pub use wire::{Readings, StateWire, Wire, Wires};
pub use write::{BodyError, Entity, NOTE_LIMIT, Write};
