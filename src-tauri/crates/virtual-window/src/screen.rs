//! A virtual screen: Xvfb on a display number that is free.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use crate::program::{Program, last_words};
use crate::{Error, Result};

/// A running Xvfb. It ends when it is dropped, or with the thread that started it.
pub struct Screen {
    name: String,
    _server: Program,
}

impl Screen {
    /// Starts one, its log in `log`. Xvfb itself looks for a free number and says which.
    pub fn start(log: &Path) -> Result<Self> {
        let mut server = Program::start("Xvfb", log, |command| {
            command
                .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped());
        })?;
        let mut number = String::new();
        if let Some(out) = server.0.stdout.take() {
            // An unreadable answer is an empty one, told below.
            drop(BufReader::new(out).read_line(&mut number));
        }
        match number.trim() {
            "" => Err(Error::NotStarted("the virtual screen (Xvfb)", last_words(log))),
            number => Ok(Self { name: format!(":{number}"), _server: server }),
        }
    }

    /// Its name as `DISPLAY` wants it.
    pub fn name(&self) -> &str {
        &self.name
    }
}
