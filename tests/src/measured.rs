//! Times of a bench, beside each other and beside budgets.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long the same took, each time.
#[derive(Default)]
pub struct Times(pub Vec<Duration>);

impl Times {
    /// Does something and takes its time.
    pub fn of<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begun = now();
        let done = work();
        self.0.push(now().saturating_sub(begun));
        done
    }

    /// The time within which this share of them ended.
    pub fn at(&self, share: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        let place = (sorted.len() as f64 * share) as usize;
        sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
    }

    /// The middle.
    pub fn median(&self) -> Duration {
        self.at(0.5)
    }

    /// Nearly the longest.
    pub fn p99(&self) -> Duration {
        self.at(0.99)
    }
}

/// Whether [`now`] counts processor time.
pub static COUNT_CPU: AtomicBool = AtomicBool::new(false);

/// Time since some moment.
pub fn now() -> Duration {
    static BEGINNING: OnceLock<Instant> = OnceLock::new();
    if !COUNT_CPU.load(Ordering::Relaxed) {
        return BEGINNING.get_or_init(Instant::now).elapsed();
    }
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(counted.split_whitespace().next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default())
}

/// In milliseconds.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// What a bench prints, and how many budgets were missed.
#[derive(Default)]
pub struct Report {
    /// So many budgets were missed.
    pub missed: usize,
}

impl Report {
    /// A line of its own.
    pub fn line(&self, text: &str) {
        println!("{text}");
    }

    /// Ours beside the same by other means, with the ratio of the medians.
    pub fn beside(&self, what: &str, ours: &Times, theirs: &Times) {
        let ratio = ours.median().as_secs_f64() / theirs.median().as_secs_f64();
        println!(
            "{what}: p50 {} p99 {}; bare rusqlite p50 {} p99 {}; ratio {ratio:.2}",
            ms(ours.median()),
            ms(ours.p99()),
            ms(theirs.median()),
            ms(theirs.p99())
        );
    }

    /// What was found beside what is allowed.
    pub fn budget(&mut self, what: &str, found: Duration, allowed: Duration) {
        let kept = found <= allowed;
        self.missed += usize::from(!kept);
        println!("{} {what}: {} of {}", if kept { "ok    " } else { "MISSED" }, ms(found), ms(allowed));
    }

    /// How much longer one took than the other, beside what is allowed.
    pub fn ratio(&mut self, what: &str, ours: Duration, theirs: Duration, allowed: f64) {
        let found = ours.as_secs_f64() / theirs.as_secs_f64();
        let kept = found <= allowed;
        self.missed += usize::from(!kept);
        println!("{} {what}: {found:.2} of {allowed:.2}", if kept { "ok    " } else { "MISSED" });
    }
}

/// Of the mirror in a folder.
pub fn size(dir: &Path) -> String {
    let bytes = std::fs::metadata(dir.join("mirror.db")).map(|file| file.len()).unwrap_or_default();
    format!("{} MB", bytes / 1_000_000)
}

/// Resident memory in MiB, where the system says it the way Linux does; 0 elsewhere.
pub fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() / 1_024
}
