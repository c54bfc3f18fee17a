//! Reads a span of a stream so that what is stored is what the state holds: page by page, each checked against its own
//! numbers, the span as a whole checked for pages that shifted while they were read.
//!
//! How a shift is seen: a record that is modified leaves every span that ends before now, so in such a span records
//! only ever leave, and any leaving changes the `Total` of all later answers. A span is taken as read only when every
//! page gave the same `Total`, no record came twice and the records add up to it. Else it is read again, then in
//! halves, until a piece is small enough to be read in one answer.
//!
//! The state may hold a row twice, too (lists of people and names have no ids). Within one answer that is no shift. Over
//! several pages that cannot be cut it is taken for the state's own when two readings, one after the other, said the
//! same to the letter: pages that shift do not shift alike.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::{StreamExt, stream};
use mirror::{Mirror, PageWrite, Records};
use rules::LicenseNumber;
use state_api::{ApiError, Client};
use tokio::sync::{Mutex, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::SyncConfig;
use crate::cursor::{Cursor, Windows};
use crate::error::SyncError;
use crate::fetch::{Fetched, fetch, print_of};
use crate::memory::{Asked, Memory};
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
    pub(crate) license: LicenseNumber,
    pub(crate) cancel: CancellationToken,
    pub(crate) teller: Teller,
    pub(crate) times: Times,
    pub(crate) cursors: BTreeMap<Stream, Mutex<Cursor>>,
    pub(crate) fetching: Semaphore,
    pub(crate) changed: AtomicU64,
    pub(crate) memory: Arc<Memory>,
    /// The license's first day, in seconds: where only windows of a day are answered, nothing before it is asked for.
    pub(crate) license_begins: Option<i64>,
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
    /// They did, and that is noted.
    Whole,
    /// But for rows that came twice; with what all pages said.
    Doubled(u64),
    Shifted,
}

/// A part on its way.
struct Try {
    part: Part,
    doubt: Doubt,
    tries: u32,
    /// What the reading before this one said, where it fitted but for rows that came twice.
    before: Option<u64>,
}

impl Try {
    fn first(part: Part, doubt: Doubt) -> Self {
        Self { part, doubt, tries: 0, before: None }
    }
}

