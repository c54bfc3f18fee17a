//! The desk: what it holds, and how that is reached. Nothing that a person can do stands here.

use std::path::PathBuf;
use std::sync::{Arc, MutexGuard};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use ledger::Ledger;
use mirror::Mirror;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use words::say;

use crate::contract::{DeskError, DeskEvent};
use crate::host::{Host, KeyStore};
use crate::state::accounts::Accounts;
use crate::state::clock::Clock;
use crate::state::connections::Connections;
use crate::state::copy::LocalCopy;
use crate::state::feed::Feed;
use crate::state::notices::StandingNotice;
use crate::state::page::Page;
use crate::state::reports::Reports;
use crate::state::requests::Requests;
use crate::state::runs::Runs;
use crate::state::sight::Sight;

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
    /// The clock; [`crate::system_clock`] but in tests.
    pub clock: Clock,
    /// Who sits before this computer, as the operating system names them, for the audit; empty when it does not say.
    pub person: String,
    /// How patient the outbox is; none but in tests and journeys: [`settle_within`].
    pub outbox_timing: Option<outbox::Timing>,
}

/// The outbox's patience with a lost answer shortened to `seconds`, for a state on this computer, which either has
/// carried out a request by then or never does.
pub fn settle_within(seconds: u32) -> outbox::Timing {
    outbox::Timing { settle: jiff::SignedDuration::from_secs(i64::from(seconds)), ..outbox::Timing::default() }
}

/// The desk. Cheap to clone; all clones are one desk.
#[derive(Clone)]
pub struct Desk {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    /// The outside.
    pub config: DeskConfig,
    pub ledger: Ledger,
    pub copy: LocalCopy,
    pub connections: Connections,
    pub runs: Runs,
    pub sight: Sight,
    pub reports: Reports,
    pub requests: Requests,
    pub feed: Feed,
    pub page: Page,
    pub tasks: TaskTracker,
    pub stop: CancellationToken,
    /// Handed in by who starts the desk, since it begins much anew.
    pub mend: Mend,
}

/// How the mirror of a number, which was found damaged, is replaced.
pub(crate) type Mend = fn(Desk, u64) -> BoxFuture<'static, Result<(), DeskError>>;

impl Inner {
    /// Who does what is done now: the audit names somebody always.
    pub(crate) fn who(&self) -> String {
        match self.config.person.trim() {
            "" => say::desk_this_computer().to_string(),
            person => person.to_owned(),
        }
    }

    /// Tells the page.
    pub(crate) fn event(&self, event: &DeskEvent) {
        (self.config.events)(event);
    }
}

impl Desk {
    /// Now.
    pub(crate) fn now(&self) -> Timestamp {
        (self.inner.config.clock)()
    }

    /// The mirror as it is now: a damaged one is replaced while the desk runs.
    pub(crate) fn mirror(&self) -> Mirror {
        self.inner.copy.now().1
    }

    /// Mirror `number` was found damaged: another takes its place. Whoever finds the same damage later finds it mended.
    pub(crate) async fn mend(&self, number: u64) -> Result<(), DeskError> {
        (self.inner.mend)(self.clone(), number).await
    }

    pub(crate) fn accounts(&self) -> MutexGuard<'_, Accounts> {
        self.inner.connections.accounts()
    }

    pub(crate) fn notices(&self) -> MutexGuard<'_, Vec<StandingNotice>> {
        self.inner.page.notices.list()
    }

    pub(crate) fn reports(&self) -> &Reports {
        &self.inner.reports
    }
}

/// Runs blocking work (SQLite, the keychain, files) off the async threads.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, DeskError> {
    tokio::task::spawn_blocking(work).await.map_err(|fault| DeskError::internal(fault.to_string()))
}
