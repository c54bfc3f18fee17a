//! What a person reads while a command works: one short line for each step, never silence.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crate::command::Problem;

/// The heading of a larger part.
pub fn heading(text: &str) {
    line(&format!("\n{}", strong(&format!("== {text}"))));
}

/// A step that begins now.
pub fn step(text: &str) {
    line(&format!("{} {text}", strong("·")));
}

/// Something worth knowing that does not stop the work.
pub fn note(text: &str) {
    line(&format!("{} {text}", strong("note:")));
}

/// What went wrong, said once, at the end.
pub fn problem(problem: &Problem) {
    line(&format!("\n{} {problem}", strong("This did not work:")));
}

/// One plain line on standard output. A closed pipe is the reader's choice and no error of ours.
pub fn line(text: &str) {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    drop(written);
}

/// A duration as people say it: `4.2 s`, `3 min 05 s`.
pub fn time(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", duration.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn strong(text: &str) -> String {
    if io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\x1b[1m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(time(Duration::from_millis(4_260)), "4.2 s");
        assert_eq!(time(Duration::from_secs(185)), "3 min 05 s");
    }
}
