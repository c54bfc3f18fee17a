//! The lists of a license: first a look at each that is on the agenda, then whatever the look did not hold, newest first.

use futures_util::{StreamExt, stream};
use mirror::{MirrorError, TransferList};
use state_api::ApiError;

use crate::agenda::{Errand, Known, agenda};
use crate::cursor::{Cursor, Windows};
use crate::error::SyncError;
use crate::leavers;
use crate::memory::Asked;
use crate::plan::{DAY, Span, Spans, needed, newest_first, pieces, read_up_to};
use crate::reader::{Doubt, Part, Reader};
use crate::stream::Stream;
use crate::tracker::Tracker;
use crate::windows::windows;

/// Parts that are read at a time: each begins with one call on whose answer its others wait, and the line must not stand
/// idle meanwhile.
const PARTS_AT_ONCE: usize = 8;

/// Reads the lists that are on the agenda; gives those whose totals are to be compared. A list that may not be read is
/// left out, one that fails is named, and the others go on. What is left of the list `first` comes before the others.
pub(crate) async fn read_all(
    reader: &Reader,
    tracker: &Tracker,
    first: Option<Stream>,
) -> Result<Vec<Stream>, SyncError> {
    let mut known = Vec::new();
    for (stream, cursor) in &reader.cursors {
        reader.teller.begins(*stream);
        known.push(known_of(reader, *stream, &*cursor.lock().await));
    }
    reader.teller.begins(Stream::TransferDetails);
    let agenda = agenda(&known, reader.times.settled, reader.config.reference_every.as_secs());
    let now = reader.client.local_now().as_second();
    let asked = |stream: &Stream| !reader.memory.rests(&reader.license, Asked::List(*stream), now);
    let reads: Vec<Stream> = agenda.reads.into_iter().filter(asked).collect();
    let mut compares: Vec<Stream> = agenda.compares.into_iter().filter(asked).collect();
    let mut left = Left::default();
    look_at_all(reader, tracker, &reads, &mut left).await?;
    let mut late = None;
    match agenda.turn.filter(|_| agenda.pressing || left.is_empty()) {
        Some(Errand::Read(stream)) if asked(&stream) => {
            late = Some(stream);
            look_at_all(reader, tracker, &[stream], &mut left).await?;
        }
        Some(Errand::Compare(stream)) if asked(&stream) => compares.push(stream),
        Some(Errand::Read(_) | Errand::Compare(_)) | None => {}
    }
    for stream in reader.cursors.keys().filter(|stream| !reads.contains(stream) && late != Some(**stream)) {
        tracker.not_asked(reader, *stream);
    }
    doubt_what_seems_empty(reader, tracker, &mut left).await?;
    read_parts(reader, tracker, left, first).await?;
    Ok(compares)
}

fn known_of(reader: &Reader, stream: Stream, cursor: &Cursor) -> Known {
    let read_at =
        if stream.takes_window() { read_up_to(&cursor.read, reader.floor_of(cursor)) } else { cursor.whole_at };
    Known { stream, read_at, compared_at: cursor.compared_at.filter(|_| cursor.windows != Some(Windows::Day)) }
}

/// One part of a list that is still to be read, and what of its first answer is doubted.
type ToRead = (Stream, Part, Doubt);

/// What looks left to be read.
#[derive(Debug, Default)]
struct Left {
    /// Spans that have settled, and lists without windows.
    settled: Vec<ToRead>,
    /// The spans in which records still arrive.
    arriving: Vec<ToRead>,
}

impl Left {
    fn is_empty(&self) -> bool {
        // Lists without windows are read to their end in this way and tell nothing of how much is new.
        let spans = |(_, part, _): &&ToRead| *part != Part::Whole;
        self.settled.iter().chain(&self.arriving).filter(spans).count() == 0
    }
}

async fn look_at_all(reader: &Reader, tracker: &Tracker, streams: &[Stream], left: &mut Left) -> Result<(), SyncError> {
    let looks = streams.iter().map(|stream| async move { (*stream, look(reader, *stream).await) });
    let mut looks = stream::iter(looks.collect::<Vec<_>>()).buffer_unordered(reader.config.in_flight.max(1));
    while let Some((stream, look)) = looks.next().await {
        if let Some(look) = tracker.sort_out(reader, stream, look)? {
            add(reader, tracker, stream, look, left);
        }
    }
    Ok(())
}

fn add(reader: &Reader, tracker: &Tracker, stream: Stream, look: Look, left: &mut Left) {
    tracker.expect(reader, stream, look.parts.len() + look.arriving.len());
    left.settled.extend(look.parts.into_iter().map(|part| (stream, part, look.doubt)));
    left.arriving.extend(look.arriving.into_iter().map(|part| (stream, part, Doubt::Nothing)));
}

