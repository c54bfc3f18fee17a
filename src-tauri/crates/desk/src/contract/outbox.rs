//! The Outbox page: six groups, each report's story, and what a person can do.

use jiff::civil::Date;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionForm, OutboxGroup, PackageRef};

/// How the outbox stands. The badge is `needs_you + refused + waiting`; each number equals the ledger's own count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxStatus {
    /// Not yet sent.
    pub waiting: i64,
    /// On its way.
    pub sending: i64,
    /// Being read back.
    pub checking: i64,
    /// A person decides.
    pub needs_you: i64,
    /// The state said no.
    pub refused: i64,
    /// Over and not cleared.
    pub done: i64,
    /// By when the oldest waiting report is due (24 hours, 4 CCR 15049), RFC 3339; absent where nothing waits.
    pub due: Option<String>,
    /// How many of those that wait are past their 24 hours.
    pub overdue: i64,
    /// Why nothing leaves, for the indicator; absent when it goes on.
    pub held: Option<OutboxHeld>,
    /// What became of the reports that waited for a connection; absent until there is something to tell, and after
    /// `outbox_summary_seen`.
    pub summary: Option<OutboxSummary>,
    /// Greater with each status that is told, as that of [`SyncStatus`](super::SyncStatus) is.
    pub revision: i64,
}

/// Why nothing leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxHeld {
    /// What happened, in words.
    pub happened: String,
    /// Until when nothing is tried, RFC 3339; absent where it is not a matter of time.
    pub until: Option<String>,
    /// Whether it is for want of a connection.
    pub offline: bool,
    /// Whether something between this computer and the state is in the way, which a person has to mend.
    pub blocked: bool,
}

/// What became of the reports that waited while there was no connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxSummary {
    /// Since when there was no connection, RFC 3339.
    pub offline_since: String,
    /// Recorded by the state.
    pub recorded: i64,
    /// Refused.
    pub refused: i64,
    /// Need a person.
    pub needs_you: i64,
}

/// `outbox_list`: a window of one group.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutboxListFind {
    /// Which.
    pub group: OutboxGroup,
    /// First position, from 0.
    pub from: i64,
    /// At most 500.
    pub count: i64,
}

/// A window of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxList {
    /// How many there are in all.
    pub total: i64,
    /// Waiting: oldest first; all others: newest change first.
    pub lines: Vec<OutboxLine>,
}

/// One report as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxLine {
    /// Its number.
    pub intent: i64,
    /// In whose books.
    pub license: LicenseNumber,
    /// The kind's code, for example `finish`.
    pub kind: String,
    /// The kind's words, for example `Finish`.
    pub title: String,
    /// For example `Finish package 1A…, on Nov 23, 2026`.
    pub sentence: String,
    /// Its package, where it is about one.
    pub package: Option<PackageRef>,
    /// The package's item, where the local copy has it.
    pub item: String,
    /// Who queued it.
    pub who: String,
    /// When, RFC 3339.
    pub queued_at: String,
    /// Since when it is where it is, RFC 3339.
    pub since: String,
    /// Where it is.
    pub group: OutboxGroup,
    /// Within Done: `recorded`, `already_so`, `withdrawn`, `replaced`, `decided`; within the others the state's code.
    pub outcome: String,
    /// What happened.
    pub happened: String,
    /// Is my work safe.
    pub safe: String,
    /// What now.
    pub now: String,
    /// What the state said, to the letter; may be empty.
    pub said: String,
    /// When it is tried next, RFC 3339; absent where that is not known.
    pub next_at: Option<String>,
    /// By when it must be reported (24 hours, 4 CCR 15049), RFC 3339; absent once it is over.
    pub due: Option<String>,
    /// Whether a person can take it back now.
    pub can_withdraw: bool,
    /// Whether it can be edited and sent again.
    pub can_edit: bool,
    /// Whether it waits for a person's decision.
    pub can_decide: bool,
}

