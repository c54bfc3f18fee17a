//! How a test says that it cannot run here. Tests of other crates take this file in by its path.
//!
//! Rust's tests either pass or fail, and what a passing one prints is swallowed. So a test that turns back adds a line to
//! a file, which `cargo xtask test` reads when all have run.

/// The variable that names the file.
pub const TOLD_IN: &str = "TRACKSIDE_SKIPPED";

/// Says that the test that calls this is skipped, and why. The test then returns.
#[cfg(test)]
pub fn skipped(reason: &str) {
    use std::io::Write;

    println!("skipped: {reason}");
    let Some(file) = std::env::var_os(TOLD_IN) else { return };
    // Each test has a thread of its own, which bears its name.
    let thread = std::thread::current();
    let line = format!("{} {}: {reason}\n", env!("CARGO_PKG_NAME"), thread.name().unwrap_or("a test"));
    // In one piece, since others write at the same time.
    let told = std::fs::File::options().append(true).open(&file).and_then(|mut file| file.write_all(line.as_bytes()));
    assert!(told.is_ok(), "that this test is skipped ({reason}) can be told in {}: {told:?}", file.display());
}