/// Reads what is left: of the list `first`, then of all others, newest first.
async fn read_parts(
    reader: &Reader,
    tracker: &Tracker,
    mut left: Left,
    first: Option<Stream>,
) -> Result<(), SyncError> {
    left.settled.sort_by_key(|(stream, part, _)| (Some(*stream) != first, newest(*part), *stream));
    // What is still arriving comes last: it also shows what moved from list to list in the meantime.
    for parts in [left.settled, left.arriving] {
        let reads = parts.into_iter().map(|(stream, part, doubt)| async move {
            let read = async { if tracker.is_out(stream) { Ok(()) } else { reader.read(stream, part, doubt).await } };
            (stream, read.await)
        });
        let mut reads = stream::iter(reads.collect::<Vec<_>>()).buffer_unordered(PARTS_AT_ONCE);
        while let Some((stream, done)) = reads.next().await {
            if tracker.sort_out(reader, stream, done)?.is_some() {
                reader.teller.day_done(stream);
                tracker.done(reader, stream);
            }
        }
    }
    Ok(())
}

/// Sorts the newest first; lists without windows are small and come before.
fn newest(part: Part) -> i64 {
    match part {
        Part::Whole => i64::MIN,
        Part::Span(span) => span.end.saturating_neg(),
    }
}

/// What is left to be read of a list.
#[derive(Debug)]
struct Look {
    parts: Vec<Part>,
    arriving: Vec<Part>,
    doubt: Doubt,
}

impl Look {
    /// The look held everything.
    fn all() -> Self {
        Self { parts: Vec::new(), arriving: Vec::new(), doubt: Doubt::Empty }
    }
}

/// Looks at a list with one call for everything that is needed. Most often the answer holds it all.
async fn look(reader: &Reader, stream: Stream) -> Result<Look, SyncError> {
    let cursor = cursor_of(reader, stream).await;
    if !stream.takes_window() {
        let known = cursor.whole_at.is_some() && !holds_any(reader, stream).await?;
        let doubt = if known { Doubt::Nothing } else { Doubt::Empty };
        return Ok(Look { parts: vec![Part::Whole], arriving: Vec::new(), doubt });
    }
    let never = cursor.read.top().is_none();
    if cursor.windows.is_none() && never && probe(reader, stream, true).await? == Some(Windows::Day) {
        return Ok(by_days(reader, stream, &cursor_of(reader, stream).await));
    }
    let (settled, overlap) = (reader.times.settled, reader.config.overlap.as_secs());
    let needed = needed(&cursor.read, reader.floor_of(&cursor), settled, overlap);
    let since = needed.first().map_or(settled - overlap, |span| span.start).min(cursor.again_from.unwrap_or(i64::MAX));
    let by_day = cursor.windows == Some(Windows::Day);
    if by_day && since + DAY < reader.times.latest + MARGIN {
        return Ok(by_days(reader, stream, &cursor));
    }
    let ours = if never || by_day { Vec::new() } else { leavers::newest(reader, stream).await? };
    let start = ours.first().map_or(since, |(_, at)| since.min(*at));
    let all = Span::new(start, if by_day { start + DAY } else { reader.times.far });
    let gap = read_up_to(&cursor.read, reader.floor_of(&cursor)).map(|top| settled - top);
    let doubt = match gap {
        // The next look reads all of it again, so an answer that is empty by mistake costs nothing.
        Some(gap) if gap <= DAY && ours.is_empty() => Doubt::Nothing,
        Some(_) | None => Doubt::Empty,
    };
    let began = reader.state_now();
    let first = match reader.first_page(stream, Part::Span(all), doubt).await {
        Err(SyncError::Api(ApiError::BadRequest { .. })) if all.seconds() > DAY => {
            reader.note(stream, |cursor| cursor.windows = Some(Windows::Day)).await?;
            return Ok(by_days(reader, stream, &cursor_of(reader, stream).await));
        }
        first => first?,
    };
    let untold = cursor.windows.is_none() && !never && first.total > 0;
    let asked_lately = cursor.probed_at.is_some_and(|at| settled - at < DAY / 4);
    if untold
        && (cursor.highest.is_none() || !asked_lately)
        && probe(reader, stream, false).await? == Some(Windows::Day)
    {
        // Whatever was read before was cut.
        reader.note(stream, |cursor| cursor.read = Spans::default()).await?;
        return Ok(by_days(reader, stream, &cursor_of(reader, stream).await));
    }
    reader.teller.total(stream, first.total);
    if first.total_pages <= 1 {
        reader.teller.read(stream, first.keys.len() as u64);
        let believed =
            first.total > 0 || cursor.again_from.is_some() || gap.is_none_or(|gap| gap <= overlap || gap > DAY);
        if let Some(cursor) = reader.cursors.get(&stream) {
            cursor.lock().await.again_from = (!believed).then_some(since);
        }
        let keys = first.keys;
        reader.store(stream, first.records, first.highest, Some(Part::Span(all))).await?;
        leavers::left_meanwhile(reader, stream, &ours, &keys).await?;
        return Ok(Look::all());
    }
    // Where this page tells of nothing but what is still arriving, there may be nothing else.
    let all_arriving = gap.is_some() && first.oldest.is_some_and(|oldest| oldest > settled);
    let news = gap.is_some_and(|gap| gap <= DAY) && first.total_pages <= reader.config.pages_per_window;
    if news && first.oldest.is_some() {
        if reader.read_on(stream, all, first, began).await? {
            return Ok(Look::all());
        }
    } else {
        // They are there to be seen from now on; that they are read once more is not counted past the total.
        reader.teller.read(stream, first.keys.len() as u64);
        reader.store(stream, first.records, first.highest, None).await?;
    }
    let parts = newest_first(&needed, settled).into_iter().map(Part::Span).collect();
    let arriving = vec![Part::Span(Span::new(settled, all.end))];
    Ok(Look { parts, arriving, doubt: if all_arriving { Doubt::Nothing } else { Doubt::Empty } })
}

