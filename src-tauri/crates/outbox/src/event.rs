//! What the machine is told, and what it asks for.

use std::fmt;

use jiff::Timestamp;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use words::say;

use crate::body::BodyError;
use crate::happening::{Ending, Happening, HoldCause};
use crate::intent::{AttemptId, Intent, IntentId, Progress};
use crate::kinds::Kind;
use crate::kinds::Write;
use crate::mark::Mark;
use crate::promise::Promise;
use crate::snapshot::{Question, Reading};

/// A write to queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIntent {
    /// What is wanted.
    pub write: Write,
    /// What its review showed and promised.
    pub promise: Option<Promise>,
    /// Fresh random bits.
    pub mark: Mark,
    /// Goes only after these.
    pub after: Vec<After>,
}

/// What an intent waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum After {
    /// An intent queued earlier.
    Intent(IntentId),
    /// An earlier one of the same command, by its position from 0.
    Sibling(usize),
}

/// A person's decision about what cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// "It was recorded."
    Recorded,
    /// "Send again."
    SendAgain,
    /// "Look again": the evidence is read anew.
    CheckAgain,
    /// "Send it as it was meant": the state moved since the review, and the person has seen how.
    SendAsMeant,
}

/// Something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A person queued writes for one license, with one command.
    Submitted {
        /// Made by the page, unique.
        request: String,
        /// Who.
        who: String,
        /// In whose books.
        license: LicenseNumber,
        /// What, in order.
        intents: Vec<NewIntent>,
    },
    /// A person changed a write that waits or was refused: a new intent takes its place.
    Edited {
        /// Made by the page, unique.
        request: String,
        /// Who.
        who: String,
        /// The old one.
        intent: IntentId,
        /// The new write, of the same entity.
        write: Write,
        /// What its review showed and promised.
        promise: Option<Box<Promise>>,
        /// Fresh random bits.
        mark: Mark,
    },
    /// A person took writes back.
    Withdrawn {
        /// Who.
        who: String,
        /// Which.
        intents: Vec<IntentId>,
    },
    /// A person decided.
    Decided {
        /// Who.
        who: String,
        /// Which.
        intent: IntentId,
        /// What.
        decision: Decision,
    },
    /// A person cleared what is over from the page.
    Archived {
        /// Who.
        who: String,
        /// Which.
        intents: Vec<IntentId>,
    },
    /// A request ended.
    Sent {
        /// Which.
        attempt: AttemptId,
        /// How.
        outcome: Outcome,
    },
    /// Readings came.
    Read {
        /// In whose books.
        license: LicenseNumber,
        /// One for each question.
        readings: Vec<(IntentId, Result<Reading, ReadFailure>)>,
    },
    /// Nothing but time.
    TimePassed,
    /// The connection is back: no need to wait out a back-off that was for want of one.
    Online,
    /// Other keys are in use: no need to wait for them.
    KeysChanged,
    /// The app is about to end: nothing new leaves.
    Closing,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// 2xx, read to the end.
    Accepted {
        /// `Warnings`, where the state gave any.
        warnings: Option<String>,
    },
    /// A 4xx, read to the end: the state refused the request as a whole (CONTRACT section 4).
    Refused {
        /// The HTTP status.
        status: u16,
        /// `row` (from 0) and `message`, where the state named rows.
        rows: Vec<(usize, String)>,
        /// The state's words.
        said: String,
    },
    /// 429: the state asked for patience before it looked at the request.
    Asked {
        /// Nothing leaves for this license before then.
        until: Timestamp,
        /// The state's words.
        said: String,
    },
    /// 401 about the keys themselves.
    KeyRefused {
        /// The state's words.
        said: String,
    },
    /// No connection came about, so that no byte of the request left.
    NotSent {
        /// What the system said.
        how: String,
    },
    /// Something between this computer and the state let no connection come about, so that no byte of the request left.
    Blocked {
        /// What stands there.
        how: String,
    },
    /// Something between this computer and the state answered in its place. That proves nothing: it most likely passed
    /// nothing on, and it may have.
    Foreign {
        /// What stands there, and what it said.
        how: String,
    },
    /// It may have been recorded: cut off, timed out, a 5xx, or an answer that cannot be read.
    Lost {
        /// What the line or the state did.
        how: String,
    },
}

