//! Now and then everything is read from the floor on, and packages that no list showed are asked for one by one.

use futures_util::{StreamExt, stream};
use mirror::{PackageList, PageWrite, Records};
use state_api::{ApiError, Package};

use crate::convert;
use crate::cursor::{Cursor, LICENSE, LicenseCursor};
use crate::details::believed;
use crate::error::SyncError;
use crate::progress::LeftOut;
use crate::reader::Reader;
use crate::stream::Stream;

/// Packages that are asked for between two looks at what is left.
const LOOKUPS: usize = 100;

/// Begins a full sweep when the last one is long enough ago: the cursors of the package lists begin anew.
pub(crate) async fn begin_if_due(reader: &Reader, whole: &mut LicenseCursor) -> Result<(), SyncError> {
    let every = reader.config.sweep_every.as_secs();
    let due = whole.swept_at.is_some_and(|at| reader.times.settled - at >= every);
    if whole.sweep.is_some() || !due {
        return Ok(());
    }
    let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
    let sweep = tokio::task::spawn_blocking(move || mirror.begin_sweep(&license)).await??;
    for (stream, cursor) in reader.cursors.iter().filter(|(stream, _)| stream.holds_packages()) {
        let mut cursor = cursor.lock().await;
        *cursor = Cursor {
            sweep: Some(sweep),
            highest: cursor.highest,
            windows: cursor.windows,
            probed_at: cursor.probed_at,
            ..Cursor::default()
        };
        write(reader, stream.name(), cursor.text()?).await?;
    }
    // Last: a kill before this line begins another sweep, which resets the cursors again.
    whole.sweep = Some(sweep);
    save(reader, whole).await
}

/// Everything has been read. After a sweep, packages that it did not see are looked up and forgotten where the state
/// has them no more.
pub(crate) async fn end(reader: &Reader, whole: &mut LicenseCursor, out: &LeftOut) -> Result<(), SyncError> {
    let Some(sweep) = whole.sweep else {
        if whole.swept_at.is_none() {
            whole.swept_at = Some(reader.times.settled);
            save(reader, whole).await?;
        }
        return Ok(());
    };
    let lists: Vec<PackageList> =
        Stream::ALL.iter().copied().filter(|stream| !out.has(*stream)).filter_map(list_of).collect();
    while !lists.is_empty() {
        let (mirror, license, lists) = (reader.mirror.clone(), reader.license.clone(), lists.clone());
        let unseen = tokio::task::spawn_blocking(move || mirror.unseen_in(&license, sweep, &lists, LOOKUPS)).await??;
        if unseen.is_empty() {
            break;
        }
        let mut lookups = stream::iter(unseen.into_iter().map(|(id, _)| look_up(reader, sweep, id)))
            .buffer_unordered(reader.config.in_flight.max(1));
        let mut failed = false;
        while let Some(done) = lookups.next().await {
            match done {
                Ok(()) => {}
                Err(SyncError::Api(error @ ApiError::StateFault { .. })) => {
                    tracing::warn!(%error, "a package could not be looked up; the next run goes on");
                    failed = true;
                }
                Err(error) => return Err(error),
            }
        }
        if failed {
            return Ok(());
        }
    }
    whole.sweep = None;
    whole.swept_at = Some(reader.times.settled);
    save(reader, whole).await
}

fn list_of(stream: Stream) -> Option<PackageList> {
    match stream {
        Stream::PackagesActive => Some(PackageList::Active),
        Stream::PackagesOnHold => Some(PackageList::OnHold),
        Stream::PackagesInactive => Some(PackageList::Inactive),
        Stream::PackagesInTransit => Some(PackageList::InTransit),
        _ => None,
    }
}

/// Asks for a package that no list showed. It moved while the lists were read, or it is gone.
async fn look_up(reader: &Reader, sweep: i64, id: i64) -> Result<(), SyncError> {
    let found = {
        let _turn = reader.fetching.acquire().await.map_err(|error| SyncError::Aborted(error.to_string()))?;
        reader.unless_cancelled(believed(|| reader.client.package(&reader.license, id))).await??
    };
    match found {
        Some(package) => {
            let write = PageWrite {
                license: reader.license.clone(),
                stream: Stream::PackagesActive.name().to_owned(),
                records: Records::Packages { list: likely_list(&package), rows: vec![convert::package(&package)] },
                cursor: None,
                sweep: Some(sweep),
                at: reader.client.local_now(),
            };
            let mirror = reader.mirror.clone();
            tokio::task::spawn_blocking(move || mirror.store_page(write)).await??;
            Ok(())
        }
        // Some states answer 401 for a package that is not there (CONTRACT section 10, point 8); the lists themselves
        // could be read, so it is not a question of rights. A single one may be a slip of the state's, and a package is not
        // forgotten for that: it was asked for twice.
        None => {
            let (mirror, license) = (reader.mirror.clone(), reader.license.clone());
            tokio::task::spawn_blocking(move || mirror.forget(&license, &[id])).await??;
            Ok(())
        }
    }
}

/// Where a package belongs that was read by its id. A package that also changed lists is corrected by the next look
/// for news, since that list shows it with the same `LastModified` and counts for more.
fn likely_list(package: &Package) -> PackageList {
    if package.is_finished || package.archived_date.is_some() { PackageList::Inactive } else { PackageList::Active }
}

/// Stores what is remembered of the license.
pub(crate) async fn save(reader: &Reader, whole: &LicenseCursor) -> Result<(), SyncError> {
    write(reader, LICENSE, whole.text()?).await
}

async fn write(reader: &Reader, stream: &str, cursor: String) -> Result<(), SyncError> {
    let write = PageWrite {
        license: reader.license.clone(),
        stream: stream.to_owned(),
        records: Records::None,
        cursor: Some(cursor),
        sweep: None,
        at: reader.client.local_now(),
    };
    let mirror = reader.mirror.clone();
    tokio::task::spawn_blocking(move || mirror.store_page(write)).await??;
    Ok(())
}
