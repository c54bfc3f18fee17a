//! All lists of a licence: first a look at each, then whatever the look did not hold, newest first.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use futures_util::{StreamExt, stream};
use state_api::ApiError;

use crate::cursor::{Cursor, LicenceCursor};
use crate::error::SyncError;
use crate::plan::{DAY, Span, needed, newest_first, pieces};
use crate::reader::{Doubt, Part, Reader};
use crate::stream::Stream;
use crate::sweep::save;

/// Parts that are read at a time: each begins with one call on whose answer its others wait, and the line must not stand
/// idle meanwhile.
const PARTS_AT_ONCE: usize = 8;

/// Days that are looked at one by one when a state seems to hold nothing at all.
const DAYS_TO_DOUBT: i64 = 30;

/// Reads all lists. A list that may not be read is left out; a fault in one list lets the others finish first.
pub(crate) async fn read_all(reader: &Reader, whole: &mut LicenceCursor) -> Result<(), SyncError> {
    for stream in reader.cursors.keys() {
        reader.teller.begins(*stream);
    }
    reader.teller.begins(Stream::TransferDetails);
    if !whole.windows_known {
        match windows(reader, whole.swept_at.is_none()).await? {
            Windows::Unknown => {}
            Windows::Any => whole.windows_known = true,
            Windows::Short => {
                whole.windows_known = true;
                whole.longest_window = Some(DAY);
            }
        }
        save(reader, whole).await?;
    }
    let longest = whole.longest_window;
    let tracker = Tracker::default();
    let mut now = Vec::new();
    let mut last = Vec::new();
    let looks = reader.cursors.keys().map(|stream| async move { (*stream, look(reader, *stream, longest).await) });
    let mut looks = stream::iter(looks.collect::<Vec<_>>()).buffer_unordered(reader.config.in_flight.max(1));
    while let Some((stream, look)) = looks.next().await {
        if let Some(look) = tracker.sort_out(reader, stream, look)? {
            tracker.expect(reader, stream, look.parts.len() + look.open.len());
            now.extend(look.parts.into_iter().map(|part| (stream, part)));
            last.extend(look.open.into_iter().map(|part| (stream, part)));
        }
    }
    drop(looks);
    now.sort_by_key(|(stream, part)| (newest(*part), *stream));
    // What is still arriving comes last: it also shows what moved from list to list in the meantime.
    for parts in [now, last] {
        let reads = parts.into_iter().map(|(stream, part)| {
            let tracker = &tracker;
            async move { (stream, if tracker.is_out(stream) { Ok(()) } else { reader.read(stream, part).await }) }
        });
        let mut reads = stream::iter(reads.collect::<Vec<_>>()).buffer_unordered(PARTS_AT_ONCE);
        while let Some((stream, done)) = reads.next().await {
            if tracker.sort_out(reader, stream, done)?.is_some() {
                tracker.done(reader, stream);
            }
        }
    }
    tracker.end()
}

/// Sorts the newest first; lists without windows are small and come before.
fn newest(part: Part) -> i64 {
    match part {
        Part::Whole => i64::MIN,
        Part::Span(span) => span.end.saturating_neg(),
    }
}

/// What is left to be read of a list.
#[derive(Debug, Default)]
struct Look {
    /// Spans that have settled, and lists without windows.
    parts: Vec<Part>,
    /// The spans in which records still arrive.
    open: Vec<Part>,
}

/// Whether a list without windows is to be read in this run.
pub(crate) fn is_due(reader: &Reader, stream: Stream, cursor: &Cursor) -> bool {
    let every = reader.config.reference_every.as_secs();
    stream.changes_often() || cursor.whole_at.is_none_or(|at| reader.times.settled - at >= every)
}

/// Looks at a list with one call for everything that is needed. Most often the answer holds it all.
async fn look(reader: &Reader, stream: Stream, longest: Option<i64>) -> Result<Look, SyncError> {
    let Some(cursor) = reader.cursors.get(&stream) else { return Ok(Look::default()) };
    let cursor = cursor.lock().await.clone();
    let settled = reader.times.settled;
    if !stream.takes_window() {
        let due = is_due(reader, stream, &cursor);
        return Ok(Look { parts: if due { vec![Part::Whole] } else { Vec::new() }, open: Vec::new() });
    }
    let needed = needed(&cursor.read, reader.config.floor.as_second(), settled, reader.config.overlap.as_secs());
    let start = needed.first().map_or(settled - reader.config.overlap.as_secs(), |span| span.start);
    let end = longest.map_or(reader.times.far, |longest| reader.times.far.min(start + longest));
    if end < reader.times.latest + MARGIN {
        // Too much for one window of this state.
        return Ok(by_pieces(reader, &needed, longest.unwrap_or(DAY)));
    }
    let all = Span::new(start, end);
    // As long as the next run's overlap reaches back to the last one, an answer that is empty by mistake costs nothing.
    let covered = cursor.read.top().is_some_and(|top| settled - top <= reader.config.overlap.as_secs());
    let doubt = if covered { Doubt::Nothing } else { Doubt::Empty };
    let first = match reader.first_page(stream, Part::Span(all), doubt).await {
        Err(SyncError::Api(ApiError::BadRequest { .. })) if all.seconds() > DAY => {
            return Ok(by_pieces(reader, &needed, DAY));
        }
        first => first?,
    };
    reader.teller.total(stream, first.total);
    if first.total_pages <= 1 {
        reader.teller.read(stream, first.keys.len() as u64);
        reader.store(stream, first.records, first.highest, Some(Part::Span(all))).await?;
        return Ok(Look::default());
    }
    reader.store(stream, first.records, first.highest, None).await?;
    let parts = newest_first(&needed, settled).into_iter().map(Part::Span).collect();
    Ok(Look { parts, open: vec![Part::Span(Span::new(settled, end))] })
}

