//! What a run tells while it goes and when it is over.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::stream::Stream;

/// How far one list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Which list.
    pub collection: Stream,
    /// Records read in this run; days where `by_days`.
    pub done: u64,
    /// Records that the state says there are to read in this run; none until its first answer. Days where `by_days`.
    pub total: Option<u64>,
    /// The state gives this list only by windows of a day, so that nobody knows how many records there are: days are
    /// counted.
    pub by_days: bool,
    /// Whether this run has finished it.
    pub finished: bool,
    /// Why it is left out, in words, where the keys may not read it or the state failed; the others go on.
    pub skipped: Option<String>,
    /// Whether `skipped` tells of a failure of the state's, and not of a refusal.
    pub failed: bool,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunReport {
    /// Whether the license had never been read whole before.
    pub first_load: bool,
    /// The local time at which the run began: the mirror is at least as new as that.
    pub as_of: Timestamp,
    /// Requests made, retries included.
    pub calls: u64,
    /// Records that were new or differed.
    pub changed: u64,
    /// Lists that the keys may not read, and why, for a person.
    pub skipped: Vec<(Stream, String)>,
    /// Lists that could not be read, and why, for a person: they are as they were before, all others are as of `as_of`.
    pub failed: Vec<(Stream, String)>,
}

/// Keeps the figures of all lists and passes them on.
pub(crate) struct Teller {
    tell: Arc<dyn Fn(Progress) + Send + Sync>,
    lists: Mutex<BTreeMap<Stream, Progress>>,
}

impl Teller {
    pub(crate) fn new(tell: Arc<dyn Fn(Progress) + Send + Sync>) -> Self {
        Self { tell, lists: Mutex::default() }
    }

    fn change(&self, stream: Stream, change: impl FnOnce(&mut Progress)) {
        let now = {
            let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
            let list = lists.entry(stream).or_insert(Progress {
                collection: stream,
                done: 0,
                total: None,
                by_days: false,
                finished: false,
                skipped: None,
                failed: false,
            });
            change(list);
            list.clone()
        };
        (self.tell)(now);
    }

    /// The list is going to be read.
    pub(crate) fn begins(&self, stream: Stream) {
        self.change(stream, |_| {});
    }

    /// The state said how many records there are to read.
    pub(crate) fn total(&self, stream: Stream, total: u64) {
        self.change(stream, |list| {
            if !list.by_days {
                list.total = Some(total);
            }
        });
    }

    /// The list is read by so many windows of a day.
    pub(crate) fn days(&self, stream: Stream, days: u64) {
        self.change(stream, |list| {
            (list.by_days, list.done, list.total) = (true, 0, Some(days));
        });
    }

    /// One of these windows was read.
    pub(crate) fn day_done(&self, stream: Stream) {
        self.change(stream, |list| {
            if list.by_days {
                list.done = list.done.saturating_add(1).min(list.total.unwrap_or(u64::MAX));
            }
        });
    }

    /// So many more records were read. Pages that are read again never push the figure past the total.
    pub(crate) fn read(&self, stream: Stream, records: u64) {
        self.change(stream, |list| {
            if !list.by_days {
                list.done = list.done.saturating_add(records).min(list.total.unwrap_or(u64::MAX));
            }
        });
    }

    /// The list was read to its end.
    pub(crate) fn finished(&self, stream: Stream) {
        self.change(stream, |list| {
            list.finished = true;
            list.done = list.total.unwrap_or(list.done);
        });
    }

    /// The list is left out: the state refused it, or failed.
    pub(crate) fn left_out(&self, stream: Stream, why: &str, failed: bool) {
        self.change(stream, |list| {
            list.finished = true;
            list.skipped = Some(why.to_owned());
            list.failed = failed;
        });
    }

    /// What the keys may not read, and what failed, each with why.
    pub(crate) fn all_left_out(&self) -> LeftOut {
        let lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        let (failed, refused) = lists.values().filter(|list| list.skipped.is_some()).partition(|list| list.failed);
        let named = |lists: Vec<&Progress>| {
            lists.into_iter().filter_map(|list| Some((list.collection, list.skipped.clone()?))).collect()
        };
        LeftOut { refused: named(refused), failed: named(failed) }
    }
}

/// The lists that a run did not read.
#[derive(Debug, Default)]
pub(crate) struct LeftOut {
    pub(crate) refused: Vec<(Stream, String)>,
    pub(crate) failed: Vec<(Stream, String)>,
}

impl LeftOut {
    pub(crate) fn has(&self, stream: Stream) -> bool {
        self.refused.iter().chain(&self.failed).any(|(out, _)| *out == stream)
    }
}
