//! What became of the reports that waited while there was no connection. Pure.

use std::collections::BTreeMap;

use jiff::Timestamp;
use outbox::State;

use crate::contract::OutboxSummary;

/// How a report that waited offline ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Recorded,
    Refused,
    NeedsYou,
    /// Taken back, or edited: not one that the person waits for.
    Gone,
}

/// The time without a connection, and what waited in it.
#[derive(Debug, Default)]
pub(crate) struct Episode {
    since: Option<Timestamp>,
    offline: bool,
    members: BTreeMap<i64, Option<Ending>>,
    told: Option<OutboxSummary>,
}

impl Episode {
    /// There is no connection, since `at` where that is new; `waiting` is what waits then.
    pub fn offline(&mut self, at: Timestamp, waiting: impl IntoIterator<Item = i64>) {
        self.offline = true;
        self.since.get_or_insert(at);
        for id in waiting {
            self.members.entry(id).or_insert(None);
        }
    }

    /// There is a connection. Gives whether there is something new to tell.
    pub fn online(&mut self) -> bool {
        self.offline = false;
        self.end_if_over()
    }

    /// A report is in this state now. Gives whether there is something new to tell.
    pub fn moved(&mut self, id: i64, state: State) -> bool {
        let ending = match state {
            State::Confirmed => Some(Ending::Recorded),
            State::Rejected => Some(Ending::Refused),
            State::NeedsPerson => Some(Ending::NeedsYou),
            State::Withdrawn | State::Superseded => Some(Ending::Gone),
            _ => None,
        };
        if self.offline && ending.is_none() {
            self.members.entry(id).or_insert(None);
        }
        if let Some(known) = self.members.get_mut(&id) {
            *known = ending;
        }
        self.end_if_over()
    }

    /// What there is to tell.
    pub fn told(&self) -> Option<&OutboxSummary> {
        self.told.as_ref()
    }

    /// The person has read it. Gives whether there was something.
    pub fn seen(&mut self) -> bool {
        self.told.take().is_some()
    }

    fn end_if_over(&mut self) -> bool {
        if self.offline || self.members.values().any(Option::is_none) {
            return false;
        }
        let Some(since) = self.since.take() else { return false };
        let members = std::mem::take(&mut self.members);
        let count = |wanted| {
            i64::try_from(members.values().filter(|ending| **ending == Some(wanted)).count()).unwrap_or(i64::MAX)
        };
        let summary = OutboxSummary {
            offline_since: since.to_string(),
            recorded: count(Ending::Recorded),
            refused: count(Ending::Refused),
            needs_you: count(Ending::NeedsYou),
        };
        let something = summary.recorded + summary.refused + summary.needs_you > 0;
        if something {
            self.told = Some(summary);
        }
        something
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-23T20:00:00Z".parse().unwrap()
    }

    #[test]
    fn what_waited_offline_is_summed_up_once_it_is_settled() {
        let mut episode = Episode::default();
        episode.offline(noon(), [1, 2]);
        episode.moved(3, State::Queued);
        episode.moved(4, State::Queued);
        assert!(!episode.moved(4, State::Withdrawn), "still offline");
        assert!(!episode.online(), "nothing is settled yet");
        episode.moved(9, State::Queued);
        episode.moved(1, State::Sending);
        episode.moved(1, State::Confirmed);
        episode.moved(2, State::Rejected);
        assert_eq!(episode.told(), None, "one is still on its way");
        assert!(episode.moved(3, State::NeedsPerson));
        let wanted = OutboxSummary { offline_since: noon().to_string(), recorded: 1, refused: 1, needs_you: 1 };
        assert_eq!(episode.told(), Some(&wanted), "what came after is not counted, nor what was taken back");
        assert!(episode.seen() && !episode.seen());
    }

    #[test]
    fn a_line_that_drops_again_is_one_time_without_a_connection() {
        let mut episode = Episode::default();
        episode.offline(noon(), [1]);
        episode.online();
        episode.offline("2026-11-23T21:00:00Z".parse().unwrap(), [1]);
        episode.moved(1, State::Confirmed);
        assert!(episode.online());
        assert_eq!(episode.told().unwrap().offline_since, noon().to_string());
    }

    #[test]
    fn without_anything_waiting_there_is_nothing_to_tell() {
        let mut episode = Episode::default();
        episode.offline(noon(), []);
        assert!(!episode.online());
        assert_eq!(episode.told(), None);
    }
}
