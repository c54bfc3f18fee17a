//! What left a list. Lists that are read whole are compared with what was seen. Lists that are read by windows show
//! what changed and not what went: a template that was deleted, a manifest that was voided. So their totals are compared
//! with the mirror's, one call a list; where they differ, spans are halved until a single page tells who is missing.

use mirror::{ReferenceKind, TransferList};
use state_api::DeliveryOf;

use crate::cursor::LicenceCursor;
use crate::details::believed;
use crate::error::SyncError;
use crate::fetch::{Fetched, PAGE};
use crate::lists::is_due;
use crate::plan::Span;
use crate::reader::{Doubt, Part, Reader};
use crate::stream::Stream;

/// Lists that are read whole and of which records leave.
const WHOLE: [Stream; 4] = [Stream::RejectedTransfers, Stream::TransferTypes, Stream::Drivers, Stream::Vehicles];

/// Lists that are read by windows and of which records leave without a trace.
const WINDOWED: [(Stream, TransferList); 3] = [
    (Stream::IncomingTransfers, TransferList::Incoming),
    (Stream::OutgoingTransfers, TransferList::Outgoing),
    (Stream::TransferTemplates, TransferList::Template),
];

/// Calls spent on one list's difference in one run at most; the next run goes on.
const MOST_LOOKS: usize = 60;

/// Marks what is read of the whole lists that this run reads. The mark is a time: where a clock went back, what left stays one run
/// longer, and nothing is forgotten that is there.
pub(crate) async fn begin(reader: &Reader) {
    let mark = reader.client.local_now().as_microsecond();
    for stream in WHOLE {
        let Some(cursor) = reader.cursors.get(&stream) else { continue };
        let mut cursor = cursor.lock().await;
        cursor.sweep = is_due(reader, stream, &cursor).then_some(mark);
    }
}

/// Forgets what left.
pub(crate) async fn end(
    reader: &Reader,
    whole: &LicenceCursor,
    first_load: bool,
    skipped: &[(Stream, String)],
) -> Result<(), SyncError> {
    let is_out = |stream: Stream| skipped.iter().any(|(out, _)| *out == stream);
    for stream in WHOLE.into_iter().filter(|stream| !is_out(*stream)) {
        let Some(cursor) = reader.cursors.get(&stream) else { continue };
        let cursor = cursor.lock().await.clone();
        if let Some(mark) = cursor.sweep.filter(|_| cursor.whole_at == Some(reader.times.settled)) {
            forget_unseen(reader, stream, mark).await?;
        }
    }
    // A first load has just read everything, and a state of short windows cannot count a whole list.
    if first_load || whole.longest_window.is_some() {
        return Ok(());
    }
    for (stream, list) in WINDOWED.into_iter().filter(|(stream, _)| !is_out(*stream)) {
        compare(reader, stream, list).await?;
    }
    Ok(())
}

async fn forget_unseen(reader: &Reader, stream: Stream, mark: i64) -> Result<(), SyncError> {
    let (mirror, licence) = (reader.mirror.clone(), reader.licence.clone());
    let forget = move || match stream {
        Stream::TransferTypes => mirror.forget_unseen_references(&licence, ReferenceKind::TransferTypes, mark),
        Stream::Drivers => mirror.forget_unseen_references(&licence, ReferenceKind::Drivers, mark),
        Stream::Vehicles => mirror.forget_unseen_references(&licence, ReferenceKind::Vehicles, mark),
        _ => {
            let unseen = mirror.unseen_transfers(&licence, TransferList::Rejected, mark)?;
            mirror.transfers_left(&licence, TransferList::Rejected, &unseen).map(|_| ())
        }
    };
    Ok(tokio::task::spawn_blocking(forget).await??)
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
            missing(reader, stream, list, &ours, page).await?;
            continue;
        }
        let middle = ours.get(ours.len() / 2).map_or(span.start, |(_, at)| *at).clamp(span.start, span.end);
        let halves = [Span::new(span.start, middle), Span::new(middle, span.end)];
        // Too many were changed in one second to be told apart.
        if !halves.contains(&span) {
            left.extend(halves);
        }
    }
    Ok(())
}

async fn ours(reader: &Reader, list: TransferList, span: Span) -> Result<Vec<(i64, i64)>, SyncError> {
    let (mirror, licence) = (reader.mirror.clone(), reader.licence.clone());
    let found = move || mirror.transfers_in(&licence, list, span.start..=span.end);
    Ok(tokio::task::spawn_blocking(found).await??)
}

/// A page that holds all of a span tells which of ours are not there. One that has just changed is in a later span, so
/// each is asked for by itself before it is believed to be gone.
async fn missing(
    reader: &Reader,
    stream: Stream,
    list: TransferList,
    ours: &[(i64, i64)],
    page: Fetched,
) -> Result<(), SyncError> {
    let absent = ours.iter().map(|(id, _)| *id).filter(|id| !page.keys.contains(&id.to_string())).collect::<Vec<_>>();
    reader.store(stream, page.records, page.highest, None).await?;
    let of = if list == TransferList::Template { DeliveryOf::Template } else { DeliveryOf::Transfer };
    let mut gone = Vec::new();
    for id in absent {
        let ask = believed(|| reader.client.transfer_deliveries(of, &reader.licence, id));
        if reader.unless_cancelled(ask).await??.is_none() {
            gone.push(id);
        }
    }
    let (mirror, licence) = (reader.mirror.clone(), reader.licence.clone());
    tokio::task::spawn_blocking(move || mirror.transfers_left(&licence, list, &gone)).await??;
    Ok(())
}
