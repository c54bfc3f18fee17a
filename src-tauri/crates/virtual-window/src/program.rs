//! A program that ends with whoever started it, and what it wrote last.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::{Error, Result};

/// A running program. Dropping it ends it.
pub struct Program(pub Child);

impl Program {
    /// Starts `name` with what it writes going to `log`; `set_up` adds the rest.
    ///
    /// Where the machine can do so, the system ends it with the thread that started it, however that happens.
    pub fn start(name: &str, log: &Path, set_up: impl FnOnce(&mut Command)) -> Result<Self> {
        let files = File::create(log).and_then(|log| Ok((log.try_clone()?, log)));
        let (said, errors) = files.map_err(|why| Error::Machine(log.display().to_string(), why))?;
        let mut command = Command::new(name);
        if Command::new("setpriv").arg("--version").output().is_ok_and(|said| said.status.success()) {
            command = Command::new("setpriv");
            command.args(["--pdeathsig", "TERM", name]);
        }
        set_up(command.stdin(Stdio::null()).stdout(said).stderr(errors));
        command.spawn().map(Self).map_err(|why| Error::Machine(format!("`{name}` could not be started"), why))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The last lines of `log`, a folder standing for its newest file, to be put behind a problem's words. Empty where there
/// is none.
pub fn last_words(log: &Path) -> String {
    let file = if log.is_dir() { newest_in(log) } else { Some(log.to_owned()) };
    let text = file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    match lines.get(lines.len().saturating_sub(25)..) {
        Some([]) | None => String::new(),
        Some(last) => format!("\nThe last lines of {}:\n  {}", log.display(), last.join("\n  ")),
    }
}

fn newest_in(folder: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?.filter_map(std::result::Result::ok).map(|entry| entry.path());
    files.max_by_key(|file| file.metadata().and_then(|facts| facts.modified()).ok())
}
