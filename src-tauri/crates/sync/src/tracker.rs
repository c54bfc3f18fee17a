//! Which lists of a run are done, left out, or failed. One list's trouble stops that list and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use state_api::ApiError;
use words::say;

use crate::error::SyncError;
use crate::memory::{Asked, Trouble, pause};
use crate::reader::Reader;
use crate::stream::Stream;

/// Keeps count of the lists of one run.
#[derive(Debug, Default)]
pub(crate) struct Tracker {
    state: Mutex<Tracked>,
}

#[derive(Debug, Default)]
struct Tracked {
    left: BTreeMap<Stream, usize>,
    out: BTreeSet<Stream>,
    read: BTreeSet<Stream>,
    /// Why packages in the inventory could not be read.
    fault: Option<SyncError>,
}

impl Tracker {
    fn state(&self) -> MutexGuard<'_, Tracked> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many parts of a list are to come.
    pub(crate) fn expect(&self, reader: &Reader, stream: Stream, parts: usize) {
        self.state().left.insert(stream, parts);
        if parts == 0 {
            self.finished(reader, stream);
        }
    }

    /// A part of a list is done.
    pub(crate) fn done(&self, reader: &Reader, stream: Stream) {
        let finished = {
            let mut state = self.state();
            let left = state.left.entry(stream).or_default();
            *left = left.saturating_sub(1);
            *left == 0 && !state.out.contains(&stream)
        };
        if finished {
            self.finished(reader, stream);
        }
    }

    fn finished(&self, reader: &Reader, stream: Stream) {
        self.state().read.insert(stream);
        reader.memory.well(&reader.license, Asked::List(stream));
        reader.teller.finished(stream);
    }

    /// Whether the list is left out or failed.
    pub(crate) fn is_out(&self, stream: Stream) -> bool {
        self.state().out.contains(&stream)
    }

    /// Whether this run has read the list to its end.
    pub(crate) fn was_read(&self, stream: Stream) -> bool {
        self.state().read.contains(&stream)
    }

    /// A list that is not asked for in this run is still named where it could not be read before.
    pub(crate) fn not_asked(&self, reader: &Reader, stream: Stream) {
        match reader.memory.trouble(&reader.license, Asked::List(stream)) {
            Some(trouble) => {
                self.state().out.insert(stream);
                reader.teller.left_out(stream, &trouble.why, trouble.failed);
            }
            None => reader.teller.finished(stream),
        }
    }

    /// Decides what an error means for the run: a list left out, a list that failed, or the end.
    pub(crate) fn sort_out<T>(
        &self,
        reader: &Reader,
        stream: Stream,
        done: Result<T, SyncError>,
    ) -> Result<Option<T>, SyncError> {
        let error = match done {
            Ok(done) => return Ok(Some(done)),
            Err(error) => error,
        };
        let Some(failed) = stops_one_list(&error) else { return Err(error) };
        let now = reader.client.local_now().as_second();
        let why = why(&error);
        tracing::warn!(%stream, %error, "a list could not be read; the others go on");
        let trouble = Trouble { failed, why: why.clone(), until: now + pause(stream, failed) };
        reader.memory.in_vain(&reader.license, Asked::List(stream), trouble);
        reader.teller.left_out(stream, &why, failed);
        let mut state = self.state();
        state.out.insert(stream);
        if failed && stream == Stream::PackagesActive {
            state.fault.get_or_insert(error);
        }
        Ok(None)
    }

    /// What keeps the license from being as of now: the inventory itself could not be read. Any other list is an
    /// exception that is named.
    pub(crate) fn end(self) -> Result<(), SyncError> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).fault.map_or(Ok(()), Err)
    }
}

/// Whether an error stops the list alone: true where the state failed, false where it refused; none where the run ends.
fn stops_one_list(error: &SyncError) -> Option<bool> {
    match error {
        SyncError::Api(
            ApiError::NotPermitted { .. }
            | ApiError::NotFound { .. }
            | ApiError::BadRequest { .. }
            | ApiError::TooLarge { .. },
        ) => Some(false),
        SyncError::Api(ApiError::StateFault { .. }) | SyncError::PagesDoNotFit { .. } => Some(true),
        SyncError::Api(
            ApiError::WrongKey { .. }
            | ApiError::RateLimited { .. }
            | ApiError::Between { .. }
            | ApiError::Unreachable { .. },
        )
        | SyncError::Mirror(_)
        | SyncError::Cancelled
        | SyncError::NotThisLicense(_)
        | SyncError::Cursor(_)
        | SyncError::Aborted(_) => None,
    }
}

/// Why a list is left out, for a person.
fn why(error: &SyncError) -> String {
    let said = match error {
        SyncError::Api(error) => error.state_said(),
        _ => "",
    };
    let what = match error {
        SyncError::Api(ApiError::NotPermitted { .. }) => say::reading_left_out_not_permitted(),
        SyncError::Api(ApiError::NotFound { .. }) => say::reading_left_out_not_there(),
        SyncError::PagesDoNotFit { .. } => say::reading_left_out_pages_apart(),
        SyncError::Api(ApiError::StateFault { .. }) => say::reading_left_out_state_failed(),
        _ => say::reading_left_out_refused(),
    };
    if said.is_empty() { what.to_string() } else { format!("{what} {}", say::reading_state_said(said)) }
}
