//! Pull: keeps the mirror equal to what the state holds. Planning is pure (`plan`); the executor is thin.
//!
//! A run reads, for each list of a license, everything modified since the last run and an overlap before that. A first
//! load, its resumption after a kill and a later look for news follow the same rule: what no finished span covers is
//! read, newest first. A span counts as finished only when its pages fitted together, and that is stored in one
//! transaction with its last page.

mod agenda;
mod convert;
mod convert_transfer;
mod cursor;
mod details;
mod error;
mod fetch;
mod leavers;
mod lists;
mod memory;
mod plan;
mod progress;
mod reader;
mod run;
mod storer;
mod stream;
mod sweep;
mod tracker;
mod windows;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use mirror::{Mirror, TransferList};
use rules::LicenseNumber;
use state_api::{Client, Facility, Lane, Patience};
use tokio_util::sync::CancellationToken;

pub use error::SyncError;
pub use progress::{Progress, RunReport};
pub use stream::Stream;

/// How to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyncConfig {
    /// Pages of one license that are on the way at a time.
    pub in_flight: usize,
    /// How much of what was read before is read again: the state's own advice is an hour and five minutes.
    pub overlap: SignedDuration,
    /// Nothing is older than this.
    pub floor: Timestamp,
    /// How often everything is read from the floor on, to find what was missed or has vanished.
    pub sweep_every: SignedDuration,
    /// How often the small lists without windows (categories, units, employees) are read again.
    pub reference_every: SignedDuration,
    /// A window of more pages than this is cut in two before it is read: the fewer pages, the seldomer one of them
    /// shifts while they are read.
    pub pages_per_window: u64,
    /// How often a call is tried, and with which pauses.
    pub patience: Patience,
}

impl Default for SyncConfig {
    fn default() -> Self {
        Self {
            in_flight: 10,
            overlap: SignedDuration::from_mins(65),
            // The state's system for California opened in 2018; other states' in 2013 and after.
            floor: Timestamp::constant(1_420_070_400, 0),
            sweep_every: SignedDuration::from_hours(7 * 24),
            reference_every: SignedDuration::from_hours(24),
            pages_per_window: 100,
            patience: Patience::LONG,
        }
    }
}

/// Reads for one pair of keys. Runs of several licenses may go on at the same time: the client's budget arbitrates.
#[derive(Clone)]
pub struct Syncer {
    client: Client,
    mirror: Mirror,
    config: SyncConfig,
    memory: Arc<memory::Memory>,
    opened: Arc<details::Opened>,
    first: Option<Stream>,
}

impl Syncer {
    /// A syncer that stores what `client` reads in `mirror`.
    pub fn new(client: Client, mirror: Mirror, config: SyncConfig) -> Self {
        let client = client.in_lane(Lane::Background).with_patience(config.patience);
        Self { client, mirror, config, memory: Arc::default(), opened: Arc::default(), first: None }
    }

    /// The same, whose runs read one list before the others where there is much to read: somebody looks at it.
    #[must_use]
    pub fn reading_first(&self, first: Stream) -> Self {
        Self { first: Some(first), ..self.clone() }
    }

    /// Reads the licenses that the keys open, stores them, returns them.
    ///
    /// # Errors
    /// [`SyncError::Api`] and [`SyncError::Mirror`].
    pub async fn facilities(&self) -> Result<Vec<Facility>, SyncError> {
        facilities(&self.client, &self.mirror).await
    }

    /// One run for one license: first load or news. Progress through the callback; stops soon after `cancel`.
    ///
    /// # Errors
    /// [`SyncError::Cancelled`] after `cancel`; otherwise what stopped it. Whatever was stored stays, and the next run
    /// goes on from there. A list that the keys may not read, or that the state fails to give, is no error: the report
    /// names it, and all others are as of the run. Only without the packages in the inventory nothing is.
    pub async fn run(
        &self,
        license: &LicenseNumber,
        cancel: CancellationToken,
        progress: Arc<dyn Fn(Progress) + Send + Sync>,
    ) -> Result<RunReport, SyncError> {
        let told = run::Told { first: self.first, cancel, progress };
        run::run(&self.client, &self.mirror, self.config, license, told, self.memory.clone()).await
    }
}

impl Syncer {
    /// Reads what is below one transfer or template, for a person who has opened it: deliveries, packages, prices,
    /// carriers. In the lane of those who wait. False when the mirror does not have the transfer in that list.
    ///
    /// However often it is called, the state is asked by one reading at a time; what was read meanwhile, is not read
    /// twice; and what just failed is not asked for again before a pause, unless the person asks `again`.
    ///
    /// # Errors
    /// [`SyncError::Api`], within the pause that of the last reading, and [`SyncError::Mirror`]; what was read before
    /// stays.
    pub async fn fetch_transfer_detail(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        transfer_id: i64,
        again: bool,
    ) -> Result<bool, SyncError> {
        let client = self.client.in_lane(Lane::Interactive).with_patience(Patience::SHORT);
        self.opened.fetch(&client, &self.mirror, license, (list, transfer_id), again).await
    }
}

/// Reads and stores the licenses of the client's keys.
async fn facilities(client: &Client, mirror: &Mirror) -> Result<Vec<Facility>, SyncError> {
    let facilities = client.facilities().await?;
    let records: Vec<_> = facilities.iter().filter_map(convert::facility).collect();
    let mirror = mirror.clone();
    tokio::task::spawn_blocking(move || mirror.store_facilities(&records)).await??;
    Ok(facilities)
}
