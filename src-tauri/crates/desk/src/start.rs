//! How the desk starts and stops, and how it goes on where the local copy is damaged. The roof: it knows every part.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use ledger::{Copying, Ledger, LedgerError, LedgerOpened};
use mirror::Mirror;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use words::say;

use crate::contract::{DeskError, ErrorCode, NoticeKind};
use crate::desk::{Desk, DeskConfig, Inner, blocking};
use crate::state::connections::Connections;
use crate::state::copy::LocalCopy;
use crate::state::feed::Feed;
use crate::state::notices::StandingNotice;
use crate::state::page::Page;
use crate::state::reports::{Heard, Reports};
use crate::state::requests::Requests;
use crate::state::runs::Runs;
use crate::state::sight::Sight;

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
        let (reports, heard) = Reports::new(ledger.from_copy);
        let feed = Feed::new((config.clock)());
        let desk = Self {
            inner: Arc::new(Inner {
                config,
                ledger: ledger.ledger,
                copy: LocalCopy::new(mirror.mirror),
                connections: Connections::default(),
                runs: Runs::default(),
                sight: Sight::default(),
                reports,
                requests: Requests::default(),
                feed,
                page: Page::default(),
                tasks: TaskTracker::new(),
                stop: CancellationToken::new(),
                mend: |desk, number| async move { desk.rebuild_mirror(number).await }.boxed(),
            }),
        };
        if ledger.restored_from.is_some() {
            desk.notices().push(StandingNotice {
                kind: NoticeKind::Warning,
                message: say::desk_work_restored(),
                next: Some(say::desk_work_restored_next()),
            });
        }
        if mirror.rebuilt_from.is_some() {
            desk.notices().push(rebuilt_notice());
        }
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
            self.notices().push(not_copied_notice(&self.inner.config.data_dir, &fault));
            self.inner.feed.snapshot();
        }
    }

    /// Stops everything under way and waits for it; what was read stays.
    pub async fn stop(&self) {
        self.inner.stop.cancel();
        self.stop_reports().await;
        self.inner.tasks.close();
        self.inner.tasks.wait().await;
        self.inner.connections.stop_demo().await;
    }

    fn listen_to_mirror(&self) {
        let feed = self.inner.feed.clone();
        self.mirror().on_change(Box::new(move || feed.records()));
    }

    /// As [`Self::mend`]: the damaged mirror is moved aside, an empty one takes its place, and everything is read anew.
    async fn rebuild_mirror(&self, number: u64) -> Result<(), DeskError> {
        let _one_at_a_time = self.inner.copy.replacing.lock().await;
        if self.inner.copy.now().0 != number {
            return Ok(());
        }
        tracing::error!("the mirror is damaged; it is moved aside and rebuilt");
        self.stop_runs().await;
        let folder = self.inner.config.data_dir.clone();
        // Opening moves the damaged file aside.
        let opened = blocking(move || Mirror::open(&folder)).await??;
        self.inner.copy.replace(number, opened.mirror);
        self.inner.page.views.clear();
        self.inner.connections.budgets.clear();
        self.notices().push(rebuilt_notice());
        self.listen_to_mirror();
        self.restore_accounts().await?;
        self.inner.feed.snapshot();
        Ok(())
    }
}

fn not_copied_notice(folder: &Path, fault: &LedgerError) -> StandingNotice {
    let next = match fault {
        LedgerError::DiskFull => say::desk_not_copied_full_next(),
        _ => say::desk_not_copied_next(folder.to_string_lossy()),
    };
    StandingNotice { kind: NoticeKind::Warning, message: say::desk_not_copied(), next: Some(next) }
}

fn rebuilt_notice() -> StandingNotice {
    StandingNotice { kind: NoticeKind::Info, message: say::desk_copy_rebuilt(), next: None }
}

fn folder_error(folder: &Path, fault: &std::io::Error) -> DeskError {
    DeskError {
        code: ErrorCode::File,
        message: say::desk_folder_unusable(folder.to_string_lossy()).to_string(),
        next: say::desk_folder_unusable_next().to_string(),
        details: fault.to_string(),
        retry: true,
    }
}
