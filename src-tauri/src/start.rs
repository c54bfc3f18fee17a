//! From the command line to an open desk. The window opens at once; the page's calls wait here until the desk is open,
//! and when it cannot be, every call gets the reason.

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::contract::{DeskError, DeskEvent, ErrorCode};
use desk::{Desk, DeskConfig};
use tauri::async_runtime::{block_on, spawn, spawn_blocking};
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::{Notify, watch};
use words::say;

use crate::args::Args;
use crate::{host, keychain, logs, window};

/// The name of the event that carries every [`DeskEvent`] to the page.
const EVENT: &str = "desk";

/// How long closing the app waits for the desk to put things down. All it holds is safe on disk without that.
const GOODBYE: Duration = Duration::from_secs(5);

/// The outcome of the newest attempt to open the desk.
#[derive(Clone, Default)]
struct Opened {
    attempt: u32,
    desk: Option<Result<Desk, DeskError>>,
}

impl Opened {
    fn may_succeed_later(&self) -> bool {
        matches!(&self.desk, Some(Err(fault)) if fault.retry)
    }
}

/// The desk as the page's calls see it: being opened, open, or refused.
#[derive(Clone)]
pub struct Started {
    opened: watch::Receiver<Opened>,
    again: Arc<Notify>,
}

/// The other end of [`Started`].
pub struct Starting {
    opened: watch::Sender<Opened>,
    again: Arc<Notify>,
}

impl Started {
    /// A desk that is not open yet.
    pub fn channel() -> (Starting, Self) {
        let (sender, opened) = watch::channel(Opened::default());
        let again = Arc::new(Notify::new());
        (Starting { opened: sender, again: again.clone() }, Self { opened, again })
    }

    /// The desk, as soon as it is open. Where it could not be opened for a reason that passes (another program had the
    /// folder), asking tries once more.
    ///
    /// # Errors
    /// Why it could not be opened.
    pub async fn desk(&self) -> Result<Desk, DeskError> {
        let mut opened = self.opened.clone();
        let (seen, try_again) = {
            let now = opened.borrow();
            (now.attempt, now.may_succeed_later())
        };
        if try_again {
            self.again.notify_one();
        }
        let wanted = if try_again { seen.saturating_add(1) } else { seen };
        match opened.wait_for(|now| now.desk.is_some() && now.attempt >= wanted).await {
            Ok(found) => found.desk.clone().unwrap_or_else(|| Err(closing())),
            Err(_) => Err(closing()),
        }
    }

    /// The desk, if it is open now.
    pub fn open_desk(&self) -> Option<Desk> {
        self.opened.borrow().desk.clone()?.ok()
    }

    /// Puts the desk down, if there is one.
    pub fn stop(&self) {
        if let Some(desk) = self.open_desk() {
            let put_down = block_on(async { tokio::time::timeout(GOODBYE, desk.stop()).await });
            if put_down.is_err() {
                tracing::warn!(seconds = GOODBYE.as_secs(), "closed without waiting any longer for work under way");
            }
        }
    }
}

/// Opens the window and, beside it, the desk.
pub fn begin(app: &AppHandle, args: Args, starting: Starting) {
    let data = data_folder(app, &args);
    if let Ok(folder) = &data {
        begin_logs(folder);
    }
    if let Err(fault) = window::open(app, data.as_deref().ok()) {
        tracing::error!(%fault, "the window could not be opened");
        app.exit(1);
    }
    let app = app.clone();
    spawn(keep_opening(starting, move || open(app.clone(), args.clone())));
}

/// Tries until the desk is open or cannot be; after a reason that passes, once more whenever somebody asks.
async fn keep_opening<Opening>(starting: Starting, open: impl Fn() -> Opening)
where
    Opening: Future<Output = Result<Desk, DeskError>>,
{
    for attempt in 1.. {
        let opened = Opened { attempt, desk: Some(open().await) };
        if let Some(Err(fault)) = &opened.desk {
            tracing::error!(code = ?fault.code, details = fault.details, attempt, "the desk could not be opened");
        }
        let again = opened.may_succeed_later();
        starting.opened.send_replace(opened);
        if !again {
            break;
        }
        starting.again.notified().await;
    }
}

fn begin_logs(data: &Path) {
    if let Err(fault) = logs::start(&data.join("logs")) {
        eprintln!("Trackside runs without logs: {fault}");
    }
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "Trackside starts");
}

