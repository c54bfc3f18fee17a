//! What a person reads about an intent: what happened, is my work safe, what now.

use ::words::{Words, say};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::event::Hold;
use crate::happening::HoldCause;
use crate::intent::{Intent, Progress, Reason, State};
use crate::kinds::Write;

/// Three plain sentences. The state's own words and the facts stand in [`Progress::reason`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What happened.
    pub happened: String,
    /// Whether the work is safe.
    pub safe: String,
    /// What to do now.
    pub now: String,
}

/// Tells where an intent is. `hold` is what keeps its license back at the moment.
pub fn told(progress: &Progress, hold: Option<&Hold>, now: Timestamp) -> Told {
    let nothing = say::reporting_now_nothing;
    let (happened, safe, next) = match progress.state {
        State::Queued => queued(progress, hold.filter(|hold| hold.until > now)),
        State::Blocked => (say::reporting_blocked(), say::reporting_safe_here(), say::reporting_blocked_now()),
        State::Sending => (say::reporting_sending(), say::reporting_safe_here(), say::reporting_sending_now()),
        State::Accepted => (say::reporting_accepted(), say::reporting_safe_here(), nothing()),
        State::Confirmed => confirmed(progress.reason.as_ref()),
        State::Rejected => rejected(progress.reason.as_ref()),
        State::Unknown => unknown(progress.reason.as_ref()),
        State::NeedsPerson => needs_person(progress.reason.as_ref()),
        State::Withdrawn => (say::reporting_withdrawn(), say::reporting_safe_withdrawn(), nothing()),
        State::Superseded => (say::reporting_replaced(), say::reporting_safe_replaced(), nothing()),
    };
    let over = matches!(progress.state, State::Rejected | State::Withdrawn | State::Superseded);
    // Where a person had it sent again without knowing.
    let safe = if over && progress.sent_again { say::reporting_safe_sent_again() } else { safe };
    Told { happened: happened.to_string(), safe: safe.to_string(), now: next.to_string() }
}

/// One line for a write, for example `Finish package 1A4060300002199000003445`.
pub fn sentence(write: &Write) -> String {
    write.report().line(None).to_string()
}

/// The same for an intent, in the words in which the person meant it: what was set is told as set.
pub fn sentence_of(intent: &Intent) -> String {
    let to = intent.promise.as_ref().and_then(|promise| promise.to);
    intent.write.report().line(to).to_string()
}

/// What happened, whether the work is safe, what to do now.
type Three = (Words, Words, Words);

fn queued(progress: &Progress, hold: Option<&Hold>) -> Three {
    let (happened, next) = match hold.map(|hold| hold.cause) {
        Some(HoldCause::Offline) => (say::reporting_offline(), say::reporting_offline_now()),
        Some(HoldCause::Between) => (say::reporting_between(), say::reporting_between_now()),
        Some(HoldCause::StateFails) => (say::reporting_state_fails(), say::reporting_state_fails_now()),
        Some(HoldCause::Asked) => (say::reporting_asked(), say::reporting_asked_now()),
        Some(HoldCause::Keys) => (say::reporting_keys(), say::reporting_keys_now()),
        None if progress.failures > 0 => (say::reporting_after_failure(), say::reporting_after_failure_now()),
        None => (say::reporting_waits(), say::reporting_waits_now()),
    };
    (happened, say::reporting_safe_here(), next)
}

fn confirmed(reason: Option<&Reason>) -> Three {
    let (happened, safe) = match reason {
        Some(Reason::AlreadySo) => (say::reporting_already_so(), say::reporting_safe_shown()),
        Some(Reason::PersonSaysRecorded) => (say::reporting_person_says_so(), say::reporting_safe_seen()),
        _ => (say::reporting_confirmed(), say::reporting_safe_shown()),
    };
    (happened, safe, say::reporting_now_nothing())
}

fn rejected(reason: Option<&Reason>) -> Three {
    let (happened, next) = match reason {
        Some(Reason::MayNotRead { .. }) => (say::reporting_may_not_read(), say::reporting_may_not_read_now()),
        _ => (say::reporting_refused(), say::reporting_refused_now()),
    };
    (happened, say::reporting_safe_not_recorded(), next)
}

fn unknown(reason: Option<&Reason>) -> Three {
    let checking = say::reporting_now_checking;
    let (happened, next) = match reason {
        Some(Reason::OtherRowRefused) => (say::reporting_other_refused(), say::reporting_other_refused_now()),
        Some(Reason::OlderCopy) => (say::reporting_older_copy(), checking()),
        Some(Reason::Foreign { .. }) => (say::reporting_foreign(), say::reporting_foreign_now()),
        Some(Reason::AppEnded) => (say::reporting_app_ended(), checking()),
        _ => (say::reporting_answer_lost(), checking()),
    };
    (happened, say::reporting_safe_here(), next)
}

fn needs_person(reason: Option<&Reason>) -> Three {
    let (happened, next) = match reason {
        Some(Reason::NotShown { .. }) => (say::reporting_not_shown(), say::reporting_facts_now()),
        Some(Reason::MayNotRead { .. }) => (say::reporting_cannot_read(), say::reporting_cannot_read_now()),
        Some(Reason::Moved { .. }) => (say::reporting_moved(), say::reporting_moved_now()),
        Some(Reason::KeepsFailing { .. }) => (say::reporting_keeps_failing(), say::reporting_keeps_failing_now()),
        _ => (say::reporting_cannot_tell(), say::reporting_facts_now()),
    };
    (happened, say::reporting_safe_kept(), next)
}

#[cfg(test)]
mod tests;
