//! A virtual screen: Xvfb on a display number that is free.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use crate::command::{Outcome, Problem};

/// A running Xvfb. Dropping it ends it.
pub struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Starts one, its log in `scratch`. Xvfb itself looks for a free number and says which.
    pub fn start(scratch: &Path) -> Outcome<Self> {
        let log = scratch.join("screen.log");
        let errors = File::create(&log).map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
        let mut server = super::dying_with_us("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"])
            .start(|command| {
                command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
            })?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            // An unreadable answer is an empty one, told below.
            drop(BufReader::new(out).read_line(&mut number));
        }
        let number = number.trim();
        if number.is_empty() {
            super::stop(&mut server);
            return Err(Problem::new(format!("the virtual screen (Xvfb) did not start{}", super::last_words(&[log]))));
        }
        Ok(Self { server, name: format!(":{number}") })
    }

    /// Its name as `DISPLAY` wants it.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        super::stop(&mut self.server);
    }
}