/// `outbox_story`: everything about one report.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OutboxStoryFind {
    /// Its number.
    pub intent: i64,
}

/// Everything about one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxStory {
    /// The line.
    pub line: OutboxLine,
    /// The form to edit it with; absent where it is not a package action.
    pub form: Option<ActionForm>,
    /// The JSON object for the state, to the letter.
    pub body: String,
    /// What is known, side by side, where a person decides or the readings settled nothing.
    pub facts: Vec<OutboxFact>,
    /// What a person can answer where the state does not hold what the review showed, beside taking it back; empty
    /// where that is not the question.
    pub choices: Vec<OutboxChoice>,
    /// Each request that carried it, oldest first.
    pub attempts: Vec<OutboxAttempt>,
    /// What happened to it, oldest first.
    pub events: Vec<OutboxEvent>,
    /// The reports that it waits for.
    pub waits_for: Vec<i64>,
    /// The report whose place it took.
    pub supersedes: Option<i64>,
    /// The edit that took its place.
    pub superseded_by: Option<i64>,
}

/// Facts side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxFact {
    /// What is compared, for example `Quantity`.
    pub what: String,
    /// Before it was sent.
    pub before: String,
    /// What was wanted.
    pub wanted: String,
    /// What the state holds now.
    pub now: String,
}

/// An answer to what the state holds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxChoice {
    /// What to decide.
    pub decision: OutboxDecision,
    /// On the button, for example `Make it 10 now`.
    pub words: String,
    /// What pressing it does.
    pub does: String,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxAttempt {
    /// Its number.
    pub attempt: i64,
    /// When it left, RFC 3339.
    pub begun_at: String,
    /// When it ended, RFC 3339; absent where it never did.
    pub ended_at: Option<String>,
    /// How it ended, in a sentence.
    pub outcome: String,
    /// The HTTP status; absent where there was none.
    pub status: Option<u16>,
    /// What the state or the line said, to the letter.
    pub said: String,
    /// How many reports it carried.
    pub carried: i64,
    /// SHA-256 of its body, hexadecimal.
    pub hash: String,
}

/// A line of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutboxEvent {
    /// When, RFC 3339.
    pub at: String,
    /// The person, or `Trackside`.
    pub who: String,
    /// In a sentence.
    pub what: String,
    /// To the letter, where it is the state's; may be empty.
    pub detail: String,
}

/// `outbox_withdraw`: takes back what has not left.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutboxWithdraw {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which; at most 10,000.
    pub intents: Vec<i64>,
}

/// A person's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutboxDecision {
    /// "It was recorded."
    Recorded,
    /// "Send again."
    SendAgain,
    /// "Look again."
    CheckAgain,
    /// "Send it as it was meant", where the state moved since the review.
    SendAsMeant,
    /// "Make it so now", where the state moved since a quantity was set: another report takes the place of this one.
    SetAnew,
}

/// `outbox_decide`: settles what cannot be known.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutboxDecide {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which.
    pub intent: i64,
    /// How.
    pub decision: OutboxDecision,
}

/// `outbox_clear`: puts reports that are over out of the way. They stay in the ledger and in the audit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutboxClear {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which; empty for all of Done.
    pub intents: Vec<i64>,
}

/// What a command of the outbox did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxDone {
    /// How many reports it changed.
    pub changed: i64,
    /// What was not carried out, and why.
    pub refused: Vec<OutboxRefusal>,
    /// How the outbox stands now.
    pub outbox: OutboxStatus,
}

/// Why one report was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxRefusal {
    /// Which.
    pub intent: i64,
    /// Why, in a sentence.
    pub sentence: String,
}

/// `audit_export`: who did what, what was sent and what came back, as CSV. Both days are included, in California's
/// time.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AuditExport {
    /// Made by the page, unique; also the job's name.
    pub request_id: String,
    /// `YYYY-MM-DD`.
    #[ts(type = "string")]
    pub from: Date,
    /// `YYYY-MM-DD`.
    #[ts(type = "string")]
    pub to: Date,
}
