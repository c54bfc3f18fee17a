//! Trackside's program: everything is in the shell's library, so that tests can reach it.

// A console window beside the app's own would only puzzle people.
#![cfg_attr(all(target_os = "windows", not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    shell::run()
}
