//! The desk itself: what it holds, how it starts and stops.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use ledger::{Copying, Ledger, LedgerError, LedgerOpened};
use mirror::Mirror;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use words::{Words, say};

use crate::accounts::Accounts;
use crate::actions::Reviews;
use crate::contract::{AppSnapshot, DeskError, DeskEvent, Empty, ErrorCode, Notice, NoticeKind, Requested};
use crate::demo::DemoState;
use crate::drafts::Files;
use crate::feed::Feed;
use crate::freezes::Budgets;
use crate::host::{Host, KeyStore};
use crate::once::Requests;
use crate::reports::{Heard, Reports};
use crate::runs::Runs;
use crate::saved::Saved;
use crate::sight::Sight;
use crate::views::Views;

/// Everything the desk needs of the outside.
pub struct DeskConfig {
    /// The folder that holds everything of this person: databases, logs. Made when it is not there.
    pub data_dir: PathBuf,
    /// Dialogs and the browser.
    pub host: Arc<dyn Host>,
    /// Where keys are kept.
    pub keychain: Arc<dyn KeyStore>,
    /// Told of news, from any thread.
    pub events: Arc<dyn Fn(&DeskEvent) + Send + Sync>,
    /// A state API on this computer to be called instead of the state's own: `http://127.0.0.1:PORT`. For tests.
    pub api: Option<String>,
    /// The clock; [`system_clock`] but in tests.
    pub clock: Clock,
    /// Who sits before this computer, as the operating system names them, for the audit; empty when it does not say.
    pub person: String,
    /// How patient the outbox is; none but in tests and journeys: [`settle_within`].
    pub outbox_timing: Option<outbox::Timing>,
}

/// A [`Notice`] as it is kept: said in the language that is spoken when the page asks.
pub(crate) struct StandingNotice {
    pub kind: NoticeKind,
    pub message: Words,
    pub next: Option<Words>,
}

impl StandingNotice {
    fn said(&self) -> Notice {
        let next = self.next.as_ref().map(Words::to_string).unwrap_or_default();
        Notice { kind: self.kind, message: self.message.to_string(), next }
    }
}

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The outbox's patience with a lost answer shortened to `seconds`, for a state on this computer, which either has
/// carried out a request by then or never does.
pub fn settle_within(seconds: u32) -> outbox::Timing {
    outbox::Timing { settle: jiff::SignedDuration::from_secs(i64::from(seconds)), ..outbox::Timing::default() }
}

/// The machine's clock.
pub fn system_clock() -> Clock {
    Arc::new(Timestamp::now)
}

/// The desk. Cheap to clone; all clones are one desk.
#[derive(Clone)]
pub struct Desk {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub data_dir: PathBuf,
    pub host: Arc<dyn Host>,
    pub keychain: Arc<dyn KeyStore>,
    pub events: Arc<dyn Fn(&DeskEvent) + Send + Sync>,
    pub api: Option<String>,
    pub clock: Clock,
    person: String,
    pub outbox_timing: Option<outbox::Timing>,
    pub ledger: Ledger,
    pub requests: Requests,
    pub feed: Feed,
    pub budgets: Budgets,
    pub views: Views,
    pub sight: Sight,
    pub runs: Runs,
    pub reports: Reports,
    /// The revision of the status that was told last; begins at the clock, so that it grows from start to start too.
    told: AtomicI64,
    pub reviews: Reviews,
    pub files: Files,
    pub jobs: Mutex<BTreeMap<String, CancellationToken>>,
    pub saved: Saved,
    pub tasks: TaskTracker,
    pub stop: CancellationToken,
    /// With a number that grows each time a damaged one is replaced.
    mirror: RwLock<(u64, Mirror)>,
    rebuilding: tokio::sync::Mutex<()>,
    accounts: Mutex<Accounts>,
    /// Held by whoever changes which accounts there are, from its look at them to the end of what follows from it.
    pub changing_accounts: tokio::sync::Mutex<()>,
    notices: Mutex<Vec<StandingNotice>>,
    pub demo: tokio::sync::Mutex<Option<DemoState>>,
}

impl Inner {
    /// Who does what is done now: the audit names somebody always.
    pub(crate) fn who(&self) -> String {
        if self.person.is_empty() { say::desk_this_computer().to_string() } else { self.person.clone() }
    }
}