impl Reader {
    /// Reads a part to its end and notes it as read.
    pub(crate) async fn read(&self, stream: Stream, part: Part, doubt: Doubt) -> Result<(), SyncError> {
        let mut left = vec![Try::first(part, doubt)];
        while let Some(this) = left.pop() {
            let part = this.part;
            let first = self.first_page(stream, part, this.doubt).await?;
            let cut = part.span().and_then(|span| halves(span, self.state_now()));
            let halves = |(newer, older)| [older, newer].map(|span| Try::first(Part::Span(span), Doubt::Empty));
            if let (true, Some(cut)) = (first.total_pages > self.config.pages_per_window, cut) {
                self.store(stream, first.records, first.highest, None).await?;
                left.extend(halves(cut));
                continue;
            }
            let before = match self.rest(stream, part, first, cut.is_none(), this.before, None).await? {
                Fit::Whole => continue,
                Fit::Doubled(print) => Some(print),
                Fit::Shifted => None,
            };
            let tries = this.tries;
            tracing::info!(%stream, ?part, tries, "pages shifted while they were read; reading them again");
            match (tries, cut) {
                (1.., Some(cut)) => left.extend(halves(cut)),
                (SPAN_TRIES.., None) => return Err(SyncError::PagesDoNotFit { stream }),
                (_, None) | (0, _) => left.push(Try { part, doubt: this.doubt, tries: tries + 1, before }),
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

    /// Reads on where a look for news found more than a page, in a span in which records still arrive. Gives whether the
    /// pages fitted together and that was noted.
    ///
    /// In such a span one record may leave and another arrive between two pages, so that `Total` stays and a third slips
    /// through between the pages. But what arrives is later than the look, and by that it is seen.
    pub(crate) async fn read_on(
        &self,
        stream: Stream,
        span: Span,
        first: Fetched,
        began: i64,
    ) -> Result<bool, SyncError> {
        Ok(self.rest(stream, Part::Span(span), first, false, None, Some(began)).await? == Fit::Whole)
    }

    /// Reads the pages after the first, stores all of them, the first one last and together with the cursor. A part
    /// that `stands_alone` cannot be cut, so it is read on where a row came twice; what the reading `before` said to the
    /// letter fits. What is later than `began`, in seconds, arrived while it was read.
    async fn rest(
        &self,
        stream: Stream,
        part: Part,
        first: Fetched,
        stands_alone: bool,
        before: Option<u64>,
        began: Option<i64>,
    ) -> Result<Fit, SyncError> {
        let arrived = |highest: Option<i64>| began.is_some_and(|began| highest.is_some_and(|at| at > began + 1));
        let one_answer = first.total_pages <= 1;
        let mut seen: HashSet<String> = HashSet::new();
        let mut doubled = !first.keys.iter().all(|key| seen.insert(key.clone()));
        let mut rows = first.keys.len() as u64;
        let mut prints = BTreeMap::from([(1, first.print)]);
        let mut shifted = doubled && !one_answer && !stands_alone;
        let pages = stream::iter(2..=first.total_pages).map(|number| async move {
            let page = self.page(stream, part.span(), number).await?;
            let (total, keys, print, highest) = (page.total, page.keys.clone(), page.print, page.highest);
            self.teller.read(stream, keys.len() as u64);
            self.store(stream, page.records, page.highest, None).await?;
            Ok::<_, SyncError>((number, total, keys, print, highest))
        });
        if !shifted {
            // Ends with this block: pages given up must let go of the cursor before the first page is stored.
            let mut pages = std::pin::pin!(pages.buffer_unordered(self.config.in_flight.max(1)));
            while let Some(page) = pages.next().await {
                let (number, total, keys, print, highest) = page?;
                rows += keys.len() as u64;
                prints.insert(number, print);
                doubled |= !keys.into_iter().all(|key| seen.insert(key));
                shifted = total != first.total || (doubled && !stands_alone) || arrived(highest);
                if shifted {
                    break;
                }
            }
        }
        shifted |= rows != first.total;
        let print = print_of(&prints);
        let fits = !shifted && (!doubled || one_answer || before == Some(print));
        if fits && doubled {
            let same = rows - seen.len() as u64;
            tracing::info!(%stream, ?part, same, "the state holds rows that are the same to the letter");
        }
        self.teller.read(stream, first.keys.len() as u64);
        self.store(stream, first.records, first.highest, fits.then_some(part)).await?;
        Ok(match (fits, shifted) {
            (true, _) => Fit::Whole,
            (false, false) => Fit::Doubled(print),
            (false, true) => Fit::Shifted,
        })
    }

    /// One page that is what it says it is. A refusal is believed only the second time, be that in an earlier run.
    pub(crate) async fn page(&self, stream: Stream, span: Option<Span>, number: u64) -> Result<Fetched, SyncError> {
        let trouble = self.memory.trouble(&self.license, Asked::List(stream));
        let mut refused = trouble.is_some_and(|trouble| !trouble.failed);
        for _ in 0..PAGE_TRIES {
            let answer = {
                let _turn = self.fetching.acquire().await.map_err(|error| SyncError::Aborted(error.to_string()))?;
                let call = fetch(&self.client, &self.license, stream, span, number);
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
        let license = self.license.clone();
        let page = PageWrite {
            license,
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

    /// Changes what is remembered of a list, and stores that.
    pub(crate) async fn note(&self, stream: Stream, change: impl FnOnce(&mut Cursor)) -> Result<(), SyncError> {
        let Some(cursor) = self.cursors.get(&stream) else { return Ok(()) };
        let mut cursor = cursor.lock().await;
        let mut next = cursor.clone();
        change(&mut next);
        self.put(stream, Records::None, Some(next.text()?), next.sweep).await?;
        *cursor = next;
        Ok(())
    }

    /// From where on a list is read, in seconds. Long windows cost nothing where there is nothing; where days are read
    /// one by one, none before the license's first is asked for.
    pub(crate) fn floor_of(&self, cursor: &Cursor) -> i64 {
        let floor = self.config.floor.as_second();
        match cursor.windows {
            Some(Windows::Day) => self.license_begins.map_or(floor, |begins| begins.max(floor)),
            Some(Windows::Any) | None => floor,
        }
    }

    /// The state's time now, in seconds.
    pub(crate) fn state_now(&self) -> i64 {
        self.client.server_now().unwrap_or_else(|| self.client.local_now()).as_second()
    }
}
