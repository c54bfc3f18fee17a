//! The bridge: the desk's commands over loopback HTTP, so that each can be driven without a window and the same page
//! runs in any browser. For tests and for people who build Trackside; it is not shipped.
//!
//! `POST /rpc/<command>` with the request as JSON; `GET /events` as server-sent events; anything else is the page.
//! Every call carries the token printed at start: another program on this computer is not to use it.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as UrlPath, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clap::Parser;
use desk::contract::{DeskEvent, Keychain};
use desk::{Desk, DeskConfig, Host, HostError, KeyStore, KeyStoreError, StoredKeys};
use futures_util::future::BoxFuture;
use futures_util::{FutureExt, Stream, StreamExt};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::{Notify, broadcast};
use tower_http::services::ServeDir;

#[derive(Parser)]
#[command(about = "Trackside's commands over loopback HTTP")]
struct Arguments {
    /// Folder of the databases.
    #[arg(long)]
    data_dir: PathBuf,
    /// Folder of the built page.
    #[arg(long)]
    page: Option<PathBuf>,
    /// A state API on this computer in place of the state's own.
    #[arg(long)]
    api: Option<String>,
    /// Address to listen on; loopback only.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// File that stands for the keychain; without it keys last for this run only.
    #[arg(long)]
    keys: Option<PathBuf>,
    /// Seconds after which a request whose answer was lost counts as settled, where the state is on this computer.
    #[arg(long)]
    settle: Option<u32>,
}

/// What the handlers share.
#[derive(Clone)]
struct Bridge {
    desk: Result<Desk, desk::contract::DeskError>,
    token: Arc<str>,
    events: broadcast::Sender<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    if !arguments.listen.ip().is_loopback() {
        return Err("--listen takes an address of this computer only".into());
    }
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    let (events, _) = broadcast::channel(1024);
    let quit = Arc::new(Notify::new());
    let sender = events.clone();
    let desk = Desk::start(DeskConfig {
        data_dir: arguments.data_dir.clone(),
        host: Arc::new(FolderHost { folder: arguments.data_dir.clone(), quit: quit.clone() }),
        keychain: Arc::new(FileKeys::open(arguments.keys)?),
        events: Arc::new(move |event: &DeskEvent| {
            // Nobody listening is no fault: the page asks for a snapshot when it comes.
            drop(serde_json::to_string(event).map(|text| sender.send(text)));
        }),
        api: arguments.api,
        clock: desk::system_clock(),
        person: std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default(),
        outbox_timing: arguments.settle.map(desk::settle_within),
    })
    .await;
    if let Err(fault) = &desk {
        eprintln!("the desk did not start: {} {}", fault.message, fault.details);
    }
    let token: Arc<str> = uuid::Uuid::new_v4().simple().to_string().into();
    let bridge = Bridge { desk, token: token.clone(), events };
    let mut router = Router::new().route("/rpc/{command}", post(call)).route("/events", get(listen));
    if let Some(page) = arguments.page {
        router = router.fallback_service(ServeDir::new(page));
    }
    let listener = tokio::net::TcpListener::bind(arguments.listen).await?;
    println!("listening http://{}/?token={token}", listener.local_addr()?);
    let running = bridge.desk.clone();
    #[cfg(unix)]
    if let Ok(desk) = &running {
        tokio::spawn(press_close_when_told(desk.clone(), quit.clone()));
        tokio::spawn(drop_when_told(desk.clone(), arguments.data_dir.join("drop-files.txt")));
    }
    axum::serve(listener, router.with_state(bridge)).with_graceful_shutdown(ended(quit)).await?;
    if let Ok(desk) = running {
        desk.stop().await;
    }
    Ok(())
}

/// Until somebody interrupts the process or the page closes the app.
async fn ended(quit: Arc<Notify>) {
    tokio::select! {
        () = interrupted() => {}
        () = quit.notified() => {}
    }
    // Event streams never end by themselves.
    tokio::spawn(async {
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        std::process::exit(0);
    });
}

async fn interrupted() {
    // Without signals the process is ended by whoever started it.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// There is no frame around the page here: SIGUSR2 presses the close button that one would have. What the shell makes
/// of a second press is the shell's.
#[cfg(unix)]
async fn press_close_when_told(desk: Desk, quit: Arc<Notify>) {
    use tokio::signal::unix::{SignalKind, signal};

    let Ok(mut told) = signal(SignalKind::user_defined2()) else { return };
    while told.recv().await.is_some() {
        if desk.waiting() > 0 {
            desk.ask_quit();
        } else {
            quit.notify_one();
        }
    }
}

/// Nor is anything dragged over it: SIGWINCH brings the files that `drop-files.txt` in the data folder names over the
/// window, and the next one drops them.
#[cfg(unix)]
async fn drop_when_told(desk: Desk, list: PathBuf) {
    use tokio::signal::unix::{SignalKind, signal};

    let Ok(mut told) = signal(SignalKind::window_change()) else { return };
    let mut held = false;
    while told.recv().await.is_some() {
        let Ok(named) = std::fs::read_to_string(&list) else { continue };
        let paths: Vec<PathBuf> = named.lines().map(PathBuf::from).collect();
        if held {
            desk.files_dropped(paths);
        } else {
            desk.files_over(i64::try_from(paths.len()).unwrap_or(i64::MAX));
        }
        held = !held;
    }
}

async fn call(
    State(bridge): State<Bridge>,
    UrlPath(command): UrlPath<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if given.and_then(|value| value.strip_prefix("Bearer ")) != Some(&*bridge.token) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(request) = serde_json::from_slice::<Value>(&body) else {
        return (StatusCode::BAD_REQUEST, "the body is not JSON").into_response();
    };
    let answer = match &bridge.desk {
        Ok(desk) => desk.call(&command, request).await,
        Err(fault) => Err(fault.clone()),
    };
    match answer {
        Ok(answer) => axum::Json(answer).into_response(),
        Err(fault) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(json!(fault))).into_response(),
    }
}

