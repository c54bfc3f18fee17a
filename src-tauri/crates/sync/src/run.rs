//! One run of one license.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::tz::TimeZone;
use mirror::Mirror;
use rules::LicenseNumber;
use state_api::{ApiError, Client, Facility};
use tokio::sync::{Mutex, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::cursor::{Cursor, LICENSE, LicenseCursor};
use crate::error::SyncError;
use crate::memory::Memory;
use crate::plan::DAY;
use crate::progress::{Progress, RunReport, Teller};
use crate::reader::{Reader, Times};
use crate::storer::Storer;
use crate::stream::Stream;
use crate::tracker::Tracker;
use crate::{SyncConfig, details, leavers, lists, sweep};

/// Before now, so long that nothing older is still being written by the state.
const SETTLES_IN: i64 = 120;

/// What whoever asks for a run tells it.
pub(crate) struct Told {
    /// The list that is read before the others.
    pub(crate) first: Option<Stream>,
    pub(crate) cancel: CancellationToken,
    pub(crate) progress: Arc<dyn Fn(Progress) + Send + Sync>,
}

pub(crate) async fn run(
    client: &Client,
    mirror: &Mirror,
    config: SyncConfig,
    license: &LicenseNumber,
    told: Told,
    memory: Arc<Memory>,
) -> Result<RunReport, SyncError> {
    let Told { first, cancel, progress } = told;
    let (client, tally) = client.tallied();
    let as_of = client.local_now();
    // Every run begins with this call: it tells whether the keys are good, what the license may do, and what the
    // state's clock says.
    let facility = tokio::select! {
        biased;
        () = cancel.cancelled() => return Err(SyncError::Cancelled),
        facility = own_facility(&client, mirror, license) => facility?,
    };
    let stored = stored_cursors(mirror, license).await?;
    let cursors = streams_of(&facility)
        .map(|stream| Ok((stream, Mutex::new(Cursor::parse(stored.get(stream.name()).map(String::as_str))?))))
        .collect::<Result<BTreeMap<_, _>, SyncError>>()?;
    let mut whole = LicenseCursor::parse(stored.get(LICENSE).map(String::as_str))?;
    let times = times(&client, highest(&cursors).await);
    let reader = Reader {
        mirror: mirror.clone(),
        storer: Storer::new(mirror.clone()),
        config,
        license: license.clone(),
        cancel,
        teller: Teller::new(progress),
        times,
        cursors,
        fetching: Semaphore::new(config.in_flight.max(1)),
        changed: AtomicU64::new(0),
        memory,
        license_begins: begins(&facility),
        client,
    };
    let first_load = whole.swept_at.is_none();
    sweep::begin_if_due(&reader, &mut whole).await?;
    leavers::begin(&reader).await;
    let tracker = Tracker::default();
    let compares = lists::read_all(&reader, &tracker, first).await?;
    leavers::end(&reader, &tracker, &compares).await?;
    details::read_all(&reader).await?;
    let out = reader.teller.all_left_out();
    sweep::end(&reader, &mut whole, &out).await?;
    tracker.end()?;
    let (store, number) = (mirror.clone(), license.clone());
    tokio::task::spawn_blocking(move || store.note_run(&number, as_of)).await??;
    Ok(RunReport {
        first_load,
        as_of,
        calls: tally.calls(),
        changed: reader.changed.load(Ordering::Relaxed),
        skipped: out.refused,
        failed: out.failed,
    })
}

/// The beginning of the license's first day, in seconds: of its term or of its people's credentials, whichever came
/// first, since a term that was renewed begins anew. In UTC, which is earlier than in California.
fn begins(facility: &Facility) -> Option<i64> {
    let term = facility.license.as_ref().and_then(|license| license.start_date);
    let first = [term, facility.credentialed_date].into_iter().flatten().min()?;
    Some(first.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second())
}

/// The license's own entry among those that the keys open. That keys are wrong is believed only the second time.
async fn own_facility(client: &Client, mirror: &Mirror, license: &LicenseNumber) -> Result<Facility, SyncError> {
    let facilities = match crate::facilities(client, mirror).await {
        Err(SyncError::Api(ApiError::WrongKey { .. })) => crate::facilities(client, mirror).await?,
        answer => answer?,
    };
    let own = facilities.into_iter().find(|f| f.license_number().as_ref() == Some(license));
    own.ok_or_else(|| SyncError::NotThisLicense(license.clone()))
}

/// The lists that this license has.
fn streams_of(facility: &Facility) -> impl Iterator<Item = Stream> {
    let can_test = facility.can_test();
    Stream::ALL.iter().copied().filter(move |stream| stream.is_list() && (can_test || *stream != Stream::LabSamples))
}

async fn stored_cursors(mirror: &Mirror, license: &LicenseNumber) -> Result<BTreeMap<String, String>, SyncError> {
    let (mirror, license) = (mirror.clone(), license.clone());
    Ok(tokio::task::spawn_blocking(move || mirror.cursors(&license)).await??.into_iter().collect())
}

async fn highest(cursors: &BTreeMap<Stream, Mutex<Cursor>>) -> Option<i64> {
    let mut highest = None;
    for cursor in cursors.values() {
        highest = highest.max(cursor.lock().await.highest);
    }
    highest
}

/// The instants of this run. The state's clock counts; where it and the local one differ the earlier is taken, since
/// reading too much again loses nothing, unless records with later stamps have been seen, which prove the later one.
fn times(client: &Client, highest: Option<i64>) -> Times {
    let local = client.local_now().as_second();
    let server = client.server_now().map_or(local, |at| at.as_second());
    let proven = highest.map_or(i64::MIN, |at| at.min(server));
    let now = server.min(local).max(proven);
    let latest = server.max(local).max(highest.unwrap_or(i64::MIN));
    Times { settled: now - SETTLES_IN, latest, far: latest + 2 * DAY }
}
