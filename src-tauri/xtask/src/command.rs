//! Running other programs, with failures in words.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::root::root;
use crate::say;

/// What went wrong, in words for the person at the keyboard.
#[derive(Debug)]
pub struct Problem(String);

impl Problem {
    /// A problem said in `words`: what happened and what to do now.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Problem {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<&str> for Problem {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

impl From<virtual_window::Error> for Problem {
    fn from(error: virtual_window::Error) -> Self {
        Self(error.to_string())
    }
}

/// The result of a step of this program.
pub type Outcome<T> = Result<T, Problem>;

/// One program to run in the repository's root, its output shown as it comes.
pub struct Call {
    shown: String,
    command: Command,
}

impl Call {
    /// `program`, looked up as the shell would.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.current_dir(root());
        Self { shown: program.to_string_lossy().into_owned(), command }
    }

    /// The cargo that started this program.
    pub fn cargo() -> Self {
        let mut call = Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        "cargo".clone_into(&mut call.shown);
        // These describe the xtask package and must not leak into the build of others.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                call.command.env_remove(name);
            }
        }
        call
    }

    /// npm, in `folder`.
    pub fn npm(folder: &Path) -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }).folder(folder)
    }

    /// A program that a folder's own `node_modules` brings.
    pub fn node_program(folder: &Path, name: &str) -> Self {
        let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        let mut call = Self::new(folder.join("node_modules").join(".bin").join(file)).folder(folder);
        name.clone_into(&mut call.shown);
        call
    }

    /// One more argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        let arg = arg.as_ref();
        self.shown.push(' ');
        self.shown.push_str(&arg.to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// More arguments.
    pub fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, |call, arg| call.arg(arg))
    }

    /// One variable of the program's environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// The folder to run it in.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end with its output shown; a non-zero exit is a problem that names the command.
    pub fn run(mut self) -> Outcome<()> {
        let status = self.command.status().map_err(|error| could_not_start(&self.shown, &error))?;
        if status.success() { Ok(()) } else { Err(Problem(format!("`{}` ended with {status}", self.shown))) }
    }

    /// Runs it to its end beside others: each line of its output is shown as it comes, after `name`, and nothing is
    /// asked at the keyboard.
    pub fn run_beside(self, name: &str) -> Outcome<()> {
        let shown = self.shown.clone();
        let mut child = self.start(|command| {
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        })?;
        let tell = |stream: Option<Box<dyn Read + Send>>| {
            let lines = stream.into_iter().flat_map(|stream| BufReader::new(stream).split(b'\n'));
            // A stream that breaks off ends here too; the program's own end says how it went.
            for line in lines.map_while(Result::ok) {
                say::line(format!("{name} | {}", String::from_utf8_lossy(&line)).trim_end());
            }
        };
        let errors = child.stderr.take().map(|stream| Box::new(stream) as _);
        let output = child.stdout.take().map(|stream| Box::new(stream) as _);
        thread::scope(|scope| {
            scope.spawn(|| tell(errors));
            tell(output);
        });
        match child.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Problem(format!("`{shown}` ended with {status}"))),
            Err(error) => Err(Problem(format!("how `{shown}` ended could not be learned: {error}"))),
        }
    }

    /// Runs it quietly and gives what it wrote on standard output; `None` where it is missing or says no.
    pub fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs it with errors shown and gives what it wrote on standard output.
    pub fn output(mut self) -> Outcome<String> {
        let output =
            self.command.stderr(Stdio::inherit()).output().map_err(|error| could_not_start(&self.shown, &error))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Problem(format!("`{}` ended with {}", self.shown, output.status)))
        }
    }

    /// Starts it; `set_up` may redirect its streams.
    pub fn start(mut self, set_up: impl FnOnce(&mut Command)) -> Outcome<Child> {
        set_up(&mut self.command);
        self.command.spawn().map_err(|error| could_not_start(&self.shown, &error))
    }
}

fn could_not_start(shown: &str, error: &std::io::Error) -> Problem {
    Problem(format!("`{shown}` could not be started: {error}"))
}

/// Whether a program of that name is on the path, and where.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    let file = if cfg!(windows) { format!("{program}.exe") } else { program.to_owned() };
    env::split_paths(&paths).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_beside_others_ends_as_it_ended() {
        let program = |code| format!("console.log('out'); console.error('err'); process.exit({code})");
        let ended = |code| Call::new("node").args(["-e", &program(code)]).run_beside("test");
        assert!(ended(0).is_ok());
        assert!(ended(3).is_err_and(|problem| problem.to_string().contains('3')), "its exit code is told");
        assert!(Call::new("no-such-program").run_beside("test").is_err(), "a program that is not there is a problem");
    }
}