async fn open(app: AppHandle, args: Args) -> Result<Desk, DeskError> {
    let data_dir = data_folder(&app, &args)?;
    // The system may ask the person to unlock the keychain, which takes as long as they like.
    let keychain = spawn_blocking(|| keychain::open(keychain::SERVICE)).await;
    let keychain = keychain.map_err(|fault| internal(&fault.to_string()))?;
    let page = app.clone();
    let events = move |event: &DeskEvent| {
        if let Err(fault) = page.emit(EVENT, event) {
            tracing::warn!(%fault, "the page could not be told");
        }
    };
    let host = host::of(&app, &data_dir);
    let clock = desk::system_clock();
    let person = person();
    let events = Arc::new(events);
    let outbox_timing = args.outbox_settle().map(desk::settle_within);
    Desk::start(DeskConfig { data_dir, host, keychain, events, api: args.api, clock, person, outbox_timing }).await
}

/// Who sits before this computer, as the system names them to every program; empty when it does not.
fn person() -> String {
    let names = if cfg!(windows) { ["USERNAME", "USER"] } else { ["USER", "LOGNAME"] };
    names.iter().find_map(|name| std::env::var(name).ok().filter(|who| !who.trim().is_empty())).unwrap_or_default()
}

/// The folder for everything that is kept, made if it is not there. Not in the roaming profile on Windows: databases do
/// not survive being copied while they are open.
fn data_folder(app: &AppHandle, args: &Args) -> Result<PathBuf, DeskError> {
    let folder = match &args.data_dir {
        Some(folder) => folder.clone(),
        None => app.path().app_local_data_dir().map_err(|fault| no_folder(&fault.to_string()))?,
    };
    make(&folder).map_err(|fault| no_folder(&fault.to_string()))?;
    Ok(folder)
}

/// What a license holds is nobody else's business, so on systems with such rights the folder is its owner's alone.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn no_folder(details: &str) -> DeskError {
    DeskError {
        code: ErrorCode::File,
        message: say::desk_no_folder().to_string(),
        next: say::desk_no_folder_next().to_string(),
        details: details.to_owned(),
        retry: true,
    }
}

fn internal(details: &str) -> DeskError {
    DeskError {
        code: ErrorCode::Internal,
        message: say::desk_not_started().to_string(),
        next: say::desk_not_started_next().to_string(),
        details: details.to_owned(),
        retry: false,
    }
}

fn closing() -> DeskError {
    DeskError {
        code: ErrorCode::Cancelled,
        message: say::desk_closing().to_string(),
        next: say::desk_closing_next().to_string(),
        details: String::new(),
        retry: false,
    }
}

#[cfg(test)]
mod tests {
    use std::future::ready;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn refused(retry: bool) -> DeskError {
        DeskError { retry, ..no_folder("") }
    }

    #[test]
    fn a_reason_that_stays_is_told_to_everybody_and_nothing_is_tried_again() {
        block_on(async {
            let (starting, started) = Started::channel();
            let attempts = AtomicU32::new(0);
            keep_opening(starting, || {
                attempts.fetch_add(1, Ordering::SeqCst);
                ready(Err(refused(false)))
            })
            .await;
            for _ in 0..3 {
                assert_eq!(started.desk().await.err(), Some(refused(false)));
            }
            assert_eq!(attempts.load(Ordering::SeqCst), 1);
        });
    }

    #[test]
    fn after_a_reason_that_passes_each_call_tries_once_more() {
        // One thread: the opener begins when the first call waits.
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let (starting, started) = Started::channel();
            let attempts = Arc::new(AtomicU32::new(0));
            let counted = attempts.clone();
            // The third attempt fails for good, which ends it.
            let open = move || ready(Err(refused(counted.fetch_add(1, Ordering::SeqCst) < 2)));
            tokio::spawn(keep_opening(starting, open));
            assert_eq!(started.desk().await.err(), Some(refused(true)), "the first attempt");
            assert_eq!(started.desk().await.err(), Some(refused(true)), "the second, because somebody asked");
            assert_eq!(started.desk().await.err(), Some(refused(false)), "the third");
            assert_eq!(started.desk().await.err(), Some(refused(false)), "and no more");
            assert_eq!(attempts.load(Ordering::SeqCst), 3);
        });
    }
}