/// Why a reading failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFailure {
    /// No connection, or no answer.
    Unreachable {
        /// What the system said.
        how: String,
    },
    /// Something between this computer and the state answered in its place, or let no connection come about.
    Between {
        /// What stands there.
        how: String,
    },
    /// The state failed, or its answer cannot be read.
    StateFault {
        /// What the state said.
        said: String,
    },
    /// The state asked for patience.
    Asked {
        /// Until then.
        until: Timestamp,
        /// The state's words.
        said: String,
    },
    /// The state does not accept the keys.
    KeyRefused {
        /// The state's words.
        said: String,
    },
    /// The keys are good and may not read this.
    MayNotRead {
        /// The state's words.
        said: String,
    },
}

/// Nothing leaves for a license until then. Stored, so that a restart does not hammer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Until when.
    pub until: Timestamp,
    /// Why.
    pub cause: HoldCause,
    /// How often in a row; the wait doubles.
    pub failures: u32,
    /// What the state or the system said.
    pub said: String,
}

/// Something to make durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new intent.
    Queued(Box<Intent>),
    /// An intent moved.
    Moved {
        /// Which.
        intent: IntentId,
        /// All that changes of it.
        progress: Box<Progress>,
    },
    /// An intent that is over was cleared from the page; it stays in the ledger.
    Archived(IntentId),
    /// A request is about to leave.
    AttemptBegun(Box<Attempt>),
    /// A request ended.
    AttemptEnded {
        /// Which.
        attempt: AttemptId,
        /// When.
        at: Timestamp,
        /// How.
        ending: Ending,
        /// The HTTP status, where it matters.
        status: Option<u16>,
        /// What the state or the system said.
        said: String,
    },
    /// A license is held; none frees it.
    Held {
        /// Which.
        license: LicenseNumber,
        /// How long, and why.
        hold: Option<Hold>,
    },
    /// A line of the audit.
    Audited(AuditLine),
}

/// One request to the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its name.
    pub id: AttemptId,
    /// In whose books.
    pub license: LicenseNumber,
    /// What kind.
    pub kind: Kind,
    /// The path of the request, without the license.
    pub path: String,
    /// The body to the letter: a JSON array of the intents' bodies. A request that deletes goes without it.
    pub body: String,
    /// SHA-256 of the body, in hexadecimal.
    pub hash: String,
    /// The intents, in the order of the array.
    pub intents: Vec<IntentId>,
    /// When.
    pub at: Timestamp,
}

/// Who did what, when. Never changed, never deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Timestamp,
    /// The person, or `Trackside`.
    pub who: String,
    /// In whose books.
    pub license: LicenseNumber,
    /// Which intent.
    pub intent: IntentId,
    /// The request, where one is meant.
    pub attempt: Option<AttemptId>,
    /// What happened.
    pub what: Happening,
    /// What was sent or what came back, to the letter where it is the state's.
    pub detail: String,
}

/// A call to make once every change of the same step is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// Read what the state holds.
    Read {
        /// In whose books.
        license: LicenseNumber,
        /// What, for whom.
        questions: Vec<(IntentId, Question)>,
    },
    /// Send a request.
    Send(Box<Attempt>),
}

/// Why a command of a person was not carried out; nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing was chosen.
    Nothing,
    /// The intent is not there.
    NotThere(IntentId),
    /// It left already.
    OnItsWay(IntentId),
    /// It is over.
    Over(IntentId),
    /// Only what needs a person can be decided.
    NothingToDecide(IntentId),
    /// It is not over yet.
    NotOver(IntentId),
    /// An edit must stay with what it changes.
    OtherEntity(IntentId),
    /// It was to wait for something that does not come before it.
    NoSuchPredecessor,
    /// No body can be made of it.
    Body(#[from] BodyError),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Nothing => say::reporting_refusal_nothing(),
            Self::NotThere(_) => say::reporting_refusal_not_there(),
            Self::OnItsWay(_) => say::reporting_refusal_on_its_way(),
            Self::Over(_) => say::reporting_refusal_over(),
            Self::NothingToDecide(_) => say::reporting_refusal_nothing_to_decide(),
            Self::NotOver(_) => say::reporting_refusal_not_over(),
            Self::OtherEntity(_) => say::reporting_refusal_other_entity(),
            Self::NoSuchPredecessor => say::reporting_refusal_no_predecessor(),
            Self::Body(why) => return why.fmt(f),
        };
        words.fmt(f)
    }
}

/// What a step asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// To make durable, all in one transaction.
    pub store: Vec<Change>,
    /// To do after that, and only if it succeeded.
    pub calls: Vec<Call>,
    /// The intents that a command made, in its order.
    pub made: Vec<IntentId>,
    /// Why parts of a command were not carried out.
    pub refused: Vec<Refusal>,
}
