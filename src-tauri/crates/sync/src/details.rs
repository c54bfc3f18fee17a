//! What is below transfers' heads: deliveries, packages, prices, carriers. Each transfer costs about five calls, so only
//! heads that are new or changed are read, newest first; those that were over a month ago are read when opened.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use futures_util::{StreamExt, future, stream};
use jiff::{SignedDuration, Timestamp};
use mirror::{
    DeliveryRecord, DetailWanted, Mirror, MirrorError, PageWrite, Records, TransferDetailRecord, TransferList,
};
use rules::LicenseNumber;
use state_api::{ApiError, Client, DeliveryOf, TransferDelivery};
use words::say;

use crate::convert_transfer::{Below, delivery};
use crate::error::SyncError;
use crate::memory::{Asked, PAUSE, Trouble};
use crate::reader::Reader;
use crate::stream::Stream;

/// A transfer that has not changed for so long and has left is read when somebody opens it.
const RECENT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Transfers that are read at a time: their calls wait for the same turns as those of the lists.
const AT_ONCE: usize = 4;

/// Reads what is below every head that needs it. A transfer whose answers are faulty, or refused, is left for a later
/// run; the others go on. How many were left is named.
pub(crate) async fn read_all(reader: &Reader) -> Result<(), SyncError> {
    let now = reader.client.local_now().as_second();
    let mut wanted = wanted(reader).await?;
    let all = wanted.len();
    wanted.retain(|wanted| !reader.memory.rests(&reader.license, asked(wanted), now));
    let mut left = all - wanted.len();
    reader.teller.total(Stream::TransferDetails, wanted.len() as u64);
    let reads = wanted.into_iter().map(|wanted| async move {
        let read = read(reader, &wanted).await;
        (wanted, read)
    });
    let mut reads = stream::iter(reads.collect::<Vec<_>>()).buffer_unordered(AT_ONCE);
    while let Some((wanted, read)) = reads.next().await {
        let error = match read {
            Ok(()) => {
                reader.memory.well(&reader.license, asked(&wanted));
                reader.teller.read(Stream::TransferDetails, 1);
                continue;
            }
            Err(SyncError::Api(error)) if !ends_the_run(&error) => error,
            Err(error) => return Err(error),
        };
        let (list, id) = (wanted.list, wanted.transfer_id);
        tracing::warn!(?list, id, %error, "what is below a transfer could not be read; a later run tries again");
        let until = now + if error.is_passing() { 0 } else { PAUSE };
        let trouble = Trouble { failed: error.is_passing(), why: error.to_string(), until };
        reader.memory.in_vain(&reader.license, asked(&wanted), trouble);
        left += 1;
    }
    match left {
        0 => reader.teller.finished(Stream::TransferDetails),
        left => {
            let why = say::reading_left_out_details(left).to_string();
            reader.teller.left_out(Stream::TransferDetails, &why, true);
        }
    }
    Ok(())
}

fn asked(wanted: &DetailWanted) -> Asked {
    Asked::Below(wanted.list, wanted.transfer_id, wanted.stamp)
}

/// Whether an error is one of the line or the keys, and not of one transfer.
fn ends_the_run(error: &ApiError) -> bool {
    match error {
        ApiError::StateFault { .. }
        | ApiError::BadRequest { .. }
        | ApiError::NotPermitted { .. }
        | ApiError::NotFound { .. }
        | ApiError::TooLarge { .. } => false,
        ApiError::WrongKey { .. }
        | ApiError::RateLimited { .. }
        | ApiError::Between { .. }
        | ApiError::Unreachable { .. } => true,
    }
}

async fn wanted(reader: &Reader) -> Result<Vec<DetailWanted>, SyncError> {
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    let now = Timestamp::from_second(reader.times.settled).unwrap_or_default();
    let since = now.checked_sub(RECENT).unwrap_or(Timestamp::MIN);
    let found = move || mirror.transfer_details_wanted(&license, since, usize::MAX);
    Ok(tokio::task::spawn_blocking(found).await??)
}

async fn read(reader: &Reader, wanted: &DetailWanted) -> Result<(), SyncError> {
    let record = {
        let _turn = reader.fetching.acquire().await.map_err(|error| SyncError::Aborted(error.to_string()))?;
        reader.unless_cancelled(fetch(&reader.client, wanted)).await??
    };
    let changed = reader.storer.store(page(&wanted.license, record, reader.client.local_now())).await?;
    reader.changed.fetch_add(changed, Ordering::Relaxed);
    Ok(())
}