/// How much later than the latest clock a stamp may be, in seconds.
const MARGIN: i64 = 3600;

fn by_pieces(reader: &Reader, needed: &[Span], longest: i64) -> Look {
    let arriving = Span::new(reader.times.settled, reader.times.latest + MARGIN);
    let cut = |spans: &[Span]| pieces(spans, longest).into_iter().map(Part::Span).collect();
    Look { parts: cut(needed), open: cut(&[arriving]) }
}

/// What windows a state answers in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Windows {
    /// Any.
    Any,
    /// A day at most.
    Short,
    /// The licence has no packages yet by which to tell.
    Unknown,
}

/// Whether this state refuses or silently cuts windows longer than a day (CONTRACT section 2.4: sources conflict).
/// Asked until there are packages to tell by: no window may hold less than one inside it, nor less than two inside it
/// together.
async fn windows(reader: &Reader, first_load: bool) -> Result<Windows, SyncError> {
    let floor = reader.config.floor.as_second();
    let (settled, far) = (reader.times.settled, reader.times.far);
    let yesterday = settled - DAY;
    let count = |span: Span| async move {
        match reader.page(Stream::PackagesActive, Some(span), 1).await {
            Ok(page) => Ok(Some(page.total)),
            Err(SyncError::Api(ApiError::BadRequest { .. })) => Ok(None),
            Err(error) => Err(error),
        }
    };
    let all = match count(Span::new(floor, far)).await {
        Ok(Some(all)) => all,
        Ok(None) => return Ok(Windows::Short),
        // Not a question of windows: the list's own turn will tell.
        Err(SyncError::Api(
            ApiError::NotPermitted { .. } | ApiError::NotFound { .. } | ApiError::StateFault { .. },
        )) => {
            return Ok(Windows::Unknown);
        }
        Err(error) => return Err(error),
    };
    let old = count(Span::new(floor, yesterday)).await?.unwrap_or(0);
    let new = count(Span::new(yesterday, settled)).await?.unwrap_or(0);
    let contradicts = |all: u64| old.max(new) > all || old.saturating_add(new) > all.saturating_add(ON_THE_BORDER);
    if contradicts(all) {
        // Records may have left or arrived in between; a second count decides.
        let again = count(Span::new(floor, far)).await?.unwrap_or(0);
        return Ok(if contradicts(again) { Windows::Short } else { Windows::Any });
    }
    if all > 0 {
        return Ok(Windows::Any);
    }
    if first_load {
        let doubted = Span::new(settled - DAYS_TO_DOUBT * DAY, reader.times.latest + MARGIN);
        for day in pieces(&[doubted], DAY) {
            if count(day).await?.unwrap_or(0) > 0 {
                return Ok(Windows::Short);
            }
        }
    }
    Ok(Windows::Unknown)
}

/// Records that may lie on the border between two windows, and so be counted in both.
const ON_THE_BORDER: u64 = 20;

/// Which lists are done, left out, or failed.
#[derive(Debug, Default)]
struct Tracker {
    state: Mutex<Tracked>,
}

#[derive(Debug, Default)]
struct Tracked {
    left: BTreeMap<Stream, usize>,
    out: Vec<Stream>,
    first_fault: Option<SyncError>,
}

impl Tracker {
    fn state(&self) -> std::sync::MutexGuard<'_, Tracked> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many parts of a list are to come.
    fn expect(&self, reader: &Reader, stream: Stream, parts: usize) {
        self.state().left.insert(stream, parts);
        if parts == 0 {
            reader.teller.finished(stream);
        }
    }

    /// A part of a list is done.
    fn done(&self, reader: &Reader, stream: Stream) {
        let finished = {
            let mut state = self.state();
            let left = state.left.entry(stream).or_default();
            *left = left.saturating_sub(1);
            *left == 0 && !state.out.contains(&stream)
        };
        if finished {
            reader.teller.finished(stream);
        }
    }

    fn is_out(&self, stream: Stream) -> bool {
        self.state().out.contains(&stream)
    }

    /// Decides what an error means for the run: a list left out, a list that failed while others go on, or the end.
    fn sort_out<T>(&self, reader: &Reader, stream: Stream, done: Result<T, SyncError>) -> Result<Option<T>, SyncError> {
        let error = match done {
            Ok(done) => return Ok(Some(done)),
            Err(error) => error,
        };
        match &error {
            SyncError::Api(
                ApiError::NotPermitted { .. }
                | ApiError::NotFound { .. }
                | ApiError::BadRequest { .. }
                | ApiError::TooLarge { .. },
            ) => {
                reader.teller.skipped(stream, &why_left_out(&error));
                self.state().out.push(stream);
                Ok(None)
            }
            SyncError::Api(ApiError::StateFault { .. }) | SyncError::PagesDoNotFit { .. } => {
                let mut state = self.state();
                state.out.push(stream);
                state.first_fault.get_or_insert(error);
                Ok(None)
            }
            _ => Err(error),
        }
    }

    /// The first fault of a list that failed, now that the others are done.
    fn end(self) -> Result<(), SyncError> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).first_fault.map_or(Ok(()), Err)
    }
}

/// Why a list is left out, for a person.
fn why_left_out(error: &SyncError) -> String {
    let SyncError::Api(error) = error else { return error.to_string() };
    let what = match error {
        ApiError::NotPermitted { .. } => "Your keys may not read this list",
        ApiError::NotFound { .. } => "The state does not have this list for this licence",
        _ => "The state refused to give this list",
    };
    match error.state_said() {
        "" => format!("{what}."),
        said => format!("{what}. The state said: {said}"),
    }
}