async fn cursor_of(reader: &Reader, stream: Stream) -> Cursor {
    match reader.cursors.get(&stream) {
        Some(cursor) => cursor.lock().await.clone(),
        None => Cursor::default(),
    }
}

/// Whether the mirror holds anything of a list without windows: then an empty answer is a surprise.
async fn holds_any(reader: &Reader, stream: Stream) -> Result<bool, SyncError> {
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    let found = move || -> Result<bool, MirrorError> {
        Ok(match stream.reference_kind() {
            Some(kind) => !mirror.references(&license, kind)?.is_empty(),
            None => !mirror.transfers_in(&license, TransferList::Rejected, ALL_TIME.0..=ALL_TIME.1)?.is_empty(),
        })
    };
    Ok(tokio::task::spawn_blocking(found).await??)
}

/// Every second that a stamp can have.
const ALL_TIME: (i64, i64) = (i64::MIN / 1_000_000, i64::MAX / 1_000_000);

/// Asks what windows the state answers in full for a list, and remembers it.
async fn probe(reader: &Reader, stream: Stream, thorough: bool) -> Result<Option<Windows>, SyncError> {
    let found = windows(reader, stream, thorough).await?;
    let at = reader.times.settled;
    reader.note(stream, |cursor| (cursor.windows, cursor.probed_at) = (found, Some(at))).await?;
    Ok(found)
}

/// How much later than the latest clock a stamp may be, in seconds.
pub(crate) const MARGIN: i64 = 3600;

/// What is needed of a list that is given only by windows of a day.
fn by_days(reader: &Reader, stream: Stream, cursor: &Cursor) -> Look {
    let (settled, overlap) = (reader.times.settled, reader.config.overlap.as_secs());
    let needed = needed(&cursor.read, reader.floor_of(cursor), settled, overlap);
    let arriving = Span::new(settled, reader.times.latest + MARGIN);
    let cut = |spans: &[Span]| pieces(spans, DAY).into_iter().map(Part::Span).collect::<Vec<_>>();
    let look = Look { parts: cut(&needed), arriving: cut(&[arriving]), doubt: Doubt::Empty };
    reader.teller.days(stream, (look.parts.len() + look.arriving.len()) as u64);
    look
}

/// A list that seems empty tells nothing of its windows. Where the state cuts those of another list, this one is read
/// day by day, too.
async fn doubt_what_seems_empty(reader: &Reader, tracker: &Tracker, left: &mut Left) -> Result<(), SyncError> {
    let (mut short, mut untold) = (false, Vec::new());
    for (stream, cursor) in reader.cursors.iter().filter(|(stream, _)| stream.takes_window()) {
        let cursor = cursor.lock().await;
        match cursor.windows {
            Some(Windows::Day) => short = true,
            Some(Windows::Any) => {}
            None => untold.push(*stream),
        }
    }
    for stream in untold.into_iter().filter(|stream| short && !tracker.is_out(*stream)) {
        reader
            .note(stream, |cursor| {
                cursor.windows = Some(Windows::Day);
                cursor.read = Spans::default();
            })
            .await?;
        left.settled.retain(|(of, ..)| *of != stream);
        left.arriving.retain(|(of, ..)| *of != stream);
        let look = by_days(reader, stream, &cursor_of(reader, stream).await);
        add(reader, tracker, stream, look, left);
    }
    Ok(())
}