fn page(license: &LicenseNumber, record: TransferDetailRecord, at: Timestamp) -> PageWrite {
    PageWrite {
        license: license.clone(),
        stream: Stream::TransferDetails.name().to_owned(),
        records: Records::TransferDetails(vec![record]),
        cursor: None,
        sweep: None,
        at,
    }
}

/// What just failed below a transfer that a person opened is not asked for again for so long, in seconds.
const OPENED_PAUSE: i64 = 60;

/// Reads for people who open transfers, one reading at a time. The page asks as often as it likes.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    failed: tokio::sync::Mutex<BTreeMap<(LicenseNumber, TransferList, i64), Failed>>,
}

/// What failed below a head.
#[derive(Debug)]
struct Failed {
    /// The head's stamp: a changed one is asked for at once.
    stamp: i64,
    /// When, in seconds of the local clock.
    at: i64,
    error: ApiError,
}

impl Opened {
    /// Reads what is below one head and stores it, unless that is there by now or has just failed. False when the list
    /// does not have it.
    pub(crate) async fn fetch(
        &self,
        client: &Client,
        mirror: &Mirror,
        license: &LicenseNumber,
        (list, transfer_id): (TransferList, i64),
        again: bool,
    ) -> Result<bool, SyncError> {
        let mut failed = self.failed.lock().await;
        let (of, number) = (mirror.clone(), license.clone());
        let found = tokio::task::spawn_blocking(move || {
            let current = of.transfer(&number, list, transfer_id)?.is_some_and(|transfer| transfer.deliveries_current);
            Ok::<_, MirrorError>((current, of.transfer_detail_wanted(&number, list, transfer_id)?))
        });
        let (current, wanted) = found.await??;
        let Some(wanted) = wanted else { return Ok(false) };
        if current {
            return Ok(true);
        }
        let (key, now) = ((license.clone(), list, transfer_id), client.local_now().as_second());
        if let Some(last) = failed.get(&key).filter(|_| !again)
            && last.stamp == wanted.stamp
            && (0..OPENED_PAUSE).contains(&(now - last.at))
        {
            return Err(last.error.clone().into());
        }
        let record = match fetch(client, &wanted).await {
            Ok(record) => record,
            Err(error) => {
                failed.insert(key, Failed { stamp: wanted.stamp, at: now, error: error.clone() });
                return Err(error.into());
            }
        };
        failed.remove(&key);
        let (page, mirror) = (page(license, record, client.local_now()), mirror.clone());
        tokio::task::spawn_blocking(move || mirror.store_page(page)).await??;
        Ok(true)
    }
}

/// Everything below one head. A transfer that the state has no more, or whose deliveries these keys may not read, has
/// no deliveries.
async fn fetch(client: &Client, wanted: &DetailWanted) -> Result<TransferDetailRecord, ApiError> {
    let of = if wanted.list == TransferList::Template { DeliveryOf::Template } else { DeliveryOf::Transfer };
    let license = &wanted.license;
    let heads = believed(|| client.transfer_deliveries(of, license, wanted.transfer_id)).await?;
    let mut deliveries = Vec::new();
    for head in heads.unwrap_or_default() {
        deliveries.push(below(client, of, license, &head).await?);
    }
    Ok(TransferDetailRecord { list: wanted.list, transfer_id: wanted.transfer_id, stamp: wanted.stamp, deliveries })
}

async fn below(
    client: &Client,
    of: DeliveryOf,
    license: &LicenseNumber,
    head: &TransferDelivery,
) -> Result<DeliveryRecord, ApiError> {
    let prices = async {
        match of {
            DeliveryOf::Transfer => believed(|| client.wholesale_prices(license, head.id)).await,
            DeliveryOf::Template => Ok(None),
        }
    };
    let (packages, prices, transporters, drivers) = future::try_join4(
        client.delivery_packages(of, license, head.id),
        prices,
        client.delivery_transporters(of, license, head.id),
        client.transporter_details(of, license, head.id),
    )
    .await?;
    Ok(delivery(head, &Below { packages, prices, transporters, drivers }))
}

/// The answer, or none where the state refuses it or does not have it. That is believed only the second time.
pub(crate) async fn believed<T, F>(ask: impl Fn() -> F) -> Result<Option<T>, ApiError>
where
    F: Future<Output = Result<T, ApiError>>,
{
    let mut refused = false;
    loop {
        match ask().await {
            Ok(answer) => return Ok(Some(answer)),
            Err(ApiError::NotFound { .. } | ApiError::NotPermitted { .. }) if refused => return Ok(None),
            Err(ApiError::NotFound { .. } | ApiError::NotPermitted { .. }) => refused = true,
            Err(error) => return Err(error),
        }
    }
}
