//! Reads a span of a stream so that what is stored is what the state holds: page by page, each checked against its own
//! numbers, the span as a whole checked for pages that shifted while they were read.
//!
//! How a shift is seen: a record that is modified leaves every span that ends before now, so in such a span records
//! only ever leave, and any leaving changes the `Total` of all later answers. A span is taken as read only when every
//! page gave the same `Total`, no record came twice and the records add up to it. Else it is read again, then in
//! halves, until a piece is small enough to be read in one answer.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::{StreamExt, stream};
use mirror::{Mirror, PageWrite, Records};
use rules::LicenceNumber;
use state_api::{ApiError, Client};
use tokio::sync::{Mutex, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::SyncConfig;
use crate::cursor::Cursor;
use crate::error::SyncError;
use crate::fetch::{Fetched, fetch};
use crate::plan::{Span, halves};
use crate::progress::Teller;
use crate::storer::Storer;
use crate::stream::Stream;

/// How often a page that contradicts itself is asked for again.
const PAGE_TRIES: u32 = 4;

/// How often a span that cannot be cut is read again.
const SPAN_TRIES: u32 = 8;

/// The instants that a run reckons with, in seconds of the state's clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    /// Nothing modified before this is still to come: a little before now.
    pub(crate) settled: i64,
    /// The latest of the clocks: no stamp is much later than this.
    pub(crate) latest: i64,
    /// Later than any stamp the state can have made.
    pub(crate) far: i64,
}

/// What one run needs to read and store.
pub(crate) struct Reader {
    pub(crate) client: Client,
    pub(crate) mirror: Mirror,
    pub(crate) storer: Storer,
    pub(crate) config: SyncConfig,
    pub(crate) licence: LicenceNumber,
    pub(crate) cancel: CancellationToken,
    pub(crate) teller: Teller,
    pub(crate) times: Times,
    pub(crate) cursors: BTreeMap<Stream, Mutex<Cursor>>,
    pub(crate) fetching: Semaphore,
    pub(crate) changed: AtomicU64,
}

/// What is read: a span of a windowed list, or a list as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Span(Span),
    Whole,
}

impl Part {
    fn span(self) -> Option<Span> {
        match self {
            Self::Span(span) => Some(span),
            Self::Whole => None,
        }
    }
}

/// What of a first answer is not believed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// That there is nothing: asked twice.
    Empty,
    /// Nothing: what a mistake leaves out here is read again by the next run.
    Nothing,
}

/// Whether the pages of a part fitted together.
#[derive(Debug, PartialEq, Eq)]
enum Fit {
    Whole,
    Shifted,
}

impl Reader {
    /// Reads a part to its end and notes it as read.
    pub(crate) async fn read(&self, stream: Stream, part: Part) -> Result<(), SyncError> {
        let mut left = vec![(part, 0)];
        while let Some((part, tries)) = left.pop() {
            let first = self.first_page(stream, part, Doubt::Empty).await?;
            let cut = part.span().and_then(|span| halves(span, self.state_now()));
            if let (true, Some((newer, older))) = (first.total_pages > self.config.pages_per_window, cut) {
                self.store(stream, first.records, first.highest, None).await?;
                left.extend([(Part::Span(older), 0), (Part::Span(newer), 0)]);
                continue;
            }
            if self.rest(stream, part, first).await? == Fit::Whole {
                continue;
            }
            tracing::info!(%stream, ?part, tries, "pages shifted while they were read; reading them again");
            match (tries, cut) {
                (0, _) => left.push((part, 1)),
                (_, Some((newer, older))) => left.extend([(Part::Span(older), 0), (Part::Span(newer), 0)]),
                (SPAN_TRIES.., None) => return Err(SyncError::PagesDoNotFit { stream }),
                (_, None) => left.push((part, tries + 1)),
            }
        }
        Ok(())
    }

    /// The first page of a part.
    pub(crate) async fn first_page(&self, stream: Stream, part: Part, doubt: Doubt) -> Result<Fetched, SyncError> {
        let first = self.page(stream, part.span(), 1).await?;
        let again = first.total == 0 && doubt == Doubt::Empty;
        if again { self.page(stream, part.span(), 1).await } else { Ok(first) }
    }

