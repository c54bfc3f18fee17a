//! The app's real window where there is no display: a virtual screen, driven as a person would use it.

mod screen;
mod webdriver;

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use self::screen::Screen;
use self::webdriver::Session;
use crate::command::{Call, Outcome, Problem};
use crate::say;

/// How long the window may take to answer at all.
const OPENS_WITHIN: Duration = Duration::from_secs(60);
/// How long the demo may take from the click to rows in the grid.
const ROWS_WITHIN: Duration = Duration::from_secs(90);
/// The button that starts the demo, by the name a person reads.
const DEMO_BUTTON: &str = "Try the demo state";

/// A window of the app on a virtual screen. Dropping it closes everything it started.
pub struct VirtualWindow {
    session: Session,
    driver: Child,
    _screen: Screen,
    logs: Vec<PathBuf>,
}

impl VirtualWindow {
    /// Opens `app` with its data in `data` on a virtual screen, its home in `scratch`.
    pub fn open(app: &Path, data: &Path, scratch: &Path) -> Outcome<Self> {
        let screen = Screen::start(scratch)?;
        say::step(&format!("virtual screen {} is up", screen.name()));
        let log = scratch.join("window.log");
        let port = free_port()?;
        let mut driver = start_driver(&screen, port, scratch, &log)?;
        let logs = vec![log, data.join("logs")];
        let args = ["--data-dir", &data.to_string_lossy()];
        match Session::open(port, &mut driver, app, &args, OPENS_WITHIN) {
            Ok(session) => Ok(Self { session, driver, _screen: screen, logs }),
            Err(problem) => {
                stop(&mut driver);
                Err(Problem::new(format!("the window did not open: {problem}{}", last_words(&logs))))
            }
        }
    }

    /// Presses the demo's button and waits until the packages grid shows rows.
    pub fn start_the_demo(&mut self) -> Outcome<()> {
        let button = format!("//button[normalize-space(.)='{DEMO_BUTTON}']");
        self.until(OPENS_WITHIN, &format!("a button named \"{DEMO_BUTTON}\""), |session| {
            session.click_xpath(&button).map(|()| json!(true))
        })?;
        self.until(ROWS_WITHIN, "a packages grid with rows", |session| {
            let rows = session.evaluate(ROWS_IN_THE_GRID)?;
            if rows.as_u64().is_some_and(|rows| rows >= 5) {
                Ok(rows)
            } else {
                Err(format!("it shows {rows} rows").into())
            }
        })
    }

    /// Writes what the window shows as a PNG.
    pub fn picture(&mut self, file: &Path) -> Outcome<()> {
        let damaged = |error| Problem::new(format!("the picture arrived damaged: {error}"));
        let image = BASE64_STANDARD.decode(self.session.screenshot()?).map_err(damaged)?;
        fs::write(file, image).map_err(|error| format!("{} cannot be written: {error}", file.display()).into())
    }

    /// Waits until the window is closed by somebody else.
    pub fn until_closed(&mut self) {
        while self.session.is_open() && matches!(self.driver.try_wait(), Ok(None)) {
            sleep(Duration::from_secs(2));
        }
    }

    fn until(
        &mut self,
        within: Duration,
        what: &str,
        mut look: impl FnMut(&mut Session) -> Outcome<Value>,
    ) -> Outcome<()> {
        let begun = Instant::now();
        loop {
            match look(&mut self.session) {
                Ok(_) => return Ok(()),
                Err(last) if begun.elapsed() > within => {
                    let page = self.session.evaluate(WORDS_ON_THE_PAGE).ok();
                    let words = page.as_ref().and_then(Value::as_str).unwrap_or("(the page does not answer)");
                    return Err(Problem::new(format!(
                        "{what} did not come within {}: {last}.\nThe window shows: {words}{}",
                        say::time(within),
                        last_words(&self.logs)
                    )));
                }
                Err(_) => sleep(Duration::from_millis(150)),
            }
        }
    }
}

impl Drop for VirtualWindow {
    fn drop(&mut self) {
        self.session.close();
        stop(&mut self.driver);
    }
}

/// Rows of the packages grid that hold text, the header left out.
const ROWS_IN_THE_GRID: &str = "return [...document.querySelectorAll('[role=\"grid\"] [role=\"row\"]')]\
    .filter(row => [...row.querySelectorAll('[role=\"gridcell\"]')].some(cell => cell.textContent.trim() !== '')).length;";
/// What a person could read on the page, cut short.
const WORDS_ON_THE_PAGE: &str = "return document.body.innerText.slice(0, 600);";

fn start_driver(screen: &Screen, port: u16, scratch: &Path, log: &Path) -> Outcome<Child> {
    let log_file = File::create(log).map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    let errors = log_file.try_clone().map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    dying_with_us("WebKitWebDriver")
        .args(["--host=127.0.0.1", &format!("--port={port}")])
        .env("DISPLAY", screen.name())
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", scratch)
        .env("XDG_DATA_HOME", scratch.join("data"))
        .env("XDG_CONFIG_HOME", scratch.join("config"))
        .env("XDG_CACHE_HOME", scratch.join("cache"))
        .env("XDG_RUNTIME_DIR", scratch.join("run"))
        // No session bus: one started on the quiet would outlive the window and bring portals with it.
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", scratch.join("no-bus").display()))
        .env("GTK_USE_PORTAL", "0")
        .start(|command| {
            command.env_remove("WAYLAND_DISPLAY").stdin(Stdio::null()).stdout(log_file).stderr(errors);
        })
}

/// `program`, ended by the system when this process ends, however that happens, where the machine can do so.
fn dying_with_us(program: &str) -> Call {
    match crate::command::on_path("setpriv") {
        Some(setpriv) => Call::new(setpriv).args(["--pdeathsig", "TERM", program]),
        None => Call::new(program),
    }
}

fn free_port() -> Outcome<u16> {
    let unusable = |error| Problem::new(format!("no port is free on this machine: {error}"));
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).map(|at| at.port()).map_err(unusable)
}

fn stop(child: &mut Child) {
    // Already gone is as good as stopped.
    drop(child.kill());
    drop(child.wait());
}

/// The last lines of each log, a folder standing for its newest file, for a problem's words.
fn last_words(logs: &[PathBuf]) -> String {
    let mut words = String::new();
    for log in logs {
        let file = if log.is_dir() { newest_in(log) } else { Some(log.clone()) };
        let text = file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let last = lines.len().saturating_sub(25);
        if let Some(lines) = lines.get(last..).filter(|lines| !lines.is_empty()) {
            words.push_str(&format!("\nThe last lines of {}:\n  {}", log.display(), lines.join("\n  ")));
        }
    }
    words
}

fn newest_in(folder: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path());
    files.max_by_key(|file| file.metadata().and_then(|facts| facts.modified()).ok())
}
