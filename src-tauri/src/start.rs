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
use tokio::sync::watch;

use crate::args::Args;
use crate::{host, keychain, logs, window};

/// The name of the event that carries every [`DeskEvent`] to the page.
const EVENT: &str = "desk";

/// How long closing the app waits for the desk to put things down. All it holds is safe on disk without that.
const GOODBYE: Duration = Duration::from_secs(5);

type Opened = Option<Result<Desk, DeskError>>;

/// The desk as the page's calls see it: being opened, open, or refused.
#[derive(Clone)]
pub struct Started(watch::Receiver<Opened>);

/// The other end of [`Started`].
pub struct Starting(watch::Sender<Opened>);

impl Started {
    /// A desk that is not open yet.
    pub fn channel() -> (Starting, Self) {
        let (starting, started) = watch::channel(None);
        (Starting(starting), Self(started))
    }

    /// The desk, as soon as it is open.
    ///
    /// # Errors
    /// Why it could not be opened, the same each time.
    pub async fn desk(&self) -> Result<Desk, DeskError> {
        let mut opened = self.0.clone();
        match opened.wait_for(Option::is_some).await {
            Ok(found) => found.clone().unwrap_or_else(|| Err(closing())),
            Err(_) => Err(closing()),
        }
    }

    /// Puts the desk down, if there is one.
    pub fn stop(&self) {
        let opened = self.0.borrow().clone();
        if let Some(Ok(desk)) = opened {
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
    spawn(async move {
        let opened = match data {
            Ok(folder) => open(&app, folder, args.api).await,
            Err(fault) => Err(fault),
        };
        if let Err(fault) = &opened {
            tracing::error!(code = ?fault.code, details = fault.details, "the desk could not be opened");
        }
        // Fails only when nobody can ask any more.
        drop(starting.0.send(Some(opened)));
    });
}

fn begin_logs(data: &Path) {
    if let Err(fault) = logs::start(&data.join("logs")) {
        eprintln!("Trackside runs without logs: {fault}");
    }
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "Trackside starts");
}

async fn open(app: &AppHandle, data_dir: PathBuf, api: Option<String>) -> Result<Desk, DeskError> {
    // The system may ask the person to unlock the keychain, which takes as long as they like.
    let keychain = spawn_blocking(|| keychain::open(keychain::SERVICE)).await;
    let keychain = keychain.map_err(|fault| internal(&fault.to_string()))?;
    let page = app.clone();
    let events = move |event: &DeskEvent| {
        if let Err(fault) = page.emit(EVENT, event) {
            tracing::warn!(%fault, "the page could not be told");
        }
    };
    let host = host::of(app, &data_dir);
    let clock = desk::system_clock();
    Desk::start(DeskConfig { data_dir, host, keychain, events: Arc::new(events), api, clock }).await
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

/// What a licence holds is nobody else's business, so on systems with such rights the folder is its owner's alone.
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
        message: "Trackside cannot make the folder it keeps its data in. Nothing was changed.".into(),
        next: "Check that the disk is there and that you may write to it, then start Trackside again.".into(),
        details: details.to_owned(),
        retry: false,
    }
}

fn internal(details: &str) -> DeskError {
    DeskError {
        code: ErrorCode::Internal,
        message: "Trackside could not start all its parts. Your work is safe on this computer.".into(),
        next: "Start Trackside again. If it comes back, save the diagnostics and tell us.".into(),
        details: details.to_owned(),
        retry: false,
    }
}

fn closing() -> DeskError {
    DeskError {
        code: ErrorCode::Cancelled,
        message: "Trackside is closing. Your work is safe on this computer.".into(),
        next: "Start Trackside again.".into(),
        details: String::new(),
        retry: false,
    }
}
