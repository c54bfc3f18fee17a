//! What the outbox wrote down of what it did, in sentences.

use outbox::{Ending, Happening};
use words::{Words, say};

/// A line of the audit. What a newer version wrote is told as it stands there.
pub(super) fn happened(code: &str) -> Words {
    let Some(happening) = Happening::from_code(code) else { return say::reports_event_other(code) };
    match happening {
        Happening::Queued => say::reports_event_queued(),
        Happening::Sent => say::reports_event_sent(),
        Happening::Accepted => say::reports_event_accepted(),
        Happening::Refused => say::reports_event_refused(),
        Happening::Confirmed => say::reports_event_confirmed(),
        Happening::AlreadySo => say::reports_event_already_so(),
        Happening::AnswerLost => say::reports_event_answer_lost(),
        Happening::AnsweredByAnother => say::reports_event_answered_by_another(),
        Happening::NotRecorded => say::reports_event_not_recorded(),
        Happening::ProvenNotRecorded => say::reports_event_proven_not_recorded(),
        Happening::KeepsFailing => say::reports_event_keeps_failing(),
        Happening::SentWithRefused => say::reports_event_sent_with_a_refused_one(),
        Happening::MayNotBeRead => say::reports_event_may_not_be_read(),
        Happening::PersonMustDecide => say::reports_event_a_person_must_decide(),
        Happening::StateMoved => say::reports_event_the_state_moved(),
        Happening::Interrupted => say::reports_event_interrupted(),
        Happening::OlderCopy => say::reports_event_an_older_copy(),
        Happening::Blocked => say::reports_event_blocked(),
        Happening::FreeAgain => say::reports_event_free_again(),
        Happening::Edited => say::reports_event_edited(),
        Happening::Withdrawn => say::reports_event_withdrawn(),
        Happening::GivenUp => say::reports_event_given_up(),
        Happening::DecidedRecorded => say::reports_event_decided_recorded(),
        Happening::DecidedSendAsMeant => say::reports_event_decided_send_as_meant(),
        Happening::DecidedSendAgain => say::reports_event_decided_send_again(),
        Happening::DecidedLookAgain => say::reports_event_decided_look_again(),
    }
}

/// How a request ended; empty where it has not, as far as is known.
pub(super) fn ended(code: &str) -> Words {
    if code.is_empty() {
        return say::reports_ended_unknown();
    }
    let Some(ending) = Ending::from_code(code) else { return say::reports_event_other(code) };
    match ending {
        Ending::Accepted => say::reports_ended_accepted(),
        Ending::Refused => say::reports_ended_refused(),
        Ending::Asked => say::reports_ended_asked(),
        Ending::KeyRefused => say::reports_ended_key_refused(),
        Ending::NotSent => say::reports_ended_not_sent(),
        Ending::Blocked => say::reports_ended_blocked(),
        Ending::Foreign => say::reports_ended_foreign(),
        Ending::Lost => say::reports_ended_lost(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_a_sentence_of_its_own_and_a_newer_one_is_told_as_unknown() {
        let sentences = |all: Vec<String>| {
            let count = all.len();
            assert!(all.iter().all(|sentence| sentence.ends_with('.')), "{all:?}");
            let different: std::collections::BTreeSet<_> = all.into_iter().collect();
            assert_eq!(different.len(), count, "two read alike: {different:?}");
        };
        sentences(Happening::ALL.iter().map(|one| happened(one.code()).to_string()).collect());
        sentences(Ending::ALL.iter().map(|one| ended(one.code()).to_string()).collect());
        assert_eq!(happened("merged with another").to_string(), "Unknown: merged with another");
        assert_eq!(ended("redirected").to_string(), "Unknown: redirected");
        assert!(ended("").to_string().starts_with("How it ended is not known"));
    }
}
