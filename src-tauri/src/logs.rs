//! Rolling logs: a file a day, a week of them. What they never hold: keys, names of people or businesses, tags.

use std::io;
use std::panic;
use std::path::Path;

use tracing_appender::rolling::{InitError, RollingFileAppender, Rotation};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{Layer, fmt};

/// How many days of logs are kept.
const DAYS: usize = 7;

/// Trackside's own rooms, which keep to the rule above at this level.
const ROOMS: &[&str] =
    &["shell", "desk", "state_api", "sync", "outbox", "imports", "mirror", "ledger", "rules", "simulator"];

/// Parts that show the bytes they carry when they complain: the keychain's bus and HTTP.
const CARRIERS: &[&str] = &["zbus", "secret_service", "keyring", "hyper", "hyper_util", "reqwest", "rustls", "h2"];

/// Why there are no logs. The app runs without.
#[derive(Debug, thiserror::Error)]
pub enum LogsError {
    /// The folder or its first file could not be made.
    #[error("the log files cannot be written: {0}")]
    Folder(#[from] io::Error),
    /// The file could not be opened.
    #[error("the log files cannot be written: {0}")]
    File(#[from] InitError),
    /// Somebody else collects this process's events.
    #[error("logs are collected elsewhere: {0}")]
    Taken(#[from] TryInitError),
}

/// Writes this process's events to `folder` from now on, and warnings to the terminal, if there is one.
///
/// # Errors
/// [`LogsError`]; nothing is written then.
pub fn start(folder: &Path) -> Result<(), LogsError> {
    std::fs::create_dir_all(folder)?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("trackside")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)?;
    let (files, terminal) = (WithoutTags(files), WithoutTags(io::stderr));
    let to_files = fmt::layer().with_ansi(false).with_writer(files).with_filter(filter(LevelFilter::INFO));
    let to_terminal = fmt::layer().with_ansi(false).with_writer(terminal).with_filter(filter(LevelFilter::WARN));
    tracing_subscriber::registry().with(to_files).with(to_terminal).try_init()?;
    Ok(())
}

/// Writes what it is given with every tag replaced: the state's words and the paths of calls may name packages, and each
/// line of the logs passes here whole.
struct WithoutTags<W>(W);

/// A tag has 24 capital letters and digits.
const TAG: usize = 24;

impl<W: io::Write> io::Write for WithoutTags<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut kept = Vec::with_capacity(line.len());
        for run in line.chunk_by(|a, b| is_of_tag(*a) == is_of_tag(*b)) {
            match run.first() {
                Some(first) if is_of_tag(*first) && run.len() == TAG => kept.extend_from_slice(b"(tag)"),
                _ => kept.extend_from_slice(run),
            }
        }
        self.0.write_all(&kept)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<'a, M: MakeWriter<'a>> MakeWriter<'a> for WithoutTags<M> {
    type Writer = WithoutTags<M::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        WithoutTags(self.0.make_writer())
    }
}

fn is_of_tag(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

/// Makes a panic one line of the logs: where, and what only if the words stand in the program itself, since words made
/// at run time could hold anything.
pub fn keep_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(words made at run time)");
        tracing::error!(place, words, "a part of Trackside stopped");
        before(panic);
    }));
}

/// What is said, the own rooms' words from `level` on. There is no switch to make it say more: a switch would let keys
/// into files.
fn filter(level: LevelFilter) -> Targets {
    let rooms = ROOMS.iter().map(|room| (*room, level));
    let carriers = CARRIERS.iter().map(|carrier| (*carrier, LevelFilter::OFF));
    Targets::new().with_default(LevelFilter::WARN).with_targets(rooms).with_targets(carriers)
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;

    #[test]
    fn a_tag_never_reaches_a_log() {
        let mut file = Vec::new();
        let line = "path=/packages/v2/1A4060300002199000003445 said=\"1A4060300002199000003445 is on hold\" 12345\n";
        io::Write::write_all(&mut WithoutTags(&mut file), line.as_bytes()).unwrap();
        let kept = String::from_utf8(file).unwrap();
        assert_eq!(kept, "path=/packages/v2/(tag) said=\"(tag) is on hold\" 12345\n");
    }

    #[test]
    fn own_rooms_inform_and_carriers_are_silent() {
        let filter = filter(LevelFilter::INFO);
        assert!(filter.would_enable("sync::first_load", &Level::INFO));
        assert!(!filter.would_enable("sync::first_load", &Level::DEBUG));
        assert!(filter.would_enable("tauri", &Level::WARN));
        assert!(!filter.would_enable("tauri", &Level::INFO));
        assert!(!filter.would_enable("zbus::connection", &Level::ERROR));
        assert!(!filter.would_enable("hyper::proto::h1", &Level::ERROR));
    }
}