/// For how long a Trackside that was closed a moment ago may still be letting go of the folder: on a slow disk its last
/// writes take a while, and a person who starts it again at once has nothing to mend.
const ENDING: Duration = Duration::from_secs(3);

/// Opens what the folder holds, and makes the folder where there is none.
async fn open_folder(folder: &Path) -> Result<(LedgerOpened, mirror::Opened), DeskError> {
    let begun = Instant::now();
    loop {
        let folder = folder.to_owned();
        let opened = blocking(move || -> Result<_, DeskError> {
            std::fs::create_dir_all(&folder).map_err(|fault| folder_error(&folder, &fault))?;
            // The ledger first: its lock keeps a second process from both databases.
            Ok((Ledger::open(&folder)?, Mirror::open(&folder)?))
        });
        match opened.await? {
            Err(fault) if fault.code == ErrorCode::FolderInUse && begun.elapsed() < ENDING => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            opened => return opened,
        }
    }
}

impl Desk {
    /// Opens the folder, brings the accounts back, and begins to look for news.
    ///
    /// # Errors
    /// [`DeskError`] when the folder cannot be used: another process has it, a newer Trackside made it, the disk is
    /// full. The folder is free again then, for the next try. A keychain or a state that cannot be reached is no error
    /// here, nor is an outbox that cannot begin: that is tried again.
    pub async fn start(config: DeskConfig) -> Result<Self, DeskError> {
        let (ledger, mirror) = open_folder(&config.data_dir).await?;
        let mut notices = Vec::new();
        if ledger.restored_from.is_some() {
            notices.push(StandingNotice {
                kind: NoticeKind::Warning,
                message: say::desk_work_restored(),
                next: Some(say::desk_work_restored_next()),
            });
        }
        if mirror.rebuilt_from.is_some() {
            notices.push(rebuilt_notice());
        }
        let (reports, heard) = Reports::new(ledger.from_copy);
        let told = AtomicI64::new((config.clock)().as_millisecond());
        let desk = Self {
            inner: Arc::new(Inner {
                data_dir: config.data_dir,
                host: config.host,
                keychain: config.keychain,
                events: config.events,
                api: config.api,
                clock: config.clock,
                person: config.person.trim().to_owned(),
                outbox_timing: config.outbox_timing,
                ledger: ledger.ledger,
                requests: Requests::default(),
                feed: Feed::default(),
                budgets: Budgets::default(),
                views: Views::default(),
                sight: Sight::default(),
                runs: Runs::default(),
                reports,
                told,
                reviews: Reviews::default(),
                files: Files::default(),
                jobs: Mutex::default(),
                saved: Saved::default(),
                tasks: TaskTracker::new(),
                stop: CancellationToken::new(),
                mirror: RwLock::new((0, mirror.mirror)),
                rebuilding: tokio::sync::Mutex::default(),
                accounts: Mutex::default(),
                changing_accounts: tokio::sync::Mutex::default(),
                notices: Mutex::new(notices),
                demo: tokio::sync::Mutex::default(),
            }),
        };
        desk.inner.tasks.spawn(desk.clone().hear_of_copy(ledger.copying));
        match desk.begin(heard).await {
            Ok(()) => Ok(desk),
            Err(fault) => {
                // Whatever was begun has a hand on the folder. Left running, it would keep the next try out of it: this
                // very process would be the other Trackside that has the folder open.
                desk.stop().await;
                Err(fault)
            }
        }
    }

    async fn begin(&self, heard: mpsc::UnboundedReceiver<Heard>) -> Result<(), DeskError> {
        self.listen_to_mirror();
        let revision = self.revision().await?;
        self.inner.tasks.spawn(self.clone().deliver(revision, self.inner.stop.child_token()));
        self.restore_index().await?;
        self.inner.tasks.spawn(self.clone().listen_to_outbox(heard, self.inner.stop.child_token()));
        self.restore_accounts().await?;
        self.tidy();
        // After the accounts: before, reports would have no way to go.
        self.begin_outbox().await;
        Ok(())
    }

    /// Says it where no safety copy of what the start found could be made.
    async fn hear_of_copy(self, copying: Copying) {
        if let Ok(Err(fault)) = blocking(move || copying.wait()).await {
            self.notices().push(not_copied_notice(&self.inner.data_dir, &fault));
            self.inner.feed.snapshot();
        }
    }

