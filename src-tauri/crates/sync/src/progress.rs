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
    /// Records read in this run.
    pub done: u64,
    /// Records that the state says there are to read in this run; none until its first answer.
    pub total: Option<u64>,
    /// Whether this run has finished it.
    pub finished: bool,
    /// Why it is left out, in words, where the keys may not read it; the others go on.
    pub skipped: Option<String>,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunReport {
    /// Whether the licence had never been read whole before.
    pub first_load: bool,
    /// The local time at which the run began: the mirror is at least as new as that.
    pub as_of: Timestamp,
    /// Requests made, retries included.
    pub calls: u64,
    /// Records that were new or differed.
    pub changed: u64,
    /// Lists that were left out, and why.
    pub skipped: Vec<(Stream, String)>,
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
                finished: false,
                skipped: None,
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
        self.change(stream, |list| list.total = Some(total));
    }

    /// So many more records were read. Pages that are read again never push the figure past the total.
    pub(crate) fn read(&self, stream: Stream, records: u64) {
        self.change(stream, |list| {
            list.done = list.done.saturating_add(records).min(list.total.unwrap_or(u64::MAX));
        });
    }

    /// The list was read to its end.
    pub(crate) fn finished(&self, stream: Stream) {
        self.change(stream, |list| {
            list.finished = true;
            list.done = list.total.unwrap_or(list.done);
        });
    }

    /// The list is left out.
    pub(crate) fn skipped(&self, stream: Stream, why: &str) {
        self.change(stream, |list| {
            list.finished = true;
            list.skipped = Some(why.to_owned());
        });
    }

    /// What was left out, and why.
    pub(crate) fn left_out(&self) -> Vec<(Stream, String)> {
        let lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        lists.values().filter_map(|list| Some((list.collection, list.skipped.clone()?))).collect()
    }
}
