//! The app's window where nobody sits before it: a virtual screen (Xvfb), the driver of WebKitGTK's windows, and as much of
//! WebDriver as opening one and looking at it takes. `cargo xtask` and the shell's tests use it; what people run does not.

mod program;
mod screen;
mod window;

use std::io;
use std::path::Path;
use std::process::Command;

pub use self::program::last_words;
pub use self::screen::Screen;
pub use self::window::{LOG, Window};

/// Why there is no screen or no window, or why it did not do as it was told.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The machine refused a file, a port or a program.
    #[error("{0}: {1}")]
    Machine(String, io::Error),
    /// A program ended, or was not ready in time; with the last lines it wrote.
    #[error("{0} did not start{1}")]
    NotStarted(&'static str, String),
    /// No answer came from the driver.
    #[error("the window's driver does not answer: {0}")]
    Silent(#[from] ureq::Error),
    /// The driver says that it could not: WebDriver's code, and its words.
    #[error("{0}: {1}")]
    Refused(String, String),
    /// The driver's answer has no such part.
    #[error("the window's driver answered without {0}")]
    Without(&'static str),
}

/// What comes of it.
pub type Result<T> = std::result::Result<T, Error>;

/// Has `program` run on `screen` as someone whose home is `home`, which nobody else uses.
pub fn at_home<'a>(program: &'a mut Command, home: &Path, screen: &Screen) -> &'a mut Command {
    for others in ["WAYLAND_DISPLAY", "GTK_THEME"] {
        program.env_remove(others);
    }
    program
        .env("DISPLAY", screen.name())
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", home)
        // No session bus: one started on the quiet would outlive the window and bring portals with it.
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", home.join("no-bus").display()))
        .env("GTK_USE_PORTAL", "0")
}
