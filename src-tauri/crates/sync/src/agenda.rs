//! What one look for news asks for, as a pure function. People rely on packages, transfers and lab samples being fresh, so
//! their lists are asked for in every look. The small lists behind them change seldom: they take turns, one errand a
//! look, whichever has been due longest, so that a look costs the same number of calls whatever the hour.
//!
//! A quiet look of a license with every list: one call for the licenses of the keys, five for packages, one for lab
//! samples, four for transfers, one errand: twelve. A license without lab samples, or with lists that its keys may not
//! read, has so many less. That transfers went without a trace shows in the same call as their news, for the newest of
//! them (see `leavers`); the errands `Compare` find the others.

use crate::plan::DAY;
use crate::stream::{Rhythm, Stream};

/// What is known of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) stream: Stream,
    /// Up to when it was read without a gap, in seconds; none where it never was.
    pub(crate) read_at: Option<i64>,
    /// When its total was last compared with the mirror's, in seconds; none for lists that are not compared, and before
    /// the first whole reading.
    pub(crate) compared_at: Option<i64>,
}

/// What one list is asked for beside its news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errand {
    /// Read it.
    Read(Stream),
    /// Compare its total with the mirror's, to see what left without a trace.
    Compare(Stream),
}

/// What a look asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Agenda {
    /// Lists to be read, in the order shown.
    pub(crate) reads: Vec<Stream>,
    /// Lists to be compared.
    pub(crate) compares: Vec<Stream>,
    /// The errand whose turn it is. It waits for a quiet look.
    pub(crate) turn: Option<Errand>,
    /// Whether that has waited so long that it waits no more.
    pub(crate) pressing: bool,
}

/// How often a list's total is compared, in seconds.
const COMPARE_EVERY: i64 = 30 * 60;

/// An errand that is due for so long no longer waits for a quiet look.
const PRESSING: i64 = 6 * 3600;

/// What to ask for at `now`, in seconds.
pub(crate) fn agenda(known: &[Known], now: i64, reference_every: i64) -> Agenda {
    let mut agenda = Agenda::default();
    let seldom = |stream: Stream| match stream.rhythm() {
        Rhythm::EveryLook => None,
        Rhythm::Hourly => Some(3600.min(reference_every)),
        Rhythm::Daily => Some(reference_every),
    };
    let last_look = known.iter().filter(|known| seldom(known.stream).is_none()).filter_map(|known| known.read_at).max();
    // After a day away everything that is due is read at once, like a first load.
    let away = last_look.is_none_or(|at| now - at > DAY);
    let mut due: Vec<(i64, Errand)> = Vec::new();
    for known in known {
        match (seldom(known.stream), known.read_at) {
            (None, _) | (_, None) => agenda.reads.push(known.stream),
            (Some(every), Some(at)) => due.push((now - at - every, Errand::Read(known.stream))),
        }
        if let Some(at) = known.compared_at {
            due.push((now - at - COMPARE_EVERY, Errand::Compare(known.stream)));
        }
    }
    due.retain(|(late, _)| *late >= 0);
    if away {
        for (_, errand) in due {
            match errand {
                Errand::Read(stream) => agenda.reads.push(stream),
                Errand::Compare(stream) => agenda.compares.push(stream),
            }
        }
        return agenda;
    }
    // The first of those that are equally late.
    let longest = due.into_iter().rev().max_by_key(|(late, _)| *late);
    agenda.pressing = longest.is_some_and(|(late, _)| late >= PRESSING);
    agenda.turn = longest.map(|(_, errand)| errand);
    agenda
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_000 * DAY;

    /// Every list of a license, read just now.
    fn fresh() -> Vec<Known> {
        let compared = |stream: Stream| stream.leaves_without_trace().then_some(NOW);
        Stream::ALL
            .iter()
            .copied()
            .filter(|stream| stream.is_list())
            .map(|stream| Known { stream, read_at: Some(NOW), compared_at: compared(stream) })
            .collect()
    }

    #[test]
    fn packages_transfers_and_samples_are_asked_for_in_every_look_and_nothing_else_without_need() {
        let agenda = agenda(&fresh(), NOW + 60, DAY);
        assert_eq!(
            agenda.reads,
            [
                Stream::PackagesActive,
                Stream::PackagesOnHold,
                Stream::PackagesInactive,
                Stream::PackagesInTransit,
                Stream::PackagesTransferred,
                Stream::LabSamples,
                Stream::IncomingTransfers,
                Stream::OutgoingTransfers,
                Stream::RejectedTransfers,
                Stream::TransferTemplates,
            ]
        );
        assert_eq!((agenda.turn, agenda.compares.len()), (None, 0));
    }

    #[test]
    fn a_list_that_was_never_read_does_not_wait_for_its_turn() {
        let mut known = fresh();
        for known in &mut known {
            known.read_at = known.read_at.filter(|_| known.stream != Stream::Drivers);
        }
        assert!(agenda(&known, NOW + 60, DAY).reads.contains(&Stream::Drivers));
    }

    #[test]
    fn whoever_waits_takes_turns_and_nobody_waits_for_long() {
        // Looks every five minutes and every three hours, a week of each.
        for every in [300, 3 * 3600] {
            let mut known = fresh();
            let mut now = NOW;
            let mut longest = 0;
            while now < NOW + 7 * DAY {
                now += every;
                let agenda = agenda(&known, now, DAY);
                assert_eq!((agenda.reads.len(), agenda.compares.len()), (10, 0), "the same at every hour");
                for known in &mut known {
                    if agenda.reads.contains(&known.stream) || agenda.turn == Some(Errand::Read(known.stream)) {
                        known.read_at = Some(now);
                    }
                    if agenda.turn == Some(Errand::Compare(known.stream)) {
                        known.compared_at = Some(now);
                    }
                    longest = longest.max(now - known.read_at.unwrap());
                }
            }
            // Eighteen take turns at most.
            assert!(longest <= DAY + 18 * every.max(3600), "a list waited for {longest} s with a look every {every} s");
        }
    }

    #[test]
    fn after_a_day_away_everything_due_is_read_at_once() {
        let agenda = agenda(&fresh(), NOW + 3 * DAY, DAY);
        assert_eq!(agenda.reads.len(), 25, "all lists");
        assert_eq!(agenda.compares.len(), 3);
        assert_eq!(agenda.turn, None);
    }

    #[test]
    fn an_errand_that_waited_for_hours_is_pressing() {
        let mut known = fresh();
        for known in &mut known {
            if known.stream == Stream::Items {
                known.read_at = Some(NOW - 5 * 3600);
            }
        }
        assert!(!agenda(&known, NOW, DAY).pressing);
        let later = agenda(&known, NOW + 2 * 3600, DAY);
        assert_eq!((later.turn, later.pressing), (Some(Errand::Read(Stream::Items)), true));
    }
}
