//! The demo in the app's real window where there is no display, begun as a person would begin it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use virtual_window::{LOG, Screen, Window, last_words};

use crate::command::{Outcome, Problem};
use crate::say;

/// How long the window may take to answer at all.
const OPENS_WITHIN: Duration = Duration::from_secs(60);
/// How long the demo may take from the click to rows in the grid.
const ROWS_WITHIN: Duration = Duration::from_secs(90);
/// The button that starts the demo, by the name a person reads.
const DEMO_BUTTON: &str = "Try the demo state";

/// A window of the app on a virtual screen. Dropping it closes it, then the screen.
pub struct Demo {
    window: Window,
    _screen: Screen,
    logs: [PathBuf; 2],
}

impl Demo {
    /// Opens `app` with its data in `data` on a virtual screen, its home in `scratch`.
    pub fn open(app: &Path, data: &Path, scratch: &Path) -> Outcome<Self> {
        let screen = Screen::start(&scratch.join("screen.log"))?;
        say::step(&format!("virtual screen {} is up", screen.name()));
        let logs = [scratch.join(LOG), data.join("logs")];
        let args = ["--data-dir", &data.to_string_lossy()];
        match Window::open(app, &args, scratch, &screen) {
            Ok(window) => Ok(Self { window, _screen: screen, logs }),
            Err(problem) => Err(Problem::new(format!("the window did not open: {problem}{}", words_of(&logs)))),
        }
    }

    /// Presses the demo's button and waits until the packages grid shows rows.
    pub fn start(&self) -> Outcome<()> {
        let button = format!("//button[normalize-space(.)='{DEMO_BUTTON}']");
        self.until(OPENS_WITHIN, &format!("a button named \"{DEMO_BUTTON}\""), || Ok(self.window.click(&button)?))?;
        self.until(ROWS_WITHIN, "a packages grid with rows", || {
            let rows = self.window.run(ROWS_IN_THE_GRID)?;
            if rows.as_u64().is_some_and(|rows| rows >= 5) {
                Ok(())
            } else {
                Err(format!("it shows {rows} rows").into())
            }
        })
    }

    /// Writes what the window shows as a PNG.
    pub fn picture(&self, file: &Path) -> Outcome<()> {
        fs::write(file, self.window.screenshot()?)
            .map_err(|error| format!("{} cannot be written: {error}", file.display()).into())
    }

    /// Waits until the window is closed by somebody else.
    pub fn until_closed(&self) {
        while self.window.is_open() {
            sleep(Duration::from_secs(2));
        }
    }

    fn until(&self, within: Duration, what: &str, look: impl Fn() -> Outcome<()>) -> Outcome<()> {
        let begun = Instant::now();
        while let Err(last) = look() {
            if begun.elapsed() > within {
                let page = self.window.run(WORDS_ON_THE_PAGE).ok();
                let words = page.as_ref().and_then(Value::as_str).unwrap_or("(the page does not answer)");
                return Err(Problem::new(format!(
                    "{what} did not come within {}: {last}.\nThe window shows: {words}{}",
                    say::time(within),
                    words_of(&self.logs)
                )));
            }
            sleep(Duration::from_millis(150));
        }
        Ok(())
    }
}

/// Rows of the packages grid that hold text, the header left out.
const ROWS_IN_THE_GRID: &str = "done([...document.querySelectorAll('[role=\"grid\"] [role=\"row\"]')]\
    .filter(row => [...row.querySelectorAll('[role=\"gridcell\"]')].some(cell => cell.textContent.trim() !== '')).length)";
/// What a person could read on the page, cut short.
const WORDS_ON_THE_PAGE: &str = "done(document.body.innerText.slice(0, 600))";

fn words_of(logs: &[PathBuf]) -> String {
    logs.iter().map(|log| last_words(log)).collect()
}
