//! What left a list. Lists that are read whole are compared with what was seen. Lists that are read by windows show
//! what changed and not what went: a template that was deleted, a manifest that was voided. What went of the newest shows
//! in the call that looks for news, whose window reaches back to them. For the others the list's total is compared with
//! the mirror's when its turn comes; where they differ, spans are halved until a single page tells who is missing.

use mirror::{MirrorError, TransferList};
use state_api::DeliveryOf;

use crate::cursor::Windows;
use crate::details::believed;
use crate::error::SyncError;
use crate::fetch::PAGE;
use crate::memory::{Asked, PAUSE, Trouble};
use crate::plan::{Span, read_up_to};
use crate::reader::{Doubt, Part, Reader};
use crate::stream::Stream;
use crate::tracker::Tracker;

/// Calls spent on one list's difference in one run at most; the next comparison goes on.
const MOST_LOOKS: usize = 60;

/// Of the records of a list that leave without a trace, so many of the newest are looked at in every look. Half a page, so
/// that as many news fit beside them.
const NEWEST: usize = 10;

/// Marks what is read of the whole lists. The mark is a time: where a clock went back, what left stays one run longer, and
/// nothing is forgotten that is there.
pub(crate) async fn begin(reader: &Reader) {
    let mark = reader.client.local_now().as_microsecond();
    for (_, cursor) in reader.cursors.iter().filter(|(stream, _)| !stream.takes_window()) {
        cursor.lock().await.sweep = Some(mark);
    }
}

/// Forgets what left; `compares` are the lists whose turn it is to be compared.
pub(crate) async fn end(reader: &Reader, tracker: &Tracker, compares: &[Stream]) -> Result<(), SyncError> {
    for (stream, cursor) in &reader.cursors {
        let cursor = cursor.lock().await.clone();
        if tracker.is_out(*stream) {
            continue;
        }
        // The mark is of this run, so only what this run has read bears it.
        let whole = !stream.takes_window() && tracker.was_read(*stream);
        if let Some(mark) = cursor.sweep.filter(|_| whole) {
            forget_unseen(reader, *stream, mark).await?;
        }
        // The first whole reading has seen all there is.
        let whole = stream.leaves_without_trace() && read_up_to(&cursor.read, reader.floor_of(&cursor)).is_some();
        if whole && cursor.compared_at.is_none() && cursor.windows != Some(Windows::Day) {
            reader.note(*stream, |cursor| cursor.compared_at = Some(reader.times.settled)).await?;
        }
    }
    for stream in compares.iter().filter(|stream| !tracker.is_out(**stream)) {
        let Some(list) = list_of(*stream) else { continue };
        let compared = compare(reader, *stream, list).await;
        tracker.sort_out(reader, *stream, compared)?;
    }
    Ok(())
}

/// The lists of which records leave without a trace.
fn list_of(stream: Stream) -> Option<TransferList> {
    match stream {
        Stream::IncomingTransfers => Some(TransferList::Incoming),
        Stream::OutgoingTransfers => Some(TransferList::Outgoing),
        Stream::TransferTemplates => Some(TransferList::Template),
        _ => None,
    }
}

async fn forget_unseen(reader: &Reader, stream: Stream, mark: i64) -> Result<(), SyncError> {
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    let forget = move || -> Result<(), MirrorError> {
        if let Some(kind) = stream.reference_kind() {
            return mirror.forget_unseen_references(&license, kind, mark);
        }
        let unseen = mirror.unseen_transfers(&license, TransferList::Rejected, mark)?;
        mirror.transfers_left(&license, TransferList::Rejected, &unseen).map(|_| ())
    };
    Ok(tokio::task::spawn_blocking(forget).await??)
}

/// The newest that the mirror holds of a list whose records leave without a trace, oldest first: the state's id and
/// `LastModified` in seconds of each.
pub(crate) async fn newest(reader: &Reader, stream: Stream) -> Result<Vec<(i64, i64)>, SyncError> {
    let Some(list) = list_of(stream) else { return Ok(Vec::new()) };
    let mut ours = ours(reader, list, Span::new(reader.config.floor.as_second(), reader.times.far)).await?;
    Ok(ours.split_off(ours.len().saturating_sub(NEWEST)))
}

/// Which of `ours` a page that holds all of their span does not show.
pub(crate) async fn left_meanwhile(
    reader: &Reader,
    stream: Stream,
    ours: &[(i64, i64)],
    keys: &[String],
) -> Result<(), SyncError> {
    match list_of(stream) {
        Some(list) if !ours.is_empty() => missing(reader, list, ours, keys).await,
        Some(_) | None => Ok(()),
    }
}

async fn compare(reader: &Reader, stream: Stream, list: TransferList) -> Result<(), SyncError> {
    let all = Span::new(reader.config.floor.as_second(), reader.times.far);
    let mut left = vec![all];
    let mut looks = 0;
    while let Some(span) = left.pop() {
        let ours = ours(reader, list, span).await?;
        // What came is read by the look for news.
        if ours.is_empty() || looks >= MOST_LOOKS {
            continue;
        }
        looks += 1;
        let page = reader.first_page(stream, Part::Span(span), Doubt::Empty).await?;
        if page.total == ours.len() as u64 {
            continue;
        }
        if page.total <= PAGE {
            reader.store(stream, page.records, page.highest, None).await?;
            missing(reader, list, &ours, &page.keys).await?;
            continue;
        }
        let middle = ours.get(ours.len() / 2).map_or(span.start, |(_, at)| *at).clamp(span.start, span.end);
        let halves = [Span::new(span.start, middle), Span::new(middle, span.end)];
        // Too many were changed in one second to be told apart.
        if !halves.contains(&span) {
            left.extend(halves);
        }
    }
    reader.note(stream, |cursor| cursor.compared_at = Some(reader.times.settled)).await
}

async fn ours(reader: &Reader, list: TransferList, span: Span) -> Result<Vec<(i64, i64)>, SyncError> {
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    let found = move || mirror.transfers_in(&license, list, span.start..=span.end);
    Ok(tokio::task::spawn_blocking(found).await??)
}

/// A page that holds all of a span tells which of ours are not there. One that has just changed is in a later span, so
/// each is asked for by itself before it is believed to be gone; one that the state still knows is not asked for again
/// at once.
async fn missing(reader: &Reader, list: TransferList, ours: &[(i64, i64)], keys: &[String]) -> Result<(), SyncError> {
    let of = if list == TransferList::Template { DeliveryOf::Template } else { DeliveryOf::Transfer };
    let now = reader.client.local_now().as_second();
    let mut gone = Vec::new();
    for id in ours.iter().map(|(id, _)| *id).filter(|id| !keys.contains(&id.to_string())) {
        let asked = Asked::Unlisted(list, id);
        if reader.memory.rests(&reader.license, asked, now) {
            continue;
        }
        let ask = believed(|| reader.client.transfer_deliveries(of, &reader.license, id));
        if reader.unless_cancelled(ask).await??.is_none() {
            gone.push(id);
        } else {
            let trouble = Trouble { failed: false, why: String::new(), until: now + PAUSE };
            reader.memory.in_vain(&reader.license, asked, trouble);
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    tokio::task::spawn_blocking(move || mirror.transfers_left(&license, list, &gone)).await??;
    Ok(())
}
