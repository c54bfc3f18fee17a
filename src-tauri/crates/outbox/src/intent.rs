//! An intent: one write that a person queued, and how far it is.

use std::fmt;

use jiff::Timestamp;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};

use crate::entity::Entity;
use crate::judge::Fact;
use crate::kinds::Write;
use crate::mark::Mark;
use crate::promise::Promise;
use crate::snapshot::{PackageSnapshot, Snapshot};

/// Names an intent. Given in order, never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IntentId(pub i64);

/// Names one request to the state. Given in order, never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttemptId(pub i64);

/// Where an intent is. It is in exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits for its turn.
    Queued,
    /// Waits for another intent that is stuck.
    Blocked,
    /// Its request is leaving, or was when the app ended.
    Sending,
    /// The state said yes; not yet read back.
    Accepted,
    /// Read back: the state holds it. Final.
    Confirmed,
    /// The state refused it; nothing was recorded. An edit may take its place.
    Rejected,
    /// It may or may not have been recorded. Nothing is sent until that is known.
    Unknown,
    /// What is known does not settle it. A person decides.
    NeedsPerson,
    /// Taken back before it was sent. Final.
    Withdrawn,
    /// An edit took its place. Final.
    Superseded,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Queued,
        Self::Blocked,
        Self::Sending,
        Self::Accepted,
        Self::Confirmed,
        Self::Rejected,
        Self::Unknown,
        Self::NeedsPerson,
        Self::Withdrawn,
        Self::Superseded,
    ];

    /// The name under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Blocked => "blocked",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
            Self::Unknown => "unknown",
            Self::NeedsPerson => "needs_person",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
        }
    }

    /// The state of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the outbox has nothing more to do for it unless a person acts. A refused intent counts: it is over for
    /// the state, and those behind it at the same entity go on.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Confirmed | Self::Rejected | Self::Withdrawn | Self::Superseded)
    }

    /// Whether nothing can ever change it again.
    pub fn is_final(self) -> bool {
        self.is_settled() && self != Self::Rejected
    }

    /// The group of the Outbox page that shows it (PRODUCT section 10).
    pub fn group(self) -> Group {
        match self {
            Self::Queued | Self::Blocked => Group::Waiting,
            Self::Sending => Group::Sending,
            Self::Accepted | Self::Unknown => Group::Checking,
            Self::NeedsPerson => Group::NeedsYou,
            Self::Rejected => Group::Refused,
            Self::Confirmed | Self::Withdrawn | Self::Superseded => Group::Done,
        }
    }
}

/// The groups of the Outbox page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Not yet sent.
    Waiting,
    /// On its way.
    Sending,
    /// Being read back.
    Checking,
    /// A person decides.
    NeedsYou,
    /// The state said no.
    Refused,
    /// Over.
    Done,
}

/// Why an intent is where it is, beyond its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// The state's own words.
    StateSaid {
        /// To the letter; may be empty.
        said: String,
    },
    /// Sent, and the answer did not come or did not tell.
    AnswerLost {
        /// What the line or the state did.
        how: String,
    },
    /// Sent, and something between this computer and the state answered in its place.
    Foreign {
        /// What stands there, and what it said.
        how: String,
    },
    /// The app ended while it was being sent.
    AppEnded,
    /// The ledger was damaged and an older copy took its place: it may have been sent since that copy was made.
    OlderCopy,
    /// Another row of the same request was refused; whether this one was left out is being made sure of.
    OtherRowRefused,
    /// Readings do not settle whether it was recorded.
    CannotTell {
        /// Side by side.
        facts: Vec<Fact>,
    },
    /// The state said yes and its record does not show it.
    NotShown {
        /// Side by side.
        facts: Vec<Fact>,
    },
    /// The state's record may not be read with these keys.
    MayNotRead {
        /// The state's words.
        said: String,
    },
    /// The state failed at it time and again. It is certain that nothing was recorded.
    KeepsFailing {
        /// What the state said or the line did last.
        last: String,
    },
    /// The state does not hold what the person saw when this was reviewed, so nothing was sent.
    Moved {
        /// Side by side: what was seen, what was promised, what the state holds.
        facts: Vec<Fact>,
    },
    /// Waits for another intent.
    WaitsFor {
        /// Which.
        intent: IntentId,
    },
    /// The state already held what was wanted; nothing was sent.
    AlreadySo,
    /// A person said that the state recorded it.
    PersonSaysRecorded,
}

/// All of an intent that changes, stored together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Where it is.
    pub state: State,
    /// Since when.
    pub since: Timestamp,
    /// Why, beyond the state.
    pub reason: Option<Reason>,
    /// Nothing is tried for it before then.
    pub not_before: Option<Timestamp>,
    /// From when on a reading may prove absence: until then the request may still be under way.
    pub settles_at: Option<Timestamp>,
    /// Attempts in a row that the state failed at, proven absent.
    pub failures: u32,
    /// Readings in a row that settled nothing.
    pub doubts: u32,
    /// Goes alone in its request, since a request with others was refused without saying which.
    pub alone: bool,
    /// A person had it sent again although it was not known whether an earlier attempt was recorded. What is told of it
    /// from then on does not claim that the state has nothing of it.
    pub sent_again: bool,
    /// The newest attempt.
    pub attempt: Option<AttemptId>,
    /// When the first attempt began.
    pub first_tried: Option<Timestamp>,
    /// What the state held just before the newest attempt.
    pub before: Option<Snapshot>,
    /// The edit that took its place.
    pub superseded_by: Option<IntentId>,
    /// What the state held when a person was asked, where the question shows it and an answer settles what is sent.
    #[serde(default)]
    pub shown: Option<PackageSnapshot>,
    /// What the state held when a person, seeing it, said that this is to be sent all the same.
    #[serde(default)]
    pub agreed: Option<PackageSnapshot>,
    /// The state's id of what it made, as read back: a new template's. None where nothing was made, or a person said
    /// that it was recorded.
    #[serde(default)]
    pub made: Option<i64>,
}

/// One write that a person queued. All but `progress` never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Its name.
    pub id: IntentId,
    /// Its place in the order of its entity: its id, or that of the intent whose place it took.
    pub order: i64,
    /// The command that made it, as the page numbered it.
    pub request: String,
    /// In whose books.
    pub license: LicenseNumber,
    /// What is wanted.
    pub write: Write,
    /// What its review showed and promised; none where there was no review, or it was queued by an older version.
    pub promise: Option<Promise>,
    /// By which an adjustment is known again.
    pub mark: Mark,
    /// The JSON object that goes to the state, to the letter.
    pub body: String,
    /// Who queued it.
    pub who: String,
    /// When.
    pub queued_at: Timestamp,
    /// Goes only after these are confirmed.
    pub after: Vec<IntentId>,
    /// The intent whose place it took.
    pub supersedes: Option<IntentId>,
    /// How far it is.
    pub progress: Progress,
}

impl Progress {
    /// Freshly queued.
    pub fn queued(now: Timestamp) -> Self {
        Self {
            state: State::Queued,
            since: now,
            reason: None,
            not_before: None,
            settles_at: None,
            failures: 0,
            doubts: 0,
            alone: false,
            sent_again: false,
            attempt: None,
            first_tried: None,
            before: None,
            superseded_by: None,
            shown: None,
            agreed: None,
            made: None,
        }
    }
}

impl Intent {
    /// What it changes, in whose books.
    pub fn lane(&self) -> (LicenseNumber, Entity) {
        (self.license.clone(), self.write.entity())
    }
}

impl fmt::Display for IntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