    /// Stops everything under way and waits for it; what was read stays.
    pub async fn stop(&self) {
        self.inner.stop.cancel();
        self.stop_reports().await;
        self.inner.tasks.close();
        self.inner.tasks.wait().await;
        if let Some(demo) = self.inner.demo.lock().await.take() {
            demo.stop().await;
        }
    }

    /// Now.
    pub(crate) fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    /// The mirror as it is now: a damaged one is replaced while the desk runs.
    pub(crate) fn mirror(&self) -> Mirror {
        self.mirror_and_number().1
    }

    /// The mirror with its number, for [`Self::rebuild_mirror`].
    pub(crate) fn mirror_and_number(&self) -> (u64, Mirror) {
        self.inner.mirror.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn accounts(&self) -> MutexGuard<'_, Accounts> {
        self.inner.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn notices(&self) -> MutexGuard<'_, Vec<StandingNotice>> {
        self.inner.notices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn revision(&self) -> Result<i64, DeskError> {
        let mirror = self.mirror();
        Ok(blocking(move || mirror.revision()).await??)
    }

    fn listen_to_mirror(&self) {
        let feed = self.inner.feed.clone();
        self.mirror().on_change(Box::new(move || feed.records()));
    }

    /// Mirror `number` was found damaged: it is moved aside, an empty one takes its place, and everything is read
    /// anew. Whoever finds the same damage later finds it mended.
    pub(crate) async fn rebuild_mirror(&self, number: u64) -> Result<(), DeskError> {
        let _one_at_a_time = self.inner.rebuilding.lock().await;
        if self.mirror_and_number().0 != number {
            return Ok(());
        }
        tracing::error!("the mirror is damaged; it is moved aside and rebuilt");
        self.stop_runs().await;
        let folder = self.inner.data_dir.clone();
        // Opening moves the damaged file aside.
        let opened = blocking(move || Mirror::open(&folder)).await??;
        *self.inner.mirror.write().unwrap_or_else(PoisonError::into_inner) = (number + 1, opened.mirror);
        self.inner.views.clear();
        self.inner.budgets.clear();
        self.notices().push(rebuilt_notice());
        self.listen_to_mirror();
        self.restore_accounts().await?;
        self.inner.feed.snapshot();
        Ok(())
    }

    /// The revision of a status that is about to be put together. It is taken before anything is looked at: whatever
    /// changes afterwards is told with a greater one.
    pub(crate) fn next_revision(&self) -> i64 {
        self.inner.told.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub(crate) async fn app_snapshot(&self, _: Empty) -> Result<AppSnapshot, DeskError> {
        let revision = self.revision().await?;
        // Each lock is let go before the next is asked for: within one expression they would all be held to its end.
        let accounts = self.accounts().for_the_page();
        let notices = self.notices().iter().map(StandingNotice::said).collect();
        let sync = self.current_status();
        Ok(AppSnapshot {
            version: env!("CARGO_PKG_VERSION").into(),
            platform: std::env::consts::OS.into(),
            accounts,
            notices,
            keychain: self.inner.keychain.kind(),
            sync,
            outbox: self.outbox_status().await?,
            revision,
        })
    }

    pub(crate) async fn notices_clear(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.once("notices_clear", &request.request_id, async {
            self.notices().clear();
            Ok(crate::contract::Changed { changed: true })
        })
        .await?;
        self.app_snapshot(Empty {}).await
    }
}

/// Runs blocking work (SQLite, the keychain, files) off the async threads.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, DeskError> {
    tokio::task::spawn_blocking(work).await.map_err(|fault| DeskError::internal(fault.to_string()))
}

fn not_copied_notice(folder: &std::path::Path, fault: &LedgerError) -> StandingNotice {
    let next = match fault {
        LedgerError::DiskFull => say::desk_not_copied_full_next(),
        _ => say::desk_not_copied_next(folder.to_string_lossy()),
    };
    StandingNotice { kind: NoticeKind::Warning, message: say::desk_not_copied(), next: Some(next) }
}

fn rebuilt_notice() -> StandingNotice {
    StandingNotice { kind: NoticeKind::Info, message: say::desk_copy_rebuilt(), next: None }
}

fn folder_error(folder: &std::path::Path, fault: &std::io::Error) -> DeskError {
    DeskError {
        code: crate::contract::ErrorCode::File,
        message: say::desk_folder_unusable(folder.to_string_lossy()).to_string(),
        next: say::desk_folder_unusable_next().to_string(),
        details: fault.to_string(),
        retry: true,
    }
}