#[derive(Deserialize)]
struct Token {
    token: String,
}

async fn listen(State(bridge): State<Bridge>, Query(given): Query<Token>) -> Response {
    if *given.token != *bridge.token {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Sse::new(stream(bridge.events.subscribe())).keep_alive(KeepAlive::default()).into_response()
}

fn stream(receiver: broadcast::Receiver<String>) -> impl Stream<Item = Result<Event, Infallible>> {
    futures_util::stream::unfold(receiver, |mut receiver| async move {
        match receiver.recv().await {
            Ok(text) => Some((Some(text), receiver)),
            // The page fell behind: what it missed it learns from the next event, which asks it to pull.
            Err(broadcast::error::RecvError::Lagged(_)) => Some((Some(r#"{"event":"snapshot"}"#.to_owned()), receiver)),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    })
    .filter_map(|text| async move { text.map(|text| Ok(Event::default().data(text))) })
}

/// Saves without asking, into `exports`; writes down links and notifications instead of showing them.
struct FolderHost {
    folder: PathBuf,
    /// Rung when the page closes the app.
    quit: Arc<Notify>,
}

impl Host for FolderHost {
    fn save_file(&self, suggested: &str) -> BoxFuture<'_, Result<Option<PathBuf>, HostError>> {
        let folder = self.folder.join("exports");
        let made = std::fs::create_dir_all(&folder).map(|()| Some(folder.join(suggested)));
        async move { made.map_err(|fault| HostError(fault.to_string())) }.boxed()
    }

    fn open_link(&self, url: &str) -> Result<(), HostError> {
        let path = self.folder.join("opened-links.txt");
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(path, format!("{before}{url}\n")).map_err(|fault| HostError(fault.to_string()))
    }

    fn open_files(&self) -> BoxFuture<'_, Result<Vec<PathBuf>, HostError>> {
        // The paths that a person would choose, one a line; without the file they put the dialog away.
        let list = std::fs::read_to_string(self.folder.join("open-files.txt")).unwrap_or_default();
        async move { Ok(list.lines().map(PathBuf::from).collect()) }.boxed()
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        let list = self.folder.join("opened-files.txt");
        let before = std::fs::read_to_string(&list).unwrap_or_default();
        let line = format!("{before}{}\n", path.display());
        std::fs::write(list, line).map_err(|fault| HostError(fault.to_string()))
    }

    fn open_saved(&self, path: &Path) -> Result<(), HostError> {
        self.open_file(path)
    }

    fn show_saved(&self, path: &Path) -> Result<(), HostError> {
        let list = self.folder.join("shown-files.txt");
        let before = std::fs::read_to_string(&list).unwrap_or_default();
        std::fs::write(list, format!("{before}{}\n", path.display())).map_err(|fault| HostError(fault.to_string()))
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), HostError> {
        let path = self.folder.join("notifications.txt");
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(path, format!("{before}{title}: {body}\n")).map_err(|fault| HostError(fault.to_string()))
    }

    fn quit(&self) {
        self.quit.notify_one();
    }
}

/// Keys of a test, in a file outside the data folder or in memory.
struct FileKeys {
    file: Option<PathBuf>,
    keys: Mutex<Value>,
}

impl FileKeys {
    fn open(file: Option<PathBuf>) -> std::io::Result<Self> {
        let keys = match file.as_deref().map(Path::exists) {
            Some(true) => serde_json::from_slice(&std::fs::read(file.as_deref().unwrap_or(Path::new("")))?)?,
            _ => json!({}),
        };
        Ok(Self { file, keys: Mutex::new(keys) })
    }

    fn change(&self, change: impl FnOnce(&mut Value)) -> Result<(), KeyStoreError> {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut keys);
        match &self.file {
            Some(file) => std::fs::write(file, keys.to_string()).map_err(|fault| KeyStoreError(fault.to_string())),
            None => Ok(()),
        }
    }
}

impl KeyStore for FileKeys {
    fn kind(&self) -> Keychain {
        if self.file.is_some() { Keychain::System } else { Keychain::SessionOnly }
    }

    fn put(&self, account: &str, keys: &StoredKeys) -> Result<(), KeyStoreError> {
        let pair = json!([keys.software.expose_secret(), keys.user.expose_secret()]);
        self.change(|all| all[account] = pair)
    }

    fn get(&self, account: &str) -> Result<Option<StoredKeys>, KeyStoreError> {
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let key = |at: usize| keys.get(account)?.get(at)?.as_str().map(SecretString::from);
        Ok(key(0).zip(key(1)).map(|(software, user)| StoredKeys { software, user }))
    }

    fn remove(&self, account: &str) -> Result<(), KeyStoreError> {
        self.change(|all| {
            if let Some(all) = all.as_object_mut() {
                all.remove(account);
            }
        })
    }
}
