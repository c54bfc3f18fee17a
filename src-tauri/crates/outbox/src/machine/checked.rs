//! Readings came: before an attempt, or after it.

use rules::LicenseNumber;
use words::say;

use super::{Doing, OURSELVES, Step};
use crate::event::ReadFailure;
use crate::happening::{Happening, HoldCause};
use crate::intent::{Intent, IntentId, Reason, State};
use crate::judge::{Fact, Verdict, facts, judge};
use crate::moment::{Moment, Steady};
use crate::promise::moved;
use crate::snapshot::{PackageSnapshot, Reading, Snapshot};
use crate::timing::later;

/// How the readings leave it open.
#[derive(Clone)]
enum Open {
    Facts(Vec<Fact>),
    MayNotRead(String),
}

impl Step<'_> {
    pub(super) fn read(&mut self, license: &LicenseNumber, readings: Vec<(IntentId, Result<Reading, ReadFailure>)>) {
        let some_came = readings.iter().any(|(_, reading)| reading.is_ok());
        if some_came {
            self.went_well(license);
        }
        for (id, reading) in readings {
            let Some(doing) = self.outbox.doing.remove(&id) else { continue };
            let Some(intent) = self.outbox.open.get(&id).map(|entry| entry.intent.clone()) else { continue };
            match (intent.progress.state, doing, reading) {
                (State::Queued, Doing::ReadingBefore, Ok(reading)) => self.read_before(&intent, reading),
                (State::Accepted | State::Unknown, Doing::Checking { since }, Ok(reading)) => {
                    self.checked(&intent, since, &reading);
                }
                (State::Queued, Doing::ReadingBefore, Err(ReadFailure::MayNotRead { said })) => {
                    self.may_not_read_before(&intent, said);
                }
                (_, Doing::Checking { since }, Err(ReadFailure::MayNotRead { said })) => {
                    self.left_open(&intent, since, Open::MayNotRead(said), None);
                }
                (_, _, Err(failure)) => self.not_read(&intent, &failure, some_came),
                // The intent went elsewhere meanwhile, or its turn is being awaited: the reading is of no use.
                (_, _, Ok(_)) => {}
            }
        }
    }

    /// Without reading there is no proof, so nothing is sent.
    fn may_not_read_before(&mut self, intent: &Intent, said: String) {
        let state = if intent.progress.sent_again { State::NeedsPerson } else { State::Rejected };
        self.move_to(intent.id, state, OURSELVES, Happening::MayNotBeRead, &said, |progress| {
            progress.reason = Some(Reason::MayNotRead { said: said.clone() });
        });
    }

    fn read_before(&mut self, intent: &Intent, reading: Reading) {
        let earlier = intent.progress.first_tried.is_some()
            && judge(&intent.write, &intent.mark, None, &reading) == Verdict::Confirmed;
        if earlier {
            let (made, detail) = (intent.write.report().made(&reading), say::reporting_audit_earlier().to_string());
            self.move_to(intent.id, State::Confirmed, OURSELVES, Happening::Confirmed, &detail, |progress| {
                progress.made = made;
            });
        } else if intent.write.report().already_so(&reading.snapshot) {
            self.move_to(intent.id, State::Confirmed, OURSELVES, Happening::AlreadySo, "", |progress| {
                progress.reason = Some(Reason::AlreadySo);
            });
        } else if let Some(fact) =
            moved(&intent.write, intent.promise.as_ref(), intent.progress.agreed.as_ref(), &reading.snapshot)
        {
            let detail = say::reporting_audit_moved(&fact.now, &fact.before, &fact.what).to_string();
            self.move_to(intent.id, State::NeedsPerson, OURSELVES, Happening::StateMoved, &detail, |progress| {
                progress.reason = Some(Reason::Moved { facts: vec![fact] });
                progress.shown = package(&reading.snapshot);
                progress.agreed = None;
            });
        } else {
            let at = Moment { wall: self.now, steady: self.steady };
            let ready = Doing::Ready { before: reading.snapshot, at };
            self.outbox.doing.insert(intent.id, ready);
        }
    }

    /// The effect was looked for. `since` is when the reading began.
    fn checked(&mut self, intent: &Intent, since: Steady, reading: &Reading) {
        let progress = &intent.progress;
        let before = progress.before.as_ref();
        let unsettled = self.unsettled(intent.id, since);
        match judge(&intent.write, &intent.mark, before, reading) {
            Verdict::Confirmed => {
                let made = intent.write.report().made(reading);
                self.move_to(intent.id, State::Confirmed, OURSELVES, Happening::Confirmed, "", |progress| {
                    progress.made = made
                });
            }
            Verdict::ProvenAbsent if progress.state == State::Unknown => match unsettled {
                None => self.absent(intent),
                Some(left) => {
                    // The wall clock may have jumped since it was told when this is over.
                    let settles_at = Some(later(self.now, left));
                    self.touch(intent.id, |progress| {
                        progress.not_before = settles_at;
                        progress.settles_at = settles_at;
                    });
                }
            },
            Verdict::ProvenAbsent | Verdict::Doubt => {
                let facts = facts(&intent.write, &intent.mark, before, reading);
                self.left_open(intent, since, Open::Facts(facts), package(&reading.snapshot));
            }
        }
    }

    /// It is certain that nothing was recorded: the one way from `Unknown` back to the wire.
    fn absent(&mut self, intent: &Intent) {
        let last = match &intent.progress.reason {
            Some(Reason::AnswerLost { how }) => how.clone(),
            _ => {
                // The state did not fail at it: the app ended, or a row beside it was refused.
                self.move_to(intent.id, State::Queued, OURSELVES, Happening::ProvenNotRecorded, "", |_| {});
                return;
            }
        };
        let failures = intent.progress.failures.saturating_add(1);
        if failures >= self.outbox.timing.failures {
            self.move_to(intent.id, State::NeedsPerson, OURSELVES, Happening::KeepsFailing, &last, |progress| {
                progress.failures = failures;
                progress.reason = Some(Reason::KeepsFailing { last: last.clone() });
            });
            return;
        }
        let again = self.outbox.timing.back_off(self.now, failures);
        self.move_to(intent.id, State::Queued, OURSELVES, Happening::ProvenNotRecorded, "", |progress| {
            progress.failures = failures;
            progress.not_before = Some(again);
        });
    }

    /// The reading settles nothing. It is read again, and when that does not help, a person is asked.
    fn left_open(&mut self, intent: &Intent, since: Steady, open: Open, seen: Option<PackageSnapshot>) {
        let settled = self.unsettled(intent.id, since).is_none();
        let doubts = intent.progress.doubts.saturating_add(u32::from(settled));
        if doubts < self.outbox.timing.doubts {
            let again = self.outbox.timing.back_off(self.now, doubts.max(1));
            self.touch(intent.id, |progress| {
                progress.doubts = doubts;
                progress.not_before = Some(again);
            });
            return;
        }
        // What the facts do not show a person who sends it again has not agreed to.
        let shown = seen.filter(|_| intent.write.report().facts_show_all());
        let reason = match (open, intent.progress.state) {
            (Open::MayNotRead(said), _) => Reason::MayNotRead { said },
            (Open::Facts(facts), State::Accepted) => Reason::NotShown { facts },
            (Open::Facts(facts), _) => Reason::CannotTell { facts },
        };
        self.move_to(intent.id, State::NeedsPerson, OURSELVES, Happening::PersonMustDecide, "", |progress| {
            progress.doubts = doubts;
            progress.reason = Some(reason);
            progress.shown = shown;
        });
    }

    /// The reading failed, which says nothing about the write.
    fn not_read(&mut self, intent: &Intent, failure: &ReadFailure, some_came: bool) {
        let license = &intent.license;
        match failure {
            ReadFailure::Unreachable { how } => self.hold(license, HoldCause::Offline, None, how),
            ReadFailure::Between { how } => self.hold(license, HoldCause::Between, None, how),
            ReadFailure::Asked { until, said } => self.hold(license, HoldCause::Asked, Some(*until), said),
            ReadFailure::KeyRefused { said } => self.hold(license, HoldCause::Keys, None, said),
            ReadFailure::MayNotRead { .. } => {}
            ReadFailure::StateFault { said } => {
                if !some_came {
                    self.hold(license, HoldCause::StateFails, None, said);
                }
                // One broken record must not hold the others: it waits longer the longer it fails.
                let timing = &self.outbox.timing;
                let half = self.now.duration_since(intent.progress.since) / 2;
                let again = later(self.now, half.max(timing.first_wait).min(timing.longest_wait));
                self.touch(intent.id, |progress| progress.not_before = Some(again));
            }
        }
    }
}

fn package(snapshot: &Snapshot) -> Option<PackageSnapshot> {
    snapshot.package().cloned()
}