    /// Reads the pages after the first, stores all of them, the first one last and together with the cursor.
    async fn rest(&self, stream: Stream, part: Part, first: Fetched) -> Result<Fit, SyncError> {
        let mut seen: HashSet<String> = HashSet::new();
        let mut fits = first.keys.iter().all(|key| seen.insert(key.clone()));
        let pages = stream::iter(2..=first.total_pages).map(|number| async move {
            let page = self.page(stream, part.span(), number).await?;
            let (total, keys) = (page.total, page.keys.clone());
            self.teller.read(stream, keys.len() as u64);
            self.store(stream, page.records, page.highest, None).await?;
            Ok::<_, SyncError>((total, keys))
        });
        {
            // Ends with this block: pages given up must let go of the cursor before the first page is stored.
            let mut pages = std::pin::pin!(pages.buffer_unordered(self.config.in_flight.max(1)));
            while let Some(page) = pages.next().await {
                let (total, keys) = page?;
                fits &= total == first.total && keys.into_iter().all(|key| seen.insert(key));
                if !fits {
                    break;
                }
            }
        }
        fits &= seen.len() as u64 == first.total;
        self.teller.read(stream, first.keys.len() as u64);
        self.store(stream, first.records, first.highest, fits.then_some(part)).await?;
        Ok(if fits { Fit::Whole } else { Fit::Shifted })
    }

    /// One page that is what it says it is. A refusal is believed only the second time.
    pub(crate) async fn page(&self, stream: Stream, span: Option<Span>, number: u64) -> Result<Fetched, SyncError> {
        let mut refused = false;
        for _ in 0..PAGE_TRIES {
            let answer = {
                let _turn = self.fetching.acquire().await.map_err(|error| SyncError::Aborted(error.to_string()))?;
                let call = fetch(&self.client, &self.licence, stream, span, number);
                self.unless_cancelled(call).await?
            };
            match answer {
                Ok(page) if page.is_what_it_says(number) => return Ok(page),
                Ok(page) => {
                    let found = page.keys.len();
                    tracing::info!(%stream, number, found, total = page.total, "a page contradicts itself; asking again");
                }
                Err(ApiError::NotPermitted { .. } | ApiError::NotFound { .. }) if !refused => refused = true,
                Err(error) => return Err(error.into()),
            }
        }
        Err(SyncError::PagesDoNotFit { stream })
    }

    /// Waits for a call, or for the run to be cancelled.
    pub(crate) async fn unless_cancelled<T>(&self, call: impl Future<Output = T>) -> Result<T, SyncError> {
        tokio::select! {
            biased;
            () = self.cancel.cancelled() => Err(SyncError::Cancelled),
            done = call => Ok(done),
        }
    }

    /// Stores records, and with them, in the same transaction, that a part was read whole.
    pub(crate) async fn store(
        &self,
        stream: Stream,
        records: Records,
        highest: Option<i64>,
        finished: Option<Part>,
    ) -> Result<(), SyncError> {
        let Some(cursor) = self.cursors.get(&stream) else { return Ok(()) };
        let mut cursor = cursor.lock().await;
        cursor.saw(highest);
        let Some(part) = finished else {
            let sweep = cursor.sweep;
            // Not held while the page is written: pages of one list are written together.
            drop(cursor);
            return self.put(stream, records, None, sweep).await;
        };
        let mut next = cursor.clone();
        match part {
            // What is still to come is read and not noted as read.
            Part::Span(span) if span.start < self.times.settled => {
                next.finished(Span::new(span.start, span.end.min(self.times.settled)));
            }
            Part::Span(_) => {}
            Part::Whole => next.whole_at = Some(self.times.settled),
        }
        self.put(stream, records, Some(next.text()?), next.sweep).await?;
        *cursor = next;
        Ok(())
    }

    async fn put(
        &self,
        stream: Stream,
        records: Records,
        cursor: Option<String>,
        sweep: Option<i64>,
    ) -> Result<(), SyncError> {
        let licence = self.licence.clone();
        let page = PageWrite {
            licence,
            stream: stream.name().to_owned(),
            records,
            cursor,
            sweep,
            at: self.client.local_now(),
        };
        let changed = self.storer.store(page).await?;
        self.changed.fetch_add(changed, Ordering::Relaxed);
        Ok(())
    }

    /// The state's time now, in seconds.
    fn state_now(&self) -> i64 {
        self.client.server_now().unwrap_or_else(|| self.client.local_now()).as_second()
    }
}
